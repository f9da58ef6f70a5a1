import { codeNameBirds } from './code-name-birds.ts';
import { codeNameColours } from './code-name-colours.ts';

/** How many different code names there are. */
export const codeNameCount = codeNameColours.length * codeNameBirds.length;

/** A prime larger than either list, so that it shares no factor with their product and the walk meets every name once. */
const stride = 61_547;

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * The code name of an index: two neutral words such as "Amber Heron", the only name of a person in mail, files,
 * addresses, calendars and logs.
 *
 * Units   a whole number from 0; different indices below `codeNameCount` give different names, neighbours unlike ones.
 * Errors  a `RangeError` for a number that isn't an index.
 * Source  "code name (generated; the only name in mail, files, URLs, calendars and logs)". Whoever knows this file can
 *         compute the index back, so take a random index where the order of arrival must not show.
 */
export function codeNameOf(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= codeNameCount) {
    throw new RangeError(
      `A code name's index is a whole number from 0 to ${String(codeNameCount - 1)}.`,
    );
  }
  const shuffled = (index * stride) % codeNameCount;
  const colour = codeNameColours[shuffled % codeNameColours.length] ?? '';
  const bird = codeNameBirds[Math.floor(shuffled / codeNameColours.length)] ?? '';
  return `${capitalised(colour)} ${capitalised(bird)}`;
}

/** A code name as an address writes it: `amber-heron`. */
export function slugOfCodeName(codeName: string): string {
  return codeName.toLowerCase().replaceAll(' ', '-');
}

/** The code name that an address means by `amber-heron`; null for a text that can't be one. */
export function codeNameOfSlug(slug: string): string | null {
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(slug)
    ? slug.split('-').map(capitalised).join(' ')
    : null;
}
