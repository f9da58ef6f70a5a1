import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Guesses below which a password is as good as on a list: what one machine tries in a few seconds. */
const fewestGuesses = 1e10;
const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Words that anybody who knows the programme would try. */
const ofTheProgramme = [
  'shelter',
  'city',
  'sheltercity',
  'justice',
  'peace',
  'defender',
  'human',
  'rights',
  'relocation',
  'host',
  'hague',
  'middelburg',
  'nijmegen',
  'maastricht',
  'utrecht',
  'netherlands',
];

/**
 * Whether a long password is still a common one: a listed one, a repetition, a row of keys, or made of the owner's own
 * name or of words of the programme. The list is a part of this program; nothing is asked elsewhere.
 */
export const isWeakPassword = (password: string, own: readonly string[]): boolean =>
  estimate.check(password, [
    ...ofTheProgramme,
    ...own.flatMap((text) => [text, ...text.split(/[\s@.]+/)]),
  ]).guesses < fewestGuesses;
