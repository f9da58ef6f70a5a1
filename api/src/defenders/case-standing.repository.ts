import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** How the asker stands to a case: on it, or with glass broken until a moment. */
export type CaseStanding = { readonly onCase: boolean; readonly openUntil: Date | null };

/** Asks the database who is on a case: the same answer that its row policies give. */
@Injectable()
export class CaseStandingRepository {
  constructor(private readonly database: Database) {}

  async of(defenderId: string): Promise<CaseStanding> {
    const [row] = await this.database.ask<{ on_case: boolean; open_until: Date | null }>(
      'SELECT is_on_case($1::uuid) AS on_case, glass_broken_until($1::uuid) AS open_until',
      [defenderId],
    );
    return { onCase: row?.on_case === true, openUntil: row?.open_until ?? null };
  }
}
