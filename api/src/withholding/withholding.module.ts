import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { WithholdingController } from './withholding.controller.ts';
import { WithholdingRepository } from './withholding.repository.ts';
import { WithholdingService } from './withholding.service.ts';

/** "Do not share with": the cities and people from whom a defender is kept. */
@Module({
  imports: [DefendersModule],
  controllers: [WithholdingController],
  providers: [WithholdingService, WithholdingRepository],
})
export class WithholdingModule {}
