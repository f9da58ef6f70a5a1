import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** What a link opens. */
export type OpenLink = {
  readonly account_id: string;
  readonly purpose: 'INVITE' | 'RESET';
  readonly email: string;
  readonly display_name: string;
};

/** Uses links up and sets what opens an account. Works inside the gate's transaction. */
@Injectable()
export class AccountLinksRepository {
  constructor(private readonly database: Database) {}

  /** What a token opens now; null when nothing. */
  async open(tokenHash: Buffer): Promise<OpenLink | null> {
    const [row] = await this.database.client.$queryRaw<OpenLink[]>`
      SELECT l.account_id, l.purpose, a.email, a.display_name FROM account_link l JOIN account a ON a.id = l.account_id
      WHERE l.token_hash = ${tokenHash} AND l.used_at IS NULL AND l.expires_at > now() AND a.disabled_at IS NULL`;
    return row ?? null;
  }

  /** Uses it up; false when somebody else was faster. */
  async use(tokenHash: Buffer): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE account_link SET used_at = now() WHERE token_hash = ${tokenHash} AND used_at IS NULL AND expires_at > now()`;
    return changed === 1;
  }

  /** What opened the account before opens it no more, nor does any session of before. */
  async forgetOldWays(
    accountId: string,
    kept: { readonly passkeyId: string | null },
  ): Promise<void> {
    const { client } = this.database;
    await client.$executeRaw`DELETE FROM passkey WHERE account_id = ${accountId}::uuid AND id IS DISTINCT FROM ${kept.passkeyId}::uuid`;
    if (kept.passkeyId !== null)
      await client.$executeRaw`UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = ${accountId}::uuid`;
    await client.$executeRaw`UPDATE session SET ended_at = now() WHERE account_id = ${accountId}::uuid AND ended_at IS NULL`;
  }

  /** Sets password and authenticator, with the code's step used up. */
  async setPassword(
    accountId: string,
    {
      hash,
      totpSealed,
      step,
    }: { readonly hash: string; readonly totpSealed: Uint8Array; readonly step: number },
  ): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE account SET password_hash = ${hash}, totp_sealed = ${Buffer.from(totpSealed)}, totp_last_step = ${step}::bigint WHERE id = ${accountId}::uuid`;
  }
}
