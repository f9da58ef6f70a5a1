import type { Stage } from './stage.ts';

/** One line of the table: what was counted, and everything that should not have been. */
export type Finding = {
  readonly what: string;
  readonly figure: string;
  readonly violations: readonly string[];
};

/** One claim and how it is shown: each part looks at the running system by itself, in any order. */
export type Part = {
  readonly name: string;
  run(stage: Stage): Promise<readonly Finding[]>;
};

/** The finding of a count, of which every violation is one too many. */
export const counted = (
  what: string,
  count: number,
  violations: readonly string[] = [],
): Finding => ({ what, figure: count.toLocaleString('en'), violations });

/** The finding of what must all be so: `N of N`, and the names of those that aren't. */
export const allOf = (what: string, all: number, missed: readonly string[]): Finding => ({
  what,
  figure: `${String(all - missed.length)} of ${String(all)}`,
  violations: missed,
});
