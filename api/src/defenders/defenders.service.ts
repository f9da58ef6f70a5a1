import { codeNameOfSlug } from '@shelter-city/domain/defenders/code-names';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { matchDefenderOf, type DefenderForMatching } from './match-defender.ts';
import { MatchFactsRepository } from './match-facts.repository.ts';

/** What is done with a defender's case. */
@Injectable()
export class DefendersService {
  constructor(
    private readonly database: Database,
    private readonly matchFacts: MatchFactsRepository,
  ) {}

  /**
   * Everything that matching and the guards of a stay need of a defender: profile, wishes, risk rules (hidden from who
   * may not read them), Schengen days and the nights of the person's stays, but for `exceptStayId`, which may move.
   * Joins the transaction that is open, so a guard sees what it just locked.
   *
   * Errors  `not-found` for a code that names nobody.
   */
  forMatching(
    actor: Pick<Actor, 'riskCleared'>,
    code: string,
    exceptStayId: string | null = null,
  ): Promise<DefenderForMatching> {
    return this.database.reading(async () => {
      const codeName = codeNameOfSlug(code);
      const facts = codeName === null ? null : await this.matchFacts.find(codeName, exceptStayId);
      if (!facts) throw new Problem('not-found');
      return matchDefenderOf(facts, actor);
    });
  }
}
