import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.ts';
import { RetentionRepository } from './retention.repository.ts';
import { RetentionService } from './retention.service.ts';

/** How long what is kept, as the organisation set it. */
@Module({
  controllers: [RetentionController],
  providers: [RetentionService, RetentionRepository],
  exports: [RetentionService],
})
export class RetentionModule {}
