import {
  ageBandOf,
  companionsOf,
  partsOfContact,
  partsOfDependants,
  partsOfIdentity,
} from './city-parts.ts';

const people = [
  { firstName: 'Alder', birthYear: 1990, comesAlong: true },
  { firstName: 'Briar', birthYear: 2024, comesAlong: true },
  { firstName: 'Cedar', birthYear: 2015, comesAlong: false },
];

test('ages are told in bands, the younger first, and only of those who come along', () => {
  expect([2027, 2023, 2022, 2015, 2014, 2009, 2008, null].map((born) => ageBandOf(born, 2027))).toEqual([
    'UNDER_4', 'FROM_4_TO_11', 'FROM_4_TO_11', 'FROM_12_TO_17', 'FROM_12_TO_17', 'ADULT', 'ADULT', 'NOT_KNOWN',
  ]);
  expect(companionsOf(people, 2027)).toEqual(['UNDER_4', 'ADULT']);
});

test('a part holds one thing and nothing of another', () => {
  const identity = { legalName: 'L', knownAs: 'K', pronoun: 'they', nationalities: ['XK'], birthYear: 1988 };
  expect(partsOfIdentity(identity)).toEqual({
    KNOWN_AS: { knownAs: 'K', pronoun: 'they' },
    LEGAL_NAME: { legalName: 'L' },
    NATIONALITIES: { nationalities: ['XK'] },
    BIRTH_YEAR: { birthYear: 1988 },
  });
  expect(partsOfDependants(people)).toEqual({ FIRST_NAMES: { firstNames: ['Alder', 'Briar'] } });
});

test('who must not be contacted directly has no channel to show', () => {
  const contact = { channelsAllowed: 'a', channelsNever: 'n', hours: 'h', doNotContactDirectly: false };
  expect(partsOfContact(contact)).toEqual({ CONTACT_CHANNEL: contact });
  expect(partsOfContact({ ...contact, doNotContactDirectly: true })).toEqual({
    CONTACT_CHANNEL: { ...contact, doNotContactDirectly: true, channelsAllowed: '' },
  });
});
