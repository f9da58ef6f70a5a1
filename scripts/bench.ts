import { spawn } from 'node:child_process';
import { buildAll, generateClient } from './artifacts.ts';
import { inProject, node } from './project.ts';
import { main } from './refusal.ts';

/** Builds the API and measures it; the measurement starts its own database and servers on free ports. */
await main(async () => {
  await generateClient();
  await buildAll();
  const script = inProject('api', 'bench', 'main.ts');
  const child = spawn(node, ['--conditions=source', script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: inProject('api'),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
});
