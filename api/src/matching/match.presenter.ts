import type { MatchOption, MatchView } from '@shelter-city/contract/matching';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { rulesVersion, type CityOption, type NeededChange, type Placement } from '@shelter-city/domain/matching/city-option';
import type { MatchInput } from '@shelter-city/domain/matching/match-input';
import { presencesOf } from '@shelter-city/domain/matching/rules/visa-days';
import { schengenDaysAllowed, schengenDaysUsed } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import type { MatchWorld } from './match-world.repository.ts';

type Who = Pick<MatchView['defender'], 'code' | 'codeName'> & {
  readonly hiddenRules: number;
  readonly presences: readonly { readonly enteredOn: CalendarDate; readonly leftOn: CalendarDate; readonly source: string }[];
};

/** Where a presence comes from that is one of our own stays. The pages have its words. */
const ownStay = 'STAY';

/** The explained list, with names for ids. */
export function presentMatch({ code, codeName, presences, hiddenRules }: Who, { today, defender, window, lengthNights }: MatchInput, world: MatchWorld, options: readonly CityOption[]): MatchView {
  const used = schengenDaysUsed(presencesOf(defender), today);
  const present = presenterOf(world);
  return {
    defender: { code, codeName },
    asOf: today,
    rulesVersion,
    window,
    lengthNights,
    visa: {
      needed: defender.visa.needed ?? true,
      asOf: today,
      daysUsed: used,
      daysLeft: Math.max(0, schengenDaysAllowed - used),
      presences: [
        ...presences.map(({ enteredOn, leftOn, source }) => ({ enteredOn, leftOn, source })),
        ...defender.otherStays.map(({ from, until }) => ({ enteredOn: from, leftOn: until, source: ownStay })),
      ].sort((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1)),
    },
    passportValidUntil: defender.passportValidUntil,
    hiddenRules,
    options: options.map(present),
  };
}

/** Says a city's answer with names for ids. */
export function presenterOf({ cities, places }: Pick<MatchWorld, 'cities' | 'places'>): (option: CityOption) => MatchOption {
  const cityOf = new Map(cities.map(({ id, slug, name }) => [id, { id, slug, name }]));
  const placeOf = new Map(places.map(({ id, label }) => [id, { id, label }]));
  const place = (id: string) => placeOf.get(id) ?? { id, label: '' };
  const placement = ({ placeId, span: { from, until } }: Placement) => ({ place: place(placeId), span: { from, until } });
  const needed = (change: NeededChange): MatchOption['whatWouldHaveToChange'][number] => {
    switch (change.change) {
      case 'OTHER_ARRIVAL':
        return { change: 'OTHER_ARRIVAL', placement: placement(change.placement), daysMoved: change.daysMoved, rule: change.rule };
      case 'SHORTER_LENGTH':
        return { change: 'SHORTER_LENGTH', placement: placement(change.placement), nights: change.nights, rule: change.rule };
      case 'OTHER_PLACE':
        return { change: 'OTHER_PLACE', place: place(change.placeId), rule: change.rule };
      case 'LONGER_PASSPORT':
        return { change: 'LONGER_PASSPORT', validUntil: change.validUntil };
      case 'CONFIRM_CAPACITY':
        return { change: 'CONFIRM_CAPACITY', placement: placement(change.placement) };
      case 'NEXT_FREE_DATE':
        return { change: 'NEXT_FREE_DATE', place: place(change.placeId), freeFrom: change.freeFrom };
      case 'ANSWER':
        return { change: 'ANSWER', rule: change.rule, code: change.code, ask: change.ask };
    }
  };
  return (option) => ({
    city: cityOf.get(option.cityId) ?? { id: option.cityId, slug: '', name: '' },
    verdict: option.verdict,
    best: option.best && placement(option.best),
    counts: { ...option.counts },
    findings: option.findings.map(({ rule, verdict, fact, source, asOf, ask }) => ({ rule, verdict, fact, source, asOf, ...(ask && { ask }) })),
    ifWeWait: option.ifWeWait.map(placement),
    whatWouldHaveToChange: option.whatWouldHaveToChange.map(needed),
  });
}
