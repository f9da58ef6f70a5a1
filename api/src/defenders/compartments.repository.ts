import type { DefenderCompartment } from '@shelter-city/contract/defender-content';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import type { Sealed } from '../vault/vault.ts';

/** A sealed compartment as it lies there. */
export type StoredCompartment = Sealed & { readonly version: number };

/** The sealed compartments of defenders. */
@Injectable()
export class CompartmentsRepository {
  constructor(private readonly database: Database) {}

  find(defenderId: string, compartment: DefenderCompartment): Promise<StoredCompartment | null> {
    return this.database.client.sealedCompartment.findUnique({
      where: { defenderId_compartment: { defenderId, compartment } },
      select: { sealed: true, dataKeyId: true, version: true },
    });
  }

  /** Writes a compartment that wasn't there; false when somebody was faster. */
  async insert(
    defenderId: string,
    compartment: DefenderCompartment,
    { sealed, dataKeyId }: Sealed,
  ): Promise<boolean> {
    const { count } = await this.database.client.sealedCompartment.createMany({
      data: [{ defenderId, compartment, dataKeyId, sealed: Buffer.from(sealed), version: 1 }],
      skipDuplicates: true,
    });
    return count > 0;
  }

  /** Replaces a compartment that is still at `version`, under the next one; false when it isn't. */
  async replace(
    defenderId: string,
    compartment: DefenderCompartment,
    version: number,
    { sealed }: Sealed,
  ): Promise<boolean> {
    const { count } = await this.database.client.sealedCompartment.updateMany({
      where: { defenderId, compartment, version },
      data: { sealed: Buffer.from(sealed), version: version + 1 },
    });
    return count > 0;
  }
}
