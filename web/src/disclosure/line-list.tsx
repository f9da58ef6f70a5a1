import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatInstant, formatInstants } from '../design/days.ts';
import { fieldWords } from './access-words.ts';
import { folded, type LogLine } from './folded-lines.ts';

type Props<L extends LogLine> = {
  readonly newestFirst: readonly L[];
  /** What was done. */
  readonly act: (line: L) => ReactNode;
  /** Who, or whose case it was. */
  readonly whose: (line: L) => ReactNode;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  readonly onOlder: () => void;
};

/** Lines of the audit log: when, what, whose, which fields, why. Names of fields, never what they hold. */
export function LineList<L extends LogLine>({ newestFirst, act, whose, hasOlder, isLoadingOlder, onOlder }: Props<L>) {
  const { i18n } = useLingui();
  const said = (field: string) => {
    const known = fieldWords[field];
    return known === undefined ? field : i18n._(known);
  };
  return (
    <>
      <ol className="divide-y divide-line">
        {folded(newestFirst).map(({ line, since, times }) => (
          <li key={line.id} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[11rem_1fr]">
            <p className="text-sm text-muted tabular-nums">{times === 1 ? formatInstant(line.at) : formatInstants(since, line.at)}</p>
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <span>{act(line)}</span>
                {times > 1 && <span className="text-sm text-muted tabular-nums"><Plural value={times} one="# time" other="# times" /></span>}
                {line.result === 'REFUSED' && <Badge tone="bad"><Trans>refused</Trans></Badge>}
                {whose(line)}
              </p>
              {line.fields.length > 0 && <p className="text-sm break-words text-muted">{line.fields.map(said).join(', ')}</p>}
              {line.reason !== null && line.reason !== '' && <p className="text-sm break-words">{line.reason}</p>}
            </div>
          </li>
        ))}
      </ol>
      {hasOlder && <div className="p-4"><Button isPending={isLoadingOlder} onPress={onOlder}><Trans>Show older</Trans></Button></div>}
    </>
  );
}
