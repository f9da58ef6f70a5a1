import { Module } from '@nestjs/common';
import { CitiesModule } from '../cities/cities.module.ts';
import { CapacityController } from './capacity.controller.ts';
import { CapacityRepository } from './capacity.repository.ts';
import { CapacityService } from './capacity.service.ts';
import { BlockedDaysService } from './blocked-days.service.ts';
import { CapacityWindowService } from './capacity-window.service.ts';
import { CapacityWindowRepository } from './capacity-window.repository.ts';

@Module({
  imports: [CitiesModule],
  controllers: [CapacityController],
  providers: [CapacityService, BlockedDaysService, CapacityWindowService, CapacityRepository, CapacityWindowRepository],
})
export class CapacityModule {}
