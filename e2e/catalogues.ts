import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@shelter-city/contract/vocabulary';

const folder = path.join(path.dirname(import.meta.dirname), 'web', 'src', 'messages');

/** What stands between the quotation marks of a keyword such as `msgid`, over as many lines as it takes. */
function quoted(entry: string, keyword: string): string {
  const lines = new RegExp(String.raw`^${keyword} ((?:".*"\n?)+)`, 'm').exec(entry)?.[1] ?? '';
  return lines.split('\n').filter(Boolean).map((line) => JSON.parse(line) as string).join('');
}

/** Each English sentence of the pages with what it is in a language. */
function translations(language: Language): readonly (readonly [english: string, translated: string])[] {
  return readdirSync(path.join(folder, language))
    .filter((name) => name.endsWith('.po'))
    .flatMap((name) => readFileSync(path.join(folder, language, name), 'utf8').split('\n\n'))
    .map((entry) => [quoted(entry, 'msgid'), quoted(entry, 'msgstr')] as const)
    .filter(([english]) => english !== '');
}

/** The sentence as it may be met: a name or number stands where the message has a placeholder. */
function asMet(message: string): RegExp | undefined {
  if (/\{\w+, plural/.test(message)) return undefined;
  const parts = message.split(/\{\w+\}|<\/?\d+\/?>/);
  // Less than some letters of its own would fit to anything.
  if (parts.length > 1 && parts.join('').replace(/[^a-z]/gi, '').length < 10) return undefined;
  return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`);
}

/** Says of a text on a page in some language whether it was left in English, or is a code that only programs read. */
export function untranslatedIn(language: Language): (text: string) => boolean {
  const isCode = (text: string) =>
    /^[A-Z]+(_[A-Z]+)+$/.test(text) || /^[a-z]+:[a-z]+(-[a-z]+)*$/.test(text) || (/^[\w+/]{6}$/.test(text) && /\d[a-z]|[a-z]\d|[a-z][A-Z]/.test(text));
  if (language === 'en') return isCode;
  const all = translations(language);
  const right = new Set(all.map(([, translated]) => translated));
  const left = all.filter(([english, translated]) => english !== translated && !right.has(english)).map(([english]) => asMet(english)).filter((one) => one !== undefined);
  return (text) => isCode(text) || (!right.has(text) && left.some((pattern) => pattern.test(text)));
}
