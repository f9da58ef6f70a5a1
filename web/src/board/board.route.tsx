import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { cityQueries } from '../cities/city-queries.ts';
import { today } from '../app/clock.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Page, PageHeader } from '../design/layout.tsx';
import { Skeleton } from '../design/states.tsx';
import { Failure } from '../api/failure.tsx';
import { BoardActs, type OpenAct } from './board-acts.tsx';
import { BoardBar } from './board-bar.tsx';
import { boardQueries } from './board-queries.ts';
import { rowsOf } from './board-rows.ts';
import { BoardTable } from './board-table.tsx';
import { GhostLabel, mayLie } from './ghost-label.tsx';
import { Legend } from './legend.tsx';
import { Timeline } from './timeline.tsx';
import { Tray } from './tray.tsx';
import { useBoardAddress } from './use-board-address.ts';
import { useBoardDrag } from './use-board-drag.ts';
import { useDropped } from './use-dropped.ts';
import { plusDays } from '../stays/plus-days.ts';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...cityQueries.list(), staleTime: 'static' });
    return null;
  },
  Component: BoardPage,
});

function BoardPage() {
  const { t } = useLingui();
  const address = useBoardAddress();
  const { window, zoom } = address;
  const { data: cityList } = useSuspenseQuery(cityQueries.list());
  const board = useQuery({ ...boardQueries.window(window), placeholderData: keepPreviousData });
  const view = board.data;
  const cities = useMemo(() => (view ? rowsOf(view) : []), [view]);
  const places = useMemo(
    () => cities.flatMap(({ city, rows }) => rows.map(({ place }) => ({ value: place.id, label: `${city.name}, ${place.label}` }))),
    [cities],
  );
  const nameOf = (placeId: string | undefined) => places.find(({ value }) => value === placeId)?.label ?? '';

  const [act, setAct] = useState<OpenAct | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const dropped = useDropped({ onMoveProposal: (stay, to) => { setAct({ kind: 'move', stay, to }); } });
  const drag = useBoardDrag({
    root,
    from: window.from,
    until: window.until,
    onDrop: (what, target) => {
      const stay = view?.stays.find(({ id }) => id === what.stayId);
      dropped({ what, target, stay, possible: mayLie(target, placeability.data) });
    },
  });
  const placeability = useQuery({
    ...boardQueries.placeability(drag.dragged?.code ?? '', window, Math.min(180, Math.max(1, drag.dragged?.nights ?? 1)), drag.dragged?.stayId ?? null),
    enabled: drag.dragged !== null,
  });
  const open = (stay: Extract<OpenAct, { kind: 'sheet' }>['stay']) => { setAct({ kind: 'sheet', stay }); };

  return (
    <Page>
      <PageHeader title={<Trans>Board</Trans>} tabTitle={t`Board`} actions={<BoardBar address={address} cities={cityList.items} />} />
      <div ref={root} {...drag.handlers} className="grid gap-3">
        {board.isError && !view ? (
          <Failure error={board.error} onRetry={() => void board.refetch()} />
        ) : !view ? (
          <Skeleton lines={10} className="h-9" />
        ) : (
          <div className={`grid items-start gap-4 ${address.view === 'table' ? '' : 'xl:grid-cols-[1fr_17rem]'}`}>
            <div className={`grid min-w-0 gap-3 ${board.isPlaceholderData ? 'opacity-60' : ''}`}>
              {address.view === 'table' ? (
                <BoardTable cities={cities} onOpen={open} />
              ) : (
                <>
                  <Timeline cities={cities} window={window} zoom={zoom} dragged={drag.dragged} target={drag.target} placeability={placeability.data} onOpen={open} />
                  <Legend />
                </>
              )}
            </div>
            <div className={`min-w-0 print:hidden ${address.view === 'table' ? '' : 'max-xl:-order-1'}`}>
              <Tray
                unplaced={view.unplaced}
                onPlace={(defender) => {
                  const arrivesOn = defender.earliestArrival !== null && defender.earliestArrival > today() ? defender.earliestArrival : today();
                  setAct({ kind: 'place', defender, start: { placeId: '', arrivesOn, departsOn: plusDays(arrivesOn, defender.nightsWished) } });
                }}
              />
            </div>
          </div>
        )}
        {drag.dragged && <GhostLabel dragged={drag.dragged} target={drag.target} placeName={nameOf(drag.target?.placeId)} placeability={placeability.data} />}
      </div>
      {act && <BoardActs act={act} places={places} nameOf={nameOf} onChange={setAct} />}
    </Page>
  );
}
