import { useLingui } from '@lingui/react/macro';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import type { Column, Sort } from './data-table-column.ts';
import { HeaderCell } from './data-table-header.tsx';
import { moveBetweenRows } from './row-keys.ts';

type Props<R extends RowData> = {
  /** What the table holds, for a screen reader and for print. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** Opens a row by Enter or by a click anywhere in it; the naming cell should hold the same as a link. */
  readonly onOpen?: ((row: R) => void) | undefined;
  readonly selectedKey?: string | undefined;
  /** With `onSort` the server sorts; without it the rows are sorted here, by `sortBy`. */
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort | undefined) => void) | undefined;
  /** Shown in place of the rows when there is none. */
  readonly empty?: ReactNode;
  readonly foot?: ReactNode;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const stateOf = (sort: Sort | undefined): SortingState =>
  sort ? [{ id: sort.by, desc: sort.descending }] : [];

/**
 * A native table: sorted by its heads, walked by arrow keys, opened by Enter; cards on a phone. Empty values sort last.
 * Under a hundred rows at a time; ask the server for the next page.
 */
export function DataTable<R extends RowData>({
  caption,
  columns,
  rows,
  keyOf,
  onOpen,
  selectedKey,
  sort,
  onSort,
  empty,
  foot,
}: Props<R>) {
  const { t } = useLingui();
  const [ownSort, setOwnSort] = useState<Sort | undefined>(sort);
  const shownSort = onSort ? sort : ownSort;
  const setSort = onSort ?? setOwnSort;

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, R>();
    return helper.columns(
      columns.map((column) =>
        helper.accessor((row) => column.sortBy?.(row) ?? undefined, {
          id: column.id,
          header: column.header,
          enableSorting: column.sortBy !== undefined || column.sortable === true,
          sortUndefined: 'last',
          sortFn: (one, other, id) => compare(one.getValue(id), other.getValue(id)),
        }),
      ),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: keyOf,
    manualSorting: Boolean(onSort),
    state: { sorting: stateOf(shownSort) },
  });

  if (rows.length === 0 && empty !== undefined) return empty;
  const sorted = table.getRowModel().rows;
  // One stop of the Tab key for all rows: the selected one, else the first.
  const isEntry = (id: string, index: number) =>
    selectedKey === undefined ? index === 0 : id === selectedKey;
  const cellLook = (column: Column<R>) =>
    `${column.align === 'end' ? 'text-end tabular-nums max-sm:text-start' : 'text-start'} ${column.wideOnly ? 'max-sm:hidden' : ''} ${column.className ?? ''}`;

  return (
    <div className="overflow-x-auto">
      <table role="table" className="w-full border-collapse text-base max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b border-line">
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                look={cellLook(column)}
                sort={shownSort}
                onSort={setSort}
                hint={t`Sort by ${column.header}`}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block" onKeyDown={moveBetweenRows}>
          {sorted.map((row, index) => {
            const original = row.original;
            return (
              <tr
                key={row.id}
                role="row"
                data-row
                {...(onOpen && { tabIndex: isEntry(row.id, index) ? 0 : -1 })}
                aria-current={row.id === selectedKey || undefined}
                data-selected={row.id === selectedKey || undefined}
                onClick={(event) => {
                  if (onOpen && !isControl(event.target)) onOpen(original);
                }}
                onKeyDown={(event) => {
                  if (onOpen && event.key === 'Enter' && event.target === event.currentTarget)
                    onOpen(original);
                }}
                className={`border-b border-line last:border-0 focus-visible:-outline-offset-2 data-selected:bg-accent-soft max-sm:grid max-sm:gap-1 max-sm:px-4 max-sm:py-3 ${onOpen ? 'cursor-pointer hover:bg-hover' : ''}`}
              >
                {columns.map((column) => {
                  const Cell = column.names ? 'th' : 'td';
                  const content = column.cell(original);
                  // A card has no columns to keep: what has nothing to say there isn't named either.
                  const isEmpty = content === null || content === undefined || content === false || content === '';
                  return (
                    <Cell
                      key={column.id}
                      {...(column.names ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
                      className={`px-4 py-2 align-middle font-normal ${isEmpty ? 'max-sm:hidden' : 'max-sm:flex'} max-sm:items-start max-sm:gap-2 max-sm:p-0 ${column.names ? 'font-medium' : ''} ${cellLook(column)}`}
                    >
                      {!column.names && (
                        <span
                          aria-hidden="true"
                          className="hidden w-32 shrink-0 text-sm wrap-anywhere text-muted max-sm:inline print:hidden"
                        >
                          {column.header}
                        </span>
                      )}
                      {content}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        {foot}
      </table>
    </div>
  );
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, select, label, textarea') !== null;
