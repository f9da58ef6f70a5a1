import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { people, type Person, type SignedIn } from './sign-in-everybody.ts';

type Opening = { readonly width?: number; readonly height?: number; readonly colorScheme?: 'light' | 'dark' };

type Fixtures = {
  /** A browser window of somebody who is signed in. */
  readonly open: (person: Person, opening?: Opening) => Promise<Page>;
};

const cookieOf = (person: Person): SignedIn => {
  const all = JSON.parse(process.env['SHELTER_PEOPLE'] ?? '{}') as Partial<Record<Person, SignedIn>>;
  const cookie = all[person];
  if (!cookie) throw new Error(`Nobody signed in as ${person}: ${people.join(', ')}`);
  return cookie;
};

/** Playwright's test with people: each window has a context of its own, and complains when a page asks another origin. */
export const test = base.extend<Fixtures>({
  open: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const strangers: string[] = [];
    const origin = new URL(baseURL ?? '').origin;
    await use(async (person, { width = 1440, height = 900, colorScheme = 'light' } = {}) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, colorScheme, locale: 'en-GB', acceptDownloads: true });
      contexts.push(context);
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) strangers.push(url.href);
      });
      await context.addCookies([{ ...cookieOf(person), url: origin, httpOnly: true, sameSite: 'Strict' }]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    base.expect(strangers, 'requests that left the origin').toEqual([]);
  },
});

export const { expect } = base;
