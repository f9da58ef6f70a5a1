import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  j: (at, last) => Math.min(at + 1, last),
  k: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Walks the rows of a list by arrows, j and k, Home and End. Put it on the parent of elements marked `data-row`; it acts
 * only when the row itself, or a link in it, has the focus, so that fields in a row keep their own keys.
 */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const target = event.target;
  if (!step || event.metaKey || event.ctrlKey || event.altKey || !(target instanceof HTMLElement))
    return;
  if (target.closest('input, select, textarea, [role=menu], [role=listbox]')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(target));
  if (at < 0) return;
  event.preventDefault();
  rows[step(at, rows.length - 1)]?.focus();
}
