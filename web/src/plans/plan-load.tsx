import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { PlanView } from '@shelter-city/contract/plans';
import { StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDay, formatNumber, formatShare } from '../design/days.ts';
import { Card } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { fairSideMarks, fairSideWords } from './plan-words.ts';

type Row = PlanView['load'][number];

/** What the plan asks of each city, beside what is fair and what it gave in the last twelve months; and whom it leaves with a justified envy. */
export function PlanLoad({ plan }: { readonly plan: PlanView }) {
  const { t, i18n } = useLingui();
  const columns: Column<Row>[] = [
    { id: 'city', header: t`City`, names: true, cell: ({ city }) => city.name, sortBy: ({ city }) => city.name },
    { id: 'open', header: t`Nights open to this plan`, align: 'end', cell: ({ openNights }) => formatNumber(openNights), sortBy: ({ openNights }) => openNights },
    { id: 'planned', header: t`Nights of this plan`, align: 'end', cell: ({ plannedNights }) => formatNumber(plannedNights), sortBy: ({ plannedNights }) => plannedNights },
    { id: 'share', header: t`Share of the open nights`, align: 'end', cell: ({ openNights, plannedNights }) => (openNights === 0 ? '–' : formatShare(plannedNights / openNights)), sortBy: ({ openNights, plannedNights }) => (openNights === 0 ? -1 : plannedNights / openNights) },
    { id: 'fair', header: t`Fair part`, cell: ({ side, least, most }) => (
      <span className="grid gap-0.5">
        <StatusMark {...fairSideMarks[side]}>{i18n._(fairSideWords[side])}</StatusMark>
        {side !== 'NOTHING_OFFERED' && plan.placed > 0 && <span className="text-sm text-muted tabular-nums"><Trans>{formatNumber(least)} to {formatNumber(most)} nights</Trans></span>}
      </span>
    ), sortBy: ({ side }) => i18n._(fairSideWords[side]) },
    { id: 'weeks', header: t`In any 12 weeks`, align: 'end', wideOnly: true, cell: ({ weeks }) => (weeks === null ? '–' : <Trans>{formatShare(usedIn(weeks.emptiest))} to {formatShare(usedIn(weeks.fullest))}</Trans>), sortBy: ({ weeks }) => (weeks === null ? -1 : usedIn(weeks.fullest)) },
    { id: 'past', header: t`Used of offered, last 12 months`, align: 'end', wideOnly: true, cell: ({ offeredNights, usedNights }) => <Trans>{formatNumber(usedNights)} of {formatNumber(offeredNights)}</Trans>, sortBy: ({ usedNights }) => usedNights },
  ];
  return (
    <Card flush title={<Trans>Fairness</Trans>}>
      <DataTable caption={t`What it asks of the cities`} columns={columns} rows={plan.load} keyOf={({ city }) => city.id} sort={{ by: 'planned', descending: true }} />
      <p className="border-t border-line px-4 py-2 text-sm text-muted"><Trans>Fair is a city’s share of all open nights, one stay of average length more or less. It decides only between stays that are as good for each by everything more important.</Trans></p>
      <Season load={plan.load} />
      {plan.placed > 0 && plan.status !== 'PUBLISHED' && plan.status !== 'RUNNING' && <Envy plan={plan} />}
    </Card>
  );
}

const usedIn = ({ openNights, plannedNights }: { readonly openNights: number; readonly plannedNights: number }): number => plannedNights / openNights;

/** The twelve weeks that are furthest from fair, for a city that has its fair part of the whole plan. */
function Season({ load }: { readonly load: PlanView['load'] }) {
  const [worst] = load
    .flatMap(({ city, side, weeks }) => (side === 'WITHIN' && weeks?.outside ? [{ city, ...weeks.outside }] : []))
    .sort((a, b) => beyond(b) - beyond(a));
  if (worst === undefined) return null;
  const { city, from, plannedNights, openNights, least, most } = worst;
  return (
    <p className="border-t border-line px-4 py-2 text-sm tabular-nums">
      <Trans>In the twelve weeks from {formatDay(from)}, {city.name} is asked for {formatNumber(plannedNights)} of {formatNumber(openNights)} open nights, where {formatNumber(least)} to {formatNumber(most)} would be fair: the band holds over the whole plan, not there.</Trans>
    </p>
  );
}

const beyond = ({ plannedNights, least, most }: { readonly plannedNights: number; readonly least: number; readonly most: number }): number => Math.max(least - plannedNights, plannedNights - most);

function Envy({ plan: { id, envy } }: { readonly plan: PlanView }) {
  const people = [...Map.groupBy(envy, ({ defender }) => defender.code).values()];
  return (
    <section className="grid gap-1 border-t border-line px-4 py-3">
      <h3 className="text-sm font-semibold">
        {envy.length === 0 ? <Trans>Nobody more urgent would rather have a place that somebody less urgent got</Trans> : <Plural value={people.length} one="# person would rather have a place that somebody less urgent got" other="# people would rather have a place that somebody less urgent got" />}
      </h3>
      <ul className="grid gap-1">
        {people.map((places) => {
          const { defender } = places[0] ?? { defender: { code: '', codeName: '' } };
          return (
            <li key={defender.code}>
              <StatusMark shape="triangle" tone="warn">
                <span className="whitespace-normal">
                  <TextLink to={`/plans/${id}?who=${defender.code}`}>{defender.codeName}</TextLink>{': '}
                  {places.map(({ of, city }, at) => <span key={of.code}>{at > 0 && '; '}<Trans>the place of {of.codeName} in {city.name}</Trans></span>)}
                </span>
              </StatusMark>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
