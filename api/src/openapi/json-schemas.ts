import { z } from 'zod';

/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Turns the contract's shapes into JSON Schemas and collects the named ones, each told once. */
export class JsonSchemas {
  private readonly named = new Map<string, JsonSchema>();

  /** The schema of what goes in or comes out; named shapes in it become references. */
  of(shape: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _,
      $defs,
      ...schema
    } = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: formatSaysIt });
    for (const [name, definition] of Object.entries($defs ?? {})) this.keep(name, definition);
    return referring(schema);
  }

  /** The named schemas in the order of their names. */
  get components(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private keep(name: string, definition: JsonSchema): void {
    const { id: _, ...schema } = referring(definition);
    const known = this.named.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`Two different shapes are called ${name}`);
    this.named.set(name, schema);
  }
}

/** A format such as `uuid` says what its long pattern says again. */
function formatSaysIt({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

/** The same schema with references to where OpenAPI keeps its named ones. */
function referring(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as JsonSchema;
}
