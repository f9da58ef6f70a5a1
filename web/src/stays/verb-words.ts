import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What each event says happened. A verb that a newer server knows is shown as it is. */
export const verbWords: Readonly<Record<string, MessageDescriptor | undefined>> = {
  'stay:draft': msg`Drafted`,
  'stay:move': msg`Moved`,
  'stay:propose': msg`Proposed to the city`,
  'stay:extend-hold': msg`Held longer`,
  'stay:confirm': msg`The city said yes`,
  'stay:decline': msg`The city said no`,
  'stay:offer-other-dates': msg`The city offered other dates`,
  'stay:accept-other-dates': msg`The city’s dates were taken`,
  'stay:lapse': msg`The hold lapsed`,
  'stay:turn-down': msg`The defender said no`,
  'stay:cancel': msg`Cancelled`,
  'stay:start-travel': msg`The journey began`,
  'stay:arrive': msg`Arrived`,
  'stay:no-show': msg`Did not arrive: alarm`,
  'stay:extend': msg`Extended`,
  'stay:transfer': msg`Transferred`,
  'stay:cut-short': msg`Cut short`,
  'stay:review-return': msg`The return was reviewed`,
  'stay:depart': msg`Departed`,
  'stay:close': msg`File closed`,
  CREATED: msg`Taken in`,
  PROFILE_CHANGED: msg`Profile changed`,
  SEALED: msg`A sealed part was written`,
  APPLICATION_MOVED: msg`The application moved on`,
  LEAD_TAKEN: msg`The case lead changed`,
  NOTE_ADDED: msg`A risk note was added`,
  NOTE_SUPERSEDED: msg`A risk note was renewed`,
};
