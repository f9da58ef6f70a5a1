import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { KeyRing } from '@shelter-city/vault/key-ring';
import { callsUntil } from './calls.ts';
import { addCapacity } from './capacity-under-stays.ts';
import { addCurrentCohort } from './current.ts';
import { SampleHistory } from './history.ts';
import { addPublicity } from './publicity.ts';
import { addRiskNotes } from './risk-notes.ts';
import type { SampleRows } from './sample-rows.ts';
import { SampleWorld } from './sample-world.ts';

/** Every row of the sample data for a day: the same day gives the same rows, apart from what is sealed or hashed. */
export function sampleRowsOn(today: CalendarDate, ring: KeyRing, passwordHash: string): SampleRows {
  const world = new SampleWorld(today, ring);
  world.addCities();
  world.addAccounts(passwordHash);
  const calls = callsUntil(today);
  world.rows.call.push(...calls.map(({ id, name, publishedOn, closesOn, staysFrom, staysUntil }) => ({ id, name, publishedOn, closesOn, staysFrom, staysUntil })));
  addCurrentCohort(world, calls);
  addRiskNotes(world);
  const history = new SampleHistory(world, calls);
  history.addAll();
  addCapacity(world, history.offered);
  addPublicity(world);
  world.rows.setting.push({ name: 'sample_data', value: true });
  return world.rows;
}
