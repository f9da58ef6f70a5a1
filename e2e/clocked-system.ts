import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext } from '@playwright/test';

/** One stay in a system of its own, whose clocks move. */
export type WalkedStay = {
  readonly origin: string;
  readonly cookie: { readonly name: string; readonly value: string };
  readonly stayId: string;
  readonly codeName: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly leavesOn: string;
};

/** That system: its partner's stay, and what moves the clocks or lets the coordinator act. */
export type ClockedSystem = {
  readonly stay: WalkedStay;
  /** Moves the API's clock and the database's; the browser's is the story's own. */
  tell(act: string): Promise<void>;
  signIn(context: BrowserContext): Promise<void>;
  stop(): Promise<void>;
};

const project = path.dirname(import.meta.dirname);

/** Starts the API with a clock that moves, which only its tests have, in a process of its own. */
export async function startClockedSystem(): Promise<ClockedSystem> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      path.join(project, 'scripts', 'source-loader.mjs'),
      path.join(project, 'api', 'test', 'harness', 'walk-server.ts'),
    ],
    { cwd: path.join(project, 'api'), stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const heard = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('The system with moving clocks has ended.');
    return JSON.parse(value);
  };
  const stay = (await heard()) as WalkedStay;
  return {
    stay,
    async tell(act) {
      child.stdin.write(`${act}\n`);
      await heard();
    },
    signIn: (context) => context.addCookies([{ ...stay.cookie, url: stay.origin, httpOnly: true, sameSite: 'Strict' }]),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.stdin.end();
      }),
  };
}
