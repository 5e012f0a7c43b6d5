import { z } from 'zod';
import { type Expectation, bare, expectationOf, shapeOf } from '../src/files/expectation.ts';
import { configSchema } from '../src/config/schema/config.ts';

/** What the reference reads of a JSON Schema. */
interface JsonSchema {
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');

/** A value as one writes it in YAML. */
const yaml = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, inner]) => `${key}: ${yaml(inner)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return value === '' ? '""' : String(value);
};

const code = (value: unknown): string => `\`${yaml(value)}\``;

const table = (rows: readonly (readonly string[])[]): string =>
  [
    '| Key | Value | Default | Meaning |',
    '|:--|:--|:--|:--|',
    ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
  ].join('\n');

const fallback = (json: JsonSchema | undefined, required: boolean): string => {
  if (required) return 'required';
  return json?.default === undefined ? '' : code(json.default);
};

/** The object whose keys make a section of their own: a mapping, or the entries of a list of mappings. */
const section = (schema: z.core.$ZodType): z.core.$ZodObject | undefined => {
  const inner = bare(schema);
  if (inner instanceof z.core.$ZodObject) return inner;
  return inner instanceof z.core.$ZodArray ? section(inner._zod.def.element) : undefined;
};

const valueOf = (schema: z.core.$ZodType, expectation: Expectation | undefined): string => {
  if (section(schema) !== undefined)
    return bare(schema) instanceof z.core.$ZodArray ? 'a list, see below' : 'see below';
  if (expectation === undefined) throw new Error('a key of the configuration says nowhere what it expects');
  return expectation.expected;
};

const sectionsOf = (title: string, schema: z.core.$ZodType, json: JsonSchema): string[] => {
  const object = section(schema);
  if (object === undefined) return [];
  const own = json.items ?? json;
  const keys = Object.entries(shapeOf(object)).map(([key, inner]) => ({
    key,
    inner,
    json: own.properties?.[key],
  }));
  const rows = keys.map(({ key, inner, json: member }) => {
    const meaning = member?.description;
    if (meaning === undefined) throw new Error(`${title}: the key ${key} has no description`);
    const required = own.required?.includes(key) === true;
    return [code(key), valueOf(inner, expectationOf(inner)), fallback(member, required), meaning];
  });
  const nested = keys.flatMap(({ key, inner, json: member }) =>
    member === undefined ? [] : sectionsOf(title === '' ? key : `${title}.${key}`, inner, member),
  );
  const heading =
    title === '' ? '### The whole file' : `### \`${title}\`${json.items === undefined ? '' : ', each entry'}`;
  return [`${heading}\n\n${table(rows)}`, ...nested];
};

const optionType = ({ enum: values, type, anyOf }: JsonSchema): string => {
  if (values !== undefined) return values.map(yaml).join(' or ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(optionType))].join(' or ');
  const words: Readonly<Record<string, string>> = {
    string: 'a string',
    boolean: 'true or false',
    array: 'a list',
    integer: 'a whole number',
    number: 'a number',
  };
  return (Array.isArray(type) ? type : [type])
    .map((name: unknown) => words[String(name)] ?? String(name))
    .join(' or ');
};

/** The graders and their options, as their JSON Schema tells them. */
const graders = (json: JsonSchema): string => {
  const rows = (json.anyOf ?? []).flatMap(({ properties = {}, required = [] }) => {
    const name = code(properties['type']?.const);
    const options = Object.entries(properties).filter(([key]) => key !== 'type');
    if (properties['type'] === undefined) return [];
    if (options.length === 0) return [[name, '', '', 'no options']];
    return options.map(([key, option]) => [
      `${name} ${code(key)}`,
      optionType(option),
      fallback(option, required.includes(key)),
      option.description ?? '',
    ]);
  });
  return `### Options of the graders\n\n${table(rows)}`;
};

/** The reference of every key of `reversal.yml`, as Markdown: made of the schema, so it cannot tell another story. */
export const configurationReference = (): string => {
  const json: JsonSchema = JSON.parse(JSON.stringify(z.toJSONSchema(configSchema, { io: 'input' })));
  const grader = json.properties?.['suites']?.items?.properties?.['grader'];
  if (grader === undefined) throw new Error('the schema of a suite has no grader');
  return [...sectionsOf('', configSchema, json), graders(grader)].join('\n\n');
};
