/**
 * A calendar day, written `YYYY-MM-DD`, in the host city's own country. It has no clock and no zone, sorts as text,
 * and travels unchanged from the database through JSON to the page. Comparing two days is comparing two texts.
 *
 * The arithmetic below is the proleptic Gregorian calendar in whole numbers: the planner asks it a hundred thousand
 * times for one answer, and the pages run it in browsers that have no `Temporal` yet. Its specs hold it to `Temporal`.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };

/** A month, written `YYYY-MM`. */
export type CalendarMonth = string & { readonly __calendarMonth: unique symbol };

/** A quarter of a year, written `YYYY-Qn`. */
export type CalendarQuarter = string & { readonly __calendarQuarter: unique symbol };

const shape = /^\d{4}-\d{2}-\d{2}$/;
const firstYear = 1;
const lastYear = 9999;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const zeroCode = 48;

/** Days from 1 March of the year 0 to 1 January 1970, in the calendar that begins its years in March. */
const daysBeforeEpoch = 719_468;
const daysPerEra = 146_097;
const yearsPerEra = 400;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - zeroCode;
}

function yearIn(date: string): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

function monthIn(date: string): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

function dayIn(date: string): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}

function written(year: number, month: number, day: number): CalendarDate {
  if (year < firstYear || year > lastYear)
    throw new RangeError('A calendar day lies in the years 1 to 9999.');
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

/** Does this text name a day that exists? `2027-02-29` doesn't. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!shape.test(text)) return false;
  const year = yearIn(text);
  const month = monthIn(text);
  const day = dayIn(text);
  return (
    year >= firstYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/**
 * The calendar day that a text names.
 *
 * Errors  a `RangeError` for anything that isn't `YYYY-MM-DD` or a day that doesn't exist; the text isn't repeated in it.
 */
export function asCalendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError('Not a calendar day written YYYY-MM-DD.');
  return text;
}

/** Whole days since 1 January 1970; earlier days are negative. */
export function epochDayOf(date: CalendarDate): number {
  const month = monthIn(date);
  const year = month <= 2 ? yearIn(date) - 1 : yearIn(date);
  const era = Math.floor(year / yearsPerEra);
  const yearOfEra = year - era * yearsPerEra;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayIn(date) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysBeforeEpoch;
}

/** Days as they are written, each once it was asked for: the same few hundred are asked all the time. So many, and no more. */
const writtenDays = new Map<number, CalendarDate>();
const writtenDaysAtMost = 20_000;

/** The calendar day that lies so many whole days after 1 January 1970. */
export function dateOfEpochDay(epochDay: number): CalendarDate {
  const known = writtenDays.get(epochDay);
  if (known !== undefined) return known;
  const date = dateWorkedOut(epochDay);
  if (writtenDays.size < writtenDaysAtMost) writtenDays.set(epochDay, date);
  return date;
}

function dateWorkedOut(epochDay: number): CalendarDate {
  const shifted = epochDay + daysBeforeEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return written(yearOfEra + era * yearsPerEra + (month <= 2 ? 1 : 0), month, day);
}

/** The day so many days later; a negative number goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** How many days lie from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** The same day of the month so many months later, or that month's last day when it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const monthsSinceYearZero = yearIn(date) * 12 + monthIn(date) - 1 + months;
  const year = Math.floor(monthsSinceYearZero / 12);
  const month = monthsSinceYearZero - year * 12 + 1;
  return written(year, month, Math.min(dayIn(date), daysInMonth(year, month)));
}

/** The year of a day. */
export function yearOf(date: CalendarDate): number {
  return yearIn(date);
}

/** The month of a day, `YYYY-MM`: all that a city may know of an arrival before it confirmed. */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth;
}

/** The quarter of a day, `YYYY-Qn`: the unit in which cities confirm capacity. */
export function quarterOf(date: CalendarDate): CalendarQuarter {
  return `${date.slice(0, 4)}-Q${String(Math.ceil(monthIn(date) / 3))}` as CalendarQuarter;
}

/** The first day of the quarter that a day lies in. */
export function firstDayOfQuarter(date: CalendarDate): CalendarDate {
  return written(yearIn(date), Math.floor((monthIn(date) - 1) / 3) * 3 + 1, 1);
}

/** The first day of a year. */
export function firstDayOfYear(year: number): CalendarDate {
  return written(year, 1, 1);
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}
