import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import type { RiskDegree, RiskLevel, RiskScope } from '@shelter-city/domain/risk/risk-words';
import { currentDefenderId } from './current.ts';
import { momentOn } from './sample-days.ts';
import type { SampleWorld } from './sample-world.ts';
import { idOf } from './stable-random.ts';

/** A risk note of the current cohort. Numbers are days from today. */
type SampleRiskNote = {
  readonly key: string;
  readonly about: string;
  readonly scope: RiskScope;
  readonly level: RiskLevel;
  readonly degree: RiskDegree;
  readonly restricted: boolean;
  readonly written: number;
  readonly reviewBy: number;
  readonly supersedes?: string;
  /** What the planner obeys. */
  readonly banned?: readonly string[];
  readonly apartFrom?: readonly string[];
  /** The only line that a city sees. */
  readonly instruction?: string;
  readonly text: string;
  readonly measures: string;
};

const notes: readonly SampleRiskNote[] = [
  {
    key: 'arabic speaker', about: 'arabic speaker, city banned', scope: 'HOST_CITY', level: 'HIGH', degree: 'DIRECT_RISK', restricted: false, written: -25, reviewBy: 40,
    banned: ['the-hague', 'rotterdam'], instruction: 'No photographs, and no mention of the country in public.',
    text: 'Sample text: the embassy and a community that reports to it are in these two cities.', measures: 'Other cities only; arrival by night train.',
  },
  {
    key: 'hidden 1', about: 'hidden rule', scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', restricted: true, written: -60, reviewBy: -2,
    text: 'Sample text: first assessment at the intake, from one source.', measures: 'Second source to be asked.',
  },
  {
    key: 'hidden 2', about: 'hidden rule', scope: 'PERSON', level: 'CRITICAL', degree: 'DIRECT_RISK', restricted: true, written: -14, reviewBy: 30, supersedes: 'hidden 1',
    banned: ['utrecht', 'amsterdam'], instruction: 'Meet at the station by the code word; never at the house.',
    text: 'Sample text: a second source confirms that someone asks after the person in two Dutch cities.', measures: 'Those two cities are out; devices are replaced before travel.',
  },
  {
    key: 'apart', about: 'few visa days left', scope: 'ORGANISATION', level: 'MEDIUM', degree: 'DIFFICULT_ENVIRONMENT', restricted: false, written: -70, reviewBy: -7,
    apartFrom: ['maastricht guest'], text: 'Sample text: the two worked for organisations that fell out badly.', measures: 'Not in one city at the same time.',
  },
  {
    key: 'utrecht guest', about: 'utrecht guest', scope: 'FAMILY', level: 'HIGH', degree: 'DIRECT_RISK', restricted: false, written: -95, reviewBy: 25,
    instruction: 'Post and parcels go to the office, not to the house.', text: 'Sample text: a child at home is watched; news of the stay must not travel.', measures: 'Weekly call with the go-between.',
  },
  {
    key: 'maastricht guest', about: 'maastricht guest', scope: 'DIGITAL', level: 'HIGH', degree: 'DIRECT_RISK', restricted: true, written: -85, reviewBy: 12,
    instruction: 'Never write the name in a message; use the code name.', text: 'Sample text: the telephone was searched at the airport once.', measures: 'A clean telephone on arrival; no cloud accounts.',
  },
  {
    key: 'arrival overdue', about: 'arrival overdue', scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', restricted: false, written: -50, reviewBy: 3,
    instruction: 'Call the coordinator at once when the guest arrives, at any hour.', text: 'Sample text: arrest on the way to the airport is possible.', measures: 'Check-in by message at each border.',
  },
  {
    key: 'no show', about: 'no show', scope: 'COUNTRY', level: 'CRITICAL', degree: 'DIRECT_RISK', restricted: true, written: -3, reviewBy: 1,
    text: 'Sample text: last heard of at the border; the road was closed that evening.', measures: 'Welfare check twice a day; the embassy knows.',
  },
  {
    key: 'proposed utrecht', about: 'proposed utrecht', scope: 'PERSON', level: 'MEDIUM', degree: 'DIFFICULT_ENVIRONMENT', restricted: false, written: -30, reviewBy: 60,
    instruction: 'The child’s school must not publish class photographs.', text: 'Sample text: threats by telephone, none abroad so far.', measures: 'No publicity with face or country.',
  },
  {
    key: 'proposed the hague', about: 'proposed the hague', scope: 'PERSON', level: 'LOW', degree: 'NEED_OF_RESPITE', restricted: false, written: -40, reviewBy: 90,
    text: 'Sample text: tired after a trial; no direct threat.', measures: 'Rest first; publicity each time with approval.',
  },
  {
    key: 'french speaker', about: 'french speaker, step-free', scope: 'PERSON', level: 'MEDIUM', degree: 'NEED_OF_RESPITE', restricted: false, written: -35, reviewBy: 50,
    text: 'Sample text: followed on the way home last year, quiet since.', measures: 'Keeps the address to a small circle.',
  },
  {
    // Written after the city said yes: the one stay that stands against a rule.
    key: 'tilburg comer', about: 'tilburg comer', scope: 'HOST_CITY', level: 'HIGH', degree: 'DIRECT_RISK', restricted: false, written: -1, reviewBy: 14,
    banned: ['tilburg'], text: 'Sample text: a relative of the person who threatens has moved to this city.', measures: 'Another city before the arrival; the host family is not told why.',
  },
];

/** The risk notes with their sealed text, what the planner obeys and what a city may read. */
export function addRiskNotes(world: SampleWorld): void {
  for (const note of notes) addNote(world, note);
}

function addNote(world: SampleWorld, note: SampleRiskNote): void {
  const { rows, today } = world;
  const id = idOf('risk note', note.key);
  const defenderId = currentDefenderId(note.about);
  const authorId = world.coordinator(note.restricted ? 'CLEARED' : 'COORDINATOR');
  const createdAt = momentOn(addDays(today, note.written), id);
  rows.risk_note.push({
    id, subject: 'DEFENDER', defenderId, scope: note.scope, level: note.level, degree: note.degree, reviewBy: addDays(today, note.reviewBy),
    restricted: note.restricted, supersedesId: note.supersedes === undefined ? null : idOf('risk note', note.supersedes), authorId, createdAt,
  });
  world.sealing.riskNote(id, defenderId, {
    text: note.text, threatActorKind: 'Sample: unknown men, perhaps a service', knownReachAbroad: 'Sample: none known in the Netherlands', measures: note.measures,
  });
  if (note.instruction !== undefined) rows.city_instruction.push({ noteId: id, defenderId, text: note.instruction });
  for (const slug of note.banned ?? []) rows.risk_city_ban.push({ noteId: id, defenderId, cityId: idOf('city', slug) });
  for (const other of note.apartFrom ?? []) rows.risk_apart.push({ noteId: id, defenderId, otherDefenderId: currentDefenderId(other) });
  rows.event.push({
    id: idOf('event', id), at: createdAt, actorId: authorId, subject: 'RISK_NOTE', subjectId: id, cityId: null, defenderId, verb: note.supersedes === undefined ? 'NOTE_ADDED' : 'NOTE_SUPERSEDED',
    fromStatus: null, toStatus: null, reasonCode: null, note: null,
  });
}
