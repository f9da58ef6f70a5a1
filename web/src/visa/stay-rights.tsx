import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { VisaDaysView } from '@shelter-city/contract/visa-days';
import { formatDays, nightsBetween } from '../design/days.ts';

type Right = VisaDaysView['rights'][number];

/** What a run of days under one right means, and how it is drawn. */
const looks: Record<Right['basis'] | 'NONE', { readonly words: MessageDescriptor; readonly fill: string; readonly dot: string }> = {
  NATIONAL: { words: msg`national visa or permit: doesn’t count`, fill: 'fill-ok', dot: 'bg-ok' },
  LIMITED_TERRITORY: { words: msg`limited territory: counts, and is allowed past 90`, fill: 'fill-warn', dot: 'bg-warn' },
  SHORT_STAY: { words: msg`short stay: counts`, fill: 'fill-accent', dot: 'bg-accent' },
  NONE: { words: msg`without a visa: counts as a short stay`, fill: 'fill-line-strong', dot: 'bg-line-strong' },
};
const lookOf = ({ basis, isHeld }: Right) => looks[isHeld ? basis : 'NONE'];

/** By what right each day of a stay is spent, under the line of its days. Units: `days` are those drawn. */
export function RightsBand({ rights, days }: { readonly rights: readonly Right[]; readonly days: number }) {
  const [first] = rights;
  if (first === undefined || !rights.some(({ isHeld }) => isHeld)) return null;
  return (
    <svg viewBox={`0 0 ${String(Math.max(days - 1, 1))} 4`} preserveAspectRatio="none" className="h-1.5 w-full rounded-sm" aria-hidden="true">
      {rights.map((right) => (
        <rect key={right.firstDay} x={nightsBetween(first.firstDay, right.firstDay)} width={nightsBetween(right.firstDay, right.lastDay) + 1} height="4" className={lookOf(right).fill} />
      ))}
    </svg>
  );
}

/** The same in words; nothing for a stay that no visa covers yet, of which there is nothing to tell apart. */
export function RightsList({ rights }: { readonly rights: readonly Right[] }) {
  const { i18n } = useLingui();
  if (!rights.some(({ isHeld }) => isHeld)) return null;
  return (
    <ul className="grid gap-0.5">
      {rights.map((right) => (
        <li key={right.firstDay} className="grid grid-cols-[auto_1fr] items-baseline gap-2">
          <span className={`size-2.5 rounded-sm ${lookOf(right).dot}`} aria-hidden="true" />
          <span>{formatDays(right.firstDay, right.lastDay)}: {i18n._(lookOf(right).words)}</span>
        </li>
      ))}
    </ul>
  );
}
