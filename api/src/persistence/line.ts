import type pg from 'pg';
import { Batch, type Bound } from './batch.ts';
import { entering, type Entrance } from './entrance.ts';

const begin: Bound = { text: 'BEGIN', values: [] };
const commit: Bound = { text: 'COMMIT', values: [] };
const nothing = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * The connection of one transaction, as its statements and Prisma's share it. What needs no answer waits, and goes with
 * the next question or with the end in one piece: so a transaction costs few round trips, and the one that takes the
 * asker's role costs none. Whatever fails, fails the transaction before it can commit.
 */
export class Line {
  private client: pg.PoolClient | undefined;
  private waiting: Bound[];
  /** Whether the server heard of this transaction, and so must hear of its end. */
  private isOpen = false;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(entrance: Entrance) {
    this.waiting = [begin, entering(entrance)];
  }

  /** Something to be done, at the latest before the commit. */
  tell(statement: Bound): void {
    this.waiting.push(statement);
  }

  /** A question, with all that waited before it. */
  ask<Row extends pg.QueryResultRow>(statement: Bound): Promise<Row[]> {
    this.waiting.push(statement);
    return this.send<Row>();
  }

  /** Does what still waits and commits; a transaction in which nothing was said never began. */
  async settle(): Promise<void> {
    if (!this.isOpen && this.waiting.length === 2) return;
    await this.ask(commit);
    this.isOpen = false;
  }

  /**
   * The connection as Prisma's adapter takes it for a transaction. Its BEGIN is already among what waits; its COMMIT
   * comes after {@link settle}; its statements come after what waited.
   */
  through(client: pg.PoolClient): pg.PoolClient {
    if (this.client) throw new Error('A transaction has one connection');
    this.client = client;
    const query = async (asked: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> => {
      const { text } = asked;
      if (text === 'BEGIN') return nothing;
      if ((text === 'COMMIT' || text === 'ROLLBACK') && !this.isOpen) return nothing;
      if (text === 'ROLLBACK') this.waiting = [];
      if (this.waiting.length > 0) await this.send();
      return this.inTurn(() => client.query(asked));
    };
    const release = (error?: Error) => {
      // Whoever still works after the transaction's time was over mustn't speak into the next one's.
      this.client = undefined;
      client.release(error);
    };
    return new Proxy(client, {
      get(target, key) {
        if (key === 'query') return query;
        if (key === 'release') return release;
        const value: unknown = Reflect.get(target, key);
        // Its own methods want their own `this`.
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  private send<Row extends pg.QueryResultRow>(): Promise<Row[]> {
    if (!this.client) throw new Error('The transaction is over');
    const { client } = this;
    const batch = new Batch<Row>(this.waiting);
    this.waiting = [];
    this.isOpen = true;
    return this.inTurn(() => {
      client.query(batch);
      return batch.rows;
    });
  }

  /** One at a time: Prisma asks for what belongs together all at once, and a connection answers one after the other. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
