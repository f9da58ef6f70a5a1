import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { today } from '../app/clock.ts';
import type { BoardWindow } from './board-queries.ts';
import { monthStart, zoomNames, type Zoom } from './geometry.ts';

/** Months that one window holds. */
const monthsShown = 18;

const views = ['timeline', 'table'] as const;
const day = /^\d{4}-(0[1-9]|1[0-2])-01$/;

/** The board's address: from which month, how large, which city, drawn or as a table. A saved view is its address. */
export function useBoardAddress() {
  const [{ from: asked, zoom, city, view }, set] = useQueryStates({
    from: parseAsString,
    zoom: parseAsStringLiteral(zoomNames).withDefault('quarter'),
    city: parseAsString,
    view: parseAsStringLiteral(views).withDefault('timeline'),
  });
  const from = asked !== null && day.test(asked) ? asked : monthStart(today(), -2);
  const window: BoardWindow = { from, until: monthStart(from, monthsShown), city };
  return {
    window,
    zoom,
    view,
    setZoom: (next: Zoom) => void set({ zoom: next }),
    setCity: (next: string | null) => void set({ city: next }),
    setView: (next: (typeof views)[number]) => void set({ view: next }),
    moveBy: (months: number) => void set({ from: monthStart(from, months) }),
    backToToday: () => void set({ from: null }),
  };
}
