import { z } from 'zod';
import { declareGrader } from './declaration.ts';

const optionsSchema = z.strictObject({
  type: z.literal('code'),
  sandbox: z
    .enum(['auto', 'wasm', 'native'])
    .default('auto')
    .describe(
      "Where programs run. `auto`: as WebAssembly, in a process inside a namespace without network access; if the machine cannot create a namespace, this is an error. `wasm`: like `auto`, but if the machine cannot create a namespace, programs run without one. `native`: in your machine's own Python, inside bubblewrap",
    ),
  python: z.string().min(1).default('python3').describe('The Python interpreter that `sandbox: native` uses'),
  timeout: z
    .number()
    .positive()
    .max(600)
    .default(10)
    .describe('Time limit for a program and its tests, in seconds'),
  memory: z
    .int()
    .min(64)
    .max(2048)
    .default(512)
    .describe('Memory limit for a program, in MiB. A separate limit of the same size applies to its tests'),
});

export const code = declareGrader({
  name: 'code',
  version: '2',
  optionsSchema,
  runsUserProgram: ({ sandbox, python }) => (sandbox === 'native' ? [python] : undefined),
});
