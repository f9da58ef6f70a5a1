/** What a statement may be given. A list becomes an array of texts, which the statement casts. */
export type Value = string | number | boolean | null | Date | Uint8Array | readonly string[];

/** A value as the wire carries it: a text, or bytes as they are. */
export function asParameter(value: Value): string | Buffer | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return `{${value.map(quoted).join(',')}}`;
  return String(value);
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
