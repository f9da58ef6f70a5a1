/** Rows of values; the last row and the last column are the totals. */
export type Grid = readonly (readonly number[])[];

/** A cell's row and column. */
export type CellAt = { readonly r: number; readonly c: number };

/** What is known of a cell's value. */
export type Bounds = { readonly least: number; readonly most: number };

type Step = { readonly at: CellAt; readonly cost: number };
type Reached = { readonly cost: number; readonly path: readonly CellAt[] };

/** Withholding a total takes more from the reader than withholding a cell. */
const costOfCell = 10;
const costOfTotal = 15;

/**
 * The cells through which a value could be another than it is, with every row and column still adding up: if there are
 * such cells, nobody can compute the value. `mayOpen` says what would be known of a cell that is shown now, were it
 * withheld; the cheapest such cells are among those returned. `null` when nothing could be withheld to that end.
 *
 * Why this is enough: the totals make the table a network, rows on one side and columns on the other. Another filling
 * exists exactly if there is a cycle through the cell along which values can rise and fall by one in turn, and in a
 * network the fillings in between are whole numbers.
 */
export function alternativeFor(
  values: Grid,
  cell: CellAt,
  known: (at: CellAt) => Bounds,
  mayOpen: (at: CellAt) => Bounds | null,
): readonly CellAt[] | null {
  const paths = [1, -1]
    .filter((direction) => canStep(values, cell, known(cell), direction))
    .flatMap((direction) => cheapestCycle(values, cell, direction, known, mayOpen) ?? []);
  return paths.sort((a, b) => a.cost - b.cost)[0]?.path ?? null;
}

function valueAt(values: Grid, { r, c }: CellAt): number {
  return values[r]?.[c] ?? 0;
}

/** Totals enter their row's and column's sum with a minus, the grand total with a plus again. */
function signOf(values: Grid, { r, c }: CellAt): 1 | -1 {
  const isRowOfTotals = r === values.length - 1;
  const isColumnOfTotals = c === (values[0]?.length ?? 0) - 1;
  return isRowOfTotals === isColumnOfTotals ? 1 : -1;
}

/** Can the cell's part in the sums move one up (1) or down (-1) within what is known of it? */
function canStep(values: Grid, at: CellAt, { least, most }: Bounds, direction: number): boolean {
  const next = valueAt(values, at) + direction * signOf(values, at);
  return least <= next && next <= most;
}

/**
 * Dijkstra's search over rows and columns. With the cell one up, its column has one too much: from a column go down in
 * some row, from that row up in some column, until the cell's own row is reached by a step down.
 */
function cheapestCycle(
  values: Grid,
  cell: CellAt,
  direction: number,
  known: (at: CellAt) => Bounds,
  mayOpen: (at: CellAt) => Bounds | null,
): { cost: number; path: readonly CellAt[] } | null {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const best = new Map<number, Reached>([[rows + cell.c, { cost: 0, path: [] }]]);
  const done = new Set<number>();
  const step = (at: CellAt, move: number): Step | null => {
    if (at.r === cell.r && at.c === cell.c) return null;
    if (canStep(values, at, known(at), move)) return { at, cost: 0 };
    const opened = mayOpen(at);
    if (opened === null || !canStep(values, at, opened, move)) return null;
    const isTotal = at.r === rows - 1 || at.c === columns - 1;
    return { at, cost: isTotal ? costOfTotal : costOfCell };
  };
  for (;;) {
    let node = -1;
    let reached: Reached | null = null;
    for (const [candidate, route] of best) {
      if (!done.has(candidate) && (reached === null || route.cost < reached.cost)) {
        node = candidate;
        reached = route;
      }
    }
    if (reached === null) return null;
    if (node === cell.r) return reached;
    done.add(node);
    const fromColumn = node >= rows;
    const others = fromColumn ? rows : columns;
    for (let other = 0; other < others; other += 1) {
      const at = fromColumn ? { r: other, c: node - rows } : { r: node, c: other };
      const taken = step(at, fromColumn ? -direction : direction);
      if (taken === null) continue;
      const target = fromColumn ? other : rows + other;
      const cost = reached.cost + taken.cost;
      if (cost < (best.get(target)?.cost ?? Number.POSITIVE_INFINITY)) {
        best.set(target, { cost, path: [...reached.path, taken.at] });
      }
    }
  }
}
