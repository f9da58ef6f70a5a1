import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { Failure } from '../api/failure.tsx';
import type { PageRoute } from '../app/page-route.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { ButtonLink } from '../design/button.tsx';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { moveBetweenRows } from '../design/row-keys.ts';
import { SelectBox } from '../design/select.tsx';
import { EmptyState, Skeleton } from '../design/states.tsx';
import { DueErasures } from '../keeping/due-erasures.tsx';
import { useAccount } from '../session/own-session.ts';
import { QueueRow } from './queue-row.tsx';
import { todayQueries } from './today-queries.ts';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...cityQueries.list(), staleTime: 'static' });
    return null;
  },
  Component: TodayPage,
});

function TodayPage() {
  const { t } = useLingui();
  const { riskCleared } = useAccount();
  const [filter, setFilter] = useQueryStates({ mine: parseAsBoolean.withDefault(false), city: parseAsString });
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const queue = useQuery({ ...todayQueries.queue(filter), placeholderData: keepPreviousData });
  const items = queue.data?.items ?? [];
  const [urgent, rest] = [items.filter((item) => item.urgent), items.filter((item) => !item.urgent)];

  return (
    <Page>
      <PageHeader
        title={<Trans>Today</Trans>}
        tabTitle={t`Today`}
        lead={queue.data && <Plural value={items.length} _0="Nothing needs you." one="# thing needs a person." other="# things need a person." />}
        actions={
          <>
            <SelectBox
              aria-label={t`Whose cases`}
              value={filter.mine ? 'mine' : 'all'}
              onChange={(event) => void setFilter({ mine: event.target.value === 'mine' ? true : null })}
              choices={[
                { value: 'all', label: t`All cases` },
                { value: 'mine', label: t`My cases` },
              ]}
            />
            <SelectBox
              aria-label={t`City`}
              value={filter.city ?? ''}
              onChange={(event) => void setFilter({ city: event.target.value === '' ? null : event.target.value })}
              placeholder={t`All cities`}
              choices={cities.items.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          </>
        }
      />
      {queue.isError && !queue.data ? (
        <Failure error={queue.error} onRetry={() => void queue.refetch()} />
      ) : !queue.data ? (
        <Card flush>
          <div className="p-4">
            <Skeleton lines={6} className="h-9" />
          </div>
        </Card>
      ) : items.length === 0 ? (
        <Card flush>
          <EmptyState icon="check" title={<Trans>Nothing needs you now</Trans>} action={<ButtonLink to="/board">{t`Open the board`}</ButtonLink>}>
            <Trans>When a city answers, a hold runs out or a stay begins or ends, it appears here.</Trans>
          </EmptyState>
        </Card>
      ) : (
        <div onKeyDown={moveBetweenRows} className="grid gap-5">
          {urgent.length > 0 && (
            <Card title={<Trans>Now</Trans>} marks={<span className="text-sm text-muted tabular-nums">{urgent.length}</span>} flush>
              <ul className="divide-y divide-line">
                {urgent.map((item, index) => (
                  <QueueRow key={item.key} item={item} asOf={queue.data.asOf} isFirst={index === 0} />
                ))}
              </ul>
            </Card>
          )}
          {rest.length > 0 && (
            <Card title={<Trans>Soon</Trans>} marks={<span className="text-sm text-muted tabular-nums">{rest.length}</span>} flush>
              <ul className="divide-y divide-line">
                {rest.map((item, index) => (
                  <QueueRow key={item.key} item={item} asOf={queue.data.asOf} isFirst={urgent.length === 0 && index === 0} />
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
      {riskCleared && <DueErasures />}
    </Page>
  );
}
