import { addDays, laterOf, type CalendarDate } from '../calendar/calendar-date.ts';
import type { PreparedCity, PreparedPlace } from './candidate.ts';
import type { Judge } from './judge.ts';

/**
 * The only arrival days that need judging between two days: whatever the rules, the earliest day that fits is the
 * first day asked about or one on which something opens (capacity begins, a guest leaves, a paper is ready, visa days
 * come back). A spec compares with judging every day.
 *
 * Units   calendar days, both ends included, in order.
 */
export function arrivalDaysWorthJudging(
  judge: Judge,
  at: PreparedCity,
  prepared: PreparedPlace,
  between: { readonly first: CalendarDate; readonly last: CalendarDate },
): CalendarDate[] {
  const { input } = judge;
  const { defender } = input;
  const first = laterOf(between.first, input.today);
  if (first > between.last) return [];
  const days = new Set<CalendarDate>([first]);
  const add = (day: CalendarDate): void => {
    if (day > first && day <= between.last) days.add(day);
  };
  for (const { from } of prepared.free) add(from);
  for (const { from } of prepared.freeOnceConfirmed) add(from);
  // A period that isn't kept for a track may follow one that is, without a day between.
  for (const { from, until } of prepared.place.confirmed) {
    add(from);
    add(until);
  }
  for (const { from, until } of prepared.place.unconfirmed) {
    add(from);
    add(until);
  }
  for (const { until } of at.keepAway) add(until);
  for (const { until } of defender.otherStays) add(until);
  if (at.city.screeningDays > 0) add(addDays(input.today, at.city.screeningDays));
  if (defender.visa.leadTimeDays !== null) add(addDays(input.today, defender.visa.leadTimeDays));
  if (at.city.guestsAtOnceAtMost !== null || defender.interpreterNeeded) {
    for (const { until } of at.guests) add(until);
  }
  for (const { validFrom } of defender.visa.held) add(validFrom);
  for (const day of judge.visaOpenings()) add(day);
  return [...days].sort();
}

/** The days before the window on which a stay could still just end before something closes, latest first. */
export function arrivalDaysBeforeWindow(
  judge: Judge,
  at: PreparedCity,
  prepared: PreparedPlace,
): CalendarDate[] {
  const { today, window, lengthNights, defender } = judge.input;
  const dayBefore = addDays(window.earliest, -1);
  const ends = [
    ...prepared.free.map(({ until }) => until),
    ...at.keepAway.map(({ from }) => from),
    ...(at.city.guestsAtOnceAtMost === null ? [] : at.guests.map(({ from }) => from)),
    ...defender.otherStays.map(({ from }) => from),
    ...defender.visa.held.map(({ validUntil }) => validUntil),
  ].map((end) => addDays(end, -lengthNights));
  return [...new Set([dayBefore, ...ends])]
    .filter((day) => day <= dayBefore && day >= today)
    .sort()
    .reverse();
}
