import type { ReportView } from '@shelter-city/contract/reports';
import { addDays, asCalendarDate, earlierOf, yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { reachOf } from '../access/policy.ts';
import { Clock } from '../config/clock.ts';
import { Problem } from '../problems/problem.ts';
import { CountsRepository } from './counts.repository.ts';
import { presentReport } from './report.presenter.ts';

/** The yearly report. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly clock: Clock,
    private readonly counts: CountsRepository,
  ) {}

  /** Errors  `not-found` for a year to come; `invalid-request` for a day that isn't a month's last, or is still to come. */
  async show(actor: Actor, year: number, asked: CalendarDate | undefined): Promise<ReportView> {
    const asAt = this.asAtOf(year, asked);
    return this.presented(actor, year, asAt, await this.counts.read(asAt));
  }

  /** The same inside the transaction that is open. */
  async now(actor: Actor, year: number): Promise<ReportView> {
    const asAt = this.asAtOf(year, undefined);
    return this.presented(actor, year, asAt, await this.counts.now(asAt));
  }

  private presented(actor: Actor, year: number, asAt: CalendarDate, raw: Parameters<typeof presentReport>[4]): ReportView {
    return presentReport(year, asAt, this.clock.today(), reachOf(actor.role, 'report:export') !== null, raw);
  }

  private asAtOf(year: number, asked: CalendarDate | undefined): CalendarDate {
    const today = this.clock.today();
    if (year > yearOf(today)) throw new Problem('not-found');
    if (asked === undefined) return earlierOf(today, asCalendarDate(`${String(year)}-12-31`));
    if (asked > today) throw wrongDay('not-in-the-future');
    // Not any day: the difference between two of them would be the day on which somebody came.
    if (asked !== today && !addDays(asked, 1).endsWith('-01')) throw wrongDay('last-day-of-a-month');
    return asked;
  }
}

const wrongDay = (code: string): Problem => new Problem('invalid-request', { errors: [{ pointer: '/asAt', code }] });
