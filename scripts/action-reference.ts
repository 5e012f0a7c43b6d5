import { parse } from 'yaml';
import { z } from 'zod';

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/g, ' ')
    .trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${':--|'.repeat(head.length)}`,
    ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
  ].join('\n');

/** The tables of inputs and outputs, as `action.yml` describes them. */
export const actionReference = (actionFile: string): string => {
  const { inputs, outputs } = actionSchema.parse(parse(actionFile));
  return [
    '## Inputs',
    table(
      ['Input', 'Default', 'Meaning'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === '' ? '' : `\`${input.default}\``,
        input.description,
      ]),
    ),
    '## Outputs',
    table(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  ].join('\n\n');
};
