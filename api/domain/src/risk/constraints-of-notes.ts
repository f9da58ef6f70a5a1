import type { RiskLevel, RiskSubject } from './risk-words.ts';
import { riskLevels } from './risk-words.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';

/** What the rules read of a risk note. Notes are append-only: a newer one supersedes, nothing is edited. */
export type RiskNote = {
  readonly id: string;
  readonly supersedes: string | null;
  readonly subject: RiskSubject;
  /** Whom or what it is about: a defender, city, place or stay, as `subject` says. */
  readonly subjectId: string;
  readonly level: RiskLevel;
  readonly restricted: boolean;
  readonly writtenOn: CalendarDate;
  /** The only line that a city ever sees. */
  readonly instructionForCity: string | null;
  readonly citiesToAvoid: readonly string[];
  /** Defenders who must not be in the same city at the same time. */
  readonly notNearDefenderIds: readonly string[];
};

/** The risk a planner obeys for one person. `hidden` means that this reader may know only that there is a rule. */
export type RiskConstraints = {
  readonly level: RiskLevel | null;
  readonly citiesToAvoid: readonly {
    readonly cityId: string;
    readonly hidden: boolean;
    readonly asOf: CalendarDate;
    /** Said by the "do not share with" list and not by a note. */
    readonly withheld?: true;
  }[];
  readonly notNear: readonly {
    readonly defenderId: string;
    readonly hidden: boolean;
    readonly asOf: CalendarDate;
  }[];
};

/** The strictest of some levels, or `null` when there is none. */
export function strictestLevel(levels: readonly RiskLevel[]): RiskLevel | null {
  return riskLevels.findLast((level) => levels.includes(level)) ?? null;
}

/**
 * The notes that still hold: those that no other note supersedes. Two notes may supersede the same one; both hold,
 * because of two judgements the planner obeys the stricter.
 */
export function notesInForce<Note extends Pick<RiskNote, 'id' | 'supersedes'>>(
  notes: readonly Note[],
): Note[] {
  const superseded = new Set(notes.map((note) => note.supersedes));
  return notes.filter((note) => !superseded.has(note.id));
}

/**
 * What the planner obeys for a defender. A note about someone else that names this defender counts as well: if A must
 * not be near B, then B must not be near A. A constraint that one readable note gives isn't hidden by a second,
 * restricted one.
 *
 * Source  "the constraints that the planner obeys without showing why: cities to avoid, defenders not to be near".
 */
export function constraintsOf(
  defenderId: string,
  notes: readonly RiskNote[],
  reader: { readonly riskCleared: boolean },
): RiskConstraints {
  const cities = new Map<string, { hidden: boolean; asOf: CalendarDate }>();
  const defenders = new Map<string, { hidden: boolean; asOf: CalendarDate }>();
  const own: RiskLevel[] = [];
  for (const note of notesInForce(notes)) {
    if (note.subject !== 'DEFENDER') continue;
    const hidden = note.restricted && !reader.riskCleared;
    if (note.subjectId === defenderId) {
      own.push(note.level);
      for (const cityId of note.citiesToAvoid) add(cities, cityId, hidden, note.writtenOn);
      for (const other of note.notNearDefenderIds) add(defenders, other, hidden, note.writtenOn);
    } else if (note.notNearDefenderIds.includes(defenderId)) {
      add(defenders, note.subjectId, hidden, note.writtenOn);
    }
  }
  return {
    level: strictestLevel(own),
    citiesToAvoid: [...cities].map(([cityId, rule]) => ({ cityId, ...rule })),
    notNear: [...defenders].map(([other, rule]) => ({ defenderId: other, ...rule })),
  };
}

function add(
  rules: Map<string, { hidden: boolean; asOf: CalendarDate }>,
  id: string,
  hidden: boolean,
  asOf: CalendarDate,
): void {
  const known = rules.get(id);
  if (known === undefined || (known.hidden && !hidden)) rules.set(id, { hidden, asOf });
}
