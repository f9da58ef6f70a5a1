import { speak, loadPageText } from '../messages/language.ts';
import type { Fact } from './fact.ts';
import { factSentence } from './fact-sentence.ts';

const facts: readonly Fact[] = [
  { code: 'PLACE_FREE', params: { from: '2027-01-14' as never, until: '2027-06-30' as never } },
  {
    code: 'VISA_DAYS_OVER',
    params: {
      firstDayOver: '2027-09-29' as never,
      daysOver: 2,
      latestDeparture: '2027-09-28' as never,
    },
  },
  { code: 'NEED_NOT_RECORDED', params: { need: 'STEP_FREE' } },
  { code: 'GUESTS_AT_ONCE_FULL', params: { atMost: 1 } },
  { code: 'LANGUAGE_SHARED', params: { languages: ['fr', 'ar'] } },
  { code: 'LOAD_HIGH', params: { usedNights: 120, offeredNights: 180 } },
  {
    code: 'PLACE_BLOCKED',
    params: { reason: 'EXAM_WEEKS', from: '2027-01-14' as never, until: '2027-01-30' as never },
  },
];

beforeEach(() => loadPageText());

it('says each fact with its days and numbers', () => {
  expect(facts.map((fact) => factSentence(fact).replaceAll(/\s/g, ' '))).toEqual([
    'The place is free, 14 Jan – 30 Jun 2027',
    'Over 90 visa days from 29 Sept 2027, by 2; latest departure 28 Sept 2027',
    'Step-free: not recorded',
    'The city is at its limit then (guests at once: 1)',
    'Daily life and care in French, Arabic',
    '120 of 180 offered nights used lately: more than others',
    'Closed 14 – 30 Jan 2027: Exam weeks',
  ]);
});

it('says of a hidden rule only that there is one', () => {
  expect(factSentence({ code: 'HIDDEN_RULE' })).toBe('By a risk note you may not read');
});

it.each(['nl', 'fr'] as const)('has a sentence of its own in %s for each', async (language) => {
  const english = facts.map((fact) => factSentence(fact));
  await speak(language);
  await loadPageText();
  const spoken = facts.map((fact) => factSentence(fact));
  for (const [index, sentence] of spoken.entries()) expect(sentence).not.toBe(english[index]);
});
