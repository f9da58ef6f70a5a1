import { screen, within } from '@testing-library/react';
import { calendarDate } from '@shelter-city/contract/fields';
import type { MatchOption } from '@shelter-city/contract/matching';
import { aSpan } from '../../test/a-plan.ts';
import { renderPart } from '../../test/render-page.tsx';
import { WhyCity } from './why-city.tsx';

const id = '01a20253-c411-443c-9796-0bf563c18e02';
const place = { id, label: 'House B' };
type Change = MatchOption['whatWouldHaveToChange'][number];
const option = (whatWouldHaveToChange: Change[]): MatchOption => ({
  city: { id, slug: 'utrecht', name: 'Utrecht' }, verdict: 'BLOCKED', best: null, counts: { BLOCKED: 0, UNKNOWN: 0, WEAKER: 0, FITS: 0 }, findings: [], ifWeWait: [], whatWouldHaveToChange,
});
const moved = (rule: Extract<Change, { change: 'OTHER_ARRIVAL' }>['rule']): Change => ({ change: 'OTHER_ARRIVAL', placement: { place, span: aSpan({ from: '2027-05-10', until: '2027-08-01' }) }, daysMoved: 7, rule });
const items = () => within(screen.getByRole('list', { name: 'What would have to change' })).getAllByRole('listitem').map(({ textContent }) => textContent);

it('names the rule that each change lifts, where no single one is enough', async () => {
  await renderPart(<WhyCity option={option([moved('VISA_LEAD_TIME'), { change: 'OTHER_PLACE', place, rule: 'STEP_FREE' }, { change: 'LONGER_PASSPORT', validUntil: calendarDate.parse('2027-11-01') }])} isLikely={false} />);
  expect(screen.getByText('More than one thing stands in the way. Each of these lifts one of them.')).toBeInTheDocument();
  expect(items()).toEqual(['Time for the visa: Arrive on 10 May 2027 (House B)', 'Step-free: House B in the same city', 'A passport that is valid until 1 Nov 2027']);
});

it('names none where the city fits with the change', async () => {
  await renderPart(<WhyCity option={option([moved(null)])} isLikely={false} />);
  expect(items()).toEqual(['Arrive on 10 May 2027 (House B)']);
  expect(screen.queryByText(/^More than one thing/)).toBeNull();
});
