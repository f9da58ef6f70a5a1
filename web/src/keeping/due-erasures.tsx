import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { formatDay } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { basisWords } from './basis-words.ts';
import { keepingQueries } from './keeping-queries.ts';

/** So many are shown before somebody asks for all: an import of old files can make hundreds due on one day. */
const shownAtFirst = 8;

/** Whom the daily job destroys within thirty days: a warning for the cleared, who can put a hold on it. Nothing when there is nobody. */
export function DueErasures() {
  const { i18n } = useLingui();
  const { data } = useQuery(keepingQueries.due());
  const [all, setAll] = useState(false);
  if (!data || data.items.length === 0) return null;
  const count = data.items.length;
  const shown = all ? data.items : data.items.slice(0, shownAtFirst);
  return (
    <Card
      title={<Trans>Erased within thirty days</Trans>}
      marks={<span className="text-sm text-muted tabular-nums">{count}</span>}
      flush
    >
      <ul className="divide-y divide-line">
        {shown.map(({ defender, dueOn, basis, held }) => (
          <li key={defender.code} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
            <span className="w-full sm:w-56">
              <TextLink to={`/defenders/${defender.code}/erasure`}>{defender.codeName}</TextLink>
            </span>
            <span className="text-muted">
              {i18n._(basisWords[basis])}
            </span>
            <span className="ms-auto tabular-nums">
              {held ? (
                <Badge tone="accent">
                  <Trans>On hold</Trans>
                </Badge>
              ) : (
                formatDay(dueOn)
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < count && (
        <div className="border-t border-line px-4 py-2">
          <Button variant="quiet" size="sm" onPress={() => { setAll(true); }}>
            <Trans>Show all {count}</Trans>
          </Button>
        </div>
      )}
    </Card>
  );
}
