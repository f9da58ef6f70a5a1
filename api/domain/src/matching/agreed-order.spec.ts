import { day } from '../calendar/days.fixture.ts';
import { matchDefender } from './match-defender.ts';
import type { MatchCity, MatchDefender } from './match-input.ts';
import { aCity, aDefender, anInput, aPlace, guest } from './match.fixture.ts';

const order = (cities: MatchCity[], defender: Partial<MatchDefender> = {}) =>
  matchDefender(anInput({ cities, defender: aDefender(defender) })).map(({ cityId }) => cityId);

const french = aCity({ cityId: 'french', languages: ['fr'] });
const dutch = aCity({ cityId: 'dutch', languages: ['nl'] });
const unasked = aCity({ cityId: 'unasked', languages: null });
const freeFrom = (from: string) => [aPlace({ occupied: [guest('2026-10-01', from)] })];

describe('the agreed order', () => {
  test('puts a yes before a question and a question before a weaker answer', () => {
    expect(order([dutch, unasked, french])).toEqual(['french', 'unasked', 'dutch']);
  });

  test('puts days before everything for someone in danger, and after everything for others', () => {
    const frenchLater = { ...french, places: freeFrom('2027-01-20') };
    const urgent = { risk: { level: 'CRITICAL', citiesToAvoid: [], notNear: [] } } as const;
    expect(order([frenchLater, dutch])).toEqual(['french', 'dutch']);
    expect(order([frenchLater, dutch], urgent)).toEqual(['dutch', 'french']);
  });

  test('puts language before wishes', () => {
    expect(order([dutch, french], { citiesPreferred: ['dutch'] })).toEqual(['french', 'dutch']);
    expect(
      order([unasked, { ...unasked, cityId: 'wished' }], { citiesPreferred: ['wished'] }),
    ).toEqual(['wished', 'unasked']);
  });

  test('puts wishes before expertise, and expertise before the city’s load', () => {
    const themes = { themes: ['LABOUR'] } as const;
    const knows = aCity({ cityId: 'knows', themes: ['LABOUR'], guestsAYearAtMost: 0 });
    const wished = aCity({ cityId: 'wished', themes: ['CHILDREN'] });
    expect(order([knows, wished], { ...themes, citiesPreferred: ['wished'] })).toEqual([
      'wished',
      'knows',
    ]);
    expect(order([knows, wished], themes)).toEqual(['knows', 'wished']);
  });

  test('puts the city’s load before fairness, and fairness before publicity', () => {
    const full = aCity({
      cityId: 'full',
      guestsAYearAtMost: 0,
      load: { usedNights: 0, offeredNights: 100 },
    });
    const busy = aCity({ cityId: 'busy', load: { usedNights: 90, offeredNights: 100 } });
    const open = aCity({
      cityId: 'open',
      load: { usedNights: 10, offeredNights: 100 },
      publicEvents: 'OPEN',
    });
    expect(order([full, busy])).toEqual(['busy', 'full']);
    expect(order([busy, open])).toEqual(['open', 'busy']);
  });

  test('puts the sooner first when all else is equal, and then the name', () => {
    const later = aCity({ cityId: 'a', places: freeFrom('2027-02-01') });
    expect(order([later, aCity({ cityId: 'c' }), aCity({ cityId: 'b' })])).toEqual(['b', 'c', 'a']);
  });

  test('never knows who was there first, or from where', () => {
    expect(Object.keys(aDefender({ profileAsOf: day('2026-01-01') }))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/national|country|received|applied/i)]),
    );
  });
});
