import { cloneDatabase as clone, type TestDatabase } from '../../prisma/tools/test-database.ts';

const free: TestDatabase[] = [];
/** Whether the spec that runs now can run again where it ran before. */
export const keeping = { on: true };

/**
 * What stands for the harness's own `cloneDatabase` where specs run hundreds of times: a database that a run is done with
 * serves the next one, since copying one costs more than most runs do.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  if (!keeping.on) return clone();
  const database = free.pop() ?? (await clone());
  return {
    ...database,
    drop: () => {
      free.push(database);
      return Promise.resolve();
    },
  };
}
