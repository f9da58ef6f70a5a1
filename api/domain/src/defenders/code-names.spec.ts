import { codeNameBirds } from './code-name-birds.ts';
import { codeNameColours } from './code-name-colours.ts';
import { codeNameCount, codeNameOf, slugOfCodeName } from './code-names.ts';

describe('code names', () => {
  test('are more than a hundred thousand, and no two are the same', () => {
    const names = new Set(Array.from({ length: codeNameCount }, (_, index) => codeNameOf(index)));
    expect(codeNameCount).toBeGreaterThan(100_000);
    expect(names.size).toBe(codeNameCount);
  });

  test('are two capitalised words, written with a hyphen in an address', () => {
    for (let index = 0; index < codeNameCount; index += 97) {
      expect(codeNameOf(index)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(slugOfCodeName(codeNameOf(index))).toMatch(/^[a-z]+-[a-z]+$/);
    }
  });

  test('share no word with their neighbours', () => {
    for (let index = 1; index < 2000; index += 1) {
      const [colour, bird] = codeNameOf(index).split(' ');
      const [colourBefore, birdBefore] = codeNameOf(index - 1).split(' ');
      expect(colour).not.toBe(colourBefore);
      expect(bird).not.toBe(birdBefore);
    }
  });

  test('never change: what was once given stays', () => {
    expect([0, 1, 2, 1000].map(codeNameOf)).toMatchInlineSnapshot(`
     [
       "Amber Albatross",
       "Loam Lorikeet",
       "Witty Tropicbird",
       "Flint Weebill",
     ]
    `);
  });

  test('come from lists without doubles', () => {
    expect(new Set([...codeNameColours, ...codeNameBirds]).size).toBe(
      codeNameColours.length + codeNameBirds.length,
    );
  });

  test.each([-1, 0.5, codeNameCount])('have no index %p', (index) => {
    expect(() => codeNameOf(index)).toThrow(RangeError);
  });
});
