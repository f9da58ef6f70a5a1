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
 * Exactly the versions of the lock file, those for development and of this platform included.
 * @param {string} root
 */
export async function installPackages(root) {
  await step('Packages from npm', async () => {
    const { code, said } = await npm(root, ['ci']);
    if (code !== 0) {
      const reason = said.split(/\n.*npm error Clean install a project/)[0]?.trim() ?? said;
      throw new Error(`npm ci failed:\n${reason.split('\n').slice(-30).join('\n')}`);
    }
    if (!packagesAreInstalled(root)) throw new Error('npm ci finished, but packages are missing.');
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number | null, said: string }>}
 */
async function npm(root, command) {
  const args = [...command, '--include=dev', '--include=optional', '--no-progress'];
  // The npm that runs us, if one does: another on the path may be another version.
  const own = process.env['npm_execpath']?.endsWith('npm-cli.js')
    ? process.env['npm_execpath']
    : undefined;
  const child = spawn(own ? process.execPath : 'npm', own ? [own, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !own,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  return { code, said };
}
