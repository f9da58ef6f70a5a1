import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import type { Role } from '@shelter-city/contract/vocabulary';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { sessionCookie } from '../../src/access/session-cookie.ts';
import { Environment } from '../../src/config/environment.ts';
import { createApp } from '../../src/create-app.ts';
import { daysAsTexts } from '../../src/persistence/days-as-texts.ts';
import { anAccount } from '../factories/account.ts';
import { insert } from '../factories/insert.ts';
import { Asker, type Answering } from './asker.ts';
import { MovableClock } from './movable-clock.ts';
import { ownerPool } from './owner-pool.ts';

/** One who is signed in, with the ids behind it. */
export type SignedIn = Asker & {
  readonly accountId: string;
  readonly sessionId: string;
  /** As a browser would send it back. */ readonly cookie: string;
};

/** The running application with what a test arranges and looks behind it with. */
export type TestApp = {
  readonly app: NestFastifyApplication;
  /** The owner's connections: they bypass every policy. */
  readonly owner: pg.Pool;
  /** The same owner's address, for what opens connections of its own. */
  readonly ownerUrl: string;
  readonly clock: MovableClock;
  /** The key ring's file, for sealing what the application shall open. */
  readonly keyFile: string;
  readonly anybody: Asker;
  /** Everything that was logged so far. */
  log(): string;
  /** Moves the API's clock and the database's own, which the row policies ask; sessions live by the machine's. */
  moveTo(moment: string): Promise<void>;
  /** Makes an account and an open session by SQL, without the sign-in. */
  signedInAs(
    role: Role,
    details?: { readonly cityId?: string; readonly riskCleared?: boolean },
  ): Promise<SignedIn>;
  stop(): Promise<void>;
};

/** Signs accounts in by SQL, without the sign-in, for whatever answers. */
export const signingIn =
  (owner: pg.Pool, app: Answering, secure: boolean): TestApp['signedInAs'] =>
  async (role, { cityId, riskCleared = false } = {}) => {
    const accountId = await anAccount(owner, { role, cityId: cityId ?? null, riskCleared });
    const token = randomBytes(32).toString('base64url');
    const { id: sessionId } = await insert(owner, 'session', {
      accountId,
      tokenHash: createHash('sha256').update(token).digest(),
      device: 'spec',
      // By the database's clock, which the test's doesn't move.
      expiresAt: new Date('2099-01-01T00:00:00Z'),
    });
    const cookie = `${sessionCookie(secure)}=${token}`;
    return Object.assign(new Asker(app, { cookie }), { accountId, sessionId, cookie });
  };

/** On which database the application starts, when not on an empty one of its own, and with which environment variables on top. */
type Starting = {
  readonly settings?: Readonly<Record<string, string>>;
  readonly database?: TestDatabase;
};

/** Starts the application; its database goes with it. */
export async function startApp({ settings = {}, database: given }: Starting = {}): Promise<TestApp> {
  const database = given ?? (await cloneDatabase());
  const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-spec-'));
  const keyFile = path.join(folder, 'keys.json');
  const clock = new MovableClock();
  const lines: string[] = [];
  const environment = new Environment({
    DATABASE_URL: database.apiUrl,
    KEY_FILE: keyFile,
    PORT: '0',
    POOL_SIZE: '5',
    NODE_ENV: 'test',
    ...settings,
  });
  const app = await createApp({
    environment,
    clock,
    logTo: {
      write: (line) => {
        lines.push(line);
      },
    },
  });
  const owner = ownerPool(database.ownerUrl, { max: 4, types: daysAsTexts });
  return {
    app,
    owner,
    ownerUrl: database.ownerUrl,
    clock,
    keyFile,
    anybody: new Asker(app),
    log: () => lines.join(''),
    async moveTo(moment) {
      clock.moveTo(moment);
      // Only the owner can: what the application may do never includes setting the database's clock.
      await owner.query(
        `CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
         RETURN '${clock.now().toISOString()}'::timestamptz`,
      );
    },
    signedInAs: signingIn(owner, app, environment.secure),
    async stop() {
      await app.close();
      await owner.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
