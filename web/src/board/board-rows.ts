import type { BoardView } from '@shelter-city/contract/board';

export type BoardStay = BoardView['stays'][number];
export type BoardPlace = BoardView['places'][number];

/** One place with all that lies on it in the window, first things first. */
export type PlaceRow = {
  readonly place: BoardPlace;
  readonly periods: BoardView['periods'];
  readonly blocked: BoardView['blocked'];
  readonly stays: readonly BoardStay[];
  /** Nights of guests whom the reader may not see. */
  readonly taken: BoardView['taken'];
};

/** One city with its places. */
export type CityRows = { readonly city: BoardView['cities'][number]; readonly rows: readonly PlaceRow[] };

function byPlace<T extends { readonly placeId: string; readonly from: string }>(things: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of [...things].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const list = found.get(thing.placeId);
    if (list) list.push(thing);
    else found.set(thing.placeId, [thing]);
  }
  return found;
}

/** The flat board as cities, places and what lies on them. */
export function rowsOf(view: BoardView): CityRows[] {
  const [stays, periods, blocked, taken] = [byPlace(view.stays), byPlace(view.periods), byPlace(view.blocked), byPlace(view.taken)];
  return view.cities
    .map((city) => ({
      city,
      rows: view.places
        .filter(({ cityId }) => cityId === city.id)
        .map((place) => ({
          place,
          stays: stays.get(place.id) ?? [],
          periods: periods.get(place.id) ?? [],
          blocked: blocked.get(place.id) ?? [],
          taken: taken.get(place.id) ?? [],
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
