import { problemStatuses, type ProblemDetails } from '@shelter-city/contract/problem';
import type { Language } from '@shelter-city/contract/vocabulary';
import { sentenceOf } from '../http/field-sentences.ts';
import type { Problem } from './problem.ts';
import { problemText } from './problem-texts.ts';

/**
 * A problem as it goes over the wire. "There is nothing here" says the same to every byte, whatever was asked for: its
 * request id stands in the header alone.
 */
export function problemDetailsOf(
  { slug, facts }: Problem,
  language: Language,
  requestId: string,
): ProblemDetails {
  const reasons = (facts.reasons ?? []).flatMap(
    ({ code, params }) => sentenceOf(code, language, params) ?? [],
  );
  const details = {
    type: `/problems/${slug}`,
    status: problemStatuses[slug],
    ...problemText(slug, language, facts.params),
    ...(reasons.length > 0 && { detail: reasons.join(' ') }),
  };
  if (slug === 'not-found') return details;
  const errors = [
    ...(facts.sentences ?? []),
    ...(facts.errors ?? []).map(({ pointer, code, params }) => ({
      pointer,
      detail: sentenceOf(code, language, params) ?? details.title,
    })),
  ];
  return {
    ...details,
    requestId,
    ...(errors.length > 0 && { errors }),
    ...(facts.current !== undefined && { current: facts.current }),
  };
}
