import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { renderPage } from '../../test/render-page.tsx';
import { route } from './today.route.tsx';

const utrecht = { id: '01a20253-c411-443c-9796-0bf563c18e01', slug: 'utrecht', name: 'Utrecht' };
const item = {
  key: 'a',
  kind: 'CITY_CONFIRMED',
  urgent: false,
  since: '2026-11-21',
  due: null,
  defender: { code: 'amber-heron', codeName: 'Amber Heron' },
  city: utrecht,
  stay: {
    id: '01a20253-c411-443c-9796-0bf563c18e02',
    span: { from: '2027-05-03', until: '2027-07-31' },
    placeLabel: 'House B',
    version: 2,
  },
  count: 1,
  reasonCode: null,
};
const open = (items: readonly unknown[]) => {
  const api = fakeApi({
    'GET /api/today': { asOf: '2026-11-22', items, more: false },
    'GET /api/cities': { items: [], asOf: '2026-11-22' },
  });
  return renderPage(route, { path: 'today' }).then((page) => ({ ...page, ...api }));
};

it('says of each line why it is there and offers one act', async () => {
  await open([
    item,
    {
      ...item,
      key: 'b',
      kind: 'CITY_DECLINED',
      urgent: true,
      reasonCode: 'STAFF_ABSENT',
      due: '2026-11-20',
    },
  ]);
  const [urgent, soon] = (await screen.findAllByRole('listitem')).map((line) => within(line));
  expect(urgent?.getByText(/Utrecht said no/)).toHaveTextContent(
    'Utrecht said no: Nobody to accompany the guest then',
  );
  expect(urgent?.getByRole('link', { name: 'Match again' })).toHaveAttribute(
    'href',
    '/defenders/amber-heron/match',
  );
  expect(soon?.getByText('Utrecht said yes: prepare the journey')).toBeInTheDocument();
  expect(soon?.getByRole('link', { name: 'Prepare' })).toHaveAttribute(
    'href',
    `/stays/${item.stay.id}`,
  );
});

it('says that a rule forbids a stay that stands, and leads to the stay', async () => {
  await open([{ ...item, kind: 'RISK_RULE_BROKEN', urgent: true, due: '2027-05-03' }]);
  const line = within(await screen.findByRole('listitem'));
  expect(line.getByText('Urgent:')).toBeInTheDocument();
  expect(
    line.getByText('A risk rule forbids this stay in Utrecht. Decide what must happen.'),
  ).toBeInTheDocument();
  expect(line.getByRole('link', { name: 'Open the stay' })).toHaveAttribute(
    'href',
    `/stays/${item.stay.id}`,
  );
});

it('says that nothing waits, and keeps its title neutral', async () => {
  await open([]);
  expect(await screen.findByText('Nothing needs you now')).toBeInTheDocument();
  expect(document.title).not.toContain('Heron');
});

it('walks the lines by arrow keys', async () => {
  await open([item, { ...item, key: 'b', kind: 'ARRIVES_SOON' }]);
  const lines = await screen.findAllByRole('listitem');
  lines[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(lines[1]).toHaveFocus();
});

it('warns the cleared of whom the daily job erases within thirty days, and nobody else', async () => {
  const due = { defender: { code: 'amber-heron', codeName: 'Amber Heron' }, dueOn: '2026-12-03', basis: 'STAY_FILE' };
  const queue = {
    'GET /api/today': { asOf: '2026-11-22', items: [], more: false },
    'GET /api/cities': { items: [], asOf: '2026-11-22' },
    'GET /api/erasures/due': {
      items: [
        { ...due, held: false },
        { ...due, defender: { code: 'quiet-maple', codeName: 'Quiet Maple' }, held: true },
      ],
    },
  };
  fakeApi(queue);
  const { unmount } = await renderPage(route, { path: 'today', account: { role: 'COORDINATOR', riskCleared: true } });
  expect(await screen.findByText('Erased within thirty days')).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Amber Heron' })).toHaveAttribute('href', '/defenders/amber-heron/erasure');
  expect(screen.getByText('3 Dec 2026')).toBeInTheDocument();
  expect(screen.getByText('On hold')).toBeInTheDocument();
  unmount();
  const { asked } = fakeApi(queue);
  await renderPage(route, { path: 'today', account: { role: 'COORDINATOR' } });
  expect(await screen.findByText('Nothing needs you now')).toBeInTheDocument();
  expect(asked.some(({ path }) => path.includes('erasures'))).toBe(false);
});
