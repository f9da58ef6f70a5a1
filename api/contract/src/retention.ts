import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** How long what is kept of whom, before it is destroyed. */
export const retentionPeriods = z
  .strictObject({
    /** Months after a call closed, for those it did not select. */
    notSelectedMonths: z.int().min(1).max(120),
    /** Months after somebody withdrew. */
    withdrawnMonths: z.int().min(1).max(120),
    /** Months after the last follow-up, which is due a year after the return. */
    stayFileMonths: z.int().min(1).max(240),
    /** Days after the departure, for passport and visa facts. */
    travelDays: z.int().min(1).max(365),
  })
  .meta({ id: 'RetentionPeriods' });
export type RetentionPeriods = z.output<typeof retentionPeriods>;

export const retention = {
  show: endpoint({ action: 'retention:read', summary: 'How long what is kept', method: 'GET', path: '/retention', reply: retentionPeriods }),
  change: endpoint({ action: 'retention:write', summary: 'Set how long what is kept', method: 'PUT', path: '/retention', body: retentionPeriods, reply: retentionPeriods }),
} as const;
