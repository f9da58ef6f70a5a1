import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chown,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './processes.ts';
import type { ServerUser } from './server-user.ts';

/** The major version whose binaries the project brings; a data folder of another one can't be opened by them. */
const majorVersion = '18';
const passwordFile = 'superuser-password';

/**
 * Makes sure that a whole data folder is there and answers its superuser's password. It is made beside its
 * place and moved there at the end, so that a killed start never leaves half a folder under the real name.
 */
export async function ensureDataFolder(
  user: ServerUser,
  { sync }: { readonly sync: boolean },
): Promise<string> {
  const folder = user.dataFolder;
  await mkdir(path.dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  if (await isWhole(folder)) return readPassword(folder);
  await moveAside(folder);

  const password = randomBytes(24).toString('base64url');
  const half = `${folder}.new-${String(process.pid)}`;
  const secret = `${half}.password`;
  await mkdir(half, { mode: 0o700 });
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (user.identity.uid !== undefined) {
    await chown(half, user.identity.uid, user.identity.gid ?? 0);
    await chown(secret, user.identity.uid, user.identity.gid ?? 0);
  }
  await initialise(user, half, secret, sync);
  await rename(secret, path.join(half, passwordFile));
  await rename(half, folder);
  return password;
}

async function isWhole(folder: string): Promise<boolean> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === '') return false;
  if (version.trim() !== majorVersion) {
    throw new Error(
      `${folder} was made by PostgreSQL ${version.trim()}, but this is ${majorVersion}. Move it away to begin with an empty database.`,
    );
  }
  return (
    (await exists(path.join(folder, 'global', 'pg_control'))) &&
    (await exists(path.join(folder, passwordFile)))
  );
}

async function readPassword(folder: string): Promise<string> {
  return (await readFile(path.join(folder, passwordFile), 'utf8')).trim();
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** What a killed `initdb` left behind, if the process that ran it is gone. */
async function removeLeftovers(folder: string): Promise<void> {
  const start = `${path.basename(folder)}.new-`;
  const parent = path.dirname(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(start) || isAlive(Number.parseInt(name.slice(start.length), 10))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** A folder that isn't whole is never deleted: somebody's data may be in it. */
async function moveAside(folder: string): Promise<void> {
  const content = await readdir(folder).catch(() => undefined);
  if (!content) return;
  if (content.length === 0) {
    await rmdir(folder);
    return;
  }
  for (let n = 1; ; n += 1) {
    const aside = `${folder}.incomplete-${String(n)}`;
    if (await exists(aside)) continue;
    await rename(folder, aside);
    return;
  }
}

async function initialise(
  user: ServerUser,
  folder: string,
  secret: string,
  sync: boolean,
): Promise<void> {
  const [program = '', ...rest] = [
    ...user.prefix,
    user.binaries.initdb,
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in locale sorts the same on every machine and needs nothing installed.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ];
  const child = spawn(program, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    ...user.identity,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb failed in ${folder}:\n${said.trim()}`);
}
