import type { HistoryLine } from '@shelter-city/contract/defenders';
import type { stays, StayView } from '@shelter-city/contract/stays';
import { Injectable } from '@nestjs/common';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { Stay } from '@shelter-city/domain/stays/stay';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import type { InputOf } from '../http/route.ts';
import { endOfDay } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { Decisions } from './decisions.service.ts';
import { Placements, type KnownFacts } from './placements.service.ts';
import type { NewStay } from './stay-record.ts';
import { StayRules } from './stay-rules.service.ts';
import { StayWriter } from './stay-writer.service.ts';
import { StaysRepository } from './stays.repository.ts';

type Body<K extends keyof typeof stays> = InputOf<(typeof stays)[K]>['body'];
type Where = { readonly placeId: string; readonly arrivesOn: DateSpan['from']; readonly departsOn: DateSpan['until'] };

const nightsOf = ({ arrivesOn, departsOn }: Where): DateSpan => ({ from: arrivesOn, until: departsOn });

/** Placing people: drafts, proposals, moves and holds, until a city has answered. */
@Injectable()
export class StaysService {
  constructor(
    private readonly database: Database,
    private readonly stays: StaysRepository,
    private readonly placements: Placements,
    private readonly decisions: Decisions,
    private readonly rules: StayRules,
    private readonly writer: StayWriter,
    private readonly clock: Clock,
  ) {}

  show(actor: Actor, stayId: string): Promise<StayView> {
    return this.database.reading(async () => {
      const stay = await this.writer.find(actor, stayId);
      this.writer.noteReading(stay, 'card');
      return this.writer.view(stay, actor);
    });
  }

  history(actor: Actor, stayId: string): Promise<{ items: HistoryLine[] }> {
    return this.database.reading(async () => {
      const stay = await this.writer.find(actor, stayId);
      this.writer.noteReading(stay, 'history');
      return { items: await this.stays.history(stay.id) };
    });
  }

  async draft(actor: Actor, { code, ...where }: Body<'draft'>): Promise<StayView> {
    const facts = await this.placements.look({ code, placeId: where.placeId, nights: nightsOf(where), stayId: null }, actor);
    this.demandDraft(actor, where, facts);
    return this.create(actor, newDraft(where, facts));
  }

  /** Draft and proposal in one act. */
  async proposeNew(actor: Actor, { why, holdUntil, code, overrules, ...where }: Body<'proposeNew'>): Promise<StayView> {
    const nights = nightsOf(where);
    const facts = await this.placements.clear({ code, placeId: where.placeId, nights, stayId: null, overrules }, actor);
    this.demandDraft(actor, where, facts);
    const draft = newDraft(where, facts);
    this.rules.demand({ ...draft, id: '' }, { action: 'stay:propose', note: why, holdUntil }, actor, () => undefined);
    return this.create(actor, {
      ...draft, status: 'PROPOSED', whyThisCity: why, holdUntil, holdExpiresAt: endOfDay(holdUntil).toISOString(),
      proposedAt: this.clock.now().toISOString(), decidedOnFacts: await this.decisions.of(facts, nights, null, overrules),
    });
  }

  async propose(actor: Actor, stayId: string, { version, why, holdUntil, overrules }: Body<'propose'>): Promise<StayView> {
    const stay = await this.writer.findAt(actor, stayId, version);
    this.rules.demand(stay, { action: 'stay:propose', note: why, holdUntil }, actor, () => this.writer.view(stay, actor));
    const nights = { from: stay.plannedArrival, until: stay.plannedDeparture };
    const facts = await this.placements.clear({ ...stay, nights, stayId: stay.id, overrules }, actor);
    return this.writer.change(stay, actor, 'stay:propose', {
      status: 'PROPOSED', whyThisCity: why, holdExpiresAt: endOfDay(holdUntil), proposedAt: this.clock.now(), restDays: facts.place.restDays,
      decidedOnFacts: await this.decisions.of(facts, nights, stay.id, overrules),
    }, { note: why, detail: { placeId: stay.placeId, arrivesOn: nights.from, departsOn: nights.until, holdUntil } });
  }

  /** A draft moves freely; a proposal only to where it could be proposed, and in its city, which was told why it was asked. */
  async move(actor: Actor, stayId: string, { version, overrules, ...where }: Body<'move'>): Promise<StayView> {
    const stay = await this.writer.findAt(actor, stayId, version);
    this.rules.demand(stay, { action: 'stay:move', arrival: where.arrivesOn, departure: where.departsOn }, actor, () => this.writer.view(stay, actor));
    const nights = nightsOf(where);
    const wish = { defenderId: stay.defenderId, placeId: where.placeId, nights, stayId: stay.id, leaves: stay.placeId, overrules };
    const isProposed = stay.status === 'PROPOSED';
    if (isProposed) await this.demandSameCity(stay, wish.placeId);
    const facts = isProposed ? await this.placements.clear(wish, actor) : await this.placements.look(wish, actor);
    return this.writer.change(stay, actor, 'stay:move', {
      placeId: facts.place.id, cityId: facts.place.cityId, plannedArrival: nights.from, plannedDeparture: nights.until,
      restDays: facts.place.restDays, offered: null, ...(isProposed && { decidedOnFacts: await this.decisions.of(facts, nights, stay.id, overrules) }),
    }, {
      detail: {
        placeIdBefore: stay.placeId, arrivesOnBefore: stay.plannedArrival, departsOnBefore: stay.plannedDeparture,
        placeId: facts.place.id, arrivesOn: nights.from, departsOn: nights.until,
      },
    });
  }

  async extendHold(actor: Actor, stayId: string, { version, holdUntil }: Body<'extendHold'>): Promise<StayView> {
    const stay = await this.writer.findAt(actor, stayId, version);
    this.rules.demand(stay, { action: 'stay:extend-hold', holdUntil }, actor, () => this.writer.view(stay, actor));
    await this.placements.lock(stay);
    return this.writer.change(stay, actor, 'stay:extend-hold', { holdExpiresAt: endOfDay(holdUntil) }, { detail: { holdUntilBefore: stay.holdUntil, holdUntil } });
  }

  /** The city said yes to these dates when it offered them, so the stay is confirmed. */
  async acceptOtherDates(actor: Actor, stayId: string, { version, overrules }: Body<'acceptOtherDates'>): Promise<StayView> {
    const stay = await this.writer.findAt(actor, stayId, version);
    const nights = stay.offered;
    this.rules.demand(stay, { action: 'stay:accept-other-dates', offered: nights }, actor, () => this.writer.view(stay, actor));
    if (nights === null) throw new Problem('stay-not-in-that-state');
    const facts = await this.placements.clear({ ...stay, nights, stayId: stay.id, cityOffersThem: true, overrules }, actor);
    return this.writer.change(stay, actor, 'stay:accept-other-dates', {
      status: 'CONFIRMED', plannedArrival: nights.from, plannedDeparture: nights.until, offered: null, holdExpiresAt: null,
      answeredAt: this.clock.now(), restDays: facts.place.restDays, decidedOnFacts: await this.decisions.of(facts, nights, stay.id, overrules),
    }, { detail: { arrivesOnBefore: stay.plannedArrival, departsOnBefore: stay.plannedDeparture, arrivesOn: nights.from, departsOn: nights.until } });
  }

  async discard(actor: Actor, stayId: string, version: number): Promise<{ done: true }> {
    const stay = await this.writer.findAt(actor, stayId, version);
    if (stay.status !== 'DRAFT') throw new Problem('stay-not-in-that-state', { current: this.writer.view(stay, actor) });
    if (!(await this.stays.discard(stay))) throw this.writer.changedMeanwhile(await this.writer.find(actor, stayId), actor);
    await this.writer.tell(stay, 'stay:discard', null, { detail: { placeId: stay.placeId, arrivesOn: stay.plannedArrival, departsOn: stay.plannedDeparture } });
    return { done: true };
  }

  private demandDraft(actor: Actor, where: Omit<Where, 'placeId'>, { place, defender }: KnownFacts): void {
    this.rules.demandDraft({ cityId: place.cityId, arrival: where.arrivesOn, departure: where.departsOn, defenderSelected: defender.isSelected }, actor);
  }

  private async demandSameCity(stay: Stay, placeId: string): Promise<void> {
    const cityId = await this.stays.cityOf(placeId);
    if (cityId !== null && cityId !== stay.cityId)
      throw new Problem('stay-change-not-possible', { errors: [{ pointer: '/placeId', code: 'proposal-stays-in-its-city' }] });
  }

  private async create(actor: Actor, stay: NewStay): Promise<StayView> {
    const created = this.stays.create(stay);
    await this.writer.tell({ ...created, status: null }, stay.status === 'DRAFT' ? 'stay:draft' : 'stay:propose', stay.status, {
      note: stay.whyThisCity,
      detail: { placeId: stay.placeId, arrivesOn: stay.plannedArrival, departsOn: stay.plannedDeparture, holdUntil: stay.holdUntil },
    });
    return this.writer.view(created, actor);
  }
}

function newDraft(where: Where, { defenderId, place, defender, otherStays }: KnownFacts): NewStay {
  const { codeName, visaNeeded, heldVisas, track, callId, caseLead, presences } = defender;
  return {
    defenderId, placeId: place.id, cityId: place.cityId, status: 'DRAFT', plannedArrival: where.arrivesOn, plannedDeparture: where.departsOn,
    actualArrival: null, actualDeparture: null, holdUntil: null, holdExpiresAt: null, version: 1, codeName, visaNeeded, heldVisas,
    place: { id: place.id, label: place.label }, city: place.city, track, caseLead, whyThisCity: null, reasonCode: null, reasonNote: null,
    returnReviewedOn: null, proposedAt: null, answeredAt: null, offered: null, continuesId: null, presences, otherStays,
    callId, restDays: place.restDays, decidedOnFacts: null,
  };
}
