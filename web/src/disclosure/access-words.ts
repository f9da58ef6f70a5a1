import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Words by what the log says. What isn't here is shown as it stands. */
export type Words = Readonly<Partial<Record<string, MessageDescriptor>>>;

/** What was done with a case. */
export const accessWords: Words = {
  'defender:read': msg`Read the case`,
  'defender:reveal': msg`Opened a sealed part`,
  'risk-note:list': msg`Read the list of notes`,
  'risk-note:reveal': msg`Opened a risk note`,
  'city-stay:read': msg`Read the stay’s card`,
  'city-stay:reveal': msg`Opened a part for the city`,
  'disclosure:read': msg`Read who may see what`,
  'disclosure:agree': msg`Wrote down what the person agreed to`,
  'disclosure:grant': msg`Opened a field to a city`,
  'disclosure:withdraw': msg`Took a field back`,
  'disclosure:break-glass': msg`Broke glass`,
  'disclosure:acknowledge': msg`Has seen an alert`,
  'disclosure:ask-note': msg`Asked to read a restricted note`,
  'disclosure:approve-note': msg`Agreed that another reads a restricted note`,
  'disclosure:withdraw-note': msg`Took back the leave to read a restricted note`,
  'stay:read': msg`Read a stay`,
};

/** As what somebody looked. */
export const roleWords: Words = {
  shelter_coordinator: msg`coordinator`,
  shelter_city: msg`city partner`,
  shelter_manager: msg`manager`,
  shelter_admin: msg`administrator`,
  shelter_job: msg`timed job`,
};

/** The fields' names as a person reads them. */
export const fieldWords: Words = {
  KNOWN_AS: msg`Known as`,
  CONTACT_CHANNEL: msg`Channels allowed`,
  FIRST_NAMES: msg`First names of those who come along`,
  LEGAL_NAME: msg`Legal name`,
  NATIONALITIES: msg`Nationalities`,
  BIRTH_YEAR: msg`Birth year`,
  legalName: msg`Legal name`,
  knownAs: msg`Known as`,
  pronoun: msg`Pronoun`,
  gender: msg`Gender`,
  birthYear: msg`Birth year`,
  nationalities: msg`Nationalities`,
  organisation: msg`Organisation`,
  channelsAllowed: msg`Channels allowed`,
  channelsNever: msg`Channels never`,
  hours: msg`Hours`,
  doNotContactDirectly: msg`Do not contact directly`,
  goBetween: msg`Go-between`,
  codeWord: msg`Code word`,
  trustedContactAtHome: msg`Trusted contact at home`,
  people: msg`Dependants`,
  card: msg`What the phase shows`,
};
