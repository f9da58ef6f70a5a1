import { codeNameOf } from '@shelter-city/domain/defenders/code-names';
import type pg from 'pg';
import type { Extent } from './extent.ts';
import { grounds, tools } from './fill-grounds.ts';
import { others, peopleAndStays } from './fill-people.ts';

/**
 * Fills an empty, migrated database as its owner, by statements over whole sets and past no constraint. The present is
 * the same whatever the size: 36 places in 12 cities, about 200 stays in the board's 18 months. What grows is the past,
 * with all that it left: people, closed places, capacity, notes, applications, events.
 */
export async function fill(owner: pg.ClientBase, extent: Extent): Promise<void> {
  await owner.query('SET synchronous_commit = off');
  await owner.query(tools);
  const names = Array.from({ length: extent.stays + others }, (_, index) => codeNameOf(index));
  for (const statement of [...grounds(extent), ...peopleAndStays(extent)]) {
    const sql = statement.replaceAll('$today', `'${extent.today}'::date`);
    await owner.query(sql, sql.includes('$1') ? [names] : []);
  }
  await owner.query('VACUUM (ANALYZE)');
}
