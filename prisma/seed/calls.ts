import { addDays, asCalendarDate, earlierOf, yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { SampleCallChoice } from './sample-defender.ts';
import type { CallRow } from './sample-rows.ts';
import { idOf } from './stable-random.ts';

/** Public fact: the call of 2016 was open for 23 days, and the selection took 22 more. */
const daysOpen = 23;
const daysToSelection = 22;

/** A call with what its cohort needs of it. */
export type SampleCall = CallRow & { readonly season: 'Spring' | 'Autumn'; readonly year: number; readonly selectedOn: CalendarDate };

const firstCallYear = 2016;

/** Two calls a year since 2016: in September for stays from April, and in April for stays from September. */
function call(season: 'Spring' | 'Autumn', year: number): SampleCall {
  const [published, from, until] =
    season === 'Spring' ? [`${String(year - 1)}-09-04`, '04-01', '07-31'] : [`${String(year)}-04-03`, '09-01', '12-31'];
  const publishedOn = asCalendarDate(published);
  const closesOn = addDays(publishedOn, daysOpen);
  const name = `${season} ${String(year)}`;
  return {
    id: idOf('call', name), name, publishedOn, closesOn, season, year, selectedOn: addDays(closesOn, daysToSelection),
    staysFrom: asCalendarDate(`${String(year)}-${from}`), staysUntil: asCalendarDate(`${String(year)}-${until}`),
  };
}

/** Every call up to the one that is open now, in order; if none would be open today, the next one was published early. */
export function callsUntil(today: CalendarDate): readonly SampleCall[] {
  const all: SampleCall[] = [];
  for (let year = firstCallYear; year <= yearOf(today) + 2; year += 1) all.push(call('Spring', year), call('Autumn', year));
  const open = all.findIndex(({ closesOn }) => closesOn >= addDays(today, 3));
  return all.slice(0, open + 1).map((one, at) => (at === open ? { ...one, publishedOn: earlierOf(one.publishedOn, addDays(today, -10)) } : one));
}

/** The call that a person of the current cohort answered. */
export function chosenCall(calls: readonly SampleCall[], choice: SampleCallChoice, today: CalendarDate): SampleCall {
  const chosen = { OPEN: calls.at(-1), NEXT: calls.at(-2), CURRENT: calls.findLast(({ staysFrom }) => staysFrom <= addDays(today, -30)) }[choice];
  if (chosen === undefined) throw new RangeError('The sample data begins with the calls of 2016.');
  return chosen;
}
