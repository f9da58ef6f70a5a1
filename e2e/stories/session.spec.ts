import { codeOf } from '../authenticator.ts';
import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';

test('a newcomer signs in to the sample data with what the page shows, and what was read is gone after the way out', async ({ page }) => {
  await page.goto('/city/capacity');
  await expect(page).toHaveURL(/\/sign-in/);
  const sample = page.getByRole('listitem').filter({ hasText: 'Middelburg' });
  await sample.getByRole('button', { name: 'Use: City partner · Middelburg' }).click();
  await expect(page.getByLabel('E-mail')).toHaveValue(/middelburg/);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // Back to the page that was asked for.
  await expect(page.getByRole('heading', { level: 1, name: 'Capacity' })).toBeVisible();
  await page.goto('/city');
  await expect(page.getByRole('heading', { level: 1, name: 'Middelburg' })).toBeVisible();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);

  await page.getByRole('button', { name: /^Sample partner/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Middelburg', { exact: true })).toHaveCount(0);
});

test('a wrong password is refused in words, and what was typed stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('nobody@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password of anybody');
  await page.getByLabel('Authenticator code').fill('123456');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.org');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('not the password of anybody');
});

test('the quick lock blanks the screen, and keeps what was typed', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/defenders/new');
  await page.getByLabel('Legal name').fill('Storia');
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'The screen is locked' })).toBeVisible();
  await expect(page.getByLabel('Legal name')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'New defender' })).toBeHidden();
  await page.getByRole('button', { name: 'Show again' }).click();
  await expect(page.getByLabel('Legal name')).toHaveValue('Storia');
});

test('the language and theme change at once and stay', async ({ open }) => {
  const page = await open('admin');
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Nederlands');
  await expect(page.getByRole('heading', { level: 1, name: 'Instellingen' })).toBeVisible();
  await page.getByRole('radio', { name: 'Donker' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: 'Taal' }).selectOption('English');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('one sees where one is signed in, and ends a session that is elsewhere', async ({ open, playwright, baseURL }) => {
  const page = await open('admin');
  const { signIns } = (await (await page.request.get('/api/session/welcome')).json()) as { signIns: { role: string; email: string; password: string; totpSecret: string }[] };
  const account = signIns.find(({ role }) => role === 'ADMIN');
  if (!account) throw new Error('The sample data has no administrator');
  const elsewhere = await playwright.request.newContext({ baseURL: baseURL ?? '', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0' });
  // The code of now was used to sign in; the next one is accepted a little early, for clocks that differ.
  const answer = await elsewhere.post('/api/session', {
    headers: { origin: baseURL ?? '', 'sec-fetch-site': 'same-origin' },
    data: { email: account.email, password: account.password, code: codeOf(account.totpSecret, 1) },
  });
  expect(answer.status()).toBe(200);
  expect((await elsewhere.get('/api/session')).status()).toBe(200);

  await page.goto('/settings');
  const sessions = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1);
  await page.getByRole('button', { name: /^End the session on Firefox/ }).click();
  await expect(sessions).toHaveCount(1);
  expect((await elsewhere.get('/api/session')).status()).toBe(401);
  await elsewhere.dispose();
});

test('without a connection the page says so, what was read and typed stays, and nothing is said to be saved', async ({ open }) => {
  const page = await open('coordinator');
  const { code } = await somebody(page, 'unplaced', ({ needs }) => needs.includes('STEP_FREE') && needs.includes('QUIET'));
  await page.goto(`/defenders/${code}/match`);
  await page.getByRole('button', { name: 'Propose…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this city').fill('A quiet street and a lift.');
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Why this city')).toHaveValue('A quiet street and a lift.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('No connection.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('No connection.')).toHaveCount(0);
});
