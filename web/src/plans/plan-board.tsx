import { Trans } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../api/failure.tsx';
import { boardQueries } from '../board/board-queries.ts';
import { rowsOf, type BoardStay } from '../board/board-rows.ts';
import { monthStart } from '../board/geometry.ts';
import { Legend } from '../board/legend.tsx';
import { Timeline } from '../board/timeline.tsx';
import { Button } from '../design/button.tsx';
import { Skeleton } from '../design/states.tsx';

const seatId = 'seat/';

/** The plan's seats as drafts over the stays that stand, in the places that the plan uses or in all. */
export function PlanBoard({ plan, onOpen }: { readonly plan: PlanView; readonly onOpen: (code: string) => void }) {
  const navigate = useNavigate();
  const [showsAll, setShowsAll] = useState(false);
  const window = { from: monthStart(plan.arrivals.from, -1), until: monthStart(plan.arrivals.until, 5), city: null };
  const board = useQuery(boardQueries.window(window));
  const view = board.data;
  const cities = useMemo(() => {
    if (!view) return [];
    const seats = plan.cohort.flatMap(({ defender, seat, stayId }): BoardStay[] =>
      seat === null || stayId !== null
        ? []
        : [{ id: seatId + defender.code, placeId: seat.place.id, ...defender, status: 'DRAFT', from: seat.span.from, until: seat.span.until, holdUntil: null, movable: false, version: 1 }],
    );
    const isUsed = new Set(plan.cohort.map(({ seat }) => seat?.place.id));
    const all = rowsOf({ ...view, stays: [...view.stays, ...seats] });
    // Before a plan is made it uses none: then what there is to plan with is all there is to see.
    if (showsAll || seats.length === 0) return all;
    return all.map(({ city, rows }) => ({ city, rows: rows.filter(({ place }) => isUsed.has(place.id)) })).filter(({ rows }) => rows.length > 0);
  }, [view, plan.cohort, showsAll]);
  if (board.isError && !view) return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (!view) return <Skeleton lines={8} className="h-9" />;
  return (
    <div className="grid gap-3">
      {plan.placed > 0 && <div><Button size="sm" variant={showsAll ? 'secondary' : 'quiet'} aria-pressed={showsAll} onPress={() => { setShowsAll(!showsAll); }}><Trans>Places without anybody too</Trans></Button></div>}
      <Timeline
        cities={cities}
        window={window}
        zoom="quarter"
        dragged={null}
        target={null}
        placeability={undefined}
        onOpen={({ id, code }) => {
          if (id.startsWith(seatId)) onOpen(code);
          else void navigate(`/stays/${id}`);
        }}
      />
      <Legend />
    </div>
  );
}
