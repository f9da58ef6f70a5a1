/** Nights `[from, until)` as numbers of days from an origin of the caller's. */
export type Days = { readonly from: number; readonly until: number };

/** Somewhere one household sleeps. */
export type PlanPlace = {
  readonly id: string;
  /** Index of its city: places of one city are near each other. */
  readonly city: number;
  /** Days the place rests after a guest. */
  readonly gap: number;
  /** Confirmed nights without blocked ones: a stay lies inside one of these. */
  readonly open: readonly Days[];
  /** Nights of standing stays, the rest after each included: a stay and its own rest touch none of these. */
  readonly taken: readonly Days[];
};

/** One to be placed, at most once. */
export type PlanPerson = {
  readonly id: string;
  /** Days on which the stay could begin, ascending. */
  readonly starts: readonly number[];
  /** Nights of a stay that begins on each of them. */
  readonly nights: readonly number[];
  /**
   * What a stay is worth by place and start: a positive whole number, or -1 where a rule about the two alone forbids it.
   * Being placed at all is a part of it, so it decides who comes first, then how well.
   */
  readonly worth: readonly (readonly number[])[];
};

/** So many at once of some people in some places: a city's guests at once, one volunteer's language, places kept free. */
export type PlanLimit = {
  readonly places: readonly number[];
  /** Whom it concerns; everybody when null. */
  readonly people: readonly number[] | null;
  readonly atOnce: number;
  /** Nights on which standing stays use one of it. */
  readonly standing: readonly Days[];
};

/** Everything a plan is made from; the same input gives the same plan. */
export type PlanInput = {
  readonly places: readonly PlanPlace[];
  readonly people: readonly PlanPerson[];
  readonly limits: readonly PlanLimit[];
  /** Pairs who must not be in one city on one night. */
  readonly apart: readonly (readonly [number, number])[];
};

/** Where somebody is placed: indices into the input, days as there. */
export type Seat = {
  readonly person: number;
  readonly place: number;
  readonly from: number;
  readonly until: number;
};
