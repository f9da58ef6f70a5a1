import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountName, calendarDate, enteredDay, id, instant } from './fields.ts';
import { readableText } from './readable.ts';
import { languages } from './vocabulary.ts';

/** A protected count: the number, or that it is too small (or would give a small one back) to be shown. */
export const count = z.union([z.int(), z.literal('SMALL'), z.literal('WITHHELD')]).meta({ id: 'Count' });
export type Count = z.output<typeof count>;

export const reportView = z.strictObject({
  year: z.int(), asAt: calendarDate, years: z.array(z.int()),
  /** The smallest count that is shown. */
  smallestShown: z.int(),
  whole: z.strictObject({ persons: count, stays: count, nights: count, countries: count, cities: z.int(), nightsOffered: z.int(), occupancyPercent: z.int().nullable() }),
  soFar: z.strictObject({ since: z.int(), persons: count, countries: count, cities: z.int() }),
  cities: z.array(z.strictObject({ cityId: id, city: z.string(), persons: count, stays: count, nights: count, nightsOffered: z.int(), occupancyPercent: z.union([z.int(), z.literal('WITHHELD')]).nullable() })),
  byYear: z.array(z.strictObject({ year: z.int(), persons: count, stays: count, nights: count, personsSoFar: count, countriesSoFar: count, citiesSoFar: z.int(), occupancyPercent: z.int().nullable() })),
  calls: z.array(z.strictObject({ call: z.string(), persons: count, countries: count })),
  may: z.strictObject({ export: z.boolean() }),
}).meta({ id: 'Report' });
export type ReportView = z.output<typeof reportView>;

export const exportLine = z.strictObject({ id, at: instant, by: accountName.nullable(), format: z.string(), purpose: z.string(), year: z.int(), rows: z.int(), sha256: z.string() }).meta({ id: 'ExportLine' });
export const newExport = z.strictObject({ format: z.enum(['xlsx', 'csv']), purpose: readableText(5, 300), language: z.enum(languages) }).meta({ id: 'NewExport' });
export const exportedFile = z.strictObject({ fileName: z.string(), mediaType: z.string(), contentBase64: z.string(), sha256: z.string() }).meta({ id: 'ExportedFile' });

const year = z.strictObject({ year: z.coerce.number().int().min(2012).max(2100) });

export const reports = {
  show: endpoint({ action: 'report:read', summary: 'Yearly counts that can’t point at a person', method: 'GET', path: '/reports/:year', params: year, query: z.strictObject({ asAt: enteredDay.optional() }), reply: reportView }),
  export: endpoint({ action: 'report:export', summary: 'The counts as a file, for a purpose', method: 'POST', path: '/reports/:year/exports', params: year, body: newExport, reply: exportedFile }),
  exports: endpoint({ action: 'report:export', summary: 'The files that were made', method: 'GET', path: '/exports', reply: z.strictObject({ items: z.array(exportLine) }) }),
} as const;
