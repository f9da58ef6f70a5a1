import { jest } from '@jest/globals';
import type { PlanComparison } from '@shelter-city/contract/plans';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPlanLine, aSeat, aSpan, aTally } from '../../test/a-plan.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './comparison.route.tsx';
import { draftOf, withDrafts } from './draft-lanes.ts';

type Seat = PlanComparison['rows'][number]['seats'][number];

const at = (seat: Seat['seat'], over: Partial<Seat> = {}): Seat => ({ isOfCohort: true, seat, pinned: false, leftOutBecause: seat ? null : 'OTHERS_NEED_IT', change: 'SAME', effect: 'SAME', decidedBy: null, ...over });
const days = aSpan({ from: '2027-01-01', until: '2027-07-01' });
const line = (id: string, name: string) => aPlanLine({ id, name, placed: 2, arrivals: days, proof: null });
const tally = (id: string, name: string, over: Partial<ReturnType<typeof aTally>> = {}) => aTally(line(id, name), over);
const comparison: PlanComparison = {
  plans: [tally('a', 'Spring'), tally('b', 'Spring, calmer', { worse: 1, unchanged: 1 }), tally('c', 'Spring, third', { placed: 1, leftOut: 1 })],
  rows: [
    { defender: { code: 'amber-heron', codeName: 'Amber Heron' }, urgent: true, differs: false, seats: [at(aSeat('Utrecht', 'p1')), at(aSeat('Utrecht', 'p1')), at(aSeat('Utrecht', 'p1'))] },
    { defender: { code: 'blue-finch', codeName: 'Blue Finch' }, urgent: false, differs: true, seats: [at(aSeat('Utrecht', 'p2')), at(aSeat('Zwolle', 'p3'), { change: 'OTHER_CITY', effect: 'WORSE', decidedBy: 'LANGUAGE' }), at(null, { change: 'LEFT_OUT', effect: 'WORSE' })] },
  ],
  cities: [{ city: { id: 'Utrecht', slug: 'utrecht', name: 'Utrecht' }, nights: [118, 59, 59] }],
};
const place = (id: string, cityId: string) => ({ id, cityId, label: `House ${id}`, womenOnly: false, stepFree: null, track: null });
const board = {
  asOf: '2026-11-22', from: '2026-12-01', until: '2027-12-01', periods: [], blocked: [], taken: [], unplaced: [],
  cities: [{ id: 'Utrecht', slug: 'utrecht', name: 'Utrecht' }, { id: 'Zwolle', slug: 'zwolle', name: 'Zwolle' }],
  places: [place('p1', 'Utrecht'), place('p2', 'Utrecht'), place('p3', 'Zwolle'), place('p9', 'Zwolle')],
  stays: [{ id: 's1', placeId: 'p1', code: 'quiet-maple', codeName: 'Quiet Maple', status: 'CONFIRMED', from: '2026-12-05', until: '2027-01-20', holdUntil: null, movable: false, version: 1 }],
};
const lines = { items: [line('a', 'Spring'), line('b', 'Spring, calmer'), line('c', 'Spring, third'), line('d', 'Autumn')], awaiting: [] };
const open = async (address: string) => {
  const fake = fakeApi({ 'GET /api/plans': lines, 'GET /api/plans/a/comparison': comparison, 'GET /api/board': board });
  // What follows a question mark is read from the window's own address.
  window.history.replaceState(null, '', address);
  await renderPage(route, { path: 'plans/:planId/comparison', at: address, account: { role: 'COORDINATOR' } });
  await screen.findByRole('heading', { level: 1, name: 'Drafts side by side' });
  return fake;
};

test('each place has a lane for each draft under what stands once, and places that no draft uses are left out', async () => {
  await open('/plans/a/comparison?beside=b,c');
  const utrecht = await screen.findByRole('rowgroup', { name: 'Utrecht' });
  expect(within(utrecht).getByText('nights: A 118 · B 59 · C 59')).toBeInTheDocument();
  expect(within(utrecht).getAllByRole('button', { name: /Quiet Maple/ })).toHaveLength(1);
  // Two places with a lane of their own and three of drafts each, under the head of the city.
  expect(within(utrecht).getAllByRole('row')).toHaveLength(9);
  expect(within(utrecht).getByRole('button', { name: /^Amber Heron, draft B, the same in all, Utrecht, House p1/ })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^Blue Finch, draft B, moves, worse off, Zwolle, House p3/ })).toBeInTheDocument();
  expect(screen.queryByText('House p9')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Places without anybody too' }));
  expect(screen.getByText('House p9')).toBeInTheDocument();
});

test('who has no place is told for each draft, with why', async () => {
  await open('/plans/a/comparison?beside=b,c');
  const left = (await screen.findByRole('heading', { name: 'Without a place' })).closest('section')!;
  expect(within(left).getAllByText('Everybody has a place')).toHaveLength(2);
  expect(within(left).getByRole('link', { name: 'Blue Finch' })).toHaveAttribute('href', '/plans/c?who=blue-finch');
  expect(within(left).getByText('Others need the places that would fit')).toBeInTheDocument();
});

test('a person who is chosen on the board is told through all the drafts', async () => {
  await open('/plans/a/comparison?beside=b,c');
  await userEvent.click(await screen.findByRole('button', { name: /^Blue Finch, draft A/ }));
  const shown = (await screen.findByRole('heading', { level: 3, name: 'Blue Finch' })).closest('section')!;
  expect(within(shown).getByText(/Another city/)).toHaveTextContent('Another city: worse off (Language)');
});

test('the table says the same, those first who move', async () => {
  await open('/plans/a/comparison?beside=b,c&view=table');
  const table = await screen.findByRole('table', { name: 'Who, where and when' });
  expect(within(table).getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Blue Finch', 'Amber HeronUrgent']);
  expect(within(table).getByText(/Another city/)).toHaveTextContent('Another city: worse off (Language)');
  expect(within(table).getAllByText(/Left out here/)).toHaveLength(1);
});

test('a narrow screen begins with the table, and shows the board to whoever asks for it', async () => {
  const media = jest.spyOn(window, 'matchMedia').mockImplementation((asked) => Object.assign(new EventTarget(), { media: asked, matches: true, onchange: null, addListener: () => undefined, removeListener: () => undefined }));
  try {
    await open('/plans/a/comparison?beside=b,c');
    expect(await screen.findByRole('button', { name: 'Table', pressed: true })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Board' }));
    expect(await screen.findByRole('rowgroup', { name: 'Zwolle' })).toBeInTheDocument();
    expect(window.location.search).toContain('view=board');
  } finally {
    media.mockRestore();
  }
});

test('a draft is put beside by choosing it, and asks with ids alone', async () => {
  const { asked } = await open('/plans/a/comparison');
  expect(screen.getByText('Put another draft beside this one')).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByLabelText('Put a draft beside them'), 'Spring, calmer');
  expect(await screen.findByRole('rowgroup', { name: 'Zwolle' })).toBeInTheDocument();
  expect(asked.some(({ path }) => path === '/api/plans/a/comparison?beside=b')).toBe(true);
});

test('a lane of a draft is known by its id, and nothing else is', () => {
  const [utrecht] = withDrafts([{ city: board.cities[0]!, rows: [{ place: board.places[0]!, stays: [], periods: [], blocked: [], taken: [] }] }], comparison, false);
  expect(utrecht?.rows.map((row) => draftOf(row.place.id))).toEqual([null, 0, 1, 2]);
  expect(utrecht?.rows.slice(1).flatMap(({ stays }) => stays.map(({ id }) => draftOf(id)))).toEqual([0, 1, 2]);
});
