import type { PlacementProfile } from '@shelter-city/contract/defenders';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { toDateColumn } from '../persistence/calendar-columns.ts';

/** The profile without its lists, as a defender's own columns want it. */
export const profileColumns = (profile: PlacementProfile) => {
  const { languages: _languages, wishes: _wishes, presences: _presences, visa, ...flat } = profile;
  const day = (value: CalendarDate | null) => (value === null ? null : toDateColumn(value));
  return {
    ...flat,
    themes: [...new Set(flat.themes)],
    needs: [...new Set(flat.needs)],
    earliestArrival: day(flat.earliestArrival),
    latestArrival: day(flat.latestArrival),
    passportValidUntil: day(flat.passportValidUntil),
    visaKind: visa?.kind ?? null,
    visaValidFrom: day(visa?.validFrom ?? null),
    visaValidUntil: day(visa?.validUntil ?? null),
    visaCountries: [...new Set(visa?.countries)],
    visaDays: visa?.days ?? null,
  };
};
