import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** What was found where: the words in a file, however they were written. */
export type Found = { readonly file: string; readonly words: readonly string[] };

/** A word as a browser or a system could write it, as bytes in Latin-1. */
export function writings(word: string): readonly string[] {
  const bytes = Buffer.from(word, 'utf8');
  // In the middle of something longer a base 64 text begins at any of three places: what surely is of the word.
  const base64 = [0, 1, 2].map((before) => {
    const sure = before === 0 ? 0 : 4;
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replaceAll('=', '');
    return text.slice(sure, -1 - ((before + bytes.length) % 3 === 0 ? 0 : 1));
  });
  const url = encodeURIComponent(word);
  return [
    bytes.toString('latin1'),
    Buffer.from(word, 'utf16le').toString('latin1'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    url,
    url.toLowerCase(),
    url.replaceAll('%20', '+'),
    bytes.toString('hex'),
  ];
}

const unpackers = [gunzipSync, brotliDecompressSync, inflateSync, zstdDecompressSync];
/** Ends of an entry's streams in Chromium's cache, and where its key begins. */
const endOfStream = Buffer.from('d8410d97456ffaf4', 'hex');
const beginOfEntry = Buffer.from('305c72a71b6dfbfc', 'hex');
const headerLength = 24;

/** A file as it is, and all that is packed inside: a cache's entries, and anything that begins as gzip does. */
export function unpacked(file: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  if (file.subarray(0, 8).equals(beginOfEntry)) {
    const keyLength = file.readUInt32LE(12);
    const begin = headerLength + keyLength;
    const end = file.indexOf(endOfStream, begin);
    parts.push(file.subarray(begin, end === -1 ? undefined : end));
  }
  for (let at = file.indexOf('1f8b08', 'hex'); at !== -1; at = file.indexOf('1f8b08', at + 1, 'hex'))
    parts.push(file.subarray(at));
  const opened = parts.flatMap((part) =>
    unpackers.flatMap((unpack) => {
      try {
        return [unpack(part)];
      } catch {
        return []; // It is packed in another way, or not at all.
      }
    }),
  );
  return [file, ...opened];
}

/** Looks for words in every file below a folder, however written or packed. */
export async function searchDisk(
  folder: string,
  words: readonly string[],
): Promise<{ readonly looked: number; readonly found: readonly Found[] }> {
  const written = words.map((word) => [word, writings(word)] as const);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const found: Found[] = [];
  for (const one of files) {
    const file = path.join(one.parentPath, one.name);
    const texts = unpacked(await readFile(file)).map((bytes) => bytes.toString('latin1'));
    const here = written.filter(([, ways]) => texts.some((text) => ways.some((way) => text.includes(way))));
    if (here.length > 0) found.push({ file: path.relative(folder, file), words: here.map(([word]) => word) });
  }
  return { looked: files.length, found };
}
