import type { PlanComparison } from '@shelter-city/contract/plans';
import type { BoardStay, CityRows, PlaceRow } from '../board/board-rows.ts';

const mark = 'draft/';

/** Of which draft a bar or a lane is, by its place in the comparison; null for what stands. */
export function draftOf(id: string): number | null {
  const at = id.startsWith(mark) ? Number(id.slice(mark.length, mark.length + 1)) : NaN;
  return Number.isInteger(at) ? at : null;
}

/**
 * The board with a lane for each draft under every place that one of them uses; above those lanes the place's own, with
 * what stands. Places that no draft uses are left out, unless all are asked for.
 */
export function withDrafts(cities: readonly CityRows[], { plans, rows }: PlanComparison, showsAll: boolean): CityRows[] {
  const seats = new Map<string, BoardStay[]>();
  for (const { defender, seats: all } of rows) {
    for (const [at, { seat }] of all.entries()) {
      if (seat === null) continue;
      const lane = `${mark}${String(at)}/${seat.place.id}`;
      const bar: BoardStay = { id: `${lane}/${defender.code}`, placeId: lane, ...defender, status: 'DRAFT', from: seat.span.from, until: seat.span.until, holdUntil: null, movable: false, version: 1 };
      seats.set(lane, [...(seats.get(lane) ?? []), bar].sort((a, b) => (a.from < b.from ? -1 : 1)));
    }
  }
  const lanesOf = (row: PlaceRow): PlaceRow[] => {
    const lanes = plans.map((_, at) => `${mark}${String(at)}/${row.place.id}`);
    if (!lanes.some((lane) => seats.has(lane))) return [];
    return lanes.map((lane) => ({ ...row, place: { ...row.place, id: lane }, stays: seats.get(lane) ?? [], taken: [] }));
  };
  return cities
    .map(({ city, rows: places }) => ({
      city,
      rows: places.flatMap((row) => {
        const lanes = lanesOf(row);
        return lanes.length > 0 || showsAll ? [row, ...lanes] : [];
      }),
    }))
    .filter(({ rows: shown }) => shown.length > 0);
}
