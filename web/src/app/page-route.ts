import type { Role } from '@shelter-city/contract/vocabulary';
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { LoaderFunction } from 'react-router';

/** What a `*.route.tsx` file exports as `route`: what to fetch before the page shows, and the page. */
export type PageRoute = (client: QueryClient) => {
  readonly loader?: LoaderFunction;
  readonly Component: ComponentType;
};

/** One page of the frame: its address, who may open it, and where its code is. */
export type PageEntry = {
  readonly path: string;
  readonly roles: readonly Role[];
  readonly load: () => Promise<{ readonly route: PageRoute }>;
  readonly children: readonly PageEntry[];
};

/** Lists a page; a path of '' is the first page of its parent. To a role that isn't named, it doesn't exist. */
export const page = (
  path: string,
  roles: readonly Role[],
  load: PageEntry['load'],
  children: readonly PageEntry[] = [],
): PageEntry => ({ path, roles, load, children });
