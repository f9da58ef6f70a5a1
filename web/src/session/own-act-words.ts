import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { accessWords, type Words } from '../disclosure/access-words.ts';
import { verbWords } from '../stays/verb-words.ts';

/** What somebody did: with a case, and with their own account, places and plans. */
const ownActWords: Words = {
  ...accessWords,
  'session:prefer': msg`Set how it looks, its language or its shortcuts`,
  'session:start': msg`Signed in`,
  'session:end': msg`Ended a session`,
  'session:prove': msg`Showed again who it is`,
  'passkey:add': msg`Added a passkey`,
  'passkey:rename': msg`Named a passkey`,
  'passkey:remove': msg`Removed a passkey`,
  'password:change': msg`Changed the password`,
  'account-link:use': msg`Used a link to the account`,
  'place:reveal-address': msg`Opened the address of a place`,
  'place:seal-address': msg`Wrote the address of a place`,
  'defender:create': msg`Took somebody in`,
  'defender:write': msg`Wrote the profile`,
  'application:decide': msg`Moved an application on`,
  'risk-note:add': msg`Wrote a risk note`,
  'publicity:write': msg`Wrote down what may be made public`,
  'city:write': msg`Wrote the facts of a city`,
  'place:write': msg`Wrote the facts of a place`,
  'capacity:request': msg`Asked a city for capacity`,
  'capacity:offer': msg`Offered capacity`,
  'capacity:confirm': msg`Confirmed capacity`,
  'capacity:withdraw': msg`Withdrew capacity`,
  'capacity:block': msg`Blocked or freed days of a place`,
  'stay:hold': msg`Held a place longer`,
  'stay:travel': msg`Wrote down that the journey began`,
  'erasure:erase': msg`Erased a case`,
  'retention:write': msg`Changed how long cases are kept`,
  'account:invite': msg`Invited somebody`,
  'account:change': msg`Changed an account`,
  'account:end-sessions': msg`Ended somebody’s sessions`,
  'account:recover': msg`Helped somebody back into their account`,
  'admin-city:write': msg`Wrote a city or its organisation`,
  'integrity:check': msg`Had the audit log checked`,
  'plan:write': msg`Wrote a plan`,
  'plan:read': msg`Read a plan`,
  'plan:run': msg`Had a plan made`,
  'plan:stop': msg`Stopped the making of a plan`,
  'plan:publish': msg`Published a plan`,
  'report:export': msg`Exported a year’s counts`,
};

/** The words for an act of the log, `thing:verb`; what happened to a case is said as its history says it. */
export function ownActWord(action: string): MessageDescriptor | undefined {
  const [, verb = ''] = action.split(':');
  return ownActWords[action] ?? verbWords[action] ?? verbWords[verb.toUpperCase().replaceAll('-', '_')];
}
