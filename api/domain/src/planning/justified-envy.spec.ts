import { spanOfNights } from '../calendar/date-span.ts';
import { day } from '../calendar/days.fixture.ts';
import type { MatchDefender } from '../matching/match-input.ts';
import { justifiedEnvy } from './justified-envy.ts';
import type { AskedPerson, PlanAsk, PlannedSeat } from './plan-ask.ts';
import { aCityWith, anAsk, aPerson } from './planning.fixture.ts';

const seat = (defenderId: string, placeId: string, from = '2027-02-01'): PlannedSeat => ({ defenderId, placeId, span: spanOfNights(day(from), 60) });
const of = (level: 'CRITICAL' | 'HIGH' | 'MEDIUM', over: Partial<MatchDefender> = {}) => ({ risk: { level, citiesToAvoid: [], notNear: [] }, ...over });
const wishes = { citiesPreferred: ['utrecht'] };
const ada = (over: Partial<AskedPerson> = {}, defender: Partial<MatchDefender> = wishes) => aPerson('ada', over, of('HIGH', defender));
const bo = (over: Partial<AskedPerson> = {}, level: 'CRITICAL' | 'HIGH' | 'MEDIUM' = 'MEDIUM') => aPerson('bo', over, of(level));
const envyIn = (people: readonly AskedPerson[], seats: readonly PlannedSeat[], over: Partial<PlanAsk> = {}) =>
  justifiedEnvy(anAsk({ people, ...over }), seats).map(({ defenderId, ofDefenderId, cityId }) => `${defenderId} of ${ofDefenderId} in ${cityId}`);
const seats = [seat('ada', 'nijmegen-0'), seat('bo', 'utrecht-0')];

describe('justified envy', () => {
  test('is of somebody less urgent whose place would be better, or who has one at all', () => {
    expect(envyIn([ada(), bo()], seats)).toEqual(['ada of bo in utrecht']);
    expect(envyIn([ada(), bo()], [seat('bo', 'nijmegen-0')])).toEqual(['ada of bo in nijmegen']);
  });

  test('isn’t there where the own place is as good, or the other as urgent', () => {
    expect(envyIn([ada({}, {}), bo()], seats)).toEqual([]);
    expect(envyIn([ada(), bo({}, 'HIGH')], seats)).toEqual([]);
    expect(envyIn([ada(), bo()], [seat('ada', 'utrecht-0'), seat('bo', 'nijmegen-0')])).toEqual([]);
  });

  test('isn’t there where a rule, a ban, a third guest or somebody who must not be near stands in the way', () => {
    expect(envyIn([ada({}, { ...wishes, risk: { level: 'HIGH', citiesToAvoid: [{ cityId: 'utrecht', hidden: true, asOf: day('2026-11-01') }], notNear: [] } }), bo()], seats)).toEqual([]);
    expect(envyIn([ada({ bannedCities: ['utrecht'] }), bo()], seats)).toEqual([]);
    const cy = aPerson('cy', {}, of('MEDIUM'));
    const three = [ada(), bo(), cy];
    const late = [seat('ada', 'nijmegen-0'), seat('bo', 'utrecht-0', '2027-02-14'), seat('cy', 'utrecht-1')];
    const twoPlaces = { cities: [aCityWith('nijmegen', 1), aCityWith('utrecht', 2)] };
    expect(envyIn(three, late, twoPlaces)).toEqual(['ada of bo in utrecht', 'ada of cy in utrecht']);
    const told = ada({}, { ...wishes, risk: { level: 'HIGH', citiesToAvoid: [], notNear: [{ defenderId: 'cy', hidden: false, asOf: day('2026-11-01') }] } });
    expect(envyIn([told, bo(), cy], late, { ...twoPlaces, apart: [['ada', 'cy']] })).toEqual(['ada of cy in utrecht']);
    // To whom the note is hidden the one place that could be had would name the other.
    expect(envyIn(three, late, { ...twoPlaces, apart: [['ada', 'cy']] })).toEqual([]);
    const shorter = aPerson('bo', { lengthNights: 30 }, of('MEDIUM'));
    const after = { defenderId: 'cy', placeId: 'utrecht-0', span: spanOfNights(day('2027-03-10'), 60) };
    expect(envyIn([ada(), shorter, cy], [seat('ada', 'nijmegen-0'), { defenderId: 'bo', placeId: 'utrecht-0', span: spanOfNights(day('2027-02-01'), 30) }, after])).toEqual([]);
  });

  test('is of nobody whom a coordinator pinned', () => {
    expect(envyIn([ada(), bo({ pinned: { placeId: 'utrecht-0', span: spanOfNights(day('2027-02-01'), 60) } })], seats)).toEqual([]);
    expect(envyIn([ada({ pinned: { placeId: 'nijmegen-0', span: spanOfNights(day('2027-02-01'), 60) } }), bo()], seats)).toEqual([]);
  });
});
