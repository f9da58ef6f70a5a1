import type { CityOption } from './city-option.ts';
import type { MatchInput } from './match-input.ts';
/** The explained list. */
export function matchDefender(input: MatchInput): CityOption[] {
  return input.cities.map((city) => ({
    cityId: city.cityId,
    verdict: 'UNKNOWN',
    best: null,
    counts: { FITS: 0, WEAKER: 0, UNKNOWN: 0, BLOCKED: 0 },
    findings: [],
    ifWeWait: [],
    whatWouldHaveToChange: [],
  }));
}
