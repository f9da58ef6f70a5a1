import { Module } from '@nestjs/common';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInDelaysRepository } from './sign-in-delays.repository.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  controllers: [SessionsController],
  providers: [SessionsService, SignInService, SessionsRepository, SignInDelaysRepository],
})
export class SessionsModule {}
