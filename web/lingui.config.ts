import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** The folders of `src/` that hold text. Each has its own catalogue per language, so that two people seldom meet in one file. */
const folders = [
  'api',
  'app',
  'design',
  'session',
  'today',
  'defenders',
  'keeping',
  'matching',
  'board',
  'plans',
  'cities',
  'city-partner',
  'reports',
  'capacity',
  'stays',
  'risk-notes',
  'safety',
  'passkeys',
  'joining',
  'admin',
  'disclosure',
  'visa',
];

/** `MESSAGES_OF=today,board npm run messages -w web` touches only these, while others write theirs. */
const wanted = process.env['MESSAGES_OF']?.split(',') ?? folders;

export default defineConfig({
  locales: ['en', 'nl', 'fr'],
  sourceLocale: 'en',
  catalogs: wanted.map((folder) => ({
    path: `<rootDir>/src/messages/{locale}/${folder}`,
    include: [`<rootDir>/src/${folder}/`],
    exclude: ['**/*.spec.ts', '**/*.spec.tsx'],
  })),
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
});
