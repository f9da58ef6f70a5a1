import type { ModelData } from 'highs';
import { eachUse, personOf, type PlanSpace } from './plan-space.ts';

/** A pair and the city and time at which both would be: never both. */
export type Meeting = {
  readonly a: number;
  readonly b: number;
  readonly city: number;
  readonly time: number;
};

type Sparse = { row: number; value: number }[];

/** A model in the making: rows, the entries of each variable (stays first, then what is in use), and where each inventory stands. */
export type FlowModel = {
  readonly rows: { isEquation: boolean; upper: number }[];
  readonly entries: Sparse[];
  readonly upper: number[];
  readonly inventories: Map<
    number,
    { readonly moments: readonly number[]; readonly firstRow: number }
  >;
};

/**
 * Each resource is an inventory: what is in use after a moment is what was before, plus what begins, less what ends; five
 * times fewer entries than a row for each place and week.
 */
export function flowModel(
  space: PlanSpace,
  columns: Int32Array,
  capacity: readonly Int32Array[],
): FlowModel {
  const rows: FlowModel['rows'] = [];
  const entries: Sparse[] = Array.from(columns, () => []);
  const rowOfPerson = new Map<number, number>();
  const uses = new Map<number, { column: number; from: number; until: number }[]>();
  for (const [index, column] of columns.entries()) {
    const person = personOf(space, column);
    let row = rowOfPerson.get(person);
    if (row === undefined) {
      row = rows.push({ isEquation: false, upper: 1 }) - 1;
      rowOfPerson.set(person, row);
    }
    entries[index]?.push({ row, value: 1 });
    eachUse(space, person, column, (resource, from, until) => {
      const list = uses.get(resource);
      if (list) list.push({ column: index, from, until });
      else uses.set(resource, [{ column: index, from, until }]);
    });
  }
  const upper: number[] = Array.from(columns, () => Infinity);
  const inventories: FlowModel['inventories'] = new Map();
  for (const [resource, list] of uses) {
    const moments = [...new Set(list.flatMap(({ from, until }) => [from, until]))].sort(
      (x, y) => x - y,
    );
    inventories.set(resource, { moments, firstRow: rows.length });
    addInventory(list, moments, capacity[resource] ?? new Int32Array(), {
      rows,
      entries,
      upper,
      inventories,
    });
  }
  return { rows, entries, upper, inventories };
}

function addInventory(
  list: readonly { readonly column: number; readonly from: number; readonly until: number }[],
  moments: readonly number[],
  capacity: Int32Array,
  { rows, entries, upper }: FlowModel,
): void {
  const at = new Map(moments.map((moment, index) => [moment, index]));
  const firstRow = rows.length;
  for (const [index, moment] of moments.entries()) {
    rows.push({ isEquation: true, upper: 0 });
    // What is in use after this moment, up to the next.
    const next = moments[index + 1] ?? capacity.length;
    const most = Math.min(...capacity.subarray(moment, Math.max(next, moment + 1)));
    upper.push(Number.isFinite(most) ? most : Infinity);
    const inUse: Sparse = [{ row: firstRow + index, value: -1 }];
    if (index + 1 < moments.length) inUse.push({ row: firstRow + index + 1, value: 1 });
    entries.push(inUse);
  }
  for (const { column, from, until } of list) {
    entries[column]?.push(
      { row: firstRow + (at.get(from) ?? 0), value: 1 },
      { row: firstRow + (at.get(until) ?? 0), value: -1 },
    );
  }
}

/** The model as HiGHS takes it. */
export function modelData(
  space: PlanSpace,
  columns: Int32Array,
  { rows, entries, upper }: FlowModel,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const list of entries) {
    for (const { row, value } of list.sort((x, y) => x.row - y.row)) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  }
  // Minimised with the sign turned: the other direction gave duals of the wrong sign.
  return {
    numCols: entries.length,
    numRows: rows.length,
    colCost: entries.map((_, index) =>
      index < columns.length ? -(space.worth[columns[index] ?? 0] ?? 0) : 0,
    ),
    colLower: new Float64Array(entries.length),
    colUpper: upper,
    rowLower: rows.map(({ isEquation }) => (isEquation ? 0 : -Infinity)),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csc',
      numRows: rows.length,
      numCols: entries.length,
      starts,
      indices,
      values,
    },
  };
}

/** At most one of the two is in that city at that time. */
export function addMeeting(
  space: PlanSpace,
  columns: Int32Array,
  { a, b, city, time }: Meeting,
  rows: FlowModel['rows'],
  entries: Sparse[],
): void {
  const row = rows.push({ isEquation: false, upper: 1 }) - 1;
  for (const [index, column] of columns.entries()) {
    const person = personOf(space, column);
    const isThere =
      (space.from[column] ?? 0) <= time &&
      time < (space.leaves[column] ?? 0) &&
      space.classes[space.kind[column] ?? 0]?.city === city;
    if (isThere && (person === a || person === b)) entries[index]?.push({ row, value: 1 });
  }
}
