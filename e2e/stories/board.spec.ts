import { expect, test } from '../people.ts';

test('a coordinator drags somebody from the tray onto the board, and undoes it', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/board');
  const tray = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Place…' }) });
  await expect(tray.first()).toBeVisible();
  const count = await tray.count();
  const lane = page.locator('[data-lane]').first();
  const from = await tray.first().boundingBox();
  const to = await lane.boundingBox();
  if (!from || !to) throw new Error('The board has no lane');
  await page.mouse.move(from.x + 20, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + 40, { steps: 4 });
  await page.mouse.move(500, to.y + to.height / 2, { steps: 8 });
  await expect(page.getByRole('status').filter({ hasText: 'nights' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(tray).toHaveCount(count);
});

test('the board is walked and a draft made and thrown away by keyboard alone', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/board');
  const bars = page.getByRole('grid').locator('[data-bar]');
  await expect(bars.first()).toBeVisible();
  await page.getByRole('grid').locator('[data-bar][tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  const focused = page.locator('[data-bar]:focus');
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(focused).toHaveCount(1);
});

test('the table view holds the same stays as the timeline', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/board?city=maastricht');
  const bars = page.getByRole('grid').locator('[data-bar]');
  await expect(bars.first()).toBeVisible();
  const drawn = await bars.count();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(drawn);
});
