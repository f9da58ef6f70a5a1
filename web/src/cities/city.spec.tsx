import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { aCapacity, coordinatorMay } from '../capacity/capacity.fixture.ts';
import { aCity, aPlace } from './city.fixture.ts';
import { route } from './city.route.tsx';

const open = async (answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({ 'GET /api/cities/utrecht': aCity(), 'GET /api/cities/utrecht/capacity': aCapacity({ may: coordinatorMay }), ...answers });
  return { ...(await renderPage(route, { path: 'cities/:slug', at: '/cities/utrecht' })), ...api };
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const writes = (asked: readonly { method: string; body: unknown }[]) => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body);

it('says what nobody knows yet', async () => {
  await open();
  expect(await screen.findByRole('heading', { name: 'Utrecht' })).toBeInTheDocument();
  const factOf = (term: string) => screen.getAllByText(term)[0]?.nextElementSibling;
  expect(factOf('Languages spoken with guests')).toHaveTextContent('Not known yet');
  expect(factOf('Agreement valid until')).toHaveTextContent('Not known yet');
  expect(factOf('Step-free')).toHaveTextContent('Not known yet');
  expect(factOf('Pets allowed')).toHaveTextContent('Yes');
  expect(document.title).not.toContain('Utrecht');
});

it('changes the profile with the version that was seen', async () => {
  const { asked } = await open({ 'PATCH /api/cities/utrecht': aCity({ version: 10 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Change the profile' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('radio', { name: 'Yes' }));
  await userEvent.type(screen.getByLabelText(/^Guests a year at most/), '3');
  await userEvent.type(screen.getByLabelText(/^Guests at once at most/), '2');
  await press('Save');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked)).toEqual([{ version: 9, facts: { ...aCity().facts, careNearby: true, guestsAYearAtMost: 3, guestsAtOnceAtMost: 2 } }]);
});

it('says how many are there already when the city names a lower number', async () => {
  await open({ 'GET /api/cities/utrecht': aCity({ mostGuestsAtOnce: 3, facts: { ...aCity().facts, guestsAtOnceAtMost: 3 } }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Change the profile' }));
  const field = await screen.findByLabelText(/^Guests at once at most/);
  expect(screen.queryByText(/there are 3 guests already/)).not.toBeInTheDocument();
  await userEvent.clear(field);
  await userEvent.type(field, '2');
  expect(await screen.findByText('On some nights to come there are 3 guests already. They stay; nobody is added then.')).toBeInTheDocument();
});

it('shows somebody else’s change beside one’s own and loses neither', async () => {
  const facts = { ...aCity().facts, screeningDays: 14 };
  let refused = false;
  const { asked } = await open({
    'PATCH /api/cities/utrecht': () => {
      if (refused) return aCity({ version: 11 });
      refused = true;
      return problem(409, 'changed-meanwhile', { title: 'Changed', current: aCity({ version: 10, facts }) });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Change the profile' }));
  await userEvent.clear(await screen.findByLabelText(/^Days of rest/));
  await userEvent.type(screen.getByLabelText(/^Days of rest/), '5');
  await press('Save');
  expect(await screen.findByRole('row', { name: 'Days of own screening 14 42' })).toBeInTheDocument();
  await press('Save mine over it');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked).at(-1)).toMatchObject({ version: 10, facts: { screeningDays: 42, daysBetweenGuests: 5 } });
});

it('refuses a number that is none, beside its field', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Change the profile' }));
  await userEvent.type(await screen.findByLabelText(/^Days of own screening/), 'x');
  await press('Save');
  expect(await screen.findByText('Write a whole number from 0 to 180.')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText(/^Guests at once at most/), '0');
  expect(await screen.findByText('Write a whole number from 1 to 50.')).toBeInTheDocument();
  expect(writes(asked)).toEqual([]);
});

it('says of a place whether a diet is possible, once somebody knows', async () => {
  const { asked } = await open({ [`PATCH /api/places/${aPlace().id}`]: aCity({ version: 10 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Change House A' }));
  await userEvent.click(within(await screen.findByRole('group', { name: 'Diets possible' })).getByRole('radio', { name: 'Yes' }));
  await press('Save');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked)).toEqual([{ version: 2, facts: { ...aPlace().facts, dietPossible: true } }]);
});

it('puts a taken name beside its field', async () => {
  await open({ 'POST /api/cities/utrecht/places': problem(409, 'label-taken', { title: 'Taken', errors: [{ pointer: '/facts/label', detail: 'Another place of this city has that name.' }] }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a place…' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'House A');
  await press('Add the place');
  expect(await screen.findByText('Another place of this city has that name.')).toBeInTheDocument();
  expect(screen.getByLabelText('Name')).toHaveValue('House A');
});

it('opens an address only with a reason, and keeps it out of the cache', async () => {
  const { asked, client } = await open({ [`POST /api/places/${aPlace().id}/address/reveals`]: { address: 'Sample street 1', secondsShown: 60 } });
  await userEvent.click(await screen.findByRole('button', { name: 'Reveal: Address of House A' }));
  await userEvent.type(within(screen.getByRole('dialog')).getByLabelText('Reason'), 'The pick-up on Monday');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Reveal' }));
  expect(await screen.findByText('Sample street 1')).toBeInTheDocument();
  expect(writes(asked)).toEqual([{ reason: 'The pick-up on Monday' }]);
  expect(JSON.stringify(client.getQueryCache().getAll().map(({ state }) => state.data))).not.toContain('Sample street');
});

it('seals an address over the version that was seen, and asks before it replaces a newer one', async () => {
  const [was, now] = [aPlace(), aPlace({ addressVersion: 4 })];
  const { asked } = await open({
    [`PUT /api/places/${was.id}/address`]: ({ body }: { body: { version: number } }) =>
      body.version === 4 ? aCity({ places: [aPlace({ addressVersion: 5 })] }) : problem(409, 'changed-meanwhile', { title: 'Changed', current: aCity({ places: [now] }) }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Replace the address of House A' }));
  await userEvent.type(await screen.findByLabelText('Address'), 'Sample street 2');
  await press('Seal the address');
  await press('Save mine over it');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked)).toEqual([{ version: 3, address: 'Sample street 2' }, { version: 4, address: 'Sample street 2' }]);
});
