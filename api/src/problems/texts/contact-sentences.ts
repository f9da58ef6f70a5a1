import type { Language } from '@shelter-city/contract/vocabulary';

/** Sentences of the rules of contact and publicity, by code. */
export const contactSentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'contact-no-rule': {
    en: 'Nobody has recorded yet how this person may be reached.',
    nl: 'Nog niemand heeft vastgelegd hoe deze persoon mag worden benaderd.',
    fr: 'Personne n’a encore indiqué comment cette personne peut être contactée.',
  },
  'contact-no-go-between': {
    en: 'This person has no go-between.',
    nl: 'Deze persoon heeft geen tussenpersoon.',
    fr: 'Cette personne n’a pas d’intermédiaire.',
  },
  'contact-not-directly': {
    en: 'Do not contact this person directly.',
    nl: 'Benader deze persoon niet rechtstreeks.',
    fr: 'Ne pas contacter cette personne directement.',
  },
  'contact-channel-never': {
    en: 'This person must never be reached this way.',
    nl: 'Deze persoon mag nooit langs deze weg worden benaderd.',
    fr: 'Cette personne ne doit jamais être contactée par ce moyen.',
  },
  'contact-channel-not-allowed': {
    en: 'This way is not among those the person allows.',
    nl: 'Deze weg hoort niet bij wat de persoon toestaat.',
    fr: 'Ce moyen ne fait pas partie de ceux que la personne autorise.',
  },
  'contact-outside-hours': {
    en: 'Not at this hour.',
    nl: 'Niet op dit uur.',
    fr: 'Pas à cette heure.',
  },
  'both-hours-or-none': {
    en: 'Give both hours, or neither.',
    nl: 'Geef beide tijden op, of geen van beide.',
    fr: 'Indiquez les deux heures, ou aucune.',
  },
  'allowed-or-never': {
    en: 'A channel is allowed or never used, not both.',
    nl: 'Een kanaal is toegestaan of nooit, niet allebei.',
    fr: 'Un moyen est autorisé ou jamais utilisé, pas les deux.',
  },
  'not-in-the-past': {
    en: 'This day is over.',
    nl: 'Deze dag is voorbij.',
    fr: 'Ce jour est passé.',
  },
  'not-asked-each-time': {
    en: 'Choose only what the person wants to be asked about each time.',
    nl: 'Kies alleen wat de persoon elke keer gevraagd wil worden.',
    fr: 'Choisissez uniquement ce que la personne veut approuver à chaque fois.',
  },
};
