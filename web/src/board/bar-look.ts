import type { StayStatus } from '@shelter-city/contract/vocabulary';
import type { ReactNode } from 'react';
import type { Shape } from '../design/badge.tsx';

const past = 'border-line-strong bg-hover text-ink';
const solid = 'border-accent bg-accent text-on-accent';

/** How a stay is drawn: solid when confirmed, dashed when proposed, outlined as a draft. The bar's word says the same. */
export const barLooks: Record<StayStatus, string> = {
  DRAFT: 'border-line-strong bg-surface text-ink',
  PROPOSED: 'border-dashed border-accent-ink bg-accent-soft text-accent-ink',
  CONFIRMED: solid,
  TRAVELLING: solid,
  IN_STAY: 'border-ok bg-ok-soft text-ok',
  DEPARTED: past,
  CUT_SHORT: past,
  TRANSFERRED: past,
  CLOSED: past,
  DECLINED: past,
  LAPSED: past,
  TURNED_DOWN: past,
  CANCELLED: past,
  NO_SHOW: 'border-bad bg-bad-soft text-bad',
};

/** Capacity that nobody signed. */
export const hatch = 'bg-[repeating-linear-gradient(135deg,var(--color-line-strong)_0_1px,transparent_1px_7px)]';
/** Days on which a place is closed. */
export const crossed =
  'bg-[repeating-linear-gradient(45deg,var(--color-line-strong)_0_1px,transparent_1px_6px),repeating-linear-gradient(135deg,var(--color-line-strong)_0_1px,transparent_1px_6px)]';
/** Where the thing being dragged can't begin. */
export const impossible = 'bg-[color-mix(in_srgb,var(--color-bad)_22%,transparent)]';

/** How a bar is drawn that isn't told by its state alone: its colours, its shape, the word for it, and what stands after the name. */
export type BarLook = { readonly colours: string; readonly shape: Shape; readonly word: string; readonly after?: ReactNode };
