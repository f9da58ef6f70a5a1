import type { Language } from '@shelter-city/contract/vocabulary';
import type { ReportColumn } from './report-columns.ts';

/** What a file of the report says in one language. */
export type ReportWords = {
  readonly locale: string;
  readonly title: (year: string, asAt: string) => string;
  readonly sheetNames: { readonly figures: string; readonly notes: string };
  readonly columns: Readonly<Record<ReportColumn, string>>;
  readonly parts: Readonly<Record<'whole' | 'soFar' | 'city' | 'year' | 'call', string>>;
  readonly withheld: string;
  readonly howCounted: string;
  readonly notes: (smallestShown: number) => readonly string[];
  readonly purpose: string;
};

const english: ReportWords = {
  locale: 'en-GB',
  title: (year, asAt) => `Shelter City, yearly counts ${year}, as at ${asAt}`,
  sheetNames: { figures: 'Counts', notes: 'How is this counted' },
  columns: {
    part: 'Part', name: 'Name', persons: 'Persons', stays: 'Stays', nights: 'Nights', nightsOffered: 'Nights offered',
    occupancyPercent: 'Occupancy (%)', countries: 'Countries', cities: 'Host cities',
  },
  parts: { whole: 'Whole year', soFar: 'Since the first guest', city: 'Host city', year: 'Year', call: 'Call for applications' },
  withheld: 'withheld',
  howCounted: 'How is this counted?',
  notes: (k) => [
    'A person counts once in each row, however many stays; someone who stayed in two cities counts in both and once in the whole.',
    'A stay counts in every year in which one of its nights was used. Only guests who really arrived count.',
    'Nights are those really used; the day of departure is no night.',
    'Nights offered are confirmed by the city, without the days on which a place was closed. Occupancy is nights used out of nights offered.',
    'Countries are the countries in which the persons work.',
    `Counts of 1 to ${String(k - 1)} are written "< ${String(k)}". "withheld" stands where a number would give such a count back.`,
  ],
  purpose: 'Made for',
};

const dutch: ReportWords = {
  locale: 'nl',
  title: (year, asAt) => `Shelter City, jaarcijfers ${year}, stand van ${asAt}`,
  sheetNames: { figures: 'Jaarcijfers', notes: 'Hoe is dit geteld' },
  columns: {
    part: 'Onderdeel', name: 'Naam', persons: 'Personen', stays: 'Verblijven', nights: 'Nachten', nightsOffered: 'Aangeboden nachten',
    occupancyPercent: 'Bezetting (%)', countries: 'Landen', cities: 'Gaststeden',
  },
  parts: { whole: 'Hele jaar', soFar: 'Sinds de eerste gast', city: 'Gaststad', year: 'Jaar', call: 'Oproep' },
  withheld: 'niet getoond',
  howCounted: 'Hoe is dit geteld?',
  notes: (k) => [
    'Een persoon telt in elke rij één keer, hoeveel verblijven het ook waren; wie in twee steden verbleef, telt in beide en één keer in het geheel.',
    'Een verblijf telt in elk jaar waarin een van de nachten gebruikt is. Alleen gasten die echt aankwamen, tellen mee.',
    'Nachten zijn de werkelijk gebruikte; de dag van vertrek is geen nacht.',
    'Aangeboden nachten zijn door de stad bevestigd, zonder de dagen waarop een plek gesloten was. De bezetting is het deel daarvan dat gebruikt is.',
    'Landen zijn de landen waar de personen werken.',
    `Aantallen van 1 tot en met ${String(k - 1)} staan er als "< ${String(k)}". "niet getoond" staat waar een getal zo’n aantal zou verraden.`,
  ],
  purpose: 'Gemaakt voor',
};

const french: ReportWords = {
  locale: 'fr',
  title: (year, asAt) => `Shelter City, bilan annuel ${year}, au ${asAt}`,
  sheetNames: { figures: 'Bilan annuel', notes: 'Comment est-ce compté' },
  columns: {
    part: 'Partie', name: 'Nom', persons: 'Personnes', stays: 'Séjours', nights: 'Nuits', nightsOffered: 'Nuits proposées',
    occupancyPercent: 'Occupation (%)', countries: 'Pays', cities: 'Villes d’accueil',
  },
  parts: { whole: 'Année entière', soFar: 'Depuis le premier séjour', city: 'Ville d’accueil', year: 'Année', call: 'Appel à candidatures' },
  withheld: 'non communiqué',
  howCounted: 'Comment est-ce compté ?',
  notes: (k) => [
    'Une personne compte une fois par ligne, quel que soit le nombre de séjours ; qui a séjourné dans deux villes compte dans les deux et une fois dans l’ensemble.',
    'Un séjour compte dans chaque année où l’une de ses nuits a été utilisée. Seules les personnes réellement arrivées comptent.',
    'Les nuits sont celles réellement utilisées ; le jour du départ n’est pas une nuit.',
    'Les nuits proposées sont confirmées par la ville, sans les jours où une place était fermée. L’occupation est la part utilisée de ces nuits.',
    'Les pays sont ceux où les personnes travaillent.',
    `Les nombres de 1 à ${String(k - 1)} s’écrivent « < ${String(k)} ». « non communiqué » remplace un nombre qui en révélerait un autre.`,
  ],
  purpose: 'Établi pour',
};

/** The words of the report's files in every language of the software. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en: english, nl: dutch, fr: french };
