import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ContactChannel, ContactRefusal } from '@shelter-city/contract/contact';
import type { ConsentMeans, PublicityAspect } from '@shelter-city/contract/publicity';

export const channelWords: Record<ContactChannel, MessageDescriptor> = {
  GO_BETWEEN: msg`Through the go-between`,
  SIGNAL: msg`Signal`,
  WIRE: msg`Wire`,
  ENCRYPTED_MAIL: msg`Encrypted mail`,
  MAIL: msg`Ordinary mail`,
  VIDEO_CALL: msg`Video call`,
  PHONE_CALL: msg`Telephone`,
  TEXT_MESSAGE: msg`Text message`,
  WHATSAPP: msg`WhatsApp`,
  SOCIAL_MEDIA: msg`Social media`,
  POST: msg`Letter`,
  VISIT: msg`Visit`,
};

export const refusalWords: Record<ContactRefusal, MessageDescriptor> = {
  NO_RULE: msg`Nobody has recorded yet how this person may be reached`,
  NO_GO_BETWEEN: msg`There is no go-between`,
  NOT_DIRECTLY: msg`Do not contact directly`,
  CHANNEL_NEVER: msg`Never this way`,
  CHANNEL_NOT_ALLOWED: msg`Not among the ways the person allows`,
  OUTSIDE_HOURS: msg`Not at this hour`,
};

export const aspectWords: Record<PublicityAspect, MessageDescriptor> = {
  name: msg({ message: 'Name', context: 'publicity' }),
  face: msg`Face, photo or film`,
  voice: msg`Voice`,
  country: msg`Country of work`,
  city: msg`That the person is in this city`,
  theme: msg`What the work is about`,
  organisation: msg`Organisation`,
  dates: msg`Dates of the stay`,
};

export const meansWords: Record<ConsentMeans, MessageDescriptor> = {
  IN_PERSON: msg`In person`,
  IN_WRITING: msg`In writing`,
  BY_CALL: msg`By call`,
  THROUGH_GO_BETWEEN: msg`Through the go-between`,
};
