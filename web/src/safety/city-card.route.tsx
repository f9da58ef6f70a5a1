import { Trans } from '@lingui/react/macro';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { failureWords } from '../api/failure-text.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { formatDay } from '../design/days.ts';
import { showToast } from '../design/toast.tsx';
import { EventCardPage } from './event-card-page.tsx';
import { safetyMutations, safetyQueries } from './safety-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    // Asked anew each time: an older card on the screen is as bad as one on paper.
    await client.query({ ...safetyQueries.cityCard(params['stayId'] ?? ''), staleTime: 0 });
    return null;
  },
  Component: CityCardPage,
});

/** The event card for the city of a guest. Printing is noted, so that a paper that is outdated can be named. */
function CityCardPage() {
  const stayId = useParams()['stayId'] ?? '';
  const { data: card } = useSuspenseQuery(safetyQueries.cityCard(stayId));
  const print = useMutation({
    ...safetyMutations.printed(stayId),
    onError: (error) => { showToast({ tone: 'bad', text: failureWords(error) }); },
    onSuccess: () => { window.print(); },
  });
  const printedOn = card.printed && formatDay(card.printed.on);
  return (
    <EventCardPage
      card={card}
      back={`/city/stays/${stayId}`}
      isPrinting={print.isPending}
      onPrint={() => { print.mutate(card.number); }}
      outdated={
        card.outdated && printedOn !== null && (
          <Banner tone="bad" icon="alert" role="alert"><Trans>You printed version {card.printed?.number} on {printedOn}. It is outdated: throw it away and print this one.</Trans></Banner>
        )
      }
    />
  );
}
