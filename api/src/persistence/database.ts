import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaClient, type Prisma } from '@shelter-city/prisma/client';
import pg from 'pg';
import { currentActor, requestContext } from '../http/request-context.ts';
import { Environment } from '../config/environment.ts';
import { Batch, type Bound } from './batch.ts';
import { daysAsTexts } from './days-as-texts.ts';
import { entering, type DatabaseRole, type Entrance } from './entrance.ts';
import { Line } from './line.ts';
import type { Value } from './parameters.ts';
import { isWorthRetrying } from './retry.ts';
import { statementName } from './statement-names.ts';

type Open = {
  readonly client: Prisma.TransactionClient;
  readonly line: Line;
  /** What is done once it is committed, and never if it isn't. */
  readonly afterwards: (() => void)[];
};

/** Gives Prisma's adapter the connection of the transaction that is about to begin. */
class LinesOfTransactions extends pg.Pool {
  readonly beginning = new AsyncLocalStorage<Line>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(
    callback?: Parameters<pg.Pool['connect']>[0],
  ): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const line = this.beginning.getStore();
    return line ? super.connect().then((client) => line.through(client)) : super.connect();
  }
}

/**
 * The database as one request sees it: every statement runs in a transaction that first takes the asker's role and says
 * who asks. Prisma serves writes and single records; what is asked all day is SQL, on the same connections.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: LinesOfTransactions;
  private readonly root: PrismaClient;
  private readonly open = new AsyncLocalStorage<Open>();

  constructor(environment: Environment) {
    this.pool = new LinesOfTransactions({
      connectionString: environment.databaseUrl,
      max: environment.poolSize,
      statement_timeout: 5_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      // Prisma's adapter writes moments without a zone and reads them as UTC: so the session's zone is UTC, whatever the server's.
      // And no statement of ours runs long enough to be worth compiling, though a planner that sees no statistics thinks so.
      options: '-c TimeZone=UTC -c jit=off',
      types: daysAsTexts,
    });
    const logger = new Logger(Database.name);
    // Without a listener a restart of the server would take this process down. Its message may hold values: the code is enough.
    this.pool.on('error', (error: Error & { code?: string }) => {
      logger.warn(`A connection was lost (${error.code ?? error.name})`);
    });
    // The same for a connection that is in use: whoever uses it hears of it through what was asked.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.root = new PrismaClient({
      adapter: new PrismaPg(this.pool, { statementNameGenerator: statementName }),
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    });
  }

  /** The client of the transaction that is open; outside of one nothing can be asked. */
  get client(): Prisma.TransactionClient {
    return this.opened.client;
  }

  /**
   * One statement in the transaction that is open, without an answer: it goes along with the next one that has one, or
   * with the commit. So its failure shows there, and always before the end of `writing()`.
   */
  tell(text: string, values: readonly Value[]): void {
    this.opened.line.tell({ text, values });
  }

  /** One statement in the transaction that is open, with its rows; after all that was told before. */
  ask<Row extends pg.QueryResultRow>(text: string, values: readonly Value[]): Promise<Row[]> {
    return this.opened.line.ask<Row>({ text, values });
  }

  /** Begins something once the transaction that is open is committed: outside of it, and not at all when it fails. */
  afterCommit(next: () => void): void {
    this.opened.afterwards.push(next);
  }

  private get opened(): Open {
    const open = this.open.getStore();
    if (!open) throw new Error('No transaction is open: use reading() or writing()');
    return open;
  }

  /** Runs `work` as the asker in one transaction that can't write, joining the one already open if there is one. */
  reading<T>(work: () => Promise<T>): Promise<T> {
    return this.run({ ...asActor(), readOnly: true }, work);
  }

  /** Runs `work` as the asker in one transaction, again up to three times when others were in the way. */
  writing<T>(work: () => Promise<T>): Promise<T> {
    return this.run({ ...asActor(), readOnly: false }, work);
  }

  /** Runs `work` as a role that isn't the asker's: the gate before sign-in, the timed job. */
  as<T>(role: 'shelter_gate' | 'shelter_job', work: () => Promise<T>): Promise<T> {
    return this.run({ role, accountId: '', cityId: '', riskCleared: false, readOnly: false }, work);
  }

  /**
   * Runs `work` as the role that may count and see no row, in one transaction that can't write: for a figure of one city
   * that is protected among the figures of all. The raw ones are so granted to no city.
   */
  counting<T>(work: () => Promise<T>): Promise<T> {
    // Joined to an open one it would count as somebody else.
    if (this.open.getStore()) throw new Error('Counting needs a transaction of its own');
    return this.run({ role: 'shelter_manager', accountId: '', cityId: '', riskCleared: false, readOnly: true }, work);
  }

  private async run<T>(entrance: Entrance, work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const line = new Line(entrance);
        const afterwards: Open['afterwards'] = [];
        const done = await this.pool.beginning.run(line, () =>
          this.root.$transaction((client) =>
            this.open.run({ client, line, afterwards }, async () => {
              const result = await work();
              await line.settle();
              return result;
            }),
          ),
        );
        for (const next of afterwards) next();
        return done;
      } catch (error) {
        if (attempt >= 3 || !isWorthRetrying(error)) throw error;
      }
    }
  }

  /**
   * One hot read as the asker: who asks and the statement in one round trip, which is a transaction by itself. Inside an
   * open transaction it is a part of that one.
   */
  async select<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly Value[],
  ): Promise<Row[]> {
    const open = this.open.getStore();
    if (open) return open.line.ask<Row>({ text, values });
    return this.alone<Row>([
      entering({ ...asActor(), readOnly: true }, { onePlan: true }),
      { text, values },
    ]);
  }

  /** One statement as the login role itself, which may do nothing but call the gate's function. */
  async atTheGate<Row extends pg.QueryResultRow>(
    text: string,
    values: readonly Value[],
  ): Promise<Row[]> {
    return this.alone<Row>([{ text, values }]);
  }

  private async alone<Row extends pg.QueryResultRow>(statements: readonly Bound[]): Promise<Row[]> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      const batch = new Batch<Row>(statements);
      client.query(batch);
      return await batch.rows;
    } catch (error) {
      // A refused statement leaves the connection as it was; anything else may not.
      broken = error instanceof pg.DatabaseError ? undefined : new Error('A connection broke');
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Whether the database answers within two seconds. */
  async answers(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
    return Promise.race([
      this.pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      late,
    ]);
  }

  /** Last of all, when the server has answered what it was asked. */
  async onApplicationShutdown(): Promise<void> {
    await this.root.$disconnect();
    if (!this.pool.ended) await this.pool.end();
  }
}

const roleOf = {
  COORDINATOR: 'shelter_coordinator',
  CITY_PARTNER: 'shelter_city',
  MANAGER: 'shelter_manager',
  ADMIN: 'shelter_admin',
} as const satisfies Record<string, DatabaseRole>;

function asActor(): Omit<Entrance, 'readOnly'> {
  const { role, accountId, cityId, riskCleared } = currentActor();
  return { role: roleOf[role], accountId, cityId: cityId ?? '', riskCleared };
}

/** The id under which log and audit speak of this request. */
export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
