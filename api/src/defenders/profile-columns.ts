import type { PlacementProfile } from '@shelter-city/contract/defenders';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { toDateColumn } from '../persistence/calendar-columns.ts';

/** The profile without its lists, as a defender's own columns want it. */
export const profileColumns = (profile: PlacementProfile) => {
  const { languages: _languages, wishes: _wishes, presences: _presences, visas: _visas, ...flat } = profile;
  const day = (value: CalendarDate | null) => (value === null ? null : toDateColumn(value));
  return {
    ...flat,
    themes: [...new Set(flat.themes)],
    needs: [...new Set(flat.needs)],
    earliestArrival: day(flat.earliestArrival),
    latestArrival: day(flat.latestArrival),
    passportValidUntil: day(flat.passportValidUntil),
  };
};

/** Days in the Schengen area outside our stays, as their table wants them. */
export const presenceRows = ({ presences }: PlacementProfile) =>
  presences.map(({ enteredOn, leftOn, ...said }) => ({ enteredOn: toDateColumn(enteredOn), leftOn: toDateColumn(leftOn), ...said }));

/** Visas, as their table wants them. */
export const visaRows = ({ visas }: PlacementProfile) =>
  visas.map(({ validFrom, validUntil, countries, ...said }) => ({
    validFrom: toDateColumn(validFrom), validUntil: toDateColumn(validUntil), countries: [...new Set(countries)], ...said,
  }));
