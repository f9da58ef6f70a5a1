import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, name, version } from './fields.ts';
import { readableName } from './readable.ts';

/** Whether a city takes part, does not for now, or no longer. */
export const cityStates = ['ACTIVE', 'PAUSED', 'LEFT'] as const;

const facts = {
  name: readableName(2, 60),
  region: readableName(2, 60),
  joinedYear: z.int().min(2012).max(2100),
  status: z.enum(cityStates),
};

export const adminCityView = z
  .strictObject({ ...facts, name: z.string(), region: z.string(), id, slug: z.string(), version })
  .meta({ id: 'AdminCity' });
export type AdminCityView = z.output<typeof adminCityView>;
export const cityChange = z.strictObject({ ...facts, version }).meta({ id: 'CityChange' });
export type CityChange = z.input<typeof cityChange>;
/** Where the town lies on the outline of the country, in degrees. */
export const newCity = z
  .strictObject({ ...facts, latitude: z.number().min(50.7).max(53.6), longitude: z.number().min(3.3).max(7.3) })
  .meta({ id: 'NewCity' });
export type NewCity = z.input<typeof newCity>;

/** The cities as an administrator keeps them: which there are, never what happens there. */
export const adminCities = {
  list: endpoint({ action: 'admin-city:list', summary: 'Every city', method: 'GET', path: '/admin/cities', reply: z.strictObject({ items: z.array(adminCityView) }) }),
  add: endpoint({ action: 'admin-city:write', summary: 'Add a city', method: 'POST', path: '/admin/cities', body: newCity, reply: adminCityView }),
  change: endpoint({ action: 'admin-city:write', summary: 'Change a city’s name, state or first year', method: 'PATCH', path: '/admin/cities/:slug', params: z.strictObject({ slug: name }), body: cityChange, reply: adminCityView }),
} as const;
