import { problemStatuses, type ProblemSlug } from '@shelter-city/contract/problem';

/** What a problem can say besides its name: facts for its sentence, the fields it is about, the state as it is now. */
export type ProblemFacts = {
  /** Filled into the sentence; days are written in the reader's language. Never a person's name. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** `code` names the field's sentence in the catalogue. */
  readonly errors?: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
  /** Why not, when there is more than one reason: their sentences, by code, are the problem's detail. */
  readonly reasons?: readonly {
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
  /** Fields with a sentence that is already in the reader's language. */
  readonly sentences?: readonly { readonly pointer: string; readonly detail: string }[];
  /** The state as it is now, for 409: a reply of the endpoint that shows the thing. */
  readonly current?: unknown;
};

/** A refusal the caller can act on. Everything else that is thrown is our fault, and answers 500. */
export class Problem extends Error {
  constructor(
    readonly slug: ProblemSlug,
    readonly facts: ProblemFacts = {},
    options?: ErrorOptions,
  ) {
    super(slug, options);
  }

  get status(): number {
    return problemStatuses[this.slug];
  }
}
