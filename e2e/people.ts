import { test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Language } from '@shelter-city/contract/vocabulary';
import { people, type Person, type SignedIn } from './sign-in-everybody.ts';

type Opening = { readonly width?: number; readonly height?: number; readonly language?: Language };

type Fixtures = {
  /** A browser window of somebody who is signed in, in English unless said otherwise. */
  readonly open: (person: Person, opening?: Opening) => Promise<Page>;
};

/** What a phone shows. */
export const phone = { width: 390, height: 844 } as const;

const cookieOf = (person: Person): SignedIn => {
  const all = JSON.parse(process.env['SHELTER_PEOPLE'] ?? '{}') as Partial<Record<Person, SignedIn>>;
  const cookie = all[person];
  if (!cookie) throw new Error(`Nobody signed in as ${person}: ${people.join(', ')}`);
  return cookie;
};

/** A refusal that a story provokes is a line in the browser's console too; everything else there is a fault. */
const isRefusal = (text: string) => text.startsWith('Failed to load resource');

/**
 * Playwright's test with people. Each window is a context of its own; a test fails when a page asks another origin, throws,
 * or writes an error to the console.
 */
export const test = base.extend<Fixtures>({
  context: async ({ context, baseURL }, use) => {
    const faults = watch(context, new URL(baseURL ?? '').origin);
    await use(context);
    base.expect(faults, 'requests that left the origin, and errors in the console').toEqual([]);
  },
  open: async ({ browser, baseURL }, use) => {
    const { origin } = new URL(baseURL ?? '');
    const contexts: BrowserContext[] = [];
    const faults: (readonly string[])[] = [];
    await use(async (person, { width = 1440, height = 900, language = 'en' } = {}) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
      contexts.push(context);
      faults.push(watch(context, origin));
      await context.addCookies([
        { ...cookieOf(person), url: origin, httpOnly: true, sameSite: 'Strict' },
        { name: 'language', value: language, url: origin, sameSite: 'Strict' },
      ]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    base.expect(faults.flat(), 'requests that left the origin, and errors in the console').toEqual([]);
  },
});

function watch(context: BrowserContext, origin: string): readonly string[] {
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) faults.push(`asked ${url.href}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text())) faults.push(message.text());
  });
  context.on('weberror', (fault) => faults.push(String(fault.error())));
  return faults;
}

export const { expect } = base;
