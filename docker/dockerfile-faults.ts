import { existsSync } from 'node:fs';
import path from 'node:path';
import { validate } from 'dockerfile-utils';

interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

/** What is wrong with a Dockerfile: the linter's findings, and what this project asks of its image. */
export function dockerfileFaults(text: string, context: string): readonly string[] {
  const linted = validate(text).map(
    ({ message, range }) =>
      `Dockerfile:${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
  const instructions = instructionsOf(text);
  const froms = instructions
    .filter(({ keyword }) => keyword === 'FROM')
    .map(({ rest }) => rest.split(/\s+/));
  const stages = new Set(froms.map(([, , name]) => name));
  const unpinned = froms
    .map(([image = '']) => image)
    .filter((image) => !stages.has(image) && !/:(?!latest)[\w.-]+$/.test(image));
  const last = instructions.slice(instructions.findLastIndex(({ keyword }) => keyword === 'FROM'));
  const user = last.findLast(({ keyword }) => keyword === 'USER')?.rest;
  return [
    ...linted,
    ...unpinned.map((image) => `Dockerfile: ${image} has no version.`),
    ...(user === undefined || user === 'root' || user === '0'
      ? ['Dockerfile: the image runs as root.']
      : []),
    ...(last.some(({ keyword }) => keyword === 'HEALTHCHECK')
      ? []
      : ['Dockerfile: no HEALTHCHECK.']),
    ...missingSources(instructions, context),
  ];
}

function instructionsOf(text: string): readonly Instruction[] {
  return text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => /^\s*([A-Z]+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match?.[1] && match[2] ? [{ keyword: match[1], rest: match[2].trim() }] : [],
    );
}

function missingSources(instructions: readonly Instruction[], context: string): readonly string[] {
  return instructions
    .filter(({ keyword, rest }) => keyword === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1))
    .filter((source) => !existsSync(path.join(context, source)))
    .map((source) => `Dockerfile: COPY of ${source}, which isn't there.`);
}
