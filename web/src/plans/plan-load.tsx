import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatNumber } from '../design/days.ts';
import { Card } from '../design/layout.tsx';

type Row = PlanView['load'][number];

/** What the plan asks of each city, beside what it offered and gave in the last twelve months. */
export function PlanLoad({ plan }: { readonly plan: PlanView }) {
  const { t } = useLingui();
  const columns: Column<Row>[] = [
    { id: 'city', header: t`City`, names: true, cell: ({ city }) => city.name, sortBy: ({ city }) => city.name },
    { id: 'offered', header: t`Nights offered, last 12 months`, align: 'end', cell: ({ offeredNights }) => formatNumber(offeredNights), sortBy: ({ offeredNights }) => offeredNights },
    { id: 'used', header: t`Nights used, last 12 months`, align: 'end', cell: ({ usedNights }) => formatNumber(usedNights), sortBy: ({ usedNights }) => usedNights },
    { id: 'planned', header: t`Nights of this plan`, align: 'end', cell: ({ plannedNights }) => formatNumber(plannedNights), sortBy: ({ plannedNights }) => plannedNights },
  ];
  return (
    <Card flush title={<Trans>What it asks of the cities</Trans>}>
      <DataTable caption={t`What it asks of the cities`} columns={columns} rows={plan.load} keyOf={({ city }) => city.id} sort={{ by: 'planned', descending: true }} />
    </Card>
  );
}
