import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCertificate } from '@shelter-city/contract/erasure';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { DataTable } from '../design/data-table.tsx';
import type { Column } from '../design/data-table-column.ts';
import { formatInstant, formatNumber } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { basisWords } from './basis-words.ts';
import { keepingQueries } from './keeping-queries.ts';

/** The certificates of erasures, the newest first. For the cleared and for administrators. */
export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...keepingQueries.certificates(), staleTime: 0 });
    return null;
  },
  Component: CertificatesPage,
});

const pathOf = ({ id }: ErasureCertificate) => `/erasures/${id}`;

function CertificatesPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(keepingQueries.certificates());
  const columns: readonly Column<ErasureCertificate>[] = [
    {
      id: 'at',
      header: t`Erased at`,
      names: true,
      cell: (one) => <TextLink to={pathOf(one)}>{formatInstant(one.erasedAt)}</TextLink>,
    },
    { id: 'why', header: t`Why`, cell: ({ basis }) => i18n._(basisWords[basis]) },
    {
      id: 'by',
      header: t`By`,
      cell: ({ erasedBy }) => erasedBy?.displayName ?? t`The daily job`,
    },
    {
      id: 'keys',
      header: t`Keys destroyed`,
      align: 'end',
      cell: ({ destroyed }) =>
        formatNumber(destroyed.find(({ what }) => what === 'data_key')?.rows ?? 0),
    },
    { id: 'row', header: t`Row of the audit log`, align: 'end', cell: ({ auditRow }) => auditRow },
  ];
  return (
    <Page>
      <PageHeader
        title={t`Certificates of erasure`}
        tabTitle={t`Certificates of erasure`}
        lead={t`One for each person who was erased, the newest first. None says who it was.`}
      />
      <Card flush>
        <DataTable
          caption={t`Certificates of erasure`}
          columns={columns}
          rows={data.items}
          keyOf={({ id }) => id}
          onOpen={(one) => {
            void navigate(pathOf(one));
          }}
          empty={
            <EmptyState icon="shield" title={<Trans>Nobody was erased yet</Trans>}>
              <Trans>Whoever is erased, on request or by the daily job, leaves a certificate here.</Trans>
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
