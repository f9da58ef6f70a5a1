import type { Action } from '@shelter-city/contract/actions';
import type { PlaceFacts } from '@shelter-city/contract/cities';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import type { CityRecord } from './cities.repository.ts';
import { CitiesService } from './cities.service.ts';
import { PlacesRepository } from './places.repository.ts';

/** What is done with the places of a city and their addresses, in the transaction that is open. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly cities: CitiesService,
    private readonly places: PlacesRepository,
    private readonly vault: Vault,
    private readonly events: EventLog,
    private readonly audit: AuditLog,
  ) {}

  async add(actor: Actor, slug: string, facts: PlaceFacts): Promise<CityRecord> {
    const { id: cityId } = await this.cities.inReach(actor, 'place:write', { slug });
    await this.refuseTakenLabel(cityId, facts.label, null);
    const placeId = await this.places.create(cityId, facts);
    await this.events.append({ subject: 'PLACE', subjectId: placeId, cityId, verb: 'ADDED' });
    return this.cities.inReach(actor, 'city:read', { id: cityId });
  }

  async update(actor: Actor, placeId: string, { version, facts }: { readonly version: number; readonly facts: PlaceFacts }): Promise<CityRecord> {
    const { id: cityId } = await this.cityOfPlace(actor, 'place:write', placeId);
    await this.refuseTakenLabel(cityId, facts.label, placeId);
    if (!(await this.places.update(placeId, version, facts))) throw await this.cities.changedMeanwhile(actor, cityId);
    await this.events.append({ subject: 'PLACE', subjectId: placeId, cityId, verb: 'FACTS_CHANGED' });
    return this.cities.inReach(actor, 'city:read', { id: cityId });
  }

  /** Seals the address over the version that was seen, 0 for the first one. */
  async sealAddress(actor: Actor, placeId: string, { version: seen, address }: { readonly version: number; readonly address: string }): Promise<CityRecord> {
    const { id: cityId } = await this.cityOfPlace(actor, 'place:write', placeId);
    await this.places.lock(placeId);
    const before = await this.places.address(placeId);
    if ((before?.version ?? 0) !== seen) throw await this.cities.changedMeanwhile(actor, cityId);
    const version = seen + 1;
    const sealed = await this.vault.seal(address, bindings.compartment(placeId, 'ADDRESS', version), before?.dataKeyId ?? null);
    await this.places.writeAddress(placeId, cityId, { ...sealed, version });
    await this.audit.append({ action: 'place:seal-address', objectKind: 'PLACE', objectId: placeId, defenderId: null, result: 'DONE', fields: ['address'] });
    await this.events.append({ subject: 'PLACE', subjectId: placeId, cityId, verb: 'ADDRESS_SEALED' });
    return this.cities.inReach(actor, 'city:read', { id: cityId });
  }

  /** Opens the address. The audit row is written first and in the same transaction: without it nothing is shown. */
  async revealAddress(actor: Actor, placeId: string, reason: string): Promise<{ address: string; secondsShown: number }> {
    await this.cityOfPlace(actor, 'place:reveal-address', placeId);
    const address = await this.places.address(placeId);
    const act = { action: 'place:reveal-address', objectKind: 'PLACE', objectId: placeId, defenderId: null, reason, fields: ['address'] } as const;
    if (!address) {
      this.audit.note({ ...act, result: 'REFUSED' });
      throw new Problem('nothing-sealed');
    }
    await this.audit.append({ ...act, result: 'DONE' });
    const opened = await this.vault.open(address, bindings.compartment(placeId, 'ADDRESS', address.version));
    return { address: String(opened), secondsShown };
  }

  /**
   * The city of a place that the actor may do this to, in the transaction that is open.
   *
   * Errors  `not-found` for a place that isn't there, has a malformed id or lies outside the actor's reach.
   */
  async cityOfPlace(actor: Actor, action: Action, placeId: string): Promise<CityRecord> {
    const cityId = namesAnId(placeId) ? await this.places.cityOf(placeId) : null;
    if (cityId === null) throw new Problem('not-found');
    return this.cities.inReach(actor, action, { id: cityId });
  }

  private async refuseTakenLabel(cityId: string, label: string, placeId: string | null): Promise<void> {
    if (await this.places.isLabelTaken(cityId, label, placeId)) {
      throw new Problem('label-taken', { errors: [{ pointer: '/facts/label', code: 'label-taken' }] });
    }
  }
}
