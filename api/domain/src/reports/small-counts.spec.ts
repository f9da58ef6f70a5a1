import fc from 'fast-check';
import {
  protectSmallCounts,
  smallestShown,
  type ProtectedCell,
  type ProtectedTable,
} from './small-counts.ts';

type Range = readonly [least: number, most: number];

/** Every filling of the cells that agrees with what is published; for withheld counts up to some larger than any here. */
function everyFilling(table: ProtectedTable, most: number): number[][] {
  const width = table.columnTotals.length;
  const ranges = table.cells.flat().map((cell): Range => rangeOf(cell, most));
  const fillings: number[][] = [];
  const agrees = (cell: ProtectedCell | undefined, value: number): boolean =>
    cell?.kind === 'SHOWN'
      ? cell.value === value
      : cell?.kind === 'SMALL'
        ? value >= 1 && value <= 4
        : value >= 5;
  const sumOf = (filling: readonly number[], keep: (at: number) => boolean): number =>
    filling.reduce((sum, value, at) => (keep(at) ? sum + value : sum), 0);
  const fill = (filling: number[]): void => {
    const row = Math.floor(filling.length / width) - 1;
    const rowIsFull = filling.length > 0 && filling.length % width === 0;
    if (
      rowIsFull &&
      !agrees(
        table.rowTotals[row],
        sumOf(filling, (at) => Math.floor(at / width) === row),
      )
    )
      return;
    const range = ranges[filling.length];
    if (range === undefined) {
      const columnsAgree = table.columnTotals.every((cell, column) =>
        agrees(
          cell,
          sumOf(filling, (at) => at % width === column),
        ),
      );
      if (
        columnsAgree &&
        agrees(
          table.total,
          sumOf(filling, () => true),
        )
      )
        fillings.push(filling);
      return;
    }
    for (let value = range[0]; value <= range[1]; value += 1) fill([...filling, value]);
  };
  fill([]);
  return fillings;
}

function rangeOf(cell: ProtectedCell, most: number): Range {
  if (cell.kind === 'SHOWN') return [cell.value, cell.value];
  return cell.kind === 'SMALL' ? [1, smallestShown - 1] : [smallestShown, most];
}

const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.constantFrom(0, 0, 1, 2, 3, 4, 5, 6, 8), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

describe('small counts', () => {
  test('show no number from 1 to 4, in a cell or a total, and every true zero', () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const table = protectSmallCounts(cells);
        const all = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total];
        expect(all.some((cell) => cell.kind === 'SHOWN' && cell.value > 0 && cell.value < 5)).toBe(
          false,
        );
        expect(table.cells.flat().map((cell) => cell.kind === 'SHOWN' && cell.value === 0)).toEqual(
          cells.flat().map((value) => value === 0),
        );
      }),
    );
  });

  test('can’t be computed back: every small cell has another value that agrees with all that is shown', () => {
    fc.assert(
      fc.property(anyTable, (cells) => {
        const table = protectSmallCounts(cells);
        const fillings = everyFilling(table, 10);
        expect(fillings).toContainEqual(cells.flat());
        for (const [at, cell] of table.cells.flat().entries()) {
          if (cell.kind === 'SMALL')
            expect(new Set(fillings.map((filling) => filling[at])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('withhold no more than they need', () => {
    const table = protectSmallCounts([
      [12, 2, 30],
      [20, 25, 40],
      [33, 18, 21],
    ]);
    const withheld = [
      ...table.cells.flat(),
      ...table.rowTotals,
      ...table.columnTotals,
      table.total,
    ].filter(({ kind }) => kind === 'WITHHELD');
    expect(withheld).toHaveLength(3);
  });

  test('leave a table without any as it is', () => {
    expect(
      protectSmallCounts([
        [0, 7],
        [9, 5],
      ]),
    ).toEqual({
      cells: [
        [
          { kind: 'SHOWN', value: 0 },
          { kind: 'SHOWN', value: 7 },
        ],
        [
          { kind: 'SHOWN', value: 9 },
          { kind: 'SHOWN', value: 5 },
        ],
      ],
      rowTotals: [
        { kind: 'SHOWN', value: 7 },
        { kind: 'SHOWN', value: 14 },
      ],
      columnTotals: [
        { kind: 'SHOWN', value: 9 },
        { kind: 'SHOWN', value: 12 },
      ],
      total: { kind: 'SHOWN', value: 21 },
    });
  });

  test('of a single city are withheld with its total', () => {
    expect(protectSmallCounts([[3]]).total).toEqual({ kind: 'SMALL' });
  });

  test.each([[[[1, 2], [3]]], [[[1.5]]], [[[-1]]]])(
    'refuse %j, which is no table of counts',
    (cells) => {
      expect(() => protectSmallCounts(cells)).toThrow(RangeError);
    },
  );

  test('of thirteen cities over fifteen years are protected, and most of the table stays readable', () => {
    const cells = Array.from({ length: 13 }, (_, city) =>
      Array.from({ length: 15 }, (__, year) => (city * 7 + year * 3) % 9),
    );
    const shown = protectSmallCounts(cells).cells.flat();
    expect(shown.filter(({ kind }) => kind === 'SMALL')).toHaveLength(
      cells.flat().filter((value) => value > 0 && value < 5).length,
    );
    expect(shown.filter(({ kind }) => kind === 'WITHHELD').length).toBeLessThan(10);
  });
});
