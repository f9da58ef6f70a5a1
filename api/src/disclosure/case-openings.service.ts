import type { disclosure, DisclosureView } from '@shelter-city/contract/disclosure';
import { glassMinutes } from '@shelter-city/domain/disclosure/glass';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { CaseStandingRepository } from '../defenders/case-standing.repository.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import type { InputOf } from '../http/route.ts';
import { endOfDay } from '../persistence/calendar-columns.ts';
import { Problem } from '../problems/problem.ts';
import { CaseOpeningsRepository } from './case-openings.repository.ts';
import { demandNear } from './demand-near.ts';
import { DisclosureViews } from './disclosure-views.service.ts';

/** How a case opens to one who isn't on it, and a restricted note to one who isn't cleared: never unseen, never for long. */
@Injectable()
export class CaseOpeningsService {
  constructor(
    private readonly openings: CaseOpeningsRepository,
    private readonly standings: CaseStandingRepository,
    private readonly defenders: DefendersService,
    private readonly views: DisclosureViews,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Opens a case for an hour to one who isn't on it. Everybody on it is told by the database itself. */
  async breakGlass(actor: Actor, code: string, reason: string): Promise<DisclosureView> {
    const { id: defenderId } = await this.defenders.identify(code);
    const { onCase, openUntil } = await this.standings.of(defenderId);
    if (onCase || openUntil !== null) throw new Problem('nothing-to-break', { current: await this.views.of(actor, defenderId) });
    const openedAt = this.clock.now();
    const expiresAt = new Date(openedAt.getTime() + glassMinutes * 60_000);
    await this.openings.breakGlass({ defenderId, accountId: actor.accountId, reason, openedAt, expiresAt });
    await this.audit.append({ action: 'disclosure:break-glass', objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'DONE', reason, fields: [] });
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb: 'GLASS_BROKEN' });
    return this.views.of(actor, defenderId);
  }

  /** Says that one has seen some alerts: those that the page showed, so that none goes unseen. */
  async acknowledge(actor: Actor, code: string, alerts: readonly string[]): Promise<DisclosureView> {
    const { id: defenderId } = await this.defenders.identify(code);
    for (const objectId of await this.openings.acknowledge(alerts, defenderId, actor.accountId, this.clock.now()))
      await this.audit.append({ action: 'disclosure:acknowledge', objectKind: 'CASE_ALERT', objectId, defenderId, result: 'DONE' });
    return this.views.of(actor, defenderId);
  }

  /** Asks to read a restricted note. Every cleared coordinator hears of it. */
  async askNote(actor: Actor, code: string, { noteId, until, reason }: InputOf<typeof disclosure.askNote>['body']): Promise<DisclosureView> {
    const { id: defenderId } = await this.defenders.identify(code);
    demandNear(until, this.clock.today());
    if (!(await this.openings.restrictedNotes(defenderId)).includes(noteId))
      throw new Problem('invalid-request', { errors: [{ pointer: '/noteId', code: 'no-such-note' }] });
    const asked = { noteId, defenderId, askedById: actor.accountId, reason, askedAt: this.clock.now(), expiresAt: endOfDay(until) };
    const objectId = await this.openings.askNote(asked);
    await this.audit.append({ action: 'disclosure:ask-note', objectKind: 'NOTE_GRANT', objectId, defenderId, result: 'DONE', reason });
    return this.views.of(actor, defenderId);
  }

  /** The second hand: another than who asked, and cleared. */
  async approveNote(actor: Actor, code: string, noteGrantId: string): Promise<DisclosureView> {
    const { defenderId, asked } = await this.found(actor, code, noteGrantId);
    const act = { action: 'disclosure:approve-note', objectKind: 'NOTE_GRANT', objectId: asked.id, defenderId } as const;
    if (asked.askedBy.id === actor.accountId) {
      this.audit.note({ ...act, result: 'REFUSED' });
      throw new Problem('another-must-agree');
    }
    if (!asked.may.approve || !(await this.openings.approveNote(asked.id, actor.accountId, this.clock.now())))
      throw new Problem('changed-meanwhile', { current: await this.views.of(actor, defenderId) });
    await this.audit.append({ ...act, result: 'DONE' });
    return this.views.of(actor, defenderId);
  }

  async withdrawNote(actor: Actor, code: string, noteGrantId: string): Promise<DisclosureView> {
    const { defenderId, asked } = await this.found(actor, code, noteGrantId);
    if (!asked.may.withdraw || !(await this.openings.withdrawNote(asked.id, actor.accountId, this.clock.now())))
      throw new Problem('changed-meanwhile', { current: await this.views.of(actor, defenderId) });
    await this.audit.append({ action: 'disclosure:withdraw-note', objectKind: 'NOTE_GRANT', objectId: asked.id, defenderId, result: 'DONE' });
    return this.views.of(actor, defenderId);
  }

  private async found(actor: Actor, code: string, noteGrantId: string) {
    const { id: defenderId } = await this.defenders.identify(code);
    const asked = (await this.views.of(actor, defenderId)).noteGrants.find(({ id }) => id === noteGrantId);
    if (!asked) throw new Problem('not-found');
    return { defenderId, asked };
  }
}
