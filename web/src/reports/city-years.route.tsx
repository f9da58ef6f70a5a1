import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { PageRoute } from '../app/page-route.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { HowCounted } from './definitions.tsx';
import { reportQueries } from './report-queries.ts';
import { OwnYearsTable } from './report-tables.tsx';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...reportQueries.ofOwnCity(), staleTime: 'static' });
    return null;
  },
  Component: CityYearsPage,
});

function CityYearsPage() {
  const { t } = useLingui();
  const { data: counts } = useSuspenseQuery(reportQueries.ofOwnCity());
  return (
    <Page>
      <PageHeader
        title={<Trans>Yearly counts</Trans>}
        tabTitle={t`Yearly counts`}
        lead={<Trans>What the yearly reports say of {counts.city.name}.</Trans>}
      />
      <Card title={<Trans>All years</Trans>} actions={<HowCounted of="protected" label={t`Small counts`} />} flush>
        <OwnYearsTable counts={counts} />
      </Card>
    </Page>
  );
}
