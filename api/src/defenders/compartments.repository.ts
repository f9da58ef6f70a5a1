import type { DefenderCompartment } from '@shelter-city/contract/defender-content';
import type { AgeBand, CityPart } from '@shelter-city/domain/disclosure/city-parts';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import type { Sealed } from '../vault/vault.ts';

/** A sealed compartment as it lies there. */
export type StoredCompartment = Sealed & { readonly version: number };

/** What is sealed of a defender: a compartment, or the part of one that may be opened to a city. */
export type SealedThing = DefenderCompartment | CityPart;

/** The sealed compartments of defenders. */
@Injectable()
export class CompartmentsRepository {
  constructor(private readonly database: Database) {}

  find(defenderId: string, compartment: SealedThing): Promise<StoredCompartment | null> {
    return this.database.client.sealedCompartment.findUnique({
      where: { defenderId_compartment: { defenderId, compartment } },
      select: { sealed: true, dataKeyId: true, version: true },
    });
  }

  /** Writes a compartment that wasn't there; false when somebody was faster. */
  async insert(
    defenderId: string,
    compartment: SealedThing,
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
    compartment: SealedThing,
    version: number,
    { sealed }: Sealed,
  ): Promise<boolean> {
    const { count } = await this.database.client.sealedCompartment.updateMany({
      where: { defenderId, compartment, version },
      data: { sealed: Buffer.from(sealed), version: version + 1 },
    });
    return count > 0;
  }

  /** Those who come along, as a city may know them. */
  async setCompanions(id: string, companions: readonly AgeBand[]): Promise<void> {
    await this.database.client.defender.updateMany({ where: { id }, data: { companions: [...companions] } });
  }
}
