import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Database } from '../persistence/database.ts';

/** Rows by table. */
export type Counts = Readonly<Record<string, number>>;
/** What erasing somebody would do. */
export type PreviewRecord = {
  readonly destroyed: Counts;
  readonly kept: Counts;
  readonly refused: string | null;
};
/** A reason why somebody isn't erased yet. */
export type HoldRecord = {
  readonly reason: string;
  readonly held_by_id: string;
  readonly display_name: string | null;
  readonly held_at: Date;
};
/** What an erasure left behind. */
export type CertificateRecord = {
  readonly id: string;
  readonly erased_at: Date;
  readonly erased_by_id: string | null;
  readonly display_name: string | null;
  readonly basis: string;
  readonly destroyed: Counts;
  readonly kept: Counts;
  readonly audit_seq: string;
};
/** Somebody whose period is over. */
export type DueRecord = {
  readonly defender_id: string;
  readonly code_name: string;
  readonly due_on: CalendarDate;
  readonly rule: string;
  readonly held: boolean;
};
/** The months that decide when. */
export type Months = {
  readonly notSelectedMonths: number;
  readonly withdrawnMonths: number;
  readonly stayFileMonths: number;
};

const certificateSql = `SELECT c.id, c.erased_at, c.erased_by_id, a.display_name, c.basis, c.destroyed, c.kept, c.audit_seq::text
  FROM erasure_certificate c LEFT JOIN account a ON a.id = c.erased_by_id`;

/** Holds and erasures; every method works inside the transaction that is open. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  async preview(defenderId: string): Promise<PreviewRecord> {
    const [row] = await this.database.ask<PreviewRecord>(
      'SELECT destroyed, kept, refused FROM erasure.preview($1::uuid)',
      [defenderId],
    );
    if (!row) throw new Error('The preview of an erasure is always one row');
    return row;
  }

  async hold(defenderId: string): Promise<HoldRecord | null> {
    const [row] = await this.database.ask<HoldRecord>(
      `SELECT h.reason, h.held_by_id, a.display_name, h.held_at FROM erasure_hold h LEFT JOIN account a ON a.id = h.held_by_id
       WHERE h.defender_id = $1::uuid AND h.lifted_at IS NULL`,
      [defenderId],
    );
    return row ?? null;
  }

  putHold(defenderId: string, reason: string, accountId: string): void {
    this.database.tell(
      'INSERT INTO erasure_hold (defender_id, reason, held_by_id) VALUES ($1::uuid, $2, $3::uuid)',
      [defenderId, reason, accountId],
    );
  }

  liftHold(defenderId: string, accountId: string, now: Date): void {
    this.database.tell(
      'UPDATE erasure_hold SET lifted_by_id = $2::uuid, lifted_at = $3::timestamptz WHERE defender_id = $1::uuid AND lifted_at IS NULL',
      [defenderId, accountId, now.toISOString()],
    );
  }

  /** Erases; the id of the certificate, or null for whom nothing is left to erase. */
  async erase(defenderId: string, basis: string, requestId: string | null): Promise<string | null> {
    const [row] = await this.database.ask<{ id: string | null }>(
      'SELECT erasure.erase($1::uuid, $2, $3) AS id',
      [defenderId, basis, requestId],
    );
    return row?.id ?? null;
  }

  async certificate(id: string): Promise<CertificateRecord | null> {
    const [row] = await this.database.ask<CertificateRecord>(
      `${certificateSql} WHERE c.id = $1::uuid`,
      [id],
    );
    return row ?? null;
  }

  certificates(): Promise<CertificateRecord[]> {
    return this.database.ask(`${certificateSql} ORDER BY c.erased_at DESC, c.id LIMIT 200`, []);
  }

  /** Tells the cleared of those whose period is over within thirty days; how many are new on the list. */
  async announce(today: CalendarDate, months: Months): Promise<number> {
    const [row] = await this.database.ask<{ announced: number }>(
      'SELECT erasure.announce($1::date, $2::integer, $3::integer, $4::integer) AS announced',
      [today, months.notSelectedMonths, months.withdrawnMonths, months.stayFileMonths],
    );
    return row?.announced ?? 0;
  }

  /** Who was announced long enough ago to go by a day. A coordinator hears only of those they may see. */
  dueBy(day: CalendarDate, months: Months, whose: 'all' | 'visible'): Promise<DueRecord[]> {
    return this.database.ask(
      `SELECT e.defender_id, e.code_name, e.due_on, e.rule, e.held FROM erasure.due($1::date, $2::integer, $3::integer, $4::integer) e
       ${whose === 'visible' ? 'JOIN defender d ON d.id = e.defender_id' : ''} ORDER BY e.due_on, e.code_name LIMIT 500`,
      [day, months.notSelectedMonths, months.withdrawnMonths, months.stayFileMonths],
    );
  }

  /** Drops passport and visa facts of those who left long enough ago; how many persons'. */
  async dropTravelFacts(today: CalendarDate, days: number): Promise<number> {
    const [row] = await this.database.ask<{ dropped: number }>(
      'SELECT erasure.drop_travel($1::date, $2::integer) AS dropped',
      [today, days],
    );
    return row?.dropped ?? 0;
  }
}
