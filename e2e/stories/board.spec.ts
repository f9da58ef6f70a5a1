import type { Locator, Page } from '@playwright/test';
import { typeDay } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { boardAround, placeIn, somebody, stayIn } from '../sample-cases.ts';
import { daysBetween, inWords, plusDays, today } from '../sample-days.ts';

/** The first day that the board's window shows. */
const windowStart = Temporal.PlainDate.from(today()).with({ day: 1 }).subtract({ months: 2 }).toString();

/** Where a day of a place lies on the screen, brought into sight. */
async function pointOf(page: Page, lane: Locator, day: string): Promise<{ x: number; y: number }> {
  await lane.scrollIntoViewIfNeeded();
  const days = daysBetween(windowStart, day);
  // Days grow with the screen: a lane is as wide as all of the window's.
  const width = await lane.evaluate((element) => element.getBoundingClientRect().width / Number(getComputedStyle(element).getPropertyValue('--span')));
  await lane.evaluate((element, before) => {
    const box = element.closest('[role=grid]')?.parentElement;
    if (box) box.scrollLeft = Math.max(0, before - 200);
  }, days * width);
  const box = await lane.boundingBox();
  if (!box) throw new Error('The lane is out of sight');
  return { x: box.x + days * width + 0.5, y: box.y + box.height / 2 };
}

/** Picks something up and carries it to a point, without letting go. */
async function carry(page: Page, what: Locator, to: { x: number; y: number }): Promise<void> {
  const from = await what.boundingBox();
  if (!from) throw new Error('Nothing to drag');
  await page.mouse.move(from.x + 12, from.y + from.height - 6);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

test('somebody is dragged from the tray onto a place, becomes a draft, and is taken back', async ({ open }) => {
  const page = await open('coordinator');
  const { codeName } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('PRAYER_SPACE') && needs.includes('DIET'));
  const lane = page.locator(`[data-lane="${placeIn(await boardAround(page), 'Haarlem', 'House A')}"]`);
  await page.goto('/board');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: codeName }) });
  const arrival = plusDays(today(), 50);
  const asked = page.waitForResponse((answer) => answer.url().includes('/placeability'));
  await carry(page, card, await pointOf(page, lane, arrival));
  await asked;
  const ghost = page.getByRole('status').filter({ hasText: codeName });
  await expect(ghost).toContainText('Haarlem, House A');
  await expect(ghost).toContainText('85 nights');
  await expect(ghost).not.toContainText('Not possible');
  await page.mouse.up();

  const bar = page.getByRole('grid').getByRole('button', { name: new RegExp(`^${codeName}, Draft, Haarlem, House A`) });
  await expect(bar).toBeVisible();
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar).toHaveCount(0);
  await expect(card).toBeVisible();
});

test('what can’t lie somewhere says so while it is dragged, and goes back where it was', async ({ open }) => {
  const page = await open('coordinator');
  const { codeName } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('PRAYER_SPACE') && needs.includes('DIET'));
  // The city is closed for this person by a risk note.
  const lane = page.locator(`[data-lane="${placeIn(await boardAround(page), 'The Hague', 'House A')}"]`);
  await page.goto('/board');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: codeName }) });
  await carry(page, card, await pointOf(page, lane, plusDays(today(), 160)));
  await expect(page.getByRole('status').filter({ hasText: codeName })).toContainText('Not possible');
  await page.mouse.up();
  await expect(page.getByText('It can’t lie there, so it stays where it was.')).toBeVisible();
  await expect(card).toBeVisible();
});

test('Escape puts back what is being dragged', async ({ open }) => {
  const page = await open('cleared');
  await page.goto('/board');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Place…' }) }).first();
  await carry(page, card, { x: 640, y: 420 });
  const ghost = page.locator('[role=status].fixed');
  await expect(ghost).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ghost).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a draft is moved by the keyboard and the dialog alone, and moved back', async ({ open }) => {
  const page = await open('coordinator');
  const draft = await stayIn(page, 'The Hague', 'DRAFT');
  await page.goto('/board?city=the-hague');
  const bar = (arrival: string) => page.getByRole('grid').getByRole('button', { name: new RegExp(`^${draft.codeName}, Draft.*${inWords(arrival).replace(/ \d{4}$/, '')}`) });
  const first = page.getByRole('grid').locator('[data-bar][tabindex="0"]');
  await first.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(bar(draft.from)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Move…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const later = plusDays(draft.from, 3);
  await typeDay(dialog, 'Arrival', later);
  await dialog.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(page.getByText('Moved.')).toBeVisible();
  await expect(bar(later)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(bar(draft.from)).toBeVisible();
});

test('a bar opens by the keyboard, and closing gives the focus back', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/board');
  await page.getByRole('grid').locator('[data-bar][tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  const focused = page.locator('[data-bar]:focus');
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(focused).toHaveCount(1);
});

test('the table view holds the same stays as the timeline', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/board?city=zwolle');
  const bars = page.getByRole('grid').locator('[data-bar]');
  await expect(bars.first()).toBeVisible();
  const drawn = await bars.count();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(drawn);
});
