import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const self = ["'self'"];
/** Nothing from anywhere else, nothing inline, nowhere to be framed, and no string becomes code. */
export const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': self,
  'style-src': self,
  'font-src': self,
  'img-src': self,
  'connect-src': self,
  'manifest-src': self,
  'form-action': self,
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A policy as a header says it. */
export const policyText = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';');

/** What a page of ours never needs from the browser. */
const nothingFrom = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'display-capture',
  'browsing-topics',
];

/** Headers of every answer, helmet's own among them, and that nobody keeps it. */
export async function addSecurityHeaders(
  fastify: FastifyInstance,
  { secure }: { readonly secure: boolean },
): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: secure && { maxAge: 63_072_000 },
    xFrameOptions: { action: 'deny' },
  });
  const permissions = nothingFrom.map((feature) => `${feature}=()`).join(', ');
  fastify.addHook('onRequest', (_request, reply, done) => {
    // Whatever the address looks like: an address can be written in several ways, and files say themselves how long they keep.
    void reply.header('permissions-policy', permissions).header('cache-control', 'no-store');
    done();
  });
}
