const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₓ';
const SCRIPT_VALUES = '0123456789+-=()nix';

/** Characters that have a command, or another character, with the same meaning. */
const SIGNS: Readonly<Record<string, string>> = {
  '−–‐‑‒﹣': '-',
  '×✕✖': '\\times ',
  '·⋅∙•': '\\cdot ',
  '÷': '\\div ',
  '⁄∕': '/',
  '±': '\\pm ',
  '∓': '\\mp ',
  '≤⩽≦': '\\le ',
  '≥⩾≧': '\\ge ',
  '≠': '\\ne ',
  '≈≅': '\\approx ',
  '≡': '\\equiv ',
  '∞': '\\infty ',
  '∪': '\\cup ',
  '∩': '\\cap ',
  '∖': '\\setminus ',
  '∈': '\\in ',
  '∅': '\\emptyset ',
  '⟨〈': '\\langle ',
  '⟩〉': '\\rangle ',
  '⌊': '\\lfloor ',
  '⌋': '\\rfloor ',
  '⌈': '\\lceil ',
  '⌉': '\\rceil ',
  '∣｜': '|',
  '∠': '\\angle ',
  '→': '\\to ',
  '⇒⇔⟹': '\\implies ',
  '…⋯': '\\ldots ',
  'º˚': '°',
  '∘': '\\circ ',
  '′’‘': "'",
  '“”': '"',
  ℝ: '\\mathbb{R}',
  ℚ: '\\mathbb{Q}',
  ℤ: '\\mathbb{Z}',
  ℕ: '\\mathbb{N}',
  ℂ: '\\mathbb{C}',
  '٫': '.',
  '٬、': ',',
  '。': '.',
  '✓✔': '',
};

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Π: 'Pi',
  Σ: 'Sigma',
  Φ: 'Phi',
  Ω: 'Omega',
};

const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SIGNS).flatMap(([signs, command]) =>
    Array.from(signs, (sign) => [sign, command] as const),
  ),
  ...Object.entries(GREEK).map(([letter, name]) => [letter, `\\${name} `] as const),
]);
const SPECIAL = new RegExp(`[${[...REPLACEMENTS.keys()].join('')}]`, 'gu');
const SUPERSCRIPT = new RegExp(`[${SUPERSCRIPTS}]+`, 'gu');
const SUBSCRIPT = new RegExp(`[${SUBSCRIPTS}]+`, 'gu');
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const FRACTION = /[¼-¾⅐-⅞]/gu;
/** Matches circled numbers that label statements, as in ①③. */
const CIRCLED = /[①-⑳]/gu;
const FIRST_CIRCLED = 0x2460;
const ROOTS: Readonly<Record<string, string>> = { '√': '\\sqrt', '∛': '\\sqrt[3]', '∜': '\\sqrt[4]' };
const ROOT = /([√∛∜])\s?(?:\(([^()]*)\)|(\d+(?:\.\d+)?|\\?[a-zA-Z]+))?/gu;

function plainScripts(run: string, scripts: string): string {
  return Array.from(run, (sign) => SCRIPT_VALUES[scripts.indexOf(sign)] ?? '').join('');
}

/** Converts a decimal digit of any script to 0 to 9. Each script encodes its ten digits in order. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** Converts Unicode's mathematical symbols, letters, digits, fractions and superscript digits in the text to plain LaTeX. */
export function withoutUnicode(text: string): string {
  if (/^[\u0020-\u007e\s]*$/.test(text)) return text;
  return text
    .replaceAll(INVISIBLE, '')
    .replaceAll(SUPERSCRIPT, (run) => `^{${plainScripts(run, SUPERSCRIPTS)}}`)
    .replaceAll(SUBSCRIPT, (run) => `_{${plainScripts(run, SUBSCRIPTS)}}`)
    .replaceAll(FRACTION, (sign) => {
      const [top = '', bottom = ''] = sign.normalize('NFKC').split('⁄');
      return `\\frac{${top}}{${bottom}}`;
    })
    .replaceAll(CIRCLED, (sign) => ` ${(sign.codePointAt(0) ?? 0) - FIRST_CIRCLED + 1}, `)
    .replaceAll(SPECIAL, (sign) => REPLACEMENTS.get(sign) ?? sign)
    .normalize('NFKC')
    .replaceAll(SPECIAL, (sign) => REPLACEMENTS.get(sign) ?? sign)
    .replaceAll(/(?![0-9])\p{Nd}/gu, plainDigit)
    .replaceAll(ROOT, (_, sign: string, group?: string, one?: string) => {
      const operand = group ?? one;
      return operand === undefined ? (ROOTS[sign] ?? '') : `${ROOTS[sign]}{${operand}}`;
    });
}
