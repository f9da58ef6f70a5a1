import type { BoardView } from '@shelter-city/contract/board';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { boardSql } from './board-sql.ts';

type BoardStay = BoardView['stays'][number];

/** A window of the board as it comes from the database: each part one JSON array, its days texts already. */
export type BoardWindow = Pick<BoardView, 'cities' | 'places' | 'periods' | 'blocked'> & {
  readonly stays: readonly Omit<BoardStay, 'code' | 'movable'>[];
  readonly unplaced: readonly {
    readonly codeName: string;
    readonly earliestArrival: CalendarDate | null;
    readonly latestArrival: CalendarDate | null;
    readonly nightsWished: number;
  }[];
};

type Row = Readonly<Record<keyof BoardWindow, string | null>>;

/** Reads a window of the board. */
@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** What lies in the window, of one city when its slug is given. */
  async window({ from, until }: DateSpan, citySlug: string | null): Promise<BoardWindow> {
    const [row] = await this.database.select<Row>(boardSql, [from, until, citySlug]);
    // The statement above builds exactly these arrays; the reply's schema checks them once more.
    const part = <K extends keyof BoardWindow>(name: K) => JSON.parse(row?.[name] ?? '[]') as BoardWindow[K];
    return { cities: part('cities'), places: part('places'), periods: part('periods'), blocked: part('blocked'), stays: part('stays'), unplaced: part('unplaced') };
  }
}
