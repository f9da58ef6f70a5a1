import { Module } from '@nestjs/common';
import { DefendersModule } from '../defenders/defenders.module.ts';
import { ContactController } from './contact.controller.ts';
import { ContactRepository } from './contact.repository.ts';
import { ContactService } from './contact.service.ts';

/** How a person may be reached, and who tried. */
@Module({
  imports: [DefendersModule],
  controllers: [ContactController],
  providers: [ContactService, ContactRepository],
})
export class ContactModule {}
