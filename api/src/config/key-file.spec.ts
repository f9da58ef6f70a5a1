import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { findKeyFileDangers } from './key-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-keys-'));
const keyFile = path.join(folder, 'keys', 'ring.json');
beforeEach(() => {
  rmSync(path.dirname(keyFile), { recursive: true, force: true });
  mkdirSync(path.dirname(keyFile), { mode: 0o700 });
  writeFileSync(keyFile, '{}', { mode: 0o600 });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const dangers = (webRoot?: string) => findKeyFileDangers({ keyFile, webRoot }).join('\n');

test('a file that only its owner reads is fine, and so is one that is yet to be made', () => {
  expect(dangers(path.join(folder, 'web'))).toBe('');
  rmSync(keyFile);
  expect(dangers()).toBe('');
});

test.each([0o644, 0o640, 0o604, 0o622])(
  'mode %o is refused with the command that mends it',
  (mode) => {
    chmodSync(keyFile, mode);
    expect(dangers()).toBe(`Others can read or change the key file. Run: chmod 600 "${keyFile}"`);
  },
);

test('a folder in which others may put another file is refused', () => {
  chmodSync(path.dirname(keyFile), 0o777);
  expect(dangers()).toContain(`chmod go-w "${path.dirname(keyFile)}"`);
});

test('a link, a folder and a file among the pages are refused', () => {
  expect(dangers(folder)).toContain('move it out of WEB_ROOT');
  rmSync(keyFile);
  symlinkSync('/etc/hostname', keyFile);
  expect(dangers()).toContain('is a link');
  rmSync(keyFile);
  mkdirSync(keyFile);
  expect(dangers()).toContain('is a folder');
});
