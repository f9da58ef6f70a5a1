import { Module } from '@nestjs/common';
import { PasswordCheck } from './password-check.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInDelaysRepository } from './sign-in-delays.repository.ts';
import { SignInService } from './sign-in.service.ts';
import { StepUpService } from './step-up.service.ts';

@Module({
  controllers: [SessionsController],
  providers: [
    SessionsService,
    SignInService,
    StepUpService,
    PasswordCheck,
    SessionsRepository,
    SignInDelaysRepository,
  ],
})
export class SessionsModule {}
