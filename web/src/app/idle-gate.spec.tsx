import { jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { OwnSession } from '../session/own-session.ts';
import { sessionQueries } from '../session/session-queries.ts';
import { IdleGate } from './idle-gate.tsx';

const minutes = async (count: number) => {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(count * 60_000);
  });
};

async function open() {
  const api = fakeApi({ 'GET /api/session': aSession(), 'POST /api/session': aSession() });
  const page = await renderRoutes(
    () => [
      {
        path: '*',
        element: (
          <OwnSession value={aSession()}>
            <label>
              Note <input />
            </label>
            <IdleGate idleMinutes={15} />
          </OwnSession>
        ),
      },
    ],
    '/',
    aSession(),
  );
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'half a sentence' } });
  return { ...page, ...api };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  document.documentElement.removeAttribute('data-locked');
});

it('asks two minutes before the end, and staying tells the server', async () => {
  const { asked } = await open();
  await minutes(12.9);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await minutes(0.2);
  fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }));
  await minutes(3);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(asked.some(({ method, path }) => `${method} ${path}` === 'GET /api/session')).toBe(true);
});

it('puts the page out of sight at the end, and brings it back as it was after signing in again', async () => {
  await open();
  await minutes(13.1);
  await minutes(2);
  expect(document.documentElement).toHaveAttribute('data-locked');
  expect(screen.getByRole('heading', { name: 'Your session has ended' })).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'x' } });
  fireEvent.change(screen.getByLabelText('Authenticator code'), { target: { value: '123456' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await minutes(0.1);
  expect(document.documentElement).not.toHaveAttribute('data-locked');
  expect(screen.getByLabelText('Note')).toHaveValue('half a sentence');
});

it('forgets everything when nobody comes back', async () => {
  const { client } = await open();
  await minutes(13.1);
  await minutes(2);
  await minutes(30.1);
  expect(client.getQueryData(sessionQueries.show().queryKey)).toBeNull();
});

it('tells the server now and then that somebody types who asks nothing', async () => {
  const { asked } = await open();
  for (let passed = 0; passed < 6; passed += 1) {
    await minutes(5);
    fireEvent.keyDown(window, { key: 'a' });
  }
  await minutes(0.1);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});
