import type pg from 'pg';
import { daysAsTexts } from './days-as-texts.ts';
import { asParameter, type Value } from './parameters.ts';
import { batchedName } from './statement-names.ts';

/** A statement with its values. */
export type Bound = { readonly text: string; readonly values: readonly Value[] };

type Message = {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
};
type DataRow = { readonly fields: readonly (string | null)[] };

/** What makes a value of a column's text, as everywhere in the API. */
function readerOf(type: number): (text: string) => unknown {
  // Its declared type is that of the binary format.
  const reader: unknown = daysAsTexts.getTypeParser(type, 'text');
  return reader as (text: string) => unknown;
}

/** The statements that a connection keeps prepared. */
const prepared = new WeakMap<pg.Connection, Set<string>>();

/**
 * Several statements that go to the server in one piece and are answered in one piece: one round trip instead of one for
 * each. Without a `BEGIN` among them they are one transaction by themselves. After a failure the rest isn't run.
 * Each is prepared under a name, once for each connection.
 */
export class Batch<Row extends pg.QueryResultRow> implements pg.Submittable {
  /** The rows of the last statement, or the failure of the first that failed. */
  readonly rows: Promise<Row[]>;
  private readonly found: Row[] = [];
  private readonly statements: readonly Bound[];
  private done = 0;
  private columns: { readonly name: string; readonly read: (text: string) => unknown }[] = [];
  private resolve: (rows: Row[]) => void;
  private reject: (error: Error) => void;
  private failed = false;

  constructor(statements: readonly Bound[]) {
    this.statements = statements;
    const { promise, resolve, reject } = Promise.withResolvers<Row[]>();
    this.rows = promise;
    this.resolve = resolve;
    this.reject = reject;
  }

  readonly submit = (connection: pg.Connection): void => {
    const known = prepared.get(connection) ?? new Set();
    prepared.set(connection, known);
    this.known = known;
    // Held back until all is written, so that it leaves in one piece.
    connection.stream.cork();
    for (const { text, values } of this.statements) {
      const name = batchedName(text);
      if (!known.has(name)) {
        // A failed batch may have prepared it: closing what isn't there is no error.
        connection.close({ type: 'S', name }, true);
        connection.parse({ name, text, types: [] }, true);
      }
      connection.bind({ statement: name, values: values.map(asParameter) }, true);
      connection.describe({ type: 'P', name: '' }, true);
      connection.execute({ portal: '' }, true);
    }
    connection.sync();
    connection.stream.uncork();
  };
  private known = new Set<string>();

  // What follows is called by the client for each message of the server.

  handleRowDescription({ fields }: Message): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  }

  handleDataRow({ fields }: DataRow): void {
    if (this.done < this.statements.length - 1) return;
    const row: pg.QueryResultRow = {};
    for (const [index, { name, read }] of this.columns.entries()) {
      const field = fields[index] ?? null;
      row[name] = field === null ? null : read(field);
    }
    this.found.push(row as Row);
  }

  handleCommandComplete(): void {
    const statement = this.statements[this.done];
    if (statement) this.known.add(batchedName(statement.text));
    this.done += 1;
  }

  handleError(error: Error): void {
    this.failed = true;
    this.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.resolve(this.found);
  }
}
