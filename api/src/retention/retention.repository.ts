import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** The setting that holds the periods. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** What was set; null while nobody did. */
  async read(): Promise<unknown> {
    const [row] = await this.database.ask<{ value: unknown }>(
      "SELECT value FROM setting WHERE name = 'retention'",
      [],
    );
    return row?.value ?? null;
  }

  write(value: string): void {
    this.database.tell(
      "INSERT INTO setting (name, value) VALUES ('retention', $1::jsonb) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [value],
    );
  }
}
