import type { ErasureCertificate, ErasurePreview } from '@shelter-city/contract/erasure';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { currentRequestId, Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { RetentionService } from '../retention/retention.service.ts';
import { basisOf, codeNameView, presentCertificate, presentPreview } from './erasure.presenter.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** So long before its time a case is shown to those who can hold it. Units: days. */
const daysWarned = 30;

/** Erasing a person on request, and what forbids it. For the cleared alone. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
    private readonly defenders: DefendersService,
    private readonly retention: RetentionService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  preview(actor: Actor, code: string): Promise<ErasurePreview> {
    return this.database.reading(async () => {
      const person = await this.found(actor, code);
      this.defenders.noteReading('erasure:read', person.id, ['what erasing removes']);
      return this.viewOf(person);
    });
  }

  async hold(actor: Actor, code: string, reason: string): Promise<ErasurePreview> {
    const person = await this.found(actor, code);
    if (await this.erasures.hold(person.id)) throw await this.changedMeanwhile(person);
    this.erasures.putHold(person.id, reason, actor.accountId);
    await this.write('erasure:hold', person.id, reason);
    return this.viewOf(person);
  }

  async release(actor: Actor, code: string): Promise<ErasurePreview> {
    const person = await this.found(actor, code);
    if (!(await this.erasures.hold(person.id))) throw await this.changedMeanwhile(person);
    this.erasures.liftHold(person.id, actor.accountId, this.clock.now());
    await this.write('erasure:release', person.id);
    return this.viewOf(person);
  }

  /**
   * Erases, for good. Errors  `confirmation-differs` when another code name was typed; `erasure-not-now` under a hold or
   * with a stay that isn't over.
   */
  async erase(actor: Actor, code: string, confirm: string): Promise<ErasureCertificate> {
    const person = await this.found(actor, code);
    if (confirm.trim() !== person.codeName) throw new Problem('confirmation-differs');
    if ((await this.erasures.preview(person.id)).refused !== null)
      throw new Problem('erasure-not-now');
    const id = await this.erasures.erase(person.id, 'ON_REQUEST', currentRequestId());
    const certificate = id === null ? null : await this.erasures.certificate(id);
    if (!certificate) throw new Problem('not-found');
    return presentCertificate(certificate);
  }

  due(actor: Actor) {
    demandClearance(actor);
    return this.database.reading(async () => {
      const until = addDays(this.clock.today(), daysWarned);
      const lines = await this.erasures.dueBy(until, await this.retention.periods(), 'visible');
      return {
        items: lines.map(({ code_name, due_on, rule, held }) => ({
          defender: codeNameView(code_name),
          dueOn: due_on,
          basis: basisOf(rule),
          held,
        })),
      };
    });
  }

  /** The certificates, for the cleared and for administrators: none names anybody but who did it. */
  certificates(actor: Actor) {
    demandSight(actor);
    return this.database.reading(async () => ({
      items: (await this.erasures.certificates()).map(presentCertificate),
    }));
  }

  certificate(actor: Actor, certificateId: string): Promise<ErasureCertificate> {
    demandSight(actor);
    return this.database.reading(async () => {
      const found = namesAnId(certificateId)
        ? await this.erasures.certificate(certificateId)
        : null;
      if (!found) throw new Problem('not-found');
      return presentCertificate(found);
    });
  }

  private async found(actor: Actor, code: string) {
    const person = await this.defenders.identify(code);
    demandClearance(actor);
    return person;
  }

  private async viewOf({ id, codeName }: { readonly id: string; readonly codeName: string }) {
    return presentPreview(codeName, await this.erasures.preview(id), await this.erasures.hold(id));
  }

  private async changedMeanwhile(person: { readonly id: string; readonly codeName: string }) {
    return new Problem('changed-meanwhile', { current: await this.viewOf(person) });
  }

  private write(action: string, defenderId: string, reason?: string): Promise<void> {
    return this.audit.append({
      action,
      objectKind: 'DEFENDER',
      objectId: defenderId,
      defenderId,
      result: 'DONE',
      ...(reason !== undefined && { reason }),
    });
  }
}

function demandClearance({ riskCleared }: Actor): void {
  if (!riskCleared) throw new Problem('not-allowed');
}

function demandSight(actor: Actor): void {
  if (actor.role !== 'ADMIN') demandClearance(actor);
}
