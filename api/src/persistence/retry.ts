/** The SQLSTATE of a database failure, whether it came through Prisma or `pg`; null for everything else. */
export function sqlStateOf(error: unknown): string | null {
  if (!isError(error)) return null;
  const { code, meta } = error as Error & {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } }; code?: string };
  };
  return meta?.driverAdapterError?.cause?.originalCode ?? meta?.code ?? code ?? null;
}

/**
 * Whether the database is away, is going, isn't back yet or is busy: not what was asked of it is wrong, and later it may well
 * be done. SQLSTATE classes 08, 53 and 57; what the network says; Prisma's words for a connection it didn't get or lost; and
 * `pg`'s, which has no code.
 */
export function isAway(error: unknown): boolean {
  if (isWorthRetrying(error)) return true;
  const said = sqlStateOf(error);
  if (said !== null) return /^(?:08|53|57)|^55P03$|^(?:ECONN|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)|^P(?:10|2024|2028)/.test(said);
  return isError(error) && /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^A connection broke/.test(error.message);
}

/** A deadlock, a serialisation failure or Prisma's word for either: the same work may well succeed now. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlStateOf(error);
  const code = isError(error) ? (error as Error & { code?: string }).code : undefined;
  return state === '40P01' || state === '40001' || code === 'P2034';
}

// Not `instanceof`: what the platform throws isn't always an instance of this module's Error.
const isError = (thrown: unknown): thrown is Error => typeof thrown === 'object' && thrown !== null && 'message' in thrown;
