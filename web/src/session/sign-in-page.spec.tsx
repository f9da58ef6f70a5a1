import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem, type Asked } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { writeChoice } from '../design/choice-cookie.ts';
import { speak } from '../messages/language.ts';
import { SignInPage } from './sign-in-page.tsx';
import { sessionQueries } from './session-queries.ts';
import { pathBack, signInPath } from './way-back.ts';

const sample = {
  role: 'CITY_PARTNER',
  riskCleared: false,
  cityName: 'Utrecht',
  email: 'utrecht@sample.invalid',
  password: 'long enough to pass',
  totpSecret: 'JBSWY3DPEHPK3PXP',
  code: '123456',
};

const open = (answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({
    'GET /api/session/welcome': { sampleData: false, signIns: [] },
    ...answers,
  });
  const routes = () => [
    { path: '/sign-in', Component: SignInPage },
    { path: '*', element: <p>inside</p> },
  ];
  return renderRoutes(routes, '/sign-in', null).then((page) => ({ ...page, ...api }));
};

const fill = async ({ email = 'a@sample.invalid', password = 'right', code = '123456' } = {}) => {
  await userEvent.type(screen.getByLabelText('E-mail'), email);
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.type(screen.getByLabelText('Authenticator code'), code);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

it('asks for all three before it sends anything, and goes to the first that is missing', async () => {
  const { asked } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByText('The code has six digits.')).toBeInTheDocument();
  expect(screen.getByLabelText('E-mail')).toHaveFocus();
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(0);
});

it('says one sentence for whatever was wrong, and keeps all but the code, which works once', async () => {
  await open({
    'POST /api/session': problem(401, 'sign-in-refused', {
      detail: 'These three don’t belong together.',
    }),
  });
  await fill();
  expect(await screen.findByRole('alert')).toHaveTextContent('These three don’t belong together.');
  expect(screen.getByLabelText('E-mail')).toHaveValue('a@sample.invalid');
  expect(screen.getByLabelText('Password')).toHaveValue('right');
  expect(screen.getByLabelText('Authenticator code')).toHaveValue('');
});

it('signs in and goes home', async () => {
  const { client } = await open({ 'POST /api/session': aSession({ role: 'MANAGER' }) });
  await fill();
  expect(await screen.findByText('inside')).toBeInTheDocument();
  expect(client.getQueryData(sessionQueries.show().queryKey)?.account.role).toBe('MANAGER');
});

it('tells the account the language that was chosen on this device', async () => {
  writeChoice('language', 'nl');
  const { asked } = await open({
    'POST /api/session': aSession(),
    'PATCH /api/session/preferences': aSession({ language: 'nl' }),
  });
  await act(() => speak('nl'));
  await userEvent.type(await screen.findByLabelText('Wachtwoord'), 'right');
  await userEvent.type(screen.getByLabelText('E-mail'), 'a@sample.invalid');
  await userEvent.type(screen.getByLabelText('Code van de authenticator'), '123456');
  await userEvent.click(screen.getByRole('button', { name: 'Inloggen' }));
  const told = (one: Asked) => one.method === 'PATCH';
  await waitFor(() => {
    expect(asked.find(told)?.body).toEqual({ language: 'nl' });
  });
});

it('offers sample people only where the data is sample data, and fills the form in', async () => {
  await open({ 'GET /api/session/welcome': { sampleData: true, signIns: [sample] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Use: City partner · Utrecht' }));
  expect(screen.getByLabelText('E-mail')).toHaveValue(sample.email);
  expect(screen.getByLabelText('Authenticator code')).toHaveValue('123456');
  expect(screen.getByText('JBSWY3DPEHPK3PXP')).toBeInTheDocument();
});

it('comes back to the page that was asked for, on this origin only', () => {
  expect(signInPath('http://localhost/board?zoom=2')).toBe('/sign-in?return=%2Fboard%3Fzoom%3D2');
  expect(signInPath('/')).toBe('/sign-in');
  expect(pathBack('http://localhost/sign-in?return=%2Fboard%3Fzoom%3D2')).toBe('/board?zoom=2');
  for (const trap of [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
  ]) {
    expect(pathBack(`/sign-in?return=${encodeURIComponent(trap)}`)).toBeUndefined();
  }
});
