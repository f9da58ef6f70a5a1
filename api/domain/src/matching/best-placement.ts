import { contains, spanOfNights, type DateSpan } from '../calendar/date-span.ts';
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
  const spans = arrivalDaysWorthJudging(judge, at, prepared, between).map((day) =>
    spanOfNights(day, lengthNights),
  );
  // Nothing fits where the place isn't free, so those days are judged only when none of the others fits.
  const isFree = (span: DateSpan): boolean => prepared.free.some((open) => contains(open, span));
  const judged: Judged[] = [];
  for (const span of spans.filter(isFree)) {
    const each = judge.judge(at, prepared, span);
    if (each.verdict === 'FITS') return each;
    judged.push(each);
  }
  for (const span of spans) if (!isFree(span)) judged.push(judge.judge(at, prepared, span));
  const [best] = judged.sort(nearerToFitting);
  return best ?? judge.judge(at, prepared, spanOfNights(window.earliest, lengthNights));
}
