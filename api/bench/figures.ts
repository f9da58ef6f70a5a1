import type { Load } from './load.ts';

/** What a table's cell says of many answers. Units: requests a second, milliseconds. */
export type Figures = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly answers: number };

/** One scenario on one database: the API, the bare server, and how they compare. */
export type Row = {
  readonly name: string;
  readonly stays: number;
  readonly api: Figures;
  readonly bare: Figures;
  /** The API's requests a second by those of the bare server in the same moments: the median of the rounds. */
  readonly ratio: number;
  /** This row's p95 by that of the smallest database. */
  readonly growth: number;
};

/** The figures of several rounds taken together. */
export function figuresOf(loads: readonly Load[]): Figures {
  const times = loads.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const seconds = loads.reduce((sum, load) => sum + load.seconds, 0);
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), answers: times.length };
}

/** The median of the rounds' ratios: a moment in which the machine was busy elsewhere spoils one round, not the figure. */
export function ratioOf(api: readonly Load[], bare: readonly Load[]): number {
  const rate = (load: Load | undefined) => (load ? load.milliseconds.length / load.seconds : 0);
  const ratios = api.map((load, round) => rate(load) / rate(bare[round])).sort((a, b) => a - b);
  const middle = ratios.length / 2;
  return ((ratios[Math.ceil(middle) - 1] ?? 0) + (ratios[Math.floor(middle)] ?? 0)) / 2;
}
