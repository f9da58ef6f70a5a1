import type { Page } from '@playwright/test';
import { codeOf } from '../authenticator.ts';
import { choose } from '../pages/fields.ts';
import { axeFaults, overflowOf } from '../pages/inspect.ts';
import { expect, test } from '../people.ts';

/**
 * Gives the page's browser a device with a passkey store that always recognises its owner. Its owner chooses at once what
 * is offered or asked for, unless they are told to wait.
 */
async function withDevice(page: Page): Promise<{ ownerChooses: (enabled: boolean) => Promise<void>; isOffered: () => Promise<void> }> {
  const offers: string[] = [];
  await page.exposeFunction('noteOffer', (mediation: string) => offers.push(mediation));
  await page.addInitScript(() => {
    const get = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (request) => {
      const answer = get(request);
      void (globalThis as unknown as { noteOffer: (mediation: string) => Promise<void> }).noteOffer(request?.mediation ?? 'at once');
      return answer;
    };
  });
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    ownerChooses: async (enabled) => {
      await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
    isOffered: async () => {
      await expect.poll(() => offers.at(-1)).toBe('conditional');
    },
  };
}

/** Invites a coordinator as an administrator does; answers the link. */
async function invite(admin: Page, name: string): Promise<string> {
  await admin.goto('/admin/accounts');
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  const asking = admin.getByRole('dialog', { name: 'Invite somebody' });
  await asking.getByLabel('Name').fill(name);
  await asking.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`);
  await asking.getByRole('button', { name: 'Make the link' }).click();
  const shown = admin.getByRole('alertdialog', { name: `A link for ${name}` });
  const link = await shown.getByLabel('Link', { exact: true }).inputValue();
  await shown.getByRole('button', { name: 'Done' }).click();
  // Once it is put away nobody can have it shown again.
  await expect(admin.getByText(link)).toHaveCount(0);
  return link;
}

/** Takes somebody in, so that the case is one's own, and opens who they are with a reason. */
async function takesInAndReveals(page: Page, legalName: string): Promise<void> {
  await page.goto('/defenders/new');
  await choose(page, 'Country of work', 'Somaliland');
  await choose(page, 'Now in', 'Kenya');
  await page.getByLabel('Nights wished').fill('60');
  await page.getByLabel('Legal name').fill(legalName);
  await page.getByRole('button', { name: 'Take in' }).click();
  await expect(page.getByText(/^Taken in as /)).toBeVisible();
  await expect(page.getByText(legalName)).toHaveCount(0);
  await page.getByRole('button', { name: 'Reveal: Identity' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByLabel('Reason').fill('The border asks for the papers');
  await asking.getByRole('button', { name: 'Reveal' }).click();
  await expect(asking).toHaveCount(0);
  await expect(page.getByText(legalName)).toBeVisible();
}

test('from an invitation to a passkey, out and in again with it, to a reveal', async ({ open, page }) => {
  test.setTimeout(40_000);
  const link = await invite(await open('admin'), 'Story Newcomer');
  const token = new URL(link).hash.slice(1);
  expect(token).not.toBe('');
  const { ownerChooses, isOffered } = await withDevice(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await expect(page.getByText('Welcome, Story Newcomer.')).toBeVisible();
  expect(page.url()).not.toContain(token);
  await page.getByLabel('Name of the passkey').fill('The story’s laptop');
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  // What stands behind the # is no part of a request.
  expect(asked.filter((url) => url.split('#')[0]?.includes(token))).toEqual([]);

  await page.getByRole('button', { name: /^Story Newcomer/ }).click();
  await ownerChooses(false);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await isOffered();
  // What waits in the list gives way to the button.
  await ownerChooses(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await takesInAndReveals(page, 'Storiana');

  // From the list under the e-mail field, without the button.
  await page.getByRole('button', { name: /^Story Newcomer/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Remove The story’s laptop' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('Add another passkey first.');
});

test('from an invitation to a password with an authenticator, whose link then opens nothing', async ({ open, page }) => {
  test.setTimeout(40_000);
  const link = await invite(await open('admin'), 'Story Typist');
  await page.goto(link);
  const secret = await page.locator('code').innerText();
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('textbox', { name: 'New password' }).fill('passwordpassword');
  await page.getByLabel('Authenticator code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'New password' })).toHaveAttribute('aria-invalid', 'true');
  const password = 'seven quiet otters under a granite bridge';
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  await page.getByRole('button', { name: /^Story Typist/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill('story.typist@example.org');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  // The code of now set the password and works once; the next one is accepted a little early, for clocks that differ.
  await page.getByLabel('Authenticator code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await takesInAndReveals(page, 'Storietta');

  // Another password in place of it; the account is open here alone from then on.
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Change the password' }).click();
  const changing = page.getByRole('dialog', { name: 'Change the password' });
  await changing.getByLabel('Password of now').fill('something that it never was');
  await changing.getByRole('textbox', { name: 'New password' }).fill('nine brass kettles over the frozen harbour');
  await changing.getByRole('button', { name: 'Change the password' }).click();
  await expect(changing.getByText('This is not your password.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await changing.getByLabel('Password of now').fill(password);
  await changing.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('The password was changed.')).toBeVisible();
  await expect(changing).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('This link opens nothing any more');
});
