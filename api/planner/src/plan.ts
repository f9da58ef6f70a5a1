import { faultsOf, worthOf } from './check-plan.ts';
import { columnsWithin, firstLoss } from './columns-that-matter.ts';
import { firstCome, byPrices } from './greedy.ts';
import { chooseWithoutMeetings } from './without-meetings.ts';
import type { Occupancy } from './occupancy.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import { spaceOf, type PlanSpace } from './plan-space.ts';
import { pricesOf } from './price-search.ts';
import { recreate } from './recreate.ts';
import { relaxedPrices } from './relaxed-prices.ts';
import { seatsOf } from './seats-of.ts';
import type { Solver } from './solver.ts';

/** How far a plan has come: what it is worth, how many it places, and what no plan can be worth more than. */
export type Progress = {
  readonly phase: 'greedy' | 'prices' | 'search' | 'proof';
  readonly worth: number;
  readonly bound: number;
  readonly placed: number;
  /** The plan as it stands; it passed no checker yet. */
  readonly seats: readonly Seat[];
};

/** What a plan may spend; counted, never timed, so that the same input gives the same plan. */
export type PlanLimits = {
  readonly priceRounds?: number;
  readonly searchRounds?: number;
  /** Branches of an exact model. */
  readonly nodes?: number;
  /** Stop when no plan can be better by more than this share. */
  readonly goodEnough?: number;
};

/** A plan, and how good the best one could be. */
export type Plan = {
  readonly seats: readonly Seat[];
  readonly worth: number;
  /** No plan is worth more. */
  readonly bound: number;
  /** Proven: no plan is worth more than this one. */
  readonly isBest: boolean;
  readonly placed: number;
  /** No plan places more people. */
  readonly atMostPlaced: number;
  /** `stopped`: ended from outside before it was through; its seats are the best so far and its bound may be far off. */
  readonly status: 'best' | 'found' | 'stopped';
  /** What first come, first served would be worth. */
  readonly firstCome: number;
};

/** Up to so many columns the exact prices are had in a few seconds; more are priced without a solver. */
const columnsToRelax = 60_000;
/** So many columns, at the most, go into one exact model. */
const columnsAtOnce = 6_000;
/** Up to so many, the exact model alone is fastest. */
const columnsToSolve = 400;

/**
 * The best joint plan that can be found: greedy, then prices, then a search, then exact models of the columns that can matter.
 *
 * Whoever sat somewhere `before` gets the same place again where one of its kind is theirs. Errors  throws when its own plan breaks a rule: the checker, which shares no code with it, has the last word.
 */
export function plan(
  input: PlanInput,
  solver: Solver,
  limits: PlanLimits = {},
  onProgress: (progress: Progress) => void = () => undefined,
  before: readonly Seat[] = [],
): Plan {
  const space = spaceOf(input);
  const { priceRounds, searchRounds, nodes, goodEnough } = { ...effortFor(space), ...limits };
  const simple = firstCome(space);
  let occupancy = simple;
  let bound = mostImaginable(input);
  const tell = (phase: Progress['phase'], now: Occupancy = occupancy) => {
    onProgress({
      phase,
      worth: now.worth(),
      bound,
      placed: now.columns().length,
      seats: seatsOf(space, now, before),
    });
  };
  tell('greedy');
  const isDone = (worth: number) => bound - worth <= goodEnough * Math.abs(bound);
  const lower = (highest: number) => {
    bound = Math.max(occupancy.worth(), Math.min(bound, Math.floor(highest + 1e-6)));
  };
  let prices = pricesOf(space, simple.worth(), priceRounds, (found) => {
    lower(found);
    tell('prices');
  });
  lower(prices.bound);
  occupancy = better(simple, byPrices(space, prices));
  tell('prices');
  if (searchRounds > 0 && !isDone(occupancy.worth())) {
    occupancy = recreate(space, prices, occupancy, {
      rounds: searchRounds,
      seed: 1,
      isEnough: isDone,
      onBetter: (now) => {
        tell('search', now);
      },
    });
    tell('search');
  }
  const canBeProven = space.kind.length <= columnsToRelax;
  if (canBeProven && !isDone(occupancy.worth())) {
    prices = relaxedPrices(space, prices, solver, occupancy.worth());
    lower(prices.bound);
    tell('proof');
  }
  for (
    let loss = canBeProven ? firstLoss(space, prices) : 0;
    canBeProven && !isDone(occupancy.worth());
    loss *= 2
  ) {
    // Measured from the bound of the prices, whatever was proven since: that is what a stay's loss counts from.
    const needed = prices.bound - occupancy.worth();
    const columns = withChosen(columnsWithin(space, prices, Math.min(loss, needed)), occupancy);
    if (columns.length > columnsAtOnce) break;
    const found = chooseWithoutMeetings(space, columns, occupancy.columns(), solver, { nodes });
    occupancy = better(occupancy, found.occupancy);
    // Whoever uses a stay that wasn't among them loses more than that against the bound of the prices.
    lower(Math.max(found.bound, prices.bound - Math.min(loss, needed)));
    tell('proof');
    if (loss >= needed || !found.isBest) break;
  }
  const seats = seatsOf(space, occupancy, before);
  const faults = faultsOf(input, seats);
  if (faults.length > 0) throw new Error(`The plan breaks a rule: ${faults.join('; ')}`);
  const worth = worthOf(input, seats);
  const isBest = bound <= worth;
  return {
    seats,
    worth,
    bound: Math.max(worth, bound),
    isBest,
    placed: seats.length,
    atMostPlaced: atMostPlaced(space, bound),
    status: isBest ? 'best' : 'found',
    firstCome: simple.worth(),
  };
}

/** What suits the size: the small are solved exactly before a search pays, the large can't be priced to the last point. */
function effortFor({ input, kind }: PlanSpace): Required<PlanLimits> {
  const nodes = 20_000;
  const people = input.people.length;
  if (kind.length <= columnsToSolve)
    return { priceRounds: 30, searchRounds: 0, nodes, goodEnough: 0 };
  return {
    priceRounds: 100,
    searchRounds: 6_000 + 300 * Math.min(people, 1_000),
    nodes,
    goodEnough: 0,
  };
}

/** Everybody placed at their best: what no plan can pass, whatever is scarce. */
export const mostImaginable = ({ people }: PlanInput): number =>
  people.reduce((sum, { worth }) => {
    let most = 0;
    for (const list of new Set(worth)) for (const value of list) if (value > most) most = value;
    return sum + most;
  }, 0);

/** So many at the most: each of them is worth something, and together no more than the bound; where too much has a price, all. */
function atMostPlaced(space: PlanSpace, bound: number): number {
  const { input, first, worth } = space;
  const least = input.people
    .flatMap((_, person) => {
      const own = worth.subarray(first[person] ?? 0, first[person + 1] ?? 0);
      return own.length === 0 ? [] : [own.reduce((a, b) => Math.min(a, b))];
    })
    .sort((a, b) => a - b);
  if (
    space.sums.length > 0 ||
    space.resources.some(({ over }) => over) ||
    space.classes.some(({ opening }) => opening > 0)
  )
    return least.length;
  let sum = 0;
  return least.filter((own) => (sum += own) <= bound).length;
}

const better = (a: Occupancy, b: Occupancy): Occupancy => (b.worth() > a.worth() ? b : a);

const withChosen = (columns: Int32Array, occupancy: Occupancy): Int32Array =>
  Int32Array.from(new Set([...columns, ...occupancy.columns()])).sort();
