import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { PageRoute } from '../app/page-route.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import { formatInstant, formatNumber } from '../design/days.ts';
import { Card, DescriptionList, Page, PageHeader } from '../design/layout.tsx';
import { keepingQueries } from './keeping-queries.ts';

/** Whether the audit log is as it was written, without showing any of it. */
export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...keepingQueries.integrity(), staleTime: 'static' });
    return null;
  },
  Component: IntegrityPage,
});

function IntegrityPage() {
  const { t } = useLingui();
  const { data, refetch, isFetching } = useSuspenseQuery(keepingQueries.integrity());
  const { firstBad, firstUnchained, badAnchor, quotaReached } = data;
  const faults = [
    firstBad && t`Row ${firstBad.row} was edited, deleted or moved (position ${firstBad.position} of the chain).`,
    firstUnchained !== null && t`Row ${firstUnchained} was put in past the chain.`,
    badAnchor && t`Line ${badAnchor.line} of the anchor file doesn’t agree: rows were cut off or written anew, or the anchor is forged.`,
  ].filter((fault) => typeof fault === 'string');
  return (
    <Page width="text">
      <PageHeader
        title={t`Audit log`}
        tabTitle={t`Audit log`}
        lead={t`Each row is chained to the one before, and signed anchors lie outside the database.`}
        actions={
          <Button isPending={isFetching} onPress={() => void refetch()}>
            <Trans>Check again</Trans>
          </Button>
        }
      />
      {faults.length === 0 ? (
        <Banner tone="ok" icon="check">
          <Trans>The audit log is whole.</Trans>
        </Banner>
      ) : (
        faults.map((fault) => (
          <Banner key={fault} tone="bad" icon="alert" role="alert">
            {fault}
          </Banner>
        ))
      )}
      <Card title={<Trans>This check</Trans>}>
        <DescriptionList
          facts={[
            { term: t`Checked at`, value: formatInstant(data.checkedAt) },
            { term: t`Rows in the chain`, value: formatNumber(data.rows) },
            { term: t`Signed anchors`, value: formatNumber(data.anchors) },
          ]}
        />
      </Card>
      <Card title={<Trans>Who opened more than the quota</Trans>} flush>
        <DataTable
          caption={t`Who opened more than the quota`}
          columns={[
            { id: 'name', header: t`Name`, names: true, cell: ({ account }) => account.displayName },
            { id: 'times', header: t`Refused`, align: 'end', cell: ({ times }) => formatNumber(times) },
            { id: 'last', header: t`Last`, cell: ({ lastAt }) => formatInstant(lastAt) },
          ]}
          rows={quotaReached}
          keyOf={({ account }) => account.id}
          empty={
            <p className="p-4 text-muted">
              <Trans>Nobody in the last thirty days.</Trans>
            </p>
          }
        />
      </Card>
    </Page>
  );
}
