import { calendarDate } from '@shelter-city/contract/fields';
import type { PlanComparison, PlanLine, PlanPerson, PlanSeat, PlanView } from '@shelter-city/contract/plans';

type Days = { readonly from: string; readonly until: string };

/** Days as the API answers them. */
export const aSpan = ({ from, until }: Days): PlanSeat['span'] => ({ from: calendarDate.parse(from), until: calendarDate.parse(until) });

/** A place of a city for some days; ids and names are the same word. */
export const aSeat = (city: string, place: string, days: Days = { from: '2027-02-01', until: '2027-04-01' }): PlanSeat => ({
  city: { id: city, slug: city.toLowerCase(), name: city }, place: { id: place, label: `House ${place}` }, span: aSpan(days),
});

/** Somebody of a plan, placed, with one rule that says yes. */
export const aPlanPerson = (over: Partial<PlanPerson> = {}): PlanPerson => ({
  defender: { code: 'amber-heron', codeName: 'Amber Heron' }, window: { earliest: null, latest: null }, nights: 59, urgent: true,
  seat: aSeat('Utrecht', 'A'), before: null, pinned: false, bannedCities: [],
  findings: [{ rule: 'LANGUAGE', verdict: 'FITS', fact: { code: 'NO_RISK_RULE' }, source: 'STAYS', asOf: null }],
  awaits: true, brokenBy: [], changedSince: [], leftOutBecause: null, stayId: null, evenedFrom: null, ...over,
});

/** A draft as a list has it. */
export const aPlanLine = (over: Partial<PlanLine> = {}): PlanLine => ({
  id: '1', name: 'Spring', status: 'DONE', arrivals: aSpan({ from: '2027-01-01', until: '2027-07-01' }), placesKeptFree: 0, madeBy: { id: 'a', displayName: 'LB' },
  changedAt: '2026-11-22T10:00:00.000Z', plannedAt: '2026-11-22T10:00:00.000Z', publishedAt: null, people: 2, placed: 1, proof: { isBest: true, morePeopleAtMost: 0 }, version: 3, ...over,
});

/** A draft that was made, with one who is placed and one who isn’t. */
export const aPlan = (over: Partial<PlanView> = {}): PlanView => ({
  ...aPlanLine(), asOf: calendarDate.parse('2026-11-22'), rulesVersion: 1, weightsVersion: 1, progress: null, failedBecause: null,
  cohort: [aPlanPerson(), aPlanPerson({ defender: { code: 'blue-finch', codeName: 'Blue Finch' }, urgent: false, seat: null, findings: [], leftOutBecause: 'OTHERS_NEED_IT' })],
  envy: [], load: [], may: ['run', 'change', 'publish', 'copy', 'discard'], ...over,
});

/** What a draft comes to beside others. */
export const aTally = (plan: PlanLine, over: Partial<PlanComparison['plans'][number]> = {}): PlanComparison['plans'][number] => ({
  plan, placed: 2, leftOut: 0, urgentDaysWaited: 0, wishesMet: 0, weaker: 0, questions: 0, better: 0, worse: 0, unchanged: 2, citiesOutOfBand: 0, ...over,
});
