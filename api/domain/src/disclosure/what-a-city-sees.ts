import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { StayStatus } from '../stays/stay-status.ts';

/** How far a stay is open to its city. */
export const disclosurePhases = ['NOTHING', 'PROPOSED', 'CONFIRMED', 'AFTER'] as const;
export type DisclosurePhase = (typeof disclosurePhases)[number];

/** After departure a city may look back for so many days; then the stay closes to it by itself. */
export const disclosureDaysAfterDeparture = 30;

/** The pieces of a stay that open and close for a city. */
export const disclosedFields = [
  'CODE_NAME',
  'STATE',
  'ARRIVAL_MONTH',
  'NIGHTS',
  'DATES',
  'HOUSEHOLD_SIZE',
  'LANGUAGES',
  'PRACTICAL_NEEDS',
  'KNOWN_AS',
  'CONTACT_CHANNEL',
  'DISCLOSED_IDENTITY',
  'DEPENDANT_AGE_BANDS',
  'DEPENDANT_FIRST_NAMES',
  'RISK_INSTRUCTION',
] as const;
export type DisclosedField = (typeof disclosedFields)[number];

/** How a field opens: read in the page, or by a reveal that asks for a reason and is logged. */
export type Opening = 'READ' | 'REVEAL';

/**
 * What each phase opens to the city of a stay. A field that isn't named is closed. `DISCLOSED_IDENTITY` stands for the
 * identity fields that a coordinator disclosed one by one, each with a reason and an expiry.
 *
 * Source  the access matrix, columns "city: proposed", "city: confirmed to departure", "city: 30 days after".
 */
export const openedFields: Readonly<
  Record<DisclosurePhase, Readonly<Partial<Record<DisclosedField, Opening>>>>
> = {
  NOTHING: {},
  PROPOSED: {
    CODE_NAME: 'READ',
    STATE: 'READ',
    ARRIVAL_MONTH: 'READ',
    NIGHTS: 'READ',
    HOUSEHOLD_SIZE: 'READ',
    LANGUAGES: 'READ',
    PRACTICAL_NEEDS: 'READ',
    DEPENDANT_AGE_BANDS: 'READ',
  },
  CONFIRMED: {
    CODE_NAME: 'READ',
    STATE: 'READ',
    ARRIVAL_MONTH: 'READ',
    NIGHTS: 'READ',
    DATES: 'READ',
    HOUSEHOLD_SIZE: 'READ',
    LANGUAGES: 'READ',
    PRACTICAL_NEEDS: 'READ',
    KNOWN_AS: 'REVEAL',
    CONTACT_CHANNEL: 'REVEAL',
    DISCLOSED_IDENTITY: 'REVEAL',
    DEPENDANT_AGE_BANDS: 'READ',
    DEPENDANT_FIRST_NAMES: 'REVEAL',
    RISK_INSTRUCTION: 'READ',
  },
  AFTER: {
    CODE_NAME: 'READ',
    STATE: 'READ',
    ARRIVAL_MONTH: 'READ',
    NIGHTS: 'READ',
    DATES: 'READ',
    HOUSEHOLD_SIZE: 'READ',
    LANGUAGES: 'READ',
    PRACTICAL_NEEDS: 'READ',
  },
};

/**
 * How far a stay is open to its own city today.
 *
 * Units   the 30 days run from the day of actual departure: on the 30th day the city still sees it, on the 31st not. While
 *         nobody wrote a departure down they run from the day that was planned, so what is forgotten closes too.
 * Errors  nothing is thrown. An ended stay without its day of departure is closed: when in doubt, nothing is shown.
 * Source  the access matrix; "disclosure … closing by itself after departure".
 */
export function disclosurePhase(
  stay: {
    readonly status: StayStatus;
    readonly plannedDeparture: CalendarDate;
    readonly actualDeparture: CalendarDate | null;
  },
  today: CalendarDate,
): DisclosurePhase {
  const isOpenAfter = (departure: CalendarDate | null) =>
    departure !== null && today <= addDays(departure, disclosureDaysAfterDeparture);
  switch (stay.status) {
    case 'PROPOSED':
      return 'PROPOSED';
    case 'CONFIRMED':
    case 'TRAVELLING':
    case 'IN_STAY':
      return isOpenAfter(stay.plannedDeparture) ? 'CONFIRMED' : 'NOTHING';
    case 'DEPARTED':
    case 'CUT_SHORT':
    case 'TRANSFERRED':
    case 'CLOSED':
      return isOpenAfter(stay.actualDeparture) ? 'AFTER' : 'NOTHING';
    case 'DRAFT':
    case 'DECLINED':
    case 'LAPSED':
    case 'TURNED_DOWN':
    case 'CANCELLED':
    case 'NO_SHOW':
      return 'NOTHING';
  }
}

/** How a field is open in a phase, or `null` when it is closed. */
export function openingOf(phase: DisclosurePhase, field: DisclosedField): Opening | null {
  return openedFields[phase][field] ?? null;
}
