import { versionFault } from '../config/values/version-name.ts';
import { BASE_URL_FIX, baseUrlFault } from '../config/values/base-url.ts';
import { ConfigError } from '../errors.ts';
import {
  type Reach,
  type Read,
  reachOf,
  readModel,
  readServedAt,
  readVariable,
  type ServedAt,
  withVersion,
} from './answers.ts';
import { type Ask, either, type Given } from './questions.ts';

/** The models that a server lists; otherwise, the reason, and whether it needs a key, answered otherwise or not at all. */
export type Listed =
  | { readonly names: readonly string[] }
  | { readonly why: string; readonly kind: 'refused' | 'other' | 'silent' };

/** The same, or why the server was not asked. */
type Asked = Listed | { readonly why: string; readonly kind: 'unasked' };

/** Asks the server at an address which models it lists. Sends the key in `apiKeyEnv`, and no other. */
export type ListModels = (at: {
  readonly baseUrl: string;
  /** The variable that contains the address, which is then a secret. */
  readonly baseUrlEnv: string | undefined;
  readonly apiKeyEnv: string | undefined;
}) => Promise<Listed>;

/** Where the checkpoints are served, and under which name. */
export interface Served {
  readonly servedAt: ServedAt;
  readonly apiKeyEnv: string | undefined;
  readonly model: string;
  /** The only other version of this model that the server lists; undefined if it lists none or several. */
  readonly otherVersion: string | undefined;
  readonly reach: Reach;
}

/** What `findServer` needs from outside. */
export interface ServerQuestions {
  readonly given: Given;
  readonly ask: Ask;
  /** Whether a person answers the questions. */
  readonly attended: boolean;
  readonly listModels: ListModels;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Shows a sentence at once. */
  readonly say: (sentence: string) => void;
  /** The version in the model file; undefined if there is no such file. */
  readonly version: string | undefined;
  /** The address and the model's name to propose; undefined if nothing suggests one. */
  readonly likely: { readonly baseUrl: string | undefined; readonly model: string | undefined };
}

/** The names of variables that usually contain the address of a server with OpenAI's API. */
const USUAL = ['INFERENCE_BASE_URL', 'OPENAI_BASE_URL'] as const;

/** Number of model names that are shown. */
const MOST_NAMES = 20;

/**
 * Asks where the checkpoints are served and under which name, as far as the options do not say so. Sends `GET /models` to
 * the address to complete it with `/v1` and to propose the models' names. A server that does not answer is no error,
 * because it may be started later.
 *
 * @throws {ConfigError} if an option is invalid, or if nobody can be asked for an address or a name
 */
export async function findServer(questions: ServerQuestions): Promise<Served> {
  const { given, ask, attended, env, say, version, likely } = questions;
  const asked = await either(given.baseUrl, '--base-url', readServedAt, () =>
    ask({
      text: 'Where is the model served? Enter the URL up to and including /v1, or the name of the environment variable that contains it',
      option: '--base-url',
      ...fallbackOf(likely.baseUrl ?? USUAL.find((name) => (env[name]?.trim() ?? '') !== '')),
      read: readServedAt,
    }),
  );
  const keyOption = given.apiKeyEnv === undefined ? undefined : readVariable(given.apiKeyEnv);
  const key = keyOption !== undefined && 'value' in keyOption ? keyOption.value : undefined;
  let found = await contact(asked, key, questions);
  const { servedAt, reach } = found;
  const needsKey = 'why' in found.listed && found.listed.kind === 'refused';
  // Public servers may list their models without a key, and still need one to sample.
  const mayNeedNone =
    reach === 'network' ? 'names' in found.listed && key === undefined : reach === 'machine' && !needsKey;
  const apiKeyEnv = await either(given.apiKeyEnv, '--api-key-env', readVariable, () =>
    ask({
      text: 'Which environment variable contains its API key? Enter none if it needs no key',
      fallback: mayNeedNone ? 'none' : 'INFERENCE_API_KEY',
      read: readVariable,
    }),
  );
  // The user has named this variable only if the user was asked.
  if (needsKey && attended && key === undefined && apiKeyEnv !== undefined)
    found = await contact(servedAt, apiKeyEnv, questions);
  const { listed } = found;
  const names = 'names' in listed ? listed.names : [];
  say('names' in listed ? `The server ${namesShown(listed.names)}.` : NOT_LISTED[listed.kind](listed.why));
  const named = (answer: string): Read<string> => readModel(answer, servedAt, version);
  const model = await either(given.model, '--model', named, () =>
    ask({
      text: 'What is the name of the model on that server? Write {version} in place of the version',
      option: '--model',
      ...fallbackOf(proposedModel(names, version, likely.model)),
      read: named,
    }),
  );
  const current = version === undefined ? undefined : model.replaceAll('{version}', () => version);
  if (names.length > 0 && current !== undefined && !names.includes(current))
    say(`The server does not list ${current}. Check the name before you run a check.`);
  const others = versionsIn(names, model).filter((each) => each !== version);
  const otherVersion = others.length === 1 ? others[0] : undefined;
  return { servedAt, apiKeyEnv, model, otherVersion, reach };
}

/** The versions of a model that are among the listed names. */
function versionsIn(names: readonly string[], model: string): readonly string[] {
  const [before = '', after] = model.split('{version}');
  if (after === undefined) return [];
  return names
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length))
    .filter((each) => each !== '' && versionFault(each) === undefined);
}

const fallbackOf = (fallback: string | undefined): { readonly fallback?: string } =>
  fallback === undefined ? {} : { fallback };

const NOT_LISTED = {
  unasked: (why) => `The server was not asked for its models, because ${why}.`,
  silent: (why) => `The server did not answer: ${why}. Neither the address nor the model's name was checked.`,
  refused: (why) =>
    `The server does not list its models without a key (${why}), so the model's name was not checked.`,
  other: (why) => `The server does not list its models (${why}), so the model's name was not checked.`,
} satisfies Record<string, (why: string) => string>;

const namesShown = (names: readonly string[]): string =>
  names.length === 0
    ? 'lists no models'
    : `lists ${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`;

/** The name that the model file suggests if the server lists it, otherwise the first listed name with the version. */
function proposedModel(
  names: readonly string[],
  version: string | undefined,
  guess: string | undefined,
): string | undefined {
  if (version === undefined) return guess;
  const listed = names.flatMap((name) => withVersion(name, version) ?? []);
  return guess !== undefined && (listed.length === 0 || listed.includes(guess)) ? guess : listed[0];
}

/**
 * Asks the server for its models. If only the address with `/v1` answers, it replaces the address, and the user is told.
 * Any answer but "not found" and the like shows that the address is right, also one that asks for a key.
 */
async function contact(
  servedAt: ServedAt,
  apiKeyEnv: string | undefined,
  { env, listModels, say, version }: ServerQuestions,
): Promise<{ readonly servedAt: ServedAt; readonly reach: Reach; readonly listed: Asked }> {
  const url = 'url' in servedAt ? servedAt.url : (env[servedAt.env]?.trim() ?? '');
  const reach = reachOf(url);
  const none = (why: string): { servedAt: ServedAt; reach: Reach; listed: Asked } => ({
    servedAt,
    reach,
    listed: { why, kind: 'unasked' },
  });
  if ('env' in servedAt) {
    if (url === '') return none(`${servedAt.env} is not set here`);
    const fault = baseUrlFault(url);
    if (fault !== undefined)
      throw new ConfigError({
        what: fault,
        where: `environment variable ${servedAt.env}`,
        fix: BASE_URL_FIX,
      });
  }
  if (url.includes('{version}') && version === undefined) return none('its address depends on the version');
  const filled = url.replaceAll('{version}', () => version ?? '').replace(/\/+$/u, '');
  const usable = apiKeyEnv !== undefined && (env[apiKeyEnv]?.trim() ?? '') !== '' ? apiKeyEnv : undefined;
  const list = (baseUrl: string): Promise<Listed> =>
    listModels({
      baseUrl,
      baseUrlEnv: 'env' in servedAt ? servedAt.env : undefined,
      apiKeyEnv: usable,
    });
  const listed = await list(filled);
  if ('names' in listed || listed.kind !== 'other' || /\/v\d+$/u.test(filled))
    return { servedAt, reach, listed };
  const below = await list(`${filled}/v1`);
  if ('why' in below && below.kind !== 'refused') return { servedAt, reach, listed };
  if ('env' in servedAt) {
    say(
      `The server answers at the address in ${servedAt.env} with /v1 at its end. Add /v1 to ${servedAt.env}.`,
    );
    return { servedAt, reach, listed: below };
  }
  const completed = `${url.replace(/\/+$/u, '')}/v1`;
  say(`The server answers at ${completed}, so /v1 was added to the address.`);
  return { servedAt: { url: completed }, reach, listed: below };
}
