import { Trans } from '@lingui/react/macro';
import type { BlockedDaysView, CapacityPeriodView } from '@shelter-city/contract/capacity';
import type { CapacityStatus } from '@shelter-city/contract/vocabulary';
import type { CSSProperties } from 'react';
import { crossed, hatch } from '../board/bar-look.ts';
import { quartersOf, shareOf } from './quarters.ts';

type Window = { readonly from: string; readonly until: string };

const looks: Record<Exclude<CapacityStatus, 'WITHDRAWN'>, string> = {
  CONFIRMED: 'border-ok bg-ok-soft',
  OFFERED: `border-dashed border-warn ${hatch}`,
  REQUESTED: 'border-dashed border-warn',
};

function Stretch({ span, window, className }: { readonly span: Window; readonly window: Window; readonly className: string }) {
  const share = shareOf(span, window.from, window.until);
  if (!share) return null;
  return (
    <span
      className={`absolute inset-y-1 left-[calc(var(--from)*100%)] w-[calc(var(--length)*100%)] rounded-sm border ${className}`}
      style={{ '--from': share.from, '--length': share.length } as CSSProperties}
    />
  );
}

type Props = {
  readonly window: Window;
  readonly asOf: string;
  readonly periods: readonly CapacityPeriodView[];
  readonly blocked: readonly BlockedDaysView[];
};

/** A place by quarter, drawn. The list below it says the same in words, so this is hidden from assistive technology. */
export function CapacityStrip({ window, asOf, periods, blocked }: Props) {
  const now = shareOf({ from: asOf, until: window.until }, window.from, window.until);
  return (
    <div aria-hidden="true" className="overflow-clip rounded-md border border-line bg-sunken">
      <div className="flex text-2xs text-muted tabular-nums">
        {quartersOf(window.from, window.until).map(({ from, name, share, startsYear }, index) => (
          <span key={from} className="w-[calc(var(--share)*100%)] shrink-0 truncate border-s border-line px-1 py-0.5 first:border-s-0" style={{ '--share': share } as CSSProperties}>
            <Trans>Q{name}</Trans>
            {(index === 0 || startsYear) && <span className="text-ink"> ’{from.slice(2, 4)}</span>}
          </span>
        ))}
      </div>
      <div className="relative h-8 border-t border-line">
        {quartersOf(window.from, window.until).slice(1).map(({ from }) => {
          const share = shareOf({ from: window.from, until: from }, window.from, window.until);
          return <span key={from} className="absolute inset-y-0 left-[calc(var(--at)*100%)] border-s border-line" style={{ '--at': share?.length ?? 0 } as CSSProperties} />;
        })}
        {periods.map(({ id, opensOn, closesOn, status }) =>
          status === 'WITHDRAWN' ? null : <Stretch key={id} span={{ from: opensOn, until: closesOn }} window={window} className={looks[status]} />,
        )}
        {blocked.map(({ id, from, until }) => (
          <Stretch key={id} span={{ from, until }} window={window} className={`border-line-strong bg-surface ${crossed}`} />
        ))}
        {now !== null && <span className="absolute inset-y-0 left-[calc(var(--at)*100%)] border-s-2 border-accent" style={{ '--at': now.from } as CSSProperties} />}
      </div>
    </div>
  );
}
