import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../test/render-page.tsx';
import type { Column } from './data-table-column.ts';
import { DataTable } from './data-table.tsx';

type Row = { readonly id: string; readonly name: string; readonly nights: number | null };

const rows: readonly Row[] = [
  { id: 'b', name: 'Quiet Maple', nights: null },
  { id: 'a', name: 'Amber Heron', nights: 89 },
  { id: 'c', name: 'Blue Finch', nights: 12 },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Name', names: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    id: 'nights',
    header: 'Nights',
    align: 'end',
    cell: ({ nights }) => nights ?? '–',
    sortBy: ({ nights }) => nights,
  },
  { id: 'act', header: 'Act', cell: () => <button type="button">Move</button> },
];

const shown = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const table = (more: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) =>
  renderPart(
    <DataTable
      caption="Defenders"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      {...more}
    />,
  );

it('sorts by a head, then the other way, then as it came; what is empty stands last', async () => {
  await table();
  const head = within(await screen.findByRole('columnheader', { name: /Nights/ })).getByRole(
    'button',
  );
  await userEvent.click(head);
  expect(shown()).toEqual(['Blue Finch', 'Amber Heron', 'Quiet Maple']);
  expect(screen.getByRole('columnheader', { name: /Nights/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await userEvent.click(head);
  expect(shown()).toEqual(['Amber Heron', 'Blue Finch', 'Quiet Maple']);
  await userEvent.click(head);
  expect(shown()).toEqual(['Quiet Maple', 'Amber Heron', 'Blue Finch']);
});

it('leaves sorting to the server where the server sorts', async () => {
  const onSort = jest.fn();
  await table({ onSort });
  await userEvent.click(await screen.findByRole('button', { name: 'Name' }));
  expect(onSort).toHaveBeenCalledWith({ by: 'name', descending: false });
  expect(shown()).toEqual(['Quiet Maple', 'Amber Heron', 'Blue Finch']);
});

it('is walked by arrow keys and opened by Enter or a click, but not by a button in the row', async () => {
  const onOpen = jest.fn();
  await table({ onOpen });
  const [first, second, third] = (await screen.findAllByRole('row')).slice(1);
  first?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(second).toHaveFocus();
  await userEvent.keyboard('{End}{Enter}');
  expect(third).toHaveFocus();
  expect(onOpen).toHaveBeenLastCalledWith(rows[2]);
  await userEvent.click(within(second as HTMLElement).getByRole('button', { name: 'Move' }));
  expect(onOpen).toHaveBeenCalledTimes(1);
  await userEvent.click(within(second as HTMLElement).getByText('Amber Heron'));
  expect(onOpen).toHaveBeenLastCalledWith(rows[1]);
});

it('shows what will appear when there is nothing', async () => {
  await table({ rows: [], empty: <p>Nobody yet</p> });
  expect(await screen.findByText('Nobody yet')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});
