import fc from 'fast-check';
import { addDays, laterOf } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import type { CityOption, NeededChange, Placement } from './city-option.ts';
import type { FactCode, Finding, MatchRule } from './finding.ts';
import { judgeOf } from './judge.ts';
import { judgePlacement, matchDefender } from './match-defender.ts';
import type { MatchDefender, MatchInput } from './match-input.ts';
import { anyInput } from './random-input.fixture.ts';
import { safetyRules } from './rule-book.ts';

const runs = 60;

/** The findings of one rule for a placement, through the same door as everyone. */
function saysThen(input: MatchInput, cityId: string, placement: Placement, rule: MatchRule) {
  const judged = judgePlacement(input, cityId, placement);
  if (judged === null) throw new Error('The changed input has no such place');
  return judged.findings.filter((finding) => finding.rule === rule);
}

const withDefender = (input: MatchInput, defender: Partial<MatchDefender>): MatchInput => ({
  ...input,
  defender: { ...input.defender, ...defender },
});

/** How each missing fact is filled in, as well as can be. */
const fillIn: Partial<Record<FactCode, (input: MatchInput) => MatchInput>> = {
  VISA_DAYS_NOT_KNOWN: (input) => withDefender(input, { presences: [] }),
  PASSPORT_NOT_KNOWN: (input) =>
    withDefender(input, { passportValidUntil: addDays(input.today, 3000) }),
  VISA_LEAD_TIME_NOT_KNOWN: (input) =>
    withDefender(input, { visa: { ...input.defender.visa, leadTimeDays: 0 } }),
  ARRIVAL_TOO_LATE: (input) => ({
    ...input,
    window: { earliest: input.today, latest: addDays(input.today, 4000) },
  }),
  LANGUAGE_NOT_RECORDED: (input) => ({
    ...input,
    cities: input.cities.map((city) => ({ ...city, languages: ['fr'] })),
  }),
  NEED_NOT_RECORDED: (input) => ({
    ...input,
    cities: input.cities.map((city) => ({
      ...city,
      places: city.places.map((place) => ({ ...place, stepFree: true })),
    })),
  }),
};

function answered(
  input: MatchInput,
  { code }: Extract<NeededChange, { change: 'ANSWER' }>,
): MatchInput {
  const fill = fillIn[code];
  if (fill === undefined) throw new Error(`Nobody wrote how ${code} is answered`);
  return fill(input);
}

const signed = (input: MatchInput): MatchInput => ({
  ...input,
  cities: input.cities.map((city) => ({
    ...city,
    places: city.places.map((place) => ({
      ...place,
      confirmed: [
        ...place.confirmed,
        ...place.unconfirmed.map((span) => ({ ...span, confirmedOn: input.today, track: null })),
      ],
      unconfirmed: [],
    })),
  })),
});

/** The findings, once a change is made, of the rule that it is to lift. */
function afterwards(
  input: MatchInput,
  { cityId, best }: CityOption,
  change: NeededChange,
): readonly Finding[] {
  if (best === null) throw new Error('A city without places needs more than a change');
  switch (change.change) {
    case 'OTHER_ARRIVAL':
    case 'SHORTER_LENGTH':
      // Without a rule it has to make everything fit, the person's window aside: another law looks at that.
      return change.rule === null ? [] : saysThen(input, cityId, change.placement, change.rule);
    case 'OTHER_PLACE':
      return saysThen(input, cityId, { ...best, placeId: change.placeId }, change.rule);
    case 'LONGER_PASSPORT':
      return saysThen(
        withDefender(input, { passportValidUntil: change.validUntil }),
        cityId,
        best,
        'PASSPORT',
      );
    case 'CONFIRM_CAPACITY':
      return saysThen(signed(input), cityId, change.placement, 'CAPACITY');
    case 'NEXT_FREE_DATE': {
      const span = spanOfNights(change.freeFrom, input.lengthNights);
      return saysThen(input, cityId, { placeId: change.placeId, span }, 'CAPACITY');
    }
    case 'ANSWER':
      return saysThen(answered(input, change), cityId, best, change.rule);
  }
}

/** Rules that are about a day: whether another arrival in the place would keep them, looked for on each day. */
function passesOnSomeDay(
  input: MatchInput,
  { cityId, best }: CityOption,
  rule: MatchRule,
): boolean {
  const judge = judgeOf(input);
  const at = judge.cities.find(({ city }) => city.cityId === cityId);
  const prepared = at?.places.find(({ place }) => place.placeId === best?.placeId);
  if (at === undefined || prepared === undefined) return false;
  const last = addDays(input.window.latest, 365);
  for (let day = laterOf(input.window.earliest, input.today); day <= last; day = addDays(day, 1)) {
    const { findings } = judge.judge(at, prepared, spanOfNights(day, input.lengthNights));
    if (!findings.some((each) => each.rule === rule && each.verdict === 'BLOCKED')) return true;
  }
  return false;
}

function lifts(change: NeededChange): MatchRule | null {
  if ('rule' in change) return change.rule;
  return change.change === 'LONGER_PASSPORT' ? 'PASSPORT' : 'CAPACITY';
}

describe('a change that is offered', () => {
  test('lifts the rule that it names, when it is made and everything is judged again', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const option of matchDefender(input)) {
          for (const change of option.whatWouldHaveToChange) {
            const verdicts = afterwards(input, option, change).map(({ verdict }) => verdict);
            expect(verdicts).not.toContain('BLOCKED');
            if (change.change === 'ANSWER' || change.change === 'CONFIRM_CAPACITY')
              expect(verdicts).not.toContain('UNKNOWN');
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('is of every kind in these inputs: of one that is never met a law would hold for nothing', () => {
    const met = fc
      .sample(anyInput, { numRuns: 200, seed: 20 })
      .flatMap((input) => matchDefender(input).flatMap((option) => option.whatWouldHaveToChange))
      .map(({ change }) => change);
    expect([...new Set(met)].sort()).toEqual([
      'ANSWER',
      'CONFIRM_CAPACITY',
      'LONGER_PASSPORT',
      'NEXT_FREE_DATE',
      'OTHER_ARRIVAL',
      'OTHER_PLACE',
      'SHORTER_LENGTH',
    ]);
  });

  test('is there for each broken rule that another arrival would lift', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const option of matchDefender(input)) {
          const broken = option.findings.filter(({ verdict }) => verdict === 'BLOCKED');
          if (broken.some(({ rule }) => safetyRules.has(rule))) continue;
          const changes = option.whatWouldHaveToChange;
          const makesItFit = changes.some((change) => 'rule' in change && change.rule === null);
          for (const { rule } of broken) {
            if (makesItFit || !passesOnSomeDay(input, option, rule)) continue;
            expect(changes.map(lifts)).toContain(rule);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
