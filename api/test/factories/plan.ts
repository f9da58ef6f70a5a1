import type pg from 'pg';
import { insertId } from './insert.ts';

/** A draft of a plan for some people, as nobody has made it yet. */
export async function aPlan(
  owner: pg.Pool,
  plan: { readonly madeById: string; readonly people: readonly string[]; readonly arrivals: readonly [string, string] },
): Promise<string> {
  const planId = await insertId(owner, 'plan_draft', {
    name: 'A plan',
    madeById: plan.madeById,
    arrivalsFrom: plan.arrivals[0],
    arrivalsUntil: plan.arrivals[1],
  });
  await owner.query('INSERT INTO plan_person (plan_id, defender_id) SELECT $1, unnest($2::uuid[])', [planId, plan.people]);
  return planId;
}
