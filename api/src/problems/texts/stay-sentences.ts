import type { Language } from '@shelter-city/contract/vocabulary';

/** Sentences beside a field of a stay: why it can't be so. */
export const staySentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'unknown-place': {
    en: 'There is no such place.',
    nl: 'Deze plek bestaat niet.',
    fr: 'Cette place n’existe pas.',
  },
  'proposal-stays-in-its-city': {
    en: 'A proposal stays in its city. End it and propose to the other city, with a reason of its own.',
    nl: 'Een voorstel blijft in zijn stad. Beëindig het en doe de andere stad een voorstel, met een eigen reden.',
    fr: 'Une proposition reste dans sa ville. Mettez-y fin et proposez à l’autre ville, avec sa propre raison.',
  },
  'note-required': {
    en: 'Please add a note.',
    nl: 'Voeg een toelichting toe.',
    fr: 'Veuillez ajouter une note.',
  },
  'longer-than-programme': {
    en: 'A stay lasts three months at most: until {latestDeparture}.',
    nl: 'Een verblijf duurt hoogstens drie maanden: tot {latestDeparture}.',
    fr: 'Un séjour dure trois mois au plus : jusqu’au {latestDeparture}.',
  },
  'arrival-before-window': {
    en: 'The defender can arrive from {earliest}, not before.',
    nl: 'De verdediger kan vanaf {earliest} aankomen, niet eerder.',
    fr: 'La personne peut arriver à partir du {earliest}, pas avant.',
  },
  'arrival-after-window': {
    en: 'The defender has to arrive by {latest}.',
    nl: 'De verdediger moet uiterlijk op {latest} aankomen.',
    fr: 'La personne doit arriver au plus tard le {latest}.',
  },
  'arrival-in-past': {
    en: 'This day is over.',
    nl: 'Deze dag is voorbij.',
    fr: 'Ce jour est passé.',
  },
  'hold-not-in-future': {
    en: 'Choose a day after today.',
    nl: 'Kies een dag na vandaag.',
    fr: 'Choisissez un jour après aujourd’hui.',
  },
  'hold-too-long': {
    en: 'The last day that is allowed is {lastDay}.',
    nl: 'De laatste dag die mag is {lastDay}.',
    fr: 'Le dernier jour possible est le {lastDay}.',
  },
  'blocking-items-open': {
    en: 'Things that must be done before the journey: {count}.',
    nl: 'Wat vóór de reis nog gedaan moet worden: {count}.',
    fr: 'À faire encore avant le voyage : {count}.',
  },
  'arrival-in-future': {
    en: 'Nobody can have arrived on this day yet.',
    nl: 'Op deze dag kan nog niemand zijn aangekomen.',
    fr: 'Personne ne peut encore être arrivé ce jour-là.',
  },
  'arrival-too-early': {
    en: 'This is more than 60 days before the planned arrival: {earliest} is the earliest day.',
    nl: 'Dit is meer dan 60 dagen vóór de geplande aankomst: {earliest} is de vroegste dag.',
    fr: 'C’est plus de 60 jours avant l’arrivée prévue : le {earliest} est le premier jour possible.',
  },
  'arrival-after-planned-departure': {
    en: 'The stay was planned until {plannedDeparture}.',
    nl: 'Het verblijf was gepland tot {plannedDeparture}.',
    fr: 'Le séjour était prévu jusqu’au {plannedDeparture}.',
  },
  'not-yet-past-arrival': {
    en: 'The arrival is planned for {plannedArrival}: only after that day has someone not arrived.',
    nl: 'De aankomst is gepland op {plannedArrival}: pas na die dag is iemand niet verschenen.',
    fr: 'L’arrivée est prévue le {plannedArrival} : ce n’est qu’après ce jour que quelqu’un ne s’est pas présenté.',
  },
  'not-later-than-now': {
    en: 'The departure is already planned for {plannedDeparture}.',
    nl: 'Het vertrek is al gepland op {plannedDeparture}.',
    fr: 'Le départ est déjà prévu le {plannedDeparture}.',
  },
  'departure-before-arrival': {
    en: 'The departure must be after the arrival.',
    nl: 'Het vertrek moet na de aankomst liggen.',
    fr: 'Le départ doit être après l’arrivée.',
  },
  'departure-in-future': {
    en: 'Nobody can have left on this day yet.',
    nl: 'Op deze dag kan nog niemand zijn vertrokken.',
    fr: 'Personne ne peut encore être parti ce jour-là.',
  },
  'left-too-long-ago': {
    en: 'This is more than 30 days ago. Ask a coordinator to write it down.',
    nl: 'Dit is meer dan 30 dagen geleden. Vraag een coördinator het vast te leggen.',
    fr: 'Il y a plus de 30 jours. Demandez à une coordinatrice ou un coordinateur de le noter.',
  },
  'not-shorter': {
    en: 'The departure was planned for {plannedDeparture}: this is no earlier.',
    nl: 'Het vertrek was gepland op {plannedDeparture}: dit is niet eerder.',
    fr: 'Le départ était prévu le {plannedDeparture} : ceci n’est pas plus tôt.',
  },
  'return-not-reviewed': {
    en: 'The return was not reviewed since {reviewFrom}. Have it reviewed, or say why not.',
    nl: 'De terugkeer is sinds {reviewFrom} niet beoordeeld. Laat die beoordelen, of zeg waarom niet.',
    fr: 'Le retour n’a pas été examiné depuis le {reviewFrom}. Faites-le examiner, ou dites pourquoi non.',
  },
  'follow-ups-open': {
    en: 'Follow-ups and evaluation are open: say why the file is closed.',
    nl: 'Nazorg en evaluatie staan nog open: zeg waarom het dossier wordt gesloten.',
    fr: 'Le suivi et l’évaluation sont ouverts : dites pourquoi le dossier est clos.',
  },
  'city-withheld': {
    en: 'Nothing of this person may be shared with this city.',
    nl: 'Over deze persoon mag niets met deze stad worden gedeeld.',
    fr: 'Rien de cette personne ne peut être partagé avec cette ville.',
  },
  'risk-city-to-avoid': {
    en: 'A risk note says to avoid this city.',
    nl: 'Een risiconotitie zegt deze stad te mijden.',
    fr: 'Une note de risque dit d’éviter cette ville.',
  },
  'risk-guest-nearby': {
    en: 'Someone who must not be near is a guest of this city then.',
    nl: 'Iemand die niet in de buurt mag zijn, is dan gast van deze stad.',
    fr: 'Une personne qui ne doit pas être à proximité est alors l’hôte de cette ville.',
  },
};
