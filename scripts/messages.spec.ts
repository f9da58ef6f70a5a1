import { catalogueProblems } from './messages.ts';

const header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain"\n"Language: nl"\n';
const yes = '#. js-lingui-explicit-id\nmsgid "yes"\nmsgstr "ja"';
const long = 'msgid ""\n"one "\n"two"\nmsgstr ""\n"een "\n"twee"';

it('finds nothing when each sentence is kept and translated', () => {
  const catalogue = new Map([['nl/app.po', [header, yes, long].join('\n\n')]]);
  expect(catalogueProblems(catalogue, catalogue)).toEqual([]);
});

it('names a catalogue that lacks a sentence, and a sentence without a translation', () => {
  const kept = new Map([['nl/app.po', [header, yes].join('\n\n')]]);
  const fresh = new Map([['nl/app.po', [header, yes, 'msgid "no"\nmsgstr ""'].join('\n\n')]]);
  expect(catalogueProblems(kept, fresh)).toEqual([
    "nl/app.po isn't up to date",
    'nl/app.po: no translation of "no"',
  ]);
});

it('does not ask for a translation into the language of the sources', () => {
  const catalogue = new Map([['en/app.po', [header, 'msgid "no"\nmsgstr ""'].join('\n\n')]]);
  expect(catalogueProblems(catalogue, catalogue)).toEqual([]);
});

it('does not take an absence of catalogues for health', () => {
  expect(catalogueProblems(new Map(), new Map())).toHaveLength(1);
});
