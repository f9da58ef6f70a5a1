import { Plural, Trans } from '@lingui/react/macro';
import type { PlanWhy } from '@shelter-city/contract/plans';
import { formatDay, formatDays } from '../design/days.ts';
import { formatAnyOf } from '../design/lists.ts';

/** The smallest changes that would let in somebody whom the plan left out, while nobody else moves. */
export function LetsIn({ letsIn: { free, onePlaceMore, otherDays, shorter } }: { readonly letsIn: NonNullable<PlanWhy['letsIn']> }) {
  const hasNone = free.length + onePlaceMore.length === 0 && otherDays === null && shorter === null;
  return (
    <section className="grid gap-1 rounded-lg border border-line p-3 tabular-nums">
      <h3 className="text-sm font-semibold"><Trans>What would let this person in</Trans></h3>
      {hasNone && <p className="text-muted"><Trans>No single small change would. The rules of each city say what stands in the way.</Trans></p>}
      <ul className="list-disc ps-4">
        {free.map(({ city, place, span }) => <li key={place.id}><Trans>Free now: {city.name}, {place.label}, {formatDays(span.from, span.until)}</Trans></li>)}
        {byDays(onePlaceMore).map(([days, cities]) => <li key={days}><Trans>One more place in {formatAnyOf(cities)}, {days}</Trans></li>)}
        {otherDays && (
          <li>
            {otherDays.days > 0 ? <Plural value={otherDays.days} one="Arriving up to # day later" other="Arriving up to # days later" /> : <Plural value={-otherDays.days} one="Arriving up to # day earlier" other="Arriving up to # days earlier" />}
            {': '}
            <Trans>{otherDays.seat.city.name}, from {formatDay(otherDays.seat.span.from)}</Trans>
          </li>
        )}
        {shorter && <li><Plural value={shorter.nights} one="A stay shorter by # night" other="A stay shorter by # nights" />: {shorter.seat.city.name}, {formatDays(shorter.seat.span.from, shorter.seat.span.until)}</li>}
      </ul>
    </section>
  );
}

/** The cities of which each could do with one place more, by the days of it. */
function byDays(more: NonNullable<PlanWhy['letsIn']>['onePlaceMore']): [days: string, cities: string[]][] {
  const cities = new Map<string, string[]>();
  for (const { city, span } of more) {
    const days = formatDays(span.from, span.until);
    cities.set(days, [...(cities.get(days) ?? []), city.name]);
  }
  return [...cities];
}
