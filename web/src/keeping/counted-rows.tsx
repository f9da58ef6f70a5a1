import { useLingui } from '@lingui/react/macro';
import type { ErasurePreview } from '@shelter-city/contract/erasure';
import type { ReactNode } from 'react';
import { formatNumber } from '../design/days.ts';
import { inWords } from './kept-words.ts';

type Props = {
  readonly rows: ErasurePreview['kept'];
  readonly fate: 'destroyed' | 'kept';
  /** What is said when there are none. */
  readonly nothing: ReactNode;
};

/** How many rows of what; in words when there are none. */
export function CountedRows({ rows, fate, nothing }: Props) {
  const { i18n } = useLingui();
  const counts = inWords(rows, fate);
  if (counts.length === 0) return <p className="text-muted">{nothing}</p>;
  return (
    <dl className="grid gap-x-10 gap-y-1.5 sm:grid-cols-2">
      {counts.map(({ word, rows: count }) => (
        <div key={word.id} className="flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
          <dt className="text-muted">{i18n._(word)}</dt>
          <dd className="tabular-nums">{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
