import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { presencesOfRights, rightsOfStay, type HeldVisa, type StayRight } from './held-visa.ts';
import {
  visaDaysCheck,
  type SchengenPresence,
  type VisaDaysCheck,
} from './ninety-in-one-eighty.ts';

/** What a person may travel on. `needed` is `null` when nobody asked yet whether they need a visa at all. */
export type TravelPapers = {
  readonly needed: boolean | null;
  readonly held: readonly HeldVisa[];
};

/** Whether a stay keeps to the days that the person has, and by what right each of its days is spent. */
export type StayDaysCheck = VisaDaysCheck & { readonly rights: readonly StayRight[] };

/**
 * Whether a planned stay keeps to the days allowed, day by day: a day under a national visa or permit of this country
 * isn't counted; one under a visa of limited territory is allowed whatever was used before, because it was given for
 * just this, and counts for every later day; any other may be one of at most 90 in 180.
 *
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1) and (2): only "periods of stay authorised under
 *         a residence permit or a long-stay visa" are left out of the count; Visa Code, Regulation (EC) No 810/2009,
 *         article 25(1)(b): a visa of limited territory for who has used the 90 days.
 */
export function stayDaysCheck(
  visas: readonly HeldVisa[],
  presences: readonly SchengenPresence[],
  stay: DateSpan,
): StayDaysCheck {
  if (visas.length === 0) return { ...visaDaysCheck(presences, stay), rights: [] };
  const rights = rightsOfStay(visas, stay);
  return { ...visaDaysCheck(presences, stay, presencesOfRights(rights)), rights };
}

/** No stay is looked at for longer. Units: nights. */
const longestLookedAt = 400;

/**
 * The latest day on which someone who arrives on `arrival` can safely depart: no day breaks the limit, and whoever
 * arrives on a visa leaves while one covers them. `null` when not even one night is left.
 */
export function latestSafeDeparture(
  { needed, held }: TravelPapers,
  presences: readonly SchengenPresence[],
  arrival: CalendarDate,
): CalendarDate | null {
  const fits = (nights: number): boolean =>
    stayDaysCheck(held, presences, { from: arrival, until: addDays(arrival, nights) }).ok;
  const most = nightsCovered(needed === false ? [] : held, arrival);
  if (most < 1 || !fits(1)) return null;
  // What is over after some nights is over after more: a day's right and count depend on no later day.
  let fitting = 1;
  let tooMany = most + 1;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return addDays(arrival, fitting);
}

/** For how many nights from an arrival the visas cover every day; as long as anyone looks when none covers the arrival. */
function nightsCovered(visas: readonly HeldVisa[], arrival: CalendarDate): number {
  if (visas.length === 0) return longestLookedAt;
  const span = { from: arrival, until: addDays(arrival, longestLookedAt) };
  const rights = rightsOfStay(visas, span);
  const gap = rights.findIndex(({ visa }) => visa === null);
  const open = rights[gap];
  if (open === undefined || gap === 0) return longestLookedAt;
  return daysBetween(arrival, open.firstDay) - 1;
}
