import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { sqlStateOf } from '../persistence/retry.ts';
import { RetentionWork } from '../erasure/retention-work.service.ts';
import { Anchors } from './anchors.ts';
import { TimedWorkRepository } from './timed-work.repository.ts';

const everyMinute = 60_000;

/** What happens because time passes. Nothing runs until `start()`; several processes share the work. */
@Injectable()
export class TimedWork implements BeforeApplicationShutdown {
  private readonly logger = new Logger(TimedWork.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  /** The day whose due files were destroyed already. */
  private retained: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly work: TimedWorkRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly anchors: Anchors,
    private readonly retention: RetentionWork,
  ) {}

  /** Runs now and then every minute. */
  start(): void {
    const next = () => {
      this.running = this.running.then(() => this.run());
    };
    next();
    this.timer = setInterval(next, everyMinute);
    this.timer.unref();
  }

  /** Does all that is due by the clock, once. A failure is written down and tried again the next time. */
  async run(): Promise<void> {
    await this.alone('holds', async () => {
      for (const { id, defender_id } of await this.work.lapseHolds(this.clock.now()))
        await this.audit.append({
          action: 'stay:lapse',
          objectKind: 'STAY',
          objectId: id,
          defenderId: defender_id,
          result: 'DONE',
        });
    });
    await this.retain();
    await this.alone('leftovers', () => this.work.dropOld());
    await this.alone('anchors', () => this.anchors.write());
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    // What was written since the last minute is anchored before we go.
    if (this.timer) await this.alone('anchors', () => this.anchors.write());
  }

  /** Once a day, and after a start: what is due is destroyed, by each in its own transaction. */
  private async retain(): Promise<void> {
    const today = this.clock.today();
    if (this.retained === today) return;
    try {
      await this.retention.run();
      this.retained = today;
    } catch (error) {
      this.warn('retention', error);
    }
  }

  private async alone(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.database.as('shelter_job', async () => {
        if (await this.work.isOurTurn(name)) await work();
      });
    } catch (error) {
      this.warn(name, error);
    }
  }

  private warn(work: string, error: unknown): void {
    this.logger.warn(
      `The timed work on ${work} failed (${sqlStateOf(error) ?? (error instanceof Error ? error.name : 'unknown')})`,
    );
  }
}
