import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyRingOfFile } from '../api/vault/src/key-ring.ts';
import { checkRestored } from '../prisma/keeping/backup-check.ts';
import { restore } from '../prisma/keeping/restore.ts';
import { startEmbeddedServer } from '../prisma/tools/embedded-server.ts';
import { anchorFile } from './anchor-file.ts';
import { backupFromArguments } from './backup-arguments.ts';
import { main } from './refusal.ts';
import { keyFile } from './sample.ts';
import { say } from './steps.mjs';

/** Restores a backup into an empty server of its own, looks at everything, and throws that server away. */
await main(async () => {
  const { folder, ...files } = backupFromArguments('verify-backup');
  const ring = keyRingOfFile(keyFile);
  const place = await mkdtemp(path.join(tmpdir(), 'shelter-city-backup-'));
  const server = await startEmbeddedServer({
    dataFolder: path.join(place, 'postgres'),
    throwAway: true,
  });
  try {
    const ownerUrl = server.url('postgres');
    const manifests = await restore(ownerUrl, files, ring);
    const found = await checkRestored(
      ownerUrl,
      manifests,
      ring,
      path.join(folder, path.basename(anchorFile)),
    );
    for (const fault of found.faults) say(fault);
    if (found.faults.length > 0) return 1;
    say(
      `The backup is whole: ${String(found.rows)} rows, ${String(found.auditRows)} of them one audit chain, every table guarded.`,
    );
    say(
      `The key ring opens ${String(found.opened)} sealed values; ${String(found.erased)} stay shut, their keys are gone.`,
    );
    return 0;
  } finally {
    await server.stop();
    await rm(place, { recursive: true, force: true });
  }
});
