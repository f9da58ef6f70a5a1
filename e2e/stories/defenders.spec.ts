import { choose } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';

test('a defender is taken in with sealed parts, which open with a reason and hide again', async ({ open }) => {
  const page = await open('coordinator');
  await page.clock.install();
  await page.goto('/defenders');
  await page.getByRole('link', { name: 'New defender' }).click();
  await choose(page, 'Country of work', 'Somaliland');
  await choose(page, 'Now in', 'Kenya');
  await page.getByRole('button', { name: 'Add a language' }).click();
  await choose(page, 'Language', 'Somali');
  await page.getByLabel('Nights wished').fill('60');
  await page.getByLabel('Step-free').check();
  await page.getByLabel('Legal name').fill('Storia');
  await page.getByLabel('Code word').fill('blue umbrella');
  await page.getByRole('button', { name: 'Take in' }).click();

  await expect(page.getByText(/^Taken in as /)).toBeVisible();
  await expect(page).toHaveURL(/\/defenders\/[a-z]+-[a-z]+$/);
  const sealed = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Reveal: Identity' }) });
  await expect(page.getByText('Storia')).toHaveCount(0);
  await sealed.getByRole('button', { name: 'Reveal: Identity' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('button', { name: 'Reveal' }).click();
  await expect(asking.getByText('Say in a few words why.')).toBeVisible();
  await asking.getByLabel('Reason').fill('Ticket for the journey');
  await asking.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByText('Storia')).toBeVisible();
  await page.clock.runFor('00:30');
  await expect(page.getByText('Storia')).toBeVisible();
  await page.clock.runFor('00:31');
  await expect(page.getByText('Storia')).toHaveCount(0);

  // What was revealed is in no address, title or storage.
  expect(page.url()).not.toContain('toria');
  expect(await page.title()).not.toMatch(/Storia|[A-Z][a-z]+ [A-Z][a-z]+ ·/);
});

test('what is missing is said beside its field, and nothing typed is lost', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/defenders/new');
  await page.getByLabel('Legal name').fill('Storia');
  await page.getByLabel('Nights wished').fill('500');
  await page.getByRole('button', { name: 'Take in' }).click();
  await expect(page.getByLabel('Nights wished')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Legal name')).toHaveValue('Storia');
  await expect(page).toHaveURL(/\/defenders\/new$/);
});

test('the list narrows by view, selection and code name, and its address is the view', async ({ open }) => {
  const page = await open('coordinator');
  await page.goto('/defenders');
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  await expect(rows.first()).toBeVisible();
  await page.getByLabel('Which defenders').selectOption('Unplaced');
  await expect(page).toHaveURL(/view=unplaced/);
  const { codeName } = await somebody(page, 'unplaced', ({ track }) => track === 'ARTIST');
  await page.getByLabel('Code name').fill(codeName.slice(0, 6));
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText(codeName);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows).not.toHaveCount(1);
});

test('two coordinators change the same profile: the second is told, and nothing typed is lost', async ({ open }) => {
  const [first, second] = [await open('coordinator'), await open('cleared')];
  // A stay of 92 visa days that has to become shorter.
  const { code } = await somebody(first, 'unplaced', ({ nightsWished }) => nightsWished === 91);
  for (const page of [first, second]) {
    await page.goto(`/defenders/${code}`);
    await page.getByRole('button', { name: 'Change', exact: true }).first().click();
  }
  await first.getByRole('dialog').getByLabel('Nights wished').fill('89');
  await second.getByRole('dialog').getByLabel('Nights wished').fill('75');
  await second.getByRole('dialog').getByLabel('Quiet').check();
  await first.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(first.getByRole('dialog')).toHaveCount(0);
  await expect(first.getByRole('definition').filter({ hasText: /^89$/ })).toBeVisible();

  await second.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const notice = second.getByRole('dialog').getByRole('alert');
  await expect(notice).toContainText('Somebody changed this since you opened it.');
  await expect(notice.getByRole('row', { name: 'Nights wished 89 75' })).toBeVisible();
  await expect(second.getByRole('dialog').getByLabel('Nights wished')).toHaveValue('75');
  await expect(second.getByRole('dialog').getByLabel('Quiet')).toBeChecked();
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(second.getByRole('dialog')).toHaveCount(0);
  await expect(second.getByRole('definition').filter({ hasText: /^75$/ })).toBeVisible();
});
