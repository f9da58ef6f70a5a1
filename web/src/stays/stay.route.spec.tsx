import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, problem } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './stay.route.tsx';

const id = '01a20253-c411-443c-9796-0bf563c18e02';
const stay = {
  id,
  status: 'PROPOSED',
  defender: { code: 'amber-heron', codeName: 'Amber Heron' },
  city: { id, slug: 'utrecht', name: 'Utrecht' },
  place: { id, label: 'House B' },
  planned: { from: '2027-05-03', until: '2027-07-31' },
  actualArrivesOn: null,
  actualDepartsOn: null,
  nights: 89,
  holdExpiresAt: '2026-12-01T23:00:00.000Z',
  track: null,
  caseLead: null,
  whyThisCity: 'Quiet, and near the network.',
  otherDates: { from: '2027-05-10', until: '2027-08-01' },
  reasonCode: null,
  reasonNote: null,
  returnReviewedOn: null,
  proposedAt: '2026-11-20T10:00:00.000Z',
  answeredAt: null,
  continuesId: null,
  visaDaysLeft: 0,
  may: ['move', 'acceptOtherDates', 'cancel'],
  version: 3,
};
const open = (answers: Parameters<typeof fakeApi>[0] = {}) => {
  const api = fakeApi({
    [`GET /api/stays/${id}`]: stay,
    [`GET /api/stays/${id}/history`]: { items: [] },
    [`GET /api/stays/${id}/ground`]: { kept: null, now: null },
    ...answers,
  });
  return renderPage(route, { path: 'stays/:stayId', at: `/stays/${id}` }).then((page) => ({
    ...page,
    ...api,
  }));
};

it('offers what the reader may do, and says what the city offered', async () => {
  await open();
  expect(
    await screen.findByText(/can host on other dates: 10 May – 1 Aug 2027/),
  ).toBeInTheDocument();
  expect(screen.getByText('1 Dec 2026')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take the city’s dates' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Arrived…' })).toBeNull();
});

it('sends the version that it shows', async () => {
  const { asked } = await open({
    [`POST /api/stays/${id}/other-dates/acceptance`]: {
      ...stay,
      status: 'CONFIRMED',
      otherDates: null,
      may: [],
      version: 4,
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Take the city’s dates' }));
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ version: 3 });
});

it('keeps the reason that was typed when somebody else was first', async () => {
  await open({
    [`POST /api/stays/${id}/cancellation`]: problem(409, 'changed-meanwhile', {
      title: 'Someone changed this since you opened it.',
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel the stay…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.selectOptions(dialog.getByLabelText('Reason'), 'VISA_REFUSED');
  await userEvent.type(dialog.getByRole('textbox'), 'Refused on Monday');
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel the stay' }));
  expect(await dialog.findByText('Someone changed this since you opened it.')).toBeInTheDocument();
  expect(dialog.getByRole('textbox')).toHaveValue('Refused on Monday');
});
