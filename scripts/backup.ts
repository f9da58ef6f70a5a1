import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { keyRingOfFile } from '../api/vault/src/key-ring.ts';
import { backUp } from '../prisma/keeping/backup.ts';
import { anchorFile } from './anchor-file.ts';
import { withOwnerUrl } from './owner-url.ts';
import { dataFolder } from './project.ts';
import { main } from './refusal.ts';
import { keyFile } from './sample.ts';
import { say } from './steps.mjs';

/** Writes a backup of the running system into a folder: the data, the vault apart, and the anchors of the audit log. */
await main(() =>
  withOwnerUrl(async (ownerUrl) => {
    const now = Temporal.Now.instant();
    const name = now.toString({ smallestUnit: 'second' }).replaceAll(':', '');
    const folder = path.resolve(process.argv[2] ?? path.join(dataFolder, 'backups', name));
    const { data, vault } = await backUp(ownerUrl, folder, keyRingOfFile(keyFile), now);
    await copyFile(anchorFile, path.join(folder, path.basename(anchorFile))).catch(() => undefined);
    const rows = (tables: readonly { readonly rows: number }[]) =>
      String(tables.reduce((sum, table) => sum + table.rows, 0));
    say(
      `Backed up: ${rows(data.tables)} rows of data, ${rows(vault.tables)} wrapped keys apart, in ${folder}`,
    );
    say('Keep vault.archive elsewhere and for days only: it is what makes an erased person');
    say('readable again. The key ring is in neither; without it both are noise.');
    return 0;
  }),
);
