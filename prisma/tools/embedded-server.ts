import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureDataFolder } from './data-folder.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { commandLine, endProcess, followingPrefix } from './processes.ts';
import { type ServerUser, chooseServerUser } from './server-user.ts';

/** What an embedded server is asked for. */
export interface EmbeddedServerOptions {
  /** Absolute; made when it isn't there. */
  readonly dataFolder: string;
  /** A free one when not given. */
  readonly port?: number;
  /** Speed before durability, and the data folder goes when the server stops: for tests and measurements. */
  readonly throwAway?: boolean;
  /** What to do with a server that already runs on these data: end it (an orphan), or be its guest. */
  readonly ifRunning?: 'replace' | 'reuse';
  /** Hears what the server logs from the time it takes connections. */
  readonly onLog?: (text: string) => void;
  /** `false` leaves out the user namespace that root otherwise gets. */
  readonly userNamespace?: boolean;
}

/** A running PostgreSQL 18 of our own, on 127.0.0.1 only. */
export interface EmbeddedServer {
  readonly port: number;
  readonly pid: number;
  /** Where the data really lie, which may not be where they were asked for when another user runs the server. */
  readonly dataFolder: string;
  /** Connection URL of the superuser `postgres`. */
  url(database: string): string;
  /** Settles when the server ends without having been asked to; a guest never hears of it. */
  readonly lost: Promise<void>;
  /** Ends it in order; does nothing for a guest. */
  stop(): Promise<void>;
}

const settings = {
  lasting: {
    max_connections: '100',
    shared_buffers: '128MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
  },
  throwAway: {
    max_connections: '200',
    shared_buffers: '256MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_wal_size: '4GB',
  },
  always: {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // A row's values stand in a failed statement and in an error's detail: neither may reach a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  },
} as const;

/** Starts PostgreSQL on the folder's data, whatever state a killed predecessor left them in. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const throwAway = options.throwAway ?? false;
  const user = await chooseServerUser(await findPostgresBinaries(), options.dataFolder, {
    userNamespace: options.userNamespace ?? true,
  });
  const running = await runningServer(user.dataFolder);
  const password = await ensureDataFolder(user, { sync: !throwAway });
  if (running && options.ifRunning === 'reuse') {
    const lost = new Promise<void>(() => undefined);
    return {
      ...describe(running.port, running.pid, user, password),
      lost,
      stop: () => Promise.resolve(),
    };
  }
  if (running) await endServer(running.pid, 'in order');
  await rm(path.join(user.dataFolder, 'postmaster.pid'), { force: true });

  const { child, port } = await launch(user, options.port, throwAway);
  if (options.onLog) child.stderr?.on('data', options.onLog);
  const pid = child.pid ?? 0;
  let asked = false;
  const lost = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (!asked) resolve();
    });
  });
  const atExit = (): void => void child.kill('SIGQUIT');
  process.once('exit', atExit);
  return {
    ...describe(port, pid, user, password),
    lost,
    async stop() {
      asked = true;
      await endServer(pid, throwAway ? 'now' : 'in order');
      process.off('exit', atExit);
      if (throwAway) await rm(user.dataFolder, { recursive: true, force: true });
    },
  };
}

function describe(
  port: number,
  pid: number,
  user: ServerUser,
  password: string,
): Omit<EmbeddedServer, 'stop' | 'lost'> {
  return {
    port,
    pid,
    dataFolder: user.dataFolder,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${String(port)}/${database}`,
  };
}

/** The server that `postmaster.pid` speaks of, if that process lives and really is a PostgreSQL on these data. */
async function runningServer(
  folder: string,
): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const lines = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const pid = Number(lines[0]);
  const command = await commandLine(pid);
  if (!command.includes('postgres') || !command.includes(folder)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; lasting data survive each. */
function endServer(pid: number, how: 'in order' | 'now'): Promise<void> {
  return endProcess(pid, [
    ...(how === 'in order' ? ([['SIGINT', 10_000]] as const) : []),
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
}

async function launch(
  user: ServerUser,
  wanted: number | undefined,
  throwAway: boolean,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const child = spawnServer(user, port, throwAway);
    const failure = await untilReady(child);
    if (failure === undefined) return { child, port };
    // The port was taken meanwhile, or the last back-ends of a killed server are still going.
    const passing = /Address already in use|shared memory block|is still in use/.test(failure);
    if (!passing || attempt === 10 || (wanted !== undefined && failure.includes('Address'))) {
      throw new Error(
        `PostgreSQL didn't start on ${user.dataFolder}, port ${String(port)}:\n${failure}`,
      );
    }
    await pause(300);
  }
}

function spawnServer(user: ServerUser, port: number, throwAway: boolean): ChildProcess {
  const chosen = { ...settings.always, ...(throwAway ? settings.throwAway : settings.lasting) };
  const [program = '', ...rest] = [
    ...user.prefix,
    ...followingPrefix('INT'),
    user.binaries.postgres,
    '-D',
    user.dataFolder,
    '-p',
    String(port),
    ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return spawn(program, rest, {
    // Its own group: Ctrl-C in a terminal goes to us, and we stop it after those who use it.
    detached: true,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    ...user.identity,
  });
}

/** Resolves to nothing when the server takes connections, or to what it said when it gave up. */
async function untilReady(child: ChildProcess): Promise<string | undefined> {
  let said = '';
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', () => {
      resolve(said.trim());
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-8_000);
      if (!text.includes('ready to accept connections')) return;
      said = '';
      // Neither the pipe nor the child keeps a process alive that has nothing else to do.
      child.unref();
      (child.stderr as { unref?: () => void } | null)?.unref?.();
      resolve(undefined);
    });
  });
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => {
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      });
  });
}
