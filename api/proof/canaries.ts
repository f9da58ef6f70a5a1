import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { queryOnce } from '@shelter-city/prisma/tools/query';
import { canariesIn, canariesSeenBy, openedBy } from '../test/factories/canaries.ts';
import { sweepInputs } from '../test/factories/sweep-inputs.ts';
import { sweptEndpoints } from '../test/factories/sweep-rules.ts';
import {
  aSweepWorld,
  askers,
  type AskerName,
  type SweepWorld,
} from '../test/factories/sweep-world.ts';
import { counted, type Finding, type Part } from './part.ts';
import type { Stage, System } from './stage.ts';

const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted().join(', ');

/** Whether two sets of names are the same, and else what is too much or missing. */
function differences(who: string, seen: Iterable<string>, expected: Iterable<string>): string[] {
  const [one, other] = [[...seen], [...expected]];
  const more = one.filter((name) => !other.includes(name));
  const less = other.filter((name) => !one.includes(name));
  return [
    ...(more.length > 0 ? [`${who} saw ${sorted(more)}`] : []),
    ...(less.length > 0 ? [`${who} did not see ${sorted(less)}`] : []),
  ];
}

/** What isn't sealed and still is somebody's: each word stands in one column of one case. */
const openWords = ['Instruction', 'Reason Here', 'Reason There', 'Place Here', 'Place There'];
const both = openWords;
const readBy: Readonly<Record<AskerName, readonly string[]>> = {
  nobody: [],
  coordinator: both,
  cleared: both,
  // The places are every coordinator's; the case of somebody whom they are kept from is not there.
  withheld: ['Place Here', 'Place There'],
  partner: ['Instruction', 'Reason Here', 'Place Here'],
  otherPartner: ['Instruction', 'Reason There', 'Place There'],
  manager: [],
  admin: [],
};

async function sayOpenWords({ owner }: System, { here, there }: SweepWorld): Promise<void> {
  for (const [{ stayId, placeId }, where] of [
    [here, 'Here'],
    [there, 'There'],
  ] as const) {
    await owner.query('UPDATE stay SET why_this_city = $2 WHERE id = $1', [
      stayId,
      `Canary Reason ${where}`,
    ]);
    await owner.query('UPDATE place SET label = $2 WHERE id = $1', [
      placeId,
      `Canary Place ${where}`,
    ]);
  }
}

async function openWordsReadBy(asker: AskerName, world: SweepWorld): Promise<Set<string>> {
  const inputs = sweepInputs(world);
  const seen = new Set<string>();
  for (const ids of [world.here, world.there])
    for (const [key, endpoint] of sweptEndpoints.filter(([, { method }]) => method === 'GET')) {
      const { text } = await world.by[asker].call(endpoint, { ...inputs[key]?.(ids), params: ids });
      for (const word of openWords) if (text.includes(`Canary ${word}`)) seen.add(word);
    }
  return seen;
}

/** Every row of the database as its owner would dump it, bytes as they are. */
async function plainDump({ owner }: System): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault', 'audit')",
  );
  let text = '';
  for (const { name } of tables) {
    const { rows } = await owner.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
    for (const row of rows)
      for (const value of Object.values(row))
        text += `${Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)}\n`;
  }
  return text;
}

/** The files below a folder in which a canary stands, as bytes. */
async function filesWithCanaries(
  folder: string,
): Promise<{ readonly looked: number; readonly found: string[] }> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const found: string[] = [];
  for (const file of files) {
    const name = path.join(file.parentPath, file.name);
    const names = canariesIn((await readFile(name)).toString('latin1'));
    if (names.length > 0) found.push(`${path.relative(folder, name)}: ${names.join(', ')}`);
  }
  return { looked: files.length, found };
}

/** Unique words in everything that is sealed: who sees which of them, and where they never are. */
export const canaries: Part = {
  name: 'canaries',
  async run(stage: Stage): Promise<readonly Finding[]> {
    const system = await stage.system('proof_canaries');
    // The harshest log: every statement with everything that was bound to it.
    await queryOnce(system.ownerUrl, 'ALTER SYSTEM SET log_min_duration_statement = 0');
    await queryOnce(system.ownerUrl, 'SELECT pg_reload_conf()');
    const logged = stage.databaseLog().length;
    const beside: string[] = [];
    let answers = 0;
    system.app.onAnswer = (url, { headers, cookies }) => {
      answers += 1;
      const names = canariesIn(
        decodeURIComponent(url) + JSON.stringify(headers) + JSON.stringify(cookies),
      );
      if (names.length > 0) beside.push(`${new URL(url).pathname}: ${names.join(', ')}`);
    };
    const world = await aSweepWorld(system);
    await sayOpenWords(system, world);
    const wrong: string[] = [];
    const unasked: string[] = [];
    const open: string[] = [];
    for (const asker of askers) {
      const { read, opened } = await canariesSeenBy(asker, world, system.owner);
      wrong.push(...differences(asker, opened, openedBy[asker]));
      unasked.push(...differences(asker, read, []));
      open.push(...differences(asker, await openWordsReadBy(asker, world), readBy[asker]));
    }
    await queryOnce(system.ownerUrl, 'ALTER SYSTEM RESET log_min_duration_statement');
    await queryOnce(system.ownerUrl, 'SELECT pg_reload_conf()');
    const waysOut = system.apis.flatMap((api) => api.waysOut());
    const toDatabase = `tcp ${new URL(system.ownerUrl).host}`;
    const apiLog = system.apis.map((api) => api.log()).join('');
    const databaseLog = stage.databaseLog().slice(logged);
    const dump = await plainDump(system);
    // All pages reach the disk, so that looking at the files looks at everything.
    await queryOnce(system.ownerUrl, 'CHECKPOINT');
    const disk = await filesWithCanaries(stage.folder);
    const expected = Object.values(openedBy).reduce((sum, names) => sum + names.length, 0);
    await system.stop();
    return [
      counted(
        'opened by a reveal: exactly the matrix, the positive cases among them',
        expected,
        wrong,
      ),
      counted('in no answer that nobody asked to open', askers.length, unasked),
      counted(
        'not sealed, and still one’s own: exactly the matrix',
        openWords.length * askers.length,
        open,
      ),
      counted('in no address, header or cookie', answers, beside),
      counted(
        'ways out of the processes: no mail, no name looked up, no other program; all lead to the database',
        waysOut.length,
        waysOut.length === 0
          ? ['nothing was watched']
          : [...new Set(waysOut.filter((way) => way !== toDatabase))],
      ),
      counted('lines of the API’s log without one', apiLog.split('\n').length, canariesIn(apiLog)),
      counted(
        'lines of PostgreSQL’s log with every statement and value, without one',
        databaseLog.split('\n').length,
        databaseLog.includes('duration:') ? canariesIn(databaseLog) : ['nothing was logged'],
      ),
      counted('bytes of a plain dump without one', dump.length, canariesIn(dump)),
      counted('files on disk without one: data, journal, logs, keys', disk.looked, disk.found),
    ];
  },
};
