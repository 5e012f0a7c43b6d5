import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** How a server behaves, in the words of the table in docs/servers.md. */
export interface Behavior {
  readonly n: string;
  readonly usage: string;
  readonly seed: string;
  readonly unknownModel: string;
  readonly unknownMember: string;
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })),
  usage: z.object({ completion_tokens: z.number() }).optional(),
});

interface Answered {
  readonly status: number;
  readonly texts: readonly string[];
  readonly tokens: number | undefined;
}

export interface Endpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | undefined;
  /** Members that the documented configuration adds to each request. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** Waits until the server answers `GET /models`. @throws after `limitMs`. */
export async function untilReady({ baseUrl, key }: Endpoint, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const response = await fetch(`${baseUrl}/models`, { headers: headers(key) }).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok === true) return;
    await wait(500);
  }
  throw new Error(`${baseUrl} was not ready after ${limitMs / 1000} s`);
}

const headers = (key: string | undefined): Record<string, string> => ({
  'content-type': 'application/json',
  ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
});

/** Sends a request, again after each pause that the server asks for: the check before may have reached its limit. */
async function post({ baseUrl, key }: Endpoint, body: Readonly<Record<string, unknown>>): Promise<Response> {
  for (;;) {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: headers(key),
      body: JSON.stringify(body),
    });
    const asked = response.headers.get('retry-after') ?? response.headers.get('llm_provider-retry-after');
    if (response.status !== 429 || asked === null) return response;
    await response.arrayBuffer();
    await wait(Number(asked) * 1000);
  }
}

const CHOICES = 4;
const TOKENS = 64;

/** Sends about a dozen requests and describes what came back. Without `seeds`, no request has a seed. */
export async function probe(endpoint: Endpoint, seeds: boolean): Promise<Behavior> {
  const ask = async (more: Readonly<Record<string, unknown>>): Promise<Answered> => {
    const response = await post(endpoint, {
      model: endpoint.model,
      messages: [{ role: 'user', content: 'What is 2 + 2?' }],
      temperature: 0.8,
      top_p: 0.95,
      max_tokens: TOKENS,
      ...endpoint.more,
      ...more,
      ...(!seeds && { seed: undefined }),
    });
    const text = await response.text();
    if (!response.ok) return { status: response.status, texts: [], tokens: undefined };
    const { choices, usage } = completion.parse(JSON.parse(text));
    return {
      status: response.status,
      texts: choices.map(({ message }) => message.content ?? ''),
      tokens: usage?.completion_tokens,
    };
  };
  const several = await ask({ n: CHOICES, seed: 1 });
  const singles: Answered[] = [];
  for (let choice = 0; choice < CHOICES; choice += 1) singles.push(await ask({ seed: 1 + choice }));
  const again = await ask({ seed: 1 });
  const together = seeds ? await Promise.all(singles.map((_, choice) => ask({ seed: 1 + choice }))) : [];
  return {
    n: describeN(several, singles),
    usage: describeUsage(several, singles),
    seed: seeds ? describeSeed(singles, again, together) : 'not tried',
    unknownModel: answered(await ask({ model: 'no-such-model' })),
    unknownMember: answered(await ask({ no_such_member: 1 })),
  };
}

const answered = ({ status }: Answered): string => (status === 200 ? 'answers' : `HTTP ${status}`);

function describeN({ status, texts }: Answered, singles: readonly Answered[]): string {
  if (status !== 200) return `HTTP ${status}`;
  if (texts.length === 1) return 'ignored';
  if (texts.length !== CHOICES) return `${texts.length} of ${CHOICES} choices`;
  if (new Set(texts).size === 1) return 'the same text each time';
  const isSeeded = texts.every((text) => singles.some((single) => single.texts[0] === text));
  return isSeeded ? 'supported; choice *j* has seed + *j*' : 'supported';
}

function describeUsage({ texts, tokens }: Answered, singles: readonly Answered[]): string {
  if (texts.length <= 1) return 'one choice';
  if (tokens === undefined) return 'not reported';
  // With one character per token, all choices together have at least as many tokens as characters.
  const least = texts.reduce((sum, text) => sum + text.length, 0);
  const most = Math.max(...singles.map((single) => single.tokens ?? 0));
  if (tokens >= least) return 'all choices';
  return tokens <= Math.max(most, TOKENS) ? 'first choice only' : `${tokens} of at least ${least} tokens`;
}

/** `together` has the responses to the requests of `singles`, sent again at the same time. */
function describeSeed(singles: readonly Answered[], again: Answered, together: readonly Answered[]): string {
  const isRepeated = singles[0]?.texts[0] === again.texts[0];
  const isDifferent = new Set(singles.map(({ texts }) => texts[0])).size > 1;
  if (!isDifferent) return isRepeated ? 'the same text for every seed' : 'ignored';
  if (!isRepeated) return 'ignored';
  const isOwn = together.every(({ texts }, place) => texts[0] === singles[place]?.texts[0]);
  return isOwn ? 'supported' : 'one request at a time';
}
