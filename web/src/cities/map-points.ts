/** The grid of the outline: it fills this width and height. */
export const size = { width: 256, height: 300 } as const;

/**
 * Where a place on earth lies on that grid. The outline is an equirectangular drawing at 51.2° north; the figures were
 * fitted to five known cities and are right to half a unit.
 */
export const pointOf = ({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): { x: number; y: number } => ({
  x: 65.563 * (longitude - 3.2935),
  y: 104.6 * (53.616 - latitude),
});

type Labelled = { readonly x: number; readonly y: number; readonly letters: number };
type Side = 'left' | 'right';
type Box = { readonly from: number; readonly until: number; readonly y: number };

/** About how wide a letter of a name is, and how high its line, on the grid. */
const letter = 5;
const line = 10;
/** From a dot to its name. */
const gap = 6;

const boxOf = ({ x, y, letters }: Labelled, side: Side): Box =>
  side === 'right' ? { from: x, until: x + gap + letters * letter, y } : { from: x - gap - letters * letter, until: x, y };
const overlap = (one: Box, other: Box): number =>
  Math.abs(one.y - other.y) < line ? Math.max(0, Math.min(one.until, other.until) - Math.max(one.from, other.from)) : 0;

/** On which side of its dot each name stands, so that it covers no other dot or name and stays on the sheet. */
export function labelSides(points: readonly Labelled[]): Side[] {
  const taken: Box[] = points.map(({ x, y }) => ({ from: x - gap, until: x + gap, y }));
  return points.map((point, index) => {
    const cost = (side: Side) => {
      const box = boxOf(point, side);
      const outside = Math.max(0, -box.from) + Math.max(0, box.until - size.width - 6);
      return taken.reduce((sum, other, at) => sum + (at === index ? 0 : overlap(box, other)), outside * 2);
    };
    const side = cost('left') < cost('right') ? 'left' : 'right';
    taken.push(boxOf(point, side));
    return side;
  });
}
