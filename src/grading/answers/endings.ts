/** Marks and closing sentences that may follow an answer without adding anything to it. */
const CLOSING_MARKS = new Set(' \t\r\n*_`$"\'.!)]}>\\。।');
const CLOSING_WORDS =
  /(?:<\/?[\w ]{1,20}|<\|[\w ]{1,20}\||I hope (?:it|this|that) is correct|(?:I )?hope (?:this|that) helps|(?:Please )?let me know if [^\n]{1,100}|(?:if you have (?:any )?(?:other |more |further )?questions,? )?(?:please )?feel free to (?:ask|reach out)[^\n]{0,40})$/i;

/** The index at which the text's closing marks and words begin. */
export function contentEnd(text: string): number {
  let end = text.length;
  for (;;) {
    while (end > 0 && CLOSING_MARKS.has(text.charAt(end - 1))) end--;
    const words = CLOSING_WORDS.exec(text.slice(Math.max(0, end - 120), end));
    if (words === null) return end;
    end -= words[0].length;
  }
}

/** Matches the heading of an explanation, in the languages of the answer markers. */
const SAYS_WHY =
  /^\s*[*_#>[(]{0,6}\s?(?:(?:(?:answer )?explanation|reason(?:ing)?|rationale|justification|because|calculations?|working|note|confidence|here(?:['’]s| is) (?:how|the (?:calculation|explanation|reasoning|working))|explicación|explicacion|razonamiento|justificación|explication|raisonnement|justification|erklärung|begründung|explicação|justificativa|spiegazione|motivazione|ragionamento|uitleg|verklaring|förklaring|wyjaśnienie|uzasadnienie|açıklama|giải thích|penjelasan|maelezo|ufafanuzi|objašnjenje|razlog|megjegyzés|rezolvare|obrazloženje|vysvětlení|vysvetlenie|magyarázat|selitys|explicație|пояснение|объяснение|обоснование|решение|пояснення|обґрунтування|објашњење|обяснение|εξήγηση)(?!\p{L})|解释|解析|説明|解説|설명|풀이|explanation|การคำนวณ|คำอธิบาย|วิธีทำ|व्याख्या|स्पष्टीकरण|ব্যাখ্যা|వివరణ|الشرح|التفسير|توضیح|הסבר)/iu;

/** Whether the next line starts an explanation, which means that the text before it is complete. */
export function saysWhy(text: string, from: number): boolean {
  return SAYS_WHY.test(text.slice(from, from + 60));
}
