import { readFile } from 'node:fs/promises';
import { expect, test } from '../people.ts';

test('a manager reads a year, asks how it is counted, and goes to another year', async ({ open }) => {
  const page = await open('manager');
  await page.goto('/');
  await expect(page).toHaveURL(/\/reports\/\d{4}$/);
  await page.getByLabel('Year', { exact: true }).selectOption('2019');
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly report 2019' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Cities in 2019' })).toContainText('< 5');
  await page.getByRole('table', { name: 'All years' }).getByRole('link', { name: '2014' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly report 2014' })).toBeVisible();
  // The published figure: eight people to early 2015.
  await expect(page.getByRole('listitem').filter({ hasText: 'People hosted' }).first()).toContainText('since 2012: 8');
  await page.getByRole('button', { name: 'How is this counted? People hosted' }).click();
  await expect(page.getByRole('dialog')).toContainText('Each person counts once a year');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an export asks what it is for, and is a sheet or a plain file in the language that was chosen', async ({ open }) => {
  const page = await open('manager');
  await page.goto('/reports/2019');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByLabel('What is it for?')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('What is it for?').fill('Annual report to the ministry');
  const [sheet] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export', exact: true }).click()]);
  expect(sheet.suggestedFilename()).toMatch(/2019.*\.xlsx$/);
  expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByLabel('CSV').check();
  await dialog.getByLabel('Language of the headings').selectOption('Nederlands');
  await dialog.getByLabel('What is it for?').fill('Jaarverslag');
  const [plain] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Export', exact: true }).click()]);
  expect(plain.suggestedFilename()).toMatch(/2019.*\.csv$/);
  const text = await readFile(await plain.path(), 'utf8');
  expect(text).toContain('Gaststad');
  expect(text).toContain('Gemaakt voor: Jaarverslag');
});

test('a manager finds no defender, no board and no stay', async ({ open }) => {
  const page = await open('manager');
  for (const address of ['/today', '/defenders', '/board', '/cities/utrecht', '/city']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found');
  }
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Yearly report', 'Rules']);
});
