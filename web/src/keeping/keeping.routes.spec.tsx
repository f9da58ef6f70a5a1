import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage, renderPart } from '../../test/render-page.tsx';
import { DueErasures } from './due-erasures.tsx';
import { route as erasurePage } from './erasure.route.tsx';
import { route as certificatePage } from './certificate.route.tsx';
import { route as certificatesPage } from './certificates.route.tsx';
import { route as integrityPage } from './integrity.route.tsx';
import { route as retentionPage } from './retention.route.tsx';

const periods = { notSelectedMonths: 12, withdrawnMonths: 6, stayFileMonths: 24, travelDays: 30 };

test('the periods are shown and set', async () => {
  const user = userEvent.setup();
  const { asked } = fakeApi({ 'GET /api/retention': periods, 'PUT /api/retention': periods });
  await renderPage(retentionPage, {
    path: 'admin/retention',
    at: '/admin/retention',
    account: { role: 'ADMIN' },
  });
  const field = await screen.findByLabelText('Withdrawn: months after it');
  await user.clear(field);
  await user.type(field, '3');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      withdrawnMonths: 3,
    });
  });
});

const whole = {
  checkedAt: '2026-06-01T10:00:00.000Z',
  rows: 1200,
  anchors: 7,
  firstBad: null,
  firstUnchained: null,
  badAnchor: null,
  quotaReached: [],
};

test('a whole audit log is said to be whole, a broken one names its first bad row', async () => {
  fakeApi({ 'GET /api/integrity': whole });
  const at = {
    path: 'admin/integrity',
    at: '/admin/integrity',
    account: { role: 'ADMIN' },
  } as const;
  await renderPage(integrityPage, at);
  expect(await screen.findByText('The audit log is whole.')).toBeInTheDocument();
  fakeApi({ 'GET /api/integrity': { ...whole, firstBad: { position: 4, row: '17' } } });
  await renderPage(integrityPage, at);
  expect(await screen.findByRole('alert')).toHaveTextContent('Row 17 was edited');
});

const preview = {
  defender: { code: 'amber-heron', codeName: 'Amber Heron' },
  destroyed: [
    { what: 'data_key', rows: 6 },
    { what: 'case_alert', rows: 2 },
    { what: 'break_glass', rows: 3 },
  ],
  kept: [{ what: 'stay', rows: 1 }],
  hold: null,
  underWay: false,
};
const defender = { codeName: 'Amber Heron', selection: 'WITHDRAWN', caseLead: null };
const page = {
  path: 'defenders/:code/erasure',
  at: '/defenders/amber-heron/erasure',
  account: { role: 'COORDINATOR', riskCleared: true },
} as const;

const certificate = {
  id: '0f0e0d0c-1111-4222-8333-444455556666',
  erasedAt: '2026-06-01T10:00:00.000Z',
  erasedBy: null,
  basis: 'ON_REQUEST',
  destroyed: preview.destroyed,
  kept: [],
  auditRow: '812',
};

test('a person is erased once the code name is typed, and the certificate is shown', async () => {
  const user = userEvent.setup();
  fakeApi({
    'GET /api/defenders/amber-heron': defender,
    'GET /api/defenders/amber-heron/erasure': preview,
    'POST /api/defenders/amber-heron/erasure': certificate,
  });
  await renderPage(erasurePage, page);
  expect(await screen.findByText('Keys of what is sealed')).toBeInTheDocument();
  expect(screen.getByText('Other rows of the case').nextElementSibling).toHaveTextContent('5');
  expect(screen.getByRole('link', { name: 'Disclosure' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Erase this person' }));
  const button = await screen.findByRole('button', { name: 'Erase for good' });
  expect(button).toBeDisabled();
  await user.type(screen.getByLabelText('Type Amber Heron to confirm'), 'Amber Heron');
  await user.click(button);
  expect(await screen.findByText('812')).toBeInTheDocument();
  expect(screen.getByText(/No stay took place/)).toBeInTheDocument();
});

test('nobody is erased under a hold, which is lifted on the page', async () => {
  const user = userEvent.setup();
  const { asked } = fakeApi({
    'GET /api/defenders/amber-heron': defender,
    'GET /api/defenders/amber-heron/erasure': {
      ...preview,
      hold: {
        reason: 'A claim',
        by: { id: '0f0e0d0c-1111-4222-8333-444455556666', displayName: 'Robin' },
        at: '2026-06-01T10:00:00.000Z',
      },
    },
    'DELETE /api/defenders/amber-heron/erasure-hold': preview,
  });
  await renderPage(erasurePage, page);
  expect(await screen.findByRole('button', { name: 'Erase this person' })).toBeDisabled();
  expect(screen.getByText(/Held by Robin/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Lift the hold' }));
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('a long list of whom the daily job erases shows its first lines, then all', async () => {
  const user = userEvent.setup();
  fakeApi({
    'GET /api/erasures/due': {
      items: Array.from({ length: 30 }, (_, n) => ({
        defender: { code: `amber-heron-${String(n)}`, codeName: `Amber Heron ${String(n)}` },
        dueOn: '2026-07-10',
        basis: 'STAY_FILE',
        held: false,
      })),
    },
  });
  await renderPart(<DueErasures />);
  expect(await screen.findAllByRole('link')).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Show all 30' }));
  expect(screen.getAllByRole('link')).toHaveLength(30);
});

test('certificates are listed for whoever keeps them, and one is printed', async () => {
  const user = userEvent.setup();
  fakeApi({
    'GET /api/erasures': {
      items: [
        { ...certificate, erasedBy: { id: certificate.id, displayName: 'Robin' } },
        { ...certificate, id: '0f0e0d0c-1111-4222-8333-444455556667', auditRow: '77', basis: 'WITHDRAWN' },
      ],
    },
    [`GET /api/erasures/${certificate.id}`]: certificate,
  });
  await renderPage(certificatesPage, { path: 'erasures', account: { role: 'ADMIN' } });
  const [, first, second] = await screen.findAllByRole('row');
  expect(first).toHaveTextContent(/Asked for.*Robin.*6.*812/);
  expect(second).toHaveTextContent(/Withdrawn.*The daily job.*6.*77/);
  const print = jest.spyOn(window, 'print').mockReturnValue();
  await renderPage(certificatePage, {
    path: 'erasures/:certificateId',
    at: `/erasures/${certificate.id}`,
    account: { role: 'ADMIN' },
  });
  expect(await screen.findByText(certificate.id)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledTimes(1);
});

test('no certificate yet is said to be so', async () => {
  fakeApi({ 'GET /api/erasures': { items: [] } });
  await renderPage(certificatesPage, { path: 'erasures', account: { role: 'ADMIN' } });
  expect(await screen.findByText('Nobody was erased yet')).toBeInTheDocument();
});
