import type { Language } from '@shelter-city/contract/vocabulary';

/** Why a place does not suit a person: one sentence for each hard rule of matching. */
export const suitingSentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'city-takes-no-guests': {
    en: 'The city takes no guests at present.',
    nl: 'De stad ontvangt op dit moment geen gasten.',
    fr: 'La ville n’accueille personne en ce moment.',
  },
  'visa-too-late': {
    en: 'A visa would be ready on {readyOn}, after the arrival.',
    nl: 'Een visum zou klaar zijn op {readyOn}, na de aankomst.',
    fr: 'Un visa serait prêt le {readyOn}, après l’arrivée.',
  },
  'screening-too-late': {
    en: 'The city’s own screening would be done on {readyOn}, after the arrival.',
    nl: 'De eigen screening van de stad zou klaar zijn op {readyOn}, na de aankomst.',
    fr: 'La vérification propre à la ville serait terminée le {readyOn}, après l’arrivée.',
  },
  'room-too-small': {
    en: 'The place sleeps {sleeps}, and {people} people come.',
    nl: 'De plek heeft {sleeps} slaapplaatsen, en er komen {people} personen.',
    fr: 'La place a {sleeps} couchages, et {people} personnes viennent.',
  },
  'kept-for-another-track': {
    en: 'The place is kept for another track.',
    nl: 'De plek is voor een ander traject bestemd.',
    fr: 'La place est réservée à une autre filière.',
  },
  'interpreter-taken': {
    en: 'Another guest of the city needs the interpreter on some of these nights.',
    nl: 'Een andere gast van de stad heeft op sommige van deze nachten de tolk nodig.',
    fr: 'Une autre personne accueillie dans la ville a besoin de l’interprète certaines de ces nuits.',
  },
  'city-has-its-guests': {
    en: 'On some of these nights the city has as many guests as it can accompany at once.',
    nl: 'Op sommige van deze nachten heeft de stad zoveel gasten als ze tegelijk kan begeleiden.',
    fr: 'Certaines de ces nuits, la ville accueille autant de personnes qu’elle peut en accompagner à la fois.',
  },
  'place-for-women': {
    en: 'The place is for women only.',
    nl: 'De plek is alleen voor vrouwen.',
    fr: 'La place est réservée aux femmes.',
  },
  'need-not-met-STEP_FREE': {
    en: 'A step-free place is needed, and this one is not.',
    nl: 'Er is een drempelvrije plek nodig, en dat is deze niet.',
    fr: 'Il faut une place de plain-pied, et celle-ci ne l’est pas.',
  },
  'need-not-met-WOMEN_ONLY': {
    en: 'A place for women, or one of one’s own, is needed, and this one is shared.',
    nl: 'Er is een plek voor vrouwen of een eigen plek nodig, en deze wordt gedeeld.',
    fr: 'Il faut une place pour femmes ou à soi, et celle-ci est partagée.',
  },
  'need-not-met-SLEEPS_ALONE': {
    en: 'A place to oneself is needed, and this one is shared.',
    nl: 'Er is een eigen plek nodig, en deze wordt gedeeld.',
    fr: 'Il faut une place à soi, et celle-ci est partagée.',
  },
};
