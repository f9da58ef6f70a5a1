import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { StartRefusal } from '../persistence/fit-database.ts';
import { endpointOfHandler } from '../http/route.ts';
import { policy } from './policy.ts';

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** Every endpoint of the contract. */
export const allEndpoints = (): readonly Endpoint[] =>
  Object.values(endpointGroups).flatMap((group) => Object.values(group));

/**
 * Refuses to start while contract, routes and policy differ: each endpoint has exactly one handler and somebody who may
 * use it, and no handler answers something else.
 */
export function refuseIncompleteRoutes(app: INestApplicationContext): void {
  const handlers = handlersOf(app);
  const routed = handlers.flatMap(({ endpoint }) => (endpoint ? [endpoint] : []));
  const endpoints = allEndpoints();
  const gaps = [
    ...handlers
      .filter(({ endpoint }) => !endpoint)
      .map(({ name }) => `${name} answers a route that the contract doesn't know.`),
    ...routed
      .filter((endpoint) => !endpoints.includes(endpoint))
      .map((endpoint) => `${nameOf(endpoint)} is not among the contract's endpoints.`),
    ...endpoints.flatMap((endpoint) => {
      const count = routed.filter((one) => one === endpoint).length;
      if (count !== 1)
        return [
          `${nameOf(endpoint)} has ${count === 0 ? 'no handler' : `${String(count)} handlers`}.`,
        ];
      return Object.keys(policy[endpoint.action]).length === 0
        ? [`Nobody may ${endpoint.action}.`]
        : [];
    }),
  ];
  if (gaps.length > 0) throw new StartRefusal(`The API is incomplete:\n  ${gaps.join('\n  ')}`);
}

function handlersOf(
  app: INestApplicationContext,
): readonly { readonly name: string; readonly endpoint: Endpoint | undefined }[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype: object = (metatype as { prototype: object }).prototype;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler))
        return [];
      return [{ name: `${metatype?.name ?? ''}.${name}`, endpoint: endpointOfHandler(handler) }];
    });
  });
}
