import { format } from 'node:util';

type Work = () => unknown;
type Test = { readonly name: string; readonly run: Work };

/** A spec's tests as it declares them, to be run as often as one likes in one process. */
export class Spec {
  readonly before: Work[] = [];
  readonly beforeEach: Work[] = [];
  readonly afterEach: Work[] = [];
  readonly after: Work[] = [];
  readonly tests: Test[] = [];

  /** Runs it until a test fails; answers that test's name, or null when all passed. */
  async firstFailure(): Promise<string | null> {
    try {
      for (const work of this.before) await work();
      for (const { name, run } of this.tests) {
        const failed = await this.fails(run);
        if (failed) return name;
      }
      return null;
    } catch {
      return 'what comes before';
    } finally {
      for (const work of this.after) await Promise.resolve(work()).catch(() => undefined);
    }
  }

  private async fails(run: Work): Promise<boolean> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      late = setTimeout(() => {
        reject(new Error('It took too long'));
      }, 20_000);
    });
    try {
      for (const work of this.beforeEach) await work();
      await Promise.race([run(), patience]);
      return false;
    } catch {
      return true;
    } finally {
      clearTimeout(late);
      for (const work of this.afterEach) await work();
    }
  }
}

let declared = new Spec();

/** Imports a spec and answers what it declared. */
export async function specOf(url: string): Promise<Spec> {
  declared = new Spec();
  await import(url);
  return declared;
}

/** What stands for `@jest/globals` in a spec that runs here. */
export const beforeAll = (work: Work): unknown => declared.before.push(work);
export const beforeEach = (work: Work): unknown => declared.beforeEach.push(work);
export const afterEach = (work: Work): unknown => declared.afterEach.push(work);
export const afterAll = (work: Work): unknown => declared.after.push(work);
export const describe = (_: string, body: () => void): void => {
  body();
};
const declare = (name: string, run: Work): unknown => declared.tests.push({ name, run });
export const test = Object.assign(declare, {
  each:
    (rows: readonly unknown[]) =>
    (name: string, run: (...values: unknown[]) => unknown): void => {
      for (const row of rows) {
        const values = Array.isArray(row) ? (row as unknown[]) : [row];
        declare(format(name, ...values), () => run(...values));
      }
    },
});
export { expect } from 'expect';
