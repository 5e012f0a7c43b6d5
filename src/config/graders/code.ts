import { z } from 'zod';
import { declareGrader } from './declaration.ts';

const optionsSchema = z.strictObject({
  type: z.literal('code'),
  sandbox: z
    .enum(['auto', 'wasm', 'native'])
    .default('auto')
    .describe(
      '`auto`: WebAssembly in a process behind a namespace without network, refused where the machine has none; `wasm`: without that namespace too, which you accept; `native`: the Python of your machine, in bubblewrap',
    ),
  python: z.string().min(1).default('python3').describe('The Python of `sandbox: native`'),
  timeout: z
    .number()
    .positive()
    .max(600)
    .default(10)
    .describe('Seconds that a program and its tests may take'),
  memory: z
    .int()
    .min(64)
    .max(2048)
    .default(512)
    .describe('Mebibytes that a program may use, and its tests as many again'),
});

export const code = declareGrader({
  name: 'code',
  version: '2',
  optionsSchema,
  runsUserProgram: ({ sandbox, python }) => (sandbox === 'native' ? [python] : undefined),
});
