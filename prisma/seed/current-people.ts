import { nonIsoCountryCodes } from '@shelter-city/domain/defenders/country-list';
import { person, type SampleDefender } from './sample-defender.ts';

/** Guests who are here, were here until lately, or are on their way: they answered the last call whose stays have begun. */
const guests: readonly SampleDefender[] = [
  person('utrecht guest', 'SELECTED', 'CM', [['fr', 'NATIVE'], ['en', 'B1']], ['WOMENS_RIGHTS'], {
    call: 'CURRENT', gender: 'WOMAN', needs: ['PRAYER_SPACE'], lead: 'CLEARED',
    dependants: [{ relation: 'daughter', firstName: 'Ivy (sample)', age: 9, comesAlong: false, staysBehindAtRisk: true }],
  }),
  person('amsterdam leaver', 'SELECTED', 'NI', [['es', 'NATIVE'], ['en', 'A2']], ['ENVIRONMENT_AND_LAND'], { call: 'CURRENT', gender: 'MAN', needs: ['QUIET'] }),
  person('maastricht guest', 'SELECTED', 'PK', [['ur', 'NATIVE'], ['en', 'C1']], ['MINORITIES', 'ACCESS_TO_JUSTICE'], { call: 'CURRENT', gender: 'MAN', needs: ['DIET'], lead: 'CLEARED' }),
  person('hague overstayer', 'SELECTED', 'UG', [['en', 'C1'], ['sw', 'C1']], ['LGBTI'], { call: 'CURRENT', gender: 'NON_BINARY', publicity: 'OFFLINE_ONLY' }),
  person('groningen guest', 'SELECTED', 'KH', [['km', 'NATIVE'], ['en', 'B2']], ['LABOUR'], { call: 'CURRENT', gender: 'WOMAN', publicity: 'AFTER_RETURN' }),
  person('rotterdam guest', 'SELECTED', 'PS', [['ar', 'NATIVE'], ['en', 'C1']], ['ACCESS_TO_JUSTICE'], { call: 'CURRENT', gender: 'MAN', needs: ['PRAYER_SPACE', 'DIET'] }),
  person('zwolle guest', 'SELECTED', 'MX', [['es', 'NATIVE'], ['en', 'B2']], ['LGBTI', 'ANTI_CORRUPTION'], { call: 'CURRENT', gender: 'MAN', publicity: 'EACH_TIME' }),
  person('middelburg past guest', 'SELECTED', 'KE', [['sw', 'NATIVE'], ['en', 'C2']], ['WOMENS_RIGHTS', 'CHILDREN'], { call: 'CURRENT', gender: 'WOMAN', publicity: 'FREE' }),
  person('nijmegen cut short', 'SELECTED', 'GT', [['es', 'NATIVE'], ['en', 'B1']], ['INDIGENOUS_PEOPLES'], { call: 'CURRENT', gender: 'WOMAN' }),
  person('hague past journalist', 'SELECTED', 'TR', [['tr', 'NATIVE'], ['en', 'C1']], ['PRESS_FREEDOM'], { call: 'CURRENT', gender: 'MAN', track: 'JOURNALIST', publicity: 'EACH_TIME' }),
  person('arrives soon', 'SELECTED', 'ZM', [['en', 'C1']], ['ANTI_CORRUPTION'], { gender: 'MAN', nights: 58, track: 'SHORT_STAY', needs: ['QUIET'] }),
  person('arrival overdue', 'SELECTED', 'BI', [['fr', 'C1'], ['rn', 'NATIVE'], ['en', 'A2']], ['LGBTI'], { gender: 'MAN', needs: ['SLEEPS_ALONE'], lead: 'CLEARED' }),
  person('city said yes', 'SELECTED', 'BR', [['pt', 'NATIVE'], ['es', 'B2'], ['en', 'B2']], ['INDIGENOUS_PEOPLES', 'ENVIRONMENT_AND_LAND'], { gender: 'WOMAN', needs: ['QUIET'], prefers: ['utrecht'] }),
  person('no show', 'SELECTED', 'SD', [['ar', 'NATIVE'], ['en', 'B2']], ['PRESS_FREEDOM'], { gender: 'MAN', lead: 'CLEARED', currentCountry: 'TD' }),
  person('tilburg comer', 'SELECTED', 'BD', [['bn', 'NATIVE'], ['en', 'B2']], ['WOMENS_RIGHTS', 'LABOUR'], { gender: 'WOMAN', needs: ['DIET'] }),
];

/** People whom a city has been asked to host. */
const proposed: readonly SampleDefender[] = [
  person('proposed utrecht', 'SELECTED', 'HN', [['es', 'NATIVE'], ['en', 'B1']], ['ENVIRONMENT_AND_LAND', 'INDIGENOUS_PEOPLES'], {
    gender: 'WOMAN', window: [50, 75], household: 2, needs: ['STEP_FREE'], prefers: ['utrecht'], lead: 'CLEARED',
    dependants: [{ relation: 'son', firstName: 'Robin (sample)', age: 4, comesAlong: true, staysBehindAtRisk: false }],
  }),
  person('proposed maastricht', 'SELECTED', 'CD', [['fr', 'NATIVE'], ['sw', 'C1'], ['en', 'A2']], ['ACCESS_TO_JUSTICE'], { gender: 'MAN', window: [60, 95], singleName: true }),
  person('proposed the hague', 'SELECTED', 'ZW', [['en', 'C2'], ['sn', 'NATIVE']], ['ANTI_CORRUPTION', 'ACCESS_TO_JUSTICE'], { gender: 'MAN', window: [30, 60], publicity: 'EACH_TIME', needs: ['QUIET'] }),
  person('proposed middelburg', 'SELECTED', 'ET', [['am', 'NATIVE'], ['en', 'B2']], ['CHILDREN'], { gender: 'WOMAN', window: [25, 60], needs: ['WOMEN_ONLY', 'PRAYER_SPACE'] }),
  person('proposed nijmegen', 'SELECTED', 'PH', [['tl', 'NATIVE'], ['en', 'C1']], ['INDIGENOUS_PEOPLES'], { gender: 'NON_BINARY', window: [40, 80], prefers: ['nijmegen'], publicity: 'OFFLINE_ONLY' }),
  person('other dates offered', 'SELECTED', 'ID', [['id', 'NATIVE'], ['en', 'B2']], ['ENVIRONMENT_AND_LAND'], { gender: 'MAN', window: [35, 70], visaLeadDays: 15 }),
];

/** People who were selected and have no place: the work of the match page. */
const unplaced: readonly SampleDefender[] = [
  person('french speaker, step-free', 'SELECTED', 'TG', [['fr', 'NATIVE'], ['ee', 'NATIVE'], ['en', 'A2']], ['ENFORCED_DISAPPEARANCE'], {
    gender: 'MAN', window: [25, 110], nights: 85, needs: ['STEP_FREE', 'QUIET'], prefers: ['nijmegen'], passportDays: 420,
  }),
  person('few visa days left', 'SELECTED', 'CO', [['es', 'NATIVE'], ['en', 'B1']], ['LABOUR', 'ENVIRONMENT_AND_LAND'], {
    gender: 'WOMAN', window: [30, 100], nights: 60, visaNeeded: false, visaLeadDays: null, presences: [[-95, -30, 'Training and advocacy visit']], publicity: 'OFFLINE_ONLY',
  }),
  person('arabic speaker, city banned', 'SELECTED', 'YE', [['ar', 'NATIVE'], ['en', 'B1']], ['CHILDREN', 'PRESS_FREEDOM'], {
    gender: 'MAN', window: [30, 120], interpreter: 'ar', needs: ['PRAYER_SPACE', 'DIET'], currentCountry: 'OM', lead: 'CLEARED', visaLeadDays: 45,
  }),
  person('family of three', 'SELECTED', 'AF', [['fa', 'NATIVE'], ['en', 'B2']], ['WOMENS_RIGHTS'], {
    gender: 'WOMAN', window: [20, 100], household: 3, needs: ['CARE_NEARBY'], lead: 'CLEARED',
    dependants: [
      { relation: 'husband', firstName: 'Rowan (sample)', age: 38, comesAlong: true, staysBehindAtRisk: false },
      { relation: 'daughter', firstName: 'Hazel (sample)', age: 6, comesAlong: true, staysBehindAtRisk: false },
      { relation: 'mother', firstName: 'Linden (sample)', age: 66, comesAlong: false, staysBehindAtRisk: true },
    ],
  }),
  person('women only', 'SELECTED', 'IR', [['fa', 'NATIVE'], ['en', 'B2']], ['WOMENS_RIGHTS', 'DIGITAL_RIGHTS'], {
    gender: 'WOMAN', window: [20, 90], nights: 80, needs: ['WOMEN_ONLY', 'SLEEPS_ALONE'],
  }),
  person('artist', 'SELECTED', 'CU', [['es', 'NATIVE'], ['en', 'B2'], ['fr', 'B1']], ['DIGITAL_RIGHTS'], {
    gender: 'MAN', window: [40, 130], track: 'ARTIST', publicity: 'FREE', prefers: ['amsterdam', 'haarlem'], avoids: ['rotterdam'],
  }),
  person('journalist', 'SELECTED', 'BY', [['be', 'NATIVE'], ['ru', 'NATIVE'], ['en', 'C1']], ['PRESS_FREEDOM'], {
    gender: 'WOMAN', window: [20, 70], nights: 88, track: 'JOURNALIST', publicity: 'EACH_TIME', prefers: ['the-hague'], passportDays: 250,
  }),
  // 1 July to 30 September: 91 nights are 92 days, and only 90 are allowed.
  person('ninety-two days', 'SELECTED', nonIsoCountryCodes.somaliland, [['so', 'NATIVE'], ['en', 'B2']], ['MINORITIES'], { gender: 'MAN', window: ['JULY', 'JULY'], nights: 91, publicity: 'OFFLINE_ONLY' }),
  person('hidden rule', 'SELECTED', 'AZ', [['az', 'NATIVE'], ['ru', 'C1'], ['en', 'B2']], ['ANTI_CORRUPTION'], { gender: 'MAN', window: [30, 100], lead: 'CLEARED', passportDays: null, visaLeadDays: null }),
];

/** Applications that aren't decided, or were decided otherwise. */
const applicants: readonly SampleDefender[] = [
  person('shortlisted 1', 'SHORTLISTED', 'NP', [['ne', 'NATIVE'], ['en', 'B2']], ['MINORITIES'], { gender: 'WOMAN', window: [60, 150], publicity: 'OFFLINE_ONLY' }),
  person('shortlisted 2', 'SHORTLISTED', 'SN', [['fr', 'NATIVE'], ['wo', 'NATIVE']], ['LGBTI'], { gender: 'MAN', window: [60, 150], interpreter: 'fr' }),
  person('reserve 1', 'RESERVE', 'GE', [['ka', 'NATIVE'], ['en', 'C1']], ['LGBTI', 'WOMENS_RIGHTS'], { gender: 'WOMAN', window: [15, 120], visaNeeded: false, visaLeadDays: null }),
  person('reserve 2', 'RESERVE', 'MW', [['en', 'C1']], ['CHILDREN'], { gender: 'MAN', window: [45, 120] }),
  person('vetting 1', 'VETTING', 'VE', [['es', 'NATIVE'], ['en', 'B1']], ['ACCESS_TO_JUSTICE'], { call: 'OPEN', gender: 'WOMAN' }),
  person('triage 1', 'TRIAGE', 'LK', [['ta', 'NATIVE'], ['en', 'B2']], ['ENFORCED_DISAPPEARANCE'], { call: 'OPEN', gender: 'WOMAN', visaLeadDays: null, lead: null }),
  person('triage 2', 'TRIAGE', 'EH', [['ar', 'NATIVE'], ['es', 'B2'], ['fr', 'B1']], ['MINORITIES'], { call: 'OPEN', passportDays: null, currentCountry: 'DZ', lead: null }),
  person('triage 3', 'TRIAGE', 'RW', [['rw', 'NATIVE'], ['fr', 'B2'], ['en', 'B2']], ['PRESS_FREEDOM'], { call: 'OPEN', gender: 'MAN', lead: null }),
  person('received 1', 'RECEIVED', 'MM', [['my', 'NATIVE'], ['en', 'B1']], ['LABOUR'], { call: 'OPEN', passportDays: null, visaLeadDays: null, lead: null }),
  person('received 2', 'RECEIVED', 'TD', [['fr', 'C1'], ['ar', 'C1']], ['CHILDREN'], { call: 'OPEN', passportDays: null, visaLeadDays: null, lead: null }),
  person('ineligible 1', 'INELIGIBLE', 'RU', [['ru', 'NATIVE'], ['en', 'B2']], ['DIGITAL_RIGHTS'], { gender: 'MAN' }),
  person('rejected 1', 'REJECTED', 'IN', [['hi', 'NATIVE'], ['en', 'C1']], ['LABOUR'], {}),
  person('not selected 1', 'NOT_SELECTED', 'TZ', [['sw', 'NATIVE'], ['en', 'B2']], ['ENVIRONMENT_AND_LAND'], { gender: 'MAN' }),
  person('withdrawn 1', 'WITHDRAWN', 'SV', [['es', 'NATIVE']], ['WOMENS_RIGHTS'], { gender: 'WOMAN' }),
];

/** Everybody of the current cohort. */
export const currentPeople: readonly SampleDefender[] = [...guests, ...proposed, ...unplaced, ...applicants];
