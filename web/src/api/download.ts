import type { Endpoint } from '@shelter-city/contract/endpoint';
import { send, type Input } from './call.ts';

const nameIn = (header: string | null) =>
  header === null ? undefined : /filename="?([^";]+)"?/.exec(header)?.[1];

/** Asks an endpoint for a file and hands it to the browser to keep, under the name that the API gave it. */
export async function download<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  fallbackName: string,
): Promise<void> {
  const response = await send(endpoint, input);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
