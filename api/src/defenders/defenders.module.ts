import { Module } from '@nestjs/common';
import { DefendersService } from './defenders.service.ts';
import { MatchFactsRepository } from './match-facts.repository.ts';

@Module({
  providers: [DefendersService, MatchFactsRepository],
  exports: [DefendersService],
})
export class DefendersModule {}
