import { addDays } from '../calendar/calendar-date.ts';
import { day } from '../calendar/days.fixture.ts';
import { stayStatuses } from '../stays/stay-status.ts';
import {
  disclosedFields,
  disclosurePhase,
  disclosurePhases,
  openingOf,
} from './what-a-city-sees.ts';

const departure = day('2027-07-03');
const planned = { plannedDeparture: departure };

describe('the phase of a stay for its city', () => {
  test('follows its state', () => {
    const phases = stayStatuses.map((status) => [
      status,
      disclosurePhase({ ...planned, status, actualDeparture: departure }, departure),
    ]);
    expect(Object.fromEntries(phases)).toEqual({
      DRAFT: 'NOTHING',
      PROPOSED: 'PROPOSED',
      CONFIRMED: 'CONFIRMED',
      TRAVELLING: 'CONFIRMED',
      IN_STAY: 'CONFIRMED',
      DEPARTED: 'AFTER',
      CUT_SHORT: 'AFTER',
      TRANSFERRED: 'AFTER',
      CLOSED: 'AFTER',
      DECLINED: 'NOTHING',
      LAPSED: 'NOTHING',
      TURNED_DOWN: 'NOTHING',
      CANCELLED: 'NOTHING',
      NO_SHOW: 'NOTHING',
    });
  });

  test('closes by itself after thirty days', () => {
    const left = { ...planned, status: 'DEPARTED', actualDeparture: departure } as const;
    expect(disclosurePhase(left, addDays(departure, 30))).toBe('AFTER');
    expect(disclosurePhase(left, addDays(departure, 31))).toBe('NOTHING');
  });

  test('is closed when in doubt', () => {
    const never = { ...planned, status: 'DEPARTED', actualDeparture: null } as const;
    expect(disclosurePhase(never, departure)).toBe('NOTHING');
  });

  test('closes thirty days after the planned departure when nobody writes one down', () => {
    for (const status of ['CONFIRMED', 'TRAVELLING', 'IN_STAY'] as const) {
      const forgotten = { ...planned, status, actualDeparture: null };
      expect(disclosurePhase(forgotten, addDays(departure, 30))).toBe('CONFIRMED');
      expect(disclosurePhase(forgotten, addDays(departure, 31))).toBe('NOTHING');
    }
  });
});

describe('what a phase opens', () => {
  test('is nothing before a proposal', () => {
    expect(disclosedFields.filter((field) => openingOf('NOTHING', field) !== null)).toEqual([]);
  });

  test('is no name, no exact day and no instruction while proposed', () => {
    for (const field of [
      'KNOWN_AS',
      'CONTACT_CHANNEL',
      'DISCLOSED_IDENTITY',
      'DEPENDANT_FIRST_NAMES',
      'DATES',
      'RISK_INSTRUCTION',
    ] as const) {
      expect(openingOf('PROPOSED', field)).toBeNull();
    }
    expect(openingOf('PROPOSED', 'ARRIVAL_MONTH')).toBe('READ');
  });

  test('is never a name without a reveal', () => {
    for (const phase of disclosurePhases) {
      for (const field of [
        'KNOWN_AS',
        'CONTACT_CHANNEL',
        'DISCLOSED_IDENTITY',
        'DEPENDANT_FIRST_NAMES',
      ] as const) {
        expect(openingOf(phase, field)).not.toBe('READ');
      }
    }
  });

  test('is no way to a person after departure', () => {
    expect(disclosedFields.filter((field) => openingOf('AFTER', field) === 'REVEAL')).toEqual([]);
  });
});
