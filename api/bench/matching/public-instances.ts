import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanInput } from '@shelter-city/planner/plan-input';

/** A public instance as a plan, and what is published of it: the least cost, or the fewest places. */
export type PublicInstance = {
  readonly name: string;
  readonly family: 'gap' | 'smptsp';
  readonly input: PlanInput;
  readonly lower: number;
  readonly upper: number;
  /** What a plan's seats are worth in the words of the instance; undefined unless everybody has one. */
  readonly valueOf: (worth: number, placed: number) => number | undefined;
};

type Published = { readonly gap: Readonly<Record<string, number>>; readonly smptsp: Readonly<Record<string, { readonly lower: number; readonly upper: number }>> };

const folder = path.join(import.meta.dirname, 'instances');
const published = JSON.parse(readFileSync(path.join(folder, 'best-known.json'), 'utf8')) as Published;

/** All instances in the folder, in the order in which the published values name them. */
export function publicInstances(): PublicInstance[] {
  return [
    ...Object.entries(published.gap).map(([name, best]) => assignment(name, best)),
    ...Object.entries(published.smptsp).map(([name, { lower, upper }]) => shifts(name, lower, upper)),
  ];
}

const read = (family: string, name: string): string => readFileSync(path.join(folder, family, name), 'utf8');

/** Generalised assignment: people of a size in each city, cities of a capacity, no dates; everybody gets a place, at least cost. */
function assignment(name: string, best: number): PublicInstance {
  const [agents = 0, jobs = 0, ...numbers] = read('gap', name).trim().split(/\s+/).map(Number);
  const cost = (agent: number, job: number) => numbers[agent * jobs + job] ?? 0;
  const size = (agent: number, job: number) => numbers[(agents + agent) * jobs + job] ?? 0;
  const people = Array.from({ length: jobs }, (_, job) => job);
  const cities = Array.from({ length: agents }, (_, agent) => agent);
  // Being placed is worth more than all that anybody could cost.
  const placed = 1 + people.reduce((sum, job) => sum + Math.max(...cities.map((agent) => cost(agent, job))), 0);
  const input: PlanInput = {
    places: cities.flatMap((city) => people.map((job) => ({ id: `${city}.${job}`, city, gap: 0, open: [{ from: 0, until: 1 }], taken: [] }))),
    people: people.map((job) => {
      const worth = cities.map((city) => [placed - cost(city, job)]);
      return { id: String(job), starts: [0], nights: [1], worth: cities.flatMap((city) => people.map(() => worth[city] ?? [])) };
    }),
    limits: cities.map((city) => ({
      places: people.map((job) => city * jobs + job), people: null, atOnce: numbers[2 * agents * jobs + city] ?? 0, standing: [],
      amounts: people.map((job) => size(city, job)),
    })),
    apart: [],
  };
  return { name, family: 'gap', input, lower: best, upper: best, valueOf: (worth, count) => (count === jobs ? jobs * placed - worth : undefined) };
}

/** Shift minimisation: stays on given days, places that can take some of them, as few places as possible. */
function shifts(name: string, lower: number, upper: number): PublicInstance {
  const lines = read('smptsp', name).split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const after = (word: string) => lines.findIndex((line) => line.startsWith(word));
  const jobs = lines.slice(after('Jobs') + 1, after('Qualifications')).map((line) => line.trim().split(/\s+/).map(Number));
  const able = lines.slice(after('Qualifications') + 1).map((line) => new Set(line.slice(line.indexOf(':') + 1).trim().split(/\s+/).map(Number)));
  const placed = able.length + 1;
  const input: PlanInput = {
    places: able.map((_, place) => ({ id: String(place), city: place, gap: 0, open: [{ from: 0, until: 10_000 }], taken: [], opening: 1 })),
    people: jobs.map(([from = 0, until = 0], job) => ({
      id: String(job), starts: [from], nights: [until - from], worth: able.map((can) => [can.has(job) ? placed : -1]),
    })),
    limits: [], apart: [],
  };
  return { name, family: 'smptsp', input, lower, upper, valueOf: (worth, count) => (count === jobs.length ? jobs.length * placed - worth : undefined) };
}
