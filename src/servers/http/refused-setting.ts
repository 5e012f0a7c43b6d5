import { type Endpoint, sectionOf } from './endpoint.ts';

/** A request setting that a server rejected. */
export interface RefusedSetting {
  /** The request member, such as `top_p`. */
  readonly member: string;
  /** The setting's configuration key. */
  readonly where: string;
  readonly fix: string;
  /** Whether the server may accept the setting with shorter prompts. */
  readonly isByPrompt: boolean;
}

const REFUSAL =
  /unsupported|not support|n't support|unexpected|unknown|unrecognized|invalid|deprecated|not (?:be )?(?:allowed|permitted|specified)|extra (?:inputs|fields)|cannot both|only the default|must be|should be/i;
const TOO_LARGE =
  /\bmax_(?:completion_)?tokens\b.{0,80}?(?:too large|above maximum|at most|exceed|less than or equal|valid range|<=)/i;
const BY_PROMPT = /\b(?:input|prompt) tokens\b|\bcontext length\b/i;
const INSTEAD = /'max_tokens' is not supported with this model\. Use 'max_completion_tokens' instead/;

/**
 * The setting that a server's error message rejects; undefined if the message does not mention a setting. Recognizes
 * messages from OpenAI, Anthropic, LiteLLM and others that mention the request member.
 *
 * @param message the failure's message, which was sent with HTTP status 400 or 422
 */
export function refusedSetting(message: string, endpoint: Endpoint): RefusedSetting | undefined {
  if (endpoint.side === 'embeddings') return undefined;
  const isJudge = sectionOf(endpoint) === 'grader';
  if (INSTEAD.test(message)) {
    return isJudge
      ? {
          member: 'max_tokens',
          isByPrompt: false,
          where: 'grader.extra-body',
          fix: 'Set extra-body: { max_tokens: null, max_completion_tokens: 1024 } in the grader.',
        }
      : {
          member: 'max_tokens',
          isByPrompt: false,
          where: 'sampling.max-tokens',
          fix: 'Set sampling.max-completion-tokens instead of sampling.max-tokens.',
        };
  }
  if (TOO_LARGE.test(message)) {
    const isOther = /max_completion_tokens/.test(message) && !/max_tokens/.test(message);
    const key = isOther ? 'max-completion-tokens' : 'max-tokens';
    const where = isJudge ? 'grader.max-tokens' : `sampling.${key}`;
    return {
      member: key.replaceAll('-', '_'),
      isByPrompt: BY_PROMPT.test(message),
      where,
      fix: `Lower ${where}.`,
    };
  }
  // If the message mentions both because they cannot be sent together, the user should remove top_p.
  const member = ['top_p', 'temperature'].find((name) => isRefused(message, name));
  if (member === undefined) return undefined;
  if (isJudge) {
    const fix = `Set extra-body: { ${member}: null } in the grader to leave it out of requests.`;
    return { member, isByPrompt: false, where: 'grader.extra-body', fix };
  }
  const where = member === 'top_p' ? 'sampling.top-p' : 'sampling.temperature';
  const fix = `Set ${where}: default to leave it out of requests, so that the server's own value applies, or set it to a value that the server accepts.`;
  return { member, isByPrompt: false, where, fix };
}

/**
 * Whether a message rejects a request member. The member's name must be close to words that reject it, because the
 * message may also quote a prompt that contains the name.
 */
function isRefused(message: string, member: string): boolean {
  const named = new RegExp(`(?:^|[^\\w-])${member}(?![\\w-])`, 'g');
  return [...message.matchAll(named)].some(({ index }) =>
    REFUSAL.test(message.slice(Math.max(0, index - 60), index + member.length + 80)),
  );
}
