import { isIP } from 'node:net';

/** What is looked at: as it was set, before anything is filled in. */
type Settings = {
  readonly DATABASE_URL: string;
  readonly HOST: string;
  readonly NODE_ENV: 'development' | 'test' | 'production';
  readonly PUBLIC_ORIGIN?: string | undefined;
  readonly TRUSTED_PROXIES?: string | undefined;
};

/** Settings that are well formed and would still put people at risk, each with what to do instead. */
export function findDangerousSettings({
  DATABASE_URL,
  HOST,
  NODE_ENV,
  PUBLIC_ORIGIN,
  TRUSTED_PROXIES,
}: Settings): readonly string[] {
  const origin = PUBLIC_ORIGIN === undefined ? undefined : new URL(PUBLIC_ORIGIN);
  const found: string[] = [];
  if (NODE_ENV === 'production' && origin === undefined)
    found.push(
      'PUBLIC_ORIGIN is missing: in production say which address browsers use, such as https://shelter.example.org',
    );
  if (origin !== undefined && origin.protocol !== 'https:' && !isThisMachine(origin.hostname))
    found.push(
      'PUBLIC_ORIGIN is not https: whoever is on the way would read everything. Put a proxy with a certificate in front (docker/Caddyfile does) and give its https address.',
    );
  if (origin !== undefined && `${origin.origin}/` !== origin.href)
    found.push('PUBLIC_ORIGIN is more than an origin: give scheme, host and port only.');
  if (origin?.protocol !== 'https:' && !isThisMachine(HOST))
    found.push(
      'HOST answers the network without https: leave it at 127.0.0.1, or give the https address of the proxy in front as PUBLIC_ORIGIN.',
    );
  if (TRUSTED_PROXIES?.split(',').some((proxy) => isEverybody(proxy.trim())))
    found.push(
      'TRUSTED_PROXIES trusts everybody to say who they are: name the one address or network of your proxy.',
    );
  if (crossesANetworkInTheOpen(new URL(DATABASE_URL)))
    found.push(
      'DATABASE_URL leads over a network in the open: add sslmode=verify-full, so that what is asked is sealed and nobody can pose as the database.',
    );
  return found;
}

/**
 * Whether others could listen between us and the database. A name without a dot is one that only this machine's own
 * private network knows, as in docker/compose.yaml.
 */
function crossesANetworkInTheOpen({ hostname, searchParams }: URL): boolean {
  const isNear =
    isThisMachine(hostname) ||
    hostname === '' ||
    (isIP(hostname) === 0 && /^[\w-]+$/.test(hostname));
  return !isNear && searchParams.get('sslmode') !== 'verify-full';
}

/** Whether nobody but this machine can reach it. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  if (isIP(name) === 4) return name.startsWith('127.');
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}

const isEverybody = (proxy: string): boolean => /^(\*|true|0\.0\.0\.0|::|.*\/0)$/.test(proxy);
