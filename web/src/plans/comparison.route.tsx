import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanComparison, PlanSeat } from '@shelter-city/contract/plans';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDays } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { planQueries } from './plan-queries.ts';
import { changeWords, leftOutWords, proofWords } from './plan-words.ts';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query(planQueries.comparison(params['planId'] ?? '', params['otherId'] ?? ''));
    return null;
  },
  Component: ComparisonPage,
});

type Row = PlanComparison['rows'][number];
type Tally = { readonly id: string; readonly what: string; readonly one: string | number; readonly other: string | number };

function Seat({ seat, because }: { readonly seat: PlanSeat | null; readonly because: Row['oneLeftOutBecause'] }) {
  const { i18n } = useLingui();
  if (seat) return <>{seat.city.name}, {seat.place.label}<span className="block text-sm text-muted tabular-nums">{formatDays(seat.span.from, seat.span.until)}</span></>;
  return because ? <StatusMark shape="minus" tone="warn"><span className="whitespace-normal">{i18n._(leftOutWords[because])}</span></StatusMark> : <span className="text-muted">–</span>;
}

/** Two drafts side by side: what each comes to, then everybody's difference, the changes first. */
function ComparisonPage() {
  const { t, i18n } = useLingui();
  const { planId = '', otherId = '' } = useParams();
  const { data } = useSuspenseQuery(planQueries.comparison(planId, otherId));
  const { one, other } = data;
  const tallies: Tally[] = [
    { id: 'placed', what: t`Placed`, one: one.placed, other: other.placed },
    { id: 'leftOut', what: t`Left out`, one: one.leftOut, other: other.leftOut },
    { id: 'waited', what: t`Days that urgent people wait`, one: one.urgentDaysWaited, other: other.urgentDaysWaited },
    { id: 'wishes', what: t`In a city they wished for`, one: one.wishesMet, other: other.wishesMet },
    { id: 'weaker', what: t`Answers that are weaker`, one: one.weaker, other: other.weaker },
    { id: 'questions', what: t`Questions left open`, one: one.questions, other: other.questions },
    { id: 'proof', what: t`How good`, one: one.plan.proof ? proofWords(one.plan.proof) : '–', other: other.plan.proof ? proofWords(other.plan.proof) : '–' },
  ];
  const tallyColumns: Column<Tally>[] = [
    { id: 'what', header: t`What it comes to`, names: true, cell: ({ what }) => what },
    { id: 'one', header: one.plan.name, className: 'tabular-nums', cell: (row) => row.one },
    { id: 'other', header: other.plan.name, className: 'tabular-nums', cell: (row) => row.other },
  ];
  const columns: Column<Row>[] = [
    { id: 'defender', header: t`Defender`, names: true, cell: ({ defender }) => <TextLink to={`/plans/${planId}?who=${defender.code}`}>{defender.codeName}</TextLink>, sortBy: ({ defender }) => defender.codeName },
    { id: 'one', header: one.plan.name, cell: (row) => <Seat seat={row.one} because={row.oneLeftOutBecause} /> },
    { id: 'other', header: other.plan.name, cell: (row) => <Seat seat={row.other} because={row.otherLeftOutBecause} /> },
    { id: 'change', header: t`Change`, cell: ({ change }) => change === 'SAME' ? <span className="text-muted">{i18n._(changeWords.SAME)}</span> : <StatusMark shape="diamond" tone="accent">{i18n._(changeWords[change])}</StatusMark>, sortBy: ({ change }) => (change === 'SAME' ? 1 : 0) },
  ];
  return (
    <Page>
      <PageHeader
        title={<Trans>Two plans side by side</Trans>}
        tabTitle={t`Two plans side by side`}
        lead={<><TextLink to={`/plans/${planId}`}>{one.plan.name}</TextLink> · <TextLink to={`/plans/${otherId}`}>{other.plan.name}</TextLink></>}
      />
      <Card flush><DataTable caption={t`What it comes to`} columns={tallyColumns} rows={tallies} keyOf={({ id }) => id} /></Card>
      <Card flush title={<Trans>Who, where and when</Trans>}>
        <DataTable caption={t`Who, where and when`} columns={columns} rows={data.rows} keyOf={({ defender }) => defender.code} sort={{ by: 'change', descending: false }} />
      </Card>
    </Page>
  );
}
