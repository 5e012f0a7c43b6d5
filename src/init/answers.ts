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
  if (text === '')
    return { fault: 'an address is needed: this command does not guess where your model is served.' };
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

/**
 * Parses a model's name. The name must contain `{version}` if the address does not. If it contains the current version
 * instead, as the server's own names do, `{version}` takes its place.
 */
export function readModel(name: string, servedAt: ServedAt, version: string | undefined): Read<string> {
  const text = name.includes('{version}') ? name : (withVersion(name, version) ?? name);
  return text !== '' && (text + ('url' in servedAt ? servedAt.url : '')).includes('{version}')
    ? { value: text }
    : {
        fault:
          'this does not contain {version}, so both sides would use the same model. Include {version}, for example acme/math-7b-{version}.',
      };
}

/** A model's name with `{version}` in place of a version; undefined if the name does not contain the version as a word. */
export function withVersion(name: string, version: string | undefined): string | undefined {
  if (version === undefined || version === '') return undefined;
  for (let end = name.length; end > 0;) {
    const place = name.lastIndexOf(version, end - 1);
    if (place === -1) return undefined;
    const around = `${name[place - 1] ?? ''}${name[place + version.length] ?? ''}`;
    if (!/[A-Za-z0-9]/u.test(around))
      return `${name.slice(0, place)}{version}${name.slice(place + version.length)}`;
    end = place;
  }
  return undefined;
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

/** From where an address can be reached: from this machine only, from a private network, or from everywhere. */
export type Reach = 'machine' | 'network' | 'everywhere';

const MACHINE = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/u;
/** Private and link-local addresses, and names that only a network of one's own resolves. */
const NETWORK =
  /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}|\[f[cde][0-9a-f]{2}:.*\]|[^.:[\]]+|.*\.(?:local|internal|intranet|lan|home\.arpa))$/u;

/** From where a URL can be reached, judged by its host; `everywhere` if it is not a URL. */
export function reachOf(url: string): Reach {
  if (!URL.canParse(url)) return 'everywhere';
  const { hostname } = new URL(url);
  return MACHINE.test(hostname) ? 'machine' : NETWORK.test(hostname) ? 'network' : 'everywhere';
}
