import type { PlanView, plans } from '@shelter-city/contract/plans';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { requestContext } from '../http/request-context.ts';
import type { InputOf } from '../http/route.ts';
import { problemDetailsOf } from '../problems/problem-details.ts';
import { Problem } from '../problems/problem.ts';
import { JointProposals } from '../stays/joint-proposals.service.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanFactsService } from './plan-facts.service.ts';
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
    const { people, seats } = await this.facts.of(plan, actor);
    const codeOf = new Map(people.map(({ id, code }) => [id, code]));
    const together = seats.flatMap(({ defenderId, placeId, span }) => {
      const code = codeOf.get(defenderId);
      return code === undefined ? [] : [{ code, defenderId, placeId, arrivesOn: span.from, departsOn: span.until }];
    });
    const outcomes = await this.proposals.propose(actor, together, { why, holdUntil });
    const language = requestContext.getStore()?.language ?? 'en';
    const refusals = outcomes.flatMap(({ code, problem }) => (problem ? [{ pointer: `/cohort/${code}`, detail: sentenceOf(problem, language) }] : []));
    if (refusals.length > 0) throw new Problem('plan-no-longer-holds', { sentences: refusals });
    const idOf = new Map(people.map(({ id, code }) => [code, id]));
    const stays = outcomes.flatMap(({ code, stay }) => (stay ? [{ defenderId: idOf.get(code) ?? '', stayId: stay.id }] : []));
    this.plans.published(plan.id, stays, actor.accountId, this.clock.now());
    await this.audit.append({ action: 'plan:publish', objectKind: 'PLAN', objectId: plan.id, defenderId: null, result: 'DONE', reason: String(stays.length) });
    return this.access.now(plan.id, actor);
  }
}

function sentenceOf(problem: Problem, language: Parameters<typeof problemDetailsOf>[1]): string {
  const { title, detail, errors } = problemDetailsOf(problem, language, '');
  return [title, detail ?? errors?.map((error) => error.detail).join(' ')].filter((part) => part !== undefined && part !== '').join('. ');
}
