import type { IntegrityView } from '@shelter-city/contract/integrity';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { IntegrityRepository } from './integrity.repository.ts';

/** So far back it is said who reached the quota of reveals. Units: milliseconds. */
const lookedBack = 30 * 24 * 60 * 60 * 1_000;

/** Whether the audit log is as it was written: for the administrator, who reads none of it. */
@Injectable()
export class IntegrityService {
  constructor(
    private readonly log: IntegrityRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async check(): Promise<IntegrityView> {
    const now = this.clock.now();
    const rows = await this.log.length();
    const { count, bad } = await this.log.anchors();
    const view = {
      checkedAt: now.toISOString(),
      rows,
      anchors: count,
      firstBad: await this.log.firstBad(rows),
      firstUnchained: await this.log.firstUnchained(),
      badAnchor: bad && { line: bad.anchorLine ?? 0, kind: bad.kind },
      quotaReached: (await this.log.quotaReached(new Date(now.getTime() - lookedBack))).map(
        ({ id, display_name, times, last_at }) => ({
          account: { id, displayName: display_name },
          times,
          lastAt: last_at.toISOString(),
        }),
      ),
    };
    const isWhole = !view.firstBad && view.firstUnchained === null && !view.badAnchor;
    this.audit.note({
      action: 'integrity:check',
      objectKind: null,
      objectId: null,
      defenderId: null,
      result: 'DONE',
      reason: isWhole ? 'whole' : 'tampered with',
    });
    return view;
  }
}
