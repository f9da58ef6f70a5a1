import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { AccessesRepository } from './accesses.repository.ts';
import { CaseOpeningsRepository } from './case-openings.repository.ts';
import { CaseOpeningsService } from './case-openings.service.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { DisclosureRepository } from './disclosure.repository.ts';
import { DisclosureService } from './disclosure.service.ts';
import { DisclosureViews } from './disclosure-views.service.ts';

/** What of a person is open to a city, and who looked. */
@Module({
  imports: [DefendersModule],
  controllers: [DisclosureController],
  providers: [DisclosureService, DisclosureViews, CaseOpeningsService, DisclosureRepository, CaseOpeningsRepository, AccessesRepository],
})
export class DisclosureModule {}
