import { endpointGroups } from '@shelter-city/contract/endpoints';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { Role } from '@shelter-city/contract/vocabulary';
import { isOpen, reachOf, type Reach } from '../../src/access/policy.ts';
import { malformed, missing, type AskerName, type Ids, type SweepWorld } from './sweep-world.ts';

/** Every endpoint of the contract by its name, `group.name`. */
export const sweptEndpoints = Object.entries(endpointGroups).flatMap(([group, list]) =>
  Object.entries(list).map(([name, endpoint]) => [`${group}.${name}`, endpoint] as const),
);

/** In which role each asker asks. */
export const roleOfAsker: Readonly<Record<AskerName, Role | null>> = {
  nobody: null,
  coordinator: 'COORDINATOR',
  cleared: 'COORDINATOR',
  withheld: 'COORDINATOR',
  partner: 'CITY_PARTNER',
  otherPartner: 'CITY_PARTNER',
  manager: 'MANAGER',
  admin: 'ADMIN',
};

/** Whose thing is asked about. */
export const targets = ['own', 'foreign', 'missing', 'malformed'] as const;
export type Target = (typeof targets)[number];

export const reachOfAsker = (asker: AskerName, { action }: Endpoint): Reach | null => {
  const role = roleOfAsker[asker];
  return role === null ? null : reachOf(role, action);
};

/** A city's own things lie here, the other city's there; whoever reaches everywhere owns both. */
export const idsFor = ({ here, there }: SweepWorld, asker: AskerName, target: Target): Ids => {
  if (target === 'missing') return missing;
  if (target === 'malformed') return malformed;
  return (target === 'own') === (asker !== 'otherPartner') ? here : there;
};

export const hasParams = ({ path }: Endpoint): boolean => path.includes('/:');

/** A stay has two addresses, one for coordinators and one for its city: neither answers the other. */
const isTheOthersAddress = (key: string, asker: AskerName) =>
  key.startsWith(roleOfAsker[asker] === 'CITY_PARTNER' ? 'stays.' : 'cityHome.');

/** What only a cleared coordinator may do, however far the role reaches. */
const forTheCleared = [
  'withholding.reveal',
  'withholding.lift',
  'erasure.preview',
  'erasure.hold',
  'erasure.release',
  'erasure.erase',
  'erasure.due',
  'erasure.certificates',
  'erasure.certificate',
];
/** Of those, what names nobody: who isn't cleared is told so before anything is looked for. */
const saidFirst = ['erasure.certificate'];
/** Whether a path names a person's case: for those whom they are withheld from it isn't there. */
const namesACase = ({ path }: Endpoint) =>
  /:(code|stayId|noteId|entryId|applicationId|planId)/.test(path);

export type Refusal = 'not-signed-in' | 'not-allowed' | 'not-found';
/** The status of each refusal. */
export const statusOfRefusal = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
} as const satisfies Record<Refusal, number>;

/** How the policy answers before anybody looks at the thing; null when the thing itself has the word. */
export function refusalOf(
  key: string,
  endpoint: Endpoint,
  asker: AskerName,
  target: Target,
): Refusal | null {
  if (isOpen(endpoint.action)) return null;
  if (asker === 'nobody') return 'not-signed-in';
  const far = reachOfAsker(asker, endpoint);
  if (far === null) return 'not-allowed';
  if (asker === 'coordinator' && saidFirst.includes(key)) return 'not-allowed';
  if (target === 'missing' || target === 'malformed')
    return hasParams(endpoint) ? 'not-found' : null;
  if (target === 'foreign' && far !== 'everywhere') return hasParams(endpoint) ? 'not-found' : null;
  if (isTheOthersAddress(key, asker) || (asker === 'withheld' && namesACase(endpoint)))
    return 'not-found';
  return asker === 'coordinator' && forTheCleared.includes(key) ? 'not-allowed' : null;
}
