import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { riskNoteQueries } from '../risk-notes/risk-note-queries.ts';
import { AccessesCard } from './accesses-card.tsx';
import { disclosureQueries } from './disclosure-queries.ts';
import { GrantsCard } from './grants-card.tsx';
import { NoteGrantsCard } from './note-grants-card.tsx';
import { SharingCard } from './sharing-card.tsx';
import { StandingCard } from './standing-card.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const code = params['code'] ?? '';
    await Promise.all([
      client.query({ ...defenderQueries.detail(code), staleTime: 'static' }),
      client.query({ ...disclosureQueries.show(code), staleTime: 'static' }),
      client.query({ ...riskNoteQueries.ofDefender(code), staleTime: 'static' }),
    ]);
    return null;
  },
  Component: DisclosurePage,
});

/** Who may see what of this person, by whose word and until when; and who looked. */
function DisclosurePage() {
  const code = useParams()['code'] ?? '';
  const { data: disclosure } = useSuspenseQuery(disclosureQueries.show(code));
  return (
    <DefenderFrame code={code}>
      <div className="grid gap-5">
        <StandingCard code={code} disclosure={disclosure} />
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <div className="grid gap-5">
            <SharingCard code={code} disclosure={disclosure} />
            <GrantsCard code={code} disclosure={disclosure} />
            <NoteGrantsCard code={code} disclosure={disclosure} />
          </div>
          <AccessesCard code={code} />
        </div>
      </div>
    </DefenderFrame>
  );
}
