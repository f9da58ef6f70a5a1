import { keyRingOfFile } from '../api/vault/src/key-ring.ts';
import type { Fault } from '../api/vault/src/audit-chain.ts';
import { checkAuditLog } from '../prisma/keeping/audit-check.ts';
import { anchorFile } from './anchor-file.ts';
import { withOwnerUrl } from './owner-url.ts';
import { main } from './refusal.ts';
import { keyFile } from './sample.ts';
import { say } from './steps.mjs';

/** Looks at every row of the audit log and every signed anchor, and names the first that isn't as it was written. */
await main(() =>
  withOwnerUrl(async (ownerUrl) => {
    const { rows, anchors, faults } = await checkAuditLog(
      ownerUrl,
      keyRingOfFile(keyFile),
      anchorFile,
    );
    for (const fault of faults) say(sentence(fault));
    if (faults.length > 0) return 1;
    say(
      `The audit log is whole: ${String(rows)} rows in one chain, ${String(anchors)} signed anchors agree.`,
    );
    return 0;
  }),
);

function sentence({ kind, position, seq, anchorLine }: Fault): string {
  const where = [
    position === null ? null : `position ${String(position)} of the chain`,
    seq === null ? null : `row ${seq} of the log`,
    anchorLine === null ? null : `line ${String(anchorLine)} of the anchor file`,
  ];
  return `The audit log was tampered with (${kind}): ${where.filter((one) => one !== null).join(', ')}.`;
}
