import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { isWithheld } from '../../processes/secret-names.ts';

/** A command that serves one checkpoint on this machine while it is sampled. */
export interface ServeConfig {
  /** The program and its arguments, run without a shell. `{version}`, `{port}` and `{root}` are replaced. */
  readonly command: readonly string[];
  /**
   * The path that returns HTTP status 200 once the server is ready. Default: `/health`, or `/v1/models` if the server
   * has no `/health`.
   */
  readonly ready?: string;
  /** Maximum time for the server to become ready. */
  readonly timeoutMs: number;
  /** Names of the environment variables that the command receives in addition to the usual ones. */
  readonly env: readonly string[];
  /** Environment variables with values from the configuration, with the same placeholders as `command`. */
  readonly variables?: Readonly<Record<string, string>>;
}

const DEFAULT_TIMEOUT_S = 900;

const NUL = '\u0000';

const command = z
  .array(
    z
      .string()
      .min(1)
      .refine((text) => !text.includes(NUL)),
  )
  .min(1)
  .superRefine(([program = '', ...rest], context) => {
    if (/\{(?:version|port)\}/.test(program)) {
      context.addIssue({
        code: 'custom',
        path: [0],
        message: 'found a placeholder in the program itself, expected the same program for every version',
        params: { fix: 'Write {version} and {port} only in the arguments.' },
      });
    }
    if (rest.some((argument) => argument.includes('{port}'))) return;
    context.addIssue({
      code: 'custom',
      message: 'found no {port} in the arguments, so the check cannot tell the server which port to use',
      params: { fix: 'Pass it, for example [vllm, serve, "acme/math-7b-{version}", --port, "{port}"].' },
    });
  })
  .register(expectations, {
    expected: 'a list of a program and its arguments (no shell is used)',
    example: '[vllm, serve, "acme/math-7b-{version}", --port, "{port}"]',
  });

const passedVariable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*(?:=[^\0]*)?$/)
  .superRefine((entry, context) => {
    const [name = ''] = entry.split('=', 1);
    if (!isWithheld(name)) return;
    context.addIssue({
      code: 'custom',
      message:
        'this variable is never passed to a server, because its name belongs to the runner or looks like a secret',
      params: {
        fix: 'Remove it. Download the weights in an earlier step, or let the server read the value from a file in its home folder.',
      },
    });
  })
  .register(expectations, {
    expected: 'the name of an environment variable, or NAME=value',
    example: 'HF_HUB_OFFLINE=1',
  });

/** How to start a server for a checkpoint that is not already being served. */
export const serveSchema = z
  .strictObject({
    command: command.describe(
      "Program and arguments, started without a shell in an empty folder. `{version}` is replaced by the version to sample, `{port}` by a free port on 127.0.0.1, and `{root}` by the configuration's folder. Relative paths therefore start with `{root}/`",
    ),
    ready: z
      .string()
      .regex(/^\/[!-~]*$/)
      .register(expectations, { expected: 'a path that starts with /', example: '/health' })
      .optional()
      .describe(
        'Path that returns status 200 once the server is ready. The default is `/health`, or `/v1/models` if the server has no `/health`',
      ),
    timeout: z
      .number()
      .gt(0)
      .max(86_400)
      .register(expectations, { expected: 'seconds above 0 and up to 86,400', example: '900' })
      .prefault(DEFAULT_TIMEOUT_S)
      .describe('Maximum time until the server is ready, in seconds'),
    env: z
      .array(passedVariable)
      .register(expectations, {
        expected: 'a list of environment variable names or NAME=value pairs',
        example: '[HF_HOME, HF_HUB_OFFLINE=1]',
      })
      .prefault([])
      .describe(
        "Environment variables for the server, in addition to `PATH`, `HOME` and similar variables. `NAME` passes a variable, and `NAME=value` sets one. In a value, `{version}`, `{port}` and `{root}` are replaced. Secrets and the runner's own variables are never passed",
      ),
  })
  .register(expectations, {
    expected: 'a mapping with command',
    example: '{ command: [vllm, serve, "acme/math-7b-{version}", --port, "{port}"] }',
  })
  .transform((raw): ServeConfig => {
    const [names, set] = [
      raw.env.filter((entry) => !entry.includes('=')),
      raw.env.filter((entry) => entry.includes('=')),
    ];
    return {
      command: raw.command,
      ...(raw.ready === undefined ? {} : { ready: raw.ready }),
      timeoutMs: raw.timeout * 1000,
      env: names,
      ...(set.length === 0 ? {} : { variables: Object.fromEntries(set.map(nameAndValue)) }),
    };
  });

function nameAndValue(entry: string): [name: string, value: string] {
  const end = entry.indexOf('=');
  return [entry.slice(0, end), entry.slice(end + 1)];
}
