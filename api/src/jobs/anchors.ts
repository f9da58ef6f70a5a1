import { appendFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { anchorLine } from '@shelter-city/vault/audit-anchor';
import { Clock } from '../config/clock.ts';
import { Environment } from '../config/environment.ts';
import { Vault } from '../vault/vault.ts';
import { AnchorsRepository } from './anchors.repository.ts';

/** Signs where the audit chain ends and writes it outside the database, since a chain alone can't see its tail cut off. */
@Injectable()
export class Anchors {
  private anchored = 0;

  constructor(
    private readonly chain: AnchorsRepository,
    private readonly vault: Vault,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** Writes an anchor when the chain has grown since this process wrote the last one. */
  async write(): Promise<void> {
    const head = await this.chain.head();
    if (head === null || head.position === this.anchored) return;
    const at = this.clock.now().toISOString();
    // One short line by O_APPEND: lines of several processes don't mix.
    appendFileSync(this.environment.anchorFile, anchorLine(this.vault.signer, { ...head, at }), {
      mode: 0o600,
      flush: true,
    });
    this.anchored = head.position;
  }
}
