import type { disclosure, DisclosureView, newGrant } from '@shelter-city/contract/disclosure';
import type { Action } from '@shelter-city/contract/actions';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog, type AuditedAct } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { endOfDay } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { AccessesRepository, accessesPerPage } from './accesses.repository.ts';
import { DisclosureRepository } from './disclosure.repository.ts';
import { demandNear } from './demand-near.ts';
import { DisclosureViews } from './disclosure-views.service.ts';

/** What of a person is open to a city, by whose word and until when; and who looked. */
@Injectable()
export class DisclosureService {
  constructor(
    private readonly database: Database,
    private readonly disclosed: DisclosureRepository,
    private readonly views: DisclosureViews,
    private readonly logged: AccessesRepository,
    private readonly defenders: DefendersService,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  show(actor: Actor, code: string): Promise<DisclosureView> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      this.defenders.noteReading('disclosure:read', id, ['what is open']);
      return this.views.of(actor, id);
    });
  }

  /** Writes down what the person agreed to. Taking it back closes at once what it opened. */
  async agree(actor: Actor, code: string, sharing: { readonly name: boolean; readonly contact: boolean }): Promise<DisclosureView> {
    const { id } = await this.defenders.identify(code);
    const before = await this.disclosed.of(id, actor.accountId);
    if ((sharing.name && !before.sharesName) || (sharing.contact && !before.sharesContact)) await this.demandOpen('disclosure:agree', id);
    await this.disclosed.setSharing(id, sharing);
    await this.audit.append({
      action: 'disclosure:agree',
      objectKind: 'DEFENDER',
      objectId: id,
      defenderId: id,
      result: 'DONE',
      fields: [...(sharing.name ? ['KNOWN_AS'] : []), ...(sharing.contact ? ['CONTACT_CHANNEL'] : [])],
    });
    await this.events.append({ subject: 'DEFENDER', subjectId: id, defenderId: id, verb: 'SHARING_CHANGED' });
    return this.views.of(actor, id);
  }

  /**
   * Opens one field to the city of a stay that it said yes to, until the end of a day.
   *
   * Errors  `break-glass-needed` for who isn't on the case: opening something to others is no less than opening it.
   */
  async grant(actor: Actor, code: string, { stayId, part, until, reason }: z.output<typeof newGrant>): Promise<DisclosureView> {
    const { id: defenderId } = await this.defenders.identify(code);
    demandNear(until, this.clock.today());
    await this.demandOpen('disclosure:grant', defenderId, { reason, fields: [part] });
    const stay = (await this.disclosed.of(defenderId, actor.accountId)).stays.find(({ id }) => id === stayId);
    if (!stay) throw new Problem('invalid-request', { errors: [{ pointer: '/stayId', code: 'no-such-guest' }] });
    const now = this.clock.now();
    const grantId = await this.disclosed.insert({
      defenderId, stayId, cityId: stay.city.id, part, reason, grantedById: actor.accountId, grantedAt: now, expiresAt: endOfDay(until),
    });
    await this.audit.append({ action: 'disclosure:grant', objectKind: 'GRANT', objectId: grantId, defenderId, result: 'DONE', reason, fields: [part] });
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb: 'FIELD_GRANTED', detail: { grantId, part, stayId, until } });
    return this.views.of(actor, defenderId);
  }

  async withdraw(actor: Actor, code: string, grantId: string): Promise<DisclosureView> {
    const { id: defenderId } = await this.defenders.identify(code);
    const grant = namesAnId(grantId) ? await this.disclosed.withdraw(grantId, defenderId, actor.accountId, this.clock.now()) : null;
    if (!grant) {
      const current = await this.views.of(actor, defenderId);
      if (current.grants.some(({ id }) => id === grantId)) throw new Problem('changed-meanwhile', { current });
      throw new Problem('not-found');
    }
    await this.audit.append({ action: 'disclosure:withdraw', objectKind: 'GRANT', objectId: grantId, defenderId, result: 'DONE', fields: [grant.part] });
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb: 'GRANT_WITHDRAWN', detail: { grantId } });
    return this.views.of(actor, defenderId);
  }

  /** Who looked at a case, opened something of it or was refused: reads too, the newest first, a page at a time. */
  accesses(code: string, cursor: string | undefined): Promise<z.output<typeof disclosure.accesses.reply>> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw new Problem('invalid-request', { errors: [{ pointer: '/cursor', code: 'no-such-page' }] });
      const found = await this.logged.before(id, cursor ?? null);
      const page = found.slice(0, accessesPerPage);
      return {
        items: page.map(({ seq, fields, ...line }) => ({ id: seq, ...line, fields: [...fields] })),
        nextCursor: found.length > accessesPerPage ? (page.at(-1)?.seq ?? null) : null,
      };
    });
  }

  private async demandOpen(action: Action, defenderId: string, told: Pick<AuditedAct, 'reason' | 'fields'> = {}): Promise<void> {
    if (await this.defenders.isOpen(defenderId)) return;
    this.audit.note({ action, objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'REFUSED', ...told });
    throw new Problem('break-glass-needed');
  }
}
