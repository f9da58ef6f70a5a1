import type { Fault } from './audit-chain.ts';
import type { Signer } from './key-ring.ts';

/** Where the chain ended at a moment, as it was signed. */
export type Anchor = { readonly position: number; readonly hash: string; readonly at: string };

type SignedAnchor = Anchor & { readonly signature: string };

const signed = ({ position, hash, at }: Anchor): Uint8Array =>
  Buffer.from(`shelter-city audit anchor\n${String(position)}\n${hash}\n${at}`);

/** One line for the anchor file. */
export const anchorLine = (signer: Signer, anchor: Anchor): string =>
  `${JSON.stringify({
    ...anchor,
    signature: Buffer.from(signer.sign(signed(anchor))).toString('base64'),
  } satisfies SignedAnchor)}\n`;

/**
 * The first anchor of a file that isn't ours or doesn't agree with the chain: forged, past the chain's end (rows were cut
 * off), or with another hash than the one that stands there (the chain was written anew).
 */
export async function firstBadAnchor(
  file: string,
  signer: Signer,
  hashAt: (position: number) => Promise<Uint8Array | null>,
): Promise<Fault | null> {
  for (const [index, line] of file.split('\n').entries()) {
    if (line === '') continue;
    const anchor = readAnchor(line);
    const anchorLine = index + 1;
    if (
      anchor === null ||
      !signer.isSigned(signed(anchor), Buffer.from(anchor.signature, 'base64'))
    )
      return { kind: 'forged anchor', position: null, seq: null, anchorLine };
    const { position } = anchor;
    const hash = await hashAt(position);
    if (hash === null) return { kind: 'cut off', position, seq: null, anchorLine };
    if (Buffer.from(hash).toString('hex') !== anchor.hash)
      return { kind: 'rewritten', position, seq: null, anchorLine };
  }
  return null;
}

function readAnchor(line: string): SignedAnchor | null {
  try {
    const { position, hash, at, signature } = JSON.parse(line) as Partial<SignedAnchor>;
    return typeof position === 'number' &&
      typeof hash === 'string' &&
      typeof at === 'string' &&
      typeof signature === 'string'
      ? { position, hash, at, signature }
      : null;
  } catch {
    return null;
  }
}
