import { Module } from '@nestjs/common';
import { IntegrityController } from './integrity.controller.ts';
import { IntegrityRepository } from './integrity.repository.ts';
import { IntegrityService } from './integrity.service.ts';

/** The administrator's look at the audit log. */
@Module({ controllers: [IntegrityController], providers: [IntegrityService, IntegrityRepository] })
export class IntegrityModule {}
