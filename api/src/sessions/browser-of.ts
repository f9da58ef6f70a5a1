import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from '../access/session-cookie.ts';
import { Environment } from '../config/environment.ts';
import { deviceOf } from './device-of.ts';
import { networkOf } from './network-of.ts';
import type { OpenedSession, Origin } from './session-opening.ts';

/** What a request says of its browser, and the cookie that a browser keeps its session in. */
@Injectable()
export class BrowserOf {
  constructor(private readonly environment: Environment) {}

  /** From where a request comes. */
  origin(request: FastifyRequest): Origin {
    return {
      network: networkOf(request.ip),
      device: deviceOf(request.headers['user-agent']),
      oldToken: request.cookies[this.name],
    };
  }

  /** Gives the browser its session's token; answers what it may see of the session. */
  keep(reply: FastifyReply, { token, view }: OpenedSession): OpenedSession['view'] {
    reply.setCookie(this.name, token, this.attributes);
    return view;
  }

  /** Takes the token away. */
  forget(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes);
  }

  private get name(): string {
    return sessionCookie(this.environment.secure);
  }

  private get attributes() {
    return {
      path: '/',
      httpOnly: true,
      secure: this.environment.secure,
      sameSite: 'strict',
    } as const;
  }
}
