/**
 * The States whose visas and permits let their holder into the Schengen area, and in which days count.
 *
 * Units   ISO 3166 codes of two letters.
 * Source  the States that apply the Schengen acquis in full since 1 January 2025 (Council Decision (EU) 2024/3212 for
 *         Bulgaria and Romania); Cyprus and Ireland don't.
 */
export const schengenStates: ReadonlySet<string> = new Set([
  ...['AT', 'BE', 'BG', 'CH', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI'],
  ...['FR', 'GR', 'HR', 'HU', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV'],
  ...['MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]);
