import { useLingui } from '@lingui/react/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import type { ReactNode } from 'react';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { draftLetters } from './draft-mark.tsx';
import { proofWords } from './plan-words.ts';

type Tally = PlanComparison['plans'][number];
type Line = { readonly id: string; readonly what: string; readonly of: (tally: Tally, at: number) => ReactNode };

/** What each draft comes to, and what it costs or brings people beside the first. */
export function ComparisonSummary({ comparison: { plans, cities } }: { readonly comparison: PlanComparison }) {
  const { t } = useLingui();
  const besideFirst = (figure: (tally: Tally) => number) => (tally: Tally, at: number) => (at === 0 ? '–' : figure(tally));
  const lines: Line[] = [
    { id: 'placed', what: t`Placed`, of: ({ placed }) => placed },
    { id: 'leftOut', what: t`Left out`, of: ({ leftOut }) => leftOut },
    { id: 'better', what: t`Better off than in A`, of: besideFirst(({ better }) => better) },
    { id: 'worse', what: t`Worse off than in A`, of: besideFirst(({ worse }) => worse) },
    { id: 'unchanged', what: t`The same, or as good`, of: besideFirst(({ unchanged }) => unchanged) },
    { id: 'waited', what: t`Days that urgent people wait`, of: ({ urgentDaysWaited }) => urgentDaysWaited },
    { id: 'wishes', what: t`In a city they wished for`, of: ({ wishesMet }) => wishesMet },
    { id: 'weaker', what: t`Answers that are weaker`, of: ({ weaker }) => weaker },
    { id: 'questions', what: t`Questions left open`, of: ({ questions }) => questions },
    { id: 'fair', what: t`Cities asked for more or less than their fair part`, of: ({ citiesOutOfBand }) => citiesOutOfBand },
    ...cities.map(({ city, nights }): Line => ({ id: city.id, what: t`Nights in ${city.name}`, of: (_, at) => nights[at] ?? 0 })),
    { id: 'proof', what: t`How good`, of: ({ plan: { proof } }) => (proof ? proofWords(proof) : '–') },
  ];
  const columns: Column<Line>[] = [
    { id: 'what', header: t`What it comes to`, names: true, cell: ({ what }) => what },
    ...plans.map((tally, at): Column<Line> => ({ id: tally.plan.id, header: `${draftLetters[at] ?? ''} · ${tally.plan.name}`, className: 'min-w-28 wrap-anywhere tabular-nums', cell: ({ of }) => of(tally, at) })),
  ];
  return <DataTable caption={t`What it comes to`} columns={columns} rows={lines} keyOf={({ id }) => id} />;
}
