import { Controller, Req, Res } from '@nestjs/common';
import { session } from '@shelter-city/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { currentSessionId } from '../http/request-context.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { BrowserOf } from './browser-of.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { StepUpService } from './step-up.service.ts';

/** Sign-in, sign-out and the own sessions. */
@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly stepUps: StepUpService,
    private readonly ownPasswords: OwnPasswordService,
    private readonly sessions: SessionsService,
    private readonly browsers: BrowserOf,
  ) {}

  @Route(session.welcome)
  welcome() {
    return this.signIns.welcome();
  }

  @Route(session.start)
  async start(
    @Input() { body }: InputOf<typeof session.start>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.signIns.start(body, this.browsers.origin(request));
    return this.browsers.keep(reply, opened);
  }

  @Route(session.show)
  show(@SignedIn() actor: Actor) {
    return this.sessions.show(actor);
  }

  @Route(session.end)
  async end(@Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(currentSessionId());
    this.browsers.forget(reply);
    return { done: true };
  }

  @Route(session.prove)
  async prove(
    @SignedIn() actor: Actor,
    @Input() { body }: InputOf<typeof session.prove>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { network } = this.browsers.origin(request);
    return this.browsers.keep(reply, await this.stepUps.byPassword(actor, body, network));
  }

  @Route(session.changePassword)
  async changePassword(
    @SignedIn() actor: Actor,
    @Input() { body }: InputOf<typeof session.changePassword>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { network } = this.browsers.origin(request);
    return this.browsers.keep(reply, await this.ownPasswords.change(actor, body, network));
  }

  @Route(session.prefer)
  prefer(@SignedIn() actor: Actor, @Input() { body }: InputOf<typeof session.prefer>) {
    return this.sessions.prefer(actor, body);
  }

  @Route(session.list)
  list(@SignedIn() actor: Actor) {
    return this.sessions.list(actor);
  }

  @Route(session.endOther)
  async endOther(
    @Input() { params }: InputOf<typeof session.endOther>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (await this.sessions.end(params.sessionId)) this.browsers.forget(reply);
    return { done: true };
  }
}
