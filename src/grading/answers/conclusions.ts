/** Words that introduce a conclusion, in most of the languages that have answer markers and in a few others. */
const WORDS = [
  'Therefore|Thus|Hence|So|Consequently|In conclusion|As a result|Altogether|All together|Together|Combined|In total|In all|Finally|Overall|In summary',
  '(?:Now )?(?:[Ww]e|I) can (?:now )?(?:conclude|see|determine|say)(?: that)?',
  '(?:That|This|It|[Ww]hich) (?:means|leaves|gives|makes|totals)(?: that| to)?(?: (?:us|her|him|them))?(?: with)?',
  "That(?:[’']s| is)(?= (?:a (?:grand )?total of )?[$€£]?\\d)",
  'Por (?:lo )?tanto|Entonces|Así que|Así|En total|Donc|Par conséquent|Ainsi|Au total|Daher|Also|Somit|Folglich|Insgesamt|Portanto|Logo|Assim|No total|Ao todo|Quindi|Pertanto|In totale|Perciò|Dus|In totaal|Així|Per tant|Polo tanto|Beraz|Guztira',
  'Så|Alltså|Därför|Totalt|Derfor|Altså|I alt|Łącznie|Więc|Zatem|Dlatego|Celkem|Takže|Proto|Dakle|Stoga|Ukupno|Torej|Skupaj|Deci|Prin urmare|Astfel|Tehát|Így|Összesen|Siis|Joten|Yhteensä|Seega|Kokku|Tātad|Taigi|Todėl',
  'Dolayısıyla|Bu nedenle|Yani|Sonuç olarak|Toplam(?:da)?|Oleh karena itu|Oleh itu|Jadi|Maka|Dengan demikian|Vậy|Vì vậy|Như vậy|Do đó|Tổng cộng|Kaya|Samakatuwid',
  "Kwa hiyo|Hivyo|Kwa jumla|Don haka|N[ií]tor[ií] n[aá]à?|Ya mere|Saka|Ngakho(?:-ke)?|Ke ngoko|Bityo|Ka hona|Kanaafuu|N[’']olwekyo",
  'Таким образом|Следовательно|Итак|Поэтому|Значит|Тогда|Всего|Отже|Тому|Разом|Следователно|Дакле|Άρα|Επομένως|Συνεπώς|Συνολικά',
  '따라서|그러므로|इसलिए|अतः|इस प्रकार|म्हणून|त्यामुळे|অতএব|সুতরাং|তাই|মোট|అందువల్ల|కాబట్టి|కనుక|ஆகவே|எனவே|ಆದ್ದರಿಂದ|അതിനാൽ|તેથી|ਇਸ ਲਈ|لذلك|إذن|وبالتالي|اس لیے|لہذا|بنابراین|پس|לכן|ስለዚህ',
].join('|');
/** Words that introduce a conclusion, in scripts without spaces between words. */
const JOINED_WORDS = '∴|したがって|よって|そのため|だから|つまり|所以|因此|故|综上所述|ดังนั้น';
/** Possible starts of a sentence, including the end of a calculation, because some lines have no full stops. */
const BEGINS =
  '(?<=^|[.!?。।።]\\s{0,2}|\\s{2}|\\s(?=(?:Therefore|Thus|Hence|So),)|=\\s?[$€£]?[\\d.,]{1,20}(?:\\s\\p{L}{1,20})?\\s(?=(?:Therefore|Thus|Hence|So)\\s))';

/** Matches words that introduce a conclusion, at the start of a sentence. */
export const CONCLUSION = new RegExp(
  `${BEGINS}\\s{0,4}(?:\\*\\*)?(?:(?:${WORDS})(?![\\p{L}\\p{M}])|${JOINED_WORDS})[,:،、，፣]?`,
  'gu',
);
