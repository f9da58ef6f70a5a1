import pg from 'pg';

/** Runs one query on a connection of its own. */
export async function queryOnce<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql, [...values])).rows);
}

/** Gives `work` a connection and closes it after. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server for another login, or another database on it. */
export function changeUrl(
  url: string,
  change: { readonly user?: string; readonly password?: string; readonly database?: string },
): string {
  const changed = new URL(url);
  if (change.user !== undefined) changed.username = encodeURIComponent(change.user);
  if (change.password !== undefined) changed.password = encodeURIComponent(change.password);
  if (change.database !== undefined) changed.pathname = `/${encodeURIComponent(change.database)}`;
  return changed.href;
}
