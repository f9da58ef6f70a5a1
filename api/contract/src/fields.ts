import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { z } from 'zod';
import { readableText, textOrNone } from './readable.ts';

/** A calendar day `YYYY-MM-DD` as it is answered. The check is Zod's; the type is the domain's, so that no day is taken for a text. */
export const calendarDate = z.iso.date() as z.ZodType<CalendarDate, string> & z.ZodISODate;
/**
 * A calendar day that somebody enters or asks for: far enough from the ends of the calendar that rules can count from it. What is answered
 * isn't held to it: a row that came in another way must still be shown, so that it can be mended.
 */
export const enteredDay = z.iso
  .date()
  .refine((day) => day >= '1900' && day < '2200', {
    params: { code: 'day-out-of-reach' },
  }) as typeof calendarDate;
/** A calendar month `YYYY-MM`. */
export const calendarMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const span = z
  .strictObject({ from: calendarDate, until: calendarDate })
  .meta({ id: 'Span' });
/** A moment, in UTC. */
export const instant = z.iso.datetime();
export const id = z.uuid();
/** The version that the writer saw; an older one is answered with 409 and the current state. */
export const version = z.int().positive().max(2_147_483_647);
/** The same of what may not be written yet: then it is 0. */
export const versionOrNone = z.int().min(0).max(2_147_483_647);
/** A name of a thing in a path: an id, a slug or a code. What doesn't name anything is answered as missing, never as malformed. */
export const name = z
  .string()
  .max(80)
  .regex(/^[^\0]*$/);
/** A reason that is asked for: said in the audit log, without names. */
export const reason = readableText(3, 300);
/** A note for colleagues or the city. */
export const note = textOrNone(1000);
/** A BCP 47 language tag. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/);
/** ISO 3166 alpha-2 or the programme's own code. */
export const countryCode = z.string().regex(/^[A-Z]{2,3}$/);
/** A query's flag: `?mine=true`. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const cityName = z
  .strictObject({ id, slug: z.string(), name: z.string() })
  .meta({ id: 'CityName' });
export const codeName = z
  .strictObject({ code: z.string(), codeName: z.string() })
  .meta({ id: 'CodeName' });
export const placeName = z.strictObject({ id, label: z.string() }).meta({ id: 'PlaceName' });
export const accountName = z
  .strictObject({ id, displayName: z.string() })
  .meta({ id: 'AccountName' });
