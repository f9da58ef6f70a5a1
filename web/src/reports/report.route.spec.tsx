import { jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './report.route.tsx';

const report = {
  year: 2026,
  asAt: '2026-11-22',
  years: [2025, 2026],
  smallestShown: 5,
  whole: {
    persons: 24,
    stays: 24,
    nights: 1800,
    countries: 18,
    cities: 9,
    nightsOffered: 3000,
    occupancyPercent: 60,
  },
  soFar: { since: 2012, persons: 250, countries: 70, cities: 13 },
  cities: [
    {
      cityId: '01a20253-c411-443c-9796-0bf563c18e01',
      city: 'Utrecht',
      persons: 'SMALL',
      stays: 'SMALL',
      nights: 'SMALL',
      nightsOffered: 365,
      occupancyPercent: 'WITHHELD',
    },
    {
      cityId: '01a20253-c411-443c-9796-0bf563c18e02',
      city: 'The Hague',
      persons: 6,
      stays: 6,
      nights: 480,
      nightsOffered: 700,
      occupancyPercent: 69,
    },
  ],
  byYear: [
    {
      year: 2026,
      persons: 24,
      stays: 24,
      nights: 1800,
      personsSoFar: 250,
      countriesSoFar: 70,
      citiesSoFar: 13,
      occupancyPercent: 60,
    },
  ],
  calls: [{ call: 'Autumn 2018', persons: 11, countries: 11 }],
  may: { export: true },
};
const file = {
  fileName: 'shelter-city-2026.csv',
  mediaType: 'text/csv',
  contentBase64: btoa('x'),
  sha256: 'abc',
};

const open = (answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({
    'GET /api/reports/2026': report,
    'GET /api/exports': { items: [] },
    ...answers,
  });
  return renderPage(route, {
    path: 'reports/:year',
    at: '/reports/2026',
    account: { role: 'MANAGER' },
  }).then((page) => ({ ...page, ...api }));
};

// jsdom can't follow a link to a file.
beforeEach(() => {
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});

it('shows a small count as fewer than five, never as a number', async () => {
  await open();
  const row = within(await screen.findByRole('table', { name: 'Cities in 2026' })).getByRole(
    'row',
    { name: /Utrecht/ },
  );
  expect(row).toHaveTextContent('< 5');
  expect(row).not.toHaveTextContent(/\b[1-4]\b/);
});

it('asks what an export is for before it makes one, and keeps what was typed when it fails', async () => {
  URL.createObjectURL = () => 'blob:x';
  const { asked } = await open({
    'POST /api/reports/2026/exports': problem(503, 'busy', { title: 'Try again in a moment.' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Export…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Export' }));
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(0);
  await userEvent.type(dialog.getByLabelText('What is it for?'), 'The ministry');
  await userEvent.click(dialog.getByRole('button', { name: 'Export' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('Try again in a moment.');
  expect(dialog.getByLabelText('What is it for?')).toHaveValue('The ministry');
});

it('saves the file and says so', async () => {
  URL.createObjectURL = () => 'blob:x';
  const { asked } = await open({ 'POST /api/reports/2026/exports': file });
  await userEvent.click(await screen.findByRole('button', { name: 'Export…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('What is it for?'), 'The ministry');
  await userEvent.click(dialog.getByRole('button', { name: 'Export' }));
  await screen.findByRole('table', { name: 'Cities in 2026' });
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    format: 'xlsx',
    purpose: 'The ministry',
    language: 'en',
  });
});
