import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

type Places = { readonly keyFile: string; readonly webRoot: string | undefined };

/**
 * Where the key file lies in a way that others could read or replace it, each with what to do. A file that isn't there
 * yet is made with mode 600 by whoever needs a key first; the folder must be safe by then.
 */
export function findKeyFileDangers({ keyFile, webRoot }: Places): readonly string[] {
  const found: string[] = [];
  const file = lstatSync(keyFile, { throwIfNoEntry: false });
  const folder = path.dirname(keyFile);
  const around = statSync(folder, { throwIfNoEntry: false });
  if (file?.isSymbolicLink()) found.push('The key file is a link: give KEY_FILE its real place.');
  if (file?.isDirectory()) found.push('KEY_FILE is a folder: name a file in it.');
  if (file?.isFile() && (file.mode & 0o077) !== 0)
    found.push(`Others can read or change the key file. Run: chmod 600 "${keyFile}"`);
  if (file?.isFile() && process.getuid?.() !== 0 && file.uid !== process.getuid?.())
    found.push('The key file belongs to another user: it must belong to whom the API runs as.');
  // In a folder with the sticky bit, such as /tmp, nobody replaces another's file.
  if (around && (around.mode & 0o022) !== 0 && (around.mode & 0o1000) === 0)
    found.push(`Others can replace the key file. Run: chmod go-w "${folder}"`);
  if (webRoot !== undefined && isInside(keyFile, webRoot))
    found.push('The key file lies among the pages that are served: move it out of WEB_ROOT.');
  return found;
}

function isInside(file: string, folder: string): boolean {
  const real = (place: string) => {
    try {
      return realpathSync(place);
    } catch {
      return path.resolve(place);
    }
  };
  return !path.relative(real(folder), path.resolve(file)).startsWith('..');
}
