import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { daysLookedAhead } from '@shelter-city/domain/matching/visa-openings';
import { endOfNextQuarter, workingDaysBefore, workingDaysToAnswer } from '@shelter-city/domain/today/queue-thresholds';
import Fastify from 'fastify';
import pg from 'pg';
import { boardSql } from '../src/board/board-sql.ts';
import { defenderLinesQuery, type LineFilter } from '../src/defenders/defender-lines-sql.ts';
import { matchFactsSql } from '../src/defenders/match-facts-sql.ts';
import { matchWorldSql } from '../src/matching/match-world-sql.ts';
import { daysAsTexts } from '../src/persistence/days-as-texts.ts';
import { queueSql } from '../src/today/queue-sql.ts';
import { proposeBare, type BareProposal } from './bare-proposal.ts';
import { signInBare, type BareSignIn } from './bare-sign-in.ts';

// What the API is measured against: the same SQL and nothing else. It asks as the database's owner, so there is no
// session, no role, no row policy; rows go out as they come, so there is no rule, no presenter, no contract.

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10, types: daysAsTexts, options: '-c TimeZone=UTC -c jit=off -c plan_cache_mode=force_generic_plan' });
const fastify = Fastify();
const today = process.env['TODAY'] as CalendarDate;

const select = async (name: string, text: string, values: readonly unknown[]) => (await pool.query<pg.QueryResultRow>({ name, text, values: [...values] })).rows;

fastify.get<{ Querystring: { from: string; until: string } }>('/board', ({ query: { from, until } }) => select('board', boardSql, [from, until, null, today]));

fastify.get('/today', () => select('today', queueSql, [today, null, null, workingDaysBefore(today, workingDaysToAnswer), endOfNextQuarter(today)]));

fastify.get<{ Querystring: { view: LineFilter['view'] } }>('/defenders', ({ query: { view } }) => {
  const { name, text, values } = defenderLinesQuery({ view, selection: null, caseLeadId: null, search: '', sort: 'codeName', after: null, limit: 51 });
  return select(name, text, values);
});

type Facts = { readonly earliestArrival: CalendarDate; readonly latestArrival: CalendarDate; readonly nightsWished: number; readonly interpreter: string | null };

fastify.get<{ Querystring: { name: string } }>('/match', async ({ query: { name } }) => {
  const [row] = await select('match-facts', matchFactsSql, [name, null, today]);
  const { earliestArrival, latestArrival, nightsWished, interpreter } = JSON.parse(String(row?.['facts'])) as Facts;
  const horizon = addDays(latestArrival, daysLookedAhead + nightsWished + 60);
  return select('match-world', matchWorldSql, [today, earliestArrival, horizon, null, [], interpreter !== null, null]);
});

fastify.post<{ Body: BareProposal }>('/propose', ({ body }) => proposeBare(pool, body, today));
fastify.post<{ Body: BareSignIn }>('/sign-in', ({ body }) => signInBare(pool, body));

await fastify.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
process.send?.('listening');
