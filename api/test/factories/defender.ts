import {
  codeNameCount,
  codeNameOf,
  slugOfCodeName,
} from '@shelter-city/domain/defenders/code-names';
import type pg from 'pg';
import { fresh, insert, insertId, type Values } from './insert.ts';

/** A defender under a code name of its own, selected and ready to be placed. */
export async function aDefender(
  owner: pg.Pool,
  defender: Values = {},
): Promise<{ readonly id: string; readonly codeName: string; readonly code: string }> {
  const row = await insert(owner, 'defender', {
    codeName: codeNameOf(fresh() % codeNameCount),
    selection: 'SELECTED',
    selectedOn: '2026-01-15',
    countryOfWork: 'XK',
    passportValidUntil: '2036-01-01',
    ...defender,
  });
  const codeName = String(row['code_name']);
  return { id: row.id, codeName, code: slugOfCodeName(codeName) };
}

/** A call for applications. */
export const aCall = (owner: pg.Pool, call: Values = {}): Promise<string> =>
  insertId(owner, 'call', {
    name: `Call ${String(fresh())}`,
    publishedOn: '2026-01-01',
    closesOn: '2026-02-01',
    staysFrom: '2026-03-01',
    staysUntil: '2026-12-31',
    ...call,
  });

/** An application of a defender to a call. */
export const anApplication = (
  owner: pg.Pool,
  application: Values & { readonly callId: string; readonly defenderId: string },
): Promise<string> => insertId(owner, 'application', { receivedOn: '2026-01-10', ...application });
