import type { DefenderLine, defenderQuery } from '@shelter-city/contract/defenders';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { Problem } from '../problems/problem.ts';
import { DefenderLinesRepository } from './defender-lines.repository.ts';
import { presentLine } from './defender-line.presenter.ts';
import { cursorOf, pageEndOf } from './page-cursor.ts';

type Page = { readonly items: DefenderLine[]; readonly nextCursor: string | null };
const linesOfAPage = 50;

/** The list of defenders, filtered, sorted, a page at a time. */
@Injectable()
export class DefenderListService {
  constructor(private readonly lines: DefenderLinesRepository) {}

  /** A page of the list; one line more is asked for than shown, to know whether another page follows. */
  async page(actor: Actor, query: z.output<typeof defenderQuery>): Promise<Page> {
    const {
      view = 'all',
      selection = null,
      mine = false,
      sort = 'codeName',
      limit = linesOfAPage,
    } = query;
    const after = query.cursor === undefined ? null : pageEndOf(sort, query.cursor);
    if (query.cursor !== undefined && after === null) {
      throw new Problem('invalid-request', {
        errors: [{ pointer: '/cursor', code: 'no-such-page' }],
      });
    }
    const rows = await this.lines.page({
      view,
      selection,
      caseLeadId: mine ? actor.accountId : null,
      search: asCodeNameBegins(query.search ?? ''),
      sort,
      after,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(presentLine),
      nextCursor:
        last === undefined
          ? null
          : cursorOf(sort, { day: last.sort_day, codeName: last.code_name }),
    };
  }
}

/** What was typed as a code name would begin: `amber-h` and `AMBER  H` are `Amber H`. */
const asCodeNameBegins = (typed: string): string =>
  typed
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trimStart()
    .toLowerCase()
    .replaceAll(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
