import { z } from 'zod';
import type { Role } from '../../evalset/suite.ts';
import type { Guardrails, UnparseableRule } from '../policy.ts';
import { expectations } from '../../files/expectation.ts';
import { type GraderSpec, graderNames, graderSpecSchema } from '../graders/graders.ts';
import { suiteGuardrailsSchema } from './guardrails.ts';

/** The placeholder for an item's prompt in a suite's template. */
export const PROMPT_PLACE = '{{prompt}}';

interface SuiteBasis {
  /** The suite's name. It must be unique, ignoring case, because file names contain it. */
  readonly name: string;
  /**
   * Path of the JSONL file with the items, relative to the configuration's folder; absent if the items come
   * from logs.
   */
  readonly items?: string;
  readonly system?: string;
  /** The prompt template, which contains `{{prompt}}`. */
  readonly template?: string;
  /** The suite's own guardrails; absent if the settings for all suites apply. */
  readonly guardrails?: Partial<Guardrails>;
}

/** A suite whose completions are graded as correct or incorrect. */
export interface GradedSuiteConfig extends SuiteBasis {
  readonly role: Exclude<Role, 'open'>;
  readonly grader: GraderSpec;
  readonly hardestGroup?: string;
  /** How to treat unparseable samples. Default: `unknown`. */
  readonly unparseable?: UnparseableRule;
}

/** A suite whose completions are not graded, only compared with each other. */
export interface OpenSuiteConfig extends SuiteBasis {
  readonly role: 'open';
  readonly grader?: never;
  readonly hardestGroup?: never;
  readonly unparseable?: never;
}

export type SuiteConfig = GradedSuiteConfig | OpenSuiteConfig;

const nonEmpty = (expected: string, example: string) =>
  z.string().min(1).register(expectations, { expected, example });

const suiteSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
      .register(expectations, {
        expected:
          'a name of up to 64 letters, digits, dots, dashes and underscores that starts with a letter or digit',
        example: 'gsm8k',
      })
      .describe('Unique name that identifies the suite in reports and files'),
    role: z
      .enum(['target', 'ood', 'open'])
      .register(expectations, { expected: 'target, ood or open', example: 'target' })
      .describe(
        '`target`: a task that the model was trained for. `ood`: a task that the model was not trained for. `open`: a task without right answers, for which only diversity is measured',
      ),
    items: nonEmpty('the path of a JSONL file', 'evals/gsm8k.jsonl')
      .optional()
      .describe(
        "JSONL file with the items, relative to the configuration's folder. Optional only for `compare --from`, which takes the items from the logs",
      ),
    grader: graderSpecSchema
      .optional()
      .register(expectations, {
        expected: `a grader (${graderNames.join(', ')}) or { type: NAME, … } with options`,
        example: 'numeric',
      })
      .describe(
        'Decides whether a completion is correct: the name of a grader, or `{ type: name, … }` with options. Required unless the role is `open`',
      ),
    'hardest-group': z
      .union([z.string().min(1), z.number()])
      .register(expectations, { expected: 'the group of an item', example: 'level 5' })
      .optional()
      .describe(
        'The group to use as the hardest group. The default is the group on which the baseline has the lowest accuracy',
      ),
    unparseable: z
      .enum(['unknown', 'wrong'])
      .register(expectations, { expected: 'unknown or wrong', example: 'wrong' })
      .optional()
      .describe(
        'How to treat completions without a readable answer if one side has more of them than the other. `unknown` (the default): the result is `invalid` if the verdict would change without these completions. `wrong`: the report has a warning instead; use this value if the prompt requires a format. In both cases, these completions count as incorrect',
      ),
    guardrails: suiteGuardrailsSchema
      .optional()
      .describe(
        "This suite's own guardrails. For a guardrail that is not listed, the setting under `guardrails` applies",
      ),
    system: nonEmpty('text', 'Answer with a number.')
      .optional()
      .describe('System message to send before each prompt'),
    template: z
      .string()
      .regex(/\{\{prompt\}\}/)
      .register(expectations, {
        expected: `a string that contains ${PROMPT_PLACE}`,
        example: `"Question: ${PROMPT_PLACE}"`,
      })
      .optional()
      .describe("User message. `{{prompt}}` is replaced by the item's prompt"),
  })
  .register(expectations, {
    expected: 'a mapping with name, role, items and grader',
    example: '{ name: gsm8k, role: target, items: evals/gsm8k.jsonl, grader: numeric }',
  })
  .transform((raw, context): SuiteConfig => {
    const { name, items, system, template, role, grader, guardrails } = raw;
    const hardestGroup = raw['hardest-group'];
    const basis: SuiteBasis = {
      name,
      ...(items === undefined ? {} : { items }),
      ...(system === undefined ? {} : { system }),
      ...(template === undefined ? {} : { template }),
      ...(guardrails === undefined ? {} : { guardrails }),
    };
    const refuse = (key: string, message: string, fix: string): void => {
      context.addIssue({ code: 'custom', path: [key], message, params: { fix } });
    };
    if (role === 'open') {
      const reason = 'found on a suite with role open, which has no right answers, so this key has no effect';
      if (grader !== undefined) refuse('grader', reason, 'Remove it, or set the role to target or ood.');
      if (hardestGroup !== undefined)
        refuse('hardest-group', reason, 'Remove it, or set the role to target or ood.');
      if (raw.unparseable !== undefined)
        refuse('unparseable', reason, 'Remove it, or set the role to target or ood.');
      return { ...basis, role };
    }
    if (grader === undefined) {
      refuse(
        'grader',
        `missing, expected a grader for a suite with role ${role}`,
        `Add grader with one of ${graderNames.join(', ')}, or set role: open if no answer is right or wrong.`,
      );
      return z.NEVER;
    }
    return {
      ...basis,
      role,
      grader,
      ...(raw.unparseable === undefined ? {} : { unparseable: raw.unparseable }),
      ...(hardestGroup === undefined ? {} : { hardestGroup: String(hardestGroup) }),
    };
  });

export const suitesSchema = z
  .array(suiteSchema)
  .min(1)
  .superRefine((suites, context) => {
    const seen = new Map<string, number>();
    for (const [index, { name }] of suites.entries()) {
      const earlier = seen.get(name.toLowerCase());
      if (earlier === undefined) {
        seen.set(name.toLowerCase(), index);
        continue;
      }
      context.addIssue({
        code: 'custom',
        path: [index, 'name'],
        message: `"${name}" is also the name of suites[${earlier}] (case is ignored, because the names become file names)`,
        params: { fix: 'Give each suite a different name.' },
      });
    }
  })
  .register(expectations, {
    expected: 'a list of at least one suite',
    example: '[{ name: gsm8k, role: target, items: evals/gsm8k.jsonl, grader: numeric }]',
  });
