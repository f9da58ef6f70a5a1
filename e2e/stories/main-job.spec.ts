import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { typeDay } from '../pages/fields.ts';
import { expect, phone, test } from '../people.ts';
import { somebody } from '../sample-cases.ts';
import { inWords, plusDays, today } from '../sample-days.ts';
import { decideLastMonth } from '../server.ts';

/** How often something was proposed against a rule, as the page of the rules says. */
async function proposedAgainst(page: Page, rule: string): Promise<string> {
  await page.goto('/rules');
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: rule, exact: true }) }).getByRole('cell').nth(-2).innerText();
}

/** The people hosted in the year of the report that is open. */
async function hostedIn(page: Page): Promise<number> {
  const figure = page.getByRole('listitem').filter({ hasText: 'People hosted' }).first();
  await expect(figure).toBeVisible();
  return Number((/^\s*([\d,]+)/.exec(await figure.innerText())?.[1] ?? '').replaceAll(',', ''));
}

test('a coordinator matches and proposes, the city says yes, the board shows it, and the manager’s export counts it', async ({ open }) => {
  const nights = 20;
  const leaves = plusDays(today(), nights);
  const year = today().slice(0, 4);
  const manager = await open('manager');
  await manager.goto(`/reports/${year}`);
  const before = await hostedIn(manager);

  // Somebody who needs no visa can come at once.
  const coordinator = await open('coordinator');
  const { code, codeName } = await somebody(coordinator, 'unplaced', ({ visaNeeded }) => !visaNeeded);
  await coordinator.goto(`/defenders/${code}/match`);
  await coordinator.getByText('Try other dates').click();
  await typeDay(coordinator, 'Arrives from', today());
  await typeDay(coordinator, 'Arrives at the latest', today());
  await coordinator.getByLabel('Nights', { exact: true }).fill(String(nights));
  await coordinator.getByRole('button', { name: 'Look again' }).click();
  const utrecht = coordinator.getByRole('listitem').filter({ has: coordinator.getByRole('button', { name: 'Utrecht: why?' }) });
  await expect(utrecht).toContainText('Fits');
  await expect(utrecht).toContainText(`${String(nights)} nights`);
  await utrecht.getByRole('button', { name: 'Utrecht: why?' }).click();
  await expect(coordinator.getByRole('heading', { name: 'Why Utrecht?' })).toBeVisible();

  await utrecht.getByRole('button', { name: 'Propose…' }).click();
  const dialog = coordinator.getByRole('dialog');
  await dialog.getByLabel('Why this city').fill('A quiet place, and the network for this work is there.');
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  // Earlier than the person wrote: the answer says so, and it goes out once the person was asked.
  await expect(dialog.getByRole('alert')).toContainText('The defender can arrive from');
  await dialog.getByLabel('The person was asked and agrees to these days').check();
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  // Their word alone doesn't do: it is proposed with a reason, or not at all.
  await expect(dialog.getByText('Please give a reason.')).toBeVisible();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Why all the same').selectOption({ label: 'The person wishes it' });
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(coordinator.getByRole('heading', { level: 1, name: `${codeName} in Utrecht` })).toBeVisible();
  await expect(coordinator.getByText('Proposed', { exact: true }).first()).toBeVisible();
  const ground = coordinator.locator('section').filter({ has: coordinator.getByRole('heading', { name: 'What it was decided on' }) });
  await expect(ground.getByText('Proposed against: Arrival in the window')).toBeVisible();
  await expect(ground.getByText('Why all the same: The person wishes it')).toBeVisible();
  // The rules' page counts it once its month is over, as one of a few.
  const stay = coordinator.url();
  expect(await proposedAgainst(coordinator, 'Arrival in the window')).toBe('0');
  await decideLastMonth(/stays\/([0-9a-f-]{36})/.exec(stay)?.[1] ?? '');
  expect(await proposedAgainst(coordinator, 'Arrival in the window')).toBe('< 5');

  // The city reads the month and the reason; the days open with its yes.
  const partner = await open('utrecht', phone);
  await partner.goto('/city');
  await partner.getByRole('heading').getByRole('link', { name: codeName }).click();
  // The list says the same and has the same buttons: what is opened there is gone with it.
  await expect(partner.getByRole('heading', { level: 1, name: codeName })).toBeVisible();
  await expect(partner.getByText('A quiet place, and the network for this work is there.')).toBeVisible();
  await expect(partner.getByRole('main')).not.toContainText(inWords(leaves));
  await partner.getByRole('button', { name: `Yes, we can host: ${codeName}` }).click();
  await partner.getByRole('alertdialog').getByRole('button', { name: 'Yes, we host' }).click();
  await expect(partner.getByRole('dialog')).toContainText(inWords(leaves));

  await coordinator.goto('/board?city=utrecht');
  const bar = coordinator.getByRole('grid').getByRole('button', { name: new RegExp(`^${codeName}, Confirmed`) });
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
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain(String(before + 1));
  expect(csv).not.toContain(codeName);
});
