import 'reflect-metadata';
import cookie from '@fastify/cookie';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module.ts';
import { Clock } from './config/clock.ts';
import { ConfigModule } from './config/config.module.ts';
import type { Environment } from './config/environment.ts';
import { answerHealth } from './health/health.ts';
import { refuseCrossSite } from './http/cross-site.ts';
import { answerOwnName } from './http/known-host.ts';
import { acceptJsonOnly, limitConnections, limits } from './http/limits.ts';
import { answerUnreadable } from './problems/unreadable-address.ts';
import { logAnswers, nestLog, openLog } from './http/log.ts';
import { openRequestContexts } from './http/request-context.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { serveWebFiles } from './http/web-files.ts';
import { serveOpenApi } from './openapi/serve-openapi.ts';
import { Database } from './persistence/database.ts';

/** What an application is made of besides its code. */
export type Settings = {
  readonly environment: Environment;
  /** The one clock; another one in tests. */
  readonly clock?: Clock;
  /** Where the log goes; standard output otherwise. */
  readonly logTo?: DestinationStream;
};

/** The whole application, ready to listen or to be asked in process: the same for `main.ts` and for the tests. */
export async function createApp({
  environment,
  clock = new Clock(),
  logTo,
}: Settings): Promise<NestFastifyApplication> {
  const log = openLog(logTo);
  const adapter = new FastifyAdapter({
    ...limits,
    frameworkErrors: answerUnreadable,
    logger: false,
    trustProxy: environment.trustedProxies.length > 0 && [...environment.trustedProxies],
  });
  const fastify = adapter.getInstance();
  openRequestContexts(fastify);
  logAnswers(fastify, log);
  await addSecurityHeaders(fastify, environment);
  answerOwnName(fastify, environment.publicOrigin);
  refuseCrossSite(fastify, environment.publicOrigin);
  acceptJsonOnly(fastify);
  const root = { module: AppModule, imports: [ConfigModule.of(environment, clock)] };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes any object.
  const options: NestApplicationOptions = {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false,
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  await app.register(cookie);
  serveOpenApi(fastify);
  await serveWebFiles(fastify, environment.webRoot);
  answerHealth(fastify, app.get(Database));
  app.setGlobalPrefix('api');
  await app.init();
  limitConnections(fastify.server);
  return app;
}
