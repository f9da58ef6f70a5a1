import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { composeFaults } from './compose-faults.ts';
import { dockerfileFaults } from './dockerfile-faults.ts';

const folder = import.meta.dirname;
const project = path.dirname(folder);
const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

it('finds nothing wrong with the Dockerfile', async () => {
  expect(dockerfileFaults(await read('Dockerfile'), project)).toEqual([]);
});

it('refuses an image that runs as root, has no version, or copies what is not there', () => {
  const faults = dockerfileFaults('FROM node\nCOPY nothing-here ./\nCMD ["node"]\n', project);
  expect(faults.join('\n')).toMatch(/no version/);
  expect(faults.join('\n')).toMatch(/runs as root/);
  expect(faults.join('\n')).toMatch(/nothing-here/);
});

it('reports what the linter finds', () => {
  expect(dockerfileFaults('FROM node:26\nFOO bar\nUSER node\n', project).join('\n')).toMatch(/FOO/);
});

it('finds nothing wrong with the compose file', async () => {
  const settings = { folder, example: await read('.env.example') };
  expect(composeFaults(await read('compose.yaml'), settings)).toEqual([]);
});

it('refuses a compose file whose database anybody can reach', () => {
  const text =
    'services:\n  database:\n    image: postgres\n    ports: ["5432:5432"]\n    networks: [gone]\n';
  const faults = composeFaults(`${text}# \${NOT_EXPLAINED}\n`, { folder, example: '' });
  expect(faults).toEqual([
    'compose.yaml: database: postgres has no version',
    "compose.yaml: database: network gone isn't declared",
    'compose.yaml: database publishes a port; only proxy may.',
    "compose.yaml: NOT_EXPLAINED isn't in .env.example.",
  ]);
});

it('refuses rights that a service does not need, and a secret that stands in the file', () => {
  const text = `services:
  database:
    image: postgres:18
    privileged: true
    environment: { POSTGRES_PASSWORD: canary }
  api:
    image: shelter-city:1
    environment: { DATABASE_URL: 'postgresql://shelter_api:canary@database/shelter', PUBLIC_ORIGIN: 'https://a:443' }
  proxy:
    image: caddy:2.10
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
`;
  expect(composeFaults(text, { folder, example: '' })).toEqual([
    'compose.yaml: database: is privileged',
    'compose.yaml: database: POSTGRES_PASSWORD holds a secret',
    'compose.yaml: api: DATABASE_URL holds a secret',
    'compose.yaml: api may write its own files',
    'compose.yaml: api keeps rights of root',
    'compose.yaml: api may gain rights',
  ]);
});
