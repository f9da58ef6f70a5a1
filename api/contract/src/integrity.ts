import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, instant } from './fields.ts';

export const integrityView = z
  .strictObject({
    checkedAt: instant,
    /** Rows of the audit log in the chain. */
    rows: z.int(),
    /** Signed anchors that were looked at. */
    anchors: z.int(),
    /** The first place where the chain breaks; null when it holds. */
    firstBad: z.strictObject({ position: z.int(), row: z.string() }).nullable(),
    /** The first row that no link speaks of. */
    firstUnchained: z.string().nullable(),
    /** The first anchor that isn't ours or doesn't agree. */
    badAnchor: z.strictObject({ line: z.int(), kind: z.string() }).nullable(),
    /** Who reached the quota of reveals within the last thirty days. */
    quotaReached: z.array(z.strictObject({ account: accountName, times: z.int(), lastAt: instant })),
  })
  .meta({ id: 'Integrity' });
export type IntegrityView = z.output<typeof integrityView>;

export const integrity = {
  check: endpoint({ action: 'integrity:check', summary: 'Whether the audit log is whole', method: 'GET', path: '/integrity', reply: integrityView }),
} as const;
