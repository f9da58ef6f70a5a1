import { randomUUID } from 'node:crypto';
import type { NewRiskNote } from '@shelter-city/contract/risk-notes';
import { cities } from '@shelter-city/contract/cities';
import { defenders } from '@shelter-city/contract/defenders';
import { disclosure } from '@shelter-city/contract/disclosure';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { withholding } from '@shelter-city/contract/withholding';
import {
  codeNameCount,
  codeNameOf,
  slugOfCodeName,
} from '@shelter-city/domain/defenders/code-names';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { SignedIn, TestApp } from '../harness/app.ts';
import { Asker, type Answering } from '../harness/asker.ts';
import { anAccount, aPasskey } from './account.ts';
import { aCity, aPlace, confirmedCapacity, requestedCapacity, someBlockedDays } from './city.ts';
import { aCall, aDefender, anApplication } from './defender.ts';
import { insertId } from './insert.ts';
import { aPlan } from './plan.ts';
import { aContact, anIdentity, someDependants } from './profile.ts';
import { aStay } from './stay.ts';

/** Everybody who could ask. */
export const askers = [
  'nobody',
  'coordinator',
  'cleared',
  'withheld',
  'partner',
  'otherPartner',
  'manager',
  'admin',
] as const;
/** One of them. */
export type AskerName = (typeof askers)[number];

/** The parameters of every path, each naming something of one city. */
export type Ids = Readonly<
  Record<
    | 'code'
    | 'slug'
    | 'placeId'
    | 'periodId'
    | 'blockId'
    | 'stayId'
    | 'planId'
    | 'otherId'
    | 'cityId'
    | 'noteId'
    | 'entryId'
    | 'accountId'
    | 'grantId'
    | 'restrictedNoteId'
    | 'noteGrantId'
    | 'applicationId'
    | 'sessionId'
    | 'passkeyId'
    | 'memberId'
    | 'recoveryId'
    | 'certificateId'
    | 'year',
    string
  >
>;

/** Two cities with a guest and a request each, everything sealed, and everybody who could ask about it. */
export type SweepWorld = {
  readonly by: Readonly<Record<AskerName, Asker>>;
  readonly here: Ids;
  readonly there: Ids;
  readonly callId: string;
  readonly freePlaceId: string;
  /** Somebody who has no stay yet, in turn. */
  readonly freeCode: () => string;
  /** Somebody who never gets one. */
  readonly awaitingCode: string;
  readonly day: (offset: number) => CalendarDate;
};

/** A risk note that nothing is wrong with. */
export const aRiskNote = (note: Partial<NewRiskNote> = {}): NewRiskNote => ({
  scope: 'PERSON',
  level: 'HIGH',
  degree: 'DIRECT_RISK',
  reviewBy: '2099-01-01',
  restricted: false,
  content: { text: 'Canary Open Note', threatActorKind: '', knownReachAbroad: '', measures: '' },
  instructionForCity: null,
  citiesToAvoid: [],
  notNear: [],
  ...note,
});

/** Things that are nowhere, as a path could name them. */
export const missing: Ids = {
  code: slugOfCodeName(codeNameOf(codeNameCount - 1)),
  slug: 'no-such-city',
  placeId: randomUUID(),
  periodId: randomUUID(),
  blockId: randomUUID(),
  stayId: randomUUID(),
  planId: randomUUID(),
  otherId: randomUUID(),
  cityId: randomUUID(),
  noteId: randomUUID(),
  entryId: randomUUID(),
  accountId: randomUUID(),
  grantId: randomUUID(),
  restrictedNoteId: randomUUID(),
  noteGrantId: randomUUID(),
  applicationId: randomUUID(),
  sessionId: randomUUID(),
  passkeyId: randomUUID(),
  memberId: randomUUID(),
  recoveryId: randomUUID(),
  certificateId: randomUUID(),
  year: '1999',
};
/** What is no name of anything. */
export const malformed: Ids = {
  code: "x' or true --",
  slug: 'UPPER case/../..',
  placeId: 'not-an-id',
  periodId: '1',
  blockId: '\u0000',
  stayId: '00000000-0000-4000-8000-00000000000Z',
  planId: '%00',
  otherId: 'no plan',
  cityId: '?',
  noteId: 'x'.repeat(90),
  entryId: '-',
  accountId: '',
  grantId: 'grant',
  restrictedNoteId: 'note',
  noteGrantId: '0',
  applicationId: '{}',
  sessionId: '%',
  passkeyId: '0',
  memberId: '../accounts',
  recoveryId: 'x',
  certificateId: 'certificate',
  year: 'last',
};

/** Where a sweep takes place: the application of a spec, or processes of their own. */
export type SweepStage = Pick<TestApp, 'owner' | 'clock' | 'signedInAs'> & {
  readonly app: Answering;
};

/** Arranges all of it. */
export async function aSweepWorld(app: SweepStage): Promise<SweepWorld> {
  const { owner } = app;
  const today = app.clock.today();
  const day = (offset: number) => addDays(today, offset);
  const coordinator = await app.signedInAs('COORDINATOR');
  const cleared = await app.signedInAs('COORDINATOR', { riskCleared: true });
  const withheld = await app.signedInAs('COORDINATOR', { riskCleared: true });
  const callId = await aCall(owner);

  const aHost = async (address: string) => {
    const city = await aCity(owner);
    const partner = await app.signedInAs('CITY_PARTNER', { cityId: city.id });
    const [placeId, freePlaceId] = [
      await aPlace(owner, { cityId: city.id }),
      await aPlace(owner, { cityId: city.id }),
    ];
    const spot = { cityId: city.id, placeId };
    for (const place of [placeId, freePlaceId]) {
      await confirmedCapacity(owner, {
        cityId: city.id,
        placeId: place,
        opensOn: day(-400),
        closesOn: day(600),
        confirmedById: partner.accountId,
      });
    }
    const periodId = await requestedCapacity(owner, {
      ...spot,
      opensOn: day(600),
      closesOn: day(700),
    });
    const blockId = await someBlockedDays(owner, {
      ...spot,
      blockedFrom: day(500),
      blockedUntil: day(510),
    });
    const defender = await aDefender(owner, { countryOfWork: 'QQ' });
    const applicationId = await anApplication(owner, {
      callId,
      defenderId: defender.id,
      status: 'SELECTED',
    });
    const stayId = await aStay(owner, {
      ...spot,
      defenderId: defender.id,
      status: 'CONFIRMED',
      arrivesOn: day(40),
      departsOn: day(100),
    });
    await coordinator.call(cities.sealAddress, {
      params: { placeId },
      body: { version: 0, address },
    });
    const sealed = [
      { compartment: 'IDENTITY', content: anIdentity() },
      { compartment: 'CONTACT', content: aContact() },
      { compartment: 'DEPENDANTS', content: someDependants() },
    ];
    for (const content of sealed)
      await coordinator.call(defenders.seal, {
        params: defender,
        body: { version: 0, sealed: content },
      });
    const { id: noteId } = (
      await coordinator.call(riskNotes.add, {
        params: defender,
        body: aRiskNote({ instructionForCity: 'Canary Instruction' }),
      })
    ).reply;
    const restricted = aRiskNote({
      restricted: true,
      content: { ...aRiskNote().content, text: 'Canary Restricted Note' },
    });
    const { id: restrictedNoteId } = (
      await cleared.call(riskNotes.add, { params: defender, body: restricted })
    ).reply;
    const { noteGrants } = (
      await coordinator.call(disclosure.askNote, {
        params: defender,
        body: { noteId: restrictedNoteId, until: day(7), reason: 'Before the journey' },
      })
    ).reply;
    // Two who are kept from the person: one who asks, and one whom the sweep takes off again. A third it puts on.
    const another = await app.signedInAs('COORDINATOR');
    for (const { accountId } of [withheld, another])
      await coordinator.call(withholding.add, {
        params: defender,
        body: { from: { kind: 'ACCOUNT', accountId }, why: 'Canary Why' },
      });
    const { items } = (
      await cleared.call(withholding.reveal, { params: defender, body: { reason: 'the sweep looks' } })
    ).reply;
    const entryId = items.find(({ account }) => account?.id === another.accountId)!.id;
    const { accountId } = await app.signedInAs('COORDINATOR');
    // The person agreed to the name and not to the channel; of the single fields one is granted.
    const shared = { name: true, contact: false };
    await coordinator.call(disclosure.agree, { params: defender, body: shared });
    const { grants } = (
      await coordinator.call(disclosure.grant, {
        params: defender,
        body: { stayId, part: 'LEGAL_NAME', until: day(7), reason: 'For the town hall' },
      })
    ).reply;
    const planId = await aPlan(owner, { madeById: coordinator.accountId, people: [defender.id], arrivals: [day(30), day(90)] });
    const session: SignedIn = await app.signedInAs('ADMIN');
    const spareId = await anAccount(owner);
    const ids: Ids = {
      code: defender.code,
      slug: city.slug,
      placeId,
      periodId,
      blockId,
      stayId,
      planId,
      otherId: planId,
      cityId: city.id,
      noteId,
      entryId,
      accountId,
      grantId: grants[0]?.id ?? '',
      restrictedNoteId,
      noteGrantId: noteGrants[0]?.id ?? '',
      applicationId,
      sessionId: session.sessionId,
      passkeyId: await aPasskey(owner, session.accountId),
      memberId: spareId,
      recoveryId: await insertId(owner, 'account_recovery', {
        accountId: spareId,
        reason: 'both keys are lost',
        askedById: session.accountId,
      }),
      certificateId: await insertId(owner, 'erasure_certificate', {
        basis: 'ON_REQUEST',
        destroyed: { data_key: 2 },
        kept: {},
        auditSeq: 1,
      }),
      year: today.slice(0, 4),
    };
    return { partner, ids, freePlaceId };
  };
  const free = await Promise.all(
    Array.from({ length: 8 }, async () => (await aDefender(owner)).code),
  );
  let turn = 0;
  const [here, there] = [await aHost('Canary Street Here'), await aHost('Canary Street There')];
  return {
    by: {
      nobody: new Asker(app.app),
      coordinator,
      cleared,
      withheld,
      partner: here.partner,
      otherPartner: there.partner,
      manager: await app.signedInAs('MANAGER'),
      admin: await app.signedInAs('ADMIN'),
    },
    here: here.ids,
    there: there.ids,
    callId,
    freePlaceId: here.freePlaceId,
    awaitingCode: (await aDefender(owner)).code,
    freeCode: () => free[(turn += 1) % free.length] ?? '',
    day,
  };
}
