import { useLingui } from '@lingui/react/macro';
import type { DefenderLine } from '@shelter-city/contract/defenders';
import { StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { formatDayShort, formatDays } from '../design/days.ts';
import { languageName } from '../design/names.ts';
import { TextLink } from '../design/text-link.tsx';
import { stayStatusMarks, stayStatusWords, trackWords } from '../stays/stay-words.ts';
import { applicationStatusMarks, applicationStatusWords, needWords } from './defender-words.ts';

/** The columns of the list of defenders. */
export function useDefenderColumns(): Column<DefenderLine>[] {
  const { t, i18n } = useLingui();
  return [
    { id: 'codeName', header: t`Code name`, names: true, sortable: true, className: 'sm:whitespace-nowrap', cell: ({ code, codeName }) => <TextLink to={`/defenders/${code}`}>{codeName}</TextLink> },
    { id: 'selection', header: t`Selection`, cell: ({ selection }) => <StatusMark {...applicationStatusMarks[selection]}>{i18n._(applicationStatusWords[selection])}</StatusMark> },
    {
      id: 'stay',
      header: t`Stay`,
      cell: ({ stay }) =>
        stay ? (
          <span className="grid gap-0.5">
            <StatusMark {...stayStatusMarks[stay.status]}>{i18n._(stayStatusWords[stay.status])} · {stay.city.name}</StatusMark>
            <span className="text-xs text-muted tabular-nums">{formatDays(stay.span.from, stay.span.until)}</span>
          </span>
        ) : (
          <span className="text-muted">–</span>
        ),
    },
    {
      id: 'earliestArrival',
      header: t`Can arrive`,
      sortable: true,
      className: 'tabular-nums',
      cell: ({ earliestArrival, latestArrival }) =>
        earliestArrival && latestArrival ? formatDays(earliestArrival, latestArrival) : earliestArrival ? t`from ${formatDayShort(earliestArrival)}` : '–',
    },
    { id: 'nights', header: t`Nights`, align: 'end', wideOnly: true, cell: ({ nightsWished }) => nightsWished },
    { id: 'languages', header: t`Speaks`, wideOnly: true, cell: ({ languages }) => languages.map(({ language }) => languageName(language)).join(', ') },
    {
      id: 'needs',
      header: t`Needs`,
      cell: ({ needs, householdSize, track }) =>
        [
          ...(householdSize > 1 ? [t`${householdSize} people`] : []),
          ...needs.map((need) => i18n._(needWords[need])),
          ...(track ? [i18n._(trackWords[track])] : []),
        ].join(', ') || '–',
    },
    { id: 'caseLead', header: t`Case lead`, wideOnly: true, cell: ({ caseLead }) => caseLead?.displayName ?? '–' },
  ];
}
