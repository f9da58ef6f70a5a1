import { dateOfEpochDay, epochDayOf, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { presenceOf, type SchengenPresence } from './ninety-in-one-eighty.ts';
import { schengenStates } from './schengen-states.ts';
import type { VisaKind } from './visa-kinds.ts';

/** The country in which our stays are. */
export const countryOfStays = 'NL';

/**
 * A visa or permit that a person holds. People hold several: one that ended, one for this country, one for another.
 *
 * Units   both days are valid days; `countries` are ISO codes and none of them means the whole area, for a short stay;
 *         `days` is the number on the sticker, of each stay under it, `null` where it has none.
 */
export type HeldVisa = {
  readonly kind: VisaKind;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly countries: readonly string[];
  readonly days: number | null;
};

/** Days of a stay, both included, that are spent under one visa; `null` where none that is held covers them. */
export type StayRight = {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly visa: HeldVisa | null;
  /** What right the days rest on here. Days that no visa covers yet would be a short stay. */
  readonly basis: VisaKind;
};

/** The rank of a visa that only lets its holder in: its own days are its own State's. */
const admittedOnly = 3;

/** In which order visas are used: the best right first. `null` for one that gives no right here. */
function preference({ kind, countries }: HeldVisa): { rank: number; basis: VisaKind } | null {
  const isGoodHere = countries.includes(countryOfStays);
  if (kind === 'NATIONAL' && isGoodHere) return { rank: 0, basis: 'NATIONAL' };
  if (kind === 'LIMITED_TERRITORY') return isGoodHere ? { rank: 1, basis: kind } : null;
  if (kind === 'SHORT_STAY' && (isGoodHere || countries.length === 0))
    return { rank: 2, basis: 'SHORT_STAY' };
  // Whoever holds another State's national visa or permit needs no visa here, and has the ninety days like anybody.
  return kind === 'NATIONAL' && countries.some((country) => schengenStates.has(country))
    ? { rank: admittedOnly, basis: 'SHORT_STAY' }
    : null;
}

type Ranked = { readonly visa: HeldVisa; readonly rank: number; readonly basis: VisaKind };

function inOrderOfUse(visas: readonly HeldVisa[]): Ranked[] {
  return visas
    .flatMap((visa) => {
      const preferred = preference(visa);
      return preferred === null ? [] : [{ visa, ...preferred }];
    })
    .sort((a, b) => a.rank - b.rank || (a.visa.validUntil < b.visa.validUntil ? -1 : 1));
}

/**
 * By what right each day of a stay is spent: every day under the best visa that covers it. A national visa or permit of
 * this country comes first, then one of limited territory, then a short-stay visa, then another State's national one;
 * of one kind the one that ends first. Each covers at most its own number of days.
 *
 * Units   the day of departure is a day of the stay.
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1)(b) (who holds a valid residence permit or
 *         long-stay visa needs no other); Visa Code, Regulation (EC) No 810/2009, article 2(4) and article 25 (limited
 *         territory is the States named on the sticker); Convention implementing the Schengen Agreement, articles 18
 *         and 21 (a national visa is its own State's; elsewhere its holder has 90 days in any 180).
 */
export function rightsOfStay(visas: readonly HeldVisa[], stay: DateSpan): StayRight[] {
  const first = epochDayOf(stay.from);
  const last = epochDayOf(stay.until);
  const ranked = inOrderOfUse(visas);
  if (ranked.length === 0)
    return [{ firstDay: stay.from, lastDay: stay.until, visa: null, basis: 'SHORT_STAY' }];
  const by = new Array<Ranked | null>(Math.max(0, last - first + 1)).fill(null);
  for (const each of ranked) {
    const until = Math.min(last, epochDayOf(each.visa.validUntil));
    let left = each.rank === admittedOnly ? null : each.visa.days;
    for (let day = Math.max(first, epochDayOf(each.visa.validFrom)); day <= until; day += 1) {
      if (left === 0) break;
      if (by[day - first] !== null) continue;
      by[day - first] = each;
      if (left !== null) left -= 1;
    }
  }
  const rights: StayRight[] = [];
  let from = 0;
  // Days become dates only where one right ends: this is asked for hundreds of stays at once.
  for (let at = 1; at <= by.length; at += 1) {
    if (at < by.length && by[at] === by[from]) continue;
    const under = by[from] ?? null;
    rights.push({
      firstDay: dateOfEpochDay(first + from),
      lastDay: dateOfEpochDay(first + at - 1),
      visa: under?.visa ?? null,
      basis: under?.basis ?? 'SHORT_STAY',
    });
    from = at;
  }
  return rights;
}

/** Whether the visas that are held cover every day of a stay, so that none has to be asked for. */
export function coverStay(visas: readonly HeldVisa[], stay: DateSpan): boolean {
  return visas.length > 0 && areCovered(rightsOfStay(visas, stay));
}

/** Whether each of these days is spent under a visa that is held. */
export function areCovered(rights: readonly StayRight[]): boolean {
  return rights.every(({ visa }) => visa !== null);
}

/** The presences that a stay causes, by what right each of its days is spent. */
export function presencesOfStay(visas: readonly HeldVisa[], stay: DateSpan): SchengenPresence[] {
  return visas.length === 0 ? [presenceOf(stay)] : presencesOfRights(rightsOfStay(visas, stay));
}

/** The same, of rights that are known. */
export function presencesOfRights(rights: readonly StayRight[]): SchengenPresence[] {
  return rights.map(({ firstDay, lastDay, basis }) =>
    basis === 'SHORT_STAY' ? { firstDay, lastDay } : { firstDay, lastDay, basis },
  );
}
