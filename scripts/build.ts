import { buildAll, generateClient } from './artifacts.ts';
import { main } from './refusal.ts';

/** Builds API and pages, unless nothing changed since they were built. */
await main(async () => {
  await generateClient();
  await buildAll();
  return 0;
});
