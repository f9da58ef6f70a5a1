import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keyRingOfFile } from './key-ring.ts';
import { newDataKey } from './seal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shelter-city-ring-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let count = 0;
const aFile = () => path.join(folder, 'sub', `ring-${String((count += 1))}.json`);

test('makes its file at the first start, for its owner alone, and finds the same keys in it later', () => {
  const file = aFile();
  const dataKey = newDataKey();
  const wrapped = keyRingOfFile(file).wrap(dataKey);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  expect(Buffer.from(keyRingOfFile(file).unwrap(wrapped)).equals(dataKey)).toBe(true);
});

test('refuses a file that others can read, and one that is no ring', () => {
  const file = aFile();
  keyRingOfFile(file);
  chmodSync(file, 0o640);
  expect(() => keyRingOfFile(file)).toThrow(
    `Others can read the key file. Run: chmod 600 "${file}"`,
  );
  chmodSync(file, 0o600);
  writeFileSync(file, '{}');
  expect(() => keyRingOfFile(file)).toThrow('is not a key ring');
});

test('opens what an older key wrapped after the ring has turned, and not what another ring wrapped', () => {
  const [file, otherFile] = [aFile(), aFile()];
  const wrapped = keyRingOfFile(file).wrap(newDataKey());
  const ring = JSON.parse(readFileSync(file, 'utf8')) as { keys: Record<string, string> };
  writeFileSync(
    file,
    JSON.stringify({
      current: 'k-new',
      keys: { ...ring.keys, 'k-new': Buffer.alloc(32, 7).toString('base64') },
    }),
  );
  const turned = keyRingOfFile(file);
  expect(turned.wrap(newDataKey()).ringKeyId).toBe('k-new');
  expect(turned.unwrap(wrapped)).toHaveLength(32);
  expect(() => keyRingOfFile(otherFile).unwrap(wrapped)).toThrow('The key ring holds no key named');
  expect(() => turned.unwrap({ ...wrapped, ringKeyId: 'k-new' })).toThrow();
});

test('derives a key for each purpose, the same for everyone who holds the ring', () => {
  const file = aFile();
  const [one, other] = [keyRingOfFile(file), keyRingOfFile(file)];
  expect(one.derive('a')).toEqual(other.derive('a'));
  expect(one.derive('a')).not.toEqual(one.derive('b'));
  expect(one.derive('a')).toHaveLength(32);
});
