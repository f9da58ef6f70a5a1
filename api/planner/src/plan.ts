import { faultsOf, worthOf } from './check-plan.ts';
import { byPrices, firstCome } from './greedy.ts';
import { improve } from './improve.ts';
import { Occupancy } from './occupancy.ts';
import type { PlanInput, Seat } from './plan-input.ts';
import { personOf, spaceOf, type PlanSpace } from './plan-space.ts';
import { judged, pricesOf, reduced, type Prices } from './prices.ts';
import { seatsOf } from './seats-of.ts';
import type { Meeting } from './flow-model.ts';
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
  /** Neighbourhoods that are solved where the whole is too large. */
  readonly searchRounds?: number;
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

/** So many columns go into one exact model; more are searched part by part. */
const columnsAtOnce = 2_500;
/** Up to so many columns the exact prices are had faster than good ones are found. */
const columnsToRelax = 40_000;
const nodes = 20_000;

/**
 * The best joint plan that can be found: greedy, then prices, then exact models of the columns that can matter.
 *
 * Errors  throws when its own plan breaks a rule: the checker, which shares no code with it, has the last word.
 */
export function plan(
  input: PlanInput,
  solver: Solver,
  limits: PlanLimits = {},
  onProgress: (progress: Progress) => void = () => undefined,
): Plan {
  const { priceRounds = 400, searchRounds = 200, goodEnough = 0 } = limits;
  const space = spaceOf(input);
  const simple = firstCome(space);
  onProgress({
    phase: 'greedy',
    worth: simple.worth(),
    bound: mostImaginable(input),
    placed: simple.columns().length,
    seats: seatsOf(space, simple),
  });
  const prices =
    space.kind.length <= columnsToRelax
      ? judged(space, solver.relaxedPrices(space))
      : pricesOf(space, simple.worth(), priceRounds);
  let occupancy = better(simple, byPrices(space, prices));
  let bound = Math.floor(prices.bound + 1e-6);
  const tell = (phase: Progress['phase']) => {
    onProgress({
      phase,
      worth: occupancy.worth(),
      bound,
      placed: occupancy.columns().length,
      seats: seatsOf(space, occupancy),
    });
  };
  const isDone = () => bound - occupancy.worth() <= goodEnough * bound;
  tell('prices');
  if (!isDone() && columnsWithin(space, prices, bound - occupancy.worth()).length > columnsAtOnce) {
    occupancy = improve(space, prices, occupancy, solver, {
      rounds: searchRounds,
      isOver: isDone,
      onBetter: () => {
        tell('search');
      },
    });
    tell('search');
  }
  for (let loss = firstLoss(space, prices); !isDone(); loss *= 3) {
    // Measured from the bound of the prices, whatever was proven since: that is what a stay's loss counts from.
    const needed = prices.bound - occupancy.worth();
    const columns = withChosen(columnsWithin(space, prices, Math.min(loss, needed)), occupancy);
    if (columns.length > columnsAtOnce * 2 && loss < needed) break;
    const found = chooseWithoutMeetings(space, columns, occupancy, solver);
    occupancy = better(occupancy, found.occupancy);
    // Whoever uses a stay that wasn't among them loses more than that against the bound of the prices.
    bound = Math.min(
      bound,
      Math.max(
        found.bound,
        Math.floor(prices.bound - Math.min(loss, needed) + 1e-6),
        occupancy.worth(),
      ),
    );
    tell('proof');
    if (loss >= needed) break;
  }
  const seats = seatsOf(space, occupancy);
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

/** Everybody placed at their best: what no plan can pass, whatever is scarce. */
export const mostImaginable = ({ people }: PlanInput): number =>
  people.reduce((sum, { worth }) => {
    let most = 0;
    for (const list of new Set(worth)) for (const value of list) if (value > most) most = value;
    return sum + most;
  }, 0);

/** So many at the most: each of them is worth something, and together no more than the bound. */
function atMostPlaced(space: PlanSpace, bound: number): number {
  const least = space.input.people
    .flatMap((_, person) => {
      const own = space.worth.subarray(space.first[person] ?? 0, space.first[person + 1] ?? 0);
      return own.length === 0 ? [] : [own.reduce((a, b) => Math.min(a, b))];
    })
    .sort((a, b) => a - b);
  let sum = 0;
  return least.filter((worth) => (sum += worth) <= bound).length;
}

const better = (a: Occupancy, b: Occupancy): Occupancy => (b.worth() > a.worth() ? b : a);

/** The stays whose use costs at most so much against the bound: a better plan than `bound - loss` uses no other. */
function columnsWithin(space: PlanSpace, prices: Prices, loss: number): Int32Array {
  const found: number[] = [];
  for (let person = 0; person < space.input.people.length; person += 1)
    for (
      let column = space.first[person] ?? 0;
      column < (space.first[person + 1] ?? 0);
      column += 1
    )
      if ((prices.gain[person] ?? 0) - reduced(space, prices.before, person, column) <= loss + 1e-6)
        found.push(column);
  return Int32Array.from(found);
}

const withChosen = (columns: Int32Array, occupancy: Occupancy): Int32Array =>
  Int32Array.from(new Set([...columns, ...occupancy.columns()])).sort();

/** A loss within which there are about as many columns as one model takes well. */
function firstLoss(space: PlanSpace, prices: Prices): number {
  const losses: number[] = [];
  for (let person = 0; person < space.input.people.length; person += 1)
    for (
      let column = space.first[person] ?? 0;
      column < (space.first[person + 1] ?? 0);
      column += 1
    )
      losses.push((prices.gain[person] ?? 0) - reduced(space, prices.before, person, column));
  losses.sort((a, b) => a - b);
  return Math.max(1, losses[Math.min(losses.length - 1, Math.floor(columnsAtOnce / 3))] ?? 1);
}

/** An exact model; pairs who meet in its answer are forbidden to, and it is asked again. */
function chooseWithoutMeetings(
  space: PlanSpace,
  columns: Int32Array,
  begin: Occupancy,
  solver: Solver,
): { readonly occupancy: Occupancy; readonly bound: number } {
  const meetings: Meeting[] = [];
  for (;;) {
    const choice = solver.choose(space, columns, space.capacity, meetings, begin.columns(), {
      nodes,
      gap: 0,
    });
    const chosen = choice.columns.map((column) => [personOf(space, column), column] as const);
    const occupancy = new Occupancy(space, chosen);
    const met = meetingsIn(space, occupancy);
    if (met.length === 0) return { occupancy, bound: choice.bound };
    meetings.push(...met);
  }
}

/** The pairs who are in one city at one time though they must not be, with the moment. */
export function meetingsIn(space: PlanSpace, occupancy: Occupancy): Meeting[] {
  return space.input.apart.flatMap(([a, b]) => {
    const one = occupancy.chosen[a] ?? -1;
    const two = occupancy.chosen[b] ?? -1;
    if (one === -1 || two === -1 || !occupancy.meets(one, two)) return [];
    const time = Math.max(space.from[one] ?? 0, space.from[two] ?? 0);
    return [{ a, b, city: space.classes[space.kind[one] ?? 0]?.city ?? -1, time }];
  });
}
