import { runCommand } from './commands.ts';
import type { Outcome, Task } from './outcomes.ts';
import { inProject } from './project.ts';

/** What `tsc` looks at: each `tsconfig.json`, the largest first, so that two lanes end together. */
const typed = [
  'api',
  'web',
  'prisma',
  'api/domain',
  'api/contract',
  'api/vault',
  'api/planner',
  'e2e',
  'scripts',
  'docker',
];
const configurations = [
  ...typed.map((folder) => `${folder}/tsconfig.json`),
  'web/tsconfig.tools.json',
];

/** Types, lint, dependency rules and maps, dead code, messages and the container files. */
export const checks: readonly Task[] = [
  command('Lint (ESLint)', 'eslint', ['.', '--max-warnings=0']),
  ...configurations.map((file) =>
    command(
      `Types: ${file.replace(/\/tsconfig\.(.*\.)?json/, (_all, part?: string) => (part ? ` (${part.slice(0, -1)})` : ''))}`,
      'tsc',
      [
        '-p',
        inProject(file),
        '--incremental',
        '--tsBuildInfoFile',
        inProject('.stamps', `${file.replaceAll('/', '-')}.tsbuildinfo`),
      ],
    ),
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
  command('Maps of the architecture', 'node', [
    '--conditions=source',
    inProject('scripts', 'architecture.ts'),
    '--check',
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
