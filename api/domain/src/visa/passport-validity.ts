import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';

/** A passport must outlive the departure by so many months, by law. */
export const passportMonthsRequired = 3;
/** The programme asks for so many, because a stay can end later than planned. */
export const passportMonthsWished = 6;

/** What a passport's last day means for a departure. */
export type PassportCheck =
  | { readonly state: 'VALID' }
  | { readonly state: 'SHORTER_THAN_WISHED'; readonly wishedUntil: CalendarDate }
  | { readonly state: 'TOO_SHORT'; readonly requiredUntil: CalendarDate }
  | { readonly state: 'NOT_KNOWN' };

/**
 * Whether a passport is valid long enough past departure: three months is the law, six the programme's wish.
 *
 * Units   `validUntil` is the last day of validity; `null` means that nobody has asked yet.
 * Source  Schengen Borders Code, article 6(1)(a); the programme's criterion "valid six months or more".
 */
export function passportCheck(
  validUntil: CalendarDate | null,
  departure: CalendarDate,
): PassportCheck {
  if (validUntil === null) return { state: 'NOT_KNOWN' };
  const requiredUntil = addMonths(departure, passportMonthsRequired);
  if (validUntil < requiredUntil) return { state: 'TOO_SHORT', requiredUntil };
  const wishedUntil = addMonths(departure, passportMonthsWished);
  return validUntil < wishedUntil
    ? { state: 'SHORTER_THAN_WISHED', wishedUntil }
    : { state: 'VALID' };
}
