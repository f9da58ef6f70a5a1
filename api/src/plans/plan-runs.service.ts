import { randomUUID } from 'node:crypto';
import type { PlanView } from '@shelter-city/contract/plans';
import { pinnedSeats, planInputInSteps } from '@shelter-city/domain/planning/build-plan-input';
import { judgedSeats } from '@shelter-city/domain/planning/judged-seats';
import { isOutOfMemory } from '@shelter-city/planner/errand-in-thread';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Environment } from '../config/environment.ts';
import { Database } from '../persistence/database.ts';
import { outlasting } from '../persistence/outlast.ts';
import { isPassing, sqlStateOf } from '../persistence/retry.ts';
import { Problem } from '../problems/problem.ts';
import { inSteps } from './in-steps.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanFactsService, type PlanFacts } from './plan-facts.service.ts';
import { makePlan } from './plan-making.ts';
import { PlanRunsRepository, type RunEnd, type RunOf } from './plan-runs.repository.ts';

/** A run that says nothing for so long was ended by a kill, and can be begun anew. Units: milliseconds. */
const believedAlive = 15_000;
/** How often a run looks whether it should stop, so that a stop asked for in another process is obeyed within a fifth of a second. */
const look = 150;
/** Every so many looks it says that it is alive; sooner when it got further. */
const looksASign = 7;

/** So many plans one person may have made at a time; the others wait for them. */
const runsOfOneAtMost = 3;

/** What becomes of a run whose turn never came. */
const stoppedUnbegun: RunEnd = { status: 'STOPPED', found: null };

type Run = RunOf & { readonly accountId: string; readonly facts: PlanFacts; readonly ended: AbortController };
/** A run of this process, and whether its turn has come. */
type Begun = { readonly run: Run; isWorking: boolean; isUnheard: boolean };

/** Makes plans one after the other in a thread of their own, watched and stopped from any process. */
@Injectable()
export class PlanRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger(PlanRuns.name);
  private readonly running = new Map<string, Begun>();
  private turn: Promise<void> = Promise.resolve();
  private readonly closing = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: PlanAccess,
    private readonly facts: PlanFactsService,
    private readonly runs: PlanRunsRepository,
    private readonly audit: AuditLog,
    private readonly environment: Environment,
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
    if (begun?.isWorking === false) await this.runs.end(begun.run, stoppedUnbegun, this.clock.now());
    this.database.afterCommit(() => begun?.run.ended.abort());
    return this.access.now(plan.id, actor);
  }

  /** What runs is stopped and kept as it is. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    for (const { run } of this.running.values()) run.ended.abort();
    await this.turn;
  }

  /** Whatever was begun is over: for specs, and for whoever must wait. */
  idle(): Promise<void> {
    return this.turn;
  }

  private begin(run: Run): void {
    const begun: Begun = { run, isWorking: false, isUnheard: false };
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
      const end = await this.work(run, (phase, placed) => {
        progress.latest = { phase, placed: placed + pinnedSeats(run.facts.ask.people).length };
      });
      await this.end(run, end);
      clearInterval(alive);
      if (this.running.get(run.planId) === begun) this.running.delete(run.planId);
    });
  }

  private async work(run: Run, onProgress: (phase: string, placed: number) => void): Promise<RunEnd> {
    const { longestPlan, planMemoryMb: memoryMb } = this.environment;
    const signal = AbortSignal.any([run.ended.signal, AbortSignal.timeout(longestPlan)]);
    try {
      onProgress('preparing', 0);
      const built = await inSteps(planInputInSteps(run.facts.ask), signal);
      const onFailure = (error: unknown) => { this.warn('A plan could not be shared fairly', error); };
      const found = built ? await makePlan(run.facts.ask, built, { signal, memoryMb, onProgress, onFailure }) : null;
      if (run.ended.signal.aborted) return { status: 'STOPPED', found };
      return found === null ? { status: 'FAILED', because: 'TIME' } : { status: 'DONE', found };
    } catch (error) {
      this.warn('A plan could not be made', error);
      return { status: 'FAILED', because: isOutOfMemory(error) ? 'MEMORY' : 'OTHER' };
    }
  }

  /** Writes what became of a run; what took minutes to find isn't lost because the database is away meanwhile. */
  private async end(run: Run, end: RunEnd): Promise<void> {
    const onAway = (error: unknown) => { this.warn('What became of a plan waits for the database', error); };
    const written = (what: RunEnd) =>
      outlasting(() => this.database.writing(() => this.runs.end(run, what, this.clock.now())), { signal: this.closing.signal, onAway });
    try {
      await written(end).catch(async (error: unknown) => {
        if (isPassing(error)) throw error;
        this.warn('What became of a plan was refused', error);
        await written({ status: 'FAILED', because: 'OTHER' });
      });
    } catch (error) {
      // It is taken for stopped once it has been silent long enough.
      this.warn('What became of a plan could not be written', error);
    }
  }

  private demandPossiblePins({ ask, people }: PlanFacts): void {
    // As this reader may know them: the whole truth would name two whom a hidden note keeps apart.
    const faults = judgedSeats(ask, pinnedSeats(ask.people)).filter(({ brokenBy }) => brokenBy.length > 0);
    if (faults.length === 0) return;
    const codeOf = new Map(people.map(({ id, code }) => [id, code]));
    throw new Problem('invalid-request', { errors: faults.map(({ seat }) => ({ pointer: `/cohort/${codeOf.get(seat.defenderId) ?? ''}`, code: 'pin-breaks-a-rule' })) });
  }

  /** Looks whether the run is wanted still; with a sign it says how far it is as well. */
  private async lookOn(begun: Begun, sign: { readonly progress: { readonly phase: string; readonly placed: number } | null } | null): Promise<void> {
    const { run } = begun;
    try {
      const isWanted = sign === null ? await this.runs.isStillWanted(run) : await this.database.writing(() => this.runs.isWanted(run, this.aliveUntil(), sign.progress));
      begun.isUnheard = false;
      if (isWanted) return;
      run.ended.abort();
      if (!begun.isWorking) await this.database.writing(() => this.runs.end(run, stoppedUnbegun, this.clock.now()));
    } catch (error) {
      // Said once for each time that the database is away, not at every look.
      if (!begun.isUnheard) this.warn('A plan that is being made can’t say so', error);
      begun.isUnheard = true;
    }
  }

  private aliveUntil(): Date {
    return new Date(this.clock.now().getTime() + believedAlive);
  }

  private warn(what: string, error: unknown): void {
    this.logger.warn(`${what} (${sqlStateOf(error) ?? (error instanceof Error ? error.name : 'unknown')})`);
  }
}
