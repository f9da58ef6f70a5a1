import { cityHome } from '@shelter-city/contract/city-home';
import { defenders } from '@shelter-city/contract/defenders';
import { disclosure } from '@shelter-city/contract/disclosure';
import { erasure } from '@shelter-city/contract/erasure';
import { plans } from '@shelter-city/contract/plans';
import { reports } from '@shelter-city/contract/reports';
import { stays } from '@shelter-city/contract/stays';
import { aCityWithAPlace, confirmedCapacity } from '../test/factories/city.ts';
import { aDefender } from '../test/factories/defender.ts';
import { aPlan } from '../test/factories/plan.ts';
import { aStay } from '../test/factories/stay.ts';
import { anIdentity } from '../test/factories/profile.ts';
import type { SignedIn } from '../test/harness/app.ts';
import type { Asker, Input } from '../test/harness/asker.ts';
import type { System } from './stage.ts';

type Parts = Pick<Input, 'params' | 'body' | 'headers'>;

/** One act that a process is killed in the middle of. */
export type Scene = {
  /** Sends it; the same key each time. */
  send(
    by: (asker: SignedIn) => Asker,
    more: Pick<Input, 'headers'>,
  ): Promise<{ readonly status: number; readonly text: string }>;
  /** How many effects stand in the database, and how many rows tell of them. */
  readonly effects: string;
  readonly records: string;
  /** The one thing that both are about. */
  readonly about: string;
  /** What is shown and leaves no row but its record: the record comes first, and may stand alone. */
  readonly isShown?: boolean;
};

/** A city, its partner, a place that is free all year and somebody who is selected. */
async function aCase(system: System) {
  const { owner, clock } = system;
  const { cityId, placeId } = await aCityWithAPlace(owner);
  const partner = await system.signedInAs('CITY_PARTNER', { cityId });
  const coordinator = await system.signedInAs('COORDINATOR');
  const today = Temporal.PlainDate.from(clock.today());
  const day = (offset: number) => today.add({ days: offset }).toString();
  await confirmedCapacity(owner, {
    cityId,
    placeId,
    opensOn: day(0),
    closesOn: day(365),
    confirmedById: partner.accountId,
  });
  const defender = await aDefender(owner);
  const stayAs = (status: 'DRAFT' | 'PROPOSED' | 'CONFIRMED') =>
    aStay(owner, {
      defenderId: defender.id,
      cityId,
      placeId,
      status,
      arrivesOn: day(40),
      departsOn: day(100),
    });
  return { partner, coordinator, defender, day, stayAs, placeId };
}

const told = (verb: string) =>
  `SELECT count(*)::integer AS count FROM event WHERE verb = '${verb}' AND subject_id = $1`;
const audited = (action: string, object: string) =>
  `SELECT count(*)::integer AS count FROM audit.log WHERE action = '${action}' AND result = 'DONE' AND ${object} = $1`;
const inState = (...states: readonly string[]) =>
  `SELECT count(*)::integer AS count FROM stay WHERE id = $1 AND status::text IN (${states.map((state) => `'${state}'`).join(', ')})`;

/** Every act of the list, each on a case of its own. */
export const scenes: Readonly<Record<string, (system: System) => Promise<Scene>>> = {
  async propose(system) {
    const { coordinator, day, stayAs } = await aCase(system);
    const stayId = await stayAs('DRAFT');
    const parts: Parts = {
      params: { stayId },
      body: { version: 1, why: 'Long enough to be a reason.', holdUntil: day(7) },
    };
    return {
      send: (by, more) => by(coordinator).call(stays.propose, { ...parts, ...more }),
      effects: inState('PROPOSED'),
      records: told('stay:propose'),
      about: stayId,
    };
  },
  /** Two people of one plan: both are proposed, or neither. */
  async publish(system) {
    const { owner } = system;
    const { coordinator, defender, day, placeId } = await aCase(system);
    const second = await aDefender(owner);
    const planId = await aPlan(owner, {
      madeById: coordinator.accountId,
      people: [defender.id, second.id],
      arrivals: [day(30), day(200)],
    });
    await owner.query(
      `UPDATE plan_person SET place_id = $2, options = 1, arrives_on = CASE WHEN defender_id = $3 THEN $4::date ELSE $5::date END,
         departs_on = CASE WHEN defender_id = $3 THEN $4::date ELSE $5::date END + 30 WHERE plan_id = $1`,
      [planId, placeId, defender.id, day(40), day(120)],
    );
    await owner.query("UPDATE plan_draft SET status = 'DONE' WHERE id = $1", [planId]);
    const parts: Parts = {
      params: { planId },
      body: { version: 1, why: 'Long enough to be a reason.', holdUntil: day(7) },
    };
    return {
      send: (by, more) => by(coordinator).call(plans.publish, { ...parts, ...more }),
      // A half is neither nothing nor one whole.
      effects: `SELECT CASE count(s.id) WHEN 0 THEN 0 WHEN 2 THEN 1 ELSE 99 END::integer AS count
        FROM plan_person q LEFT JOIN stay s ON s.defender_id = q.defender_id AND s.status = 'PROPOSED' WHERE q.plan_id = $1`,
      records: audited('plan:publish', 'object_id'),
      about: planId,
    };
  },
  async confirm(system) {
    const { partner, stayAs } = await aCase(system);
    const stayId = await stayAs('PROPOSED');
    const parts: Parts = { params: { stayId }, body: { version: 1 } };
    return {
      send: (by, more) => by(partner).call(cityHome.confirm, { ...parts, ...more }),
      effects: inState('CONFIRMED'),
      records: told('stay:confirm'),
      about: stayId,
    };
  },
  async reveal(system) {
    const { coordinator, defender } = await aCase(system);
    const { status } = await coordinator.call(defenders.seal, {
      params: defender,
      body: { version: 0, sealed: { compartment: 'IDENTITY', content: anIdentity() } },
    });
    if (status !== 200) throw new Error('Nothing could be sealed');
    const parts: Parts = {
      params: { code: defender.code },
      body: { compartment: 'IDENTITY', reason: 'the proof looks' },
    };
    return {
      send: (by, more) => by(coordinator).call(defenders.reveal, { ...parts, ...more }),
      effects: 'SELECT 0 AS count WHERE $1::uuid IS NOT NULL',
      records: audited('defender:reveal', 'defender_id'),
      about: defender.id,
      isShown: true,
    };
  },
  async grant(system) {
    const { coordinator, defender, day, stayAs } = await aCase(system);
    const stayId = await stayAs('CONFIRMED');
    const parts: Parts = {
      params: { code: defender.code },
      body: { stayId, part: 'LEGAL_NAME', until: day(7), reason: 'For the town hall' },
    };
    return {
      send: (by, more) => by(coordinator).call(disclosure.grant, { ...parts, ...more }),
      effects: 'SELECT count(*)::integer AS count FROM disclosure_grant WHERE stay_id = $1',
      records: `SELECT count(*)::integer AS count FROM audit.log l JOIN disclosure_grant g ON g.id = l.object_id
        WHERE l.action = 'disclosure:grant' AND l.result = 'DONE' AND g.stay_id = $1`,
      about: stayId,
    };
  },
  async erase(system) {
    const cleared = await system.signedInAs('COORDINATOR', { riskCleared: true });
    const { coordinator, defender } = await aCase(system);
    await coordinator.call(defenders.seal, {
      params: defender,
      body: { version: 0, sealed: { compartment: 'IDENTITY', content: anIdentity() } },
    });
    const parts: Parts = { params: { code: defender.code }, body: { confirm: defender.codeName } };
    return {
      send: (by, more) => by(cleared).call(erasure.erase, { ...parts, ...more }),
      effects: `SELECT count(*)::integer AS count FROM defender d JOIN erasure_certificate c ON c.erased_at >= d.erased_at
        WHERE d.id = $1 AND NOT EXISTS (SELECT FROM sealed_compartment s WHERE s.defender_id = d.id)
          AND c.audit_seq IN (SELECT l.seq FROM audit.log l WHERE l.defender_id = d.id)`,
      records: audited('defender:erase', 'defender_id'),
      about: defender.id,
    };
  },
  async export(system) {
    const manager = await system.signedInAs('MANAGER');
    const year = system.clock.today().slice(0, 4);
    const parts: Parts = {
      params: { year },
      body: { format: 'csv', purpose: 'the proof asks', language: 'en' },
    };
    return {
      send: (by, more) => by(manager).call(reports.export, { ...parts, ...more }),
      effects: 'SELECT count(*)::integer AS count FROM export WHERE account_id = $1',
      records: audited('report:export', 'actor_id'),
      about: manager.accountId,
    };
  },
};
