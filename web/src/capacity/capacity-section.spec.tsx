import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { aCapacity, aPeriod, coordinatorMay, house } from './capacity.fixture.ts';
import { CapacitySection } from './capacity-section.tsx';

const show = 'GET /api/cities/utrecht/capacity';
const signing = 'POST /api/cities/utrecht/capacity/confirmation';
const period = aPeriod();
const offering = `POST /api/capacity-periods/${period.id}/offer`;

const open = (answers: Parameters<typeof fakeApi>[0], role: 'CITY_PARTNER' | 'COORDINATOR' = 'CITY_PARTNER') => {
  const api = fakeApi({ [show]: aCapacity(), ...answers });
  const Page = () => <CapacitySection slug="utrecht" />;
  return renderPage(() => ({ Component: Page }), { path: 'capacity', account: { role } }).then((page) => ({ ...page, ...api }));
};
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const writes = (asked: readonly { method: string; path: string; body: unknown }[]) => asked.filter(({ method }) => method !== 'GET').map(({ path, body }) => [path, body]);

it('confirms all of a year with one question, and sends what was seen', async () => {
  const asking = aPeriod({ id: 'b412c3e1-21e9-43bd-99fb-9b8f9c55e27a', status: 'REQUESTED', version: 7 });
  const { asked } = await open({ [show]: aCapacity({ periods: [period, asking] }), [signing]: aCapacity({ periods: [] }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Confirm all of 2027' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Confirm all of 2027?' });
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(2);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm all of 2027' }));
  await waitFor(() => { expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument(); });
  expect(writes(asked)).toEqual([['/api/cities/utrecht/capacity/confirmation', { periods: [{ id: period.id, version: 3 }, { id: asking.id, version: 7 }] }]]);
});

it('signs what is there now when somebody changed it in the meantime', async () => {
  let version = 3;
  const { asked } = await open({
    [show]: () => aCapacity({ periods: [aPeriod({ version })] }),
    [signing]: () => {
      if (version > 3) return aCapacity();
      version = 4;
      return problem(409, 'changed-meanwhile', { title: 'Somebody changed this in the meantime', detail: 'Look at how it is now, then decide again.' });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Confirm all of 2027' }));
  const sign = async () => { await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Confirm all of 2027' })); };
  await sign();
  expect(await screen.findByRole('alert')).toHaveTextContent('Look at how it is now, then decide again.');
  await waitFor(() => { expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(2); });
  await sign();
  await waitFor(() => { expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument(); });
  expect(writes(asked).at(-1)?.[1]).toEqual({ periods: [{ id: period.id, version: 4 }] });
});

it('says of a refused period what to do, and keeps what was typed', async () => {
  await open({ [offering]: problem(409, 'capacity-overlaps', { title: 'Some of these nights are already confirmed' }) });
  await userEvent.click(await screen.findByRole('button', { name: /^More for House A, / }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Change the offer…' }));
  await userEvent.type(await screen.findByLabelText(/^Note/), 'With a second key.');
  await press('Save');
  expect(await screen.findByRole('alert')).toHaveTextContent('Change that one, or choose days beside it.');
  expect(screen.getByLabelText(/^Note/)).toHaveValue('With a second key.');
});

it('shows somebody else’s change beside one’s own, and saves one’s own over it', async () => {
  const theirs = aPeriod({ version: 4, note: 'Theirs' });
  let refused = false;
  const { asked } = await open({
    [offering]: () => {
      if (refused) return aCapacity();
      refused = true;
      return problem(409, 'changed-meanwhile', { title: 'Changed', current: aCapacity({ periods: [theirs] }) });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: /^More for House A, / }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Change the offer…' }));
  await userEvent.type(await screen.findByLabelText(/^Note/), 'Mine');
  await userEvent.click(screen.getByRole('checkbox', { name: /certain/ }));
  await press('Save');
  expect(await screen.findByRole('row', { name: 'Note Theirs Mine' })).toBeInTheDocument();
  await press('Save mine over it');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked).map(([, body]) => body)).toEqual([
    { version: 3, opensOn: '2027-04-01', closesOn: '2027-07-01', track: null, note: 'Mine' },
    { version: 4, opensOn: '2027-04-01', closesOn: '2027-07-01', track: null, note: 'Mine' },
  ]);
});

it('closes no days under a stay, says how to go on, and keeps the reason', async () => {
  await open({
    [show]: aCapacity({ blocked: [], periods: [] }),
    [`POST /api/places/${house.id}/blocked-days`]: problem(409, 'capacity-in-use', { title: 'A stay lies on some of these nights' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'More for House A' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Close some days…' }));
  await userEvent.selectOptions(await screen.findByLabelText('Reason'), 'REPAIR');
  const fill = async (label: string, keys: string) => {
    const group = await screen.findByRole('group', { name: label });
    await userEvent.click(within(group).getAllByRole('spinbutton')[0] as HTMLElement);
    await userEvent.keyboard(keys);
  };
  await fill('Closed from', '01122026');
  await fill('Open again on', '05122026');
  await press('Close these days');
  expect(await screen.findByRole('alert')).toHaveTextContent('A stay lies on some of these nights. Leave the nights of the stay as they are, or ask Justice & Peace to move the stay first.');
  expect(screen.getByLabelText('Reason')).toHaveValue('REPAIR');
});

it('offers a coordinator to ask and to withdraw, never to confirm', async () => {
  const seen = aPeriod({ may: { offer: false, confirm: false, change: false, withdraw: true } });
  const withdrawal = `POST /api/capacity-periods/${period.id}/withdrawal`;
  const { asked } = await open({ [show]: aCapacity({ periods: [seen], may: coordinatorMay }), [withdrawal]: aCapacity({ periods: [], may: coordinatorMay }) }, 'COORDINATOR');
  expect(await screen.findByRole('button', { name: 'Ask for dates: House A' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /confirm/i })).not.toBeInTheDocument();
  await press(/^More for House A, /);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Withdraw…' }));
  await userEvent.type(await screen.findByLabelText(/^Why\?/), 'The house is sold');
  await press('Withdraw');
  await waitFor(() => { expect(screen.queryByRole('dialog')).not.toBeInTheDocument(); });
  expect(writes(asked)).toEqual([[`/api/capacity-periods/${period.id}/withdrawal`, { version: 3, reason: 'The house is sold' }]]);
});
