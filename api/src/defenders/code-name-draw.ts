import { randomInt } from 'node:crypto';
import { codeNameCount, codeNameOf } from '@shelter-city/domain/defenders/code-names';

/** Half of all names would have to be taken for so many draws to fail once in a million times. */
export const drawsAtMost = 20;

/** A code name at random, so that the names tell nothing of the order in which people came. */
export const drawCodeName = (): string => codeNameOf(randomInt(codeNameCount));
