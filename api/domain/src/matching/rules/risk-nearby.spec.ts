import { day, span } from '../../calendar/days.fixture.ts';
import { judgePlacement } from '../match-defender.ts';
import { aPlace, guest, inputOf, saysOf, type Case } from '../match.fixture.ts';

const near = (hidden: boolean, until = '2027-02-01'): Case => ({
  defender: {
    risk: {
      level: 'LOW',
      citiesToAvoid: [],
      notNear: [{ defenderId: 'bo', hidden, asOf: day('2026-11-20') }],
    },
  },
  city: {
    places: [
      aPlace(),
      aPlace({ placeId: 'place-2', occupied: [guest('2026-12-15', until, 'bo')] }),
    ],
  },
});

describe('someone who must not be near', () => {
  test('blocks the whole city while they are there, in whatever place', () => {
    expect(saysOf('RISK_NEARBY', near(false))).toEqual(['BLOCKED RISK_GUEST_NEARBY']);
    expect(saysOf('RISK_CITY', near(false))).toEqual([]);
  });

  test('is named only as a hidden rule to those without clearance', () => {
    expect(saysOf('HIDDEN_RULE', near(true))).toEqual(['BLOCKED HIDDEN_RULE']);
    expect(saysOf('RISK_NEARBY', near(true))).toEqual([]);
  });

  test('closes the city whatever the nights while it is hidden, so that no free day tells whose stay it is about', () => {
    expect(saysOf('HIDDEN_RULE', near(true, '2027-01-05'))).toEqual(['BLOCKED HIDDEN_RULE']);
    expect(saysOf('RISK_NEARBY', near(false, '2027-01-05'))).toEqual([]);
  });

  test('blocks nothing once they have left', () => {
    expect(saysOf('RISK_CITY', near(false, '2027-01-12'))).toEqual(['FITS NO_RISK_RULE']);
  });

  test('is never named', () => {
    for (const hidden of [true, false]) {
      const placement = { placeId: 'place-1', span: span('2027-01-12', '2027-04-11') };
      const judged = judgePlacement(inputOf(near(hidden)), 'nijmegen', placement);
      expect(JSON.stringify(judged?.findings)).not.toContain('"bo"');
    }
  });
});
