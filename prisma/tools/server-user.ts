import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';

/**
 * As whom PostgreSQL runs. It refuses to run as root, so for root there are two ways: a user namespace in
 * which root looks like somebody else (files stay root's, any folder will do), or, where the kernel forbids
 * that, a real other user, who needs programs and data in folders that he can enter.
 */
export interface ServerUser {
  /** Put before the program's path. */
  readonly prefix: readonly string[];
  /** The identity to take before the program starts, when it isn't the caller's. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  readonly binaries: PostgresBinaries;
  /** The folder where the data asked for in `folder` really lies. */
  readonly dataFolder: string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where programs and data go that another user must reach: outside every private folder, kept over a reboot. */
const sharedPlace = '/var/tmp';

/** Decides as whom to run the server whose data lie in `folder`; `userNamespace: false` leaves that way out. */
export async function chooseServerUser(
  binaries: PostgresBinaries,
  folder: string,
  { userNamespace = true }: { readonly userNamespace?: boolean } = {},
): Promise<ServerUser> {
  const asIs: ServerUser = { prefix: [], identity: {}, binaries, dataFolder: folder };
  if (process.getuid?.() !== 0) return asIs;
  const account = await serviceAccount();
  const prefix = [
    'unshare',
    '--user',
    `--map-user=${String(account.uid)}`,
    `--map-group=${String(account.gid)}`,
  ];
  if (userNamespace && succeeds([...prefix, 'true'])) return { ...asIs, prefix };
  return {
    prefix: [],
    identity: account,
    binaries: await reachableBinaries(binaries, account),
    dataFolder: await reachableDataFolder(folder, account),
  };
}

/** An account that isn't root's: PostgreSQL wants its number to have a name. */
async function serviceAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'daemon', 'nobody']) {
    const line = lines.find(([name]) => name === wanted);
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and no user postgres, daemon or nobody exists.',
  );
}

function succeeds(command: readonly string[], identity: Partial<Account> = {}): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'ignore', cwd: '/', ...identity }).status === 0;
}

async function reachableBinaries(
  binaries: PostgresBinaries,
  account: Account,
): Promise<PostgresBinaries> {
  if (succeeds(['test', '-x', binaries.postgres], account)) return binaries;
  const { mtimeMs, size } = await stat(binaries.postgres);
  const copy = sharedFolder('postgresql', `${binaries.root}:${String(mtimeMs)}:${String(size)}`);
  const made = await stat(copy).catch(() => undefined);
  if (made && made.uid !== 0) throw new Error(`${copy} belongs to somebody else: remove it.`);
  if (!made) {
    const half = `${copy}.${String(process.pid)}`;
    await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  return {
    root: copy,
    postgres: path.join(copy, 'bin', 'postgres'),
    initdb: path.join(copy, 'bin', 'initdb'),
  };
}

async function reachableDataFolder(folder: string, account: Account): Promise<string> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const reachable = succeeds(['test', '-x', parent], account);
  const place = reachable ? folder : path.join(sharedFolder('shelter-city', folder), 'postgres');
  await mkdir(path.dirname(place), { recursive: true });
  if (!reachable) await chown(path.dirname(place), account.uid, account.gid);
  return place;
}

function sharedFolder(name: string, key: string): string {
  return path.join(
    sharedPlace,
    `${name}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`,
  );
}
