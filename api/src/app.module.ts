import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { AccountsModule } from './accounts/accounts.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BoardModule } from './board/board.module.ts';
import { OwnActsModule } from './own-acts/own-acts.module.ts';
import { PlansModule } from './plans/plans.module.ts';
import { CapacityModule } from './capacity/capacity.module.ts';
import { CitiesModule } from './cities/cities.module.ts';
import { CityHomeModule } from './city-home/city-home.module.ts';
import { ContactModule } from './contact/contact.module.ts';
import { DefendersModule } from './defenders/defenders.module.ts';
import { DisclosureModule } from './disclosure/disclosure.module.ts';
import { ErasureModule } from './erasure/erasure.module.ts';
import { TransactionInterceptor } from './http/transaction.interceptor.ts';
import { IntegrityModule } from './integrity/integrity.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { MatchingModule } from './matching/matching.module.ts';
import { PersistenceModule } from './persistence/persistence.module.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { PublicityModule } from './publicity/publicity.module.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { RiskNotesModule } from './risk-notes/risk-notes.module.ts';
import { SessionsModule } from './sessions/sessions.module.ts';
import { StaysModule } from './stays/stays.module.ts';
import { TodayModule } from './today/today.module.ts';
import { VaultModule } from './vault/vault.module.ts';
import { WithholdingModule } from './withholding/withholding.module.ts';

/** The whole API; settings and clock come from whoever starts it (`create-app.ts`). The concerns first, then the verticals in the order of the main job. */
@Module({
  imports: [
    PersistenceModule,
    AuditModule,
    VaultModule,
    JobsModule,
    SessionsModule,
    AccountsModule,
    DefendersModule,
    DisclosureModule,
    RiskNotesModule,
    WithholdingModule,
    PublicityModule,
    ContactModule,
    CitiesModule,
    CapacityModule,
    TodayModule,
    MatchingModule,
    BoardModule,
    OwnActsModule,
    PlansModule,
    StaysModule,
    CityHomeModule,
    ErasureModule,
    RetentionModule,
    IntegrityModule,
    ReportsModule,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class AppModule {}
