import type { Placement } from '@shelter-city/domain/matching/city-option';
import type { PlanFailure } from '@shelter-city/contract/plans';
import type { DecidedFacts } from '@shelter-city/domain/planning/decided-facts';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import * as sql from './plan-sql.ts';

/** A draft and the run that works on it. */
export type RunOf = { readonly planId: string; readonly runId: string };

/** What a run found. */
export type FoundPlan = {
  readonly worth: number;
  readonly bound: number;
  readonly firstCome: number;
  readonly morePeopleAtMost: number;
  readonly rulesVersion: number;
  readonly weightsVersion: number;
  readonly people: readonly { readonly defenderId: string; readonly seat: Placement | null; readonly options: number; readonly decidedOn: DecidedFacts | null; readonly evenedFromCityId: string | null }[];
};

/** How a run ends. */
export type RunEnd =
  | { readonly status: 'DONE'; readonly found: FoundPlan }
  | { readonly status: 'STOPPED'; readonly found: FoundPlan | null }
  | { readonly status: 'FAILED'; readonly because: PlanFailure };

/** Writes what becomes of runs. A run that was taken over or thrown away changes nothing any more. */
@Injectable()
export class PlanRunsRepository {
  constructor(private readonly database: Database) {}

  begin({ planId, runId }: RunOf, aliveUntil: Date, now: Date): void {
    this.database.tell(sql.beginRunSql, [planId, runId, aliveUntil.toISOString(), now.toISOString()]);
  }

  askToStop(planId: string): void {
    this.database.tell(sql.askToStopSql, [planId]);
  }

  /** Says that the run is alive and how far it is; whether it should go on. */
  async isWanted({ planId, runId }: RunOf, aliveUntil: Date, progress: { readonly phase: string; readonly placed: number } | null): Promise<boolean> {
    const [row] = await this.database.ask<{ stop_asked: boolean }>(sql.aliveSql, [planId, runId, aliveUntil.toISOString(), progress?.phase ?? null, progress?.placed ?? null]);
    return row?.stop_asked === false;
  }

  /** Whether the run should go on: nobody asked to stop it, took it over or threw its draft away. */
  async isStillWanted({ planId, runId }: RunOf): Promise<boolean> {
    const [row] = await this.database.select<{ stop_asked: boolean }>(sql.stillWantedSql, [planId, runId]);
    return row?.stop_asked === false;
  }

  /** Ends the run, with what it found when it found something, or why it failed. What was ended already stays as it is. */
  async end({ planId, runId }: RunOf, end: RunEnd, now: Date): Promise<void> {
    const [row] = await this.database.ask<{ id: string }>(sql.endRunSql, [planId, runId, end.status, now.toISOString(), end.status === 'FAILED' ? end.because : null]);
    const found = end.status === 'FAILED' ? null : end.found;
    if (!row || found === null) return;
    this.database.tell(sql.foundSql, [planId, found.worth, found.bound, found.firstCome, found.morePeopleAtMost, now.toISOString(), found.rulesVersion, found.weightsVersion]);
    const seats = found.people.map(({ defenderId, seat, options, decidedOn, evenedFromCityId }) => ({
      defenderId, placeId: seat?.placeId ?? null, from: seat?.span.from ?? null, until: seat?.span.until ?? null, options, decidedOn, evenedFromCityId,
    }));
    this.database.tell(sql.seatsSql, [planId, JSON.stringify(seats)]);
  }
}
