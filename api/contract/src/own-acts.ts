import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './fields.ts';

/** One row of the audit log about what somebody did themselves: names of fields, never what they hold. */
export const ownAct = z
  .strictObject({
    id: z.string(),
    at: instant,
    action: z.string(),
    /** Whose case it was, by code name; null when it was nobody's, or the case isn't open to the reader any more. */
    codeName: z.string().nullable(),
    result: z.enum(['DONE', 'REFUSED']),
    reason: z.string().nullable(),
    fields: z.array(z.string()),
  })
  .meta({ id: 'OwnAct' });
export type OwnAct = z.output<typeof ownAct>;

export const ownActs = {
  list: endpoint({ action: 'own-act:read', summary: 'What one did oneself, as the audit log has it', method: 'GET', path: '/own-acts', query: z.strictObject({ cursor: z.string().max(40).optional() }), reply: z.strictObject({ items: z.array(ownAct), nextCursor: z.string().nullable() }) }),
} as const;
