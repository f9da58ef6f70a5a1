import { Injectable } from '@nestjs/common';
import type { Language, ColourTheme } from '@shelter-city/contract/vocabulary';
import { sampleSignIns, type SampleSignIn } from '@shelter-city/prisma/seed/sign-ins';
import { absoluteHours, idleMinutes } from '../access/session-cookie.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';

const forView = {
  id: true,
  displayName: true,
  email: true,
  role: true,
  riskCleared: true,
  language: true,
  theme: true,
  shortcuts: true,
  city: { select: { id: true, slug: true, name: true } },
} as const;

/** Accounts, their sessions, and the sample sign-ins of an installation with sample data. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What a sign-in, by the address that was typed, or a step-up, by the session's account, is checked against. */
  account(where: { readonly email: string } | { readonly id: string }) {
    return this.database.client.account.findUnique({
      where,
      select: {
        id: true,
        email: true,
        displayName: true,
        passwordHash: true,
        totpSealed: true,
        totpLastStep: true,
        disabledAt: true,
      },
    });
  }

  /** Uses a code's time step up; false when another sign-in was faster. */
  async useStep(accountId: string, step: number): Promise<boolean> {
    const { count } = await this.database.client.account.updateMany({
      where: { id: accountId, totpLastStep: { lt: step }, disabledAt: null },
      data: { totpLastStep: step },
    });
    return count === 1;
  }

  /** Opens a session by the database's clock, which is also the one that ends it. */
  async open(accountId: string, tokenHash: Buffer, device: string): Promise<string> {
    const [row] = await this.database.client.$queryRaw<{ id: string }[]>`
      INSERT INTO session (account_id, token_hash, device, expires_at)
      VALUES (${accountId}::uuid, ${tokenHash}, ${device}, now() + make_interval(hours => ${absoluteHours}::int)) RETURNING id`;
    if (!row) throw new Error('A session was not opened');
    return row.id;
  }

  /** Notes that who is there was shown again, and gives the session a new token; false when it has ended meanwhile. */
  async stepUp(sessionId: string, tokenHash: Buffer): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE session SET stepped_up_at = now(), token_hash = ${tokenHash} WHERE id = ${sessionId}::uuid AND ended_at IS NULL`;
    return changed === 1;
  }

  /** Gives the session a new token and nothing else; false when it has ended meanwhile. */
  async renew(sessionId: string, tokenHash: Buffer): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE session SET token_hash = ${tokenHash} WHERE id = ${sessionId}::uuid AND ended_at IS NULL`;
    return changed === 1;
  }

  /** Ends every session of an account but one. */
  async endOthers(accountId: string, sessionId: string): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE session SET ended_at = now() WHERE account_id = ${accountId}::uuid AND id <> ${sessionId}::uuid AND ended_at IS NULL`;
  }

  /** Puts another hash in place of the one that was looked at; false when that was changed meanwhile. */
  async changePassword(accountId: string, before: string, after: string): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE account SET password_hash = ${after} WHERE id = ${accountId}::uuid AND password_hash = ${before} AND disabled_at IS NULL`;
    return changed === 1;
  }

  /** Ends whatever session a token stands for. */
  async endByToken(tokenHash: Buffer): Promise<void> {
    await this.database.client.session.updateMany({
      where: { tokenHash: new Uint8Array(tokenHash), endedAt: null },
      data: { endedAt: this.clock.now() },
    });
  }

  /** Ends one of the asker's own sessions; false when there is no such session open. */
  async end(sessionId: string): Promise<boolean> {
    const { count } = await this.database.client.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** The asker's open sessions, the youngest first. */
  ownOpen(accountId: string) {
    return this.database.client.$queryRaw<
      { id: string; device: string; created_at: Date; last_seen_at: Date }[]
    >`
      SELECT id, device, created_at, last_seen_at FROM session
      WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND expires_at > now() AND last_seen_at > now() - make_interval(mins => ${idleMinutes}::int)
      ORDER BY created_at DESC`;
  }

  /** What a passkey is made out to. */
  nameOf(accountId: string) {
    return this.database.client.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { id: true, email: true, displayName: true },
    });
  }

  /** All that a session's view shows. */
  async forView(accountId: string, sessionId: string) {
    const [account, session, sampleData, passkeys, [ways]] = [
      await this.database.client.account.findUniqueOrThrow({
        where: { id: accountId },
        select: forView,
      }),
      await this.database.client.session.findUniqueOrThrow({
        where: { id: sessionId },
        select: { expiresAt: true },
      }),
      await this.holdsSampleData(),
      await this.database.client.passkey.count({ where: { accountId } }),
      await this.database.client.$queryRaw<
        { password: boolean }[]
      >`SELECT has_password(${accountId}::uuid) AS password`,
    ];
    const waysIn = { password: ways?.password === true, passkeys };
    return { account, expiresAt: session.expiresAt, sampleData, waysIn };
  }

  /** Sets the asker's preferences; those left out stay. */
  async prefer(
    accountId: string,
    {
      language,
      theme,
      shortcuts,
    }: {
      language?: Language | undefined;
      theme?: ColourTheme | undefined;
      shortcuts?: boolean | undefined;
    },
  ): Promise<void> {
    await this.database.client.account.updateMany({
      where: { id: accountId },
      data: {
        ...(language && { language }),
        ...(theme && { theme }),
        ...(shortcuts !== undefined && { shortcuts }),
      },
    });
  }

  /** Whether this installation holds sample data, and may show how to sign in. */
  async holdsSampleData(): Promise<boolean> {
    const setting = await this.database.client.setting.findUnique({
      where: { name: 'sample_data' },
      select: { value: true },
    });
    return setting?.value === true;
  }

  /** The sample sign-ins that exist here, each with the last time step that was used. */
  async sampleSignIns(): Promise<readonly (SampleSignIn & { readonly lastStep: number })[]> {
    const accounts = await this.database.client.account.findMany({
      where: { email: { in: sampleSignIns.map(({ email }) => email) }, disabledAt: null },
      select: { email: true, totpLastStep: true },
    });
    return sampleSignIns.flatMap((sample) =>
      accounts
        .filter(({ email }) => email === sample.email)
        .map(({ totpLastStep }) => ({ ...sample, lastStep: Number(totpLastStep) })),
    );
  }
}
