import { jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { fakeApi, type Asked } from '../../test/fake-api.ts';
import { aSession, renderRoutes } from '../../test/render-page.tsx';
import { OwnSession } from '../session/own-session.ts';
import { sessionQueries } from '../session/session-queries.ts';
import { IdleGate } from './idle-gate.tsx';

/** Half a minute at a time, so that what one of them brings about is there in the next. */
const minutes = async (count: number) => {
  for (let left = count; left > 0; left -= 0.5)
    await act(async () => {
      await jest.advanceTimersByTimeAsync(Math.min(left, 0.5) * 60_000);
    });
};

async function open(more: Readonly<Record<string, unknown>> = {}) {
  const api = fakeApi({
    'GET /api/session': aSession(),
    'POST /api/session': aSession(),
    'DELETE /api/session': { done: true },
    ...more,
  });
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

const ended = (asked: readonly Asked[]) =>
  asked.filter(({ method, path }) => `${method} ${path}` === 'DELETE /api/session').length;

it('ends the session itself, however busily the page has asked, and not only what is in sight', async () => {
  const { asked } = await open();
  await minutes(14.9);
  expect(ended(asked)).toBe(0);
  await minutes(0.3);
  expect(screen.getByRole('heading', { name: 'Your session has ended' })).toBeInTheDocument();
  expect(ended(asked)).toBe(1);
  await minutes(5);
  expect(ended(asked)).toBe(1);
});

it('tries again until the server has heard of it', async () => {
  let isDown = true;
  const { asked } = await open({
    'DELETE /api/session': () => {
      if (isDown) throw new TypeError('Failed to fetch');
      return { done: true };
    },
  });
  await minutes(13.1);
  await minutes(2);
  await minutes(2);
  const tries = ended(asked);
  expect(tries).toBeGreaterThan(1);
  isDown = false;
  await minutes(5);
  expect(ended(asked)).toBe(tries + 1);
});

describe('somebody who works in another window', () => {
  let elsewhere: (() => void) | null = null;
  const told = jest.fn();
  beforeEach(() => {
    told.mockClear();
    globalThis.BroadcastChannel = class {
      set onmessage(listener: () => void) {
        elsewhere = listener;
      }
      postMessage = told;
      close = () => {
        elsewhere = null;
      };
    } as unknown as typeof BroadcastChannel;
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  });
  const lifeElsewhere = () => {
    act(() => elsewhere?.());
  };

  it('is there in this one too, asked already or not', async () => {
    const { asked } = await open();
    for (let passed = 0; passed < 4; passed += 1) {
      await minutes(13.1);
      expect(screen.getByRole('alertdialog')).toBeInTheDocument();
      await minutes(1);
      lifeElsewhere();
      await minutes(12);
      lifeElsewhere();
    }
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(ended(asked)).toBe(0);
  });

  it('hears of whoever works in this one, now and then and not at each key', async () => {
    await open();
    told.mockClear();
    for (let key = 0; key < 20; key += 1) fireEvent.keyDown(window, { key: 'a' });
    expect(told.mock.calls.length).toBeLessThanOrEqual(1);
    await minutes(1);
    fireEvent.keyDown(window, { key: 'a' });
    expect(told).toHaveBeenCalled();
    expect(told.mock.calls.flat().join('')).toBe('');
  });
});
