import { addDays, asCalendarDate, yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { codeNameCount, codeNameOf } from '@shelter-city/domain/defenders/code-names';
import type { StayStatus } from '@shelter-city/domain/stays/stay-status';
import type { KeyRing } from '@shelter-city/vault/key-ring';
import { sealTotp } from '@shelter-city/vault/totp-seal';
import { sampleCities } from './cities.ts';
import { momentOn } from './sample-days.ts';
import { noRows, type DefenderRow, type Instant, type StayRow } from './sample-rows.ts';
import { hexOf, SampleSealing } from './sealing.ts';
import { sampleSignIns } from './sign-ins.ts';
import { eventsOfStay } from './stay-events.ts';
import { idOf, numberOf } from './stable-random.ts';

/** What a person shares with a city: nothing, unless it is said. */
type Shared = 'sharesName' | 'sharesContact' | 'companions';

/** A place with what its stays need to know of it. */
export type KnownPlace = { readonly id: string; readonly cityId: string; readonly slug: string; readonly restDays: number };

/** A stay as the tables write it; what isn't said is empty. */
export type SampleStay = Partial<Omit<StayRow, 'id' | 'defenderId' | 'placeId' | 'cityId' | 'restDays' | 'createdAt' | 'updatedAt'>> & {
  readonly key: string;
  readonly defenderId: string;
  /** City and label: `utrecht/House A`. */
  readonly place: string;
  readonly status: StayStatus;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: CalendarDate;
};

/** The rows of the sample data as they come together, with the ids that one table needs of another. */
export class SampleWorld {
  readonly rows = noRows();
  readonly sealing: SampleSealing;
  readonly today: CalendarDate;
  private readonly ring: KeyRing;
  private readonly places = new Map<string, KnownPlace>();
  private readonly codeNameIndexes = new Set<number>();

  constructor(today: CalendarDate, ring: KeyRing) {
    this.today = today;
    this.ring = ring;
    this.sealing = new SampleSealing(ring, this.rows, today);
  }

  /** Host cities with their organisations and places. */
  addCities(): void {
    const agreementValidUntil = asCalendarDate(`${String(yearOf(this.today) + 2)}-12-31`);
    for (const { slug, name, region, joinedYear, at, organisation, languages, guestsAYear, guestsAtOnce, restDays, places, ...facts } of sampleCities) {
      const id = idOf('city', slug);
      this.rows.host_city.push({
        id, slug, name, region, joinedYear, status: 'ACTIVE', latitude: at[0], longitude: at[1], ...facts, languages: languages ?? [],
        languagesKnown: languages !== null, guestsAYearAtMost: guestsAYear, guestsAtOnceAtMost: guestsAtOnce, daysBetweenGuests: restDays,
        agreementValidUntil: guestsAYear === 1 ? null : agreementValidUntil,
      });
      this.rows.coordinating_organisation.push({
        id: idOf('organisation', slug), cityId: id, name: organisation, since: asCalendarDate(`${String(joinedYear)}-01-01`), until: null,
      });
      for (const place of places) {
        const key = `${slug}/${place.label}`;
        const placeId = idOf('place', key);
        this.places.set(key, { id: placeId, cityId: id, slug, restDays });
        this.rows.place.push({ id: placeId, cityId: id, petsAllowed: null, ...place });
        // One house of the five busy cities has no address yet, so that the city is asked for it.
        if (joinedYear <= 2015 && key !== 'nijmegen/House B') this.sealing.address(placeId, id, name, place.label);
      }
    }
  }

  /** The sample accounts, and for each other city a partner who signed its capacity and can't sign in. */
  addAccounts(passwordHash: string): void {
    const createdAt = momentOn(addDays(this.today, -400), 'accounts');
    for (const { email, displayName, role, citySlug, riskCleared, totpSecret } of sampleSignIns) {
      const id = idOf('account', email);
      this.rows.account.push({
        id, email, displayName, role, riskCleared, cityId: citySlug === null ? null : idOf('city', citySlug), createdAt, disabledAt: null,
        passwordHash, totpSealed: hexOf(sealTotp(this.ring, id, totpSecret)),
      });
    }
    for (const { slug, name } of sampleCities) {
      if (sampleSignIns.some(({ citySlug }) => citySlug === slug)) continue;
      const id = this.partnerOf(slug);
      this.rows.account.push({
        id, email: `partner-${slug}@sample.shelter-city.example`, displayName: `Sample partner of ${name}`, role: 'CITY_PARTNER',
        riskCleared: false, cityId: idOf('city', slug), createdAt, disabledAt: createdAt, passwordHash: 'none',
        totpSealed: hexOf(sealTotp(this.ring, id, 'A'.repeat(32))),
      });
    }
  }

  /** The account of a city's partner. */
  partnerOf(slug: string): string {
    return idOf('account', `partner-${slug}@sample.shelter-city.example`);
  }

  /** The coordinator without, or with, clearance. */
  coordinator(which: 'COORDINATOR' | 'CLEARED'): string {
    return idOf('account', `${which === 'CLEARED' ? 'cleared-' : ''}coordinator@sample.shelter-city.example`);
  }

  /** A place by city and label. */
  place(key: string): KnownPlace {
    const place = this.places.get(key);
    if (place === undefined) throw new Error(`The sample data has no place ${key}.`);
    return place;
  }

  /** The row of a person under a code name of the programme's own making. */
  addDefender(key: string, row: Omit<DefenderRow, 'id' | 'codeName' | 'createdAt' | Shared> & Partial<Pick<DefenderRow, Shared>>, createdOn: CalendarDate): string {
    const id = idOf('defender', key);
    let index = numberOf(`code name/${key}`, codeNameCount);
    while (this.codeNameIndexes.has(index)) index = (index + 1) % codeNameCount;
    this.codeNameIndexes.add(index);
    this.rows.defender.push({ id, codeName: codeNameOf(index), sharesName: false, sharesContact: false, companions: [], ...row, createdAt: momentOn(createdOn, key) });
    return id;
  }

  /** A stay with the events that its state and days tell of. */
  addStay({ key, defenderId, place, ...said }: SampleStay): string {
    const { id: placeId, cityId, restDays, slug } = this.place(place);
    const id = idOf('stay', key);
    const createdAt: Instant = said.proposedAt ?? momentOn(addDays(said.arrivesOn < this.today ? said.arrivesOn : this.today, -1), key);
    const stay: StayRow = {
      actualArrivesOn: null, actualDepartsOn: null, holdExpiresAt: null, track: null, callId: null, caseLeadId: null, whyThisCity: null,
      reasonCode: null, reasonNote: null, returnReviewedOn: null, proposedAt: null, answeredAt: null, offeredArrivesOn: null,
      offeredDepartsOn: null, continuesId: null, ...said, id, defenderId, placeId, cityId, restDays, createdAt, updatedAt: said.answeredAt ?? createdAt,
    };
    this.rows.stay.push(stay);
    const coordinatorId = stay.caseLeadId ?? this.coordinator('COORDINATOR');
    this.rows.event.push(
      ...eventsOfStay(stay, { today: this.today, coordinatorId, clearedId: this.coordinator('CLEARED'), partnerId: this.partnerOf(slug) }),
    );
    return id;
  }

  /** An application for a call. They come in the order of the calls, and the newest says where the person stands. */
  addApplication(defenderId: string, callName: string, status: DefenderRow['selection'], receivedOn: CalendarDate, decidedOn: CalendarDate | null): void {
    const callId = idOf('call', callName);
    const id = idOf('application', `${callId}/${defenderId}`);
    const reasons: Partial<Record<typeof status, string>> = {
      INELIGIBLE: 'Doesn’t want to return.', REJECTED: 'Two references don’t support it.', NOT_SELECTED: 'More people than places.',
      WITHDRAWN: 'Found another way to rest.', DEFERRED: 'The whole cohort was postponed.',
    };
    const defender = this.rows.defender.find((row) => row.id === defenderId);
    if (defender !== undefined) {
      defender.selection = status;
      defender.selectedOn = status === 'SELECTED' ? decidedOn : null;
    }
    this.rows.application.push({ id, callId, defenderId, status, receivedOn, decidedOn, decisionReason: reasons[status] ?? null });
  }
}

