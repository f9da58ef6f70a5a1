import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** A passkey as it is checked against. */
export type PasskeyRecord = {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: bigint;
  readonly transports: readonly string[];
};

const bytesOf = (base64url: string): Buffer<ArrayBuffer> =>
  Buffer.from(Buffer.from(base64url, 'base64url'));

/** Reads and writes passkeys: at the gate to check and register, as their owner to list, name and remove. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: Database) {}

  /** The passkey of a credential, with whose it is. */
  byCredential(credentialId: string) {
    return this.database.client.passkey.findUnique({
      where: { credentialId: bytesOf(credentialId) },
      select: {
        id: true,
        accountId: true,
        credentialId: true,
        publicKey: true,
        counter: true,
        transports: true,
        account: { select: { email: true, disabledAt: true } },
      },
    });
  }

  /** The credentials of an account, so that a device isn't registered twice. */
  async credentialsOf(accountId: string): Promise<readonly string[]> {
    const rows = await this.database.client.passkey.findMany({
      where: { accountId },
      select: { credentialId: true },
    });
    return rows.map(({ credentialId }) => Buffer.from(credentialId).toString('base64url'));
  }

  /** Notes a use. A counter that doesn't grow though it did before says that the key was copied: false. */
  async use(id: string, counter: number): Promise<boolean> {
    const changed = await this.database.client.$executeRaw`
      UPDATE passkey SET counter = ${counter}::bigint, last_used_at = now()
      WHERE id = ${id}::uuid AND (counter < ${counter}::bigint OR (counter = 0 AND ${counter}::bigint = 0))`;
    return changed === 1;
  }

  /** Registers a passkey. */
  async add(
    accountId: string,
    name: string,
    credential: Pick<PasskeyRecord, 'publicKey' | 'transports'> & {
      readonly id: string;
      readonly counter: number;
    },
  ): Promise<string> {
    const { id } = await this.database.client.passkey.create({
      data: {
        accountId,
        name,
        credentialId: bytesOf(credential.id),
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: [...credential.transports],
      },
      select: { id: true },
    });
    return id;
  }

  /** An account's passkeys, the oldest first. */
  of(accountId: string) {
    return this.database.client.passkey.findMany({
      where: { accountId },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  }

  /** Renames one of the asker's own; false when there is no such key. */
  async rename(id: string, name: string): Promise<boolean> {
    const { count } = await this.database.client.passkey.updateMany({
      where: { id },
      data: { name },
    });
    return count === 1;
  }

  /** Removes one of the asker's own; false when there is no such key. The database keeps the last way in. */
  async remove(id: string): Promise<boolean> {
    const { count } = await this.database.client.passkey.deleteMany({ where: { id } });
    return count === 1;
  }
}
