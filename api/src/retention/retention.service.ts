import { retentionPeriods, type RetentionPeriods } from '@shelter-city/contract/retention';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { Database } from '../persistence/database.ts';
import { RetentionRepository } from './retention.repository.ts';

/** The programme's own periods, until the organisation sets others. */
const byDefault: RetentionPeriods = {
  notSelectedMonths: 12,
  withdrawnMonths: 6,
  stayFileMonths: 24,
  travelDays: 30,
};

/** How long what is kept. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly settings: RetentionRepository,
    private readonly audit: AuditLog,
  ) {}

  show(): Promise<RetentionPeriods> {
    return this.database.reading(() => this.periods());
  }

  async change(periods: RetentionPeriods): Promise<RetentionPeriods> {
    this.settings.write(JSON.stringify(periods));
    await this.audit.append({
      action: 'retention:write',
      objectKind: 'SETTING',
      objectId: null,
      defenderId: null,
      result: 'DONE',
      reason: Object.entries(periods)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', '),
    });
    return this.periods();
  }

  /** The periods that hold, in the transaction that is open. */
  async periods(): Promise<RetentionPeriods> {
    const set = retentionPeriods.safeParse(await this.settings.read());
    return set.success ? set.data : byDefault;
  }
}
