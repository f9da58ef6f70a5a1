import { spawn } from 'node:child_process';
import { root } from './project.ts';
import { Refusal } from './refusal.ts';

/** How a command ended and what it said, both streams in the order they came. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Hears what the command says while it says it. */
  readonly onOutput?: (text: string) => void;
}

/** Commands that still run: a program that is told to stop tells them. */
const running = new Set<ReturnType<typeof spawn>>();

/** Runs a command of `node_modules/.bin`, or any other on the path, to its end. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { cwd = root, env = {}, onOutput }: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    return { code: code ?? 1, output };
  } finally {
    running.delete(child);
  }
}

/** Like `runCommand`, but a failure is an error that shows the end of what was said. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, output } = await runCommand(program, args, options);
  if (code === 0) return output;
  const end = output.trim().split('\n').slice(-60).join('\n');
  throw new Refusal(
    `${program.split('/').at(-1) ?? program} ${args.join(' ')} ended with ${String(code)}:\n${end}`,
  );
}

/** Tells every command that still runs to stop. */
export function stopCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}
