import { Module } from '@nestjs/common';
import { BrowserOf } from './browser-of.ts';
import { Challenges } from './challenges.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { PasskeyCheck } from './passkey-check.ts';
import { PasskeySignInService } from './passkey-sign-in.service.ts';
import { PasskeysController } from './passkeys.controller.ts';
import { PasskeysRepository } from './passkeys.repository.ts';
import { PasskeysService } from './passkeys.service.ts';
import { PasswordCheck } from './password-check.ts';
import { SessionOpening } from './session-opening.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInDelaysRepository } from './sign-in-delays.repository.ts';
import { SignInService } from './sign-in.service.ts';
import { StepUpService } from './step-up.service.ts';

@Module({
  controllers: [SessionsController, PasskeysController],
  providers: [
    SessionsService,
    SignInService,
    StepUpService,
    OwnPasswordService,
    PasswordCheck,
    SessionOpening,
    BrowserOf,
    Challenges,
    PasskeyCheck,
    PasskeysRepository,
    PasskeysService,
    PasskeySignInService,
    SessionsRepository,
    SignInDelaysRepository,
  ],
  exports: [
    BrowserOf,
    PasskeyCheck,
    PasskeysRepository,
    PasswordCheck,
    SessionOpening,
    SignInDelaysRepository,
  ],
})
export class SessionsModule {}
