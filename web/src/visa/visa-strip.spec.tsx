import { screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPart } from '../../test/render-page.tsx';
import { VisaStrip } from './visa-strip.tsx';

const planned = { from: '2027-02-01', until: '2027-02-03' };
const days = { ...planned, asOf: '2027-01-01', used: [31, 31, 32], isOver: false, firstDayOver: null, latestDeparture: '2027-04-01', planned, presences: [] };
const right = (firstDay: string, lastDay: string, basis: string, isHeld = true) => ({ firstDay, lastDay, basis, isHeld });
const show = async (rights: readonly unknown[]) => {
  fakeApi({ 'GET /api/defenders/amber-heron/visa-days': { ...days, rights } });
  await renderPart(<VisaStrip code="amber-heron" planned={planned} />);
};

it('says by what right each day is spent where visas are held', async () => {
  await show([right('2027-02-01', '2027-02-01', 'NATIONAL'), right('2027-02-02', '2027-02-02', 'LIMITED_TERRITORY'), right('2027-02-03', '2027-02-03', 'SHORT_STAY', false)]);
  expect(await screen.findByText('31 of 90 used on the day of arrival, 32 on the day of departure; 58 left.')).toBeInTheDocument();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent.split(': ').slice(1).join(': '))).toEqual([
    'national visa or permit: doesn’t count',
    'limited territory: counts, and is allowed past 90',
    'without a visa: counts as a short stay',
  ]);
});

it('says that no day counts when a national visa covers all of them, and nothing of rights without a visa', async () => {
  await show([right('2027-02-01', '2027-02-03', 'NATIONAL')]);
  expect(await screen.findByText('The days of this stay don’t count: a national visa or permit carries it.')).toBeInTheDocument();
});

it('says nothing of rights while no visa is held', async () => {
  await show([right('2027-02-01', '2027-02-03', 'SHORT_STAY', false)]);
  expect(await screen.findByText(/^31 of 90 used/)).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).toBeNull();
});
