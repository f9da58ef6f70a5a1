import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { formatDay } from '../design/days.ts';
import { EventCardPage } from './event-card-page.tsx';
import { safetyQueries } from './safety-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query({ ...safetyQueries.card(params['stayId'] ?? ''), staleTime: 'static' });
    return null;
  },
  Component: StayCardPage,
});

/** The event card of a stay as its city has it, for a coordinator. */
function StayCardPage() {
  const stayId = useParams()['stayId'] ?? '';
  const { data: card } = useSuspenseQuery(safetyQueries.card(stayId));
  const printedOn = card.printed && formatDay(card.printed.on);
  return (
    <EventCardPage
      card={card}
      back={`/stays/${stayId}`}
      onPrint={() => { window.print(); }}
      outdated={
        card.outdated && printedOn !== null && (
          <Banner tone="warn" icon="alert"><Trans>The city printed version {card.printed?.number} on {printedOn}. It sees that this is outdated; tell it all the same.</Trans></Banner>
        )
      }
    />
  );
}
