import { HttpException } from '@nestjs/common';
import { describe, expect, test } from '@jest/globals';
import { problemStatuses, type ProblemSlug } from '@shelter-city/contract/problem';
import { languages } from '@shelter-city/contract/vocabulary';
import { problemBehind } from './database-problems.ts';
import { problemDetailsOf } from './problem-details.ts';
import { problemOf } from './problem.filter.ts';
import { problemText } from './problem-texts.ts';
import { Problem } from './problem.ts';
import { dutch } from './texts/dutch.ts';
import { english } from './texts/english.ts';
import { french } from './texts/french.ts';

const slugs = Object.keys(problemStatuses) as ProblemSlug[];
const paramsOf = (sentence = '') =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('the words of a problem', () => {
  test.each(slugs)('%s: say the same facts in every language', (slug) => {
    const words = [english[slug], dutch[slug], french[slug]];
    expect(new Set(words.map(({ title }) => title)).size).toBe(3);
    expect(
      new Set(
        words.map(({ detail }) => JSON.stringify(detail === undefined ? null : paramsOf(detail))),
      ).size,
    ).toBe(1);
  });

  test('write days as the reader’s language does, and leave a sentence out whose facts aren’t known', () => {
    const params = { from: '2026-03-01', until: '2026-05-20' };
    expect(
      languages.map((language) => problemText('place-taken', language, params).detail),
    ).toEqual([
      'The place is taken from 1 March 2026 to 20 May 2026.',
      'De plek is bezet van 1 maart 2026 tot 20 mei 2026.',
      'La place est prise du 1 mars 2026 au 20 mai 2026.',
    ]);
    expect(problemText('place-taken', 'en', { from: '2026-03-01' })).toEqual({
      title: 'Another stay has this place',
    });
  });
});

describe('a problem on the wire', () => {
  test('has a type that never changes, its status, its words, and pointers to fields', () => {
    const problem = new Problem('invalid-request', {
      errors: [{ pointer: '/departsOn', code: 'departs-after-arrival' }],
      sentences: [{ pointer: '/x', detail: 'Already said.' }],
    });
    expect(problemDetailsOf(problem, 'nl', 'r-1')).toEqual({
      type: '/problems/invalid-request',
      status: 422,
      title: 'Er moet nog iets worden aangepast',
      requestId: 'r-1',
      errors: [
        { pointer: '/x', detail: 'Already said.' },
        { pointer: '/departsOn', detail: 'Het vertrek moet na de aankomst liggen.' },
      ],
    });
  });

  test.each([
    new Error('canary'),
    'canary',
    new HttpException({ canary: true }, 418),
    Object.assign(new Error('canary'), {
      code: '23505',
      constraint: 'nobody_knows_canary',
      detail: 'canary',
    }),
    Object.assign(new Error('Invalid `prisma.stay.update()` canary'), {
      name: 'PrismaClientValidationError',
    }),
  ])('says nothing of a failure that nobody foresaw: %p', (thrown) => {
    const details = problemDetailsOf(problemOf(thrown), 'en', 'r-1');
    expect(details).toMatchObject({ type: '/problems/unexpected', status: 500, requestId: 'r-1' });
    expect(JSON.stringify(details)).not.toContain('canary');
  });
});

describe('what the database refuses', () => {
  const byPg = (code: string, constraint?: string) =>
    Object.assign(new Error('values'), { code, ...(constraint !== undefined && { constraint }) });
  const byPrisma = (cause: object) =>
    Object.assign(new Error('values'), { code: 'P2010', meta: { driverAdapterError: { cause } } });

  test.each([
    ['a named rule by pg', byPg('23P01', 'stay_one_guest_a_night'), 'place-taken'],
    [
      'a named rule by Prisma',
      byPrisma({
        originalCode: '23P01',
        originalMessage:
          'conflicting key value violates exclusion constraint "stay_one_guest_a_night"',
      }),
      'place-taken',
    ],
    [
      'a unique key by Prisma',
      byPrisma({ originalCode: '23505', constraint: { index: 'place_city_id_label_key' } }),
      'label-taken',
    ],
    [
      'a row that is gone',
      Object.assign(new Error('gone'), { code: 'P2025' }),
      'changed-meanwhile',
    ],
    ['a lock that took too long', byPg('55P03'), 'busy'],
    ['a statement that took too long', byPrisma({ originalCode: '57014' }), 'busy'],
    ['a deadlock', byPrisma({ originalCode: '40P01' }), 'busy'],
  ])('%s is a problem with a name', (_, thrown, slug) => {
    expect(problemBehind(thrown)?.slug).toBe(slug);
  });

  test('an unnamed failure is none of ours to explain', () => {
    expect(problemBehind(byPg('42501'))).toBeNull();
    expect(problemBehind('no error')).toBeNull();
  });
});
