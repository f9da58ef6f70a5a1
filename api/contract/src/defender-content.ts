import { z } from 'zod';
import { countryCode } from './fields.ts';
import { nameOrNone, textOrNone } from './readable.ts';
import { genders } from './vocabulary.ts';

/** Who the person is (S4): sealed, shown only by a reveal. One free name field, no forced first and last name. */
export const identityContent = z.strictObject({
  legalName: nameOrNone(200), knownAs: nameOrNone(120), pronoun: nameOrNone(40),
  gender: z.enum(genders), birthYear: z.int().min(1900).max(2100).nullable(),
  nationalities: z.array(countryCode).max(5), organisation: nameOrNone(200),
}).meta({ id: 'Identity' });
/** How the person may be reached, and how never (S4). */
export const contactContent = z.strictObject({
  channelsAllowed: textOrNone(300), channelsNever: textOrNone(300), hours: textOrNone(120),
  doNotContactDirectly: z.boolean(), goBetween: nameOrNone(200), codeWord: textOrNone(80),
  trustedContactAtHome: textOrNone(300),
}).meta({ id: 'Contact' });
/** Those who come along or stay behind (S3). */
export const dependantsContent = z.strictObject({
  people: z.array(z.strictObject({
    relation: nameOrNone(60), firstName: nameOrNone(80), birthYear: z.int().min(1900).max(2100).nullable(),
    comesAlong: z.boolean(), staysBehindAtRisk: z.boolean(),
  })).max(12),
}).meta({ id: 'Dependants' });

export const defenderCompartments = ['IDENTITY', 'CONTACT', 'DEPENDANTS'] as const;
export type DefenderCompartment = (typeof defenderCompartments)[number];
export const compartmentContent = z.discriminatedUnion('compartment', [
  z.strictObject({ compartment: z.literal('IDENTITY'), content: identityContent }),
  z.strictObject({ compartment: z.literal('CONTACT'), content: contactContent }),
  z.strictObject({ compartment: z.literal('DEPENDANTS'), content: dependantsContent }),
]).meta({ id: 'CompartmentContent' });
export type CompartmentContent = z.output<typeof compartmentContent>;
