import { typeDay } from '../pages/fields.ts';
import { expect, test } from '../people.ts';
import { plusDays, today } from '../sample-days.ts';

test('a coordinator asks a city for dates, the city confirms them, and the coordinator sees it', async ({ open }) => {
  const coordinator = await open('coordinator');
  await coordinator.goto('/cities');
  await coordinator.getByRole('table').getByRole('link', { name: 'Maastricht' }).click();
  await coordinator.getByRole('button', { name: 'Ask for dates: House B' }).click();
  const asking = coordinator.getByRole('dialog');
  await typeDay(asking, 'From', plusDays(today(), 100));
  await typeDay(asking, 'Until', plusDays(today(), 170));
  await asking.getByLabel('Note').fill('Somebody of the spring call would fit.');
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  const asked = coordinator.getByRole('listitem').filter({ hasText: 'Somebody of the spring call would fit.' });
  await expect(asked).toContainText('Requested');
  // A coordinator can't sign for a city.
  await expect(asked.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  const partner = await open('maastricht');
  await partner.goto('/city/capacity');
  const request = partner.getByRole('listitem').filter({ hasText: 'Somebody of the spring call would fit.' });
  await request.getByRole('button', { name: /^Other dates/ }).click();
  const answering = partner.getByRole('dialog');
  await typeDay(answering, 'Until', plusDays(today(), 150));
  await answering.getByLabel('It is certain: confirm it at once').uncheck();
  await answering.getByRole('button', { name: 'Offer these dates' }).click();
  await expect(request).toContainText('Offered');
  await request.getByRole('button', { name: /^Confirm/ }).click();
  await partner.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(request).toContainText('Confirmed');

  await coordinator.reload();
  await expect(asked).toContainText('Confirmed');
  await expect(asked).toContainText('50 nights');
});

test('a city closes days, opens them again, and can’t close days on which a guest is there', async ({ open }) => {
  const page = await open('nijmegen');
  await page.goto('/city/capacity');
  await page.getByRole('button', { name: 'More for House A', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Close some days…' }).click();
  const dialog = page.getByRole('dialog');
  await typeDay(dialog, 'Closed from', today());
  await typeDay(dialog, 'Open again on', plusDays(today(), 5));
  await dialog.getByLabel('Reason').selectOption('Repair');
  await dialog.getByRole('button', { name: 'Close these days' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Reason')).not.toHaveValue('');

  await typeDay(dialog, 'Closed from', plusDays(today(), 200));
  await typeDay(dialog, 'Open again on', plusDays(today(), 210));
  await dialog.getByRole('button', { name: 'Close these days' }).click();
  await expect(dialog).toHaveCount(0);
  const closed = page.getByRole('listitem').filter({ hasText: 'Closed' }).filter({ hasText: 'Repair' });
  await expect(closed).toBeVisible();
  await closed.getByRole('button', { name: /^Open again/ }).click();
  await expect(closed).toHaveCount(0);
});

test('a city says of a whole year that it is still right', async ({ open }) => {
  const page = await open('theHague');
  await page.goto('/city/capacity');
  const years = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Confirm all of|^Yes, still right/ }) });
  await expect(years.first()).toBeVisible();
  const waiting = await years.count();
  await years.first().getByRole('button').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await dialog.getByRole('button', { name: /^Confirm all of|^Yes, still right/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(years).toHaveCount(waiting - 1);
});
