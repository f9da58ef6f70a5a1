import { cityParts } from './city-parts.ts';
import { partsOpenIn } from './open-parts.ts';

const agreed = { sharesName: true, sharesContact: true };

test('a part opens from the yes to the departure, and never before or after', () => {
  expect(partsOpenIn('CONFIRMED', agreed)).toEqual(cityParts);
  for (const phase of ['NOTHING', 'PROPOSED', 'AFTER'] as const) expect(partsOpenIn(phase, agreed)).toEqual([]);
});

test('the name and the channel wait for the person’s word', () => {
  expect(partsOpenIn('CONFIRMED', { sharesName: false, sharesContact: false })).toEqual([
    'FIRST_NAMES', 'LEGAL_NAME', 'NATIONALITIES', 'BIRTH_YEAR',
  ]);
  expect(partsOpenIn('CONFIRMED', { sharesName: true, sharesContact: false })).not.toContain('CONTACT_CHANNEL');
  expect(partsOpenIn('CONFIRMED', { sharesName: false, sharesContact: true })).not.toContain('KNOWN_AS');
});
