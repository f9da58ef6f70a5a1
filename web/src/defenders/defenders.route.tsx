import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { applicationStatuses } from '@shelter-city/contract/vocabulary';
import { defenderSorts } from '@shelter-city/contract/defenders';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useNavigate } from 'react-router';
import { Failure } from '../api/failure.tsx';
import type { PageRoute } from '../app/page-route.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import type { Sort } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { SelectBox } from '../design/select.tsx';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { SearchBox } from './search-box.tsx';
import { useDefenderColumns } from './defender-columns.tsx';
import { defenderQueries } from './defender-queries.ts';
import { applicationStatusWords } from './defender-words.ts';

export const route: PageRoute = () => ({ Component: DefendersPage });

const views = ['all', 'unplaced', 'coming', 'here', 'past'] as const;
const sortColumns = { codeName: 'codeName', earliestArrival: 'earliestArrival', selectedOn: 'selectedOn' } as const;

/** The server's order as the table says it, and back. */
const toSort = (order: (typeof defenderSorts)[number]): Sort => ({ by: order.replace('-', ''), descending: order.startsWith('-') });
function toOrder(sort: Sort | undefined): (typeof defenderSorts)[number] | null {
  if (sort?.by === sortColumns.codeName) return sort.descending ? '-codeName' : 'codeName';
  if (sort?.by === sortColumns.earliestArrival) return 'earliestArrival';
  return sort?.by === sortColumns.selectedOn ? '-selectedOn' : null;
}

function DefendersPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const columns = useDefenderColumns();
  const [address, setAddress] = useQueryStates({
    view: parseAsStringLiteral(views).withDefault('all'),
    selection: parseAsStringLiteral(applicationStatuses),
    mine: parseAsBoolean.withDefault(false),
    search: parseAsString.withDefault(''),
    sort: parseAsStringLiteral(defenderSorts).withDefault('codeName'),
  });
  const { view, selection, mine, search, sort } = address;
  const list = useInfiniteQuery({
    ...defenderQueries.list({
      view, sort, ...(selection !== null && { selection }), ...(mine && { mine: 'true' as const }), ...(search !== '' && { search }),
    }),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const viewWords: Record<(typeof views)[number], string> = { all: t`Everybody`, unplaced: t`Unplaced`, coming: t`Coming`, here: t`Here now`, past: t`Past` };
  const isFiltered = view !== 'all' || selection !== null || mine || search !== '';

  return (
    <Page>
      <PageHeader
        title={<Trans>Defenders</Trans>}
        tabTitle={t`Defenders`}
        actions={<ButtonLink to="/defenders/new" variant="primary" icon="plus"><Trans>New defender</Trans></ButtonLink>}
      />
      <div role="search" aria-label={t`Filter`} className="flex flex-wrap items-center gap-2 print:hidden">
        <SearchBox label={t`Code name`} value={search} onSearch={(text) => void setAddress({ search: text === '' ? null : text })} />
        <SelectBox aria-label={t`Which defenders`} value={view} onChange={(event) => void setAddress({ view: views.find((one) => one === event.target.value) ?? null })} choices={views.map((one) => ({ value: one, label: viewWords[one] }))} />
        <SelectBox aria-label={t`Selection`} value={selection ?? ''} placeholder={t`Any selection`} onChange={(event) => void setAddress({ selection: applicationStatuses.find((one) => one === event.target.value) ?? null })} choices={applicationStatuses.map((one) => ({ value: one, label: i18n._(applicationStatusWords[one]) }))} />
        <SelectBox aria-label={t`Whose cases`} value={mine ? 'mine' : 'all'} onChange={(event) => void setAddress({ mine: event.target.value === 'mine' ? true : null })} choices={[{ value: 'all', label: t`All cases` }, { value: 'mine', label: t`My cases` }]} />
        {isFiltered && <Button variant="quiet" icon="close" onPress={() => void setAddress(null)}><Trans>Clear</Trans></Button>}
      </div>
      {list.isError && !list.data ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton lines={10} className="h-9" />
      ) : (
        <Card flush>
          <div className={list.isPlaceholderData ? 'opacity-60' : ''}>
            <DataTable
              caption={t`Defenders by code name`}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              onOpen={({ code }) => void navigate(`/defenders/${code}`)}
              sort={toSort(sort)}
              onSort={(next) => void setAddress({ sort: toOrder(next) })}
              empty={
                isFiltered ? (
                  <EmptyState icon="people" title={<Trans>Nobody fits these filters</Trans>} action={<Button onPress={() => void setAddress(null)}><Trans>Show everybody</Trans></Button>} />
                ) : (
                  <EmptyState icon="people" title={<Trans>No defenders yet</Trans>} action={<ButtonLink to="/defenders/new" variant="primary"><Trans>New defender</Trans></ButtonLink>}>
                    <Trans>Those who answer a call appear here, under a code name.</Trans>
                  </EmptyState>
                )
              }
            />
          </div>
        </Card>
      )}
      {rows.length > 0 && (
        <div className="flex items-center justify-between gap-3 print:hidden">
          <p role="status" className="text-sm text-muted tabular-nums"><Plural value={rows.length} one="# shown" other="# shown" /></p>
          {list.hasNextPage && (
            <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}><Trans>Show more</Trans></Button>
          )}
        </div>
      )}
    </Page>
  );
}
