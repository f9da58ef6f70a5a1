import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportView } from '@shelter-city/contract/reports';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { formatNumber } from '../design/days.ts';

const width = 720;
const height = 220;
const margin = { top: 18, right: 8, bottom: 24, left: 34 };

/** People hosted per year as bars. A year whose count is too small to show has a dashed bar of no telling height. */
export function YearsChart({ byYear, year, smallest }: { readonly byYear: ReportView['byYear']; readonly year: number; readonly smallest: number }) {
  const { t } = useLingui();
  const shown = byYear.map((row) => ({ ...row, height: typeof row.persons === 'number' ? row.persons : smallest / 2 }));
  const x = scaleBand<number>({ domain: shown.map((row) => row.year), range: [margin.left, width - margin.right], padding: 0.28 });
  const y = scaleLinear<number>({ domain: [0, Math.max(smallest, ...shown.map((row) => row.height))], range: [height - margin.bottom, margin.top], nice: true });
  return (
    <figure className="grid gap-2">
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={t`People hosted per year; the same numbers stand in the table below`} className="h-auto w-full max-w-3xl">
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" className="fill-muted text-2xs tabular-nums">{formatNumber(tick)}</text>
          </g>
        ))}
        {shown.map((row) => {
          const left = x(row.year) ?? 0;
          const isKnown = typeof row.persons === 'number';
          return (
            <g key={row.year}>
              <Bar
                x={left}
                y={y(row.height)}
                width={x.bandwidth()}
                height={Math.max(0, y(0) - y(row.height))}
                rx={2}
                className={isKnown ? (row.year === year ? 'fill-accent' : 'fill-line-strong') : 'fill-transparent stroke-line-strong'}
                {...(!isKnown && { strokeDasharray: '3 3' })}
              />
              <text x={left + x.bandwidth() / 2} y={y(row.height) - 5} textAnchor="middle" className="fill-ink text-2xs tabular-nums">
                {typeof row.persons === 'number' ? formatNumber(row.persons) : row.persons === 'SMALL' ? `< ${String(smallest)}` : '·'}
              </text>
              <text x={left + x.bandwidth() / 2} y={height - 8} textAnchor="middle" className={`text-2xs tabular-nums ${row.year === year ? 'fill-ink font-semibold' : 'fill-muted'}`}>
                {row.year}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="text-sm text-muted"><Trans>People hosted per year. A dashed bar says that the number is too small to show.</Trans></figcaption>
    </figure>
  );
}
