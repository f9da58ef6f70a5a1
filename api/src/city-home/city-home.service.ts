import type { cityHome, CityHomeView, CityStay } from '@shelter-city/contract/city-home';
import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { overlaps, subtract, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import { disclosureDaysAfterDeparture } from '@shelter-city/domain/disclosure/what-a-city-sees';
import type { StayChange } from '@shelter-city/domain/stays/stay-changes';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog, type CaseEvent } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import type { InputOf } from '../http/route.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { StayRules } from '../stays/stay-rules.service.ts';
import { CityHomeRepository } from './city-home.repository.ts';
import type { CityStayFacts, CityStayRecord } from './city-stay-record.ts';
import { cardsOf, presentCapacity, presentCityStay } from './city-stay.presenter.ts';

type Body<K extends keyof typeof cityHome> = InputOf<(typeof cityHome)[K]>['body'];
type Step = {
  readonly change: (stay: CityStayRecord) => StayChange;
  readonly facts: CityStayFacts;
  readonly told?: Pick<CaseEvent, 'reasonCode' | 'note' | 'detail'>;
};

/** A city's own side: what waits for it, its answers, its guests. Whatever isn't its own isn't there. */
@Injectable()
export class CityHomeService {
  constructor(
    private readonly database: Database,
    private readonly stays: CityHomeRepository,
    private readonly rules: StayRules,
    private readonly events: EventLog,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async home(actor: Actor): Promise<CityHomeView> {
    const today = this.clock.today();
    const { city, stays, capacity, notedOfLate } = await this.stays.home(cityOf(actor), today);
    // The page asks every minute while it is open: that somebody has a guest before them is a row once an hour.
    for (const { id, defenderId } of stays)
      if (!notedOfLate.includes(id)) this.audit.note({ action: 'city-home:read', objectKind: 'STAY', objectId: id, defenderId, result: 'DONE', fields: ['card'] });
    return { city, asOf: today, ...cardsOf(stays, actor, today), capacity: presentCapacity(capacity) };
  }

  stay(actor: Actor, stayId: string): Promise<CityStay> {
    return this.database.reading(async () => {
      const { stay: { id, defenderId }, card } = await this.find(actor, stayId);
      this.audit.note({ action: 'city-stay:read', objectKind: 'STAY', objectId: id, defenderId, result: 'DONE', fields: ['card'] });
      return card;
    });
  }

  confirm(actor: Actor, stayId: string, { version }: Body<'confirm'>): Promise<CityStay> {
    return this.answer(actor, stayId, version, {
      change: () => ({ action: 'stay:confirm' }),
      facts: { status: 'CONFIRMED', answeredAt: this.clock.now(), holdExpiresAt: null, offered: null },
    }, ({ isSelected }) => (isSelected ? Promise.resolve() : Promise.reject(new Problem('defender-not-selected'))));
  }

  decline(actor: Actor, stayId: string, { version, reason, note }: Body<'decline'>): Promise<CityStay> {
    return this.answer(actor, stayId, version, {
      change: () => ({ action: 'stay:decline', reason, note: note ?? '' }),
      facts: { status: 'DECLINED', answeredAt: this.clock.now(), holdExpiresAt: null, reasonCode: reason, reasonNote: note },
      told: { reasonCode: reason, note },
    });
  }

  /** Yes, on other dates: checked against what the city itself knows; the coordinator's yes checks the rest. */
  async offerOtherDates(actor: Actor, stayId: string, { version, arrivesOn, departsOn, note }: Body<'offerOtherDates'>): Promise<CityStay> {
    const offered = { from: arrivesOn, until: departsOn };
    return this.answer(actor, stayId, version, {
      change: () => ({ action: 'stay:offer-other-dates', arrival: arrivesOn, departure: departsOn }),
      facts: { offered },
      told: { note, detail: { arrivesOn, departsOn } },
    }, ({ placeId }) => this.demandOpenNights(placeId, offered));
  }

  arrive(actor: Actor, stayId: string, { version, on }: Body<'arrive'>): Promise<CityStay> {
    return this.answer(actor, stayId, version, {
      change: () => ({ action: 'stay:arrive', actualArrival: on }),
      facts: { status: 'IN_STAY', actualArrival: on },
      told: { detail: { on } },
    });
  }

  async depart(actor: Actor, stayId: string, { version, on, withoutReviewBecause }: Body<'depart'>): Promise<CityStay> {
    return this.answer(actor, stayId, version, {
      change: ({ returnReviewedOn }) => ({ action: 'stay:depart', actualDeparture: on, returnReviewedOn, withoutReviewBecause }),
      facts: { status: 'DEPARTED', actualDeparture: on },
      told: { note: withoutReviewBecause, detail: { on } },
    }, () => this.demandStillOpen(on));
  }

  private async answer(
    actor: Actor,
    stayId: string,
    version: number,
    { change, facts, told }: Step,
    demandMore: (stay: CityStayRecord) => Promise<void> = () => Promise.resolve(),
  ): Promise<CityStay> {
    const { stay, card } = await this.find(actor, stayId);
    if (stay.version !== version) throw new Problem('changed-meanwhile', { current: card });
    const asked = change(stay);
    this.rules.demand(stay, asked, actor, () => card);
    await this.stays.lockPlace(stay.placeId);
    await demandMore(stay);
    if (!(await this.stays.change(stay, facts, this.clock.now())))
      throw new Problem('changed-meanwhile', { current: (await this.find(actor, stayId)).card });
    await this.events.append({
      subject: 'STAY', subjectId: stay.id, cityId: stay.cityId, defenderId: stay.defenderId, verb: asked.action,
      fromStatus: stay.status, toStatus: facts.status ?? stay.status, ...told,
    });
    return (await this.find(actor, stayId)).card;
  }

  /** A stay with its card. One of another city, one that is closed to this city and one that never was are the same. */
  private async find(actor: Actor, stayId: string): Promise<{ stay: CityStayRecord; card: CityStay }> {
    const stay = actor.cityId !== null && namesAnId(stayId) ? await this.stays.find(stayId) : null;
    const card = stay?.cityId === actor.cityId ? presentCityStay(stay, actor, this.clock.today()) : null;
    if (!stay || !card) throw new Problem('not-found');
    return { stay, card };
  }

  /** A stay that ended longer ago is closed to its city, so the city can't be the one to end it then. */
  private demandStillOpen(departure: CalendarDate): Promise<void> {
    const isOpen = this.clock.today() <= addDays(departure, disclosureDaysAfterDeparture);
    return isOpen ? Promise.resolve() : Promise.reject(new Problem('stay-change-not-possible', { errors: [{ pointer: '/on', code: 'left-too-long-ago' }] }));
  }

  /** Refuses dates the city could not keep itself. Other proposals are left out: their days aren't the city's to know. */
  private async demandOpenNights(placeId: string, nights: DateSpan): Promise<void> {
    const known = await this.stays.knownNights(placeId, nights);
    const [unconfirmed] = subtract(nights, known.confirmed);
    if (unconfirmed) throw new Problem('capacity-not-confirmed', { params: { ...unconfirmed } });
    const closed = known.blocked.find((block) => overlaps(block, nights));
    if (closed) throw new Problem('place-closed', { params: { ...closed } });
    const guest = known.guests.find((taken) => overlaps(taken, nights));
    if (guest) throw new Problem('place-taken', { params: { ...guest } });
  }
}

/** The city of a partner; nobody else has a home here. */
function cityOf({ cityId }: Actor): string {
  if (cityId === null) throw new Problem('not-found');
  return cityId;
}
