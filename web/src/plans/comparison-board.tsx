import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanComparison } from '@shelter-city/contract/plans';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../api/failure.tsx';
import type { BarLook } from '../board/bar-look.ts';
import { boardQueries } from '../board/board-queries.ts';
import { rowsOf, type BoardStay } from '../board/board-rows.ts';
import { monthStart } from '../board/geometry.ts';
import { Legend } from '../board/legend.tsx';
import { Timeline } from '../board/timeline.tsx';
import { Button } from '../design/button.tsx';
import { Skeleton } from '../design/states.tsx';
import { effectWords } from './compared-words.ts';
import { DraftMark, draftLetters, draftShapes } from './draft-mark.tsx';
import { draftOf, withDrafts } from './draft-lanes.ts';

const months = { before: -1, after: 5, atMost: 22 } as const;
const stays = 'border-line-strong bg-surface text-ink';
const moves = 'border-2 border-accent-ink bg-accent-soft text-accent-ink';

type Props = { readonly comparison: PlanComparison; readonly who: string | null; readonly onWho: (code: string) => void };

/** The drafts on the board: under each place a lane for each draft, and what stands once above them. */
export function ComparisonBoard({ comparison, who, onWho }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [showsAll, setShowsAll] = useState(false);
  const { plans, rows, cities: asked } = comparison;
  const from = monthStart(plans.map(({ plan }) => plan.arrivals.from).sort()[0] ?? '', months.before);
  const [last, longest] = [monthStart(plans.map(({ plan }) => plan.arrivals.until).sort().at(-1) ?? '', months.after), monthStart(from, months.atMost)];
  const window = { from, until: last < longest ? last : longest, city: null };
  const board = useQuery(boardQueries.window(window));
  const view = board.data;
  const cities = useMemo(() => (view ? withDrafts(rowsOf(view), comparison, showsAll) : []), [view, comparison, showsAll]);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.defender.code, row])), [rows]);
  if (board.isError && !view) return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (!view) return <Skeleton lines={8} className="h-9" />;

  const lookOf = ({ id, code }: BoardStay): BarLook | undefined => {
    const at = draftOf(id);
    const row = rowOf.get(code);
    if (at === null || row === undefined) return undefined;
    const effect = at === 0 || !row.differs ? null : (row.seats[at]?.effect ?? null);
    return {
      colours: `${row.differs ? moves : stays} ${code === who ? 'ring-2 ring-ink ring-offset-1 ring-offset-surface' : ''}`,
      shape: draftShapes[at] ?? 'ring',
      word: [t`draft ${draftLetters[at] ?? ''}`, row.differs ? t`moves` : t`the same in all`, ...(effect && effect !== 'SAME' ? [i18n._(effectWords[effect]).toLocaleLowerCase(i18n.locale)] : [])].join(', '),
      ...(row.differs && { after: <span aria-hidden="true">{{ BETTER: '↑', WORSE: '↓', EVEN: '≈', SAME: '' }[effect ?? 'SAME']}</span> }),
    };
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {plans.map(({ plan }, at) => <li key={plan.id}><DraftMark at={at} name={plan.name} /></li>)}
          <li className="flex items-center gap-1.5"><span aria-hidden="true" className={`h-3.5 w-6 rounded-sm border ${moves}`} /><Trans>Not the same in all</Trans></li>
        </ul>
        <Button size="sm" variant={showsAll ? 'secondary' : 'quiet'} aria-pressed={showsAll} onPress={() => { setShowsAll(!showsAll); }}><Trans>Places without anybody too</Trans></Button>
      </div>
      <Timeline
        cities={cities}
        window={window}
        zoom="quarter"
        dragged={null}
        target={null}
        placeability={undefined}
        lookOf={lookOf}
        headOf={({ place }) => { const at = draftOf(place.id); return at === null ? undefined : <span className="ps-3" title={plans[at]?.plan.name}><DraftMark at={at} /><span className="sr-only">{plans[at]?.plan.name}</span></span>; }}
        besideCity={({ id }) => {
          const nights = asked.find(({ city }) => city.id === id)?.nights;
          return nights && <span className="ps-2 font-normal text-muted tabular-nums"><Trans>nights: {nights.map((each, at) => `${draftLetters[at] ?? ''} ${String(each)}`).join(' · ')}</Trans></span>;
        }}
        onOpen={({ id, code }) => {
          if (draftOf(id) === null) void navigate(`/stays/${id}`);
          else onWho(code);
        }}
      />
      <Legend />
    </div>
  );
}
