import { day } from '../../calendar/days.fixture.ts';
import { saysOf } from '../match.fixture.ts';

const avoid = (hidden: boolean, cityId = 'nijmegen') => ({
  defender: {
    risk: {
      level: 'HIGH',
      citiesToAvoid: [{ cityId, hidden, asOf: day('2026-11-20') }],
      notNear: [],
    },
  } as const,
});

describe('a city that a risk note says to avoid', () => {
  test('blocks, and is no "no rule stands against it" as well', () => {
    expect(saysOf('RISK_CITY', avoid(false))).toEqual(['BLOCKED RISK_CITY_TO_AVOID']);
  });

  test('is named only as a hidden rule to those without clearance', () => {
    expect(saysOf('RISK_CITY', avoid(true))).toEqual([]);
    expect(saysOf('HIDDEN_RULE', avoid(true))).toEqual(['BLOCKED HIDDEN_RULE']);
  });

  test('says so when it is withheld, and to those without clearance no more than that there is a rule', () => {
    const withheld = (hidden: boolean) => ({
      defender: {
        risk: {
          level: null,
          citiesToAvoid: [{ cityId: 'nijmegen', hidden, asOf: day('2026-11-20'), withheld: true }],
          notNear: [],
        },
      } as const,
    });
    expect(saysOf('RISK_CITY', withheld(false))).toEqual(['BLOCKED CITY_WITHHELD']);
    expect(saysOf('HIDDEN_RULE', withheld(true))).toEqual(['BLOCKED HIDDEN_RULE']);
  });

  test('is no other city', () => {
    expect(saysOf('RISK_CITY', avoid(true, 'utrecht'))).toEqual(['FITS NO_RISK_RULE']);
    expect(saysOf('HIDDEN_RULE', avoid(true, 'utrecht'))).toEqual([]);
  });
});
