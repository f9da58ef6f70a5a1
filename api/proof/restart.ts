import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { defenders } from '@shelter-city/contract/defenders';
import { aCall } from '../test/factories/defender.ts';
import { aProfile } from '../test/factories/profile.ts';
import { allOf, counted, type Part } from './part.ts';
import type { System } from './stage.ts';

const readyWithin = 5_000;
const writers = 6;

/** Writers that never give up: each repeats a write under the same key until it is answered. */
function writing(system: System, callId: string) {
  const acknowledged: string[] = [];
  const unexpected: string[] = [];
  let refusedMeanwhile = 0;
  let goesOn = true;
  const writer = async () => {
    const coordinator = await system.signedInAs('COORDINATOR');
    while (goesOn) {
      const headers = { 'idempotency-key': randomUUID() };
      const body = { callId, profile: aProfile(), identity: null, contact: null, dependants: null };
      for (;;) {
        const answer = await coordinator
          .call(defenders.create, { body, headers })
          .catch(() => undefined);
        if (answer?.status === 200) {
          acknowledged.push(answer.reply.code);
          break;
        }
        refusedMeanwhile += 1;
        if (answer && answer.status < 500)
          unexpected.push(`${String(answer.status)} ${answer.text.slice(0, 200)}`);
        await pause(50);
      }
    }
  };
  const all = Promise.all(Array.from({ length: writers }, writer));
  return {
    acknowledged,
    async end() {
      goesOn = false;
      await all;
      return { acknowledged, unexpected, refusedMeanwhile };
    },
  };
}

/** PostgreSQL ends under load and comes back; the API's processes live on. */
export const restart: Part = {
  name: 'restart',
  async run(stage) {
    const system = await stage.system('proof_restart');
    const before = system.apis.map(({ pid }) => pid);
    const load = writing(system, await aCall(system.owner));
    await pause(3_000);
    const early = load.acknowledged.length;
    let down = '';
    await stage.restartServer(async () => {
      const lives = await fetch(`${system.apis[0].origin}/livez`).then(
        ({ status }) => status,
        () => 0,
      );
      const ready = await fetch(`${system.apis[0].origin}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
      down = `${String(lives)} ${String(ready)}`;
    });
    const [one, two] = await Promise.all(system.apis.map((api) => api.untilReady(30_000)));
    const slowest = Math.max(one ?? Infinity, two ?? Infinity);
    await pause(3_000);
    const { acknowledged, unexpected, refusedMeanwhile } = await load.end();
    const { rows } = await system.owner.query<{ slug: string }>(
      "SELECT replace(lower(code_name), ' ', '-') AS slug FROM defender",
    );
    const kept = new Set(rows.map(({ slug }) => slug));
    const lost = acknowledged.filter((code) => !kept.has(code));
    const { rows: told } = await system.owner.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM event WHERE verb = 'CREATED' AND subject = 'DEFENDER'",
    );
    const pids = system.apis.map(({ pid }) => pid);
    const findings = [
      allOf('acknowledged writes still there', acknowledged.length, lost),
      counted('writes acknowledged after it came back', acknowledged.length - early, [
        ...(acknowledged.length > early ? [] : ['none']),
        ...unexpected,
      ]),
      counted('each written once, though repeated; each with its event', rows.length, [
        ...(rows.length === acknowledged.length
          ? []
          : [`${String(acknowledged.length)} acknowledged`]),
        ...(told[0]?.count === rows.length ? [] : [`${String(told[0]?.count)} events`]),
      ]),
      counted('answers refused meanwhile, and repeated', refusedMeanwhile),
      {
        what: 'alive but not ready while it was away',
        figure: down,
        violations: down === '200 503' ? [] : ['livez and readyz should have said 200 503'],
      },
      {
        what: 'ready again after it took connections',
        figure: `${(slowest / 1_000).toFixed(2)} s`,
        violations: slowest <= readyWithin ? [] : [`more than ${String(readyWithin)} ms`],
      },
      allOf('the same processes', 2, before.filter((pid, at) => pid !== pids[at]).map(String)),
    ];
    await system.stop();
    return findings;
  },
};
