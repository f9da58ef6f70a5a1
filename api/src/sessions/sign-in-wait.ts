/** What sign-ins are counted by: the account that was named, known or not, and the network that asked. */
export type Counted = 'account' | 'network';

const rules: Readonly<Record<Counted, { readonly free: number; readonly atMost: number }>> = {
  // Never a lock-out: whoever hammers somebody else's account costs its owner a minute at most.
  account: { free: 3, atMost: 60 },
  // A network can be an office, so it has more attempts before it waits, and then waits longer.
  network: { free: 12, atMost: 300 },
};

/** Seconds to wait after this many failures in a row: none for the first few, then doubling up to a limit. */
export function waitAfter(counted: Counted, failures: number): number {
  const { free, atMost } = rules[counted];
  return failures <= free ? 0 : Math.min(2 ** (failures - free - 1), atMost);
}

/** Failures after which the wait grows no more. */
export const mostFailures = 30;
