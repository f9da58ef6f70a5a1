import type { ProblemTexts } from './problem-words.ts';

/** Every problem in Dutch. */
export const dutch: ProblemTexts = {
  'invalid-request': { title: 'Er moet nog iets worden aangepast' },
  'unknown-field': { title: 'Het verzoek bevat iets waar niet om gevraagd is' },
  'not-signed-in': {
    title: 'Log eerst in',
    detail: 'U bent niet ingelogd, of uw sessie is voorbij.',
  },
  'sign-in-refused': {
    title: 'Inloggen is niet gelukt',
    detail:
      'Adres, wachtwoord en code horen niet bij elkaar. Elke code werkt één keer: wacht op de volgende.',
  },
  'sign-in-too-soon': {
    title: 'Wacht even voor u het opnieuw probeert',
    detail: 'Probeer het over {seconds} s opnieuw.',
  },
  'not-allowed': { title: 'Uw rol mag dit niet doen' },
  'step-up-needed': {
    title: 'Toon nog eens dat u het bent',
    detail: 'Hiervoor moet u in de laatste tien minuten hebben ingelogd.',
  },
  'step-up-refused': {
    title: 'Dat is niet gelukt',
    detail:
      'Wachtwoord en code passen niet bij elkaar. Elke code werkt één keer: wacht op de volgende.',
  },
  'passkey-refused': {
    title: 'De toegangssleutel is niet aanvaard',
    detail: 'Probeer het opnieuw, of log op een andere manier in.',
  },
  'last-way-in': {
    title: 'Dit is de laatste manier om in te loggen',
    detail: 'Voeg eerst een andere toegangssleutel toe.',
  },
  'link-over': {
    title: 'Deze link opent niets meer',
    detail: 'Hij is al gebruikt, of zijn tijd is voorbij. Vraag uw beheerder om een nieuwe.',
  },
  'not-ones-own-account': { title: 'Niemand verandert wat hij zelf mag' },
  'last-administrator': {
    title: 'Er zou geen beheerder overblijven',
    detail: 'Laat eerst een andere beheerder toe.',
  },
  'account-not-in-that-state': {
    title: 'Het account is niet meer in een toestand die dit toelaat',
    detail: 'Bekijk hoe het nu is en beslis dan opnieuw.',
  },
  'email-taken': { title: 'Er bestaat al een account met dit adres' },
  'recovery-needs-two': {
    title: 'Een andere beheerder moet ja zeggen',
    detail: 'Wie om herstel vroeg, kan het niet goedkeuren.',
  },
  'city-name-taken': { title: 'Er bestaat al een stad met die naam' },
  'cross-site-request': { title: 'Het verzoek kwam van een andere website' },
  'not-found': { title: 'Hier is niets' },
  'changed-meanwhile': {
    title: 'Iemand heeft dit intussen gewijzigd',
    detail: 'Kijk hoe het nu is en beslis opnieuw.',
  },
  'key-used-for-something-else': { title: 'Dit verzoek is al met een andere inhoud verstuurd' },
  'stay-not-in-that-state': {
    title: 'Dit kan niet meer bij de huidige stand van het verblijf',
    detail: 'Kijk hoe het nu is en beslis opnieuw.',
  },
  'stay-change-not-possible': { title: 'Het verblijf kan niet zo worden gewijzigd' },
  'place-taken': {
    title: 'Een ander verblijf heeft deze plek',
    detail: 'De plek is bezet van {from} tot {until}.',
  },
  'place-needs-its-rest': {
    title: 'De plek heeft rustdagen nodig tussen twee gasten',
    detail: 'Rustdagen die de stad vraagt: {days}.',
  },
  'place-closed': {
    title: 'De plek is op enkele van deze dagen gesloten',
    detail: 'Gesloten van {from} tot {until}.',
  },
  'capacity-not-confirmed': {
    title: 'De stad heeft niet al deze nachten bevestigd',
    detail: 'Niet bevestigd: {from} tot {until}.',
  },
  'place-does-not-suit': { title: 'De plek past niet bij deze verdediger' },
  'defender-elsewhere': {
    title: 'Deze verdediger heeft op enkele van deze nachten een ander verblijf',
    detail: 'Het andere verblijf duurt van {from} tot {until}.',
  },
  'defender-not-selected': { title: 'Deze verdediger is niet geselecteerd' },
  'arrival-outside-window': { title: 'De aankomst valt buiten de dagen die de verdediger noemde' },
  'visa-days-exceeded': {
    title: 'Het verblijf zou over 90 visumdagen in 180 heen gaan',
    detail: 'De laatste dag die mag is {lastDay}.',
  },
  'passport-too-short': {
    title: 'Het paspoort verloopt te vroeg',
    detail: 'Het moet geldig zijn tot {needed}.',
  },
  'risk-rule': { title: 'Een veiligheidsregel staat dit niet toe' },
  'withheld-city-has-a-stay': {
    title: 'Een verblijf in deze stad staat in de weg',
    detail: 'De stad weet van een verblijf van {from} tot {until}. Verplaats of annuleer dat eerst en zet de stad daarna op de lijst.',
  },
  'contact-not-allowed': { title: 'Deze persoon wordt niet langs deze weg benaderd' },
  'capacity-in-use': {
    title: 'Op enkele van deze nachten ligt een verblijf',
    detail: 'Een verblijf gebruikt {from} tot {until}.',
  },
  'capacity-overlaps': { title: 'Enkele van deze nachten zijn al bevestigd' },
  'capacity-not-in-that-state': {
    title: 'Dit kan niet meer bij de huidige stand van de capaciteit',
  },
  'application-not-in-that-state': {
    title: 'Dit kan niet meer bij de huidige stand van de aanmelding',
  },
  'second-person-needed': {
    title: 'Een tweede persoon moet ja zeggen',
    detail: 'Uw ja staat genoteerd. Een selectie vraagt een andere coördinator.',
  },
  'label-taken': { title: 'Een andere plek van deze stad heeft die naam' },
  'note-superseded': { title: 'Een nieuwere notitie vervangt deze al' },
  'hold-too-long': {
    title: 'De optie duurt te lang',
    detail: 'De laatste dag die mag is {lastDay}.',
  },
  'hold-expired': {
    title: 'De optie is verlopen',
    detail: 'De plek was vastgehouden tot en met {holdUntil}.',
  },
  'nothing-sealed': { title: 'Hier is nog niets ingevuld' },
  'not-open-to-you': {
    title: 'Dat is niet voor u geopend',
    detail: 'Het gaat open met het ja, voor wat de persoon goedvindt of een coördinator vrijgeeft, en sluit bij het vertrek.',
  },
  'break-glass-needed': {
    title: 'U hoort niet bij dit dossier',
    detail: 'Wie het dossier leidt opent wat verzegeld is. In nood kunt u het glas breken: voor een uur, en iedereen bij het dossier hoort ervan.',
  },
  'nothing-to-break': { title: 'Dit dossier staat al voor u open' },
  'another-must-agree': { title: 'Iemand anders moet instemmen', detail: 'Wie vraagt een beperkte notitie te lezen, stemt er nooit zelf mee in.' },
  'erasure-not-now': {
    title: 'Deze persoon kan nu niet worden gewist',
    detail: 'Iemand houdt het tegen, of een verblijf is niet voorbij. Beëindig dat eerst.',
  },
  'confirmation-differs': { title: 'De schuilnaam die u intypte is een andere' },
  'plan-not-in-that-state': {
    title: 'Het plan laat dit nu niet toe',
    detail: 'Het wordt gemaakt, of het is al gepubliceerd.',
  },
  'plan-no-longer-holds': {
    title: 'Er is niets voorgesteld',
    detail: 'Sinds het plan gemaakt is, is er iets veranderd. Wat niet meer klopt, staat bij elke persoon; maak het plan voor de rest opnieuw.',
  },
  'too-many-plans': {
    title: 'Er zijn te veel ontwerpen',
    detail: 'Gooi plannen weg die niemand nodig heeft en maak dan dit plan.',
  },
  'too-many-reveals': {
    title: 'U hebt meer geopend dan uw quotum toelaat',
    detail: 'Wacht {minutes} minuten. De beheerders kunnen zien dat u het bereikte.',
  },
  'too-large': { title: 'Het verzoek is te groot' },
  'not-json': { title: 'Het verzoek is geen JSON' },
  'database-away': {
    title: 'De database antwoordt op dit moment niet',
    detail: 'Probeer het zo dadelijk opnieuw. Als er iets gewijzigd moest worden, kijk dan eerst of dat al gebeurd is.',
  },
  busy: { title: 'Het systeem is druk', detail: 'Er is niets gewijzigd. Probeer het opnieuw.' },
  unexpected: {
    title: 'Er ging bij ons iets mis',
    detail:
      'Er is niets gewijzigd. Blijft het zo, geef de coördinatoren dan het nummer van dit verzoek.',
  },
};
