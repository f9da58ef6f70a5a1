import { randomUUID } from 'node:crypto';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { Prisma } from '@shelter-city/prisma/client';
import { Injectable } from '@nestjs/common';
import {
  toCalendarDate,
  toCalendarDateOrNull,
  toDateColumn,
} from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { presenceRows, profileColumns, visaRows } from './profile-columns.ts';

const columns = {
  id: true,
  codeName: true,
  selection: true,
  selectedOn: true,
  countryOfWork: true,
  currentCountry: true,
  themes: true,
  needs: true,
  householdSize: true,
  womenOnlyAllowed: true,
  interpreter: true,
  earliestArrival: true,
  latestArrival: true,
  nightsWished: true,
  passportValidUntil: true,
  visaNeeded: true,
  visaLeadDays: true,
  track: true,
  caseLeadId: true,
  createdAt: true,
  version: true,
  languages: { select: { language: true, level: true }, orderBy: { language: 'asc' } },
  wishes: {
    select: { kind: true, city: { select: { id: true, slug: true, name: true } } },
    orderBy: { city: { name: 'asc' } },
  },
  presences: {
    select: { enteredOn: true, leftOn: true, source: true, basis: true },
    orderBy: { enteredOn: 'asc' },
  },
  visas: {
    select: { kind: true, validFrom: true, validUntil: true, countries: true, days: true },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  },
  compartments: { select: { compartment: true, version: true } },
  applications: {
    select: {
      id: true,
      call: { select: { id: true, name: true } },
      status: true,
      receivedOn: true,
      decidedOn: true,
      decisionReason: true,
      version: true,
    },
    orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
  },
  stays: {
    select: {
      id: true,
      status: true,
      arrivesOn: true,
      departsOn: true,
      actualArrivesOn: true,
      actualDepartsOn: true,
      version: true,
      place: { select: { label: true, city: { select: { id: true, slug: true, name: true } } } },
    },
    orderBy: { arrivesOn: 'desc' },
  },
  riskNotes: {
    select: { id: true, supersedesId: true, restricted: true, level: true, reviewBy: true },
  },
} as const satisfies Prisma.DefenderSelect;
type Row = Prisma.DefenderGetPayload<{ select: typeof columns }>;

const toRecord = (row: Row) => ({
  ...row,
  selectedOn: toCalendarDateOrNull(row.selectedOn),
  earliestArrival: toCalendarDateOrNull(row.earliestArrival),
  latestArrival: toCalendarDateOrNull(row.latestArrival),
  passportValidUntil: toCalendarDateOrNull(row.passportValidUntil),
  visas: row.visas.map(({ validFrom, validUntil, ...said }) => ({
    validFrom: toCalendarDate(validFrom),
    validUntil: toCalendarDate(validUntil),
    ...said,
  })),
  presences: row.presences.map(({ enteredOn, leftOn, ...said }) => ({
    enteredOn: toCalendarDate(enteredOn),
    leftOn: toCalendarDate(leftOn),
    ...said,
  })),
  applications: row.applications.map((application) => ({
    ...application,
    receivedOn: toCalendarDate(application.receivedOn),
    decidedOn: toCalendarDateOrNull(application.decidedOn),
  })),
  stays: row.stays.map((stay) => ({
    ...stay,
    arrivesOn: toCalendarDate(stay.arrivesOn),
    departsOn: toCalendarDate(stay.departsOn),
    actualArrivesOn: toCalendarDateOrNull(stay.actualArrivesOn),
    actualDepartsOn: toCalendarDateOrNull(stay.actualDepartsOn),
  })),
  riskNotes: row.riskNotes.map(({ supersedesId, reviewBy, ...note }) => ({
    ...note,
    supersedes: supersedesId,
    reviewBy: toCalendarDate(reviewBy),
  })),
});
/** A defender's case as it is stored, nothing of it opened. */
export type DefenderRecord = ReturnType<typeof toRecord> & {
  readonly caseLead: { readonly id: string; readonly displayName: string } | null;
};

/** Every question about a defender's own rows, and every write to them. */
@Injectable()
export class DefendersRepository {
  constructor(private readonly database: Database) {}

  /** The whole case under a code name. */
  find(codeName: string): Promise<DefenderRecord | null> {
    return this.read({ codeName });
  }

  /** The whole case of one who is known by id. */
  findById(id: string): Promise<DefenderRecord | null> {
    return this.read({ id });
  }

  private async read(where: { codeName: string } | { id: string }): Promise<DefenderRecord | null> {
    const row = await this.database.client.defender.findUnique({ where, select: columns });
    if (!row) return null;
    const caseLead =
      row.caseLeadId === null
        ? null
        : await this.database.client.account.findUnique({
            where: { id: row.caseLeadId },
            select: { id: true, displayName: true },
          });
    return { ...toRecord(row), caseLead };
  }

  /** Who stands under a code name, and no more. */
  async identify(
    codeName: string,
  ): Promise<{ id: string; codeName: string; version: number } | null> {
    return this.database.client.defender.findUnique({
      where: { codeName },
      select: { id: true, codeName: true, version: true },
    });
  }

  /** The ids behind some code names; those that name nobody are missing from it. */
  async idsOf(codeNames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.client.defender.findMany({
      where: { codeName: { in: [...codeNames] } },
      select: { id: true, codeName: true },
    });
    return new Map(rows.map(({ id, codeName }) => [codeName, id]));
  }

  /** Writes a new case under this code name; null when the name is somebody's already. */
  async insert(
    codeName: string,
    profile: PlacementProfile,
    caseLeadId: string,
  ): Promise<string | null> {
    const id = randomUUID();
    // "Skip" is ON CONFLICT DO NOTHING: a taken name doesn't break the transaction, so another can be tried.
    const { count } = await this.database.client.defender.createMany({
      data: [{ ...profileColumns(profile), id, codeName, caseLeadId }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    await this.insertLists(id, profile);
    return id;
  }

  /** Replaces the profile if nobody changed the case since `version`. */
  async changeProfile(id: string, version: number, profile: PlacementProfile): Promise<boolean> {
    const { count } = await this.database.client.defender.updateMany({
      where: { id, version },
      data: { ...profileColumns(profile), version: { increment: 1 } },
    });
    if (count === 0) return false;
    const { defenderLanguage, defenderCityWish, schengenPresence, heldVisa } = this.database.client;
    await defenderLanguage.deleteMany({ where: { defenderId: id } });
    await defenderCityWish.deleteMany({ where: { defenderId: id } });
    await schengenPresence.deleteMany({ where: { defenderId: id } });
    await heldVisa.deleteMany({ where: { defenderId: id } });
    await this.insertLists(id, profile);
    return true;
  }

  private async insertLists(defenderId: string, profile: PlacementProfile): Promise<void> {
    const { defenderLanguage, defenderCityWish, schengenPresence, heldVisa } = this.database.client;
    const of = <T extends object>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, defenderId }));
    if (profile.languages.length > 0)
      await defenderLanguage.createMany({ data: of(profile.languages) });
    if (profile.wishes.length > 0) await defenderCityWish.createMany({ data: of(profile.wishes) });
    if (profile.presences.length > 0)
      await schengenPresence.createMany({ data: of(presenceRows(profile)) });
    if (profile.visas.length > 0) await heldVisa.createMany({ data: of(visaRows(profile)) });
  }

  /** Makes an account the case lead if nobody changed the case since `version`. */
  async setCaseLead(id: string, version: number, caseLeadId: string): Promise<boolean> {
    const { count } = await this.database.client.defender.updateMany({
      where: { id, version },
      data: { caseLeadId, version: { increment: 1 } },
    });
    return count > 0;
  }

  /** Keeps the selection equal to the newest application's status. */
  async setSelection(id: string, selection: ApplicationStatus, on: CalendarDate): Promise<void> {
    await this.database.client.defender.updateMany({
      where: { id },
      data: {
        selection,
        selectedOn: selection === 'SELECTED' ? toDateColumn(on) : null,
        version: { increment: 1 },
      },
    });
  }

  /** Those of the ids that are host cities. */
  async citiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.client.hostCity.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true },
    });
    return new Set(rows.map(({ id }) => id));
  }
}
