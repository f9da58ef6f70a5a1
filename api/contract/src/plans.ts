import { daysBetween, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { accountName, calendarDate, cityName, codeName, enteredDay, id, instant, name, placeName, span, version } from './fields.ts';
import { findingView, matchOption } from './matching.ts';
import { readableName, readableText } from './readable.ts';

/** What has become of a draft. STOPPED: somebody ended it, or the server did; what it had is kept. */
export const planStatuses = ['NEW', 'RUNNING', 'DONE', 'STOPPED', 'FAILED', 'PUBLISHED'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Why a plan could not be made: it took more memory than it may, found nothing in its time, or something that nobody foresaw. */
export const planFailures = ['MEMORY', 'TIME', 'OTHER'] as const;
export type PlanFailure = (typeof planFailures)[number];

/** What the reader may do with a draft now, in the order to offer it. */
export const planActs = ['run', 'stop', 'change', 'publish', 'copy', 'discard'] as const;
export type PlanAct = (typeof planActs)[number];

/** The most people of one plan, and the most drafts of one coordinator. */
export const planPeopleAtMost = 100;
export const planDraftsAtMost = 30;

const planName = readableName(1, 80);

/** How good a plan is, as far as that was proven: whether a better one could exist, and how many more people it could place. */
const proof = z.strictObject({ isBest: z.boolean(), morePeopleAtMost: z.int() });

const planLineFields = {
  id, name: z.string(), status: z.enum(planStatuses), arrivals: span, placesKeptFree: z.int(),
  madeBy: accountName, changedAt: instant, plannedAt: instant.nullable(), publishedAt: instant.nullable(),
  people: z.int(), placed: z.int(), proof: proof.nullable(), version: z.int(),
};
export const planLine = z.strictObject(planLineFields).meta({ id: 'PlanLine' });
export type PlanLine = z.output<typeof planLine>;

/** Where a plan has somebody. */
export const planSeat = z.strictObject({ city: cityName, place: placeName, span }).meta({ id: 'PlanSeat' });
export type PlanSeat = z.output<typeof planSeat>;

/** Why somebody has no place: no stay keeps the rules, or others need those that would. */
export const leftOutBecause = ['NOTHING_FITS', 'OTHERS_NEED_IT'] as const;

/** Whether a city is asked for its fair part. */
export const fairSides = ['WITHIN', 'BELOW', 'ABOVE', 'NOTHING_OFFERED'] as const;

/** What a plan asks of a city in twelve weeks that begin on a day. */
const weeksPart = { from: calendarDate, openNights: z.int(), plannedNights: z.int() };
/** The fullest and the emptiest twelve weeks inside a plan, and those that are furthest from fair, when some are. */
const fairWeeks = z.strictObject({
  fullest: z.strictObject(weeksPart), emptiest: z.strictObject(weeksPart), outside: z.strictObject({ ...weeksPart, least: z.int(), most: z.int() }).nullable(),
});

export const planPerson = z.strictObject({
  defender: codeName, window: z.strictObject({ earliest: calendarDate.nullable(), latest: calendarDate.nullable() }), nights: z.int(),
  /** Each day counts for this person. */
  urgent: z.boolean(),
  seat: planSeat.nullable(), before: planSeat.nullable(), pinned: z.boolean(), bannedCities: z.array(cityName),
  /** What the rules say of the seat today, with everybody else where the plan has them; a rule one may not read says only that. */
  findings: z.array(findingView),
  /** Whether the person still awaits a place; whoever doesn't is planned nowhere, and isn't proposed. */
  awaits: z.boolean(),
  /** Rules that the seat breaks today. */
  brokenBy: z.array(findingView.shape.rule),
  /** Rules that answer otherwise now than when the plan was made. */
  changedSince: z.array(findingView.shape.rule),
  leftOutBecause: z.enum(leftOutBecause).nullable(),
  stayId: id.nullable(),
  /** Where they would be if fairness between cities hadn't moved them; all that is agreed to be more important is as good there. */
  evenedFrom: cityName.nullable(),
}).meta({ id: 'PlanPerson' });
export type PlanPerson = z.output<typeof planPerson>;

export const planView = z.strictObject({
  ...planLineFields,
  asOf: calendarDate,
  rulesVersion: z.int().nullable(), weightsVersion: z.int().nullable(),
  progress: z.strictObject({ phase: z.string(), placed: z.int() }).nullable(),
  /** Why it could not be made, when it could not. */
  failedBecause: z.enum(planFailures).nullable(),
  cohort: z.array(planPerson),
  /** Nights by city: offered in the twelve months before and used; those that are open to this plan, what it asks, and between which figures that is fair. */
  load: z.array(z.strictObject({
    city: cityName, offeredNights: z.int(), usedNights: z.int(), openNights: z.int(), plannedNights: z.int(), least: z.int(), most: z.int(), side: z.enum(fairSides),
    /** Null for a city with nothing open, and in a plan of no more than twelve weeks or that is being made. */
    weeks: fairWeeks.nullable(),
  })),
  /** Who is more urgent than somebody whose place would be better for them, and could have had it. */
  envy: z.array(z.strictObject({ defender: codeName, of: codeName, city: cityName })),
  may: z.array(z.enum(planActs)),
}).meta({ id: 'Plan' });
export type PlanView = z.output<typeof planView>;

/** So many drafts stand side by side: the first, which the others are measured from, and these beside it. */
export const plansBesideAtMost = 3;

/** What is other for somebody than in the first draft. */
export const planChanges = ['SAME', 'OTHER_DAYS', 'OTHER_PLACE', 'OTHER_CITY', 'PLACED', 'LEFT_OUT', 'NOT_IN_ONE', 'NOT_IN_OTHER'] as const;
/** Whether somebody is better off than in the first draft, by the order in which their own options are ranked; EVEN is other, and as good. */
export const planEffects = ['SAME', 'BETTER', 'WORSE', 'EVEN'] as const;

/** One person in one of the drafts. */
const besideSeat = z.strictObject({
  /** Whether the draft has this person at all. */
  isOfCohort: z.boolean(), seat: planSeat.nullable(), pinned: z.boolean(), leftOutBecause: z.enum(leftOutBecause).nullable(),
  change: z.enum(planChanges), effect: z.enum(planEffects), decidedBy: findingView.shape.rule.nullable(),
});
/** A row of drafts side by side; its seats are in the order of the drafts. */
export const planRow = z.strictObject({ defender: codeName, urgent: z.boolean(), differs: z.boolean(), seats: z.array(besideSeat) }).meta({ id: 'PlanRow' });
/** What a draft comes to, so that it can be compared without adding up; of the people, how they fare beside the first draft. */
const tally = z.strictObject({
  plan: planLine, placed: z.int(), leftOut: z.int(), urgentDaysWaited: z.int(), wishesMet: z.int(), weaker: z.int(), questions: z.int(),
  better: z.int(), worse: z.int(), unchanged: z.int(),
  /** Cities that are asked for more or less than their fair part. */
  citiesOutOfBand: z.int(),
});
export const planComparison = z.strictObject({
  plans: z.array(tally), rows: z.array(planRow),
  /** Nights that each draft asks of each city, in the order of the drafts. */
  cities: z.array(z.strictObject({ city: cityName, nights: z.array(z.int()) })),
}).meta({ id: 'PlanComparison' });
export type PlanComparison = z.output<typeof planComparison>;

/** Why somebody is where the plan has them: every city by the same rules, with all others where the plan has them. */
export const planWhy = z.strictObject({
  defender: codeName, seat: planSeat.nullable(), options: z.array(matchOption),
  /** Who has, in this plan, the nights that would suit this person in a city. */
  neededBy: z.array(z.strictObject({ city: cityName, people: z.array(codeName.extend({ urgent: z.boolean() })) })),
  /** The smallest changes that would let in somebody without a place, while nobody else moves; null for who has one. */
  letsIn: z.strictObject({
    free: z.array(planSeat), onePlaceMore: z.array(z.strictObject({ city: cityName, span })),
    otherDays: z.strictObject({ days: z.int(), seat: planSeat }).nullable(), shorter: z.strictObject({ nights: z.int(), seat: planSeat }).nullable(),
  }).nullable(),
}).meta({ id: 'PlanWhy' });
export type PlanWhy = z.output<typeof planWhy>;

/** What would follow if somebody were in another city: found by planning anew with that choice forced. */
export const planInstead = z.strictObject({
  outcome: z.enum(['POSSIBLE', 'NO_STAY_POSSIBLE', 'PINNED', 'MAKE_ANEW_FIRST', 'NOT_FOUND_IN_TIME', 'TOO_LARGE']),
  seat: planSeat.nullable(),
  moves: z.array(z.strictObject({ defender: codeName, before: planSeat, after: planSeat })),
  leftOut: z.array(codeName), joins: z.array(z.strictObject({ defender: codeName, seat: planSeat })),
}).meta({ id: 'PlanInstead' });
export type PlanInstead = z.output<typeof planInstead>;

/** A plan looks at so many days of arrival at the most. */
const planDaysAtMost = 400;
const inOrder = <T extends z.ZodType<{ from: CalendarDate; until: CalendarDate }>>(shape: T) =>
  shape
    .refine(({ from, until }) => until > from, { path: ['until'], params: { code: 'ends-after-it-begins' } })
    .refine(({ from, until }) => daysBetween(from, until) <= planDaysAtMost, { path: ['until'], params: { code: 'too-many-days-of-arrival' } });
/** `from` and `until` are days of arrival, half-open. */
export const newPlan = inOrder(z.strictObject({
  name: planName, from: enteredDay, until: enteredDay, codes: z.array(name).min(1).max(planPeopleAtMost), placesKeptFree: z.int().min(0).max(50),
})).meta({ id: 'NewPlan' });
export const changedPlan = inOrder(z.strictObject({ version, name: planName, from: enteredDay, until: enteredDay, placesKeptFree: z.int().min(0).max(50) })).meta({ id: 'ChangedPlan' });
export const planCopy = z.strictObject({ name: planName });
/** What a coordinator wants of a plan for one person: to stay where the plan has them, and cities not to be in. */
export const planWish = z.strictObject({ version, pinned: z.boolean(), bannedCityIds: z.array(id).max(100) }).meta({ id: 'PlanWish' });
export const planPublication = z.strictObject({ version, why: readableText(10, 1000), holdUntil: enteredDay }).meta({ id: 'PlanPublication' });

const by = z.strictObject({ planId: name });
/** The ids of the drafts beside the first, with commas between: an address holds no more of a plan than that. */
const plansBeside = z.string().max(37 * plansBesideAtMost).regex(/^[^\0]+$/);

export const plans = {
  list: endpoint({ action: 'plan:read', summary: 'Drafts of plans', method: 'GET', path: '/plans', reply: z.strictObject({ items: z.array(planLine), awaiting: z.array(codeName.extend({ earliestArrival: calendarDate.nullable(), latestArrival: calendarDate.nullable(), nightsWished: z.int() })) }) }),
  create: endpoint({ action: 'plan:write', summary: 'Begin a plan for some of those who await a place', method: 'POST', path: '/plans', body: newPlan, reply: planView }),
  show: endpoint({ action: 'plan:read', summary: 'A draft with its seats and who is left out', method: 'GET', path: '/plans/:planId', params: by, reply: planView }),
  change: endpoint({ action: 'plan:write', summary: 'Change a draft’s name, days and places kept free', method: 'PATCH', path: '/plans/:planId', params: by, body: changedPlan, reply: planView }),
  discard: endpoint({ action: 'plan:write', summary: 'Throw a draft away', method: 'DELETE', path: '/plans/:planId', params: by, query: z.strictObject({ version: z.coerce.number().int().positive() }), reply: done }),
  copy: endpoint({ action: 'plan:write', summary: 'Copy a draft, to try something else beside it', method: 'POST', path: '/plans/:planId/copies', params: by, body: planCopy, reply: planView }),
  wish: endpoint({ action: 'plan:write', summary: 'Pin a person of a draft where the plan has them, or ban cities for them', method: 'PUT', path: '/plans/:planId/people/:code', params: z.strictObject({ planId: name, code: name }), body: planWish, reply: planView }),
  run: endpoint({ action: 'plan:run', summary: 'Make the plan, in the background', method: 'POST', path: '/plans/:planId/run', params: by, body: z.strictObject({ version, keep: z.boolean() }), reply: planView }),
  stop: endpoint({ action: 'plan:run', summary: 'Stop making the plan and keep what it has', method: 'POST', path: '/plans/:planId/stop', params: by, body: z.strictObject({}), reply: planView }),
  why: endpoint({ action: 'plan:read', summary: 'Why a person is where a draft has them, and not elsewhere', method: 'GET', path: '/plans/:planId/people/:code/why', params: z.strictObject({ planId: name, code: name }), reply: planWhy }),
  instead: endpoint({ action: 'plan:read', summary: 'What would follow if a person of a draft were in another city', method: 'GET', path: '/plans/:planId/people/:code/instead/:cityId', params: z.strictObject({ planId: name, code: name, cityId: name }), reply: planInstead }),
  compare: endpoint({ action: 'plan:read', summary: 'Two to four drafts side by side', method: 'GET', path: '/plans/:planId/comparison', params: by, query: z.strictObject({ beside: plansBeside }), reply: planComparison }),
  publish: endpoint({ action: 'plan:publish', summary: 'Propose everybody of a plan in one act', method: 'POST', path: '/plans/:planId/publication', params: by, body: planPublication, reply: planView }),
} as const;
