import { aPlace, guest, saysOf } from '../match.fixture.ts';

const city = (withInterpreter: boolean) => ({
  places: [
    aPlace(),
    aPlace({
      placeId: 'place-2',
      occupied: [guest('2027-02-01', '2027-03-01', 'bo', withInterpreter)],
    }),
  ],
});

describe('an interpreter', () => {
  test('is there for one guest of a city at a time', () => {
    const defender = { interpreterNeeded: true };
    expect(saysOf('INTERPRETER_LOAD', { defender, city: city(true) })).toEqual([
      'BLOCKED INTERPRETER_TAKEN',
    ]);
    expect(saysOf('INTERPRETER_LOAD', { defender, city: city(false) })).toEqual([
      'FITS INTERPRETER_FREE',
    ]);
    expect(saysOf('INTERPRETER_LOAD', { city: city(true) })).toEqual([]);
  });
});
