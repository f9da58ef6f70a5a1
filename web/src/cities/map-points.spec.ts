import { labelSides, pointOf, size } from './map-points.ts';

it.each([
  ['Maastricht', 50.8483, 5.6889, 157.2, 289.4],
  ['Middelburg', 51.5, 3.6139, 21.1, 221.5],
  ['Nijmegen', 51.8425, 5.8528, 167.7, 185.6],
])('puts %s where the outline has it', (_name, latitude, longitude, x, y) => {
  const point = pointOf({ latitude, longitude });
  expect(Math.abs(point.x - x)).toBeLessThan(0.6);
  expect(Math.abs(point.y - y)).toBeLessThan(0.6);
});

it('writes a name on the side where it covers nothing', () => {
  const [haarlem, amsterdam] = labelSides([{ x: 88, y: 129, letters: 7 }, { x: 104, y: 130, letters: 9 }]);
  expect(haarlem).toBe('left');
  expect(amsterdam).toBe('right');
});

it('keeps a name on the sheet', () => {
  expect(labelSides([{ x: size.width - 20, y: 40, letters: 9 }, { x: 10, y: 220, letters: 10 }])).toEqual(['left', 'right']);
});
