import type { PlanView } from '@shelter-city/contract/plans';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './plan.route.tsx';

const seat = { city: { id: 'c1', slug: 'utrecht', name: 'Utrecht' }, place: { id: 'p1', label: 'House A' }, span: { from: '2027-02-01', until: '2027-04-01' } };
const person: PlanView['cohort'][number] = {
  defender: { code: 'amber-heron', codeName: 'Amber Heron' }, window: { earliest: null, latest: null }, nights: 59, urgent: true,
  seat, before: null, pinned: false, bannedCities: [], findings: [{ rule: 'LANGUAGE', verdict: 'FITS', fact: { code: 'NO_RISK_RULE' }, source: 'STAYS', asOf: null }],
  awaits: true, brokenBy: [], changedSince: [], leftOutBecause: null, stayId: null,
} as unknown as PlanView['cohort'][number];
const plan = (over: Partial<PlanView> = {}): PlanView => ({
  id: '1', name: 'Spring', status: 'DONE', arrivals: { from: '2027-01-01', until: '2027-07-01' }, placesKeptFree: 0, madeBy: { id: 'a', displayName: 'LB' },
  changedAt: '2026-11-22T10:00:00.000Z', plannedAt: '2026-11-22T10:00:00.000Z', publishedAt: null, people: 2, placed: 1, proof: { isBest: true, morePeopleAtMost: 0 }, version: 3,
  asOf: '2026-11-22', rulesVersion: 1, weightsVersion: 1, progress: null,
  cohort: [person, { ...person, defender: { code: 'blue-finch', codeName: 'Blue Finch' }, urgent: false, seat: null, findings: [], leftOutBecause: 'OTHERS_NEED_IT' }],
  load: [], may: ['run', 'change', 'publish', 'copy', 'discard'], ...over,
} as unknown as PlanView);
const open = async (view: PlanView, more: Record<string, unknown> = {}) => {
  const fake = fakeApi({ 'GET /api/plans/1': view, 'GET /api/plans': { items: [], awaiting: [] }, ...more });
  await renderPage(route, { path: 'plans/:planId', at: '/plans/1', account: { role: 'COORDINATOR' } });
  await screen.findByRole('heading', { level: 1, name: 'Spring' });
  return fake;
};
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

describe('a plan says', () => {
  test('in words how good it is, where everybody is, and why somebody is nowhere', async () => {
    await open(plan());
    expect(screen.getByText('No better plan exists.')).toBeInTheDocument();
    expect(within(row('Amber Heron')).getByText('Utrecht, House A')).toBeInTheDocument();
    expect(within(row('Amber Heron')).getByText('Urgent')).toBeInTheDocument();
    expect(within(row('Blue Finch')).getByText('Others need the places that would fit')).toBeInTheDocument();
  });

  test('nothing of how good it is once something else was asked of it, and who awaits no place any more', async () => {
    await open(plan({ proof: null, cohort: [{ ...person, awaits: false }, { ...person, defender: { code: 'blue-finch', codeName: 'Blue Finch' }, seat: null, findings: [], awaits: false }] }));
    expect(screen.queryByText('No better plan exists.')).not.toBeInTheDocument();
    expect(screen.getByText(/What was asked of this plan changed since it was made/)).toBeInTheDocument();
    for (const name of ['Amber Heron', 'Blue Finch']) expect(within(row(name)).getByText('No longer awaits a place')).toBeInTheDocument();
  });

  test('how many more people a better one could place', async () => {
    await open(plan({ proof: { isBest: false, morePeopleAtMost: 2 } }));
    expect(screen.getByText('At most 2 people better: more may be possible.')).toBeInTheDocument();
  });

  test('which seat no longer holds, and by which rule', async () => {
    await open(plan({ cohort: [{ ...person, brokenBy: ['CAPACITY'] }] }));
    expect(screen.getByText('No longer holds: Place and capacity')).toBeInTheDocument();
  });

  test('what it is busy with while it is made, and can be stopped', async () => {
    const { asked } = await open(plan({ status: 'RUNNING', progress: { phase: 'proof', placed: 4 }, may: ['stop', 'copy'] }), { 'POST /api/plans/1/stop': plan({ status: 'STOPPED' }) });
    expect(screen.getByText(/Proving that there is no better one/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish…' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/The making was stopped/)).toBeInTheDocument();
    expect(asked.some(({ path }) => path === '/api/plans/1/stop')).toBe(true);
  });
});

test('a publication that no longer holds names each person, and offers to plan the rest', async () => {
  const { asked } = await open(plan(), {
    'POST /api/plans/1/publication': problem(409, 'plan-no-longer-holds', { errors: [{ pointer: '/cohort/amber-heron', detail: 'This place is taken' }] }),
    'POST /api/plans/1/run': plan({ status: 'RUNNING', progress: { phase: 'waiting', placed: 0 } }),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Publish…' }));
  await userEvent.type(screen.getByLabelText('Why these cities'), 'Each has room for them.');
  await userEvent.click(screen.getByRole('button', { name: 'Propose them all' }));
  expect(await screen.findByText('Nothing was proposed. This no longer holds:')).toBeInTheDocument();
  expect(screen.getByRole('listitem')).toHaveTextContent('Amber HeronThis place is taken');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Make anew, moving as few as possible' }));
  expect(await screen.findByText('Waiting for its turn')).toBeInTheDocument();
  expect(asked.find(({ path }) => path === '/api/plans/1/run')?.body).toEqual({ version: 3, keep: true });
});

test('somebody whom the plan has nowhere can be kept out of any city before it is made', async () => {
  const load = ['Utrecht', 'Breda'].map((name) => ({ city: { id: name, slug: name.toLowerCase(), name }, offeredNights: 0, usedNights: 0, plannedNights: 0 }));
  const { asked } = await open(plan({ load }), { 'PUT /api/plans/1/people/blue-finch': plan() });
  await userEvent.click(screen.getByRole('button', { name: 'Wishes for Blue Finch' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Not in Breda', 'Not in Utrecht']);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Not in Breda' }));
  expect(asked.find(({ path }) => path === '/api/plans/1/people/blue-finch')?.body).toEqual({ version: 3, pinned: false, bannedCityIds: ['Breda'] });
});

test('a seat in a city that was banned since says so, whatever the rules say', async () => {
  await open(plan({ proof: null, cohort: [{ ...person, bannedCities: [seat.city] }] }));
  expect(within(row('Amber Heron')).getByText('Not wished here any more')).toBeInTheDocument();
});

test('the plan’s one region says each change, and takes the focus of a button that is gone', async () => {
  await open(plan(), { 'POST /api/plans/1/run': plan({ status: 'RUNNING', version: 4, progress: { phase: 'search', placed: 1 }, may: ['stop'] }) });
  const region = screen.getAllByRole('status').find(({ textContent }) => textContent === 'No better plan exists.');
  screen.getByRole('button', { name: 'Make anew' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(/Looking for a better one/)).toBeInTheDocument();
  expect(region).toHaveTextContent('Looking for a better one · 1 placed so far');
  expect(region).toHaveFocus();
});

test('a plan is thrown away only when its name was typed', async () => {
  const { asked } = await open(plan(), { 'DELETE /api/plans/1': { done: true } });
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Throw away…' }));
  const dialog = screen.getByRole('alertdialog');
  expect(within(dialog).getByRole('button', { name: 'Throw away' })).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText('Type Spring to confirm'), 'Spring');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Throw away' }));
  expect(await screen.findByText(/went to/)).toHaveTextContent('/plans');
  expect(asked.map(({ method }) => method)).toContain('DELETE');
});
