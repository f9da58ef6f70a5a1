import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { PasskeyMade, PasskeyUsed } from '@shelter-city/contract/passkeys';

type Options = { readonly challenge: string; readonly origin: string; readonly rpId: string };
/** What an honest device would not do. */
type Bent = {
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string | null;
};

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url');

/** A device with one ES256 passkey, as WebAuthn describes it: enough of CBOR and COSE to be believed. */
export class Authenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credential = randomBytes(32);
  private count = 0;

  /** Makes the passkey. */
  make({ challenge, origin, rpId }: Options, name = 'A key', bent: Bent = {}): PasskeyMade {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
      Buffer.from([0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credential.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credential, cose]);
    const data = Buffer.concat([this.head(rpId, 0x40, bent), attested]);
    const size = Buffer.alloc(2);
    size.writeUInt16BE(data.length);
    const text = (value: string) =>
      Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      Buffer.from([0x59]),
      size,
      data,
    ]);
    return {
      name,
      credentialId: base64url(this.credential),
      clientDataJson: clientData('webauthn.create', challenge, origin),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    };
  }

  /** Signs a challenge with it. */
  use({ challenge, origin, rpId }: Options, bent: Bent = {}): PasskeyUsed {
    const authenticatorData = this.head(rpId, 0, bent);
    const clientDataJson = clientData('webauthn.get', challenge, origin);
    const signature = createSign('sha256')
      .update(authenticatorData)
      .update(sha256(Buffer.from(clientDataJson, 'base64url')))
      .sign(this.keys.privateKey);
    return {
      credentialId: base64url(this.credential),
      clientDataJson,
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
      userHandle: bent.userHandle ?? null,
    };
  }

  private head(rpId: string, flags: number, { unverified = false, counter }: Bent): Buffer {
    this.count = counter ?? this.count + 1;
    const present = 0x01;
    const verified = unverified ? 0 : 0x04;
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags | present | verified);
    rest.writeUInt32BE(this.count, 1);
    return Buffer.concat([sha256(rpId), rest]);
  }
}

const clientData = (type: string, challenge: string, origin: string) =>
  base64url(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
