type Line = {
  readonly part: string;
  readonly what: string;
  readonly figure: string;
  readonly violations: readonly string[];
};

/** The one table, as Markdown that reads well in a terminal too. */
export function tableOf(rows: readonly Line[]): string {
  const lines = [
    ['part', 'shown', 'figure', 'violations'],
    ...rows.map(({ part, what, figure, violations }) => [
      part,
      what,
      figure,
      String(violations.length),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const drawn = lines.map(
    (line) =>
      `| ${line.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`,
  );
  const rule = `|${widths.map((width, at) => (at < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}
