import type { ProblemTexts } from './problem-words.ts';

/** Every problem in English. */
export const english: ProblemTexts = {
  'invalid-request': { title: 'Something needs your attention' },
  'unknown-field': { title: 'The request holds something that was not asked for' },
  'not-signed-in': {
    title: 'Please sign in',
    detail: 'You are not signed in, or your session is over.',
  },
  'sign-in-refused': {
    title: 'Sign-in failed',
    detail:
      'Address, password and code do not fit together. Each code works once: wait for the next one.',
  },
  'sign-in-too-soon': {
    title: 'Please wait before you try again',
    detail: 'Try again in {seconds} s.',
  },
  'not-allowed': { title: 'Your role may not do this' },
  'step-up-needed': {
    title: 'Please show again that it is you',
    detail: 'This needs a sign-in of the last ten minutes.',
  },
  'step-up-refused': {
    title: 'That did not work',
    detail: 'Password and code do not fit together. Each code works once: wait for the next one.',
  },
  'passkey-refused': {
    title: 'The passkey was not accepted',
    detail: 'Please try again, or use another way to sign in.',
  },
  'last-way-in': {
    title: 'This is the last way into the account',
    detail: 'Add another passkey first.',
  },
  'link-over': {
    title: 'This link opens nothing any more',
    detail: 'It was used before, or its time is over. Ask your administrator for another one.',
  },
  'not-ones-own-account': { title: 'Nobody changes what they may do themselves' },
  'last-administrator': {
    title: 'No administrator would be left',
    detail: 'Let another administrator in first.',
  },
  'account-not-in-that-state': {
    title: 'The account is no longer in a state that allows this',
    detail: 'Look at how it is now, then decide again.',
  },
  'email-taken': { title: 'An account with this address exists already' },
  'recovery-needs-two': {
    title: 'Another administrator must say yes',
    detail: 'Whoever asked for a recovery cannot approve it.',
  },
  'city-name-taken': { title: 'A city of that name exists already' },
  'cross-site-request': { title: 'The request came from another website' },
  'not-found': { title: 'There is nothing here' },
  'changed-meanwhile': {
    title: 'Somebody changed this in the meantime',
    detail: 'Look at how it is now, then decide again.',
  },
  'key-used-for-something-else': { title: 'This request was already sent with other content' },
  'stay-not-in-that-state': {
    title: 'The stay is no longer in a state that allows this',
    detail: 'Look at how it is now, then decide again.',
  },
  'stay-change-not-possible': { title: 'The stay cannot be changed in this way' },
  'place-taken': {
    title: 'Another stay has this place',
    detail: 'The place is taken from {from} to {until}.',
  },
  'place-needs-its-rest': {
    title: 'The place needs rest days between two guests',
    detail: 'Rest days asked by the city: {days}.',
  },
  'place-closed': {
    title: 'The place is closed on some of these days',
    detail: 'It is closed from {from} to {until}.',
  },
  'capacity-not-confirmed': {
    title: 'The city has not confirmed all these nights',
    detail: 'Not confirmed: {from} to {until}.',
  },
  'place-does-not-suit': { title: 'The place does not suit this defender' },
  'defender-elsewhere': {
    title: 'This defender has another stay on some of these nights',
    detail: 'The other stay lasts from {from} to {until}.',
  },
  'defender-not-selected': { title: 'This defender has not been selected' },
  'arrival-outside-window': { title: 'The arrival lies outside the days that the defender named' },
  'visa-days-exceeded': {
    title: 'The stay would pass 90 visa days in 180',
    detail: 'The last day that is allowed is {lastDay}.',
  },
  'passport-too-short': {
    title: 'The passport ends too early',
    detail: 'It must be valid until {needed}.',
  },
  'risk-rule': { title: 'A safety rule does not allow this' },
  'withheld-city-has-a-stay': {
    title: 'A stay in this city stands in the way',
    detail: 'The city knows of a stay from {from} to {until}. Move or cancel it first, then put the city on the list.',
  },
  'contact-not-allowed': { title: 'This person is not reached this way' },
  'capacity-in-use': {
    title: 'A stay lies on some of these nights',
    detail: 'A stay uses {from} to {until}.',
  },
  'capacity-overlaps': { title: 'Some of these nights are already confirmed' },
  'capacity-not-in-that-state': { title: 'The capacity is no longer in a state that allows this' },
  'application-not-in-that-state': {
    title: 'The application is no longer in a state that allows this',
  },
  'second-person-needed': {
    title: 'A second person must say yes',
    detail: 'Your yes is noted. A selection needs another coordinator.',
  },
  'label-taken': { title: 'Another place of this city has that name' },
  'note-superseded': { title: 'A newer note already replaces this one' },
  'hold-too-long': {
    title: 'The hold is too long',
    detail: 'The last day that is allowed is {lastDay}.',
  },
  'hold-expired': {
    title: 'The hold has expired',
    detail: 'The place was held until {holdUntil}.',
  },
  'nothing-sealed': { title: 'Nothing has been written here yet' },
  'not-open-to-you': {
    title: 'That isn’t open to you',
    detail: 'It opens with the yes, for what the person agreed to or a coordinator granted, and closes with the departure.',
  },
  'break-glass-needed': {
    title: 'You aren’t on this case',
    detail: 'Its lead opens what is sealed. In need you can break glass: for an hour, and everybody on the case is told.',
  },
  'nothing-to-break': { title: 'This case is open to you already' },
  'another-must-agree': { title: 'Another person must agree', detail: 'Who asks to read a restricted note never agrees to it.' },
  'erasure-not-now': {
    title: 'This person can’t be erased now',
    detail: 'Somebody put a hold on it, or a stay isn’t over. End that first.',
  },
  'confirmation-differs': { title: 'The code name you typed is another one' },
  'plan-not-in-that-state': {
    title: 'The plan doesn’t allow this now',
    detail: 'It is being made, or it was published already.',
  },
  'plan-no-longer-holds': {
    title: 'Nothing was proposed',
    detail: 'Since the plan was made something changed. What no longer holds is said for each person; make the plan anew for the rest.',
  },
  'too-many-plans': {
    title: 'There are too many drafts',
    detail: 'Throw away plans that nobody needs, then make this one.',
  },
  'too-many-reveals': {
    title: 'You opened more than your quota',
    detail: 'Wait {minutes} minutes. The administrators can see that you reached it.',
  },
  'too-large': { title: 'The request is too large' },
  'not-json': { title: 'The request is not JSON' },
  'database-away': {
    title: 'The database doesn’t answer at the moment',
    detail: 'Please try again shortly. If something was to be changed, look first whether it was.',
  },
  busy: { title: 'The system is busy', detail: 'Nothing was changed. Please try again.' },
  unexpected: {
    title: 'Something went wrong on our side',
    detail:
      'Nothing was changed. If it stays so, give the coordinators the number of this request.',
  },
};
