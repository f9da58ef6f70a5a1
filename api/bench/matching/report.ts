import { readFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism } from 'node:os';
import { drawn } from './drawn.ts';

/** What one run says: sections with a table each, and targets that were met or not. */
export class Report {
  private readonly parts: string[] = [];
  private readonly targets: { readonly says: string; readonly met: boolean }[] = [];

  /** Says a section at once, and keeps it. */
  section(title: string, lines: readonly (readonly string[])[], note = ''): void {
    const text = `### ${title}\n\n${note === '' ? '' : `${note}\n\n`}${drawn(lines)}\n`;
    this.parts.push(text);
    process.stdout.write(`\n${text}`);
  }

  /** A target that a number must not pass. */
  atMost(what: string, value: number | undefined, most: number, unit: string): void {
    const reached = value === undefined || !Number.isFinite(value) ? 'never' : `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
    this.holds(`${what}: at most ${most} ${unit}, ${reached}`, value !== undefined && value <= most);
  }

  holds(says: string, met: boolean): void {
    this.targets.push({ says, met });
  }

  /** All targets, met or not: the end of a run. */
  end(): void {
    const text = `### Targets\n\n${this.targets.map(({ says, met }) => `- ${met ? 'met' : 'NOT met'}: ${says}`).join('\n')}\n`;
    this.parts.push(text);
    process.stdout.write(`\n${text}`);
  }

  /** Puts what was said between the marks in a document, with when and on what it was measured. */
  async writeInto(file: string): Promise<void> {
    const document = await readFile(file, 'utf8');
    const [before, after] = [document.split(marks.begin)[0], document.split(marks.end)[1]];
    if (before === undefined || after === undefined) throw new Error(`${file} has no "${marks.begin}" and "${marks.end}".`);
    const day = Temporal.Now.plainDateISO().toString();
    const said = `${marks.begin}\n\nMeasured on ${day}, Node.js ${process.versions.node}, ${availableParallelism()} cores (${arch()}), in one run.\n\n${this.parts.join('\n')}\n`;
    await writeFile(file, `${before}${said}${marks.end}${after}`);
  }
}

const marks = { begin: '<!-- measured: written by `npm run bench:matching -- --write` -->', end: '<!-- end of what was measured -->' };
