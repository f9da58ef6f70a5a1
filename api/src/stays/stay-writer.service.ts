import type { StayView } from '@shelter-city/contract/stays';
import { Injectable } from '@nestjs/common';
import type { StayAction } from '@shelter-city/domain/stays/stay-transitions';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog, type CaseEvent } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import type { StayFacts, StayRecord } from './stay-record.ts';
import { presentStay } from './stay.presenter.ts';
import { StaysRepository } from './stays.repository.ts';

/** What is told of a change in the stay's history. */
export type Told = Pick<CaseEvent, 'reasonCode' | 'note' | 'detail' | 'byNobody'>;

/** What every change to a stay has in common: found or 404, the version that was seen or 409, written, told, shown. */
@Injectable()
export class StayWriter {
  constructor(
    private readonly stays: StaysRepository,
    private readonly events: EventLog,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The stay that an address names. A city has its own way to its stays: this one is closed to it like a missing thing. */
  async find(actor: Actor, stayId: string): Promise<StayRecord> {
    const stay = actor.role === 'COORDINATOR' && namesAnId(stayId) ? await this.stays.find(stayId) : null;
    if (!stay) throw new Problem('not-found');
    return stay;
  }

  /** The stay, when the writer saw it as it is. */
  async findAt(actor: Actor, stayId: string, version: number): Promise<StayRecord> {
    const stay = await this.find(actor, stayId);
    if (stay.version !== version) throw this.changedMeanwhile(stay, actor);
    return stay;
  }

  view(stay: StayRecord, actor: Actor): StayView {
    return presentStay(stay, actor, this.clock.today());
  }

  /** Notes that the asker reads something of a stay, for the log of the case. */
  noteReading({ id, defenderId }: StayRecord, field: 'card' | 'history' | 'ground'): void {
    this.audit.note({ action: 'stay:read', objectKind: 'STAY', objectId: id, defenderId, result: 'DONE', fields: [field] });
  }

  /** Writes a change and tells of it; 409 with the stay as it is when somebody was faster. */
  async change(stay: StayRecord, actor: Actor, verb: StayAction, facts: StayFacts, told: Told = {}): Promise<StayView> {
    if (!(await this.stays.change(stay, facts, this.clock.now()))) throw this.changedMeanwhile(await this.find(actor, stay.id), actor);
    await this.tell(stay, verb, facts.status ?? stay.status, { cityId: facts.cityId ?? stay.cityId, ...told });
    return this.view(await this.find(actor, stay.id), actor);
  }

  /** Adds a line to the history of a stay. */
  async tell(
    stay: Pick<StayRecord, 'id' | 'defenderId' | 'cityId'> & { readonly status: string | null },
    verb: StayAction | 'stay:discard',
    toStatus: string | null,
    told: Told & { readonly cityId?: string } = {},
  ): Promise<void> {
    await this.events.append({
      subject: 'STAY', subjectId: stay.id, cityId: stay.cityId, defenderId: stay.defenderId, verb, fromStatus: stay.status, toStatus, ...told,
    });
  }

  /** "Somebody changed this": with the stay as it is now. */
  changedMeanwhile(now: StayRecord, actor: Actor): Problem {
    return new Problem('changed-meanwhile', { current: this.view(now, actor) });
  }
}
