import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { longestGrantDays } from '@shelter-city/domain/disclosure/city-parts';
import { Problem } from '../problems/problem.ts';

/** Refuses an end that is over already or further away than a grant may last. */
export function demandNear(until: CalendarDate, today: CalendarDate): void {
  const lastDay = addDays(today, longestGrantDays);
  if (until < today) throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'in-the-past' }] });
  if (until > lastDay) throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'grant-too-long', params: { lastDay } }] });
}
