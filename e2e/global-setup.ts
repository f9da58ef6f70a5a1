import { startStorySystem } from './server.ts';
import { signInEverybody } from './sign-in-everybody.ts';

/**
 * Starts the system before the stories, signs everybody in, and ends it after them. `SHELTER_ORIGIN`, `SHELTER_DATABASE` and
 * `SHELTER_PEOPLE` carry addresses and cookies to the workers. When an address is set already, that system is used.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const given = process.env['SHELTER_ORIGIN'];
  const nothing = () => Promise.resolve();
  const system = given ? { origin: given, database: process.env['SHELTER_DATABASE'] ?? '', keepProofsYoung: nothing, arrange: nothing, stop: nothing } : await startStorySystem();
  process.env['SHELTER_ORIGIN'] = system.origin;
  process.env['SHELTER_DATABASE'] = system.database;
  try {
    process.env['SHELTER_PEOPLE'] = JSON.stringify(await signInEverybody(system.origin));
    await system.keepProofsYoung();
  } catch (error) {
    await system.stop();
    throw error;
  }
  return () => system.stop();
}
