import { typeDay } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { stayIn } from '../sample-cases.ts';
import { inWords, plusDays, today } from '../sample-days.ts';

test('the queue says who, why and by when, and narrows to a city or to one’s own cases', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/today');
  const rows = page.getByRole('main').getByRole('listitem');
  const alarm = rows.first();
  await expect(alarm).toContainText('Alarm:');
  await expect(alarm).toContainText('Did not arrive in Groningen. Find out whether they are safe.');
  await expect(alarm.getByRole('link', { name: 'Open the stay' })).toHaveCount(1);

  await page.getByLabel('City', { exact: true }).selectOption('Groningen');
  await expect(page).toHaveURL(/city=groningen/);
  await expect(rows).toHaveCount(1);
  await page.getByLabel('City', { exact: true }).selectOption('All cities');
  await page.getByLabel('Whose cases').selectOption('My cases');
  await expect(page).toHaveURL(/mine=true/);
  await expect(rows.filter({ hasText: 'Groningen' })).toHaveCount(0);
});

test('the queue is walked by the keyboard alone', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/today');
  const rows = page.locator('[data-row]');
  await rows.first().focus();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/\/board/);
});

test('a hold that is about to lapse is lengthened from the queue, and the line is gone', async ({ open }) => {
  const page = await open('coordinator');
  const { codeName } = await stayIn(page, 'The Hague', 'PROPOSED');
  await page.goto('/today');
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: codeName });
  await expect(line).toContainText('The place in The Hague is held only a little longer');
  await line.getByRole('link', { name: 'Hold longer' }).click();
  await page.getByRole('button', { name: 'Hold longer…' }).click();
  const until = plusDays(today(), 12);
  await typeDay(page.getByRole('dialog'), 'Held until', until);
  await page.getByRole('dialog').getByRole('button', { name: 'Hold longer' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(inWords(until));
  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(line.filter({ hasText: 'held only a little longer' })).toHaveCount(0);
});

test('a city’s other dates are taken from the queue', async ({ open }) => {
  const page = await open('cleared');
  const { codeName } = await stayIn(page, 'Middelburg', 'PROPOSED');
  await page.goto('/today?city=middelburg');
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Middelburg can host on other dates' });
  await line.getByRole('link', { name: 'See the dates' }).click();
  await expect(page.getByText('Middelburg can host on other dates:')).toBeVisible();
  await page.getByRole('button', { name: 'Take the city’s dates' }).click();
  await expect(page.getByText('The city’s dates were taken')).toBeVisible();
  expect(codeName).not.toBe('');
});
