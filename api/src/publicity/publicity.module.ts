import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { EventCardService } from './event-card.service.ts';
import { PublicityController } from './publicity.controller.ts';
import { PublicityRepository } from './publicity.repository.ts';
import { PublicityService } from './publicity.service.ts';

/** What may be made public about a person, and the card that tells a city. */
@Module({
  imports: [DefendersModule],
  controllers: [PublicityController],
  providers: [PublicityService, EventCardService, PublicityRepository],
})
export class PublicityModule {}
