import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { MatchingModule } from '../matching/matching.module.ts';
import { StaysModule } from '../stays/stays.module.ts';
import { PlanAccess } from './plan-access.service.ts';
import { PlanFactsService } from './plan-facts.service.ts';
import { PlanInsteadService } from './plan-instead.service.ts';
import { PlanPublication } from './plan-publication.service.ts';
import { PlanRunsRepository } from './plan-runs.repository.ts';
import { PlanRuns } from './plan-runs.service.ts';
import { PlansController } from './plans.controller.ts';
import { PlansRepository } from './plans.repository.ts';
import { PlansService } from './plans.service.ts';

/** The plan for a whole cohort: drafts, runs, publication. */
@Module({
  imports: [DefendersModule, MatchingModule, StaysModule],
  controllers: [PlansController],
  providers: [PlansService, PlanRuns, PlanPublication, PlanAccess, PlanFactsService, PlanInsteadService, PlansRepository, PlanRunsRepository],
})
export class PlansModule {}
