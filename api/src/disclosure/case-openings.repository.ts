import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** What is written when a case is opened to one who isn't on it, or a note to one who isn't cleared. */
@Injectable()
export class CaseOpeningsRepository {
  constructor(private readonly database: Database) {}

  /** The database tells everybody on the case in the same breath. Says what isn't read back: who broke it sees it by its effect. */
  async breakGlass(glass: { readonly defenderId: string; readonly accountId: string; readonly reason: string; readonly openedAt: Date; readonly expiresAt: Date }): Promise<void> {
    await this.database.client.breakGlass.createMany({ data: [glass] });
  }

  /** Of these alerts, those of the asker's own that were not seen yet. Answers which. */
  async acknowledge(ids: readonly string[], defenderId: string, accountId: string, now: Date): Promise<readonly string[]> {
    const where = { id: { in: [...ids] }, defenderId, accountId, acknowledgedAt: null };
    const found = await this.database.client.caseAlert.findMany({ where, select: { id: true } });
    await this.database.client.caseAlert.updateMany({ where, data: { acknowledgedAt: now } });
    return found.map(({ id }) => id);
  }

  /** The restricted notes about a person that a newer one has not replaced. */
  async restrictedNotes(defenderId: string): Promise<readonly string[]> {
    const rows = await this.database.client.riskNote.findMany({
      where: { defenderId, restricted: true, supersededBy: null },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  async askNote(asked: { readonly noteId: string; readonly defenderId: string; readonly askedById: string; readonly reason: string; readonly askedAt: Date; readonly expiresAt: Date }): Promise<string> {
    const { id } = await this.database.client.noteGrant.create({ data: asked, select: { id: true } });
    return id;
  }

  /** Writes the yes, unless there is one or it was taken back. */
  async approveNote(id: string, approvedById: string, approvedAt: Date): Promise<boolean> {
    const { count } = await this.database.client.noteGrant.updateMany({
      where: { id, approvedById: null, withdrawnAt: null },
      data: { approvedById, approvedAt },
    });
    return count === 1;
  }

  async withdrawNote(id: string, withdrawnById: string, withdrawnAt: Date): Promise<boolean> {
    const { count } = await this.database.client.noteGrant.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnById, withdrawnAt } });
    return count === 1;
  }
}
