import { sightOfNote, type RiskNoteReader } from './what-a-reader-sees.ts';

const note = {
  restricted: true,
  level: 'HIGH',
  citiesToAvoid: ['utrecht'],
  notNearDefenderIds: [],
  instructionForCity: 'Do not publish pictures.',
} as const;
const reader = (over: Partial<RiskNoteReader>): RiskNoteReader => ({
  role: 'COORDINATOR',
  riskCleared: false,
  guestOfOwnCity: false,
  ...over,
});

describe('a restricted risk note', () => {
  test('exists for a coordinator without clearance, with its level and whether the planner obeys it', () => {
    expect(sightOfNote(note, reader({}))).toEqual({
      sees: 'EXISTS',
      level: 'HIGH',
      hasPlannerEffect: true,
    });
  });

  test('is revealed to a cleared coordinator', () => {
    expect(sightOfNote(note, reader({ riskCleared: true }))).toEqual({ sees: 'REVEAL' });
  });
});

describe('any risk note', () => {
  test('is revealed to a coordinator when it isn’t restricted', () => {
    expect(sightOfNote({ ...note, restricted: false }, reader({}))).toEqual({ sees: 'REVEAL' });
  });

  test('is one line to the city of the guest, and nothing to another', () => {
    expect(sightOfNote(note, reader({ role: 'CITY_PARTNER', guestOfOwnCity: true }))).toEqual({
      sees: 'INSTRUCTION',
      instruction: 'Do not publish pictures.',
    });
    expect(sightOfNote(note, reader({ role: 'CITY_PARTNER' }))).toEqual({ sees: 'NOTHING' });
    expect(
      sightOfNote(
        { ...note, instructionForCity: null },
        reader({ role: 'CITY_PARTNER', guestOfOwnCity: true }),
      ),
    ).toEqual({ sees: 'NOTHING' });
  });

  test.each(['MANAGER', 'ADMIN'] as const)('is nothing to a %s, cleared or not', (role) => {
    expect(sightOfNote(note, reader({ role, riskCleared: true, guestOfOwnCity: true }))).toEqual({
      sees: 'NOTHING',
    });
  });
});
