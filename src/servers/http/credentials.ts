import { z } from 'zod';
import { SamplingError } from '../../errors.ts';
import { proxySecrets } from '../../config/values/proxy-secrets.ts';
import { type Endpoint, sectionOf } from './endpoint.ts';
import { parseJson } from './parse-json.ts';

/** The key to send if none is configured. Some local servers require a key but accept any value. */
const NO_KEY = 'none';

export interface Credentials {
  readonly apiKey: string;
  /** Sent with every request. They override the `Authorization` header that contains the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** All values that must not appear in messages, files or errors. */
  readonly secrets: readonly string[];
}

const headersSchema = z.record(z.string(), z.string());

/**
 * Reads a server's key and headers from the environment and trims them.
 *
 * @throws {SamplingError} if a configured variable is unset or empty, or if its value cannot be sent. The error never
 * contains the value.
 */
export function readCredentials(
  endpoint: Endpoint,
  env: Readonly<Record<string, string | undefined>>,
): Credentials {
  const { apiKeyEnv, headersEnv } = endpoint;
  const apiKey = apiKeyEnv === undefined ? NO_KEY : readVariable(apiKeyEnv, 'api-key-env', endpoint, env);
  if (apiKeyEnv !== undefined && !isSendable('Authorization', `Bearer ${apiKey}`)) {
    throw new SamplingError({
      what: `${apiKeyEnv} contains a character that is not allowed in an HTTP header.`,
      where: `environment variable ${apiKeyEnv}`,
      fix: 'Set it to the key alone: one line of ASCII characters, without quotes.',
    });
  }
  const headers =
    headersEnv === undefined
      ? {}
      : parseHeaders(headersEnv, readVariable(headersEnv, 'headers-env', endpoint, env));
  const values = Object.values(headers);
  const afterScheme = values.map((value) => value.replace(/^\S+\s+/, ''));
  const keys = apiKeyEnv === undefined ? [] : [apiKey];
  return { apiKey, headers, secrets: [...keys, ...values, ...afterScheme, ...proxySecrets(env)] };
}

function readVariable(
  name: string,
  key: 'api-key-env' | 'headers-env',
  endpoint: Endpoint,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const value = env[name]?.trim() ?? '';
  if (value !== '') return value;
  const { side, model } = endpoint;
  throw new SamplingError({
    what: `The environment variable ${name}, which is required for ${side} (${model}), is ${env[name] === undefined ? 'not set' : 'empty'}.`,
    where: `${sectionOf(endpoint)}.${key}`,
    fix: `Set ${name}. In a workflow, pass the secret under \`env:\`. If the server needs no authentication, remove ${key}.`,
  });
}

function parseHeaders(name: string, text: string): Record<string, string> {
  const parsed = headersSchema.safeParse(parseJson(text));
  if (parsed.success && Object.entries(parsed.data).every(([header, value]) => isSendable(header, value))) {
    return parsed.data;
  }
  throw new SamplingError({
    what: `${name} does not contain a JSON object of HTTP headers.`,
    where: `environment variable ${name}`,
    fix: 'Set it to one line such as {"X-Api-Key": "…"}, with valid HTTP header names and values.',
  });
}

function isSendable(name: string, value: string): boolean {
  // A static import would load the whole module even in runs that send nothing.
  const http = process.getBuiltinModule('node:http');
  try {
    http.validateHeaderName(name);
    http.validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
