import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkAuditLog } from '@shelter-city/prisma/keeping/audit-check';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { keyFileIn } from '../bench/stage.ts';
import type { SignedIn } from '../test/harness/app.ts';
import { Asker } from '../test/harness/asker.ts';
import { scenes, type Scene } from './kill-scenes.ts';
import { OverHttp } from './over-http.ts';
import { allOf, counted, type Part } from './part.ts';
import type { System } from './stage.ts';

// The database's owner holds a lock that the act needs at that step, sees the act wait for it, kills the process, and
// lets go. The product knows nothing of it. An act that doesn't pass a step ends before it, and that is counted apart.
const steps = {
  'before it finds its place and person': 'LOCK TABLE place, defender IN ACCESS EXCLUSIVE MODE',
  'before its effect':
    'LOCK TABLE stay, disclosure_grant, export, erasure_certificate IN EXCLUSIVE MODE',
  'before its event': 'LOCK TABLE event IN SHARE MODE',
  'before its row in the audit log': 'LOCK TABLE audit.log IN SHARE MODE',
  'before its answer is kept': 'LOCK TABLE idempotency_key IN SHARE MODE',
  'at the commit': 'SELECT pg_advisory_xact_lock(4711)',
  'after the commit, before it hears of it': 'SELECT pg_advisory_xact_lock(4711)',
} as const;
type Step = keyof typeof steps;

/** Lets every act that writes an event or an audit row wait at its commit: only in the proof's own database. */
const waitAtTheCommit = `
  CREATE FUNCTION proof_waits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END $$;
  REVOKE ALL ON FUNCTION proof_waits() FROM PUBLIC;
  CREATE CONSTRAINT TRIGGER proof_waits AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proof_waits();
  CREATE CONSTRAINT TRIGGER a_proof_waits AFTER INSERT ON audit.log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION proof_waits()`;

const perhaps = async (condition: () => Promise<boolean>, patience: number): Promise<boolean> => {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await condition()) return true;
    await pause(10);
  }
  return false;
};

const backends = async ({ owner }: System, where: string): Promise<number> => {
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE datname = current_database() AND usename = 'shelter_api' AND ${where}`,
  );
  return rows[0]?.count ?? 0;
};

const count = async ({ owner }: System, sql: string, about: string): Promise<number> =>
  (await owner.query<{ count: number }>(sql, [about])).rows[0]?.count ?? 0;

type Outcome = { readonly reached: boolean; readonly wrong: readonly string[] };

/** Kills the first process at one step of one act, and looks at what is left; then the act is sent again to the second. */
async function killed(system: System, scene: Scene, step: Step): Promise<Outcome> {
  const [victim, survivor] = system.apis;
  const headers = { 'idempotency-key': randomUUID() };
  const asking = (api: typeof victim) => (asker: SignedIn) =>
    new Asker(new OverHttp([api]), { cookie: asker.cookie });
  // Who asks is looked up first, by a connection that is already open.
  const holder = await system.owner.connect();
  await holder.query('BEGIN');
  await holder.query(steps[step]);
  const sent = scene.send(asking(victim), { headers }).catch(() => undefined);
  const waits = await perhaps(
    async () => (await backends(system, "wait_event_type = 'Lock'")) > 0,
    1_500,
  );
  const wrong: string[] = [];
  if (waits && step === 'after the commit, before it hears of it') {
    process.kill(victim.pid, 'SIGSTOP');
    await holder.query('ROLLBACK');
    await perhaps(
      async () => (await backends(system, "wait_event_type = 'Lock' OR state = 'active'")) === 0,
      3_000,
    );
  }
  if (waits) await victim.kill();
  await holder.query('ROLLBACK');
  holder.release();
  // What was answered was over before the kill: another's work waited, or the act doesn't pass here.
  const reached = (await sent) === undefined;
  const left = await perhaps(async () => (await backends(system, "state <> 'idle'")) === 0, 5_000);
  if (!left) wrong.push('a transaction of the killed process is left');
  wrong.push(...(await disagreement(system, scene, 'after the kill')));
  const again = await scene.send(asking(survivor), { headers });
  if (again.status !== 200)
    wrong.push(`sent again it answers ${String(again.status)} ${again.text.slice(0, 160)}`);
  wrong.push(...(await disagreement(system, scene, 'sent again')));
  const effects = scene.isShown === true ? 1 : await count(system, scene.effects, scene.about);
  if (effects !== 1) wrong.push(`sent again there are ${String(effects)} effects`);
  if (waits) await victim.start();
  return { reached, wrong };
}

async function disagreement(system: System, scene: Scene, when: string): Promise<string[]> {
  const [effects, records] = [
    await count(system, scene.effects, scene.about),
    await count(system, scene.records, scene.about),
  ];
  const agree = scene.isShown === true ? records >= effects : records === effects;
  return agree
    ? []
    : [`${when}: ${String(effects)} effects, ${String(records)} rows that tell of them`];
}

/** A process killed at each step of each act that must leave no half. */
export const kills: Part = {
  name: 'kills',
  async run(stage) {
    const system = await stage.system('proof_kills');
    await system.owner.query(waitAtTheCommit);
    const wrong: string[] = [];
    const passed: string[] = [];
    let all = 0;
    for (const [name, set] of Object.entries(scenes)) {
      const reached: string[] = [];
      for (const step of Object.keys(steps) as Step[]) {
        const outcome = await killed(system, await set(system), step);
        all += 1;
        if (outcome.reached) reached.push(step);
        wrong.push(...outcome.wrong.map((one) => `${name}, ${step}: ${one}`));
      }
      passed.push(...reached);
      if (!reached.includes('at the commit')) wrong.push(`${name} never waited at its commit`);
    }
    await Promise.all(system.apis.map((api) => api.stop()));
    const log = await checkAuditLog(
      system.ownerUrl,
      keyRingOfFile(keyFileIn(system.folder)),
      path.join(system.folder, 'audit-anchors.jsonl'),
    );
    await system.stop();
    return [
      {
        what: `kill −9 in ${Object.keys(scenes).join(', ')}: each effect has its row, and the reverse`,
        figure: `${String(all)}, ${String(passed.length)} mid-act`,
        violations: wrong,
      },
      allOf(
        'steps of an act at which one was caught',
        Object.keys(steps).length,
        Object.keys(steps).filter((step) => !passed.includes(step)),
      ),
      counted(
        'rows of the audit log after it all, in one chain',
        log.rows,
        log.faults.map((fault) => JSON.stringify(fault)),
      ),
    ];
  },
};
