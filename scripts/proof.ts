import { spawn } from 'node:child_process';
import { buildAll, generateClient } from './artifacts.ts';
import { inProject, node } from './project.ts';
import { main } from './refusal.ts';

/** Builds the system and holds the claims of SECURITY.md against it; the proof starts its own database and processes on free ports. */
await main(async () => {
  await generateClient();
  await buildAll();
  const script = inProject('api', 'proof', 'main.ts');
  const child = spawn(
    node,
    [
      '--conditions=source',
      '--import',
      inProject('scripts', 'source-loader.mjs'),
      script,
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      cwd: inProject('api'),
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
});
