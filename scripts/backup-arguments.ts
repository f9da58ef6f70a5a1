import path from 'node:path';
import { type BackupFiles, filesOfBackup } from '../prisma/keeping/backup.ts';
import { Refusal } from './refusal.ts';

/** The archives that a command was given: `<folder> [--vault <file>]`. */
export function backupFromArguments(command: string): BackupFiles & { readonly folder: string } {
  const given = process.argv.slice(2);
  const at = given.indexOf('--vault');
  const vault = at === -1 ? undefined : given[at + 1];
  const [folder] = at === -1 ? given : given.toSpliced(at, 2);
  if (folder === undefined)
    throw new Refusal(`Which backup? npm run ${command} -- <folder> [--vault <file>]`);
  const files = filesOfBackup(path.resolve(folder));
  return {
    folder: path.resolve(folder),
    ...files,
    ...(vault !== undefined && { vault: path.resolve(vault) }),
  };
}
