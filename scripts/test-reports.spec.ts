import { outcomeOfJest, outcomeOfPlaywright, outcomeOfProof } from './test-reports.ts';

const jest = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 3,
  numRuntimeErrorTestSuites: 4,
};

it('counts a suite that could not run, a skipped test and a planned one as failures', () => {
  expect(outcomeOfJest(JSON.stringify(jest), 'said')).toEqual({
    passed: 7,
    failed: 10,
    output: 'said',
  });
});

it('counts a flaky story, a skipped one and an error outside the stories as failures', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'no server' }],
  };
  const outcome = outcomeOfPlaywright(JSON.stringify(report), 'said');
  expect(outcome).toMatchObject({ passed: 5, failed: 4 });
  expect(outcome.output).toContain('no server');
});

it('counts each claim of a proof, and one with a violation as a failure', () => {
  const report = {
    seconds: 3,
    rows: [{ violations: [] }, { violations: ['a', 'b'] }, { violations: [] }],
  };
  expect(outcomeOfProof(JSON.stringify(report), 'said')).toEqual({
    passed: 2,
    failed: 1,
    output: 'said',
  });
});
