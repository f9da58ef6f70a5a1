import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.ts';
import { day } from '../calendar/days.fixture.ts';
import { publicityLevels } from '../defenders/profile-words.ts';
import { levelAtEvents, nothingPublic, publicityAspects } from './publicity-matrix.ts';
import { hasReturned, whatMayBeSaid, type Approval } from './what-may-be-said.ts';

const today = day('2026-11-22');
const approval = (change: Partial<Approval> = {}): Approval => ({
  consentNumber: 2,
  aspects: ['face'],
  occasion: 'An evening at the library',
  validUntil: today,
  ...change,
});
const faceOf = (
  level: (typeof publicityLevels)[number],
  spoken: { hasReturned?: boolean; approvals?: readonly Approval[] } = {},
) =>
  whatMayBeSaid(
    { number: 2, matrix: { ...nothingPublic, face: level } },
    { today, hasReturned: false, approvals: [], ...spoken },
  ).find(({ aspect }) => aspect === 'face');

describe('what may be said', () => {
  test.each([
    ['NEVER', 'NO', 'NO'],
    ['AFTER_RETURN', 'NO', 'YES'],
    ['OFFLINE_ONLY', 'OFFLINE', 'OFFLINE'],
    ['EACH_TIME', 'NO', 'NO'],
    ['FREE', 'YES', 'YES'],
  ] as const)('of %s is %s before the return and %s after it', (level, before, after) => {
    expect(faceOf(level)?.answer).toBe(before);
    expect(faceOf(level, { hasReturned: true })?.answer).toBe(after);
  });

  test('each time needs a yes to that occasion, which names the thing and still holds', () => {
    const of = (change: Partial<Approval>) =>
      faceOf('EACH_TIME', { approvals: [approval(change)] });
    expect(of({})).toMatchObject({
      answer: 'APPROVED',
      occasions: [{ occasion: 'An evening at the library', validUntil: today }],
    });
    expect(of({ aspects: ['voice'] })?.answer).toBe('NO');
    expect(of({ validUntil: addDays(today, -1) })?.answer).toBe('NO');
  });

  test('a yes under an older consent counts no more, and lifts nothing that is never', () => {
    expect(faceOf('EACH_TIME', { approvals: [approval({ consentNumber: 1 })] })?.answer).toBe('NO');
    expect(faceOf('NEVER', { approvals: [approval()] })?.answer).toBe('NO');
  });

  test('is nothing without a consent', () => {
    const said = whatMayBeSaid(null, { today, hasReturned: true, approvals: [approval()] });
    expect(said.map(({ answer }) => answer)).toEqual(publicityAspects.map(() => 'NO'));
  });

  const level = fc.constantFrom(...publicityLevels);
  const matrix = fc.record({
    name: level, face: level, voice: level, country: level,
    city: level, theme: level, organisation: level, dates: level,
  });
  const approvals = fc.array(
    fc.record({
      consentNumber: fc.integer({ min: 1, max: 3 }),
      aspects: fc.subarray([...publicityAspects]),
      occasion: fc.constant('x'),
      validUntil: fc.integer({ min: -2, max: 2 }).map((days) => addDays(today, days)),
    }),
    { maxLength: 4 },
  );

  test('never goes further than the level of its own thing, whatever else is agreed', () => {
    fc.assert(
      fc.property(matrix, approvals, fc.boolean(), (any, given, isBack) => {
        const said = whatMayBeSaid(
          { number: 2, matrix: any },
          { today, hasReturned: isBack, approvals: given },
        );
        for (const { aspect, answer, occasions } of said) {
          const allowed = {
            NEVER: ['NO'],
            AFTER_RETURN: isBack ? ['YES'] : ['NO'],
            OFFLINE_ONLY: ['OFFLINE'],
            EACH_TIME: ['NO', 'APPROVED'],
            FREE: ['YES'],
          }[any[aspect]];
          expect(allowed).toContain(answer);
          expect(occasions.length > 0).toBe(answer === 'APPROVED');
        }
      }),
    );
  });

  test('is nothing at once after a withdrawal, whatever was approved before', () => {
    fc.assert(
      fc.property(approvals, fc.boolean(), (given, isBack) => {
        const said = whatMayBeSaid(
          { number: 4, matrix: nothingPublic },
          { today, hasReturned: isBack, approvals: given },
        );
        expect(said.every(({ answer }) => answer === 'NO')).toBe(true);
      }),
    );
  });
});

describe('the level for public events', () => {
  test('is the further of face and voice, and of nothing else', () => {
    const of = (change: Partial<typeof nothingPublic>) =>
      levelAtEvents({ ...nothingPublic, name: 'FREE', theme: 'FREE', ...change });
    expect(of({})).toBe('NEVER');
    expect(of({ voice: 'OFFLINE_ONLY' })).toBe('OFFLINE_ONLY');
    expect(of({ voice: 'OFFLINE_ONLY', face: 'EACH_TIME' })).toBe('EACH_TIME');
  });
});

describe('being back', () => {
  test.each([
    [[], false],
    [['IN_STAY'], false],
    [['DEPARTED'], true],
    [['CUT_SHORT', 'DECLINED'], true],
    [['CLOSED', 'CONFIRMED'], false],
    [['TRANSFERRED', 'IN_STAY'], false],
    [['DEPARTED', 'NO_SHOW'], false],
  ] as const)('%j: %s', (stays, isBack) => {
    expect(hasReturned(stays)).toBe(isBack);
  });
});
