import { plural, t } from '@lingui/core/macro';
import type { z } from 'zod';

/** What is wrong with a field, in the reader's language; the API says the same in its own answers. */
export function wordsForIssue(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  if (input === undefined || input === null || input === '') return t`Fill this in.`;
  switch (issue.code) {
    case 'invalid_type':
      return Number.isNaN(input) ? t`Fill in a number.` : t`This isn't what is expected here.`;
    case 'too_small':
      if (issue.origin === 'string')
        return plural(Number(issue.minimum), {
          one: 'At least # character.',
          other: 'At least # characters.',
        });
      if (issue.origin === 'array' || issue.origin === 'set') return t`Choose at least one.`;
      return t`At least ${String(issue.minimum)}.`;
    case 'too_big':
      if (issue.origin === 'string')
        return plural(Number(issue.maximum), {
          one: 'At most # character.',
          other: 'At most # characters.',
        });
      return t`At most ${String(issue.maximum)}.`;
    case 'invalid_format':
      if (issue.format === 'email') return t`Write an e-mail address, such as name@example.org.`;
      if (issue.format === 'date') return t`Fill in a whole date.`;
      return t`This isn't written as expected.`;
    case 'invalid_value':
      return t`Choose one of the list.`;
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return t`This isn't what is expected here.`;
    case 'custom':
    default:
      // A schema's own sentence comes first; this is for one without.
      return wordsForRule(issue.params?.['code']);
  }
}

/** What the contract's own rules ask, by the code that they bear. */
function wordsForRule(code: unknown): string | undefined {
  switch (code) {
    case 'ends-after-it-begins':
      return t`The end must be after the beginning.`;
    case 'closes-after-it-opens':
      return t`The last day must be after the first.`;
    case 'departs-after-arrival':
      return t`The departure must be after the arrival.`;
    case 'day-out-of-reach':
      return t`A day between 1900 and 2199.`;
    case 'too-many-days-of-arrival':
      return t`A plan looks at most 400 days of arrival ahead.`;
    case 'nothing-to-read':
      return t`Nothing of this can be seen. Write at least one letter or digit.`;
    case 'reason-required':
      return t`Please give a reason.`;
    default:
      return undefined;
  }
}

declare global {
  // Where Zod looks for its settings when it is loaded (zod/v4/core/core.js).
  var __zod_globalConfig: z.core.$ZodConfig | undefined;
}

/**
 * Sets Zod up without loading it: it comes later, with the first page that has a form. `jitless`, since the content
 * security policy forbids code made from text, and even the attempt is reported as a breach.
 */
globalThis.__zod_globalConfig = { jitless: true, customError: wordsForIssue };
