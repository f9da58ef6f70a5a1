import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { languages } from '@shelter-city/contract/vocabulary';
import { untranslatedIn } from '../catalogues.ts';
import { arrivals, cohortOfTwelve, fiveCities } from '../cohort-of-twelve.ts';
import { chooseEntry, press, type, typeDayByKeys } from '../pages/by-keyboard.ts';
import { axeFaults, colourFaults, overflowOf, showTheme, textsOf } from '../pages/inspect.ts';
import { plusDays, today } from '../sample-days.ts';
import { startStorySystem, type StorySystem } from '../server.ts';
import { signInEverybody, type Person, type SignedIn } from '../sign-in-everybody.ts';

// The later tests look at what the first one made.
base.describe.configure({ mode: 'serial' });

const test = base.extend<{ readonly open: (person: Person, width?: number) => Promise<Page> }>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, width = 1440) => {
      const context = await browser.newContext({ baseURL: system.origin, viewport: { width, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
      contexts.push(context);
      await context.addCookies([{ ...signedIn[person], url: system.origin, httpOnly: true, sameSite: 'Strict' }]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

// A cohort that is published takes everybody who awaits a place: so this story has a system of its own.
let system: StorySystem;
let signedIn: Record<Person, SignedIn>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  system = await startStorySystem('api-of-the-plan.log');
  signedIn = await signInEverybody(system.origin);
  await system.arrange(cohortOfTwelve);
});
test.afterAll(async () => {
  await system.stop();
});

const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true });
const row = (page: Page, codeName: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: codeName, exact: true }) });

/** The plan that is open, as its page knows it: to find whom the story is about. */
async function planOf(page: Page): Promise<PlanView> {
  const id = /plans\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  return plans.show.reply.parse(await (await page.request.get(`/api/plans/${id}`)).json());
}

const wish = (page: Page, codeName: string, what: RegExp) => chooseEntry(page.getByRole('button', { name: `Wishes for ${codeName}` }), what);

async function make(page: Page, button: Locator): Promise<PlanView> {
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/run'));
  await press(button);
  await begun;
  await expect.poll(async () => (await planOf(page)).status, { timeout: 60_000 }).toBe('DONE');
  await expect(page.getByText('No better plan exists.')).toBeVisible();
  return planOf(page);
}

test('a cohort of twelve is planned over five cities, pinned, banned, compared, explained and published, by keyboard', async ({ open }) => {
  test.setTimeout(240_000);
  const page = await open('coordinator');
  await page.goto('/plans');
  await expect(page.getByText('12 people await a place')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await press(page.getByRole('button', { name: 'New plan' }).first());
  const dialog = page.getByRole('dialog');
  await type(dialog.getByLabel('Name', { exact: true }), 'Next autumn');
  await typeDayByKeys(dialog, 'Arrivals from', plusDays(today(), arrivals.from));
  await typeDayByKeys(dialog, 'Arrivals before', plusDays(today(), arrivals.until + 1));
  expect(await axeFaults(page)).toEqual([]);
  await press(dialog.getByRole('button', { name: 'Begin the plan' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Next autumn' })).toBeVisible();

  // Five places, each for two after each other: ten of the twelve, and a proof that nobody could place more.
  const made = await make(page, button(page, 'Make the plan'));
  expect([made.placed, made.people]).toEqual([10, 12]);
  expect(made.proof).toEqual({ isBest: true, morePeopleAtMost: 0 });
  expect(new Set(made.cohort.flatMap(({ seat }) => (seat ? [seat.city.name] : [])))).toEqual(new Set(fiveCities));
  expect(await axeFaults(page)).toEqual([]);

  // One is pinned, one banned from where the plan had them.
  const seated = made.cohort.filter(({ seat }) => seat !== null);
  const [pinned, banned] = [seated[0]!, seated.find(({ seat }) => seat?.city.name !== seated[0]?.seat?.city.name)!];
  await wish(page, pinned.defender.codeName, /Pin here/);
  await expect(row(page, pinned.defender.codeName)).toContainText('Pinned');
  await wish(page, banned.defender.codeName, /^Not in/);
  await expect(row(page, banned.defender.codeName)).toContainText(`Not in ${banned.seat?.city.name ?? ''}`);
  const again = await make(page, button(page, 'Make anew, moving as few as possible'));
  const now = (codeName: string) => again.cohort.find(({ defender }) => defender.codeName === codeName);
  expect(now(pinned.defender.codeName)?.seat).toEqual(pinned.seat);
  expect(now(banned.defender.codeName)?.seat?.city.name).not.toBe(banned.seat?.city.name);
  expect(again.placed).toBe(10);

  // Why somebody has no place: who has the nights instead.
  const left = again.cohort.find(({ leftOutBecause }) => leftOutBecause === 'OTHERS_NEED_IT')!;
  await press(page.getByRole('button', { name: `${left.defender.codeName}: why?` }));
  const why = page.getByRole('dialog');
  await expect(why.getByRole('heading', { name: `Why has ${left.defender.codeName} no place?` })).toBeVisible();
  await expect(why.getByText('has it in this plan').first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // A copy in which the pin goes, beside the first.
  await chooseEntry(page.getByRole('button', { name: 'More' }), 'Copy…');
  await type(page.getByRole('dialog').getByLabel('Name of the copy'), 'Next autumn, otherwise');
  await press(page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Next autumn, otherwise' })).toBeVisible();
  await wish(page, pinned.defender.codeName, /No longer pinned/);
  await expect(row(page, pinned.defender.codeName)).not.toContainText('Pinned');
  await wish(page, pinned.defender.codeName, /^Not in/);
  await expect(row(page, pinned.defender.codeName)).toContainText(`Not in ${pinned.seat?.city.name ?? ''}`);
  await make(page, button(page, 'Make anew'));
  await chooseEntry(page.getByRole('button', { name: 'More' }), 'Compare with Next autumn');
  await expect(page.getByRole('heading', { level: 1, name: 'Drafts side by side' })).toBeVisible();
  await expect(page.getByRole('rowgroup', { name: pinned.seat?.city.name ?? '' }).getByRole('button', { name: new RegExp(`^${pinned.defender.codeName}, draft B, moves`) })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await press(button(page, 'Table'));
  await expect(row(page, pinned.defender.codeName)).toContainText(/Another city|Left out here|Placed only here/);
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Between draft and publication another coordinator proposes one of them.
  await press(page.getByRole('link', { name: 'Next autumn', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Next autumn' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Who, where and when' })).toBeVisible();
  const other = await open('cleared');
  const { seat, defender } = again.cohort.find((one) => one.seat !== null && one.defender.code !== pinned.defender.code)!;
  const proposed = await other.request.post('/api/proposals', {
    headers: { origin: system.origin, 'sec-fetch-site': 'same-origin' },
    data: { code: defender.code, placeId: seat?.place.id, arrivesOn: seat?.span.from, departsOn: seat?.span.until, why: 'The city asked for this person.', holdUntil: plusDays(today(), 7) },
  });
  expect(proposed.status()).toBe(200);
  await press(page.getByRole('button', { name: 'Publish…' }));
  const publishing = page.getByRole('dialog');
  await type(publishing.getByLabel('Why these cities'), 'Each has room and people who know this work.');
  expect(await axeFaults(page)).toEqual([]);
  await press(publishing.getByRole('button', { name: 'Propose them all' }));
  await expect(publishing.getByText('Nothing was proposed. This no longer holds:')).toBeVisible();
  await expect(publishing.getByRole('listitem')).toHaveCount(1);
  await expect(publishing.getByRole('listitem')).toContainText(defender.codeName);
  expect(await axeFaults(page)).toEqual([]);
  const proposals = async () => (await (await other.request.get(`/api/board?from=${plusDays(today(), 240)}&until=${plusDays(today(), 420)}`)).json() as { stays: { status: string }[] }).stays.filter(({ status }) => status === 'PROPOSED').length;
  expect(await proposals()).toBe(1);

  // The rest is planned anew with as few moved as possible, and published.
  const rest = await make(page, button(publishing, 'Make anew, moving as few as possible'));
  expect(rest.placed).toBe(9);
  await expect(page.getByText('9 of 12 placed')).toBeVisible();
  await press(page.getByRole('button', { name: 'Publish…' }));
  await type(page.getByRole('dialog').getByLabel('Why these cities'), 'Each has room and people who know this work.');
  await press(page.getByRole('dialog').getByRole('button', { name: 'Propose them all' }));
  await expect(page.getByText('Everybody with a place in this plan was proposed.')).toBeVisible();
  expect(await proposals()).toBe(10);
  expect(await axeFaults(page)).toEqual([]);

  // Five partners find their requests, with the code names and without the days.
  for (const [person, city] of [['maastricht', 'Maastricht'], ['middelburg', 'Middelburg'], ['nijmegen', 'Nijmegen'], ['theHague', 'The Hague'], ['utrecht', 'Utrecht']] as const) {
    const asked = rest.cohort.filter((one) => one.seat?.city.name === city).map((one) => one.defender.codeName);
    const partner = await open(person, 390);
    await partner.goto('/city');
    for (const codeName of asked) await expect(partner.getByRole('heading').getByRole('link', { name: codeName, exact: true })).toBeVisible();
    expect((await partner.request.get(`/api/plans`)).status()).toBe(403);
  }
});

// What the story left behind: a draft and a published plan. The draft gets a name without a gap, as long as a name may be.
for (const language of languages) {
  test(`the pages of plans and what opens over them in ${language} are accessible in light and dark, whole on a phone, and all in this language`, async ({ open }) => {
    test.setTimeout(120_000);
    const page = await open('coordinator');
    await page.context().addCookies([{ name: 'language', value: language, url: system.origin, sameSite: 'Strict' }]);
    const { items } = plans.list.reply.parse(await (await page.request.get('/api/plans')).json());
    const [draft, published] = [items.find(({ status, placed }) => status === 'DONE' && placed > 0)!, items.find(({ status }) => status === 'PUBLISHED')!];
    const copied = await page.request.post(`/api/plans/${draft.id}/copies`, { headers: { origin: system.origin, 'sec-fetch-site': 'same-origin' }, data: { name: `${language}${'Aufnahmestadt'.repeat(6)}` } });
    const { id, cohort } = plans.copy.reply.parse(await copied.json());
    const left = cohort.find(({ seat }) => seat === null)?.defender.code ?? '';
    const head = page.getByRole('main').locator('header');
    const looks: readonly (readonly [what: string, address: string, open?: () => Promise<void>])[] = [
      ['the list', '/plans'],
      ['a plan', `/plans/${id}`],
      ['a published plan', `/plans/${published.id}`],
      ['drafts side by side', `/plans/${id}/comparison?beside=${draft.id},${published.id}`],
      ['drafts as a table', `/plans/${id}/comparison?beside=${draft.id},${published.id}&view=table`],
      ['why', `/plans/${id}?who=${left}`],
      ['publishing', `/plans/${id}`, () => head.locator('button.bg-accent').press('Enter')],
      ['changing', `/plans/${id}`, async () => { await head.getByRole('button').last().press('Enter'); await page.getByRole('menuitem').first().press('Enter'); }],
    ];
    const isUntranslated = untranslatedIn(language);
    const found: string[] = [];
    for (const [what, address, opening] of looks) {
      await page.goto(address);
      if (what !== 'why') await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await opening?.();
      if (opening !== undefined || what === 'why') await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
      await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
      const faults = await axeFaults(page);
      await showTheme(page, 'dark');
      faults.push(...(await colourFaults(page)).map((fault) => `dark: ${fault}`));
      await showTheme(page, 'light');
      faults.push(...(await textsOf(page)).filter(isUntranslated).map((text) => `not in this language: “${text}”`));
      await page.setViewportSize({ width: 360, height: 740 });
      const overflow = await overflowOf(page);
      if (overflow > 0) faults.push(`${String(overflow)} px too wide`);
      if (language === 'en') faults.push(...(await axeFaults(page)).map((fault) => `on a phone: ${fault}`));
      await page.setViewportSize({ width: 1440, height: 900 });
      found.push(...faults.map((fault) => `${what}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
}
