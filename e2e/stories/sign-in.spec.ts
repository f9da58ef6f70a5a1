import { expect, test } from '@playwright/test';

test('a newcomer signs in to the sample data with what the page shows, and out again', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sample = page.getByRole('listitem').filter({ hasText: 'Middelburg' });
  await sample.getByRole('button').first().click();
  await expect(page.getByLabel('E-mail')).toHaveValue(/middelburg/);
  if ((await page.getByLabel(/code/i).inputValue()) === '') {
    const code = /\b(\d{6})\b/.exec((await sample.innerText()).replaceAll(/(\d{3})\s(\d{3})/g, '$1$2'))?.[1] ?? '';
    await page.getByLabel(/code/i).fill(code);
  }
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/city$/);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('a wrong password is refused in words, and nothing typed is lost', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the password of anybody');
  await page.getByLabel(/code/i).fill('123456');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.org');
});
