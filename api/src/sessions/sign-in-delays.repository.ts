import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { Vault } from '../vault/vault.ts';
import { mostFailures, waitAfter, type Counted } from './sign-in-wait.ts';

/** Who is counted: neither the address typed nor the network's is ever written down, only a keyed hash of it. */
export type Bucket = { readonly counted: Counted; readonly name: string };

/** Counts failed sign-ins. Works inside the gate's transaction. */
@Injectable()
export class SignInDelaysRepository {
  private readonly key: Uint8Array;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    vault: Vault,
  ) {
    this.key = vault.derive('sign-in-delay');
  }

  /**
   * Counts an attempt as failed before it is looked at, so that many at once can't all slip through.
   *
   * Units   answers the seconds to wait before the next try; 0 when this one may go on.
   */
  private async begin({ counted, name }: Bucket): Promise<number> {
    const now = this.clock.now();
    const bucket = this.hash({ counted, name });
    const waits = Array.from({ length: mostFailures }, (_, index) => waitAfter(counted, index + 1));
    // After an hour of peace the count begins anew. The row's lock makes attempts at once go one by one.
    const [row] = await this.database.client.$queryRaw<{ failures: number }[]>`
      INSERT INTO sign_in_delay AS d (bucket, failures, not_before)
      VALUES (${bucket}, 1, ${now}::timestamptz + make_interval(secs => (${waits}::float8[])[1]))
      ON CONFLICT (bucket) DO UPDATE SET
        failures = CASE WHEN d.not_before < ${now}::timestamptz - interval '1 hour' THEN 1 ELSE least(d.failures + 1, ${mostFailures}::int) END,
        not_before = ${now}::timestamptz + make_interval(secs => (${waits}::float8[])[
          CASE WHEN d.not_before < ${now}::timestamptz - interval '1 hour' THEN 1 ELSE least(d.failures + 1, ${mostFailures}::int) END])
      WHERE d.not_before <= ${now}::timestamptz
      RETURNING failures`;
    if (row) return 0;
    const found = await this.database.client.signInDelay.findUnique({
      where: { bucket },
      select: { notBefore: true },
    });
    return found ? Math.max(1, Math.ceil((found.notBefore.getTime() - now.getTime()) / 1000)) : 0;
  }

  /**
   * Begins an attempt in each of these.
   *
   * Errors  `sign-in-too-soon` with the seconds to wait.
   */
  async refuseTooSoon(buckets: readonly Bucket[]): Promise<void> {
    for (const bucket of buckets) {
      const seconds = await this.begin(bucket);
      if (seconds > 0) throw new Problem('sign-in-too-soon', { params: { seconds } });
    }
  }

  /** The attempt was no failure: the account begins anew, its network loses only the one count. */
  async forgive(account: Bucket, network: Bucket): Promise<void> {
    await this.database.client.signInDelay.deleteMany({ where: { bucket: this.hash(account) } });
    await this.forgiveOne(network);
  }

  /** The attempt was no failure: the bucket loses the one count. */
  async forgiveOne(bucket: Bucket): Promise<void> {
    await this.database.client.signInDelay.updateMany({
      where: { bucket: this.hash(bucket), failures: { gt: 0 } },
      data: { failures: { decrement: 1 }, notBefore: this.clock.now() },
    });
  }

  private hash({ counted, name }: Bucket): Buffer<ArrayBuffer> {
    return Buffer.from(createHmac('sha256', this.key).update(`${counted}/${name}`).digest());
  }
}
