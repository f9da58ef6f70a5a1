import { spawn } from 'node:child_process';
import { inProject, node } from './project.ts';
import { main } from './refusal.ts';

/** Measures match and plan: `npm run bench:matching`; with `-- --quick` a small part of it, in seconds. */
await main(
  () =>
    new Promise<number>((resolve, reject) => {
      const script = inProject('api', 'bench', 'matching', 'main.ts');
      const child = spawn(node, ['--conditions=source', script, ...process.argv.slice(2)], {
        stdio: 'inherit',
        cwd: inProject('api'),
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.on(signal, () => child.kill(signal));
      child.once('error', reject).once('exit', (code) => {
        resolve(code ?? 1);
      });
    }),
);
