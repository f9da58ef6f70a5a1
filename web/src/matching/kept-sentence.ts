import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { KeptFindingView } from '@shelter-city/contract/stay-ground';
import type { Fact } from './fact.ts';
import { factSentence } from './fact-sentence.ts';
import { verdictWords } from './verdict-words.ts';

/** Facts of which a decision keeps no figures: the verdict says enough. */
const keptAsVerdict: readonly KeptFindingView['rule'][] = ['PASSPORT', 'EXPERTISE'];

/** A finding as a decision kept it; who reads it may be cleared or not, so a hidden rule is said in neutral words. */
export function keptSentence({ rule, verdict, fact }: KeptFindingView): string {
  if (rule === 'HIDDEN_RULE') return t`A restricted rule stands against it`;
  if (keptAsVerdict.includes(rule)) return i18n._(verdictWords[verdict]);
  // Every other rule keeps its fact whole.
  return factSentence(fact as Fact);
}
