import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

/** A schema of OpenAPI 3.0. Only what this description uses is spelled out. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly format?: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

export interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: DescribedOperation;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Housecall Pro's description of its API, read from `shared/data` beside the repository; null where it is not there. */
export function readDescription(): Description | null {
  let folder = import.meta.dirname;
  for (;;) {
    const file = path.join(folder, 'shared/data/housecall.v1.yaml');
    if (existsSync(file)) return new Description(parse(readFileSync(file, 'utf8')) as Document);
    const above = path.dirname(folder);
    if (above === folder) return null;
    folder = above;
  }
}

export function schemaIn(content: Content | undefined): Schema | undefined {
  return content?.content?.['application/json']?.schema;
}

const methods = ['get', 'post', 'put', 'delete'];

export class Description {
  readonly operations: readonly Described[];
  readonly #document: Document;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, formats: { 'date-time': isDateTime } });

  constructor(document: Document) {
    this.#document = document;
    this.#ajv.addSchema(document, 'housecall');
    this.operations = Object.entries(document.paths).flatMap(([at, item]) =>
      Object.entries(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => ({ method: method.toUpperCase(), path: at, operation })),
    );
  }

  /** The operation of this method at a path in which parts are named in whatever way. */
  find(method: string, at: string): Described | undefined {
    const plain = (it: string) => it.replace(/\{\w+\}|:\w+/g, '*');
    return this.operations.find((one) => one.method === method && plain(one.path) === plain(at));
  }

  /** A schema without references: what it points to, and what it is made of, in one. */
  whole(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace('#/components/schemas/', '');
      const named = this.#document.components.schemas[name];
      if (named === undefined) throw new Error(`there is no schema ${name}`);
      return this.whole(named);
    }
    const parts = (schema.allOf ?? []).map((part) => this.whole(part));
    return {
      ...schema,
      ...(parts.length > 0 && {
        type: 'object',
        properties: Object.assign({}, schema.properties, ...parts.map((part) => part.properties)) as Record<
          string,
          Schema
        >,
        required: [...(schema.required ?? []), ...parts.flatMap((part) => part.required ?? [])],
      }),
    };
  }

  /** Checks a value as the description says it. */
  asDescribed(schema: Schema): ValidateFunction {
    return this.#ajv.compile(pointedHome(schema));
  }

  /** Checks that a value has every key that the description knows but those that are `absent`, and no other. */
  strictly(schema: Schema, absent: readonly string[]): ValidateFunction {
    return this.#ajv.compile(this.#strict(schema, absent));
  }

  #strict(given: Schema, absent: readonly string[]): object {
    const { allOf: _, ...schema } = this.whole(given);
    if (schema.properties !== undefined) {
      const names = Object.keys(schema.properties);
      return {
        ...schema,
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([name, one]) => [name, this.#strict(one, absent)]),
        ),
        required: names.filter((name) => !absent.includes(name)),
        additionalProperties: false,
      };
    }
    return schema.items === undefined ? schema : { ...schema, items: this.#strict(schema.items, absent) };
  }
}

/** References inside of the document, followed from outside of it. */
function pointedHome(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"housecall#/')) as object;
}

function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
}
