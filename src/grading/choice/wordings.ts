import type { Marker } from '../answers/stated-answer.ts';

/** A letter that stands for itself: nothing but a mark, the end, or the text of its option follows. */
const LETTER_ALONE = String.raw`\(?(?:[B-HJ-Z]\)?(?=[\s.,;:!)*]|$)|[AI](?:\)|[.,;:!]|(?=\s*(?:\n|$))))`;

/** Words by which a text says which option is chosen; the letter or text of the option follows. */
const CHOSEN: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    'answer-marker',
    /\b(?:option(?: letter)?|choice|answer(?=["*_]{0,3}[ \t][-–→]))["*_]{0,3}[ \t]{0,3}(?:[:=]|[-–]>? |→)|\b(?:option(?: letter)?|choice|solution)(?: (?:to|for) [^\n.:=]{1,80}?)?["*_]{0,3}[ \t]{0,3}\b(?:is|was|(?:would|must|should|can only|has to) be)\b/gi,
  ],
  // "It must be C", "That is C", "Actually it's C".
  [
    'answer-marker',
    new RegExp(
      String.raw`\b(?:[Ii]t|[Tt]hat|[Tt]his)(?:['’]s| is| was| must be| should be| has to be| would be)(?: definitely| probably| clearly| therefore)? (?=${LETTER_ALONE})|\bI mean[t]? (?=${LETTER_ALONE})`,
      'g',
    ),
  ],
  ['answer-marker', new RegExp(String.raw`\banswer\b[^\n.:=?]{1,60}? (?:is|be) (?=${LETTER_ALONE})`, 'g')],
  // A line that says "Result: B" and nothing else.
  [
    'answer-marker',
    new RegExp(
      String.raw`^[*_#>\s]{0,6}(?:Correct|Result|Conclusion|Response|Output|Final|Key|Solution|Gabarito|Letra|Alternativa)[*_]{0,3}\s?[:：]?\s?(?=[*_]{0,3}\(?[A-Z]\)?\.?[*_]{0,3}\s*$)`,
      'gm',
    ),
  ],
  // A labelled line of its own, below what ends in "is:", and no list of options.
  [
    'answer-marker',
    /\b(?:correct|right|best|appropriate|fitting|accurate|suitable|likely|closest)\b[^\n.:]{0,60}\b(?:is|be|was)\s?:\s{0,4}\n\s{0,4}(?=[*_>\s]{0,6}\(?[A-Z][).:]\s?)(?![^\n]{0,1000}\n[*_>\s]{0,8}\(?[A-Z][).:])/g,
  ],
  // As Chinese exams have it: 故选B, 答案选B.
  [
    'answer-marker',
    /(?:故(?:答案)?(?:选|選)|(?:应|應|因此|所以|则|則|本题|答案|我)[,，]?(?:选|選)(?:择|擇)?|(?:^|[,，。;；\n])\s*(?:选|選)(?:择|擇)?|正确(?:的)?选项(?:应)?(?:是|为)|选项(?:应)?(?:是|为))[:：]?(?=\s?[【「(]?[A-Z])/g,
  ],
  // "La opción correcta es la B", "A alternativa correta é a letra B", "Die richtige Option ist B".
  [
    'answer-marker',
    /(?<!\p{L})(?:opci[oó]n|alternativa|opção|opzione|option|variante?|вариант|विकल्प|বিকল্প|ตัวเลือก|選択肢|선택지)(?: (?:correct[ae]?|corretta|correta|richtige))?\s?(?:es|é|è|est|ist|là|adalah|คือ|は|는|:|：|[—-])\s?|(?:chọn|đáp án|doğru cevap|jawaban yang (?:tepat|benar) adalah|सही उत्तर|সঠিক উত্তর|ответ|правильный ответ)\s?[:：—-]?\s(?=[("'«]?[A-Z](?![\p{Script=Latin}\d]))/giu,
  ],
  [
    'selection',
    /\b(?:I|I'd|I'll|I’d|I’ll|I'm|I’m|we|let's|let’s)(?: (?:would|will|can|must|should|therefore|thus|have to|am))?(?: to)? (?:choose|pick|select|chose|picked|selected|say|answer|(?:go|went|going) with)\b(?= ?[^?\n]{0,200}(?:[.!\n]|$))|(?:^|[.!:] )(?:You should )?[Cc]hoose (?=\(?[A-Z]\b)|\b[Mm]y (?:guess|pick|choice|answer) is\b/gim,
  ],
];

/** Words that call an option correct, behind its letter. */
const CALLED_CORRECT =
  /(?:^|[.!?,:;] |\b(?:[Oo]ption|[Cc]hoice|[Tt]hus|[Hh]ence|[Tt]herefore|[Ss]o|[Bb]ecause|[Cc]learly|[Oo]nly|[Tt]hink|[Tt]hat|[Bb]elieve|[Mm]akes),? )[*_]{0,2}(\(?([A-Z])[).]?)[*_]{0,2}(?: (?:is|must be|should be|would be)(?: clearly| definitely| indeed)? (?:the )?(?:only |most )?(?:correct|right|best|valid|answer|my final)\b| (?:the )?correct (?:answer|choice|option)\b|(?:选项)?(?:是|为)?(?:正确|對|对)的?|が正解|(?:가|이) 정답| ist richtig)/dgm;
const BEHIND_CONDITION =
  /\b(?:[Ii]f|[Ww]hether|[Uu]nless|[Aa]ssum\w+|[Ss]uppos\w+)\s(?:that )?(?:option |choice )?$/;

/** Where a text says which option is chosen, in words that only a question with options has. */
export function choicesMarked(text: string): Marker[] {
  const found: Marker[] = [];
  for (const [rule, pattern] of CHOSEN) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, rule, form: 'sentence' });
    }
  }
  for (const match of text.matchAll(CALLED_CORRECT)) {
    // The option stands before the words that call it correct: it begins the statement.
    const words = /[Oo]ption |[Cc]hoice /.exec(match[0]);
    const end = words === null ? (match.indices?.[1]?.[0] ?? match.index) : match.index + words.index;
    if (BEHIND_CONDITION.test(text.slice(Math.max(0, end - 30), end))) continue;
    found.push({ start: match.index, end, rule: 'option-is-correct', form: 'sentence' });
  }
  return found;
}
