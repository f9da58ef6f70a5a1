import type { Language } from '@shelter-city/contract/vocabulary';

/** Sentences beside the fields of a plan. */
export const planSentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'awaits-no-place': {
    en: 'Nobody of this name awaits a place now.',
    nl: 'Niemand met deze naam wacht nu op een plek.',
    fr: 'Personne de ce nom n’attend de place actuellement.',
  },
  'awaits-no-place-now': {
    en: 'This person doesn’t await a place any more.',
    nl: 'Deze persoon wacht niet meer op een plek.',
    fr: 'Cette personne n’attend plus de place.',
  },
  'city-not-wished': {
    en: 'Since the plan was made somebody asked that this person isn’t in this city.',
    nl: 'Sinds het plan gemaakt is, wil iemand deze persoon niet in deze stad.',
    fr: 'Depuis que le plan a été fait, quelqu’un a demandé que cette personne ne soit pas dans cette ville.',
  },
  'too-many-days-of-arrival': {
    en: 'A plan looks at most 400 days of arrival ahead.',
    nl: 'Een plan kijkt naar hoogstens 400 aankomstdagen.',
    fr: 'Un plan couvre 400 jours d’arrivée au plus.',
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
