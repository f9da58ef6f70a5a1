import path from 'node:path';

/** The project's folder. */
export const root = path.dirname(import.meta.dirname);

/** Everything a running system keeps here: database, keys, what it is running as. Never in git. */
export const dataFolder = path.join(root, '.data');

/** The project's own Node.js. */
export const node = path.join(root, 'node_modules', '.bin', 'node');

/** A file or folder of the project. */
export function inProject(...parts: readonly string[]): string {
  return path.join(root, ...parts);
}
