import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { figuresOf, ratioOf, type Row } from './figures.ts';
import type { Load } from './load.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { keyFileIn, newDatabase, startApi, startBare, startDatabases, startLoader, type Loader, type Served } from './stage.ts';
import { tableOf, targetsOf } from './table.ts';
import { boardWindow, World } from './world.ts';

// Fills databases, starts the API and the bare server on each, and asks both the same things in turn: one round here,
// one round there, so that a busy moment of the machine meets both.

const connections = 10;

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000,100000' }, only: { type: 'string', default: '' } },
});
const sizes = options.sizes.split(',').map(Number);
const chosen = scenarios.filter(({ name }) => name.toLowerCase().includes(options.only.toLowerCase()));
const today = Temporal.Now.plainDateISO('Europe/Amsterdam').toString() as CalendarDate;

type Pair = { readonly world: World; readonly api: Served; readonly bare: Served };
const ends: (() => Promise<unknown>)[] = [];
const atTheEnd = async () => { for (const end of ends.splice(0).reverse()) await end().catch(() => undefined); };
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void atTheEnd().then(() => process.exit(1)));

/** Says what is done, and for how long it was. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  process.stdout.write(`${name} (${((performance.now() - begin) / 1_000).toFixed(1)} s)\n`);
  return result;
}

async function pairs(): Promise<Pair[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shelter-city-bench-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const server = await step('PostgreSQL', () => startDatabases(folder));
  ends.push(() => server.stop());
  const worlds: World[] = [];
  for (const stays of sizes) {
    const world = new World(await newDatabase(server, `bench_${String(stays)}`), { stays, today }, keyFileIn(folder));
    ends.push(() => world.end());
    await step(`${stays.toLocaleString('en')} stays`, () => world.prepare());
    worlds.push(world);
  }
  return step('Servers', async () => {
    const started: Pair[] = [];
    for (const world of worlds) {
      const api = await startApi(world.ownerUrl, folder);
      ends.push(() => api.stop());
      const bare = await startBare(world.ownerUrl, today);
      ends.push(() => bare.stop());
      started.push({ world, api, bare });
    }
    return started;
  });
}

/** The rounds of one scenario over all databases, the two servers in changing order. */
async function rowsOf(scenario: Scenario, stage: readonly Pair[], loader: Loader): Promise<Row[]> {
  const loads = stage.map(() => ({ api: [] as Load[], bare: [] as Load[] }));
  for (let round = -1; round < scenario.rounds; round += 1) {
    for (const [index, pair] of stage.entries()) {
      for (const side of round % 2 === 0 ? (['api', 'bare'] as const) : (['bare', 'api'] as const)) {
        const requests = await scenario.requests(pair.world, side);
        const load = await loader.run({ port: pair[side].port, connections: scenario.connections ?? connections, requests, ...(scenario.seconds && { seconds: scenario.seconds }) });
        // The first round warms both up: their code, their connections' plans, the database's memory.
        if (round >= 0) loads[index]?.[side].push(load);
      }
    }
  }
  const figures = loads.map(({ api, bare }) => ({ api: figuresOf(api), bare: figuresOf(bare), ratio: ratioOf(api, bare) }));
  const smallest = figures[0]?.api.p95 ?? 0;
  return figures.map((row, index) => ({ name: scenario.name, stays: sizes[index] ?? 0, ...row, growth: row.api.p95 / smallest }));
}

try {
  const begin = performance.now();
  const stage = await pairs();
  const loader = startLoader();
  ends.push(() => loader.stop());
  const { from, until } = boardWindow(today);
  const inWindow = await Promise.all(stage.map(({ world }) => world.staysIn(from, until)));
  const rows: Row[] = [];
  for (const scenario of chosen) rows.push(...(await step(scenario.name, () => rowsOf(scenario, stage, loader))));
  const targets = options.only === '' ? targetsOf(rows) : [];
  const said = [
    `${String(connections)} connections, ${String(availableParallelism())} cores, Node.js ${process.versions.node}; board from ${from} until ${until}: ${inWindow.join(', ')} stays; ${String(Math.round((performance.now() - begin) / 1_000))} s`,
    tableOf(rows),
    targets.map(({ says, met }) => `${met ? 'met    ' : 'NOT MET'} ${says}`).join('\n'),
  ];
  process.stdout.write(`\n${said.join('\n\n')}\n`);
  const results = path.resolve(import.meta.dirname, '../../test-results');
  await mkdir(results, { recursive: true });
  await writeFile(path.join(results, 'bench.json'), `${JSON.stringify({ today, connections, cores: availableParallelism(), rows, targets }, null, 2)}\n`);
} finally {
  await atTheEnd();
}
