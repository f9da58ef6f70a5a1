import type { StayView } from '@shelter-city/contract/stays';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Problem } from '../problems/problem.ts';
import { Placements } from './placements.service.ts';
import { StaysService } from './stays.service.ts';

/** One of several who are proposed together. */
export type ProposedTogether = {
  readonly code: string;
  readonly defenderId: string;
  readonly placeId: string;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
};

/** What became of one of them. */
export type ProposalOutcome = { readonly code: string } & ({ readonly stay: StayView; readonly problem?: never } | { readonly problem: Problem; readonly stay?: never });

/** What is wrong with the words that all proposals share is nobody's own refusal. */
const isOfAll = ({ slug, facts }: Problem) => slug === 'hold-too-long' || (facts.errors ?? []).some(({ pointer }) => pointer === '/why' || pointer === '/holdUntil');

/** Several proposals in one transaction, each by the rules of a single one. */
@Injectable()
export class JointProposals {
  constructor(
    private readonly stays: StaysService,
    private readonly placements: Placements,
  ) {}

  /** Makes everybody else who would place one of them wait. */
  async lock(together: readonly ProposedTogether[]): Promise<void> {
    await this.placements.lockAll(together.map(({ placeId }) => placeId), together.map(({ defenderId }) => defenderId));
  }

  /**
   * Proposes one after the other in the transaction that is open, each with those before it already there: under
   * {@link lock}. Whoever calls throws when one is refused, so that none is proposed.
   *
   * Errors  what is wrong with the reason or the hold, which all share.
   */
  async propose(actor: Actor, together: readonly ProposedTogether[], words: { readonly why: string; readonly holdUntil: CalendarDate }): Promise<ProposalOutcome[]> {
    const outcomes: ProposalOutcome[] = [];
    for (const { code, placeId, arrivesOn, departsOn } of together) {
      try {
        outcomes.push({ code, stay: await this.stays.proposeNew(actor, { code, placeId, arrivesOn, departsOn, ...words }) });
      } catch (error) {
        if (!(error instanceof Problem) || isOfAll(error)) throw error;
        outcomes.push({ code, problem: error });
      }
    }
    return outcomes;
  }
}
