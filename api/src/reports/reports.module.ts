import { Module } from '@nestjs/common';
import { CountsRepository } from './counts.repository.ts';
import { ExportsRepository } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsService } from './reports.service.ts';

@Module({ controllers: [ReportsController], providers: [ReportsService, ExportsService, CountsRepository, ExportsRepository] })
export class ReportsModule {}
