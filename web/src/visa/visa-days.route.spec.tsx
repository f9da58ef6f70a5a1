import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './visa-days.route.tsx';

const training = { enteredOn: '2027-01-01', leftOn: '2027-01-31', source: 'Training', basis: 'SHORT_STAY' };
const profile = { presences: [training], visa: { kind: 'NATIONAL', validFrom: '2027-02-01', validUntil: '2027-08-31', countries: ['NL'], days: null }, passportValidUntil: null };
const defender = { id: '01a20253-c411-443c-9796-0bf563c18e02', code: 'amber-heron', codeName: 'Amber Heron', selection: 'SELECTED', caseLead: null, version: 4, profile };
const strip = { asOf: '2027-02-01', from: '2027-02-01', until: '2027-02-03', used: [31, 31, 30], counted: true, isOver: false, firstDayOver: null, latestDeparture: null, planned: null, presences: [] };

const open = async () => {
  const api = fakeApi({ 'GET /api/defenders/amber-heron': defender, 'GET /api/defenders/amber-heron/visa-days': strip, 'PATCH /api/defenders/amber-heron': defender });
  await renderPage(route, { path: 'defenders/:code/visa-days', at: '/defenders/amber-heron/visa-days', account: { role: 'COORDINATOR' } });
  return api;
};

it('shows the days with how they are known, the visa, and what is used, in words and as a table', async () => {
  await open();
  expect(await screen.findByText('31 of 90 used today; 59 left.')).toBeInTheDocument();
  expect(screen.getByText(/National visa or residence permit, 1 Feb – 31 Aug 2027/)).toBeInTheDocument();
  expect(screen.getByText('Good in Netherlands')).toBeInTheDocument();
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
