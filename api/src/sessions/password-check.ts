import { Injectable } from '@nestjs/common';
import { isPassword } from '@shelter-city/vault/password';
import { newTotpSecret, stepOfCode } from '@shelter-city/vault/totp';
import { Clock } from '../config/clock.ts';
import { Vault } from '../vault/vault.ts';
import { atMost } from './at-most.ts';
import type { SessionsRepository } from './sessions.repository.ts';

/** Nobody's password, at the cost of everybody's: an account that isn't there is looked at for just as long. */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$np2Jhs6ywo/iBscZb+b/0Q$sRIGETys79a9aBMWfxdrYfwWMh4niWaDhIQFHJzLPh4';

type Account = Awaited<ReturnType<SessionsRepository['account']>>;
/** What was wrong, for the audit log alone; or the code's time step, which has to be used up. */
type Verdict =
  { readonly wrong: string; readonly step: null } | { readonly wrong: null; readonly step: number };

/** Whether a password and an authenticator's code are an account's. */
@Injectable()
export class PasswordCheck {
  /** Argon2 takes 64 MiB each time: two at once leave room for everything else. */
  private readonly limited = atMost(2, 30);
  private readonly nobodysSecret = newTotpSecret();

  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Runs work that costs as much, a few at a time. */
  atATime<T>(work: () => Promise<T>): Promise<T> {
    return this.limited(work);
  }

  /** Whether it is the account's password. One without a password is looked at for just as long. */
  knows(account: Account, password: string): Promise<boolean> {
    return this.limited(() => isPassword(account?.passwordHash ?? nobodysHash, password));
  }

  /** Looks at everything for everyone, so that the time says nothing about which part was wrong. */
  async look(
    account: Account,
    { password, code }: { readonly password: string; readonly code: string },
  ): Promise<Verdict> {
    const isRight = await this.knows(account, password);
    // Whoever has passkeys alone is looked at as nobody is.
    const secret = account?.totpSealed
      ? this.vault.openTotp(account.id, account.totpSealed)
      : this.nobodysSecret;
    const step = stepOfCode(secret, code, this.clock.seconds(), Number(account?.totpLastStep ?? 0));
    if (!account) return { wrong: 'unknown account', step: null };
    if (account.disabledAt) return { wrong: 'disabled', step: null };
    if (!account.totpSealed) return { wrong: 'no password', step: null };
    if (!isRight) return { wrong: 'wrong password', step: null };
    return step === null ? { wrong: 'wrong code', step } : { wrong: null, step };
  }
}
