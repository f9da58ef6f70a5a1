import type { Endpoint } from '@shelter-city/contract/endpoint';
import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { currentActor } from './request-context.ts';
import { parseInput } from './parse-input.ts';

const key = 'endpoint';

/** Binds a handler to an endpoint of the contract: its verb, its path, the action it needs, what goes in and comes out. */
export function Route(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[endpoint.method], path: endpoint.path }),
    HttpCode(200),
    SetMetadata(key, endpoint),
  );
}

/** The endpoint of the contract that a handler is bound to; undefined for one that the contract doesn't know. */
export const endpointOfHandler = (handler: object): Endpoint | undefined =>
  Reflect.getMetadata(key, handler) as Endpoint | undefined;

/** The endpoint that is asked for now. */
export const endpointOf = (context: ExecutionContext): Endpoint | undefined =>
  endpointOfHandler(context.getHandler());

/** The parsed parts of a request, as the endpoint's schemas give them. */
export type InputOf<E extends Endpoint> = {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
};

/** The request's parameters, query and body, checked by the handler's endpoint; a {@link InputOf} of it. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const endpoint = endpointOf(context);
  if (!endpoint) throw new Error('A handler without an endpoint has no input');
  return parseInput(endpoint, context.switchToHttp().getRequest<FastifyRequest>());
});

/** The one who asks. */
export const SignedIn = createParamDecorator((): Actor => currentActor());
