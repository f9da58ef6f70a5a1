import type { Language } from '@shelter-city/contract/vocabulary';

/** Sentences beside the fields of a plan. */
export const planSentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'awaits-no-place': {
    en: 'Nobody of this name awaits a place now.',
    nl: 'Niemand met deze naam wacht nu op een plek.',
    fr: 'Personne de ce nom n’attend de place actuellement.',
  },
  'nothing-to-pin': {
    en: 'The plan has this person nowhere, so there is nothing to pin.',
    nl: 'Het plan heeft deze persoon nergens geplaatst, dus er valt niets vast te zetten.',
    fr: 'Le plan ne place pas cette personne : il n’y a rien à fixer.',
  },
  'pin-breaks-a-rule': {
    en: 'This pin breaks a rule today. Take it away, then make the plan anew.',
    nl: 'Dit vastzetten breekt vandaag een regel. Haal het weg en maak het plan opnieuw.',
    fr: 'Ce placement fixé enfreint une règle aujourd’hui. Retirez-le, puis refaites le plan.',
  },
};
