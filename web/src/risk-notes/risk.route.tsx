import { Trans } from '@lingui/react/macro';
import type { RiskNoteView } from '@shelter-city/contract/risk-notes';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { DefenderFrame } from '../defenders/defender-frame.tsx';
import { defenderQueries } from '../defenders/defender-queries.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { RiskNoteCard } from './risk-note-card.tsx';
import { RiskNoteDialog } from './risk-note-dialog.tsx';
import { riskNoteQueries } from './risk-note-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    const code = params['code'] ?? '';
    await Promise.all([
      client.query({ ...defenderQueries.detail(code), staleTime: 'static' }), client.query({ ...riskNoteQueries.ofDefender(code), staleTime: 'static' }), client.query({ ...cityQueries.list(), staleTime: 'static' }),
    ]);
    return null;
  },
  Component: RiskPage,
});

function RiskPage() {
  const code = useParams()['code'] ?? '';
  const { data: notes } = useSuspenseQuery(riskNoteQueries.ofDefender(code));
  const [writing, setWriting] = useState<{ readonly supersedes: RiskNoteView | null } | null>(null);
  const [inForce, replaced] = [notes.items.filter(({ supersededById }) => supersededById === null), notes.items.filter(({ supersededById }) => supersededById !== null)];
  const card = (note: RiskNoteView) => <RiskNoteCard key={note.id} note={note} onSupersede={() => { setWriting({ supersedes: note }); }} />;
  return (
    <DefenderFrame code={code} actions={<Button variant="primary" icon="plus" onPress={() => { setWriting({ supersedes: null }); }}><Trans>New risk note</Trans></Button>}>
      {inForce.length === 0 ? (
        <Card flush>
          <EmptyState icon="shield" title={<Trans>No risk note</Trans>}>
            <Trans>What is known about dangers to this person is kept here, sealed, with the rules that the planner obeys.</Trans>
          </EmptyState>
        </Card>
      ) : (
        inForce.map(card)
      )}
      {replaced.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm text-muted"><Trans>Older notes</Trans></summary>
          <div className="grid gap-5 pt-4">{replaced.map(card)}</div>
        </details>
      )}
      {writing && <RiskNoteDialog code={code} supersedes={writing.supersedes} onClose={() => { setWriting(null); }} />}
    </DefenderFrame>
  );
}
