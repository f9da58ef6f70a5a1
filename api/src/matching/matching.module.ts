import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { CohortWorldService } from './cohort-world.service.ts';
import { MatchWorldRepository } from './match-world.repository.ts';
import { MatchingController } from './matching.controller.ts';
import { MatchingService } from './matching.service.ts';

@Module({
  imports: [DefendersModule],
  controllers: [MatchingController],
  providers: [MatchingService, CohortWorldService, MatchWorldRepository],
  exports: [CohortWorldService],
})
export class MatchingModule {}
