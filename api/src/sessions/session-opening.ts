import { Injectable } from '@nestjs/common';
import type { SessionView } from '@shelter-city/contract/session';
import { hashOfToken, newToken } from './session-token.ts';
import { presentSession } from './session.presenter.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** From where somebody signs in. */
export type Origin = {
  readonly network: string;
  readonly device: string;
  readonly oldToken: string | undefined;
};

/** A session with the token that its browser keeps. */
export type OpenedSession = { readonly token: string; readonly view: SessionView };

/** Opens sessions and renews their tokens, once somebody has shown who they are. Works inside the gate's transaction. */
@Injectable()
export class SessionOpening {
  constructor(private readonly sessions: SessionsRepository) {}

  /** A fresh session; the one that the browser had before ends. */
  async open(accountId: string, { device, oldToken }: Origin): Promise<OpenedSession> {
    if (oldToken !== undefined) await this.sessions.endByToken(hashOfToken(oldToken));
    const token = newToken();
    const sessionId = await this.sessions.open(accountId, hashOfToken(token), device);
    return { token, view: presentSession(await this.sessions.forView(accountId, sessionId)) };
  }

  /** The same session under a new token, without a proof; null when it has ended meanwhile. */
  async renew(accountId: string, sessionId: string): Promise<OpenedSession | null> {
    const token = newToken();
    if (!(await this.sessions.renew(sessionId, hashOfToken(token)))) return null;
    return { token, view: presentSession(await this.sessions.forView(accountId, sessionId)) };
  }

  /** The same session under a new token, proved now; null when it has ended meanwhile. */
  async prove(accountId: string, sessionId: string): Promise<OpenedSession | null> {
    const token = newToken();
    if (!(await this.sessions.stepUp(sessionId, hashOfToken(token)))) return null;
    return { token, view: presentSession(await this.sessions.forView(accountId, sessionId)) };
  }
}
