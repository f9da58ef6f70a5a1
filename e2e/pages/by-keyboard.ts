import type { Locator, Page } from '@playwright/test';

/** More stops than any page of the stories has. */
const stopsAtMost = 400;

/** Goes with the Tab key to something, as one without a mouse does; fails when no number of presses leads there. */
export async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  const there = () => target.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < stopsAtMost; stop += 1) {
    if (await there()) return;
    await target.page().keyboard.press('Tab');
  }
  throw new Error(`The Tab key leads nowhere near ${String(target)}`);
}

/** Goes to a button or link and presses it. */
export async function press(target: Locator): Promise<void> {
  await reach(target);
  await target.page().keyboard.press('Enter');
}

/** Goes to a field and types, letter by letter. */
export async function type(field: Locator, text: string): Promise<void> {
  await reach(field);
  await field.page().keyboard.type(text);
}

/** Goes to a date field and types a day: day, month, year. */
export async function typeDayByKeys(within: Locator | Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const field = within.getByRole('group', { name: label, exact: true });
  await type(field.getByRole('spinbutton', { name: /^day/ }), `${date}${month}${year}`);
}

/** Opens a menu and goes down to the first entry of that name with the arrow keys. */
export async function chooseEntry(button: Locator, name: RegExp | string): Promise<void> {
  const page = button.page();
  await press(button);
  const entries = page.getByRole('menu').getByRole('menuitem');
  await entries.first().waitFor();
  const entry = page.getByRole('menuitem', typeof name === 'string' ? { name, exact: true } : { name }).first();
  for (let down = 0; down < (await entries.count()); down += 1) {
    if (await entry.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}
