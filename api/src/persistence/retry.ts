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
 * Whether the database is away, is going or isn't back yet: nothing is wrong with what was asked of it. SQLSTATE class 08
 * and a shutdown's; what the network says; Prisma's words for a connection it didn't get or lost; and `pg`'s, which has no code.
 */
export function isAway(error: unknown): boolean {
  const said = sqlStateOf(error);
  if (said !== null) return /^(?:08|57P0[1-5])|^(?:ECONN|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)|^P10(?:01|02|08|17)/.test(said);
  return isError(error) && /^(?:Connection terminated|timeout exceeded when trying to connect|A connection broke)/.test(error.message);
}

/** Whether the same may well be done later: the database is away, or it has too much to do. */
export function isPassing(error: unknown): boolean {
  return isAway(error) || isWorthRetrying(error) || /^(?:53|55P03|57014|P2024|P2028)/.test(sqlStateOf(error) ?? '');
}

/** A deadlock, a serialisation failure or Prisma's word for either: the same work may well succeed now. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlStateOf(error);
  const code = isError(error) ? (error as Error & { code?: string }).code : undefined;
  return state === '40P01' || state === '40001' || code === 'P2034';
}

// Not `instanceof`: what the platform throws isn't always an instance of this module's Error.
const isError = (thrown: unknown): thrown is Error => typeof thrown === 'object' && thrown !== null && 'message' in thrown;
