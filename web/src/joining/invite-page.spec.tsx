import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { InvitePage } from './invite-page.tsx';

const token = 'q'.repeat(43);
const link = {
  purpose: 'INVITE',
  displayName: 'Somebody New',
  email: 'new@example.org',
  totpSecret: 'JBSWY3DPEHPK3PXP',
  totpAddress: 'otpauth://totp/Shelter%20City:new@example.org?secret=JBSWY3DPEHPK3PXP',
};

async function open(answers: Parameters<typeof fakeApi>[0], hash = `#${token}`) {
  history.replaceState(null, '', `/invite${hash}`);
  const api = fakeApi({
    'GET /api/session/welcome': { sampleData: false, signIns: [] },
    ...answers,
  });
  await renderRoutes(
    () => [
      { path: '/invite', Component: InvitePage },
      { path: '*', element: <p>inside</p> },
    ],
    '/invite',
    null,
  );
  return api;
}

it('takes the token out of the address at once and sends it in a body alone', async () => {
  const { asked } = await open({ 'POST /api/account-link': link });
  expect(await screen.findByText(/Welcome, Somebody New/)).toBeInTheDocument();
  expect(location.href).not.toContain(token);
  expect(asked.map(({ path }) => path).join()).not.toContain(token);
  expect(asked.find(({ path }) => path === '/api/account-link')?.body).toEqual({ token });
  expect(screen.getByRole('img', { name: 'QR code for your authenticator' })).toBeInTheDocument();
  expect(screen.getByText(link.totpSecret)).toBeInTheDocument();
});

it('sets a password with an authenticator and goes in; a common one is refused beside its field', async () => {
  let tries = 0;
  const { asked } = await open({
    'POST /api/account-link': link,
    'POST /api/account-link/password': () => {
      tries += 1;
      return tries === 1
        ? problem(422, 'invalid-request', {
            errors: [{ pointer: '/password', detail: 'Easy to guess.' }],
          })
        : aSession();
    },
  });
  await userEvent.type(await screen.findByLabelText('New password'), 'passwordpassword');
  await userEvent.type(screen.getByLabelText('Authenticator code'), '123456');
  await userEvent.click(screen.getByRole('button', { name: 'Set the password and sign in' }));
  expect(await screen.findByText('Easy to guess.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Set the password and sign in' }));
  expect(await screen.findByText('inside')).toBeInTheDocument();
  expect(asked.findLast(({ path }) => path.endsWith('/password'))?.body).toEqual({
    token,
    password: 'passwordpassword',
    code: '123456',
  });
});

it('says that a link is over, and what to do without one', async () => {
  await open({
    'POST /api/account-link': problem(410, 'link-over', {
      title: 'This link opens nothing any more',
    }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('This link opens nothing any more');
});

it('asks to open the link again when it is gone from the address', async () => {
  const { asked } = await open({}, '');
  await waitFor(() => {
    expect(screen.getByText('Open the link again')).toBeInTheDocument();
  });
  expect(asked.filter(({ path }) => path.startsWith('/api/account-link'))).toEqual([]);
});
