/** The world's regions as the counts group them: the United Nations' sub-regions (M49), small ones joined. */
export const regions = [
  'NORTHERN_AFRICA',
  'EASTERN_AFRICA',
  'MIDDLE_AFRICA',
  'SOUTHERN_AFRICA',
  'WESTERN_AFRICA',
  'CARIBBEAN',
  'CENTRAL_AMERICA',
  'SOUTH_AMERICA',
  'NORTHERN_AMERICA',
  'CENTRAL_ASIA',
  'EASTERN_ASIA',
  'SOUTH_EASTERN_ASIA',
  'SOUTHERN_ASIA',
  'WESTERN_ASIA',
  'EASTERN_EUROPE',
  'NORTHERN_EUROPE',
  'SOUTHERN_EUROPE',
  'WESTERN_EUROPE',
  'OCEANIA',
  'ANTARCTICA',
] as const;
export type Region = (typeof regions)[number];

/** Codes by region. All of ISO 3166-1 alpha-2, and `XK` and `XS`, which are the programme's own. */
const codesByRegion: Readonly<Record<Region, string>> = {
  NORTHERN_AFRICA: 'DZ EG EH LY MA SD TN',
  EASTERN_AFRICA: 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG XS YT ZM ZW',
  MIDDLE_AFRICA: 'AO CD CF CG CM GA GQ ST TD',
  SOUTHERN_AFRICA: 'BW LS NA SZ ZA',
  WESTERN_AFRICA: 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  CARIBBEAN: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  CENTRAL_AMERICA: 'BZ CR GT HN MX NI PA SV',
  SOUTH_AMERICA: 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  NORTHERN_AMERICA: 'BM CA GL PM US',
  CENTRAL_ASIA: 'KG KZ TJ TM UZ',
  EASTERN_ASIA: 'CN HK JP KP KR MN MO TW',
  SOUTH_EASTERN_ASIA: 'BN ID KH LA MM MY PH SG TH TL VN',
  SOUTHERN_ASIA: 'AF BD BT IN IR LK MV NP PK',
  WESTERN_ASIA: 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  EASTERN_EUROPE: 'BG BY CZ HU MD PL RO RU SK UA',
  NORTHERN_EUROPE: 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  SOUTHERN_EUROPE: 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  WESTERN_EUROPE: 'AT BE CH DE FR LI LU MC NL',
  OCEANIA: 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
  ANTARCTICA: 'AQ',
};

const regionByCode: ReadonlyMap<string, Region> = new Map(
  regions.flatMap((region) =>
    codesByRegion[region].split(' ').map((code) => [code, region] as const),
  ),
);

/** Every country and territory a defender can come from or work in, by code. */
export const countryCodes: readonly string[] = [...regionByCode.keys()].sort();

/** Entries of the programme that ISO 3166 doesn't have, under codes that ISO leaves to its users. */
export const nonIsoCountryCodes = { kosovo: 'XK', somaliland: 'XS' } as const;

/**
 * Entries that the programme names in its own words instead of the operating system's, because lists disagree on them:
 * Palestine, Western Sahara and Taiwan have ISO codes, Kosovo and Somaliland the programme's.
 */
export const countriesNamedByProgramme = ['PS', 'EH', 'TW', 'XK', 'XS'] as const;

/** Is this a code of the programme's list? */
export function isCountryCode(code: string): boolean {
  return regionByCode.has(code);
}

/** The region of a country, for counts; `null` for a code that isn't in the list. */
export function regionOf(code: string): Region | null {
  return regionByCode.get(code) ?? null;
}
