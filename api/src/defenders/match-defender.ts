import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import type { MatchDefender } from '@shelter-city/domain/matching/match-input';
import { constraintsOf, type RiskConstraints } from '@shelter-city/domain/risk/constraints-of-notes';
import { withWithheldCities } from '@shelter-city/domain/risk/withheld-cities';
import type { MatchFacts } from './match-facts.repository.ts';

/** A defender as matching and the guards of a proposal want one, with the wishes a search begins from. */
export type DefenderForMatching = {
  readonly id: string;
  readonly code: string;
  readonly codeName: string;
  readonly selection: ApplicationStatus;
  readonly version: number;
  readonly earliestArrival: CalendarDate | null;
  readonly latestArrival: CalendarDate | null;
  readonly nightsWished: number;
  /** Schengen days outside our stays with where they come from, for the strip. */
  readonly presences: MatchFacts['presences'];
  /** Rules that the reader may not read, and the planner obeys. */
  readonly hiddenRules: number;
  readonly defender: MatchDefender;
};

/** The domain's defender of the stored facts, with the risk rules this reader may see named and the others hidden. */
export function matchDefenderOf(
  facts: MatchFacts,
  reader: { readonly riskCleared: boolean },
  today: CalendarDate,
): DefenderForMatching {
  const { id, codeName, selection, version, earliestArrival, latestArrival, nightsWished } = facts;
  const cities = (kind: 'PREFER' | 'AVOID') =>
    facts.wishes.filter((wish) => wish.kind === kind).map(({ cityId }) => cityId);
  return {
    id,
    code: slugOfCodeName(codeName),
    codeName,
    selection,
    version,
    earliestArrival,
    latestArrival,
    nightsWished,
    presences: facts.presences,
    hiddenRules: facts.hiddenRules.count,
    defender: {
      defenderId: id,
      profileAsOf: facts.profileAsOf,
      // Who someone is lies sealed. The profile says only whether a place for women may take the person.
      gender: facts.womenOnlyAllowed ? 'WOMAN' : 'OTHER',
      languages: facts.languages,
      interpreterNeeded: facts.interpreter !== null,
      accessNeeds: facts.needs,
      companions: facts.householdSize - 1,
      themes: facts.themes,
      citiesPreferred: cities('PREFER'),
      citiesToAvoid: cities('AVOID'),
      publicity: facts.publicity,
      track: facts.track,
      passportValidUntil: facts.passportValidUntil,
      visa: { needed: facts.visaNeeded, held: facts.heldVisas, leadTimeDays: facts.visaLeadDays },
      presences: facts.presences.map(({ enteredOn, leftOn, basis }) => ({
        firstDay: enteredOn,
        lastDay: leftOn,
        basis,
      })),
      otherStays: facts.otherStays,
      risk: withHiddenRules(
        withWithheldCities(constraintsOf(id, facts.notes, reader), facts.withheldCities, reader),
        facts.hiddenRules,
        today,
      ),
    },
  };
}

/** A city that a hidden rule closes is closed without a why. A rule that the reader may read isn't hidden by a second one. */
function withHiddenRules(
  risk: RiskConstraints,
  { cities }: MatchFacts['hiddenRules'],
  today: CalendarDate,
): RiskConstraints {
  const named = new Set(risk.citiesToAvoid.map(({ cityId }) => cityId));
  const closed = cities.filter((cityId) => !named.has(cityId));
  return {
    ...risk,
    citiesToAvoid: [
      ...risk.citiesToAvoid,
      ...closed.map((cityId) => ({ cityId, hidden: true, asOf: today })),
    ],
  };
}
