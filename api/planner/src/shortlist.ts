import type { PlanSpace } from './plan-space.ts';
import { reduced, type Prices } from './prices.ts';

/** Of each person, the stays that gain most under the prices, best first. */
export function shortlist(
  space: PlanSpace,
  { ledger }: Pick<Prices, 'ledger'>,
  most: number,
): Int32Array[] {
  const { first, input } = space;
  return input.people.map((_, person) => {
    const begin = first[person] ?? 0;
    const end = first[person + 1] ?? 0;
    const values = new Float64Array(end - begin);
    for (let column = begin; column < end; column += 1)
      values[column - begin] = reduced(space, ledger, column);
    const enough =
      values.length > most ? (values.toSorted()[values.length - most] ?? 0) : -Infinity;
    const own: number[] = [];
    for (const [index, value] of values.entries()) if (value >= enough) own.push(begin + index);
    return Int32Array.from(
      own
        .sort((a, b) => (values[b - begin] ?? 0) - (values[a - begin] ?? 0) || a - b)
        .slice(0, most),
    );
  });
}
