import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { aSession, renderPage } from '../../test/render-page.tsx';
import { route as accounts } from './accounts.route.tsx';
import { route as cities } from './cities.route.tsx';

const me = aSession().account;
const somebody = {
  id: '7a3b9a52-8d3f-4f0e-9f51-1f6f3a0c9d01',
  displayName: 'Somebody Else',
  email: 'else@example.org',
  role: 'COORDINATOR',
  city: null,
  riskCleared: false,
  state: 'ACTIVE',
  linkUntil: null,
  recovery: null,
  version: 3,
};
const myself = { ...somebody, id: me.id, displayName: 'Myself', role: 'ADMIN' };
const asked = {
  id: '7a3b9a52-8d3f-4f0e-9f51-1f6f3a0c9d02',
  reason: 'both keys are lost',
  askedBy: { id: '7a3b9a52-8d3f-4f0e-9f51-1f6f3a0c9d03', displayName: 'Another' },
  askedAt: '2027-01-01T08:00:00.000Z',
};
const link = { address: 'http://localhost:3000/invite#abc', expiresAt: '2027-01-04T08:00:00.000Z' };

const open = async (items: readonly object[], answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({
    'GET /api/admin/accounts': { items },
    'GET /api/admin/cities': { items: [] },
    ...answers,
  });
  await renderPage(accounts, { path: 'admin/accounts', account: { role: 'ADMIN' } });
  await screen.findByRole('table', { name: 'Accounts' });
  return api;
};
const choose = async (act: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'Acts for Somebody Else' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: act }));
};

it('invites somebody and shows the link once, with how to hand it over', async () => {
  const { asked: calls } = await open([myself], {
    'POST /api/admin/accounts': { account: somebody, link },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Invite somebody' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Invite somebody' }));
  await userEvent.type(dialog.getByLabelText('Name'), 'Somebody Else');
  await userEvent.type(dialog.getByLabelText('E-mail'), 'else@example.org');
  await userEvent.click(dialog.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByLabelText('Link')).toHaveValue(link.address);
  expect(screen.getByText(/No mail is sent/)).toBeInTheDocument();
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    role: 'COORDINATOR',
    cityId: null,
    riskCleared: false,
  });
});

it('offers no act on the own account', async () => {
  await open([myself]);
  expect(screen.queryByRole('button', { name: 'Acts for Myself' })).not.toBeInTheDocument();
  expect(screen.getByText('You')).toBeInTheDocument();
});

it('disables somebody after asking, and says why it can’t be', async () => {
  const { asked: calls } = await open([myself, somebody], {
    [`POST /api/admin/accounts/${somebody.id}/disabling`]: problem(409, 'last-administrator', {
      detail: 'Let another administrator in first.',
    }),
  });
  await choose('Disable…');
  await userEvent.click(await screen.findByRole('button', { name: 'Disable' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Let another administrator in first.');
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({ version: 3 });
});

it('ends somebody’s sessions with a reason, and leaves the account', async () => {
  const { asked: calls } = await open([myself, somebody], {
    [`POST /api/admin/accounts/${somebody.id}/sessions/end`]: { done: true },
  });
  await choose('End the sessions…');
  const dialog = within(
    await screen.findByRole('dialog', { name: 'End the sessions of Somebody Else' }),
  );
  await userEvent.click(dialog.getByRole('button', { name: 'End the sessions' }));
  expect(dialog.getByText('Say in a few words why.')).toBeInTheDocument();
  await userEvent.type(dialog.getByLabelText('Reason'), 'a telephone was lost');
  await userEvent.click(dialog.getByRole('button', { name: 'End the sessions' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    reason: 'a telephone was lost',
  });
});

it('lets another administrator approve a recovery, and never the one who asked', async () => {
  await open([myself, { ...somebody, recovery: asked }], {
    [`POST /api/admin/recoveries/${asked.id}/approval`]: { account: somebody, link },
  });
  await choose('Approve the recovery…');
  expect(await screen.findByText(/both keys are lost/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByLabelText('Link')).toHaveValue(link.address);
});

it('doesn’t offer the approval of what one asked oneself', async () => {
  const mine = { ...asked, askedBy: { id: me.id, displayName: 'Myself' } };
  await open([myself, { ...somebody, recovery: mine }]);
  await userEvent.click(screen.getByRole('button', { name: 'Acts for Somebody Else' }));
  expect(await screen.findByRole('menuitem', { name: 'Refuse the recovery…' })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Approve the recovery…' })).not.toBeInTheDocument();
});

it('adds a city', async () => {
  const { asked: calls } = fakeApi({
    'GET /api/admin/cities': { items: [] },
    'POST /api/admin/cities': {},
  });
  await renderPage(cities, { path: 'admin/cities', account: { role: 'ADMIN' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a city' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'Holwerd');
  await userEvent.type(screen.getByLabelText('Region'), 'Fryslân');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
      name: 'Holwerd',
      region: 'Fryslân',
      status: 'ACTIVE',
    });
  });
});
