import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect, type LoaderFunction, type RouteObject } from 'react-router';
import { loadPageText } from '../messages/language.ts';
import { showLooksOf } from '../session/looks.ts';
import { sessionQueries } from '../session/session-queries.ts';
import { pathBack, signInPath } from '../session/way-back.ts';
import { FrameSkeleton } from './frame-skeleton.tsx';
import { homeOf } from './navigation.ts';
import { NotFoundPage, PageError } from './page-error.tsx';
import type { PageEntry } from './page-route.ts';
import { pages } from './routes.tsx';

/** What isn't for the reader's role is not there, like what never was. */
const notFound = () => new Response(null, { status: 404 });

async function signedIn(client: QueryClient, request: Request) {
  const session = await client.query({ ...sessionQueries.show(), staleTime: 'static' });
  if (session === null) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- react-router's way of going elsewhere from a loader
    throw redirect(signInPath(request.url));
  }
  return session;
}

function routeOf(client: QueryClient, entry: PageEntry): RouteObject {
  const guard =
    (loader: LoaderFunction | undefined): LoaderFunction =>
    async (args, context) => {
      const { account } = await signedIn(client, args.request);
      if (!entry.roles.includes(account.role)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- react-router's way of saying 404 from a loader
        throw notFound();
      }
      await loadPageText();
      return loader ? await loader(args, context) : null;
    };
  const lazy = async () => {
    const [{ route }, { PageShell }] = await Promise.all([
      entry.load(),
      import('./page-shell.tsx'),
    ]);
    const { loader, Component } = route(client);
    return { loader: guard(loader), Component: () => <PageShell page={Component} /> };
  };
  return entry.path === ''
    ? { index: true, lazy }
    : { path: entry.path, lazy, children: entry.children.map((child) => routeOf(client, child)) };
}

/** Every address: the sign-in page outside the frame, the rest inside it. */
export function routesFor(client: QueryClient): RouteObject[] {
  return [
    {
      path: '/sign-in',
      loader: async ({ request }) => {
        const session = await client
          .query({ ...sessionQueries.show(), staleTime: 'static' })
          .catch(() => null);
        return session ? redirect(pathBack(request.url) ?? homeOf(session.account.role)) : null;
      },
      lazy: async () => {
        const { SignInPage } = await import('../session/sign-in-page.tsx');
        return { Component: SignInPage };
      },
      HydrateFallback: FrameSkeleton,
      ErrorBoundary: PageError,
    },
    {
      path: '/invite',
      loader: async () => {
        await loadPageText();
        return null;
      },
      lazy: async () => {
        const { InvitePage } = await import('../joining/invite-page.tsx');
        return { Component: InvitePage };
      },
      HydrateFallback: FrameSkeleton,
      ErrorBoundary: PageError,
    },
    {
      path: '/',
      lazy: async () => {
        const { Frame } = await import('./frame.tsx');
        return { Component: Frame };
      },
      HydrateFallback: FrameSkeleton,
      ErrorBoundary: PageError,
      loader: async ({ request }) => {
        const { account } = await signedIn(client, request);
        await showLooksOf(account);
        return null;
      },
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            {
              index: true,
              loader: async ({ request }) => {
                const { account } = await signedIn(client, request);
                return redirect(homeOf(account.role));
              },
            },
            ...pages.map((entry) => routeOf(client, entry)),
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ];
}

/** The router of the browser's own address bar. */
export const createRouter = (client: QueryClient) => createBrowserRouter(routesFor(client));
