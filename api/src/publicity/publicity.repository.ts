import type { ConsentMeans, PublicityAspect } from '@shelter-city/contract/publicity';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { publicityAspects, type PublicityMatrix } from '@shelter-city/domain/publicity/publicity-matrix';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { toCalendarDate, toDateColumn } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';

/** What both a coordinator and a city may read of a consent and of an approval. */
const consentColumns = {
  number: true, withdrawn: true, name: true, face: true, voice: true, country: true, city: true, theme: true, organisation: true,
  dates: true, recordedAt: true,
} as const;
const approvalColumns = { id: true, consentNumber: true, aspects: true, occasion: true, validUntil: true } as const;

/** How a yes was given. */
export type Given = { readonly givenHow: ConsentMeans; readonly recordedById: string };
export type NewConsentRow = Given & {
  readonly defenderId: string; readonly number: number; readonly withdrawn: boolean; readonly matrix: PublicityMatrix; readonly givenOn: CalendarDate;
};
export type NewApprovalRow = Given & {
  readonly defenderId: string; readonly consentNumber: number; readonly aspects: readonly PublicityAspect[]; readonly occasion: string; readonly validUntil: CalendarDate;
};

const matrixOf = ({ name, face, voice, country, city, theme, organisation, dates }: PublicityMatrix): PublicityMatrix =>
  ({ name, face, voice, country, city, theme, organisation, dates });
const aspectsOf = (stored: readonly string[]): PublicityAspect[] => publicityAspects.filter((aspect) => stored.includes(aspect));

/** Consents and approvals, added and never changed; and which card a city printed. */
@Injectable()
export class PublicityRepository {
  constructor(private readonly database: Database) {}

  /** Every version, the newest first. */
  async versions(defenderId: string) {
    const rows = await this.database.client.publicityConsent.findMany({
      where: { defenderId },
      select: { ...consentColumns, givenOn: true, givenHow: true, recordedById: true },
      orderBy: { number: 'desc' },
    });
    return rows.map(({ number, withdrawn, recordedAt, givenOn, givenHow, recordedById, ...levels }) => ({
      number, withdrawn, recordedAt, givenHow, recordedById, givenOn: toCalendarDate(givenOn), matrix: matrixOf(levels),
    }));
  }

  /** The version that counts. */
  async newest(defenderId: string) {
    const row = await this.database.client.publicityConsent.findFirst({
      where: { defenderId }, select: consentColumns, orderBy: { number: 'desc' },
    });
    return row && { number: row.number, withdrawn: row.withdrawn, recordedAt: row.recordedAt, matrix: matrixOf(row) };
  }

  /** Every approval with who recorded it, the newest first. */
  async approvals(defenderId: string) {
    const rows = await this.database.client.publicityApproval.findMany({
      where: { defenderId },
      select: { ...approvalColumns, givenHow: true, recordedById: true, recordedAt: true },
      orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
    });
    return rows.map(({ aspects, validUntil, ...row }) => ({ ...row, aspects: aspectsOf(aspects), validUntil: toCalendarDate(validUntil) }));
  }

  /** Approvals under one version. */
  async approvalsUnder(defenderId: string, consentNumber: number) {
    const rows = await this.database.client.publicityApproval.findMany({
      where: { defenderId, consentNumber }, select: approvalColumns, orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ occasion, aspects, validUntil }) => ({ consentNumber, occasion, aspects: aspectsOf(aspects), validUntil: toCalendarDate(validUntil) }));
  }

  async staysOf(defenderId: string): Promise<StayStatus[]> {
    const rows = await this.database.client.stay.findMany({ where: { defenderId }, select: { status: true } });
    return rows.map(({ status }) => status);
  }

  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.client.account.findMany({ where: { id: { in: [...accountIds] } }, select: { id: true, displayName: true } });
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  /** Adds a version; false when somebody added that number first. */
  async addConsent({ matrix, givenOn, ...row }: NewConsentRow): Promise<boolean> {
    const { count } = await this.database.client.publicityConsent.createMany({
      data: [{ ...row, ...matrix, givenOn: toDateColumn(givenOn) }], skipDuplicates: true,
    });
    return count > 0;
  }

  async addApproval({ aspects, validUntil, ...row }: NewApprovalRow): Promise<void> {
    await this.database.client.publicityApproval.createMany({
      data: [{ ...row, aspects: [...aspects], validUntil: toDateColumn(validUntil) }],
    });
  }

  /** The stay that a card is for; under the row policies a city finds only its own. */
  stay(id: string) {
    return this.database.client.stay.findUnique({
      where: { id }, select: { id: true, cityId: true, defenderId: true, status: true, defender: { select: { codeName: true } } },
    });
  }

  async lastPrint(stayId: string) {
    return this.database.client.eventCardPrint.findFirst({
      where: { stayId }, select: { consentNumber: true, printedAt: true }, orderBy: { printedAt: 'desc' },
    });
  }

  async addPrint(print: { readonly stayId: string; readonly cityId: string; readonly consentNumber: number; readonly accountId: string; readonly printedAt: Date }): Promise<void> {
    await this.database.client.eventCardPrint.createMany({ data: [print] });
  }
}
