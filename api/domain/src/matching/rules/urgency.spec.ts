import { span } from '../../calendar/days.fixture.ts';
import type { RiskLevel } from '../../risk/risk-words.ts';
import { saysOf } from '../match.fixture.ts';
import { isUrgent } from './urgency.ts';

const on = (level: RiskLevel | null, from: string) => ({
  defender: { risk: { level, citiesToAvoid: [], notNear: [] } },
  span: span(from, '2027-03-31'),
});

describe('urgency', () => {
  test('makes every later day weaker', () => {
    expect(saysOf('URGENCY', on('CRITICAL', '2027-01-12'))).toEqual(['FITS ARRIVES_AFTER_READY']);
    expect(saysOf('URGENCY', on('CRITICAL', '2027-01-13'))).toEqual(['WEAKER ARRIVES_AFTER_READY']);
  });

  test('gives others a fortnight', () => {
    expect(saysOf('URGENCY', on(null, '2027-01-26'))).toEqual(['FITS ARRIVES_AFTER_READY']);
    expect(saysOf('URGENCY', on('LOW', '2027-01-27'))).toEqual(['WEAKER ARRIVES_AFTER_READY']);
  });

  test('begins at a high risk', () => {
    expect(
      [null, 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].map((level) =>
        isUrgent(level as RiskLevel | null),
      ),
    ).toEqual([false, false, false, true, true]);
  });
});
