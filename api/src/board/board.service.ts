import { daysBetween, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { ReadyReply } from '../http/ready-reply.ts';
import { Problem } from '../problems/problem.ts';
import { BoardRepository } from './board.repository.ts';

/** The longest window of the board. Units: days. */
const longestWindow = 800;

/** The board: who lies where and when, in a window. */
@Injectable()
export class BoardService {
  constructor(
    private readonly clock: Clock,
    private readonly board: BoardRepository,
  ) {}

  /** Errors  `invalid-request` for a window that is empty or too long; `not-found` for a city that isn't there. */
  async show({
    from,
    until,
    city,
  }: {
    readonly from: CalendarDate;
    readonly until: CalendarDate;
    readonly city?: string | undefined;
  }): Promise<ReadyReply> {
    if (until <= from)
      throw new Problem('invalid-request', {
        errors: [{ pointer: '/until', code: 'ends-after-it-begins' }],
      });
    if (daysBetween(from, until) > longestWindow) {
      throw new Problem('invalid-request', {
        errors: [{ pointer: '/until', code: 'window-too-long', params: { days: longestWindow } }],
      });
    }
    const window = await this.board.window({ from, until }, city ?? null, this.clock.today());
    if (window === null) throw new Problem('not-found');
    return new ReadyReply(window);
  }
}
