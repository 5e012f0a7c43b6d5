import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

/*
 * GitHub's own description of the operations in use, extracted by scripts/cut-openapi.ts, and the validation
 * of requests and responses against it.
 */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly minimum?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly operations: readonly Operation[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

const { operations, definitions }: Description = JSON.parse(
  readFileSync(new URL('openapi.json', import.meta.url), 'utf8'),
);

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('date-time', (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text));
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('email', (text: string) => text.includes('@'));
ajv.addFormat('int64', true);
ajv.addFormat('repo.nwo', (text: string) => /^[^/]+\/[^/]+$/.test(text));
ajv.addSchema({ $id: 'github', definitions });

const validators = new Map<Schema, ValidateFunction>();

/** The deviations of a value from a schema; empty if it is valid. */
const faultsOf = (schema: Schema, value: unknown): readonly string[] => {
  const validate =
    validators.get(schema) ??
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"github#/definitions/')));
  validators.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
};

export interface Request {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>[^/]+)`)}$`);

/** The operation of a method and path, with the path's parameters; undefined if GitHub does not have it. */
export const operationAt = (
  method: string,
  path: string,
): Pick<Request, 'operation' | 'path'> | undefined => {
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const groups = pattern(operation.path).exec(path)?.groups;
    if (groups === undefined && pattern(operation.path).exec(path) === null) continue;
    return {
      operation,
      path: Object.fromEntries(
        Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      ),
    };
  }
  return undefined;
};

/** A parameter converted to its schema's type: digits become a number if a number is expected. */
const typed = ({ schema }: Parameter, text: string): unknown =>
  schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;

/** Deviations of a request from GitHub's description. */
export const requestFaults = ({ operation, path, query, body }: Request): readonly string[] => {
  const given = { path, query };
  const known = new Set(
    operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name),
  );
  return [
    ...Object.keys(query)
      .filter((name) => !known.has(name))
      .map((name) => `unknown query parameter ${name}`),
    ...operation.parameters.flatMap((parameter) => {
      const text = given[parameter.in][parameter.name];
      if (text === undefined) return parameter.required ? [`parameter ${parameter.name} is missing`] : [];
      return faultsOf(parameter.schema, typed(parameter, text)).map((fault) => `${parameter.name}${fault}`);
    }),
    ...(operation.body === undefined
      ? body === undefined
        ? []
        : ['a body where none is expected']
      : faultsOf(operation.body, body).map((fault) => `body${fault}`)),
  ];
};

/** Known deviations of GitHub from its own description: the repository of a deleted fork is null. */
const DEPARTURES = new Set([
  'pulls/get /head/repo must be object',
  'actions/get-workflow-run /head_repository must be object',
]);

const ERROR: Schema = { $ref: '#/definitions/basic-error' };

/**
 * Deviations of a response from GitHub's description. Errors without a description (401, 429, 5xx) are its
 * plain errors.
 */
export const answerFaults = (operation: Operation, status: number, body: unknown): readonly string[] => {
  const schema = operation.responses[String(status)];
  if (schema === null) return body === undefined ? [] : ['a body where none is expected'];
  if (schema === undefined && status < 400) return [`status ${status} is none of ${operation.id}'s`];
  return faultsOf(schema ?? ERROR, body).filter((fault) => !DEPARTURES.has(`${operation.id} ${fault}`));
};

const resolve = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/definitions/', '');
  const found = definitions[name];
  if (found === undefined) throw new Error(`the description has no schema ${name}`);
  return resolve(found);
};

/**
 * The smallest value that a schema permits, with every required member: for responses of which only a few
 * members matter.
 */
const least = (schema: Schema): unknown => {
  const {
    type,
    enum: values,
    anyOf,
    oneOf,
    allOf,
    properties = {},
    required = [],
    format,
    minimum,
  } = resolve(schema);
  const [first] = anyOf ?? oneOf ?? allOf ?? [];
  if (first !== undefined) return least(first);
  if (Array.isArray(type) && type.includes('null')) return null;
  if (values !== undefined) return values[0];
  switch (String(type)) {
    case 'string':
      if (format === 'uri') return 'https://github.test/';
      return format === 'date-time' ? '2026-11-22T10:00:00Z' : '';
    case 'integer':
    case 'number':
      return minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return Object.fromEntries(
        required.map((name) => {
          const property = properties[name];
          if (property === undefined)
            throw new Error(`the description requires ${name} and does not describe it`);
          return [name, least(property)];
        }),
      );
  }
};

/** A response by the name of its schema: the smallest valid one, with these members. */
export const answerOf = (
  name: string,
  members: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...Object(least({ $ref: `#/definitions/${name}` })),
  ...members,
});
