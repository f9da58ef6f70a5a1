/** Nights `[from, until)` as numbers of days since the first day of 1970. */
export type Days = { readonly from: number; readonly until: number };

/**
 * What a planner solves, in numbers alone: no name, no rule, no reason leaves the domain. Places, people and starts are
 * known by their indices; `worth` is -1 where a rule forbids a stay.
 */
export type PlanInput = {
  readonly places: readonly {
    readonly id: string;
    readonly city: number;
    readonly gap: number;
    readonly open: readonly Days[];
    readonly taken: readonly Days[];
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly starts: readonly number[];
    readonly nights: readonly number[];
    readonly worth: readonly (readonly number[])[];
  }[];
  readonly limits: readonly {
    readonly places: readonly number[];
    readonly people: readonly number[] | null;
    readonly atOnce: number;
    readonly standing: readonly Days[];
  }[];
  readonly apart: readonly (readonly [number, number])[];
  /** Places that stay free on every night, for emergencies; too few are forbidden, as far as a plan can help it. */
  readonly reserves: readonly { readonly places: readonly number[]; readonly keep: number; readonly price: null }[];
  /** What is fair to ask of some places: each night below the least or above the most costs something. */
  readonly shares?: readonly { readonly places: readonly number[]; readonly least: number; readonly most: number; readonly price: number }[];
};
