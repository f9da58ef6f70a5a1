import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { PageRoute } from '../app/page-route.ts';
import { Button } from '../design/button.tsx';
import { formatDay, formatNumber } from '../design/days.ts';
import { Card, Figure, Page, PageHeader } from '../design/layout.tsx';
import { SelectBox } from '../design/select.tsx';
import { CountWords } from './count-words.tsx';
import { HowCounted } from './definitions.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { reportQueries } from './report-queries.ts';
import { CallsTable, CitiesTable, YearsTable } from './report-tables.tsx';
import { YearsChart } from './years-chart.tsx';

export const route: PageRoute = (client) => ({
  loader: async ({ params }) => {
    await client.query({ ...reportQueries.ofYear(params['year'] ?? '', null), staleTime: 'static' });
    return null;
  },
  Component: ReportPage,
});

function ReportPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const year = useParams()['year'] ?? '';
  const { data: report } = useSuspenseQuery(reportQueries.ofYear(year, null));
  const [isExporting, setExporting] = useState(false);
  const { whole, soFar, smallestShown: smallest } = report;
  const figures = [
    { of: 'persons', label: t`People hosted`, value: <CountWords count={whole.persons} smallest={smallest} />, note: t`since ${soFar.since}: ${typeof soFar.persons === 'number' ? formatNumber(soFar.persons) : `< ${String(smallest)}`}` },
    { of: 'stays', label: t`Stays`, value: <CountWords count={whole.stays} smallest={smallest} /> },
    { of: 'nights', label: t`Nights`, value: <CountWords count={whole.nights} smallest={smallest} /> },
    { of: 'occupancy', label: t`Occupancy`, value: whole.occupancyPercent === null ? '–' : `${formatNumber(whole.occupancyPercent)} %`, note: t`of ${formatNumber(whole.nightsOffered)} nights offered` },
    { of: 'countries', label: t`Countries`, value: <CountWords count={whole.countries} smallest={smallest} />, note: t`since ${soFar.since}: ${typeof soFar.countries === 'number' ? formatNumber(soFar.countries) : `< ${String(smallest)}`}` },
    { of: 'cities', label: t`Cities`, value: formatNumber(whole.cities), note: t`since ${soFar.since}: ${formatNumber(soFar.cities)}` },
  ] as const;
  return (
    <Page>
      <PageHeader
        title={<Trans>Yearly report {report.year}</Trans>}
        tabTitle={t`Yearly report`}
        lead={<Trans>Counted up to {formatDay(report.asAt)}. No count can point at a person.</Trans>}
        actions={
          <>
            <SelectBox aria-label={t`Year`} value={String(report.year)} onChange={(event) => void navigate(`/reports/${event.target.value}`)} choices={report.years.toSorted((one, other) => other - one).map((one) => ({ value: String(one), label: String(one) }))} />
            {report.may.export && <Button variant="primary" icon="download" onPress={() => { setExporting(true); }}><Trans>Export…</Trans></Button>}
          </>
        }
      />
      <Card>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-5">
          {figures.map(({ of, label, value, ...rest }) => (
            <li key={of} className="flex flex-col items-start justify-between gap-1">
              <Figure value={value} label={label} note={'note' in rest ? rest.note : undefined} />
              <HowCounted of={of} label={label} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={<Trans>Cities in {report.year}</Trans>} actions={<HowCounted of="protected" label={t`Small counts`} />} flush>
        <CitiesTable report={report} />
      </Card>
      <Card title={<Trans>All years</Trans>}>
        <YearsChart byYear={report.byYear} year={report.year} smallest={smallest} />
      </Card>
      <Card title={<Trans>All years in numbers</Trans>} flush>
        <YearsTable report={report} />
      </Card>
      <Card title={<Trans>Calls</Trans>} actions={<HowCounted of="calls" label={t`Calls`} />} flush>
        <CallsTable report={report} />
      </Card>
      {isExporting && <ExportDialog year={year} onClose={() => { setExporting(false); }} />}
    </Page>
  );
}
