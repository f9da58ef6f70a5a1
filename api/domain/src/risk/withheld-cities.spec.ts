import { day } from '../calendar/days.fixture.ts';
import { withWithheldCities } from './withheld-cities.ts';

const since = day('2026-11-20');
const none = { level: null, citiesToAvoid: [], notNear: [] } as const;
const noted = (hidden: boolean) =>
  ({ ...none, citiesToAvoid: [{ cityId: 'utrecht', hidden, asOf: day('2026-01-02') }] }) as const;

describe('a city that nothing is shared with', () => {
  test('is avoided by everybody, and named to the cleared only', () => {
    const of = (riskCleared: boolean) =>
      withWithheldCities(none, [{ cityId: 'utrecht', since }], { riskCleared }).citiesToAvoid;
    expect(of(true)).toEqual([{ cityId: 'utrecht', hidden: false, asOf: since, withheld: true }]);
    expect(of(false)).toEqual([{ cityId: 'utrecht', hidden: true, asOf: since, withheld: true }]);
  });

  test('stays named by a note that the reader may read', () => {
    const withheld = [{ cityId: 'utrecht', since }];
    const of = (hidden: boolean) =>
      withWithheldCities(noted(hidden), withheld, { riskCleared: false }).citiesToAvoid;
    expect(of(false)).toEqual(noted(false).citiesToAvoid);
    expect(of(true)).toEqual([{ cityId: 'utrecht', hidden: true, asOf: since, withheld: true }]);
  });

  test('changes nothing when the list is empty', () => {
    expect(withWithheldCities(noted(true), [], { riskCleared: false })).toEqual(noted(true));
  });
});
