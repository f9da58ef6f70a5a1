import { readFile } from 'node:fs/promises';
import { buildAll, generateClient } from './artifacts.ts';
import { type Sizes, breaches, measure } from './page-sizes.ts';
import { inProject } from './project.ts';
import { main } from './refusal.ts';
import { say } from './steps.mjs';

/** Measures what the pages weigh; the last line is JSON, and anything above its budget is an error. */
await main(async () => {
  await generateClient();
  await buildAll();
  const sizes = await measure((file) => readFile(inProject('web', 'dist', file)));
  print(sizes);
  const above = breaches(sizes);
  for (const line of above) say(`Above its budget: ${line}`);
  say(JSON.stringify({ ...sizes, withinBudget: above.length === 0 }));
  return above.length;
});

function print({ firstLoadKb, cssKb, fontKb, chunksKb }: Sizes): void {
  say(`First load, JavaScript  ${firstLoadKb.toFixed(1).padStart(7)} KB gzipped`);
  say(`Style sheets            ${cssKb.toFixed(1).padStart(7)} KB gzipped`);
  say(`Fonts                   ${fontKb.toFixed(1).padStart(7)} KB`);
  for (const [file, kb] of Object.entries(chunksKb)) say(`  ${kb.toFixed(1).padStart(7)}  ${file}`);
}
