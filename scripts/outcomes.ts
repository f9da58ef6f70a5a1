import { say, secondsSinceStart, step } from './steps.mjs';

/** What one step found: how many things held and how many didn't, and what to read about the latter. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
}

/** A step of the checks or tests. */
export interface Task {
  readonly name: string;
  readonly run: (progress: (text: string) => void) => Promise<Outcome>;
}

/** Runs the tasks, `width` at a time, in order; each shows its line, and what failed is shown below it. */
export async function runTasksInOrder(
  tasks: readonly Task[],
  width: number,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = waiting.shift(); task; task = waiting.shift())
      outcomes.push(await outcomeOf(task));
  };
  await Promise.all(Array.from({ length: width }, lane));
  return outcomes;
}

async function outcomeOf(task: Task): Promise<Outcome> {
  let outcome: Outcome | undefined;
  try {
    await step(task.name, async (progress) => {
      outcome = await task.run(progress);
      if (outcome.failed > 0 || outcome.passed === 0) throw new Error('failed');
      return outcome.passed > 1 ? `${outcome.passed} passed` : '';
    });
  } catch (error) {
    outcome ??= {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? error.message : String(error),
    };
    if (outcome.passed + outcome.failed === 0) outcome = { ...outcome, failed: 1 };
    say(indent(lastLines(outcome.output, 120)));
    if (outcome.passed > 0)
      say(`  ${task.name}: ${outcome.passed} passed, ${outcome.failed} failed`);
  }
  return outcome ?? { passed: 0, failed: 1, output: '' };
}

/** Prints the clock and the last line, and answers the exit code: nothing run is no success. */
export function conclude(outcomes: readonly Outcome[]): number {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const seconds = Math.round(secondsSinceStart());
  say(`Took ${Math.floor(seconds / 60)} min ${seconds % 60} s.`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function lastLines(text: string, count: number): string {
  const lines = text.trim().split('\n');
  if (lines.length <= count) return lines.join('\n');
  return [`(${lines.length - count} lines before)`, ...lines.slice(-count)].join('\n');
}
