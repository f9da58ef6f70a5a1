import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { aGuest, aHome, aRequest } from './city-home.fixture.ts';
import { route } from './city-home.route.tsx';

const { id } = aRequest();
const at = (answer: string) => `POST /api/city/stays/${id}/${answer}`;
const open = async (answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({ 'GET /api/city': aHome(), ...answers });
  return { ...(await renderPage(route, { path: 'city', account: { role: 'CITY_PARTNER' } })), ...api };
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const writes = (asked: readonly { method: string; body: unknown }[]) => asked.filter(({ method }) => method !== 'GET').map(({ body }) => body);

it('knows only the month before a yes', async () => {
  await open();
  expect(await screen.findByText('Arrives in May 2027 for 85 nights in House A.')).toBeInTheDocument();
  expect(screen.getByText('French (native)')).toBeInTheDocument();
  expect(document.title).toContain('Our city');
});

it('offers no yes for a guest who isn’t to be placed any more, and says so', async () => {
  await open({ 'GET /api/city': aHome({ requests: [aRequest({ mayConfirm: false })] }) });
  expect(await screen.findByText(/no answer is needed/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Yes, we can host: Amber Heron' })).toBeNull();
});

it('asks once, waits for the server, then says what happens next', async () => {
  let home = aHome();
  let answer: (response: unknown) => void = () => undefined;
  const { asked } = await open({ 'GET /api/city': () => home, [at('confirmation')]: () => new Promise((resolve) => { answer = resolve; }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, we can host: Amber Heron' }));
  expect(screen.getByRole('alertdialog', { name: 'You say yes to hosting Amber Heron in May 2027 in House A' })).toBeInTheDocument();
  await press('Yes, we host');
  expect(screen.getByRole('button', { name: 'Yes, we host' })).toHaveAttribute('aria-busy', 'true');
  expect(screen.queryByText(/can come/)).not.toBeInTheDocument();
  home = aHome({ requests: [], guests: [aGuest()] });
  answer(aGuest());
  const next = await screen.findByRole('dialog', { name: 'Thank you. Amber Heron can come.' });
  expect(next).toHaveTextContent('3 May – 27 Jul 2027 in House A');
  expect(within(next).getByRole('link', { name: 'To the stay' })).toHaveAttribute('href', `/city/stays/${id}`);
  expect(writes(asked)).toEqual([{ version: 5 }]);
});

it('says why a yes was not taken, in the same place', async () => {
  await open({ [at('confirmation')]: problem(409, 'hold-expired', { title: 'The hold has expired', detail: 'The place was held until 30 November.' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, we can host: Amber Heron' }));
  await press('Yes, we host');
  expect(await screen.findByRole('alert')).toHaveTextContent('The place was held until 30 November.');
  expect(screen.getByRole('alertdialog')).toBeInTheDocument();
});

it('says no with the reason that was chosen, and keeps the note when the server can’t be reached', async () => {
  let fails = true;
  const { asked } = await open({ [at('decline')]: () => { if (fails) throw new TypeError('no network'); return { ...aGuest(), phase: 'AFTER' }; } });
  await userEvent.click(await screen.findByRole('button', { name: 'No: Amber Heron' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Nobody to accompany the guest then' }));
  await userEvent.type(screen.getByLabelText(/^Note for the coordinator/), 'We are back in June.');
  await press('Send no');
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing is done twice.');
  expect(screen.getByLabelText(/^Note for the coordinator/)).toHaveValue('We are back in June.');
  fails = false;
  await press('Send no');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked).at(-1)).toEqual({ version: 5, reason: 'STAFF_ABSENT', note: 'We are back in June.' });
});

it('asks for words where the reason says nothing', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'No: Amber Heron' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Another reason' }));
  await press('Send no');
  expect(await screen.findByText('Say in a few words why.')).toBeInTheDocument();
  expect(writes(asked)).toEqual([]);
});

it('offers other dates, and keeps them when the place is taken then', async () => {
  const otherDates = { from: '2027-06-01', until: '2027-08-25' } as never; // calendar days of a spec
  await open({
    'GET /api/city': aHome({ requests: [aRequest({ otherDates })] }),
    [at('other-dates')]: problem(409, 'place-taken', { title: 'Another stay has this place', detail: 'The place is taken from 1 June to 1 July.' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Yes, other dates: Amber Heron' }));
  await userEvent.type(await screen.findByLabelText(/^Note for the coordinator/), 'After the exams.');
  await press('Offer these dates');
  expect(await screen.findByRole('alert')).toHaveTextContent('The place is taken from 1 June to 1 July.');
  expect(screen.getByLabelText(/^Note for the coordinator/)).toHaveValue('After the exams.');
});

it('says what will appear where no guest is', async () => {
  await open({ 'GET /api/city': aHome({ requests: [] }) });
  expect(await screen.findByText('No guest now or on the way')).toBeInTheDocument();
  expect(screen.getByText('No request waits for you.')).toBeInTheDocument();
});

it('records an arrival with its day', async () => {
  const here = aGuest({ arrivesOn: '2026-11-21' as never, departsOn: '2027-02-14' as never, status: 'TRAVELLING', may: ['arrive'] }); // calendar days of a spec
  const { asked } = await open({ 'GET /api/city': aHome({ requests: [], guests: [here] }), [at('arrival')]: here });
  await userEvent.click(await screen.findByRole('button', { name: 'Arrived: Amber Heron' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Record the arrival' }));
  await waitFor(() => { expect(writes(asked)).toEqual([{ version: 6, on: '2026-11-21' }]); });
});
