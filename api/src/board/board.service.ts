import type { BoardView } from '@shelter-city/contract/board';
import { daysBetween, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { Problem } from '../problems/problem.ts';
import { presentBoard } from './board.presenter.ts';
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
  async show({ from, until, city }: { readonly from: CalendarDate; readonly until: CalendarDate; readonly city?: string | undefined }): Promise<BoardView> {
    if (until <= from) throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'ends-after-it-begins' }] });
    if (daysBetween(from, until) > longestWindow) {
      throw new Problem('invalid-request', { errors: [{ pointer: '/until', code: 'window-too-long', params: { days: longestWindow } }] });
    }
    const window = await this.board.window({ from, until }, city ?? null);
    if (city !== undefined && window.cities.length === 0) throw new Problem('not-found');
    return presentBoard(this.clock.today(), { from, until }, window);
  }
}
