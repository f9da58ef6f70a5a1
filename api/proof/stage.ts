import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type EmbeddedServer,
  freePort,
  startEmbeddedServer,
} from '@shelter-city/prisma/tools/embedded-server';
import { apiLogin } from '@shelter-city/prisma/tools/login-role';
import { endProcess, followingPrefix, waitUntilGone } from '@shelter-city/prisma/tools/processes';
import { changeUrl, queryOnce } from '@shelter-city/prisma/tools/query';
import pg from 'pg';
import { databasesIn, keyFileIn, newDatabase, startDatabases } from '../bench/stage.ts';
import { daysAsTexts } from '../src/persistence/days-as-texts.ts';
import { signingIn, type TestApp } from '../test/harness/app.ts';
import { MovableClock } from '../test/harness/movable-clock.ts';
import { OverHttp } from './over-http.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** One API process of the built system. */
export class Api {
  private child: ChildProcess | undefined;
  private readonly logFile: string;
  private readonly waysOutFile: string;

  private constructor(
    readonly port: number,
    private readonly ownerUrl: string,
    private readonly folder: string,
  ) {
    this.logFile = path.join(folder, `api-${String(port)}.log`);
    this.waysOutFile = path.join(folder, `ways-out-${String(port)}.txt`);
  }

  static async start(ownerUrl: string, folder: string): Promise<Api> {
    const api = new Api(await freePort(), ownerUrl, folder);
    await api.start();
    return api;
  }

  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Everything that it wrote, whatever stream. */
  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Every connection, datagram and program that it began, and where each led. */
  waysOut(): readonly string[] {
    return readFileSync(this.waysOutFile, 'utf8').split('\n').filter((way) => way !== '');
  }

  async start(): Promise<void> {
    const log = openSync(this.logFile, 'a', 0o600);
    const command = [
      ...followingPrefix('TERM'),
      process.execPath,
      path.join(project, 'api/dist/main.js'),
    ];
    this.child = spawn(command[0] ?? process.execPath, command.slice(1), {
      cwd: project,
      stdio: ['ignore', log, log],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: changeUrl(this.ownerUrl, { user: apiLogin }),
        PORT: String(this.port),
        PUBLIC_ORIGIN: this.origin,
        KEY_FILE: keyFileIn(this.folder),
        WEB_ROOT: path.join(project, 'web/dist'),
        NODE_ENV: 'production',
        NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'watch-connections.mjs')}`,
        PROOF_WAYS_OUT: this.waysOutFile,
      },
    });
    await this.untilReady(60_000);
  }

  /** Waits until it serves; answers after how many milliseconds. */
  async untilReady(patience: number): Promise<number> {
    const begin = performance.now();
    while (performance.now() - begin < patience) {
      if (this.child?.exitCode !== null) break;
      const answer = await fetch(`${this.origin}/readyz`, {
        signal: AbortSignal.timeout(2_500),
      }).catch(() => undefined);
      if (answer?.ok) return performance.now() - begin;
      await pause(20);
    }
    throw new Error(`The API is not ready:\n${this.log().slice(-3_000)}`);
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await waitUntilGone(this.pid, 5_000);
  }

  async stop(): Promise<void> {
    await endProcess(this.pid, [
      ['SIGTERM', 8_000],
      ['SIGKILL', 2_000],
    ]);
  }
}

/** The running system as a proof sees it: a database, two processes on it, and who asks them in turn. */
export type System = Pick<TestApp, 'owner' | 'clock' | 'signedInAs'> & {
  readonly app: OverHttp;
  readonly apis: readonly [Api, Api];
  readonly ownerUrl: string;
  /** Its keys, its anchors and what its processes logged. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

/** What every part stands on: the server, and as many systems as it wants. */
export type Stage = {
  /** Where everything of the proof lies on disk: the databases' files, keys and logs. */
  readonly folder: string;
  /** Everything that PostgreSQL logged so far. */
  databaseLog(): string;
  /** Ends PostgreSQL, does something without it, and starts it again on the same data and port. */
  restartServer(meanwhile: () => Promise<void>): Promise<void>;
  /** Starts a system on an empty, migrated database. */
  system(name: string): Promise<System>;
};

/** Parts start systems of their own; what is left at the end is stopped here. */
export async function openStage(folder: string): Promise<Stage & { end(): Promise<void> }> {
  const running: System[] = [];
  let log = '';
  const onLog = (text: string) => {
    log += text;
  };
  let server: EmbeddedServer = await startDatabases(folder, onLog);
  return {
    folder,
    databaseLog: () => log,
    async restartServer(meanwhile) {
      const { port } = server;
      await server.stop();
      await meanwhile();
      server = await startEmbeddedServer({ dataFolder: databasesIn(folder), port, onLog });
    },
    async system(name) {
      const ownerUrl = await newDatabase(server, name);
      const own = path.join(folder, name);
      await mkdir(own, { mode: 0o700 });
      // One makes the ring of keys before the other looks for it.
      const first = await Api.start(ownerUrl, own);
      const apis = [first, await Api.start(ownerUrl, own)] as const;
      const app = new OverHttp(apis);
      const owner = new pg.Pool({ connectionString: ownerUrl, max: 4, types: daysAsTexts });
      owner.on('error', () => undefined);
      const stop = async () => {
        await Promise.all(apis.map((api) => api.stop()));
        await owner.end();
        await queryOnce(server.url('postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
      };
      const signedInAs = signingIn(owner, app, false);
      const system: System = {
        app,
        apis,
        owner,
        ownerUrl,
        folder: own,
        clock: new MovableClock(),
        signedInAs,
        stop,
      };
      running.push(system);
      return {
        ...system,
        stop: () => {
          running.splice(running.indexOf(system), 1);
          return stop();
        },
      };
    },
    async end() {
      for (const system of running) await system.stop().catch(() => undefined);
      await server.stop();
    },
  };
}
