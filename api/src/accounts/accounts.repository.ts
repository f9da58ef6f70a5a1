import type { AccountView } from '@shelter-city/contract/accounts';
import type { Language, Role } from '@shelter-city/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';

/** What somebody may do: changed together, since they depend on each other. */
export type Duties = {
  readonly role: Role;
  readonly cityId: string | null;
  readonly riskCleared: boolean;
};

type Row = {
  readonly id: string;
  readonly display_name: string;
  readonly email: string;
  readonly role: Role;
  readonly risk_cleared: boolean;
  readonly version: number;
  readonly state: AccountView['state'];
  readonly city_id: string | null;
  readonly city_slug: string | null;
  readonly city_name: string | null;
  readonly link_until: Date | null;
  readonly recovery_id: string | null;
  readonly recovery_reason: string | null;
  readonly asked_at: Date | null;
  readonly asked_by_id: string | null;
  readonly asked_by: string | null;
};

const lines = `
SELECT a.id, a.display_name, a.email, a.role::text AS role, a.risk_cleared, a.version,
  CASE WHEN a.disabled_at IS NOT NULL THEN 'DISABLED' WHEN has_a_way_in(a.id) THEN 'ACTIVE' ELSE 'INVITED' END AS state,
  c.id AS city_id, c.slug AS city_slug, c.name AS city_name,
  (SELECT max(l.expires_at) FROM account_link l WHERE l.account_id = a.id AND l.used_at IS NULL AND l.expires_at > now()) AS link_until,
  r.id AS recovery_id, r.reason AS recovery_reason, r.asked_at, r.asked_by_id, b.display_name AS asked_by
FROM account a
LEFT JOIN host_city c ON c.id = a.city_id
LEFT JOIN account_recovery r ON r.account_id = a.id AND r.decided_at IS NULL
LEFT JOIN account b ON b.id = r.asked_by_id
WHERE $1::uuid IS NULL OR a.id = $1::uuid
ORDER BY a.display_name, a.id`;

/** Reads and writes accounts as an administrator: by name and role, never what opens one. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every account, by name. */
  async all(): Promise<AccountView[]> {
    return (await this.database.select<Row>(lines, [null])).map(present);
  }

  /** One account; null when there is none. */
  async one(accountId: string): Promise<AccountView | null> {
    const [row] = await this.database.ask<Row>(lines, [accountId]);
    return row ? present(row) : null;
  }

  /** Writes an account down that nothing opens yet. */
  async invite(
    account: Duties & {
      readonly email: string;
      readonly displayName: string;
      readonly language: Language;
    },
  ): Promise<string> {
    // By SQL: Prisma writes every default itself, and an administrator has no right to most columns.
    const [row] = await this.database.client.$queryRaw<{ id: string }[]>`
      INSERT INTO account (email, display_name, role, city_id, risk_cleared, language)
      VALUES (${account.email}, ${account.displayName}, ${account.role}::role, ${account.cityId}::uuid, ${account.riskCleared}, ${account.language})
      RETURNING id`;
    if (!row) throw new Error('An account was not written down');
    return row.id;
  }

  /** Changes what somebody may do; false when it was changed meanwhile. The database ends their sessions. */
  async change(accountId: string, version: number, duties: Duties): Promise<boolean> {
    const { count } = await this.database.client.account.updateMany({
      where: { id: accountId, version },
      data: { ...duties, version: { increment: 1 } },
    });
    return count === 1;
  }

  /** Lets somebody in no more, or again; false when it was changed meanwhile. */
  async setDisabled(accountId: string, version: number, disabled: boolean): Promise<boolean> {
    const { count } = await this.database.client.account.updateMany({
      where: { id: accountId, version },
      data: { disabledAt: disabled ? this.clock.now() : null, version: { increment: 1 } },
    });
    return count === 1;
  }

  /** Ends every session of somebody. None of them is shown, so that this is the database's own act. */
  async endSessions(accountId: string): Promise<void> {
    await this.database.client.$executeRaw`SELECT end_sessions_of(${accountId}::uuid)`;
  }

  /** Keeps the hash of a link's token, by the database's clock; those given before open nothing any more. */
  async addLink(
    accountId: string,
    madeById: string,
    link: {
      readonly purpose: 'INVITE' | 'RESET';
      readonly tokenHash: Buffer<ArrayBuffer>;
      readonly hours: number;
    },
  ): Promise<Date> {
    await this.endLinks(accountId);
    const [row] = await this.database.client.$queryRaw<{ expires_at: Date }[]>`
      INSERT INTO account_link (token_hash, account_id, purpose, made_by_id, expires_at)
      VALUES (${link.tokenHash}, ${accountId}::uuid, ${link.purpose}, ${madeById}::uuid, now() + make_interval(hours => ${link.hours}::int))
      RETURNING expires_at`;
    if (!row) throw new Error('A link was not kept');
    return row.expires_at;
  }

  /** Links that were given open nothing any more. */
  async endLinks(accountId: string): Promise<void> {
    await this.database.client
      .$executeRaw`UPDATE account_link SET used_at = now() WHERE account_id = ${accountId}::uuid AND used_at IS NULL`;
  }

  /** Writes down that somebody should be let back in. */
  async askRecovery(accountId: string, askedById: string, reason: string): Promise<void> {
    await this.database.client
      .$executeRaw`INSERT INTO account_recovery (account_id, reason, asked_by_id) VALUES (${accountId}::uuid, ${reason}, ${askedById}::uuid)`;
  }

  /** Decides a recovery that is still open; whose it was, or null. */
  async decideRecovery(
    recoveryId: string,
    decidedById: string,
    approved: boolean,
  ): Promise<string | null> {
    const [row] = await this.database.client.$queryRaw<{ account_id: string }[]>`
      UPDATE account_recovery SET decided_by_id = ${decidedById}::uuid, decided_at = now(), approved = ${approved}
      WHERE id = ${recoveryId}::uuid AND decided_at IS NULL RETURNING account_id`;
    return row?.account_id ?? null;
  }

  /** Whether there ever was such a recovery. */
  async knowsRecovery(recoveryId: string): Promise<boolean> {
    return (await this.database.client.accountRecovery.count({ where: { id: recoveryId } })) === 1;
  }
}

const present = (row: Row): AccountView => ({
  id: row.id,
  displayName: row.display_name,
  email: row.email,
  role: row.role,
  city:
    row.city_id !== null && row.city_slug !== null && row.city_name !== null
      ? { id: row.city_id, slug: row.city_slug, name: row.city_name }
      : null,
  riskCleared: row.risk_cleared,
  state: row.state,
  linkUntil: row.link_until?.toISOString() ?? null,
  recovery:
    row.recovery_id !== null && row.asked_at !== null && row.asked_by_id !== null
      ? {
          id: row.recovery_id,
          reason: row.recovery_reason ?? '',
          askedBy: { id: row.asked_by_id, displayName: row.asked_by ?? '' },
          askedAt: row.asked_at.toISOString(),
        }
      : null,
  version: row.version,
});
