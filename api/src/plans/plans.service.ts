import { planDraftsAtMost, type PlanComparison, type PlanInstead, type PlanView, type PlanWhy, type plans } from '@shelter-city/contract/plans';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { CohortService } from '../defenders/cohort.service.ts';
import type { InputOf } from '../http/route.ts';
import { CohortWorldService } from '../matching/cohort-world.service.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanInsteadService } from './plan-instead.service.ts';
import { PlanFactsService, type PlanFacts } from './plan-facts.service.ts';
import { comparePlans } from './plan-comparison.ts';
import { neededBy, optionsInPlan } from './plan-why.ts';
import { presentLine, seatsNamed } from './plan.presenter.ts';
import { PlansRepository } from './plans.repository.ts';

type Body<K extends keyof typeof plans> = InputOf<(typeof plans)[K]>['body'];

/** Drafts of plans: begun, looked at, wished for, compared, thrown away. */
@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly access: PlanAccess,
    private readonly facts: PlanFactsService,
    private readonly cohort: CohortService,
    private readonly worlds: CohortWorldService,
    private readonly planner: PlanInsteadService,
    private readonly audit: AuditLog,
  ) {}

  /** The drafts, and those who could be planned for. */
  list(): Promise<z.output<typeof plans.list.reply>> {
    return this.database.reading(async () => {
      const lines = await this.plans.lines(this.clock.now());
      const awaiting = await this.cohort.awaiting();
      return {
        items: lines.map(presentLine),
        awaiting: awaiting.map(({ code, codeName, earliestArrival, latestArrival, nightsWished }) => ({ code, codeName, earliestArrival, latestArrival, nightsWished })),
      };
    });
  }

  show(actor: Actor, planId: string): Promise<PlanView> {
    return this.database.reading(() => this.access.now(planId, actor));
  }

  /** Errors  `invalid-request` for somebody who doesn't await a place; `too-many-plans`. */
  async create(actor: Actor, { codes, ...words }: Body<'create'>): Promise<PlanView> {
    await this.demandRoom(actor);
    const awaiting = new Map((await this.cohort.awaiting()).map(({ code, id }) => [code, id]));
    const errors = codes.flatMap((code, at) => (awaiting.has(code) ? [] : [{ pointer: `/codes/${String(at)}`, code: 'awaits-no-place' }]));
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    const ids = [...new Set(codes.flatMap((code) => awaiting.get(code) ?? []))];
    const planId = this.plans.create(words, ids, actor.accountId, this.clock.now());
    return this.told('plan:create', planId, actor);
  }

  async change(actor: Actor, planId: string, { version, ...words }: Body<'change'>): Promise<PlanView> {
    const { id } = await this.access.findFor(actor, planId, 'change', version);
    this.plans.change(id, words, this.clock.now());
    return this.told('plan:change', id, actor);
  }

  async copy(actor: Actor, planId: string, { name }: Body<'copy'>): Promise<PlanView> {
    const { id } = await this.access.findFor(actor, planId, 'copy');
    await this.demandRoom(actor);
    return this.told('plan:copy', this.plans.copy(id, name, actor.accountId, this.clock.now()), actor);
  }

  /** Errors  `invalid-request` for a pin where the plan has nobody; `not-found` for somebody who isn't of the cohort. */
  async wish(actor: Actor, planId: string, code: string, { version, pinned, bannedCityIds }: Body<'wish'>): Promise<PlanView> {
    const plan = await this.access.findFor(actor, planId, 'change', version);
    const facts = await this.facts.of(plan, actor);
    const person = facts.people.find((one) => one.code === code);
    const record = plan.cohort.find(({ defenderId }) => defenderId === person?.id);
    if (person === undefined || record === undefined) throw new Problem('not-found');
    if (pinned && record.seat === null) throw new Problem('invalid-request', { errors: [{ pointer: '/pinned', code: 'nothing-to-pin' }] });
    const known = new Set(facts.world.cities.map(({ cityId }) => cityId));
    if (bannedCityIds.some((id) => !known.has(id))) throw new Problem('invalid-request', { errors: [{ pointer: '/bannedCityIds', code: 'unknown-city' }] });
    const isOnlyPinned = pinned && bannedCityIds.length === record.bannedCityIds.length && record.bannedCityIds.every((id) => bannedCityIds.includes(id));
    this.plans.wish(plan.id, { defenderId: person.id, pinned, bannedCityIds: [...new Set(bannedCityIds)] }, isOnlyPinned, this.clock.now());
    return this.told('plan:wish', plan.id, actor);
  }

  async discard(actor: Actor, planId: string, version: number): Promise<{ done: true }> {
    const { id } = await this.access.findFor(actor, planId, 'discard', version);
    this.plans.discard(id);
    await this.tell('plan:discard', id);
    return { done: true };
  }

  async why(actor: Actor, planId: string, code: string): Promise<PlanWhy> {
    const { facts, person } = await this.personIn(actor, planId, code);
    const options = optionsInPlan(facts, person.id);
    const seat = facts.seats.find(({ defenderId }) => defenderId === person.id);
    return {
      defender: { code, codeName: person.codeName },
      seat: seat ? seatsNamed(facts.world)(seat) : null,
      options: this.worlds.say(options, facts.world),
      neededBy: neededBy(facts, person.id, options),
      letsIn: facts.plan.status === 'PUBLISHED' ? null : await this.planner.letsIn(facts, person.id),
    };
  }

  async instead(actor: Actor, planId: string, code: string, cityId: string): Promise<PlanInstead> {
    const { facts, person } = await this.personIn(actor, planId, code);
    if (!facts.ask.cities.some((city) => city.cityId === cityId)) throw new Problem('not-found');
    return this.planner.inCity(actor.accountId, facts, person.id, cityId);
  }

  /** Errors  `not-found` when any of them is. */
  compare(actor: Actor, planId: string, besideIds: readonly string[]): Promise<PlanComparison> {
    return this.database.reading(async () => {
      const [first, ...others] = await this.facts.ofAll(await this.access.findAll([planId, ...besideIds]), actor);
      if (first === undefined) throw new Problem('not-found');
      this.access.note([first, ...others].flatMap(({ plan }) => plan.cohort));
      return comparePlans(first, others);
    });
  }

  /** One of a draft's cohort, looked at. What is found out about them takes a second, so it is found outside of the transaction. */
  private personIn(actor: Actor, planId: string, code: string) {
    return this.database.reading(async () => {
      const facts = await this.factsOf(actor, planId);
      const person = facts.people.find((one) => one.code === code);
      if (person === undefined) throw new Problem('not-found');
      this.access.note([{ defenderId: person.id }]);
      return { facts, person };
    });
  }

  private async factsOf(actor: Actor, planId: string): Promise<PlanFacts> {
    return this.facts.of(await this.access.find(planId), actor);
  }

  private async demandRoom(actor: Actor): Promise<void> {
    if ((await this.plans.draftsOf(actor.accountId)) >= planDraftsAtMost) throw new Problem('too-many-plans');
  }

  private tell(action: string, planId: string): Promise<void> {
    return this.audit.append({ action, objectKind: 'PLAN', objectId: planId, defenderId: null, result: 'DONE' });
  }

  private async told(action: string, planId: string, actor: Actor): Promise<PlanView> {
    await this.tell(action, planId);
    return this.access.now(planId, actor);
  }
}
