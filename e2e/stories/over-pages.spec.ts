import type { Page } from '@playwright/test';
import { languages } from '@shelter-city/contract/vocabulary';
import { untranslatedIn } from '../catalogues.ts';
import { axeFaults, colourFaults, overflowOf, showTheme, textsOf } from '../pages/inspect.ts';
import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';
import { today } from '../sample-days.ts';
import type { Person } from '../sign-in-everybody.ts';

test.describe.configure({ mode: 'parallel' });

/** Opens something over a page; nothing is ever sent from there. */
type Opening = { readonly what: string; readonly address: string; readonly open: (page: Page) => Promise<void> };

const press = (page: Page, selector: string) => page.locator(selector).first().click();
const buttonAfterHeading = (page: Page, nth: number) => page.getByRole('main').getByRole('heading', { level: 2 }).nth(nth).locator('xpath=following::button[1]').click();
const lastButtonOfMain = async (page: Page) => { await page.getByRole('main').getByRole('button').last().click(); };

const openings: Partial<Record<Person, (page: Page) => Promise<readonly Opening[]> | readonly Opening[]>> = {
  cleared: async (page) => {
    const { code } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('STEP_FREE') && needs.includes('QUIET'));
    return [
      { what: 'the proposal with its calendar', address: `/defenders/${code}/match`, open: async () => { await press(page, 'main ol button.bg-accent'); await page.getByRole('dialog').locator('button:has(+ [role=group]), [role=group] button').first().click(); } },
      { what: 'a new risk note', address: `/defenders/${code}/risk`, open: async () => { await press(page, 'main button.bg-accent'); } },
      { what: 'the profile', address: `/defenders/${code}`, open: (page) => buttonAfterHeading(page, 0) },
      { what: 'a reveal', address: `/defenders/${code}`, open: (page) => buttonAfterHeading(page, 2) },
      { what: 'a bar of the board', address: '/board', open: async () => { await press(page, '[data-bar]'); } },
      { what: 'the search', address: '/today', open: async () => { await page.keyboard.press('Control+k'); } },
    ];
  },
  maastricht: () => [{ what: 'a place of one’s own', address: '/city/capacity', open: lastButtonOfMain }],
  manager: () => [{ what: 'the export', address: `/reports/${today().slice(0, 4)}`, open: async (page) => { await press(page, 'main button.bg-accent'); } }],
};

for (const [person, openingsOf] of Object.entries(openings) as [Person, NonNullable<(typeof openings)[Person]>][]) {
  for (const language of languages) {
    test(`what opens over the pages of ${person} in ${language} is accessible in light and dark, fits a phone, and is all in this language`, async ({ open }) => {
      test.setTimeout(120_000);
      const page = await open(person, { language });
      const isUntranslated = untranslatedIn(language);
      const found: string[] = [];
      for (const { what, address, open: opened } of await openingsOf(page)) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await opened(page);
        await expect(page.getByRole('dialog').last()).toBeVisible();
        await expect(page.locator('[role=dialog] .skeleton')).toHaveCount(0);
        const faults = [...(await axeFaults(page))];
        await showTheme(page, 'dark');
        faults.push(...(await colourFaults(page)).map((fault) => `dark: ${fault}`));
        await showTheme(page, 'light');
        faults.push(...(await textsOf(page)).filter(isUntranslated).map((text) => `not in this language: “${text}”`));
        await page.setViewportSize({ width: 360, height: 740 });
        const overflow = await overflowOf(page);
        if (overflow > 0) faults.push(`${String(overflow)} px too wide`);
        await page.setViewportSize({ width: 1440, height: 900 });
        found.push(...faults.map((fault) => `${what}: ${fault}`));
      }
      expect(found).toEqual([]);
    });
  }
}
