// One line per step with its time, and a sign of life while a long one works. Built-ins only: it runs before the packages are there.
import process from 'node:process';

/** When the command began, in milliseconds since 1970: the one that installed hands it to the one that works. */
export const started = Number(process.env['SHELTER_CITY_STARTED'] ?? performance.timeOrigin);
const terminal = process.stdout.isTTY;
/** Where nobody watches a line move, a step that takes longer than this says so, and then every minute. */
const patience = 10_000;
/** @type {Set<{ name: string, since: number, detail: string, told: number }>} */
const running = new Set();
/** @type {NodeJS.Timeout | undefined} */
let clock;

/**
 * Runs `work` as a step. What it hands to `progress` shows on a terminal behind the step's name.
 * The step's line may end with what `work` answers, when that is a text.
 * @template T
 * @param {string} name
 * @param {(progress: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const entry = { name, since: performance.now(), detail: '', told: 0 };
  running.add(entry);
  clock ??= setInterval(showRunning, terminal ? 120 : 1_000).unref();
  try {
    const result = await work((text) => {
      entry.detail = text.trim().split('\n').at(-1)?.trim() ?? '';
    });
    end(entry, '✓', typeof result === 'string' && result !== '' ? `  ${result}` : '');
    return result;
  } catch (error) {
    end(entry, '✗', '');
    throw error;
  }
}

/**
 * Prints a line of its own, above the steps that still run.
 * @param {string} line
 */
export function say(line) {
  clear();
  console.log(line);
}

/** Seconds since the command began, for the last line. */
export function secondsSinceStart() {
  return (performance.timeOrigin + performance.now() - started) / 1_000;
}

/**
 * @param {{ name: string, since: number, detail: string, told: number }} entry
 * @param {string} sign
 * @param {string} more
 */
function end(entry, sign, more) {
  running.delete(entry);
  const seconds = (performance.now() - entry.since) / 1_000;
  say(`${sign} ${entry.name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s${more}`);
  if (running.size > 0 || !clock) return;
  clearInterval(clock);
  clock = undefined;
}

function clear() {
  if (terminal) process.stdout.write('\r\u001B[2K');
}

function showRunning() {
  const now = performance.now();
  if (terminal) {
    const width = (process.stdout.columns || 80) - 1;
    const line = [...running]
      .map(
        ({ name, since, detail }) =>
          `… ${name} ${((now - since) / 1_000).toFixed(0)} s${detail ? ` (${detail})` : ''}`,
      )
      .join('   ');
    process.stdout.write(`\r\u001B[2K${line.slice(0, width)}`);
    return;
  }
  for (const entry of running) {
    const milliseconds = now - entry.since;
    if (milliseconds < (entry.told === 0 ? patience : entry.told + 60_000)) continue;
    entry.told = milliseconds;
    console.log(
      `… ${entry.name}: ${(milliseconds / 1_000).toFixed(0)} s so far${entry.detail ? ` (${entry.detail.slice(0, 80)})` : ''}`,
    );
  }
}
