import { matchAt } from './match-at.ts';

/** Matches text allowed directly after a number: an ordinal ending, a unit, or a word of at least three letters. */
const ATTACHED =
  /(?:st|nd|rd|th|er|re|km|m|cm|mm|kg|g|mg|lbs?|oz|h|hrs?|s|secs?|ms|ft|in|yd|mi|mph|L|l|ml|mL|am|pm|a\.m|p\.m|AM|PM|[KMGT]B|kW|kV|Hz|pts?|cal)(?![\p{L}\d])|(?:[cmk]?m|in|ft|mi|yd)(?:\^\{?[23]\}?|[²³])|(?!sqrt|log|sin|cos|tan|exp)\p{Script=Latin}{3,}/uy;
/** Letters that are units after a space. Other letters are unknowns, unless a word follows them: `18 a day`. */
const UNIT_LETTERS = 'mgshlLNJWVAKCF';
/** Matches a letter of a script in which a word may directly follow a number. */
const OTHER_SCRIPT = /(?!分[の之]|.?半)[\p{L}\p{M}](?<!\p{Script=Latin}|\p{Script=Greek})/uy;
/** Matches words that make the number before them part of another number. */
const CHANGING_WORD =
  /[ -](?:dozens?|score|squared|cubed|factorial|choose|mod|modulo|base \d|remainder|divided|multiplied|raised|subtracted|plus|minus|times (?:[$\d]|the|a|one|two|three|four|five|six|seven|eight|nine|ten)|millions?|billions?|trillions?|(?:more|fewer|less|greater) than|over \d|by \d|in \d|off \$?\d|(?:out )?of \$?\d+(?![\d.,]* (?:students|people|items|eggs))|percent of \$?\d|or (?:more|less|fewer)|to the power|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?(?!-\p{L}|\s(?:grade|class|year)s?\b)|halves|hundreds|thousands|pi|tens|(?:y|e|et|and) (?:media|medio|meia|meio|demie?|mezz[oa])|с половиной|na nusu|ครึ่ง)(?![\p{L}\p{M}])|\s?(?:ครึ่ง|半|반(?=$|\s|입|이)|又|余|乘|の\d|的\d|倍の|ダース|打)/iuy;
/**
 * Matches, in other languages, words that make the number before them part of another number: dozens, fractions, halves,
 * sums and products.
 */
const CHANGING_WORD_ELSEWHERE =
  /[ -](?:mil|Tsd|Drittel|Viertel|Fünftel|Zehntel|Dutzend|einhalb|geteilt|mal \d|mehr als|weniger als|docenas?|más|menos|dividid[oa]|entre|por \d|tercios?|cuartos|quintos|décim[oa]s|de cada|tiers|quarts|douzaines?|moins|divisée?|sur \d|fois \d|pour cent de|de plus que|dúzias?|terços?|vezes \d|mais \d|dozzin[ae]|terz[io]|volte \d|per \d|più|meno|дюжин\p{L}*|десят\p{L}+|сот\p{L}{1,2}|трет\p{L}{1,2}|четверт\p{L}{1,2}|умножить|делить|раз(?:а)? по|bin|buçuk|düzine|trăm|chục|rưỡi|tá|setengah|lusin|tuzin\p{L}*|dozijn|keer \d|en een half|dussin|dazeni|kasoro|nusu|و نیم|ونصف|و نصف|וחצי|दर्जन|का आधा|ডজন|డజన్\p{L}*)(?![\p{L}\p{M}])|\s?(?:โหล|다스|의 (?:두|세|네|반)|의 \d|이 아니|가 아니|十|的(?:平方|立方|一半|阶乘|[两二三四五六七八九十\d]))|'un yarısı/iuy;
const MARK = /[.,;:!?'"…)\]}*_|>&]/;

/**
 * Whether the text after a number leaves its value unchanged: a unit, a word, punctuation or the end of the text. Text that
 * is not recognized may change the value.
 */
export function endsWell(text: string, at: number): boolean {
  let end = at;
  for (;;) {
    const next = text.charAt(end);
    if (next === '' || next === '\n') return true;
    if (/[%°º$€£¥₹₩฿₫¢]/.test(next)) {
      end += next === '°' && /[CFK](?![\p{L}])/u.test(text.slice(end + 1, end + 3)) ? 2 : 1;
      if (next === '%' && /^\s?(?:(?:of|de|von|di) )?[\d$]/.test(text.slice(end, end + 6))) return false;
    } else break;
  }
  const next = text.charAt(end);
  const after = text.charAt(end + 1);
  if (MARK.test(next)) {
    if (next === '.' && (after === '\\' || after === '(')) return false;
    if (next === '.' && text.startsWith('..', end))
      return (
        !/\.\d*$/.test(text.slice(Math.max(0, end - 30), end)) && !/^\.+\d/.test(text.slice(end, end + 9))
      );
    if (next === '…') return !/[\d…]/.test(after) && !/\.\d+$/.test(text.slice(Math.max(0, end - 30), end));
    if (next === ':') return !/^\s?\d/.test(text.slice(end + 1, end + 3));
    if (next === '_') return !/[\d{]/.test(after);
    if (next === ')' || next === '}' || next === ']' || next === '*' || next === '|') {
      return (
        after === '' ||
        (next === '*'
          ? !/^(?:\s?[\d(]|[\p{L}\\])/u.test(text.slice(end + 1, end + 3))
          : endsWell(text, end + 1))
      );
    }
    return !/\d/.test(after);
  }
  if (next === ' ' || next === '\u2009' || next === '\t') return wordEndsWell(text, end);
  if (next === '-' || next === '–' || next === '—')
    return (
      /\p{L}{2}/u.test(text.slice(end + 1, end + 3)) ||
      /^[-–—]*\s*(?:$|\n)/.test(text.slice(end + 1, end + 4))
    );
  if (next === '/') return /^(?:\s?\p{L}{2}|-(?:\s|$))/u.test(text.slice(end + 1, end + 4));
  if (next === '=' || next === '≈' || next === '⇒' || next === ';') return true;
  if (next === '<') return /[/a-zA-Z|]/.test(after);
  if (next === '(') return /^\([\p{L} ]{3}/u.test(text.slice(end, end + 4));
  if (/[\u0300-\u036f]/.test(next) || isChanged(text, end)) return false;
  return (
    matchAt(ATTACHED, text, end) !== undefined ||
    matchAt(OTHER_SCRIPT, text, end) !== undefined ||
    (/[\p{So}\p{Sk}\p{Pd}\p{Ps}\p{Pe}\p{Pf}\p{Pi}\p{Po}]/u.test(next) &&
      !/[\\#@/&*^]/.test(next) &&
      !/\d/.test(after))
  );
}

function isChanged(text: string, at: number): boolean {
  return (
    matchAt(CHANGING_WORD, text, at) !== undefined || matchAt(CHANGING_WORD_ELSEWHERE, text, at) !== undefined
  );
}

/** Like `endsWell`, for a word after a space. */
function wordEndsWell(text: string, space: number): boolean {
  if (isChanged(text, space)) return false;
  const rest = text.slice(space, space + 40).trimStart();
  if (rest === '') return true;
  const word = /^[\p{L}\p{M}'’]+/u.exec(rest)?.[0];
  if (word !== undefined) {
    if (/^[a-zA-Z]$/.test(word) && !/^.-\p{L}{2}/u.test(rest)) {
      if (UNIT_LETTERS.includes(word))
        return /^.(?:\s?\^\{?[23]\}?|[²³])?(?=\s*(?:$|[.,;:!?)\]}=≈*_])|\s\p{L}|\/)/u.test(rest);
      return /[aI]/.test(word) && /^.\s\p{L}{2}/u.test(rest);
    }
    return !/^(?:sqrt|log|sin|cos|tan|exp|mod)$/.test(word);
  }
  if (/^[-–—]/.test(rest)) return /^[-–—]+\s*(?:\p{L}{2}|$|[*_"(])/u.test(rest);
  if (rest.startsWith('(')) return !/^\(\s?[-+]?(?:\d+\s?[+\-*/^]|[a-zA-Z](?!\p{L}))/u.test(rest);
  if (/^[+×·÷^√\\±∗*≤≥]/.test(rest)) return false;
  if (/^[<>]/.test(rest)) return /^<[/a-zA-Z|]/.test(rest);
  if (/^:\s?\d/.test(rest)) return false;
  if (rest.startsWith('/')) return /^\/\s?\p{L}{2}/u.test(rest);
  return !/^\d/.test(rest) || /^\d{1,3}[.)]\s/.test(rest);
}
