import type { SessionView } from '@shelter-city/contract/session';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, useLocation, type RouteObject } from 'react-router';
import { createQueryClient } from '../src/api/query-client.ts';
import { App } from '../src/app/app.tsx';
import { PageShell } from '../src/app/page-shell.tsx';
import type { PageRoute } from '../src/app/page-route.ts';
import { endSession } from '../src/session/end-session.ts';
import { OwnSession } from '../src/session/own-session.ts';
import { sessionQueries } from '../src/session/session-queries.ts';
import { loadPageText } from '../src/messages/language.ts';

/** A session to test with; `aSession({ role: 'MANAGER' })` changes the account. */
export function aSession(account: Partial<SessionView['account']> = {}): SessionView {
  return {
    account: {
      id: '01a20253-c411-443c-9796-0bf563c18e01',
      displayName: 'Somebody',
      email: 'somebody@sample.invalid',
      role: 'COORDINATOR',
      riskCleared: false,
      city: null,
      language: 'en',
      theme: 'system',
      shortcuts: true,
      ...account,
    },
    waysIn: { password: true, passkeys: 0 },
    sampleData: true,
    idleMinutes: 15,
    expiresAt: '2027-01-01T20:00:00.000Z',
  };
}

type Options = {
  /** The address pattern, as in `app/routes.tsx`. */
  readonly path: string;
  /** The address to open; the pattern itself where it has no parameter. */
  readonly at?: string;
  readonly account?: Partial<SessionView['account']>;
};

/** Puts routes around the address and renders them for somebody signed in, in English unless a test spoke otherwise. */
export async function renderRoutes(
  makeRoutes: (client: ReturnType<typeof createQueryClient>) => RouteObject[],
  at: string,
  session: SessionView | null,
) {
  await loadPageText();
  const client = createQueryClient(() => {
    endSession(client);
  });
  if (session) client.setQueryData(sessionQueries.show().queryKey, session);
  const router = createMemoryRouter(makeRoutes(client), { initialEntries: [at] });
  const view = render(
    <App client={client}>
      <RouterProvider router={router} />
    </App>,
  );
  return { ...view, client, router };
}

/** Renders one page as its `route` says, loader included. Other addresses show themselves as `went to /path`. */
export function renderPage(route: PageRoute, { path, at = `/${path}`, account = {} }: Options) {
  const session = aSession(account);
  return renderRoutes(
    (client) => {
      const { loader, Component } = route(client);
      const page: RouteObject = {
        path: `/${path.replace(/^\//, '')}`,
        ...(loader && { loader }),
        element: (
          <OwnSession value={session}>
            <PageShell page={Component} />
          </OwnSession>
        ),
        HydrateFallback: () => null,
      };
      return [page, { path: '*', Component: WentTo }];
    },
    at,
    session,
  );
}

function WentTo() {
  return <p>went to {useLocation().pathname}</p>;
}

/** Renders a component that needs no address of its own, such as a form or a dialog. */
export function renderPart(part: ReactNode, account: Partial<SessionView['account']> = {}) {
  const session = aSession(account);
  const element = <OwnSession value={session}>{part}</OwnSession>;
  return renderRoutes(() => [{ path: '*', element }], '/', session);
}
