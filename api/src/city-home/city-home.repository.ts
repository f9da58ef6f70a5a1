import { addDays, asCalendarDate, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { CityPart } from '@shelter-city/domain/disclosure/city-parts';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { Injectable } from '@nestjs/common';
import { dayOf, lastDayBefore, toDateColumn } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { problemBehind } from '../problems/database-problems.ts';
import { Problem } from '../problems/problem.ts';
import type { Sealed } from '../vault/vault.ts';
import type { CapacitySummary, CityStayFacts, CityStayRecord } from './city-stay-record.ts';

/**
 * One stay of the own city as one JSON value. The row policies decide which stays, which instructions and which sealed
 * parts there are; its days come from their keeper, as far as the phase opens them.
 */
const stayJson = `json_build_object(
  'id', s.id, 'defenderId', s.defender_id, 'placeId', s.place_id, 'cityId', s.city_id, 'status', s.status,
  'plannedArrival', k.arrives_on, 'plannedDeparture', k.departs_on, 'arrivalMonth', k.arrival_month, 'nights', k.nights,
  'actualArrival', s.actual_arrives_on, 'actualDeparture', s.actual_departs_on,
  'holdExpiresAt', s.hold_expires_at, 'proposedAt', s.proposed_at, 'answeredAt', s.answered_at, 'version', s.version,
  'track', s.track, 'why', s.why_this_city, 'returnReviewedOn', s.return_reviewed_on,
  'offered', CASE WHEN s.offered_arrives_on IS NOT NULL
    THEN json_build_object('from', s.offered_arrives_on, 'until', s.offered_departs_on) END,
  'codeName', d.code_name, 'isSelected', d.selection = 'SELECTED', 'householdSize', d.household_size, 'interpreter', d.interpreter, 'needs', d.needs,
  'companions', d.companions, 'sharesName', d.shares_name, 'sharesContact', d.shares_contact,
  'parts', (SELECT coalesce(json_agg(o.compartment ORDER BY o.compartment), '[]') FROM sealed_compartment o WHERE o.defender_id = s.defender_id),
  'place', json_build_object('id', p.id, 'label', p.label),
  'languages', (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]')
    FROM defender_language l WHERE l.defender_id = s.defender_id),
  'instructions', (SELECT coalesce(json_agg(i.text ORDER BY i.note_id), '[]') FROM city_instruction i WHERE i.defender_id = s.defender_id))`;
const from = 'FROM days_of_own_stays() k JOIN stay s ON s.id = k.stay_id JOIN defender d ON d.id = s.defender_id JOIN place p ON p.id = s.place_id';

const oneStay = `SELECT ${stayJson}::text AS stay ${from} WHERE s.id = $1::uuid`;

/** $1 the city, $2 today. */
const home = `
SELECT json_build_object(
  'city', (SELECT json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) FROM host_city c WHERE c.id = $1::uuid),
  'stays', (SELECT coalesce(json_agg(${stayJson} ORDER BY k.arrives_on, s.id), '[]') ${from}),
  'notedOfLate', (SELECT coalesce(json_agg(DISTINCT l.object_id), '[]') FROM audit.log l
    WHERE l.actor_id = app_account_id() AND l.at > now() - interval '1 hour' AND l.action = 'city-home:read'),
  'capacity', json_build_object(
    'unanswered', (SELECT count(*) FROM capacity_period k WHERE k.city_id = $1::uuid AND k.status = 'REQUESTED' AND k.closes_on > $2::date),
    'unconfirmed', (SELECT count(*) FROM capacity_period k WHERE k.city_id = $1::uuid AND k.status = 'OFFERED' AND k.closes_on > $2::date),
    'confirmedUntil', (SELECT max(k.closes_on) FROM capacity_period k WHERE k.city_id = $1::uuid AND k.status = 'CONFIRMED' AND k.closes_on > $2::date),
    'languagesKnown', c.languages_known, 'careKnown', c.care_nearby IS NOT NULL,
    'stepFreeKnown', NOT EXISTS (SELECT FROM place q WHERE q.city_id = c.id AND q.retired_on IS NULL AND q.step_free IS NULL),
    'quietKnown', NOT EXISTS (SELECT FROM place q WHERE q.city_id = c.id AND q.retired_on IS NULL AND q.quiet IS NULL),
    'dietKnown', NOT EXISTS (SELECT FROM place q WHERE q.city_id = c.id AND q.retired_on IS NULL AND q.diet_possible IS NULL),
    'addressesKnown', NOT EXISTS (SELECT FROM place q WHERE q.city_id = c.id AND q.retired_on IS NULL
      AND NOT EXISTS (SELECT FROM sealed_compartment a WHERE a.place_id = q.id AND a.compartment = 'ADDRESS')),
    'nextYearConfirmed', EXISTS (SELECT FROM capacity_period k WHERE k.city_id = c.id AND k.status = 'CONFIRMED'
      AND k.closes_on > date_trunc('year', $2::date + interval '1 year')::date))
)::text AS home
FROM host_city c WHERE c.id = $1::uuid`;

/** What is still asked of other guests when a city offers dates: only what it may see with their days. */
const knownNights = `
SELECT json_build_object(
  'confirmed', (SELECT coalesce(json_agg(json_build_object('from', k.opens_on, 'until', k.closes_on)), '[]')
    FROM capacity_period k WHERE k.place_id = $1::uuid AND k.opens_on < $3::date AND k.closes_on > $2::date AND k.status = 'CONFIRMED'),
  'blocked', (SELECT coalesce(json_agg(json_build_object('from', b.blocked_from, 'until', b.blocked_until) ORDER BY b.blocked_from), '[]')
    FROM blocked_days b WHERE b.place_id = $1::uuid AND b.blocked_from < $3::date AND b.blocked_until > $2::date AND b.lifted_at IS NULL),
  'guests', (SELECT coalesce(json_agg(json_build_object('from', coalesce(s.actual_arrives_on, o.arrives_on), 'until', o.departs_on)
      ORDER BY o.arrives_on), '[]')
    FROM days_of_own_stays() o JOIN stay s ON s.id = o.stay_id
    WHERE s.place_id = $1::uuid AND s.status IN ('CONFIRMED', 'TRAVELLING', 'IN_STAY'))
)::text AS nights`;

type Row = Omit<CityStayRecord, 'holdUntil' | 'proposedOn' | 'answeredOn' | 'plannedArrival' | 'plannedDeparture'> & {
  /** Null before the yes. */
  readonly plannedArrival: CalendarDate | null;
  readonly plannedDeparture: CalendarDate | null;
  readonly holdExpiresAt: string | null;
  readonly proposedAt: string | null;
  readonly answeredAt: string | null;
};
type HomeRow = {
  readonly city: { readonly id: string; readonly slug: string; readonly name: string };
  readonly stays: readonly Row[];
  readonly capacity: CapacitySummary;
  /** The stays of which the asker's reading stands in the audit log of the last hour. */
  readonly notedOfLate: readonly string[];
};

/** Nights of a place that its city knows about. */
export type KnownNights = { readonly confirmed: readonly DateSpan[]; readonly blocked: readonly DateSpan[]; readonly guests: readonly DateSpan[] };

/** Reads and writes stays as their own city may. */
@Injectable()
export class CityHomeRepository {
  constructor(private readonly database: Database) {}

  async home(cityId: string, today: CalendarDate): Promise<Omit<HomeRow, 'stays'> & { readonly stays: CityStayRecord[] }> {
    const [row] = await this.database.select<{ home: string }>(home, [cityId, today]);
    if (!row) throw new Error('The city of a partner is gone');
    const found = JSON.parse(row.home) as HomeRow;
    return { ...found, stays: found.stays.map(toRecord) };
  }

  async find(id: string): Promise<CityStayRecord | null> {
    const [row] = await this.database.client.$queryRawUnsafe<{ stay: string }[]>(oneStay, id);
    return row ? toRecord(JSON.parse(row.stay) as Row) : null;
  }

  async knownNights(placeId: string, { from: first, until }: DateSpan): Promise<KnownNights> {
    const [row] = await this.database.client.$queryRawUnsafe<{ nights: string }[]>(knownNights, placeId, first, until);
    if (!row) throw new Error('A question without an answer');
    return JSON.parse(row.nights) as KnownNights;
  }

  /** One sealed part of a guest, when the row policies open it to this city now. */
  sealedPart(defenderId: string, part: CityPart): Promise<(Sealed & { readonly version: number }) | null> {
    return this.database.client.sealedCompartment.findUnique({
      where: { defenderId_compartment: { defenderId, compartment: part } },
      select: { sealed: true, dataKeyId: true, version: true },
    });
  }

  /** Makes other writers of the place wait, in the order that every writer of a stay keeps: the place before the stay. */
  async lockPlace(placeId: string): Promise<void> {
    await this.database.client.$executeRaw`SELECT FROM place WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`;
  }

  /** Writes what an answer says, unless somebody wrote since that version: then nothing happens and the answer is no. */
  async change({ id, version }: { readonly id: string; readonly version: number }, facts: CityStayFacts, now: Date): Promise<boolean> {
    const { actualArrival, actualDeparture, offered, ...same } = facts;
    const { count } = await this.database.client.stay.updateMany({
      where: { id, version },
      data: {
        ...same,
        ...(actualArrival && { actualArrivesOn: toDateColumn(actualArrival) }),
        ...(actualDeparture && { actualDepartsOn: toDateColumn(actualDeparture) }),
        ...(offered !== undefined && {
          offeredArrivesOn: offered && toDateColumn(offered.from),
          offeredDepartsOn: offered && toDateColumn(offered.until),
        }),
        updatedAt: now,
        version: { increment: 1 },
      },
    }).catch(asToldToACity);
    return count === 1;
  }
}

/** What another stay has to do with it isn't the city's to know: neither a proposal's days nor that the guest is elsewhere. */
const ofOtherStays: ReadonlySet<string> = new Set(['place-taken', 'place-needs-its-rest', 'defender-elsewhere']);

function asToldToACity(thrown: unknown): never {
  const slug = problemBehind(thrown)?.slug;
  if (slug !== undefined && ofOtherStays.has(slug)) throw new Problem('stay-change-not-possible', {}, { cause: thrown });
  throw thrown;
}

const dayOrNull = (moment: string | null): CalendarDate | null => (moment === null ? null : dayOf(new Date(moment)));

/** Before the yes the exact days are nobody's here: the rules then count from the first of the month that the city knows. */
const daysAsKnown = ({ plannedArrival, plannedDeparture, arrivalMonth, nights }: Row) => {
  const first = plannedArrival ?? asCalendarDate(`${arrivalMonth}-01`);
  return { plannedArrival: first, plannedDeparture: plannedDeparture ?? addDays(first, nights) };
};

const toRecord = ({ holdExpiresAt, proposedAt, answeredAt, ...row }: Row): CityStayRecord => ({
  ...row,
  ...daysAsKnown({ holdExpiresAt, proposedAt, answeredAt, ...row }),
  holdUntil: holdExpiresAt === null ? null : lastDayBefore(new Date(holdExpiresAt)),
  proposedOn: dayOrNull(proposedAt),
  answeredOn: dayOrNull(answeredAt),
});
