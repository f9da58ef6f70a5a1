import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import {
  prepareCity,
  type PreparedCity,
  type PreparedPlace,
  type Rule,
  type Candidate,
  type PersonThen,
  type PersonThere,
} from './candidate.ts';
import { cityVerdicts, type CityVerdict, type Placement } from './city-option.ts';
import { matchRules, type FactCode, type Finding } from './finding.ts';
import type { MatchInput } from './match-input.ts';
import { softRules } from './rule-book.ts';
import { agreement } from './rules/agreement.ts';
import { arrivalWindow } from './rules/arrival-window.ts';
import { capacityAndFreeNights } from './rules/capacity-and-free-nights.ts';
import { careNearby } from './rules/care-nearby.ts';
import { cityLoad } from './rules/city-load.ts';
import { expertise } from './rules/expertise.ts';
import { fairness, shareAskedOfAll } from './rules/fairness.ts';
import { guestsAtOnce } from './rules/guests-at-once.ts';
import { household } from './rules/household.ts';
import { interpreterLoad } from './rules/interpreter-load.ts';
import { keptForATrack } from './rules/kept-for-a-track.ts';
import { language } from './rules/language.ts';
import { lengthOfStay } from './rules/length-of-stay.ts';
import { otherStay } from './rules/other-stay.ts';
import { passport } from './rules/passport.ts';
import { practicalNeeds } from './rules/practical-needs.ts';
import { publicity } from './rules/publicity.ts';
import { riskCity } from './rules/risk-city.ts';
import { riskNearby } from './rules/risk-nearby.ts';
import { screening } from './rules/screening.ts';
import { sleepsAlone } from './rules/sleeps-alone.ts';
import { stepFree } from './rules/step-free.ts';
import { urgency } from './rules/urgency.ts';
import { visaDays } from './rules/visa-days.ts';
import { visaLeadTime } from './rules/visa-lead-time.ts';
import { wishes } from './rules/wishes.ts';
import { womenOnly } from './rules/women-only.ts';
import { visaOpenings } from './visa-openings.ts';

/** Rules about the person on some nights: the same answer in every city. */
const rulesOfPersonThen: readonly Rule<PersonThen>[] = [
  arrivalWindow,
  lengthOfStay,
  visaDays,
  passport,
  visaLeadTime,
  otherStay,
  urgency,
];

/** Rules about the person in a place: the same answer on every night. */
const rulesOfPersonThere: readonly Rule<PersonThere>[] = [
  riskCity,
  stepFree,
  womenOnly,
  sleepsAlone,
  household,
  language,
  wishes,
  expertise,
  careNearby,
  practicalNeeds,
  fairness,
  publicity,
];

/** Rules that need person, place and nights together. */
const rulesOfCandidate: readonly Rule<Candidate>[] = [
  capacityAndFreeNights,
  riskNearby,
  keptForATrack,
  screening,
  guestsAtOnce,
  interpreterLoad,
  cityLoad,
  agreement,
];

/** What is unknown about the person alone is asked once and would make every city unknown alike, so it decides none. */
const questionsAboutThePerson: ReadonlySet<FactCode> = new Set([
  'VISA_DAYS_NOT_KNOWN',
  'PASSPORT_NOT_KNOWN',
  'VISA_LEAD_TIME_NOT_KNOWN',
  'HOUSEHOLD_NOT_KNOWN',
]);

/** One placement with every rule's answer. */
export type Judged = {
  readonly placement: Placement;
  readonly verdict: CityVerdict;
  readonly blocked: number;
  readonly findings: readonly Finding[];
};

/** Judges placements of one person; answers that can't differ are worked out once and remembered. */
export type Judge = {
  readonly input: MatchInput;
  readonly cities: readonly PreparedCity[];
  readonly judge: (at: PreparedCity, prepared: PreparedPlace, span: DateSpan) => Judged;
  /** The rules about the person in a place, whatever the nights: if one blocks, no other date helps. */
  readonly findingsThere: (at: PreparedCity, prepared: PreparedPlace) => readonly Finding[];
  /** The rules about the person on some nights, whatever the place. */
  readonly findingsThen: (span: DateSpan) => readonly Finding[];
  /** Days on which visa days suffice again, worked out when first asked. */
  readonly visaOpenings: () => readonly CalendarDate[];
};

/** A judge for one input; where only some of the cities are judged, the fair share is that of all. */
export function judgeOf(input: MatchInput, fairShare = shareAskedOfAll(input)): Judge {
  const then = new Map<string, readonly Finding[]>();
  const there = new Map<PreparedPlace, readonly Finding[]>();

  const findingsThen = (span: DateSpan): readonly Finding[] => {
    const key = span.from + span.until;
    const known = then.get(key);
    if (known !== undefined) return known;
    const findings = rulesOfPersonThen.flatMap((rule) => rule({ input, span }));
    then.set(key, findings);
    return findings;
  };
  const findingsThere = (at: PreparedCity, prepared: PreparedPlace): readonly Finding[] => {
    const known = there.get(prepared);
    if (known !== undefined) return known;
    const findings = rulesOfPersonThere.flatMap((rule) =>
      rule({ input, at, place: prepared.place, fairShare }),
    );
    there.set(prepared, findings);
    return findings;
  };
  let openings: readonly CalendarDate[] | null = null;
  const judge = (at: PreparedCity, prepared: PreparedPlace, span: DateSpan): Judged => {
    const findings = [...findingsThen(span), ...findingsThere(at, prepared)];
    for (const rule of rulesOfCandidate) findings.push(...rule({ input, at, prepared, span }));
    return {
      placement: { placeId: prepared.place.placeId, span },
      verdict: verdictOf(findings),
      blocked: findings.reduce((sum, { verdict }) => (verdict === 'BLOCKED' ? sum + 1 : sum), 0),
      findings,
    };
  };
  return {
    input,
    cities: input.cities.map((city) => prepareCity(input, city)),
    judge,
    findingsThere,
    findingsThen,
    visaOpenings: () => (openings ??= visaOpenings(input)),
  };
}

/** Only other guests stand in the way, and they will leave. */
function isOnlyTaken({ fact }: Finding): boolean {
  return (
    fact.code === 'PLACE_TAKEN' ||
    fact.code === 'CLEANING_GAP' ||
    fact.code === 'GUESTS_AT_ONCE_FULL'
  );
}

/** What the findings say together: one hard rule broken blocks, one hard question leaves it open. */
export function verdictOf(findings: readonly Finding[]): CityVerdict {
  if (findings.some(({ verdict }) => verdict === 'BLOCKED')) {
    return findings.every((finding) => finding.verdict !== 'BLOCKED' || isOnlyTaken(finding))
      ? 'FULL'
      : 'BLOCKED';
  }
  const open = findings.some(
    ({ verdict, rule, fact }) =>
      verdict === 'UNKNOWN' && !softRules.has(rule) && !questionsAboutThePerson.has(fact.code),
  );
  return open ? 'UNKNOWN' : 'FITS';
}

/** Findings as a page shows them: in the rules' order, and a hidden rule said once, because even the count tells something. */
export function asShown(findings: readonly Finding[]): Finding[] {
  const shown = findings.filter(
    (finding, at) =>
      finding.rule !== 'HIDDEN_RULE' ||
      findings.findIndex(({ rule }) => rule === 'HIDDEN_RULE') === at,
  );
  return shown.sort((a, b) => matchRules.indexOf(a.rule) - matchRules.indexOf(b.rule));
}

/** The better of two judged placements of one city, by verdict, then the fewest broken rules, then the earlier day. */
export function nearerToFitting(a: Judged, b: Judged): number {
  return (
    cityVerdicts.indexOf(a.verdict) - cityVerdicts.indexOf(b.verdict) ||
    a.blocked - b.blocked ||
    (a.placement.span.from < b.placement.span.from
      ? -1
      : a.placement.span.from > b.placement.span.from
        ? 1
        : 0)
  );
}
