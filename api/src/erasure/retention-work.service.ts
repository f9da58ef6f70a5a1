import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { RetentionService } from '../retention/retention.service.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** What is destroyed because its time is over and it was announced: each person in a transaction of its own. */
@Injectable()
export class RetentionWork {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
    private readonly retention: RetentionService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Announces what is due soon and destroys what is due by the clock; answers how many persons were erased. */
  async run(): Promise<number> {
    const today = this.clock.today();
    const due = await this.database.as('shelter_job', async () => {
      const periods = await this.retention.periods();
      const dropped = await this.erasures.dropTravelFacts(today, periods.travelDays);
      if (dropped > 0)
        await this.audit.append({
          action: 'retention:travel',
          objectKind: null,
          objectId: null,
          defenderId: null,
          result: 'DONE',
          reason: `passport and visa facts of ${String(dropped)}`,
        });
      const announced = await this.erasures.announce(today, periods);
      if (announced > 0)
        await this.audit.append({
          action: 'retention:announce',
          objectKind: null,
          objectId: null,
          defenderId: null,
          result: 'DONE',
          reason: `the erasure of ${String(announced)}`,
        });
      return this.erasures.dueBy(today, periods, 'all');
    });
    let erased = 0;
    for (const { defender_id, rule } of due.filter(({ held }) => !held)) {
      const id = await this.database.as('shelter_job', () =>
        this.erasures.erase(defender_id, rule, null),
      );
      if (id !== null) erased += 1;
    }
    return erased;
  }
}
