import { Trans, useLingui } from '@lingui/react/macro';
import { StatusMark } from '../design/badge.tsx';
import type { Column } from '../design/data-table-column.ts';
import { DataTable } from '../design/data-table.tsx';
import { formatDay, nightsBetween } from '../design/days.ts';
import { EmptyState } from '../design/states.tsx';
import { Button } from '../design/button.tsx';
import { stayStatusMarks, stayStatusWords } from '../stays/stay-words.ts';
import type { BoardStay, CityRows } from './board-rows.ts';

type Line = { readonly stay: BoardStay; readonly city: string; readonly place: string };

/** The board as a table: the same stays, for a screen reader, for sorting and for print. */
export function BoardTable({ cities, onOpen }: { readonly cities: readonly CityRows[]; readonly onOpen: (stay: BoardStay) => void }) {
  const { t, i18n } = useLingui();
  const lines: Line[] = cities.flatMap(({ city, rows }) =>
    rows.flatMap(({ place, stays }) => stays.map((stay) => ({ stay, city: city.name, place: place.label }))),
  );
  const columns: Column<Line>[] = [
    { id: 'codeName', header: t`Defender`, names: true, className: 'sm:whitespace-nowrap', cell: ({ stay }) => stay.codeName, sortBy: ({ stay }) => stay.codeName },
    { id: 'city', header: t`City`, cell: ({ city }) => city, sortBy: ({ city }) => city },
    { id: 'place', header: t`Place`, cell: ({ place }) => place, sortBy: ({ place }) => place },
    { id: 'status', header: t`State`, cell: ({ stay }) => <StatusMark {...stayStatusMarks[stay.status]}>{i18n._(stayStatusWords[stay.status])}</StatusMark>, sortBy: ({ stay }) => i18n._(stayStatusWords[stay.status]) },
    { id: 'from', header: t`Arrival`, cell: ({ stay }) => formatDay(stay.from), sortBy: ({ stay }) => stay.from, className: 'tabular-nums sm:whitespace-nowrap' },
    { id: 'until', header: t`Departure`, cell: ({ stay }) => formatDay(stay.until), sortBy: ({ stay }) => stay.until, className: 'tabular-nums sm:whitespace-nowrap' },
    { id: 'nights', header: t`Nights`, align: 'end', cell: ({ stay }) => nightsBetween(stay.from, stay.until), sortBy: ({ stay }) => nightsBetween(stay.from, stay.until) },
    { id: 'act', header: t`Actions`, className: 'print:hidden', cell: ({ stay }) => <Button size="sm" variant="quiet" onPress={() => { onOpen(stay); }}>{stay.movable ? <Trans>Open or move</Trans> : <Trans>Open</Trans>}</Button> },
  ];
  return (
    <div className="rounded-lg border border-line bg-surface">
      <DataTable
        caption={t`Stays by place and day`}
        columns={columns}
        rows={lines}
        keyOf={({ stay }) => stay.id}
        sort={{ by: 'from', descending: false }}
        empty={<EmptyState icon="board" title={<Trans>No stays in these months</Trans>} />}
      />
    </div>
  );
}
