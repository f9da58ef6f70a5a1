import { Module } from '@nestjs/common';
import { OwnActsController } from './own-acts.controller.ts';
import { OwnActsRepository } from './own-acts.repository.ts';
import { OwnActsService } from './own-acts.service.ts';

/** What somebody did themselves, as the audit log has it. */
@Module({ controllers: [OwnActsController], providers: [OwnActsService, OwnActsRepository] })
export class OwnActsModule {}
