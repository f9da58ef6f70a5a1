import { randomUUID } from 'node:crypto';
import type { PairApart } from '@shelter-city/domain/planning/plan-ask';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import * as sql from './plan-sql.ts';
import type { PlanLineRecord, PlanRecord, PlanWords } from './plan-record.ts';

type Wish = { readonly defenderId: string; readonly pinned: boolean; readonly bannedCityIds: readonly string[] };

/** Reads and writes drafts of plans as a coordinator may. */
@Injectable()
export class PlansRepository {
  constructor(private readonly database: Database) {}

  async lines(now: Date): Promise<PlanLineRecord[]> {
    const rows = await this.database.select<{ plan: string }>(sql.planLinesSql, [now.toISOString()]);
    return rows.map(({ plan }) => JSON.parse(plan) as PlanLineRecord);
  }

  async find(id: string, now: Date): Promise<PlanRecord | null> {
    const [plan] = await this.findAll([id], now);
    return plan ?? null;
  }

  async findAll(ids: readonly string[], now: Date): Promise<PlanRecord[]> {
    const rows = await this.database.select<{ plan: string }>(sql.plansSql, [now.toISOString(), ids]);
    return rows.map(({ plan }) => JSON.parse(plan) as PlanRecord);
  }

  /** The draft, with everybody else who would change it waiting. */
  async findLocked(id: string, now: Date): Promise<PlanRecord | null> {
    this.database.tell(sql.lockPlanSql, [id]);
    return this.find(id, now);
  }

  /** How many unpublished drafts somebody made. */
  async draftsOf(accountId: string): Promise<number> {
    const [row] = await this.database.ask<{ drafts: number }>(sql.draftsOfSql, [accountId]);
    return row?.drafts ?? 0;
  }

  /** Which of some people must not be near each other. */
  async pairs(defenderIds: readonly string[]): Promise<PairApart[]> {
    const rows = await this.database.select<{ one: string; other: string }>(sql.pairsSql, [defenderIds]);
    return rows.map(({ one, other }) => [one, other]);
  }

  /** Those of some people who don't await a place, or no longer. */
  async notAwaiting(defenderIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.select<{ id: string }>(sql.notAwaitingSql, [defenderIds]);
    return new Set(rows.map(({ id }) => id));
  }

  create(words: PlanWords, defenderIds: readonly string[], accountId: string, now: Date): string {
    const id = randomUUID();
    this.database.tell(sql.newPlanSql, [id, words.name, accountId, now.toISOString(), null, words.from, words.until, words.placesKeptFree]);
    this.database.tell(sql.newPeopleSql, [id, defenderIds]);
    return id;
  }

  copy(planId: string, name: string, accountId: string, now: Date): string {
    const id = randomUUID();
    this.database.tell(sql.copySql, [id, name, accountId, now.toISOString(), planId]);
    return id;
  }

  change(id: string, words: PlanWords, now: Date): void {
    this.database.tell(sql.changePlanSql, [id, words.name, words.from, words.until, words.placesKeptFree, now.toISOString()]);
  }

  /** `isProvenStill`: whether what was proven of the draft holds with this wish as well. */
  wish(id: string, { defenderId, pinned, bannedCityIds }: Wish, isProvenStill: boolean, now: Date): void {
    this.database.tell(sql.wishSql, [id, defenderId, pinned, bannedCityIds]);
    this.database.tell(sql.touchSql, [id, now.toISOString(), isProvenStill]);
  }

  discard(id: string): void {
    this.database.tell(sql.discardSql, [id]);
  }

  published(id: string, stays: readonly { readonly defenderId: string; readonly stayId: string }[], accountId: string, now: Date): void {
    for (const { defenderId, stayId } of stays) this.database.tell(sql.stayOfPersonSql, [id, defenderId, stayId]);
    this.database.tell(sql.publishedSql, [id, now.toISOString(), accountId]);
  }
}
