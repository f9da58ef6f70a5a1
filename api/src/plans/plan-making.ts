import { rulesVersion } from '@shelter-city/domain/matching/city-option';
import type { BuiltPlan } from '@shelter-city/domain/planning/build-plan-input';
import { decidedFacts } from '@shelter-city/domain/planning/decided-facts';
import { evened, eveningOf, type EvenedSeats } from '@shelter-city/domain/planning/even-out';
import { faultsOfSeats } from '@shelter-city/domain/planning/faults-of-seats';
import { judgedSeats } from '@shelter-city/domain/planning/judged-seats';
import type { PlanAsk } from '@shelter-city/domain/planning/plan-ask';
import { weightsVersion } from '@shelter-city/domain/planning/plan-weights';
import { seatsOfAnswer } from '@shelter-city/domain/planning/seats-of-answer';
import { planInWorker, replanInWorker } from '@shelter-city/planner/plan-in-worker';
import type { FoundPlan } from './plan-runs.repository.ts';

/** How the making of a plan is watched, stopped and kept within bounds. */
export type Making = {
  readonly signal: AbortSignal;
  readonly memoryMb: number;
  readonly onProgress: (phase: string, placed: number) => void;
  /** Hears of what failed and was done without. */
  readonly onFailure: (error: unknown) => void;
};

type Answer = Awaited<ReturnType<typeof planInWorker>>;

/** What fairness may spend: it decides between equals, so it never takes as long as the plan itself. */
const fairnessLimits = { priceRounds: 60, searchRounds: 4_000, nodes: 200 } as const;

/**
 * The best plan, then fairness between cities among the stays that are as good for each; `null` when it was stopped
 * before there was any plan. Errors  throws for a plan that breaks a rule: the rules that judge one defender have the
 * last word, day by day.
 */
export async function makePlan(ask: PlanAsk, built: BuiltPlan, making: Making): Promise<FoundPlan | null> {
  const { signal, memoryMb, onProgress } = making;
  const answer = await planInWorker(built.input, { signal, memoryMb, onProgress: ({ phase, placed }) => { onProgress(phase, placed); } });
  if (answer.status === 'stopped' && answer.seats.length === 0) return null;
  return foundPlan(ask, built, answer, await evenedOut(ask, built, answer, making));
}

async function evenedOut(ask: PlanAsk, built: BuiltPlan, answer: Answer, { signal, memoryMb, onProgress, onFailure }: Making): Promise<EvenedSeats> {
  const seats = seatsOfAnswer(built, answer.seats, ask.people);
  const evening = answer.status === 'stopped' ? null : eveningOf(ask, built, answer.seats);
  if (evening === null) return { seats, movedFrom: new Map() };
  onProgress('fairness', answer.placed);
  try {
    const second = await replanInWorker(evening.input, evening.before, 1, { signal, memoryMb, limits: fairnessLimits });
    return signal.aborted ? { seats, movedFrom: new Map() } : evened(ask, seats, evening, second.seats);
  } catch (error) {
    // A proven plan isn't thrown away because what decides between equals failed: the page shows which city is out of its band.
    onFailure(error);
    return { seats, movedFrom: new Map() };
  }
}

function foundPlan(ask: PlanAsk, built: BuiltPlan, answer: Answer, { seats, movedFrom }: EvenedSeats): FoundPlan {
  if (faultsOfSeats(ask, seats).length > 0) throw new Error('The plan breaks a rule');
  const judged = new Map(judgedSeats(ask, seats).map((one) => [one.seat.defenderId, one]));
  const optionsOf = new Map(built.input.people.map(({ id, worth }) => [id, worth.reduce((sum, row) => sum + row.filter((each) => each > 0).length, 0)]));
  const cityOf = new Map(ask.cities.flatMap(({ cityId, places }) => places.map(({ placeId }) => [placeId, cityId] as const)));
  return {
    worth: answer.worth,
    bound: Math.max(answer.worth, Math.floor(answer.bound)),
    firstCome: answer.firstCome,
    morePeopleAtMost: Math.max(0, answer.atMostPlaced - answer.seats.length),
    rulesVersion,
    weightsVersion,
    people: ask.people.map(({ defender: { defenderId } }) => {
      const one = judged.get(defenderId);
      return {
        defenderId,
        seat: one ? { placeId: one.seat.placeId, span: one.seat.span } : null,
        options: optionsOf.get(defenderId) ?? 1,
        decidedOn: one ? decidedFacts(one.findings) : null,
        evenedFromCityId: cityOf.get(movedFrom.get(defenderId)?.placeId ?? '') ?? null,
      };
    }),
  };
}
