import type { RiskNoteView } from '@shelter-city/contract/risk-notes';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import type { Actor } from '../access/actor.ts';
import type { NoteRecord } from './risk-notes.repository.ts';

/** Whether a coordinator may open a note, write a newer one in its place, and read which rules it gives the planner. */
export const mayOpen = (
  actor: Pick<Actor, 'riskCleared'>,
  note: Pick<NoteRecord, 'restricted'>,
): boolean => !note.restricted || actor.riskCleared;

/** A note without its text. Of a restricted one, who isn't cleared sees that it is there and how grave it is. */
export function presentNote(actor: Pick<Actor, 'riskCleared'>, note: NoteRecord): RiskNoteView {
  const isOpen = mayOpen(actor, note);
  return {
    id: note.id,
    subject: note.subject,
    scope: note.scope,
    level: note.level,
    degree: note.degree,
    reviewBy: note.reviewBy,
    restricted: note.restricted,
    author: { id: note.author.id, displayName: note.author.displayName },
    createdAt: note.createdAt.toISOString(),
    supersededById: note.supersededBy?.id ?? null,
    supersedesId: note.supersedesId,
    citiesToAvoid: isOpen
      ? note.bans.map(({ city }) => ({ id: city.id, slug: city.slug, name: city.name }))
      : [],
    notNear: isOpen
      ? note.notNear.map((codeName) => ({ code: slugOfCodeName(codeName), codeName }))
      : [],
    instructionForCity: isOpen ? (note.instruction?.text ?? null) : null,
    may: { reveal: isOpen || note.body !== null, supersede: isOpen && note.supersededBy === null },
  };
}
