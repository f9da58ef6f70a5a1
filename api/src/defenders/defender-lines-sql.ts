import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import type { DefenderSort, PageEnd } from './page-cursor.ts';

/** What the list is asked for. */
export type LineFilter = {
  readonly view: 'all' | 'unplaced' | 'coming' | 'here' | 'past';
  readonly selection: ApplicationStatus | null;
  /** Only the cases this account leads. */
  readonly caseLeadId: string | null;
  /** How a code name begins. */
  readonly search: string;
  readonly sort: DefenderSort;
  readonly after: PageEnd | null;
  readonly limit: number;
};

const now = `('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')`;
const over = `('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')`;

/**
 * Those of a few stays, each looked up by id. The fence (OFFSET 0) is for a planner that can't see through row-level
 * security how few the stays of a state are, and would read all defenders instead.
 */
const those = (ofStays: string) =>
  `(SELECT DISTINCT s.defender_id FROM stay s WHERE ${ofStays}) found
     CROSS JOIN LATERAL (SELECT * FROM defender p WHERE p.id = found.defender_id OFFSET 0) d`;

/**
 * Under row-level security only leakproof comparisons become index conditions: days, texts and CASE are, enums, COALESCE
 * and ranges aren't. So a hot state is a partial index whose words stand in the statement, and a missing day is a CASE.
 */
const views: Readonly<
  Record<LineFilter['view'], { readonly from: string; readonly where: string }>
> = {
  // Of somebody who was erased nothing is left to list.
  all: { from: 'defender d', where: ' AND d.erased_at IS NULL' },
  unplaced: { from: 'defender d', where: ' AND d.awaits_place' },
  coming: { from: those("s.status IN ('CONFIRMED', 'TRAVELLING')"), where: '' },
  here: { from: those("s.status = 'IN_STAY'"), where: '' },
  past: {
    from: 'defender d',
    where: ` AND d.erased_at IS NULL AND (SELECT true FROM stay s WHERE s.defender_id = d.id AND s.status IN ${over} LIMIT 1)
      AND (SELECT true FROM stay s WHERE s.defender_id = d.id AND s.status IN ${now} LIMIT 1) IS NULL`,
  },
};

const arrival = `CASE WHEN d.earliest_arrival IS NULL THEN 'infinity'::date ELSE d.earliest_arrival END`;
const selected = `CASE WHEN d.selected_on IS NULL THEN '-infinity'::date ELSE d.selected_on END`;

type Order = {
  readonly day: string;
  readonly by: string;
  readonly after: (day: string, name: string) => string;
};
const orders: Readonly<Record<DefenderSort, Order>> = {
  codeName: { day: 'NULL', by: 'd.code_name', after: (_, name) => `d.code_name > ${name}` },
  '-codeName': { day: 'NULL', by: 'd.code_name DESC', after: (_, name) => `d.code_name < ${name}` },
  earliestArrival: {
    day: arrival,
    by: `${arrival}, d.code_name`,
    after: (day, name) => `(${arrival}, d.code_name) > (${day}::date, ${name})`,
  },
  '-selectedOn': {
    day: selected,
    by: `${selected} DESC, d.code_name`,
    // Days fall and names rise, so no row comparison says it; the first condition is the one the index begins at.
    after: (day, name) =>
      `${selected} <= ${day}::date AND (${selected} < ${day}::date OR d.code_name > ${name})`,
  },
};

/** Greater than every text that begins with what stands before it: names are compared by their bytes. */
const end = '\u{10FFFF}';

/** A statement that a connection keeps prepared under its name. */
export type NamedQuery = { readonly name: string; readonly text: string; readonly values: readonly (string | number)[] };

/** The list of defenders, a page at a time, as one SQL with one name per kind of question. */
export function defenderLinesQuery({ view, selection, caseLeadId, search, sort, after, limit }: LineFilter): NamedQuery {
  const values: (string | number)[] = [];
  const given = (value: string | number) => `$${String(values.push(value))}`;
  const order = orders[sort];
  const where = [
    views[view].where,
    // The word itself, not a parameter: only so a partial index is known to hold it. It comes from the contract's list.
    selection === null ? '' : ` AND d.selection = '${selection}'`,
    caseLeadId === null ? '' : ` AND d.case_lead_id = ${given(caseLeadId)}::uuid`,
    search === ''
      ? ''
      : ` AND d.code_name >= ${given(search)} AND d.code_name < ${given(search + end)}`,
    after === null
      ? ''
      : ` AND ${order.after(after.day === null ? '' : given(after.day), given(after.codeName))}`,
  ].join('');
  const kind = [view, selection ?? '', caseLeadId && 'm', search && 's', sort, after && 'a'].join(
    ',',
  );
  return {
    name: `defenders ${kind}`,
    text: `SELECT d.id, d.code_name, d.selection, d.selected_on, d.needs, d.household_size,
         d.earliest_arrival, d.latest_arrival, d.nights_wished, d.track, d.version, d.sort_day::text,
         lead.id AS lead_id, lead.display_name AS lead_name,
         (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]')
            FROM defender_language l WHERE l.defender_id = d.id) AS languages,
         counts.stay
       FROM (SELECT d.*, ${order.day} AS sort_day FROM ${views[view].from}
               WHERE true${where} ORDER BY ${order.by} LIMIT ${given(limit)}) d
       LEFT JOIN account lead ON lead.id = d.case_lead_id
       LEFT JOIN LATERAL (
         SELECT json_build_object('id', s.id, 'status', s.status, 'placeLabel', p.label, 'version', s.version,
             'city', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name),
             'span', json_build_object('from', s.arrives_on, 'until', s.departs_on)) AS stay
         FROM stay s JOIN place p ON p.id = s.place_id JOIN host_city c ON c.id = s.city_id
         WHERE s.defender_id = d.id AND s.status IN ${now}
         ORDER BY array_position(ARRAY['IN_STAY', 'TRAVELLING', 'CONFIRMED', 'PROPOSED', 'DRAFT'], s.status::text), s.arrives_on
         LIMIT 1) counts ON true
       ORDER BY ${order.by}`,
    values,
  };
}
