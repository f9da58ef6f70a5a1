import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaClient, type Prisma } from '@shelter-city/prisma/client';
import pg from 'pg';
import { currentActor, requestContext } from '../http/request-context.ts';
import { Environment } from '../config/environment.ts';
import { daysAsTexts } from './days-as-texts.ts';
import { entering, type DatabaseRole, type Entrance } from './entrance.ts';
import { isWorthRetrying } from './retry.ts';
import { statementName } from './statement-names.ts';

/**
 * The database as one request sees it: every statement runs in a transaction that first takes the asker's role and says
 * who asks. Prisma serves writes and single records; the few hot lists are one SQL each, on the same pool.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly root: PrismaClient;
  private readonly open = new AsyncLocalStorage<Prisma.TransactionClient>();

  constructor(environment: Environment) {
    this.pool = new pg.Pool({
      connectionString: environment.databaseUrl,
      max: environment.poolSize,
      statement_timeout: 5_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      // Prisma's adapter writes moments without a zone and reads them as UTC: so the session's zone is UTC, whatever the server's.
      options: '-c TimeZone=UTC',
      types: daysAsTexts,
    });
    const logger = new Logger(Database.name);
    // Without a listener a restart of the server would take this process down. Its message may hold values: the code is enough.
    this.pool.on('error', (error: Error & { code?: string }) => {
      logger.warn(`A connection was lost (${error.code ?? error.name})`);
    });
    this.root = new PrismaClient({
      adapter: new PrismaPg(this.pool, { statementNameGenerator: statementName }),
      transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    });
  }

  /** The client of the transaction that is open; outside of one nothing can be asked. */
  get client(): Prisma.TransactionClient {
    const client = this.open.getStore();
    if (!client) throw new Error('No transaction is open: use reading() or writing()');
    return client;
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

  private async run<T>(entrance: Entrance, work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.root.$transaction(async (tx) => {
          await tx.$executeRawUnsafe(entering(entrance));
          return this.open.run(tx, work);
        });
      } catch (error) {
        if (attempt >= 3 || !isWorthRetrying(error)) throw error;
      }
    }
  }

  /** One hot read as the asker, by SQL: begin, who asks, the statement, commit. `name` makes it a prepared statement. */
  async select<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN READ ONLY; ${entering({ ...asActor(), readOnly: true })}`);
      const { rows } = await client.query<Row>({ name, text, values: [...values] });
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        () => new Error('A connection could not roll back'),
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One statement as the login role itself, which may do nothing but call the gate's function. */
  async atTheGate<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values: [...values] });
    return rows;
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
