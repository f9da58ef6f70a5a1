import { randomUUID } from 'node:crypto';
import type { HistoryLine } from '@shelter-city/contract/defenders';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { lastDayBefore, toDateColumn } from '../persistence/calendar-columns.ts';
import { heldVisasSql } from '../persistence/held-visas-sql.ts';
import { Database } from '../persistence/database.ts';
import type { KeptDecision } from './kept-decision.ts';
import { newStaySql } from './placement-sql.ts';
import type { NewStay, StayFacts, StayRecord } from './stay-record.ts';

/** One round trip for a stay and all that its view says; days are texts, because all of it comes as one JSON value. */
const oneStay = `
SELECT json_build_object(
  'id', s.id, 'defenderId', s.defender_id, 'placeId', s.place_id, 'cityId', s.city_id, 'status', s.status,
  'plannedArrival', s.arrives_on, 'plannedDeparture', s.departs_on,
  'actualArrival', s.actual_arrives_on, 'actualDeparture', s.actual_departs_on,
  'holdExpiresAt', s.hold_expires_at, 'track', s.track, 'whyThisCity', s.why_this_city,
  'reasonCode', s.reason_code, 'reasonNote', s.reason_note, 'returnReviewedOn', s.return_reviewed_on,
  'proposedAt', s.proposed_at, 'answeredAt', s.answered_at, 'continuesId', s.continues_id, 'version', s.version,
  'offered', CASE WHEN s.offered_arrives_on IS NOT NULL
    THEN json_build_object('from', s.offered_arrives_on, 'until', s.offered_departs_on) END,
  'codeName', d.code_name, 'visaNeeded', d.visa_needed, 'heldVisas', ${heldVisasSql},
  'place', json_build_object('id', p.id, 'label', p.label),
  'city', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name),
  'caseLead', (SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = s.case_lead_id),
  'presences', (SELECT coalesce(json_agg(json_build_object('firstDay', x.entered_on, 'lastDay', x.left_on, 'basis', x.basis)), '[]')
    FROM schengen_presence x WHERE x.defender_id = s.defender_id),
  'otherStays', (SELECT coalesce(json_agg(json_build_object('status', o.status,
      'plannedArrival', o.arrives_on, 'plannedDeparture', o.departs_on,
      'actualArrival', o.actual_arrives_on, 'actualDeparture', o.actual_departs_on)), '[]')
    FROM stay o WHERE o.defender_id = s.defender_id AND o.id <> s.id)
)::text AS record
FROM stay s JOIN defender d ON d.id = s.defender_id JOIN place p ON p.id = s.place_id JOIN host_city c ON c.id = s.city_id
WHERE s.id = $1::uuid`;

type Row = Omit<StayRecord, 'holdUntil'>;
type WithId = { readonly id: string; readonly version: number };

/** Reads and writes stays as a coordinator may. */
@Injectable()
export class StaysRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<StayRecord | null> {
    const [row] = await this.database.ask<{ record: string }>(oneStay, [id]);
    if (!row) return null;
    const record = JSON.parse(row.record) as Row;
    return {
      ...record,
      holdUntil: record.holdExpiresAt === null ? null : lastDayBefore(new Date(record.holdExpiresAt)),
    };
  }

  /** What a stay keeps of the decision that proposed it; null for one that nobody proposed. */
  async keptDecision(id: string): Promise<KeptDecision | null> {
    const [row] = await this.database.ask<{ kept: string | null }>('SELECT decided_on_facts::text AS kept FROM stay WHERE id = $1::uuid', [id]);
    return row?.kept ? (JSON.parse(row.kept) as KeptDecision) : null;
  }

  /** The city of a place. */
  async cityOf(placeId: string): Promise<string | null> {
    const place = await this.database.client.place.findUnique({ where: { id: placeId }, select: { cityId: true } });
    return place?.cityId ?? null;
  }

  /** A city's names; null for one that isn't there. */
  async city(id: string | null): Promise<StayRecord['city'] | null> {
    return id === null ? null : this.database.client.hostCity.findUnique({ where: { id }, select: { id: true, slug: true, name: true } });
  }

  /** A new stay; what the database says against it shows before the commit. */
  create(stay: NewStay): StayRecord {
    const { callId, restDays, decidedOnFacts, ...shown } = stay;
    const id = randomUUID();
    this.database.tell(newStaySql, [
      id,
      stay.defenderId,
      stay.placeId,
      stay.cityId,
      stay.status,
      stay.plannedArrival,
      stay.plannedDeparture,
      stay.holdExpiresAt,
      stay.proposedAt,
      stay.track,
      callId,
      stay.caseLead?.id ?? null,
      stay.whyThisCity,
      restDays,
      decidedOnFacts ? JSON.stringify(decidedOnFacts) : null,
    ]);
    return { ...shown, id };
  }

  /** Writes what a change says, unless somebody wrote since that version: then nothing happens and the answer is no. */
  async change({ id, version }: WithId, facts: StayFacts, now: Date): Promise<boolean> {
    const { count } = await this.database.client.stay.updateMany({
      where: { id, version },
      data: { ...columnsOf(facts), updatedAt: now, version: { increment: 1 } },
    });
    return count === 1;
  }

  /** Lets a hold lapse whose time is over; no when somebody answered in the same moment. */
  async lapse({ id, version }: WithId, now: Date): Promise<boolean> {
    const { count } = await this.database.client.stay.updateMany({
      where: { id, version, status: 'PROPOSED', holdExpiresAt: { lte: now } },
      data: { status: 'LAPSED', updatedAt: now, version: { increment: 1 } },
    });
    return count === 1;
  }

  /** Throws a draft away. The database refuses it for everything else. */
  async discard({ id, version }: WithId): Promise<boolean> {
    const { count } = await this.database.client.stay.deleteMany({ where: { id, version, status: 'DRAFT' } });
    return count === 1;
  }

  /** What happened to a stay, newest first. */
  async history(id: string): Promise<HistoryLine[]> {
    const rows = await this.database.client.$queryRawUnsafe<{ line: HistoryLine }[]>(
      `SELECT json_build_object('id', e.id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'actor', (SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = e.actor_id),
         'subject', e.subject, 'verb', e.verb, 'fromStatus', e.from_status, 'toStatus', e.to_status,
         'reasonCode', e.reason_code, 'note', e.note) AS line
       FROM event e WHERE e.subject = 'STAY' AND e.subject_id = $1::uuid ORDER BY e.at DESC, e.id`,
      id,
    );
    return rows.map(({ line }) => line);
  }
}

const dayOrNothing = (day: CalendarDate | undefined) => (day === undefined ? undefined : toDateColumn(day));

/** The named facts as columns; a fact that isn't named is no column at all. */
function columnsOf(facts: StayFacts) {
  const { plannedArrival, plannedDeparture, actualArrival, actualDeparture, returnReviewedOn, offered, ...same } = facts;
  const columns = {
    arrivesOn: dayOrNothing(plannedArrival),
    departsOn: dayOrNothing(plannedDeparture),
    actualArrivesOn: dayOrNothing(actualArrival),
    actualDepartsOn: dayOrNothing(actualDeparture),
    returnReviewedOn: dayOrNothing(returnReviewedOn),
    ...(offered === null && { offeredArrivesOn: null, offeredDepartsOn: null }),
  };
  const named = Object.entries(columns).filter(([, value]) => value !== undefined);
  return { ...same, ...(Object.fromEntries(named) as { [C in keyof typeof columns]?: Exclude<(typeof columns)[C], undefined> }) };
}
