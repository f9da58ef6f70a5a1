import type { Figures, Row } from './figures.ts';

const count = (value: number) => Math.round(value).toLocaleString('en');
const milliseconds = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const cells = ({ perSecond, p50, p95, p99 }: Figures) => [count(perSecond), milliseconds(p50), milliseconds(p95), milliseconds(p99)];

/** The one table, as Markdown that reads well in a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['', 'stays', 'req/s', 'p50', 'p95', 'p99', 'bare req/s', 'p50', 'p95', 'p99', 'ratio', 'growth'],
    ...rows.map(({ name, stays, api, bare, ratio, growth }) => [name, count(stays), ...cells(api), ...cells(bare), ratio.toFixed(2), growth.toFixed(2)]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const drawn = lines.map((line) => `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`);
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

/** A target and how far the run is from it. */
export type Target = { readonly says: string; readonly met: boolean };

const hotLists = ['Board window', 'Today’s queue', 'Defenders’ list'];

/** The issue's targets, each met or not with its number. */
export function targetsOf(rows: readonly Row[]): Target[] {
  const of = (name: string) => rows.filter((row) => row.name === name);
  const largest = Math.max(...rows.map(({ stays }) => stays));
  const least = (name: string) => Math.min(...of(name).map(({ ratio }) => ratio));
  const ratio = (name: string, against: string): Target => ({
    says: `${name}: at least 0.50 × ${against}, ${least(name).toFixed(2)} at its worst size`,
    met: least(name) >= 0.5,
  });
  const growth = (name: string): Target => {
    const value = of(name).find(({ stays }) => stays === largest)?.growth ?? 0;
    return { says: `${name}: p95 at ${count(largest)} stays at most 1.50 × the smallest, ${value.toFixed(2)}`, met: value <= 1.5 };
  };
  const slowest = (name: string): Target => {
    const value = Math.max(...of(name).map(({ api }) => api.p95));
    return { says: `${name}: p95 at most 50 ms, ${milliseconds(value)} ms at its worst size`, met: value <= 50 };
  };
  return [
    ...hotLists.map((name) => ratio(name, 'bare')),
    ...[...hotLists, 'Match for one defender', 'Propose'].map(growth),
    ratio('Propose', 'the bare transaction'),
    slowest('Match for one defender'),
    slowest('Match, one asker'),
  ];
}
