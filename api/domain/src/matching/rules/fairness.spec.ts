import { aCity, anInput } from '../match.fixture.ts';
import { matchDefender } from '../match-defender.ts';
import { shareAsked, shareAskedOfAll } from './fairness.ts';

const busy = aCity({ cityId: 'utrecht', load: { usedNights: 300, offeredNights: 400 } });
const quiet = aCity({ cityId: 'zwolle', load: { usedNights: 100, offeredNights: 400 } });
const fresh = aCity({ cityId: 'deventer' });

describe('fairness', () => {
  test('compares what a city was asked for with what all were', () => {
    const input = anInput({ cities: [busy, quiet, fresh] });
    expect(shareAskedOfAll(input)).toBe(0.5);
    expect(shareAsked(fresh.load)).toBeNull();
    const says = matchDefender(input).map(({ cityId, findings }) => [
      cityId,
      findings.find(({ rule }) => rule === 'FAIRNESS')?.verdict ?? null,
    ]);
    expect(Object.fromEntries(says)).toEqual({ utrecht: 'WEAKER', zwolle: 'FITS', deventer: null });
  });
});
