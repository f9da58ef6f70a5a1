import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanLine } from '@shelter-city/contract/plans';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { StatusMark } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDays, formatInstant } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { NewPlanDialog } from './new-plan-dialog.tsx';
import { planQueries } from './plan-queries.ts';
import { planStatusMarks, planStatusWords, proofWords } from './plan-words.ts';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query(planQueries.list());
    return null;
  },
  Component: PlansPage,
});

function PlansPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(planQueries.list());
  const [isNew, setNew] = useState(false);
  const columns: Column<PlanLine>[] = [
    { id: 'name', header: t`Plan`, names: true, cell: ({ id, name }) => <TextLink to={`/plans/${id}`}>{name}</TextLink>, sortBy: ({ name }) => name },
    { id: 'status', header: t`State`, cell: ({ status }) => <StatusMark {...planStatusMarks[status]}>{i18n._(planStatusWords[status])}</StatusMark>, sortBy: ({ status }) => i18n._(planStatusWords[status]) },
    { id: 'arrivals', header: t`Arrivals`, cell: ({ arrivals }) => formatDays(arrivals.from, arrivals.until), sortBy: ({ arrivals }) => arrivals.from, className: 'tabular-nums lg:whitespace-nowrap' },
    { id: 'placed', header: t`Placed`, cell: ({ placed, people }) => <Trans>{placed} of {people}</Trans>, sortBy: ({ placed }) => placed, className: 'tabular-nums' },
    { id: 'proof', header: t`How good`, wideOnly: true, cell: ({ proof }) => proof && proofWords(proof) },
    { id: 'changed', header: t`Last change`, wideOnly: true, cell: ({ changedAt, madeBy }) => <span className="grid tabular-nums"><span className="whitespace-nowrap">{formatInstant(changedAt)}</span><span className="text-sm text-muted">{madeBy.displayName}</span></span>, sortBy: ({ changedAt }) => changedAt },
  ];
  return (
    <Page>
      <PageHeader
        title={<Trans>Plans</Trans>}
        tabTitle={t`Plans`}
        lead={<Trans>Drafts for a whole cohort. No city sees them before they are published.</Trans>}
        actions={
          <>
            <span className="text-sm text-muted tabular-nums"><Plural value={data.awaiting.length} one="# person awaits a place" other="# people await a place" /></span>
            <Button variant="primary" icon="plus" isDisabled={data.awaiting.length === 0} onPress={() => { setNew(true); }}><Trans>New plan</Trans></Button>
          </>
        }
      />
      <Card flush>
        <DataTable
          caption={t`Plans`}
          columns={columns}
          rows={data.items}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/plans/${id}`)}
          empty={<EmptyState icon="match" title={<Trans>There is no plan yet</Trans>} action={data.awaiting.length > 0 ? <Button onPress={() => { setNew(true); }}><Trans>New plan</Trans></Button> : undefined} />}
        />
      </Card>
      {isNew && <NewPlanDialog awaiting={data.awaiting} onClose={() => { setNew(false); }} onMade={(planId) => void navigate(`/plans/${planId}`)} />}
    </Page>
  );
}
