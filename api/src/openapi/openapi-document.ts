import { nothing, type Endpoint } from '@shelter-city/contract/endpoint';
import { endpointGroups } from '@shelter-city/contract/endpoints';
import { problemDetails } from '@shelter-city/contract/problem';
import { roles, type Role } from '@shelter-city/contract/vocabulary';
import { isOpen, policy, reachOf, type Reach } from '../access/policy.ts';
import { JsonSchemas, type JsonSchema } from './json-schemas.ts';

const reachWords: Readonly<Record<Reach, string>> = {
  everywhere: '',
  'own-city': ', own city only',
  own: ', own only',
};
const roleWords: Readonly<Record<Role, string>> = {
  COORDINATOR: 'coordinators',
  CITY_PARTNER: 'city partners',
  MANAGER: 'managers',
  ADMIN: 'administrators',
};

/** Who may, told by the policy itself. */
function whoMay({ action }: Endpoint): string {
  if (isOpen(action)) return 'Open to everybody.';
  const who = roles.flatMap((role) => {
    const reach = reachOf(role, action);
    return reach === null ? [] : [`${roleWords[role]}${reachWords[reach]}`];
  });
  return `For ${who.join('; ')}.`;
}

/** The whole API as OpenAPI 3.1, straight from the contract and the policy: there is nothing else to keep in step. */
export function openApiDocument(): JsonSchema {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [group, endpoints] of Object.entries(endpointGroups)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
      (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(
        `${group}.${name}`,
        group,
        endpoint,
        schemas,
      );
    }
  }
  const problem = schemas.of(problemDetails, 'output');
  return {
    openapi: '3.1.1',
    info: {
      title: 'Shelter City',
      version: '1',
      description:
        'Places threatened human rights defenders in Dutch host cities. A thing outside the reader’s reach is answered as missing. Days are calendar days, spans are half-open.',
    },
    servers: [{ url: '/api' }],
    tags: Object.keys(endpointGroups).map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      responses: {
        Problem: {
          description: 'A refusal (RFC 9457), in the reader’s language',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'Named __Host-session over TLS.',
        },
      },
    },
    'x-actions': policy,
  };
}

function operation(
  operationId: string,
  tag: string,
  endpoint: Endpoint,
  schemas: JsonSchemas,
): JsonSchema {
  const { summary, method, action, params, query, body, reply } = endpoint;
  const parameters = [
    ...parametersOf('path', params, schemas),
    ...parametersOf('query', query, schemas),
    ...(method === 'GET' || isOpen(action)
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            schema: { type: 'string', format: 'uuid' },
            description: 'The same key again gets the same answer, without a second effect.',
          },
        ]),
  ];
  return {
    operationId,
    tags: [tag],
    summary,
    description: whoMay(endpoint),
    'x-action': action,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== nothing && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.of(body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemas.of(reply, 'output') } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
    security: isOpen(action) ? [] : [{ session: [] }],
  };
}

function parametersOf(
  where: 'path' | 'query',
  shape: Endpoint['params'],
  schemas: JsonSchemas,
): readonly JsonSchema[] {
  if (shape === nothing) return [];
  const { properties = {}, required = [] } = schemas.of(shape, 'input') as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema,
  }));
}
