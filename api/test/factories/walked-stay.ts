import { contact } from '@shelter-city/contract/contact';
import { defenders } from '@shelter-city/contract/defenders';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { stays } from '@shelter-city/contract/stays';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { TestApp } from '../harness/app.ts';
import { aDefender } from './defender.ts';
import type { Values } from './insert.ts';
import { aPlacementWorld, why, type PlacementWorld } from './placement.ts';
import { aContact, anIdentity, aProfile } from './profile.ts';
import { aRiskNote } from './sweep-world.ts';

/** The days of the walk. */
export const proposedOn = '2027-03-01' as CalendarDate;
export const arrivesOn = '2027-05-13' as CalendarDate;
export const departsOn = '2027-07-11' as CalendarDate;
export const leavesOn = '2027-07-09' as CalendarDate;

/** A stay on the day of its proposal, of a person of whom everything that can be sealed is, in words that stand nowhere else. */
export type WalkedStay = {
  readonly world: PlacementWorld;
  readonly person: { readonly id: string; readonly code: string; readonly codeName: string };
  readonly stayId: string;
  readonly version: number;
};

/** Moves the clocks to the day of the proposal and proposes it. */
export async function aWalkedStay(app: TestApp, city: Values = {}): Promise<WalkedStay> {
  await app.moveTo(`${proposedOn}T09:00:00Z`);
  const world = await aPlacementWorld(app, city);
  await app.owner.query('UPDATE place SET sleeps = 4');
  const person = await aDefender(app.owner, { countryOfWork: 'QQ', householdSize: 3, needs: ['QUIET'] });
  const { coordinator, cleared } = world;
  const seal = async (sealed: object) => (await coordinator.call(defenders.seal, { params: person, body: { version: 0, sealed } })).reply;
  await seal({ compartment: 'IDENTITY', content: { ...anIdentity(), pronoun: 'Canary Pronoun', nationalities: ['QX'], birthYear: 1931 } });
  await seal({ compartment: 'CONTACT', content: { ...aContact(), doNotContactDirectly: false, hours: 'Canary Hours', channelsNever: 'Canary Never' } });
  const rule = { notDirectly: false, hasGoBetween: false, allowed: ['SIGNAL' as const], never: [], hoursFrom: null, hoursUntil: null };
  await coordinator.call(contact.write, { params: person, body: { version: 0, rule } });
  const dependant = { relation: 'Canary Relation', comesAlong: true, staysBehindAtRisk: false };
  await seal({
    compartment: 'DEPENDANTS',
    content: {
      people: [
        { ...dependant, firstName: 'Canary Along', birthYear: 2020 },
        { ...dependant, firstName: 'Canary Grown', birthYear: 1932 },
        { ...dependant, firstName: 'Canary Home', birthYear: 2019, comesAlong: false },
      ],
    },
  });
  const profile = aProfile({ householdSize: 3, earliestArrival: null, latestArrival: null, visaNeeded: false, passportValidUntil: '2036-01-01' as CalendarDate });
  const { status, text } = await coordinator.call(defenders.update, { params: person, body: { version: 1, profile } });
  if (status !== 200) throw new Error(text);
  // A country that is none, so that it stands nowhere else.
  await app.owner.query("UPDATE defender SET country_of_work = 'QQ' WHERE id = $1", [person.id]);
  const note = (restricted: boolean) =>
    cleared.call(riskNotes.add, {
      params: person,
      body: aRiskNote({
        restricted,
        reviewBy: '2028-01-01',
        content: { text: 'Canary Text', threatActorKind: 'Canary Actor', knownReachAbroad: 'Canary Reach', measures: 'Canary Measures' },
        instructionForCity: restricted ? 'Canary Line Two' : 'Canary Line One',
      }),
    });
  await note(false);
  await note(true);
  const answer = await coordinator.call(stays.proposeNew, {
    body: { code: person.code, placeId: world.placeId, arrivesOn, departsOn, why, holdUntil: addDays(proposedOn, 7) },
  });
  return { world, person, stayId: answer.reply.id, version: answer.reply.version };
}
