import { startStorySystem } from './server.ts';

/** The environment variable that carries the system's address to the stories' workers. */
const originVariable = 'SHELTER_ORIGIN';

/**
 * Starts the system before the stories and ends it after them. `baseURL: process.env['SHELTER_ORIGIN']` in the
 * configuration finds it: workers read the configuration anew. When the variable is set already, that system is used.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env[originVariable]) return () => Promise.resolve();
  const system = await startStorySystem();
  process.env[originVariable] = system.origin;
  return () => system.stop();
}
