import { screen, within } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './city-years.route.tsx';

const city = { id: '01a20253-c411-443c-9796-0bf563c18e01', slug: 'utrecht', name: 'Utrecht' };
const open = async (years: readonly object[]) => {
  fakeApi({ 'GET /api/city/years': { city, smallestShown: 5, years } });
  await renderPage(route, { path: 'city/years', account: { role: 'CITY_PARTNER' } });
};

it('shows a city its years, and a small count only as a small one', async () => {
  await open([
    { year: 2026, persons: 'SMALL', stays: 'SMALL', nights: 'WITHHELD', nightsOffered: 365, occupancyPercent: 'WITHHELD' },
    { year: 2025, persons: 6, stays: 7, nights: 480, nightsOffered: 700, occupancyPercent: 69 },
  ]);
  const table = await screen.findByRole('table', { name: 'All years' });
  expect(within(table).getAllByText('< 5')).toHaveLength(2);
  expect(within(table).getByText('withheld')).toBeInTheDocument();
  expect(within(table).getByText('480')).toBeInTheDocument();
  expect(screen.getByText('What the yearly reports say of Utrecht.')).toBeInTheDocument();
});

it('says so when there is no year yet', async () => {
  await open([]);
  expect(await screen.findByText('No year to count yet')).toBeInTheDocument();
});
