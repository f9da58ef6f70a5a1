import { z } from 'zod';

// What people type is read by other people: a name that shows nothing can't be told from another, and a mark that turns the
// direction of writing makes the words beside it read otherwise than they are.

/**
 * What shows nothing by itself, with every mark that turns the direction of writing. Joiners and variants of a character stay:
 * Persian and the scripts of India are written with them.
 */
const hidden = /(?![\u200C\u200D\p{Variation_Selector}])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Letters and signs whose shape is empty, such as the braille of no dots. */
const blank = /[\u2800\u{1D159}\u{13441}\u{13442}]/gu;
/** Of these the zero stays: no text column can hold it, nobody types or pastes it, and whoever sends it is told so. */
const control = /[^\P{Cc}\0\t\n\r]/gu;

const tidy = (text: string) => text.normalize().replace(hidden, '').replace(blank, ' ').replace(control, '').trim();
const onOneLine = (text: string) => tidy(text).replace(/\s+/gu, ' ');
/** Whether there is something to see: a letter, a digit or a sign. */
const showsSomething = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(tidy(text));

const readable = () => z.string().refine(showsSomething, { params: { code: 'nothing-to-read' }, abort: true });

/** A name or a title that somebody gives: something to see, on one line, and nothing hidden in it. Its length is what is left. */
export const readableName = (least: number, most: number) => readable().overwrite(onOneLine).min(least).max(most);
/** The same of words in more than one line: a reason, an address. */
export const readableText = (least: number, most: number) => readable().overwrite(tidy).min(least).max(most);
/** A name that may be unknown, and is then empty; as lenient on the way out, since nobody could mend what isn't answered. */
export const nameOrNone = (most: number) => z.string().overwrite(onOneLine).max(most);
/** Words that may be missing. */
export const textOrNone = (most: number) => z.string().overwrite(tidy).max(most);
