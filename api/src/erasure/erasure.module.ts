import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { RetentionModule } from '../retention/retention.module.ts';
import { ErasureController } from './erasure.controller.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { ErasureService } from './erasure.service.ts';
import { RetentionWork } from './retention-work.service.ts';

/** Erasing persons, on request and when their time is over. */
@Module({
  imports: [DefendersModule, RetentionModule],
  controllers: [ErasureController],
  providers: [ErasureService, ErasureRepository, RetentionWork],
  exports: [RetentionWork],
})
export class ErasureModule {}
