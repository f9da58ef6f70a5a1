import { daysBetween } from '../calendar/calendar-date.ts';
import type { StayRight } from '../visa/held-visa.ts';
import type { VisaKind } from '../visa/visa-kinds.ts';
import type { Fact } from './finding.ts';

type CheckedDays = {
  readonly daysUsed: number;
  readonly daysLeft: number;
  readonly rights: readonly StayRight[];
};

/** What carries the whole stay, so that no day of it has to be one of the ninety; `null` when some day has. */
export function carriedBy(rights: readonly StayRight[]): Fact | null {
  const validUntil = rights.at(-1)?.visa?.validUntil;
  if (validUntil === undefined || rights.some(({ basis }) => basis === 'SHORT_STAY')) return null;
  const isNational = rights.every(({ basis }) => basis === 'NATIONAL');
  const code = isNational ? 'VISA_DAYS_NOT_COUNTED' : 'VISA_OF_LIMITED_TERRITORY';
  return { code, params: { validUntil } };
}

/** How many of the ninety a stay leaves, and of how many days other visas answer for. Units: days. */
export function daysLeftOf({ daysUsed, daysLeft, rights }: CheckedDays): Fact {
  const notCounted = daysUnder(rights, 'NATIONAL');
  const limited = daysUnder(rights, 'LIMITED_TERRITORY');
  return notCounted + limited === 0
    ? { code: 'VISA_DAYS_LEFT', params: { daysUsed, daysLeft } }
    : { code: 'VISA_DAYS_UNDER_SEVERAL', params: { notCounted, limited, daysUsed, daysLeft } };
}

function daysUnder(rights: readonly StayRight[], kind: VisaKind): number {
  return rights
    .filter(({ basis }) => basis === kind)
    .reduce((sum, { firstDay, lastDay }) => sum + daysBetween(firstDay, lastDay) + 1, 0);
}
