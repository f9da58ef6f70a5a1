/** Who uses the software. A cleared coordinator is a coordinator whose account says `riskCleared`. */
export const roles = ['COORDINATOR', 'CITY_PARTNER', 'MANAGER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];
