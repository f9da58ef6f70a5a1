import { cityParts, type CityPart } from './city-parts.ts';
import { openingOf, type DisclosedField, type DisclosurePhase } from './what-a-city-sees.ts';

/** Which line of the access matrix a part belongs to. */
const fieldOf: Readonly<Record<CityPart, DisclosedField>> = {
  KNOWN_AS: 'KNOWN_AS',
  CONTACT_CHANNEL: 'CONTACT_CHANNEL',
  FIRST_NAMES: 'DEPENDANT_FIRST_NAMES',
  LEGAL_NAME: 'DISCLOSED_IDENTITY',
  NATIONALITIES: 'DISCLOSED_IDENTITY',
  BIRTH_YEAR: 'DISCLOSED_IDENTITY',
};

/**
 * The parts that a phase opens to a city, given what the person agreed to. Whether a single field is granted right now is
 * the database's to say: this rule only says when it may be at all.
 */
export function partsOpenIn(
  phase: DisclosurePhase,
  agreed: { readonly sharesName: boolean; readonly sharesContact: boolean },
): CityPart[] {
  return cityParts.filter(
    (part) =>
      openingOf(phase, fieldOf[part]) === 'REVEAL' &&
      (part !== 'KNOWN_AS' || agreed.sharesName) &&
      (part !== 'CONTACT_CHANNEL' || agreed.sharesContact),
  );
}
