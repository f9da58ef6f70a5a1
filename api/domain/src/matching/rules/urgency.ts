import { daysBetween } from '../../calendar/calendar-date.ts';
import type { RiskLevel } from '../../risk/risk-words.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/** Someone who isn't in urgent danger can wait so many days before it counts as later. */
export const daysAnyoneCanWait = 14;

/** Is this a level at which each day counts? */
export function isUrgent(level: RiskLevel | null): boolean {
  return level === 'HIGH' || level === 'CRITICAL';
}

/**
 * The more urgent arrives sooner.
 *
 * Units   days after the first day on which the person can come.
 * Source  "risk level: the more urgent arrives sooner", the first of the agreed order.
 */
export function urgency({ input, span }: PersonThen): readonly Finding[] {
  const urgent = isUrgent(input.defender.risk.level);
  const days = Math.max(0, daysBetween(input.window.earliest, span.from));
  return [
    {
      rule: 'URGENCY',
      verdict: days > (urgent ? 0 : daysAnyoneCanWait) ? 'WEAKER' : 'FITS',
      fact: { code: 'ARRIVES_AFTER_READY', params: { days, urgent } },
      source: urgent ? 'RISK_NOTE' : 'DEFENDER_PROFILE',
      asOf: urgent ? null : input.defender.profileAsOf,
    },
  ];
}
