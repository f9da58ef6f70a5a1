import { Trans, useLingui } from '@lingui/react/macro';
import type { Placeability } from '@shelter-city/contract/board';
import type { CSSProperties, ReactNode } from 'react';
import { formatDays } from '../design/days.ts';
import { blockReasonWords, capacityStatusWords } from '../capacity/capacity-words.ts';
import { crossed, hatch, impossible, type BarLook } from './bar-look.ts';
import type { BoardStay, PlaceRow } from './board-rows.ts';
import { clip } from './geometry.ts';
import { StayBar } from './stay-bar.tsx';

type Window = { readonly from: string; readonly until: string };

/** A stretch of a lane, behind the bars. */
function Stretch({ span, window, className, title, children }: { readonly span: { from: string; until: string }; readonly window: Window; readonly className: string; readonly title?: string; readonly children?: ReactNode }) {
  const shown = clip(span, window.from, window.until);
  if (!shown) return null;
  return (
    <div
      aria-hidden="true"
      title={title}
      className={`absolute inset-y-0 left-[calc(var(--from)*var(--day))] w-[calc(var(--days)*var(--day))] ${className}`}
      style={{ '--from': shown.from, '--days': shown.until - shown.from } as CSSProperties}
    >
      {children}
    </div>
  );
}

/** Nights of somebody whom the reader may not see: a cell that says only that they are taken. */
function TakenBar({ words, span, window }: { readonly words: string; readonly span: { from: string; until: string }; readonly window: Window }) {
  const shown = clip(span, window.from, window.until);
  if (!shown) return null;
  return (
    <div
      role="gridcell"
      title={words}
      className="absolute inset-y-1 left-[calc(var(--from)*var(--day))] w-[calc(var(--days)*var(--day))] overflow-clip rounded-md border border-dashed border-line-strong bg-hover px-1.5 py-1 text-xs text-muted"
      style={{ '--from': shown.from, '--days': shown.until - shown.from } as CSSProperties}
    >
      <span aria-hidden="true"><Trans>Taken</Trans></span>
      <span className="sr-only">{words}</span>
    </div>
  );
}

/** The stretches between the arrival days that are possible: those where the thing being dragged can't begin. */
function closedTo(arrivals: Placeability['places'][number]['arrivals'], { from, until }: Window): { from: string; until: string }[] {
  const closed: { from: string; until: string }[] = [];
  let open = from;
  for (const span of [...arrivals].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (span.from > open) closed.push({ from: open, until: span.from });
    if (span.until > open) open = span.until;
  }
  if (open < until) closed.push({ from: open, until });
  return closed;
}

type Props = {
  readonly row: PlaceRow;
  readonly cityName: string;
  readonly window: Window;
  readonly isFirst: boolean;
  readonly placeable: Placeability['places'][number] | undefined;
  /** The ghost of the thing being dragged, when it hangs over this lane. */
  readonly ghost: { readonly from: string; readonly until: string } | null;
  readonly heading?: ReactNode;
  readonly lookOf?: ((stay: BoardStay) => BarLook | undefined) | undefined;
  readonly onOpen: (stay: BoardStay) => void;
};

/** One place through time: its capacity, its closed days, and the stays upon it. */
export function Lane({ row, cityName, window, isFirst, placeable, ghost, heading, lookOf, onOpen }: Props) {
  const { t, i18n } = useLingui();
  const { place, periods, blocked, stays, taken } = row;
  return (
    <div role="row" className="group flex [content-visibility:auto] [contain-intrinsic-size:auto_2.5rem]">
      <div role="rowheader" className="sticky left-0 z-20 flex w-(--head) shrink-0 items-center border-e border-b border-line bg-surface px-3 text-sm">
        <span className="truncate">{heading ?? place.label}</span>
      </div>
      <div data-lane={place.id} className="relative h-10 w-[calc(var(--span)*var(--day))] shrink-0 border-b border-line bg-sunken">
        {periods.map((period) => (
          <Stretch
            key={`${period.status}${period.from}`}
            span={period}
            window={window}
            className={period.status === 'CONFIRMED' ? 'bg-surface' : hatch}
            title={`${i18n._(capacityStatusWords[period.status])} · ${formatDays(period.from, period.until)}`}
          />
        ))}
        {blocked.map((block) => (
          <Stretch key={`${block.reason}${block.from}`} span={block} window={window} className={`@container grid place-items-center overflow-hidden ${crossed}`} title={`${i18n._(blockReasonWords[block.reason])} · ${formatDays(block.from, block.until)}`}>
            <span className="max-w-full overflow-clip rounded-sm bg-surface px-1 text-2xs whitespace-nowrap text-muted">✕<span className="hidden @min-[5rem]:inline"> {i18n._(blockReasonWords[block.reason])}</span></span>
          </Stretch>
        ))}
        {placeable && closedTo(placeable.arrivals, window).map((span) => <Stretch key={span.from} span={span} window={window} className={impossible} />)}
        {taken.map((span) => (
          <TakenBar key={span.from} words={`${t`Taken`}, ${formatDays(span.from, span.until)}`} span={span} window={window} />
        ))}
        {stays.length + taken.length === 0 && (
          <div role="gridcell" className="absolute inset-0">
            <span className="sr-only">
              <Trans>No stay in these months</Trans>
            </span>
          </div>
        )}
        {stays.map((stay, index) => (
          <StayBar key={stay.id} stay={stay} placeLabel={`${cityName}, ${place.label}`} from={window.from} until={window.until} isFirst={isFirst && index === 0} look={lookOf?.(stay)} onOpen={onOpen} />
        ))}
        {ghost && <Stretch span={ghost} window={window} className="pointer-events-none z-10 rounded-md border-2 border-accent-ink bg-accent-soft opacity-70" />}
      </div>
    </div>
  );
}
