import { runCommand } from './commands.ts';
import type { Outcome, Task } from './outcomes.ts';
import { inProject } from './project.ts';

/** What `tsc` looks at, each with its own `tsconfig.json`; the largest first, so that two lanes end together. */
const typed = [
  'api',
  'web',
  'prisma',
  'api/domain',
  'api/contract',
  'api/vault',
  'e2e',
  'scripts',
  'docker',
];

/** Types, lint, dependency rules, dead code, messages and the container files. */
export const checks: readonly Task[] = [
  command('Lint (ESLint)', 'eslint', ['.', '--max-warnings=0']),
  ...typed.map((folder) =>
    command(`Types of ${folder}`, 'tsc', [
      '-p',
      inProject(folder),
      '--incremental',
      '--tsBuildInfoFile',
      inProject('.stamps', `types-${folder.replaceAll('/', '-')}.tsbuildinfo`),
    ]),
  ),
  command('Dependency rules', 'depcruise', [
    'api',
    'web',
    'prisma',
    'scripts',
    'e2e',
    '--config',
    '.dependency-cruiser.cjs',
  ]),
  command('Dead code (knip)', 'knip', ['--no-progress', '--no-config-hints']),
  command('Messages in three languages', 'node', [inProject('web', 'check-messages.mjs')]),
  command('Container files', 'node', ['--conditions=source', inProject('docker', 'check.ts')]),
];

/** A command whose success is one thing that holds. */
function command(name: string, program: string, args: readonly string[]): Task {
  return {
    name,
    run: async (): Promise<Outcome> => {
      const { code, output } = await runCommand(program, args, {
        env: { FORCE_COLOR: '0', NO_COLOR: '1' },
      });
      return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}
