import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
  bindMigrationAwareSqlAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** Prisma's own schema engine, as WebAssembly: what `prisma migrate` would otherwise download as a binary. */
export type MigrationEngine = engineModule.SchemaEngine;

/** The filter that leaves nothing out: every call of the engine wants one. */
export const everything = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': Object.fromEntries(
      Object.entries(engineModule).map(withPatientTimers),
    ) as WebAssembly.ModuleImports,
  });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: tellOfPanic } });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
}

/** Where the engine reports that it broke; without a listener only a misleading error about the listener is seen. */
function tellOfPanic(message: string): never {
  throw new Error(`Prisma's schema engine broke: ${message}`);
}

/** The engine sets a ten-second alarm for its lock and never clears it: it may not keep a finished process alive. */
function withPatientTimers([name, value]: [string, unknown]): [string, unknown] {
  if (!name.startsWith('__wbg_setTimeout_')) return [name, value];
  return [
    name,
    (callback: () => void, milliseconds: number) =>
      setTimeout(callback, milliseconds >>> 0).unref(),
  ];
}

/** Runs `work` with an engine that is connected to the database, and closes its connections after. */
export async function withMigrationEngine<T>(
  url: string,
  schema: { readonly path: string; readonly content: string },
  work: (engine: MigrationEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const factory = new WholeScripts(url);
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: [[schema.path, schema.content]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return await work(engine);
  } finally {
    await factory.close();
  }
}

/** Prisma's adapter for PostgreSQL with two repairs that its migration engine needs. */
class WholeScripts implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName: string;
  private readonly inner: PrismaPg;
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 2 });
    markOneCharacter(this.pool);
    this.inner = new PrismaPg(this.pool);
    this.adapterName = this.inner.adapterName;
  }

  /**
   * The adapter cuts a script at every semicolon, those inside a function's body or a comment too, and runs the
   * pieces on whichever connections are free. Here a script goes to PostgreSQL whole: one message, one
   * transaction, so that a migration that fails leaves nothing behind.
   */
  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.inner.connect();
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => unmarkOneCharacter(await queryRaw(query));
    return adapter;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(
      new Error('Drift is read from the database itself: no shadow database is made.'),
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/**
 * The adapter refuses the catalogue's one-character type, which the engine asks for when it reads a database.
 * Such columns pass it as text under a marked name, and get name and type back on the other side.
 */
const oneCharacter = 'one-character:';

function markOneCharacter(pool: pg.Pool): void {
  const ask = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryArrayResult>;
  const { CHAR, TEXT } = pg.types.builtins;
  Object.defineProperty(pool, 'query', {
    value: async (query: pg.QueryConfig) => {
      const result = await ask(query);
      // A script of several statements answers a list, in which nobody reads the fields.
      for (const field of Array.isArray(result) ? [] : result.fields) {
        if (field.dataTypeID !== (CHAR as number)) continue;
        field.dataTypeID = TEXT;
        field.name = oneCharacter + field.name;
      }
      return result;
    },
  });
}

function unmarkOneCharacter(result: SqlResultSet): SqlResultSet {
  const marked = result.columnNames.map((name) => name.startsWith(oneCharacter));
  return {
    ...result,
    columnNames: result.columnNames.map((name) => name.replace(oneCharacter, '')),
    columnTypes: result.columnTypes.map((type, at) =>
      marked[at] ? ColumnTypeEnum.Character : type,
    ),
    rows: result.rows.map((row) =>
      row.map((value, at) => (marked[at] && value === '' ? null : value)),
    ),
  };
}
