import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Does a process with this number run? One of another user counts; one that ended and waits for its parent doesn't. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    // "pid (name) state …", and the name may hold anything, a parenthesis too.
    const line = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** The command line of a process, or an empty text when it is gone: a number alone may have been given out anew. */
export async function commandLine(pid: number): Promise<string> {
  if (!isAlive(pid)) return '';
  if (process.platform === 'linux') {
    return readFile(`/proc/${String(pid)}/cmdline`, 'utf8').then(
      (text) => text.replaceAll('\0', ' ').trim(),
      () => '',
    );
  }
  const answer = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.stdout.trim();
}

let kernelCanFollow: boolean | undefined;

/** Put before a command, this makes the kernel send it the signal when its parent ends, however that one ended. */
export function followingPrefix(signal: 'INT' | 'TERM'): readonly string[] {
  kernelCanFollow ??=
    spawnSync('setpriv', ['--pdeathsig', signal, 'true'], { stdio: 'ignore' }).status === 0;
  return kernelCanFollow ? ['setpriv', '--pdeathsig', signal] : [];
}

/** Waits until the process is gone; says whether it went in time. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (!isAlive(pid)) return true;
    await pause(25);
  }
  return !isAlive(pid);
}

/** Sends the signals one after the other, each with its time to work, until the process is gone. */
export async function endProcess(
  pid: number,
  signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
  for (const [signal, milliseconds] of signals) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return; // It went in between.
    }
    if (await waitUntilGone(pid, milliseconds)) return;
  }
}
