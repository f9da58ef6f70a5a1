import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { Theme } from '@shelter-city/contract/vocabulary';
import { needWords, publicityWords, themeWords } from '../defenders/defender-words.ts';
import { languageName } from '../design/names.ts';
import { trackWords } from '../stays/stay-words.ts';
import type { FactWords } from './fact.ts';
import type { factWordsOfDays } from './fact-words-days.ts';

const languagesOf = (codes: readonly string[]) => codes.map((code) => languageName(code)).join(', ');
const themesOf = (themes: readonly Theme[]) => themes.map((theme) => i18n._(themeWords[theme])).join(', ');

/** Facts about risk, the place, the city and what is preferred. */
export const factWordsOfFit: Omit<FactWords, keyof typeof factWordsOfDays> = {
  HIDDEN_RULE: () => t`By a risk note you may not read`,
  RISK_CITY_TO_AVOID: () => t`A risk note says: not in this city`,
  CITY_WITHHELD: () => t`Nothing of this person may be shared with this city`,
  RISK_GUEST_NEARBY: () => t`A risk note says: not near a guest who is here then`,
  NO_RISK_RULE: () => t`No risk rule speaks against it`,
  NEED_MET: ({ need }) => t`${i18n._(needWords[need])}: yes`,
  NEED_NOT_MET: ({ need }) => t`${i18n._(needWords[need])}: no`,
  NEED_NOT_RECORDED: ({ need }) => t`${i18n._(needWords[need])}: not recorded`,
  PLACE_FOR_WOMEN: () => t`A place for women, as needed`,
  PLACE_FOR_WOMEN_ONLY: () => t`The place is for women only`,
  GENDER_NOT_SAID: () => t`The place is for women only; nobody has asked the person`,
  ROOM_ENOUGH: ({ people, sleeps }) => t`Room for ${sleeps}, needed for ${people}`,
  ROOM_TOO_SMALL: ({ people, sleeps }) => t`Room for ${sleeps} only, needed for ${people}`,
  ROOM_NOT_RECORDED: ({ people }) => t`How many can sleep there isn’t recorded; needed for ${people}`,
  HOUSEHOLD_NOT_KNOWN: () => t`Nobody has asked who comes along`,
  TRACK_SUITS: ({ track }) => t`A place for this track: ${i18n._(trackWords[track])}`,
  TRACK_KEPT_FOR_OTHERS: ({ track }) => t`The place is kept for the track ${i18n._(trackWords[track])}`,
  GUESTS_AT_ONCE_OK: ({ atMost }) => t`Within the city’s limit (guests at once: ${atMost})`,
  GUESTS_AT_ONCE_FULL: ({ atMost }) => t`The city is at its limit then (guests at once: ${atMost})`,
  INTERPRETER_FREE: () => t`An interpreter’s help is free then`,
  INTERPRETER_TAKEN: () => t`Another guest needs the interpreter then`,
  LANGUAGE_SHARED: ({ languages }) => t`Daily life and care in ${languagesOf(languages)}`,
  LANGUAGE_NOT_SHARED: ({ languages }) => t`No daily life in ${languagesOf(languages)}`,
  LANGUAGE_NOT_RECORDED: ({ languages }) => t`Daily life in ${languagesOf(languages)}: not recorded`,
  CITY_PREFERRED: () => t`A city the person wishes for`,
  CITY_NOT_WISHED: () => t`A city the person would rather avoid`,
  THEMES_SHARED: ({ themes }) => t`The city knows the work: ${themesOf(themes)}`,
  THEMES_NOT_SHARED: () => t`No network for this work is recorded`,
  THEMES_NOT_RECORDED: () => t`The city’s themes aren’t recorded`,
  GUESTS_A_YEAR_OK: ({ year, guests, atMost }) => t`${guests} of at most ${atMost} guests in ${year}`,
  GUESTS_A_YEAR_REACHED: ({ year, atMost }) => t`The city’s ${atMost} guests of ${year} are reached`,
  LOAD_FAIR: ({ usedNights, offeredNights }) =>
    plural(usedNights, { one: `# of ${String(offeredNights)} offered nights used lately`, other: `# of ${String(offeredNights)} offered nights used lately` }),
  LOAD_HIGH: ({ usedNights, offeredNights }) =>
    plural(usedNights, { one: `# of ${String(offeredNights)} offered nights used lately: more than others`, other: `# of ${String(offeredNights)} offered nights used lately: more than others` }),
  PUBLICITY_SUITS: ({ consent }) => t`Publicity suits: ${i18n._(publicityWords[consent])}`,
  PUBLICITY_LESS_THAN_CITY_WANTS: ({ consent }) => t`The city likes public events; the person agreed: ${i18n._(publicityWords[consent])}`,
  PUBLICITY_NOT_RECORDED: () => t`Whether the city wants public events isn’t recorded`,
};
