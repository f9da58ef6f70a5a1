import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t } from '@lingui/core/macro';
import type { CapacityPeriodView } from '@shelter-city/contract/capacity';
import { tracks, type Track } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';

const fields = z
  .strictObject({ opensOn: z.iso.date(), closesOn: z.iso.date(), track: z.enum(['', ...tracks]), note: z.string().trim().max(1000), isCertain: z.boolean() })
  .refine(({ opensOn, closesOn }) => closesOn > opensOn, { path: ['closesOn'], error: () => t`This must be after the first day.` });

/** What the form of a period holds: empty fields are '' in it and null on the wire. */
export type PeriodFields = z.output<typeof fields>;

/** Checks the fields of a period. */
export const periodResolver = standardSchemaResolver(fields);

/** The fields of a period that is there, or empty ones. */
export const fieldsOf = (period: CapacityPeriodView | undefined): PeriodFields => ({
  opensOn: period?.opensOn ?? '', closesOn: period?.closesOn ?? '', track: period?.track ?? '', note: period?.note ?? '', isCertain: true,
});

/** The same, as the API takes it. */
export const bodyOf = ({ opensOn, closesOn, track, note }: PeriodFields): { opensOn: string; closesOn: string; track: Track | null; note: string | null } => ({
  opensOn, closesOn, track: track === '' ? null : track, note: note === '' ? null : note,
});
