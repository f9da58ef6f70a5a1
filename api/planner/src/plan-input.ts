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
  /** What it costs the plan to use the place at all; nothing when left out. */
  readonly opening?: number;
};

/** One to be placed, at most once. */
export type PlanPerson = {
  readonly id: string;
  /** Days on which the stay could begin, ascending. */
  readonly starts: readonly number[];
  /** Nights of a stay that begins on each of them. */
  readonly nights: readonly number[];
  /**
   * What a stay is worth by place and start: a positive whole number, or -1 where a rule about the two alone forbids it, or
   * a pin or a ban does. Being placed at all is a part of it (see `rankedWorth`), so it decides who comes first, then how
   * well. Places that are alike share one list, for the size of it.
   */
  readonly worth: readonly (readonly number[])[];
};

/** So many at once of some people in some places: a city's guests at once, one volunteer's language. */
export type PlanLimit = {
  readonly places: readonly number[];
  /** Whom it concerns; everybody when null. */
  readonly people: readonly number[] | null;
  readonly atOnce: number;
  /** Nights on which standing stays use one of it. */
  readonly standing: readonly Days[];
  /** How much of it each person uses, by person; one when left out. */
  readonly amounts?: readonly number[];
  /** What each one too many costs for each night; too many are forbidden when left out. */
  readonly overPrice?: number;
};

/** So many of some places stay free on each night, for emergencies: of those that are open and not taken. */
export type PlanReserve = {
  readonly places: readonly number[];
  readonly keep: number;
  /** What each place too few costs for each night; too few are forbidden when null. What no plan can help costs nothing. */
  readonly price: number | null;
};

/** A city's fair part: each planned night below the least or above the most costs something. */
export type PlanShare = {
  readonly places: readonly number[];
  readonly least: number;
  readonly most: number;
  readonly price: number;
};

/** Everything a plan is made from; the same input gives the same plan. All numbers are whole. */
export type PlanInput = {
  readonly places: readonly PlanPlace[];
  readonly people: readonly PlanPerson[];
  readonly limits: readonly PlanLimit[];
  /** Pairs who must not be in one city on one night. */
  readonly apart: readonly (readonly [number, number])[];
  readonly reserves?: readonly PlanReserve[];
  readonly shares?: readonly PlanShare[];
};

/** Where somebody is placed: indices into the input, days as there. */
export type Seat = {
  readonly person: number;
  readonly place: number;
  readonly from: number;
  readonly until: number;
};
