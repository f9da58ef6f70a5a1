import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RuleBookView } from '@shelter-city/contract/rule-book';

/** What each rule asks, in a sentence. A rule of the domain without one doesn't compile. */
export const ruleQuestions: Record<RuleBookView['rules'][number]['rule'], MessageDescriptor> = {
  CAPACITY: msg`The nights lie in capacity that the city confirmed, nobody else has them, and the place gets its rest between two guests.`,
  ARRIVAL_WINDOW: msg`The person arrives on a day on which they can.`,
  LENGTH: msg`The stay is no longer than the programme allows.`,
  VISA_DAYS: msg`On no day of the stay are more than 90 of the last 180 days spent in the Schengen area.`,
  PASSPORT: msg`The passport is valid three months past the departure; the programme wishes for six.`,
  VISA_LEAD_TIME: msg`The consulate can decide before the arrival.`,
  OTHER_STAY: msg`The person has no other stay on these nights.`,
  HIDDEN_RULE: msg`A rule that the reader may not read is obeyed all the same, and only its existence is said.`,
  RISK_CITY: msg`No risk note says that the person must avoid the city.`,
  RISK_NEARBY: msg`Nobody who must not be near the person is a guest of the city at the same time.`,
  STEP_FREE: msg`Who needs a step-free place gets one.`,
  WOMEN_ONLY: msg`A place for women takes women, and who needs one gets one, or a place alone.`,
  SLEEPS_ALONE: msg`Who can’t share gets a place alone.`,
  HOUSEHOLD: msg`There is room for everybody who comes along.`,
  TRACK: msg`A place kept for a track goes to that track.`,
  SCREENING: msg`The city’s own screening can be done before the arrival.`,
  GUESTS_AT_ONCE: msg`The city has no more guests at once than it can accompany.`,
  INTERPRETER_LOAD: msg`The city carries one guest with an interpreter at a time.`,
  URGENCY: msg`The more urgent arrives sooner.`,
  LANGUAGE: msg`Daily life and care are possible in a language of the person.`,
  WISHES: msg`The person wishes for the city, or would rather avoid it.`,
  EXPERTISE: msg`The city knows people who work on the same themes.`,
  CARE_NEARBY: msg`Specialised care is at hand for who needs it.`,
  PRACTICAL_NEEDS: msg`Quiet, a prayer space and a diet are possible for who needs them.`,
  CITY_LOAD: msg`The city gets no more guests in a year than it asked for.`,
  AGREEMENT: msg`The agreement with the city still holds on the last night.`,
  FAIRNESS: msg`No city is asked for more of what it offered than the others.`,
  PUBLICITY: msg`What the city wishes of publicity suits what the person agreed to.`,
};

/** What is never used, each with how that is kept. */
export const neverUsedWords: Record<RuleBookView['neverUsed'][number], MessageDescriptor> = {
  NATIONALITY: msg`Nationality or country, as a merit or against anybody: matching doesn’t even read it.`,
  GENDER_BUT_WHERE_A_PLACE_ASKS: msg`Gender, but where a place is for women or somebody needs one.`,
  GUESSES_ABOUT_CHARACTER: msg`Guesses about character: there is no field for them.`,
  WHO_APPLIED_FIRST: msg`Who applied first.`,
};
