import { createHash, randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type pg from 'pg';
import { appendEventSql } from '../src/audit/event-sql.ts';
import { answeredKeySql, keepAnswerSql, waitForKeySql } from '../src/http/idempotency-sql.ts';
import { matchFactsSql } from '../src/defenders/match-facts-sql.ts';
import { matchWorldSql } from '../src/matching/match-world-sql.ts';
import { factsSql, locksSql, newStaySql } from '../src/stays/placement-sql.ts';

/** A proposal as the API gets it, with the account and the key that the API learns from its headers. */
export type BareProposal = {
  readonly account: string;
  readonly key: string;
  readonly codeName: string;
  readonly placeId: string;
  readonly arrivesOn: CalendarDate;
  readonly departsOn: string;
  readonly why: string;
  readonly holdUntil: string;
};

type Facts = { readonly place: { readonly cityId: string; readonly restDays: number }; readonly defender: { readonly callId: string | null } };

/** One transaction with the API's locks and statements: the key, place and person, the facts, what the decision keeps, the stay, its event, the kept answer. */
export async function proposeBare(pool: pg.Pool, asked: BareProposal, today: CalendarDate): Promise<unknown> {
  const client = await pool.connect();
  const run = async <Row extends pg.QueryResultRow>(name: string, text: string, values: readonly unknown[]) =>
    (await client.query<Row>({ name, text, values: [...values] })).rows;
  try {
    await client.query('BEGIN');
    await run('wait-for-key', waitForKeySql, [`${asked.account}/${asked.key}`]);
    await run('answered-key', answeredKeySql, [asked.account, asked.key]);
    const [person] = await run<{ id: string }>('locks', locksSql, [[asked.placeId], null, asked.codeName]);
    const defenderId = person?.id;
    const [found] = await run<{ facts: string }>('facts', factsSql, [defenderId, asked.placeId, asked.arrivesOn, asked.departsOn, null, asked.account]);
    const facts = JSON.parse(found?.facts ?? '') as Facts;
    const id = randomUUID();
    const { cityId, restDays } = facts.place;
    // What the decision is made on: every city, since the one that would come first is kept with it.
    await run('match-facts', matchFactsSql, [asked.codeName, null, today]);
    await run('match-world', matchWorldSql, [today, asked.arrivesOn, addDays(asked.arrivesOn, 145), null, [], false, null]);
    await run('new-stay', newStaySql, [
      id, defenderId, asked.placeId, cityId, 'PROPOSED', asked.arrivesOn, asked.departsOn, `${asked.holdUntil}T22:00:00Z`, new Date(), null,
      facts.defender.callId, asked.account, asked.why, restDays, '{}',
    ]);
    await run('event', appendEventSql, [randomUUID(), asked.account, 'STAY', id, cityId, defenderId, 'stay:propose', null, 'PROPOSED', null, asked.why, '{}']);
    const reply = { id, ...asked, facts };
    await run('keep-answer', keepAnswerSql, [asked.account, asked.key, createHash('sha256').update(JSON.stringify(asked)).digest(), Buffer.from(JSON.stringify(reply)), 'nobody’s']);
    await client.query('COMMIT');
    return reply;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
