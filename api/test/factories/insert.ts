import pg from 'pg';

/** Columns in camel case with their values; what is left out takes the table's default. */
export type Values = Readonly<Record<string, unknown>>;

let count = 0;
/** A number that no other row of this run has. */
export const fresh = (): number => (count += 1);

/** Writes one row as the owner and answers it whole, as the database has it (columns in snake case). */
export async function insert(
  owner: pg.Pool | pg.ClientBase,
  table: string,
  values: Values,
): Promise<Record<string, unknown> & { id: string }> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = entries.map(([name]) =>
    pg.escapeIdentifier(name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  );
  const { rows } = await owner.query<Record<string, unknown> & { id: string }>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${String(index + 1)}`).join(', ')}) RETURNING *`,
    entries.map(([, value]) => value),
  );
  const [row] = rows;
  if (!row) throw new Error(`Nothing was written to ${table}`);
  return row;
}

/** Like {@link insert}, for those who need only the id. */
export const insertId = async (
  owner: pg.Pool | pg.ClientBase,
  table: string,
  values: Values,
): Promise<string> => (await insert(owner, table, values)).id;
