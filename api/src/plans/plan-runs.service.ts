import { randomUUID } from 'node:crypto';
import type { PlanView } from '@shelter-city/contract/plans';
import { pinnedSeats, planInputInSteps } from '@shelter-city/domain/planning/build-plan-input';
import { judgedSeats } from '@shelter-city/domain/planning/judged-seats';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { inSteps } from './in-steps.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanFactsService, type PlanFacts } from './plan-facts.service.ts';
import { makePlan } from './plan-making.ts';
import { PlanRunsRepository, type RunOf } from './plan-runs.repository.ts';

/** A run that says nothing for so long was ended by a kill, and can be begun anew. Units: milliseconds. */
const believedAlive = 15_000;
/** How often a run looks whether it should stop, so that a stop asked for in another process is obeyed within a fifth of a second. */
const look = 150;
/** Every so many looks it says that it is alive; sooner when it got further. */
const looksASign = 7;
/** A plan that took so long is shown as it is then, with its bound. Units: milliseconds. */
const longestRun = 120_000;

/** So many plans one person may have made at a time; the others wait for them. */
const runsOfOneAtMost = 3;

type Run = RunOf & { readonly accountId: string; readonly facts: PlanFacts; readonly ended: AbortController };
/** A run of this process, and whether its turn has come. */
type Begun = { readonly run: Run; isWorking: boolean };

/** Makes plans one after the other in a thread of their own, watched and stopped from any process. */
@Injectable()
export class PlanRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger(PlanRuns.name);
  private readonly running = new Map<string, Begun>();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: PlanAccess,
    private readonly facts: PlanFactsService,
    private readonly runs: PlanRunsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Begins a run once all that it was asked by is committed. Errors  `invalid-request` naming pins that break a rule; `busy` to who has too many plans made already. */
  async run(actor: Actor, planId: string, { version, keep }: { readonly version: number; readonly keep: boolean }): Promise<PlanView> {
    const own = [...this.running.values()].filter(({ run: { accountId } }) => accountId === actor.accountId);
    if (own.length >= runsOfOneAtMost) throw new Problem('busy');
    const plan = await this.access.findFor(actor, planId, 'run', version);
    const facts = await this.facts.of(plan, actor, keep);
    this.demandPossiblePins(facts);
    const run: Run = { planId: plan.id, runId: randomUUID(), accountId: actor.accountId, facts, ended: new AbortController() };
    this.runs.begin(run, this.aliveUntil(), this.clock.now());
    await this.audit.append({ action: 'plan:run', objectKind: 'PLAN', objectId: plan.id, defenderId: null, result: 'DONE' });
    this.database.afterCommit(() => {
      this.begin(run);
    });
    return this.access.now(plan.id, actor);
  }

  /** Asks whoever runs it to stop; a run of this process is over at once, its turn come or not, one of another as soon as it looks. */
  async stop(actor: Actor, planId: string): Promise<PlanView> {
    const plan = await this.access.findFor(actor, planId, 'stop');
    this.runs.askToStop(plan.id);
    await this.audit.append({ action: 'plan:stop', objectKind: 'PLAN', objectId: plan.id, defenderId: null, result: 'DONE' });
    const begun = this.running.get(plan.id);
    if (begun?.isWorking === false) await this.runs.end(begun.run, 'STOPPED', null, this.clock.now());
    this.database.afterCommit(() => begun?.run.ended.abort());
    return this.access.now(plan.id, actor);
  }

  /** What runs is stopped and kept as it is. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const { run } of this.running.values()) run.ended.abort();
    await this.turn;
  }

  /** Whatever was begun is over: for specs, and for whoever must wait. */
  idle(): Promise<void> {
    return this.turn;
  }

  private begin(run: Run): void {
    const begun: Begun = { run, isWorking: false };
    this.running.set(run.planId, begun);
    const progress: { latest: { readonly phase: string; readonly placed: number } | null } = { latest: null };
    let isSaid = true;
    let looks = 0;
    let told = progress.latest;
    const alive = setInterval(() => {
      // One at a time: questions don't pile up before a database that doesn't answer.
      if (!isSaid) return;
      isSaid = false;
      looks += 1;
      const isSign = looks % looksASign === 0 || told !== progress.latest;
      told = progress.latest;
      void this.lookOn(begun, isSign ? { progress: told } : null).finally(() => { isSaid = true; });
    }, look);
    alive.unref();
    run.ended.signal.addEventListener('abort', () => { clearInterval(alive); });
    this.turn = this.turn.then(async () => {
      begun.isWorking = true;
      try {
        await this.work(run, (phase, placed) => {
          progress.latest = { phase, placed: placed + pinnedSeats(run.facts.ask.people).length };
        });
      } catch (error) {
        await this.fail(run, error);
      } finally {
        clearInterval(alive);
        if (this.running.get(run.planId) === begun) this.running.delete(run.planId);
      }
    });
  }

  private async work(run: Run, onProgress: (phase: string, placed: number) => void): Promise<void> {
    const signal = AbortSignal.any([run.ended.signal, AbortSignal.timeout(longestRun)]);
    onProgress('preparing', 0);
    const built = await inSteps(planInputInSteps(run.facts.ask), signal);
    const found = built ? await makePlan(run.facts.ask, built, signal, onProgress) : null;
    await this.database.writing(() => this.runs.end(run, run.ended.signal.aborted || found === null ? 'STOPPED' : 'DONE', found, this.clock.now()));
  }

  private demandPossiblePins({ ask, people }: PlanFacts): void {
    // As this reader may know them: the whole truth would name two whom a hidden note keeps apart.
    const faults = judgedSeats(ask, pinnedSeats(ask.people)).filter(({ brokenBy }) => brokenBy.length > 0);
    if (faults.length === 0) return;
    const codeOf = new Map(people.map(({ id, code }) => [id, code]));
    throw new Problem('invalid-request', { errors: faults.map(({ seat }) => ({ pointer: `/cohort/${codeOf.get(seat.defenderId) ?? ''}`, code: 'pin-breaks-a-rule' })) });
  }

  /** Looks whether the run is wanted still; with a sign it says how far it is as well. */
  private async lookOn({ run, isWorking }: Begun, sign: { readonly progress: { readonly phase: string; readonly placed: number } | null } | null): Promise<void> {
    try {
      const isWanted = sign === null ? await this.runs.isStillWanted(run) : await this.database.writing(() => this.runs.isWanted(run, this.aliveUntil(), sign.progress));
      if (isWanted) return;
      run.ended.abort();
      if (!isWorking) await this.database.writing(() => this.runs.end(run, 'STOPPED', null, this.clock.now()));
    } catch (error) {
      this.warn(error);
    }
  }

  private async fail(run: Run, error: unknown): Promise<void> {
    this.warn(error);
    try {
      await this.database.writing(() => this.runs.end(run, 'FAILED', null, this.clock.now()));
    } catch (second) {
      // It is taken for stopped once it has been silent long enough.
      this.warn(second);
    }
  }

  private aliveUntil(): Date {
    return new Date(this.clock.now().getTime() + believedAlive);
  }

  private warn(error: unknown): void {
    this.logger.warn(`A plan could not be made or written (${error instanceof Error ? error.name : 'unknown'})`);
  }
}
