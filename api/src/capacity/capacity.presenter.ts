import type { CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { capacityTransitions } from '@shelter-city/domain/capacity/capacity-transitions';
import type { Actor } from '../access/actor.ts';
import { reachOf } from '../access/policy.ts';
import type { CapacityWindow } from './capacity-window.repository.ts';

type CityName = { readonly id: string; readonly slug: string; readonly name: string };

/** The capacity of a city in a window, with what the reader may do. */
export function presentCapacity(actor: Actor, { id, slug, name }: CityName, asOf: CalendarDate, { from, until }: DateSpan, window: CapacityWindow): CapacityView {
  return {
    city: { id, slug, name },
    asOf,
    from,
    until,
    places: window.places,
    periods: window.periods.map((period) => ({ ...period, may: mayDo(actor, period) })),
    blocked: window.blocked,
    may: {
      request: reachOf(actor.role, 'capacity:request') !== null,
      offer: reachOf(actor.role, 'capacity:offer') !== null,
      confirm: reachOf(actor.role, 'capacity:confirm') !== null,
      block: reachOf(actor.role, 'capacity:block') !== null,
    },
  };
}

function mayDo({ role }: Actor, { status, staysOnIt }: Omit<CapacityPeriodView, 'may'>): CapacityPeriodView['may'] {
  const isOpen = (action: keyof typeof capacityTransitions): boolean => {
    const { from, by } = capacityTransitions[action];
    return from.includes(status) && by.includes(role);
  };
  return {
    offer: isOpen('capacity:offer'),
    confirm: isOpen('capacity:confirm'),
    change: isOpen('capacity:change'),
    withdraw: isOpen('capacity:withdraw') && staysOnIt === 0,
  };
}
