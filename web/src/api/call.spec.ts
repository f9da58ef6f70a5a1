import { jest } from '@jest/globals';
import { session } from '@shelter-city/contract/session';
import { stays } from '@shelter-city/contract/stays';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { speak } from '../messages/language.ts';
import { addressOf, call } from './call.ts';
import { forgetActs } from './idempotency.ts';
import { ApiProblem, isConflict, NetworkFailure } from './problems.ts';

const signIn = { email: 'a@sample.invalid', password: 'x', code: '123456' };

beforeEach(() => {
  forgetActs();
});

it('puts parameters into the path and the query, and leaves out what is empty', () => {
  const address = addressOf(stays.show, {
    params: { stayId: 'a/b' },
    query: { city: undefined, search: '', mine: true, tag: ['x', 'y'] },
  });
  expect(address).toBe('/api/stays/a%2Fb?mine=true&tag=x&tag=y');
});

it('reads in the language of the pages and sends no key with a read', async () => {
  await speak('nl');
  const { asked } = fakeApi({ 'GET /api/session/welcome': { sampleData: false, signIns: [] } });
  await expect(call(session.welcome, {})).resolves.toEqual({ sampleData: false, signIns: [] });
  expect(asked[0]?.headers.get('accept-language')).toBe('nl');
  expect(asked[0]?.headers.has('idempotency-key')).toBe(false);
});

it('throws a refusal with its words, its slug and what it clashes with', async () => {
  fakeApi({
    'POST /api/session': problem(409, 'changed-meanwhile', {
      detail: 'Too late',
      current: { version: 4 },
    }),
  });
  const failure: unknown = await call(session.start, { body: signIn }).catch(
    (thrown: unknown) => thrown,
  );
  expect(failure).toBeInstanceOf(ApiProblem);
  expect(isConflict(failure) && [failure.slug, failure.message, failure.details.current]).toEqual([
    'changed-meanwhile',
    'Too late',
    { version: 4 },
  ]);
});

it('understands an answer that isn’t a problem of ours', async () => {
  fakeApi({ 'GET /api/session': new Response('<h1>Bad gateway</h1>', { status: 502 }) });
  await expect(call(session.show, {})).rejects.toMatchObject({
    details: { type: 'about:blank', status: 502 },
  });
});

it('keeps the key of a write whose outcome is unknown, and takes a new one after an answer', async () => {
  let isDown = true;
  const { asked } = fakeApi({
    'POST /api/session': () => {
      if (isDown) throw new TypeError('Failed to fetch');
      return problem(401, 'sign-in-refused');
    },
  });
  const attempt = () => call(session.start, { body: signIn }).catch((thrown: unknown) => thrown);
  await expect(attempt()).resolves.toBeInstanceOf(NetworkFailure);
  isDown = false;
  await expect(attempt()).resolves.toBeInstanceOf(ApiProblem);
  await attempt();
  const [first, again, anew] = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(again).toBe(first);
  expect(anew).not.toBe(first);
});

it('sends nothing while offline', async () => {
  const { asked } = fakeApi({});
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect(call(session.end, {})).rejects.toMatchObject({ wasSent: false });
  expect(asked).toHaveLength(0);
  online.mockRestore();
});
