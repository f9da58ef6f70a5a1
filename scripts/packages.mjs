// Installs the packages, on whatever Node.js the machine has: built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { step } from './steps.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Compares what `package-lock.json` asks for with the list npm keeps of what it installed.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  const installed = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed || !existsSync(path.join(root, 'node_modules', '.bin', 'node')))
    return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const found = installed[place];
    if (!found) return entry.optional === true || entry.devOptional === true;
    return (
      found.version === entry.version &&
      found.integrity === entry.integrity &&
      found.link === entry.link
    );
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * `npm ci`: exactly the versions of the lock file.
 * @param {string} root
 */
export async function installPackages(root) {
  await step('Packages from npm', async (progress) => {
    const npm = process.env['npm_execpath'];
    const [program, args] = npm?.endsWith('.js')
      ? [process.execPath, [npm, 'ci']]
      : ['npm', ['ci']];
    const child = spawn(program, [...args, '--no-progress'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-6_000);
        progress(text);
      });
    }
    const code = await new Promise((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    if (code !== 0) throw new Error(`npm ci failed:\n${said.trim()}`);
    if (!packagesAreInstalled(root)) {
      throw new Error(
        'npm ci finished, but packages are missing. Is npm set to leave out dev dependencies (NODE_ENV, omit)?',
      );
    }
  });
}
