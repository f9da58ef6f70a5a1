import { spanOfNights } from '../calendar/date-span.ts';
import { arrivalDaysWorthJudging } from './arrival-days.ts';
import type { PreparedCity, PreparedPlace } from './candidate.ts';
import { nearerToFitting, type Judge, type Judged } from './judge.ts';

/**
 * The best a place can do for the person inside the window: the earliest arrival that fits; else the earliest that
 * only a question keeps open; else the nearest miss, so that its findings say what stands in the way.
 */
export function bestInPlace(judge: Judge, at: PreparedCity, prepared: PreparedPlace): Judged {
  const { window, lengthNights } = judge.input;
  const between = { first: window.earliest, last: window.latest };
  let best: Judged | null = null;
  for (const day of arrivalDaysWorthJudging(judge, at, prepared, between)) {
    const judged = judge.judge(at, prepared, spanOfNights(day, lengthNights));
    if (judged.verdict === 'FITS') return judged;
    if (best === null || nearerToFitting(judged, best) < 0) best = judged;
  }
  return best ?? judge.judge(at, prepared, spanOfNights(window.earliest, lengthNights));
}
