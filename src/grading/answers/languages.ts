/**
 * The words that introduce an answer in one language. Each string is the source of a case-insensitive regular
 * expression.
 */
export interface MarkerWords {
  /** ISO 639-1 codes, or ISO 639-3 for languages without one; separated by commas. */
  readonly language: string;
  /** Words for "answer". Each starts with a letter or a character class, at a word boundary unless `isInside` is set. */
  readonly nouns: readonly string[];
  /** Adjectives and similar words that may follow the noun. */
  readonly behind?: string;
  /** A phrase between the noun and the joint, such as "to the question". */
  readonly object?: string;
  /** A verb or particle that joins the noun to the answer, in addition to `:` and `=`. */
  readonly joint: string;
  /** Whether the answer may directly follow the noun, without a joint: `答え 18`. */
  readonly mayStandBare?: boolean;
  /** Whether the noun may appear inside a run of letters, as in scripts without spaces. */
  readonly isInside?: boolean;
}

/**
 * The end of a word in any script. Each compiled copy is large, because its character class has 800 ranges. If all nouns
 * of a language need it, put it once at the start of `behind` instead.
 */
export const END = '(?![\\p{L}\\p{M}])';

/**
 * Languages in Latin script: those of MGSM and AfriMGSM, and some others. The words are those that models actually use.
 */
export const LATIN_LANGUAGES: readonly MarkerWords[] = [
  {
    language: 'en',
    nouns: ['answer\\b', 'final result\\b', 'final(?=[*_]{0,3}[ \\t]{0,3}[:：])'],
    object:
      '(?:,? (?:to|for|of|in|rounded|we|you|here|therefore|then|thus|now|without)\\b(?:[^\\n.:=]{0,60}?[^\\n.:=,])?,?|, (?:which|the|representing|indicating|showing|expressed|given|written)\\b[^\\n.:=]{1,100}?,| \\([^()\\n]{1,40}\\))',
    joint:
      '\\bof(?= [$€£]?[-−]?\\d)|\\b(?:is|was|(?:would|must|should|will|can only|has to)(?: then| therefore| thus)? be|equals|comes (?:out )?to|turns out to be|becomes)\\b(?: given by\\b| equal to\\b)?',
  },
  {
    language: 'de',
    nouns: ['antwort\\b', 'endergebnis\\b'],
    behind: '(?: auf (?:die|diese) frage)?',
    joint: '(?:lautet|ist|beträgt|wäre|muss lauten)\\b(?: also\\b| daher\\b| somit\\b)?',
  },
  {
    language: 'es',
    nouns: ['respuesta\\b'],
    behind: '(?: (?:final|correcta|definitiva|a (?:la|esta) pregunta)\\b)*',
    joint: `(?:es(?: igual a)?|será|sería|debe ser|sería entonces)${END}(?: de\\b)?`,
  },
  {
    language: 'fr',
    nouns: ['r[eé]ponse'],
    behind: `${END}(?: (?:finale|correcte|à (?:la|cette) question)\\b)*`,
    joint: `(?:est|sera|serait|doit être)${END}(?: donc\\b)?(?: de\\b)?`,
  },
  {
    language: 'pt, gl, ca',
    nouns: ['resposta\\b'],
    behind: '(?: (?:final|correta|correcta|certa|à pergunta)\\b)*',
    joint: `(?:é|és|será|seria|sería|deve ser)${END}(?: igual a\\b)?(?: de\\b)?`,
  },
  {
    language: 'it',
    nouns: ['risposta\\b'],
    behind: '(?: (?:finale|corretta|esatta|giusta)\\b)*',
    joint: `(?:è|sarà|sarebbe|deve essere)${END}(?: quindi\\b)?`,
  },
  {
    language: 'nl, af',
    nouns: ['antwoord\\b', 'eindantwoord\\b'],
    joint: '(?:is|luidt|bedraagt)\\b(?: dus\\b)?',
  },
  { language: 'sv, da, nb, is', nouns: ['svar(?:et|ið)?\\b'], joint: `(?:är|er|blir)${END}` },
  { language: 'pl', nouns: ['odpowied[zź]'], behind: END, joint: `(?:to|brzmi|wynosi)${END}` },
  { language: 'cs, sk', nouns: ['odpov[eě][dď]'], behind: END, joint: `(?:je|zní|znie)${END}` },
  { language: 'hr, bs, sl', nouns: ['odgovor\\b'], joint: '(?:je|glasi)\\b' },
  { language: 'hu', nouns: ['válasz\\b'], joint: '(?:az|tehát)\\b', mayStandBare: true },
  { language: 'fi, et', nouns: ['vastaus\\b', 'vastus\\b'], joint: '(?:on)\\b' },
  { language: 'lv, lt', nouns: ['atbilde\\b', 'atsakymas\\b'], joint: '(?:ir|yra)\\b' },
  { language: 'ro', nouns: ['răspuns(?:ul)?\\b'], joint: '(?:este|e)\\b' },
  { language: 'eu', nouns: ['erantzuna\\b'], joint: '(?!)', mayStandBare: true },
  {
    language: 'tr, az, uz',
    nouns: ['cevabı?', 'cevap', 'yanıtı?', 'cavab', 'javob'],
    behind: END,
    joint: '(?!)',
    mayStandBare: true,
  },
  {
    language: 'vi',
    nouns: ['đáp án', 'đáp số', 'câu trả lời'],
    behind: '(?: (?:cuối cùng|đúng|chính xác))*',
    joint: `(?:là|sẽ là)${END}`,
  },
  {
    language: 'id, ms, jv',
    nouns: ['jawaban(?:nya|ipun|e)?\\b', 'jawapan(?:nya)?\\b'],
    behind: '(?: (?:akhir|yang benar|akhirnya))*',
    joint: '(?:adalah|ialah|yaiku)\\b',
  },
  { language: 'tl', nouns: ['sagot\\b'], joint: '(?:ay)\\b' },
  {
    language: 'sw',
    nouns: ['jibu\\b'],
    behind: '(?: (?:sahihi|la mwisho|ni sahihi|la swali|lako|letu))*',
    joint: '(?:ni|litakuwa)\\b',
  },
  { language: 'ha', nouns: ['amsa(?:r|rmu|rta)?\\b'], joint: '(?:ita ce|shi ne|ce|ita ne)\\b' },
  {
    language: 'yo',
    nouns: ['i\\u0300?d[aá]\\u0301?h[uù]\\u0300?n\\b', 'ìd[aá]\\u0301?h[uù]\\u0300?n\\b'],
    joint: `(?:(?:sí|si|náà) )?(?:jẹ́?|ni)${END}`,
  },
  { language: 'ig', nouns: ['az[iị]\\u0323?za'], joint: `b[uụ]\\u0323?${END}` },
  { language: 'zu, xh', nouns: ['impendulo\\b'], joint: '(?:ithi|ngu|yi|ngama)\\b-?' },
  { language: 'sn', nouns: ['mhinduro\\b'], joint: '(?:ndeyekuti|ndi)\\b' },
  { language: 'st, tn', nouns: ['karabo\\b'], joint: '(?:ke(?: gore)?|ke hore)\\b' },
  { language: 'rw', nouns: ['igisubizo\\b'], joint: '(?:ni)\\b' },
  { language: 'lg', nouns: ["eky[’']okuddamu\\b", 'okuddamu\\b'], joint: '(?:kiri|kye|kiri nti|eri)\\b' },
  { language: 'ln', nouns: ['eyano\\b'], joint: '(?:na yango|ezali|eza)\\b' },
  { language: 'om', nouns: ['deebii(?:n|saa)?\\b'], joint: '(?:isaa)\\b' },
  { language: 'so', nouns: ['jawaab(?:ta)?\\b'], joint: '(?:waa)\\b' },
  { language: 'wo', nouns: ['tontu\\b'], joint: '(?:(?:li )?mooy)\\b' },
  { language: 'tw', nouns: ['mmuae\\b'], joint: `(?:no )?(?:ne|yɛ)(?: sɛ)?${END}` },
  { language: 'ee', nouns: ['ŋuɖoɖo(?:a)?'], behind: END, joint: '(?:nye)\\b' },
  {
    language: 'mg, ht, sq, cy',
    nouns: ['valiny\\b', 'repons\\b', 'përgjigj[ae]\\b', 'ateb\\b'],
    joint: '(?:dia|se|është|yw)\\b',
  },
];

/** Languages in scripts other than Latin. */
export const OTHER_LANGUAGES: readonly MarkerWords[] = [
  {
    language: 'ru',
    nouns: ['ответ(?:ом)?'],
    behind: `${END}(?: (?:на вопрос|задачи|на задачу))?`,
    joint: `(?:равен|равняется|составляет|будет|является|это)${END}|[—–-](?= )`,
    mayStandBare: true,
  },
  {
    language: 'uk',
    nouns: ['відповідь'],
    behind: END,
    joint: `(?:дорівнює|становить|буде|це)${END}|[—–-](?= )`,
  },
  { language: 'be', nouns: ['адказ'], behind: END, joint: `(?:роўны|будзе)${END}|[—–-](?= )` },
  {
    language: 'bg, sr, mk, kk, mn',
    nouns: ['отговор(?:ът|а)?', 'одговор(?:от)?', 'жауап', 'хариулт'],
    behind: END,
    joint: `(?:е|је)${END}|[—–-](?= )`,
    mayStandBare: true,
  },
  { language: 'el', nouns: ['απάντηση'], behind: END, joint: `(?:είναι)${END}` },
  {
    language: 'ka, hy',
    nouns: ['პასუხი(?:ა)?', 'պատասխան(?:ը)?'],
    behind: END,
    joint: '(?!)',
    mayStandBare: true,
  },
  {
    language: 'ja',
    nouns: ['答え', '解答', '回答', '正解', '答案'],
    joint: '(?:は|が)[、,]?|として',
    mayStandBare: true,
    isInside: true,
  },
  {
    language: 'zh',
    nouns: ['答案', '答[案]?(?=[:：])'],
    joint: '】?(?:应该|应|應該|應)?(?:就)?(?:是|为|為|等于|等於|选|選)|】',
    isInside: true,
  },
  { language: 'ko', nouns: ['정답', '답변', '답'], joint: '(?:은|는|이)', isInside: true },
  {
    language: 'ar',
    nouns: ['جواب', 'إجابة', 'اجابة', 'ال(?:جواب|إجابة|اجابة)'],
    behind: `(?: (?:ال)?(?:نهائية|نهائي|صحيحة|صحيح))*${END}`,
    joint: `(?:هو|هي)${END}`,
  },
  {
    language: 'fa, ur',
    nouns: ['پاسخ', 'جواب'],
    behind: `(?: (?:نهایی|صحیح|درست))*${END}`,
    joint: `(?:برابر است با|برابر|ہے)${END}`,
    mayStandBare: true,
  },
  { language: 'he', nouns: ['התשובה'], behind: `(?: (?:הסופית|הנכונה))*${END}`, joint: `(?:היא|הוא)${END}` },
  {
    language: 'hi, mr, ne',
    nouns: ['उत्तर', 'जवाब', 'जवाफ'],
    behind: END,
    joint: `(?:है|होगा|हैं|आहे|हो)${END}`,
    mayStandBare: true,
  },
  {
    language: 'bn',
    nouns: ['উত্তর(?:টি)?(?!(?!ঃ)[\\p{L}\\p{M}])'],
    joint: `(?:হল|হলো|হচ্ছে|হবে|হয়)${END}`,
    mayStandBare: true,
  },
  {
    language: 'te',
    nouns: ['సమాధానం', 'జవాబు'],
    behind: END,
    joint: `(?:ఏమిటంటే|అవుతుంది)${END}`,
    mayStandBare: true,
  },
  {
    language: 'ta, kn, ml, gu, pa, si',
    nouns: ['பதில்', 'விடை', 'ಉತ್ತರ(?:ವು)?', 'ഉത്തരം', 'જવાબ', 'ਜਵਾਬ', 'ਉੱਤਰ', 'පිළිතුර'],
    behind: END,
    joint: `(?:છે|ਹੈ)${END}`,
    mayStandBare: true,
  },
  {
    language: 'am, ti',
    nouns: ['መልስ(?:ነው|ሱ|ዑ)?', 'መልሱ'],
    behind: END,
    joint: `(?:ነው|እዩ)${END}`,
    mayStandBare: true,
  },
  {
    language: 'th, lo',
    nouns: ['ค(?:ำ|ํา)ตอบ', 'ຄ(?:ຳ|ໍາ)ຕອບ'],
    behind: '(?:สุดท้าย|ที่ถูกต้อง|ของคำถามนี้)*',
    joint: '(?:คือ|เท่ากับ|เป็น|ແມ່ນ|ຄື)',
    mayStandBare: true,
    isInside: true,
  },
  { language: 'km, my', nouns: ['ចម្លើយ', 'အဖြေ'], joint: '(?:គឺ|မှာ|သည်)', mayStandBare: true, isInside: true },
];
