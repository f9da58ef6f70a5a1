import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.ts';
import { EventLog } from './event-log.ts';
import { RevealQuota } from './reveal-quota.ts';

@Global()
@Module({
  providers: [AuditLog, EventLog, RevealQuota],
  exports: [AuditLog, EventLog, RevealQuota],
})
export class AuditModule {}
