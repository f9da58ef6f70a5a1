/**
 * What right days in the Schengen area rest on: a short-stay visa or none needed, a visa of limited territory, or a
 * national long-stay visa or residence permit, whose days don't count toward the 90.
 */
export const visaKinds = ['SHORT_STAY', 'LIMITED_TERRITORY', 'NATIONAL'] as const;
export type VisaKind = (typeof visaKinds)[number];
