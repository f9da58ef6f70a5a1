import type { Locator, Page } from '@playwright/test';

/** Types a day into a date field, as a person does: day, month, year, without a mouse. */
export async function typeDay(within: Locator | Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const field = within.getByRole('group', { name: label, exact: true });
  await field.getByRole('spinbutton', { name: /^day/ }).focus();
  await field.page().keyboard.type(`${date}${month}${year}`);
}

/** Chooses from a list that narrows while one types. */
export async function choose(within: Locator | Page, label: string, text: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label, exact: true });
  await field.fill(text);
  await field.page().getByRole('option', { name: text, exact: true }).click();
}
