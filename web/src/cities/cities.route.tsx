import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CityLine } from '@shelter-city/contract/cities';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDay } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { cityQueries } from './city-queries.ts';
import { cityStatusMarks, cityStatusWords } from './city-words.ts';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...cityQueries.list(), staleTime: 'static' });
    return null;
  },
  Component: CitiesPage,
});

const NetherlandsMap = lazy(async () => ({ default: (await import('./netherlands-map.tsx')).NetherlandsMap }));

function useColumns(): readonly Column<CityLine>[] {
  const { t, i18n } = useLingui();
  const count = (value: number) => (value === 0 ? <span className="text-muted">–</span> : value);
  return [
    {
      id: 'name', header: t`City`, names: true, sortBy: ({ name }) => name,
      cell: ({ slug, name, region, joinedYear, status }) => (
        <span className="grid gap-0.5">
          <span className="flex flex-wrap items-center gap-x-3">
            <TextLink to={`/cities/${slug}`}>{name}</TextLink>
            {status !== 'ACTIVE' && <span className="text-sm font-normal"><StatusMark {...cityStatusMarks[status]}>{i18n._(cityStatusWords[status])}</StatusMark></span>}
          </span>
          <span className="text-sm font-normal whitespace-nowrap text-muted"><Trans>{region}, since {String(joinedYear)}</Trans></span>
        </span>
      ),
    },
    { id: 'organisation', header: t`Coordinated by`, wideOnly: true, className: 'max-2xl:hidden', sortBy: ({ organisation }) => organisation, cell: ({ organisation }) => organisation ?? <span className="text-muted"><Trans>Not recorded</Trans></span> },
    { id: 'places', header: t`Places`, align: 'end', sortBy: ({ places }) => places, cell: ({ places }) => count(places) },
    { id: 'guests', header: t`Guests now`, align: 'end', sortBy: ({ guestsNow }) => guestsNow, cell: ({ guestsNow }) => count(guestsNow) },
    { id: 'waiting', header: t`Requests waiting`, align: 'end', sortBy: ({ requestsWaiting }) => requestsWaiting, cell: ({ requestsWaiting }) => count(requestsWaiting) },
    {
      id: 'confirmed', header: t`Capacity`, sortBy: ({ confirmedUntil }) => confirmedUntil,
      cell: ({ confirmedUntil, unconfirmedPeriods }) => (
        <span className="grid gap-0.5">
          {confirmedUntil === null ? (
            <StatusMark shape="question" tone="warn"><span className="whitespace-normal"><Trans>Nothing confirmed ahead</Trans></span></StatusMark>
          ) : (
            <StatusMark shape="check" tone="ok"><Trans>until {formatDay(confirmedUntil)}</Trans></StatusMark>
          )}
          {unconfirmedPeriods > 0 && (
            <span className="text-sm"><StatusMark shape="dashed-ring" tone="warn"><Plural value={unconfirmedPeriods} one="# not confirmed" other="# not confirmed" /></StatusMark></span>
          )}
        </span>
      ),
    },
  ];
}

function CitiesPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(cityQueries.list());
  const columns = useColumns();
  const { items } = data;
  return (
    <Page>
      <PageHeader
        title={<Trans>Cities</Trans>}
        tabTitle={t`Cities`}
        lead={<Plural value={items.length} one="# host city" other="# host cities" />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[1fr_20rem] [&>*]:min-w-0">
        <Card flush>
          <DataTable
            caption={t`Host cities`}
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
            onOpen={({ slug }) => void navigate(`/cities/${slug}`)}
            empty={<EmptyState icon="city" title={<Trans>No host city yet</Trans>}><Trans>An administrator adds cities; they appear here with their places and capacity.</Trans></EmptyState>}
          />
        </Card>
        {items.length > 0 && (
          <Card title={<Trans>Where they are</Trans>}>
            <Suspense fallback={<div className="skeleton mx-auto aspect-[256/304] w-full max-w-80" />}>
              <NetherlandsMap cities={items} />
            </Suspense>
            <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
              <StatusMark shape="full" tone="accent"><Trans>has guests now</Trans></StatusMark>
              <StatusMark shape="ring" tone="accent"><Trans>no guest now</Trans></StatusMark>
            </p>
          </Card>
        )}
      </div>
    </Page>
  );
}
