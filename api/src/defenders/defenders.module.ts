import { Module } from '@nestjs/common';
import { ApplicationsRepository } from './applications.repository.ts';
import { ApplicationsService } from './applications.service.ts';
import { AwaitingRepository } from './awaiting.repository.ts';
import { CaseStandingRepository } from './case-standing.repository.ts';
import { CohortService } from './cohort.service.ts';
import { CompartmentsRepository } from './compartments.repository.ts';
import { CompartmentsService } from './compartments.service.ts';
import { DefenderLinesRepository } from './defender-lines.repository.ts';
import { DefenderListService } from './defender-list.service.ts';
import { DefendersController } from './defenders.controller.ts';
import { DefendersRepository } from './defenders.repository.ts';
import { DefendersService } from './defenders.service.ts';
import { HistoryRepository } from './history.repository.ts';
import { MatchFactsRepository } from './match-facts.repository.ts';

/** Defenders: profile, sealed compartments, applications. */
@Module({
  controllers: [DefendersController],
  providers: [
    DefendersService,
    DefenderListService,
    CohortService,
    AwaitingRepository,
    ApplicationsService,
    CompartmentsService,
    DefendersRepository,
    DefenderLinesRepository,
    ApplicationsRepository,
    CompartmentsRepository,
    CaseStandingRepository,
    HistoryRepository,
    MatchFactsRepository,
  ],
  exports: [DefendersService, CohortService, CaseStandingRepository],
})
export class DefendersModule {}
