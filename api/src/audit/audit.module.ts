import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.ts';
import { EventLog } from './event-log.ts';

@Global()
@Module({ providers: [AuditLog, EventLog], exports: [AuditLog, EventLog] })
export class AuditModule {}
