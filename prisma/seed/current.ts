import { addDays, asCalendarDate, earlierOf, yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { companionsOf } from '@shelter-city/domain/disclosure/city-parts';
import { chosenCall, type SampleCall } from './calls.ts';
import { currentPeople } from './current-people.ts';
import { currentStays, type CurrentStay } from './current-stays.ts';
import { dayOf, endOf, momentOn, type RelativeDay } from './sample-days.ts';
import type { SampleDefender } from './sample-defender.ts';
import type { SampleWorld } from './sample-world.ts';
import { diceOf, idOf } from './stable-random.ts';

/** The id of a person of the current cohort. */
export const currentDefenderId = (key: string): string => idOf('defender', `current/${key}`);

/** The people of the current cohort with their sealed compartments, applications and stays. */
export function addCurrentCohort(world: SampleWorld, calls: readonly SampleCall[]): void {
  for (const person of currentPeople) addPerson(world, person, chosenCall(calls, person.call, world.today));
  for (const stay of currentStays) addCurrentStay(world, stay, calls);
}

/** The next 1 July that is far enough away for a visa. */
function nextJuly(today: CalendarDate): CalendarDate {
  const july = asCalendarDate(`${String(yearOf(today))}-07-01`);
  return july > addDays(today, 60) ? july : asCalendarDate(`${String(yearOf(today) + 1)}-07-01`);
}

const undecided: readonly SampleDefender['selection'][] = ['RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED'];

function addPerson(world: SampleWorld, person: SampleDefender, call: SampleCall): void {
  const { today } = world;
  const key = `current/${person.key}`;
  const dice = diceOf(key);
  const sharing = diceOf(`sharing/${key}`);
  const windowDay = (day: RelativeDay | 'JULY'): CalendarDate => (day === 'JULY' ? nextJuly(today) : dayOf(today, day));
  const receivedOn = earlierOf(addDays(call.publishedOn, dice.between(1, 20)), addDays(today, -dice.between(2, 8)));
  const decidedOn = undecided.includes(person.selection) ? null : earlierOf(call.selectedOn, addDays(today, -dice.between(9, 16)));
  const id = world.addDefender(key, {
    selection: person.selection, selectedOn: null, countryOfWork: person.country, currentCountry: person.currentCountry ?? person.country,
    themes: person.themes, needs: person.needs, householdSize: person.household, womenOnlyAllowed: person.gender === 'WOMAN',
    interpreter: person.interpreter, earliestArrival: person.window === null ? null : windowDay(person.window[0]),
    latestArrival: person.window === null ? null : windowDay(person.window[1]), nightsWished: person.nights,
    passportValidUntil: person.passportDays === null ? null : addDays(today, person.passportDays), visaNeeded: person.visaNeeded,
    visaLeadDays: person.visaLeadDays, track: person.track, publicity: person.publicity,
    caseLeadId: person.lead === null ? null : world.coordinator(person.lead),
    sharesName: person.selection === 'SELECTED' && sharing.chance(60), sharesContact: person.selection === 'SELECTED' && sharing.chance(40),
    companions: companionsOf(person.dependants.map((dependant) => ({ ...dependant, birthYear: yearOf(today) - dependant.age })), yearOf(today)),
  }, receivedOn);
  for (const [language, level] of person.languages) world.rows.defender_language.push({ defenderId: id, language, level });
  for (const slug of person.prefers) world.rows.defender_city_wish.push({ defenderId: id, cityId: idOf('city', slug), kind: 'PREFER' });
  for (const slug of person.avoids) world.rows.defender_city_wish.push({ defenderId: id, cityId: idOf('city', slug), kind: 'AVOID' });
  person.presences.forEach(([entered, left, source], at) => {
    world.rows.schengen_presence.push({
      id: idOf('presence', `${key}/${String(at)}`), defenderId: id, enteredOn: addDays(today, entered), leftOn: addDays(today, left), source,
    });
  });
  world.addApplication(id, call.name, person.selection, receivedOn, decidedOn);
  world.sealing.identity(id, key, person);
  world.sealing.contact(id, key);
  if (person.dependants.length > 0) world.sealing.dependants(id, person.dependants);
  world.rows.event.push({
    id: idOf('event', `${key}/created`), at: momentOn(receivedOn, key), actorId: world.coordinator('COORDINATOR'), subject: 'DEFENDER', subjectId: id,
    cityId: null, defenderId: id, verb: 'CREATED', fromStatus: null, toStatus: null, reasonCode: null, note: null,
  });
  if (decidedOn === null) return;
  world.rows.event.push({
    id: idOf('event', `${key}/decision`), at: momentOn(decidedOn, key), actorId: world.coordinator('CLEARED'), subject: 'APPLICATION',
    subjectId: idOf('application', `${call.id}/${id}`), cityId: null, defenderId: id, verb: 'APPLICATION_MOVED', fromStatus: 'SHORTLISTED',
    toStatus: person.selection, reasonCode: null, note: null,
  });
}

function addCurrentStay(world: SampleWorld, stay: CurrentStay, calls: readonly SampleCall[]): void {
  const { today } = world;
  const person = currentPeople.find(({ key }) => key === stay.person);
  if (person === undefined) throw new Error(`Nobody of the current cohort is called "${stay.person}".`);
  const day = (offset: number | undefined): CalendarDate | null => (offset === undefined ? null : addDays(today, offset));
  const moment = (offset: number | undefined, what: string): string | null =>
    offset === undefined ? null : momentOn(addDays(today, offset), `${stay.person}/${what}`);
  world.addStay({
    key: `current/${stay.person}/${stay.status}`, defenderId: currentDefenderId(stay.person), place: stay.place, status: stay.status,
    arrivesOn: addDays(today, stay.days[0]), departsOn: addDays(today, stay.days[1]), actualArrivesOn: day(stay.arrived), actualDepartsOn: day(stay.departed),
    holdExpiresAt: stay.heldUntil === undefined ? null : endOf(addDays(today, stay.heldUntil)), track: stay.track ?? null,
    callId: chosenCall(calls, person.call, today).id, caseLeadId: world.coordinator(person.lead ?? 'COORDINATOR'), whyThisCity: stay.why,
    reasonCode: stay.reason ?? null, reasonNote: stay.note ?? null, returnReviewedOn: day(stay.reviewed), proposedAt: moment(stay.proposed, 'proposed'),
    answeredAt: moment(stay.answered, 'answered'), offeredArrivesOn: day(stay.otherDates?.[0]), offeredDepartsOn: day(stay.otherDates?.[1]),
  });
}

