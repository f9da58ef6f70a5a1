import type { Role } from '../accounts/roles.ts';
import type { RiskLevel } from './risk-words.ts';
import type { RiskNote } from './constraints-of-notes.ts';

/** Who reads risk notes. `guestOfOwnCity`: the note is about a stay or person this city houses and has confirmed. */
export type RiskNoteReader = {
  readonly role: Role;
  readonly riskCleared: boolean;
  readonly guestOfOwnCity: boolean;
};

/** What of a note may be shown. `REVEAL` still asks for a reason and leaves an audit row. */
export type NoteSight =
  | { readonly sees: 'REVEAL' }
  | {
      readonly sees: 'EXISTS';
      readonly level: RiskLevel;
      readonly hasPlannerEffect: boolean;
    }
  | { readonly sees: 'INSTRUCTION'; readonly instruction: string }
  | { readonly sees: 'NOTHING' };

/**
 * How much of a risk note a reader may see.
 *
 * Source  the access matrix: restricted notes show "exists, level, planner effect" to a coordinator without clearance;
 *         a city sees only the instruction line; managers and administrators see nothing.
 */
export function sightOfNote(
  note: Pick<
    RiskNote,
    'restricted' | 'level' | 'citiesToAvoid' | 'notNearDefenderIds' | 'instructionForCity'
  >,
  reader: RiskNoteReader,
): NoteSight {
  switch (reader.role) {
    case 'COORDINATOR':
      return !note.restricted || reader.riskCleared
        ? { sees: 'REVEAL' }
        : {
            sees: 'EXISTS',
            level: note.level,
            hasPlannerEffect: note.citiesToAvoid.length > 0 || note.notNearDefenderIds.length > 0,
          };
    case 'CITY_PARTNER':
      return reader.guestOfOwnCity && note.instructionForCity !== null
        ? { sees: 'INSTRUCTION', instruction: note.instructionForCity }
        : { sees: 'NOTHING' };
    case 'MANAGER':
    case 'ADMIN':
      return { sees: 'NOTHING' };
  }
}
