import { screen } from '@testing-library/react';
import { renderPart } from '../../test/render-page.tsx';
import { RiskNoteCard } from './risk-note-card.tsx';

const note = {
  id: '01a20253-c411-443c-9796-0bf563c18e01',
  subject: 'DEFENDER',
  scope: 'PERSON',
  level: 'HIGH',
  degree: 'DIRECT_RISK',
  reviewBy: '2020-01-01' as never,
  restricted: true,
  author: { id: '01a20253-c411-443c-9796-0bf563c18e02', displayName: 'Sample cleared coordinator' },
  createdAt: '2026-11-01T10:00:00.000Z',
  supersededById: null,
  supersedesId: null,
  citiesToAvoid: [],
  notNear: [],
  instructionForCity: 'No photographs',
  may: { reveal: false, supersede: false },
} as const;

it('offers no reveal to somebody without clearance, and says that the planner obeys all the same', async () => {
  await renderPart(
    <RiskNoteCard
      note={{ ...note, citiesToAvoid: [], notNear: [] }}
      onSupersede={() => undefined}
    />,
  );
  expect(await screen.findByText(/planner obeys it/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Reveal/ })).toBeNull();
  expect(screen.getByText('Review due')).toBeInTheDocument();
});

it('offers a reveal to somebody who may', async () => {
  await renderPart(
    <RiskNoteCard
      note={{ ...note, citiesToAvoid: [], notNear: [], may: { reveal: true, supersede: true } }}
      onSupersede={() => undefined}
    />,
    { riskCleared: true },
  );
  expect(await screen.findByRole('button', { name: /Reveal/ })).toBeInTheDocument();
});
