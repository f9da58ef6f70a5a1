import type { ContactView, newAttempt, writtenContactRule } from '@shelter-city/contract/contact';
import { contactChannels, refusalToContact } from '@shelter-city/domain/contact/contact-rule';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { timeOf } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { ContactRepository } from './contact.repository.ts';

type Attempt = z.output<typeof newAttempt>;

/**
 * How a person may be reached. Every way is closed until the rule opens it; the software itself writes to nobody, whatever
 * the rule says.
 */
@Injectable()
export class ContactService {
  constructor(
    private readonly database: Database,
    private readonly contact: ContactRepository,
    private readonly defenders: DefendersService,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  show(code: string): Promise<ContactView> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      this.defenders.noteReading('contact:read', id, ['contact rule']);
      return this.view(id);
    });
  }

  /** For the city: from its yes to the departure, and only what isn't sealed. */
  ofGuest(stayId: string): Promise<ContactView> {
    return this.database.reading(async () => {
      const defenderId = await this.guestOf(stayId);
      this.defenders.noteReading('contact:guest', defenderId, ['contact rule']);
      return this.view(defenderId);
    });
  }

  async write(code: string, { version, rule }: z.output<typeof writtenContactRule>): Promise<ContactView> {
    const { id: defenderId } = await this.defenders.identify(code);
    if ((rule.hoursFrom === null) !== (rule.hoursUntil === null)) {
      const pointer = rule.hoursFrom === null ? '/rule/hoursFrom' : '/rule/hoursUntil';
      throw new Problem('invalid-request', { errors: [{ pointer, code: 'both-hours-or-none' }] });
    }
    const twice = rule.allowed.some((channel) => rule.never.includes(channel));
    if (twice) throw new Problem('invalid-request', { errors: [{ pointer: '/rule/never', code: 'allowed-or-never' }] });
    // Whoever may be contacted directly from now on is opened by this, so it is no less than opening a part of the case.
    if (!rule.notDirectly && (await this.contact.rule(defenderId))?.notDirectly !== false) await this.demandOpen(defenderId);
    const clean = { ...rule, allowed: [...new Set(rule.allowed)], never: [...new Set(rule.never)] };
    if (!(await this.contact.write(defenderId, version, clean, this.clock.now())))
      throw new Problem('changed-meanwhile', { current: await this.view(defenderId) });
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb: 'CONTACT_RULE_CHANGED' });
    await this.audit.append({ action: 'contact:write', objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'DONE', fields: Object.keys(rule) });
    return this.view(defenderId);
  }

  async attempt(actor: Actor, code: string, attempt: Attempt): Promise<ContactView> {
    return this.note(actor, (await this.defenders.identify(code)).id, attempt);
  }

  async attemptOfGuest(actor: Actor, stayId: string, attempt: Attempt): Promise<ContactView> {
    return this.note(actor, await this.guestOf(stayId), attempt);
  }

  /** Errors  `contact-not-allowed` says which part of the rule is against it; `changed-meanwhile` when the rule is another by now. */
  private async note(actor: Actor, defenderId: string, { version, channel, reached }: Attempt): Promise<ContactView> {
    const rule = await this.contact.rule(defenderId);
    const now = this.clock.now();
    const refusal = refusalToContact(rule, channel, timeOf(now));
    if (refusal !== null) throw new Problem('contact-not-allowed', { errors: [{ pointer: '/channel', code: `contact-${refusal.toLowerCase().replaceAll('_', '-')}` }] });
    if (rule?.version !== version) throw new Problem('changed-meanwhile', { current: await this.view(defenderId) });
    await this.contact.addAttempt({ defenderId, channel, reached, byId: actor.accountId, at: now });
    await this.audit.append({ action: 'contact:attempt', objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'DONE', fields: ['channel'] });
    return this.view(defenderId);
  }

  private async view(defenderId: string): Promise<ContactView> {
    const stored = await this.contact.rule(defenderId);
    const attempts = await this.contact.attempts(defenderId);
    const names = await this.contact.namesOf(attempts.map(({ byId }) => byId));
    const time = timeOf(this.clock.now());
    return {
      rule: stored && {
        notDirectly: stored.notDirectly, hasGoBetween: stored.hasGoBetween, allowed: [...stored.allowed], never: [...stored.never],
        hoursFrom: stored.hoursFrom, hoursUntil: stored.hoursUntil,
      },
      version: stored?.version ?? 0,
      ways: contactChannels.map((channel) => ({ channel, refusal: refusalToContact(stored, channel, time) })),
      attempts: attempts.map(({ id, channel, reached, byId, at }) => ({
        id, channel, reached, by: { id: byId, displayName: names.get(byId) ?? '' }, at: at.toISOString(),
      })),
    };
  }

  private async demandOpen(defenderId: string): Promise<void> {
    if (await this.defenders.isOpen(defenderId)) return;
    this.audit.note({ action: 'contact:write', objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'REFUSED', fields: ['notDirectly'] });
    throw new Problem('break-glass-needed');
  }

  private async guestOf(stayId: string): Promise<string> {
    const defenderId = namesAnId(stayId) ? await this.contact.guestOf(stayId) : null;
    if (defenderId === null) throw new Problem('not-found');
    return defenderId;
  }
}
