import { generateClient } from './artifacts.ts';
import { checks } from './checks.ts';
import { conclude, runTasksInOrder } from './outcomes.ts';
import { main } from './refusal.ts';

/** Types, lint, dependency rules, dead code, messages, container files; two at a time. */
await main(async () => {
  await generateClient();
  return conclude(await runTasksInOrder(checks, 2));
});
