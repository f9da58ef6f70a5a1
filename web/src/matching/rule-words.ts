import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FindingView } from '@shelter-city/contract/matching';

/** The short name of each rule, for lists and for the reasons why a place is closed to someone. */
export const ruleWords: Record<FindingView['rule'], MessageDescriptor> = {
  CAPACITY: msg`Place and capacity`,
  ARRIVAL_WINDOW: msg`Arrival in the window`,
  LENGTH: msg`Length of the stay`,
  VISA_DAYS: msg`Visa days, 90 in any 180`,
  PASSPORT: msg`Passport`,
  VISA_LEAD_TIME: msg`Time for the visa`,
  OTHER_STAY: msg`No other stay then`,
  HIDDEN_RULE: msg`A rule you may not read`,
  RISK_CITY: msg`Risk note: city to avoid`,
  RISK_NEARBY: msg`Risk note: not near another guest`,
  STEP_FREE: msg`Step-free`,
  WOMEN_ONLY: msg`Women only`,
  SLEEPS_ALONE: msg`Sleeps alone`,
  HOUSEHOLD: msg`Room for the household`,
  TRACK: msg`Track of the place`,
  SCREENING: msg`The city’s own screening`,
  GUESTS_AT_ONCE: msg`Guests at the same time`,
  INTERPRETER_LOAD: msg`Interpreter`,
  URGENCY: msg`Urgency`,
  LANGUAGE: msg`Language`,
  WISHES: msg`The person’s wishes`,
  EXPERTISE: msg`The city’s network for the work`,
  CARE_NEARBY: msg`Care nearby`,
  PRACTICAL_NEEDS: msg`Practical needs`,
  CITY_LOAD: msg`Load of the city`,
  AGREEMENT: msg`Agreement with the city`,
  FAIRNESS: msg`Fair share between cities`,
  PUBLICITY: msg`Publicity`,
};

/** The word of a rule by its code; the code itself for one that a newer server knows. */
export const isRule = (code: string): code is FindingView['rule'] => code in ruleWords;
