import { randomUUID } from 'node:crypto';
import type { PlaceFacts } from '@shelter-city/contract/cities';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';
import type { Sealed } from '../vault/vault.ts';

/** Where a place lies and which version of its address was sealed last. */
export type SealedAddress = Sealed & { readonly version: number };

/** Writes places, and reads and writes their sealed addresses. */
@Injectable()
export class PlacesRepository {
  constructor(private readonly database: Database) {}

  async cityOf(placeId: string): Promise<string | null> {
    const place = await this.database.client.place.findUnique({ where: { id: placeId }, select: { cityId: true } });
    return place?.cityId ?? null;
  }

  /** Whoever comes second waits here, so that two first addresses of one place don't meet. */
  async lock(placeId: string): Promise<void> {
    await this.database.client.$queryRaw`SELECT id FROM place WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`;
  }

  async isLabelTaken(cityId: string, label: string, exceptPlaceId: string | null): Promise<boolean> {
    const other = await this.database.client.place.findUnique({ where: { cityId_label: { cityId, label } }, select: { id: true } });
    return other !== null && other.id !== exceptPlaceId;
  }

  async create(cityId: string, facts: PlaceFacts): Promise<string> {
    const id = randomUUID();
    await this.database.client.place.create({ data: { id, cityId, ...facts }, select: { id: true } });
    return id;
  }

  /** Writes the facts if the version is still the one given; whether it was. */
  async update(id: string, version: number, facts: PlaceFacts): Promise<boolean> {
    const { count } = await this.database.client.place.updateMany({ where: { id, version }, data: { ...facts, version: { increment: 1 } } });
    return count === 1;
  }

  async address(placeId: string): Promise<SealedAddress | null> {
    return this.database.client.sealedCompartment.findUnique({
      where: { placeId_compartment: { placeId, compartment: 'ADDRESS' } },
      select: { sealed: true, dataKeyId: true, version: true },
    });
  }

  async writeAddress(placeId: string, cityId: string, { sealed, dataKeyId, version }: SealedAddress): Promise<void> {
    const bytes = Buffer.from(sealed);
    await this.database.client.sealedCompartment.upsert({
      where: { placeId_compartment: { placeId, compartment: 'ADDRESS' } },
      create: { placeId, cityId, compartment: 'ADDRESS', dataKeyId, sealed: bytes, version },
      update: { sealed: bytes, version },
      select: { id: true },
    });
  }
}
