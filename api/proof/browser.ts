import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { canaries, canariesIn } from '../test/factories/canaries.ts';
import { aSweepWorld, type SweepWorld } from '../test/factories/sweep-world.ts';
import { searchDisk } from './disk-search.ts';
import { allOf, counted, type Part } from './part.ts';
import type { System } from './stage.ts';

const typed = 'Canary Typed Reason';
/** What a page of ours must show on this walk, so that there was something to keep. */
const shownHere = ['Legal Name', 'Known As', 'Organisation', 'Channel', 'Sister', 'Child', 'Open Note', 'Street Here'];

/** A browser whose profile, and everything else that it writes, lies in a folder of its own. */
async function openBrowser(folder: string): Promise<BrowserContext> {
  await mkdir(path.join(folder, 'tmp'), { recursive: true });
  return chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    env: { ...process.env, TMPDIR: path.join(folder, 'tmp') },
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
}

/** Opens everything that a page offers to open, each with a reason, and notes what was seen. */
async function openAll(page: Page, address: string, seen: Set<string>): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const buttons = page.getByRole('button', { name: /^Reveal: / });
  const labels = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  for (const name of labels) {
    await page.getByRole('button', { name, exact: true }).first().click();
    const asking = page.getByRole('dialog');
    await asking.getByLabel('Reason').fill(typed);
    await asking.getByRole('button', { name: 'Reveal' }).click();
    await asking.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hide' }).first().waitFor();
    canariesIn(await page.locator('body').innerText()).forEach((word) => seen.add(word));
    await page.getByRole('button', { name: 'Hide' }).first().click();
  }
}

/** The walk of a coordinator over everything of one case, with every reveal. */
async function walk(context: BrowserContext, { apis }: System, { here }: SweepWorld, cookie: string): Promise<Set<string>> {
  const [{ origin }] = apis;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  const page = context.pages()[0] ?? (await context.newPage());
  const seen = new Set<string>();
  for (const address of [
    '/today', '/defenders', `/defenders/${here.code}`, ...['risk', 'safety', 'disclosure', 'history'].map((part) => `/defenders/${here.code}/${part}`),
    `/stays/${here.stayId}`, `/cities/${here.slug}`, '/board',
  ])
    await openAll(page, `${origin}${address}`, seen);
  return seen;
}

const kept = ['Control In The Cache', 'Control In The Storage', 'Control In An Address'];

/** What a careless site leaves behind: the search must find all of it, or it finds nothing by being blind. */
async function beCareless(context: BrowserContext): Promise<void> {
  const page = `<!doctype html><title>careless</title><script src="/cached.js"></script><script>localStorage.setItem('kept', '${kept[1] ?? ''}')</script>`;
  const script = gzipSync(`// ${kept[0] ?? ''}\n${'const filler = 1;\n'.repeat(50).replaceAll(/filler/g, () => `f${String(Math.random()).slice(2)}`)}`);
  const server = createServer((socket) => {
    socket.on('error', () => undefined).once('data', (asked) => {
      const isScript = asked.toString('latin1').startsWith('GET /cached.js');
      const body = isScript ? script : Buffer.from(page);
      const type = isScript ? 'text/javascript\r\nContent-Encoding: gzip' : 'text/html';
      socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nCache-Control: public, max-age=31536000\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n`), body]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${String(port)}/?q=${encodeURIComponent(kept[2] ?? '')}`);
  await tab.waitForLoadState('networkidle');
  await tab.close();
  server.close();
}

/** What a browser leaves on the disk of whoever used it, after it was closed. */
export const browser: Part = {
  name: 'browser',
  async run(stage) {
    const system = await stage.system('proof_browser');
    const folder = path.join(stage.folder, 'browser');
    const world = await aSweepWorld(system);
    const { rows } = await system.owner.query<{ code_name: string }>('SELECT code_name FROM defender ORDER BY created_at');
    const { cookie } = await system.signedInAs('COORDINATOR');
    await system.owner.query('UPDATE defender SET case_lead_id = (SELECT account_id FROM session ORDER BY created_at DESC LIMIT 1)');
    const context = await openBrowser(folder);
    let seen: Set<string>;
    try {
      seen = await walk(context, system, world, cookie);
      await beCareless(context);
    } finally {
      await context.close();
    }
    await system.stop();
    const secrets = [...canaries.map((name) => `Canary ${name}`), typed, 'Canary Instruction', cookie.split('=')[1] ?? '', ...rows.map((row) => row.code_name)];
    const { looked, found } = await searchDisk(folder, [...secrets, ...kept]);
    const whatWasFound = new Set(found.flatMap(({ words }) => words));
    return [
      allOf('opened in a real browser’s pages by reveals, each shown', shownHere.length, shownHere.filter((word) => !seen.has(word))),
      allOf('words that a careless site leaves behind, each found on the disk', kept.length, kept.filter((word) => !whatWasFound.has(word))),
      counted(
        'files of the closed browser’s profile without a word of ours: as bytes, UTF-16, base 64, in addresses, unpacked from its cache',
        looked,
        found.flatMap(({ file, words }) => words.filter((word) => !kept.includes(word)).map((word) => `${file}: ${word}`)),
      ),
    ];
  },
};
