import { BASE_URL_FIX, baseUrlFault } from '../config/values/base-url.ts';

/**
 * The location of the checkpoints' server: an address, or the name of the environment variable that contains the
 * address.
 */
export type ServedAt = { readonly url: string } | { readonly env: string };

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/u;

/** A parsed answer, or the reason why it is invalid. */
export type Read<Value> = { readonly value: Value } | { readonly fault: string };

/** Parses a base URL, or the name of the variable that contains a base URL. */
export function readServedAt(text: string): Read<ServedAt> {
  if (VARIABLE.test(text)) return { value: { env: text } };
  const fault = baseUrlFault(text);
  return fault === undefined ? { value: { url: text } } : { fault: `${fault}. ${BASE_URL_FIX}` };
}

/** Parses a variable's name. Empty text or `none` means that there is no variable. */
export function readVariable(text: string): Read<string | undefined> {
  if (text === '' || text === 'none') return { value: undefined };
  return VARIABLE.test(text)
    ? { value: text }
    : {
        fault:
          'this is not a valid environment variable name. Enter a name such as INFERENCE_API_KEY, never the key itself.',
      };
}

/** Parses a model's name. The name must contain the version if the address does not. */
export function readModel(text: string, servedAt: ServedAt): Read<string> {
  return text !== '' && (text + ('url' in servedAt ? servedAt.url : '')).includes('{version}')
    ? { value: text }
    : {
        fault:
          'this does not contain {version}, so both sides would use the same model. Include {version}, for example acme/math-7b-{version}.',
      };
}

/** Parses a choice among `options`, specified by its position (starting at 1) or its name. */
export function readChoice(text: string, options: readonly string[]): Read<number> {
  const place = options.indexOf(text);
  if (place !== -1) return { value: place };
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= options.length
    ? { value: number - 1 }
    : { fault: `this is not one of the options. Write a number from 1 to ${options.length}.` };
}

/** Parses yes or no. */
export function readYes(text: string): Read<boolean> {
  if (/^y(?:es)?$/iu.test(text)) return { value: true };
  if (/^no?$/iu.test(text)) return { value: false };
  return { fault: 'write y or n.' };
}

/** Whether an address is on this machine, where a GitHub job could not reach it. */
export const isOfThisMachine = (servedAt: ServedAt): boolean =>
  'url' in servedAt && /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/iu.test(servedAt.url);
