import { typeDay } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';
import { plusDays, today } from '../sample-days.ts';

test('the match says in words why a city fits and why another doesn’t, and what would have to change', async ({ open }) => {
  const page = await open('coordinator');
  const { code } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('STEP_FREE') && needs.includes('QUIET'));
  await page.goto(`/defenders/${code}/match`);
  const city = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `${name}: why?` }) });
  await expect(city('Eindhoven')).toContainText('Fits');
  await city('Eindhoven').getByRole('button', { name: 'Eindhoven: why?' }).click();
  await expect(page).toHaveURL(/city=eindhoven/);
  await expect(page.getByRole('heading', { name: 'Why Eindhoven?' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('%');

  // A need that no place meets blocks, and is named.
  await expect(city('Zwolle')).toContainText('Blocked');
  await city('Zwolle').getByRole('button', { name: 'Why not?' }).click();
  await expect(page.getByRole('heading', { name: 'Why not Zwolle?' })).toBeVisible();
  await expect(city('Zwolle').getByRole('button', { name: 'Propose…' })).toHaveCount(0);

  // A place that is taken says since when it is free.
  await city('Middelburg').getByRole('button', { name: 'Why not?' }).click();
  await expect(page.getByRole('heading', { name: 'What would have to change' })).toBeVisible();
});

test('other dates are tried without changing the person’s file', async ({ open }) => {
  const page = await open('coordinator');
  const { code } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('STEP_FREE') && needs.includes('QUIET'));
  await page.goto(`/defenders/${code}/match`);
  const middelburg = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Middelburg: why?' }) });
  await expect(middelburg).toContainText('Full');
  await page.getByText('Try other dates').click();
  await typeDay(page, 'Arrives from', plusDays(today(), 150));
  await typeDay(page, 'Arrives at the latest', plusDays(today(), 190));
  await page.getByLabel('Nights', { exact: true }).fill('40');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(middelburg).toContainText('40 nights');
  await expect(middelburg).not.toContainText('Full');
  await page.getByRole('button', { name: 'The person’s own dates' }).click();
  await expect(middelburg).toContainText('Full');
  await expect(page).not.toHaveURL(/nights=/);
});
