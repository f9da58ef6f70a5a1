import { Module } from '@nestjs/common';
import { ErasureModule } from '../erasure/erasure.module.ts';
import { Anchors } from './anchors.ts';
import { AnchorsRepository } from './anchors.repository.ts';
import { TimedWork } from './timed-work.ts';
import { TimedWorkRepository } from './timed-work.repository.ts';

@Module({
  imports: [ErasureModule],
  providers: [Anchors, AnchorsRepository, TimedWork, TimedWorkRepository],
})
export class JobsModule {}
