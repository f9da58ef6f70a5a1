// The one door to every command: `node scripts/run.mjs start`. It may run on whatever Node.js the machine has, before
// anything is installed, so it uses nothing but built-ins; the command itself runs on the project's own Node.js.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { packagesAreInstalled, installPackages } from './packages.mjs';
import { started } from './steps.mjs';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const [command = '', ...rest] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  console.error(`There is no command "${command}".`);
  process.exit(2);
}

const bin = path.join(root, 'node_modules', '.bin');
process.env['PATH'] = `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`;
try {
  if (!packagesAreInstalled(root)) await installPackages(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
hand(
  spawn(path.join(bin, 'node'), ['--conditions=source', script, ...rest], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, SHELTER_CITY_STARTED: String(started) },
  }),
);

/**
 * Passes signals on and ends as the command ends. Ctrl-C reaches the command by itself, and npm passes it on once more.
 * @param {import('node:child_process').ChildProcess} child
 */
function hand(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      child.kill(signal);
    });
  }
  // When npm is killed nobody tells us; but a process whose parent is gone gets another parent.
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const before = ancestors();
    setInterval(() => {
      if (ancestors() !== before) child.kill('SIGTERM');
    }, 500).unref();
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
}

/** Our parent; and the parent of that one where it is only the shell in which npm runs a script. */
function ancestors() {
  const parent = process.ppid;
  try {
    const command = readFileSync(`/proc/${parent}/cmdline`, 'utf8');
    if (!/^[^\0]*sh\0-c\0/.test(command)) return `${parent}`;
    const status = readFileSync(`/proc/${parent}/status`, 'utf8');
    return `${parent} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return `${parent}`; // Not Linux, where the shell makes room for the command.
  }
}
