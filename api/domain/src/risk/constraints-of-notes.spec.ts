import { day } from '../calendar/days.fixture.ts';
import {
  constraintsOf,
  notesInForce,
  strictestLevel,
  type RiskNote,
} from './constraints-of-notes.ts';

function aNote(over: Partial<RiskNote> = {}): RiskNote {
  return {
    id: 'note-1',
    supersedes: null,
    subject: 'DEFENDER',
    subjectId: 'ada',
    level: 'MEDIUM',
    restricted: false,
    writtenOn: day('2027-01-01'),
    instructionForCity: null,
    citiesToAvoid: [],
    notNearDefenderIds: [],
    ...over,
  };
}

const cleared = { riskCleared: true };
const uncleared = { riskCleared: false };

describe('risk levels', () => {
  test('have a strictest', () => {
    expect(strictestLevel(['LOW', 'CRITICAL', 'MEDIUM'])).toBe('CRITICAL');
    expect(strictestLevel([])).toBeNull();
  });
});

describe('risk notes', () => {
  test('hold until another supersedes them', () => {
    const notes = [
      aNote(),
      aNote({ id: 'note-2', supersedes: 'note-1' }),
      aNote({ id: 'note-3', supersedes: 'note-2' }),
    ];
    expect(notesInForce(notes).map(({ id }) => id)).toEqual(['note-3']);
  });

  test('that supersede the same one both hold, and the stricter counts', () => {
    const notes = [
      aNote(),
      aNote({ id: 'note-2', supersedes: 'note-1', level: 'HIGH' }),
      aNote({ id: 'note-3', supersedes: 'note-1', level: 'LOW' }),
    ];
    expect(constraintsOf('ada', notes, cleared).level).toBe('HIGH');
  });

  test('no longer keep someone from a city once superseded', () => {
    const notes = [
      aNote({ citiesToAvoid: ['utrecht'] }),
      aNote({ id: 'note-2', supersedes: 'note-1' }),
    ];
    expect(constraintsOf('ada', notes, cleared).citiesToAvoid).toEqual([]);
  });

  test('keep two people apart both ways', () => {
    const notes = [aNote({ notNearDefenderIds: ['bo'] })];
    const rule = { hidden: false, asOf: '2027-01-01' };
    expect(constraintsOf('ada', notes, cleared).notNear).toEqual([{ defenderId: 'bo', ...rule }]);
    expect(constraintsOf('bo', notes, cleared).notNear).toEqual([{ defenderId: 'ada', ...rule }]);
    expect(constraintsOf('cy', notes, cleared).notNear).toEqual([]);
  });

  test('that are restricted are obeyed and hidden from those without clearance', () => {
    const notes = [aNote({ restricted: true, citiesToAvoid: ['utrecht'], level: 'CRITICAL' })];
    expect(constraintsOf('ada', notes, uncleared)).toMatchObject({
      level: 'CRITICAL',
      citiesToAvoid: [{ cityId: 'utrecht', hidden: true }],
    });
    expect(constraintsOf('ada', notes, cleared).citiesToAvoid[0]?.hidden).toBe(false);
  });

  test('aren’t hidden by a restricted one when a readable one says the same', () => {
    const open = aNote({ citiesToAvoid: ['utrecht'] });
    const closed = aNote({ id: 'note-2', restricted: true, citiesToAvoid: ['utrecht'] });
    for (const notes of [
      [open, closed],
      [closed, open],
    ]) {
      expect(constraintsOf('ada', notes, uncleared).citiesToAvoid).toMatchObject([
        { hidden: false },
      ]);
    }
  });

  test('about a city or a place bind nobody by themselves', () => {
    const notes = [aNote({ subject: 'CITY', subjectId: 'utrecht', citiesToAvoid: ['utrecht'] })];
    expect(constraintsOf('ada', notes, cleared)).toEqual({
      level: null,
      citiesToAvoid: [],
      notNear: [],
    });
  });
});
