import type { FindingView } from '@shelter-city/contract/matching';

/** A fact behind a verdict, as the API sends it. */
export type Fact = FindingView['fact'];
type FactCode = Fact['code'];
// Member by member, because one member of the union may carry several codes.
type ParamsIn<F, C> = F extends { readonly code: infer Codes } ? (C extends Codes ? (F extends { readonly params: infer P } ? P : Record<string, never>) : never) : never;
/** A sentence for each fact, from its params. */
export type FactWords = { readonly [C in FactCode]: (params: ParamsIn<Fact, C>) => string };
