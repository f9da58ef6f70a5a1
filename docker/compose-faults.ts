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
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly networks?: Readonly<Record<string, unknown>>;
}

/** The one service that people reach; everything else stays inside. */
const door = 'proxy';

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
    ...[...new Set(used)]
      .filter((name) => !known.has(name))
      .map((name) => `compose.yaml: ${name} isn't in .env.example.`),
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
