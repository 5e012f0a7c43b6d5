import { LATIN_LANGUAGES, OTHER_LANGUAGES } from '../languages.ts';

const END = '(?![\\p{L}\\p{M}])';

/** Words for a result or a choice, in addition to the words for "answer". */
const RESULTS = [
  'final|results?|solution|output|response|choice|option|prediction|verdict|decision|conclusion|selection|pick|guess|total|ans',
  'ergebnis|lösung|ausgabe|auswahl|gesamt|resultado|solución|salida|opción|elección|résultat|solution|sortie|choix',
  'solução|saída|opção|escolha|risultato|soluzione|scelta|opzione|totale|resultaat|oplossing|uitkomst|keuze|totaal',
  'resultat|wynik|výsledok|výsledek|rezultat|tulos|eredmény|rezultatul|sonuç|hasil|kết quả|matokeo|resulta',
  'результат|решение|итог|итого|вывод|выбор|αποτέλεσμα|النتيجة|نتیجه|परिणाम|ফলাফল',
].join('|');
/** Words for a result or a choice in scripts without spaces. */
const JOINED_RESULTS =
  '结果|結果|输出|輸出|出力|结论|結論|选项|選項|选择|選択|合计|合計|总计|總計|金额|金額|결과|출력|선택|합계|ผลลัพธ์';

const ANSWERS = [...LATIN_LANGUAGES, ...OTHER_LANGUAGES].flatMap(({ nouns }) => nouns);

const ANSWER_NOUN_SOURCE = `(?:(?<![\\p{L}\\p{M}])(?:${RESULTS})${END}|${JOINED_RESULTS}|(?:(?<![\\p{L}\\p{M}])|(?<=[\\p{Script=Han}\\p{Script=Kana}]))(?:${ANSWERS.join('|')}))`;

const ANSWER_NOUN = new RegExp(ANSWER_NOUN_SOURCE, 'iu');
const ENDS_IN_ANSWER_NOUN = new RegExp(`${ANSWER_NOUN_SOURCE}$`, 'iu');

/** Matches words that show that a label introduces something other than the answer. */
const OTHER_LABEL =
  /(?<!\p{L})(?:steps?|reason\p{L}*|explanations?|explain|rationale|justif\p{L}*|thoughts?|think\p{L}*|analysis|working|work|calculat\p{L}*|confidence|probability|certainty|score|rating|difficulty|questions?|problem|hint|examples?|input|context|passage|notes?|criticism|knowledge|plan|evidence|facts?|premise|checks?|verif\p{L}*|test|expected|sample|wrong|incorrect|previous|initial|first|second|intermediate|partial|alternative|other|begründung|erklärung|explicación|explication|raisonnement|spiegazione|объяснение|рассуждение)(?!\p{L})|思考|推理|解释|解析|分析|理由|説明|解説|설명|이유/iu;

/** Matches words in a placeholder that stand for an answer's value. */
const VALUE_WORD =
  /(?<!\p{L})(?:answers?|ans|number|numeral|numeric\p{L}*|integer|int|float|decimal|digits?|value|result|letter|option|choice|solution|label|final|amount|expression|num|a[-–]?d|a[-–]?e|abcd|r[eé]ponse|nombre|valeur|lettre|résultat|antwort|zahl|ergebnis|wert|buchstabe|lösung|respuesta|n[uú]mero|valor|letra|resultado|resposta|risposta|lettera|antwoord|getal|ответ|число|буква|jawaban|cevap|sayı|jibu|nambari)(?!\p{L})|答案|数字|数值|數字|选项|選項|字母|答え|数値|選択肢|정답|답|숫자|คำตอบ/iu;

/** Whether a label announces an answer rather than the working or the question. */
export function labelsAnswer(label: string): boolean {
  const words = label.replaceAll('_', ' ');
  return ANSWER_NOUN.test(words) && !OTHER_LABEL.test(words);
}

/** Like `labelsAnswer`, but the label must end in the noun: "final output", but not "output size". */
export function isAnswerLabel(label: string): boolean {
  const words = label.replaceAll('_', ' ');
  return ENDS_IN_ANSWER_NOUN.test(words) && !OTHER_LABEL.test(words);
}

/** Whether a label announces something other than the answer. */
export function labelsOther(label: string): boolean {
  return OTHER_LABEL.test(label.replaceAll('_', ' '));
}

/** Whether the words of a placeholder, such as "your answer here", stand for an answer's value. */
export function namesValue(words: string): boolean {
  const plain = words.replaceAll('_', ' ');
  return /^[\p{L}\p{M}\p{N}\s'’.,:/|–-]+$/u.test(plain) && VALUE_WORD.test(plain) && !OTHER_LABEL.test(plain);
}
