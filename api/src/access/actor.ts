import type { Role } from '@shelter-city/contract/vocabulary';

/** The one who asks, as read anew for this request. */
export type Actor = {
  readonly accountId: string;
  readonly role: Role;
  /** The one city of a city partner; null for every other role. */
  readonly cityId: string | null;
  readonly riskCleared: boolean;
};
