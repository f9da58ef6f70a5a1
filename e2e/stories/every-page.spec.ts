import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../people.ts';
import type { Person } from '../sign-in-everybody.ts';

const languages = ['en', 'nl', 'fr'] as const;
const year = String(new Date().getFullYear());

/** The pages of each role. Functions find an address that the sample data decides. */
const pages: Partial<Record<Person, readonly (string | ((page: Page) => Promise<string>))[]>> = {
  coordinator: [
    '/today', '/defenders', '/defenders/new', firstLink('/defenders?view=unplaced', ''), firstLink('/defenders?view=unplaced', '/match'),
    firstLink('/defenders?view=here', '/risk'), firstLink('/defenders?view=here', '/history'), '/board', '/board?view=table', '/cities', '/cities/utrecht',
    '/settings', `/reports/${year}`, '/no-such-page',
  ],
  maastricht: ['/city', '/city/capacity', '/settings'],
  manager: [`/reports/${year}`, '/reports/2019', '/settings'],
  admin: ['/admin'],
};

function firstLink(list: string, rest: string) {
  return async (page: Page) => {
    await page.goto(list);
    const link = page.getByRole('table').getByRole('link').first();
    await expect(link).toBeVisible();
    return `${(await link.getAttribute('href')) ?? ''}${rest}`;
  };
}

const setLanguage = (page: Page, language: string) =>
  page.evaluate(async (chosen) => {
    await fetch('/api/session/preferences', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ language: chosen }) });
  }, language);

for (const [person, addresses] of Object.entries(pages) as [Person, NonNullable<(typeof pages)[Person]>][]) {
  test(`no page of ${person} has an accessibility fault, in three languages, light and dark, wide and narrow`, async ({ open }) => {
    test.setTimeout(300_000);
    const page = await open(person);
    const errors: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    const found: string[] = [];
    for (const address of addresses) {
      const path = typeof address === 'string' ? address : await address(page);
      for (const language of languages) {
        await setLanguage(page, language);
        await page.goto(path);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
          found.push(...violations.map(({ id, nodes }) => `${path} ${language} ${colorScheme}: ${id} at ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`));
        }
        await page.setViewportSize({ width: 360, height: 740 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (overflow > 0) found.push(`${path} ${language}: ${String(overflow)} px wider than a phone of 360 px`);
        await page.setViewportSize({ width: 1440, height: 900 });
      }
    }
    await setLanguage(page, 'en');
    expect(found).toEqual([]);
    expect(errors.filter((text) => !text.includes('404')), 'errors in the console').toEqual([]);
  });
}
