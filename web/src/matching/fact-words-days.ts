import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { blockReasonWords } from '../capacity/capacity-words.ts';
import { formatDay, formatDays } from '../design/days.ts';
import type { FactWords } from './fact.ts';

/** Facts about capacity, days and papers. */
export const factWordsOfDays = {
  PLACE_FREE: ({ from, until }) => t`The place is free, ${formatDays(from, until)}`,
  CAPACITY_UNCONFIRMED: ({ from, until }) => t`The city hasn’t confirmed ${formatDays(from, until)} yet`,
  NO_CAPACITY_THEN: () => t`No capacity is offered then`,
  PLACE_TAKEN: ({ freeFrom }) => (freeFrom === null ? t`Other guests have the place` : t`Other guests have the place until ${formatDay(freeFrom)}`),
  PLACE_BLOCKED: ({ reason, from, until }) => {
    const why = i18n._(blockReasonWords[reason]);
    return t`Closed ${formatDays(from, until)}: ${why}`;
  },
  CLEANING_GAP: ({ gapDays }) => plural(gapDays, { one: 'The place rests # day after a guest', other: 'The place rests # days after a guest' }),
  ARRIVAL_IN_WINDOW: ({ arrival }) => t`Arrival on ${formatDay(arrival)} lies in the person’s window`,
  ARRIVAL_TOO_EARLY: ({ earliest }) => t`Can’t arrive before ${formatDay(earliest)}`,
  ARRIVAL_TOO_LATE: ({ latest }) => t`Must arrive by ${formatDay(latest)}`,
  LENGTH_ALLOWED: ({ nights }) => plural(nights, { one: '# night is within the programme', other: '# nights are within the programme' }),
  LENGTH_TOO_LONG: ({ nights, latestDeparture }) => t`${nights} nights are more than three months; latest departure ${formatDay(latestDeparture)}`,
  LENGTH_ZERO: () => t`The stay has no night`,
  VISA_DAYS_LEFT: ({ daysUsed, daysLeft }) => t`${daysUsed} of 90 visa days used at the end, ${daysLeft} left`,
  VISA_DAYS_OVER: ({ firstDayOver, daysOver, latestDeparture }) =>
    latestDeparture === null
      ? t`Over 90 visa days from ${formatDay(firstDayOver)}, by ${daysOver}`
      : t`Over 90 visa days from ${formatDay(firstDayOver)}, by ${daysOver}; latest departure ${formatDay(latestDeparture)}`,
  VISA_DAYS_NOT_COUNTED: ({ validUntil }) => t`A national visa or permit carries the stay until ${formatDay(validUntil)}; its days don’t count`,
  VISA_OF_LIMITED_TERRITORY: ({ validUntil }) => t`A visa of limited territory, good here until ${formatDay(validUntil)}, carries the stay`,
  VISA_DAYS_UNDER_SEVERAL: ({ notCounted, limited, daysUsed, daysLeft }) =>
    t`Several visas cover it. Days that don’t count: ${notCounted}; days of limited territory: ${limited}; ${daysUsed} of 90 used at the end, ${daysLeft} left`,
  VISA_DAYS_NOT_KNOWN: () => t`Nobody has asked how many days were spent in Schengen`,
  PASSPORT_VALID: ({ validUntil }) => t`Passport valid until ${formatDay(validUntil)}`,
  PASSPORT_SHORTER_THAN_WISHED: ({ validUntil, wishedUntil }) => t`Passport valid until ${formatDay(validUntil)}; the programme asks for ${formatDay(wishedUntil)}`,
  PASSPORT_TOO_SHORT: ({ validUntil, requiredUntil }) => t`Passport valid until ${formatDay(validUntil)}; needed until ${formatDay(requiredUntil)}`,
  PASSPORT_NOT_KNOWN: () => t`The passport’s end isn’t recorded`,
  VISA_NOT_NEEDED: () => t`No visa needed`,
  VISA_GRANTED: () => t`Visa granted`,
  VISA_IN_TIME: ({ readyOn }) => t`The visa can be ready on ${formatDay(readyOn)}`,
  VISA_TOO_LATE: ({ readyOn }) => t`The visa would be ready only on ${formatDay(readyOn)}`,
  VISA_LEAD_TIME_NOT_KNOWN: () => t`How long the consulate takes isn’t recorded`,
  NO_OTHER_STAY: () => t`No other stay then`,
  OTHER_STAY_THEN: ({ from, until }) => t`Has another stay ${formatDays(from, until)}`,
  SCREENING_IN_TIME: ({ readyOn }) => t`The city’s screening can be done by ${formatDay(readyOn)}`,
  SCREENING_TOO_LATE: ({ readyOn }) => t`The city’s screening would be done only on ${formatDay(readyOn)}`,
  ARRIVES_AFTER_READY: ({ days, urgent }) =>
    urgent
      ? plural(days, { 0: 'Arrives as soon as possible', one: 'Arrives # day after being ready, and it is urgent', other: 'Arrives # days after being ready, and it is urgent' })
      : plural(days, { 0: 'Arrives as soon as possible', one: 'Arrives # day after being ready', other: 'Arrives # days after being ready' }),
  AGREEMENT_VALID: ({ until }) => t`The agreement with the city runs until ${formatDay(until)}`,
  AGREEMENT_ENDS: ({ until }) => t`The agreement with the city ends on ${formatDay(until)}`,
} satisfies Partial<FactWords>;
