import type { RowData } from '@tanstack/react-table';
import type { Column, Sort } from './data-table-column.ts';
import { Icon } from './icon.tsx';

type Props<R extends RowData> = {
  readonly column: Column<R>;
  readonly look: string;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort | undefined) => void;
  readonly hint: string;
};

/** The head of a column: a button where the column can be sorted, with the direction shown and spoken. */
export function HeaderCell<R extends RowData>({ column, look, sort, onSort, hint }: Props<R>) {
  const canSort = column.sortBy !== undefined || column.sortable === true;
  const direction =
    sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const next = direction === undefined ? false : direction === 'ascending' ? true : undefined;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={direction ?? (canSort ? 'none' : undefined)}
      className={`px-4 py-2 text-sm font-medium text-muted ${look}`}
    >
      {canSort ? (
        <button
          type="button"
          data-print
          title={hint}
          onClick={() => {
            onSort(next === undefined ? undefined : { by: column.id, descending: next });
          }}
          className={`inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink ${column.align === 'end' ? 'flex-row-reverse text-end' : 'text-start'} ${direction ? 'text-ink' : ''}`}
        >
          {column.header}
          <Icon
            name={direction === 'descending' ? 'chevron-down' : 'chevron-up'}
            className={`size-3 print:hidden ${direction ? '' : 'opacity-0'}`}
          />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
