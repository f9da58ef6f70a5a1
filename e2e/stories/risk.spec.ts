import { expect, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';

test('a risk note closes a city for the match, and a newer note takes its place', async ({ open }) => {
  const page = await open('cleared');
  const { code } = await somebody(page, 'unplaced', ({ track }) => track === 'ARTIST');
  const zwolle = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Zwolle: why?' }) });
  await page.goto(`/defenders/${code}/match`);
  await expect(zwolle).toContainText('Fits');

  await page.goto(`/defenders/${code}/risk`);
  await expect(page.getByText('No risk note')).toBeVisible();
  await page.getByRole('button', { name: 'New risk note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is known').fill('Sample text: a relative of the threat lives there.');
  await dialog.getByLabel('Zwolle').check();
  await dialog.getByRole('button', { name: 'Keep the note' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('definition').filter({ hasText: 'Zwolle' })).toBeVisible();
  await page.goto(`/defenders/${code}/match`);
  await expect(zwolle).toContainText('Blocked');

  await page.goto(`/defenders/${code}/risk`);
  await page.getByRole('button', { name: 'Write a newer note' }).click();
  await dialog.getByLabel('What is known').fill('Sample text: the relative has moved abroad.');
  await dialog.getByLabel('Zwolle').uncheck();
  await dialog.getByLabel('Restricted: only cleared coordinators read it').check();
  await dialog.getByRole('button', { name: 'Keep the note' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByText('Older notes').click();
  await expect(page.getByText('Replaced by a newer note')).toBeVisible();
  await page.goto(`/defenders/${code}/match`);
  await expect(zwolle).toContainText('Fits');

  // Without clearance one sees that there is a note, and may not open it.
  const other = await open('coordinator');
  await other.goto(`/defenders/${code}/risk`);
  await expect(other.getByText('The text needs clearance. The planner obeys it all the same.').first()).toBeVisible();
});

test('a coordinator without clearance sees that a hidden rule blocks a city, and can’t open the note', async ({ open }) => {
  const [coordinator, cleared] = [await open('coordinator'), await open('cleared')];
  const { code } = await somebody(cleared, 'unplaced', ({ passportValidUntil }, { risk }) => passportValidUntil === null && risk.restricted > 0);
  await coordinator.goto(`/defenders/${code}/match?city=utrecht`);
  const utrecht = coordinator.getByRole('listitem').filter({ has: coordinator.getByRole('button', { name: 'Utrecht: why?' }) });
  await expect(utrecht).toContainText('Blocked');
  await expect(utrecht).toContainText('By a risk note you may not read');
  await coordinator.goto(`/defenders/${code}/risk`);
  await expect(coordinator.getByText('Hidden without clearance').first()).toBeVisible();
  await expect(coordinator.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);

  await cleared.goto(`/defenders/${code}/risk`);
  await cleared.getByRole('button', { name: 'Reveal: Risk note' }).first().click();
  await cleared.getByRole('dialog').getByLabel('Reason').fill('Review before the proposal');
  await cleared.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  await expect(cleared.getByText(/a second source confirms/)).toBeVisible();
  await cleared.getByRole('button', { name: 'Hide' }).click();
  await expect(cleared.getByText(/a second source confirms/)).toHaveCount(0);
});
