import { randomUUID } from 'node:crypto';
import type { RiskDegree, RiskLevel, RiskScope } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { Prisma } from '@shelter-city/prisma/client';
import { Injectable } from '@nestjs/common';
import { toCalendarDate, toDateColumn } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import type { Sealed } from '../vault/vault.ts';

const columns = {
  id: true,
  subject: true,
  defenderId: true,
  scope: true,
  level: true,
  degree: true,
  reviewBy: true,
  restricted: true,
  supersedesId: true,
  authorId: true,
  createdAt: true,
  supersededBy: { select: { id: true } },
  instruction: { select: { text: true } },
  // Only that it is there: the row policies hide the text of who may not open it.
  body: { select: { noteId: true } },
  bans: {
    select: { city: { select: { id: true, slug: true, name: true } } },
    orderBy: { city: { name: 'asc' } },
  },
  apart: { select: { otherDefenderId: true } },
} as const satisfies Prisma.RiskNoteSelect;
type Row = Prisma.RiskNoteGetPayload<{ select: typeof columns }>;

/** A note as it is stored, without its sealed text. */
export type NoteRecord = Omit<Row, 'reviewBy' | 'apart'> & {
  readonly reviewBy: CalendarDate;
  readonly author: { readonly id: string; readonly displayName: string };
  /** Code names of those who must not be near. */
  readonly notNear: readonly string[];
};

/** A note to be written, with everything that hangs on it. */
export type NoteToWrite = {
  readonly id: string;
  readonly defenderId: string;
  readonly authorId: string;
  readonly scope: RiskScope;
  readonly level: RiskLevel;
  readonly degree: RiskDegree;
  readonly reviewBy: CalendarDate;
  readonly restricted: boolean;
  readonly supersedesId: string | null;
  readonly body: Sealed;
  readonly instructionForCity: string | null;
  readonly citiesToAvoid: readonly string[];
  readonly notNearIds: readonly string[];
};

/** Risk notes: written once, never changed. */
@Injectable()
export class RiskNotesRepository {
  constructor(private readonly database: Database) {}

  /** A fresh id: the seal of a note's text is bound to it before the row is there. */
  readonly newId = (): string => randomUUID();

  /** All notes about a defender, the newest first. */
  async about(defenderId: string): Promise<NoteRecord[]> {
    return this.withNames(
      await this.database.client.riskNote.findMany({
        where: { defenderId },
        select: columns,
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      }),
    );
  }

  async find(id: string): Promise<NoteRecord | null> {
    const row = await this.database.client.riskNote.findUnique({ where: { id }, select: columns });
    const [record] = await this.withNames(row ? [row] : []);
    return record ?? null;
  }

  /** The sealed text; null when the reader's role may not have it. */
  body(noteId: string): Promise<Sealed | null> {
    return this.database.client.riskNoteBody.findUnique({
      where: { noteId },
      select: { sealed: true, dataKeyId: true },
    });
  }

  async insert({
    body,
    instructionForCity,
    citiesToAvoid,
    notNearIds,
    ...note
  }: NoteToWrite): Promise<void> {
    const { riskNote, riskNoteBody, cityInstruction, riskCityBan, riskApart } =
      this.database.client;
    const { id: noteId, defenderId } = note;
    await riskNote.createMany({
      data: [{ ...note, subject: 'DEFENDER', reviewBy: toDateColumn(note.reviewBy) }],
    });
    await riskNoteBody.createMany({
      data: [{ noteId, dataKeyId: body.dataKeyId, sealed: Buffer.from(body.sealed) }],
    });
    if (instructionForCity !== null) {
      await cityInstruction.createMany({
        data: [{ noteId, defenderId, text: instructionForCity }],
      });
    }
    if (citiesToAvoid.length > 0) {
      await riskCityBan.createMany({
        data: citiesToAvoid.map((cityId) => ({ noteId, defenderId, cityId })),
      });
    }
    if (notNearIds.length > 0) {
      await riskApart.createMany({
        data: notNearIds.map((otherDefenderId) => ({ noteId, defenderId, otherDefenderId })),
      });
    }
  }

  /** Whoever proposes a stay for one of them waits until the note stands, and so sees its rules. Locked in the order of ids. */
  async lockDefenders(ids: readonly string[]): Promise<void> {
    await this.database.client
      .$queryRaw`SELECT id FROM defender WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  }

  /** Those of the ids that are host cities. */
  async citiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.client.hostCity.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true },
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Ids of accounts and other defenders aren't relations of a note: their names are looked up once for all notes. */
  private async withNames(rows: readonly Row[]): Promise<NoteRecord[]> {
    if (rows.length === 0) return [];
    const { account, defender } = this.database.client;
    const authors = await account.findMany({
      where: { id: { in: rows.map(({ authorId }) => authorId) } },
      select: { id: true, displayName: true },
    });
    const others = await defender.findMany({
      where: {
        id: {
          in: rows.flatMap(({ apart }) => apart.map(({ otherDefenderId }) => otherDefenderId)),
        },
      },
      select: { id: true, codeName: true },
    });
    const authorNames = new Map(authors.map(({ id, displayName }) => [id, displayName]));
    const codeNames = new Map(others.map(({ id, codeName }) => [id, codeName]));
    return rows.map(({ apart, reviewBy, ...row }) => ({
      ...row,
      reviewBy: toCalendarDate(reviewBy),
      author: { id: row.authorId, displayName: authorNames.get(row.authorId) ?? '' },
      // Somebody who is withheld from the reader has no name here.
      notNear: apart
        .map(({ otherDefenderId }) => codeNames.get(otherDefenderId))
        .filter((codeName) => codeName !== undefined)
        .sort(),
    }));
  }
}
