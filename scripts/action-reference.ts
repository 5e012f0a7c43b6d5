import { parse } from 'yaml';
import { z } from 'zod';
import { markdownTable } from './markdown-table.ts';

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

/** The tables of inputs and outputs, as `action.yml` describes them. */
export const actionReference = (actionFile: string): string => {
  const { inputs, outputs } = actionSchema.parse(parse(actionFile));
  return [
    '## Inputs',
    markdownTable(
      ['Input', 'Default', 'Meaning'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.default === '' ? '' : `\`${input.default}\``,
        input.description,
      ]),
    ),
    '## Outputs',
    markdownTable(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  ].join('\n\n');
};
