import { Trans, useLingui } from '@lingui/react/macro';
import { ownActs } from '@shelter-city/contract/own-acts';
import { infiniteQueryOptions, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { fieldWords } from '../disclosure/access-words.ts';
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
  const { t, i18n } = useLingui();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(ownActsQuery());
  const lines = data.pages.flatMap(({ items }) => items);
  const said = (field: string) => {
    const known = fieldWords[field];
    return known === undefined ? field : i18n._(known);
  };
  return (
    <Page width="text">
      <PageHeader title={t`What I did`} tabTitle={t`What I did`} lead={<Trans>Your own lines of the audit log, reads too. Nobody can change them.</Trans>} />
      <Card title={<Trans>The newest first</Trans>} flush>
        {lines.length === 0 ? (
          <EmptyState icon="history" title={<Trans>Nothing yet</Trans>} />
        ) : (
          <ol className="divide-y divide-line">
            {lines.map(({ id, at, action, codeName, result, reason, fields }) => (
              <li key={id} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[10rem_1fr]">
                <p className="text-sm text-muted tabular-nums">{formatInstant(at)}</p>
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-x-2">
                    <Act action={action} />
                    {result === 'REFUSED' && <Badge tone="bad"><Trans>refused</Trans></Badge>}
                    {codeName !== null && <span className="text-muted">{codeName}</span>}
                  </p>
                  {fields.length > 0 && <p className="text-sm break-words text-muted">{fields.map((field) => said(field)).join(', ')}</p>}
                  {reason !== null && reason !== '' && <p className="text-sm break-words">{reason}</p>}
                </div>
              </li>
            ))}
          </ol>
        )}
        {hasNextPage && (
          <div className="p-4"><Button isPending={isFetchingNextPage} onPress={() => { void fetchNextPage(); }}><Trans>Show older</Trans></Button></div>
        )}
      </Card>
    </Page>
  );
}
