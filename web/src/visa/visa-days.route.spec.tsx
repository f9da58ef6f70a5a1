import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './visa-days.route.tsx';

const training = { enteredOn: '2027-01-01', leftOn: '2027-01-31', source: 'Training', basis: 'SHORT_STAY' };
const ended = { kind: 'SHORT_STAY', validFrom: '2025-02-01', validUntil: '2025-08-31', countries: [], days: 30 };
const national = { kind: 'NATIONAL', validFrom: '2098-02-01', validUntil: '2098-08-31', countries: ['NL'], days: null };
const profile = { presences: [training], visas: [ended, national], passportValidUntil: null };
const defender = { id: '01a20253-c411-443c-9796-0bf563c18e02', code: 'amber-heron', codeName: 'Amber Heron', selection: 'SELECTED', caseLead: null, version: 4, profile };
const strip = { asOf: '2027-02-01', from: '2027-02-01', until: '2027-02-03', used: [31, 31, 30], rights: [], isOver: false, firstDayOver: null, latestDeparture: null, planned: null, presences: [] };

const open = async () => {
  const api = fakeApi({ 'GET /api/defenders/amber-heron': defender, 'GET /api/defenders/amber-heron/visa-days': strip, 'PATCH /api/defenders/amber-heron': defender });
  await renderPage(route, { path: 'defenders/:code/visa-days', at: '/defenders/amber-heron/visa-days', account: { role: 'COORDINATOR' } });
  return api;
};

it('shows the days with how they are known, the visas, and what is used, in words and as a table', async () => {
  await open();
  expect(await screen.findByText('31 of 90 used today; 59 left.')).toBeInTheDocument();
  const visas = screen.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll(/\s/g, ' '));
  expect(visas).toContainEqual(expect.stringMatching(/^Short stay Ended.*1 Feb – 31 Aug 2025Good in the whole area · 30 days on it/));
  expect(visas).toContainEqual(expect.stringMatching(/^National visa or residence permit Not yet valid.*1 Feb – 31 Aug 2098Good in Netherlands/));
  const rows = within(screen.getByRole('table', { name: 'Days in Schengen outside our stays' })).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/31.*Training.*Short stay/);
});

it('imports pasted lines, and says of each that it can’t take why', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Import…' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Lines' }), '2027-03-01, 2027-03-05, Side trip{enter}2027-02-30, 2027-03-05');
  expect(await screen.findByText('Line 2: The calendar has no such day.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Add 1 line' }));
  const sent = asked.find(({ method }) => method === 'PATCH');
  expect(sent?.body).toMatchObject({ version: 4, profile: { presences: [training, { enteredOn: '2027-03-01', leftOn: '2027-03-05', source: 'Side trip', basis: 'SHORT_STAY' }] } });
});

it('removes a row', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Remove these days' }));
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toMatchObject({ profile: { presences: [] } });
});

it('adds a visa to those that are there, and removes one of them', async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a visa…' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.selectOptions(within(dialog).getByLabelText('Kind'), 'LIMITED_TERRITORY');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await within(dialog).findByText('Say in which country it is good.')).toBeInTheDocument();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Remove the visa or permit' })[0]!);
  await waitFor(() => { expect(asked.find(({ method }) => method === 'PATCH')?.body).toMatchObject({ profile: { visas: [national], presences: [training] } }); });
});
