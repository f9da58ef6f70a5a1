import { useLingui } from '@lingui/react/macro';
import type { Placeability } from '@shelter-city/contract/board';
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { today } from '../app/clock.ts';
import { formatMonth, formatMonthShort } from '../design/days.ts';
import { plusDays } from '../stays/plus-days.ts';
import type { BarLook } from './bar-look.ts';
import type { BoardWindow } from './board-queries.ts';
import type { BoardStay, CityRows, PlaceRow } from './board-rows.ts';
import { dayIn, monthsOf, monthStart, zooms, type Zoom } from './geometry.ts';
import { Lane } from './lane.tsx';
import type { Dragged, DropTarget } from './use-board-drag.ts';

type Props = {
  readonly cities: readonly CityRows[];
  readonly window: BoardWindow;
  readonly zoom: Zoom;
  readonly dragged: Dragged | null;
  readonly target: DropTarget | null;
  readonly placeability: Placeability | undefined;
  /** What stands at the head of a lane instead of its place, and beside the name of a city. */
  readonly headOf?: ((row: PlaceRow) => ReactNode) | undefined;
  readonly besideCity?: ((city: CityRows['city']) => ReactNode) | undefined;
  /** How a bar is drawn, where its state doesn't tell. */
  readonly lookOf?: ((stay: BoardStay) => BarLook | undefined) | undefined;
  readonly onOpen: (stay: BoardStay) => void;
};

/** Walks the bars by arrow keys: left and right along a place, up and down between places, Home and End. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const bar = (event.target as Element).closest<HTMLElement>('[data-bar]');
  const row = bar?.closest('[role="row"]');
  if (!bar || !row) return;
  const barsOf = (element: Element) => [...element.querySelectorAll<HTMLElement>('[data-bar]')];
  const own = barsOf(row);
  const rows = [...event.currentTarget.querySelectorAll('[role="row"]')].filter((one) => barsOf(one).length > 0);
  const at = own.indexOf(bar);
  const line = rows.indexOf(row);
  const nearest = (bars: HTMLElement[]) =>
    bars.toSorted((one, other) => Math.abs(one.getBoundingClientRect().left - bar.getBoundingClientRect().left) - Math.abs(other.getBoundingClientRect().left - bar.getBoundingClientRect().left))[0];
  const rowAt = (index: number) => { const found = rows[index]; return found ? nearest(barsOf(found)) : undefined; };
  const next = {
    ArrowLeft: own[at - 1], ArrowRight: own[at + 1], ArrowUp: line > 0 ? rowAt(line - 1) : undefined,
    ArrowDown: rowAt(line + 1), Home: own[0], End: own.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  bar.tabIndex = -1;
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Places down, months across. */
export function Timeline({ cities, window, zoom, dragged, target, placeability, headOf, besideCity, lookOf, onOpen }: Props) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const { from, until } = window;
  const now = dayIn(from, today());
  const days = dayIn(from, until);

  // The reader comes to see now: a window opens a little before today.
  useEffect(() => {
    const box = frame.current;
    const head = box?.querySelector<HTMLElement>('[role="columnheader"]');
    if (box && head && now > 0 && now < days) box.scrollLeft = Math.max(0, (now - 21) * ((box.scrollWidth - head.offsetWidth) / days));
  }, [from, zoom, now, days]);

  const firstBar = cities.flatMap(({ rows }) => rows).find(({ stays }) => stays.length > 0)?.place.id;
  return (
    <div ref={frame} className="@container relative max-h-[calc(100dvh-13rem)] min-h-72 overflow-auto overscroll-contain rounded-lg border border-line bg-surface">
      <div
        role="grid"
        aria-label={t`Stays by place and month`}
        onKeyDown={walk}
        className={`relative w-max [--head:11rem] max-md:[--head:7rem] ${dragged ? 'cursor-grabbing select-none' : ''}`}
        // A short window fills the width; a pixel less, so that no rounding makes it scroll.
        style={{ '--day': `max(${String(zooms[zoom])}px, (100cqi - var(--head) - 1px) / var(--span))`, '--span': days } as CSSProperties}
      >
        <div role="row" className="sticky top-0 z-30 flex border-b border-line bg-surface">
          <div role="columnheader" className="sticky left-0 z-10 w-(--head) shrink-0 border-e border-line bg-surface px-3 py-1.5 text-xs text-muted">
            {t`Place`}
          </div>
          {monthsOf(from, until).map((month) => (
            <div
              key={month}
              role="columnheader"
              aria-label={formatMonth(month)}
              style={{ '--days': dayIn(month, monthStart(month, 1)) } as CSSProperties}
              className="w-[calc(var(--days)*var(--day))] shrink-0 truncate border-e border-line px-1.5 py-1.5 text-xs text-muted tabular-nums"
            >
              {month.endsWith('-01-01') ? <strong className="font-semibold text-ink">{month.slice(0, 4)}</strong> : formatMonthShort(month)}
            </div>
          ))}
        </div>
        {cities.map(({ city, rows }) => (
          <div key={city.id} role="rowgroup" aria-label={city.name}>
            <div role="row" className="flex border-b border-line bg-canvas">
              <div role="rowheader" className="sticky left-0 z-20 px-3 py-1 text-xs font-semibold">
                {city.name}
                {besideCity?.(city)}
              </div>
            </div>
            {rows.map((row) => (
              <Lane
                key={row.place.id}
                row={row}
                cityName={city.name}
                window={window}
                isFirst={row.place.id === firstBar}
                placeable={dragged ? placeability?.places.find(({ placeId }) => placeId === row.place.id) : undefined}
                ghost={dragged && target?.placeId === row.place.id ? { from: target.day, until: plusDays(target.day, dragged.nights) } : null}
                heading={headOf?.(row)}
                lookOf={lookOf}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
        {now > 0 && now < days && (
          <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-(--head) z-10">
            <div className="absolute inset-y-0 left-[calc(var(--now)*var(--day))] w-px bg-bad" style={{ '--now': now } as CSSProperties} />
          </div>
        )}
      </div>
    </div>
  );
}
