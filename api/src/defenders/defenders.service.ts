import type { Action } from '@shelter-city/contract/actions';
import type {
  CompartmentContent,
  DefenderCompartment,
} from '@shelter-city/contract/defender-content';
import type {
  defenders,
  DefenderView,
  HistoryLine,
  newDefender,
  PlacementProfile,
} from '@shelter-city/contract/defenders';
import { codeNameOfSlug } from '@shelter-city/domain/defenders/code-names';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { ApplicationsRepository } from './applications.repository.ts';
import { drawCodeName, drawsAtMost } from './code-name-draw.ts';
import { CompartmentsService } from './compartments.service.ts';
import { presentDefender } from './defender.presenter.ts';
import { DefendersRepository, type DefenderRecord } from './defenders.repository.ts';
import { HistoryRepository } from './history.repository.ts';
import { matchDefenderOf, type DefenderForMatching } from './match-defender.ts';
import { MatchFactsRepository } from './match-facts.repository.ts';
import { refusalsOfProfile } from './refusals-of-profile.ts';

type Revealed = z.output<typeof defenders.reveal.reply>;

/** What is done with a defender's case. */
@Injectable()
export class DefendersService {
  constructor(
    private readonly database: Database,
    private readonly defenders: DefendersRepository,
    private readonly histories: HistoryRepository,
    private readonly matchFacts: MatchFactsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly compartments: CompartmentsService,
    private readonly events: EventLog,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** One case, nothing of it opened. */
  show(code: string): Promise<DefenderView> {
    return this.database.reading(async () => {
      const view = presentDefender(await this.found(code));
      this.noteReading('defender:read', view.id, ['profile']);
      return view;
    });
  }

  /** What happened to a case, the newest first. */
  history(code: string): Promise<{ items: HistoryLine[] }> {
    return this.database.reading(async () => {
      const { id } = await this.identify(code);
      this.noteReading('defender:read', id, ['history']);
      return { items: await this.histories.of(id) };
    });
  }

  /** Takes someone in under a code name drawn at random, with their answer to a call. */
  async create(
    actor: Actor,
    { callId, profile, identity, contact, dependants }: z.output<typeof newDefender>,
  ): Promise<DefenderView> {
    if (!(await this.applications.hasCall(callId))) {
      throw new Problem('invalid-request', {
        errors: [{ pointer: '/callId', code: 'unknown-call' }],
      });
    }
    await this.check(profile);
    const defenderId = await this.insertUnderANewName(profile, actor.accountId);
    await this.events.append({
      subject: 'DEFENDER',
      subjectId: defenderId,
      defenderId,
      verb: 'CREATED',
    });
    const applicationId = await this.applications.insert(callId, defenderId, this.clock.today());
    await this.events.append({
      subject: 'APPLICATION',
      subjectId: applicationId,
      defenderId,
      verb: 'RECEIVED',
      toStatus: 'RECEIVED',
    });
    if (identity)
      await this.compartments.seal(defenderId, 0, { compartment: 'IDENTITY', content: identity });
    if (contact)
      await this.compartments.seal(defenderId, 0, { compartment: 'CONTACT', content: contact });
    if (dependants)
      await this.compartments.seal(defenderId, 0, {
        compartment: 'DEPENDANTS',
        content: dependants,
      });
    return this.nowOf(defenderId);
  }

  /** Replaces the placement profile. */
  async update(
    code: string,
    { version, profile }: { version: number; profile: PlacementProfile },
  ): Promise<DefenderView> {
    const { id } = await this.identify(code);
    await this.check(profile);
    if (!(await this.defenders.changeProfile(id, version, profile)))
      throw await this.changedMeanwhile(id);
    await this.events.append({
      subject: 'DEFENDER',
      subjectId: id,
      defenderId: id,
      verb: 'PROFILE_CHANGED',
    });
    return this.nowOf(id);
  }

  /** Makes the asker case lead. */
  async takeOver(actor: Actor, code: string, version: number): Promise<DefenderView> {
    const { id } = await this.identify(code);
    if (!(await this.defenders.setCaseLead(id, version, actor.accountId)))
      throw await this.changedMeanwhile(id);
    await this.events.append({
      subject: 'DEFENDER',
      subjectId: id,
      defenderId: id,
      verb: 'LEAD_TAKEN',
    });
    return this.nowOf(id);
  }

  /** Writes one sealed compartment. */
  async seal(code: string, version: number, sealed: CompartmentContent): Promise<DefenderView> {
    const { id } = await this.identify(code);
    if (!(await this.compartments.seal(id, version, sealed))) throw await this.changedMeanwhile(id);
    return this.nowOf(id);
  }

  /** Opens one sealed compartment, with the reason in the audit log. */
  async reveal(code: string, compartment: DefenderCompartment, reason: string): Promise<Revealed> {
    const { id } = await this.identify(code);
    return this.compartments.reveal(id, compartment, reason);
  }

  /** Whether the asker may open what is sealed of a case: on it, or with glass broken. */
  isOpen(defenderId: string): Promise<boolean> {
    return this.compartments.isOpen(defenderId);
  }

  /** Notes that the asker reads something of a case, for the audit log. */
  noteReading(action: Action, defenderId: string, fields: readonly string[]): void {
    this.audit.note({
      action,
      objectKind: 'DEFENDER',
      objectId: defenderId,
      defenderId,
      result: 'DONE',
      fields,
    });
  }

  /**
   * Who stands under a code, for verticals that write about a defender. Joins the transaction that is open.
   *
   * Errors  `not-found` for a code that names nobody.
   */
  async identify(
    code: string,
  ): Promise<{ readonly id: string; readonly codeName: string; readonly version: number }> {
    const codeName = codeNameOfSlug(code);
    const found = codeName === null ? null : await this.defenders.identify(codeName);
    if (!found) throw new Problem('not-found');
    return found;
  }

  /** The ids behind some codes, in their order; null where a code names nobody. Joins the transaction that is open. */
  async idsOf(codes: readonly string[]): Promise<(string | null)[]> {
    const names = codes.map((code) => codeNameOfSlug(code));
    const ids = await this.defenders.idsOf(names.filter((name) => name !== null));
    return names.map((name) => (name === null ? null : (ids.get(name) ?? null)));
  }

  /**
   * Everything that matching and the guards of a stay need of a defender: profile, wishes, risk rules (hidden from who
   * may not read them), Schengen days and the nights of the person's stays, but for `exceptStayId`, which may move.
   * Joins the transaction that is open, so a guard sees what it just locked.
   *
   * Errors  `not-found` for a code that names nobody.
   */
  forMatching(
    actor: Pick<Actor, 'riskCleared'>,
    code: string,
    exceptStayId: string | null = null,
  ): Promise<DefenderForMatching> {
    return this.database.reading(async () => {
      const codeName = codeNameOfSlug(code);
      const facts = codeName === null ? null : await this.matchFacts.find(codeName, exceptStayId, this.clock.today());
      if (!facts) throw new Problem('not-found');
      return matchDefenderOf(facts, actor, this.clock.today());
    });
  }

  private async insertUnderANewName(
    profile: PlacementProfile,
    caseLeadId: string,
  ): Promise<string> {
    for (let draw = 0; draw < drawsAtMost; draw += 1) {
      const id = await this.defenders.insert(drawCodeName(), profile, caseLeadId);
      if (id !== null) return id;
    }
    throw new Error('Nearly all code names are taken');
  }

  private async check(profile: PlacementProfile): Promise<void> {
    const cities = await this.defenders.citiesAmong(profile.wishes.map(({ cityId }) => cityId));
    const errors = refusalsOfProfile(profile, cities);
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
  }

  private async found(code: string): Promise<DefenderRecord> {
    const codeName = codeNameOfSlug(code);
    const record = codeName === null ? null : await this.defenders.find(codeName);
    if (!record) throw new Problem('not-found');
    return record;
  }

  private async nowOf(id: string): Promise<DefenderView> {
    const record = await this.defenders.findById(id);
    if (!record) throw new Problem('not-found');
    return presentDefender(record);
  }

  private async changedMeanwhile(id: string): Promise<Problem> {
    return new Problem('changed-meanwhile', { current: await this.nowOf(id) });
  }
}
