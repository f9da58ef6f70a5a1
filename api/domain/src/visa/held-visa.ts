import type { CalendarDate } from '../calendar/calendar-date.ts';
import { nightsIn, type DateSpan } from '../calendar/date-span.ts';
import {
  presenceOf,
  visaDaysCheck,
  type SchengenPresence,
  type VisaDaysCheck,
} from './ninety-in-one-eighty.ts';
import type { VisaKind } from './visa-kinds.ts';

/** The country in which our stays are. */
export const countryOfStays = 'NL';

/**
 * A visa or permit that a person holds.
 *
 * Units   both days are valid days; `countries` are ISO codes and none of them means the whole area; `days` is the
 *         number on the sticker, `null` where it has none.
 */
export type HeldVisa = {
  readonly kind: VisaKind;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly countries: readonly string[];
  readonly days: number | null;
};

/**
 * Whether a visa carries a whole stay here: every day of it, the day of departure included, in this country, with
 * enough days of its own. A national visa or permit carries only stays in the State that gave it.
 *
 * Source  Visa Code, Regulation (EC) No 810/2009, article 2(4) and (5) and article 25 (limited territory); Convention
 *         implementing the Schengen Agreement, article 18 (national long-stay visas) and article 21 (elsewhere its
 *         holder has the 90 days in 180 like anybody).
 */
export function carriesStay(visa: HeldVisa | null, stay: DateSpan): boolean {
  if (visa === null || stay.from < visa.validFrom || stay.until > visa.validUntil) return false;
  if (visa.days !== null && nightsIn(stay) + 1 > visa.days) return false;
  const anywhere = visa.countries.length === 0 && visa.kind === 'SHORT_STAY';
  return anywhere || visa.countries.includes(countryOfStays);
}

/** The presence that a stay causes: under a national visa that carries it, one that doesn't count. */
export function presenceOfStay(visa: HeldVisa | null, stay: DateSpan): SchengenPresence {
  const presence = presenceOf(stay);
  return visa?.kind === 'NATIONAL' && carriesStay(visa, stay)
    ? { ...presence, basis: 'NATIONAL' }
    : presence;
}

/** Whether a stay keeps to the days that the person has, and by which rule. */
export type StayDaysCheck = VisaDaysCheck | { readonly ok: true; readonly by: HeldVisa };

/**
 * Whether a planned stay keeps to the days allowed. A national visa that carries it needs no counting; a visa of limited
 * territory that carries it was given for just this, also to whoever has used the 90 days, and its own days limit it.
 * For everybody else it is 90 days in any 180.
 *
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(2), last sentence; Visa Code, article 25(1)(b).
 */
export function stayDaysCheck(
  visa: HeldVisa | null,
  presences: readonly SchengenPresence[],
  stay: DateSpan,
): StayDaysCheck {
  return visa !== null && visa.kind !== 'SHORT_STAY' && carriesStay(visa, stay)
    ? { ok: true, by: visa }
    : visaDaysCheck(presences, stay);
}
