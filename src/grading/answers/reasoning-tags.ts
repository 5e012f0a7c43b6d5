import type { Tags } from '../../config/schema/reasoning-tags.ts';

/**
 * How reliably a spelling can be recognized as a tag:
 * - `token`: a tokenizer's special token, which a model writes only on purpose. A closing token without an opening one
 * still ends reasoning, because many chat templates put the opening token into the prompt.
 * - `word`: a tag that is an ordinary word, which models learn from prompts and write in any case. Like `token`, but a
 * closing tag without an opening one is text if it is part of a sentence.
 * - `inner`: like `word`, but a closing tag without an opening one is always text.
 * - `phrase`: English phrases, which mark reasoning only if both are present.
 */
export type TagKind = 'token' | 'word' | 'inner' | 'phrase';

/** Tags around a visible answer. */
export interface AnswerTags extends Tags {
  /**
   * A `token` also ends reasoning that was never closed. A `token` counts even without reasoning before it, and its
   * closing tag ends the answer. A `word` counts only after reasoning in its format, in upper or lower case.
   */
  readonly kind: 'token' | 'word';
}

/** How a model family marks its reasoning. */
export interface ReasoningFormat {
  readonly kind: TagKind;
  /** Whether upper and lower case match each other; always true for `word` and `inner`. */
  readonly anyCase?: true;
  /** All spellings of the opening and the closing tag. */
  readonly open: readonly string[];
  readonly close: readonly string[];
  /** Misspelled closing tags that models write. They count like `close`, except in text that may quote other texts. */
  readonly misspelled?: readonly string[];
  /** The tags that the family puts around its visible answer. These tags are removed too. */
  readonly answer?: readonly AnswerTags[];
}

/** A built-in format. */
interface KnownFormat extends ReasoningFormat {
  /** The model families that use the format. */
  readonly families: string;
  /** Where the format is documented: a file in a project, or a web page. */
  readonly source: string;
}

const SGLANG = 'SGLang, python/sglang/srt/parser/reasoning_parser.py';
const OPEN_WEBUI = 'Open WebUI, backend/open_webui/utils/middleware.py';

/** Returns the source of a format that is documented by one of vLLM's parsers. */
const vllm = (parser: string): string => `vLLM, vllm/reasoning/${parser}_reasoning_parser.py`;

/** The built-in reasoning formats, most common first. Harmony, which has channels, is in `harmony.ts`. */
export const REASONING_FORMATS: readonly KnownFormat[] = [
  {
    families:
      'DeepSeek-R1 and V3, Qwen3, QwQ, GLM-4.5, Kimi K2, MiniMax-M2, Nemotron 3, Hunyuan-A13B, MiMo, TeleChat4, HyperCLOVA X SEED Think, Phi-4-mini-reasoning, Granite 3.3',
    kind: 'token',
    anyCase: true,
    open: ['<think>'],
    close: ['</think>'],
    // Written by base models that were prompted to use the tags.
    misspelled: [
      '< /think>',
      '</ think>',
      '< / think>',
      '</think >',
      '</ think >',
      '<end think>',
      '<endthink>',
      '</end think>',
      '</endthink>',
      '<end of think>',
    ],
    answer: [{ open: '<response>', close: '</response>', kind: 'word' }],
    source: `${SGLANG}; for Granite llama.cpp, common/chat.cpp`,
  },
  {
    families: 'Hunyuan 3',
    kind: 'token',
    open: ['<think:opensource>'],
    close: ['</think:opensource>'],
    source: 'SGLang, python/sglang/srt/function_call/hunyuan_detector.py',
  },
  {
    families: 'Magistral and later Mistral models',
    kind: 'token',
    open: ['[THINK]'],
    close: ['[/THINK]'],
    source: vllm('mistral'),
  },
  {
    families: 'Kimi Thinking before K2',
    kind: 'token',
    open: ['◁think▷'],
    close: ['◁/think▷'],
    source: SGLANG,
  },
  {
    families: 'Kimi K3',
    kind: 'token',
    open: ['<|open|>think<|sep|>'],
    close: ['<|close|>think<|sep|>'],
    answer: [{ open: '<|open|>response<|sep|>', close: '<|close|>response<|sep|>', kind: 'token' }],
    source: 'SGLang, python/sglang/srt/function_call/kimik3_format.py',
  },
  {
    families: 'Seed-OSS',
    kind: 'token',
    open: ['<seed:think>'],
    close: ['</seed:think>'],
    source: vllm('seedoss'),
  },
  {
    families: 'MiniMax-M3',
    kind: 'token',
    open: ['<mm:think>'],
    close: ['</mm:think>'],
    source: SGLANG,
  },
  {
    families: 'LongCat',
    kind: 'token',
    open: ['<longcat_think>'],
    close: ['</longcat_think>'],
    source: vllm('longcat'),
  },
  {
    families: 'K2 Horizon',
    kind: 'token',
    open: ['<ifm|think>', '<ifm|think_fast>', '<ifm|think_faster>'],
    close: ['</ifm|think>', '</ifm|think_fast>', '</ifm|think_faster>'],
    source: vllm('k2_horizon'),
  },
  {
    families: 'Command A, Command R7B',
    kind: 'token',
    open: ['<|START_THINKING|>'],
    close: ['<|END_THINKING|>'],
    answer: [
      { open: '<|START_RESPONSE|>', close: '<|END_RESPONSE|>', kind: 'token' },
      { open: '<|START_TEXT|>', close: '<|END_TEXT|>', kind: 'token' },
    ],
    source: `${vllm('cohere_command')}; for the text tokens ${SGLANG}`,
  },
  {
    families: 'Sky-T1, OpenThinker',
    kind: 'token',
    open: ['<|begin_of_thought|>'],
    close: ['<|end_of_thought|>'],
    answer: [{ open: '<|begin_of_solution|>', close: '<|end_of_solution|>', kind: 'token' }],
    source: OPEN_WEBUI,
  },
  {
    families: 'Gemma 4',
    kind: 'token',
    open: ['<|channel>'],
    close: ['<channel|>'],
    source: 'vLLM, vllm/reasoning/gemma4_utils.py',
  },
  {
    families: 'Apertus',
    kind: 'token',
    open: ['<|inner_prefix|>'],
    close: ['<|inner_suffix|>'],
    source: vllm('apertus'),
  },
  {
    families: 'Solar Open 2',
    kind: 'token',
    open: ['<|think:start|>'],
    close: ['<|think:end|>'],
    source: vllm('solar_open2'),
  },
  {
    families: 'PLaMo 3',
    kind: 'token',
    open: ['<|plamo:begin_think:plamo|>'],
    close: ['<|plamo:end_think:plamo|>'],
    source: vllm('plamo3'),
  },
  {
    families: 'openPangu Embedded',
    kind: 'token',
    open: ['[unused16]'],
    close: ['[unused17]'],
    source: vllm('pangu'),
  },
  {
    families: 'Reflection 70B, and models prompted to use these tags',
    kind: 'word',
    open: ['<thinking>'],
    close: ['</thinking>'],
    answer: [{ open: '<output>', close: '</output>', kind: 'word' }],
    source: `https://huggingface.co/mattshumer/Reflection-Llama-3.1-70B; ${OPEN_WEBUI}`,
  },
  {
    families: 'EXAONE Deep, Marco-o1',
    kind: 'word',
    open: ['<thought>'],
    close: ['</thought>'],
    answer: [{ open: '<output>', close: '</output>', kind: 'word' }],
    source: 'EXAONE Deep, README.md; Marco-o1, data/CoT_demo.json',
  },
  {
    families: 'models trained with common GRPO recipes',
    kind: 'word',
    open: ['<reasoning>'],
    close: ['</reasoning>'],
    source: `https://gist.github.com/willccbb/4676755236bb08cab5f4e54a0475d6fb; ${OPEN_WEBUI}`,
  },
  {
    families: 'models prompted to use these tags',
    kind: 'inner',
    open: ['<reason>'],
    close: ['</reason>'],
    source: OPEN_WEBUI,
  },
  {
    families: 'Reflection 70B, in addition to its thinking',
    kind: 'inner',
    open: ['<reflection>'],
    close: ['</reflection>'],
    answer: [{ open: '<output>', close: '</output>', kind: 'word' }],
    source: 'https://huggingface.co/mattshumer/Reflection-Llama-3.1-70B',
  },
  {
    families: 'Granite 3.2',
    kind: 'phrase',
    open: ['Here is my thought process:', "Here's my thought process:"],
    close: ['Here is my response:', "Here's my response:"],
    source: vllm('granite'),
  },
];
