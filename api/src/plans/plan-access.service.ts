import type { PlanAct, PlanView } from '@shelter-city/contract/plans';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import { PlanFactsService } from './plan-facts.service.ts';
import type { PlanRecord } from './plan-record.ts';
import { actsOn, presentPlan } from './plan.presenter.ts';
import { PlansRepository } from './plans.repository.ts';

/** What everything that is done with a draft has in common: found or 404, as it was seen or 409, in a state that allows it, shown. */
@Injectable()
export class PlanAccess {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly facts: PlanFactsService,
    private readonly audit: AuditLog,
  ) {}

  /** Who watches which plan being made: its page asks every second, and that is written down once. */
  private readonly watched = new Set<string>();

  /** Errors  `not-found`, for one whose person is hidden from the asker as well. */
  async find(planId: string): Promise<PlanRecord> {
    const plan = namesAnId(planId) ? await this.plans.find(planId, this.clock.now()) : null;
    if (plan === null) throw new Problem('not-found');
    return plan;
  }

  /** Several in the order in which they are named, asked for once. Errors  `not-found` when any of them isn't there. */
  async findAll(planIds: readonly string[]): Promise<PlanRecord[]> {
    const ids = [...new Set(planIds)];
    const found = ids.every(namesAnId) ? await this.plans.findAll(ids, this.clock.now()) : [];
    return ids.map((planId) => {
      const plan = found.find(({ id }) => id === planId.toLowerCase());
      if (plan === undefined) throw new Problem('not-found');
      return plan;
    });
  }

  /** The draft for a change, with others who would change it waiting. */
  async findFor(actor: Actor, planId: string, act: PlanAct, version?: number): Promise<PlanRecord> {
    const plan = namesAnId(planId) ? await this.plans.findLocked(planId, this.clock.now()) : null;
    if (plan === null) throw new Problem('not-found');
    if (version !== undefined && plan.version !== version) throw new Problem('changed-meanwhile', { current: await this.view(plan, actor) });
    if (!actsOn(plan).includes(act)) throw new Problem('plan-not-in-that-state', { current: await this.view(plan, actor) });
    return plan;
  }

  /** The draft as it is now. */
  async now(planId: string, actor: Actor): Promise<PlanView> {
    return this.view(await this.find(planId), actor);
  }

  /** The draft as a page shows it, whatever act answers with it: each of its cohort was looked at. */
  async view(plan: PlanRecord, actor: Actor): Promise<PlanView> {
    if (plan.status !== 'RUNNING' || this.isFirstLook(`${actor.accountId} ${plan.id} ${String(plan.version)}`)) this.note(plan.cohort);
    return presentPlan(await this.facts.of(plan, actor), this.clock.today());
  }

  /** Each of the cohort was looked at: who asks who saw a case finds it. */
  note(cohort: readonly { readonly defenderId: string }[]): void {
    for (const defenderId of new Set(cohort.map((person) => person.defenderId)))
      this.audit.note({ action: 'plan:read', objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'DONE', fields: ['placement facts'] });
  }

  private isFirstLook(look: string): boolean {
    if (this.watched.has(look)) return false;
    if (this.watched.size >= 1_000) this.watched.clear();
    this.watched.add(look);
    return true;
  }
}
