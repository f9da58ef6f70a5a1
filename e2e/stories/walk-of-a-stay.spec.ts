import { expect, test, type Page } from '@playwright/test';
import { startClockedSystem, type ClockedSystem } from '../clocked-system.ts';
import { overflowOf } from '../pages/inspect.ts';
import { inWords, plusDays } from '../sample-days.ts';

let system: ClockedSystem;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  system = await startClockedSystem();
});
test.afterAll(() => system.stop());

/** Everything of this stay and its person that a page could show, by the words it would be seen by. */
const wordsOf = ({ stay: { codeName, departsOn, leavesOn } }: ClockedSystem) => ({
  codeName, month: 'May 2027', arrivalDay: '13 May', departureDay: inWords(departsOn), leftOn: inWords(leavesOn),
  nights: '59 nights', nightsSpent: '57 nights', people: '3 people', ages: '4 to 11', language: 'Albanian', need: 'Quiet', place: 'Place', why: 'French is spoken there',
  lineOne: 'Canary Line One', lineTwo: 'Canary Line Two',
  knownAs: 'Canary Known As', legalName: 'Canary Legal Name', channel: 'Canary Channel', never: 'Canary Never', firstName: 'Canary Along', grown: 'Canary Grown', home: 'Canary Home',
  organisation: 'Canary Organisation', goBetween: 'Canary Go-Between', codeWord: 'Canary Word', atHome: 'Canary Sister', riskText: 'Canary Text', actor: 'Canary Actor',
  birthYear: '1931', childsYear: '2020',
});
type Fact = keyof ReturnType<typeof wordsOf>;

const read = async (page: Page): Promise<Fact[]> => {
  const text = await page.getByRole('main').innerText();
  return (Object.entries(wordsOf(system)) as [Fact, string][]).filter(([, word]) => text.includes(word)).map(([fact]) => fact).toSorted();
};
const offered = (page: Page) => page.getByRole('button', { name: /^Reveal: / }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

/** What each reveal that is offered opens on the page, besides what stood there before. */
async function revealAll(page: Page): Promise<Record<string, Fact[]>> {
  const before = new Set(await read(page));
  const opened: Record<string, Fact[]> = {};
  for (const name of await offered(page)) {
    await page.getByRole('button', { name: name ?? '', exact: true }).click();
    const asking = page.getByRole('dialog');
    await asking.getByLabel('Reason').fill('For the welcome');
    await asking.getByRole('button', { name: 'Reveal' }).click();
    await expect(asking).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Hide' })).toBeVisible();
    opened[name?.replace('Reveal: ', '') ?? ''] = (await read(page)).filter((fact) => !before.has(fact));
    await page.getByRole('button', { name: 'Hide' }).click();
  }
  return opened;
}

const needs: readonly Fact[] = ['ages', 'codeName', 'language', 'need', 'nights', 'people', 'place', 'why'];
const asked: readonly Fact[] = [...needs, 'month'];
const guest: readonly Fact[] = [...needs, 'arrivalDay', 'departureDay', 'lineOne', 'lineTwo'];
const sorted = (facts: readonly Fact[]) => facts.toSorted();

test('a partner sees of one stay, on each day of it, the matrix’s column and nothing beside it', async ({ page, context }) => {
  test.setTimeout(180_000);
  const { stay } = system;
  await system.signIn(context);
  const address = `${stay.origin}/city/stays/${stay.stayId}`;
  /** Comes to the stay on a day. */
  const on = async (moment: string) => {
    await system.tell(`at ${moment}`);
    await page.clock.setFixedTime(moment);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  };
  const picture = async (name: string) => {
    for (const [width, form] of [[1280, 'wide'], [390, 'phone']] as const) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflowOf(page)).toBe(0);
      // As tall as its page, so that nothing that sticks to the window's edge lies over it.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: test.info().outputPath(`${name}-${form}.png`) });
    }
    await page.setViewportSize({ width: 1280, height: 844 });
  };

  await on('2027-03-01T10:00:00Z');
  expect(await read(page)).toEqual(sorted(asked));
  expect(await offered(page)).toEqual([]);
  await picture('1-proposal');

  await on('2027-03-04T09:00:00Z');
  await page.getByRole('button', { name: `Yes, we can host: ${stay.codeName}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Yes, we host' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await on('2027-03-04T09:05:00Z');
  expect(await read(page)).toEqual(sorted(guest));
  expect(await revealAll(page)).toEqual({ 'First names of those who come along': ['firstName', 'grown'] });
  await system.tell('agree');
  await on('2027-03-04T09:10:00Z');
  expect(await read(page)).toEqual(sorted(guest));
  expect(await revealAll(page)).toEqual({ 'Name the guest goes by': ['knownAs'], 'How to reach the guest': ['channel', 'never'], 'First names of those who come along': ['firstName', 'grown'] });
  await picture('2-confirmation');

  await on(`${stay.arrivesOn}T15:00:00Z`);
  await page.getByRole('button', { name: `Arrived: ${stay.codeName}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the arrival' }).click();
  await expect(page.getByText('In stay', { exact: true })).toBeVisible();
  await system.tell(`grant ${plusDays(stay.arrivesOn, 7)}`);
  await on(`${stay.arrivesOn}T16:00:00Z`);
  expect(await read(page)).toEqual(sorted(guest));
  expect(await revealAll(page)).toEqual({ 'Name the guest goes by': ['knownAs'], 'How to reach the guest': ['channel', 'never'], 'First names of those who come along': ['firstName', 'grown'], 'Legal name': ['legalName'] });
  await picture('3-arrival');

  await on(`${plusDays(stay.arrivesOn, 8)}T09:00:00Z`);
  expect(await offered(page)).not.toContain('Reveal: Legal name');

  await on(`${stay.leavesOn}T18:00:00Z`);
  await page.getByRole('button', { name: `Departed: ${stay.codeName}` }).click();
  const leaving = page.getByRole('dialog');
  await leaving.getByRole('textbox').last().fill('Left in a hurry, to family.');
  await leaving.getByRole('button', { name: 'Record the departure' }).click();
  await expect(page.getByText('What is left')).toBeVisible();
  await on(`${stay.leavesOn}T18:05:00Z`);
  expect(await read(page)).toEqual(sorted(['codeName', 'leftOn', 'nightsSpent', 'place']));
  expect(await offered(page)).toEqual([]);
  await picture('4-departure');

  await on(`${plusDays(stay.leavesOn, 30)}T10:00:00Z`);
  expect(await read(page)).toEqual(sorted(['codeName', 'leftOn', 'nightsSpent', 'place']));

  await on(`${plusDays(stay.leavesOn, 31)}T10:00:00Z`);
  expect(await read(page)).toEqual([]);
  await picture('5-31-days-after');
  await page.goto(`${stay.origin}/city`);
  await page.waitForLoadState('networkidle');
  expect(await read(page)).toEqual([]);
});
