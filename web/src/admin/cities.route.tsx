import { Trans, useLingui } from '@lingui/react/macro';
import type { AdminCityView } from '@shelter-city/contract/admin-cities';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageRoute } from '../app/page-route.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import type { Column } from '../design/data-table-column.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { adminQueries } from './admin-queries.ts';
import { CityDialog } from './city-dialog.tsx';
import { cityStateTones, cityStateWords } from './city-words.ts';

/** Which cities there are. What happens in them is not an administrator's. */
export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...adminQueries.cities(), staleTime: 'static' });
    return null;
  },
  Component: AdminCitiesPage,
});

function AdminCitiesPage() {
  const { t, i18n } = useLingui();
  const { data } = useSuspenseQuery(adminQueries.cities());
  const [open, setOpen] = useState<AdminCityView | 'new'>();
  const columns: readonly Column<AdminCityView>[] = [
    {
      id: 'name',
      header: t`Name`,
      names: true,
      sortBy: ({ name }) => name,
      cell: ({ name }) => name,
    },
    {
      id: 'region',
      header: t`Region`,
      sortBy: ({ region }) => region,
      cell: ({ region }) => region,
    },
    {
      id: 'joined',
      header: t`Since`,
      align: 'end',
      sortBy: ({ joinedYear }) => joinedYear,
      cell: ({ joinedYear }) => joinedYear,
    },
    {
      id: 'state',
      header: t`State`,
      sortBy: ({ status }) => i18n._(cityStateWords[status]),
      cell: ({ status }) => (
        <Badge tone={cityStateTones[status]}>{i18n._(cityStateWords[status])}</Badge>
      ),
    },
    {
      id: 'acts',
      header: t`Acts`,
      align: 'end',
      cell: (city) => (
        <Button
          size="sm"
          aria-label={t`Change ${city.name}`}
          onPress={() => {
            setOpen(city);
          }}
        >
          <Trans>Change</Trans>
        </Button>
      ),
    },
  ];
  return (
    <Page>
      <PageHeader
        title={t`Cities`}
        tabTitle={t`Cities`}
        lead={t`Which cities take part. What happens in them is for coordinators and the cities.`}
        actions={
          <Button
            variant="primary"
            icon="plus"
            onPress={() => {
              setOpen('new');
            }}
          >
            <Trans>Add a city</Trans>
          </Button>
        }
      />
      <Card flush>
        <DataTable caption={t`Cities`} columns={columns} rows={data.items} keyOf={({ id }) => id} />
      </Card>
      {open && (
        <CityDialog
          city={open === 'new' ? undefined : open}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </Page>
  );
}
