import {
  addDays,
  daysBetween,
  earlierOf,
  firstDayOfYear,
  laterOf,
  type CalendarDate,
} from './calendar-date.ts';

/** A half-open run of nights: the night of `from` belongs to it, the night of `until` does not. */
export type DateSpan = { readonly from: CalendarDate; readonly until: CalendarDate };

/** Has the span no night? True as well when it is written backwards. */
export function isEmpty(span: DateSpan): boolean {
  return span.from >= span.until;
}

/** How many nights the span has; none when it is empty or written backwards. */
export function nightsIn(span: DateSpan): number {
  return isEmpty(span) ? 0 : daysBetween(span.from, span.until);
}

/** Every night of the span, in order. */
export function nightsOf(span: DateSpan): CalendarDate[] {
  return Array.from({ length: nightsIn(span) }, (_, night) => addDays(span.from, night));
}

/** The span that begins on a day and has so many nights. */
export function spanOfNights(from: CalendarDate, nights: number): DateSpan {
  return { from, until: addDays(from, nights) };
}

/** Do two spans share a night? Leaving on the day another arrives is no overlap. */
export function overlaps(a: DateSpan, b: DateSpan): boolean {
  return a.from < b.until && b.from < a.until && !isEmpty(a) && !isEmpty(b);
}

/** Does every night of the inner span belong to the outer? An empty span lies in any. */
export function contains(outer: DateSpan, inner: DateSpan): boolean {
  return isEmpty(inner) || (outer.from <= inner.from && inner.until <= outer.until);
}

/** Does this night belong to the span? */
export function containsNight(span: DateSpan, night: CalendarDate): boolean {
  return span.from <= night && night < span.until;
}

/** The nights two spans share, or `null` when they share none. */
export function intersect(a: DateSpan, b: DateSpan): DateSpan | null {
  const shared = { from: laterOf(a.from, b.from), until: earlierOf(a.until, b.until) };
  return isEmpty(shared) ? null : shared;
}

/** The same nights as the given spans, in order, without overlaps and with neighbours joined. */
export function mergeSpans(spans: readonly DateSpan[]): DateSpan[] {
  const sorted = spans
    .filter((span) => !isEmpty(span))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: DateSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: laterOf(last.until, span.until) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** The nights of `span` that lie in none of the holes, as spans in order. */
export function subtract(span: DateSpan, holes: readonly DateSpan[]): DateSpan[] {
  return withoutMerged(span, mergeSpans(holes));
}

/** The nights of any of the spans that lie in none of the holes, in order, without overlaps. */
export function subtractAll(spans: readonly DateSpan[], holes: readonly DateSpan[]): DateSpan[] {
  const merged = mergeSpans(holes);
  return mergeSpans(spans).flatMap((span) => withoutMerged(span, merged));
}

function withoutMerged(span: DateSpan, holes: readonly DateSpan[]): DateSpan[] {
  const left: DateSpan[] = [];
  let from = span.from;
  for (const hole of holes) {
    if (hole.until <= from) continue;
    if (hole.from >= span.until) break;
    if (hole.from > from) left.push({ from, until: hole.from });
    from = hole.until;
  }
  if (from < span.until) left.push({ from, until: span.until });
  return left;
}

/** The nights that both lists have, in order, without overlaps. */
export function intersectAll(a: readonly DateSpan[], b: readonly DateSpan[]): DateSpan[] {
  const others = mergeSpans(b);
  return mergeSpans(a).flatMap((span) => others.flatMap((other) => intersect(span, other) ?? []));
}

/** Nights in the spans together; a night in two of them counts once. */
export function totalNights(spans: readonly DateSpan[]): number {
  return mergeSpans(spans).reduce((sum, span) => sum + nightsIn(span), 0);
}

/** The nights of one calendar year. */
export function yearSpan(year: number): DateSpan {
  return { from: firstDayOfYear(year), until: firstDayOfYear(year + 1) };
}

/** The part of the span that lies in the year, or `null`. The night of 31 December belongs to the old year. */
export function clampToYear(span: DateSpan, year: number): DateSpan | null {
  return intersect(span, yearSpan(year));
}
