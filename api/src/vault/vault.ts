import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { keyRingOfFile, type KeyRing, type Signer } from '@shelter-city/vault/key-ring';
import { newDataKey, openJson, sealJson } from '@shelter-city/vault/seal';
import { openTotp, sealTotp } from '@shelter-city/vault/totp-seal';
import { Environment } from '../config/environment.ts';
import { Database } from '../persistence/database.ts';

/** Sealed bytes with the data key that opens them. */
export type Sealed = { readonly sealed: Uint8Array; readonly dataKeyId: string };

/** Sealed bytes with the name of the ring's key that theirs is derived from. */
export type Short = { readonly sealed: Uint8Array; readonly ringKeyId: string };

/** Seals and opens, with one data key per owner and compartment. The audit row of an opening is the caller's to write first. */
@Injectable()
export class Vault {
  private readonly ring: KeyRing;

  constructor(
    environment: Environment,
    private readonly database: Database,
  ) {
    this.ring = keyRingOfFile(environment.keyFile);
  }

  /** Seals `value` under the data key named, or under a fresh one. */
  async seal(value: unknown, binding: string, dataKeyId: string | null): Promise<Sealed> {
    if (dataKeyId !== null)
      return { sealed: sealJson(await this.dataKey(dataKeyId), value, binding), dataKeyId };
    const key = newDataKey();
    const { wrapped, ringKeyId } = this.ring.wrap(key);
    // By SQL: whoever may make a key need not be able to read it back before a compartment names it.
    const id = randomUUID();
    await this.database.client
      .$executeRaw`INSERT INTO vault.data_key (id, wrapped, ring_key_id) VALUES (${id}::uuid, ${Buffer.from(wrapped)}, ${ringKeyId})`;
    return { sealed: sealJson(key, value, binding), dataKeyId: id };
  }

  /** Opens a sealed value; its shape is the caller's to check. */
  async open({ sealed, dataKeyId }: Sealed, binding: string): Promise<unknown> {
    return openJson(await this.dataKey(dataKeyId), sealed, binding);
  }

  /** An account's TOTP secret, sealed. */
  sealTotp(accountId: string, secret: string): Uint8Array {
    return sealTotp(this.ring, accountId, secret);
  }

  /** The TOTP secret of an account. */
  openTotp(accountId: string, sealed: Uint8Array): string {
    return openTotp(this.ring, accountId, sealed);
  }

  /** A key for another purpose than sealing, the same in every process of this installation. */
  derive(purpose: string): Uint8Array {
    return this.ring.derive(purpose);
  }

  /** Seals what is kept for a short while under a key that the ring derives for its purpose. */
  sealFor(purpose: string, value: unknown, binding: string): Short {
    const ringKeyId = this.ring.current();
    return { sealed: sealJson(this.ring.derive(purpose, ringKeyId), value, binding), ringKeyId };
  }

  /** Opens what {@link sealFor} sealed. */
  openFor(purpose: string, { sealed, ringKeyId }: Short, binding: string): unknown {
    return openJson(this.ring.derive(purpose, ringKeyId), sealed, binding);
  }

  /** A fingerprint that only who holds the ring can make: by the key named, or the current one. */
  fingerprint(purpose: string, text: string, ringKeyId = this.ring.current()): Buffer {
    return createHmac('sha256', this.ring.derive(purpose, ringKeyId)).update(text).digest();
  }

  /** Signs with the installation's own key. */
  get signer(): Signer {
    return this.ring;
  }

  private async dataKey(id: string): Promise<Uint8Array> {
    const { wrapped, ringKeyId } = await this.database.client.dataKey.findUniqueOrThrow({
      where: { id },
      select: { wrapped: true, ringKeyId: true },
    });
    return this.ring.unwrap({ wrapped, ringKeyId });
  }
}
