import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The legacy mode doesn't open a second page for each look, and nothing here stands in a frame of another origin.
const look = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function faultsFoundBy(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** Faults of accessibility, each with where it is. */
export const axeFaults = (page: Page): Promise<string[]> => faultsFoundBy(look(page).withTags(standards));

/** Shows a page in a theme, and waits until it is drawn so. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
}

/** Faults of colours alone: all that another theme can change. */
export const colourFaults = (page: Page): Promise<string[]> => faultsFoundBy(look(page).withRules(['color-contrast', 'link-in-text-block']));

/** Pixels by which a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the browser keeps of a page beside cookies: nothing. */
export const keptBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name = '' }) => name), ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);

/** Every text that a reader or a screen reader meets: of elements that hold nothing but text, and of what names them. */
export const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, style, code, [lang]:not(html)')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'aria-roledescription', 'alt']) texts.add(element.getAttribute(name) ?? '');
      if (element.children.length === 0) texts.add(element.textContent);
      else for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.add(node.textContent ?? '');
    }
    return [...texts].map((text) => text.trim()).filter(Boolean);
  });
