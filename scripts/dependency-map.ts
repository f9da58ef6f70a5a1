/** What the map reads of dependency-cruiser's result. */
export interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

/** A room of the house by a file's path; undefined for what the map leaves out. */
type Room = (file: string) => string | undefined;

const isSpec = /\.(spec|fixture)\.tsx?$/;

/** The packages, the API without its inner rooms. */
export const packages: Room = (file) =>
  /^(api\/(?:domain|contract|vault|planner)|api\/src|prisma|web\/src|e2e)\//
    .exec(file)?.[1]
    ?.replace('/src', '');

const verticals =
  /^api\/src\/(sessions|cities|capacity|defenders|risk-notes|stays|city-home|matching|board|today|reports)\//;

/** The verticals of the API: which one asks which other one. */
export const rooms: Room = (file) => verticals.exec(file)?.[1];

/** The edges between rooms as a Mermaid drawing, in an order that never changes. */
export function drawing({ modules }: Cruise, room: Room): string {
  const edges = new Set<string>();
  for (const { source, dependencies } of modules) {
    const from = isSpec.test(source) ? undefined : room(source);
    if (from === undefined) continue;
    for (const { resolved } of dependencies) {
      const to = room(resolved);
      if (to !== undefined && to !== from) edges.add(`  ${from} --> ${to}`);
    }
  }
  return ['```mermaid', 'flowchart LR', ...[...edges].sort(), '```'].join('\n');
}

/** A text with what stands between the two marks of `name` replaced. */
export function between(text: string, name: string, drawn: string): string {
  const [begin, end] = [`<!-- ${name}: drawn -->`, `<!-- ${name}: end -->`];
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`The marks of "${name}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n${drawn}\n${text.slice(until)}`;
}
