import { axeFaults, overflowOf, showTheme } from '../pages/inspect.ts';
import { typeDay } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';
import { plusDays, today } from '../sample-days.ts';

test('a proposal keeps what it was decided on; days that are entered later show as what changed since, on the strip as well', async ({ open }) => {
  const page = await open('coordinator');
  const { code } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('WOMEN_ONLY') && needs.includes('SLEEPS_ALONE'));
  await page.goto(`/defenders/${code}/match`);
  // Not the city that comes first: the page says so, and a reason may be given.
  await page.getByRole('button', { name: 'Propose…' }).nth(1).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^By the rules .* comes first\.$/)).toBeVisible();
  await dialog.getByLabel('Why all the same').selectOption({ label: 'The person wishes it' });
  await dialog.getByLabel('Why this city').fill('A quiet place of one’s own, as it is needed.');
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await expect(page).toHaveURL(/\/stays\//);
  const stay = page.url();
  await expect(page.getByText('Nothing that the rules read.')).toBeVisible();
  await expect(page.getByText('Why all the same: The person wishes it')).toBeVisible();
  await expect(page.getByText(/Latest safe departure/)).toBeVisible();

  // A trip is imported: one line is taken, one says what is wrong with it.
  await page.goto(`/defenders/${code}/visa-days`);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('textbox', { name: 'Lines' }).fill(`${plusDays(today(), 2)}, ${plusDays(today(), 5)}, Training\n2027-02-30, 2027-03-01`);
  await expect(page.getByText('Line 2: The calendar has no such day.')).toBeVisible();
  await page.getByRole('button', { name: 'Add 1 line' }).click();
  const table = page.getByRole('table', { name: 'Days in Schengen outside our stays' });
  await expect(table.getByRole('row')).toHaveCount(2);

  await page.goto(stay);
  const change = page.getByRole('listitem').filter({ hasText: 'Visa days, 90 in any 180' }).first();
  await expect(change).toContainText('Then:');
  await expect(change).toContainText('Now:');
  await expect(page.getByText('1 other presence is counted in')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // As it was for the others.
  await page.getByRole('button', { name: 'Defender says no…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`/defenders/${code}/visa-days`);
  await page.getByRole('button', { name: 'Remove these days' }).click();
  await expect(page.getByText('No other days are recorded')).toBeVisible();
});

test('days and a national visa are entered by keyboard, and the days of a stay then don’t count', async ({ open }) => {
  const page = await open('coordinator', { width: 360, height: 780 });
  const { code } = await somebody(page, 'unplaced', ({ householdSize }) => householdSize === 3);
  await page.goto(`/defenders/${code}/visa-days`);
  await page.getByRole('button', { name: 'Add days' }).click();
  await typeDay(page, 'Entry', plusDays(today(), 1));
  await typeDay(page, 'Exit', plusDays(today(), 10));
  await page.getByLabel('How we know it').fill('A side trip');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('A side trip')).toBeVisible();

  await page.getByRole('button', { name: 'Add a visa…' }).click();
  await page.getByLabel('Kind').selectOption('NATIONAL');
  await typeDay(page, 'Valid from', today());
  await typeDay(page, 'Valid until', plusDays(today(), 400));
  await page.getByLabel('Good in').fill('NL');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('Good in Netherlands')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme);
    expect(await axeFaults(page)).toEqual([]);
  }
  expect(await overflowOf(page)).toBe(0);

  await page.goto(`/defenders/${code}/match`);
  await expect(page.getByText('The days of this stay don’t count: a national visa or permit carries it.')).toBeVisible();

  await page.goto(`/defenders/${code}/visa-days`);
  await page.getByRole('button', { name: 'Remove the visa or permit' }).click();
  await expect(page.getByText('None recorded.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove these days' }).click();
  await expect(page.getByText('No other days are recorded')).toBeVisible();
});

test('the rules stand in the open, for whoever is signed in', async ({ open }) => {
  for (const person of ['coordinator', 'maastricht', 'manager', 'admin'] as const) {
    const page = await open(person);
    await page.goto('/rules');
    await expect(page.getByRole('heading', { name: 'How a place is judged' })).toBeVisible();
    await expect(page.getByText(/^Nationality or country, as a merit/)).toBeVisible();
    await expect(page.getByRole('table', { name: 'Hard rules' }).getByRole('row')).toHaveCount(19);
    await expect(page.getByRole('table', { name: 'Soft rules' }).getByRole('row')).toHaveCount(11);
  }
});
