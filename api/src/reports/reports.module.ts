import { Module } from '@nestjs/common';
import { CityCountsController } from './city-counts.controller.ts';
import { CityCountsService } from './city-counts.service.ts';
import { CountsRepository } from './counts.repository.ts';
import { ExportsRepository } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsService } from './reports.service.ts';

@Module({ controllers: [ReportsController, CityCountsController], providers: [ReportsService, CityCountsService, ExportsService, CountsRepository, ExportsRepository] })
export class ReportsModule {}
