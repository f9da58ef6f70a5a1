import { Module } from '@nestjs/common';
import { QueueRepository } from './queue.repository.ts';
import { TodayController } from './today.controller.ts';
import { TodayService } from './today.service.ts';

@Module({ controllers: [TodayController], providers: [TodayService, QueueRepository] })
export class TodayModule {}
