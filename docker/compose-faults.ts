import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly networks?: Readonly<Record<string, unknown>>;
}

/** The one service that people reach; everything else stays inside. */
const door = 'proxy';
/** What answers people, directly or behind the door: it gets no right of the machine that it doesn't need. */
const answering = ['api', door];

/** What is wrong with a compose file: references that lead nowhere, images without a version, open doors. */
export function composeFaults(
  text: string,
  { folder, example }: { readonly folder: string; readonly example: string },
): readonly string[] {
  const compose = parse(text) as Compose;
  const known = new Set([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
  const used = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');
  return [
    ...Object.entries(compose.services).flatMap(([name, service]) =>
      serviceFaults(service, compose, folder).map((fault) => `compose.yaml: ${name}: ${fault}`),
    ),
    ...Object.entries(compose.services)
      .filter(([name, { ports }]) => name !== door && ports !== undefined)
      .map(([name]) => `compose.yaml: ${name} publishes a port; only ${door} may.`),
    ...answering
      .flatMap((name) => rightsLeft(name, compose.services[name]))
      .map((fault) => `compose.yaml: ${fault}`),
    ...[...new Set(used)]
      .filter((name) => !known.has(name))
      .map((name) => `compose.yaml: ${name} isn't in .env.example.`),
  ];
}

function rightsLeft(name: string, service: Service | undefined): readonly string[] {
  if (!service) return [];
  return [
    ...(name === 'api' && service.read_only !== true ? ['api may write its own files'] : []),
    ...(service.cap_drop?.includes('ALL') === true ? [] : [`${name} keeps rights of root`]),
    ...(service.security_opt?.includes('no-new-privileges:true') === true
      ? []
      : [`${name} may gain rights`]),
  ];
}

function serviceFaults(service: Service, compose: Compose, folder: string): readonly string[] {
  const faults: string[] = [];
  if (!service.image && !service.build) faults.push('neither image nor build');
  if (service.image && !/:(?!latest)[\w.-]+$/.test(service.image))
    faults.push(`${service.image} has no version`);
  if (
    service.build &&
    !existsSync(path.join(folder, service.build.context, service.build.dockerfile))
  ) {
    faults.push(`no ${service.build.dockerfile}`);
  }
  for (const other of Object.keys(service.depends_on ?? {})) {
    if (!(other in compose.services)) faults.push(`depends on ${other}, which isn't there`);
  }
  if (service.privileged === true) faults.push('is privileged');
  for (const [setting, value] of Object.entries(service.environment ?? {})) {
    // A password is asked for by name, also inside an address: what stands in the file stands in the project's history.
    const written = value.replaceAll(/\$\{[^}]*\}/g, '');
    if (/PASSWORD|SECRET|TOKEN|KEY$/.test(setting) ? written !== '' : /:\/\/[^/@\s]*:[^/@\s]+@/.test(written))
      faults.push(`${setting} holds a secret`);
  }
  for (const network of service.networks ?? []) {
    if (!(network in (compose.networks ?? {}))) faults.push(`network ${network} isn't declared`);
  }
  for (const [source = ''] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
    const there = source.startsWith('.')
      ? existsSync(path.join(folder, source))
      : source in (compose.volumes ?? {});
    if (!there) faults.push(`volume ${source} isn't there`);
  }
  return faults;
}
