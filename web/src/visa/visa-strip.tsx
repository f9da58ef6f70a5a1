import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { VisaDaysView } from '@shelter-city/contract/visa-days';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Failure } from '../api/failure.tsx';
import { formatDay, formatDayShort } from '../design/days.ts';
import { Skeleton } from '../design/states.tsx';
import { plusDays } from '../stays/plus-days.ts';
import { RightsBand, RightsList } from './stay-rights.tsx';
import { visaDaysQuery, type PlannedStay } from './visa-days-queries.ts';

const allowed = 90;
const height = 48;

/** The line of days used, drawn over the days; the limit lies at its top third so that being over shows. */
function Drawing({ days }: { readonly days: VisaDaysView }) {
  const { used } = days;
  const top = Math.max(allowed * 1.15, ...used);
  const y = (count: number) => height - (count / top) * height;
  const line = used.map((count, n) => `${String(n)},${y(count).toFixed(1)}`).join(' ');
  const last = Math.max(used.length - 1, 1);
  return (
    <svg viewBox={`0 0 ${String(last)} ${String(height)}`} preserveAspectRatio="none" className="h-12 w-full rounded-md bg-sunken" aria-hidden="true">
      <polygon points={`0,${String(height)} ${line} ${String(last)},${String(height)}`} className={days.isOver ? 'fill-bad-soft' : 'fill-accent-soft'} />
      <polyline points={line} fill="none" strokeWidth="2" vectorEffect="non-scaling-stroke" className={days.isOver ? 'stroke-bad' : 'stroke-accent'} />
      <line x1="0" x2={last} y1={y(allowed)} y2={y(allowed)} strokeWidth="1" strokeDasharray="4 3" vectorEffect="non-scaling-stroke" className="stroke-line-strong" />
    </svg>
  );
}

function Words({ days }: { readonly days: VisaDaysView }) {
  const first = days.used[0] ?? 0;
  const end = days.used.at(-1) ?? 0;
  const left = Math.max(0, allowed - end);
  const isCarried = days.rights.length > 0 && days.rights.every(({ basis }) => basis === 'NATIONAL');
  if (days.planned === null) return <p><Trans>{first} of 90 used today; {Math.max(0, allowed - first)} left.</Trans></p>;
  return (
    <div className="grid gap-0.5">
      {isCarried ? (
        <p><Trans>The days of this stay don’t count: a national visa or permit carries it.</Trans></p>
      ) : (
        <p><Trans>{first} of 90 used on the day of arrival, {end} on the day of departure; {left} left.</Trans></p>
      )}
      {days.firstDayOver !== null && <p className="font-medium text-bad"><Trans>Over the 90 days from {formatDay(days.firstDayOver)}.</Trans></p>}
      {days.latestDeparture === null ? (
        <p className="text-bad"><Trans>No day is left for this arrival.</Trans></p>
      ) : (
        <p><Trans>Latest safe departure: {formatDay(days.latestDeparture)}</Trans></p>
      )}
    </div>
  );
}

/** The same as a table, for whoever doesn't see the drawing: the days on which the month begins, the first and the last. */
function AsTable({ days }: { readonly days: VisaDaysView }) {
  const rows = days.used
    .map((count, n) => ({ day: plusDays(days.from, n), count, n }))
    .filter(({ day, n }) => n === 0 || n === days.used.length - 1 || day.endsWith('-01') || day.endsWith('-15'));
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted"><Trans>As a table</Trans></summary>
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead>
          <tr className="text-start text-muted"><th className="text-start font-normal"><Trans>Day</Trans></th><th className="text-end font-normal"><Trans>Days used</Trans></th><th className="text-end font-normal"><Trans>Days left</Trans></th></tr>
        </thead>
        <tbody>
          {rows.map(({ day, count }) => (
            <tr key={day}><td>{formatDay(day)}</td><td className="text-end">{count}</td><td className="text-end">{Math.max(0, allowed - count)}</td></tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Visa days over a stay, or over the next 180 days when none is planned: the line, the words and a table. */
export function VisaStrip({ code, planned }: { readonly code: string; readonly planned: PlannedStay | null }) {
  const { t } = useLingui();
  const { data, error, isError, refetch } = useQuery({ ...visaDaysQuery(code, planned), placeholderData: keepPreviousData });
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  return (
    <section className="grid gap-2 text-sm tabular-nums" aria-label={t`Visa days`}>
      <Words days={data} />
      <div className="grid gap-1">
        <Drawing days={data} />
        <RightsBand rights={data.rights} days={data.used.length} />
        <div className="flex justify-between text-xs text-muted" aria-hidden="true"><span>{formatDayShort(data.from)}</span><span><Trans>dashed: 90 days</Trans></span><span>{formatDayShort(data.until)}</span></div>
      </div>
      <RightsList rights={data.rights} />
      {data.presences.length > 0 && (
        <p className="text-muted"><Plural value={data.presences.length} one="# other presence is counted in" other="# other presences are counted in" /></p>
      )}
      <AsTable days={data} />
    </section>
  );
}
