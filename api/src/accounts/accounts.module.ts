import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AccountLinksController } from './account-links.controller.ts';
import { AccountLinksRepository } from './account-links.repository.ts';
import { AccountLinksService } from './account-links.service.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AccountsService } from './accounts.service.ts';
import { AdminCitiesController } from './admin-cities.controller.ts';
import { AdminCitiesRepository } from './admin-cities.repository.ts';
import { AdminCitiesService } from './admin-cities.service.ts';

@Module({
  imports: [SessionsModule],
  controllers: [AccountsController, AccountLinksController, AdminCitiesController],
  providers: [
    AccountsService,
    AccountsRepository,
    AccountLinksService,
    AccountLinksRepository,
    AdminCitiesService,
    AdminCitiesRepository,
  ],
})
export class AccountsModule {}
