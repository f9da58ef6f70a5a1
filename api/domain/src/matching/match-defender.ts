import type { DateSpan } from '../calendar/date-span.ts';
import { inAgreedOrder, rankedOf, type Ranked } from './agreed-order.ts';
import { bestInPlace } from './best-placement.ts';
import type { PreparedCity } from './candidate.ts';
import type { CityOption, CityVerdict, Placement } from './city-option.ts';
import type { Finding, Verdict } from './finding.ts';
import { asShown, judgeOf, type Judge, type Judged } from './judge.ts';
import type { MatchInput } from './match-input.ts';
import { shareAskedOfAll } from './rules/fairness.ts';
import { whatWouldHaveToChange } from './what-would-have-to-change.ts';

/** So many later arrivals in other places of a city are named. */
const alternativesShown = 2;

/**
 * The explained list for one person: every city, the best first, each with its facts and with what would have to
 * change. It recommends; a person decides.
 *
 * Units   spans are half-open nights; arrival days of the window are both included.
 * Errors  nothing is thrown for a city that can't: it stays in the list with its reasons. The same input gives the same
 *         list, whatever the order of cities and places in it.
 * Source  the agreed table of hard and soft rules; first-come and nationality are never used.
 */
export function matchDefender(input: MatchInput): CityOption[] {
  const judge = judgeOf(input);
  return judge.cities
    .map((at) => ({ at, judged: judgedPlaces(judge, at) }))
    .sort(
      (a, b) => inOrder(a.judged[0], b.judged[0]) || (a.at.city.cityId < b.at.city.cityId ? -1 : 1),
    )
    .map(({ at, judged }) => optionOf(judge, at, judged));
}

/**
 * The findings for one placement that someone has in mind: dragged on the board, or about to be proposed.
 *
 * Errors  `null` when the input has no such city or place.
 */
export function judgePlacement(
  input: MatchInput,
  cityId: string,
  placement: { readonly placeId: string; readonly span: DateSpan },
): { readonly verdict: CityVerdict; readonly findings: readonly Finding[] } | null {
  const only = input.cities.filter((city) => city.cityId === cityId);
  const judge = judgeOf({ ...input, cities: only }, shareAskedOfAll(input));
  const [at] = judge.cities;
  const prepared = at?.places.find(({ place }) => place.placeId === placement.placeId);
  if (at === undefined || prepared === undefined) return null;
  const { verdict, findings } = judge.judge(at, prepared, placement.span);
  return { verdict, findings: asShown(findings) };
}

function inOrder(a: Ranked | undefined, b: Ranked | undefined): number {
  if (a === undefined || b === undefined)
    return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return inAgreedOrder(a, b);
}

function judgedPlaces(judge: Judge, at: PreparedCity): Ranked[] {
  return at.places
    .map((prepared) => rankedOf(bestInPlace(judge, at, prepared)))
    .sort((a, b) => inAgreedOrder(a, b) || (a.placement.placeId < b.placement.placeId ? -1 : 1));
}

function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
  const counts = { FITS: 0, WEAKER: 0, UNKNOWN: 0, BLOCKED: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

function ifWeWait([best, ...others]: readonly Judged[]): Placement[] {
  return others
    .filter(
      ({ verdict, placement }) =>
        verdict === 'FITS' && best !== undefined && placement.span.from > best.placement.span.from,
    )
    .map(({ placement }) => placement)
    .sort((a, b) => (a.span.from + a.placeId < b.span.from + b.placeId ? -1 : 1))
    .slice(0, alternativesShown);
}

function optionOf(judge: Judge, at: PreparedCity, judged: readonly Judged[]): CityOption {
  const { cityId } = at.city;
  const [best] = judged;
  if (best === undefined) {
    return {
      cityId,
      verdict: 'BLOCKED',
      best: null,
      counts: countsOf([]),
      findings: [],
      ifWeWait: [],
      whatWouldHaveToChange: [],
    };
  }
  const findings = asShown(best.findings);
  return {
    cityId,
    verdict: best.verdict,
    best: best.placement,
    counts: countsOf(findings),
    findings,
    ifWeWait: ifWeWait(judged),
    whatWouldHaveToChange: whatWouldHaveToChange(judge, at, best),
  };
}
