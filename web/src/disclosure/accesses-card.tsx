import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { EmptyState } from '../design/states.tsx';
import { accessWords, fieldWords, roleWords, type Words } from './access-words.ts';
import { disclosureQueries } from './disclosure-queries.ts';

/** Who saw what of this case, when and why, reads too; the newest first. Names of fields, never what they hold. */
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
      <ol className="divide-y divide-line">
        {lines.map(({ id, at, actor, role, action, result, reason, fields }) => (
          <li key={id} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[10rem_1fr]">
            <p className="text-sm text-muted tabular-nums">{formatInstant(at)}</p>
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <span>{said(accessWords, action)}</span>
                {result === 'REFUSED' && <Badge tone="bad"><Trans>refused</Trans></Badge>}
                <span className="basis-full text-sm text-muted">{actor?.displayName ?? <Trans>by itself</Trans>}{role !== null && `, ${said(roleWords, role)}`}</span>
              </p>
              {fields.length > 0 && <p className="text-sm break-words text-muted">{fields.map((field) => said(fieldWords, field)).join(', ')}</p>}
              {reason !== null && reason !== '' && <p className="text-sm break-words">{reason}</p>}
            </div>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div className="p-4"><Button isPending={isFetchingNextPage} onPress={() => { void fetchNextPage(); }}><Trans>Show older</Trans></Button></div>
      )}
    </Card>
  );
}
