import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { RiskConstraints } from './constraints-of-notes.ts';

/** A city to which nothing of a person may be given, and since when. */
export type WithheldCity = { readonly cityId: string; readonly since: CalendarDate };

/**
 * The constraints with the cities of the "do not share with" list. Who isn't cleared learns that there is a rule, not
 * which; a city that a readable note already names stays named.
 *
 * Source  "do-not-share-with list (S4, enforced)".
 */
export function withWithheldCities(
  constraints: RiskConstraints,
  withheld: readonly WithheldCity[],
  reader: { readonly riskCleared: boolean },
): RiskConstraints {
  const hidden = !reader.riskCleared;
  const isNamed = (cityId: string) =>
    constraints.citiesToAvoid.some((rule) => rule.cityId === cityId && !rule.hidden);
  const added = withheld.filter(({ cityId }) => !isNamed(cityId));
  return {
    ...constraints,
    citiesToAvoid: [
      ...constraints.citiesToAvoid.filter(
        (rule) => !added.some(({ cityId }) => cityId === rule.cityId),
      ),
      ...added.map(({ cityId, since }) => ({
        cityId,
        hidden,
        asOf: since,
        withheld: true as const,
      })),
    ],
  };
}
