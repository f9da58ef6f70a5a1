import type { PlanView } from '@shelter-city/contract/plans';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPlan, aPlanPerson, aSeat } from '../../test/a-plan.ts';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './plan.route.tsx';

const seat = aSeat('Utrecht', 'A');
const person = aPlanPerson();
const open = async (view: PlanView, more: Record<string, unknown> = {}) => {
  // What follows a question mark is read from the window's own address.
  window.history.replaceState(null, '', '/plans/1');
  const fake = fakeApi({ 'GET /api/plans/1': view, 'GET /api/plans': { items: [], awaiting: [] }, ...more });
  await renderPage(route, { path: 'plans/:planId', at: '/plans/1', account: { role: 'COORDINATOR' } });
  await screen.findByRole('heading', { level: 1, name: 'Spring' });
  return fake;
};
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

describe('a plan says', () => {
  test('in words how good it is, where everybody is, and why somebody is nowhere', async () => {
    await open(aPlan());
    expect(screen.getByText('No better plan exists.')).toBeInTheDocument();
    expect(within(row('Amber Heron')).getByText('Utrecht, House A')).toBeInTheDocument();
    expect(within(row('Amber Heron')).getByText('Urgent')).toBeInTheDocument();
    expect(within(row('Blue Finch')).getByText('Others need the places that would fit')).toBeInTheDocument();
  });

  test('nothing of how good it is once something else was asked of it, and who awaits no place any more', async () => {
    await open(aPlan({ proof: null, cohort: [{ ...person, awaits: false }, { ...person, defender: { code: 'blue-finch', codeName: 'Blue Finch' }, seat: null, findings: [], awaits: false }] }));
    expect(screen.queryByText('No better plan exists.')).not.toBeInTheDocument();
    expect(screen.getByText(/What was asked of this plan changed since it was made/)).toBeInTheDocument();
    for (const name of ['Amber Heron', 'Blue Finch']) expect(within(row(name)).getByText('No longer awaits a place')).toBeInTheDocument();
  });

  test('how many more people a better one could place', async () => {
    await open(aPlan({ proof: { isBest: false, morePeopleAtMost: 2 } }));
    expect(screen.getByText('At most 2 people better: more may be possible.')).toBeInTheDocument();
  });

  test('which seat no longer holds, and by which rule', async () => {
    await open(aPlan({ cohort: [{ ...person, brokenBy: ['CAPACITY'] }] }));
    expect(screen.getByText('No longer holds: Place and capacity')).toBeInTheDocument();
  });

  test('what it is busy with while it is made, and can be stopped', async () => {
    const { asked } = await open(aPlan({ status: 'RUNNING', progress: { phase: 'proof', placed: 4 }, may: ['stop', 'copy'] }), { 'POST /api/plans/1/stop': aPlan({ status: 'STOPPED' }) });
    expect(screen.getByText(/Proving that there is no better one/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish…' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/The making was stopped/)).toBeInTheDocument();
    expect(asked.some(({ path }) => path === '/api/plans/1/stop')).toBe(true);
  });
});

test('a publication that no longer holds names each person, and offers to plan the rest', async () => {
  const { asked } = await open(aPlan(), {
    'POST /api/plans/1/publication': problem(409, 'plan-no-longer-holds', { errors: [{ pointer: '/cohort/amber-heron', detail: 'This place is taken' }] }),
    'POST /api/plans/1/run': aPlan({ status: 'RUNNING', progress: { phase: 'waiting', placed: 0 } }),
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
  const load = ['Utrecht', 'Breda'].map((name) => ({ city: { id: name, slug: name.toLowerCase(), name }, offeredNights: 0, usedNights: 0, openNights: 0, plannedNights: 0, least: 0, most: 0, side: 'NOTHING_OFFERED' as const, weeks: null }));
  const { asked } = await open(aPlan({ load }), { 'PUT /api/plans/1/people/blue-finch': aPlan() });
  await userEvent.click(screen.getByRole('button', { name: 'Wishes for Blue Finch' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Not in Breda', 'Not in Utrecht']);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Not in Breda' }));
  expect(asked.find(({ path }) => path === '/api/plans/1/people/blue-finch')?.body).toEqual({ version: 3, pinned: false, bannedCityIds: ['Breda'] });
});

test('a seat in a city that was banned since says so, whatever the rules say', async () => {
  await open(aPlan({ proof: null, cohort: [{ ...person, bannedCities: [seat.city] }] }));
  expect(within(row('Amber Heron')).getByText('Not wished here any more')).toBeInTheDocument();
});

test('the plan’s one region says each change, and takes the focus of a button that is gone', async () => {
  await open(aPlan(), { 'POST /api/plans/1/run': aPlan({ status: 'RUNNING', version: 4, progress: { phase: 'search', placed: 1 }, may: ['stop'] }) });
  const region = screen.getAllByRole('status').find(({ textContent }) => textContent === 'No better plan exists.');
  screen.getByRole('button', { name: 'Make anew' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(/Looking for a better one/)).toBeInTheDocument();
  expect(region).toHaveTextContent('Looking for a better one · 1 placed so far');
  expect(region).toHaveFocus();
});

test('a plan is thrown away only when its name was typed', async () => {
  const { asked } = await open(aPlan(), { 'DELETE /api/plans/1': { done: true } });
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Throw away…' }));
  const dialog = screen.getByRole('alertdialog');
  expect(within(dialog).getByRole('button', { name: 'Throw away' })).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText('Type Spring to confirm'), 'Spring');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Throw away' }));
  expect(await screen.findByText(/went to/)).toHaveTextContent('/plans');
  expect(asked.map(({ method }) => method)).toContain('DELETE');
});

const cityOf = (name: string) => ({ id: name, slug: name, name });
const part = (name: string, side: PlanView['load'][number]['side']) => ({ city: cityOf(name), offeredNights: 400, usedNights: 100, openNights: 200, plannedNights: 60, least: 30, most: 90, side, weeks: null });

describe('fairness is told', () => {
  test('for each city in words, with the nights that would be fair', async () => {
    await open(aPlan({ load: [part('Utrecht', 'WITHIN'), part('Zwolle', 'ABOVE'), part('Deventer', 'NOTHING_OFFERED')] }));
    const table = screen.getByRole('table', { name: 'What it asks of the cities' });
    const of = (name: string) => within(table).getByRole('row', { name: new RegExp(name) });
    expect(of('Utrecht')).toHaveTextContent('Its fair part30 to 90 nights');
    expect(of('Utrecht')).toHaveTextContent('30%');
    expect(of('Zwolle')).toHaveTextContent('More than its fair part');
    expect(of('Deventer')).toHaveTextContent('Nothing open then');
    expect(of('Deventer')).not.toHaveTextContent('30 to 90');
  });

  test('with the twelve weeks that are furthest from fair, for a city whose whole plan is fair', async () => {
    const weeks = (plannedNights: number) => {
      const outside = { from: '2027-03-02' as CalendarDate, openNights: 168, plannedNights, least: 42, most: 126 };
      return { fullest: outside, emptiest: { from: '2027-06-01' as CalendarDate, openNights: 100, plannedNights: 0 }, outside };
    };
    const load = [{ ...part('Utrecht', 'WITHIN'), weeks: weeks(168) }, { ...part('Breda', 'WITHIN'), weeks: weeks(130) }, { ...part('Zwolle', 'ABOVE'), weeks: weeks(188) }];
    await open(aPlan({ load }));
    expect(screen.getAllByText(/In the twelve weeks from/).map(({ textContent }) => textContent)).toEqual([
      'In the twelve weeks from 2 Mar 2027, Utrecht is asked for 168 of 168 open nights, where 42 to 126 would be fair: the band holds over the whole plan, not there.',
    ]);
    expect(within(screen.getByRole('table', { name: 'What it asks of the cities' })).getByRole('row', { name: /Utrecht/ })).toHaveTextContent('0% to 100%');
  });

  test('with whoever more urgent would rather have another’s place, or that nobody would', async () => {
    await open(aPlan());
    expect(screen.getByText(/^Nobody more urgent would rather/)).toBeInTheDocument();
  });

  test('by code name and city', async () => {
    await open(aPlan({ envy: [{ defender: person.defender, of: { code: 'blue-finch', codeName: 'Blue Finch' }, city: cityOf('Utrecht') }] }));
    expect(screen.getByText(/^1 person would rather have/)).toBeInTheDocument();
    expect(screen.getByText(/the place of Blue Finch in Utrecht/)).toBeInTheDocument();
  });

  test('in why, for whom it moved', async () => {
    const evened = { ...person, evenedFrom: cityOf('Zwolle') };
    await open(aPlan({ cohort: [evened] }), { 'GET /api/plans/1/people/amber-heron/why': { defender: person.defender, seat, options: [], neededBy: [], letsIn: null } });
    await userEvent.click(screen.getByRole('button', { name: 'Amber Heron: why?' }));
    expect(await screen.findByText(/^Fairness between the cities decided: Zwolle is as good/)).toBeInTheDocument();
  });
});

describe('a plan is changed', () => {
  const change = async (answer: unknown) => {
    const fake = await open(aPlan(), { 'PATCH /api/plans/1': answer });
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Change…' }));
    const dialog = await screen.findByRole('dialog');
    const name = within(dialog).getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Early spring');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    return { ...fake, dialog };
  };

  test('and says then that it is older than what is asked of it', async () => {
    const { asked } = await change(aPlan({ name: 'Early spring', version: 4, proof: null }));
    expect(await screen.findByText(/^What was asked of this plan changed since it was made/)).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ version: 3, name: 'Early spring', from: '2027-01-01', until: '2027-07-01', placesKeptFree: 0 });
  });

  test('but not over somebody else’s change, and nothing typed is lost', async () => {
    const { asked, dialog } = await change(problem(409, 'changed-meanwhile', { current: aPlan({ name: 'Late spring', version: 5 }) }));
    expect(await within(dialog).findByText('Somebody changed this since you opened it.')).toBeInTheDocument();
    expect(within(dialog).getByRole('row', { name: 'Name Late spring Early spring' })).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Early spring');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine over it' }));
    expect(asked.findLast(({ method }) => method === 'PATCH')?.body).toMatchObject({ version: 5, name: 'Early spring' });
  });

  test('and what is wrong stands at its field', async () => {
    const { dialog } = await change(problem(422, 'invalid-request', { errors: [{ pointer: '/name', detail: 'Another name, please.' }] }));
    expect(await within(dialog).findByText('Another name, please.')).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Early spring');
  });
});

test('a copy gets a name of one line and is opened', async () => {
  const { asked } = await open(aPlan(), { 'POST /api/plans/1/copies': aPlan({ id: '2' }), 'GET /api/plans/2': aPlan({ id: '2', name: 'Otherwise' }) });
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Copy…' }));
  await userEvent.type(screen.getByLabelText('Name of the copy'), 'Otherwise{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Otherwise' })).toBeInTheDocument();
  expect(asked.find(({ path }) => path === '/api/plans/1/copies')?.body).toEqual({ name: 'Otherwise' });
});

test('what would follow in another city takes the focus of the button, and tells other days from another city', async () => {
  const utrecht = seat.city;
  const breda = { id: 'c2', slug: 'breda', name: 'Breda' };
  const option = (city: typeof utrecht) => ({ city, verdict: 'FULL', best: null, counts: {}, findings: [], ifWeWait: [], whatWouldHaveToChange: [] });
  const finch = { code: 'blue-finch', codeName: 'Blue Finch' };
  const there = { ...seat, city: breda };
  await open(aPlan(), {
    'GET /api/plans/1/people/amber-heron/why': { defender: person.defender, seat, options: [option(utrecht), option(breda)], neededBy: [], letsIn: null },
    'GET /api/plans/1/people/amber-heron/instead/c2': {
      outcome: 'POSSIBLE', seat: there, leftOut: [], joins: [],
      moves: [{ defender: finch, before: there, after: { ...there, span: { from: '2027-04-03', until: '2027-06-01' } } }],
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Amber Heron: why?' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Breda: why?' }));
  screen.getByRole('button', { name: 'What if Breda instead?' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText(/Blue Finch would stay in Breda, House A, 3 Apr/)).toBeInTheDocument();
  expect(within(screen.getByRole('dialog')).getByRole('status')).toHaveFocus();
});
