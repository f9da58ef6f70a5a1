import { buildPlanInput } from '@shelter-city/domain/planning/build-plan-input';
import { aCohort, type Cohort } from '@shelter-city/planner/random-input.fixture';
import type { PlanInput } from '@shelter-city/planner/plan-input';
import { aCohortAsked } from './building.ts';
import { measured, median, shown, type Measured } from './measured.ts';
import type { Report } from './report.ts';

/** A size of cohort, how often it is made, and what is asked of it. */
export type Size = Omit<Cohort, 'seed'> & {
  readonly runs: number;
  /** Seconds after which it ends with what it has. */
  readonly seconds: number;
  /** With fair parts of the nights for each city and places kept free. */
  readonly isShared?: boolean;
  /** Made from facts by the product's rules and weights, as a draft is, in place of worths of the bench's own. */
  readonly isByPolicy?: boolean;
  /** Seconds until proven to be within shares of the bound, and until proven to be the best (share 0). */
  readonly targets: readonly { readonly share: number; readonly seconds: number }[];
};

/** The sizes that are measured. */
export const sizes: readonly Size[] = [
  { cities: 5, people: 12, places: 6, runs: 5, seconds: 60, targets: [{ share: 0, seconds: 0.5 }] },
  { cities: 5, people: 12, places: 6, runs: 5, seconds: 60, isShared: true, targets: [{ share: 0, seconds: 0.5 }] },
  { cities: 20, people: 100, places: 40, runs: 5, seconds: 60, targets: [{ share: 0.0005, seconds: 3 }, { share: 0, seconds: 10 }] },
  { cities: 20, people: 100, places: 40, runs: 5, seconds: 60, isShared: true, targets: [{ share: 0.0005, seconds: 3 }, { share: 0, seconds: 10 }] },
  { cities: 80, people: 1_000, places: 311, runs: 5, seconds: 120, targets: [{ share: 0.02, seconds: 10 }, { share: 0.01, seconds: 40 }] },
  { cities: 80, people: 5_000, places: 311, runs: 1, seconds: 180, targets: [] },
];

/** The sizes that are measured as the product asks for them. */
export const productSizes: readonly Size[] = [
  { cities: 5, people: 12, places: 6, runs: 5, seconds: 10, isByPolicy: true, targets: [{ share: 0, seconds: 0.5 }] },
  { cities: 20, people: 100, places: 40, runs: 5, seconds: 11, isByPolicy: true, targets: [{ share: 0.0005, seconds: 3 }, { share: 0, seconds: 10 }] },
];

/** The name of a size in tables. */
export const nameOf = ({ cities, people, isShared = false, isByPolicy = false }: Size): string =>
  `${cities} × ${people}${isShared ? ', shares' : ''}${isByPolicy ? ', the product’s weights' : ''}`;

/** A made-up cohort of a size. */
export function inputOf(size: Size, seed: number): PlanInput {
  if (size.isByPolicy === true) return buildPlanInput(aCohortAsked({ ...size, seed })).input;
  const input = aCohort({ ...size, seed });
  if (size.isShared !== true) return input;
  const cities = new Set(input.places.map(({ city }) => city));
  const nights = input.people.reduce((sum, person) => sum + (person.nights[0] ?? 0), 0);
  return {
    ...input,
    reserves: [{ places: [...input.places.keys()], keep: 1, price: null }],
    // Each city a part of all nights by how many places it has, give or take a third; a night beside it costs a small preference.
    shares: [...cities].map((city) => {
      const places = [...input.places.keys()].filter((place) => input.places[place]?.city === city);
      const fair = (nights * places.length) / input.places.length;
      return { places, least: Math.round(fair * 0.67), most: Math.round(fair * 1.33), price: 1 };
    }),
  };
}

const mainThreadMs = 50;

/** Plans cohorts of each size in threads, and says under a title what it took. */
export async function cohorts(report: Report, title: string, chosen: readonly Size[], seeds: readonly number[], notice: (line: string) => void): Promise<void> {
  const rows: string[][] = [];
  for (const size of chosen) {
    const runs: Measured[] = [];
    for (const seed of seeds.slice(0, size.runs)) {
      const run = await measured(inputOf(size, seed), { seconds: size.seconds });
      runs.push(run);
      notice(`${nameOf(size)}, seed ${seed}: ${run.seconds.toFixed(1)} s, ${run.plan.worth} of at most ${run.plan.bound}`);
    }
    rows.push(rowOf(size, runs));
    targetsOf(report, size, runs);
  }
  const head = ['cities × people', 'places', 'first', '2 %', '1 %', '0.05 %', 'end', 'gap', 'proven', 'placed', 'worth lost by first come', 'longest silence', 'memory', 'main thread held'];
  report.section(title, [head, ...rows], 'Medians over the seeds; seconds through the thread until proven to be within so much of the best possible.');
}

function rowOf(size: Size, runs: readonly Measured[]): string[] {
  const middle = (of: (run: Measured) => number | undefined) => median(runs.map(of));
  return [
    nameOf(size), `${size.places}`, shown(middle(({ first }) => first)), ...[0.02, 0.01, 0.0005].map((share) => shown(middle(({ within }) => within(share)))),
    shown(middle(({ seconds }) => seconds)), `${((middle(({ plan }) => (plan.bound - plan.worth) / plan.bound) ?? 1) * 100).toFixed(3)} %`,
    `${runs.filter(({ plan }) => plan.isBest).length} of ${runs.length}`, `${middle(({ plan }) => plan.placed) ?? 0}`,
    `${((middle(({ plan }) => 1 - plan.firstCome / plan.worth) ?? 0) * 100).toFixed(1)} %`, `${shown(middle(({ silence }) => silence))} s`,
    `${shown(middle(({ memory }) => memory))} MB`, `${shown(middle(({ unresponsive }) => unresponsive))} ms`,
  ];
}

function targetsOf(report: Report, size: Size, runs: readonly Measured[]): void {
  const name = nameOf(size);
  for (const { share, seconds } of size.targets) {
    if (share === 0) report.atMost(`${name} proven`, median(runs.map(({ plan, seconds: whole }) => (plan.isBest ? whole : undefined))), seconds, 's');
    else report.atMost(`${name} within ${share * 100} %`, median(runs.map(({ within }) => within(share))), seconds, 's');
  }
  report.atMost(`${name} ended`, Math.max(...runs.map(({ seconds }) => seconds)), size.seconds + 1, 's');
  report.atMost(`${name} memory`, Math.max(...runs.map(({ memory }) => memory)), 1_000, 'MB');
  // Sending thousands of people to the thread is one copy; a page with as many isn't made.
  if (size.people <= 1_000) report.atMost(`${name} main thread held (longest pause of whoever asked)`, median(runs.map(({ unresponsive }) => unresponsive)), mainThreadMs, 'ms');
  const faults = runs.flatMap((run) => run.faults);
  report.holds(`${name}: the checker accepts every plan${faults.length > 0 ? `, but ${faults.slice(0, 3).join('; ')}` : ''}`, faults.length === 0);
}
