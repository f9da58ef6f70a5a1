import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { screen } from '@testing-library/react';
import { formatDays } from '../design/days.ts';
import { renderPart } from '../../test/render-page.tsx';
import { LetsIn } from './lets-in.tsx';

const city = (name: string) => ({ id: name, slug: name.toLowerCase(), name });
const autumn = { from: '2027-09-01' as CalendarDate, until: '2027-11-01' as CalendarDate };
const later = { ...autumn, from: '2027-09-08' as CalendarDate };

test('the cities of which any could do with one place more for the same days are one line', async () => {
  const onePlaceMore = [
    { city: city('Utrecht'), span: autumn },
    { city: city('Zwolle'), span: later },
    { city: city('Nijmegen'), span: autumn },
  ];
  await renderPart(<LetsIn letsIn={{ free: [], onePlaceMore, otherDays: null, shorter: null }} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `One more place in Utrecht or Nijmegen, ${formatDays(autumn.from, autumn.until)}`,
    `One more place in Zwolle, ${formatDays(later.from, later.until)}`,
  ]);
});
