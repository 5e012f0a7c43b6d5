import { z } from 'zod';
import { BASE_URL_FIX, baseUrlFault } from '../values/base-url.ts';
import { expectations } from '../../files/expectation.ts';

/** The name of an environment variable. Errors never repeat the value found, because it may be a secret. */
export const environmentVariable = (example: string) =>
  z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .register(expectations, {
      expected: 'the name of an environment variable, never the secret itself',
      example,
      secret: true,
    });

/** The address of a server; its path may contain `{version}`. */
export const baseUrl = z
  .string()
  .superRefine((text, context) => {
    const fault = baseUrlFault(text);
    if (fault !== undefined)
      context.addIssue({ code: 'custom', message: fault, params: { fix: BASE_URL_FIX } });
  })
  .register(expectations, {
    expected: 'the address of an OpenAI-compatible server',
    example: 'https://inference.example.com/v1',
    secret: true,
  });

/** The name of a model. */
export const modelName = (example: string) =>
  z.string().min(1).register(expectations, { expected: 'the name of the model on the server', example });
