import type { ProblemSlug } from '@shelter-city/contract/problem';

/** A problem in words; the detail's `{params}` are filled in, and without them it is left out. */
export type ProblemWords = { readonly title: string; readonly detail?: string };
/** One language's words for every problem: a missing one doesn't compile. */
export type ProblemTexts = Readonly<Record<ProblemSlug, ProblemWords>>;
