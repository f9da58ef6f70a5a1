import { Injectable } from '@nestjs/common';
import type {
  passkeyCreationOptions,
  passkeyMade,
  passkeyRequestOptions,
  passkeyUsed,
} from '@shelter-city/contract/passkeys';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import { Environment } from '../config/environment.ts';
import { challengeSeconds, Challenges, type ChallengeUse } from './challenges.ts';
import type { PasskeyRecord } from './passkeys.repository.ts';

const programme = 'Shelter City';
/** COSE's numbers of EdDSA, ES256 and RS256: what devices in use can do. */
const supportedAlgorithmIDs = [-8, -7, -257];
const milliseconds = challengeSeconds * 1000;
const bytesOfId = (accountId: string) =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

/** WebAuthn, as we want it: bound to our origin, with the person verified by the device, findable without a name. */
@Injectable()
export class PasskeyCheck {
  private readonly origin: string;
  private readonly domain: string;

  constructor(
    environment: Environment,
    private readonly challenges: Challenges,
  ) {
    this.origin = new URL(environment.publicOrigin).origin;
    this.domain = new URL(environment.publicOrigin).hostname;
  }

  /** What a browser needs to make a passkey for an account; a device that has one already is left out. */
  async creationOptions(
    account: { readonly id: string; readonly email: string; readonly displayName: string },
    known: readonly string[],
  ): Promise<z.input<typeof passkeyCreationOptions>> {
    const options = await generateRegistrationOptions({
      rpName: programme,
      rpID: this.domain,
      userID: bytesOfId(account.id),
      userName: account.email,
      userDisplayName: account.displayName,
      challenge: this.challenges.give({ purpose: 'register', about: account.id }),
      timeout: milliseconds,
      attestationType: 'none',
      supportedAlgorithmIDs,
      excludeCredentials: known.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return {
      ...options,
      rp: { id: this.domain, name: programme },
      timeout: milliseconds,
      attestation: 'none',
      excludeCredentials: known.map((id) => ({ id, type: 'public-key' })),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
    };
  }

  /** What a browser needs to use a passkey. */
  async requestOptions(use: ChallengeUse): Promise<z.input<typeof passkeyRequestOptions>> {
    const options = await generateAuthenticationOptions({
      rpID: this.domain,
      challenge: this.challenges.give(use),
      timeout: milliseconds,
      userVerification: 'required',
    });
    return {
      challenge: options.challenge,
      rpId: this.domain,
      timeout: milliseconds,
      userVerification: 'required',
    };
  }

  /** The credential that a device made for this account; null when anything about it is wrong. Works at the gate. */
  async made(accountId: string, made: z.output<typeof passkeyMade>) {
    const expectedChallenge = await this.challenges.spend(made.clientDataJson, {
      purpose: 'register',
      about: accountId,
    });
    if (expectedChallenge === null) return null;
    const result = await verifyRegistrationResponse({
      response: {
        id: made.credentialId,
        rawId: made.credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: made.clientDataJson,
          attestationObject: made.attestationObject,
        },
      },
      expectedChallenge,
      expectedOrigin: this.origin,
      expectedRPID: this.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    }).catch(() => null);
    if (!result?.verified) return null;
    const { id, publicKey, counter } = result.registrationInfo.credential;
    return { id, publicKey, counter, transports: made.transports };
  }

  /** The new count of a passkey whose owner signed this challenge; null when anything is wrong. Works at the gate. */
  async used(
    passkey: PasskeyRecord,
    used: z.output<typeof passkeyUsed>,
    use: ChallengeUse,
  ): Promise<number | null> {
    const expectedChallenge = await this.challenges.spend(used.clientDataJson, use);
    if (expectedChallenge === null) return null;
    const owner = Buffer.from(bytesOfId(passkey.accountId)).toString('base64url');
    if (used.userHandle !== null && used.userHandle !== owner) return null;
    const result = await verifyAuthenticationResponse({
      response: {
        id: used.credentialId,
        rawId: used.credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: used.clientDataJson,
          authenticatorData: used.authenticatorData,
          signature: used.signature,
          ...(used.userHandle !== null && { userHandle: used.userHandle }),
        },
      },
      expectedChallenge,
      expectedOrigin: this.origin,
      expectedRPID: this.domain,
      credential: {
        id: Buffer.from(passkey.credentialId).toString('base64url'),
        publicKey: passkey.publicKey,
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    }).catch(() => null);
    return result?.verified ? result.authenticationInfo.newCounter : null;
  }
}
