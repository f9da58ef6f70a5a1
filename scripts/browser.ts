import { existsSync } from 'node:fs';
import { runCommand } from './commands.ts';
import { Refusal } from './refusal.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the stories: `CHROMIUM_PATH`, else Debian's, which is installed when it is missing and we may. */
export async function findBrowser(progress: (text: string) => void): Promise<string> {
  const found = installed();
  if (found) return found;
  const mayInstall =
    existsSync('/usr/bin/apt-get') && (process.getuid?.() === 0 || (await maySudo()));
  if (mayInstall) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const command = [
      ...sudo,
      'sh',
      '-c',
      'apt-get update && apt-get install -y --no-install-recommends chromium',
    ];
    await runCommand(command[0] ?? 'sh', command.slice(1), {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      onOutput: progress,
    });
  }
  const now = installed();
  if (now) return now;
  throw new Refusal(
    'The browser stories need Chromium: sudo apt-get install chromium (or set CHROMIUM_PATH).',
  );
}

function installed(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...places].find(
    (place) => place !== '' && existsSync(place),
  );
}

async function maySudo(): Promise<boolean> {
  return runCommand('sudo', ['-n', 'true']).then(
    ({ code }) => code === 0,
    () => false,
  );
}
