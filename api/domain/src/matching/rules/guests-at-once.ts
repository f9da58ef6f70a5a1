import { containsNight, overlaps, type DateSpan } from '../../calendar/date-span.ts';
import { nothing } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchCity } from '../match-input.ts';

/** Of a city and its guests, all that the rule reads. */
type CityAtOnce = {
  readonly at: {
    readonly city: Pick<MatchCity, 'guestsAtOnceAtMost' | 'profileAsOf'>;
    readonly guests: readonly DateSpan[];
  };
  readonly span: DateSpan;
};

/**
 * The city never has more guests at once than it can accompany.
 *
 * Units   guests on the fullest night.
 * Errors  nothing when the city named no number.
 * Source  "caps per city (guests at once)"; the database keeps it as well.
 */
export function guestsAtOnce({ at, span }: CityAtOnce): readonly Finding[] {
  const atMost = at.city.guestsAtOnceAtMost;
  if (atMost === null) return nothing;
  const guests = at.guests.filter((guest) => overlaps(guest, span));
  // The number of guests only rises on a night when someone arrives, so those nights are enough to look at.
  const nights = [
    span.from,
    ...guests.map(({ from }) => from).filter((night) => containsNight(span, night)),
  ];
  const full = nights.some(
    (night) => guests.filter((guest) => containsNight(guest, night)).length >= atMost,
  );
  const base = {
    rule: 'GUESTS_AT_ONCE',
    source: 'CITY_PROFILE',
    asOf: at.city.profileAsOf,
  } as const;
  return full
    ? [{ ...base, verdict: 'BLOCKED', fact: { code: 'GUESTS_AT_ONCE_FULL', params: { atMost } } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'GUESTS_AT_ONCE_OK', params: { atMost } } }];
}
