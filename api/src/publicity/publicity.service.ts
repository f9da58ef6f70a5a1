import type { newApproval, newConsent, PublicityView, withdrawal } from '@shelter-city/contract/publicity';
import { levelAtEvents, nothingPublic, type PublicityMatrix } from '@shelter-city/domain/publicity/publicity-matrix';
import { hasReturned, whatMayBeSaid } from '@shelter-city/domain/publicity/what-may-be-said';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PublicityRepository, type NewConsentRow } from './publicity.repository.ts';

/** What a person agreed to make public: each yes a version of its own, and a withdrawal that counts at once. */
@Injectable()
export class PublicityService {
  constructor(
    private readonly database: Database,
    private readonly publicity: PublicityRepository,
    private readonly defenders: DefendersService,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  show(code: string): Promise<PublicityView> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      this.defenders.noteReading('publicity:read', id, ['publicity consent']);
      return this.view(id);
    });
  }

  async record(actor: Actor, code: string, { number, matrix, ...given }: z.output<typeof newConsent>): Promise<PublicityView> {
    return this.add(actor, code, number, { matrix, withdrawn: false, ...given });
  }

  async withdraw(actor: Actor, code: string, { number, ...given }: z.output<typeof withdrawal>): Promise<PublicityView> {
    return this.add(actor, code, number, { matrix: nothingPublic, withdrawn: true, ...given });
  }

  /** A yes to one occasion. It belongs to the version that the writer saw; under another one it would count for nothing. */
  async approve(actor: Actor, code: string, { number, ...approval }: z.output<typeof newApproval>): Promise<PublicityView> {
    const { id: defenderId } = await this.defenders.identify(code);
    const newest = await this.publicity.newest(defenderId);
    if ((newest?.number ?? 0) !== number) throw await this.changedMeanwhile(defenderId);
    if (approval.validUntil < this.clock.today()) throw new Problem('invalid-request', { errors: [{ pointer: '/validUntil', code: 'not-in-the-past' }] });
    const askedEachTime = approval.aspects.every((aspect) => newest?.matrix[aspect] === 'EACH_TIME');
    if (!askedEachTime) throw new Problem('invalid-request', { errors: [{ pointer: '/aspects', code: 'not-asked-each-time' }] });
    await this.publicity.addApproval({ defenderId, consentNumber: number, recordedById: actor.accountId, ...approval });
    await this.tell(defenderId, 'PUBLICITY_APPROVED', 'publicity:approve', approval.aspects);
    return this.view(defenderId);
  }

  private async add(actor: Actor, code: string, seen: number, consent: Pick<NewConsentRow, 'withdrawn' | 'givenOn' | 'givenHow'> & { readonly matrix: PublicityMatrix }): Promise<PublicityView> {
    const { id: defenderId } = await this.defenders.identify(code);
    if (consent.givenOn > this.clock.today()) throw new Problem('invalid-request', { errors: [{ pointer: '/givenOn', code: 'not-in-the-future' }] });
    const newest = await this.publicity.newest(defenderId);
    const isAdded = (newest?.number ?? 0) === seen
      && (await this.publicity.addConsent({ ...consent, defenderId, number: seen + 1, recordedById: actor.accountId }));
    if (!isAdded) throw await this.changedMeanwhile(defenderId);
    const [verb, action] = consent.withdrawn
      ? ['PUBLICITY_WITHDRAWN', 'publicity:withdraw'] as const
      : ['PUBLICITY_RECORDED', 'publicity:record'] as const;
    await this.tell(defenderId, verb, action, Object.keys(consent.matrix));
    return this.view(defenderId);
  }

  private async tell(defenderId: string, verb: string, action: string, fields: readonly string[]): Promise<void> {
    await this.events.append({ subject: 'DEFENDER', subjectId: defenderId, defenderId, verb });
    await this.audit.append({ action, objectKind: 'DEFENDER', objectId: defenderId, defenderId, result: 'DONE', fields });
  }

  private async changedMeanwhile(defenderId: string): Promise<Problem> {
    return new Problem('changed-meanwhile', { current: await this.view(defenderId) });
  }

  private async view(defenderId: string): Promise<PublicityView> {
    const today = this.clock.today();
    const versions = await this.publicity.versions(defenderId);
    const approvals = await this.publicity.approvals(defenderId);
    const isBack = hasReturned(await this.publicity.staysOf(defenderId));
    const names = await this.publicity.namesOf([...versions, ...approvals].map(({ recordedById }) => recordedById));
    const [newest] = versions;
    const signed = (row: { readonly recordedById: string; readonly recordedAt: Date }) => ({
      recordedBy: { id: row.recordedById, displayName: names.get(row.recordedById) ?? '' },
      recordedAt: row.recordedAt.toISOString(),
    });
    return {
      asOf: today,
      hasReturned: isBack,
      versions: versions.map(({ number, withdrawn, matrix, givenOn, givenHow, ...row }) => ({ number, withdrawn, matrix, givenOn, givenHow, ...signed(row) })),
      approvals: approvals.map(({ id, consentNumber, aspects, occasion, validUntil, givenHow, ...row }) => ({
        id, number: consentNumber, aspects, occasion, validUntil, givenHow, counts: consentNumber === newest?.number && validUntil >= today, ...signed(row),
      })),
      said: whatMayBeSaid(newest ?? null, { today, hasReturned: isBack, approvals }).map(({ occasions, ...one }) => ({ ...one, occasions: [...occasions] })),
      atEvents: levelAtEvents(newest?.matrix ?? nothingPublic),
    };
  }
}
