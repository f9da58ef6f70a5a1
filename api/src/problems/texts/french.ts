import type { ProblemTexts } from './problem-words.ts';

/** Every problem in French. */
export const french: ProblemTexts = {
  'invalid-request': { title: 'Quelque chose est à corriger' },
  'unknown-field': { title: 'La demande contient un élément non prévu' },
  'not-signed-in': {
    title: 'Veuillez vous connecter',
    detail: 'Vous n’êtes pas connecté, ou votre session est terminée.',
  },
  'sign-in-refused': {
    title: 'La connexion a échoué',
    detail:
      'L’adresse, le mot de passe et le code ne vont pas ensemble. Chaque code ne sert qu’une fois : attendez le suivant.',
  },
  'sign-in-too-soon': {
    title: 'Attendez avant de réessayer',
    detail: 'Réessayez dans {seconds} s.',
  },
  'not-allowed': { title: 'Votre rôle ne le permet pas' },
  'step-up-needed': {
    title: 'Montrez encore une fois que c’est bien vous',
    detail: 'Cela demande une connexion datant de moins de dix minutes.',
  },
  'step-up-refused': {
    title: 'Cela n’a pas fonctionné',
    detail:
      'Le mot de passe et le code ne vont pas ensemble. Chaque code sert une fois : attendez le suivant.',
  },
  'passkey-refused': {
    title: 'La clé d’accès n’a pas été acceptée',
    detail: 'Réessayez, ou connectez-vous autrement.',
  },
  'last-way-in': {
    title: 'C’est le dernier moyen d’entrer dans ce compte',
    detail: 'Ajoutez d’abord une autre clé d’accès.',
  },
  'link-over': {
    title: 'Ce lien n’ouvre plus rien',
    detail: 'Il a déjà servi, ou son temps est passé. Demandez-en un autre à votre administrateur.',
  },
  'not-ones-own-account': { title: 'Personne ne change ses propres droits' },
  'last-administrator': {
    title: 'Il ne resterait aucun administrateur',
    detail: 'Faites d’abord entrer un autre administrateur.',
  },
  'account-not-in-that-state': {
    title: 'Le compte n’est plus dans un état qui le permet',
    detail: 'Regardez où il en est, puis décidez de nouveau.',
  },
  'email-taken': { title: 'Un compte avec cette adresse existe déjà' },
  'recovery-needs-two': {
    title: 'Un autre administrateur doit donner son accord',
    detail: 'Qui a demandé la récupération ne peut pas l’approuver.',
  },
  'city-name-taken': { title: 'Une ville de ce nom existe déjà' },
  'cross-site-request': { title: 'La demande vient d’un autre site' },
  'not-found': { title: 'Il n’y a rien ici' },
  'changed-meanwhile': {
    title: 'Quelqu’un l’a modifié entre-temps',
    detail: 'Regardez l’état actuel, puis décidez à nouveau.',
  },
  'key-used-for-something-else': {
    title: 'Cette demande a déjà été envoyée avec un autre contenu',
  },
  'stay-not-in-that-state': {
    title: 'L’état actuel du séjour ne le permet plus',
    detail: 'Regardez l’état actuel, puis décidez à nouveau.',
  },
  'stay-change-not-possible': { title: 'Le séjour ne peut pas être modifié ainsi' },
  'place-taken': {
    title: 'Un autre séjour occupe cette place',
    detail: 'La place est prise du {from} au {until}.',
  },
  'place-needs-its-rest': {
    title: 'La place a besoin de jours de repos entre deux personnes',
    detail: 'Jours de repos demandés par la ville : {days}.',
  },
  'place-closed': {
    title: 'La place est fermée certains de ces jours',
    detail: 'Fermée du {from} au {until}.',
  },
  'capacity-not-confirmed': {
    title: 'La ville n’a pas confirmé toutes ces nuits',
    detail: 'Non confirmé : du {from} au {until}.',
  },
  'place-does-not-suit': { title: 'La place ne convient pas à cette personne' },
  'defender-elsewhere': {
    title: 'Cette personne a un autre séjour pendant certaines de ces nuits',
    detail: 'L’autre séjour dure du {from} au {until}.',
  },
  'defender-not-selected': { title: 'Cette personne n’a pas été sélectionnée' },
  'arrival-outside-window': { title: 'L’arrivée est en dehors des jours que la personne a indiqués' },
  'visa-days-exceeded': {
    title: 'Le séjour dépasserait 90 jours de visa sur 180',
    detail: 'Le dernier jour possible est le {lastDay}.',
  },
  'passport-too-short': {
    title: 'Le passeport expire trop tôt',
    detail: 'Il doit être valable jusqu’au {needed}.',
  },
  'risk-rule': { title: 'Une règle de sécurité l’interdit' },
  'withheld-city-has-a-stay': {
    title: 'Un séjour dans cette ville s’y oppose',
    detail: 'La ville connaît un séjour du {from} au {until}. Déplacez-le ou annulez-le d’abord, puis mettez la ville sur la liste.',
  },
  'contact-not-allowed': { title: 'Cette personne n’est pas contactée par ce moyen' },
  'capacity-in-use': {
    title: 'Un séjour se trouve sur certaines de ces nuits',
    detail: 'Un séjour occupe du {from} au {until}.',
  },
  'capacity-overlaps': { title: 'Certaines de ces nuits sont déjà confirmées' },
  'capacity-not-in-that-state': { title: 'L’état actuel de la capacité ne le permet plus' },
  'application-not-in-that-state': { title: 'L’état actuel de la candidature ne le permet plus' },
  'second-person-needed': {
    title: 'Une deuxième personne doit dire oui',
    detail: 'Votre oui est noté. Une sélection demande une autre personne.',
  },
  'label-taken': { title: 'Une autre place de cette ville porte ce nom' },
  'note-superseded': { title: 'Une note plus récente remplace déjà celle-ci' },
  'hold-too-long': {
    title: 'L’option est trop longue',
    detail: 'Le dernier jour possible est le {lastDay}.',
  },
  'hold-expired': {
    title: 'L’option a expiré',
    detail: 'La place était en option jusqu’au {holdUntil}.',
  },
  'nothing-sealed': { title: 'Rien n’a encore été saisi ici' },
  'not-open-to-you': {
    title: 'Cela ne vous est pas ouvert',
    detail: 'Cela s’ouvre avec le oui, pour ce que la personne accepte ou ce qu’une coordination accorde, et se ferme au départ.',
  },
  'break-glass-needed': {
    title: 'Vous n’êtes pas sur ce dossier',
    detail: 'La personne responsable ouvre ce qui est scellé. En cas de nécessité, vous pouvez briser la vitre : pour une heure, et tous ceux du dossier en sont informés.',
  },
  'nothing-to-break': { title: 'Ce dossier vous est déjà ouvert' },
  'another-must-agree': { title: 'Une autre personne doit donner son accord', detail: 'Qui demande à lire une note restreinte n’y donne jamais son propre accord.' },
  'erasure-not-now': {
    title: 'Cette personne ne peut pas être effacée maintenant',
    detail: 'Quelqu’un s’y oppose, ou un séjour n’est pas terminé. Mettez-y fin d’abord.',
  },
  'confirmation-differs': { title: 'Le nom de code saisi est un autre' },
  'plan-not-in-that-state': {
    title: 'Le plan ne le permet pas maintenant',
    detail: 'Il est en cours d’élaboration, ou il a déjà été publié.',
  },
  'plan-no-longer-holds': {
    title: 'Rien n’a été proposé',
    detail: 'Quelque chose a changé depuis que le plan a été fait. Ce qui ne tient plus est dit pour chaque personne ; refaites le plan pour les autres.',
  },
  'too-many-plans': {
    title: 'Il y a trop d’ébauches',
    detail: 'Supprimez les plans dont personne n’a besoin, puis faites celui-ci.',
  },
  'too-many-reveals': {
    title: 'Vous avez ouvert plus que votre quota',
    detail: 'Attendez {minutes} minutes. Les administrateurs voient que vous l’avez atteint.',
  },
  'too-large': { title: 'La demande est trop volumineuse' },
  'not-json': { title: 'La demande n’est pas en JSON' },
  'database-away': {
    title: 'La base de données ne répond pas pour le moment',
    detail: 'Veuillez réessayer dans un instant. Si quelque chose devait être modifié, vérifiez d’abord si cela a été fait.',
  },
  busy: { title: 'Le système est occupé', detail: 'Rien n’a été modifié. Veuillez réessayer.' },
  unexpected: {
    title: 'Un problème est survenu de notre côté',
    detail:
      'Rien n’a été modifié. Si cela persiste, donnez aux coordinateurs le numéro de cette demande.',
  },
};
