import type { Page } from '@playwright/test';
import { languages, type Language } from '@shelter-city/contract/vocabulary';
import { untranslatedIn } from '../catalogues.ts';
import { axeFaults, colourFaults, keptBy, overflowOf, showTheme, textsOf } from '../pages/inspect.ts';
import { expect, test } from '../people.ts';
import { boardAround, cityHomeOf, stayIn } from '../sample-cases.ts';
import { today } from '../sample-days.ts';
import type { Person } from '../sign-in-everybody.ts';

// Nothing here changes anything, so that the pages of one person may be looked at in two windows at once.
test.describe.configure({ mode: 'parallel' });

const year = today().slice(0, 4);

/** The pages of each role; some addresses are decided by the sample data. */
const pagesOf: Partial<Record<Person, (page: Page) => Promise<readonly string[]> | readonly string[]>> = {
  coordinator: async (page) => {
    const { unplaced } = await boardAround(page);
    // The one proposal that every story leaves a proposal.
    const proposed = await stayIn(page, 'The Hague', 'PROPOSED');
    return [
      '/today', '/defenders', '/defenders?view=unplaced&search=zzzz', '/defenders/new', `/defenders/${unplaced[0]?.code ?? ''}`, `/defenders/${unplaced[2]?.code ?? ''}/match`,
      `/defenders/${proposed.code}/history`, `/defenders/${proposed.code}/visa-days`, `/stays/${proposed.id}`, '/rules', '/board', '/board?view=table', '/plans', '/cities', '/cities/utrecht', `/reports/${year}`, '/no-such-page',
    ];
  },
  cleared: async (page) => {
    const guest = await stayIn(page, 'Maastricht', 'IN_STAY');
    return [
      ...['risk', 'safety', 'disclosure', 'erasure'].map((part) => `/defenders/${guest.code}/${part}`),
      `/stays/${guest.id}`, `/stays/${guest.id}/card`, '/board?zoom=month&city=utrecht', '/settings', '/settings/acts',
    ];
  },
  maastricht: async (page) => {
    const { guests } = await cityHomeOf(page);
    const guest = `/city/stays/${guests[0]?.id ?? ''}`;
    return ['/city', guest, `${guest}/card`, '/city/capacity', '/city/years'];
  },
  theHague: async (page) => {
    const { requests } = await cityHomeOf(page);
    return [`/city/requests/${requests[0]?.id ?? 'the sample data has none'}`];
  },
  manager: () => [`/reports/${year}`, '/reports/2014', '/settings'],
  admin: () => ['/admin', '/admin/accounts', '/admin/cities', '/admin/retention', '/admin/integrity', '/erasures', '/settings'],
};

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
}

/** Two frames later a change of colours is everywhere, however busy the machine is. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => { requestAnimationFrame(() => { requestAnimationFrame(() => { done(); }); }); }));

/** Looks at one page that is open, and says what is wrong with it. */
async function faultsOf(page: Page, language: Language, isUntranslated: (text: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  found.push(...(await axeFaults(page)).map((fault) => `light: ${fault}`));
  await showTheme(page, 'dark');
  await painted(page);
  found.push(...(await colourFaults(page)).map((fault) => `dark: ${fault}`));
  await showTheme(page, 'light');
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await overflowOf(page);
  if (overflow > 0) found.push(`${String(overflow)} px wider than a phone of 360 px`);
  found.push(...(await textsOf(page)).filter(isUntranslated).map((text) => `not in this language: “${text}”`));
  await page.setViewportSize({ width: 1440, height: 900 });
  found.push(...(await keptBy(page)).map((what) => `kept in the browser: ${what}`));
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== language) found.push(`says that it is in ${lang ?? 'no language'}`);
  return found;
}

for (const [person, addressesOf] of Object.entries(pagesOf) as [Person, NonNullable<(typeof pagesOf)[Person]>][]) {
  for (const language of languages) {
    test(`every page of ${person} in ${language}: accessible in light and dark, whole on a phone, all in this language, nothing kept, a neutral title`, async ({ open }) => {
      test.setTimeout(240_000);
      const page = await open(person, { language });
      const isUntranslated = untranslatedIn(language);
      const addresses = await addressesOf(page);
      const world = ['coordinator', 'cleared'].includes(person) ? await boardAround(page) : undefined;
      const names = [...new Set([...(world?.cities ?? []).map(({ name }) => name), ...(world?.stays ?? []).map(({ codeName }) => codeName), ...(world?.unplaced ?? []).map(({ codeName }) => codeName)]), 'Utrecht', 'Maastricht'];
      const found: string[] = [];
      for (const address of addresses) {
        await page.goto(address);
        await settled(page);
        found.push(...(await faultsOf(page, language, isUntranslated)).map((fault) => `${address}: ${fault}`));
        const title = await page.title();
        if (!title.endsWith('Shelter City') || names.some((name) => title.includes(name))) found.push(`${address}: the title “${title}”`);
      }
      expect(found).toEqual([]);
    });
  }
}

for (const language of languages) {
  test(`the pages before signing in, in ${language}`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'language', value: language, url: baseURL ?? '', sameSite: 'Strict' }]);
    await page.goto('/sign-in');
    // The sample sign-ins are asked for after the page is there.
    await expect(page.locator('#sample-sign-ins')).toBeVisible();
    expect(await faultsOf(page, language, untranslatedIn(language))).toEqual([]);
    await page.goto('/invite');
    await settled(page);
    expect(await faultsOf(page, language, untranslatedIn(language))).toEqual([]);
  });
}
