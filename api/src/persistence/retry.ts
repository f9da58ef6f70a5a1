/** The SQLSTATE of a database failure, whether it came through Prisma or `pg`; null for everything else. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, meta } = error as Error & {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } }; code?: string };
  };
  return meta?.driverAdapterError?.cause?.originalCode ?? meta?.code ?? code ?? null;
}

/** A deadlock, a serialisation failure or Prisma's word for either: the same work may well succeed now. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlStateOf(error);
  const code = error instanceof Error ? (error as Error & { code?: string }).code : undefined;
  return state === '40P01' || state === '40001' || code === 'P2034';
}
