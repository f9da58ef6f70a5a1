import { existsSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const aYear = 'public, max-age=31536000, immutable';

/**
 * Serves the built pages. A file whose name holds a hash of its content is kept for good; the page itself is asked for
 * anew each time. Any other address is a page of the application, whose router knows it; a missing file is missing.
 */
export async function serveWebFiles(
  fastify: FastifyInstance,
  root: string | undefined,
): Promise<void> {
  if (root === undefined || !existsSync(path.join(root, 'index.html'))) return;
  await fastify.register(staticFiles, {
    root: path.resolve(root),
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.map', '**/*.br', '**/*.gz'],
    setHeaders: (reply, file) => {
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(file) ? aYear : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const [address = ''] = request.url.split('?');
    const isPage =
      !address.startsWith('/api/') &&
      address !== '/api' &&
      !path.posix.basename(address).includes('.');
    if (isPage) return reply.sendFile('index.html');
    reply.callNotFound();
    return reply;
  });
}
