import { openedWithholdingReason, type NewWithholding, type withholding, type WithholdingView } from '@shelter-city/contract/withholding';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog, type AuditedAct } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import { WithholdingRepository, type Named } from './withholding.repository.ts';

/**
 * The "do not share with" list: any coordinator may put a city or a person on it, which only protects; the cleared alone
 * read whom it names and why, and take somebody off.
 */
@Injectable()
export class WithholdingService {
  constructor(
    private readonly database: Database,
    private readonly list: WithholdingRepository,
    private readonly defenders: DefendersService,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  show(actor: Actor, code: string): Promise<WithholdingView> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      this.defenders.noteReading('withholding:read', id, ['how many']);
      return this.view(actor, id);
    });
  }

  /** Errors  `withheld-city-has-a-stay` names the stay that must end first; `invalid-request` for whom a list can't name. */
  async add(actor: Actor, code: string, { from, why }: NewWithholding): Promise<WithholdingView> {
    const { id: defenderId } = await this.defenders.identify(code);
    const named: Named = from.kind === 'CITY'
      ? { cityId: from.cityId, accountId: null }
      : { cityId: null, accountId: from.accountId };
    await this.list.lockDefender(defenderId);
    await this.demandNameable(actor, named);
    await this.demandNoStay(defenderId, named.cityId);
    const id = this.list.newId();
    const sealed = await this.vault.seal({ why }, bindings.withheldReason(id), null);
    const isNew = await this.list.insert({ id, defenderId, ...named, addedById: actor.accountId }, sealed);
    if (isNew) {
      if (named.accountId !== null) await this.list.handOver(defenderId, named.accountId, actor.accountId);
      await this.tell('WITHHELD', 'withholding:add', defenderId);
    }
    return this.view(actor, defenderId);
  }

  /**
   * Opens the list. That it is opened stands in the audit log first; without that row nothing is opened.
   *
   * Errors  `not-allowed` for who isn't cleared, `break-glass-needed` for who is and isn't on the case.
   */
  async reveal(actor: Actor, code: string, reason: string): Promise<z.output<typeof withholding.reveal.reply>> {
    const { id: defenderId } = await this.defenders.identify(code);
    const isOpen = actor.riskCleared && (await this.defenders.isOpen(defenderId));
    if (!isOpen) {
      this.audit.note({ ...actOf('withholding:reveal', defenderId), result: 'REFUSED', reason });
      throw new Problem(actor.riskCleared ? 'break-glass-needed' : 'not-allowed');
    }
    await this.record('withholding:reveal', defenderId, { reason, fields: ['city', 'account', 'why'] });
    const entries = await this.list.inForce(defenderId);
    const reasons = new Map((await this.list.reasons(entries.map(({ id }) => id))).map((one) => [one.entryId, one]));
    const names = await this.list.namesOf(entries.map(({ addedById }) => addedById));
    const items = await Promise.all(entries.map(async ({ id, city, account, addedById, addedAt }) => {
      const sealed = reasons.get(id);
      if (!sealed) throw new Problem('nothing-sealed');
      const { why } = openedWithholdingReason.parse(await this.vault.open(sealed, bindings.withheldReason(id)));
      return { id, city, account, why, addedBy: { id: addedById, displayName: names.get(addedById) ?? '' }, addedAt: addedAt.toISOString() };
    }));
    return { items, secondsShown };
  }

  async lift(actor: Actor, entryId: string, reason: string): Promise<{ done: true }> {
    const entry = namesAnId(entryId) ? await this.list.find(entryId) : null;
    if (!entry) throw new Problem('not-found');
    if (!actor.riskCleared) throw new Problem('not-allowed');
    if (!(await this.list.lift(entry.id, actor.accountId, this.clock.now()))) throw new Problem('not-found');
    await this.tell('NO_LONGER_WITHHELD', 'withholding:lift', entry.defenderId, reason);
    return { done: true };
  }

  private async view(actor: Actor, defenderId: string): Promise<WithholdingView> {
    const { cities, people } = await this.list.counts(defenderId);
    const accounts = await this.list.nameable(actor.accountId);
    return {
      cities,
      people,
      accounts: accounts.map(({ id, displayName, role, city }) => ({ id, displayName, role, city })),
      may: { reveal: actor.riskCleared },
    };
  }

  private async demandNameable(actor: Actor, { cityId, accountId }: Named): Promise<void> {
    const isKnown = cityId === null
      ? (await this.list.nameable(actor.accountId)).some(({ id }) => id === accountId)
      : await this.list.hasCity(cityId);
    if (isKnown) return;
    const error = cityId === null ? { pointer: '/from/accountId', code: 'unknown-account' } : { pointer: '/from/cityId', code: 'unknown-city' };
    throw new Problem('invalid-request', { errors: [error] });
  }

  private async demandNoStay(defenderId: string, cityId: string | null): Promise<void> {
    const stay = cityId === null ? null : await this.list.standingIn(defenderId, cityId);
    if (stay) throw new Problem('withheld-city-has-a-stay', { params: { from: stay.from, until: stay.until } });
  }

  /** Neither log says whom the list names: the history of a case is read by more people than the list. */
  private async tell(verb: string, action: string, defenderId: string, reason?: string): Promise<void> {
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb });
    await this.record(action, defenderId, reason === undefined ? {} : { reason });
  }

  private record(action: string, defenderId: string, facts: Pick<AuditedAct, 'reason' | 'fields'>): Promise<void> {
    return this.audit.append({ ...actOf(action, defenderId), result: 'DONE', ...facts });
  }
}

const actOf = (action: string, defenderId: string) => ({ action, objectKind: 'DEFENDER', objectId: defenderId, defenderId }) as const;
