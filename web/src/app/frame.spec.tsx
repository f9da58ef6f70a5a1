import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { noteReachable } from '../api/reachability.ts';
import { sessionQueries } from '../session/session-queries.ts';
import { routesFor } from './router.tsx';

const sessions = { items: [] };
const answers = {
  'GET /api/sessions': sessions,
  'DELETE /api/session': { done: true },
  'GET /api/session/welcome': { sampleData: false, signIns: [] },
};

const open = (
  at: string,
  session: ReturnType<typeof aSession> | null = aSession(),
  more: Parameters<typeof fakeApi>[0] = {},
) => {
  const api = fakeApi({
    ...answers,
    'GET /api/session': session ?? problem(401, 'not-signed-in'),
    ...more,
  });
  return renderRoutes(routesFor, at, session).then((page) => ({ ...page, ...api }));
};

const mainNavigation = async () => {
  const [sidebar] = await screen.findAllByRole('navigation', { name: 'Main' });
  return within(sidebar as HTMLElement)
    .getAllByRole('link')
    .map((link) => link.textContent);
};

afterEach(() => {
  act(() => {
    noteReachable(true);
  });
  document.documentElement.removeAttribute('data-locked');
});

it('shows nobody anything but the sign-in page, and remembers where they were going', async () => {
  const { router } = await open('/settings', null);
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(router.state.location.search).toBe('?return=%2Fsettings');
});

it.each([
  ['ADMIN', '/admin', ['My account', 'Accounts', 'Cities', 'Retention', 'Audit log', 'Rules']],
  ['CITY_PARTNER', '/city', ['Our city', 'Capacity', 'Yearly counts', 'Rules']],
  ['MANAGER', /^\/reports\/\d{4}$/, ['Yearly report', 'Rules']],
  [
    'COORDINATOR',
    '/today',
    ['Today', 'Defenders', 'Board', 'Plans', 'Cities', 'Yearly report', 'Rules'],
  ],
] as const)('takes a %s home and offers the places of the role', async (role, home, places) => {
  const { router } = await open('/', aSession({ role }));
  expect(await mainNavigation()).toEqual(places);
  await waitFor(() => {
    expect(router.state.location.pathname).toMatch(home);
  });
});

it('has no page of another role, in the words for what never was', async () => {
  await open('/admin', aSession({ role: 'COORDINATOR' }));
  expect(await screen.findByRole('heading', { name: 'Not found' })).toBeInTheDocument();
});

it('says that the data is sample data, and puts the title of the page in the tab without a name', async () => {
  await open('/settings');
  expect(await screen.findByText('Sample data')).toBeInTheDocument();
  await waitFor(() => {
    expect(document.title).toContain('Settings');
  });
});

it('moves the focus to the title of the page it goes to', async () => {
  const { router } = await open('/settings', aSession({ role: 'ADMIN' }));
  await screen.findByRole('heading', { name: 'Settings' });
  await act(() => router.navigate('/admin'));
  await waitFor(() => {
    expect(screen.getByRole('heading', { name: 'My account' })).toHaveFocus();
  });
});

it('signs out: the cache is empty and the sign-in page is there', async () => {
  const { client, asked } = await open('/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  client.setQueryData(['defenders', 'list'], ['something read']);
  await userEvent.click(await screen.findByRole('button', { name: /Somebody/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/api/session')).toBe(
    true,
  );
  expect(client.getQueryData(['defenders', 'list'])).toBeUndefined();
  expect(client.getQueryData(sessionQueries.show().queryKey)).toBeNull();
});

it('shows the sign-in page when an answer says that the session is over', async () => {
  const { router } = await open('/settings', aSession(), {
    'GET /api/sessions': problem(401, 'not-signed-in'),
  });
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(router.state.location.search).toBe('?return=%2Fsettings');
});

it('blanks the screen by Ctrl+Shift+L and shows it again', async () => {
  await open('/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  await userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
  expect(await screen.findByRole('heading', { name: 'The screen is locked' })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute('data-locked');
  await userEvent.click(screen.getByRole('button', { name: 'Show again' }));
  expect(document.documentElement).not.toHaveAttribute('data-locked');
});

it('goes to a page by g and a letter, unless the reader has switched such keys off', async () => {
  const { router, unmount } = await open('/settings', aSession({ role: 'ADMIN' }));
  await screen.findByRole('heading', { name: 'Settings' });
  await userEvent.keyboard('ga');
  await waitFor(() => {
    expect(router.state.location.pathname).toBe('/admin');
  });
  unmount();
  const without = await open('/settings', aSession({ role: 'ADMIN', shortcuts: false }));
  await screen.findByRole('heading', { name: 'Settings' });
  await userEvent.keyboard('ga');
  expect(without.router.state.location.pathname).toBe('/settings');
});

it('finds a page by Ctrl+K, and a defender by code name', async () => {
  const { router } = await open('/settings', aSession(), {
    'GET /api/defenders': { items: [{ code: 'amber-heron', codeName: 'Amber Heron' }] },
  });
  await screen.findByRole('heading', { name: 'Settings' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search' }), 'amb');
  await userEvent.click(await screen.findByRole('menuitem', { name: /Amber Heron/ }));
  expect(router.state.location.pathname).toBe('/defenders/amber-heron');
});

it('says when there is no connection', async () => {
  await open('/settings');
  await screen.findByRole('heading', { name: 'Settings' });
  act(() => {
    noteReachable(false);
  });
  expect(await screen.findByText(/No connection/)).toBeInTheDocument();
});
