import { Plural, Trans } from '@lingui/react/macro';
import type { BoardView } from '@shelter-city/contract/board';
import { formatDayShort } from '../design/days.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';

type Props = {
  readonly unplaced: BoardView['unplaced'];
  readonly onPlace: (defender: BoardView['unplaced'][number]) => void;
};

/** Selected defenders without a stay: dragged onto the board, or placed by a dialog. */
export function Tray({ unplaced, onPlace }: Props) {
  return (
    <Card title={<Trans>Unplaced</Trans>} marks={<span className="text-sm text-muted tabular-nums">{unplaced.length}</span>} flush>
      {unplaced.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted">
          <Trans>Everybody who was selected has a stay or a draft of one.</Trans>
        </p>
      ) : (
        <ul className="max-h-[calc(100dvh-16rem)] divide-y divide-line overflow-y-auto max-xl:flex max-xl:divide-x max-xl:divide-y-0 max-xl:overflow-x-auto">
          {unplaced.map((defender) => (
            <li
              key={defender.code}
              data-drag="defender"
              data-code={defender.code}
              data-code-name={defender.codeName}
              data-nights={defender.nightsWished}
              className="grid gap-1 px-4 py-2.5 select-none max-xl:min-w-52 md:cursor-grab"
            >
              <div className="flex items-center justify-between gap-2">
                <TextLink to={`/defenders/${defender.code}/match`}>{defender.codeName}</TextLink>
                <Button size="sm" variant="quiet" onPress={() => { onPlace(defender); }}>
                  <Trans>Place…</Trans>
                </Button>
              </div>
              <p className="text-xs text-muted tabular-nums">
                <Plural value={defender.nightsWished} one="# night" other="# nights" />
                {defender.earliestArrival && defender.latestArrival && (
                  <>
                    {' · '}
                    <Trans>
                      arrives {formatDayShort(defender.earliestArrival)} to {formatDayShort(defender.latestArrival)}
                    </Trans>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
