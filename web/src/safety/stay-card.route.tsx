import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Page, PageHeader } from '../design/layout.tsx';
import { EventCardBody } from './event-card-body.tsx';
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
  const { t } = useLingui();
  const stayId = useParams()['stayId'] ?? '';
  const { data: card } = useSuspenseQuery(safetyQueries.card(stayId));
  const printedOn = card.printed && formatDay(card.printed.on);
  return (
    <Page width="text">
      <PageHeader
        title={card.codeName}
        tabTitle={t`Event card`}
        lead={<Trans>Event card</Trans>}
        actions={
          <>
            <ButtonLink to={`/stays/${stayId}`} icon="arrow-left" variant="quiet"><Trans>The stay</Trans></ButtonLink>
            <Button variant="primary" onPress={() => { window.print(); }}><Trans>Print</Trans></Button>
          </>
        }
      />
      {card.outdated && printedOn !== null && (
        <Banner tone="warn" icon="alert"><Trans>The city printed version {card.printed?.number} on {printedOn}. It sees that this is outdated; tell it all the same.</Trans></Banner>
      )}
      <EventCardBody card={card} />
    </Page>
  );
}
