import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { accessWords, type Words } from '../disclosure/access-words.ts';
import { verbWords } from '../stays/verb-words.ts';

/** What somebody did: with a case, and with their own account, places and plans. */
const ownActWords: Words = {
  ...accessWords,
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
