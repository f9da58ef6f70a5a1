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

/** In which order visas are used: the best right first. `null` for one that gives no right here. */
function preference({ kind, countries }: HeldVisa): { rank: number; basis: VisaKind } | null {
  const isGoodHere = countries.includes(countryOfStays);
  if (kind === 'NATIONAL' && isGoodHere) return { rank: 0, basis: 'NATIONAL' };
  if (kind === 'LIMITED_TERRITORY') return isGoodHere ? { rank: 1, basis: kind } : null;
  if (kind === 'SHORT_STAY' && (isGoodHere || countries.length === 0))
    return { rank: 2, basis: 'SHORT_STAY' };
  // Whoever holds another State's national visa or permit needs no visa here, and has the ninety days like anybody.
  return kind === 'NATIONAL' && countries.some((country) => schengenStates.has(country))
    ? { rank: 3, basis: 'SHORT_STAY' }
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
  const by = new Array<Ranked | null>(Math.max(0, epochDayOf(stay.until) - first + 1)).fill(null);
  for (const ranked of inOrderOfUse(visas)) {
    const { validFrom, validUntil, days } = ranked.visa;
    let left = ranked.basis === 'SHORT_STAY' && ranked.rank === 3 ? null : days;
    const until = Math.min(by.length - 1, epochDayOf(validUntil) - first);
    for (let at = Math.max(0, epochDayOf(validFrom) - first); at <= until; at += 1) {
      if (by[at] !== null || left === 0) continue;
      by[at] = ranked;
      if (left !== null) left -= 1;
    }
  }
  const rights: StayRight[] = [];
  for (const [at, ranked] of by.entries()) {
    const day = dateOfEpochDay(first + at);
    const visa = ranked?.visa ?? null;
    const last = rights.at(-1);
    if (last !== undefined && last.visa === visa)
      rights[rights.length - 1] = { ...last, lastDay: day };
    else rights.push({ firstDay: day, lastDay: day, visa, basis: ranked?.basis ?? 'SHORT_STAY' });
  }
  return rights;
}

/** Whether the visas that are held cover every day of a stay, so that none has to be asked for. */
export function coverStay(visas: readonly HeldVisa[], stay: DateSpan): boolean {
  return visas.length > 0 && rightsOfStay(visas, stay).every(({ visa }) => visa !== null);
}

/** The presences that a stay causes, by what right each of its days is spent. */
export function presencesOfStay(visas: readonly HeldVisa[], stay: DateSpan): SchengenPresence[] {
  if (visas.length === 0) return [presenceOf(stay)];
  return rightsOfStay(visas, stay).map(({ firstDay, lastDay, basis }) =>
    basis === 'SHORT_STAY' ? { firstDay, lastDay } : { firstDay, lastDay, basis },
  );
}
