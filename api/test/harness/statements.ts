import pg from 'pg';

/** How many statements every connection of this process sends while something is done, however few pieces they travel in. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  // Its types leave out what it sends by.
  const { prototype } = pg.Connection as unknown as { readonly prototype: Record<'execute' | 'query', (...said: unknown[]) => unknown> };
  const { execute, query } = prototype;
  let count = 0;
  const counted = (send: typeof execute) =>
    function (this: unknown, ...said: unknown[]): unknown {
      count += 1;
      return send.apply(this, said);
    };
  Object.assign(prototype, { execute: counted(execute), query: counted(query) });
  try {
    await work();
    return count;
  } finally {
    Object.assign(prototype, { execute, query });
  }
}
