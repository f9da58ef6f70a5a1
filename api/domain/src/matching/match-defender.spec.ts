import { day, span } from '../calendar/days.fixture.ts';
import { judgePlacement, matchDefender } from './match-defender.ts';
import { aCity, aDefender, anInput, aPlace, guest } from './match.fixture.ts';

const verdicts = (...asked: Parameters<typeof matchDefender>) =>
  matchDefender(...asked).map(({ cityId, verdict }) => `${cityId} ${verdict}`);

describe('the explained list', () => {
  test('has every city: those that fit, then questions, then full ones, then blocked ones', () => {
    const cities = [
      aCity({ cityId: 'the-hague' }),
      aCity({
        cityId: 'maastricht',
        places: [aPlace({ occupied: [guest('2027-01-01', '2027-12-01')] })],
      }),
      aCity({
        cityId: 'middelburg',
        places: [aPlace({ confirmed: [], unconfirmed: [span('2027-01-01', '2028-01-01')] })],
      }),
      aCity({ cityId: 'utrecht' }),
      aCity({ cityId: 'zwolle', places: [] }),
    ];
    const citiesToAvoid = [{ cityId: 'the-hague', hidden: true, asOf: day('2026-11-01') }];
    const defender = aDefender({ risk: { level: 'HIGH', citiesToAvoid, notNear: [] } });
    expect(verdicts(anInput({ defender, cities }))).toEqual([
      'utrecht FITS',
      'middelburg UNKNOWN',
      'maastricht FULL',
      'the-hague BLOCKED',
      'zwolle BLOCKED',
    ]);
  });

  test('gives the best place of a city and its earliest arrival that fits', () => {
    const places = [
      aPlace({ placeId: 'late', occupied: [guest('2026-10-01', '2027-02-01')] }),
      aPlace({ placeId: 'soon', occupied: [guest('2026-10-01', '2027-01-14')] }),
      aPlace({ placeId: 'shared', alone: false }),
    ];
    const defender = aDefender({ accessNeeds: ['SLEEPS_ALONE'] });
    const [option] = matchDefender(anInput({ defender, cities: [aCity({ places })] }));
    expect(option?.best).toEqual({ placeId: 'soon', span: span('2027-01-14', '2027-04-13') });
    expect(option?.ifWeWait).toEqual([{ placeId: 'late', span: span('2027-02-01', '2027-05-01') }]);
  });

  test('keeps the gap before the next guest', () => {
    const places = [aPlace({ occupied: [guest('2027-04-12', '2027-06-01')] })];
    const at = (gapDays: number) => verdicts(anInput({ cities: [aCity({ gapDays, places })] }));
    expect(at(1)).toEqual(['nijmegen FITS']);
    expect(at(2)).toEqual(['nijmegen FULL']);
  });

  test('counts its findings by verdict', () => {
    const [option] = matchDefender(
      anInput({ cities: [aCity({ languages: null, publicEvents: 'OPEN' })] }),
    );
    const { counts, findings } = option ?? { counts: null, findings: [] };
    expect(counts).toMatchObject({ UNKNOWN: 1, WEAKER: 1, BLOCKED: 0 });
    expect(Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
      findings.length,
    );
  });

  test('says of a soft question that the city fits, and of a hard one that it is open', () => {
    const stepFree = aDefender({ accessNeeds: ['STEP_FREE'] });
    expect(verdicts(anInput({ cities: [aCity({ languages: null })] }))).toEqual(['nijmegen FITS']);
    expect(
      verdicts(
        anInput({ defender: stepFree, cities: [aCity({ places: [aPlace({ stepFree: null })] })] }),
      ),
    ).toEqual(['nijmegen UNKNOWN']);
  });

  test('doesn’t make every city open because something about the person is', () => {
    const defender = aDefender({ presences: null, passportValidUntil: null, companions: null });
    expect(verdicts(anInput({ defender }))).toEqual(['nijmegen FITS']);
  });

  test('keeps every failing rule, not only the first', () => {
    const defender = aDefender({
      accessNeeds: ['STEP_FREE'],
      companions: 3,
      passportValidUntil: day('2027-02-01'),
    });
    const places = [aPlace({ stepFree: false, sleeps: 2 })];
    const [option] = matchDefender(anInput({ defender, cities: [aCity({ places })] }));
    const blocked = option?.findings
      .filter(({ verdict }) => verdict === 'BLOCKED')
      .map(({ rule }) => rule);
    expect(blocked).toEqual(['PASSPORT', 'STEP_FREE', 'HOUSEHOLD']);
  });

  test('says a hidden rule once, and nothing else about it', () => {
    const rule = { hidden: true, asOf: day('2026-11-01') };
    const risk = {
      level: 'CRITICAL',
      citiesToAvoid: [{ cityId: 'nijmegen', ...rule }],
      notNear: [{ defenderId: 'bo', ...rule }],
    } as const;
    const places = [
      aPlace(),
      aPlace({ placeId: 'place-2', occupied: [guest('2026-12-01', '2027-09-01')] }),
    ];
    const [option] = matchDefender(
      anInput({ defender: aDefender({ risk }), cities: [aCity({ places })] }),
    );
    expect(option?.findings.filter(({ rule: name }) => name === 'HIDDEN_RULE')).toEqual([
      {
        rule: 'HIDDEN_RULE',
        verdict: 'BLOCKED',
        fact: { code: 'HIDDEN_RULE' },
        source: 'RISK_NOTE',
        asOf: null,
      },
    ]);
    expect(option?.whatWouldHaveToChange).toEqual([]);
  });

  test('waits for a window of visa days to open', () => {
    const presences = [{ firstDay: day('2026-11-01'), lastDay: day('2026-11-20') }];
    const [option] = matchDefender(anInput({ defender: aDefender({ presences }) }));
    expect(option?.verdict).toBe('FITS');
    expect(option?.best?.span.from).toBe('2027-02-19');
  });
});

describe('one placement in mind', () => {
  test('is judged like the list judges it', () => {
    const [option] = matchDefender(anInput());
    const { best, findings } = option ?? { best: null, findings: [] };
    expect(best === null ? null : judgePlacement(anInput(), 'nijmegen', best)).toEqual({
      verdict: 'FITS',
      findings,
    });
  });

  test('is nothing in a city or place that isn’t there', () => {
    const placement = { placeId: 'place-9', span: span('2027-01-12', '2027-02-12') };
    expect(judgePlacement(anInput(), 'nijmegen', placement)).toBeNull();
    expect(judgePlacement(anInput(), 'atlantis', { ...placement, placeId: 'place-1' })).toBeNull();
  });
});
