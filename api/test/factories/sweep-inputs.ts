import type { Input } from '../harness/asker.ts';
import { aContact, aProfile } from './profile.ts';
import { aRiskNote, type Ids, type SweepWorld } from './sweep-world.ts';

type Parts = Pick<Input, 'body' | 'query'>;

const cityFacts = {
  languages: ['nl'],
  languagesKnown: true,
  careNearby: null,
  themes: [],
  courses: [],
  screeningDays: 0,
  publicEvents: 'SMALL',
  guestsAYearAtMost: null,
  daysBetweenGuests: 0,
};
const placeFacts = {
  label: 'a swept place',
  kind: 'STUDIO',
  sleeps: 1,
  stepFree: null,
  quiet: null,
  womenOnly: false,
  shared: false,
  petsAllowed: null,
  prayerSpace: null,
  track: null,
};
const passkeyUsed = {
  credentialId: 'AA',
  clientDataJson: 'AA',
  authenticatorData: 'AA',
  signature: 'AA',
  userHandle: null,
};
const why = 'Long enough to be a reason.';
const version = 1;

/** A query and a body for every endpoint that its schema takes, about the things of one city; the state of the thing may still refuse it. */
export function sweepInputs({
  callId,
  here,
  freePlaceId,
  freeCode,
  day,
}: SweepWorld): Readonly<Record<string, (ids: Ids) => Parts>> {
  const none = () => ({});
  const body = (value: unknown) => () => ({ body: value });
  const where = { placeId: freePlaceId, arrivesOn: day(200), departsOn: day(240) };
  const period = { opensOn: day(601), closesOn: day(650), track: null, note: null };
  const window = { from: day(0), until: day(90) };
  return {
    'session.welcome': none,
    'session.start': body({
      email: 'nobody@example.org',
      password: 'not a password',
      code: '000000',
    }),
    'session.show': none,
    'session.end': none,
    'session.prove': body({ password: 'not a password', code: '000000' }),
    'session.prefer': body({ theme: 'dark' }),
    'session.list': none,
    'session.endOther': none,
    'passkeys.startOptions': none,
    'passkeys.start': body(passkeyUsed),
    'passkeys.proofOptions': none,
    'passkeys.prove': body(passkeyUsed),
    'passkeys.list': none,
    'passkeys.addOptions': none,
    'passkeys.add': body({
      name: 'A key',
      credentialId: 'AA',
      clientDataJson: 'AA',
      attestationObject: 'AA',
      transports: [],
    }),
    'passkeys.rename': body({ name: 'Another name' }),
    'passkeys.remove': none,
    'today.show': none,
    'defenders.list': none,
    'defenders.create': body({
      callId,
      profile: aProfile(),
      identity: null,
      contact: null,
      dependants: null,
    }),
    'defenders.show': none,
    'defenders.update': body({ version, profile: aProfile() }),
    'defenders.history': none,
    'defenders.reveal': body({ compartment: 'IDENTITY', reason: 'the sweep looks' }),
    'defenders.seal': body({ version, sealed: { compartment: 'CONTACT', content: aContact() } }),
    'defenders.takeOver': body({ version }),
    'defenders.decide': body({ version, to: 'WITHDRAWN', reason: null }),
    'defenders.calls': none,
    'disclosure.show': none,
    'disclosure.agree': body({ name: true, contact: false }),
    'disclosure.grant': ({ stayId }) => ({
      body: { stayId: /^[0-9a-f-]{36}$/.test(stayId) ? stayId : callId, part: 'LEGAL_NAME', until: day(7), reason: 'the sweep asks' },
    }),
    'disclosure.withdraw': none,
    'disclosure.accesses': none,
    'riskNotes.list': none,
    'riskNotes.add': body(aRiskNote()),
    'riskNotes.supersede': body(aRiskNote()),
    'riskNotes.reveal': body({ reason: 'the sweep looks' }),
    'withholding.show': none,
    'withholding.add': ({ accountId }) => ({
      body: { from: { kind: 'ACCOUNT', accountId: accountId.length === 36 ? accountId : callId }, why },
    }),
    'withholding.reveal': body({ reason: 'the sweep looks' }),
    'withholding.lift': body({ reason: 'the sweep asks' }),
    'cities.list': none,
    'cities.show': none,
    'cities.update': body({ version, facts: cityFacts }),
    'cities.addPlace': body({ facts: placeFacts }),
    'cities.updatePlace': body({ version, facts: placeFacts }),
    'cities.sealAddress': ({ placeId }) => ({
      body: { version: 1, address: `Canary Street ${placeId === here.placeId ? 'Here' : 'There'}` },
    }),
    'cities.revealAddress': body({ reason: 'the sweep looks' }),
    'capacity.show': none,
    'capacity.request': body(period),
    'capacity.add': body(period),
    'capacity.offer': body({ version, ...period }),
    'capacity.confirm': body({ version }),
    'capacity.confirmAll': ({ periodId }) => ({
      body: { periods: [{ id: periodId.length === 36 ? periodId : callId, version }] },
    }),
    'capacity.change': body({ version, ...period }),
    'capacity.withdraw': body({ version, reason: 'the sweep asks' }),
    'capacity.block': body({ from: day(520), until: day(525), reason: 'REPAIR', note: null }),
    'capacity.lift': body({ version }),
    'matching.show': none,
    'stays.show': none,
    'stays.history': none,
    'stays.draft': () => ({ body: { code: freeCode(), ...where } }),
    'stays.discard': () => ({ query: { version: '1' } }),
    'stays.proposeNew': () => ({ body: { code: freeCode(), ...where, why, holdUntil: day(7) } }),
    'stays.propose': body({ version, why, holdUntil: day(7) }),
    'stays.move': body({ version, ...where }),
    'stays.extendHold': body({ version, holdUntil: day(9) }),
    'stays.acceptOtherDates': body({ version }),
    'stays.turnDown': body({ version, note: null }),
    'stays.cancel': body({ version, reason: 'PLACE_LOST', note: null }),
    'stays.travel': body({ version }),
    'stays.noShow': body({ version, welfareCheck: why }),
    'stays.reviewReturn': body({ version }),
    'stays.cutShort': body({ version, on: day(0), reason: 'FAMILY', note: null }),
    'stays.arrive': body({ version, on: day(0) }),
    'stays.depart': body({ version, on: day(0), withoutReviewBecause: null }),
    'stays.close': body({ version, note: null }),
    'board.show': () => ({ query: window }),
    'board.placeability': () => ({ query: { ...window, nights: '30' } }),
    'cityHome.show': none,
    'cityHome.stay': none,
    'cityHome.confirm': body({ version }),
    'cityHome.decline': body({ version, reason: 'STAFF_ABSENT', note: null }),
    'cityHome.offerOtherDates': body({
      version,
      arrivesOn: day(200),
      departsOn: day(240),
      note: null,
    }),
    'cityHome.arrive': body({ version, on: day(0) }),
    'cityHome.depart': body({ version, on: day(0), withoutReviewBecause: null }),
    'cityHome.reveal': body({ part: 'FIRST_NAMES', reason: 'the sweep looks' }),
    'reports.show': none,
    'reports.export': body({ format: 'csv', purpose: 'the sweep asks', language: 'en' }),
    'reports.exports': none,
  };
}
