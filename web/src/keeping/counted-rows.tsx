import { useLingui } from '@lingui/react/macro';
import type { ErasurePreview } from '@shelter-city/contract/erasure';
import type { ReactNode } from 'react';
import { formatNumber } from '../design/days.ts';
import { DescriptionList } from '../design/layout.tsx';
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
  const facts = inWords(rows, fate).map(({ word, rows: count }) => ({
    term: i18n._(word),
    value: <span className="tabular-nums">{formatNumber(count)}</span>,
  }));
  return facts.length === 0 ? <p className="text-muted">{nothing}</p> : <DescriptionList facts={facts} />;
}
