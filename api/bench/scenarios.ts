import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { totpCode } from '@shelter-city/vault/totp';
import { freshKey, written, type Asked } from './requests.ts';
import { boardWindow, password, type World } from './world.ts';

/** One thing that is measured, asked of the API and of the bare server. */
export type Scenario = {
  readonly name: string;
  /** Seconds of each round; without it each request of a round is sent once, because it can't be sent again. */
  readonly seconds?: number;
  readonly rounds: number;
  /** So many ask at once; without it as many as everywhere. */
  readonly connections?: number;
  /** The requests of one round. */
  requests(world: World, side: 'api' | 'bare'): Promise<readonly string[]> | readonly string[];
};

const views = ['all', 'unplaced', 'coming', 'here'] as const;

/** Lists that anybody asks for all day: the same addresses again and again, by ten people. */
function list(name: string, api: (world: World) => readonly string[], bare: (world: World) => readonly string[]): Scenario {
  return {
    name,
    seconds: 1.2,
    rounds: 4,
    requests: (world, side) =>
      side === 'bare'
        ? bare(world).map((path) => written({ path }))
        : api(world).flatMap((path) => world.coordinators.map(({ cookie }) => written({ path, headers: { cookie } }))),
  };
}

const match = (name: string): Scenario => list(
  name,
  ({ waiting }) => waiting.map((codeName) => `/api/defenders/${slugOfCodeName(codeName)}/match`),
  ({ waiting }) => waiting.map((codeName) => `/match?name=${encodeURIComponent(codeName)}`),
);

const windowOf = ({ extent }: World) => new URLSearchParams(boardWindow(extent.today)).toString();

async function proposals(world: World, side: 'api' | 'bare'): Promise<string[]> {
  const holdUntil = addDays(world.extent.today, 7);
  const people = await world.proposables(proposalsOfARound);
  return people.map(({ codeName, ...where }, index) => {
    const { cookie, accountId } = world.coordinators[index % world.coordinators.length] ?? { cookie: '', accountId: '' };
    const said = { ...where, why: 'The language fits, and the place is quiet.', holdUntil };
    const asked: Asked = side === 'bare'
      ? { path: '/propose', body: { ...said, codeName, account: accountId, key: freshKey() } }
      : { path: '/api/proposals', body: { ...said, code: slugOfCodeName(codeName) }, headers: { cookie, 'idempotency-key': freshKey() } };
    return written(asked);
  });
}

async function signIns(world: World, side: 'api' | 'bare'): Promise<string[]> {
  const now = performance.timeOrigin + performance.now();
  const people = await world.strangers(signInsOfARound);
  return people.map(({ email, secret }, index) => {
    // Everybody from a network of their own, as behind the proxy.
    const network = `198.51.100.${String(index)}`;
    return side === 'bare'
      ? written({ path: '/sign-in', body: { email, password, network } })
      : written({ path: '/api/session', body: { email, password, code: totpCode(secret, now / 1_000) }, headers: { 'x-forwarded-for': network } });
  });
}

const proposalsOfARound = 240;
const signInsOfARound = 30;

/** What is measured, in the order of the table; what writes comes last, so that the lists are asked of what was filled. */
export const scenarios: readonly Scenario[] = [
  list('Board window', (world) => [`/api/board?${windowOf(world)}`], (world) => [`/board?${windowOf(world)}`]),
  list('Today’s queue', () => ['/api/today'], () => ['/today']),
  list('Defenders’ list', () => views.map((view) => `/api/defenders?view=${view}`), () => views.map((view) => `/defenders?view=${view}`)),
  match('Match for one defender'),
  // What a coordinator waits for; the row above is what ten wait for who never pause, on cores that ask and answer at once.
  { ...match('Match, one asker'), connections: 1 },
  { name: 'Propose', rounds: 4, requests: proposals },
  { name: 'Sign-in', rounds: 3, requests: signIns },
];
