import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { mergeSpans, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { CapacityStatus } from '@shelter-city/domain/capacity/capacity-status';
import { currentBlocks, currentCapacity, type CurrentPeriod } from './current-capacity.ts';
import { dayOf, momentOn } from './sample-days.ts';
import type { CapacityRow } from './sample-rows.ts';
import type { SampleWorld } from './sample-world.ts';
import { idOf } from './stable-random.ts';

/** Nights that a city once offered and signed for a place. */
export type OfferedNights = DateSpan & { readonly place: string };

/** Capacity of the past and of today, each night of a place signed once, and the days on which places are closed. */
export function addCapacity(world: SampleWorld, past: readonly OfferedNights[]): void {
  const { today } = world;
  const spanOf = ({ opens, closes }: CurrentPeriod): DateSpan => ({ from: dayOf(today, opens), until: dayOf(today, closes) });
  const confirmed = [...past, ...currentCapacity.filter(({ status }) => status === 'CONFIRMED').map((period) => ({ ...spanOf(period), place: period.place }))];
  for (const [place, spans] of Map.groupBy(confirmed, (one) => one.place)) {
    for (const span of mergeSpans(spans)) addConfirmed(world, place, span);
  }
  for (const period of currentCapacity) {
    if (period.status !== 'CONFIRMED') addUnconfirmed(world, period, spanOf(period));
  }
  for (const { place, from, until, reason, note } of currentBlocks) {
    const { id: placeId, cityId, slug } = world.place(place);
    const id = idOf('blocked days', place);
    world.rows.blocked_days.push({ id, placeId, cityId, blockedFrom: addDays(today, from), blockedUntil: addDays(today, until), reason, note });
    world.rows.event.push({
      id: idOf('event', id), at: momentOn(addDays(today, -15), id), actorId: world.partnerOf(slug), subject: 'BLOCKED_DAYS', subjectId: id, cityId,
      defenderId: null, verb: 'BLOCKED', fromStatus: null, toStatus: null, reasonCode: reason, note,
    });
  }
}

function addConfirmed(world: SampleWorld, place: string, { from, until }: DateSpan): void {
  const { today } = world;
  const { id: placeId, cityId, slug } = world.place(place);
  const isOver = until <= today;
  const id = idOf('capacity', `${place}/${from}`);
  const signedOn = from < addDays(today, -130) ? addDays(from, -60) : addDays(today, -45);
  const confirmedAt = momentOn(signedOn, id);
  const partner = world.partnerOf(slug);
  world.rows.capacity_period.push({
    id, placeId, cityId, opensOn: from, closesOn: until, status: 'CONFIRMED',
    track: isOver ? null : (currentCapacity.find((period) => period.place === place && period.status === 'CONFIRMED')?.track ?? null),
    note: null, confirmedAt, confirmedById: partner, withdrawnReason: null, stillRightOn: isOver ? null : addDays(today, -45),
  });
  if (!isOver) addEvent(world, { id, cityId, at: confirmedAt, by: partner, from: 'OFFERED', to: 'CONFIRMED', note: null });
}

function addUnconfirmed(world: SampleWorld, period: CurrentPeriod, { from, until }: DateSpan): void {
  const { id: placeId, cityId, slug } = world.place(period.place);
  const id = idOf('capacity', `${period.place}/${from}/${period.status}`);
  const { status } = period;
  const isWithdrawn = status === 'WITHDRAWN';
  const row: CapacityRow = {
    id, placeId, cityId, opensOn: from, closesOn: until, status, track: period.track, note: isWithdrawn ? null : period.note,
    confirmedAt: null, confirmedById: null, withdrawnReason: isWithdrawn ? period.note : null, stillRightOn: null,
  };
  world.rows.capacity_period.push(row);
  const on = (daysAgo: number): string => momentOn(addDays(world.today, -daysAgo), `${id}/${String(daysAgo)}`);
  const at = { id, cityId, note: period.note };
  if (status === 'REQUESTED') addEvent(world, { ...at, at: on(6), by: world.coordinator('COORDINATOR'), from: null, to: 'REQUESTED' });
  else addEvent(world, { ...at, at: on(20), by: world.partnerOf(slug), from: null, to: 'OFFERED' });
  if (isWithdrawn) addEvent(world, { ...at, at: on(3), by: world.partnerOf(slug), from: 'OFFERED', to: 'WITHDRAWN' });
}

type CapacityEvent = {
  readonly id: string; readonly cityId: string; readonly at: string; readonly by: string;
  readonly from: string | null; readonly to: CapacityStatus; readonly note: string | null;
};

function addEvent(world: SampleWorld, { id, cityId, at, by, from, to, note }: CapacityEvent): void {
  world.rows.event.push({
    id: idOf('event', `${id}/${to}`), at, actorId: by, subject: 'CAPACITY_PERIOD', subjectId: id, cityId, defenderId: null, verb: to,
    fromStatus: from, toStatus: to, reasonCode: null, note,
  });
}

/** The first day of a month, and the first of the month after a day: what a city once offered around a stay. */
export function monthsAround(first: CalendarDate, last: CalendarDate): DateSpan {
  const startOfMonth = (day: CalendarDate): CalendarDate => addDays(day, 1 - Number(day.slice(8)));
  return { from: startOfMonth(first), until: startOfMonth(addDays(startOfMonth(last), 32)) };
}
