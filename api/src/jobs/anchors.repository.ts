import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** Where the audit chain ends. */
@Injectable()
export class AnchorsRepository {
  constructor(private readonly database: Database) {}

  /** The last link, by the role of the timed job; null while nothing was ever written. */
  async head(): Promise<{ readonly position: number; readonly hash: string } | null> {
    const [row] = await this.database.ask<{ place: string; hash: string }>(
      "SELECT place::text AS place, encode(hash, 'hex') AS hash FROM audit.head()",
      [],
    );
    return row ? { position: Number(row.place), hash: row.hash } : null;
  }
}
