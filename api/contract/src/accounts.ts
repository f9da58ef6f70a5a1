import { z } from 'zod';
import { chosenPassword, signIn } from './credentials.ts';
import { done, endpoint } from './endpoint.ts';
import { accountName, cityName, id, instant, name, reason, version } from './fields.ts';
import { passkeyCreationOptions, passkeyMade } from './passkeys.ts';
import { readableName } from './readable.ts';
import { sessionView } from './session.ts';
import { languages, roles } from './vocabulary.ts';

/** Whether somebody who was invited has come, and may come. */
export const accountStates = ['INVITED', 'ACTIVE', 'DISABLED'] as const;

export const accountView = z
  .strictObject({
    id,
    displayName: z.string(),
    email: z.string(),
    role: z.enum(roles),
    city: cityName.nullable(),
    riskCleared: z.boolean(),
    state: z.enum(accountStates),
    /** Until when a link that was handed over opens the account; null when none does. */
    linkUntil: instant.nullable(),
    /** What another administrator must decide. */
    recovery: z
      .strictObject({ id, reason: z.string(), askedBy: accountName, askedAt: instant })
      .nullable(),
    version,
  })
  .meta({ id: 'Account' });
export type AccountView = z.output<typeof accountView>;

const duties = z.strictObject({
  role: z.enum(roles),
  /** The one city of a city partner; null for every other role. */
  cityId: id.nullable(),
  riskCleared: z.boolean(),
});
export const newAccount = duties
  .extend({
    email: signIn.shape.email,
    displayName: readableName(2, 80),
    language: z.enum(languages),
  })
  .meta({ id: 'NewAccount' });
export type NewAccount = z.input<typeof newAccount>;
export const accountDuties = duties.extend({ version }).meta({ id: 'AccountDuties' });
export type AccountDuties = z.input<typeof accountDuties>;

/** A link that is shown once, to be handed over; its secret stands behind the `#`, so that no server is ever told. */
const oneTimeLink = z.strictObject({ address: z.string(), expiresAt: instant }).meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.output<typeof oneTimeLink>;
const withLink = z.strictObject({ account: accountView, link: oneTimeLink });

const token = z.string().regex(/^[\w-]{43}$/);
export const linkView = z
  .strictObject({
    purpose: z.enum(['INVITE', 'RESET']),
    displayName: z.string(),
    email: z.string(),
    /** What the authenticator is given, as text and as the address that a QR code holds. */
    totpSecret: z.string(),
    totpAddress: z.string(),
  })
  .meta({ id: 'AccountLink' });
export type LinkView = z.output<typeof linkView>;
export const newPassword = z
  .strictObject({ password: chosenPassword, code: signIn.shape.code })
  .meta({ id: 'NewPassword' });

const byAccount = z.strictObject({ memberId: name });
const byToken = z.strictObject({ token });

/** What an administrator does with accounts. */
export const accounts = {
  list: endpoint({ action: 'account:list', summary: 'Every account, by name and role', method: 'GET', path: '/admin/accounts', reply: z.strictObject({ items: z.array(accountView) }) }),
  invite: endpoint({ action: 'account:invite', summary: 'Invite somebody', method: 'POST', path: '/admin/accounts', body: newAccount, reply: withLink }),
  inviteAgain: endpoint({ action: 'account:invite', summary: 'A new link for somebody who has not come yet', method: 'POST', path: '/admin/accounts/:memberId/link', params: byAccount, reply: withLink }),
  change: endpoint({ action: 'account:change', summary: 'Change role, city or clearance', method: 'PATCH', path: '/admin/accounts/:memberId', params: byAccount, body: accountDuties, reply: accountView }),
  disable: endpoint({ action: 'account:change', summary: 'Let somebody in no more', method: 'POST', path: '/admin/accounts/:memberId/disabling', params: byAccount, body: z.strictObject({ version }), reply: accountView }),
  enable: endpoint({ action: 'account:change', summary: 'Let somebody in again', method: 'POST', path: '/admin/accounts/:memberId/enabling', params: byAccount, body: z.strictObject({ version }), reply: accountView }),
  endSessions: endpoint({ action: 'account:end-sessions', summary: 'End every session of somebody, who may come in again', method: 'POST', path: '/admin/accounts/:memberId/sessions/end', params: byAccount, body: z.strictObject({ reason }), reply: done }),
  askRecovery: endpoint({ action: 'account:recover', summary: 'Ask to let somebody back in who lost every way', method: 'POST', path: '/admin/accounts/:memberId/recoveries', params: byAccount, body: z.strictObject({ reason }), reply: accountView }),
  approveRecovery: endpoint({ action: 'account:recover', summary: 'Approve what another administrator asked', method: 'POST', path: '/admin/recoveries/:recoveryId/approval', params: z.strictObject({ recoveryId: name }), reply: withLink }),
  refuseRecovery: endpoint({ action: 'account:recover', summary: 'Refuse or take back a recovery', method: 'POST', path: '/admin/recoveries/:recoveryId/refusal', params: z.strictObject({ recoveryId: name }), reply: accountView }),
} as const;

/** What the holder of a link does, before being anybody. The token travels in the body, so that no log sees it. */
export const accountLinks = {
  look: endpoint({ action: 'account-link:use', summary: 'What a link opens', method: 'POST', path: '/account-link', body: byToken, reply: linkView }),
  usePassword: endpoint({ action: 'account-link:use', summary: 'Set a password with an authenticator, and sign in', method: 'POST', path: '/account-link/password', body: newPassword.extend({ token }), reply: sessionView }),
  passkeyOptions: endpoint({ action: 'account-link:use', summary: 'What a browser needs to make the first passkey', method: 'POST', path: '/account-link/passkey/options', body: byToken, reply: passkeyCreationOptions }),
  usePasskey: endpoint({ action: 'account-link:use', summary: 'Register the first passkey, and sign in', method: 'POST', path: '/account-link/passkey', body: z.strictObject({ token, passkey: passkeyMade }), reply: sessionView }),
} as const;
