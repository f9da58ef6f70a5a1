import type { CapacityRefusal } from '@shelter-city/domain/capacity/capacity-transitions';
import type { Actor } from '../access/actor.ts';
import { Problem } from '../problems/problem.ts';

/** The problem that a refusal of the rules is on the wire. `current` is the state as it is now, where that is what matters. */
export function problemOfRefusal(refusal: CapacityRefusal, actor: Actor, current?: unknown): Problem {
  switch (refusal.reason) {
    case 'NOT_YOUR_ROLE':
      return new Problem('not-allowed');
    case 'NOT_YOUR_CITY':
      return new Problem('not-found');
    case 'WRONG_STATE':
      return new Problem('capacity-not-in-that-state', { current });
    case 'UNTIL_NOT_AFTER_FROM':
      return new Problem('invalid-request', { errors: [{ pointer: '/closesOn', code: 'closes-after-it-opens' }] });
    case 'REASON_REQUIRED':
      return new Problem('invalid-request', { errors: [{ pointer: '/reason', code: 'reason-required' }] });
    case 'PERIOD_OVERLAPS':
      return new Problem('capacity-overlaps', { params: refusal.nights });
    case 'STAY_LIES_ON_IT':
      // A city doesn't learn the days of a guest from a refusal: before it confirmed it may know the month alone.
      return new Problem('capacity-in-use', actor.role === 'CITY_PARTNER' ? {} : { params: refusal.nights });
  }
}
