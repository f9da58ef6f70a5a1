import { Trans, useLingui } from '@lingui/react/macro';
import { ownActs } from '@shelter-city/contract/own-acts';
import { infiniteQueryOptions, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { LineList } from '../disclosure/line-list.tsx';
import { ownActWord } from './own-act-words.ts';

const ownActsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['own-acts'],
    queryFn: ({ signal, pageParam }) => call(ownActs.list, { query: pageParam === null ? {} : { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.infiniteQuery(ownActsQuery());
    return null;
  },
  Component: OwnActsPage,
});

/** An act in words; as the log writes it where a newer server knows more. */
function Act({ action }: { readonly action: string }) {
  const { i18n } = useLingui();
  const known = ownActWord(action);
  return known === undefined ? <code className="text-sm">{action}</code> : <span>{i18n._(known)}</span>;
}

/** What the log says one did oneself: the same words that others read of a case. */
function OwnActsPage() {
  const { t } = useLingui();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(ownActsQuery());
  const lines = data.pages.flatMap(({ items }) => items);
  return (
    <Page width="text">
      <PageHeader title={t`What I did`} tabTitle={t`What I did`} lead={<Trans>Your own lines of the audit log, reads too. Nobody can change them.</Trans>} />
      <Card title={<Trans>The newest first</Trans>} flush>
        {lines.length === 0 ? (
          <EmptyState icon="history" title={<Trans>Nothing yet</Trans>} />
        ) : (
          <LineList
            newestFirst={lines}
            act={({ action }) => <Act action={action} />}
            whose={({ codeName }) => codeName !== null && <span className="text-muted">{codeName}</span>}
            hasOlder={hasNextPage}
            isLoadingOlder={isFetchingNextPage}
            onOlder={() => { void fetchNextPage(); }}
          />
        )}
      </Card>
    </Page>
  );
}
