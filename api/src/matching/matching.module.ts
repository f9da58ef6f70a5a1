import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { MatchWorldRepository } from './match-world.repository.ts';
import { MatchingController } from './matching.controller.ts';
import { MatchingService } from './matching.service.ts';

@Module({
  imports: [DefendersModule],
  controllers: [MatchingController],
  providers: [MatchingService, MatchWorldRepository],
  exports: [MatchingService],
})
export class MatchingModule {}
