/**
 * Cuts the operations that the Action and the smoke workflow use out of GitHub's own OpenAPI description, without its prose, so that the tests'
 * server can hold requests and answers against it. The description weighs 400 MB unpacked and is no dependency:
 *
 *     npm pack @octokit/openapi --pack-destination /tmp && tar -xzf /tmp/octokit-openapi-*.tgz -C /tmp
 *     node scripts/cut-openapi.ts /tmp/package
 *
 * What OpenAPI 3.0 says in its own way (`nullable`) is written as JSON Schema says it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The operations in use, as method and path. */
const IN_USE: readonly (readonly [method: string, path: string])[] = [
  ['get', '/user'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/repos/{owner}/{repo}/git/trees/{tree_sha}'],
  ['get', '/repos/{owner}/{repo}/git/blobs/{file_sha}'],
  ['get', '/repos/{owner}/{repo}/git/commits/{commit_sha}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['patch', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['get', '/repos/{owner}/{repo}/pulls'],
  ['post', '/repos/{owner}/{repo}/pulls'],
  ['get', '/repos/{owner}/{repo}/compare/{basehead}'],
  ['get', '/repos/{owner}/{repo}/tags'],
  ['get', '/repos/{owner}/{repo}/releases/tags/{tag}'],
  ['get', '/repos/{owner}/{repo}/issues'],
  ['post', '/repos/{owner}/{repo}/issues'],
  ['patch', '/repos/{owner}/{repo}/issues/{issue_number}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'],
  ['delete', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}'],
  ['get', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'],
  ['get', '/repos/{owner}/{repo}/actions/caches'],
  ['delete', '/repos/{owner}/{repo}/actions/caches/{cache_id}'],
];

/** Keywords that decide whether a value is valid, and those that hold further schemas. */
const KEYWORDS = new Set(
  `$ref type properties required items enum const anyOf oneOf allOf not additionalProperties format pattern minimum maximum
  minLength maxLength minItems maxItems uniqueItems nullable`.split(/\s+/),
);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder of the unpacked @octokit/openapi');
const description = objectOf(
  JSON.parse(await readFile(join(folder, 'generated/api.github.com.json'), 'utf8')),
);
const { version } = objectOf(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));

const definitions = new Map<string, Json>();
const operations = IN_USE.map(([method, path]) => operationOf(method, path));
const cut = {
  source: `@octokit/openapi ${stringOf(version)}, MIT License`,
  operations,
  definitions: Object.fromEntries([...definitions].toSorted(([a], [b]) => (a < b ? -1 : 1))),
};
const target = new URL('../__tests__/support/github/openapi.json', import.meta.url);
await writeFile(target, `${JSON.stringify(cut)}\n`);
process.stdout.write(`${operations.length} operations, ${definitions.size} schemas\n`);

function operationOf(method: string, path: string): Json {
  const operation = objectOf(member(description, 'paths', path, method));
  const parameters = listOf(operation['parameters'] ?? [])
    .map((parameter) => objectOf(resolved(parameter)))
    .map((parameter) => ({
      name: stringOf(parameter['name']),
      in: stringOf(parameter['in']),
      required: parameter['required'] ?? false,
      schema: schemaOf(parameter['schema'] ?? {}),
    }));
  const body = operation['requestBody'];
  const responses = Object.entries(objectOf(operation['responses'])).map(([status, response]) => [
    status,
    jsonContent(resolved(response)) ?? null,
  ]);
  return {
    id: stringOf(operation['operationId']),
    method: method.toUpperCase(),
    path,
    parameters,
    ...(body === undefined ? {} : { body: jsonContent(resolved(body)) ?? {} }),
    responses: Object.fromEntries(responses),
  };
}

/** The schema of what a body or response holds as JSON; undefined where it holds none. */
function jsonContent(holder: Json): Json | undefined {
  const content = Object.entries(objectOf(objectOf(holder)['content'] ?? {}));
  const [, json] = content.find(([type]) => type.startsWith('application/') && type.includes('json')) ?? [];
  return json === undefined ? undefined : schemaOf(objectOf(json)['schema'] ?? {});
}

/** A schema without prose, whose references lead to `definitions`. */
function schemaOf(schema: Json): Json {
  const kept: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(objectOf(schema))) {
    if (!KEYWORDS.has(keyword)) continue;
    if (keyword === '$ref') kept['$ref'] = referenceTo(stringOf(value));
    else if (keyword === 'properties') {
      kept[keyword] = Object.fromEntries(
        Object.entries(objectOf(value)).map(([name, inner]) => [name, schemaOf(inner)]),
      );
    } else if (keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf') {
      kept[keyword] = listOf(value).map(schemaOf);
    } else if (keyword === 'items' || keyword === 'not') kept[keyword] = schemaOf(value);
    else if (keyword === 'additionalProperties') {
      kept[keyword] = typeof value === 'boolean' ? value : schemaOf(value);
    } else kept[keyword] = value;
  }
  return withNull(kept);
}

function withNull({ nullable, ...schema }: JsonObject): Json {
  if (nullable !== true) return schema;
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(values === undefined ? {} : { enum: [...listOf(values), null] }),
  };
}

function referenceTo(reference: string): string {
  const name = reference.split('/').at(-1) ?? '';
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, schemaOf(member(description, ...reference.split('/').slice(1))));
  }
  return `#/definitions/${name}`;
}

function resolved(value: Json): Json {
  const reference = objectOf(value)['$ref'];
  return reference === undefined ? value : member(description, ...stringOf(reference).split('/').slice(1));
}

function member(value: Json, ...path: readonly string[]): Json {
  let inner = value;
  for (const key of path) {
    const next = objectOf(inner)[key];
    if (next === undefined) throw new Error(`the description has no ${path.join(' > ')}`);
    inner = next;
  }
  return inner;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: Json | undefined): JsonObject {
  if (value === undefined || !isObject(value)) throw new Error(`expected an object, found ${typeof value}`);
  return value;
}

function listOf(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, found ${typeof value}`);
  return value;
}

function stringOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`expected a string, found ${typeof value}`);
  return value;
}
