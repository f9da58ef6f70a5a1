import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Card } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { accessWords, roleWords, type Words } from './access-words.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { LineList } from './line-list.tsx';

/** Who saw what of this case, when and why, reads too; the newest first. */
export function AccessesCard({ code }: { readonly code: string }) {
  const { i18n } = useLingui();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(disclosureQueries.accesses(code));
  const lines = data.pages.flatMap(({ items }) => items);
  const said = (words: Words, word: string) => {
    const known = words[word];
    return known === undefined ? word : i18n._(known);
  };
  if (lines.length === 0) return <Card title={<Trans>Who saw what</Trans>}><EmptyState icon="history" title={<Trans>Nobody has looked yet</Trans>} /></Card>;
  return (
    <Card title={<Trans>Who saw what</Trans>} flush>
      <LineList
        newestFirst={lines}
        act={({ action }) => said(accessWords, action)}
        whose={({ actor, role }) => <span className="basis-full text-sm text-muted">{actor?.displayName ?? <Trans>by itself</Trans>}{role !== null && `, ${said(roleWords, role)}`}</span>}
        hasOlder={hasNextPage}
        isLoadingOlder={isFetchingNextPage}
        onOlder={() => { void fetchNextPage(); }}
      />
    </Card>
  );
}
