import { screen } from '@testing-library/react';
import type { EventCard } from '@shelter-city/contract/publicity';
import { renderPart } from '../../test/render-page.tsx';
import { EventCardBody } from './event-card-body.tsx';

const day = (text: string) => text as EventCard['asOf'];
const card = (change: Partial<EventCard> = {}): EventCard => ({
  stayId: '01a20253-c411-443c-9796-0bf563c18e01',
  codeName: 'Amber Heron',
  asOf: day('2026-11-22'),
  number: 2,
  versionOf: day('2026-11-20'),
  withdrawnOn: null,
  said: [
    { aspect: 'face', level: 'NEVER', answer: 'NO', occasions: [] },
    { aspect: 'theme', level: 'FREE', answer: 'YES', occasions: [] },
    {
      aspect: 'voice',
      level: 'EACH_TIME',
      answer: 'APPROVED',
      occasions: [{ occasion: 'Library', validUntil: day('2026-12-01') }],
    },
  ],
  printed: null,
  outdated: false,
  ...change,
});

it('says what may be said, what must not, and that there is no photo', async () => {
  await renderPart(<EventCardBody card={card()} />);
  expect(await screen.findByText('No photo, no film')).toBeInTheDocument();
  const part = (name: string) => screen.getByRole('heading', { name }).parentElement;
  expect(part('May say')).toHaveTextContent('What the work is about');
  expect(part('Must not say')).toHaveTextContent('Face, photo or film');
  expect(part('May say at these occasions only')).toHaveTextContent('Library');
  expect(screen.getByText(/Version 2/)).toBeInTheDocument();
});

it('says first of all that everything was withdrawn', async () => {
  await renderPart(<EventCardBody card={card({ withdrawnOn: day('2026-11-21'), said: [] })} />);
  expect(await screen.findByRole('alert')).toHaveTextContent(/Withdrawn on .*: nothing may be said/);
});

it('allows a photo only where the face may be shown', async () => {
  await renderPart(
    <EventCardBody
      card={card({ said: [{ aspect: 'face', level: 'FREE', answer: 'YES', occasions: [] }] })}
    />,
  );
  expect(await screen.findByText('Photo and film allowed')).toBeInTheDocument();
});
