import { cityParts } from '@shelter-city/domain/disclosure/city-parts';
import type pg from 'pg';
import type { Input } from '../harness/asker.ts';
import { sweepInputs } from './sweep-inputs.ts';
import { sweptEndpoints } from './sweep-rules.ts';
import type { AskerName, Ids, SweepWorld } from './sweep-world.ts';

/** What is sealed of two people and two places, each in words that stand nowhere else. */
export const canaries = [
  'Legal Name',
  'Known As',
  'Organisation',
  'Channel',
  'Sister',
  'Child',
  'Open Note',
  'Restricted Note',
  'Why',
  'Street Here',
  'Street There',
] as const;

/** The canaries in a text. */
export const canariesIn = (text: string): readonly string[] =>
  canaries.filter((canary) => text.includes(`Canary ${canary}`));

const people = [
  'Legal Name',
  'Known As',
  'Organisation',
  'Channel',
  'Sister',
  'Child',
  'Open Note',
] as const;

/** What each may open by a reveal: the matrix of what is sealed. */
export const openedBy: Readonly<Record<AskerName, readonly string[]>> = {
  nobody: [],
  coordinator: [...people, 'Street Here', 'Street There'],
  cleared: [...people, 'Restricted Note', 'Why', 'Street Here', 'Street There'],
  withheld: ['Street Here', 'Street There'],
  // What the person agreed to and what was granted: the name they go by and the legal name, not the channel, not the child at home.
  partner: ['Known As', 'Legal Name', 'Street Here'],
  otherPartner: ['Known As', 'Legal Name', 'Street There'],
  manager: [],
  admin: [],
};

/** What was seen in every answer to a read, and in what every reveal opened. */
type Seen = { readonly read: ReadonlySet<string>; readonly opened: ReadonlySet<string> };

/** Reads everything and opens everything, of both cities, as somebody. */
export async function canariesSeenBy(
  asker: AskerName,
  world: SweepWorld,
  owner: pg.Pool,
): Promise<Seen> {
  const inputs = sweepInputs(world);
  const notes = (await owner.query<{ id: string }>('SELECT id FROM risk_note')).rows;
  const read = new Set<string>();
  const opened = new Set<string>();
  for (const ids of [world.here, world.there]) {
    const reveal = async (
      key: string,
      { params, body }: { readonly params?: Partial<Ids>; readonly body?: unknown } = {},
    ) => {
      const found = sweptEndpoints.find(([one]) => one === key);
      if (!found) throw new Error(`There is no endpoint ${key}`);
      const input: Input = {
        ...inputs[key]?.(ids),
        ...(body !== undefined && { body }),
        params: { ...ids, ...params },
      };
      const { text } = await world.by[asker].call(found[1], input);
      canariesIn(text).forEach((canary) => opened.add(canary));
    };
    for (const [key, endpoint] of sweptEndpoints.filter(([, { method }]) => method === 'GET')) {
      const { text } = await world.by[asker].call(endpoint, { ...inputs[key]?.(ids), params: ids });
      canariesIn(text).forEach((canary) => read.add(canary));
    }
    for (const compartment of ['IDENTITY', 'CONTACT', 'DEPENDANTS'])
      await reveal('defenders.reveal', { body: { compartment, reason: 'the sweep looks' } });
    for (const { id } of notes) await reveal('riskNotes.reveal', { params: { noteId: id } });
    await reveal('withholding.reveal');
    await reveal('cities.revealAddress');
    for (const part of cityParts)
      await reveal('cityHome.reveal', { body: { part, reason: 'the sweep looks' } });
  }
  return { read, opened };
}
