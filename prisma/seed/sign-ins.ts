import type { Role } from '@shelter-city/domain/accounts/roles';

/** An account of the sample data with all that is needed to sign in: nobody who exists, and only where the data is sample data. */
export type SampleSignIn = {
  readonly role: Role;
  readonly riskCleared: boolean;
  /** The one city of a city partner, by slug and by name. */
  readonly citySlug: string | null;
  readonly city: string | null;
  readonly email: string;
  readonly password: string;
  /** Base32, for an authenticator app. */
  readonly totpSecret: string;
  readonly displayName: string;
};

/** The domain of every sample account's address: reserved, so nobody can have one. */
export const sampleDomain = 'sample.shelter-city.example';

/** One password for all sample accounts: it protects nothing, and a person who tries the software types it once. */
export const samplePassword = 'only-sample-people-here';

/** A TOTP secret that reads as what it is: Base32 has the letters and 2 to 7. */
function secretOf(word: string): string {
  return `SAMPLEONLY${word}`.padEnd(32, 'A');
}

function signIn(
  name: string,
  role: Role,
  secretWord: string,
  more: Partial<Pick<SampleSignIn, 'riskCleared' | 'citySlug' | 'city'>> = {},
): SampleSignIn {
  return {
    role,
    riskCleared: false,
    citySlug: null,
    city: null,
    ...more,
    email: `${name.toLowerCase().replaceAll(' ', '-')}@${sampleDomain}`,
    password: samplePassword,
    totpSecret: secretOf(secretWord),
    displayName: `Sample ${name}`,
  };
}

function partnerOf(citySlug: string, city: string, secretWord: string): SampleSignIn {
  const partner = signIn(`partner ${citySlug}`, 'CITY_PARTNER', secretWord, { citySlug, city });
  return { ...partner, displayName: `Sample partner of ${city}` };
}

/** Every sample account that can sign in, in the order to show them. */
export const sampleSignIns: readonly SampleSignIn[] = [
  signIn('coordinator', 'COORDINATOR', 'COORDINATOR'),
  signIn('cleared coordinator', 'COORDINATOR', 'CLEARED', { riskCleared: true }),
  partnerOf('utrecht', 'Utrecht', 'UTRECHT'),
  partnerOf('maastricht', 'Maastricht', 'MAASTRICHT'),
  partnerOf('the-hague', 'The Hague', 'THEHAGUE'),
  partnerOf('middelburg', 'Middelburg', 'MIDDELBURG'),
  partnerOf('nijmegen', 'Nijmegen', 'NIJMEGEN'),
  signIn('manager', 'MANAGER', 'MANAGER'),
  signIn('admin', 'ADMIN', 'ADMIN'),
];
