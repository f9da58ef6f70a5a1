import { typeDay } from '../pages/fields.ts';
import { expect, phone, test } from '../people.ts';
import { stayIn } from '../sample-cases.ts';
import { inWords, plusDays } from '../sample-days.ts';

test('a city says yes on its phone: only then the exact days open', async ({ open }) => {
  const { codeName, from, until } = await stayIn(await open('coordinator'), 'Utrecht', 'PROPOSED');
  const page = await open('utrecht', phone);
  await page.goto('/city');
  await expect(page.getByRole('heading', { name: codeName })).toBeVisible();
  const shown = await page.getByRole('main').innerText();
  expect(shown).not.toContain(inWords(from));
  expect(shown).not.toContain(inWords(until));
  await page.getByRole('button', { name: `Yes, we can host: ${codeName}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Yes, we host' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'To the stay' }).click();
  await expect(page.getByRole('heading', { level: 1, name: codeName })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(inWords(until));
  await expect(page.getByText('The child’s school must not publish class photographs.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Honduras');
});

test('a city offers other dates, and the coordinator takes them', async ({ open }) => {
  const coordinator = await open('cleared');
  const stay = await stayIn(coordinator, 'Maastricht', 'PROPOSED');
  const page = await open('maastricht', phone);
  await page.goto('/city');
  await page.getByRole('button', { name: `Yes, other dates: ${stay.codeName}` }).click();
  const dialog = page.getByRole('dialog');
  await typeDay(dialog, 'Arrival', plusDays(stay.from, 5));
  await typeDay(dialog, 'Departure', plusDays(stay.until, 5));
  await dialog.getByLabel('Note for the coordinator').fill('The house is painted in those days.');
  await dialog.getByRole('button', { name: 'Offer these dates' }).click();
  await expect(dialog).toHaveCount(0);

  await coordinator.goto(`/stays/${stay.id}`);
  await expect(coordinator.getByText('Maastricht can host on other dates:')).toBeVisible();
  await coordinator.getByRole('button', { name: 'Take the city’s dates' }).click();
  await expect(coordinator.getByText('The city’s dates were taken')).toBeVisible();
  await expect(coordinator.getByRole('main')).toContainText(inWords(plusDays(stay.until, 5)));
});

test('a city says no with a reason, and the coordinator is told at once', async ({ open }) => {
  const coordinator = await open('coordinator');
  const { codeName } = await stayIn(coordinator, 'Nijmegen', 'PROPOSED');
  const page = await open('nijmegen', phone);
  await page.goto('/city');
  await page.getByRole('button', { name: `No: ${codeName}` }).click();
  await page.getByRole('menuitem', { name: 'Nobody to accompany the guest then' }).click();
  await page.getByRole('dialog').getByLabel('Note for the coordinator').fill('Both of us are away.');
  await page.getByRole('dialog').getByRole('button', { name: 'Send no' }).click();
  await expect(page.getByRole('button', { name: `No: ${codeName}` })).toHaveCount(0);

  await coordinator.goto('/today');
  const line = coordinator.getByRole('main').getByRole('listitem').filter({ hasText: codeName });
  await expect(line).toContainText('Nijmegen said no');
  await expect(line.getByRole('link', { name: 'Match again' })).toBeVisible();
});

test('a city records an arrival, and another a departure', async ({ open }) => {
  const coordinator = await open('cleared');
  const arriving = await stayIn(coordinator, 'Nijmegen', 'TRAVELLING');
  const leaving = await stayIn(coordinator, 'The Hague', 'IN_STAY');

  const nijmegen = await open('nijmegen', phone);
  await nijmegen.goto('/city');
  await nijmegen.getByRole('button', { name: `Arrived: ${arriving.codeName}` }).click();
  await nijmegen.getByRole('dialog').getByRole('button', { name: 'Record the arrival' }).click();
  await expect(nijmegen.getByRole('button', { name: `Departed: ${arriving.codeName}` })).toBeVisible();

  const theHague = await open('theHague');
  await theHague.goto('/city');
  await theHague.getByRole('button', { name: `Departed: ${leaving.codeName}` }).click();
  await theHague.getByRole('dialog').getByRole('button', { name: 'Record the departure' }).click();
  await expect(theHague.getByRole('button', { name: `Departed: ${leaving.codeName}` })).toHaveCount(0);

  await coordinator.goto(`/stays/${arriving.id}`);
  await expect(coordinator.getByText('In stay', { exact: true }).first()).toBeVisible();
  await coordinator.goto(`/stays/${leaving.id}`);
  await expect(coordinator.getByText('Departed', { exact: true }).first()).toBeVisible();
});

test('a return is reviewed by a cleared coordinator before the guest leaves', async ({ open }) => {
  const page = await open('cleared');
  const stay = await stayIn(page, 'Amsterdam', 'IN_STAY');
  await page.goto(`/stays/${stay.id}`);
  await page.getByRole('button', { name: 'Return reviewed' }).click();
  await expect(page.getByText('The return was reviewed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Return reviewed' })).toHaveCount(0);
});
