import {
  riskNoteContent,
  type newRiskNote,
  type riskNotes,
  type RiskNoteView,
} from '@shelter-city/contract/risk-notes';
import { bindings } from '@shelter-city/vault/bindings';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { EventLog } from '../audit/event-log.ts';
import { DefendersService } from '../defenders/defenders.service.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { secondsShown } from '../vault/seconds-shown.ts';
import { Vault } from '../vault/vault.ts';
import { mayOpen, presentNote } from './risk-note.presenter.ts';
import { RiskNotesRepository, type NoteRecord } from './risk-notes.repository.ts';

type NewNote = z.output<typeof newRiskNote>;
type Subject = { readonly defenderId: string; readonly supersedesId: string | null };

/** What is known about a danger to a defender: added, replaced by a newer note, opened with a reason; never changed. */
@Injectable()
export class RiskNotesService {
  constructor(
    private readonly database: Database,
    private readonly notes: RiskNotesRepository,
    private readonly defenders: DefendersService,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly events: EventLog,
  ) {}

  /** The notes about a defender, the newest first, without their text. */
  list(actor: Actor, code: string): Promise<{ items: RiskNoteView[] }> {
    return this.database.reading(async () => {
      const { id } = await this.defenders.identify(code);
      this.defenders.noteReading('risk-note:list', id, ['notes without their text']);
      return this.listOf(actor, id);
    });
  }

  /** Adds a note. Only the cleared write restricted ones. */
  async add(actor: Actor, code: string, note: NewNote): Promise<RiskNoteView> {
    const { id: defenderId } = await this.defenders.identify(code);
    return this.write(actor, note, { defenderId, supersedesId: null });
  }

  /**
   * Writes a newer note in place of one, whose constraints then no longer hold. Who may not read a note may not replace
   * it either: that would lift rules unseen.
   */
  async supersede(actor: Actor, noteId: string, note: NewNote): Promise<RiskNoteView> {
    const older = await this.found(noteId);
    if (older.defenderId === null) throw new Problem('not-found');
    if (!mayOpen(actor, older)) throw new Problem('not-allowed');
    if (older.supersededBy) {
      throw new Problem('note-superseded', { current: await this.listOf(actor, older.defenderId) });
    }
    return this.write(actor, note, { defenderId: older.defenderId, supersedesId: older.id });
  }

  /** Opens the text. That it is opened stands in the audit log first; without that row nothing is opened. */
  async reveal(
    actor: Actor,
    noteId: string,
    reason: string,
  ): Promise<z.output<typeof riskNotes.reveal.reply>> {
    const note = await this.found(noteId);
    const act = {
      action: 'risk-note:reveal',
      objectKind: 'RISK_NOTE',
      objectId: note.id,
      defenderId: note.defenderId,
      reason,
      fields: Object.keys(riskNoteContent.shape),
    } as const;
    const isOpen = note.defenderId === null || (await this.defenders.isOpen(note.defenderId));
    // The row policies say whether the asker may: cleared, the note not restricted, or granted by two.
    const body = isOpen ? await this.notes.body(note.id) : null;
    if (!body) {
      this.audit.note({ ...act, result: 'REFUSED' });
      if (!isOpen) throw new Problem('break-glass-needed');
      throw new Problem(mayOpen(actor, note) ? 'nothing-sealed' : 'not-allowed');
    }
    await this.audit.append({ ...act, result: 'DONE' });
    const content = riskNoteContent.parse(await this.vault.open(body, bindings.riskNote(note.id)));
    return { content, secondsShown };
  }

  private async write(
    actor: Actor,
    note: NewNote,
    { defenderId, supersedesId }: Subject,
  ): Promise<RiskNoteView> {
    if (note.restricted && !actor.riskCleared) throw new Problem('not-allowed');
    const { content, citiesToAvoid, notNear, instructionForCity, ...words } = note;
    const notNearIds = await this.othersThan(defenderId, notNear);
    const cities = await this.knownCities(citiesToAvoid);
    await this.notes.lockDefenders([defenderId, ...notNearIds]);
    const id = this.notes.newId();
    await this.notes.insert({
      ...words,
      id,
      defenderId,
      supersedesId,
      authorId: actor.accountId,
      body: await this.vault.seal(content, bindings.riskNote(id), null),
      instructionForCity: instructionForCity === '' ? null : instructionForCity,
      citiesToAvoid: cities,
      notNearIds,
    });
    await this.events.append({
      subject: 'RISK_NOTE',
      subjectId: id,
      defenderId,
      verb: supersedesId === null ? 'NOTE_ADDED' : 'NOTE_SUPERSEDED',
      ...(supersedesId !== null && { detail: { supersedes: supersedesId } }),
    });
    return presentNote(actor, await this.found(id));
  }

  private async othersThan(defenderId: string, codes: readonly string[]): Promise<string[]> {
    const ids = await this.defenders.idsOf(codes);
    const errors = ids.flatMap((id, n) => {
      const code = id === null ? 'unknown-defender' : id === defenderId ? 'not-oneself' : null;
      return code === null ? [] : [{ pointer: `/notNear/${String(n)}`, code }];
    });
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    return [...new Set(ids.filter((id) => id !== null))];
  }

  private async knownCities(given: readonly string[]): Promise<string[]> {
    const ids = given.map((id) => id.toLowerCase());
    const known = await this.notes.citiesAmong(ids);
    const errors = ids.flatMap((id, n) =>
      known.has(id) ? [] : [{ pointer: `/citiesToAvoid/${String(n)}`, code: 'unknown-city' }],
    );
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    return [...new Set(ids)];
  }

  private async listOf(actor: Actor, defenderId: string): Promise<{ items: RiskNoteView[] }> {
    return { items: (await this.notes.about(defenderId)).map((note) => presentNote(actor, note)) };
  }

  private async found(noteId: string): Promise<NoteRecord> {
    const note = namesAnId(noteId) ? await this.notes.find(noteId) : null;
    if (!note) throw new Problem('not-found');
    return note;
  }
}
