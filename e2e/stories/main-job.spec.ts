import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../people.ts';

/** The people hosted this year, as the manager's page and file say it. */
const hostedIn = async (page: Page): Promise<number> => {
  const figure = page.getByRole('listitem').filter({ hasText: 'People hosted' }).first();
  await expect(figure).toBeVisible();
  return Number((/^\s*([\d,]+)/.exec(await figure.innerText())?.[1] ?? '').replaceAll(',', ''));
};

test('a coordinator matches and proposes, the city says yes, the board shows it, and the manager’s export counts it', async ({ open }) => {
  const year = String(new Date().getFullYear());
  const manager = await open('manager');
  await manager.goto(`/reports/${year}`);
  const before = await hostedIn(manager);

  const coordinator = await open('cleared');
  await coordinator.goto('/defenders?view=unplaced&sort=earliestArrival');
  await expect(coordinator.getByRole('heading', { name: 'Defenders' })).toBeVisible();
  const codes = await coordinator.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

  // Somebody whom Utrecht suits, whoever that is today.
  let codeName = '';
  for (const href of codes) {
    await coordinator.goto(`${href}/match?city=utrecht`);
    const utrecht = coordinator.getByRole('listitem').filter({ has: coordinator.getByRole('button', { name: 'Utrecht: why?' }) });
    await expect(utrecht).toBeVisible();
    if (await utrecht.getByRole('button', { name: 'Propose…' }).isVisible()) {
      codeName = await coordinator.getByRole('heading', { level: 1 }).innerText();
      await expect(coordinator.getByRole('heading', { name: 'Why Utrecht?' })).toBeVisible();
      await utrecht.getByRole('button', { name: 'Propose…' }).click();
      break;
    }
  }
  expect(codeName, 'an unplaced defender whom Utrecht suits').not.toBe('');
  const dialog = coordinator.getByRole('dialog');
  await dialog.getByLabel('Why this city').fill('Quiet place, and the network for this work is there.');
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(coordinator.getByRole('heading', { level: 1, name: `${codeName} in Utrecht` })).toBeVisible();
  await expect(coordinator.getByText('Proposed', { exact: true }).first()).toBeVisible();

  const partner = await open('utrecht', { width: 390, height: 844 });
  await partner.goto('/city');
  const request = partner.getByRole('article').filter({ hasText: codeName });
  await expect(request).toBeVisible();
  await request.getByRole('button', { name: 'Yes, we can host' }).click();
  await partner.getByRole('dialog').getByRole('button', { name: /^Yes/ }).click();
  await expect(partner.getByRole('article').filter({ hasText: codeName }).getByRole('button', { name: 'Yes, we can host' })).toHaveCount(0);

  await coordinator.goto('/board?city=utrecht');
  const bar = coordinator.getByRole('grid').getByRole('button', { name: new RegExp(`^${codeName}, Confirmed`) });
  await expect(bar).toBeVisible();
  await bar.click();
  await coordinator.getByRole('dialog').getByRole('link', { name: 'Open the stay' }).click();
  await coordinator.getByRole('button', { name: 'Arrived…' }).click();
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await expect(coordinator.getByText('In stay', { exact: true }).first()).toBeVisible();

  await manager.reload();
  await expect.poll(() => hostedIn(manager)).toBe(before + 1);
  await manager.getByRole('button', { name: 'Export…' }).click();
  const exporting = manager.getByRole('dialog');
  await exporting.getByLabel('CSV').check();
  await exporting.getByLabel('What is it for?').fill('The yearly report of this story');
  const download = manager.waitForEvent('download');
  await exporting.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await (await download).path();
  const csv = await readFile(file, 'utf8');
  expect(csv).toContain(`"${String(before + 1)}"`);
  expect(csv).not.toContain(codeName);
});
