import type { Fact, FactWords } from './fact.ts';
import { factWordsOfDays } from './fact-words-days.ts';
import { factWordsOfFit } from './fact-words-fit.ts';

const words: FactWords = { ...factWordsOfDays, ...factWordsOfFit };

/** A fact in the reader's language; the code itself when a newer server knows more facts than this page. */
export function factSentence(fact: Fact): string {
  // The cast: each entry takes exactly its own code's params, which the type of the table guarantees, but a look-up by a
  // code that isn't known before loses. A newer server's code finds nothing.
  const say = words[fact.code] as unknown as ((params: unknown) => string) | undefined;
  return say ? say('params' in fact ? fact.params : {}) : fact.code;
}
