import { Injectable } from '@nestjs/common';
import type { ownActs } from '@shelter-city/contract/own-acts';
import type { z } from 'zod';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { actsPerPage, OwnActsRepository } from './own-acts.repository.ts';

/** What somebody did themselves. */
@Injectable()
export class OwnActsService {
  constructor(
    private readonly database: Database,
    private readonly acts: OwnActsRepository,
  ) {}

  /** A page of it, the newest first. Errors  `invalid-request` for a cursor that no page gave. */
  list(cursor: string | undefined): Promise<z.output<typeof ownActs.list.reply>> {
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw new Problem('invalid-request', { errors: [{ pointer: '/cursor', code: 'no-such-page' }] });
    return this.database.reading(async () => {
      const found = await this.acts.before(cursor ?? null);
      const items = found.slice(0, actsPerPage);
      return { items, nextCursor: found.length > actsPerPage ? (items.at(-1)?.id ?? null) : null };
    });
  }
}
