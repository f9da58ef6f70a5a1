import { Injectable } from '@nestjs/common';
import type { Action } from '@shelter-city/contract/actions';
import { z } from 'zod';
import { currentActor } from '../http/request-context.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { AuditLog } from './audit-log.ts';

/** What the audit log says of a reveal beyond the quota; `audit.quota_reached` counts these. */
const refusal = 'more reveals than the quota';

const quota = z.strictObject({ hour: z.int().positive(), day: z.int().positive() });
/** Until the organisation sets another. */
const byDefault = { hour: 40, day: 120 };

type Reveals = {
  readonly in_hour: number;
  readonly in_day: number;
  readonly oldest_of_hour: Date | null;
  readonly oldest_of_day: Date | null;
};

/** How much one account may open in an hour and in a day: whoever reads out the whole list is stopped and seen. */
@Injectable()
export class RevealQuota {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses one reveal more than the quota, in the transaction that is about to make it.
   *
   * Errors  `too-many-reveals` with the minutes until the next one.
   */
  async demand(action: Action): Promise<void> {
    const { accountId } = currentActor();
    // Those of one account wait for each other here, so that many at once don't each count on the others.
    this.database.tell('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `shelter_city.reveals/${accountId}`,
    ]);
    const [set] = await this.database.ask<{ value: unknown }>(
      "SELECT value FROM setting WHERE name = 'reveal-quota'",
      [],
    );
    const allowed = quota.safeParse(set?.value).data ?? byDefault;
    const [made] = await this.database.ask<Reveals>('SELECT * FROM audit.reveals_of_asker()', []);
    if (!made) return;
    const waits = [
      made.in_hour >= allowed.hour ? minutesUntil(made.oldest_of_hour, 60, this.clock) : 0,
      made.in_day >= allowed.day ? minutesUntil(made.oldest_of_day, 24 * 60, this.clock) : 0,
    ];
    const minutes = Math.max(...waits);
    if (minutes === 0) return;
    this.audit.note({
      action,
      objectKind: 'ACCOUNT',
      objectId: accountId,
      defenderId: null,
      result: 'REFUSED',
      reason: refusal,
    });
    throw new Problem('too-many-reveals', { params: { minutes } });
  }
}

/** Whole minutes until a reveal of then no longer counts; at least one. */
function minutesUntil(then: Date | null, after: number, clock: Clock): number {
  const passed = (clock.now().getTime() - (then ?? clock.now()).getTime()) / 60_000;
  return Math.min(Math.max(1, Math.ceil(after - passed)), after);
}
