import pg from 'pg';

/**
 * Connections as a test database's owner. A database is dropped with force, and the server may say so to a connection that
 * is on its way out: nobody waits for that answer, and without a listener it would end the spec.
 */
export function ownerPool(ownerUrl: string, options: Pick<pg.PoolConfig, 'max' | 'types'>): pg.Pool {
  const owner = new pg.Pool({ connectionString: ownerUrl, ...options });
  owner.on('error', () => undefined);
  return owner;
}
