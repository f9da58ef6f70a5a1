import { Trans, useLingui } from '@lingui/react/macro';
import type { HistoryLine } from '@shelter-city/contract/defenders';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { formatInstant } from '../design/days.ts';
import { EmptyState } from '../design/states.tsx';
import { verbWords } from './verb-words.ts';
import { stayStatusWords } from './stay-words.ts';

const isStayStatus = (status: string): status is StayStatus => status in stayStatusWords;

/** What happened, newest first: who, when, and why where a reason was given. */
export function HistoryList({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const { i18n } = useLingui();
  if (lines.length === 0) return <EmptyState icon="history" title={<Trans>Nothing has happened yet</Trans>} />;
  const statusWord = (status: string) => (isStayStatus(status) ? i18n._(stayStatusWords[status]) : status);
  return (
    <ol className="divide-y divide-line">
      {lines.map(({ id, at, actor, verb, subject, fromStatus, toStatus, note }) => {
        const known = verbWords[verb];
        return (
          <li key={id} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[10rem_1fr]">
            <p className="text-sm text-muted tabular-nums">{formatInstant(at)}</p>
            <div className="min-w-0">
              <p>
                {known ? i18n._(known) : verb}
                {subject === 'STAY' && fromStatus !== null && toStatus !== null && fromStatus !== toStatus && (
                  <span className="text-muted">
                    {' · '}
                    {statusWord(fromStatus)} → {statusWord(toStatus)}
                  </span>
                )}
                <span className="text-muted">
                  {' · '}
                  {actor ? actor.displayName : <Trans>by itself</Trans>}
                </span>
              </p>
              {note !== null && <p className="text-sm whitespace-pre-line text-muted">{note}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
