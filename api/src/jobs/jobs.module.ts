import { Module } from '@nestjs/common';
import { TimedWork } from './timed-work.ts';
import { TimedWorkRepository } from './timed-work.repository.ts';

@Module({ providers: [TimedWork, TimedWorkRepository] })
export class JobsModule {}
