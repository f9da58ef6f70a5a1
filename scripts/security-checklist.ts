import { readFile } from 'node:fs/promises';
import { inProject } from './project.ts';

/** One requirement of levels 1 and 2 of OWASP ASVS 5.0.0, as docs/asvs-5.0.json judges it. */
export type Requirement = {
  readonly id: string;
  readonly level: 1 | 2;
  readonly state: 'met' | 'not applicable' | 'gap';
  /** How it is met, why it doesn't apply, or what is missing. */
  readonly how: string;
  /** The tests that fail when it is no longer met: `file › title`, the title as the file writes it. */
  readonly shownBy: readonly string[];
};

/** The checklist. */
export const securityChecklist = async (): Promise<readonly Requirement[]> =>
  JSON.parse(await readFile(inProject('docs', 'asvs-5.0.json'), 'utf8')) as readonly Requirement[];

/** Where `npm test` looks for specs and stories. */
const isRun = (file: string): boolean => /^(api|web|prisma\/tools|scripts|docker|e2e\/stories)\/.*\.spec\.tsx?$/u.test(file);

/** What is wrong with a list of requirements; `textOf` answers a file's text, or nothing for one that isn't there. */
export async function faultsOf(list: readonly Requirement[], textOf: (file: string) => Promise<string | undefined>): Promise<string[]> {
  const faults: string[] = [];
  const texts = new Map<string, string | undefined>();
  for (const { id, state, how, shownBy } of list) {
    if (how.trim() === '') faults.push(`${id} doesn't say how`);
    if (state === 'met' && shownBy.length === 0) faults.push(`${id} is met, but no test shows it`);
    if (state === 'not applicable' && shownBy.length > 0) faults.push(`${id} doesn't apply, and yet has a test`);
    for (const shown of shownBy) {
      const [file = '', title = ''] = shown.split(' › ');
      if (!texts.has(file)) texts.set(file, await textOf(file));
      if (!isRun(file) || !isATestIn(texts.get(file) ?? '', title)) faults.push(`${id}: no such test runs: ${shown}`);
    }
  }
  return faults;
}

/** Whether a test of this title stands there, and isn't left out. */
function isATestIn(text: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const at = text.indexOf(`${quote}${title}${quote}`);
    if (title === '' || at === -1) return false;
    const before = text.slice(Math.max(0, at - 400), at);
    const call = [...before.matchAll(/\b(test|it)(\.each|\.skip|\.todo|\.failing|\.fixme)?\b/gu)].at(-1);
    return call !== undefined && (call[2] === undefined || call[2] === '.each');
  });
}
