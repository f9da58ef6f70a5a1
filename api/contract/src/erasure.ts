import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, calendarDate, codeName, id, instant, name, reason } from './fields.ts';

/** Why somebody is erased: asked for, or a period of the programme is over. */
export const erasureBases = ['ON_REQUEST', 'STAY_FILE', 'NOT_SELECTED', 'WITHDRAWN'] as const;
export type ErasureBasis = (typeof erasureBases)[number];

/** How many rows of a table. */
const counted = z.strictObject({ what: z.string(), rows: z.int() }).meta({ id: 'CountedRows' });

export const erasurePreview = z
  .strictObject({
    defender: codeName,
    destroyed: z.array(counted),
    kept: z.array(counted),
    hold: z.strictObject({ reason: z.string(), by: accountName, at: instant }).nullable(),
    /** A stay that isn't over. */
    underWay: z.boolean(),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreview = z.output<typeof erasurePreview>;

/** What was erased, without a word about whom: it may be handed to anybody. */
export const erasureCertificate = z
  .strictObject({
    id,
    erasedAt: instant,
    /** Null: the daily job. */
    erasedBy: accountName.nullable(),
    basis: z.enum(erasureBases),
    destroyed: z.array(counted),
    kept: z.array(counted),
    /** The row of the audit log that says so. */
    auditRow: z.string(),
  })
  .meta({ id: 'ErasureCertificate' });
export type ErasureCertificate = z.output<typeof erasureCertificate>;

const dueLine = z
  .strictObject({ defender: codeName, dueOn: calendarDate, basis: z.enum(erasureBases), held: z.boolean() })
  .meta({ id: 'ErasureDue' });

const by = z.strictObject({ code: name });

export const erasure = {
  preview: endpoint({ action: 'erasure:read', summary: 'What erasing a person would destroy, and what stays', method: 'GET', path: '/defenders/:code/erasure', params: by, reply: erasurePreview }),
  hold: endpoint({ action: 'erasure:hold', summary: 'Forbid the erasure of a person, with a reason', method: 'PUT', path: '/defenders/:code/erasure-hold', params: by, body: z.strictObject({ reason }), reply: erasurePreview }),
  release: endpoint({ action: 'erasure:hold', summary: 'Lift the hold on a person’s erasure', method: 'DELETE', path: '/defenders/:code/erasure-hold', params: by, reply: erasurePreview }),
  erase: endpoint({ action: 'erasure:erase', summary: 'Erase a person for good; the code name is typed', method: 'POST', path: '/defenders/:code/erasure', params: by, body: z.strictObject({ confirm: name }), reply: erasureCertificate }),
  due: endpoint({ action: 'erasure:read', summary: 'Whose period is over within thirty days', method: 'GET', path: '/erasures/due', reply: z.strictObject({ items: z.array(dueLine) }) }),
  certificates: endpoint({ action: 'erasure:certificate', summary: 'The certificates of erasures, the newest first', method: 'GET', path: '/erasures', reply: z.strictObject({ items: z.array(erasureCertificate) }) }),
  certificate: endpoint({ action: 'erasure:certificate', summary: 'One certificate of an erasure', method: 'GET', path: '/erasures/:certificateId', params: z.strictObject({ certificateId: name }), reply: erasureCertificate }),
} as const;
