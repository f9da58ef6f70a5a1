import path from 'node:path';
import { parseArgs } from 'node:util';
import { aCohortAsked, building } from './building.ts';
import { cancelling } from './cancelling.ts';
import { cohorts, inputOf, nameOf, productSizes, sizes } from './cohorts.ts';
import { measured, median, shown } from './measured.ts';
import { besideNative } from './native.ts';
import { oneDefender } from './one-defender.ts';
import { differing } from './oracle.ts';
import { publicInstances } from './public-instances.ts';
import { Report } from './report.ts';

// One run, one table: one defender against cities, cohorts of each size, stopping, the public instances, trying everything, and
// native solvers where there are any. Times are of this machine, which may be doing other things; each plan runs in a thread.

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    write: { type: 'boolean', default: false },
  },
});
const seeds = options.quick ? [1] : options.seeds.split(',').map(Number);
const isChosen = (part: string) => part.includes(options.only);
const report = new Report();
const plain = sizes.filter(({ isShared = false }) => !isShared);

if (isChosen('one defender')) {
  const rows = [5, 20, 100].map((cities) => {
    const runs = seeds.map((seed) => oneDefender(cities, seed));
    const time = median(runs.map(({ milliseconds }) => milliseconds));
    if (cities === 100) report.atMost('One defender against 100 cities', time, 50, 'ms');
    return [`1 × ${cities}`, `${median(runs.map(({ findings }) => findings)) ?? 0}`, `${shown(time)} ms`];
  });
  report.section('One defender against cities, with all reasons', [['people × cities', 'findings', 'median'], ...rows]);
}

if (isChosen('building')) {
  const rows = plain.slice(0, 2).map((size) => {
    const runs = seeds.map((seed) => building(aCohortAsked({ ...size, seed })));
    if (size.people === 100) report.atMost(`${nameOf(size)}: making the planner's input`, median(runs.map(({ milliseconds }) => milliseconds)), 300, 'ms');
    return [nameOf(size), `${median(runs.map(({ stays }) => stays)) ?? 0}`, `${shown(median(runs.map(({ milliseconds }) => milliseconds)))} ms`];
  });
  report.section('Making the planner\'s input from the facts: every stay judged by every rule', [['cities × people', 'stays allowed', 'median'], ...rows]);
}

if (isChosen('cohorts')) await cohorts(report, 'Cohorts', options.quick ? sizes.slice(0, 2) : sizes, seeds, notice);

if (isChosen('policy')) await cohorts(report, 'Cohorts as the product plans them', options.quick ? productSizes.slice(0, 1) : productSizes, seeds, notice);

if (isChosen('cancel')) {
  const rows: string[][] = [];
  for (const size of options.quick ? plain.slice(0, 1) : plain.slice(1, 3)) {
    const stopped = await cancelling(inputOf(size, 1));
    const phases = [...new Set(stopped.map(({ phase }) => phase))];
    for (const phase of phases) {
      const those = stopped.filter((one) => one.phase === phase);
      const slowest = (of: (one: (typeof those)[number]) => number) => `${shown(Math.max(...those.map(of)))} ms`;
      rows.push([nameOf(size), phase, `${those.length}`, slowest(({ answered }) => answered), slowest(({ quiet }) => quiet)]);
    }
    report.atMost(`${nameOf(size)} cancel answers, slowest of ${stopped.length}`, Math.max(0, ...stopped.map(({ answered }) => answered)), 200, 'ms');
  }
  report.section('Cancelled at moments all along', [['cities × people', 'phase', 'times', 'slowest answer', 'its thread at work until'], ...rows]);
}

if (isChosen('public instances')) {
  const rows: string[][] = [];
  const all = publicInstances();
  const chosen = options.quick ? all.filter(({ name }) => name === 'gap1-0.txt' || name === 'data_2_24_40_33.dat') : all;
  let reached = 0;
  let faults = 0;
  for (const { name, family, input, lower, upper, valueOf } of chosen) {
    const run = await measured(input, { seconds: 300, ...(family === 'smptsp' && { limits: { searchRounds: 2_000, nodes: 2_000 } }) });
    const { plan, seconds } = run;
    const value = valueOf(plan.worth, plan.placed);
    notice(`${name}: ${seconds.toFixed(1)} s, ${value ?? 'not all placed'}, published ${upper}`);
    if (value !== undefined && value <= upper) reached += 1;
    faults += run.faults.length;
    rows.push([family, name, lower === upper ? `${upper}` : `${lower} to ${upper}`, value === undefined ? 'not all placed' : `${value}`, plan.isBest ? 'yes' : 'no', shown(seconds)]);
  }
  report.holds(`Public instances: every published value reached, ${reached} of ${chosen.length}`, reached === chosen.length);
  report.holds('Public instances: the checker accepts every plan', faults === 0);
  report.section('Public instances', [['family', 'instance', 'published', 'ours', 'proven by us', 'seconds'], ...rows]);
}

if (isChosen('oracle')) {
  const count = options.quick ? 100 : 5_000;
  const different = await differing(100_000, count);
  report.holds(`Small random cases equal to trying everything: ${count - different.length} of ${count}${different.length > 0 ? `, not ${different.join(', ')}` : ''}`, different.length === 0);
}

if (isChosen('native')) {
  const rows: (readonly string[])[] = [];
  for (const size of plain.slice(0, options.quick ? 1 : 2)) {
    const { lines, ratio, disagreeing } = await besideNative(nameOf(size), seeds.map((seed) => inputOf(size, seed)));
    rows.push(...lines);
    if (ratio === undefined) notice(`${nameOf(size)}: no native HiGHS is installed to compare with.`);
    else report.atMost(`${nameOf(size)}: the planner beside native HiGHS on the same model`, ratio, 2, 'times as long');
    report.holds(`${nameOf(size)}: whoever proves a best plan proves the same${disagreeing.length > 0 ? `, but ${disagreeing.join('; ')}` : ''}`, disagreeing.length === 0);
  }
  report.section(
    'The same models in other solvers', [['cities × people', 'solver', 'seconds', 'proven', 'times native HiGHS'], ...rows],
    'Medians over the seeds of solving alone, one after the other, at most 60 seconds each (CBC, SCIP and GLPK 20, with their start): the planner as a whole, and each solver with the whole model.',
  );
}

report.end();
if (options.write) await report.writeInto(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'bench-matching.md'));

/** How far the run is, beside the table. */
function notice(line: string): void {
  process.stderr.write(`${line}\n`);
}
