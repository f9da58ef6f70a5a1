import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, endProcess, isAlive } from '../prisma/tools/processes.ts';
import { dataFolder } from './project.ts';
import { Refusal } from './refusal.ts';

/** What runs on the data folder at this moment: written by `npm start`, read by the next one. */
interface RunRecord {
  readonly pid: number;
  readonly address: string;
  readonly apiPid?: number;
  readonly stopping?: boolean;
}

const file = path.join(dataFolder, 'running.json');

/** Takes the data folder for this process, after ending what a killed predecessor left running. */
export async function takeDataFolder(address: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const before = await read();
  if (before && before.pid !== process.pid) {
    // A predecessor whose own parent was killed notices within a second and stops: give it the time.
    for (let wait = 0; wait < 60 && (await runs(before.pid)); wait += 1) {
      if (wait >= 8 && !(await read())?.stopping) {
        throw new Refusal(
          `Shelter City runs already at ${before.address} (process ${String(before.pid)}). Stop that one first.`,
        );
      }
      await pause(250);
    }
    if (before.apiPid && (await commandLine(before.apiPid)).includes('main.')) {
      await endProcess(before.apiPid, [
        ['SIGTERM', 5_000],
        ['SIGKILL', 2_000],
      ]);
    }
  }
  await write({ pid: process.pid, address });
}

/** Notes the API's process, so that a successor can end it should this one be killed. */
export async function noteApi(apiPid: number, address: string): Promise<void> {
  await write({ pid: process.pid, address, apiPid });
}

/** Notes that this process is on its way out. */
export async function noteStopping(): Promise<void> {
  const mine = await read();
  if (mine?.pid === process.pid) await write({ ...mine, stopping: true });
}

/** Leaves the data folder to the next. */
export async function leaveDataFolder(): Promise<void> {
  if ((await read())?.pid === process.pid) await rm(file, { force: true });
}

async function runs(pid: number): Promise<boolean> {
  return isAlive(pid) && (await commandLine(pid)).includes('scripts');
}

async function read(): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

async function write(record: RunRecord): Promise<void> {
  await writeFile(file, JSON.stringify(record), { mode: 0o600 });
}
