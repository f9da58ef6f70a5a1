import { roles, type Role } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';

/** What the role fields hold; the city is empty unless it is a city partner's. */
export const dutiesForm = z
  .object({ role: z.enum(roles), cityId: z.string(), riskCleared: z.boolean() })
  .check((context) => {
    if (context.value.role === 'CITY_PARTNER' && context.value.cityId === '')
      context.issues.push({
        code: 'invalid_type',
        expected: 'string',
        input: undefined,
        path: ['cityId'],
      });
  });
export type DutiesForm = z.output<typeof dutiesForm>;

/** What the API takes: a city only for a city partner, a clearance only for a coordinator. */
export const dutiesOf = ({
  role,
  cityId,
  riskCleared,
}: DutiesForm): { role: Role; cityId: string | null; riskCleared: boolean } => ({
  role,
  cityId: role === 'CITY_PARTNER' ? cityId : null,
  riskCleared: role === 'COORDINATOR' && riskCleared,
});
