import { addDays, daysBetween, earlierOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { accessNeeds, genders, publicityLevels, themes } from '@shelter-city/domain/defenders/profile-words';
import { cutShortReasons, occupyingStatuses, type StayStatus } from '@shelter-city/domain/stays/stay-status';
import type { SampleCall } from './calls.ts';
import { monthsAround, type OfferedNights } from './capacity-under-stays.ts';
import { laterCohort, publishedCohorts, type Cohort, type CohortGuest } from './cohorts.ts';
import { languagesOf } from './countries.ts';
import { currentStays } from './current-stays.ts';
import { earlyGuests } from './early-guests.ts';
import { momentOn } from './sample-days.ts';
import type { SampleWorld } from './sample-world.ts';
import { diceOf } from './stable-random.ts';

/** An identity is kept until two years after the last follow-up, which is a year after the departure. */
const identityKeptDays = 365 + 730;
/** The last follow-up is a year after the departure; then the file is closed. */
const daysUntilClosed = 380;

type PastStay = {
  readonly key: string;
  readonly defenderId: string;
  readonly place: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly call: SampleCall | null;
  readonly guest: Pick<CohortGuest, 'cutShortAfter' | 'shortStay' | 'transfer'>;
};

/** Everyone hosted since 2012; answers the nights that cities offered for them. */
export class SampleHistory {
  readonly offered: OfferedNights[] = [];
  private readonly world: SampleWorld;
  private readonly calls: readonly SampleCall[];
  private readonly defenders = new Map<string, string>();

  constructor(world: SampleWorld, calls: readonly SampleCall[]) {
    this.world = world;
    this.calls = calls;
  }

  addAll(): void {
    for (const { country, place, from, until } of earlyGuests) {
      const key = `${from} ${place}`;
      const defenderId = this.addPerson(key, country, until, addDays(from, -70), false);
      this.addPastStay({ key, defenderId, place, from, until, call: null, guest: {} });
    }
    for (const cohort of publishedCohorts) this.addCohort(cohort);
    for (const { season, year } of this.calls) {
      if (year > 2020) this.addCohort(laterCohort(season, year));
    }
  }

  private addCohort({ call: name, guests, postponed }: Cohort): void {
    const call = this.calls.find((one) => one.name === name);
    if (call === undefined) return;
    for (const guest of guests) {
      const key = `${name} ${guest.place}`;
      const dice = diceOf(key);
      const from = addDays(call.staysFrom, dice.between(0, 13));
      const until = addDays(from, guest.shortStay ?? dice.between(82, 89));
      if (addDays(until, this.world.place(guest.place).restDays) > this.firstUseToday(guest.place)) continue;
      const isJournalist = guest.place === 'the-hague/House C';
      const defenderId = (guest.again === undefined ? undefined : this.defenders.get(guest.again)) ?? this.addPerson(key, guest.country, until, call.publishedOn, isJournalist);
      const receivedOn = addDays(call.publishedOn, dice.between(1, 22));
      this.world.addApplication(defenderId, call.name, postponed ? 'DEFERRED' : 'SELECTED', receivedOn, call.selectedOn);
      if (postponed) this.addPostponed(key, defenderId, guest.place, from, until, call);
      else this.addPastStay({ key, defenderId, place: guest.place, from, until, call, guest });
    }
  }

  /** The first night that someone of the current cohort has in a place; the past ends there, or three weeks ago. */
  private firstUseToday(place: string): CalendarDate {
    const { today } = this.world;
    return currentStays
      .filter((stay) => stay.place === place && (occupyingStatuses as readonly StayStatus[]).includes(stay.status))
      .reduce((first, { days, arrived }) => earlierOf(first, addDays(today, arrived ?? days[0])), addDays(today, -21));
  }

  private addPerson(key: string, country: string, until: CalendarDate, createdOn: CalendarDate, isJournalist: boolean): string {
    const dice = diceOf(`past person/${key}`);
    const gender = dice.pick(genders.slice(0, 3));
    const id = this.world.addDefender(`past/${key}`, {
      selection: 'SELECTED', selectedOn: addDays(createdOn, 45), countryOfWork: country, currentCountry: null,
      themes: isJournalist ? ['PRESS_FREEDOM'] : dice.some(themes, dice.between(1, 3)), needs: dice.some(accessNeeds.filter((need) => need !== 'WOMEN_ONLY'), dice.between(0, 2)),
      householdSize: 1, womenOnlyAllowed: gender === 'WOMAN', interpreter: null, earliestArrival: null, latestArrival: null, nightsWished: 89,
      passportValidUntil: null, visaNeeded: true, visaLeadDays: null, track: isJournalist ? 'JOURNALIST' : null, publicity: dice.pick(publicityLevels),
      caseLeadId: this.world.coordinator(dice.pick(['COORDINATOR', 'CLEARED'])),
    }, createdOn);
    for (const language of languagesOf(country)) this.world.rows.defender_language.push({ defenderId: id, language, level: 'NATIVE' });
    if (!languagesOf(country).includes('en')) this.world.rows.defender_language.push({ defenderId: id, language: 'en', level: dice.pick(['B1', 'B2', 'C1']) });
    // An older file was closed to the counts: nobody can say any more who this was.
    if (daysBetween(until, this.world.today) < identityKeptDays) this.world.sealing.identity(id, key, { country, gender, singleName: false });
    this.defenders.set(key, id);
    return id;
  }

  private addPastStay({ key, defenderId, place, from, until, call, guest }: PastStay): void {
    const { world } = this;
    const dice = diceOf(`past stay/${key}`);
    const isClosed = addDays(until, daysUntilClosed) < world.today;
    const usedNights = guest.transfer?.afterNights ?? guest.cutShortAfter;
    const left = usedNights === undefined ? until : addDays(from, usedNights);
    const asked = addDays(from, -dice.between(60, 85));
    const common = {
      defenderId, callId: call?.id ?? null, caseLeadId: world.coordinator(dice.pick(['COORDINATOR', 'CLEARED'])),
      track: place === 'the-hague/House C' ? 'JOURNALIST' : guest.shortStay === undefined ? null : 'SHORT_STAY', whyThisCity: 'A sample stay of the past.',
    } as const;
    const ended: StayStatus = isClosed ? 'CLOSED' : guest.cutShortAfter === undefined ? 'DEPARTED' : 'CUT_SHORT';
    const stayId = world.addStay({
      ...common, key, place, status: guest.transfer === undefined ? ended : 'TRANSFERRED', arrivesOn: from, departsOn: until,
      actualArrivesOn: from, actualDepartsOn: left, proposedAt: momentOn(asked, key), answeredAt: momentOn(addDays(asked, dice.between(2, 9)), key),
      reasonCode: guest.cutShortAfter === undefined ? null : dice.pick(cutShortReasons.slice(0, 4)),
      returnReviewedOn: guest.transfer === undefined ? addDays(left, -dice.between(3, 10)) : null,
    });
    this.offered.push({ place, ...(call === null ? monthsAround(from, until) : { from: call.staysFrom, until: addDays(call.staysUntil, 1) }) });
    if (guest.transfer === undefined) return;
    const { to } = guest.transfer;
    world.addStay({
      ...common, key: `${key} to ${to}`, place: to, status: ended, arrivesOn: left, departsOn: until, actualArrivesOn: left, actualDepartsOn: until,
      proposedAt: momentOn(addDays(left, -12), key), answeredAt: momentOn(addDays(left, -9), key), returnReviewedOn: addDays(until, -6), continuesId: stayId,
    });
    this.offered.push({ place: to, ...monthsAround(left, until) });
  }

  private addPostponed(key: string, defenderId: string, place: string, from: CalendarDate, until: CalendarDate, call: SampleCall): void {
    this.world.addStay({
      key, defenderId, place, status: 'CANCELLED', arrivesOn: from, departsOn: until, callId: call.id, caseLeadId: this.world.coordinator('COORDINATOR'),
      whyThisCity: 'A sample stay of the past.', proposedAt: momentOn(addDays(call.selectedOn, 80), key), answeredAt: momentOn(addDays(call.selectedOn, 86), key),
      reasonCode: 'COHORT_POSTPONED', reasonNote: 'Nobody could travel in spring 2020.',
    });
    this.offered.push({ place, from: call.staysFrom, until: addDays(call.staysUntil, 1) });
  }
}
