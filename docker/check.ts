import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { composeFaults } from './compose-faults.ts';
import { dockerfileFaults } from './dockerfile-faults.ts';

/** No container engine is needed: the files are linted and read, and their references are looked up. */
const folder = import.meta.dirname;
const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

const faults = [
  ...dockerfileFaults(await read('Dockerfile'), path.dirname(folder)),
  ...composeFaults(await read('compose.yaml'), { folder, example: await read('.env.example') }),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
