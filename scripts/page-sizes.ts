import { gzipSync } from 'node:zlib';

/** What the pages weigh, in KB of 1,000 bytes; scripts and styles as they travel, gzipped. */
export interface Sizes {
  /** All scripts that the first page needs before it can do anything. */
  readonly firstLoadKb: number;
  readonly cssKb: number;
  readonly fontKb: number;
  /** Every script that is fetched later, largest first. */
  readonly chunksKb: Readonly<Record<string, number>>;
}

const budgetKb = { firstLoad: 140, css: 15, chunk: 60, font: 50 };

/** Reads the built pages, beginning with `index.html`, and follows what they name. */
export async function measure(read: (file: string) => Promise<Buffer>): Promise<Sizes> {
  const sources = new Map<string, string>();
  const html = (await read('index.html')).toString();
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    ([, file]) => file ?? '',
  );
  await follow(named, sources, read);

  const first = new Set<string>();
  const need = (file: string): void => {
    if (first.has(file)) return;
    first.add(file);
    for (const next of imports(sources.get(file) ?? '', file)) need(next);
  };
  named.filter((file) => file.endsWith('.js')).forEach(need);

  const sizes = new Map(
    [...sources].map(([file, text]) => [file, kilobytes(gzipSync(text, { level: 9 }))]),
  );
  const sum = (files: Iterable<string>): number =>
    rounded([...files].reduce((total, file) => total + (sizes.get(file) ?? 0), 0));
  const later = [...sizes].filter(([file]) => file.endsWith('.js') && !first.has(file));
  return {
    firstLoadKb: sum(first),
    cssKb: sum([...sizes.keys()].filter((file) => file.endsWith('.css'))),
    fontKb: rounded(await fontKilobytes(sources, read)),
    chunksKb: Object.fromEntries(
      later.sort(([, a], [, b]) => b - a).map(([file, kb]) => [file, rounded(kb)]),
    ),
  };
}

/** What is above its budget, each as one line. */
export function breaches({ firstLoadKb, cssKb, fontKb, chunksKb }: Sizes): readonly string[] {
  const measured: readonly (readonly [string, number, number])[] = [
    ['first load', firstLoadKb, budgetKb.firstLoad],
    ['style sheets', cssKb, budgetKb.css],
    ['fonts', fontKb, budgetKb.font],
    ...Object.entries(chunksKb).map(([file, kb]) => [file, kb, budgetKb.chunk] as const),
  ];
  return measured
    .filter(([, kb, budget]) => kb > budget)
    .map(([name, kb, budget]) => `${name}: ${kb} KB of ${budget}`);
}

/** Reads the files and all that they name, at once or later. */
async function follow(
  files: readonly string[],
  sources: Map<string, string>,
  read: (file: string) => Promise<Buffer>,
): Promise<void> {
  for (const file of files) {
    if (sources.has(file)) continue;
    const text = (await read(file)).toString();
    sources.set(file, text);
    const all = [...text.matchAll(/["'`](?:\/assets\/|assets\/|\.\/)([\w.-]+\.(?:js|css))["'`]/g)];
    await follow(
      all.map(([, name]) => `assets/${name ?? ''}`),
      sources,
      read,
    );
  }
}

/** What a built module imports before it runs: `from"./x.js"` and `import"./x.js"`, not `import("./x.js")`. */
function imports(text: string, file: string): readonly string[] {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name]) => folder + (name ?? ''),
  );
}

async function fontKilobytes(
  sources: ReadonlyMap<string, string>,
  read: (file: string) => Promise<Buffer>,
): Promise<number> {
  const styles = [...sources]
    .filter(([file]) => file.endsWith('.css'))
    .map(([, text]) => text)
    .join('\n');
  const fonts = new Set(
    [...styles.matchAll(/url\(["']?\/?([^"')]+\.woff2)/g)].map(([, file]) => file ?? ''),
  );
  let total = 0;
  for (const file of fonts) {
    const inAssets = file.startsWith('assets/') ? file : `assets/${file.replace(/^\.\//, '')}`;
    total += kilobytes(await read(inAssets));
  }
  return total;
}

function kilobytes(content: Buffer): number {
  return content.byteLength / 1_000;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
