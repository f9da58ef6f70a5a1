import { alternativeFor, type Bounds, type Grid } from './alternative-values.ts';

/** Counts from 1 to one less than this could point at a person. Units: persons or stays. */
export const smallestShown = 5;

/** A cell as it may be shown: its value, `SMALL` ("< 5"), or `WITHHELD` because it would give a small one back. */
export type ProtectedCell =
  | { readonly kind: 'SHOWN'; readonly value: number }
  | { readonly kind: 'SMALL' }
  | { readonly kind: 'WITHHELD' };

/** A table with its margins, each cell as it may be shown. */
export type ProtectedTable = {
  readonly cells: readonly (readonly ProtectedCell[])[];
  readonly rowTotals: readonly ProtectedCell[];
  readonly columnTotals: readonly ProtectedCell[];
  readonly total: ProtectedCell;
};

type Mark = 'SHOWN' | 'SMALL' | 'WITHHELD';

function isSmall(value: number): boolean {
  return value > 0 && value < smallestShown;
}

/** The table with its margins as one more row and column, so that a total is a cell like any other. */
function withMargins(cells: readonly (readonly number[])[]): Grid {
  const width = cells[0]?.length ?? 0;
  const rows = cells.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  const last = Array.from({ length: width + 1 }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return [...rows, last];
}

/** What a reader of the published table knows of a cell: a small one is 1 to 4, a withheld one at least 5. */
function boundsOf(mark: Mark, value: number): Bounds {
  switch (mark) {
    case 'SHOWN':
      return { least: value, most: value };
    case 'SMALL':
      return { least: 1, most: smallestShown - 1 };
    case 'WITHHELD':
      return { least: smallestShown, most: Number.POSITIVE_INFINITY };
  }
}

/**
 * A table of counts as it may be published: cells of 1 to 4 are "< 5", and so many others are withheld that no total
 * gives one of them back, not even to a reader who uses that it lies between 1 and 4. A true zero is shown: everyone
 * knows where nobody was.
 *
 * Units   whole numbers of persons or stays. Totals are the sums of the cells; figures that don't add up (a person
 *         hosted in two years) are published as rows of their own, never as this table's margins.
 * Errors  a `RangeError` for a row of another length, or a number that isn't whole or is negative.
 * Source  "k = 5 …, cells of 1 to 4 shown as '< 5', secondary suppression so that no total gives one back".
 */
export function protectSmallCounts(cells: readonly (readonly number[])[]): ProtectedTable {
  const width = cells[0]?.length ?? 0;
  if (
    cells.some(
      (row) => row.length !== width || row.some((value) => !Number.isInteger(value) || value < 0),
    )
  ) {
    throw new RangeError('Counts are whole numbers from 0, in rows of one length.');
  }
  const values = withMargins(cells);
  const marks: Mark[][] = values.map((row) =>
    row.map((value) => (isSmall(value) ? 'SMALL' : 'SHOWN')),
  );
  withholdUntilSafe(values, marks);
  const shown = values.map((row, r) =>
    row.map((value, c): ProtectedCell => {
      const kind = marks[r]?.[c] ?? 'WITHHELD';
      return kind === 'SHOWN' ? { kind, value } : { kind };
    }),
  );
  const body = shown.slice(0, -1);
  return {
    cells: body.map((row) => row.slice(0, -1)),
    rowTotals: body.map((row) => row.at(-1) ?? { kind: 'WITHHELD' }),
    columnTotals: (shown.at(-1) ?? []).slice(0, -1),
    total: shown.at(-1)?.at(-1) ?? { kind: 'WITHHELD' },
  };
}

function withholdUntilSafe(values: Grid, marks: Mark[][]): void {
  // Withholding one cell changes what protects another, so the small cells are gone through until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const [r, row] of marks.entries()) {
      for (const [c, mark] of row.entries()) {
        if (mark !== 'SMALL') continue;
        const path = alternativeFor(
          values,
          { r, c },
          (at) => boundsOf(marks[at.r]?.[at.c] ?? 'SHOWN', values[at.r]?.[at.c] ?? 0),
          (at) => {
            const value = values[at.r]?.[at.c] ?? 0;
            return marks[at.r]?.[at.c] === 'SHOWN' && value >= smallestShown
              ? boundsOf('WITHHELD', value)
              : null;
          },
        );
        const withheld = path === null ? everyShownCount(values, marks) : path;
        for (const at of withheld) {
          const marked = marks[at.r];
          if (marked?.[at.c] !== 'SHOWN') continue;
          marked[at.c] = 'WITHHELD';
          changed = true;
        }
      }
    }
  }
}

/** The last resort, when no few cells protect a small one: nothing but zeros is shown. */
function everyShownCount(
  values: Grid,
  marks: readonly (readonly Mark[])[],
): { r: number; c: number }[] {
  return values.flatMap((row, r) =>
    row.flatMap((value, c) => (value > 0 && marks[r]?.[c] === 'SHOWN' ? [{ r, c }] : [])),
  );
}
