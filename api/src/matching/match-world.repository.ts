import type { BlockReason, PlaceKind, Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { MatchCity } from '@shelter-city/domain/matching/match-input';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import { matchWorldSql } from './match-world-sql.ts';

/** What of the world a match asks: which nights, and about whom. */
export type WorldAsked = {
  readonly today: CalendarDate;
  /** The first and the last day of arrival that is asked about. */
  readonly window: { readonly earliest: CalendarDate; readonly latest: CalendarDate };
  /** Nothing that begins later matters. */
  readonly horizon: CalendarDate;
  /** A stay that is about to move takes no nights. */
  readonly exceptStayId: string | null;
  /** Those who must not be near: only of them it is read where they are. */
  readonly notNear: readonly string[];
  /** Whether other guests' interpreters matter. */
  readonly interpreterNeeded: boolean;
  /** The only city whose places are asked about; the others come without places. Null for all. */
  readonly onlyCityId: string | null;
};

/** The cities, places and nights that a match looks at, as JSON from the database: days are texts. */
export type MatchWorld = {
  readonly cities: readonly (Omit<MatchCity, 'places' | 'cityId' | 'themes' | 'load'> & {
    readonly id: string; readonly slug: string; readonly name: string; readonly themes: NonNullable<MatchCity['themes']>;
    readonly usedNights: number; readonly offeredNights: number;
  })[];
  readonly places: readonly {
    readonly id: string; readonly cityId: string; readonly label: string; readonly kind: PlaceKind; readonly stepFree: boolean | null;
    readonly quiet: boolean | null; readonly prayerSpace: boolean | null; readonly dietPossible: boolean | null; readonly womenOnly: boolean; readonly shared: boolean;
    readonly sleeps: number; readonly track: Track | null; readonly profileAsOf: CalendarDate | null;
  }[];
  readonly periods: readonly (DateSpan & { readonly placeId: string; readonly track: Track | null; readonly confirmedOn: CalendarDate | null })[];
  readonly blocked: readonly (DateSpan & { readonly placeId: string; readonly reason: BlockReason })[];
  /** `[place, from, until, one who must not be near or null, has an interpreter]` */
  readonly occupied: readonly (readonly [string, CalendarDate, CalendarDate, string | null, boolean])[];
};

type Row = Readonly<Record<keyof MatchWorld | 'hiddenNights', string | null>>;

/** Reads the cities with everything that decides whether someone fits there. */
@Injectable()
export class MatchWorldRepository {
  constructor(private readonly database: Database) {}

  async read(asked: WorldAsked): Promise<MatchWorld> {
    const [row] = await this.database.select<Row>(matchWorldSql, [
      asked.today, asked.window.earliest, asked.horizon, asked.exceptStayId, asked.notNear, asked.interpreterNeeded, asked.onlyCityId,
    ]);
    // The statement above builds exactly these arrays.
    const part = <K extends keyof MatchWorld>(name: K) => JSON.parse(row?.[name] ?? '[]') as MatchWorld[K];
    const hidden = JSON.parse(row?.hiddenNights ?? '[]') as MatchWorld['occupied'];
    return { cities: part('cities'), places: part('places'), periods: part('periods'), blocked: part('blocked'), occupied: [...part('occupied'), ...hidden] };
  }
}
