import type { Count, ReportView } from '@shelter-city/contract/reports';
import { yearOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { figureOf, shownSums, shownYear, type ShownYear } from '@shelter-city/domain/reports/protected-figures';
import type { RawCounts } from './counts.repository.ts';

type CityYear = RawCounts['cityYears'][number];
type Year = RawCounts['years'][number];

const nobody = { persons: 0, stays: 0, countries: 0, cities: 0, persons_so_far: 0, countries_so_far: 0, cities_so_far: 0 };
const sum = (rows: readonly CityYear[], of: 'nights' | 'nights_offered'): number => rows.reduce((total, row) => total + row[of], 0);
const percent = (nights: number, offered: number): number | null => (offered === 0 ? null : Math.round((100 * nights) / offered));
/** What stands beside hidden persons is hidden with them. */
const beside = (persons: Count, count: number): Count => (typeof persons === 'number' ? figureOf(count) : persons);

/**
 * The yearly report: every figure protected, so that none of 1 to 4 leaves, nor can be computed from the others. On a
 * day that isn't the end of its year the cities are withheld: from month to month they would tell who came when.
 */
export function presentReport(year: number, asAt: CalendarDate, today: CalendarDate, mayExport: boolean, raw: RawCounts): ReportView {
  const cityRowsOf = (of: number) => raw.cityYears.filter((row) => row.year === of);
  const shown = new Map(raw.years.map((row) => [row.year, protectedYear(row, cityRowsOf(row.year))]));
  const sums = shownSums(raw.years.map((row) => ({ soFar: row.persons_so_far, mayShow: shown.get(row.year)?.whole.persons !== 'WITHHELD' })));
  const byYear = raw.years.map((row, index) => presentYear(row, shown.get(row.year), sums[index] ?? 'WITHHELD', cityRowsOf(row.year)));
  const cityRows = cityRowsOf(year);
  const current = raw.years.find((row) => row.year === year) ?? { year, ...nobody };
  const ofYear = shown.get(year) ?? protectedYear(current, cityRows);
  const isWhole = asAt === today || asAt >= `${String(year)}-12-31`;
  const latest = byYear.find((row) => row.year === year);
  return {
    year,
    asAt,
    years: yearsUpTo(raw.years[0]?.year ?? year, yearOf(today)),
    smallestShown: raw.smallestShown,
    whole: {
      ...ofYear.whole,
      countries: beside(ofYear.whole.persons, current.countries),
      cities: current.cities,
      nightsOffered: sum(cityRows, 'nights_offered'),
      occupancyPercent: latest?.occupancyPercent ?? null,
    },
    soFar: {
      since: raw.years[0]?.year ?? year,
      persons: latest?.personsSoFar ?? 0,
      countries: latest?.countriesSoFar ?? 0,
      cities: current.cities_so_far,
    },
    cities: cityRows.map((row, index) => presentCity(row, isWhole ? ofYear.cities[index] : undefined)),
    byYear,
    calls: raw.calls.map(({ call, persons, countries }) => ({ call, persons: figureOf(persons), countries: beside(figureOf(persons), countries) })),
    may: { export: mayExport },
  };
}

function protectedYear({ persons, stays }: Year, cityRows: readonly CityYear[]): ShownYear {
  return shownYear(cityRows, { persons, stays, nights: sum(cityRows, 'nights') });
}

function presentCity(row: CityYear, figures: ShownYear['cities'][number] | undefined): ReportView['cities'][number] {
  const withheld = row.persons === 0 ? 0 : 'WITHHELD';
  const { persons, stays, nights } = figures ?? { persons: withheld, stays: withheld, nights: withheld };
  return {
    cityId: row.city_id,
    city: row.city,
    persons,
    stays,
    nights,
    nightsOffered: row.nights_offered,
    occupancyPercent: typeof nights === 'number' ? percent(nights, row.nights_offered) : 'WITHHELD',
  };
}

function presentYear(row: Year, figures: ShownYear | undefined, personsSoFar: Count, cityRows: readonly CityYear[]): ReportView['byYear'][number] {
  const { persons, stays, nights } = figures?.whole ?? { persons: 0, stays: 0, nights: 0 };
  return {
    year: row.year,
    persons,
    stays,
    nights,
    personsSoFar,
    countriesSoFar: beside(personsSoFar, row.countries_so_far),
    citiesSoFar: row.cities_so_far,
    occupancyPercent: typeof nights === 'number' ? percent(nights, sum(cityRows, 'nights_offered')) : null,
  };
}

function yearsUpTo(first: number, last: number): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}
