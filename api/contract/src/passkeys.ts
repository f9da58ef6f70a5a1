import { z } from 'zod';
import { passkeyName } from './credentials.ts';
import { done, endpoint } from './endpoint.ts';
import { id, instant, name } from './fields.ts';
import { sessionView } from './session.ts';

const base64url = (atMost: number) => z.string().regex(/^[\w-]+$/).max(atMost);
const credentialId = base64url(1400);
const transports = z.array(z.string().max(20)).max(8);

/** What a browser needs to make a passkey: WebAuthn's creation options, as JSON. */
export const passkeyCreationOptions = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
    timeout: z.int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key') })),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
  })
  .meta({ id: 'PasskeyCreationOptions' });

/** What a browser needs to use a passkey: WebAuthn's request options, as JSON. Any of the device's keys for us will do. */
export const passkeyRequestOptions = z
  .object({ challenge: z.string(), rpId: z.string(), timeout: z.int(), userVerification: z.literal('required') })
  .meta({ id: 'PasskeyRequestOptions' });

/** A passkey that a device made, with its owner's word for it. */
export const passkeyMade = passkeyName
  .extend({
    credentialId,
    clientDataJson: base64url(4000),
    attestationObject: base64url(20_000),
    transports,
  })
  .meta({ id: 'PasskeyMade' });
export type PasskeyMade = z.input<typeof passkeyMade>;

/** What a device signed with a passkey. */
export const passkeyUsed = z
  .strictObject({
    credentialId,
    clientDataJson: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(200).nullable(),
  })
  .meta({ id: 'PasskeyUsed' });
export type PasskeyUsed = z.input<typeof passkeyUsed>;

export const ownPasskey = z
  .strictObject({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })
  .meta({ id: 'OwnPasskey' });
export type OwnPasskey = z.output<typeof ownPasskey>;

const byId = z.strictObject({ passkeyId: name });
const own = z.strictObject({ items: z.array(ownPasskey) });

export const passkeys = {
  startOptions: endpoint({ action: 'session:start', summary: 'What a browser needs to sign in with a passkey', method: 'POST', path: '/session/passkey/options', reply: passkeyRequestOptions }),
  start: endpoint({ action: 'session:start', summary: 'Sign in with a passkey', method: 'POST', path: '/session/passkey', body: passkeyUsed, reply: sessionView }),
  proofOptions: endpoint({ action: 'session:prove', summary: 'What a browser needs to show again who is there', method: 'POST', path: '/session/passkey/proof/options', reply: passkeyRequestOptions }),
  prove: endpoint({ action: 'session:prove', summary: 'Show again who is there, with a passkey', method: 'POST', path: '/session/passkey/proof', body: passkeyUsed, reply: sessionView }),
  list: endpoint({ action: 'passkey:list', summary: 'Own passkeys', method: 'GET', path: '/passkeys', reply: own }),
  addOptions: endpoint({ action: 'passkey:add', summary: 'What a browser needs to make a passkey', method: 'POST', path: '/passkeys/options', reply: passkeyCreationOptions }),
  add: endpoint({ action: 'passkey:add', summary: 'Register a passkey', method: 'POST', path: '/passkeys', body: passkeyMade, reply: own }),
  rename: endpoint({ action: 'passkey:rename', summary: 'Rename a passkey', method: 'PATCH', path: '/passkeys/:passkeyId', params: byId, body: passkeyName, reply: done }),
  remove: endpoint({ action: 'passkey:remove', summary: 'Remove a passkey, unless it is the last way in', method: 'DELETE', path: '/passkeys/:passkeyId', params: byId, reply: done }),
} as const;
