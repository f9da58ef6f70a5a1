import { t } from '@lingui/core/macro';
import type {
  passkeyCreationOptions,
  passkeyRequestOptions,
  PasskeyMade,
  PasskeyUsed,
} from '@shelter-city/contract/passkeys';
import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import type { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';

/** Lets the device make a passkey; the reader's own word for it is added later. */
export async function makePasskey(
  options: z.output<typeof passkeyCreationOptions>,
): Promise<Omit<PasskeyMade, 'name'>> {
  const { id, response } = await startRegistration({ optionsJSON: options });
  return {
    credentialId: id,
    clientDataJson: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: response.transports ?? [],
  };
}

/**
 * Lets the device sign with a passkey that it holds for us: asked for at once, or offered in the list that the browser
 * opens under the name field until one is chosen. Whichever comes later ends the one before.
 */
export async function usePasskeyOfDevice(
  options: z.output<typeof passkeyRequestOptions>,
  offered: 'at once' | 'in the list' = 'at once',
): Promise<PasskeyUsed> {
  const { id, response } = await startAuthentication({
    optionsJSON: options,
    useBrowserAutofill: offered === 'in the list',
  });
  return {
    credentialId: id,
    clientDataJson: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle ?? null,
  };
}

/** Takes back what is offered in the list. */
export function endOffer(): void {
  WebAuthnAbortService.cancelCeremony();
}

/** What went wrong with a passkey, in words: the API's, or why the device gave none. */
export function passkeyFailureWords(failure: unknown): string {
  if (
    failure instanceof WebAuthnError &&
    failure.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
  )
    return t`This device holds a passkey of this account already.`;
  if (failure instanceof Error && ['NotAllowedError', 'AbortError'].includes(failure.name))
    return t`The device gave no passkey. Try again, or choose another way.`;
  if (failure instanceof Error && ['SecurityError', 'NotSupportedError'].includes(failure.name))
    return t`Passkeys do not work at this address or in this browser.`;
  return failureWords(failure);
}
