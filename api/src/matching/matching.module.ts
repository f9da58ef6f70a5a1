import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { CohortWorldService } from './cohort-world.service.ts';
import { DecisionGrounds } from './decision-grounds.service.ts';
import { MatchWorldRepository } from './match-world.repository.ts';
import { MatchingController } from './matching.controller.ts';
import { MatchingService } from './matching.service.ts';
import { OverrulesRepository } from './overrules.repository.ts';
import { RuleBookService } from './rule-book.service.ts';
import { VisaDaysService } from './visa-days.service.ts';

@Module({
  imports: [DefendersModule],
  controllers: [MatchingController],
  providers: [MatchingService, CohortWorldService, DecisionGrounds, RuleBookService, VisaDaysService, MatchWorldRepository, OverrulesRepository],
  exports: [CohortWorldService, DecisionGrounds],
})
export class MatchingModule {}
