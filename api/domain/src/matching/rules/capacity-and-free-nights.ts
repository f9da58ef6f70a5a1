import { contains, intersect, nightsIn, overlaps } from '../../calendar/date-span.ts';
import { freeSpans } from '../../capacity/free-spans.ts';
import type { Candidate } from '../candidate.ts';
import type { Fact, Finding } from '../finding.ts';

/**
 * The nights lie in confirmed capacity, nobody else has them, and the cleaning gap is kept.
 *
 * Units   half-open spans of nights; `freeFrom` is the first day from which a stay of this length would fit.
 * Source  "inside confirmed capacity, place free, cleaning gap kept".
 */
export function capacityAndFreeNights(candidate: Candidate): readonly Finding[] {
  const { prepared, span } = candidate;
  const { place } = prepared;
  const free = prepared.free.find((open) => contains(open, span));
  if (free !== undefined) {
    const signed = place.confirmed
      .filter((period) => overlaps(period, span))
      .map((period) => period.confirmedOn);
    return [
      {
        rule: 'CAPACITY',
        verdict: 'FITS',
        fact: { code: 'PLACE_FREE', params: { from: free.from, until: free.until } },
        source: 'CAPACITY',
        asOf: signed.sort()[0] ?? null,
      },
    ];
  }
  const offered = prepared.freeOnceConfirmed.find((open) => contains(open, span));
  if (offered !== undefined) {
    const waiting = place.unconfirmed.flatMap((period) => intersect(period, span) ?? [])[0] ?? span;
    return [
      {
        rule: 'CAPACITY',
        verdict: 'UNKNOWN',
        fact: {
          code: 'CAPACITY_UNCONFIRMED',
          params: { from: waiting.from, until: waiting.until },
        },
        source: 'CAPACITY',
        asOf: null,
        ask: { whom: 'CITY' },
      },
    ];
  }
  const fact = whyNotFree(candidate);
  const source = fact.code === 'PLACE_TAKEN' || fact.code === 'CLEANING_GAP' ? 'STAYS' : 'CAPACITY';
  return [{ rule: 'CAPACITY', verdict: 'BLOCKED', fact, source, asOf: null }];
}

function whyNotFree({ prepared, at, span }: Candidate): Fact {
  const { place } = prepared;
  if (place.occupied.some((stay) => overlaps(stay, span))) {
    const next = prepared.free.find(
      (open) => open.from > span.from && nightsIn(open) >= nightsIn(span),
    );
    return { code: 'PLACE_TAKEN', params: { freeFrom: next?.from ?? null } };
  }
  const blocked = place.blocked.find((closed) => overlaps(closed, span));
  if (blocked !== undefined) {
    return {
      code: 'PLACE_BLOCKED',
      params: { reason: blocked.reason, from: blocked.from, until: blocked.until },
    };
  }
  const offered = [...place.confirmed, ...place.unconfirmed];
  const freeWithoutGap = freeSpans({ ...place, confirmed: offered }).some((open) =>
    contains(open, span),
  );
  return freeWithoutGap
    ? { code: 'CLEANING_GAP', params: { gapDays: at.city.gapDays } }
    : { code: 'NO_CAPACITY_THEN' };
}
