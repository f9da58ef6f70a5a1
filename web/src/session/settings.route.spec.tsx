import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { aSession, renderPage } from '../../test/render-page.tsx';
import { route as adminHome } from './admin-home.route.tsx';
import { route as settings } from './settings.route.tsx';

const here = {
  id: '1',
  device: 'Firefox, Linux',
  createdAt: '2027-01-01T08:00:00.000Z',
  lastSeenAt: '2027-01-01T09:00:00.000Z',
  current: true,
};
const elsewhere = { ...here, id: '2', device: 'Safari, iPhone', current: false };
const sessions = { items: [here, elsewhere] };

it('ends a session elsewhere, and offers no such thing for this one', async () => {
  const { asked } = fakeApi({
    'GET /api/sessions': sessions,
    'DELETE /api/sessions/2': { done: true },
  });
  await renderPage(settings, { path: 'settings' });
  const line = (await screen.findByText('Firefox, Linux')).closest('li') as HTMLElement;
  expect(within(line).queryByRole('button')).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'End the session on Safari, iPhone' }),
  );
  await waitFor(() => {
    expect(
      asked.filter(({ path }) => path.startsWith('/api/sessions')).map(({ method }) => method),
    ).toEqual(['GET', 'DELETE', 'GET']);
  });
});

it('says what went wrong with its number, and tries again', async () => {
  let isDown = true;
  fakeApi({
    'GET /api/passkeys': { items: [] },
    'GET /api/sessions': () =>
      isDown ? problem(500, 'unexpected', { title: 'Something broke' }) : sessions,
  });
  await renderPage(settings, { path: 'settings' });
  expect(await screen.findByRole('alert')).toHaveTextContent('Something broke');
  expect(screen.getByText('req-1')).toBeInTheDocument();
  isDown = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Safari, iPhone')).toBeInTheDocument();
});

it('changes language and theme at once, in a cookie and in the account', async () => {
  const { asked } = fakeApi({
    'GET /api/sessions': sessions,
    'PATCH /api/session/preferences': aSession(),
  });
  await renderPage(settings, { path: 'settings' });
  await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await userEvent.selectOptions(screen.getByLabelText('Language'), 'Français');
  expect(await screen.findByRole('heading', { name: 'Réglages' })).toBeInTheDocument();
  expect(document.cookie).toContain('theme=dark');
  expect(document.cookie).toContain('language=fr');
  await waitFor(() => {
    expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
      { theme: 'dark' },
      { language: 'fr' },
    ]);
  });
});

describe('the own password', () => {
  const open = async (answer: Parameters<typeof fakeApi>[0][string]) => {
    const api = fakeApi({
      'GET /api/sessions': sessions,
      'GET /api/passkeys': { items: [] },
      'PUT /api/session/password': answer,
    });
    await renderPage(settings, { path: 'settings' });
    await userEvent.click(await screen.findByRole('button', { name: 'Change the password' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change the password' }));
    const fill = async (now: string, next: string) => {
      await userEvent.type(dialog.getByLabelText('Password of now'), now);
      await userEvent.type(dialog.getByLabelText('New password'), next);
      await userEvent.click(dialog.getByRole('button', { name: 'Change the password' }));
    };
    return { ...api, dialog, fill };
  };

  it('is changed with the one of now', async () => {
    const { asked, fill } = await open(aSession());
    await fill('a long password for specs', 'granite umbrella seventeen otters');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      password: 'a long password for specs',
      newPassword: 'granite umbrella seventeen otters',
    });
  });

  it('that is too short is said before it is sent, and one that isn’t right beside its field', async () => {
    const { asked, dialog, fill } = await open(
      problem(422, 'invalid-request', {
        errors: [{ pointer: '/password', detail: 'This is not your password.' }],
      }),
    );
    await fill('wrong', 'too short');
    await waitFor(() => {
      expect(dialog.getByLabelText('New password')).toBeInvalid();
    });
    expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
    await userEvent.type(dialog.getByLabelText('New password'), ', and now long');
    await userEvent.click(dialog.getByRole('button', { name: 'Change the password' }));
    expect(await dialog.findByText('This is not your password.')).toBeInTheDocument();
    expect(dialog.getByLabelText('New password')).toHaveValue('too short, and now long');
  });
});

it('shows an administrator the own account, and no case', async () => {
  fakeApi({ 'GET /api/sessions': sessions });
  await renderPage(adminHome, { path: 'admin', account: { role: 'ADMIN' } });
  expect(await screen.findByText('somebody@sample.invalid')).toBeInTheDocument();
  expect(screen.getByText('Administrator')).toBeInTheDocument();
});
