import { overlaps } from '../../calendar/date-span.ts';
import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * A place or a period kept for a track (journalists, artists …) goes to that track.
 *
 * Units   the tracks of the place and of every confirmed period that the nights touch.
 * Source  "city's own rules: track"; "a place or period can carry a track".
 */
export function keptForATrack({
  input,
  prepared,
  span,
}: Pick<Suiting, 'input' | 'prepared' | 'span'>): readonly Finding[] {
  const { place } = prepared;
  const kept = [
    place.track,
    ...place.confirmed.filter((period) => overlaps(period, span)).map((period) => period.track),
  ].filter((track) => track !== null);
  const other = kept.find((track) => track !== input.defender.track);
  const base = { rule: 'TRACK', source: 'PLACE_PROFILE', asOf: place.profileAsOf } as const;
  if (other !== undefined) {
    return [
      {
        ...base,
        verdict: 'BLOCKED',
        fact: { code: 'TRACK_KEPT_FOR_OTHERS', params: { track: other } },
      },
    ];
  }
  return kept[0] === undefined
    ? nothing
    : [{ ...base, verdict: 'FITS', fact: { code: 'TRACK_SUITS', params: { track: kept[0] } } }];
}
