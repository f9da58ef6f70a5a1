import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { AccessesRepository } from './accesses.repository.ts';
import { DisclosureController } from './disclosure.controller.ts';
import { DisclosureRepository } from './disclosure.repository.ts';
import { DisclosureService } from './disclosure.service.ts';

/** What of a person is open to a city, and who looked. */
@Module({
  imports: [DefendersModule],
  controllers: [DisclosureController],
  providers: [DisclosureService, DisclosureRepository, AccessesRepository],
})
export class DisclosureModule {}
