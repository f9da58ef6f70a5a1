import type { FastifyInstance } from 'fastify';
import type { Database } from '../persistence/database.ts';

/**
 * `/livez` says that the process answers, `/readyz` that it can serve: its database answers too. Neither says more, and
 * neither is part of the API.
 */
export function answerHealth(fastify: FastifyInstance, database: Database): void {
  fastify.get('/livez', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ live: true }),
  );
  fastify.get('/readyz', async (_request, reply) => {
    const ready = await database.answers();
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready });
  });
}
