import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { fastify as newFastify, type FastifyInstance } from 'fastify';
import { contentSecurityPolicy, policyText } from '../http/security-headers.ts';
import { openApiDocument } from './openapi-document.ts';

const place = '/api/docs';

type Page = {
  readonly type: string;
  readonly body: string;
  readonly zipped: Buffer;
  readonly policy: string;
};

/** Serves the OpenAPI document and, made of it, a reference to read and try. Nothing of it comes from another origin. */
export function serveOpenApi(fastify: FastifyInstance): void {
  const document = JSON.stringify(openApiDocument());
  fastify.get('/api/openapi.json', (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(document),
  );
  let pages: Promise<Readonly<Record<string, Page>>> | undefined;
  for (const address of [place, `${place}/`, `${place}/js/scalar.js`]) {
    fastify.get(address, async (request, reply) => {
      pages ??= referencePages();
      const page = (await pages)[address === place ? `${place}/` : address];
      if (!page) {
        reply.callNotFound();
        return reply;
      }
      const zips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      void reply
        .header('content-type', page.type)
        .header('content-security-policy', page.policy)
        .header('vary', 'accept-encoding');
      return zips
        ? reply.header('content-encoding', 'gzip').send(page.zipped)
        : reply.send(page.body);
    });
  }
}

/** Made on the first request: the reference weighs five megabytes, for which no start should wait. */
async function referencePages(): Promise<Readonly<Record<string, Page>>> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  const own = newFastify();
  await own.register(reference, {
    routePrefix: place,
    configuration: {
      url: '/api/openapi.json',
      cdn: `${place}/js/scalar.js`,
      pageTitle: 'Shelter City API',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
    },
  });
  const answers = await Promise.all(
    [`${place}/`, `${place}/js/scalar.js`].map(
      async (address) => [address, await own.inject(address)] as const,
    ),
  );
  await own.close();
  return Object.fromEntries(
    answers.map(([address, { payload: body, headers }]) => [
      address,
      {
        type: String(headers['content-type']),
        body,
        zipped: gzipSync(body),
        policy: policyFor(body),
      },
    ]),
  );
}

/** The reference styles itself and begins with a script in its page; that one script is allowed by its hash. */
function policyFor(body: string): string {
  const inline = [...body.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].flatMap(([, script]) =>
    script === undefined || script === '' ? [] : [script],
  );
  const { 'require-trusted-types-for': _, 'trusted-types': __, ...policy } = contentSecurityPolicy;
  return policyText({
    ...policy,
    'script-src': [
      "'self'",
      ...(body.startsWith('<!')
        ? inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
        : []),
    ],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
  });
}
