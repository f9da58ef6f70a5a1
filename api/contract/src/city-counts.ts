import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cityName } from './fields.ts';
import { count } from './reports.ts';

/** A city's own lines of the yearly reports, protected as they are there. */
export const cityYears = z.strictObject({
  city: cityName,
  /** The smallest count that is shown. */
  smallestShown: z.int(),
  years: z.array(z.strictObject({ year: z.int(), persons: count, stays: count, nights: count, nightsOffered: z.int(), occupancyPercent: z.union([z.int(), z.literal('WITHHELD')]).nullable() })),
}).meta({ id: 'CityYears' });
export type CityYears = z.output<typeof cityYears>;

export const cityCounts = {
  years: endpoint({ action: 'report:own-city', summary: 'A city’s own yearly counts, as the yearly report has them', method: 'GET', path: '/city/years', reply: cityYears }),
} as const;
