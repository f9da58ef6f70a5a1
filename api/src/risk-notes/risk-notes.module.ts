import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { RiskNotesController } from './risk-notes.controller.ts';
import { RiskNotesRepository } from './risk-notes.repository.ts';
import { RiskNotesService } from './risk-notes.service.ts';

/** Risk notes: what is known about a danger, and the rules that the planner obeys because of it. */
@Module({
  imports: [DefendersModule],
  controllers: [RiskNotesController],
  providers: [RiskNotesService, RiskNotesRepository],
  exports: [RiskNotesService],
})
export class RiskNotesModule {}
