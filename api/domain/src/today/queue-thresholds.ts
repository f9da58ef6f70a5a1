import {
  addDays,
  addMonths,
  epochDayOf,
  firstDayOfQuarter,
  type CalendarDate,
} from '../calendar/calendar-date.ts';

/** A city that hasn't answered a proposal for so many working days is asked again. */
export const workingDaysToAnswer = 5;
/** A hold that ends within so many days is shown, and it is urgent. */
export const holdEndsWithinDays = 2;
/** A lapsed hold stays in the queue for so many days, unless the defender is proposed anew. */
export const lapsedHoldShownDays = 7;
/** A city's answer stays in the queue for so many days. */
export const answerShownDays = 7;
/** An arrival is announced so many days before. */
export const arrivesWithinDays = 14;
/** A return that nobody reviewed is shown so many days before the departure. */
export const returnReviewedWithinDays = 14;
/** … and is urgent from so many days before it. */
export const returnReviewUrgentDays = 3;
/** Someone selected is urgent when a visa must be asked for within so many days. */
export const selectedUrgentDays = 14;
/** Capacity that nobody signed is urgent when it would begin within so many days. */
export const capacityUrgentDays = 30;
/** Someone who never arrived stays an alarm for so many days. */
export const noShowShownDays = 90;

/** Is this a Monday to Friday? Day 0, 1 January 1970, was a Thursday. */
function isWorkingDay(date: CalendarDate): boolean {
  const sinceMonday = (((epochDayOf(date) + 3) % 7) + 7) % 7;
  return sinceMonday < 5;
}

/**
 * The day from which until `today` so many working days have passed: what was asked on it or earlier has waited them.
 *
 * Units   working days are Monday to Friday; public holidays aren't known here. 0 is today itself.
 * Source  the office week of the programme and its cities.
 */
export function workingDaysBefore(today: CalendarDate, workingDays: number): CalendarDate {
  let day = today;
  for (let left = workingDays; left > 0; day = addDays(day, -1)) {
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The first day after the next quarter: capacity that begins before it should be signed by now. */
export function endOfNextQuarter(today: CalendarDate): CalendarDate {
  return addMonths(firstDayOfQuarter(today), 6);
}
