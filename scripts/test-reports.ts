import type { Outcome } from './outcomes.ts';

/** What we read of Jest's JSON. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Counts a Jest run. A suite that couldn't run is a failure, and so is a test that somebody switched off. */
export function outcomeOfJest(json: string, output: string): Outcome {
  const report = JSON.parse(json) as JestReport;
  const failed =
    report.numFailedTests +
    report.numRuntimeErrorTestSuites +
    report.numPendingTests +
    report.numTodoTests;
  return { passed: report.numPassedTests, failed, output };
}

/** What we read of Playwright's JSON. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

/** Counts a Playwright run. A story that passed only at the second try failed. */
export function outcomeOfPlaywright(json: string, output: string): Outcome {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  const messages = errors.map(({ message }) => message ?? '');
  return { passed: stats.expected, failed, output: [output, ...messages].join('\n') };
}

/** What we read of the proof's JSON. */
interface ProofReport {
  readonly rows: readonly { readonly violations: readonly string[] }[];
}

/** Counts the claims of a proof: each row of its table holds or doesn't. */
export function outcomeOfProof(json: string, output: string): Outcome {
  const { rows } = JSON.parse(json) as ProofReport;
  const failed = rows.filter(({ violations }) => violations.length > 0).length;
  return { passed: rows.length - failed, failed, output };
}
