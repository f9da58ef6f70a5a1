import type { CapacityView } from '@shelter-city/contract/capacity';
import type { Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { subtract, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import { refusalToChangeCapacity, refusalToTakeNights, type CapacityAction, type CapacityRefusal } from '@shelter-city/domain/capacity/capacity-transitions';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { EventLog, type CaseEvent } from '../audit/event-log.ts';
import { CitiesService } from '../cities/cities.service.ts';
import { PlacesService } from '../cities/places.service.ts';
import { Clock } from '../config/clock.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Problem } from '../problems/problem.ts';
import { problemOfRefusal } from './capacity-refusals.ts';
import { CapacityRepository, type PeriodRecord } from './capacity.repository.ts';
import { CapacityWindowService } from './capacity-window.service.ts';

type Written = { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate; readonly track: Track | null; readonly note: string | null };
type Stamp = { readonly id: string; readonly version: number };

/** What is done with capacity periods, in the transaction that is open. The place is locked before anything is read. */
@Injectable()
export class CapacityService {
  constructor(
    private readonly clock: Clock,
    private readonly cities: CitiesService,
    private readonly places: PlacesService,
    private readonly periods: CapacityRepository,
    private readonly windows: CapacityWindowService,
    private readonly events: EventLog,
  ) {}

  /** A new period: asked for by a coordinator, or offered unasked by the city. */
  async enter(actor: Actor, action: 'capacity:request' | 'capacity:offer', placeId: string, written: Written): Promise<CapacityView> {
    const { id: cityId } = await this.places.cityOfPlace(actor, action, placeId);
    await this.periods.lockPlaces([placeId]);
    const days = daysOf(written);
    const refusal = await this.refusal(actor, action, { id: '', placeId, cityId, status: 'NONE', span: days.span });
    if (refusal) throw problemOfRefusal(refusal, actor);
    const status = action === 'capacity:request' ? 'REQUESTED' : 'OFFERED';
    const id = await this.periods.create(placeId, cityId, status, days);
    await this.log({ id, cityId }, status, { toStatus: status, detail: days.span });
    return this.windows.after(actor, cityId, [days.span]);
  }

  /** The answer to a request or a changed offer; or other days for what was signed, which signs them anew. */
  async rewrite(actor: Actor, action: 'capacity:offer' | 'capacity:change', periodId: string, written: Written & { readonly version: number }): Promise<CapacityView> {
    const period = await this.locked(actor, action, periodId, written.version);
    const days = daysOf(written);
    const refusal = await this.refusal(actor, action, { ...period, span: days.span });
    const taken = action === 'capacity:change' ? refusalToTakeNights(subtract(period.span, [days.span]), await this.periods.occupied(period.placeId, period.span)) : null;
    await this.refuse(actor, period, refusal ?? taken);
    const status = action === 'capacity:offer' ? 'OFFERED' : 'CONFIRMED';
    await this.periods.change([period], { ...days, status, ...(action === 'capacity:change' && { signed: this.signature(actor) }) });
    await this.log(period, action === 'capacity:offer' ? 'OFFERED' : 'CHANGED', {
      fromStatus: period.status,
      toStatus: status,
      detail: { fromBefore: period.span.from, untilBefore: period.span.until, ...days.span },
    });
    return this.windows.after(actor, period.cityId, [days.span]);
  }

  async confirm(actor: Actor, periodId: string, version: number): Promise<CapacityView> {
    const period = await this.locked(actor, 'capacity:confirm', periodId, version);
    await this.refuse(actor, period, await this.refusal(actor, 'capacity:confirm', period));
    await this.periods.change([period], { status: 'CONFIRMED', signed: this.signature(actor) });
    await this.log(period, 'CONFIRMED', { fromStatus: period.status, toStatus: 'CONFIRMED' });
    return this.windows.after(actor, period.cityId, [period.span]);
  }

  /** "All of this is right": signs what was asked or offered as it stands, and says of what was signed that it still holds. */
  async confirmAll(actor: Actor, slug: string, seen: readonly Stamp[]): Promise<CapacityView> {
    const { id: cityId } = await this.cities.inReach(actor, 'capacity:confirm', { slug });
    const ids = seen.map(({ id }) => id);
    await this.periods.lockPlaces([...new Set((await this.periods.findAll(ids)).map(({ placeId }) => placeId))]);
    const periods = await this.periods.findAll(ids);
    if (periods.length !== new Set(ids).size || periods.some((period) => period.cityId !== cityId)) throw new Problem('not-found');
    const spans = periods.map(({ span }) => span);
    const versionOf = new Map(periods.map(({ id, version }) => [id, version]));
    if (seen.some(({ id, version }) => versionOf.get(id) !== version)) throw await this.changedMeanwhile(actor, cityId, spans);
    const unsigned = periods.filter(({ status }) => status === 'REQUESTED' || status === 'OFFERED');
    const signed = periods.filter(({ status }) => status === 'CONFIRMED');
    if (unsigned.length + signed.length < periods.length) {
      throw new Problem('capacity-not-in-that-state', { current: await this.windows.after(actor, cityId, spans) });
    }
    if (unsigned.length > 0) await this.periods.change(unsigned, { status: 'CONFIRMED', signed: this.signature(actor) });
    for (const period of unsigned) {
      // Signing what a coordinator asked for is offering it first: the history says both.
      if (period.status === 'REQUESTED') await this.log(period, 'OFFERED', { fromStatus: 'REQUESTED', toStatus: 'OFFERED' });
      await this.log(period, 'CONFIRMED', { fromStatus: 'OFFERED', toStatus: 'CONFIRMED' });
    }
    if (signed.length > 0) await this.periods.stillRight(signed.map(({ id }) => id), this.clock.today());
    for (const period of signed) await this.log(period, 'STILL_RIGHT', {});
    return this.windows.after(actor, cityId, spans);
  }

  async withdraw(actor: Actor, periodId: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<CapacityView> {
    const period = await this.locked(actor, 'capacity:withdraw', periodId, version);
    await this.refuse(actor, period, await this.refusal(actor, 'capacity:withdraw', period, reason));
    await this.periods.change([period], { status: 'WITHDRAWN', withdrawnReason: reason });
    await this.log(period, 'WITHDRAWN', { fromStatus: period.status, toStatus: 'WITHDRAWN', note: reason });
    return this.windows.after(actor, period.cityId, [period.span]);
  }

  /** The period, in reach, its place locked, in the version that the writer saw. */
  private async locked(actor: Actor, action: CapacityAction, periodId: string, version: number): Promise<PeriodRecord> {
    const found = namesAnId(periodId) ? await this.periods.find(periodId) : null;
    if (!found) throw new Problem('not-found');
    await this.places.cityOfPlace(actor, actionToReach[action], found.placeId);
    await this.periods.lockPlaces([found.placeId]);
    const period = await this.periods.find(periodId);
    if (period?.version !== version) throw await this.changedMeanwhile(actor, found.cityId, [period?.span ?? found.span]);
    return period;
  }

  private async refusal(actor: Actor, action: CapacityAction, period: Parameters<typeof refusalToChangeCapacity>[0], reason: string | null = null): Promise<CapacityRefusal | null> {
    return refusalToChangeCapacity(period, action, actor, {
      standingPeriods: action === 'capacity:withdraw' ? [] : await this.periods.standing(period.placeId, period.span),
      occupied: action === 'capacity:withdraw' ? await this.periods.occupied(period.placeId, period.span) : [],
      reason,
    });
  }

  private async refuse(actor: Actor, { cityId, span }: { readonly cityId: string; readonly span: DateSpan }, refusal: CapacityRefusal | null): Promise<void> {
    if (!refusal) return;
    throw problemOfRefusal(refusal, actor, refusal.reason === 'WRONG_STATE' ? await this.windows.after(actor, cityId, [span]) : undefined);
  }

  private async changedMeanwhile(actor: Actor, cityId: string, spans: readonly DateSpan[]): Promise<Problem> {
    return new Problem('changed-meanwhile', { current: await this.windows.after(actor, cityId, spans) });
  }

  private signature(actor: Actor): { by: string; at: Date; on: CalendarDate } {
    return { by: actor.accountId, at: this.clock.now(), on: this.clock.today() };
  }

  private log({ id, cityId }: { readonly id: string; readonly cityId: string }, verb: string, rest: Partial<CaseEvent>): Promise<void> {
    return this.events.append({ subject: 'CAPACITY_PERIOD', subjectId: id, cityId, verb, ...rest });
  }
}

/** Changing what was signed asks for the same leave as offering. */
const actionToReach = {
  'capacity:request': 'capacity:request',
  'capacity:offer': 'capacity:offer',
  'capacity:confirm': 'capacity:confirm',
  'capacity:change': 'capacity:offer',
  'capacity:withdraw': 'capacity:withdraw',
} as const satisfies Record<CapacityAction, string>;

const daysOf = ({ opensOn, closesOn, track, note }: Written) => ({ span: { from: opensOn, until: closesOn }, track, note });
