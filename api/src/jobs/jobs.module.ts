import { Module } from '@nestjs/common';
import { Anchors } from './anchors.ts';
import { AnchorsRepository } from './anchors.repository.ts';
import { TimedWork } from './timed-work.ts';
import { TimedWorkRepository } from './timed-work.repository.ts';

@Module({ providers: [Anchors, AnchorsRepository, TimedWork, TimedWorkRepository] })
export class JobsModule {}
