import type { Language } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';
import { fillIn, type Params } from '../problems/fill-in.ts';
import { contactSentences } from '../problems/texts/contact-sentences.ts';
import { planSentences } from '../problems/texts/plan-sentences.ts';
import { staySentences } from '../problems/texts/stay-sentences.ts';
import { suitingSentences } from '../problems/texts/suiting-sentences.ts';

type Issue = z.core.$ZodIssue;

const localized: Readonly<
  Record<Language, (issue: z.core.$ZodRawIssue) => string | { message: string } | null | undefined>
> = {
  en: z.locales.en().localeError,
  nl: z.locales.nl().localeError,
  fr: z.locales.fr().localeError,
};

/** Sentences of rules that the contract names by a code. */
const ours: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...staySentences,
  ...suitingSentences,
  ...contactSentences,
  ...planSentences,
  'departs-after-arrival': {
    en: 'The departure must be after the arrival.',
    nl: 'Het vertrek moet na de aankomst liggen.',
    fr: 'Le départ doit être après l’arrivée.',
  },
  'day-out-of-reach': {
    en: 'A day between 1900 and 2199.',
    nl: 'Een dag tussen 1900 en 2199.',
    fr: 'Un jour entre 1900 et 2199.',
  },
  'closes-after-it-opens': {
    en: 'The last day must be after the first.',
    nl: 'De laatste dag moet na de eerste liggen.',
    fr: 'Le dernier jour doit être après le premier.',
  },
  'ends-after-it-begins': {
    en: 'The end must be after the beginning.',
    nl: 'Het einde moet na het begin liggen.',
    fr: 'La fin doit être après le début.',
  },
  'window-too-long': {
    en: 'Ask for at most {days} days.',
    nl: 'Vraag hoogstens {days} dagen op.',
    fr: 'Demandez {days} jours au plus.',
  },
  'password-too-common': {
    en: 'This is easy to guess. Several words that have nothing to do with each other do well.',
    nl: 'Dit is makkelijk te raden. Meerdere woorden die niets met elkaar te maken hebben zijn goed.',
    fr: 'C’est facile à deviner. Plusieurs mots sans rapport entre eux conviennent bien.',
  },
  'password-as-before': {
    en: 'This is the password that you have now.',
    nl: 'Dit is het wachtwoord dat u nu hebt.',
    fr: 'C’est le mot de passe que vous avez maintenant.',
  },
  'password-not-right': {
    en: 'This is not your password.',
    nl: 'Dit is niet uw wachtwoord.',
    fr: 'Ce n’est pas votre mot de passe.',
  },
  'code-not-right': {
    en: 'This is not the code that the authenticator shows now.',
    nl: 'Dit is niet de code die de authenticator nu toont.',
    fr: 'Ce n’est pas le code que l’authentificateur affiche maintenant.',
  },
  'nothing-to-read': {
    en: 'Nothing of this can be seen. Write at least one letter or digit.',
    nl: 'Hiervan is niets te zien. Schrijf minstens één letter of cijfer.',
    fr: 'Rien de ceci n’est visible. Écrivez au moins une lettre ou un chiffre.',
  },
  'reason-required': {
    en: 'Please give a reason.',
    nl: 'Geef een reden op.',
    fr: 'Veuillez indiquer un motif.',
  },
  'not-in-the-future': {
    en: 'This day is still to come.',
    nl: 'Deze dag moet nog komen.',
    fr: 'Ce jour est encore à venir.',
  },
  'last-day-of-a-month': {
    en: 'Choose the last day of a month, or today.',
    nl: 'Kies de laatste dag van een maand, of vandaag.',
    fr: 'Choisissez le dernier jour d’un mois, ou aujourd’hui.',
  },
  'not-before-the-earliest': {
    en: 'The latest arrival can’t be before the earliest.',
    nl: 'De laatste aankomst kan niet vóór de vroegste liggen.',
    fr: 'L’arrivée au plus tard ne peut pas précéder l’arrivée au plus tôt.',
  },
  'not-left-before-entering': {
    en: 'The day of leaving can’t be before the day of entering.',
    nl: 'De dag van uitreis kan niet vóór de dag van inreis liggen.',
    fr: 'Le jour de sortie ne peut pas précéder le jour d’entrée.',
  },
  'said-twice': {
    en: 'This is said twice.',
    nl: 'Dit staat er twee keer.',
    fr: 'Ceci est indiqué deux fois.',
  },
  'say-why': { en: 'Please say why.', nl: 'Zeg waarom.', fr: 'Veuillez dire pourquoi.' },
  'unknown-country': {
    en: 'This country isn’t in the list.',
    nl: 'Dit land staat niet in de lijst.',
    fr: 'Ce pays n’est pas dans la liste.',
  },
  'unknown-account': {
    en: 'There is no such account that works with cases.',
    nl: 'Er is geen account met die naam dat met dossiers werkt.',
    fr: 'Aucun compte de ce nom ne travaille sur les dossiers.',
  },
  'unknown-city': {
    en: 'There is no such host city.',
    nl: 'Deze gaststad bestaat niet.',
    fr: 'Cette ville d’accueil n’existe pas.',
  },
  'unknown-call': {
    en: 'There is no such call.',
    nl: 'Deze oproep bestaat niet.',
    fr: 'Cet appel n’existe pas.',
  },
  'no-such-guest': {
    en: 'No city that said yes has this stay now.',
    nl: 'Geen stad die ja zei heeft dit verblijf nu.',
    fr: 'Aucune ville ayant dit oui n’a ce séjour en ce moment.',
  },
  'no-such-note': {
    en: 'There is no such restricted note about this person.',
    nl: 'Zo’n beperkte notitie over deze persoon is er niet.',
    fr: 'Il n’y a pas de telle note restreinte sur cette personne.',
  },
  'in-the-past': {
    en: 'This day is over.',
    nl: 'Deze dag is voorbij.',
    fr: 'Ce jour est passé.',
  },
  'grant-too-long': {
    en: 'A grant lasts until {lastDay} at most.',
    nl: 'Een vrijgave duurt hoogstens tot en met {lastDay}.',
    fr: 'Un accès dure au plus jusqu’au {lastDay}.',
  },
  'unknown-defender': {
    en: 'Nobody has this code name.',
    nl: 'Niemand heeft deze schuilnaam.',
    fr: 'Personne ne porte ce nom de code.',
  },
  'not-oneself': {
    en: 'This is the person the note is about.',
    nl: 'Dit is de persoon over wie de notitie gaat.',
    fr: 'C’est la personne dont parle la note.',
  },
  'no-such-page': {
    en: 'This page of the list is no longer there. Begin again.',
    nl: 'Deze pagina van de lijst is er niet meer. Begin opnieuw.',
    fr: 'Cette page de la liste n’existe plus. Recommencez.',
  },
};

/** The sentence of a code of ours; undefined when the catalogue has none or a param is missing. */
export function sentenceOf(
  code: string,
  language: Language,
  params: Params = {},
): string | undefined {
  const sentence = ours[code]?.[language];
  return sentence === undefined ? undefined : fillIn(sentence, language, params);
}

/** What is wrong with a field, in the reader's language. Never the value. */
export function sentenceFor(issue: Issue, language: Language): string {
  const code = issue.code === 'custom' ? (issue.params?.['code'] as string | undefined) : undefined;
  const own = code === undefined ? undefined : sentenceOf(code, language);
  if (own !== undefined) return own;
  // The issue without its input: a locale's sentence must not repeat what was typed.
  const said = localized[language]({ ...issue, input: undefined });
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}
