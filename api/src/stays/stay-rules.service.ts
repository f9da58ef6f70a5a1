import { Injectable } from '@nestjs/common';
import { refusalToChange, refusalToDraft } from '@shelter-city/domain/stays/refusal-to-change';
import type { Stay } from '@shelter-city/domain/stays/stay';
import type { StayChange, StayRefusal } from '@shelter-city/domain/stays/stay-changes';
import type { StayAction } from '@shelter-city/domain/stays/stay-transitions';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { Problem, type ProblemFacts } from '../problems/problem.ts';

type Wish = Parameters<typeof refusalToDraft>[0];

/** Asks the domain whether a stay may be changed so, and says its refusals as problems. */
@Injectable()
export class StayRules {
  constructor(private readonly clock: Clock) {}

  /** Throws the problem that stands for a refused change; `current` is how the stay is now, for whoever asks. */
  demand(stay: Stay, change: StayChange, actor: Actor, current: () => unknown): void {
    const refusal = refusalToChange(stay, change, actor, this.clock.today());
    if (refusal !== null) throw problemOf(refusal, change.action, current);
  }

  /** Throws the problem that stands for a refused draft. */
  demandDraft(wish: Wish, actor: Actor): void {
    const refusal = refusalToDraft(wish, actor, this.clock.today());
    if (refusal !== null) throw problemOf(refusal, 'stay:draft', () => undefined);
  }
}

const impossible = (pointer: string, code: string, params?: Readonly<Record<string, string | number>>): Problem =>
  new Problem('stay-change-not-possible', { errors: [{ pointer, code, ...(params && { params }) }] });

function problemOf(refusal: StayRefusal, action: StayAction, current: () => unknown): Problem {
  const asItIs = (): ProblemFacts => {
    const now = current();
    return now === undefined ? {} : { current: now };
  };
  switch (refusal.reason) {
    case 'WRONG_STATE':
      return new Problem('stay-not-in-that-state', asItIs());
    case 'NOTHING_OFFERED':
      return new Problem('stay-not-in-that-state', asItIs());
    case 'HOLD_EXPIRED':
      return new Problem('hold-expired', { ...asItIs(), params: { holdUntil: refusal.holdUntil } });
    case 'HOLD_STILL_RUNS':
    case 'NEW_PLACE_NOT_CONFIRMED':
    case 'MANAGER_APPROVAL_REQUIRED':
      return new Problem('stay-change-not-possible');
    case 'NOT_YOUR_CITY':
      return new Problem('not-found');
    case 'NOT_YOUR_ROLE':
    case 'CLEARANCE_REQUIRED':
      return new Problem('not-allowed');
    case 'DEFENDER_NOT_SELECTED':
      return new Problem('defender-not-selected');
    case 'NOTE_REQUIRED':
      return impossible(action === 'stay:propose' ? '/why' : '/note', 'note-required');
    case 'REASON_REQUIRED':
      return impossible('/reason', 'reason-required');
    case 'DEPARTURE_NOT_AFTER_ARRIVAL':
      return impossible('/departsOn', 'departs-after-arrival');
    case 'LONGER_THAN_PROGRAMME':
      return impossible('/departsOn', 'longer-than-programme', { latestDeparture: refusal.latestDeparture });
    case 'ARRIVAL_IN_PAST':
      return impossible('/arrivesOn', 'arrival-in-past');
    case 'HOLD_NOT_IN_FUTURE':
      return impossible('/holdUntil', 'hold-not-in-future');
    case 'HOLD_TOO_LONG':
      return new Problem('hold-too-long', {
        params: { lastDay: refusal.latestHoldUntil },
        errors: [{ pointer: '/holdUntil', code: 'hold-too-long', params: { lastDay: refusal.latestHoldUntil } }],
      });
    case 'BLOCKING_ITEMS_OPEN':
      return impossible('', 'blocking-items-open', { count: refusal.count });
    case 'ARRIVAL_IN_FUTURE':
      return impossible('/on', 'arrival-in-future');
    case 'ARRIVAL_TOO_EARLY':
      return impossible('/on', 'arrival-too-early', { earliest: refusal.earliest });
    case 'ARRIVAL_AFTER_PLANNED_DEPARTURE':
      return impossible('/on', 'arrival-after-planned-departure', { plannedDeparture: refusal.plannedDeparture });
    case 'NOT_YET_PAST_ARRIVAL':
      return impossible('', 'not-yet-past-arrival', { plannedArrival: refusal.plannedArrival });
    case 'WELFARE_CHECK_REQUIRED':
      return impossible('/welfareCheck', 'note-required');
    case 'NOT_LATER_THAN_NOW':
      return impossible('/departsOn', 'not-later-than-now', { plannedDeparture: refusal.plannedDeparture });
    case 'DEPARTURE_BEFORE_ARRIVAL':
      return impossible('/on', 'departure-before-arrival');
    case 'DEPARTURE_IN_FUTURE':
      return impossible('/on', 'departure-in-future');
    case 'NOT_SHORTER':
      return impossible('/on', 'not-shorter', { plannedDeparture: refusal.plannedDeparture });
    case 'RETURN_NOT_REVIEWED':
      return impossible('/withoutReviewBecause', 'return-not-reviewed', { reviewFrom: refusal.reviewFrom });
    case 'FOLLOW_UPS_OPEN':
      return impossible('/note', 'follow-ups-open');
  }
}
