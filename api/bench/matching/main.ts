import { parseArgs } from 'node:util';
import { aCohort, type Cohort } from '@shelter-city/planner/random-input.fixture';
import { measured, median, type Measured } from './measured.ts';
import { besideNative } from './native.ts';
import { oneDefender } from './one-defender.ts';
import { differing } from './oracle.ts';
import { publicInstances } from './public-instances.ts';
import { drawn } from './drawn.ts';

// One run, one table: one defender against cities, cohorts of each size, the public instances, and native solvers where there
// are any. Times are of this machine, which may be doing other things; each plan runs in a thread of its own.

const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
const seeds = options.quick ? [1] : [1, 2, 3, 4, 5];
const isChosen = (part: string) => part.includes(options.only);
const targets: { says: string; met: boolean }[] = [];
const target = (what: string, value: number | undefined, most: number, unit: string): void => {
  targets.push({ says: `${what}: at most ${most} ${unit}, ${value === undefined ? 'never' : `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`}`, met: value !== undefined && value <= most });
};
const shown = (value: number | undefined): string => (value === undefined ? 'not' : value.toFixed(value < 10 ? 2 : 0));

type Size = Omit<Cohort, 'seed'> & { readonly runs: number };
const sizes: readonly Size[] = [
  { cities: 5, people: 12, places: 6, runs: 5 },
  { cities: 20, people: 100, places: 40, runs: 5 },
  { cities: 80, people: 1_000, places: 311, runs: 5 },
  { cities: 80, people: 5_000, places: 311, runs: 1 },
];

if (isChosen('one defender')) {
  const rows = [5, 20, 100].map((cities) => {
    const runs = seeds.map((seed) => oneDefender(cities, seed));
    const time = median(runs.map(({ milliseconds }) => milliseconds));
    if (cities === 100) target('One defender against 100 cities', time, 50, 'ms');
    return [`1 × ${cities}`, `${median(runs.map(({ findings }) => findings)) ?? 0}`, `${shown(time)} ms`];
  });
  say('One defender against cities, with all reasons', [['people × cities', 'findings', 'median'], ...rows]);
}

if (isChosen('cohorts')) {
  const rows: string[][] = [];
  for (const size of options.quick ? sizes.slice(0, 1) : sizes) {
    const runs: Measured[] = [];
    for (const seed of seeds.slice(0, size.runs)) {
      const run = await measured(aCohort({ ...size, seed }));
      runs.push(run);
      notice(`${size.cities} × ${size.people}, seed ${seed}: ${run.seconds.toFixed(1)} s, ${run.plan.worth} of at most ${run.plan.bound}`);
    }
    rows.push(rowOf(size, runs));
    targetsOf(size, runs);
  }
  const head = ['cities × people', 'places', 'first', '2 %', '1 %', '0.05 %', 'end', 'gap', 'proven', 'placed', 'worth lost by first come', 'memory', 'main thread held'];
  say('Cohorts: medians over seeds, seconds until proven to be within', [head, ...rows]);
}

if (isChosen('public instances')) {
  const rows: string[][] = [];
  const all = publicInstances();
  const chosen = options.quick ? all.filter(({ name }) => name === 'gap1-0.txt' || name === 'data_2_24_40_33.dat') : all;
  let reached = 0;
  for (const { name, family, input, lower, upper, valueOf } of chosen) {
    const { plan, seconds } = await measured(input, family === 'smptsp' ? { searchRounds: 2_000, nodes: 2_000 } : {});
    const value = valueOf(plan.worth, plan.placed);
    notice(`${name}: ${seconds.toFixed(1)} s, ${value ?? 'not all placed'}, published ${upper}`);
    if (value !== undefined && value <= upper) reached += 1;
    rows.push([family, name, lower === upper ? `${upper}` : `${lower} to ${upper}`, value === undefined ? 'not all placed' : `${value}`, plan.isBest ? 'yes' : 'no', shown(seconds)]);
  }
  targets.push({ says: `Public instances: every published value reached, ${reached} of ${chosen.length}`, met: reached === chosen.length });
  say('Public instances', [['family', 'instance', 'published', 'ours', 'proven by us', 'seconds'], ...rows]);
}

if (isChosen('oracle')) {
  const count = options.quick ? 100 : 5_000;
  const seeds = await differing(100_000, count);
  targets.push({ says: `Small random cases equal to trying everything: ${count - seeds.length} of ${count}${seeds.length > 0 ? `, not ${seeds.join(', ')}` : ''}`, met: seeds.length === 0 });
}

if (isChosen('native')) {
  process.stdout.write('\nThe same models in native solvers\n\n');
  for (const size of sizes.slice(0, options.quick ? 1 : 2))
    for (const line of await besideNative(`${size.cities} × ${size.people}`, aCohort({ ...size, seed: 1 }))) process.stdout.write(`${line}\n`);
}

process.stdout.write(`\nTargets\n\n${targets.map(({ says, met }) => `- ${met ? 'met' : 'NOT met'}: ${says}`).join('\n')}\n`);

function rowOf({ cities, people, places }: Size, runs: readonly Measured[]): string[] {
  const middle = (of: (run: Measured) => number | undefined) => median(runs.map(of));
  return [
    `${cities} × ${people}`, `${places}`, shown(middle(({ first }) => first)), ...[0.02, 0.01, 0.0005].map((share) => shown(middle(({ within }) => within(share)))),
    shown(middle(({ seconds }) => seconds)), `${((middle(({ plan }) => (plan.bound - plan.worth) / plan.bound) ?? 1) * 100).toFixed(3)} %`,
    `${runs.filter(({ plan }) => plan.isBest).length} of ${runs.length}`, `${middle(({ plan }) => plan.placed) ?? 0}`,
    `${((middle(({ plan }) => 1 - plan.firstCome / plan.worth) ?? 0) * 100).toFixed(1)} %`,
    `${shown(middle(({ memory }) => memory))} MB`, `${shown(middle(({ unresponsive }) => unresponsive))} ms`,
  ];
}

function targetsOf({ cities, people }: Size, runs: readonly Measured[]): void {
  const name = `${cities} × ${people}`;
  const proven = median(runs.map(({ plan, seconds }) => (plan.isBest ? seconds : undefined)));
  if (people === 12) target(`${name} proven`, proven, 0.5, 's');
  if (people === 100) {
    target(`${name} within 0.05 %`, median(runs.map(({ within }) => within(0.0005))), 3, 's');
    target(`${name} proven`, proven, 10, 's');
  }
  if (people === 1_000) {
    target(`${name} within 2 %`, median(runs.map(({ within }) => within(0.02))), 10, 's');
    target(`${name} within 1 %`, median(runs.map(({ within }) => within(0.01))), 40, 's');
  }
  target(`${name} memory`, Math.max(...runs.map(({ memory }) => memory)), 1_000, 'MB');
}

/** How far the run is, beside the table. */
function notice(line: string): void {
  process.stderr.write(`${line}\n`);
}

function say(title: string, lines: readonly (readonly string[])[]): void {
  process.stdout.write(`\n${title}\n\n${drawn(lines)}\n`);
}
