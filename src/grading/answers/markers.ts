/** The words by which one language states an answer. Sources of regular expressions, matched without regard to case. */
interface MarkerWords {
  /** ISO 639-1. */
  readonly language: string;
  /** "Answer", with the adjectives that stand behind it. */
  readonly noun: string;
  /** What the answer is to, which may stand between noun and joint. */
  readonly object?: string;
  /** What joins the noun to the answer beside `:` and `=`: a verb, a particle. */
  readonly joint: string;
  /** Whether the answer may follow the noun with nothing between: `答え 18`. */
  readonly mayStandBare?: boolean;
}

/**
 * The languages of MGSM (bn, de, en, es, fr, ja, ru, sw, te, th, zh) and some more. The wordings are those in which
 * models of these languages state answers, among them the last lines of MGSM's examples.
 */
const LANGUAGES: readonly MarkerWords[] = [
  {
    language: 'en',
    noun: '\\b(?:ans(?:wer)?|final result)\\b',
    object:
      '(?:,? (?:to|for|of|in|rounded|we|you|here|therefore|then|thus|now)\\b(?:[^\\n.:=]{0,60}?[^\\n.:=,])?,?| \\([^()\\n]{1,40}\\))',
    joint:
      '\\b(?:is|was|(?:would|must|should|will|can only|has to)(?: then| therefore| thus)? be|equals|comes (?:out )?to|turns out to be|becomes)\\b(?: given by\\b| equal to\\b)?',
  },
  {
    language: 'de',
    noun: '\\b(?:antwort|endergebnis)\\b(?: auf (?:die|diese) frage)?',
    joint: '(?:lautet|ist|beträgt|wäre|muss lauten)\\b(?: also\\b| daher\\b| somit\\b)?',
  },
  {
    language: 'es',
    noun: '\\brespuesta\\b(?: (?:final|correcta|definitiva|a (?:la|esta) pregunta)\\b)*',
    joint: '(?:es(?: igual a)?|será|sería|debe ser|sería entonces)(?![\\p{L}])(?: de\\b)?',
  },
  {
    language: 'fr',
    noun: 'réponse(?!\\p{L})(?: (?:finale|correcte|à (?:la|cette) question)\\b)*',
    joint: '(?:est|sera|serait|doit être)(?!\\p{L})(?: donc\\b)?(?: de\\b)?',
  },
  {
    language: 'pt',
    noun: '\\bresposta\\b(?: (?:final|correta|certa|à pergunta)\\b)*',
    joint: '(?:é|será|seria|deve ser)(?!\\p{L})(?: igual a\\b)?(?: de\\b)?',
  },
  {
    language: 'it',
    noun: '\\brisposta\\b(?: (?:finale|corretta|esatta|giusta)\\b)*',
    joint: '(?:è|sarà|sarebbe|deve essere)(?!\\p{L})(?: quindi\\b)?',
  },
  {
    language: 'nl',
    noun: '(?:eind)?antwoord\\b',
    joint: '(?:is|luidt|bedraagt)\\b(?: dus\\b)?',
  },
  {
    language: 'sv',
    noun: '\\bsvar(?:et)?\\b',
    joint: '(?:är|er|blir)(?!\\p{L})',
  },
  { language: 'pl', noun: '\\bodpowied[zź](?!\\p{L})', joint: '(?:to|brzmi|wynosi)(?!\\p{L})' },
  {
    language: 'tr',
    noun: '(?:cevabı?|cevap|yanıtı?)(?!\\p{L})',
    joint: '(?!)',
    mayStandBare: true,
  },
  {
    language: 'vi',
    noun: '(?:đáp án|đáp số|câu trả lời)(?: (?:cuối cùng|đúng|chính xác))*',
    joint: '(?:là|sẽ là)(?!\\p{L})',
  },
  {
    language: 'id',
    noun: '\\bjawaban(?:nya)?\\b(?: (?:akhir|yang benar|akhirnya))*',
    joint: '(?:adalah|ialah)\\b',
  },
  {
    language: 'sw',
    noun: '\\bjibu\\b(?: (?:sahihi|la mwisho|ni sahihi|la swali|lako|letu))*',
    joint: '(?:ni|litakuwa)\\b',
  },
  {
    language: 'ru',
    noun: '(?<![\\p{L}])(?:(?:окончательный|правильный|итоговый|верный) )?ответ(?:ом)?(?!\\p{L})(?: (?:на вопрос|задачи|на задачу))?',
    joint: '(?:равен|равняется|составляет|будет|является|это)(?!\\p{L})|[—–-](?= )',
    mayStandBare: true,
  },
  {
    language: 'uk',
    noun: '(?<![\\p{L}])(?:(?:остаточна|правильна) )?відповідь(?!\\p{L})',
    joint: '(?:дорівнює|становить|буде|це)(?!\\p{L})|[—–-](?= )',
  },
  {
    language: 'ja',
    noun: '(?:答え|解答|回答|正解|答案)',
    joint: '(?:は|が)[、,]?|として',
    mayStandBare: true,
  },
  {
    language: 'zh',
    noun: '(?:(?:最终|最后|正确|最終|最後|正確)的?)?(?:答案|答[案]?(?=[:：]))',
    joint: '】?(?:应该|应|應該|應)?(?:就)?(?:是|为|為|等于|等於|选|選)|】',
  },
  { language: 'ko', noun: '(?:(?:최종|올바른) )?(?:정답|답변|답)', joint: '(?:은|는|이)' },
  {
    language: 'ar',
    noun: '(?<!\\p{L})(?:ال)?(?:جواب|إجابة|اجابة)(?: (?:ال)?(?:نهائية|نهائي|صحيحة|صحيح))*(?!\\p{L})',
    joint: '(?:هو|هي)(?!\\p{L})',
  },
  {
    language: 'fa',
    noun: '(?<!\\p{L})(?:پاسخ|جواب)(?: (?:نهایی|صحیح|درست))*(?!\\p{L})',
    joint: '(?:برابر است با|برابر)(?!\\p{L})',
    mayStandBare: true,
  },
  {
    language: 'he',
    noun: '(?<!\\p{L})התשובה(?: (?:הסופית|הנכונה))*(?!\\p{L})',
    joint: '(?:היא|הוא)(?!\\p{L})',
  },
  {
    language: 'hi',
    noun: '(?<!\\p{L})(?:(?:अंतिम|सही) )?(?:उत्तर|जवाब)(?![\\p{L}\\p{M}])',
    joint: '(?:है|होगा|हैं)(?![\\p{L}\\p{M}])',
    mayStandBare: true,
  },
  {
    language: 'bn',
    noun: '(?<!\\p{L})(?:(?:চূড়ান্ত|সঠিক|সর্বশেষ) )?উত্তর(?:টি)?(?!(?!ঃ)[\\p{L}\\p{M}])',
    joint: '(?:হল|হলো|হচ্ছে|হবে|হয়)(?![\\p{L}\\p{M}])',
    mayStandBare: true,
  },
  {
    language: 'te',
    noun: '(?<!\\p{L})(?:(?:తుది|సరైన|చివరి) )?(?:సమాధానం|జవాబు)(?![\\p{L}\\p{M}])',
    joint: '(?:ఏమిటంటే|అవుతుంది)(?![\\p{L}\\p{M}])',
    mayStandBare: true,
  },
  {
    language: 'th',
    noun: 'ค(?:ำ|ํา)ตอบ(?:สุดท้าย|ที่ถูกต้อง|ของคำถามนี้)*',
    joint: '(?:คือ|เท่ากับ|เป็น)',
    mayStandBare: true,
  },
];

/** Markup and quotes between the noun and what follows it: `**Answer**:`, `"answer":`. */
const MARKUP = '[*_"\'`}]{0,4}[\\p{Zs}\\t]{0,3}';

/** The noun and what joins it to the answer; with words between only where a colon shows that the answer follows. */
function withJoint({ noun, object, joint, mayStandBare }: MarkerWords): string {
  const bare = mayStandBare ? '|(?=[ \\t]{1,3}[*_$]{0,4}[-−]?\\p{Nd})' : '';
  const far = `[^\\n.:=]{1,80}?(?:${joint})[ \\t]?[:：]`;
  const to = object === undefined ? '' : `(?:${object})?`;
  return `(?:${noun})(?:${to}${MARKUP}(?:[:=：ঃ→]|->|${joint}${bare})|${far})`;
}

/** The languages whose wordings hold nothing but ASCII once their accents are left out of account: tried on every text. */
const IN_LATIN = new Set(['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'sv', 'pl', 'tr', 'vi', 'id', 'sw']);

/** `A: 18` at the beginning of a line, and `Ans. 18`. */
const SHORT = '(?<=^[>*_#\\- \\t]{0,8})A[*_]{0,3}[ \\t]{0,3}[:：]|\\bAns\\.';

function compiled(languages: readonly MarkerWords[], also = ''): RegExp {
  return new RegExp(`${languages.map(withJoint).join('|')}${also}`, 'gimu');
}

const latin = LANGUAGES.filter(({ language }) => IN_LATIN.has(language));
const LATIN = compiled(latin, `|${SHORT}`);
const ALL = compiled(LANGUAGES, `|${SHORT}`);

/** A line that says "the final answer" and nothing else is a heading: the answer stands below. */
function headings(languages: readonly MarkerWords[]): RegExp {
  const nouns = languages.map(({ noun }) => noun).join('|');
  return new RegExp(`^[ \\t>*_#-]{0,10}(?:\\p{L}{1,12} |l[’']){0,2}(?:${nouns})[ \\t*_]{0,6}$`, 'gimu');
}

const LATIN_HEADINGS = headings(latin);
const ALL_HEADINGS = headings(LANGUAGES);

// oxlint-disable-next-line no-control-regex -- all of ASCII and the accented letters of Latin scripts
const ONLY_LATIN = /^[\0-\u024f\u1e00-\u206f\u20a0-\u22ff]*$/;

/** The patterns that find where an answer is stated in words, for the scripts that a text is written in. */
export function markersFor(text: string): { readonly marker: RegExp; readonly heading: RegExp } {
  return ONLY_LATIN.test(text)
    ? { marker: LATIN, heading: LATIN_HEADINGS }
    : { marker: ALL, heading: ALL_HEADINGS };
}

/** The words with which a text concludes, at the beginning of a sentence. */
export const CONCLUSION =
  /(?<=^|[.!?。।]\s{0,2}|\s{2}|\s(?=(?:Therefore|Thus|Hence|So),)|=\s?[$€£]?[\d.,]{1,20}(?:\s\p{L}{1,20})?\s(?=(?:Therefore|Thus|Hence|So)\s))\s{0,4}(?:\*\*)?(?:(?:Therefore|Thus|Hence|So|Consequently|In conclusion|As a result|Altogether|In total|Finally|Overall|In summary|Por (?:lo )?tanto|Entonces|Así que|Así|En total|Donc|Par conséquent|Ainsi|Au total|Daher|Also|Somit|Folglich|Insgesamt|Portanto|Logo|Assim|Quindi|Pertanto|Dus|Kwa hiyo|Hivyo|Таким образом|Следовательно|Итак|Поэтому|Значит|Тогда|Todėl|Oleh karena itu|Jadi|Vậy|Do đó|따라서|그러므로|इसलिए|अतः|অতএব|সুতরাং|তাই|అందువల్ల|కాబట్టి|కనుక|لذلك|إذن|وبالتالي)(?![\p{L}\p{M}])|したがって|よって|そのため|だから|つまり|所以|因此|故|综上所述|ดังนั้น)[,:：،、，]?/gu;
