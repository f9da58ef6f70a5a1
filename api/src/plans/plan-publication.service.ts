import type { PlanView, plans } from '@shelter-city/contract/plans';
import type { PlanAsk } from '@shelter-city/domain/planning/plan-ask';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { sentenceOf } from '../http/field-sentences.ts';
import { requestContext } from '../http/request-context.ts';
import type { InputOf } from '../http/route.ts';
import { problemDetailsOf } from '../problems/problem-details.ts';
import { Problem } from '../problems/problem.ts';
import { JointProposals, type ProposedTogether } from '../stays/joint-proposals.service.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanFactsService } from './plan-facts.service.ts';
import type { PlanRecord } from './plan-record.ts';
import { PlansRepository } from './plans.repository.ts';

/** Turns a draft into proposals: all of it, or nothing and a reason for each that no longer holds. */
@Injectable()
export class PlanPublication {
  constructor(
    private readonly clock: Clock,
    private readonly access: PlanAccess,
    private readonly facts: PlanFactsService,
    private readonly plans: PlansRepository,
    private readonly proposals: JointProposals,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Everything happens in the transaction of the request, so a kill at any step leaves nothing half published.
   *
   * Errors  `plan-no-longer-holds`, with the sentence of each person's refusal at `/cohort/:code`.
   */
  async publish(actor: Actor, planId: string, { version, why, holdUntil }: InputOf<typeof plans.publish>['body']): Promise<PlanView> {
    const plan = await this.access.findFor(actor, planId, 'publish', version);
    const { people, seats, ask } = await this.facts.of(plan, actor);
    const codeOf = new Map(people.map(({ id, code }) => [id, code]));
    const together = seats.flatMap(({ defenderId, placeId, span }) => {
      const code = codeOf.get(defenderId);
      return code === undefined ? [] : [{ code, defenderId, placeId, arrivesOn: span.from, departsOn: span.until }];
    });
    await this.proposals.lock(together);
    const unwanted = await this.unwanted(plan, ask, together);
    const outcomes = await this.proposals.propose(actor, together.filter(({ code }) => !unwanted.has(code)), { why, holdUntil });
    const language = requestContext.getStore()?.language ?? 'en';
    const refusals = together.flatMap(({ code }) => {
      const problem = outcomes.find((outcome) => outcome.code === code)?.problem;
      const detail = problem ? wordsOf(problem, language) : sentenceOf(unwanted.get(code) ?? '', language);
      return detail === undefined ? [] : [{ pointer: `/cohort/${code}`, detail }];
    });
    if (refusals.length > 0) throw new Problem('plan-no-longer-holds', { sentences: refusals });
    const idOf = new Map(people.map(({ id, code }) => [code, id]));
    const stays = outcomes.flatMap(({ code, stay }) => (stay ? [{ defenderId: idOf.get(code) ?? '', stayId: stay.id }] : []));
    this.plans.published(plan.id, stays, actor.accountId, this.clock.now());
    await this.audit.append({ action: 'plan:publish', objectKind: 'PLAN', objectId: plan.id, defenderId: null, result: 'DONE', reason: String(stays.length) });
    return this.access.now(plan.id, actor);
  }

  /** Whom the draft itself no longer wants where it has them, with the sentence that says so: a single proposal asks neither. */
  private async unwanted({ cohort }: PlanRecord, { cities }: PlanAsk, together: readonly ProposedTogether[]): Promise<ReadonlyMap<string, string>> {
    const notAwaiting = await this.plans.notAwaiting(together.map(({ defenderId }) => defenderId));
    const cityOf = new Map(cities.flatMap(({ cityId, places }) => places.map(({ placeId }) => [placeId, cityId] as const)));
    const bansOf = new Map(cohort.map(({ defenderId, bannedCityIds }) => [defenderId, bannedCityIds]));
    return new Map(together.flatMap(({ code, defenderId, placeId }): [string, string][] => {
      if (notAwaiting.has(defenderId)) return [[code, 'awaits-no-place-now']];
      return bansOf.get(defenderId)?.includes(cityOf.get(placeId) ?? '') === true ? [[code, 'city-not-wished']] : [];
    }));
  }
}

function wordsOf(problem: Problem, language: Parameters<typeof problemDetailsOf>[1]): string {
  const { title, detail, errors } = problemDetailsOf(problem, language, '');
  return [title, detail ?? errors?.map((error) => error.detail).join(' ')].filter((part) => part !== undefined && part !== '').join('. ');
}
