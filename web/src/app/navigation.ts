import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '@shelter-city/contract/vocabulary';
import type { IconName } from '../design/icon.tsx';
import { today } from './clock.ts';

/** One place in the navigation. */
export type Destination = {
  readonly path: string;
  readonly label: MessageDescriptor;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  /** The key after `g` that goes there. */
  readonly key: string;
  /** Whether a page below it belongs to another destination. */
  readonly exact?: boolean;
};

const reportPath = () => `/reports/${today().slice(0, 4)}`;

/** The places of a role, the home first. */
export function destinationsOf(role: Role): readonly Destination[] {
  const all: readonly Destination[] = [
    { path: '/today', label: msg`Today`, icon: 'inbox', roles: ['COORDINATOR'], key: 't' },
    { path: '/defenders', label: msg`Defenders`, icon: 'people', roles: ['COORDINATOR'], key: 'd' },
    { path: '/board', label: msg`Board`, icon: 'board', roles: ['COORDINATOR'], key: 'b' },
    { path: '/plans', label: msg`Plans`, icon: 'calendar', roles: ['COORDINATOR'], key: 'p' },
    { path: '/cities', label: msg({ message: 'Cities', context: 'navigation' }), icon: 'city', roles: ['COORDINATOR'], key: 'c' },
    {
      path: '/city',
      label: msg`Our city`,
      icon: 'house',
      roles: ['CITY_PARTNER'],
      key: 'c',
      exact: true,
    },
    {
      path: '/city/capacity',
      label: msg`Capacity`,
      icon: 'calendar',
      roles: ['CITY_PARTNER'],
      key: 'p',
    },
    {
      path: '/city/years',
      label: msg`Yearly counts`,
      icon: 'chart',
      roles: ['CITY_PARTNER'],
      key: 'r',
    },
    {
      path: reportPath(),
      label: msg`Yearly report`,
      icon: 'chart',
      roles: ['COORDINATOR', 'MANAGER'],
      key: 'r',
    },
    {
      path: '/admin',
      label: msg`My account`,
      icon: 'person',
      roles: ['ADMIN'],
      key: 'a',
      exact: true,
    },
    { path: '/admin/accounts', label: msg`Accounts`, icon: 'people', roles: ['ADMIN'], key: 'u' },
    {
      path: '/admin/cities',
      label: msg({ message: 'Cities', context: 'navigation' }),
      icon: 'city',
      roles: ['ADMIN'],
      key: 'c',
    },
    { path: '/admin/retention', label: msg`Retention`, icon: 'clock', roles: ['ADMIN'], key: 't' },
    { path: '/admin/integrity', label: msg`Audit log`, icon: 'shield', roles: ['ADMIN'], key: 'l' },
    // What everybody may read comes after what a role is there for.
    { path: '/rules', label: msg`Rules`, icon: 'match', roles: ['COORDINATOR', 'CITY_PARTNER', 'MANAGER', 'ADMIN'], key: 'h' },
  ];
  return all.filter(({ roles }) => roles.includes(role));
}

const homes: Record<Role, () => string> = {
  COORDINATOR: () => '/today',
  CITY_PARTNER: () => '/city',
  MANAGER: reportPath,
  ADMIN: () => '/admin',
};

/** Where a role begins its day. */
export const homeOf = (role: Role): string => homes[role]();
