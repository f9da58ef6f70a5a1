import { createHash, randomBytes } from 'node:crypto';
import { session } from '@shelter-city/contract/session';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import { policy } from '../src/access/policy.ts';
import { aDefender } from '../test/factories/defender.ts';
import { insert } from '../test/factories/insert.ts';
import { sweepInputs } from '../test/factories/sweep-inputs.ts';
import {
  hasParams,
  idsFor,
  refusalOf,
  statusOfRefusal,
  sweptEndpoints,
  targets,
  type Refusal,
  type Target,
} from '../test/factories/sweep-rules.ts';
import {
  aSweepWorld,
  askers,
  type AskerName,
  type SweepWorld,
} from '../test/factories/sweep-world.ts';
import { Asker } from '../test/harness/asker.ts';
import { anAccount, anAccountThatSignsIn, password } from '../test/factories/account.ts';
import { keyFileIn } from '../bench/stage.ts';
import { changedTables, fingerprint, watchChanges } from './fingerprint.ts';
import { counted, type Finding, type Part } from './part.ts';
import type { System } from './stage.ts';

/** Everybody of the spec's sweep, and those who only a running system has. */
type Everybody = { readonly name: string; readonly like: AskerName; readonly asker: Asker };

const otherCoordinator = 'other case’s coordinator';

/** An account that was disabled while its session was open. */
async function theDisabled({ owner, app }: System): Promise<Asker> {
  const accountId = await anAccount(owner, { role: 'COORDINATOR', riskCleared: true });
  const token = randomBytes(32).toString('base64url');
  await insert(owner, 'session', {
    accountId,
    tokenHash: createHash('sha256').update(token).digest(),
    device: 'proof',
    expiresAt: new Date('2099-01-01T00:00:00Z'),
  });
  await owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [accountId]);
  // Disabling ends the session; one that was left open by mistake must open nothing either.
  await owner.query('UPDATE session SET ended_at = NULL WHERE account_id = $1', [accountId]);
  return new Asker(app, { cookie: `session=${token}` });
}

/** One who knows a password and has no second proof: the sign-in gives nothing that could be sent along. */
async function passwordOnly({ owner, app, folder }: System): Promise<Asker> {
  const { email } = await anAccountThatSignsIn(
    { owner, keyFile: keyFileIn(folder) },
    { role: 'COORDINATOR' },
  );
  const answer = await new Asker(app).call(session.start, {
    body: { email, password, code: '000000' },
  });
  if (answer.status !== 401 || answer.cookies.length > 0)
    throw new Error(`A password alone was answered ${String(answer.status)}`);
  return new Asker(app);
}

/** An entry of a do-not-share list is there for the cleared and for who made it; for another one it isn't. */
function refusalTo(
  { name, like }: Everybody,
  key: string,
  endpoint: Endpoint,
  target: Target,
): Refusal | null {
  const refusal = refusalOf(key, endpoint, like, target);
  const isNotTheirs = name === otherCoordinator && key === 'withholding.lift';
  return isNotTheirs && refusal === 'not-allowed' ? 'not-found' : refusal;
}

type Try = {
  readonly who: string;
  readonly key: string;
  readonly target: Target;
  readonly text: string;
};

/** Asks everything of everybody that the policy refuses; what came back otherwise, or changed a row, is a violation. */
async function refusals(
  system: System,
  world: SweepWorld,
  everybody: readonly Everybody[],
  written: () => Promise<readonly string[]>,
) {
  const inputs = sweepInputs(world);
  const wrong: string[] = [];
  const notFound: Try[] = [];
  const changes: string[] = [];
  let asked = 0;
  const call = (who: Everybody, key: string, endpoint: Endpoint, target: Target) => {
    const ids = idsFor(world, who.like, target);
    return who.asker.call(endpoint, { params: ids, ...inputs[key]?.(ids) });
  };
  for (const [key, endpoint] of sweptEndpoints) {
    // On a slow machine a sweep outlasts a proof of who is there: each operation begins with a fresh one.
    await system.owner.query('UPDATE session SET stepped_up_at = now()');
    await written();
    const before = await fingerprint(system.owner);
    for (const who of everybody) {
      for (const target of hasParams(endpoint) ? targets : (['own'] as const)) {
        const refusal = refusalTo(who, key, endpoint, target);
        if (refusal === null) continue;
        asked += 1;
        const { status, text } = await call(who, key, endpoint, target);
        const name = `${who.name} ${key} ${target}`;
        if (status !== statusOfRefusal[refusal] || !text.includes(`"/problems/${refusal}"`))
          wrong.push(`${name}: ${String(status)} ${text.slice(0, 200)}`);
        if (refusal === 'not-found') notFound.push({ who: who.name, key, target, text });
        const tables = await written();
        if (tables.length > 0) changes.push(`${name}: ${tables.join(', ')}`);
      }
    }
    const after = await fingerprint(system.owner);
    if (after !== before)
      changes.push(`${key}: the hash over ${changedTables(before, after).join(', ')}`);
  }
  return { asked, wrong, notFound, changes };
}

/** Which of the answers differ from the first, though all must be the same bytes. */
const unlike = (answers: readonly Try[]): string[] =>
  answers
    .filter(({ text }) => text !== answers[0]?.text)
    .map(({ who, key, target, text }) => `${who} ${key} ${target}: ${text.slice(0, 120)}`);

/** Operations of the document that is served, against the contract and the policy. */
async function operations({ apis }: System): Promise<Finding> {
  const answer = await fetch(`${apis[0].origin}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  const documented = Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .toSorted();
  const contracted = sweptEndpoints
    .map(([, { method, path }]) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    .toSorted();
  const named = new Set<string>(sweptEndpoints.map(([, { action }]) => action));
  return counted(
    'operations: in the document = in the contract, each action in the policy',
    documented.length,
    [
      ...documented
        .filter((one) => !contracted.includes(one))
        .map((one) => `only in the document: ${one}`),
      ...contracted
        .filter((one) => !documented.includes(one))
        .map((one) => `only in the contract: ${one}`),
      ...Object.keys(policy)
        .filter((one) => !named.has(one))
        .map((one) => `only in the policy: ${one}`),
      ...[...named].filter((one) => !(one in policy)).map((one) => `not in the policy: ${one}`),
    ],
  );
}

/** Every operation × everybody × own, foreign, missing and malformed. */
export const sweep: Part = {
  name: 'sweep',
  async run(stage) {
    const system = await stage.system('proof_sweep');
    const world = await aSweepWorld(system);
    const everybody: Everybody[] = [
      ...askers.map((name) => ({ name, like: name, asker: world.by[name] })),
      { name: 'disabled', like: 'nobody', asker: await theDisabled(system) },
      { name: 'password only', like: 'nobody', asker: await passwordOnly(system) },
      {
        name: otherCoordinator,
        like: 'coordinator',
        asker: await system.signedInAs('COORDINATOR'),
      },
    ];
    const { written } = await watchChanges(system.owner);
    const first = await refusals(system, world, everybody, written);
    for (let count = 0; count < 50; count += 1) await aDefender(system.owner);
    const second = await refusals(system, world, everybody, written);
    const findings = [
      await operations(system),
      counted('refusals as the policy says', first.asked + second.asked, [
        ...first.wrong,
        ...second.wrong,
      ]),
      counted(
        'no row of any table written by any of them; the hash over all rows the same after each operation',
        first.asked + second.asked,
        [...first.changes, ...second.changes],
      ),
      counted(
        'foreign, missing, malformed: the same bytes, also with 50 more cases',
        first.notFound.length + second.notFound.length,
        unlike([...first.notFound, ...second.notFound]),
      ),
    ];
    await system.stop();
    return findings;
  },
};
