import './zod-setup.ts';
import { changedPlan } from '@shelter-city/contract/plans';
import { z } from 'zod';
import { speak } from '../messages/language.ts';

const wordsFor = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues[0]?.message;

it('speaks of a field in the language of the reader', async () => {
  const reason = z.string().trim().min(3).max(5);
  expect(wordsFor(reason, '')).toBe('Fill this in.');
  expect(wordsFor(reason, 'ab')).toBe('At least 3 characters.');
  await speak('nl');
  expect(wordsFor(reason, 'abcdef')).toBe('Hoogstens 5 tekens.');
  expect(wordsFor(z.enum(['A', 'B']), 'C')).toBe('Kies iets uit de lijst.');
  await speak('fr');
  expect(wordsFor(z.email(), 'nobody')).toMatch(/^Écrivez une adresse e-mail/);
  expect(wordsFor(z.iso.date(), '2027-0')).toBe('Indiquez une date complète.');
});

it('leaves a schema its own sentence', () => {
  const later = z
    .object({ from: z.string(), until: z.string() })
    .refine(({ from, until }) => until > from, { error: 'Must be later' });
  expect(wordsFor(later, { from: '2', until: '1' })).toBe('Must be later');
});

it('says what a rule of the contract asks, in the language of the reader', async () => {
  const plan = { version: 1, name: 'Spring', from: '2027-06-01', placesKeptFree: 0 };
  await speak('nl');
  expect(wordsFor(changedPlan, { ...plan, until: '2027-05-01' })).toBe('Het einde moet na het begin liggen.');
  await speak('fr');
  expect(wordsFor(changedPlan, { ...plan, until: '2029-05-01' })).toBe('Un plan couvre 400 jours d’arrivée au plus.');
  expect(wordsFor(changedPlan, { ...plan, name: '\u200B\u2800', until: '2027-07-01' })).toBe('Rien de ceci n’est visible. Écrivez au moins une lettre ou un chiffre.');
});

it('makes no code from text', () => {
  expect(z.core.globalConfig.jitless).toBe(true);
});
