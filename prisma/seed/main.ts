import process from 'node:process';
import { loadSampleData } from './load.ts';

const { OWNER_URL: ownerUrl, KEY_FILE: keyFile, TODAY: today } = process.env;
if (ownerUrl === undefined || keyFile === undefined) {
  console.error('OWNER_URL names the database of the owner of the tables, KEY_FILE the file of the key ring.');
  process.exit(2);
}
try {
  await loadSampleData({
    ownerUrl,
    keyFile,
    today: today ?? Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
    log: (line) => {
      console.log(line);
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
