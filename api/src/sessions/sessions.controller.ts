import { Controller, Req, Res } from '@nestjs/common';
import { session } from '@shelter-city/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { sessionCookie } from '../access/session-cookie.ts';
import { Environment } from '../config/environment.ts';
import { currentSessionId } from '../http/request-context.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { deviceOf } from './device-of.ts';
import { networkOf } from './network-of.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';
import { StepUpService } from './step-up.service.ts';

/** Sign-in, sign-out and the own sessions. */
@Controller()
export class SessionsController {
  constructor(
    private readonly signIns: SignInService,
    private readonly stepUps: StepUpService,
    private readonly sessions: SessionsService,
    private readonly environment: Environment,
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
    const { secure } = this.environment;
    const { token, view } = await this.signIns.start(body, {
      network: networkOf(request.ip),
      device: deviceOf(request.headers['user-agent']),
      oldToken: request.cookies[sessionCookie(secure)],
    });
    reply.setCookie(sessionCookie(secure), token, this.cookie);
    return view;
  }

  @Route(session.show)
  show(@SignedIn() actor: Actor) {
    return this.sessions.show(actor);
  }

  @Route(session.end)
  async end(@Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.end(currentSessionId());
    this.forget(reply);
    return { done: true };
  }

  @Route(session.prove)
  async prove(
    @SignedIn() actor: Actor,
    @Input() { body }: InputOf<typeof session.prove>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, view } = await this.stepUps.byPassword(actor, body, networkOf(request.ip));
    reply.setCookie(sessionCookie(this.environment.secure), token, this.cookie);
    return view;
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
    if (await this.sessions.end(params.sessionId)) this.forget(reply);
    return { done: true };
  }

  private get cookie() {
    return {
      path: '/',
      httpOnly: true,
      secure: this.environment.secure,
      sameSite: 'strict',
    } as const;
  }

  private forget(reply: FastifyReply): void {
    reply.clearCookie(sessionCookie(this.environment.secure), this.cookie);
  }
}
