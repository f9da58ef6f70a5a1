import { day, span } from '../calendar/days.fixture.ts';
import { groundOf, passedOverBy, weakerRules, whatChangedSince } from './decision-ground.ts';
import { aCity, aPlace, guest, inputOf, type Case } from './match.fixture.ts';

const presence = { firstDay: day('2026-12-10'), lastDay: day('2026-12-12') };
const nights = span('2027-01-12', '2027-04-11');
const ground = (given: Case) => {
  const found = groundOf(inputOf(given), 'nijmegen', { placeId: 'place-1', span: nights });
  if (found === null) throw new Error('The fixture has this place');
  return found;
};
const changes = (before: Case, now: Case) =>
  whatChangedSince(ground(before), ground(now)).map(
    (change) =>
      `${change.rule}: ${String(change.before?.fact.code)} → ${String(change.now?.fact.code)}`,
  );

describe('what a decision was made on', () => {
  test('keeps the version, the day and every finding', () => {
    const kept = ground({});
    expect(kept).toMatchObject({ rulesVersion: expect.any(Number), on: '2026-12-01' });
    expect(kept.findings).toContainEqual({
      rule: 'VISA_DAYS',
      verdict: 'FITS',
      fact: { code: 'VISA_DAYS_LEFT', params: { daysUsed: 90, daysLeft: 0 } },
    });
  });

  test('keeps neither what a passport says nor what somebody works on', () => {
    const { findings } = ground({ defender: { themes: ['LGBTI'] }, city: { themes: ['LGBTI'] } });
    expect(findings.filter(({ rule }) => rule === 'PASSPORT' || rule === 'EXPERTISE')).toEqual([
      { rule: 'PASSPORT', verdict: 'FITS', fact: { code: 'PASSPORT_VALID' } },
      { rule: 'EXPERTISE', verdict: 'FITS', fact: { code: 'THEMES_SHARED' } },
    ]);
  });

  test('weighs what the city is asked for against what all cities are', () => {
    const load = (usedNights: number) => ({ usedNights, offeredNights: 100 });
    const others = (usedNights: number) => [
      aCity({ load: load(50) }),
      aCity({ cityId: 'utrecht', places: [], load: load(usedNights) }),
    ];
    const said = (usedNights: number) =>
      ground({ input: { cities: others(usedNights) } }).findings.find(
        ({ rule }) => rule === 'FAIRNESS',
      );
    expect(said(10)).toMatchObject({ verdict: 'WEAKER', fact: { code: 'LOAD_HIGH' } });
    expect(said(90)).toMatchObject({ verdict: 'FITS', fact: { code: 'LOAD_FAIR' } });
  });

  test('is nothing for a place that isn’t there', () => {
    expect(groundOf(inputOf({}), 'nijmegen', { placeId: 'elsewhere', span: nights })).toBeNull();
    expect(groundOf(inputOf({}), 'elsewhere', { placeId: 'place-1', span: nights })).toBeNull();
  });
});

describe('what changed since', () => {
  test('is nothing when nothing did', () => {
    expect(changes({}, {})).toEqual([]);
  });

  test('is nothing when a store gave the figures back in another order', () => {
    const turned = ground({}).findings.map((finding) => ({
      ...finding,
      fact:
        finding.fact.code === 'VISA_DAYS_LEFT'
          ? { code: finding.fact.code, params: { daysLeft: 0, daysUsed: 90 } }
          : finding.fact,
    }));
    expect(whatChangedSince({ ...ground({}), findings: turned }, ground({}))).toEqual([]);
  });

  test('is another answer, and another fact behind the same answer', () => {
    expect(
      changes(
        {},
        { defender: { passportValidUntil: day('2027-05-01') }, city: { languages: ['nl'] } },
      ),
    ).toEqual([
      'PASSPORT: PASSPORT_VALID → PASSPORT_TOO_SHORT',
      'LANGUAGE: LANGUAGE_SHARED → LANGUAGE_NOT_SHARED',
    ]);
    expect(changes({}, { defender: { presences: [presence] } })).toEqual([
      'VISA_DAYS: VISA_DAYS_LEFT → VISA_DAYS_OVER',
    ]);
  });

  test('is a rule that begins or ends to matter, each need by itself', () => {
    expect(changes({}, { defender: { accessNeeds: ['QUIET', 'STEP_FREE'] } })).toEqual([
      'STEP_FREE: undefined → NEED_MET',
      'PRACTICAL_NEEDS: undefined → NEED_MET',
    ]);
    expect(
      changes(
        { defender: { accessNeeds: ['QUIET', 'PRAYER_SPACE'] } },
        { defender: { accessNeeds: ['QUIET'] } },
      ),
    ).toEqual(['PRACTICAL_NEEDS: NEED_MET → undefined']);
  });

  test('is not a figure that moves with every other guest', () => {
    const load = { usedNights: 10, offeredNights: 100 };
    expect(
      changes(
        { city: { load } },
        {
          city: { load: { usedNights: 20, offeredNights: 100 } },
          place: { occupied: [guest('2027-06-01', '2027-07-01')] },
        },
      ),
    ).toEqual([]);
  });
});

describe('what was known against a decision', () => {
  test('is each rule by which it is weaker', () => {
    expect(weakerRules(ground({}))).toEqual([]);
    expect(
      weakerRules(
        ground({ city: { languages: ['nl'] }, defender: { citiesToAvoid: ['nijmegen'] } }),
      ),
    ).toEqual(['LANGUAGE', 'WISHES']);
  });

  test('is an arrival outside the person’s own days, and no other hard rule', () => {
    const window = { earliest: day('2027-01-13'), latest: day('2027-02-01') };
    const kept = ground({ input: { window }, defender: { passportValidUntil: day('2027-05-01') } });
    expect(
      kept.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule),
    ).toEqual(['ARRIVAL_WINDOW', 'PASSPORT']);
    expect(weakerRules(kept)).toEqual(['ARRIVAL_WINDOW']);
  });

  const twoCities = (first: Parameters<typeof aCity>[0], chosen: Parameters<typeof aCity>[0]) =>
    passedOverBy(
      inputOf({
        input: {
          cities: [
            aCity({ cityId: 'utrecht', places: [aPlace({ placeId: 'place-2' })], ...first }),
            aCity({ cityId: 'nijmegen', ...chosen }),
          ],
        },
      }),
      'nijmegen',
      { placeId: 'place-1', span: nights },
    );

  const utrecht = (rule: string) => ({ cityId: 'utrecht', rule });

  test('is the city that comes first, and by which rule', () => {
    expect(twoCities({}, { languages: ['nl'] })).toEqual(utrecht('LANGUAGE'));
    expect(twoCities({ guestsAYearAtMost: 3 }, { guestsAYearAtMost: 0 })).toEqual(
      utrecht('CITY_LOAD'),
    );
    expect(twoCities({}, { agreementUntil: day('2027-02-01') })).toEqual(utrecht('AGREEMENT'));
  });

  test('is nothing when the chosen one comes first, or nothing tells them apart', () => {
    expect(twoCities({ languages: ['nl'] }, {})).toBeNull();
    expect(twoCities({}, {})).toBeNull();
  });

  test('is the question that keeps the chosen one open', () => {
    const open = aPlace({ confirmed: [], unconfirmed: [span('2027-01-01', '2028-01-01')] });
    expect(twoCities({}, { places: [open] })).toEqual(utrecht('CAPACITY'));
  });
});
