import { matchesOf } from '../answers/matches-of.ts';
import type { Marker } from '../answers/stated-answer.ts';

/** A letter on its own, followed only by a mark, the end, or the text of its option. */
const LETTER_ALONE = String.raw`\(?(?:[B-HJ-Z]\)?(?=[\s.,;:!)*]|$)|[AI](?:\)|[.,;:!]|(?=\s*(?:\n|$))))`;

/** Words that announce the chosen option. The option's letter or text follows. */
const CHOSEN: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'answer-marker',
    /\b(?:option(?: letter)?|choice|answer(?=["*_]{0,3}[ \t][-–→]))["*_]{0,3}[ \t]{0,3}(?:[:=]|[-–]>? |→)|\b(?:option(?: letter)?|choice|solution)(?: (?:to|for) [^\n.:=]{1,80}?)?["*_]{0,3}[ \t]{0,3}\b(?:is|was|(?:would|must|should|can only|has to) be)\b/gi,
  ],
  // A sentence such as "It must be C", "That is C" or "Actually it's C".
  [
    'answer-marker',
    new RegExp(
      String.raw`\b(?:[Ii]t|[Tt]hat|[Tt]his)(?:['’]s| is| was| must be| should be| has to be| would be)(?: definitely| probably| clearly| therefore)? (?=${LETTER_ALONE})|\bI mean[t]? (?=${LETTER_ALONE})`,
      'g',
    ),
  ],
  [
    'answer-marker',
    new RegExp(
      String.raw`\b(?:answer|(?:correct|right|best|appropriate) (?:statement|letter|one|response)|letter|(?:statement|option|condition|choice) (?:that|which))\b[^\n.:=?]{0,60}? (?:is|be) (?=${LETTER_ALONE})`,
      'g',
    ),
  ],
  // A line that contains only "Result: B".
  [
    'answer-marker',
    new RegExp(
      String.raw`^[*_#>\s]{0,6}(?:(?:My|Final|Correct) )?(?:Correct|Result|Conclusion|Response|Output|Final|Key|Solution|Selection|Guess|Prediction|Verdict|Decision|selection|guess|decision|letter|Lösung|Gabarito|Letra|Alternativa)[*_]{0,3}\s?[:：]?\s?(?=[*_]{0,3}\(?[A-Z]\)?\.?[*_]{0,3}\s{0,9}$)`,
      'gm',
    ),
  ],
  // A single labeled line below text that ends in "is:", unless the line is part of a list of options.
  [
    'answer-marker',
    /\b(?:correct|right|best|appropriate|fitting|accurate|suitable|likely|closest)\b[^\n.:]{0,250}\b(?:is|be|was)\s?:[*_]{0,3}\s{0,4}\n\s{0,4}(?=[*_>\s]{0,6}(?:[Oo]ption )?\(?[A-Z][*_]{0,2}[).:])(?![^\n]{0,1000}\n[*_>\s]{0,8}\(?[A-Z][).:])/g,
  ],
  // Short conclusions at the end of a line: "Therefore, C." and "That leaves C."
  [
    'answer-marker',
    new RegExp(
      String.raw`(?:(?:^|[.!?] )[*_]{0,3}(?:Therefore|Thus|Hence|So|Consequently),? |\b(?:[Ll]eaves|[Ll]eaving)(?: us with)?(?: only)? )(?=[*_]{0,3}(?:[Oo]ption |[Cc]hoice )?\(?[A-HJ-Z]\)?[*_]{0,3}[.!]?[*_]{0,3}\s{0,9}$)`,
      'gm',
    ),
  ],
  // Other languages: "La opción correcta es la B", "A alternativa correta é a letra B", "Die richtige Option ist B".
  [
    'answer-marker',
    /(?<!\p{L})(?:opci[oó]n|alternativa|opção|opzione|option|variante?|вариант|विकल्प|বিকল্প|ตัวเลือก|選択肢|선택지)(?: (?:correct[ae]?|corretta|correta|richtige))?\s?(?:es|é|è|est|ist|là|adalah|คือ|は|는|:|：|[—-])\s?|(?:chọn|đáp án|doğru cevap|jawaban yang (?:tepat|benar) adalah|सही उत्तर|সঠিক উত্তর|ответ|правильный ответ|เลือก)\s?[:：—-]?\s(?=[("'«]?[A-Z](?![\p{Script=Latin}\d]))/giu,
  ],
  [
    'selection',
    /\b(?:I|I'd|I'll|I’d|I’ll|I'm|I’m|we|let's|let’s)(?: (?:would|will|can|must|should|therefore|thus|have to|am))?(?: to)? (?:choose|pick|select|chose|picked|selected|say|answer|(?:go|went|going) with|opt for|lean(?:ing)? towards?)\b(?= ?[^?\n]{0,200}(?:[.!\n]|$))|(?:^|[.!:] )(?:You should )?(?:[Cc]hoose|[Ss]elect|[Pp]ick) (?=\(?[A-Z]\b)|\b[Mm]y (?:guess|pick|choice|answer) is\b/gim,
  ],
];

/** The Chinese and Japanese words that announce the chosen option. */
const CHOSEN_IN_HAN: typeof CHOSEN = [
  // As in Chinese exams: 故选B, 答案选B.
  [
    'answer-marker',
    /(?:故(?:答案)?(?:选|選)|(?:应|應|因此|所以|则|則|本题|答案|我)[,，]?(?:选|選)(?:择|擇)?|(?:^|[,，。;；\n题知上])\s{0,9}(?:选|選)(?:择|擇)?|正确(?:的)?选项(?:应)?(?:是|为)|选项(?:应)?(?:是|为)|答案不是\s?[A-Z][,，]?\s?而?是)[:：]?(?=\s?[【「(]?[A-Z])/g,
  ],
  // A clause such as 正しいのはBです or 符合题意的是B.
  [
    'answer-marker',
    /(?:(?:正しい|適切な|正解の)(?:の|もの|選択肢|記述)?は、?|符合题意的(?:选项)?(?:是|为))(?=\s?[「(]?[A-Z](?![A-Za-z]))/g,
  ],
];
const HAN = /\p{Script=Han}/u;

/** Words that announce the chosen option, each with texts of which one occurs wherever the words do. Finding these is fast. */
const CHOSEN_WITH: readonly (readonly [occur: readonly string[], pattern: RegExp])[] = [
  // A bold option at the end of a sentence that gives a value: "The gas is **B. methane**."
  [
    ['**'],
    /\b(?:is|are|was|be|to|option)\s(?=\*\*(?:[Oo]ption )?(?:\([A-Z]\)|[A-Z][).:])\s[^\n]{1,400}?\*\*[.,;!]?\*{0,2}[ \t]{0,4}(?:$|[A-Z(]))/gm,
  ],
  // "The most likely reason is option D: drift", "This is closest to option B: 2 m", "It corresponds to **Option C**".
  [
    ['ption', 'hoice'],
    /\b(?:closest to|corresponds? (?:to|with)|corresponding to|(?:best |closely |most closely )matches|(?<!\b(?:what|where|whether|which|who) )is(?= \*{0,2}[Oo]ption \*{0,2}[A-Z][*_]{0,2}(?:[:.]|\s?\())|(?<=,\s)which is)(?: the)?(?: answer)? (?=\*{0,2}(?:[Oo]ption|[Cc]hoice) \*{0,2}\(?[A-Z]\b)/g,
  ],
  // A line that gives text and then its option: "The product is methane (Option B)."
  [
    ['(Option ', '(option ', '(Choice ', '(choice '],
    /\b(?:is|are|be|to|with)\s[^\n]{1,300}?(?=\((?:[Oo]ption|[Cc]hoice) [A-Z]\)[*_.]{0,4}[ \t]*$)/gm,
  ],
  // In a question for the statement that is not true: "Therefore, the incorrect statement is C."
  [
    ['incorrect ', 'false ', 'wrong ', 'untrue ', ' that is '],
    new RegExp(
      String.raw`(?:^|[.!?]\s)[*_]{0,3}(?:Therefore|Thus|Hence|So|Consequently|In conclusion),? the (?:(?:incorrect|false|wrong|untrue) (?:statement|pair|match|sentence|option|one)|(?:statement|option|one|pair) that is (?:not (?:correct|true|right)|incorrect|false|wrong|untrue)) is:?[ \t](?=[*_]{0,3}(?:[Oo]ption |[Ss]tatement )?${LETTER_ALONE})`,
      'gm',
    ),
  ],
];

/** Matches the first word or mark of a line that labels an option: `B. methane`, `**(B)** methane`, `Option B: methane`. */
const OPTION_LINE = /^[*_>#\s-]{0,8}(?:[Oo]ption )?(?:\([A-Z]\)|[A-Z][*_]{0,2}[).:])/gm;
/** Matches the end of a line that announces what the next line gives: "The process that takes place is:". */
const ANNOUNCES = /\b(?:is|are|was|were|be|to|by|from|as|with|the)\s?:[*_]{0,3}\s*$/;

const ANNOUNCES_LINE = /:[*_]{0,3}\s*\n/;

/** The place of the text's last line with an option, if the line above announces it. */
function announcedOption(text: string): number | undefined {
  if (!text.includes(':') || !ANNOUNCES_LINE.test(text)) return undefined;
  const last = matchesOf(OPTION_LINE, text).at(-1);
  if (last === undefined || !ANNOUNCES.test(text.slice(Math.max(0, last.index - 30), last.index)))
    return undefined;
  return last.index;
}

/** Matches words within a marker that mean that the option is not the answer. */
const NEGATED = /\banswer\b.*(?:\b(?:not|never|cannot)\b|n['’]t\b)/;

/** Matches words after an option's letter that call the option correct. */
const CALLED_CORRECT =
  /((?:^|[.!?,:;] |\b(?:[Oo]ption|[Cc]hoice|[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|[Bb]ecause|[Cc]learly|[Oo]nly|[Tt]hink|[Tt]hat|[Bb]elieve|[Mm]akes|[Mm]aking|[Mm]eans|[Ll]a|[Ll]etra|[Rr]éponse|[Rr]espuesta|[Rr]isposta|[Oo]pción|[Aa]lternativa|[Aa]ntwort),? |[。,;:、\n]\s?|选项\s?|選項\s?|因此|所以|故|[则即])[*_]{0,2})\(?([A-Z])[).]?[*_]{0,2}(?: \([^()\n]{1,120}\))?(?: (?:is|must be|should be|would be|seems(?: to be)?|appears to be)(?: clearly| definitely| indeed)? (?:(?:correct|right|best|valid(?! for))\b|(?:the )?(?:more|most) (?:likely|plausible|probable|logical|reasonable|appropriate|suitable|fitting)\b|my (?:final )?answer\b|the (?:only |most )?(?:correct|right|best|valid)(?! \p{L}| and)|the (?:only |most )?(?:(?:correct|right|best|valid|suitable|appropriate|accurate) )?(?:answer|choice|option|one|statement|response|fit|match|description|explanation|interpretation|conclusion|solution|representation)\b|the (?:only |most )?(?:correct|right|best|valid) (?:because|since|as|here)\b)| (?:the )?correct (?:answer|choice|option)\b| ?(?:选项|選項|项|項)?(?:是|为|為)?(?:正确|正確|對|对)的?|が正解|が正しい|(?:가|이) 정답| ist (?:die )?richtige?| (?:es|est|é|è) (?:la |a )?(?:respuesta |réponse |resposta |risposta )?(?:correct[ae]|corretta|correta)(?!\p{L}))/gmu;
/** Matches an option's letter and the start of the words after it: a fast check to skip most texts. */
const MAY_BE_CALLED =
  /[A-Z][).]?[*_]{0,2} ?(?:\([^()\n]{1,120}\) )?(?:is|must|should|would|seems|appears|the|correct|ist|es|est|é|è|选|選|项|項|是|为|為|正|對|对|が|가|이)/;
/** Matches words that say that an option is the answer, and not only that it is correct. */
const NAMES_ANSWER = /answer|choice|option|答案|正解|정답/i;
const BEHIND_CONDITION =
  /\b(?:[Ii]f|[Ww]hether|[Uu]nless|[Aa]ssum\w+|[Ss]uppos\w+)\s(?:that )?(?:option |choice )?$/;

/** The places where the text gives the chosen option in words that occur only with multiple-choice questions. */
export function choicesMarked(text: string): Marker[] {
  const found: Marker[] = [];
  for (const [rule, pattern] of HAN.test(text) ? [...CHOSEN, ...CHOSEN_IN_HAN] : CHOSEN) {
    for (const match of matchesOf(pattern, text)) {
      if (NEGATED.test(match[0])) continue;
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, rule, form: 'sentence' });
    }
  }
  for (const [occur, pattern] of CHOSEN_WITH) {
    if (!occur.some((words) => text.includes(words))) continue;
    for (const { index, 0: words } of matchesOf(pattern, text)) {
      const end = index + words.length;
      found.push({ start: index, end, rule: 'answer-marker', form: 'sentence' });
    }
  }
  const announced = announcedOption(text);
  if (announced !== undefined)
    found.push({ start: announced, end: announced, rule: 'answer-marker', form: 'sentence' });
  const called = MAY_BE_CALLED.test(text) ? matchesOf(CALLED_CORRECT, text) : [];
  const plain = called.filter(([words]) => !NAMES_ANSWER.test(words));
  // If several statements are called correct, the text is assessing statements rather than choosing an option.
  const isGoneThrough = plain.some((match) => match[2] !== plain[0]?.[2]);
  for (const match of called) {
    if (isGoneThrough && !NAMES_ANSWER.test(match[0])) continue;
    // The option precedes the words that call it correct, so it is at the start of the statement.
    const words = /[Oo]ption |[Cc]hoice /.exec(match[0]);
    const end = match.index + (words === null ? (match[1] ?? '').length : words.index);
    if (BEHIND_CONDITION.test(text.slice(Math.max(0, end - 30), end))) continue;
    found.push({ start: match.index, end, rule: 'option-is-correct', form: 'sentence' });
  }
  return found;
}
