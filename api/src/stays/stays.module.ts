import { Module } from '@nestjs/common';
import { JointProposals } from './joint-proposals.service.ts';
import { MatchingModule } from '../matching/matching.module.ts';
import { Decisions } from './decisions.service.ts';
import { PlacementsRepository } from './placements.repository.ts';
import { Placements } from './placements.service.ts';
import { StayLife } from './stay-life.service.ts';
import { StayRules } from './stay-rules.service.ts';
import { StayWriter } from './stay-writer.service.ts';
import { StaysController } from './stays.controller.ts';
import { StaysRepository } from './stays.repository.ts';
import { StaysService } from './stays.service.ts';

@Module({
  imports: [MatchingModule],
  controllers: [StaysController],
  providers: [StaysService, JointProposals, StayLife, StayRules, StayWriter, Placements, Decisions, StaysRepository, PlacementsRepository],
  exports: [StayRules, JointProposals],
})
export class StaysModule {}
