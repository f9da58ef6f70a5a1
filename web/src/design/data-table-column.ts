import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** One column: what it is called and what a row shows in it. */
export type Column<R extends RowData> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  /** What the column is sorted by; without it, the column can't be sorted here. */
  readonly sortBy?: ((row: R) => string | number | null) | undefined;
  /** Whether the server can sort by this column; used with `onSort`. */
  readonly sortable?: boolean | undefined;
  /** Numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end' | undefined;
  /** The column that names the row for a screen reader, and heads its card on a phone. One a table. */
  readonly names?: boolean | undefined;
  /** Left out under 640 px. */
  readonly wideOnly?: boolean | undefined;
  readonly className?: string | undefined;
};

/** How the rows are sorted. */
export type Sort = { readonly by: string; readonly descending: boolean };
