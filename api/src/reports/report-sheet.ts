import type { Count, ReportView } from '@shelter-city/contract/reports';
import type { Language } from '@shelter-city/contract/vocabulary';
import { reportColumns, type ReportColumn } from './report-columns.ts';
import { reportWords, type ReportWords } from './report-words.ts';

/** A cell of the file; an empty text where a row has no such figure. */
export type ReportCell = string | number;

/** The report as one table with what explains it: what both kinds of file are made from. */
export type ReportSheet = {
  readonly title: string;
  readonly sheetNames: { readonly figures: string; readonly notes: string };
  readonly header: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly notes: readonly string[];
};

/** The report of a year as a table, in a language. */
export function sheetOf(report: ReportView, purpose: string, language: Language): ReportSheet {
  const words = reportWords[language];
  const row = rowWriter(words, report.smallestShown);
  const { year, whole, soFar } = report;
  return {
    title: words.title(String(year), Temporal.PlainDate.from(report.asAt).toLocaleString(words.locale, { dateStyle: 'long' })),
    sheetNames: words.sheetNames,
    header: reportColumns.map((column) => words.columns[column]),
    rows: [
      row({ part: words.parts.whole, name: String(year), ...whole }),
      row({ part: words.parts.soFar, name: `${String(soFar.since)}–${String(year)}`, persons: soFar.persons, countries: soFar.countries, cities: soFar.cities }),
      ...report.cities.map(({ city, persons, stays, nights, nightsOffered, occupancyPercent }) =>
        row({ part: words.parts.city, name: city, persons, stays, nights, nightsOffered, occupancyPercent }),
      ),
      ...report.byYear.map(({ year: of, persons, stays, nights, occupancyPercent }) => row({ part: words.parts.year, name: String(of), persons, stays, nights, occupancyPercent })),
      ...report.byYear.map(({ year: of, personsSoFar, countriesSoFar, citiesSoFar }) =>
        row({ part: words.parts.soFar, name: `${String(soFar.since)}–${String(of)}`, persons: personsSoFar, countries: countriesSoFar, cities: citiesSoFar }),
      ),
      ...report.calls.map(({ call, persons, countries }) => row({ part: words.parts.call, name: call, persons, countries })),
    ],
    notes: [words.howCounted, ...words.notes(report.smallestShown), `${words.purpose}: ${purpose}`],
  };
}

type Figures = { readonly part: string; readonly name: string } & Partial<Readonly<Record<Exclude<ReportColumn, 'part' | 'name'>, Count | null>>>;

const rowWriter = (words: ReportWords, smallestShown: number) => (figures: Figures) =>
  reportColumns.map((column): ReportCell => {
    const figure = figures[column];
    if (figure === undefined || figure === null) return '';
    if (figure === 'SMALL') return `< ${String(smallestShown)}`;
    return figure === 'WITHHELD' ? words.withheld : figure;
  });
