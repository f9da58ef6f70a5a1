import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import { isOpen } from '../src/access/policy.ts';
import { canariesIn, canariesSeenBy, openedBy } from './factories/canaries.ts';
import { sweepInputs } from './factories/sweep-inputs.ts';
import {
  hasParams,
  idsFor,
  reachOfAsker,
  refusalOf,
  statusOfRefusal,
  sweptEndpoints,
  targets,
  type Target,
} from './factories/sweep-rules.ts';
import {
  aSweepWorld,
  askers,
  type AskerName,
  type SweepWorld,
} from './factories/sweep-world.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: SweepWorld;
let inputs: ReturnType<typeof sweepInputs>;
beforeAll(async () => {
  app = await startApp();
  world = await aSweepWorld(app);
  inputs = sweepInputs(world);
}, 60_000);
afterAll(async () => {
  await app.stop();
});

const endpoints = sweptEndpoints;

const call = (key: string, endpoint: Endpoint, asker: AskerName, target: Target) => {
  const ids = idsFor(world, asker, target);
  return world.by[asker].call(endpoint, { params: ids, ...inputs[key]?.(ids) });
};

/** Everything that is written down about cases, cities and accounts, in one number. */
async function fingerprint(): Promise<string> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault') AND tablename NOT IN ('session', 'sign_in_delay', 'spent_challenge') ORDER BY 1`,
  );
  const sums = await Promise.all(
    tables.map(
      async ({ name }) =>
        (
          await app.owner.query<{ sum: string }>(
            `SELECT '${name}' || md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${name} t`,
          )
        ).rows[0]?.sum,
    ),
  );
  return sums.join('\n');
}

test('every endpoint of the contract is swept', () => {
  expect(Object.keys(inputs)).toEqual(endpoints.map(([key]) => key));
});

describe('whoever may not', () => {
  let before: string;
  const notFound = new Set<string>();
  beforeAll(async () => {
    before = await fingerprint();
  });

  test.each(endpoints)(
    '%s: is refused as the policy says, and told nothing else',
    async (key, endpoint) => {
      for (const asker of askers) {
        for (const target of hasParams(endpoint) ? targets : (['own'] as const)) {
          const refusal = refusalOf(key, endpoint, asker, target);
          if (refusal === null) continue;
          const answer = await call(key, endpoint, asker, target);
          expect([asker, target, answer.status, answer.problem.type]).toEqual([
            asker,
            target,
            statusOfRefusal[refusal],
            `/problems/${refusal}`,
          ]);
          if (refusal === 'not-found') notFound.add(answer.text);
          else
            expect(Object.keys(answer.problem).toSorted()).toEqual(
              ['detail', 'requestId', 'status', 'title', 'type'].filter(
                (name) => name !== 'detail' || refusal === 'not-signed-in',
              ),
            );
        }
      }
    },
  );

  test('is told the same of a foreign, a missing and a malformed thing, byte for byte', () => {
    expect([...notFound]).toEqual([
      '{"type":"/problems/not-found","status":404,"title":"There is nothing here"}',
    ]);
  });

  test('stands in the audit log, with what was tried', async () => {
    const { rows } = await app.owner.query<{ role: string; tried: number }>(
      `SELECT actor_role AS role, count(DISTINCT action)::integer AS tried FROM audit.log
       WHERE result = 'REFUSED' AND reason = 'not for this role' AND actor_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const triedBy = (asker: AskerName) =>
      new Set(
        endpoints
          .filter(([, one]) => !isOpen(one.action) && reachOfAsker(asker, one) === null)
          .map(([, { action }]) => action),
      ).size;
    expect(rows).toEqual([
      { role: 'shelter_admin', tried: triedBy('admin') },
      { role: 'shelter_city', tried: triedBy('partner') },
      { role: 'shelter_coordinator', tried: triedBy('coordinator') },
      { role: 'shelter_manager', tried: triedBy('manager') },
    ]);
  });

  test('changes nothing', async () => {
    expect(await fingerprint()).toBe(before);
  });
});

describe('whoever may', () => {
  /** These end the session that asks, are for those who have none, or refuse what is no proof. */
  const apart = [
    'session.end',
    'session.endOther',
    'session.start',
    'session.prove',
    'session.changePassword',
    'passkeys.start',
    'passkeys.prove',
    'passkeys.add',
    'passkeys.rename',
    'passkeys.remove',
    'accountLinks.look',
    'accountLinks.usePassword',
    'accountLinks.passkeyOptions',
    'accountLinks.usePasskey',
  ];
  beforeEach(async () => {
    await app.owner.query("UPDATE stay SET status = 'CONFIRMED', version = 1 WHERE id = ANY ($1)", [
      [world.here.stayId, world.there.stayId],
    ]);
  });

  test.each(endpoints.filter(([key]) => !apart.includes(key)))(
    '%s: is heard',
    async (key, endpoint) => {
      for (const asker of askers) {
        if (refusalOf(key, endpoint, asker, 'own') !== null) continue;
        const { status, text } = await call(key, endpoint, asker, 'own');
        expect([asker, [200, 409].includes(status) ? 'heard' : text]).toEqual([asker, 'heard']);
      }
    },
  );
});

describe('what is sealed', () => {
  test.each(askers)(
    'is opened by nothing but a reveal, and for %s only what is theirs',
    async (asker) => {
      const { read, opened } = await canariesSeenBy(asker, world, app.owner);
      expect([...read]).toEqual([]);
      expect([...opened].toSorted()).toEqual(openedBy[asker].toSorted());
    },
  );

  test('stands in no row of the database, no line of the log and no event', async () => {
    const { rows: tables } = await app.owner.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault', 'audit')",
    );
    for (const { name } of tables) {
      const { rows } = await app.owner.query<{ text: string }>(
        `SELECT string_agg(t::text, ' ') AS text FROM ${name} t`,
      );
      expect([name, canariesIn(rows[0]?.text ?? '')]).toEqual([name, []]);
    }
    expect(canariesIn(app.log())).toEqual([]);
  });
});
