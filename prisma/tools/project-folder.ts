import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder `prisma/` of the project, whether this runs from its sources or from what was built of them. */
export const prismaFolder = folderWith('migrations', import.meta.dirname);

function folderWith(name: string, start: string): string {
  for (let folder = start; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, name))) return folder;
  }
  throw new Error(`No folder above ${start} holds ${name}.`);
}
