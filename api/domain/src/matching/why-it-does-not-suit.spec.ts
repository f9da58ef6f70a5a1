import { span } from '../calendar/days.fixture.ts';
import { aDefender, aPlace, guest, inputOf, type Case } from './match.fixture.ts';
import { judgePlacement } from './match-defender.ts';
import { whyItDoesNotSuit } from './why-it-does-not-suit.ts';

const nights = span('2027-01-12', '2027-04-11');

/** What is refused of a case, and what matching itself says blocks it. */
function both(given: Case) {
  const input = inputOf(given);
  const [city] = input.cities;
  const place = city?.places[0];
  if (!city || !place) throw new Error('The fixture has a city with a place');
  const judged = judgePlacement(input, city.cityId, { placeId: place.placeId, span: nights });
  const codes = (findings: readonly { readonly fact: { readonly code: string } }[] = []) =>
    findings.map(({ fact }) => fact.code);
  return {
    refused: codes(
      whyItDoesNotSuit({
        input,
        span: nights,
        at: { city, guests: city.places.flatMap(({ occupied }) => occupied) },
        place,
      }),
    ),
    blocked: codes(judged?.findings.filter(({ verdict }) => verdict === 'BLOCKED')),
  };
}

describe('a place that does not suit', () => {
  test.each<[string, Case, string[]]>([
    ['nothing', {}, []],
    [
      'a need that it does not meet',
      { defender: { accessNeeds: ['STEP_FREE'] }, place: { stepFree: false } },
      ['NEED_NOT_MET'],
    ],
    [
      'a need of which nothing is recorded',
      {
        defender: { accessNeeds: ['STEP_FREE', 'SLEEPS_ALONE'] },
        place: { stepFree: null, alone: null },
      },
      [],
    ],
    [
      'a place for women',
      { defender: { gender: 'MAN' }, place: { womenOnly: true } },
      ['PLACE_FOR_WOMEN_ONLY'],
    ],
    ['too many people', { defender: { companions: 2 }, place: { sleeps: 2 } }, ['ROOM_TOO_SMALL']],
    ['a household nobody asked for', { defender: { companions: null } }, []],
    ['another track', { place: { track: 'ARTIST' } }, ['TRACK_KEPT_FOR_OTHERS']],
    ['a screening that takes longer', { city: { screeningDays: 43 } }, ['SCREENING_TOO_LATE']],
    [
      'another guest with the interpreter',
      {
        defender: { interpreterNeeded: true },
        city: {
          places: [
            aPlace(),
            aPlace({
              placeId: 'place-2',
              occupied: [guest('2027-04-01', '2027-05-01', 'bo', true)],
            }),
          ],
        },
      },
      ['INTERPRETER_TAKEN'],
    ],
    [
      'a visa that takes longer, and a screening',
      {
        defender: { visa: { ...aDefender().visa, leadTimeDays: 60 } },
        city: { screeningDays: 43 },
      },
      ['VISA_TOO_LATE', 'SCREENING_TOO_LATE'],
    ],
  ])('is refused for what matching blocks: %s', (_, given, codes) => {
    expect(both(given)).toEqual({ refused: codes, blocked: codes });
  });
});
