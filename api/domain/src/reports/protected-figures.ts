import { protectSmallCounts, smallestShown, type ProtectedCell } from './small-counts.ts';

/** A figure as it may leave the programme: the number, "< 5", or nothing because it would give a small one back. */
export type Figure = number | 'SMALL' | 'WITHHELD';

/** The raw figures of one city in one year. */
export type CityFigures = {
  readonly persons: number;
  readonly stays: number;
  readonly nights: number;
};

/** The same as it may be shown. */
export type ShownFigures = {
  readonly persons: Figure;
  readonly stays: Figure;
  readonly nights: Figure;
};

/** A year's cities and the whole. */
export type ShownYear = {
  readonly cities: readonly ShownFigures[];
  readonly whole: ShownFigures;
};

/** A count by itself, with no total that it could be computed from. Units: persons, stays or countries. */
export function figureOf(count: number): Figure {
  return count > 0 && count < smallestShown ? 'SMALL' : count;
}

/**
 * How many of some decisions were of a kind. Nearly all of them says as much of the few others as the few would, so it is
 * withheld as well. Units: decisions.
 */
export function shareOfDecisions(count: number, decisions: number): Figure {
  return figureOf(decisions - count) === 'SMALL' && count >= smallestShown
    ? 'WITHHELD'
    : figureOf(count);
}

function figureIn(cell: ProtectedCell | undefined, count: number): Figure {
  if (cell === undefined || cell.kind === 'SHOWN') return count;
  return cell.kind;
}

function hidden(count: number): Figure {
  return count === 0 ? 0 : count < smallestShown ? 'SMALL' : 'WITHHELD';
}

function isHidden(figure: Figure): boolean {
  return typeof figure !== 'number';
}

/**
 * The figures of a year's cities and of the whole. A city whose persons or stays can't be shown shows none of its
 * figures, because its nights alone would tell the length of one person's stay.
 *
 * Units   persons are counted once in the whole, so its number can be less than the cities' sum; it is protected as
 *         if it were the sum, for whoever knows that nobody moved. Nights are shown where persons are.
 */
export function shownYear(cities: readonly CityFigures[], whole: CityFigures): ShownYear {
  const persons = protectSmallCounts(cities.map((city) => [city.persons]));
  const stays = protectSmallCounts(cities.map((city) => [city.stays]));
  const shown = cities.map((city, row): ShownFigures => {
    const ofPersons = figureIn(persons.cells[row]?.[0], city.persons);
    const ofStays = figureIn(stays.cells[row]?.[0], city.stays);
    return isHidden(ofPersons) || isHidden(ofStays)
      ? { persons: hidden(city.persons), stays: hidden(city.stays), nights: 'WITHHELD' }
      : city;
  });
  const ofPersons = isHidden(figureOf(whole.persons))
    ? 'SMALL'
    : figureIn(cities.length === 0 ? undefined : persons.total, whole.persons);
  const ofStays = isHidden(figureOf(whole.stays))
    ? 'SMALL'
    : figureIn(cities.length === 0 ? undefined : stays.total, whole.stays);
  return {
    cities: shown,
    whole:
      isHidden(ofPersons) || isHidden(ofStays)
        ? { persons: hidden(whole.persons), stays: hidden(whole.stays), nights: 'WITHHELD' }
        : whole,
  };
}

/**
 * Sums that grow from year to year, as they may be shown: one is shown when it differs from the last one shown by
 * nothing or by enough, so that no two of them give a small number of new persons back. What was shown once stays
 * shown in later years, because only earlier years decide.
 *
 * Units   `mayShow` says of a year whether its own persons are shown or too few; a year that withholds them withholds
 *         its sum too.
 */
export function shownSums(
  sums: readonly { readonly soFar: number; readonly mayShow: boolean }[],
): Figure[] {
  let last = 0;
  return sums.map(({ soFar, mayShow }) => {
    const grown = soFar - last;
    if (figureOf(soFar) === 'SMALL') return 'SMALL';
    if (!mayShow || (grown > 0 && grown < smallestShown)) return 'WITHHELD';
    last = soFar;
    return soFar;
  });
}
