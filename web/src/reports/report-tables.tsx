import { Trans, useLingui } from '@lingui/react/macro';
import type { CityYears } from '@shelter-city/contract/city-counts';
import type { ReportView } from '@shelter-city/contract/reports';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatNumber } from '../design/days.ts';
import { EmptyState } from '../design/states.tsx';
import { TextLink } from '../design/text-link.tsx';
import { CountWords } from './count-words.tsx';

const number = (count: number | string | null) => (typeof count === 'number' ? count : -1);
const percent = (share: number | 'WITHHELD' | null) => (share === null ? '–' : share === 'WITHHELD' ? '·' : `${formatNumber(share)} %`);

/** The cities of one year. */
export function CitiesTable({ report }: { readonly report: ReportView }) {
  const { t } = useLingui();
  type Row = ReportView['cities'][number];
  const smallest = report.smallestShown;
  const columns: Column<Row>[] = [
    { id: 'city', header: t`City`, names: true, cell: ({ city }) => city, sortBy: ({ city }) => city },
    { id: 'persons', header: t`People`, align: 'end', cell: ({ persons }) => <CountWords count={persons} smallest={smallest} />, sortBy: ({ persons }) => number(persons) },
    { id: 'stays', header: t`Stays`, align: 'end', cell: ({ stays }) => <CountWords count={stays} smallest={smallest} />, sortBy: ({ stays }) => number(stays) },
    { id: 'nights', header: t`Nights`, align: 'end', cell: ({ nights }) => <CountWords count={nights} smallest={smallest} />, sortBy: ({ nights }) => number(nights) },
    { id: 'offered', header: t`Nights offered`, align: 'end', cell: ({ nightsOffered }) => formatNumber(nightsOffered), sortBy: ({ nightsOffered }) => nightsOffered },
    { id: 'occupancy', header: t`Occupancy`, align: 'end', cell: ({ occupancyPercent }) => percent(occupancyPercent), sortBy: ({ occupancyPercent }) => number(occupancyPercent) },
  ];
  return <DataTable caption={t`Cities in ${report.year}`} columns={columns} rows={report.cities} keyOf={({ cityId }) => cityId} empty={<EmptyState icon="chart" title={<Trans>No city offered a night in this year</Trans>} />} />;
}

/** All years, each a link to its report. */
export function YearsTable({ report }: { readonly report: ReportView }) {
  const { t } = useLingui();
  type Row = ReportView['byYear'][number];
  const smallest = report.smallestShown;
  const columns: Column<Row>[] = [
    { id: 'year', header: t`Year`, names: true, cell: ({ year }) => <TextLink to={`/reports/${String(year)}`}>{year}</TextLink>, sortBy: ({ year }) => year },
    { id: 'persons', header: t`People`, align: 'end', cell: ({ persons }) => <CountWords count={persons} smallest={smallest} />, sortBy: ({ persons }) => number(persons) },
    { id: 'stays', header: t`Stays`, align: 'end', cell: ({ stays }) => <CountWords count={stays} smallest={smallest} />, sortBy: ({ stays }) => number(stays) },
    { id: 'nights', header: t`Nights`, align: 'end', cell: ({ nights }) => <CountWords count={nights} smallest={smallest} />, sortBy: ({ nights }) => number(nights) },
    { id: 'occupancy', header: t`Occupancy`, align: 'end', cell: ({ occupancyPercent }) => percent(occupancyPercent), sortBy: ({ occupancyPercent }) => number(occupancyPercent) },
    { id: 'soFar', header: t`People since the first year`, align: 'end', cell: ({ personsSoFar }) => <CountWords count={personsSoFar} smallest={smallest} />, sortBy: ({ personsSoFar }) => number(personsSoFar) },
    { id: 'countries', header: t`Countries since`, align: 'end', wideOnly: true, cell: ({ countriesSoFar }) => <CountWords count={countriesSoFar} smallest={smallest} />, sortBy: ({ countriesSoFar }) => number(countriesSoFar) },
    { id: 'cities', header: t`Cities since`, align: 'end', wideOnly: true, cell: ({ citiesSoFar }) => formatNumber(citiesSoFar), sortBy: ({ citiesSoFar }) => citiesSoFar },
  ];
  return <DataTable caption={t`All years`} columns={columns} rows={report.byYear} keyOf={({ year }) => String(year)} sort={{ by: 'year', descending: true }} />;
}

/** A city's own years. */
export function OwnYearsTable({ counts }: { readonly counts: CityYears }) {
  const { t } = useLingui();
  type Row = CityYears['years'][number];
  const smallest = counts.smallestShown;
  const columns: Column<Row>[] = [
    { id: 'year', header: t`Year`, names: true, cell: ({ year }) => year, sortBy: ({ year }) => year },
    { id: 'persons', header: t`People`, align: 'end', cell: ({ persons }) => <CountWords count={persons} smallest={smallest} />, sortBy: ({ persons }) => number(persons) },
    { id: 'stays', header: t`Stays`, align: 'end', cell: ({ stays }) => <CountWords count={stays} smallest={smallest} />, sortBy: ({ stays }) => number(stays) },
    { id: 'nights', header: t`Nights`, align: 'end', cell: ({ nights }) => <CountWords count={nights} smallest={smallest} />, sortBy: ({ nights }) => number(nights) },
    { id: 'offered', header: t`Nights offered`, align: 'end', cell: ({ nightsOffered }) => formatNumber(nightsOffered), sortBy: ({ nightsOffered }) => nightsOffered },
    { id: 'occupancy', header: t`Occupancy`, align: 'end', cell: ({ occupancyPercent }) => percent(occupancyPercent), sortBy: ({ occupancyPercent }) => number(occupancyPercent) },
  ];
  return <DataTable caption={t`All years`} columns={columns} rows={counts.years} keyOf={({ year }) => String(year)} sort={{ by: 'year', descending: true }} empty={<EmptyState icon="chart" title={<Trans>No year to count yet</Trans>}><Trans>Once dates are confirmed or a guest has stayed, the year appears here.</Trans></EmptyState>} />;
}

/** What each call came to. */
export function CallsTable({ report }: { readonly report: ReportView }) {
  const { t } = useLingui();
  type Row = ReportView['calls'][number];
  const smallest = report.smallestShown;
  const columns: Column<Row>[] = [
    { id: 'call', header: t`Call`, names: true, cell: ({ call }) => call },
    { id: 'persons', header: t`People hosted`, align: 'end', cell: ({ persons }) => <CountWords count={persons} smallest={smallest} /> },
    { id: 'countries', header: t`Countries`, align: 'end', cell: ({ countries }) => <CountWords count={countries} smallest={smallest} /> },
  ];
  return <DataTable caption={t`Calls`} columns={columns} rows={report.calls} keyOf={({ call }) => call} empty={<EmptyState icon="chart" title={<Trans>No call has led to a stay yet</Trans>} />} />;
}
