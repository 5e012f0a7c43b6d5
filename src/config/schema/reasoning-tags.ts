import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';

/** The opening and closing tags around a part of a completion. */
export interface Tags {
  readonly open: string;
  readonly close: string;
}

const LONGEST_TAG = 100;
const MOST_PAIRS = 32;

const tag = (example: string) =>
  z
    .string()
    .max(LONGEST_TAG)
    .regex(/^\S(?:[\s\S]*\S)?$/u)
    .register(expectations, {
      expected: `a string of 1 to ${LONGEST_TAG} characters, without leading or trailing white space`,
      example,
    });

/** Reasoning tags that the configuration adds to the known formats. */
export const reasoningTagsSchema = z
  .array(
    z
      .strictObject({
        open: tag('"<scratchpad>"').describe('The tag that opens the reasoning; case-sensitive'),
        close: tag('"</scratchpad>"').describe(
          'The tag that closes the reasoning. If no `open` tag precedes the `close` tag, everything up to `close` counts as reasoning, because some chat templates put `open` into the prompt',
        ),
      })
      .register(expectations, {
        expected: 'a mapping with open and close',
        example: '{ open: "<scratchpad>", close: "</scratchpad>" }',
      }),
  )
  .max(MOST_PAIRS)
  .superRefine((pairs, context) => {
    const seen = new Map<string, string>();
    for (const [index, pair] of pairs.entries()) {
      for (const end of ['open', 'close'] as const) {
        const place = seen.get(pair[end]);
        seen.set(pair[end], `${end} of entry ${index + 1}`);
        if (place === undefined) continue;
        context.addIssue({
          code: 'custom',
          path: [index, end],
          message: `found ${JSON.stringify(pair[end])}, which is also ${place}; expected each tag only once`,
          params: { fix: 'Change the tag, or remove the entry.' },
        });
      }
    }
  })
  .register(expectations, {
    expected: `a list of up to ${MOST_PAIRS} pairs of tags`,
    example: '[{ open: "<scratchpad>", close: "</scratchpad>" }]',
  })
  .prefault([])
  .describe(
    'Tags that your model writes around its reasoning, in addition to the tags listed in docs/graders.md, for example `[{ open: "<scratchpad>", close: "</scratchpad>" }]`',
  );
