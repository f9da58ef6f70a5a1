import { sweepInputs } from '../test/factories/sweep-inputs.ts';
import { refusalOf, sweptEndpoints } from '../test/factories/sweep-rules.ts';
import { aSweepWorld, askers, type Ids, type SweepWorld } from '../test/factories/sweep-world.ts';
import { counted, type Part } from './part.ts';

/** What nobody who means well sends: too large, too early, too late, of another kind, or no text that a column holds. */
const nonsense: readonly unknown[] = [
  null, '', -1, 1.5, 2 ** 31, 2 ** 53 - 1, 1e308, true, [], {}, [[]], '\u0000', '\uD800', 'x'.repeat(20_000), '%', "' OR 1=1 --", '__proto__',
  '0001-01-01', '9999-12-31', '2026-02-30', '2027-13', '00000000-0000-0000-0000-000000000000',
];
type Path = readonly (string | number)[];

/** Every place in a body or a query, whole branches among them. */
function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  // What holds for the first of a list holds for the others.
  const keys = Array.isArray(value) ? value.slice(0, 1).map((_, at) => at) : Object.keys(value);
  for (const key of keys) yield* placesIn(Reflect.get(value, key), [...path, key]);
}

function withAt(value: unknown, path: Path, put: unknown): unknown {
  const copy: unknown = structuredClone(value);
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = Reflect.get(at as object, key);
  Reflect.set(at as object, path.at(-1) ?? '', put);
  return copy;
}

type Parts = { readonly body?: unknown; readonly query?: Readonly<Record<string, string>> };
type Variant = Parts & { readonly what: string; readonly params: Ids };

/** Everything that is asked of one endpoint: one place after another holds each nonsense. */
function* variantsOf(path: string, given: Parts, { here }: SweepWorld): Generator<Variant> {
  for (const put of nonsense) {
    const said = JSON.stringify(put).slice(0, 24);
    for (const place of placesIn(given.body))
      yield { ...given, params: here, body: withAt(given.body, place, put), what: `${place.join('.')} ${said}` };
    if (typeof put !== 'string') continue;
    for (const key of Object.keys(given.query ?? {}))
      yield { ...given, params: here, query: { ...given.query, [key]: put }, what: `?${key} ${said}` };
    // Half of a character can't be written in an address at all.
    if (put === '' || put === '\uD800') continue;
    for (const key of Object.keys(here))
      if (path.includes(`:${key}`)) yield { ...given, params: { ...here, [key]: put }, what: `:${key} ${said}` };
  }
}

/** Whatever is sent is answered as what is wrong with it: never as a failure of ours. */
export const nonsenseSent: Part = {
  name: 'nonsense',
  async run(stage) {
    const system = await stage.system('proof_nonsense');
    const world = await aSweepWorld(system);
    const failures: string[] = [];
    let sent = 0;
    for (const [key, endpoint] of sweptEndpoints) {
      // Whoever asks must not be signed out on the way, nor made to wait.
      if (/^(session\.(start|end|prove|changePassword)|passkeys\.(start|prove)|accountLinks\.)/.test(key)) continue;
      const asker = askers.find((one) => refusalOf(key, endpoint, one, 'own') === null);
      if (asker === undefined) continue;
      const variants = [...variantsOf(endpoint.path, sweepInputs(world)[key]?.(world.here) ?? {}, world)];
      const send = async ({ what, ...input }: Variant) => {
        const { status } = await world.by[asker].call(endpoint, input);
        sent += 1;
        if (status >= 500) failures.push(`${key} ${what}: ${String(status)}`);
      };
      while (variants.length > 0) await Promise.all(variants.splice(0, 6).map(send));
    }
    await system.stop();
    return [counted('nonsense in every place of every body, query and path: never a failure', sent, failures)];
  },
};
