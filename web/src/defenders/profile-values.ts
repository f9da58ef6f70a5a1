import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/** A new profile: nothing known but what the programme always asks. */
export const emptyProfile: PlacementProfile = {
  countryOfWork: '', currentCountry: null, languages: [], interpreter: null, themes: [], needs: [], householdSize: 1, womenOnlyAllowed: false,
  earliestArrival: null, latestArrival: null, nightsWished: 89, passportValidUntil: null, visaNeeded: true, visaLeadDays: null, track: null,
  wishes: [], presences: [], visas: [],
};

/** An empty field says "not known": null on the wire. Texts that may be empty are named, since for them '' is an answer. */
function unknownsToNull(value: unknown, mayBeEmpty: ReadonlySet<string>, key = ''): unknown {
  if (value === '') return mayBeEmpty.has(key) ? '' : null;
  if (typeof value === 'number' && Number.isNaN(value)) return null;
  if (Array.isArray(value)) return value.map((item) => unknownsToNull(item, mayBeEmpty, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unknownsToNull(inner, mayBeEmpty, name)]));
  }
  return value;
}

/** Checks a form by its schema after empty fields became null. */
export function resolverFor<S extends z.ZodObject, V extends FieldValues = z.input<S> & FieldValues>(schema: S, mayBeEmpty: readonly string[] = []): Resolver<V, unknown, z.output<S>> {
  const check = standardSchemaResolver(schema) as unknown as Resolver<V, unknown, z.output<S>>; // the schema's input is V by construction
  const names = new Set(mayBeEmpty);
  return (values, context, options) => check(unknownsToNull(values, names) as V, context, options);
}
