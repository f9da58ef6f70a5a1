import type { Action } from '@shelter-city/contract/actions';
import type { EventCard } from '@shelter-city/contract/publicity';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { hasReturned, whatMayBeSaid } from '@shelter-city/domain/publicity/what-may-be-said';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { dayOf } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PublicityRepository } from './publicity.repository.ts';

type CardStay = NonNullable<Awaited<ReturnType<PublicityRepository['stay']>>>;

/** A city holds a card from its yes to the departure. */
const openToTheCity: readonly StayStatus[] = ['CONFIRMED', 'TRAVELLING', 'IN_STAY'];

/** The event card of a stay: made from the newest consent whenever it is asked for, so it is never older than that. */
@Injectable()
export class EventCardService {
  constructor(
    private readonly database: Database,
    private readonly publicity: PublicityRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  forCoordinator(stayId: string): Promise<EventCard> {
    return this.database.reading(async () => this.read('event-card:read', await this.found(stayId)));
  }

  forCity(stayId: string): Promise<EventCard> {
    return this.database.reading(async () => this.read('event-card:own', await this.foundByCity(stayId)));
  }

  /** Notes which version a city printed, so that it learns when the paper is outdated. */
  async printed(actor: Actor, stayId: string, number: number): Promise<EventCard> {
    const stay = await this.foundByCity(stayId);
    const card = await this.card(stay);
    if (card.number !== number) throw new Problem('changed-meanwhile', { current: card });
    await this.publicity.addPrint({ stayId: stay.id, cityId: stay.cityId, consentNumber: number, accountId: actor.accountId, printedAt: this.clock.now() });
    await this.audit.append({ action: 'event-card:print', objectKind: 'STAY', objectId: stay.id, defenderId: stay.defenderId, result: 'DONE' });
    return this.card(stay);
  }

  private read(action: Action, stay: CardStay): Promise<EventCard> {
    this.audit.note({ action, objectKind: 'STAY', objectId: stay.id, defenderId: stay.defenderId, result: 'DONE', fields: ['publicity consent'] });
    return this.card(stay);
  }

  private async card({ id, defenderId, status, defender }: CardStay): Promise<EventCard> {
    const today = this.clock.today();
    const newest = await this.publicity.newest(defenderId);
    const approvals = newest ? await this.publicity.approvalsUnder(defenderId, newest.number) : [];
    const print = await this.publicity.lastPrint(id);
    // A city sees its own stays only; while one of them is open the person hasn't returned.
    const isBack = !openToTheCity.includes(status) && hasReturned(await this.publicity.staysOf(defenderId));
    const versionOf = newest && dayOf(newest.recordedAt);
    return {
      stayId: id,
      codeName: defender.codeName,
      asOf: today,
      number: newest?.number ?? 0,
      versionOf,
      withdrawnOn: newest?.withdrawn === true ? versionOf : null,
      said: whatMayBeSaid(newest, { today, hasReturned: isBack, approvals }).map(({ occasions, ...one }) => ({ ...one, occasions: [...occasions] })),
      printed: print && { number: print.consentNumber, on: dayOf(print.printedAt) },
      outdated: print !== null && print.consentNumber !== (newest?.number ?? 0),
    };
  }

  private async foundByCity(stayId: string): Promise<CardStay> {
    const stay = await this.found(stayId);
    if (!openToTheCity.includes(stay.status)) throw new Problem('not-found');
    return stay;
  }

  private async found(stayId: string): Promise<CardStay> {
    const stay = namesAnId(stayId) ? await this.publicity.stay(stayId) : null;
    if (!stay) throw new Problem('not-found');
    return stay;
  }
}
