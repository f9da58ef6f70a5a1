import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import { Badge, StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { TextLink } from '../design/text-link.tsx';
import { draftLetters } from './draft-mark.tsx';
import { SeatBeside } from './seat-beside.tsx';

type Row = PlanComparison['rows'][number];

/** Everybody in every draft, those first who aren't where the first draft has them. */
export function ComparisonTable({ comparison: { plans, rows } }: { readonly comparison: PlanComparison }) {
  const { t } = useLingui();
  const columns: Column<Row>[] = [
    { id: 'defender', header: t`Defender`, names: true, sortBy: ({ defender }) => defender.codeName, cell: ({ defender, urgent }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        <TextLink to={`/plans/${plans[0]?.plan.id ?? ''}?who=${defender.code}`}>{defender.codeName}</TextLink>
        {urgent && <Badge tone="bad"><Trans>Urgent</Trans></Badge>}
      </span>
    ) },
    ...plans.map(({ plan }, at): Column<Row> => ({
      id: plan.id,
      header: `${draftLetters[at] ?? ''} · ${plan.name}`,
      className: 'min-w-28 wrap-anywhere',
      cell: ({ seats }) => { const seat = seats[at]; return seat && <SeatBeside seat={seat} isFirst={at === 0} />; },
    })),
    { id: 'change', header: t`Difference`, sortBy: ({ differs }) => (differs ? 0 : 1), cell: ({ differs }) => differs ? <StatusMark shape="diamond" tone="accent"><Trans>Moves</Trans></StatusMark> : <span className="whitespace-nowrap text-muted"><Trans>The same</Trans></span> },
  ];
  return <DataTable caption={t`Who, where and when`} columns={columns} rows={rows} keyOf={({ defender }) => defender.code} sort={{ by: 'change', descending: false }} />;
}
