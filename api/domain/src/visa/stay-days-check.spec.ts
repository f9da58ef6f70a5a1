import fc from 'fast-check';
import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { rightsOfStay, type HeldVisa } from './held-visa.ts';
import type { SchengenPresence } from './ninety-in-one-eighty.ts';
import { latestSafeDeparture, stayDaysCheck } from './stay-days-check.ts';
import { visaKinds } from './visa-kinds.ts';

const visa = (over: Partial<HeldVisa> = {}): HeldVisa => ({
  kind: 'NATIONAL',
  validFrom: day('2027-01-01'),
  validUntil: day('2027-12-31'),
  countries: ['NL'],
  days: null,
  ...over,
});
const stay = span('2027-01-12', '2027-04-11');
const used = [{ firstDay: day('2026-10-01'), lastDay: day('2026-12-20') }];

describe('the days of a stay', () => {
  test('may be the ninety-first under a national visa or one of limited territory, and of no other', () => {
    expect(stayDaysCheck([], used, stay).ok).toBe(false);
    for (const kind of ['NATIONAL', 'LIMITED_TERRITORY'] as const)
      expect(stayDaysCheck([visa({ kind })], used, stay).ok).toBe(true);
    expect(stayDaysCheck([visa({ kind: 'SHORT_STAY' })], used, stay).ok).toBe(false);
    // Another State's national visa lets its holder in for the ninety days that everybody has.
    expect(stayDaysCheck([visa({ countries: ['FR'] })], used, stay).ok).toBe(false);
    expect(stayDaysCheck([visa({ countries: ['FR'] })], [], stay).ok).toBe(true);
  });

  test('under limited territory count for a later stay, those under a national visa don’t', () => {
    const later = span('2027-05-01', '2027-06-30');
    const before = (kind: 'NATIONAL' | 'LIMITED_TERRITORY'): SchengenPresence[] => [
      { firstDay: stay.from, lastDay: stay.until, basis: kind },
    ];
    expect(stayDaysCheck([], before('NATIONAL'), later).ok).toBe(true);
    expect(stayDaysCheck([], before('LIMITED_TERRITORY'), later).ok).toBe(false);
  });

  test('that are over only on days that no such visa covers are over all the same', () => {
    const until = visa({ kind: 'LIMITED_TERRITORY', validUntil: day('2027-03-20') });
    expect(stayDaysCheck([until], used, stay)).toMatchObject({
      ok: false,
      firstDayOver: '2027-03-21',
    });
  });

  test('don’t make a later stay under limited territory impossible', () => {
    const later: SchengenPresence[] = [
      { firstDay: day('2027-04-20'), lastDay: day('2027-05-20'), basis: 'LIMITED_TERRITORY' },
    ];
    expect(stayDaysCheck([], later, stay).ok).toBe(true);
  });
});

describe('the latest safe departure', () => {
  const safe = (
    held: readonly HeldVisa[],
    presences: readonly SchengenPresence[] = [],
    needed: boolean | null = true,
  ) => latestSafeDeparture({ needed, held }, presences, stay.from);

  test('is the ninetieth day without a visa, and the end of those that cover the arrival', () => {
    expect(safe([])).toBe('2027-04-11');
    expect(safe([visa({ validUntil: day('2027-06-30') })])).toBe('2027-06-30');
    expect(safe([visa({ kind: 'SHORT_STAY', countries: [], days: 30 })])).toBe('2027-02-10');
    expect(
      safe([
        visa({ validUntil: day('2027-02-01') }),
        visa({ kind: 'SHORT_STAY', countries: [], validUntil: day('2027-03-01') }),
      ]),
    ).toBe('2027-03-01');
  });

  test('goes on past a national visa for whoever needs none for a short stay', () => {
    expect(safe([visa({ validUntil: day('2027-02-01') })], [], false)).toBe('2027-05-02');
    expect(safe([visa({ validUntil: day('2027-02-01') })], [], null)).toBe('2027-02-01');
  });

  test('is none when not a night is left', () => {
    expect(safe([], [{ firstDay: day('2026-10-15'), lastDay: day('2027-01-12') }])).toBeNull();
    expect(safe([visa({ validUntil: stay.from })])).toBeNull();
  });
});

const begin = day('2026-06-01');
const anyVisa: fc.Arbitrary<HeldVisa> = fc
  .record({
    kind: fc.constantFrom(...visaKinds),
    from: fc.integer({ min: 0, max: 300 }),
    lasts: fc.integer({ min: 0, max: 200 }),
    country: fc.constantFrom('NL', 'FR'),
    days: fc.option(fc.integer({ min: 1, max: 90 })),
  })
  .map(({ kind, from, lasts, country, days }) => ({
    kind,
    days,
    countries: [country],
    validFrom: addDays(begin, from),
    validUntil: addDays(begin, from + lasts),
  }));
const anyPresence: fc.Arbitrary<SchengenPresence> = fc
  .tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 60 }),
    fc.constantFrom(...visaKinds),
  )
  .map(([from, lasts, basis]) => ({
    firstDay: addDays(begin, from),
    lastDay: addDays(begin, from + lasts),
    basis,
  }));
const anyCase = fc.record({
  visas: fc.array(anyVisa, { maxLength: 3 }),
  presences: fc.array(anyPresence, { maxLength: 3 }),
  from: fc.integer({ min: 100, max: 300 }),
  nights: fc.integer({ min: 1, max: 120 }),
});

/** Day by day, with sets: slow, obvious, and sharing nothing with the rule but what right each day rests on. */
function slowly(
  visas: readonly HeldVisa[],
  presences: readonly SchengenPresence[],
  from: CalendarDate,
  nights: number,
): boolean {
  const rights = rightsOfStay(visas, spanOfNights(from, nights));
  const all = [...presences, ...rights];
  const basesOn = (on: CalendarDate) =>
    all
      .filter(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay)
      .map(({ basis }) => basis);
  for (let ahead = 0; ahead <= daysBetween(from, addDays(begin, 600)); ahead += 1) {
    const bases = basesOn(addDays(from, ahead));
    const mustBeCounted = bases.includes('SHORT_STAY') && !bases.includes('LIMITED_TERRITORY');
    if (!mustBeCounted) continue;
    let count = 0;
    for (let back = 0; back < 180; back += 1)
      if (basesOn(addDays(from, ahead - back)).some((basis) => basis !== 'NATIONAL')) count += 1;
    if (count > 90) return false;
  }
  return true;
}

describe('whatever the visas and presences', () => {
  test('the check equals counting day by day', () => {
    fc.assert(
      fc.property(anyCase, ({ visas, presences, from, nights }) => {
        const arrival = addDays(begin, from);
        const check = stayDaysCheck(visas, presences, spanOfNights(arrival, nights));
        expect(check.ok).toBe(slowly(visas, presences, arrival, nights));
      }),
      { numRuns: 60 },
    );
  });

  test('rights cover the whole stay without gap or overlap, each day inside its visa', () => {
    fc.assert(
      fc.property(anyCase, ({ visas, from, nights }) => {
        const planned = spanOfNights(addDays(begin, from), nights);
        const rights = rightsOfStay(visas, planned);
        expect([rights[0]?.firstDay, rights.at(-1)?.lastDay]).toEqual([
          planned.from,
          planned.until,
        ]);
        for (const [at, { firstDay, lastDay, visa: by }] of rights.entries()) {
          if (at > 0) expect(firstDay).toBe(addDays(rights[at - 1]?.lastDay ?? firstDay, 1));
          if (by !== null) expect(by.validFrom <= firstDay && lastDay <= by.validUntil).toBe(true);
        }
      }),
    );
  });

  test('the latest safe departure is allowed, and the day after it is not', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(true, false), ({ visas, presences, from }, needed) => {
        const arrival = addDays(begin, from);
        const last = latestSafeDeparture({ needed, held: visas }, presences, arrival);
        const ok = (until: CalendarDate) =>
          stayDaysCheck(visas, presences, { from: arrival, until }).ok;
        if (last === null || daysBetween(arrival, last) >= 400) return;
        expect(ok(last)).toBe(true);
        const covered = rightsOfStay(visas, { from: arrival, until: addDays(last, 1) });
        const runsOut = needed && covered[0]?.visa !== null && covered.at(-1)?.visa === null;
        expect(!ok(addDays(last, 1)) || runsOut).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
