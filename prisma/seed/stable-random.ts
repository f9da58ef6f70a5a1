import { createHash } from 'node:crypto';

/** Text that can be dated, placed or named by chance and still comes out the same each time. */
export type Dice = {
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** Different values, in the order of the list. */
  readonly some: <Value>(values: readonly Value[], count: number) => Value[];
  /** True in so many cases of a hundred. */
  readonly chance: (percent: number) => boolean;
};

/** The id of a sample row: looks like a random version 4 UUID, says nothing of the order, and is the same in every load. */
export function idOf(kind: string, key: string): string {
  const hex = createHash('sha256').update(`shelter-city sample/${kind}/${key}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A whole number from 0 up to, not including, `below`, that follows from the key alone. */
export function numberOf(key: string, below: number): number {
  return createHash('sha256').update(`shelter-city number/${key}`).digest().readUInt32BE(0) % below;
}

/** Dice that fall alike for the same key. */
export function diceOf(key: string): Dice {
  let state = numberOf(key, 0x1_0000_0000);
  // Mulberry32: small, and good enough to make people unlike each other.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: <Value>(values: readonly Value[]): Value => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new RangeError('Nothing to pick from.');
      return value;
    },
    some: (values, count) => {
      const left = values.map((value, at) => ({ value, at, weight: next() }));
      return left.sort((a, b) => a.weight - b.weight).slice(0, count).sort((a, b) => a.at - b.at).map(({ value }) => value);
    },
    chance: (percent) => between(1, 100) <= percent,
  };
}
