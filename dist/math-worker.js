import { r as __name } from "./chunks/rolldown-runtime.js";
import { A as power, C as substituted, D as floor$1, F as canonicalUnit, I as countAlike, L as isUnitInFormula, N as reduced, P as sum$1, R as withoutCounted, S as rootOf, _ as isFunctionName, a as multiplierOf, b as number, d as add$1, f as arityOf, g as integer, h as divide$1, j as product$1, k as negated, m as decimalTerm, n as changesNumber, o as wordsAnswer, p as call, r as isNegated, s as wordsOf, t as answersWithoutNumber, u as MINUS_ONE, v as multiply, w as symbol, x as raise, y as negate } from "./chunks/words.js";
import { parentPort } from "node:worker_threads";

// src/grading/math/latex/split-latex.ts
const OPENS = /^(?:\\\{|\\(?:begin|langle|lfloor|lceil)(?![a-zA-Z])|[([{])/;
const CLOSES = /^(?:\\\}|\\(?:end|rangle|rfloor|rceil)(?![a-zA-Z])|[)\]}])/;
/** Matches a token. An environment's name is part of its token: `{pmatrix}` after `\begin` opens no group. */
const TOKEN$1 = /\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}|\\[a-zA-Z]+|\\.|[^\\]/gsu;
/** The tokens outside all brackets. Undefined if the brackets do not match. */
function topLevel(latex) {
	const found = [];
	let depth = 0;
	for (const match of latex.matchAll(TOKEN$1)) {
		const [token] = match;
		if (CLOSES.test(token)) {
			depth--;
			if (depth < 0) return void 0;
		} else if (OPENS.test(token)) depth++;
		else if (depth === 0) found.push({
			token,
			at: match.index
		});
	}
	return depth === 0 ? found : void 0;
}
/** Splits the text at every matching token outside all brackets. The matching tokens are returned as `tokens`. */
function splitAtTop(latex, isCut) {
	const parts = [];
	const tokens = [];
	let from = 0;
	for (const { token, at } of topLevel(latex) ?? []) {
		if (!isCut(token)) continue;
		parts.push(latex.slice(from, at).trim());
		tokens.push(token);
		from = at + token.length;
	}
	parts.push(latex.slice(from).trim());
	return {
		parts,
		tokens
	};
}
/** The text's outer brackets and their content. Undefined if the first bracket closes before the end of the text. */
function bracketedBy(latex) {
	const match = /^(\\\{|\\langle(?![a-zA-Z])|[([{]).*?(\\\}|\\rangle|[)\]}])$/s.exec(latex);
	if (match === null) return void 0;
	const [, open = "", close = ""] = match;
	const inner = latex.slice(open.length, latex.length - close.length);
	let depth = 0;
	for (const [token] of inner.matchAll(TOKEN$1)) {
		if (CLOSES.test(token)) depth--;
		else if (OPENS.test(token)) depth++;
		if (depth < 0) return void 0;
	}
	return depth === 0 ? {
		open,
		close,
		inner: inner.trim()
	} : void 0;
}
/** The text in the braces that open at `from`, and the index after them; undefined if they never close. */
function inBraces(latex, from) {
	let depth = 0;
	for (let at = from; at < latex.length; at++) {
		const sign = latex[at];
		if (sign === "\\") at++;
		else if (sign === "{") depth++;
		else if (sign === "}") {
			depth--;
			if (depth === 0) return {
				inner: latex.slice(from + 1, at),
				end: at + 1
			};
		}
	}
}

// src/grading/math/latex/grouping.ts
/** Maximum number of groups that are rewritten in an answer. */
const MOST_GROUPS = 40;
function closingBracket(latex, open) {
	let depth = 0;
	for (let at = open; at < latex.length; at++) {
		if (latex[at] === "(") depth++;
		else if (latex[at] === ")") depth--;
		if (depth === 0) return at;
	}
	return -1;
}
/** Adds braces to powers and roots of an operand in parentheses: `x^(2/3)`, `\sqrt(x)`. */
function bracedOperands(latex) {
	let text = latex;
	for (let count = 0; count < MOST_GROUPS; count++) {
		const found = /(\^|\\sqrt)\s?\(/.exec(text);
		if (found === null) break;
		const open = found.index + found[0].length - 1;
		const close = closingBracket(text, open);
		if (close === -1) break;
		const operand = text.slice(open + 1, close);
		text = `${text.slice(0, found.index)}${found[1] ?? ""}{${operand}}${text.slice(close + 1)}`;
	}
	return text;
}
const FUNCTION = /\\(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|ln|log|lg|exp)(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?[a-zA-Z0-9]))*\s*\{/g;
/** Puts functions' arguments in brackets: `\ln{2}/3` is a third of ln 2, but the parser reads it as ln(2/3). */
function bracketedArguments(latex) {
	let text = latex;
	let from = 0;
	for (let count = 0; count < MOST_GROUPS; count++) {
		FUNCTION.lastIndex = from;
		const found = FUNCTION.exec(text);
		if (found === null) break;
		from = found.index + 1;
		const open = found.index + found[0].length - 1;
		const braces = inBraces(text, open);
		if (braces === void 0) break;
		const inner = braces.inner.trim();
		const isBracketed = inner.startsWith("(") && closingBracket(inner, 0) === inner.length - 1;
		text = `${text.slice(0, open)}${isBracketed ? inner : `(${inner})`}${text.slice(braces.end)}`;
	}
	return text;
}
/** Puts operands and arguments in brackets, so that the parser reads them as intended. */
function plainGroups(latex) {
	return bracketedArguments(bracedOperands(latex));
}

// src/grading/math/latex/prose.ts
/** Functions and constants that plain text writes without a backslash, and their commands. */
const FUNCTIONS = {
	...Object.fromEntries("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log exp sqrt pi theta".split(" ").map((name) => [name, `\\${name}`])),
	asin: "\\arcsin",
	acos: "\\arccos",
	atan: "\\arctan",
	infinity: "\\infty",
	infty: "\\infty"
};
/** Names that are functions only before a bracket. Elsewhere they are units or parts of words. */
const BEFORE_BRACKET = {
	max: "\\max",
	min: "\\min",
	gcd: "\\gcd",
	lcm: "\\operatorname{lcm}",
	abs: "\\operatorname{abs}"
};
const SHORT_WORDS = new Set("an is are was were be the of to in for by per at on as it its he she we they you not no yes so if or and all any one two six ten men way day has had can out off odd low old new you our his her who how why that am pm each only base sum set line dne such both none pct do go up me us my did got get let see may use own now its".split(" "));
/** Matches consecutive letters of the alphabet, which are variables: `abcd`. */
const IN_ORDER = /^(?:abcd|bcde|cdef|defg|wxyz|uvwx|vwxy)/;
/** Whether consecutive letters are a word rather than a product of variables: `xyz` and `ABCD` are products. */
function isWord(word) {
	const lower = word.toLowerCase();
	if (/\P{ASCII}/u.test(word)) return true;
	if (SHORT_WORDS.has(lower)) return lower === word || /^[A-Z][a-z]+$/.test(word) || lower.length > 2;
	if (word.length < 4 || !/[aeiouy]/.test(lower) || IN_ORDER.test(lower)) return false;
	return /^[A-Za-z][a-z'-]+$/.test(word) || /^(?:TRUE|FALSE|EVEN)$/.test(word);
}
/** Matches text that may follow a unit: the end, a power, a division, punctuation or words. */
const AFTER_UNIT = /^\.?\s*(?:$|[,;.)/\d]|\^|\\text|per\b|\\times|\\cdot|and\b|or\b)/;
const MAY_BE_VARIABLES = /^(?:[a-z]|hr|mi|in|pa|hz|rad|mol|min|ton|pt|qt|oz|gal|yd|lb|ml|mg)$/i;
function isUnit$1(word, before, after) {
	const spaced = /\s$/.test(before);
	if (MAY_BE_VARIABLES.test(word) && /(?<!\\text\{\s?)[a-zA-Z]\s?\^\s?(?:\w|\{[^{}]*\})\s*$/.test(before)) return false;
	return (/(?:\d\.?\s*|[})]\s+|\\%)$/.test(before) || /[a-z]\s+$/.test(before) && !MAY_BE_VARIABLES.test(word)) && (word.length > 1 || spaced && /^[mgshlL]$/.test(word)) && AFTER_UNIT.test(after) && isUnitInFormula(word);
}
__name(isUnit$1, "isUnit");
function functionName(word, next) {
	const lower = word.toLowerCase();
	if (Object.hasOwn(FUNCTIONS, lower)) return FUNCTIONS[lower];
	return next === "(" && Object.hasOwn(BEFORE_BRACKET, lower) ? BEFORE_BRACKET[lower] : void 0;
}
const TOKEN = /\\text\{[^{}]*\}|\\(?:begin|end)\s?\{[a-zA-Z]*\*?\}(?:\{[^{}]*\})?|\\[a-zA-Z]+|\\.|(?<!\p{L})[ap]\.\s?m\.?(?!\p{L})|\p{L}+(?:['-]\p{L}{2,}|'s(?!\p{L}))*|[^\\]/giu;
/**
* Converts plain words to `\text{…}`, and function names without a backslash to commands. The remaining letters are
* variables. A single letter is a unit only after a number and a space (`5 m`). Braces contain no words: `x_{max}`.
*/
function withMarkedWords(latex) {
	const segments = [];
	let before = "";
	let depth = 0;
	for (const match of latex.matchAll(TOKEN)) {
		const [token] = match;
		const after = latex.slice(match.index + token.length);
		const [next = ""] = after;
		let segment = {
			latex: token,
			isText: token.startsWith("\\text{")
		};
		if (token === "{") depth++;
		else if (token === "}") depth--;
		else if (/^\p{L}/u.test(token)) {
			const name = functionName(token, next);
			const space = next === "(" ? "" : " ";
			const isSubscript = /[_^]$/.test(before);
			if (depth === 0 && !isSubscript && isUnit$1(token, before, after)) segment = {
				latex: `\\text{${token}}`,
				isText: true
			};
			else if (name !== void 0 && depth === 0) segment = {
				latex: `${name}${space}`,
				isText: false
			};
			else if (name !== void 0 && next === "(") segment = {
				latex: name,
				isText: false
			};
			else if (depth === 0 && !isSubscript && (/^[ap]\.\s?m/i.test(token) || isWord(token))) segment = {
				latex: `\\text{${token}}`,
				isText: true
			};
		}
		before = `${before}${token}`.slice(-20);
		segments.push(segment);
	}
	return joined$1(segments);
}
function contentOf(text) {
	return text.slice(6, -1);
}
/**
* Whether letters form a word because there are words next to them: `the bin`, `Tom had`. A single letter forms a word only
* if it is an article.
*/
function isBesideWords(segments, at) {
	const [latex, before, after] = [
		segments[at]?.latex ?? "",
		segments[at - 1],
		segments[at + 1]
	];
	const wordBefore = before?.latex === " " && segments[at - 2]?.isText === true;
	const wordAfter = after?.latex === " " && segments[at + 2]?.isText === true;
	if (/^[aAI]$/.test(latex)) return wordAfter && (at === 0 || wordBefore);
	return /^[A-Za-z]{2,}(?:'s)?$/.test(latex) && (wordBefore || wordAfter);
}
/** Joins texts that are separated only by spaces. */
function joined$1(segments) {
	let result = "";
	/** The text so far, and the space after it. */
	let text;
	let space = "";
	const end = () => {
		result += `${text === void 0 ? "" : `\\text{${text}}`}${space}`;
		text = void 0;
		space = "";
	};
	segments.forEach(({ latex, isText }, at) => {
		if (isText || isBesideWords(segments, at)) {
			const content = isText ? contentOf(latex) : latex;
			if (text === void 0) end();
			text = text === void 0 ? content : `${text}${space}${content}`;
			space = "";
		} else if (/^\s$/.test(latex)) space += latex;
		else {
			end();
			result += latex;
		}
	});
	end();
	return result;
}
__name(joined$1, "joined");

// src/grading/math/latex/unicode-math.ts
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢₓ";
const SCRIPT_VALUES = "0123456789+-=()nix";
/** Characters that have a command, or another character, with the same meaning. */
const SIGNS$2 = {
	"−–‐‑‒﹣": "-",
	"×✕✖": "\\times ",
	"·⋅∙•": "\\cdot ",
	"÷": "\\div ",
	"⁄∕": "/",
	"±": "\\pm ",
	"∓": "\\mp ",
	"≤⩽≦": "\\le ",
	"≥⩾≧": "\\ge ",
	"≠": "\\ne ",
	"≈≅": "\\approx ",
	"≡": "\\equiv ",
	"∞": "\\infty ",
	"∪": "\\cup ",
	"∩": "\\cap ",
	"∖": "\\setminus ",
	"∈": "\\in ",
	"∅": "\\emptyset ",
	"⟨〈": "\\langle ",
	"⟩〉": "\\rangle ",
	"⌊": "\\lfloor ",
	"⌋": "\\rfloor ",
	"⌈": "\\lceil ",
	"⌉": "\\rceil ",
	"∣｜": "|",
	"∠": "\\angle ",
	"→": "\\to ",
	"⇒⇔⟹": "\\implies ",
	"…⋯": "\\ldots ",
	"º˚": "°",
	"∘": "\\circ ",
	"′’‘": "'",
	"“”": "\"",
	ℝ: "\\mathbb{R}",
	ℚ: "\\mathbb{Q}",
	ℤ: "\\mathbb{Z}",
	ℕ: "\\mathbb{N}",
	ℂ: "\\mathbb{C}",
	"٫": ".",
	"٬、": ",",
	"。": ".",
	"✓✔": ""
};
const GREEK = {
	α: "alpha",
	β: "beta",
	γ: "gamma",
	δ: "delta",
	ε: "epsilon",
	ζ: "zeta",
	η: "eta",
	θ: "theta",
	ι: "iota",
	κ: "kappa",
	λ: "lambda",
	μ: "mu",
	ν: "nu",
	ξ: "xi",
	π: "pi",
	ρ: "rho",
	σ: "sigma",
	τ: "tau",
	φ: "phi",
	χ: "chi",
	ψ: "psi",
	ω: "omega",
	Γ: "Gamma",
	Δ: "Delta",
	Θ: "Theta",
	Λ: "Lambda",
	Π: "Pi",
	Σ: "Sigma",
	Φ: "Phi",
	Ω: "Omega"
};
const REPLACEMENTS = new Map([...Object.entries(SIGNS$2).flatMap(([signs, command]) => Array.from(signs, (sign) => [sign, command])), ...Object.entries(GREEK).map(([letter, name]) => [letter, `\\${name} `])]);
const SPECIAL = new RegExp(`[${[...REPLACEMENTS.keys()].join("")}]`, "gu");
const SUPERSCRIPT = new RegExp(`[${SUPERSCRIPTS}]+`, "gu");
const SUBSCRIPT$1 = new RegExp(`[${SUBSCRIPTS}]+`, "gu");
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;
const FRACTION = /[¼-¾⅐-⅞]/gu;
/** Matches circled numbers that label statements, as in ①③. */
const CIRCLED = /[①-⑳]/gu;
const FIRST_CIRCLED = 9312;
const ROOTS = {
	"√": "\\sqrt",
	"∛": "\\sqrt[3]",
	"∜": "\\sqrt[4]"
};
const ROOT = /([√∛∜])\s?(?:\(([^()]*)\)|(\d+(?:\.\d+)?|\\?[a-zA-Z]+))?/gu;
function plainScripts(run, scripts) {
	return Array.from(run, (sign) => SCRIPT_VALUES[scripts.indexOf(sign)] ?? "").join("");
}
/** Converts a decimal digit of any script to 0 to 9. Each script encodes its ten digits in order. */
function plainDigit(digit) {
	const code = digit.codePointAt(0) ?? 0;
	let zero = code;
	while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String(code - zero);
}
/** Converts Unicode's mathematical symbols, letters, digits, fractions and superscript digits in the text to plain LaTeX. */
function withoutUnicode(text) {
	if (/^[\u0020-\u007e\s]*$/.test(text)) return text;
	return text.replaceAll(INVISIBLE, "").replaceAll(SUPERSCRIPT, (run) => `^{${plainScripts(run, SUPERSCRIPTS)}}`).replaceAll(SUBSCRIPT$1, (run) => `_{${plainScripts(run, SUBSCRIPTS)}}`).replaceAll(FRACTION, (sign) => {
		const [top = "", bottom = ""] = sign.normalize("NFKC").split("⁄");
		return `\\frac{${top}}{${bottom}}`;
	}).replaceAll(CIRCLED, (sign) => ` ${(sign.codePointAt(0) ?? 0) - FIRST_CIRCLED + 1}, `).replaceAll(SPECIAL, (sign) => REPLACEMENTS.get(sign) ?? sign).normalize("NFKC").replaceAll(SPECIAL, (sign) => REPLACEMENTS.get(sign) ?? sign).replaceAll(/(?![0-9])\p{Nd}/gu, plainDigit).replaceAll(ROOT, (_, sign, group, one) => {
		const operand = group ?? one;
		return operand === void 0 ? ROOTS[sign] ?? "" : `${ROOTS[sign]}{${operand}}`;
	});
}

// src/grading/math/latex/written-numbers.ts
/** Matches numbers with thousands separators, but not `(1,200)`, which is a point. */
const THOUSANDS = /(?<![\d.,_^]|(?:[([]|\\\{)\s?[-+]?\s?|,[-+])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;
const SPACED_THOUSANDS = /(?<![\d.,]\s?)[1-9]\d{0,2}(?: \d{3})+(?!\s?\d|,\d)/g;
const RULES = [
	[/(?<=\d)\s?\{\s?,\s?\}\s?(?=\d{3}(?!\d))/g, ""],
	[/(?<=\d)\{,\}(?=\d)/g, "."],
	[/\{,\}/g, ","],
	[/,\s*\\!\s*/g, ""],
	[/(?<=\d)(?:\\!|\\,|\\ |\\;|\\:)(?=\d{3}(?!\d))/g, " "],
	[/^(\s*\d{1,3}),(?:\\,|\\ )(\d{3})(?!\d)/g, "$1$2"],
	[/(?<=\d)['_](?=\d{3}(?!\d))/g, ""],
	[/(?<![\d.,])(\d{1,3})\.(\d{3})\.(\d{3})(?![\d.])/g, "$1$2$3"],
	[/\\text\{\s*(?:[Nn]egative|[Mm]inus)\s*\}\s*(?=[\d.\\])/g, "-"],
	[/(?<!\p{L})(?<!\b(?:or|and) )(?<![\p{N})}]\s?)(?:[Nn]egative|[Mm]inus) (?=\.?\d|\\frac|\\sqrt|infinity(?!\p{L}))/gu, "-"],
	[/(?<![\p{L}\\])log(\d{1,2})(?=\()/gu, "\\log_{$1}"],
	[/(\.\d*)\\(?:dot|bar|overline)\s?\{?\s?(\d+)\s?\}?/g, "$1\\overline{$2}"],
	[/(\.\d*)\((\d+)\)(?!\d)/g, "$1\\overline{$2}"],
	[/\*\*/g, "^"],
	[/\*/g, "\\cdot "],
	[/\^\s?(-?\d{2,}|-\d)(?!\d)/g, "^{$1}"],
	[/(?<=\d)\s?[xX]\s?(?=10\s?\^)/g, "\\times "],
	[/(?<=\d)[eE]([+-]\d{1,4})(?![\d.])/g, "\\times 10^{$1}"],
	[/(?<=\d\.\d+)[eE](\d{1,4})(?![\d.])/g, "\\times 10^{$1}"],
	[/(?<![\d.,/{^_])(\d+)(?: |\\ | ?\+ ?(?=$))(\d+)\/(\d+)(?![\d.])/g, "$1\\frac{$2}{$3}"],
	[/(?<![\w.}/^_)])(\d+)\/(\d+)(?=\s?[a-zA-Z](?![a-zA-Z]))/g, "\\frac{$1}{$2}"]
];
/** Converts plain-text numbers and powers to LaTeX and removes thousands separators. */
function plainNumbers(latex) {
	let text = latex;
	for (const [pattern, replacement] of RULES) text = text.replaceAll(pattern, replacement);
	return text.replaceAll(THOUSANDS, (number) => number.replaceAll(",", "")).replaceAll(SPACED_THOUSANDS, (number) => number.replaceAll(" ", ""));
}

// src/grading/math/latex/plain-latex.ts
/** Commands with several spellings, each with the spelling that the parser can read. Longer names come first. */
const COMMANDS = [
	[/\\(?:left|right|[bB]igg?[lr]?|middle|mathopen|mathclose|mathrel|mathbin|mathord)(?![a-zA-Z])\.?/g, ""],
	[/\\(?:displaystyle|textstyle|scriptstyle|limits|nolimits|null|centering|noindent)(?![a-zA-Z])/g, ""],
	[/\\(?:rm|bf|it|sf|tt|large|Large|huge|small|boldmath|bfseries)(?![a-zA-Z])/g, ""],
	[/\\(?:phantom|[hv]space\*?|label|tag|color)\s?\{[^{}]*\}/g, ""],
	[/\\textcolor\s?\{[^{}]*\}/g, ""],
	[/\\textcircled\s?\{?\s*(\d+)\s*\}?/g, " $1, "],
	[/(?<=\\(?:begin|end)\s?\{[a-z]+)\*(?=\})/g, ""],
	[/\\(max|min|gcd)\s*\\\{([^{}\\]*)\\\}/g, "\\$1($2)"],
	[/\\[dtc]frac(?![a-zA-Z])/g, "\\frac"],
	[/\\[dt]binom(?![a-zA-Z])/g, "\\binom"],
	[/(?<=\\operatorname\s?\{[a-zA-Z]+\})\s+(?=\()/g, ""],
	[/\\operatorname\s?\{(sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|ln|log|exp|gcd|max|min)\}/g, "\\$1 "],
	[/(\\(?:mathbf|boldsymbol|bm|vec|overrightarrow|hat)\s?(?:\{[a-zA-Z]+\}|[a-zA-Z]))\s*\\times\s*(\\(?:mathbf|boldsymbol|bm|vec|overrightarrow|hat)\s?(?:\{[a-zA-Z]+\}|[a-zA-Z]))/g, "$1 \\otimes $2"],
	[/\\mathbb\s+([A-Z])/g, "\\mathbb{$1}"],
	[/(\\(?:vec|overline|bar|hat|tilde|overrightarrow|mathbf|boldsymbol|mathrm|mathcal))\s+([a-zA-Z])(?![a-zA-Z])/g, "$1{$2}"],
	[/(?:\{\}\s?|(?<![\w)}\]]))[_^]\s?\{?(\d{1,4})\}?\s?C\s?_\s?\{?(\d{1,4})\}?/g, "\\binom{$1}{$2}"],
	[/(?<![\w.}])(\d{1,4})\s?C\s?_?\{?(\d{1,4})(?!\d)\}?/g, "\\binom{$1}{$2}"],
	[/\\(?:leqslant|leqq|leq|le)(?![a-zA-Z])|<=/g, "\\le "],
	[/\\(?:geqslant|geqq|geq|ge)(?![a-zA-Z])|>=/g, "\\ge "],
	[/\\(?:neq|ne)(?![a-zA-Z])|!=|\\not\s?=/g, "\\ne "],
	[/\\lt(?![a-zA-Z])|&lt;/g, "<"],
	[/\\gt(?![a-zA-Z])|&gt;/g, ">"],
	[/\\(?:approx|simeq|approxeq|cong)(?![a-zA-Z])/g, "≈"],
	[/\\lbrace(?![a-zA-Z])/g, "\\{"],
	[/\\rbrace(?![a-zA-Z])/g, "\\}"],
	[/\\lbrack(?![a-zA-Z])/g, "["],
	[/\\rbrack(?![a-zA-Z])/g, "]"],
	[/\\[lr]?[vV]ert(?![a-zA-Z])/g, "|"],
	[/\\(?:colon|ratio)(?![a-zA-Z])/g, ":"],
	[/\\(?:smallsetminus|backslash)(?![a-zA-Z])/g, "\\setminus "],
	[/\\varnothing(?![a-zA-Z])/g, "\\emptyset "],
	[/\\(?:R|reals|Reals)(?![a-zA-Z])/g, "\\mathbb{R}"],
	[/\\(?:arc|a)(sin|cos|tan)(?![a-zA-Z])/g, "\\arc$1"],
	[/\\(?:ast|cdotp|centerdot)(?![a-zA-Z])/g, "\\cdot "],
	[/\\(?:dots|cdots|dotsc|dotsm|dotsb)(?![a-zA-Z])|\.\.\.+/g, "\\ldots "],
	[/\\(?:therefore|because|checkmark|blacksquare|square|qed)(?![a-zA-Z])/g, ""],
	[/\\equiv(?=.*(?:\\(?:pmod|bmod|mod)(?![a-zA-Z])|\(\s*mod\s))/g, "="],
	[/\(\s*\\?mod\s+(\w+)\s*\)|(?<=\d\s*)\s\\?mod\s+(\w+)/g, "\\pmod{$1$2}"],
	[/\\(?:degree|degrees)(?![a-zA-Z])/g, "^\\circ "],
	[/\\q?quad|\\(?:enspace|enskip|thinspace|thickspace|medspace|space|newline)(?![a-zA-Z])/g, " "],
	[/\\%|%/g, "\\%"],
	[/\^\s?\{\s*(?:\\circ|°)\s*\}|\^\s?(?:\\circ(?![a-zA-Z])|°)|°/g, "^\\circ "],
	[/(?<=\d)(?:\^\s?\{?\s*)?\\text(?:rm|it|bf|up|superscript)?\s?\{\s*(?:st|nd|rd|th)\s*\}\s*\}?/g, ""],
	[/(?<=\d)\^?\{?(?:st|nd|rd|th)\}?(?![a-zA-Z])/g, ""],
	[/(?<=[\d)}](?:\s|\\[,;:> ])+)(k?)\\Omega\s*$/g, "\\text{$1ohm}"],
	[/\^\s?\{\s*\\prime\s*\\prime\s*\}/g, "''"],
	[/\^\s?\{\s*\\prime\s*\}|\^\s?\\prime(?![a-zA-Z])/g, "'"],
	[/(?<=[_^]\{)\s*\\(?:text|mathrm|rm)\s?\{([^{}]*)\}\s*(?=\})/g, "$1"]
];
/** Matches remnants of chat-template marks and other tags, left when a completion was cut. */
const TAGS = /<\/?(?:s|[a-z_]{4,})>|<\|[^|<>]{1,30}\|>/gi;
const SPACES = [[/\\!/g, ""], [/\\[,;:> \n]|~/g, " "]];
const MATH_FONT = /\\(?:boxed|fbox|ensuremath|underline|math(?:bf|it|sf|tt|normal|cal)|boldsymbol|bm|pmb)\s?\{/g;
const ROMAN = /\\(?:text(?:bf|it|rm|sf|tt|sc|sl|md|normal|up)?|emph|mbox|hbox|mathrm|textsuperscript|operatorname)\s?\{([^{}]*)\}/g;
const DELIMITED = /\$\$([^$]+)\$\$|(?<!\\)\$([^$]*[^$\\])\$|\\\[(.+?)\\\]|\\\((.+?)\\\)/gs;
const CURRENCIES = {
	$: "dollars",
	"€": "euros"
};
/** Matches a price at the end of an answer, with its currency: 5 dollars are not 5 cents. */
const PRICE = /(\\\$|[$€])\s?(\d[\d,]*(?:\.\d+)?|\.\d+)(?=[\s.$]*$)/;
const ROW_END = "";
/** Matches an option's letter in brackets before its value: `\textbf{(B)}\ 5`, `\text{(B) even}`. */
const LABEL = /^\s*(\\(?:text|math)(?:bf|rm|it)?\s?\{)\s*\(([A-Z])\)\s*(?:(\})\s*(?=[\w\\$({[+-])|(?=[^\s}]))/;
/** Matches an option's letter without a text command before its value: `(C)\\ 17`, `C. 17`. */
const PLAIN_LABEL = /^(?!.*\S\s+\(?[A-J][.)]\s)\s*(?:\(([A-Z])\)|([A-J])[.)])(?:\s|\\[,;: ]|~|\\q?quad(?![a-zA-Z]))+(?=[\d$\\{(]|[-−]\d)/;
/** Matches letters of several options: `\text{(A), (C)}`. */
const OPTIONS = /^\(?[A-Z]\)?(?:\s*,\s*\(?[A-Z]\)?)+$/;
/** Matches names that remain operators in `\\operatorname{…}`. */
const FUNCTION_NAMES = /^(?:lcm|abs|sgn|Re|Im|rank|tr|det|arg|deg)$/;
function unescaped(latex) {
	const runs = latex.match(/\\+/g) ?? [];
	if (runs.length > 0 && runs.every((run) => run.length % 2 === 0) && /\\\\[a-zA-Z]/.test(latex) && (!latex.includes("\\\\\\\\") || latex.includes("\\\\begin"))) return latex.replaceAll("\\\\", "\\");
	if (latex.includes("\\begin")) return latex;
	return latex.replaceAll(/\\\\(?=[a-zA-Z{}%$,;!:_])/g, "\\").replaceAll("\\\\", ", ");
}
/** Removes math delimiters and currency signs. Two dollar signs around words are currency signs, as in `$5 and $6`. */
function withoutDelimiters(latex) {
	return latex.replaceAll(DELIMITED, (whole, display, inline, block, round) => {
		const math = display ?? inline ?? block ?? round ?? "";
		return inline !== void 0 && /^\s*[\d.,]+\s[a-z ]*[a-z]{2,}/i.test(math) && !math.includes("\\") ? whole : ` ${math} `;
	}).replaceAll(/\\[[\]()]/g, " ").replace(PRICE, (_, sign, number) => `${number}\\text{ ${CURRENCIES[sign.at(-1) ?? ""]}}`).replaceAll(/\\\$|[$€£¥₹]/g, "");
}
function withoutFonts(latex) {
	let text = latex;
	for (;;) {
		MATH_FONT.lastIndex = 0;
		const found = MATH_FONT.exec(text);
		const braces = found === null ? void 0 : inBraces(text, found.index + found[0].length - 1);
		if (found === null) return text;
		text = `${text.slice(0, found.index)} ${braces === void 0 ? "" : braces.inner} ${text.slice(braces?.end ?? found.index + found[0].length)}`;
	}
}
/** Whether a letter in text is a unit: it follows a number or π, and is not the `C` of a temperature or of combinations. */
function isUnit(letter, whole, before, after) {
	if (!/^[mgshlLNJWVAKC]$/.test(letter) || !/(?:\d|\d\.|\\pi|[})])\s*$/.test(before)) return false;
	const isSpaced = /\s$/.test(before) || /\{\s/.test(whole);
	return !(whole.startsWith("\\mathrm") && /[A-Z]/.test(letter) && !isSpaced) && !/\^\\circ\s*$/.test(before) && !/^\s*[_\d({a-zA-Z]/.test(after);
}
/** Converts a single letter or number in text to math, together with its unit. Words remain text. */
function plainText(whole, content, at, latex) {
	const trimmed = content.replaceAll(/\\[,;:! ]/g, " ").trim();
	const option = /^\(?([A-Za-z])\)?\.?$/.exec(trimmed)?.[1];
	if (option !== void 0) return isUnit(option, whole, latex.slice(Math.max(0, at - 20), at), latex.slice(at + whole.length)) ? `\\text{${option}}` : ` ${option} `;
	if (OPTIONS.test(trimmed)) return ` ${trimmed.replaceAll(/[()]/g, "")} `;
	if (trimmed.includes("\\")) return ` ${trimmed} `;
	if (whole.startsWith("\\operatorname") && FUNCTION_NAMES.test(trimmed)) return whole;
	if (whole.startsWith("\\mathrm") && /^(?:[A-Z]+|\w')$/.test(trimmed) || /[\d=<>^]|^[\s.,+\-*/_()]*$/.test(trimmed)) return ` ${trimmed} `;
	return `\\text{${content.replaceAll("~", " ")}}`;
}
function withBalancedBraces(latex) {
	let depth = 0;
	let text = "";
	for (const [token] of latex.matchAll(/\\.|[^\\]|\\/gs)) {
		if (token === "{") depth++;
		else if (token === "}") {
			if (depth === 0) continue;
			depth--;
		}
		text += token;
	}
	return depth > 3 ? latex : text + "}".repeat(depth);
}
/**
* Normalizes an answer's LaTeX. The result has no delimiters, sizes, fonts, spacing, currency signs or thousands
* separators; `\frac` for its variants; `\text{…}` around words; Unicode signs as commands; and closing braces for those
* left open when the text was cut. Linear in the length of the text, except for nested fonts.
*/
function plainLatex(latex) {
	let text = unescaped(withoutUnicode(latex)).replaceAll(TAGS, " ").replaceAll(/^\s*[*_`"#]+|[*_`"]+\s*$/g, " ");
	if (text.includes("\\begin")) text = text.replaceAll("\\\\", ROW_END);
	text = withBalancedBraces(withoutDelimiters(text));
	const label = LABEL.exec(text) ?? PLAIN_LABEL.exec(text);
	const [labelled = "", opening = "", second = "", closing] = label ?? [];
	const isPlain = label !== null && closing === void 0 && !labelled.includes("{");
	const letter = isPlain ? opening || second : second;
	if (label !== null) text = `${isPlain || closing !== void 0 ? "" : opening}${text.slice(labelled.length)}`;
	for (const [pattern, replacement] of COMMANDS) text = text.replaceAll(pattern, replacement);
	text = plainNumbers(text);
	for (const [pattern, replacement] of SPACES) text = text.replaceAll(pattern, replacement);
	text = withoutFonts(text).replaceAll(ROMAN, plainText).replaceAll(ROMAN, plainText);
	text = withMarkedWords(text.replaceAll(/["`]/g, " "));
	text = plainGroups(plainNumbers(text.replaceAll(/\s+/g, " "))).trim().replace(/^(?:=|≈|:|\\implies|[-•](?=\s+\\text\{))\s*/, "").replace(/[\s.,;:?]+$/, "").replaceAll(ROW_END, "\\\\");
	return label === null ? text : `\\text{(${letter})} ${text}`;
}

// src/grading/math/answer.ts
function unreadable$1(reason) {
	return {
		kind: "unreadable",
		reason
	};
}
__name(unreadable$1, "unreadable");

// src/grading/math/read/read-brackets.ts
const SEPARATOR = /^(?:\||\\mid|:)$/;
/**
* Removes an environment that only arranges lines. `\begin{cases} x = 1 \\ y = 2 \end{cases}` becomes a list of
* equations that are all true; an alignment becomes a single text.
*/
function withoutAlignment(latex) {
	const match = /^(?:\\\{|\{)?\s*\\begin\s?\{(cases|aligned|align\*?|gathered|gather\*?|split|equation\*?|array)\}(?:\{[^{}]*\}|\[[^\]]*\])?(.*)\\end\s?\{\1\}$/s.exec(latex);
	const [, environment = "", body = ""] = match ?? [];
	if (match === null || body.includes("\\begin")) return latex;
	if (environment === "array" && !latex.startsWith("\\{")) return latex;
	const rows = body.split("\\\\").map((row) => row.trim().replace(/,$/, "")).filter((row) => row !== "");
	if (environment === "cases" && rows.some((row) => /&(?!\s*(?:=|[<>]|\\[lgn]e))/.test(row))) return latex;
	return rows.map((row) => row.replaceAll("&", " ")).reduce((all, row) => /^\s*(?:=|≈|[<>]|\\[lgn]e|[+-])/.test(row) ? `${all} ${row}` : `${all}, ${row}`);
}
function readSet(inner, read, list) {
	const { parts, tokens } = splitAtTop(inner, (token) => SEPARATOR.test(token));
	const [element = ""] = parts;
	if (tokens.length > 0 && element !== "") {
		const bars = tokens.filter((token) => token === "|").length;
		if (bars % 2 === 0 && bars === tokens.length) return void 0;
		const condition = inner.slice(inner.indexOf(tokens[0] ?? "", element.length) + (tokens[0] ?? "").length);
		const [name = "", within = ""] = element.split(/\\in(?![a-zA-Z])/);
		const set = within.replaceAll(/\s/g, "");
		const domain = set === "" || set === "\\mathbb{R}" ? void 0 : set;
		return {
			kind: "builder",
			element: name.trim(),
			domain,
			condition: read(condition)
		};
	}
	if (inner === "") return {
		kind: "several",
		isSet: true,
		join: "comma",
		parts: []
	};
	return list(splitAtTop(inner, (token) => token === "," || token === ";").parts.filter((part) => part !== ""));
}
/** Reads the content of brackets: a set, a point, an interval, or an expression. */
function readBracketed(latex, read, listOf) {
	const brackets = bracketedBy(latex);
	if (brackets === void 0) return void 0;
	const { open, close, inner } = brackets;
	if (open === "\\{" && close === "\\}") return readSet(inner, read, listOf);
	const { parts } = splitAtTop(inner, (token) => token === "," || token === ";");
	if (open === "{" && close === "}") return parts.length > 1 ? readSet(inner, read, listOf) : read(inner);
	if (parts.length > 1 && !parts.includes("")) return {
		kind: "tuple",
		open,
		close,
		parts: parts.map(read)
	};
	return open === "(" && close === ")" && inner !== "" ? read(inner) : void 0;
}

// src/grading/math/latex-syntax/latex-syntax.js
/** Compute Engine 0.140.0 */
var Ln = ["Error", "'missing'"];
function X(e) {
	return !!(typeof e == "number" || Ye(e) || typeof e == "string" && Tn(e));
}
function Ye(e) {
	return e !== null && typeof e == "object" && "num" in e;
}
function hn(e) {
	return e !== null && typeof e == "object" && "sym" in e;
}
function Ji(e) {
	return e !== null && typeof e == "object" && "str" in e;
}
function Ws(e) {
	return e !== null && typeof e == "object" && "dict" in e && typeof e.dict == "object" && !Array.isArray(e.dict) && e.dict !== null;
}
function yn(e) {
	return e !== null && typeof e == "object" && "fn" in e && Array.isArray(e.fn) && e.fn.length > 0 && typeof e.fn[0] == "string";
}
function P$1(e) {
	return e == null ? null : typeof e == "object" && "str" in e ? e.str : typeof e != "string" ? null : e.length >= 2 && e.at(0) === "'" && e.at(-1) === "'" ? e.substring(1, e.length - 1) : Tn(e) || Fn(e) ? null : e;
}
__name(P$1, "P");
function Ci(e) {
	if (e == null || P$1(e) !== null) return null;
	let n = g(e);
	return n ? [n, ...x(e).map((t) => Ci(t)).filter((t) => t !== null)] : e;
}
function g(e) {
	return Array.isArray(e) ? e[0] : e == null ? "" : yn(e) ? e.fn[0] : "";
}
function x(e) {
	return Array.isArray(e) ? e.slice(1) : e !== void 0 && yn(e) ? e.fn.slice(1) : [];
}
function p(e, n) {
	return Array.isArray(e) ? e[n] ?? null : e === null || !yn(e) ? null : e.fn[n] ?? null;
}
function M(e) {
	return e == null ? 0 : Array.isArray(e) ? Math.max(0, e.length - 1) : yn(e) ? Math.max(0, e.fn.length - 1) : 0;
}
function Bi(e) {
	return e == null ? null : g(e) === "Hold" ? p(e, 1) : e;
}
function T(e) {
	return typeof e == "string" && Fn(e) ? e.length >= 2 && e.at(0) === "`" && e.at(-1) === "`" ? e.slice(1, -1) : e : e == null ? null : hn(e) ? e.sym : null;
}
function Hs(e) {
	let n = g(e);
	if (n === "KeyValuePair" || n === "Tuple" || n === "Pair") {
		let [t, i] = x(e), r = P$1(t);
		return r ? [r, i ?? "Nothing"] : null;
	}
	return null;
}
function Li(e) {
	if (e === null) return null;
	if (Ws(e)) return e;
	let n = Hs(e);
	if (n) return { dict: { [n[0]]: Zs(n[1]) ?? "Nothing" } };
	if (g(e) === "Dictionary") {
		let t = {};
		for (let i of x(e)) {
			let r = Hs(i);
			r && (t[r[0]] = Zs(r[1]) ?? "Nothing");
		}
		return { dict: t };
	}
	return null;
}
function It(e) {
	return { dict: Object.fromEntries(Object.entries(e).map(([t, i]) => [t, Oi(i) ?? "Nothing"])) };
}
function ju(e) {
	if (e = e.toLowerCase().replace(/[nd]$/, "").replace(/[\u0009-\u000d\u0020\u00a0]/g, ""), e === "nan") return NaN;
	if (/^(infinity|\+infinity|oo|\+oo)$/i.test(e)) return 1 / 0;
	if (/^(-infinity|-oo)$/.test(e)) return -1 / 0;
	if (/\([0-9]+\)/.test(e)) {
		let [n, t, i, r] = e.match(/(.+)\(([0-9]+)\)(.*)$/) ?? [];
		e = t + i.repeat(Math.ceil(16 / i.length)) + (r ?? "");
	}
	return parseFloat(e);
}
function N(e) {
	return typeof e == "number" ? e : typeof e == "string" && Tn(e) ? ju(e) : e !== void 0 && Ye(e) ? N(e.num) : null;
}
function Qe(e) {
	if (e == null) return null;
	if (T(e) === "Half") return [1, 2];
	let n = g(e);
	if (!n) return null;
	let t = null;
	let i = null;
	if (n === "Negate") {
		let r = Qe(x(e)[0]);
		if (r) return [-r[0], r[1]];
	}
	if (n === "Rational" || n === "Divide") {
		let [r, s] = x(e);
		t = N(r) ?? NaN, i = N(s) ?? NaN;
	}
	if (n === "Power") {
		let [r, s] = x(e), o = N(s);
		o === 1 ? (t = N(r), i = 1) : o === -1 && (t = 1, i = N(r));
	}
	if (n === "Multiply") {
		let [r, s] = x(e);
		if (g(s) === "Power") {
			let [o, a] = x(s);
			N(a) === -1 && (t = N(r), i = N(o));
		}
	}
	return t === null || i === null ? null : Number.isInteger(t) && Number.isInteger(i) ? [t, i] : null;
}
function Mt(e, n) {
	let t = null;
	if (Array.isArray(e) && (t = e), yn(e) && (t = e.fn), t === null) return [];
	let i = 1;
	let r = [];
	for (; i < t.length;) r.push(n(t[i])), i += 1;
	return r;
}
function Xs(e, n, t) {
	let i = g(n);
	let r = g(t);
	return i === e && r === e ? [
		e,
		...x(n),
		...x(t)
	] : i === e ? [
		e,
		...x(n),
		t
	] : r === e ? [
		e,
		n,
		...x(t)
	] : [
		e,
		n,
		t
	];
}
function ge(e) {
	if (e == null) return null;
	let n = g(e);
	if (n === "Delimiter") {
		if (e = p(e, 1), e === null) return [];
		if (n = g(e), n !== "Sequence") return [e];
	}
	return n !== "Sequence" ? null : x(e);
}
function _(e) {
	return e == null || e === "Nothing" ? !0 : g(e) === "Sequence" && M(e) === 0;
}
function w(e) {
	return _(e) ? Ln : e;
}
function Di(e) {
	return e[0] === "Square" ? Di(e.slice(1)) + 2 : e.reduce((n, t) => n + xn(t), 0);
}
function xn(e) {
	if (e === null) return 0;
	if (typeof e == "number" || typeof e == "string" || X(e) || hn(e) || Ji(e)) return 1;
	if (Array.isArray(e)) return Di(e);
	if ("fn" in e) return Di(e.fn);
	let n = Li(e);
	if (n) {
		let t = n;
		let i = Object.keys(t);
		return 1 + i.length + i.reduce((r, s) => r + xn(t[s]), 0);
	}
	return 0;
}
function Tn(e) {
	return /^(nan|oo|\+oo|-oo|infinity|\+infinity|-infinity)$/i.test(e) || /^[+-]?(0|[1-9][0-9]*)(\.([0-9]+(\([0-9]+\))?|\([0-9]+\)))?([eE][+-]?[0-9]+)?$/.test(e);
}
function Fn(e) {
	return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(e) || e.length >= 2 && e[0] === "`" && e[e.length - 1] === "`";
}
function Ks(e) {
	return e.length >= 2 && e[0] === "'" && e[e.length - 1] === "'" ? !0 : !Tn(e) && !Fn(e);
}
function Oi(e) {
	if (typeof e == "string") return { str: e };
	if (typeof e == "number") return { num: e.toString() };
	if (typeof e == "boolean") return e ? "True" : "False";
	if (Array.isArray(e)) return ["List", ...e.map((n) => Oi(n) ?? "Nothing")];
	if (e === null) return null;
	if (typeof e == "object") {
		let n = {};
		for (let t in e) n[t] = Oi(e[t]) ?? "Nothing";
		return { dict: n };
	}
	return yn(e) || hn(e) || Ye(e) || Ji(e) || Ws(e) ? e : null;
}
function Zs(e) {
	return e == null ? null : Ji(e) ? e.str : Ye(e) ? parseFloat(e.num) : hn(e) ? e.sym : typeof e == "string" || typeof e == "number" ? e : Array.isArray(e) ? { fn: e } : e;
}
function Fi() {
	return Object.create(null);
}
var v = 245;
var $n = 260;
var me = 270;
var F = 275;
var D = 390;
var $ = 600;
var jn = 650;
var en = 700;
var Ie = 810;
function Qs(e) {
	return !("kind" in e) || e.kind === "expression";
}
function eo(e) {
	return "kind" in e && e.kind === "symbol";
}
function zn(e) {
	return "kind" in e && e.kind === "matchfix";
}
function $i(e) {
	return "kind" in e && e.kind === "infix";
}
function ji(e) {
	return "kind" in e && e.kind === "prefix";
}
function zi(e) {
	return "kind" in e && e.kind === "postfix";
}
function no(e) {
	return "kind" in e && e.kind === "environment";
}
function zu(e) {
	let n = [];
	for (let t = 0; t < e.length; t++) {
		let i = e.charCodeAt(t);
		if (i >= 55296 && i <= 56319) {
			let r = e.charCodeAt(t + 1);
			if (r >= 56320 && r <= 57343) {
				let s = i - 55296;
				let o = r - 56320;
				i = 2 ** 16 + s * 1024 + o, t++;
			}
		}
		n.push(i);
	}
	return n;
}
var Pt = 8205;
var to = [127462, 127487];
function io(e) {
	return e === Pt || e === 65038 || e === 65039 || e >= 127995 && e <= 128e3 || e >= 129456 && e <= 129460 || e >= 917536 && e <= 917632;
}
function qu(e) {
	return e >= to[0] && e <= to[1];
}
function ro(e) {
	if (/^[\u0020-\u00FF]*$/.test(e)) return e;
	let n = [];
	let t = zu(e);
	let i = 0;
	for (; i < t.length;) {
		let r = t[i++];
		let s = t[i];
		if (s === Pt) {
			let o = i - 1;
			for (i += 2; t[i] === Pt;) i += 2;
			n.push(String.fromCodePoint(...t.slice(o, i)));
		} else if (io(s)) {
			let o = i - 1;
			for (; io(t[i]);) i += t[i] === Pt ? 2 : 1;
			n.push(String.fromCodePoint(...t.slice(o, i)));
		} else qu(r) ? (i += 1, n.push(String.fromCodePoint(...t.slice(i - 2, i)))) : n.push(String.fromCodePoint(r));
	}
	return n;
}
var Vu = {
	"⁰": "0",
	"¹": "1",
	"²": "2",
	"³": "3",
	"⁴": "4",
	"⁵": "5",
	"⁶": "6",
	"⁷": "7",
	"⁸": "8",
	"⁹": "9",
	"⁻": "-",
	"ⁱ": "i",
	ⁿ: "n"
};
var Gu = {
	"₀": "0",
	"₁": "1",
	"₂": "2",
	"₃": "3",
	"₄": "4",
	"₅": "5",
	"₆": "6",
	"₇": "7",
	"₈": "8",
	"₉": "9",
	"₋": "-"
};
var so = /* @__PURE__ */ new Map();
function Uu(e) {
	let n = so.get(e.source);
	if (!n) {
		let t = e.source.startsWith("^") ? e.source.slice(1) : e.source;
		n = new RegExp(t, "y"), so.set(e.source, n);
	}
	return n;
}
var Gi = class {
	s;
	pos;
	joined;
	offsets = null;
	obeyspaces = !1;
	constructor(n) {
		if (n = n.normalize("NFC"), n = n.replace(/[\u200E\u200F\u2066-\u2069\u202A-\u202E]/g, ""), n = n.replace(/\u2212/g, "-"), n = n.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁱⁿ]+/g, (t) => `^{${Array.from(t).map((r) => Vu[r]).join("")}}`), n = n.replace(/[₀₁₂₃₄₅₆₇₈₉₋]+/g, (t) => `_{${Array.from(t).map((r) => Gu[r]).join("")}}`), this.s = ro(n), this.pos = 0, typeof this.s == "string") this.joined = this.s;
		else {
			this.joined = this.s.join("");
			let t = new Array(this.s.length + 1);
			let i = 0;
			for (let r = 0; r < this.s.length; r++) t[r] = i, i += this.s[r].length;
			t[this.s.length] = i, this.offsets = t;
		}
	}
	end() {
		return this.pos >= this.s.length;
	}
	get() {
		return this.pos < this.s.length ? this.s[this.pos++] : "";
	}
	peek() {
		return this.s[this.pos];
	}
	match(n) {
		let t = Uu(n);
		typeof this.s == "string" ? t.lastIndex = this.pos : t.lastIndex = this.offsets[this.pos < this.s.length ? this.pos : this.s.length];
		let i = t.exec(this.joined);
		return i?.[0] ? (this.pos += i[0].length, i[0]) : null;
	}
	next() {
		if (this.end()) return null;
		if (!this.obeyspaces && this.match(/^[ \f\n\r\t\v\xA0\u2028\u2029]+/)) return "<space>";
		if (this.obeyspaces && this.match(/^[ \f\n\r\t\v\xA0\u2028\u2029]/)) return "<space>";
		let n = this.get();
		if (n === "\\") {
			if (!this.end()) {
				let t = this.match(/^[a-zA-Z]+/);
				if (t) this.match(/^[ \f\n\r\t\v\xA0\u2028\u2029]*/);
				else if (t = this.get(), t === " ") return "<space>";
				return "\\" + t;
			}
		} else {
			if (n === "{") return "<{>";
			if (n === "}") return "<}>";
			if (n === "^") {
				if (this.peek() === "^") {
					this.get();
					let t = this.match(/^(\^(\^(\^(\^[0-9a-f])?[0-9a-f])?[0-9a-f])?[0-9a-f])?[0-9a-f][0-9a-f]/);
					if (t) return String.fromCodePoint(parseInt(t.slice(t.lastIndexOf("^") + 1), 16));
				}
				return n;
			} else if (n === "#") {
				if (!this.end()) {
					let t = !1;
					if (/[0-9?]/.test(this.peek()) && (t = !0, this.pos + 1 < this.s.length)) {
						let i = this.s[this.pos + 1];
						t = /[^0-9A-Za-z]/.test(i);
					}
					return t ? "#" + this.get() : "#";
				}
			} else if (n === "$") return this.peek() === "$" ? (this.get(), "<$$>") : "<$>";
		}
		return n;
	}
};
function Yu(e, n) {
	let t = e.next();
	if (!t) return [];
	let i = [];
	if (t !== "\\relax") {
		if (t === "\\noexpand") t = e.next(), t && i.push(t);
		else if (t === "\\obeyspaces") e.obeyspaces = !0;
		else if (t === "\\space" || t === "~") i.push("<space>");
		else if (t === "\\bgroup") i.push("<{>");
		else if (t === "\\egroup") i.push("<}>");
		else if (t === "\\string") t = e.next(), t && (t[0] === "\\" ? Array.from(t).forEach((r) => i.push(r === "\\" ? "\\backslash" : r)) : t === "<{>" ? i.push("\\{") : t === "<space>" ? i.push("~") : t === "<}>" && i.push("\\}"));
		else if (t === "\\csname") {
			let r = "";
			let s = !1;
			let o = [];
			do
				o.length === 0 && (t = e.next(), o = t ? [t] : []), s = o.length === 0, !s && t === "\\endcsname" && (s = !0, o.shift()), s || (s = t === "<$>" || t === "<$$>" || t === "<{>" || t === "<}>" || !!t && t.length > 1 && t[0] === "\\"), s || (r += o.shift());
			while (!s);
			r && i.push("\\" + r), i = i.concat(o);
		} else if (t !== "\\endcsname") if (t.length > 1 && t[0] === "#") {
			let r = t.slice(1);
			let s = n;
			i = i.concat(H(s?.[r] ?? s?.["?"] ?? "\\placeholder{}", n));
		} else i.push(t);
	}
	return i;
}
function H(e, n = [], t) {
	let r = e.toString().split(/(\r?\n)/);
	let s = "";
	let o = "";
	let a = 0;
	for (let c = 0; c < r.length; c += 2) {
		let f = r[c];
		let d = r[c + 1] ?? "";
		s += o, o = " ";
		let m = f.match(/((?:\\%)|[^%])*/);
		if (m !== null && (s += m[0], t !== void 0 && m[0].length < f.length)) {
			let y = a + m[0].length;
			let k = a + f.length;
			t.push({
				start: y,
				end: k,
				discardedLength: f.length - m[0].length
			});
		}
		a += f.length + d.length;
	}
	let l = new Gi(s);
	let u = [];
	do
		u.push(...Yu(l, n));
	while (!l.end());
	return u;
}
function At(e) {
	return H(e).length;
}
function E(e) {
	let n = "";
	let t = "";
	for (let i of e) i == null || i === "" || (typeof i == "string" && (/[a-zA-Z]/.test(i[0]) && (t += n), /\\[a-zA-Z]+\*?$/.test(i) ? n = " " : n = ""), t += i.toString());
	return t;
}
function he(e, n, t) {
	return n.includes(e) && !Hu(n) && (n = `{${n}}`), /^[0-9]$/.test(t) ? `${n}${e}${t}` : `${n}${e}{${t}}`;
}
var qi = [
	["\\left(", "\\right)"],
	["\\Bigl(", "\\Bigr)"],
	["(", ")"]
];
function Hu(e) {
	if (!qi.some(([t, i]) => e.startsWith(t) && e.endsWith(i))) return !1;
	let n = 0;
	for (let t = 0; t < e.length;) {
		let i = qi.find(([s]) => e.startsWith(s, t));
		if (i) {
			n++, t += i[0].length;
			continue;
		}
		let r = qi.find(([, s]) => e.startsWith(s, t));
		if (r) {
			if (n--, t += r[1].length, n === 0 && t !== e.length) return !1;
			continue;
		}
		t++;
	}
	return n === 0;
}
function Vi(e, n) {
	let t = 0;
	for (; n - 1 - t >= 0 && e[n - 1 - t] === "\\";) t += 1;
	return t % 2 === 1;
}
function oo(e, n) {
	let t = n - 1;
	if (t < 0) return -1;
	if (e[t] === "}" && !Vi(e, t)) {
		let r = 0;
		for (let s = t; s >= 0; s--) if (!Vi(e, s)) {
			if (e[s] === "}") r += 1;
			else if (e[s] === "{" && --r === 0) return s;
		}
		return -1;
	}
	let i = /\\[a-zA-Z]+\*?$/.exec(e.slice(0, n));
	return i ? i.index : Vi(e, t) ? t - 1 : t;
}
function wt(e) {
	let n = oo(e, e.length);
	return n > 0 && e[n - 1] === "_" && (n = oo(e, n - 1)), n > 0 && e[n - 1] === "^";
}
function ye(e) {
	let n = [];
	if (Array.isArray(e)) for (let i of e) if (Array.isArray(i)) for (let r of i) n.push(r);
	else n.push(i);
	else n = [e];
	return E(n.map((i) => ({
		"<space>": " ",
		"<$$>": "$$",
		"<$>": "$",
		"<{>": "{",
		"<}>": "}"
	})[i] ?? i));
}
function ao(e, n) {
	return "normal";
}
function lo(e, n) {
	return "normal";
}
function uo(e, n) {
	return n > 2 ? "solidus" : "radical";
}
function co(e, n) {
	if (n > 3) return "inline-solidus";
	if (g(e) === "Divide") {
		let [t, i] = x(e), [r, s] = [xn(t), xn(i)];
		if (r > 5 && Zu(i)) return "inline-solidus";
		if (s <= 2 && r > 5) return "factor";
		let o = g(i);
		if (r <= 2 && s > 5 && o !== "Sqrt" && o !== "Root") return "reciprocal";
	}
	return "quotient";
}
function Zu(e) {
	if (e === null) return !1;
	let n = p(e, 1);
	if (n === null || xn(n) > 2) return !1;
	switch (g(e)) {
		case "Power": {
			let t = N(p(e, 2));
			return t !== null && Number.isInteger(t) && t >= 2;
		}
		case "Square":
		case "Sqrt": return !0;
		default: return !1;
	}
}
function fo(e, n) {
	return "boolean";
}
function po(e, n) {
	return "solidus";
}
function go(e, n) {
	return "compact";
}
function mo(e, n) {
	return "bracket";
}
function te(e, n, t) {
	e.indexOf("#1") < 0 && e.indexOf("#2") < 0 && (e = `#1 ${e} #2`);
	return E(e.split(/(#\d+)/).filter((r) => r.trim() !== "").map((r) => r.trim()).map((r) => {
		switch (r) {
			case "#1": return n;
			case "#2": return t;
			default: return r;
		}
	}));
}
function Rt(e, n) {
	return (t, i, r) => {
		let s = t.parseExpression({
			...r,
			minPrec: n
		});
		return s === null ? null : ["Not", [
			e,
			i,
			s
		]];
	};
}
var He = [
	{
		latexTrigger: ["\\not", "<"],
		kind: "infix",
		associativity: "any",
		precedence: 246,
		parse: "NotLess"
	},
	{
		name: "NotLess",
		latexTrigger: ["\\nless"],
		kind: "infix",
		associativity: "any",
		precedence: 246
	},
	{
		latexTrigger: ["<"],
		kind: "infix",
		associativity: "any",
		precedence: 245,
		parse: "Less"
	},
	{
		name: "Less",
		latexTrigger: ["\\lt"],
		kind: "infix",
		associativity: "any",
		precedence: 245
	},
	{
		latexTrigger: ["<", "="],
		kind: "infix",
		associativity: "any",
		precedence: 241,
		parse: "LessEqual"
	},
	{
		name: "LessEqual",
		latexTrigger: ["\\le"],
		kind: "infix",
		associativity: "any",
		precedence: 241
	},
	{
		latexTrigger: ["\\leq"],
		kind: "infix",
		associativity: "any",
		precedence: 241,
		parse: "LessEqual"
	},
	{
		latexTrigger: ["\\leqslant"],
		kind: "infix",
		associativity: "any",
		precedence: v + 5,
		parse: "LessEqual"
	},
	{
		latexTrigger: ["≤"],
		kind: "infix",
		associativity: "any",
		precedence: 241,
		parse: "LessEqual"
	},
	{
		latexTrigger: ["≥"],
		kind: "infix",
		associativity: "any",
		precedence: 242,
		parse: "GreaterEqual"
	},
	{
		latexTrigger: ["≠"],
		kind: "infix",
		associativity: "right",
		precedence: 255,
		parse: "NotEqual"
	},
	{
		name: "LessNotEqual",
		latexTrigger: ["\\lneqq"],
		kind: "infix",
		associativity: "any",
		precedence: v
	},
	{
		name: "NotLessNotEqual",
		latexTrigger: ["\\nleqq"],
		kind: "infix",
		associativity: "any",
		precedence: v
	},
	{
		name: "LessOverEqual",
		latexTrigger: ["\\leqq"],
		kind: "infix",
		associativity: "any",
		precedence: v + 5
	},
	{
		name: "GreaterOverEqual",
		latexTrigger: ["\\geqq"],
		kind: "infix",
		associativity: "any",
		precedence: v + 5,
		parse: "GreaterEqual"
	},
	{
		name: "Equal",
		latexTrigger: ["="],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		latexTrigger: ["*", "="],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: "StarEqual"
	},
	{
		name: "StarEqual",
		latexTrigger: ["\\star", "="],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "PlusEqual",
		latexTrigger: ["+", "="],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "MinusEqual",
		latexTrigger: ["-", "="],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "SlashEqual",
		latexTrigger: ["/", "="],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		latexTrigger: ["=", "="],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: "Equal"
	},
	{
		name: "EqualEqualEqual",
		latexTrigger: [
			"=",
			"=",
			"="
		],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	},
	{
		name: "Tilde",
		latexTrigger: ["\\sim"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotTilde",
		latexTrigger: ["\\nsim"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "TildeEqual",
		latexTrigger: ["\\simeq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "TildeFullEqual",
		latexTrigger: ["\\cong"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotTildeFullEqual",
		latexTrigger: ["\\ncong"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "Approx",
		latexTrigger: ["\\approx"],
		kind: "infix",
		associativity: "right",
		precedence: 247
	},
	{
		latexTrigger: ["≈"],
		kind: "infix",
		associativity: "right",
		precedence: 247,
		parse: "Approx"
	},
	{
		name: "NotApprox",
		latexTrigger: ["\\not", "\\approx"],
		kind: "infix",
		associativity: "right",
		precedence: 247
	},
	{
		name: "ApproxEqual",
		latexTrigger: ["\\approxeq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotApproxEqual",
		latexTrigger: ["\\not", "\\approxeq"],
		kind: "infix",
		associativity: "right",
		precedence: 250
	},
	{
		name: "NotEqual",
		latexTrigger: ["\\ne"],
		kind: "infix",
		associativity: "right",
		precedence: 255
	},
	{
		latexTrigger: ["\\neq"],
		kind: "infix",
		associativity: "right",
		precedence: 255,
		parse: "NotEqual"
	},
	{
		latexTrigger: ["\\not", "="],
		kind: "infix",
		associativity: "right",
		precedence: 255,
		parse: "NotEqual"
	},
	{
		latexTrigger: ["\\not", "\\le"],
		kind: "infix",
		associativity: "right",
		precedence: 241,
		parse: Rt("LessEqual", 241)
	},
	{
		latexTrigger: ["\\not", "\\leq"],
		kind: "infix",
		associativity: "right",
		precedence: 241,
		parse: Rt("LessEqual", 241)
	},
	{
		latexTrigger: ["\\not", "\\ge"],
		kind: "infix",
		associativity: "right",
		precedence: 242,
		parse: Rt("GreaterEqual", 242)
	},
	{
		latexTrigger: ["\\not", "\\geq"],
		kind: "infix",
		associativity: "right",
		precedence: 242,
		parse: Rt("GreaterEqual", 242)
	},
	{
		name: "Unequal",
		latexTrigger: ["!", "="],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: "NotEqual"
	},
	{
		name: "GreaterEqual",
		latexTrigger: ["\\ge"],
		kind: "infix",
		associativity: "right",
		precedence: 242
	},
	{
		latexTrigger: ["\\geq"],
		kind: "infix",
		associativity: "right",
		precedence: 242,
		parse: "GreaterEqual"
	},
	{
		latexTrigger: [">", "="],
		kind: "infix",
		associativity: "right",
		precedence: 243,
		parse: "GreaterEqual"
	},
	{
		latexTrigger: ["\\geqslant"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5,
		parse: "GreaterEqual"
	},
	{
		name: "GreaterNotEqual",
		latexTrigger: ["\\gneqq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotGreaterNotEqual",
		latexTrigger: ["\\ngeqq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		latexTrigger: [">"],
		kind: "infix",
		associativity: "right",
		precedence: 245,
		parse: "Greater"
	},
	{
		name: "Greater",
		latexTrigger: ["\\gt"],
		kind: "infix",
		associativity: "right",
		precedence: 245
	},
	{
		name: "NotGreater",
		latexTrigger: ["\\ngtr"],
		kind: "infix",
		associativity: "right",
		precedence: 244
	},
	{
		latexTrigger: ["\\not", ">"],
		kind: "infix",
		associativity: "right",
		precedence: 244,
		parse: "NotGreater"
	},
	{
		name: "RingEqual",
		latexTrigger: ["\\circeq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "TriangleEqual",
		latexTrigger: ["\\triangleq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "DotEqual",
		latexTrigger: ["\\doteq"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	},
	{
		name: "DotEqualDot",
		latexTrigger: ["\\doteqdot"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	},
	{
		name: "FallingDotEqual",
		latexTrigger: ["\\fallingdotseq"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	},
	{
		name: "RisingDotEqual",
		latexTrigger: ["\\fallingdotseq"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	},
	{
		name: "QuestionEqual",
		latexTrigger: ["\\questeq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "MuchLess",
		latexTrigger: ["\\ll"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "MuchGreater",
		latexTrigger: ["\\gg"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "Precedes",
		latexTrigger: ["\\prec"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "Succeeds",
		latexTrigger: ["\\succ"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "PrecedesEqual",
		latexTrigger: ["\\preccurlyeq"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "SucceedsEqual",
		latexTrigger: ["\\curlyeqprec"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotPrecedes",
		latexTrigger: ["\\nprec"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "NotSucceeds",
		latexTrigger: ["\\nsucc"],
		kind: "infix",
		associativity: "right",
		precedence: v
	},
	{
		name: "Between",
		latexTrigger: ["\\between"],
		kind: "infix",
		associativity: "right",
		precedence: v + 5
	}
];
var _t = /* @__PURE__ */ new Set([
	"Integers",
	"RationalNumbers",
	"RealNumbers",
	"ComplexNumbers"
]);
var ho;
function yo(e) {
	return typeof e != "string" ? !1 : (ho ??= new Set(He.map((n) => n.name).filter((n) => typeof n == "string")), ho.has(e));
}
function qn(e) {
	return typeof e != "string" ? !1 : [
		"Less",
		"LessEqual",
		"Greater",
		"GreaterEqual"
	].includes(e);
}
function Vn(e) {
	return typeof e != "string" ? !1 : ["Equal", "NotEqual"].includes(e);
}
var Wu = [
	"sgn",
	"type",
	"effects",
	"lazyValue",
	"storedValue",
	"elementMemo",
	"collectionFacet",
	"typeParse"
];
var Xu = [
	"hit",
	"hitConstant",
	"hitFastPath",
	"missCold",
	"missGeneration",
	"missGenerationWasted",
	"missEpoch",
	"missScope",
	"missKeyShape",
	"missDependency",
	"declineCycle",
	"declineStore",
	"evictClear"
];
var Ku = [
	"generation",
	"mutationGeneration",
	"semanticEpoch",
	"valueWrite",
	"ephemeralValueWrite"
];
var Qu = ["clean", "dirty"];
var Gn = (() => {
	if (typeof process > "u") return !1;
	let e = process.env?.CE_CACHE_STATS;
	return e !== void 0 && e !== "0";
})();
var xo = Gn || typeof process < "u" && !1;
function ec() {
	let e = {};
	for (let n of Xu) e[n] = 0;
	return e;
}
var nc = (() => {
	let e = {};
	for (let n of Wu) e[n] = ec();
	return e;
})();
(() => {
	let e = {};
	for (let n of Ku) e[n] = 0;
	return e;
})();
(() => {
	let e = {};
	for (let n of Qu) e[n] = 0;
	return e;
})();
function Dt(e, n) {
	nc[e][n] += 1;
}
var Ot = [
	"number",
	"complex",
	"imaginary",
	"real",
	"rational",
	"integer",
	"infinity",
	"nan"
];
var Ui = [
	"indexed_collection",
	"list",
	"tuple",
	"range",
	"string"
];
var Jt = Object.freeze({
	kind: "indexed_collection",
	elements: "integer"
});
var Ct = Object.freeze({
	kind: "indexed_collection",
	elements: "character"
});
var Yi = Object.freeze({
	kind: "list",
	elements: "unknown"
});
var Hi = Object.freeze({
	kind: "set",
	elements: "unknown"
});
var Un = Object.freeze({
	kind: "dictionary",
	values: "unknown"
});
var Bt = Object.freeze({
	kind: "collection",
	elements: "unknown"
});
var Yn = Object.freeze({
	kind: "indexed_collection",
	elements: "unknown"
});
var Zi = Object.freeze({
	kind: "collection",
	elements: "any"
});
var Lt = Object.freeze({
	kind: "indexed_collection",
	elements: "any"
});
Object.freeze({
	kind: "dictionary",
	values: "any"
});
var To = Object.freeze({
	kind: "union",
	types: [{
		kind: "value",
		value: 1 / 0
	}, {
		kind: "value",
		value: -1 / 0
	}]
});
var Wi = Object.freeze({
	kind: "union",
	types: [
		"real",
		{
			kind: "value",
			value: 1 / 0
		},
		{
			kind: "value",
			value: -1 / 0
		}
	]
});
var Ft = [
	...Ui,
	"collection",
	"set",
	"record",
	"dictionary"
];
var $t = [
	"scalar",
	...Ot,
	"boolean",
	"character"
];
var Xi = [
	"value",
	"color",
	"regexp",
	"type",
	"object",
	...Ft,
	...$t
];
var Ki = [
	"expression",
	"symbol",
	"function",
	...Xi
];
var Qi = [
	"any",
	"unknown",
	"nothing",
	"missing",
	"never",
	"error",
	...Ki
];
var De = new Set(Ot);
var bo = new Set(Ft);
var Eo = new Set($t);
var nn = new Set(Qi);
var Hn = "Variadic arguments cannot be used with optional arguments";
function ie(e) {
	if (typeof e == "string") return !1;
	switch (e.kind) {
		case "signature": return (e.optArgs?.length ?? 0) > 0 && e.variadicArg !== void 0 ? !0 : ie(e.result) || (e.args?.some((n) => ie(n.type)) ?? !1) || (e.optArgs?.some((n) => ie(n.type)) ?? !1) || e.variadicArg !== void 0 && ie(e.variadicArg.type) || (e.typeParams?.some((n) => n.bound !== void 0 && ie(n.bound)) ?? !1);
		case "record":
		case "object": return Object.values(e.elements).some(ie);
		case "union":
		case "intersection": return e.types.some(ie);
		case "negation": return ie(e.type);
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": return ie(e.elements);
		case "dictionary": return ie(e.values);
		case "tuple": return e.elements.some((n) => ie(n.type));
		case "reference": return e.args?.some(ie) ?? !1;
		default: return !1;
	}
}
function bn(e) {
	return typeof e != "string" ? !1 : nn.has(e);
}
function er(e) {
	return typeof e == "string" ? nn.has(e) : typeof e != "object" || !("kind" in e) ? !1 : e.kind === "signature" || e.kind === "union" || e.kind === "intersection" || e.kind === "negation" || e.kind === "value" || e.kind === "tuple" || e.kind === "list" || e.kind === "record" || e.kind === "object" || e.kind === "dictionary" || e.kind === "set" || e.kind === "broadcastable" || e.kind === "symbol" || e.kind === "expression" || e.kind === "numeric" || e.kind === "collection" || e.kind === "indexed_collection" || e.kind === "variable" || e.kind === "reference";
}
var ko = Object.freeze({ complexInfinity: !0 });
function le(e) {
	return typeof e == "object" && e !== null && e.complexInfinity === !0;
}
function tc(e) {
	return e === "ℝ" || e === "ℤ" || e === "ℚ" || e === "ℂ" || e === "ℕ";
}
var Zn = class {
	input;
	pos = 0;
	line = 1;
	column = 1;
	tokens = [];
	tolerant;
	constructor(n, t) {
		this.input = n, this.tolerant = t?.tolerant ?? !1;
	}
	saveState() {
		return {
			pos: this.pos,
			line: this.line,
			column: this.column,
			tokens: [...this.tokens]
		};
	}
	restoreState(n) {
		this.pos = n.pos, this.line = n.line, this.column = n.column, this.tokens = n.tokens;
	}
	error(n) {
		throw new Error(`Lexer error at line ${this.line}, column ${this.column}: ${n}`);
	}
	peek(n = 0) {
		let t = this.pos + n;
		return t < this.input.length ? this.input[t] : "";
	}
	advance() {
		let n = this.input[this.pos++];
		return n === `
` ? (this.line++, this.column = 1) : this.column++, n;
	}
	match(n) {
		if (this.input.slice(this.pos, this.pos + n.length) === n) {
			for (let t = 0; t < n.length; t++) this.advance();
			return !0;
		}
		return !1;
	}
	isEOF() {
		return this.pos >= this.input.length;
	}
	skipTrivia() {
		for (; !this.isEOF();) {
			if (/\s/.test(this.peek())) {
				this.advance();
				continue;
			}
			if (this.peek() === "/" && this.peek(1) === "/") {
				for (; !this.isEOF() && !/[\n\r\u2028\u2029]/.test(this.peek());) this.advance();
				continue;
			}
			if (this.peek() === "/" && this.peek(1) === "*") {
				this.skipBlockComment();
				continue;
			}
			break;
		}
	}
	skipBlockComment() {
		this.advance(), this.advance();
		let n = 1;
		for (; n > 0 && !this.isEOF();) this.peek() === "/" && this.peek(1) === "*" ? (n++, this.advance(), this.advance()) : this.peek() === "*" && this.peek(1) === "/" ? (n--, this.advance(), this.advance()) : this.advance();
		n > 0 && !this.tolerant && this.error("Unterminated comment");
	}
	readIdentifier() {
		let n = "";
		for (; !this.isEOF() && /[a-zA-Z0-9_]/.test(this.peek());) n += this.advance();
		return n;
	}
	readVerbatimString() {
		if (!this.match("`")) return "";
		let n = "";
		for (; !this.isEOF() && this.peek() !== "`";) this.match("\\`") ? n += "`" : this.match("\\\\") ? n += "\\" : n += this.advance();
		return this.isEOF() && this.error("Unterminated verbatim string"), this.advance(), n;
	}
	readStringLiteral() {
		let n = this.advance();
		let t = "";
		for (; !this.isEOF() && this.peek() !== n;) this.match("\\" + n) ? t += n : this.match("\\\\") ? t += "\\" : t += this.advance();
		return this.isEOF() && this.error("Unterminated string literal"), this.advance(), t;
	}
	readNumber() {
		let n = "";
		if ((this.peek() === "-" || this.peek() === "+") && (n += this.advance()), this.match("0x") || this.match("0X")) {
			for (n += "x"; !this.isEOF() && /[0-9a-fA-F]/.test(this.peek());) n += this.advance();
			return "0" + n;
		}
		if (this.match("0b") || this.match("0B")) {
			for (n += "b"; !this.isEOF() && /[01]/.test(this.peek());) n += this.advance();
			return "0" + n;
		}
		for (; !this.isEOF() && /[0-9]/.test(this.peek());) n += this.advance();
		if (this.peek() === "." && /[0-9]/.test(this.peek(1))) for (n += this.advance(); !this.isEOF() && /[0-9]/.test(this.peek());) n += this.advance();
		if (this.peek() === "e" || this.peek() === "E") for (n += this.advance(), (this.peek() === "+" || this.peek() === "-") && (n += this.advance()); !this.isEOF() && /[0-9]/.test(this.peek());) n += this.advance();
		return n;
	}
	createToken(n, t) {
		return {
			type: n,
			value: t,
			position: this.pos - t.length,
			line: this.line,
			column: this.column - t.length
		};
	}
	nextToken() {
		if (this.skipTrivia(), this.isEOF()) return this.createToken("EOF", "");
		let n = this.pos;
		let t = this.peek();
		if (this.match("->")) return this.createToken("->", "->");
		if (this.peek() === "<" && this.input.startsWith("<..", this.pos) && this.pos > 0 && /[0-9.∞o+\-]/.test(this.input[this.pos - 1])) return this.match("<.."), this.createToken("<..", "<..");
		if (this.input.startsWith("..<", this.pos) && this.pos + 3 < this.input.length && !/\s/.test(this.input[this.pos + 3])) return this.match("..<"), this.createToken("..<", "..<");
		if (this.match("..")) return this.createToken("..", "..");
		if (this.match("+∞") || this.match("+oo")) return this.createToken("PLUS_INFINITY", this.input.slice(n, this.pos));
		if (this.match("-∞") || this.match("-oo")) return this.createToken("MINUS_INFINITY", this.input.slice(n, this.pos));
		if (this.match("~∞") || this.match("~oo")) return this.createToken("COMPLEX_INFINITY", this.input.slice(n, this.pos));
		if (this.match("+infinity") || this.match("+Infinity")) return this.createToken("PLUS_INFINITY", this.input.slice(n, this.pos));
		if (this.match("-infinity") || this.match("-Infinity")) return this.createToken("MINUS_INFINITY", this.input.slice(n, this.pos));
		if (tc(t) && !/[a-zA-Z0-9_]/.test(this.peek(1))) return this.advance(), this.createToken("IDENTIFIER", t);
		if (/[a-zA-Z_]/.test(t)) {
			let i = this.readIdentifier();
			switch (i) {
				case "true": return this.createToken("TRUE", i);
				case "false": return this.createToken("FALSE", i);
				case "NaN": return this.createToken("NAN", i);
				case "Infinity":
				case "oo": return this.createToken("INFINITY", i);
				default: return this.createToken("IDENTIFIER", i);
			}
		}
		switch (t) {
			case "|": return this.advance(), this.createToken("|", "|");
			case "&": return this.advance(), this.createToken("&", "&");
			case "!": return this.advance(), this.createToken("!", "!");
			case "^": return this.advance(), this.createToken("^", "^");
			case "(": return this.advance(), this.createToken("(", "(");
			case ")": return this.advance(), this.createToken(")", ")");
			case "<": return this.advance(), this.createToken("<", "<");
			case ">": return this.advance(), this.createToken(">", ">");
			case "[": return this.advance(), this.createToken("[", "[");
			case "]": return this.advance(), this.createToken("]", "]");
			case "{": return this.advance(), this.createToken("{", "{");
			case "}": return this.advance(), this.createToken("}", "}");
			case ",": return this.advance(), this.createToken(",", ",");
			case ":": return this.advance(), this.createToken(":", ":");
			case "?": return this.advance(), this.createToken("?", "?");
			case "*": return this.advance(), this.createToken("*", "*");
			case ".": return this.advance(), this.createToken(".", ".");
			case "+": return /[0-9]/.test(this.peek(1)) ? this.createToken("NUMBER_LITERAL", this.readNumber()) : (this.advance(), this.createToken("+", "+"));
			case "x": return /[0-9]/.test(this.peek(1)) ? (this.advance(), this.createToken("x", "x")) : (this.advance(), this.createToken("x", "x"));
		}
		if (t === "\"" || t === "'") return this.createToken("STRING_LITERAL", this.readStringLiteral());
		if (t === "`") return this.createToken("VERBATIM_STRING", this.readVerbatimString());
		if (/[0-9]/.test(t) || t === "-" && /[0-9]/.test(this.peek(1))) {
			let i = this.readNumber();
			return this.peek() === "x" && /[0-9]/.test(this.peek(1)), this.createToken("NUMBER_LITERAL", i);
		}
		if (t === "∞") return this.advance(), this.createToken("INFINITY", "∞");
		if (this.tolerant) return this.createToken("EOF", "");
		this.error(`Unexpected character: ${t}`);
	}
	tokenize() {
		let n = [];
		for (; !this.isEOF();) {
			let t = this.nextToken();
			if (t && (n.push(t), t.type === "EOF")) break;
		}
		return n;
	}
	peekToken() {
		if (this.tokens.length === 0) {
			let n = this.nextToken();
			n && this.tokens.push(n);
		}
		return this.tokens[0] || this.createToken("EOF", "");
	}
	consumeToken() {
		if (this.tokens.length === 0) {
			let n = this.nextToken();
			if (n) return n;
		}
		return this.tokens.shift() || this.createToken("EOF", "");
	}
	matchToken(n) {
		return this.peekToken().type === n ? (this.consumeToken(), !0) : !1;
	}
	expectToken(n) {
		let t = this.consumeToken();
		return t.type !== n && this.error(`Expected ${n}, got ${t.type}`), t;
	}
};
var Wn = [
	"console",
	"entropy",
	"environment",
	"fs_read",
	"fs_write",
	"network",
	"random",
	"scope",
	"state",
	"time"
];
var ic = new Set(Wn);
function jt(e) {
	return ic.has(e);
}
function So(e) {
	return e === void 0 || e !== "any" && e.length === 0;
}
function nr(e) {
	return rc(e, !0);
}
function rc(e, n) {
	if (e === void 0) return;
	if (e === "any") return "any";
	if (typeof e == "string" || typeof e?.[Symbol.iterator] != "function") throw new Error(`Invalid effect set \`${String(e)}\`. Expected \`'any'\` or a collection of effect labels. The effect labels are ${Wn.join(", ")}`);
	let t = [...new Set(e)].sort();
	for (let i of t) if (!jt(i)) throw new Error(`Unknown effect label \`${i}\`. The effect labels are ${Wn.join(", ")}`);
	return t.length > 0 ? t : n ? [] : void 0;
}
function tr(e, n) {
	return So(e) || n === "any" ? !0 : e === "any" || So(n) ? !1 : e.every((t) => n.includes(t));
}
function ir(e, n) {
	return e === void 0 ? n === void 0 ? void 0 : n : n === void 0 ? e : e === "any" || n === "any" ? "any" : nr([...e, ...n]);
}
function No(e) {
	return e === "any" ? "any" : e.length === 0 ? "pure" : [...e].sort().join(" ");
}
var sc = Object.assign(Object.create(null), {
	finite_number: "complex",
	finite_complex: "complex",
	finite_real: "real",
	finite_rational: "rational",
	finite_integer: "integer"
});
var oc = Object.assign(Object.create(null), {
	ℝ: "real",
	ℤ: "integer",
	ℚ: "rational",
	ℂ: "complex"
});
function vo(e) {
	return oc[e] ?? sc[e] ?? e;
}
var zt = class {
	lexer;
	typeResolver;
	current;
	allowTrailing;
	_end = 0;
	_typeVarScopes = [];
	allowWhere;
	allowObjectType;
	blockFollows;
	_sawWhere = !1;
	_sawForwardRef = !1;
	constructor(n, t) {
		this.allowTrailing = t?.allowTrailing ?? !1, this.allowWhere = t?.allowWhere ?? !0, this.allowObjectType = t?.allowObjectType ?? !1, this.blockFollows = t?.blockFollows ?? !1, t?.typeVars !== void 0 && t.typeVars.length > 0 && this._typeVarScopes.push(new Set(t.typeVars.map((i) => i.name))), this.lexer = new Zn(n, { tolerant: this.allowTrailing }), this.typeResolver = t?.typeResolver ?? {
			forward: () => {},
			resolve: () => {},
			get names() {
				return [];
			}
		}, this.current = this.lexer.consumeToken();
	}
	get endOffset() {
		return this._end;
	}
	get sawWhereClause() {
		return this._sawWhere;
	}
	get sawForwardRef() {
		return this._sawForwardRef;
	}
	error(n, t) {
		this.errorAtToken(this.current, n, t);
	}
	errorAtToken(n, t, i, r) {
		let s = this.lexer.input;
		this.allowTrailing && (s = s.slice(0, n.position + n.value.length));
		let a = s.split(`
`)[n.line - 1] || s;
		let l = n.column;
		let u = " ".repeat(Math.max(0, l - 1)) + "^";
		let c = [
			"",
			"Invalid type",
			`|   ${a}`,
			`|   ${u}`,
			"|",
			`|   ${t}`
		];
		i && c.push(`|   ${i}`), c.push("");
		let f = new Error(c.join(`
`));
		throw f.position = n.position, f.rawMessage = t, r !== void 0 && (f.code = r), f;
	}
	advance() {
		let n = this.current;
		return this._end = n.position + n.value.length, this.current = this.lexer.consumeToken(), n;
	}
	match(n) {
		return this.current.type === n ? (this.advance(), !0) : !1;
	}
	expect(n) {
		return this.current.type !== n && this.error(`Expected ${n}, got ${this.current.type}`), this.advance();
	}
	createNode(n, t = {}) {
		return {
			kind: n,
			position: this.current.position,
			line: this.current.line,
			column: this.current.column,
			...t
		};
	}
	parseType() {
		this.checkForNakedFunctionSignature();
		let n = this.allowWhere ? this.parseConstrainedType() : this.parseUnionType();
		if (n || this.error("Expected a type"), this.current.type !== "EOF") if (this.current.type === "->" || this.current.type === "+" || this.current.type === "*" || this.current.type === "?") this.error("Function signatures must be enclosed in parentheses", "For example `(x: number) -> number`");
		else if (this.current.type === "IDENTIFIER" && jt(this.current.value)) this.error("Function signatures must be enclosed in parentheses", "For example `(real) random -> real`");
		else if (this.current.type === "(") {
			let t = this.lexer.input;
			t.includes("set(") || t.includes("collection(") || t.includes("list(") || t.includes("tuple(") ? t.includes("set(") ? this.error("Use `set<integer>` instead of `set(integer)`.") : t.includes("collection(") ? this.error("Use `collection<type>` instead of `collection(type)`.", "For example `collection<number>`") : t.includes("list(") ? this.error("Use `list<type>` instead of `list(type)`.", "For example `list<number>`") : t.includes("tuple(") && this.error("Use `tuple<type1, type2>` instead of `tuple(type1, type2)`.", "For example `tuple<string, number>`") : this.error("Unexpected token after type");
		} else this.error("Unexpected token after type");
		return n;
	}
	parseTypePrefix() {
		this.checkForNakedFunctionSignature();
		let n = this.allowWhere ? this.parseConstrainedType() : this.parseUnionType();
		return n || this.error("Expected a type"), n;
	}
	checkForNakedFunctionSignature() {
		if (this.current.type === "IDENTIFIER") {
			let n = this.lexer.saveState();
			let t = this.current;
			try {
				let i = this.current;
				if (this.advance(), this.current.type === ":") {
					this.advance();
					let r = !1;
					let s = 0;
					let o = 10;
					for (; this.current.type !== "EOF" && s < o;) {
						if (this.current.type === "->") {
							r = !0;
							break;
						}
						if (this.current.type === "+" || this.current.type === "*" || this.current.type === "?") {
							if (this.advance(), this.current.type === "->") {
								r = !0;
								break;
							}
							s++;
						}
						this.advance(), s++;
					}
					r && (this.lexer.restoreState(n), this.current = t, this.errorAtToken(i, "Function signatures must be enclosed in parentheses", "For example `(z: string*) -> boolean`"));
				}
				this.lexer.restoreState(n), this.current = t;
			} catch (i) {
				if (this.lexer.restoreState(n), this.current = t, i instanceof Error && i.message.includes("Function signatures must be enclosed")) throw i;
			}
		}
	}
	parseUnionType() {
		let n = this.parseIntersectionType();
		if (!n) return;
		let t = [n];
		for (; this.match("|");) {
			let r = this.parseIntersectionType();
			r || this.error("Expected type after |"), t.push(r);
		}
		if (t.length === 1) return t[0];
		let i = [];
		for (let r of t) r.kind === "union" ? i.push(...r.types) : i.push(r);
		return this.createNode("union", { types: i });
	}
	parseIntersectionType() {
		let n = this.parsePrimaryType();
		if (!n) return;
		let t = [n];
		for (; this.match("&");) {
			let i = this.parsePrimaryType();
			i || this.error("Expected type after &"), t.push(i);
		}
		return t.length === 1 ? t[0] : this.createNode("intersection", { types: t });
	}
	isTypeVariable(n) {
		for (let t = this._typeVarScopes.length - 1; t >= 0; t--) if (this._typeVarScopes[t].has(n)) return !0;
		return !1;
	}
	parseConstrainedType() {
		let n = this.scanWhereClauseNames();
		n !== null && (this._sawWhere = !0, this._typeVarScopes.push(new Set(n)));
		try {
			let t = this.parseUnionType();
			if (!t) return;
			if (this.current.type === "IDENTIFIER" && this.current.value === "where") {
				let i = this.parseWhereClause();
				return this.createNode("constrained", {
					typeParams: i,
					body: t
				});
			}
			return t;
		} finally {
			n !== null && this._typeVarScopes.pop();
		}
	}
	scanWhereClauseNames() {
		let n = this.lexer.input;
		let t = this.current.position;
		if (!n.includes("where", t)) return null;
		let i = new Zn(n.slice(t), { tolerant: !0 });
		let r = 0;
		let s = i.consumeToken();
		for (; s.type !== "EOF";) {
			switch (s.type) {
				case "(":
				case "<":
				case "[":
				case "{":
					r += 1;
					break;
				case ")":
				case ">":
				case "]":
				case "}":
					if (r -= 1, r < 0) return null;
					break;
				case ",":
					if (r === 0) return null;
					break;
				case "IDENTIFIER": if (r === 0 && s.value === "where") {
					let o = [];
					for (s = i.consumeToken();;) {
						if (s.type !== "IDENTIFIER") return o;
						o.push(s.value);
						let a = 0;
						for (s = i.consumeToken(); s.type !== "EOF";) {
							if (s.type === "(" || s.type === "<" || s.type === "[" || s.type === "{") a += 1;
							else if (s.type === ")" || s.type === ">" || s.type === "]" || s.type === "}") {
								if (a -= 1, a < 0) return o;
							} else if (s.type === "," && a === 0) break;
							s = i.consumeToken();
						}
						if (s.type === "EOF") return o;
						s = i.consumeToken();
					}
				}
			}
			s = i.consumeToken();
		}
		return null;
	}
	parseWhereClause() {
		this._sawWhere = !0, this.advance();
		let n = /* @__PURE__ */ new Set();
		let t = [];
		do {
			this.current.type !== "IDENTIFIER" && this.error("Expected a type variable name after `where`", "For example `(T) -> T where T`");
			let i = this.current;
			let r = this.advance().value;
			r === "where" && this.errorAtToken(i, "The type name `where` is reserved"), n.has(r) && this.errorAtToken(i, `The type variable \`${r}\` is declared more than once`), n.add(r);
			let s;
			this.match(":") && (s = this.parseUnionType(), s || this.error(`Expected a type after the bound of \`${r}\``, "For example `(T) -> T where T: number`"));
			let o;
			if (this.current.type === "IDENTIFIER" && this.current.value === "is") {
				this.advance(), o = [];
				do
					this.current.type !== "IDENTIFIER" && this.error("Expected a protocol name after `is`", "For example `(T) -> T where T: collection is Hashable`"), o.push(this.advance().value);
				while (this.match("&"));
			}
			t.push(this.createNode("type_param", {
				name: r,
				bound: s,
				protocols: o
			}));
		} while (this.match(","));
		return t;
	}
	checkForLegacyForall() {
		let n = this.lexer.saveState();
		let t = this.current;
		let i = this.current;
		let r = !1;
		try {
			if (this.advance(), this.current.type === "IDENTIFIER") {
				this.advance();
				let s = this.current.type;
				r = s === ":" || s === "," || s === ".";
			}
		} finally {
			this.lexer.restoreState(n), this.current = t;
		}
		r && this.errorAtToken(i, "The `forall T. …` prefix syntax was replaced by a trailing `where` clause", "For example `(T) -> T where T: number`");
	}
	parsePrimaryType() {
		if (this.current.type === "IDENTIFIER") {
			if (this.isTypeVariable(this.current.value)) {
				let n = this.advance().value;
				return this.createNode("type_variable", { name: n });
			}
			this.current.value === "forall" && this.checkForLegacyForall();
		}
		if (this.match("!")) {
			let n = this.parsePrimaryType();
			return n || this.error("Expected type after !"), this.createNode("negation", { type: n });
		}
		if (this.current.type === "(") {
			let n = this.parseFunctionSignature();
			if (n) return n;
			if (this.match("(")) {
				let t = this.parseConstrainedType();
				if (t || this.error("Expected type after ("), this.current.type === ",") {
					let i = [this.createNode("named_element", {
						name: void 0,
						type: t
					})];
					for (; this.match(",");) {
						let r = this.parseUnionType();
						r || this.error("Expected type after ,"), i.push(this.createNode("named_element", {
							name: void 0,
							type: r
						}));
					}
					return this.expect(")"), this.createNode("tuple", { elements: i });
				}
				return this.expect(")"), this.createNode("group", { type: t });
			}
		}
		return this.parseListType() || this.parseTupleType() || this.parseRecordType() || this.parseObjectType() || this.parseDictionaryType() || this.parseSetType() || this.parseBroadcastableType() || this.parseCallbackType() || this.parseCollectionType() || this.parseExpressionType() || this.parseSymbolType() || this.parseNumericType() || this.parseSignedInfinityName() || this.parsePrimitiveType() || this.parseValue() || this.parseTypeReference();
	}
	parseSignedInfinityName() {
		if (!(this.current.type !== "IDENTIFIER" || this.current.value !== "signed_infinity" && this.current.value !== "non_finite_number")) return this.advance(), this.createNode("union", { types: [this.createNode("value", {
			value: 1 / 0,
			valueType: "infinity"
		}), this.createNode("value", {
			value: -1 / 0,
			valueType: "infinity"
		})] });
	}
	isFunctionSignature() {
		let n = this.lexer.saveState();
		let t = this.current;
		this.advance();
		let i = 1;
		for (; i > 0 && this.current.type !== "EOF";) this.current.type === "(" ? i++ : this.current.type === ")" && i--, this.advance();
		for (; this.current.type === "IDENTIFIER" || this.current.type === "!";) this.advance();
		let r = this.current.type === "->";
		return this.lexer.restoreState(n), this.current = t, r;
	}
	parseEffectSpecifiers() {
		if (this.current.type !== "IDENTIFIER" && this.current.type !== "!") return;
		let n = !1;
		let t = !1;
		let i = [];
		for (; this.current.type === "IDENTIFIER" || this.current.type === "!";) {
			this.current.type === "!" && this.error("The `!` effect complement form is reserved and not yet supported", "Enumerate the effect labels instead, for example `(real) console scope -> real`");
			let r = this.current;
			let s = r.value;
			if (this.advance(), s === "pure") {
				(i.length > 0 || n || t) && this.errorAtToken(r, "`pure` cannot be combined with other effect labels", "Use `pure` alone to mean \"no effects\", or omit it entirely"), t = !0;
				continue;
			}
			if (t && this.errorAtToken(r, "`pure` cannot be combined with other effect labels", "Use `pure` alone to mean \"no effects\", or omit it entirely"), s === "any") {
				(i.length > 0 || n) && this.errorAtToken(r, "`any` cannot be combined with other effect labels", "Use `any` alone to mean \"unknown effects\""), n = !0;
				continue;
			}
			n && this.errorAtToken(r, "`any` cannot be combined with other effect labels", "Use `any` alone to mean \"unknown effects\""), jt(s) || this.errorAtToken(r, `Unknown effect label \`${s}\``, `The effect labels are ${Wn.join(", ")}`), i.includes(s) && this.errorAtToken(r, `Duplicate effect label \`${s}\``), i.push(s);
		}
		return t ? [] : n ? "any" : i.sort();
	}
	parseFunctionSignature() {
		if (this.current.type !== "(" || !this.isFunctionSignature()) return;
		let n = [];
		let t = [];
		if (this.advance(), !this.match(")")) {
			do {
				let c = this.current;
				let f = this.parseArgument();
				f || this.error("Expected argument"), n.push(f), t.push(c);
			} while (this.match(","));
			this.expect(")");
		}
		let i = this.parseEffectSpecifiers();
		this.expect("->");
		let r = this.parseUnionType();
		r || this.error("Expected return type after ->");
		let s = n.some((c) => c.modifier === "optional");
		let o = n.some((c) => c.modifier === "variadic_zero" || c.modifier === "variadic_one");
		let a = n.filter((c) => c.modifier === "variadic_zero" || c.modifier === "variadic_one").length;
		s && o && this.error(Hn), a > 1 && this.error("There can be only one variadic argument");
		let l = !1;
		let u = !1;
		for (let c = 0; c < n.length; c++) {
			let f = n[c].modifier;
			u && this.errorAtToken(t[c], "A variadic argument must be the last argument"), f === "variadic_zero" || f === "variadic_one" ? u = !0 : f === "optional" ? l = !0 : l && this.errorAtToken(t[c], "A required argument cannot follow an optional argument");
		}
		return this.createNode("function_signature", {
			arguments: n,
			effects: i,
			returnType: r
		});
	}
	parseArgument() {
		let n = this.parseNamedElement();
		if (!n) return;
		let t;
		return this.match("?") ? t = "optional" : this.match("*") ? t = "variadic_zero" : this.match("+") && (t = "variadic_one"), this.createNode("argument", {
			element: n,
			modifier: t
		});
	}
	parseNamedElement() {
		let n;
		if (this.current.type === "IDENTIFIER" || this.current.type === "VERBATIM_STRING") {
			let i = this.current;
			if (this.lexer.peekToken().type === ":") {
				n = i.value, this.advance(), this.advance();
				let s = this.parseUnionType();
				return s ? this.createNode("named_element", {
					name: n,
					type: s
				}) : void 0;
			}
		}
		let t = this.parseUnionType();
		if (t) return this.createNode("named_element", {
			name: void 0,
			type: t
		});
	}
	parseListType() {
		if (this.current.type === "IDENTIFIER") {
			let n = this.current;
			let i = this.lexer.peekToken().type === "<";
			switch (n.value) {
				case "list": return i ? (this.advance(), this.parseListTypeImpl()) : void 0;
				case "vector": return i ? (this.advance(), this.parseVectorType()) : (this.advance(), this.createNode("vector", {
					elementType: this.createNode("primitive", { name: "number" }),
					size: void 0
				}));
				case "matrix": return i ? (this.advance(), this.parseMatrixType()) : (this.advance(), this.createNode("matrix", {
					elementType: this.createNode("primitive", { name: "number" }),
					dimensions: [this.createNode("dimension", { size: -1 }), this.createNode("dimension", { size: -1 })]
				}));
				case "tensor": return i ? (this.advance(), this.parseTensorType()) : (this.advance(), this.createNode("list", {
					elementType: this.createNode("primitive", { name: "number" }),
					dimensions: void 0
				}));
				default: return;
			}
		}
	}
	parseListTypeImpl() {
		let n = this.createNode("primitive", { name: "unknown" });
		let t;
		if (this.match("<")) {
			if (t = this.parseDimensions(), !t) {
				let i = this.parseUnionType();
				i && (n = i, this.match("^") && (t = this.parseCaretDimensions()));
			}
			this.expect(">");
		}
		return this.createNode("list", {
			elementType: n,
			dimensions: t
		});
	}
	parseVectorType() {
		let n = this.createNode("primitive", { name: "number" });
		let t;
		if (this.match("<")) {
			if (this.current.type === "NUMBER_LITERAL") t = parseInt(this.advance().value);
			else {
				let i = this.parseUnionType();
				i && (n = i, this.match("^") && (this.current.type === "NUMBER_LITERAL" ? t = parseInt(this.advance().value) : this.error("Expected number after ^")));
			}
			this.expect(">");
		}
		return this.createNode("vector", {
			elementType: n,
			size: t
		});
	}
	parseMatrixType() {
		let n = this.createNode("primitive", { name: "number" });
		let t;
		if (this.match("<")) {
			if (t = this.parseDimensions(), !t) {
				let i = this.parseUnionType();
				i && (n = i, this.match("^") && (t = this.parseCaretDimensions()));
			}
			this.expect(">");
		} else t = [this.createNode("dimension", { size: null }), this.createNode("dimension", { size: null })];
		return this.createNode("matrix", {
			elementType: n,
			dimensions: t
		});
	}
	parseTensorType() {
		let n = this.createNode("primitive", { name: "number" });
		if (this.match("<")) {
			let t = this.parseUnionType();
			t && (n = t), this.expect(">");
		}
		return this.createNode("tensor", { elementType: n });
	}
	parseDimensions() {
		let n = this.parseDimension();
		if (!n) return;
		let t = [n];
		for (;;) {
			let i = this.current;
			if (i.type === "IDENTIFIER" && /^(x\d+)+$/.test(i.value)) {
				this.advance();
				for (let r of i.value.match(/x(\d+)/g)) t.push(this.createNode("dimension", { size: parseInt(r.slice(1)) }));
			} else if (i.type === "IDENTIFIER" && i.value === "x") {
				let r = this.lexer.peekToken();
				r.type !== "NUMBER_LITERAL" && r.type !== "?" && this.error("Expected a positive integer literal or `?` after x. For example: `2x3` or `2x?`"), this.advance(), t.push(this.parseDimension());
			} else break;
		}
		return t;
	}
	parseDimension() {
		if (this.match("?")) return this.createNode("dimension", { size: null });
		if (this.current.type === "NUMBER_LITERAL") {
			let n = parseInt(this.advance().value);
			return this.createNode("dimension", { size: n });
		}
	}
	parseCaretDimensions() {
		let n = this.match("(");
		let t = this.parseDimensions();
		return n && this.expect(")"), t;
	}
	parseTupleType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "tuple") {
			if (this.lexer.peekToken().type !== "<") return;
			this.advance(), this.expect("<");
			let t = [];
			if (this.current.type !== ">") {
				let i = this.parseNamedElement();
				i || this.error("Expected tuple element"), t.push(i);
				let r = i.name !== void 0;
				for (; this.match(",");) {
					let s = this.parseNamedElement();
					s || this.error("Expected tuple element"), r && !s.name && this.error("All tuple elements should be named, or none. Previous elements were named, but this one isn't."), !r && s.name && this.error("All tuple elements should be named, or none. Previous elements were not named, but this one is."), t.push(s);
				}
			}
			return this.expect(">"), this.createNode("tuple", { elements: t });
		}
	}
	startsFieldList() {
		if (this.current.type !== "{") return !1;
		let n = this.current.position;
		let t = this.lexer.saveState();
		let i = this.current;
		let r = this._end;
		let s;
		try {
			this.advance();
			let o = this.current;
			o.type === "}" ? s = !0 : o.type !== "IDENTIFIER" && o.type !== "VERBATIM_STRING" ? s = !1 : (this.advance(), s = this.current.type === ":");
		} finally {
			this.lexer.restoreState(t), this.current = i, this._end = r;
		}
		return s ? !this.blockFollows || this.blockFollowsFieldList(n) : !1;
	}
	blockFollowsFieldList(n) {
		let t = this.lexer.input;
		let i = 0;
		let r = n;
		for (; r < t.length; r++) {
			let o = t[r];
			if (o === "\"" || o === "`") {
				for (r += 1; r < t.length && t[r] !== o;) r += t[r] === "\\" ? 2 : 1;
				if (r >= t.length) return !1;
				continue;
			}
			if (o === "{") i += 1;
			else if (o === "}" && (i -= 1, i === 0)) break;
		}
		if (r >= t.length) return !1;
		let s = r + 1;
		for (; s < t.length && /\s/.test(t[s]);) s += 1;
		return s >= t.length ? !1 : t[s] === "{" || /^where\b/.test(t.slice(s));
	}
	parseFieldList(n) {
		let t = [];
		if (this.expect("{"), this.current.type !== "}") do {
			let i = this.parseRecordEntry();
			i || this.error(`Expected ${n} field`), t.push(i);
		} while (this.match(","));
		return this.expect("}"), t;
	}
	parseRecordType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "record") {
			let n = this.current;
			this.advance();
			let t = [];
			return this.startsFieldList() ? t = this.parseFieldList("record") : this.current.type === "<" && this.errorAtToken(n, "A record type is written with braces: `record{key: type, …}`", "For example `record{x: integer, y: integer}`", "record-type-angle-brackets"), this.createNode("record", { entries: t });
		}
	}
	parseObjectType() {
		if (this.current.type !== "IDENTIFIER" || this.current.value !== "object") return;
		let n = this.current;
		this.advance();
		let t = [];
		return this.startsFieldList() ? (t = this.parseFieldList("object"), t.length > 0 && !this.allowObjectType && this.errorAtToken(n, "An `object{…}` type may only be the definition of a named type", "Object types are nominal: declare one with `type Person = object{…}` (not `type alias`), then refer to `Person` here", "object-type-not-inline")) : this.current.type === "<" && this.errorAtToken(n, "An object type is written with braces: `object{field: type, …}`", "For example `type Person = object{name: string, age: integer}`", "object-type-angle-brackets"), this.createNode("object", { entries: t });
	}
	parseRecordEntry() {
		let n;
		if (this.current.type === "IDENTIFIER") n = this.advance().value;
		else if (this.current.type === "VERBATIM_STRING") n = this.advance().value;
		else return;
		this.expect(":");
		let t = this.parseUnionType();
		return t || this.error("Expected value type"), this.createNode("record_entry", {
			key: n,
			valueType: t
		});
	}
	parseDictionaryType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "dictionary") {
			this.advance();
			let n = this.createNode("primitive", { name: "unknown" });
			if (this.match("<")) {
				let t = this.parseUnionType();
				t && (n = t), this.expect(">");
			}
			return this.createNode("dictionary", { valueType: n });
		}
	}
	parseSetType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "set") {
			if (this.lexer.peekToken().type !== "<") return;
			this.advance();
			let n = this.createNode("primitive", { name: "unknown" });
			if (this.match("<")) {
				let t = this.parseUnionType();
				t && (n = t), this.expect(">");
			}
			return this.createNode("set", { elementType: n });
		}
	}
	parseBroadcastableType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "broadcastable") {
			this.advance();
			let n = this.createNode("primitive", { name: "any" });
			if (this.match("<")) {
				let t = this.parseUnionType();
				t && (n = t), this.expect(">");
			}
			return this.createNode("broadcastable", { elementType: n });
		}
	}
	parseCallbackType() {
		this.current.type !== "IDENTIFIER" || this.current.value !== "callback" || this.lexer.peekToken().type === "<" && this.error("The `callback<…>` constructor was retired: write the arrow directly (e.g. `(T) any -> boolean`) — callback operands are admitted by compatibility, not subtyping");
	}
	parseCollectionType() {
		if (this.current.type === "IDENTIFIER") {
			let n = this.current.value === "indexed_collection";
			let t = this.current.value === "collection";
			if (n || t) {
				this.advance();
				let i = this.createNode("primitive", { name: "unknown" });
				if (this.match("<")) {
					let r = this.parseUnionType();
					r && (i = r), this.expect(">");
				}
				return this.createNode("collection", {
					elementType: i,
					indexed: n
				});
			}
		}
	}
	parseExpressionType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "expression") {
			if (this.lexer.peekToken().type !== "<") return;
			this.advance(), this.expect("<");
			let i = this.expect("IDENTIFIER").value;
			return this.expect(">"), this.createNode("expression", { operator: i });
		}
	}
	parseSymbolType() {
		if (this.current.type === "IDENTIFIER" && this.current.value === "symbol") {
			if (this.lexer.peekToken().type !== "<") return;
			this.advance(), this.expect("<");
			let i = this.expect("IDENTIFIER").value;
			return this.expect(">"), this.createNode("symbol", { name: i });
		}
	}
	parseNumericType() {
		if (this.current.type === "IDENTIFIER") {
			let n = [
				"real",
				"rational",
				"integer"
			];
			if (this.current.value === "ℕ") return this.advance(), this.createNode("numeric", {
				baseType: "integer",
				lowerBound: this.createNode("value", {
					value: 0,
					valueType: "number"
				})
			});
			let t = vo(this.current.value);
			if (n.includes(t)) {
				this.advance();
				let i = t;
				if (this.match("<")) {
					let r = this.parseValue();
					let s = !1;
					let o = !1;
					if (this.match("<..")) {
						s = !0;
						let c = this.current;
						c.type === "<" && (this.advance(), this.current.position !== c.position + 1 && this.error("Invalid numeric type", "The `<` marker must touch its bound"), o = !0);
					} else this.match("..<") ? o = !0 : this.expect("..");
					let a = this.parseValue();
					this.expect(">"), s && r === void 0 && this.error("Invalid numeric type", "An open lower bound needs a bound value"), o && a === void 0 && this.error("Invalid numeric type", "An open upper bound needs a bound value");
					let l = r?.value ?? -1 / 0;
					let u = a?.value ?? 1 / 0;
					(Number.isNaN(l) || Number.isNaN(u)) && this.error("Invalid numeric type", "Lower and upper bounds must be valid numbers");
					for (let c of [r, a]) c !== void 0 && c.valueType !== "number" && c.valueType !== "infinity" && this.error("Invalid numeric type", "Lower and upper bounds must be valid numbers");
					return l > u && this.error(`Invalid range: ${l}..${u}`, "The lower bound must be less than the upper bound"), (s && !Number.isFinite(l) || o && !Number.isFinite(u)) && this.error("Invalid numeric type", "An open bound must be a finite number"), this.createNode("numeric", {
						baseType: i,
						lowerBound: r,
						upperBound: a,
						...s ? { lowerOpen: !0 } : {},
						...o ? { upperOpen: !0 } : {}
					});
				}
				return this.createNode("numeric", { baseType: i });
			}
		}
	}
	parsePrimitiveType() {
		if (this.current.type === "IDENTIFIER") {
			let n = vo(this.current.value);
			if (nn.has(n)) {
				if (n === "type") {
					let t = this.lexer.saveState();
					let i = this.current;
					this.advance();
					let r = this.current.type === "IDENTIFIER";
					if (this.lexer.restoreState(t), this.current = i, r) return;
				}
				return this.advance(), this.createNode("primitive", { name: n });
			}
		}
	}
	parseValue() {
		let n;
		let t;
		switch (this.current.type) {
			case "STRING_LITERAL":
				n = this.advance().value, t = "string";
				break;
			case "NUMBER_LITERAL":
				n = parseFloat(this.advance().value), t = "number";
				break;
			case "TRUE":
				this.advance(), n = !0, t = "boolean";
				break;
			case "FALSE":
				this.advance(), n = !1, t = "boolean";
				break;
			case "NAN":
				this.advance(), n = NaN, t = "nan";
				break;
			case "INFINITY":
			case "PLUS_INFINITY":
				this.advance(), n = 1 / 0, t = "infinity";
				break;
			case "MINUS_INFINITY":
				this.advance(), n = -1 / 0, t = "infinity";
				break;
			case "COMPLEX_INFINITY":
				this.advance(), n = ko, t = "complex_infinity";
				break;
			default: return;
		}
		return this.createNode("value", {
			value: n,
			valueType: t
		});
	}
	parseTypeReference() {
		let n = this.current.type === "IDENTIFIER" && this.current.value === "type";
		if (n && (this._sawForwardRef = !0, this.advance()), this.current.type === "IDENTIFIER") {
			let t = this.current;
			let i = this.advance().value;
			let r = this.parseTypeArguments();
			return this.typeResolver.resolve(i) ? this.createNode("type_reference", {
				name: i,
				isForward: n,
				args: r
			}) : n && this.typeResolver.forward(i) ? this.createNode("type_reference", {
				name: i,
				isForward: !0,
				args: r
			}) : (n || this.errorAtToken(t, `Unknown type "${i}"`, "Syntax error. The type was not recognized."), this.createNode("type_reference", {
				name: i,
				isForward: n,
				args: r
			}));
		}
	}
	parseTypeArguments() {
		if (this.current.type !== "<") return;
		if (this.advance(), this.current.type === ">") return this.advance(), [];
		let n = [];
		do {
			let t = this.parseUnionType();
			t || this.error("Expected a type argument"), n.push(t);
		} while (this.match(","));
		return this.current.type !== ">" && this.error("Expected `>` to close the type arguments", "For example `Pair<integer>`"), this.advance(), n;
	}
};
var Io = /* @__PURE__ */ new WeakSet();
var ac = 4096;
var qt = /* @__PURE__ */ new Map();
function rr(e, n, t, i = !1, r = !1) {
	let s = `${e}:${Object.is(n, -0) ? "-0" : n}:${Object.is(t, -0) ? "-0" : t}:${i ? 1 : 0}${r ? 1 : 0}`;
	let o = qt.get(s);
	if (o !== void 0) return o;
	let a = {
		kind: "numeric",
		type: e
	};
	return n !== void 0 && (a.lower = n), t !== void 0 && (a.upper = t), i && (a.lowerOpen = !0), r && (a.upperOpen = !0), Object.freeze(a), Io.add(a), qt.size >= ac && qt.clear(), qt.set(s, a), a;
}
function Mo(e) {
	return Io.has(e);
}
function En(e, n, t, i = !1, r = !1) {
	let s = n === 0 ? 0 : n;
	let o = t === 0 ? 0 : t;
	if (Number.isFinite(s) || (i = !1), Number.isFinite(o) || (r = !1), lc(e)) {
		if (Number.isFinite(s)) {
			let a = i ? Math.floor(s) + 1 : Math.ceil(s);
			(!i || a !== s) && (s = a, i = !1);
		}
		if (Number.isFinite(o)) {
			let a = r ? Math.ceil(o) - 1 : Math.floor(o);
			(!r || a !== o) && (o = a, r = !1);
		}
	}
	return s > o || s === o && (i || r) ? "never" : s === -1 / 0 && o === 1 / 0 ? e : rr(e, s === -1 / 0 ? void 0 : s, o === 1 / 0 ? void 0 : o, i, r);
}
function lc(e) {
	return e === "integer";
}
function Po(e, n) {
	switch (e.kind) {
		case "function_signature": return n.visitFunctionSignature(e);
		case "constrained": return n.visitConstrainedType(e);
		case "type_variable": return n.visitTypeVariable(e);
		case "union": return n.visitUnionType(e);
		case "intersection": return n.visitIntersectionType(e);
		case "negation": return n.visitNegationType(e);
		case "group": return n.visitGroupType(e);
		case "list": return n.visitListType(e);
		case "vector": return n.visitVectorType(e);
		case "matrix": return n.visitMatrixType(e);
		case "tensor": return n.visitTensorType(e);
		case "tuple": return n.visitTupleType(e);
		case "record": return n.visitRecordType(e);
		case "object": return n.visitObjectType(e);
		case "dictionary": return n.visitDictionaryType(e);
		case "set": return n.visitSetType(e);
		case "broadcastable": return n.visitBroadcastableType(e);
		case "collection": return n.visitCollectionType(e);
		case "expression": return n.visitExpressionType(e);
		case "symbol": return n.visitSymbolType(e);
		case "numeric": return n.visitNumericType(e);
		case "primitive": return n.visitPrimitiveType(e);
		case "type_reference": return n.visitTypeReference(e);
		case "value": return n.visitValue(e);
		default: throw new Error(`Unknown node kind: ${e.kind}`);
	}
}
var uc = 1;
var wo = 2;
var Ro = 3;
var ar = 4;
var cc = 5;
var fc = 6;
var pc = 7;
var dc = 8;
var gc = 9;
var mc = 10;
var hc = 11;
var sr = ar;
var or = !1;
function xe(e) {
	if (typeof e == "string") return e;
	or = !0;
	try {
		return R(e);
	} finally {
		or = !1;
	}
}
function R(e, n = 0) {
	if (typeof e == "string") return e;
	let t = "";
	switch (e.kind) {
		case "value":
			typeof e.value == "string" ? t = `"${e.value.replace(/\\/g, "\\\\").replace(/"/g, "\\\"")}"` : typeof e.value == "boolean" ? t = e.value ? "true" : "false" : le(e.value) ? t = "~oo" : e.value === 1 / 0 ? t = "+oo" : e.value === -1 / 0 ? t = "-oo" : t = e.value.toString();
			break;
		case "reference":
			t = e.args === void 0 ? e.name : `${e.name}<${e.args.map((c) => R(c)).join(", ")}>`;
			break;
		case "variable":
			t = e.name;
			break;
		case "negation":
			t = `!${R(e.type, ar)}`;
			break;
		case "union": {
			let c = [];
			let f = (d) => {
				typeof d == "object" && d.kind === "union" ? d.types.forEach(f) : c.push(R(d, wo));
			};
			if (e.types.forEach(f), c.includes("+oo") && c.includes("-oo")) {
				let d = c.filter((m) => m !== "+oo" && m !== "-oo");
				d.push("signed_infinity"), t = d.sort().join(" | ");
			} else t = c.sort().join(" | ");
			break;
		}
		case "intersection":
			t = e.types.map((c) => R(c, Ro)).join(" & ");
			break;
		case "expression":
			t = `expression<${Xn(e.operator)}>`;
			break;
		case "symbol":
			t = `symbol<${Xn(e.name)}>`;
			break;
		case "numeric": {
			let c = Number.isFinite(e.lower) ? `${e.lower}${e.lowerOpen ? "<" : ""}` : "";
			let f = Number.isFinite(e.upper) ? `${e.upperOpen ? "<" : ""}${e.upper}` : "";
			t = c === "" && f === "" ? `${e.type}` : `${e.type}<${c}..${f}>`;
			break;
		}
		case "list":
			if (e.dimensions && typeof e.elements == "string" && De.has(e.elements)) {
				if (e.dimensions === void 0) e.elements === "number" && (t = "tensor");
				else if (e.dimensions.length === 1) e.elements === "number" ? e.dimensions[0] < 0 ? t = "vector" : t = `vector<${e.dimensions[0]}>` : e.dimensions[0] < 0 ? t = `vector<${R(e.elements)}>` : t = `vector<${R(e.elements)}^${e.dimensions[0]}>`;
				else if (e.dimensions.length === 2) {
					let c = e.dimensions;
					e.elements === "number" ? c[0] < 0 && c[1] < 0 ? t = "matrix" : t = `matrix<${c[0]}x${c[1]}>` : c[0] < 0 && c[1] < 0 ? t = `matrix<${R(e.elements)}>` : t = `matrix<${R(e.elements)}^(${c[0]}x${c[1]})>`;
				}
			}
			if (!t) {
				let c = e.dimensions;
				if (c !== void 0 && c.length <= 2 && c.every((f) => f < 0)) t = `${c.length === 1 ? "vector" : "matrix"}<${R(e.elements)}>`;
				else if (c !== void 0 && c.some((f) => f < 0)) {
					let f = R(e.elements);
					for (let d = c.length - 1; d >= 0; d--) {
						let m = d === c.length - 1 ? Ao(e.elements, f) : f;
						f = c[d] < 0 ? `list<${f}>` : `list<${m}^${c[d]}>`;
					}
					t = f;
				} else {
					let f = c ? c.length === 1 ? `^${c[0].toString()}` : `^(${c.join("x")})` : "";
					let d = R(e.elements);
					t = `list<${f === "" ? d : Ao(e.elements, d)}${f}>`;
				}
			}
			break;
		case "record":
			t = `record{${Object.entries(e.elements).map(([c, f]) => `${Xn(c)}: ${R(f)}`).join(", ")}}`;
			break;
		case "object":
			t = `object{${Object.entries(e.elements).map(([c, f]) => `${Xn(c)}: ${R(f)}`).join(", ")}}`;
			break;
		case "dictionary":
			t = `dictionary<${R(e.values)}>`;
			break;
		case "set":
			t = `set<${R(e.elements)}>`;
			break;
		case "broadcastable":
			t = `broadcastable<${R(e.elements)}>`;
			break;
		case "collection":
			t = `collection<${R(e.elements)}>`;
			break;
		case "indexed_collection":
			t = `indexed_collection<${R(e.elements)}>`;
			break;
		case "tuple":
			if (e.elements.length === 0) t = "tuple";
			else if (e.elements.length === 1) {
				let [c] = e.elements;
				t = `tuple<${kn(c)}>`;
			} else t = "tuple<" + e.elements.map((c) => kn(c)).join(", ") + ">";
			break;
		case "signature":
			let a = [
				e.args ? e.args.map((c) => kn(c)).join(", ") : "",
				e.optArgs ? e.optArgs.map((c) => kn(c, sr) + "?").join(", ") : "",
				e.variadicArg ? e.variadicMin === 0 ? `${kn(e.variadicArg, sr)}*` : `${kn(e.variadicArg, sr)}+` : ""
			].filter((c) => c).join(", ");
			let l = e.effects === void 0 || or && e.effects !== "any" && !e.effects.length ? "" : ` ${No(e.effects)}`;
			let u = e.typeParams?.length ? ` where ${e.typeParams.map((c) => {
				let f = c.bound === void 0 ? void 0 : R(c.bound);
				let d = f === void 0 || f === "unknown" ? c.name : `${c.name}: ${f}`;
				return c.protocols?.length ? `${d} is ${c.protocols.join(" & ")}` : d;
			}).join(", ")}` : "";
			t = `(${a})${l} -> ${R(e.result)}${u}`;
			break;
		default: t = "error";
	}
	return n > 0 && n > yc(e.kind) ? `(${t})` : t;
}
function kn(e, n = 0) {
	return e.name ? `${Xn(e.name)}: ${R(e.type, n)}` : R(e.type, n);
}
function Xn(e) {
	return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(e) ? e : `\`${e.replace(/\\/g, "\\\\").replace(/`/g, "\\`")}\``;
}
function yc(e) {
	switch (e) {
		case "negation": return ar;
		case "union": return wo;
		case "intersection": return Ro;
		case "list": return cc;
		case "record":
		case "object": return fc;
		case "dictionary": return pc;
		case "set": return dc;
		case "collection":
		case "indexed_collection":
		case "broadcastable": return gc;
		case "tuple": return mc;
		case "signature": return uc;
		case "value":
		case "variable":
		case "numeric":
		case "expression":
		case "symbol":
		case "reference": return hc;
		default: return 0;
	}
}
function Ao(e, n) {
	let t = e;
	return typeof t == "string" || t.kind !== "union" && t.kind !== "intersection" ? n : t.types.some((r) => typeof r != "string" && (r.kind === "list" || r.kind === "set" || r.kind === "collection" || r.kind === "indexed_collection" || r.kind === "tuple" || r.kind === "dictionary" || r.kind === "record")) ? `(${n})` : n;
}
function lr(e, n) {
	let t = {
		kind: "reference",
		name: e.name,
		args: n
	};
	return Object.defineProperty(t, "def", {
		get: () => e.def,
		enumerable: !0,
		configurable: !0
	}), Object.defineProperty(t, "alias", {
		get: () => e.alias,
		set: (i) => {
			e.alias = i;
		},
		enumerable: !0,
		configurable: !0
	}), Object.defineProperty(t, "decl", {
		value: e,
		enumerable: !1,
		configurable: !0
	}), t;
}
function ue(e) {
	return e.decl ?? e;
}
function ur(e, n) {
	if (n === e.args) return e;
	let t = Object.getOwnPropertyDescriptors(e);
	return t.args = {
		value: n,
		writable: !0,
		enumerable: !0,
		configurable: !0
	}, Object.create(Object.getPrototypeOf(e), t);
}
var xc = "_forwardArity";
function cr(e, n) {
	let t = e;
	t._forwardArity === void 0 && Object.defineProperty(e, xc, {
		value: /* @__PURE__ */ new Set(),
		enumerable: !1,
		writable: !0,
		configurable: !0
	}), t._forwardArity.add(n);
}
function Sn(e, n) {
	let t = ue(e);
	return t._varianceState !== "verified" ? "inout" : t.typeParams?.[n]?.variance ?? "out";
}
var Pe = class extends Error {
	code;
	constructor(n, t) {
		super(`${n}: ${t}`), this.code = n;
	}
};
function Oe(e, n) {
	throw new Pe(e, n);
}
function vn(e) {
	return typeof e != "object" ? !1 : e.kind === "signature" ? e.typeParams !== void 0 && e.typeParams.length > 0 : e.kind === "intersection" ? e.types.some((n) => typeof n == "object" && n.kind === "signature" && n.typeParams !== void 0 && n.typeParams.length > 0) : !1;
}
function et(e) {
	let n = /* @__PURE__ */ new Set();
	return Te(e, void 0, n), n;
}
function Te(e, n, t) {
	if (typeof e != "string") switch (e.kind) {
		case "variable":
			(n === void 0 || !n.has(e.name)) && t.add(e.name);
			return;
		case "signature": {
			let i = n;
			if (e.typeParams !== void 0 && e.typeParams.length > 0) {
				i = new Set(n);
				for (let r of e.typeParams) i.add(r.name);
				for (let r of e.typeParams) r.bound !== void 0 && Te(r.bound, n, t);
			}
			for (let r of Nn(e)) Te(r.type, i, t);
			Te(e.result, i, t);
			return;
		}
		case "union":
		case "intersection":
			for (let i of e.types) Te(i, n, t);
			return;
		case "negation":
			Te(e.type, n, t);
			return;
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable":
			Te(e.elements, n, t);
			return;
		case "tuple":
			for (let i of e.elements) Te(i.type, n, t);
			return;
		case "dictionary":
			Te(e.values, n, t);
			return;
		case "record":
		case "object":
			for (let i of Object.values(e.elements)) Te(i, n, t);
			return;
		case "reference":
			if (e.args !== void 0) for (let i of e.args) Te(i, n, t);
			return;
		default: return;
	}
}
function Me(e) {
	return be(e, void 0);
}
function be(e, n) {
	if (typeof e == "string") return !1;
	switch (e.kind) {
		case "variable": return n === void 0 || !n.has(e.name);
		case "signature": {
			let t = n;
			if (e.typeParams !== void 0 && e.typeParams.length > 0) {
				t = new Set(n);
				for (let i of e.typeParams) t.add(i.name);
				for (let i of e.typeParams) if (i.bound !== void 0 && be(i.bound, n)) return !0;
			}
			for (let i of Nn(e)) if (be(i.type, t)) return !0;
			return be(e.result, t);
		}
		case "union":
		case "intersection":
			for (let t of e.types) if (be(t, n)) return !0;
			return !1;
		case "negation": return be(e.type, n);
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": return be(e.elements, n);
		case "tuple":
			for (let t of e.elements) if (be(t.type, n)) return !0;
			return !1;
		case "dictionary": return be(e.values, n);
		case "record":
		case "object":
			for (let t of Object.values(e.elements)) if (be(t, n)) return !0;
			return !1;
		case "reference":
			if (e.args !== void 0) {
				for (let t of e.args) if (be(t, n)) return !0;
			}
			return !1;
		default: return !1;
	}
}
function Nn(e) {
	let n = [];
	return e.args && n.push(...e.args), e.optArgs && n.push(...e.optArgs), e.variadicArg && n.push(e.variadicArg), n;
}
function _o(e, n) {
	return Object.prototype.hasOwnProperty.call(e, n);
}
function Vt(e) {
	let n = e.def;
	if (n === void 0) return;
	let t = ue(e).typeParams;
	let i = e.args;
	if (t === void 0 || t.length === 0 || i === void 0) return n;
	if (t.length !== i.length) return;
	let r = {};
	return t.forEach((s, o) => r[s.name] = i[o]), Z(n, r);
}
function Z(e, n) {
	if (typeof e == "string") return e;
	switch (e.kind) {
		case "variable": {
			let t = _o(n, e.name) ? n[e.name] : void 0;
			return t === void 0 ? e : t;
		}
		case "signature": {
			let t = fr(e.args, n);
			let i = fr(e.optArgs, n);
			let r = e.variadicArg === void 0 ? void 0 : Jo(e.variadicArg, n);
			let s = Z(e.result, n);
			let o = e.typeParams?.filter((u) => !_o(n, u.name) || n[u.name] === void 0);
			let a = e.typeParams !== void 0 && o.length !== e.typeParams.length;
			if (!a && t === e.args && i === e.optArgs && r === e.variadicArg && s === e.result) return e;
			let l = {
				...e,
				result: s
			};
			return t !== void 0 && (l.args = t), i !== void 0 && (l.optArgs = i), r !== void 0 && (l.variadicArg = r), a && (o.length === 0 ? delete l.typeParams : l.typeParams = o), l;
		}
		case "union":
		case "intersection": {
			let t = Do(e.types, n);
			return t === e.types ? e : {
				...e,
				types: t
			};
		}
		case "negation": {
			let t = Z(e.type, n);
			return t === e.type ? e : {
				...e,
				type: t
			};
		}
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": {
			let t = Z(e.elements, n);
			return t === e.elements ? e : {
				...e,
				elements: t
			};
		}
		case "tuple": {
			let t = fr(e.elements, n);
			return t === e.elements ? e : {
				...e,
				elements: t
			};
		}
		case "dictionary": {
			let t = Z(e.values, n);
			return t === e.values ? e : {
				...e,
				values: t
			};
		}
		case "record":
		case "object": {
			let t = !1;
			let i = {};
			for (let [r, s] of Object.entries(e.elements)) {
				let o = Z(s, n);
				o !== s && (t = !0), i[r] = o;
			}
			return t ? {
				...e,
				elements: i
			} : e;
		}
		case "reference": {
			if (e.args === void 0) return e;
			let t = Do(e.args, n);
			return t === e.args ? e : ur(e, t);
		}
		default: return e;
	}
}
function Do(e, n) {
	let t = !1;
	let i = e.map((r) => {
		let s = Z(r, n);
		return s !== r && (t = !0), s;
	});
	return t ? i : e;
}
function Jo(e, n) {
	let t = Z(e.type, n);
	return t === e.type ? e : {
		...e,
		type: t
	};
}
function fr(e, n) {
	if (e === void 0) return;
	let t = !1;
	let i = e.map((r) => {
		let s = Jo(r, n);
		return s !== r && (t = !0), s;
	});
	return t ? i : e;
}
function Gt(e, n) {
	if (typeof e == "object" && e.kind === "intersection") {
		for (let t of e.types) Oo(t, n);
		return;
	}
	Oo(e, n);
}
function Oo(e, n) {
	if (typeof e == "object" && e.kind === "signature" && e.typeParams !== void 0 && e.typeParams.length > 0) {
		Tc(e, e.typeParams, n);
		return;
	}
	re(e, /* @__PURE__ */ new Set(), null, /* @__PURE__ */ new Set());
}
function Tc(e, n, t) {
	let i = /* @__PURE__ */ new Set();
	for (let o of n) i.has(o.name) && Oe("unsupported-variable-position", `The type variable \`${o.name}\` is declared more than once in the same \`where\` clause`), i.add(o.name), o.protocols !== void 0 && o.protocols.length > 0 && t?.conformsTo === void 0 && Oe("protocol-conformance-unsupported", `Protocol conformance constraints (\`where ${o.name} is ${o.protocols.join(" & ")}\`) require an engine's protocol registry; this type was declared without one`);
	for (let o of n) {
		if (o.bound === void 0) continue;
		et(o.bound).size > 0 && Oe("unsupported-variable-position", `The bound of the type variable \`${o.name}\` must be a ground type: \`${R(o.bound)}\` refers to a type variable`);
		let a = /* @__PURE__ */ new Set();
		re(o.bound, i, "bound", a);
	}
	let r = /* @__PURE__ */ new Set();
	for (let o of Nn(e)) re(o.type, i, null, r);
	let s = /* @__PURE__ */ new Set();
	re(e.result, i, null, s);
	for (let o of n) r.has(o.name) || (s.has(o.name) && Oe("unsolvable-type-variable", `The type variable \`${o.name}\` occurs only in the result of its signature, so it can never be solved. Write the ground type directly`), Oe("unsolvable-type-variable", `The type variable \`${o.name}\` is quantified but never used`));
}
var bc = {
	intersection: "cannot appear in an intersection. To constrain a type variable, declare a bound on it instead: `where T: number`",
	negation: "cannot appear in a negation",
	bound: "cannot appear in a bound"
};
function re(e, n, t, i) {
	if (typeof e != "string") switch (e.kind) {
		case "variable":
			t !== null && Oe("unsupported-variable-position", `The type variable \`${e.name}\` ${bc[t]}`), n.has(e.name) || Oe("unresolved-type-variable", `The type variable \`${e.name}\` is not quantified by a \`where\` clause`), i.add(e.name);
			return;
		case "signature":
			e.typeParams !== void 0 && e.typeParams.length > 0 && Oe("unsupported-variable-position", "A `where` clause can only quantify a top-level signature (or one arm of an overload set), not a nested one. Parenthesize a nested clause: `((A) -> B where A, B)`");
			for (let r of Nn(e)) re(r.type, n, t, i);
			re(e.result, n, t, i);
			return;
		case "union": {
			let r = e.types.filter((s) => Me(s));
			r.length > 1 && Oe("unsupported-variable-position", `At most one arm of a union can refer to a type variable, but \`${R(e)}\` has ${r.length}. Nothing at a call site says which arm a value took, so neither variable could be solved`);
			for (let s of e.types) re(s, n, t, i);
			return;
		}
		case "intersection":
			for (let r of e.types) re(r, n, "intersection", i);
			return;
		case "negation":
			re(e.type, n, "negation", i);
			return;
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable":
			re(e.elements, n, t, i);
			return;
		case "tuple":
			for (let r of e.elements) re(r.type, n, t, i);
			return;
		case "dictionary":
			re(e.values, n, t, i);
			return;
		case "record":
		case "object":
			for (let r of Object.values(e.elements)) re(r, n, t, i);
			return;
		case "reference":
			if (e.args !== void 0) for (let r of e.args) re(r, n, t, i);
			return;
		default: return;
	}
}
var gr;
function Co(e) {
	gr = e;
}
function j() {
	if (gr === void 0) throw new Error("Type algebra not registered: import `./subtype.js` before using the type-variable solver");
	return gr;
}
function Bo(e, n) {
	return n === "any" ? !0 : j().isSubtype(e, n);
}
function Ec(e, n, t) {
	let i = e.typeParams ?? [];
	if (i.length === 0) return {
		bindings: Object.create(null),
		absorbed: /* @__PURE__ */ new Set(),
		unbound: /* @__PURE__ */ new Set(),
		matched: !0,
		failures: []
	};
	let r = {
		params: i,
		declared: new Map(i.map((f) => [f.name, f.bound])),
		lower: /* @__PURE__ */ new Map(),
		upper: /* @__PURE__ */ new Map(),
		lifted: /* @__PURE__ */ new Set(),
		matched: !0
	};
	let s = vc(e, n.length);
	let o = s.map((f, d) => {
		let m = n[d];
		return f === void 0 || m === void 0 || t?.skip?.(d) || t?.inferable?.(d) || !t?.lifted?.(d) || !$o(f) ? m : (r.lifted.add(f.name), jo(m));
	});
	for (let f = 0; f < s.length; f++) {
		let d = s[f];
		let m = o[f];
		d === void 0 || m === void 0 || t?.skip?.(f) || t?.inferable?.(f) || fe(r, d, m, f, "lower", !0, !0) || (r.matched = !1);
	}
	for (let f = 0; f < s.length; f++) {
		let d = s[f];
		let m = o[f];
		d === void 0 || m === void 0 || t?.skip?.(f) || t?.inferable?.(f) || fe(r, d, m, f, "upper", !0, !0);
	}
	let a = Object.create(null);
	let l = /* @__PURE__ */ new Set();
	let u = /* @__PURE__ */ new Set();
	for (let f of i) {
		let d = r.lower.get(f.name);
		let m = dr(r, f.name);
		if (d && d.length > 0) {
			let y = Mc(d);
			a[f.name] = y.type, y.absorbed && l.add(f.name);
		} else m.length > 0 ? a[f.name] = j().narrow(...m.map((y) => y.type)) : (a[f.name] = f.bound ?? "unknown", f.bound === void 0 && u.add(f.name));
	}
	let c = [];
	for (let f of i) {
		if (l.has(f.name)) continue;
		let d = r.lifted.has(f.name);
		let m = d ? dr(r, f.name).filter((W) => !W.declared) : dr(r, f.name);
		if (m.length === 0) continue;
		let y = a[f.name];
		let k = j().narrow(...m.map((W) => W.type));
		let I = k === "never" && m.some((W) => W.type !== "never");
		if (!I && j().isSubtype(y, k)) continue;
		let A = d ? void 0 : f.bound;
		let B = r.lower.get(f.name) ?? [];
		let C = Ic(B);
		if (A !== void 0 && !j().isSubtype(y, A)) {
			let W = B.find((Bn) => Bn.index !== void 0 && !j().isSubtype(Bn.type, A)) ?? B[0];
			c.push({
				kind: "bound",
				variable: f.name,
				solution: y,
				expected: A,
				index: W?.index,
				detail: `\`${f.name}\` is declared with bound \`${R(A)}\`, but was solved to \`${R(y)}\`${C}`
			});
			continue;
		}
		let V = m.filter((W) => W.index !== void 0);
		let L = m.find((W) => !j().isSubtype(y, W.type)) ?? V[V.length - 1] ?? m[0];
		let _e = m.filter((W) => W !== L);
		let Ue = I && _e.length > 0 ? j().narrow(..._e.map((W) => W.type)) : y;
		c.push({
			kind: "upper",
			variable: f.name,
			solution: y,
			expected: L.type,
			index: L.index,
			pin: Ue,
			detail: I ? `\`${f.name}\` has incompatible requirements (${m.map((W) => `\`${R(W.type)}\``).join(", ")})` : `\`${f.name}\` was solved to \`${R(y)}\`${C}; this position requires \`${f.name} <: ${R(L.type)}\``
		});
	}
	return kc(i, a, r, t?.resolver, c), {
		bindings: a,
		absorbed: l,
		unbound: u,
		matched: r.matched,
		failures: c
	};
}
function kc(e, n, t, i, r) {
	let s = i?.conformsTo;
	if (s !== void 0) for (let o of e) {
		if (o.protocols === void 0 || o.protocols.length === 0) continue;
		let a = n[o.name];
		if (!(a === void 0 || !Sc(a))) {
			for (let l of o.protocols) if (!s(a, l)) {
				r.push({
					kind: "protocol",
					variable: o.name,
					protocol: l,
					solution: a,
					expected: a,
					index: (t.lower.get(o.name) ?? [])[0]?.index,
					detail: `\`${o.name}\` was solved to \`${R(a)}\`, which does not conform to the \`${l}\` protocol`
				});
				break;
			}
		}
	}
}
function Sc(e) {
	return typeof e == "string" ? e !== "unknown" && e !== "any" && e !== "value" && e !== "expression" : e.kind !== "union" && e.kind !== "intersection" && e.kind !== "variable";
}
function Lo(e, n, t) {
	let i = Ec(e, n, t);
	return !i.matched || i.failures.length > 0 ? null : i.bindings;
}
function Fo(e, n) {
	if (n.typeParams !== void 0 && n.typeParams.length > 0) return !1;
	let i = Lo(e, [
		...n.args ?? [],
		...n.optArgs ?? [],
		...n.variadicArg ? [n.variadicArg] : []
	].map((s) => s.type));
	if (i === null) return !1;
	let r = Z(e, i);
	return vn(r) ? !1 : j().isSubtype(r, n);
}
function mr(e, n) {
	if (typeof n != "object") return j().isSubtype(e, n);
	if (n.kind === "intersection") return n.types.every((s) => mr(e, s));
	if (n.kind !== "signature" || n.typeParams === void 0 || n.typeParams.length === 0) return j().isSubtype(e, n);
	let t = { ...n };
	delete t.typeParams;
	let r = Lo({
		kind: "signature",
		typeParams: n.typeParams,
		args: [{ type: t }],
		result: "nothing"
	}, [e]);
	return r === null ? !1 : j().isSubtype(e, Z(t, r));
}
function Ut(e) {
	if (!vn(e) || typeof e != "object") return e;
	if (e.kind === "intersection") return {
		...e,
		types: e.types.map(Ut)
	};
	if (e.kind !== "signature") return e;
	let n = Object.create(null);
	for (let t of e.typeParams ?? []) n[t.name] = t.bound ?? "unknown";
	return Z(e, n);
}
function $o(e) {
	return typeof e == "object" && e.kind === "variable";
}
function Nc(e, n) {
	let t = e.args?.length ?? 0;
	if (n < t) return e.args[n].type;
	return n < t + (e.optArgs?.length ?? 0) ? e.optArgs[n - t].type : e.variadicArg?.type;
}
function vc(e, n) {
	let t = [];
	for (let i = 0; i < n; i++) t.push(Nc(e, i));
	return t;
}
function pr(e, n, t, i, r) {
	if (Me(t)) return;
	let s = e.get(n);
	s ? s.push({
		type: t,
		index: i,
		top: r
	}) : e.set(n, [{
		type: t,
		index: i,
		top: r
	}]);
}
function dr(e, n) {
	let t = e.upper.get(n) ?? [];
	let i = e.declared.get(n);
	return i === void 0 ? t : [...t, {
		type: i,
		declared: !0
	}];
}
function Ic(e) {
	let n = e.map((t) => t.index).filter((t) => t !== void 0).map((t) => t + 1);
	return n.length === 0 ? "" : n.length === 1 ? ` (from argument ${n[0]})` : ` (from arguments ${n.join(", ")})`;
}
function Mc(e) {
	let n = e.some((i) => i.top === !0 && (i.type === "unknown" || i.type === "any"));
	if (e.some((i) => i.type === "unknown")) return {
		type: "unknown",
		absorbed: n
	};
	if (e.some((i) => i.type === "any")) return {
		type: "any",
		absorbed: n
	};
	let t = e.filter((i) => i.type !== "never");
	return t.length === 0 ? {
		type: "never",
		absorbed: !1
	} : {
		type: j().widen(...t.map((i) => i.type)),
		absorbed: !1
	};
}
function Kn(e, n = !0) {
	return Me(e) ? ce(e, n, !1) : e;
}
function ce(e, n, t) {
	if (typeof e == "string" || !Me(e)) return e;
	switch (e.kind) {
		case "variable": return n ? "any" : "never";
		case "signature": {
			let i = {
				...e,
				result: ce(e.result, n, t)
			};
			return e.args && (i.args = e.args.map((r) => ({
				...r,
				type: ce(r.type, !n, t)
			}))), e.optArgs && (i.optArgs = e.optArgs.map((r) => ({
				...r,
				type: ce(r.type, !n, t)
			}))), e.variadicArg && (i.variadicArg = {
				...e.variadicArg,
				type: ce(e.variadicArg.type, !n, t)
			}), delete i.typeParams, i;
		}
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": return {
			...e,
			elements: ce(e.elements, n, t)
		};
		case "tuple": return {
			...e,
			elements: e.elements.map((i) => ({
				...i,
				type: ce(i.type, n, t)
			}))
		};
		case "dictionary": return {
			...e,
			values: ce(e.values, n, t)
		};
		case "record": {
			let i = {};
			for (let [r, s] of Object.entries(e.elements)) i[r] = ce(s, n, t);
			return {
				...e,
				elements: i
			};
		}
		case "object": {
			if (t && Object.values(e.elements).some((r) => Me(r))) return n ? "any" : "never";
			let i = {};
			for (let [r, s] of Object.entries(e.elements)) i[r] = ce(s, n, t);
			return {
				...e,
				elements: i
			};
		}
		case "union":
		case "intersection": return {
			...e,
			types: e.types.map((i) => ce(i, n, t))
		};
		case "negation": return {
			...e,
			type: ce(e.type, !n, t)
		};
		case "reference": {
			if (e.args === void 0) return e;
			let i = ue(e);
			return t && e.args.some((r, s) => Me(r) && Sn(e, s) === "inout") ? n ? "any" : "never" : ur(e, e.args.map((r, s) => ce(r, i.typeParams?.[s]?.variance === "in" ? !n : n, t)));
		}
		default: return e;
	}
}
function Qn(e) {
	if (typeof e == "string") return e === "range" ? "integer" : e === "string" ? "character" : e === "collection" || e === "indexed_collection" || e === "list" || e === "set" || e === "tuple" || e === "dictionary" || e === "record" ? "unknown" : void 0;
	if (e.kind === "collection" || e.kind === "indexed_collection") return e.elements;
	if (e.kind === "list") {
		let n = e.dimensions;
		return n && n.length > 1 ? {
			kind: "list",
			elements: e.elements,
			dimensions: n.slice(1)
		} : e.elements;
	}
	if (e.kind === "set" || e.kind === "broadcastable") return e.elements;
	if (e.kind === "tuple") return j().widen(...e.elements.map((n) => n.type));
	if (e.kind === "dictionary") return {
		kind: "tuple",
		elements: [{ type: "string" }, { type: e.values }]
	};
	if (e.kind === "record") return {
		kind: "tuple",
		elements: [{ type: "string" }, { type: j().widen(...Object.values(e.elements)) }]
	};
}
function jo(e) {
	if (typeof e == "object" && e.kind === "union") return e.types.every((t) => Pc(t)) ? j().widen(...e.types.map((t) => jo(t))) : e;
	if (e === "list" || e === "indexed_collection") return "unknown";
	if (e === "range") return "integer";
	if (typeof e != "object" || !zo.has(e.kind)) return e;
	let n = Qn(e);
	if (n === void 0) return e;
	if (e.kind === "list") for (; typeof n == "object" && n.kind === "list";) {
		let t = Qn(n);
		if (t === void 0) break;
		n = t;
	}
	return n;
}
function Pc(e) {
	return e === "list" || e === "indexed_collection" || e === "range" ? !0 : typeof e == "object" && zo.has(e.kind);
}
var zo = /* @__PURE__ */ new Set([
	"list",
	"indexed_collection",
	"broadcastable"
]);
var tn = null;
function fe(e, n, t, i, r, s, o) {
	if ($o(n)) return r === "lower" && s ? pr(e.lower, n.name, t, i, o) : r === "upper" && !s && pr(e.upper, n.name, t, i, o), !0;
	if (!Me(n)) return r !== "lower" ? !0 : s ? j().isSubtype(t, n) : j().isSubtype(n, t);
	if (typeof t == "object" && t.kind === "union") {
		let a = !0;
		for (let l of t.types) fe(e, n, l, i, r, s, o) || (a = !1);
		return a;
	}
	if (typeof n == "string") return !0;
	switch (t === "range" && (t = Jt), t === "string" && (n.kind === "list" || n.kind === "set" || n.kind === "collection" || n.kind === "indexed_collection") && (t = Ct), n.kind) {
		case "signature": {
			if (typeof t != "object" || t.kind !== "signature") return r !== "lower" || !s ? !0 : j().isSubtype(t, Kn(n, !0));
			if (t.typeParams !== void 0 && t.typeParams.length > 0) return !0;
			let a = fe(e, n.result, t.result, i, r, s, !1);
			let l = Nn(n);
			let u = Nn(t);
			let c = Math.min(l.length, u.length);
			for (let f = 0; f < c; f++) fe(e, l[f].type, u[f].type, i, r, !s, !1) || (a = !1);
			return a;
		}
		case "broadcastable": {
			let a = typeof t == "object" && (t.kind === "broadcastable" || t.kind === "list" || t.kind === "indexed_collection") || t === "list" || t === "indexed_collection" ? Qn(t) : t;
			return fe(e, n.elements, a, i, r, s, !1);
		}
		case "tuple": {
			if (r === "lower" && s && !j().isSubtype(t, Kn(n, !0))) return !1;
			if (typeof t != "object" || t.kind !== "tuple") return !0;
			if (t.elements.length !== n.elements.length) return r !== "lower";
			let a = !0;
			for (let l = 0; l < n.elements.length; l++) fe(e, n.elements[l].type, t.elements[l].type, i, r, s, !1) || (a = !1);
			return a;
		}
		case "dictionary": return r === "lower" && s && !j().isSubtype(t, Kn(n, !0)) ? !1 : typeof t != "object" || t.kind !== "dictionary" ? !0 : fe(e, n.values, t.values, i, r, s, !1);
		case "record":
		case "object": {
			if (r === "lower" && s && !j().isSubtype(t, Kn(n, !0))) return !1;
			if (typeof t != "object" || t.kind !== n.kind) return !0;
			let a = !0;
			for (let [l, u] of Object.entries(n.elements)) {
				let c = t.elements[l];
				c !== void 0 && (fe(e, u, c, i, r, s, !1) || (a = !1));
			}
			return a;
		}
		case "list":
		case "set":
		case "collection":
		case "indexed_collection": {
			if (r === "lower" && s && !j().isSubtype(t, Kn(n, !0))) return !1;
			let a = Qn(t);
			return a === void 0 ? !0 : fe(e, n.elements, a, i, r, s, !1);
		}
		case "reference": {
			if (n.alias === !0 && n.def !== void 0) {
				tn === null && (tn = /* @__PURE__ */ new Set());
				let l = ue(n);
				if (tn.has(l)) return !0;
				tn.add(l);
				try {
					let u = Vt(n);
					if (u !== void 0) return fe(e, u, t, i, r, s, o);
				} finally {
					tn.delete(l), tn.size === 0 && (tn = null);
				}
			}
			if (n.args === void 0) return !0;
			if (typeof t != "object" || t.kind !== "reference" || t.name !== n.name || t.args === void 0 || t.args.length !== n.args.length) return r !== "lower";
			let a = !0;
			for (let l = 0; l < n.args.length; l++) fe(e, n.args[l], t.args[l], i, r, s, !1) || (a = !1);
			return a;
		}
		case "union": {
			if (r !== "lower" || !s) return !0;
			let a = [];
			for (let l of n.types) {
				if (Me(l)) {
					a.push(l);
					continue;
				}
				if (j().isSubtype(t, l)) {
					for (let u of et(n)) pr(e.lower, u, "never", i, !1);
					return !0;
				}
			}
			return a.length === 1 ? fe(e, a[0], t, i, r, s, o) : !0;
		}
		default: return !0;
	}
}
var hr = class {
	typeResolver;
	_typeVarScopes = [];
	constructor(n, t) {
		this.typeResolver = n ?? {
			forward: () => {},
			resolve: () => {},
			get names() {
				return [];
			}
		}, t !== void 0 && t.length > 0 && this._typeVarScopes.push(t);
	}
	buildType(n) {
		return Po(n, this);
	}
	visitFunctionSignature(n) {
		let t = [];
		let i = [];
		let r;
		let s;
		for (let l of n.arguments) {
			let u = this.buildNamedElement(l.element);
			switch (l.modifier) {
				case "optional":
					i.push(u);
					break;
				case "variadic_zero":
					r = u, s = 0;
					break;
				case "variadic_one":
					r = u, s = 1;
					break;
				default: t.push(u);
			}
		}
		let o = this.buildType(n.returnType);
		let a = {
			kind: "signature",
			args: t.length > 0 ? t : void 0,
			result: o
		};
		return n.effects !== void 0 && (a.effects = n.effects), i.length > 0 && (a.optArgs = i), r && (a.variadicArg = r, a.variadicMin = s), a;
	}
	visitConstrainedType(n) {
		let t = n.typeParams.map((s) => {
			let o = { name: s.name };
			if (s.bound !== void 0) {
				let a = this.buildType(s.bound);
				a !== "unknown" && (o.bound = a);
			}
			return s.protocols !== void 0 && s.protocols.length > 0 && (o.protocols = s.protocols), o;
		});
		this._typeVarScopes.push(t);
		let i;
		try {
			i = this.buildType(n.body);
		} finally {
			this._typeVarScopes.pop();
		}
		if (typeof i == "string" || i.kind !== "signature") throw new Pe("unsupported-variable-position", "A `where` clause can only quantify a function signature. To constrain one arm of an overload set, parenthesize it: `((list<T>) -> T where T) & …`");
		return {
			...i,
			typeParams: t
		};
	}
	variableBound(n) {
		for (let t = this._typeVarScopes.length - 1; t >= 0; t--) {
			let i = this._typeVarScopes[t].find((r) => r.name === n);
			if (i !== void 0) return i.bound ?? "any";
		}
	}
	visitTypeVariable(n) {
		return {
			kind: "variable",
			name: n.name
		};
	}
	visitUnionType(n) {
		return {
			kind: "union",
			types: n.types.map((i) => this.buildType(i))
		};
	}
	visitIntersectionType(n) {
		return {
			kind: "intersection",
			types: n.types.map((i) => this.buildType(i))
		};
	}
	visitNegationType(n) {
		return {
			kind: "negation",
			type: this.buildType(n.type)
		};
	}
	visitGroupType(n) {
		return this.buildType(n.type);
	}
	visitListType(n) {
		let t = this.buildType(n.elementType);
		let i = n.dimensions?.map((r) => this.buildDimension(r));
		return i === void 0 && this.isUnknownType(t) ? "list" : {
			kind: "list",
			elements: t,
			dimensions: i
		};
	}
	visitVectorType(n) {
		let t = this.buildType(n.elementType);
		return n.size !== void 0 ? {
			kind: "list",
			elements: t,
			dimensions: [n.size]
		} : {
			kind: "list",
			elements: t,
			dimensions: [-1]
		};
	}
	visitMatrixType(n) {
		let t = this.buildType(n.elementType);
		if (n.dimensions) return {
			kind: "list",
			elements: t,
			dimensions: n.dimensions.map((r) => this.buildDimension(r))
		};
		return {
			kind: "list",
			elements: t,
			dimensions: [-1, -1]
		};
	}
	visitTensorType(n) {
		let t = this.buildType(n.elementType);
		return this.isUnknownType(t) ? "list" : {
			kind: "list",
			elements: t
		};
	}
	visitTupleType(n) {
		return {
			kind: "tuple",
			elements: n.elements.map((i) => this.buildNamedElement(i))
		};
	}
	visitRecordType(n) {
		if (n.entries.length === 0) return "record";
		let t = Object.create(null);
		for (let i of n.entries) t[i.key] = this.buildType(i.valueType);
		return {
			kind: "record",
			elements: t
		};
	}
	visitObjectType(n) {
		if (n.entries.length === 0) return "object";
		let t = Object.create(null);
		for (let i of n.entries) t[i.key] = this.buildType(i.valueType);
		return {
			kind: "object",
			elements: t
		};
	}
	visitDictionaryType(n) {
		let t = this.buildType(n.valueType);
		return this.isUnknownType(t) ? "dictionary" : {
			kind: "dictionary",
			values: t
		};
	}
	visitSetType(n) {
		let t = this.buildType(n.elementType);
		return this.isUnknownType(t) ? "set" : {
			kind: "set",
			elements: t
		};
	}
	visitBroadcastableType(n) {
		return {
			kind: "broadcastable",
			elements: this.buildType(n.elementType)
		};
	}
	visitCollectionType(n) {
		let t = this.buildType(n.elementType);
		return n.indexed ? this.isUnknownType(t) ? "indexed_collection" : {
			kind: "indexed_collection",
			elements: t
		} : this.isUnknownType(t) ? "collection" : {
			kind: "collection",
			elements: t
		};
	}
	visitExpressionType(n) {
		return {
			kind: "expression",
			operator: n.operator
		};
	}
	visitSymbolType(n) {
		return {
			kind: "symbol",
			name: n.name
		};
	}
	visitNumericType(n) {
		if (!n.lowerBound && !n.upperBound) return n.baseType;
		let t = n.lowerBound ? this.buildValue(n.lowerBound) : -1 / 0;
		let i = n.upperBound ? this.buildValue(n.upperBound) : 1 / 0;
		return t === -1 / 0 && i === 1 / 0 ? n.baseType : En(n.baseType, t, i, n.lowerOpen === !0, n.upperOpen === !0);
	}
	visitPrimitiveType(n) {
		return n.name;
	}
	visitTypeReference(n) {
		let t = this.typeResolver.resolve(n.name);
		let i = Ac(t);
		if (n.isForward && n.args === void 0 && i !== void 0 && i.def === void 0 && i.typeParams === void 0 && cr(i, 0), n.args !== void 0 || i?.typeParams !== void 0) {
			let r = this.applyTypeReference(n, i);
			if (r !== void 0) return r;
		}
		if (t) return t;
		if (n.isForward) {
			let r = this.typeResolver.forward(n.name);
			if (r) return r;
		}
		return n.name;
	}
	applyTypeReference(n, t) {
		let i = n.name;
		let r = t?.typeParams;
		let s = n.args;
		if (s === void 0 && In("generic-alias-arity", `The type "${i}" is generic: it takes ${r.length} type argument${r.length === 1 ? "" : "s"} (write \`${i}<\u2026>\`)`), t === void 0) return;
		if (n.isForward && t.def === void 0 && r === void 0) return cr(t, s.length), lr(t, s.map((l) => this.buildType(l)));
		r === void 0 && (t.def === void 0 && In("generic-alias-forward-reference", `The type "${i}" is a forward reference and cannot take type arguments`), In("generic-alias-arity", `The type "${i}" is not generic: it takes no type arguments, but ${s.length} ${s.length === 1 ? "was" : "were"} given`)), t.alias === !0 && t.def === void 0 && In("generic-alias-self-reference", `The generic type alias "${i}" cannot refer to itself: a generic alias is expanded eagerly, so its body has no definition to expand into yet`), s.length !== r.length && In("generic-alias-arity", `The type "${i}" takes ${r.length} type argument${r.length === 1 ? "" : "s"}, but ${s.length} ${s.length === 1 ? "was" : "were"} given`);
		let o = Object.create(null);
		let a = [];
		for (let l = 0; l < r.length; l++) {
			let u = this.buildType(s[l]);
			r[l].bound !== void 0 && this.checkArgumentBound(i, u, r[l]), o[r[l].name] = u, a.push(u);
		}
		return t.alias !== !0 ? lr(t, a) : Z(t.def, o);
	}
	checkArgumentBound(n, t, i) {
		let r = i.bound;
		let s = t;
		let o = et(t);
		if (o.size > 0) {
			let l = Object.create(null);
			for (let u of o) l[u] = this.variableBound(u) ?? "any";
			s = Z(t, l);
		}
		if (Bo(s, r)) return;
		let a = o.size > 0 ? ` (an open argument is admitted by its own declared bound, \`${R(s)}\`)` : "";
		In("generic-alias-bound", `The type argument \`${R(t)}\` does not satisfy the bound \`${R(r)}\` of the parameter \`${i.name}\` of "${n}"${a}`);
	}
	visitValue(n) {
		return {
			kind: "value",
			value: n.value
		};
	}
	buildNamedElement(n) {
		let t = this.buildType(n.type);
		return n.name ? {
			name: n.name,
			type: t
		} : { type: t };
	}
	buildDimension(n) {
		return n.size ?? -1;
	}
	buildValue(n) {
		return n.value;
	}
	isAnyType(n) {
		return n === "any" || typeof n == "object" && "kind" in n && n.kind === "primitive" && "name" in n && n.name === "any";
	}
	isUnknownType(n) {
		return n === "unknown" || typeof n == "object" && "kind" in n && n.kind === "primitive" && "name" in n && n.name === "unknown";
	}
};
function Ac(e) {
	if (!(typeof e != "object" || e === null)) return e.kind === "reference" ? e : void 0;
}
function In(e, n) {
	throw new Pe(e, n);
}
function qo(e, n, t) {
	return new hr(n, t).buildType(e);
}
var Yt = /* @__PURE__ */ new Map();
var wc = 2048;
function Go(e) {
	if (e === null || typeof e != "object" || Object.isFrozen(e)) return e;
	Object.freeze(e);
	for (let n of Object.values(e)) Go(n);
	return e;
}
function K(e, n, t, i) {
	if (e === void 0) return;
	if (er(e)) return e;
	if (typeof e != "string") return;
	if (i?.allowObjectType === !0) return Rc(nt(e, n, t, i).type);
	if (t !== void 0) return nt(e, n, t).type;
	let r = Yt.get(e);
	if (r !== void 0) return Gn && Dt("typeParse", "hit"), r;
	if (n !== void 0) {
		try {
			let o = nt(e, void 0, void 0);
			if (!o.sawForwardRef) return Vo(e, o.type);
		} catch {}
		return nt(e, n, void 0).type;
	}
	let s = nt(e, void 0, void 0);
	return s.sawForwardRef ? s.type : Vo(e, s.type);
}
function Vo(e, n) {
	return Yt.size >= wc && (Gn && Dt("typeParse", "evictClear"), Yt.clear()), Gn && Dt("typeParse", "missCold"), Yt.set(e, Go(n)), n;
}
function nt(e, n, t, i) {
	try {
		let r = new zt(e, {
			typeResolver: n,
			typeVars: t,
			allowObjectType: i?.allowObjectType
		});
		let o = qo(r.parseType(), n, t);
		return r.sawWhereClause && Gt(o, n), {
			type: o,
			sawForwardRef: r.sawForwardRef
		};
	} catch (r) {
		let s = /* @__PURE__ */ new Error(`Failed to parse type "${e}": ${r instanceof Error ? r.message : String(r)}`);
		throw r instanceof Pe && (s.code = r.code, s.rawMessage = r.message), s.code ??= r.code, s.rawMessage ??= r.rawMessage, s;
	}
}
function Rc(e) {
	if (!(typeof e == "object" && e.kind === "object" ? Object.values(e.elements).some(pe) : pe(e))) return e;
	let t = /* @__PURE__ */ new Error("object-type-not-inline: an `object{…}` type may only be the definition of a named type. Object types are nominal: declare one with `type Person = object{…}` (not `type alias`), then refer to `Person` here");
	throw t.code = "object-type-not-inline", t.rawMessage = "An `object{…}` type may only be the definition of a named type", t;
}
function pe(e) {
	if (typeof e == "string") return !1;
	switch (e.kind) {
		case "object": return !0;
		case "record": return Object.values(e.elements).some(pe);
		case "union":
		case "intersection": return e.types.some(pe);
		case "negation": return pe(e.type);
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": return pe(e.elements);
		case "dictionary": return pe(e.values);
		case "tuple": return e.elements.some((n) => pe(n.type));
		case "signature": return pe(e.result) || (e.args?.some((n) => pe(n.type)) ?? !1) || (e.optArgs?.some((n) => pe(n.type)) ?? !1) || e.variadicArg !== void 0 && pe(e.variadicArg.type);
		case "reference": return e.args?.some(pe) ?? !1;
		default: return !1;
	}
}
var _c = /* @__PURE__ */ new Set([
	"list",
	"set",
	"tuple",
	"record",
	"dictionary",
	"collection",
	"indexed_collection",
	"signature",
	"object"
]);
var Uo = {
	number: Ot,
	infinity: [],
	nan: [],
	complex: [
		"imaginary",
		"real",
		"rational",
		"integer"
	],
	imaginary: [],
	real: ["rational", "integer"],
	rational: ["integer"],
	integer: [],
	any: Qi,
	unknown: [],
	nothing: [],
	missing: [],
	never: [],
	error: [],
	value: Xi,
	scalar: $t,
	collection: Ft,
	indexed_collection: Ui,
	list: [],
	range: [],
	set: [],
	tuple: [],
	record: [],
	object: [],
	dictionary: ["record"],
	function: [],
	symbol: [],
	boolean: [],
	string: [],
	character: [],
	color: [],
	regexp: [],
	type: [],
	expression: Ki
};
var tt = (() => {
	let e = {};
	let n = (t) => {
		if (e[t]) return e[t];
		let i = /* @__PURE__ */ new Set([t]);
		e[t] = i;
		for (let r of Uo[t]) if (r !== t) for (let s of n(r)) i.add(s);
		return i;
	};
	for (let t of Object.keys(Uo)) n(t);
	return e;
})();
function Je(e, n) {
	return n === "any" || e === "never" ? !0 : n === "never" ? !1 : n === "error" ? e === "error" : n === "nothing" ? e === "nothing" : e === "nothing" ? !1 : n === "missing" ? e === "missing" : e === "missing" ? !1 : n === "unknown" ? e !== "any" && e !== "error" : e === "unknown" ? !1 : e === n ? !0 : tt[n].has(e);
}
function it(e, n) {
	if (e === n) return [e];
	let t = tt[e];
	let i = tt[n];
	if (t.has(n)) return [n];
	if (i.has(e)) return [e];
	let r = e < n ? `${e}|${n}` : `${n}|${e}`;
	let s = Yo.get(r);
	if (s) return s;
	let o = [];
	for (let l of t) i.has(l) && o.push(l);
	let a = o.filter((l) => !o.some((u) => u !== l && tt[u].has(l)));
	return Yo.set(r, a), a;
}
var Yo = /* @__PURE__ */ new Map();
var rn = null;
function yr(e) {
	if (rn === null) rn = /* @__PURE__ */ new Set();
	else if (rn.has(e)) return !1;
	return rn.add(e), !0;
}
function xr(e) {
	rn.delete(e), rn.size === 0 && (rn = null);
}
var Ze = null;
function Dc(e, n) {
	Ze === null && (Ze = /* @__PURE__ */ new Map());
	let t = Ze.get(e);
	if (t === void 0) t = /* @__PURE__ */ new Set(), Ze.set(e, t);
	else if (t.has(n)) return !1;
	return t.add(n), !0;
}
function Oc(e, n) {
	let t = Ze.get(e);
	t.delete(n), t.size === 0 && Ze.delete(e), Ze.size === 0 && (Ze = null);
}
function on(e) {
	return e === "never";
}
function G(e, n) {
	if (sn("provablyDisjoint", e), sn("provablyDisjoint", n), e === "never" || n === "never") return !0;
	if (e === "any" || n === "any") return !1;
	if (typeof e == "object" && e.kind === "reference") {
		let o = Ko(e);
		if (o === void 0) return !1;
		let a = ue(e);
		if (!yr(a)) return !1;
		try {
			return G(o, n);
		} finally {
			xr(a);
		}
	}
	if (typeof n == "object" && n.kind === "reference") {
		let o = Ko(n);
		if (o === void 0) return !1;
		let a = ue(n);
		if (!yr(a)) return !1;
		try {
			return G(e, o);
		} finally {
			xr(a);
		}
	}
	if (e === "unknown" || n === "unknown" || b(e, n) || b(n, e)) return !1;
	if (typeof e == "object" && e.kind === "union") return e.types.every((o) => G(o, n));
	if (typeof n == "object" && n.kind === "union") return n.types.every((o) => G(e, o));
	if (typeof n == "object" && n.kind === "broadcastable") return G(e, n.elements) && G(e, {
		kind: "indexed_collection",
		elements: n.elements
	});
	if (typeof e == "object" && e.kind === "broadcastable") return G(e.elements, n) && G({
		kind: "indexed_collection",
		elements: e.elements
	}, n);
	if (typeof e == "object" && e.kind === "intersection") return e.types.some((o) => G(o, n));
	if (typeof n == "object" && n.kind === "intersection") return n.types.some((o) => G(e, o));
	if (typeof e == "object" && e.kind === "negation" && b(n, e.type) || typeof n == "object" && n.kind === "negation" && b(e, n.type) || typeof e == "object" && e.kind === "value" || typeof n == "object" && n.kind === "value") return !0;
	if (typeof e == "object" && e.kind === "numeric" && typeof n == "object" && n.kind === "numeric") {
		if (it(e.type, n.type).length === 0) return !0;
		let o = e.lower ?? -1 / 0;
		let a = e.upper ?? 1 / 0;
		let l = n.lower ?? -1 / 0;
		let u = n.upper ?? 1 / 0;
		return a < l || u < o;
	}
	let t = (o, a) => {
		if (o === "string" && typeof a != "string" && !(a.kind !== "collection" && a.kind !== "indexed_collection")) return !b("character", a.elements);
	};
	let i = t(e, n) ?? t(n, e);
	if (i !== void 0) return i;
	let r = Ho(e);
	let s = Ho(n);
	return r !== void 0 && s !== void 0 && it(r, s).length === 0;
}
function Ho(e) {
	if (sn("typeCategory", e), typeof e == "string") return e;
	switch (e.kind) {
		case "list": return "list";
		case "set": return "set";
		case "tuple": return "tuple";
		case "record": return "record";
		case "object": return "object";
		case "dictionary": return "dictionary";
		case "collection": return "collection";
		case "indexed_collection": return "indexed_collection";
		case "signature": return "function";
		case "symbol": return "symbol";
		case "expression": return "expression";
		case "numeric": return e.type;
		default: return;
	}
}
function Jc(e, n) {
	return e === void 0 || n === void 0 ? !0 : e.length !== n.length ? !1 : e.every((t, i) => t === -1 || n[i] === -1 || t === n[i]);
}
var Ht = Object.assign(Object.create(null), {
	list: Yi,
	set: Hi,
	dictionary: Un,
	collection: Bt,
	indexed_collection: Yn
});
function se(e, n) {
	if (e === "never" || n === "never") return !1;
	if (typeof e == "object" && e.kind === "union") return e.types.some((t) => se(t, n));
	if (typeof n == "object" && n.kind === "union") return n.types.some((t) => se(e, t));
	if (typeof e == "object" && e.kind === "broadcastable") return se(e.elements, n) || se({
		kind: "indexed_collection",
		elements: e.elements
	}, n);
	if (typeof n == "object" && n.kind === "broadcastable") return se(e, n.elements) || se(e, {
		kind: "indexed_collection",
		elements: n.elements
	});
	if (typeof e == "string" && e in Ht && (e = Ht[e]), typeof n == "string" && n in Ht && (n = Ht[n]), typeof e == "object" && typeof n == "object") {
		if (e.kind === "list" && n.kind === "list") {
			if (Jc(e.dimensions, n.dimensions) && se(e.elements, n.elements)) return !0;
		} else if (e.kind === "tuple" && n.kind === "tuple") {
			let t = n.elements;
			if (e.elements.length === t.length && e.elements.every((i, r) => {
				let s = t[r];
				return i.name !== void 0 && s.name !== void 0 && i.name !== s.name ? !1 : se(i.type, s.type);
			})) return !0;
		} else if (e.kind === n.kind && (e.kind === "set" || e.kind === "collection" || e.kind === "indexed_collection")) {
			let t = n.elements;
			if (se(e.elements, t)) return !0;
		} else if (e.kind !== n.kind) {
			let t = [e.kind, n.kind];
			let i = t.includes("collection") && (t.includes("list") || t.includes("set") || t.includes("indexed_collection"));
			let r = t.includes("indexed_collection") && t.includes("list");
			if (i || r) {
				let s = e.elements;
				let o = n.elements;
				if (se(s, o)) return !0;
			} else if (t.includes("collection") && t.includes("dictionary")) {
				let s = e.kind === "dictionary" ? e : n;
				let o = e.kind === "collection" ? e : n;
				if (se({
					kind: "tuple",
					elements: [{ type: "string" }, { type: s.values }]
				}, o.elements)) return !0;
			}
		}
	}
	return b(e, n) || b(n, e);
}
function Zo(e, n) {
	let t = e.args?.length ?? 0;
	if (n < t) return e.args[n].type;
	return n < t + (e.optArgs?.length ?? 0) ? e.optArgs[n - t].type : e.variadicArg?.type;
}
function Wo(e) {
	let n = e.args?.length ?? 0;
	let t = e.optArgs?.length ?? 0;
	if (e.variadicArg) {
		let i = e.variadicMin ?? 0;
		return {
			min: i > 0 ? n + t + i : n,
			max: 1 / 0
		};
	}
	return {
		min: n,
		max: n + t
	};
}
function Xo(e) {
	return e.typeParams !== void 0 && e.typeParams.length > 0;
}
function Cc(e, n) {
	let t = e.typeParams;
	let i = n.typeParams;
	if (t.length !== i.length) return !1;
	let r = Object.create(null);
	for (let a = 0; a < t.length; a++) {
		let l = t[a].bound;
		let u = i[a].bound;
		if (l === void 0 != (u === void 0) || l !== void 0 && xe(l) !== xe(u)) return !1;
		r[t[a].name] = {
			kind: "variable",
			name: i[a].name
		};
	}
	let s = Z(e, r);
	let o = { ...n };
	return delete o.typeParams, xe(s) === xe(o);
}
var Bc = { queries: 0 };
function b(e, n) {
	if (xo && Bc.queries++, typeof e == "string" && !nn.has(e) && (e = K(e)), typeof n == "string" && !nn.has(n) && (n = K(n)), typeof e == "string" && typeof n == "string") return Je(e, n);
	if (typeof n != "string" && _c.has(n.kind) && (typeof e == "string" ? e === "boolean" || De.has(e) : e.kind === "numeric" || e.kind === "value" && typeof e.value != "string")) return !1;
	if (typeof e != "string" && e.kind === "reference" && e.alias === !0 && e.def !== void 0 && !(typeof n != "string" && n.kind === "reference" && n.name === e.name)) {
		if (!yr(e)) return !1;
		try {
			let t = Vt(e);
			return t === void 0 ? !1 : b(t, n);
		} finally {
			xr(e);
		}
	}
	if (n === "any" || e === "never") return !0;
	if (n === "never") return !1;
	if (n === "error") return e === "error";
	if (n === "nothing") return e === "nothing";
	if (e === "nothing" && typeof n == "string") return !1;
	if (n === "missing") return e === "missing";
	if (e === "missing" && typeof n == "string") return !1;
	if (n === "unknown") return e === "any" || e === "error" ? !1 : typeof e != "string" && e.kind === "union" ? e.types.every((t) => b(t, "unknown")) : !0;
	if (e === "unknown" && typeof n == "string") return !1;
	if (typeof n == "string") return typeof e == "string" ? Je(e, n) : e.kind === "broadcastable" ? b(e.elements, n) && b({
		kind: "indexed_collection",
		elements: e.elements
	}, n) : e.kind === "value" ? typeof e.value == "boolean" ? n === "boolean" : le(e.value) ? Je("infinity", n) : typeof e.value == "number" ? Number.isNaN(e.value) ? Je("nan", n) : Number.isFinite(e.value) ? Number.isInteger(e.value) ? Je("integer", n) : Je("real", n) : Je("infinity", n) : typeof e.value == "string" ? Je("string", n) : !1 : e.kind === "union" ? e.types.every((t) => b(t, n)) : e.kind === "intersection" ? e.types.some((t) => b(t, n)) : e.kind === "negation" ? !1 : e.kind === "numeric" ? !!b(e.type, n) : n === "number" ? ta(e) : n === "symbol" ? Tr(e) : n === "expression" ? jc(e) : n === "function" ? sa(e) : n === "scalar" ? ia(e) : n === "value" ? ra(e) : n === "indexed_collection" ? b(e, Yn) : n === "collection" ? b(e, Bt) : n === "tuple" ? e.kind === "tuple" && e.elements.every((t) => b(t.type, "unknown")) : n === "list" ? e.kind === "list" && b(e.elements, "unknown") : n === "set" ? e.kind === "set" && b(e.elements, "unknown") : n === "record" ? e.kind === "record" && Object.values(e.elements).every((t) => b(t, "unknown")) : n === "object" ? br(e) : n === "dictionary" ? b(e, Un) : !1;
	if (n.kind === "union") {
		let t = n.types;
		let i = (r) => b(r.elements, n) && b({
			kind: "indexed_collection",
			elements: r.elements
		}, n);
		return typeof e != "string" && e.kind === "broadcastable" ? i(e) : typeof e != "string" && e.kind === "union" ? e.types.every((r) => {
			if (typeof r != "string") {
				if (r.kind === "broadcastable") return i(r);
				if (r.kind === "union") return b(r, n);
			}
			return t.some((s) => b(r, s));
		}) : t.some((r) => b(e, r));
	}
	if (n.kind === "negation") return typeof e != "string" && e.kind === "negation" ? b(n.type, e.type) : G(e, n.type);
	if (n.kind === "expression") {
		if (e === "symbol") return n.operator === "Symbol";
		if (typeof e == "string") return !1;
		if (e.kind === "expression") return n.operator === "Symbol" ? Tr(e) : e.operator === n.operator;
		if (e.kind === "symbol") return n.operator === "Symbol";
	}
	if (n.kind === "broadcastable") {
		if (typeof e != "string" && e.kind === "broadcastable") return b(e.elements, n.elements);
		if (typeof e != "string" && e.kind === "union") return e.types.every((i) => b(i, n));
		if (b(e, n.elements)) return !0;
		let t = $c(e);
		return t !== void 0 ? b(t, n.elements) : !1;
	}
	if (typeof e != "string" && e.kind === "broadcastable") return b(e.elements, n) && b({
		kind: "indexed_collection",
		elements: e.elements
	}, n);
	if (n.kind === "reference") {
		if (typeof e != "string" && e.kind === "reference" && Gc(e, n)) return !0;
		if (n.alias === !0 && n.def) {
			if (!Dc(n, e)) return !1;
			try {
				let t = Vt(n);
				return t === void 0 ? !1 : b(e, t);
			} finally {
				Oc(n, e);
			}
		}
	}
	if (n.kind === "intersection") return n.types.every((t) => b(e, t));
	if (e === "range") return b(Jt, n);
	if (e === "string") return b(Ct, n);
	if (e === "list") return b(Yi, n);
	if (e === "set") return b(Hi, n);
	if (e === "dictionary") return b(Un, n);
	if (e === "collection") return b(Bt, n);
	if (e === "indexed_collection") return b(Yn, n);
	if (e === "record") return b(Un, n);
	if (e === "tuple") return b(Yn, n);
	if (typeof e == "string") return !1;
	if (e.kind === "union") return e.types.every((t) => b(t, n));
	if (e.kind === "intersection") return e.types.some((t) => b(t, n));
	if (e.kind === "signature" && n.kind === "signature") {
		let t = Xo(e);
		let i = Xo(n);
		if (t || i) return t && i ? Cc(e, n) : i ? !1 : Fo(e, n);
		if (!tr(e.effects, n.effects) || !b(e.result, n.result)) return !1;
		let r = Wo(e);
		let s = Wo(n);
		if (r.min > s.min || r.max < s.max) return !1;
		let o = Math.max((e.args?.length ?? 0) + (e.optArgs?.length ?? 0), (n.args?.length ?? 0) + (n.optArgs?.length ?? 0));
		for (let a = 0; a < o; a++) {
			let l = Zo(n, a);
			if (l === void 0) break;
			let u = Zo(e, a);
			if (u === void 0 || !b(l, u)) return !1;
		}
		if (n.variadicArg) {
			let a = e.variadicArg?.type;
			if (a === void 0 || !b(n.variadicArg.type, a)) return !1;
		}
		return !0;
	}
	if (e.kind === "record" && n.kind === "record") {
		for (let t of Object.keys(n.elements)) if (!Object.prototype.hasOwnProperty.call(e.elements, t) || !b(e.elements[t], n.elements[t])) return !1;
		return !0;
	}
	if (e.kind === "object" && n.kind === "object") {
		let t = Object.keys(e.elements);
		let i = Object.keys(n.elements);
		if (t.length !== i.length) return !1;
		for (let r of i) if (!Object.prototype.hasOwnProperty.call(e.elements, r) || !b(e.elements[r], n.elements[r]) || !b(n.elements[r], e.elements[r])) return !1;
		return !0;
	}
	if (e.kind === "object" || n.kind === "object") return !1;
	if (e.kind === "dictionary" && n.kind === "dictionary") return b(e.values, n.values);
	if (e.kind === "record" && n.kind === "dictionary") return Object.values(e.elements).every((t) => b(t, n.values));
	if (n.kind === "indexed_collection") return e.kind === "indexed_collection" ? b(e.elements, n.elements) : e.kind === "list" ? b(e.elements, n.elements) || Qo(e, n.elements) : e.kind === "tuple" ? e.elements.every((t) => b(t.type, n.elements)) : !1;
	if (n.kind === "collection") {
		if (e.kind === "collection" || e.kind === "indexed_collection") return b(e.elements, n.elements);
		if (e.kind === "list") return b(e.elements, n.elements) || Qo(e, n.elements);
		if (e.kind === "tuple") return e.elements.every((t) => b(t.type, n.elements));
		if (e.kind === "set") return b(e.elements, n.elements);
		if (e.kind === "dictionary") return b({
			kind: "tuple",
			elements: [{ type: "string" }, { type: e.values }]
		}, n.elements);
		if (e.kind === "record") return b({
			kind: "tuple",
			elements: [{ type: "string" }, { type: Mn(...Object.values(e.elements)) }]
		}, n.elements);
	}
	if (e.kind === "tuple" && n.kind === "tuple") {
		if (e.elements.length !== n.elements.length) return !1;
		for (let t = 0; t < e.elements.length; t++) {
			let i = e.elements[t];
			let r = n.elements[t];
			if (!b(i.type, r.type) || r.name !== void 0 && i.name !== r.name) return !1;
		}
		return !0;
	}
	if (n.kind === "list" && e.kind === "list") {
		let t = b(e.elements, n.elements);
		if (!t && e.dimensions !== void 0 && e.dimensions.length >= 2 && typeof n.elements != "string" && n.elements.kind === "list") {
			if (b({
				kind: "list",
				elements: e.elements,
				dimensions: e.dimensions.slice(1)
			}, n.elements) && (!n.dimensions || n.dimensions.length === 1 && (n.dimensions[0] === -1 || n.dimensions[0] === e.dimensions[0]))) return !0;
		}
		if (!t) return !1;
		if (n.dimensions) {
			if (!e.dimensions || e.dimensions.length !== n.dimensions.length) return !1;
			for (let i = 0; i < e.dimensions.length; i++) if (n.dimensions[i] !== -1 && e.dimensions[i] !== n.dimensions[i]) return !1;
		}
		return !0;
	}
	if (e.kind === "symbol" && n.kind === "symbol") return e.name === n.name;
	if (n.kind === "numeric" && e.kind === "value") {
		if (le(e.value) || typeof e.value != "number" || Number.isNaN(e.value)) return !1;
		if (!Je(Number.isFinite(e.value) ? Number.isInteger(e.value) ? "integer" : "real" : "infinity", n.type)) return !1;
		let i = n.lower ?? -1 / 0;
		let r = n.upper ?? 1 / 0;
		return !(e.value < i || e.value === i && n.lowerOpen === !0 || e.value > r || e.value === r && n.upperOpen === !0);
	}
	if (e.kind === "numeric" && n.kind === "numeric") {
		if (!b(e.type, n.type)) return !1;
		let t = e.lower ?? -1 / 0;
		let i = n.lower ?? -1 / 0;
		let r = e.upper ?? 1 / 0;
		let s = n.upper ?? 1 / 0;
		return !(t < i || t === i && n.lowerOpen === !0 && e.lowerOpen !== !0 || r > s || r === s && n.upperOpen === !0 && e.upperOpen !== !0);
	}
	if (n.kind === "set" && e.kind === "set") return !!b(e.elements, n.elements);
	if (n.kind === "value" && e.kind === "value") return n.value === e.value || typeof n.value == "number" && Number.isNaN(n.value) && typeof e.value == "number" && Number.isNaN(e.value) || le(n.value) && le(e.value);
	if (e.kind === "value") {
		if (typeof e.value == "boolean") return b("boolean", n);
		if (le(e.value)) return b("infinity", n);
		if (typeof e.value == "number") return Number.isNaN(e.value) ? b("nan", n) : Number.isFinite(e.value) ? Number.isInteger(e.value) ? b("integer", n) : b("real", n) : b("infinity", n);
		if (typeof e.value == "string") return b("string", n);
	}
	return !1;
}
function ta(e) {
	return typeof e == "string" ? De.has(e) : e.kind === "value" ? typeof e.value == "number" || le(e.value) : e.kind === "numeric";
}
function ia(e) {
	return ta(e) ? !0 : typeof e == "string" ? Eo.has(e) : e.kind === "value" ? [
		"string",
		"boolean",
		"number"
	].includes(typeof e.value) : !1;
}
function Ko(e) {
	let n = /* @__PURE__ */ new Set();
	for (; typeof e == "object" && e.kind === "reference";) {
		let t = ue(e);
		if (e.def === void 0 || n.has(t)) return;
		n.add(t);
		let i = t.typeParams;
		if (e.args !== void 0 && i !== void 0) {
			let r = Object.create(null);
			let s = Math.min(i.length, e.args.length);
			for (let o = 0; o < s; o++) r[i[o].name] = e.args[o];
			e = Z(e.def, r);
		} else e = e.def;
	}
	return e;
}
function br(e, n) {
	if (e === "object") return !0;
	if (typeof e == "string") return !1;
	if (e.kind === "object") return !0;
	if (e.kind === "reference") {
		let t = ue(e);
		if (n === void 0 && (n = /* @__PURE__ */ new Set()), n.has(t)) return !1;
		n.add(t);
		let i = t.def;
		return i === void 0 ? !1 : br(i, n);
	}
	return !1;
}
function Lc(e) {
	return Fc(e) ? !0 : typeof e == "string" ? bo.has(e) : [
		"collection",
		"set",
		"record",
		"dictionary"
	].includes(e.kind);
}
function Fc(e) {
	return typeof e == "string" ? !1 : [
		"indexed_collection",
		"list",
		"tuple"
	].includes(e.kind);
}
function $c(e) {
	if (typeof e == "string") return e === "indexed_collection" || e === "list" ? "unknown" : e === "range" ? "integer" : void 0;
	if (e.kind === "indexed_collection") return e.elements;
	if (e.kind === "list") {
		let n = e.dimensions;
		return n && n.length > 1 ? {
			kind: "list",
			elements: e.elements,
			dimensions: n.slice(1)
		} : e.elements;
	}
}
function Qo(e, n) {
	let t = e.dimensions;
	return !t || t.length <= 1 ? !1 : b({
		kind: "list",
		elements: e.elements,
		dimensions: t.slice(1)
	}, n);
}
function ra(e) {
	return ia(e) || Lc(e) || br(e);
}
function sa(e) {
	return e === "function" || typeof e != "string" && e.kind === "signature";
}
function jc(e) {
	return typeof e == "string" && [
		"expression",
		"symbol",
		"function"
	].includes(e) || ra(e) || sa(e) || Tr(e) ? !0 : typeof e == "string" ? !1 : e.kind === "expression";
}
function Tr(e) {
	return e === "symbol" ? !0 : typeof e == "string" ? !1 : e.kind === "symbol" ? !0 : e.kind === "expression" ? e.operator === "Symbol" : !1;
}
function zc(e, n) {
	return e === n ? e : e === "any" ? n : n === "any" || b(e, n) ? e : b(n, e) ? n : "never";
}
function qc(e, n) {
	if (e === n) return e;
	if (e === "any" || n === "any") return "any";
	if (e === "never") return n;
	if (n === "never") return e;
	if (e === "unknown") return n;
	if (n === "unknown") return e;
	if (e === "nothing") return n;
	if (n === "nothing") return e;
	if (b(e, n)) return n;
	if (b(n, e)) return e;
	let t = Hc(e, n);
	return Vc.has(t) ? Yc(e, n) : t;
}
var Vc = /* @__PURE__ */ new Set([
	"scalar",
	"value",
	"function",
	"expression",
	"collection",
	"indexed_collection",
	"list",
	"set",
	"tuple",
	"record",
	"object",
	"dictionary",
	"map",
	"any"
]);
function Gc(e, n) {
	if (e.name !== n.name) return !1;
	let t = e.args;
	let i = n.args;
	if (t === void 0 || i === void 0) return t === i;
	if (t.length !== i.length) return !1;
	let r = e.decl;
	let s = n.decl;
	return r !== void 0 && s !== void 0 && r !== s ? !1 : t.every((o, a) => {
		switch (Sn(n, a)) {
			case "out": return b(o, i[a]);
			case "in": return b(i[a], o);
			default: return b(o, i[a]) && b(i[a], o);
		}
	});
}
function Uc(e, n) {
	return e === "def" ? void 0 : n;
}
function Yc(e, n) {
	let t = [];
	let i = /* @__PURE__ */ new Set();
	let r = (s) => {
		if (typeof s == "object" && s.kind === "union") {
			for (let a of s.types) r(a);
			return;
		}
		let o = typeof s == "string" ? s : JSON.stringify(s, Uc);
		i.has(o) || (i.add(o), t.push(s));
	};
	return r(e), r(n), t.length === 1 ? t[0] : {
		kind: "union",
		types: t
	};
}
function Zt(...e) {
	return aa("narrow", e), e.length === 0 ? "any" : e.length === 1 ? e[0] : e.reduce((n, t) => zc(n, t));
}
function Mn(...e) {
	return oa(e);
}
function oa(e) {
	return aa("widen", e), e.length === 0 ? "never" : e.length === 1 ? e[0] : e.reduce((n, t) => qc(n, t));
}
var ea = [
	"infinity",
	"integer",
	"rational",
	"real",
	"imaginary",
	"complex",
	"nan",
	"number",
	"list",
	"record",
	"object",
	"dictionary",
	"set",
	"tuple",
	"indexed_collection",
	"collection",
	"scalar",
	"value",
	"function",
	"expression"
];
var na = /* @__PURE__ */ new Map();
function Hc(e, n) {
	if (e === n) return e;
	if (e === "any" || n === "any") return "any";
	if (e === "never") return n;
	if (n === "never") return e;
	if (e === "unknown") return n;
	if (n === "unknown") return e;
	if (e === "nothing") return n;
	if (n === "nothing") return e;
	if (typeof e == "string" && typeof n == "string") {
		let t = e < n ? `${e}|${n}` : `${n}|${e}`;
		let i = na.get(t);
		if (i === void 0) {
			i = "any";
			for (let r of ea) {
				let s = tt[r];
				if (s.has(e) && s.has(n)) {
					i = r;
					break;
				}
			}
			na.set(t, i);
		}
		return i;
	}
	for (let t of ea) if (b(e, t) && b(n, t)) return t;
	return "any";
}
function aa(e, n) {
	for (let t of n) sn(e, t);
}
function sn(e, n) {
	typeof n == "object" && n.kind === "variable" && `${e}${n.name}`;
}
Co({
	isSubtype: b,
	widen: Mn,
	narrow: Zt
});
function ua(e) {
	return typeof e == "string" ? De.has(e) : e.kind === "numeric" || e.kind === "value" && (typeof e.value == "number" || le(e.value));
}
function Zc(e) {
	if (!(!e || typeof e == "string")) {
		if (e.kind === "signature") return [e];
		if (e.kind === "union" || e.kind === "intersection") {
			let n = [];
			for (let t of e.types) {
				if (typeof t == "string" || t.kind !== "signature") return;
				n.push(t);
			}
			return n.length > 0 ? n : void 0;
		}
	}
}
function Wc(e) {
	let n;
	for (let t of e) n = ir(n, t.effects);
	return n;
}
function Er(e) {
	if (e === void 0 || typeof e == "string") return;
	if (e.kind === "signature") return la(e.effects);
	if (e.kind === "union") {
		let t;
		for (let i of e.types) t = ir(t, Er(i));
		return t;
	}
	if (e.kind !== "intersection") return;
	let n = Zc(e);
	return n === void 0 ? void 0 : la(Wc(n));
}
function la(e) {
	if (e === void 0 || e === "any" || e.length <= 1) return e;
	for (let n = 1; n < e.length; n++) if (e[n - 1] >= e[n]) return [...new Set(e)].sort();
	return e;
}
function ca(e) {
	let n;
	let t = e;
	for (; typeof t == "object" && t.kind === "reference" && t.alias === !0 && t.def !== void 0;) {
		n ??= /* @__PURE__ */ new Set();
		let i = ue(t);
		if (n.has(i)) return t;
		n.add(i);
		let r = i.typeParams;
		let s = t.args;
		if (s !== void 0 && r !== void 0) {
			let o = Object.create(null);
			for (let a = 0; a < r.length; a++) s[a] !== void 0 && (o[r[a].name] = s[a]);
			t = Z(t.def, o);
		} else t = t.def;
	}
	return t;
}
function an(e) {
	if (e === "missing") return !0;
	if (typeof e == "string") return !1;
	switch (e.kind) {
		case "union":
		case "intersection": return e.types.some(an);
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": return an(e.elements);
		case "tuple": return e.elements.some((n) => an(n.type));
		case "dictionary": return an(e.values);
		case "record":
		case "object": return Object.values(e.elements).some((n) => an(n));
		default: return !1;
	}
}
function fa(e) {
	return b("complex", e) || b(e, "number") && !b(e, "real");
}
var kr = typeof process < "u" && process.env?.CE_TYPE_FACTS_ASSERT === "1";
var Xc = K("matrix");
var Kc = K("vector");
var Wt = class {
	constructor(n, t) {
		this.type = n;
		this.cacheable = t;
	}
	type;
	cacheable;
	known = 0;
	yes = 0;
	no = 0;
	shapeKnown = !1;
	cachedShape;
	get numericScalar() {
		return this.read(0);
	}
	get integer() {
		return this.read(1);
	}
	get rational() {
		return this.read(2);
	}
	get real() {
		return this.read(3);
	}
	get imaginary() {
		return this.read(4);
	}
	get complex() {
		return this.read(5);
	}
	get belowNumber() {
		return this.read(6);
	}
	get couldBeNumber() {
		return this.read(7);
	}
	get finite() {
		return this.read(8);
	}
	get nan() {
		return this.read(9);
	}
	get infinity() {
		return this.read(10);
	}
	get extendedReal() {
		return this.read(11);
	}
	get couldBeNonReal() {
		return this.read(12);
	}
	get collection() {
		return this.read(13);
	}
	get indexed() {
		return this.read(14);
	}
	get tupleShaped() {
		return this.read(15);
	}
	get matrix() {
		return this.read(16);
	}
	get vector() {
		return this.read(17);
	}
	get containsMissing() {
		return this.read(18);
	}
	get unknownOrAny() {
		return this.read(19);
	}
	get numberMembership() {
		return this.read(20);
	}
	get infinityMembership() {
		return this.read(21);
	}
	get shape() {
		if (!this.cacheable) return Sr(this.type);
		if (this.shapeKnown || (this.cachedShape = Sr(this.type), this.shapeKnown = !0), kr && this.cachedShape !== Sr(this.type)) throw new Error("Stale type shape fact");
		return this.cachedShape;
	}
	get finiteCollection() {
		return this.shape !== void 0 ? !0 : void 0;
	}
	read(n) {
		if (!this.cacheable) return this.compute(n);
		let t = 1 << n;
		if ((this.known & t) === 0) {
			let r = this.computeFromFacts(n);
			if (this.known |= t, r === !0 ? this.yes |= t : r === !1 && (this.no |= t), kr && r !== this.compute(n)) throw new Error(`Incorrect derived type fact ${n}`);
			return r;
		}
		let i = (this.yes & t) !== 0 ? !0 : (this.no & t) !== 0 ? !1 : void 0;
		if (kr && i !== this.compute(n)) throw new Error(`Stale type fact ${n}`);
		return i;
	}
	computeFromFacts(n) {
		let t = this.type;
		if (typeof t == "object" && t.kind === "numeric" && (n >= 1 && n <= 6 || n === 9 || n === 10)) return Ir(t.type).read(n);
		switch (n) {
			case 8: return this.complex ? !0 : this.infinity || this.nan ? !1 : void 0;
			case 11: return this.real || b(t, Wi);
			case 12: return b("complex", t) || this.belowNumber && !this.real;
			case 20: return t === "unknown" || t === "any" ? void 0 : this.belowNumber ? !0 : this.couldBeNumber ? void 0 : !1;
			case 21: return t === "unknown" || t === "any" ? void 0 : this.infinity ? !0 : G(t, "infinity") ? !1 : void 0;
			default: return this.compute(n);
		}
	}
	compute(n) {
		let t = this.type;
		switch (n) {
			case 0: return ua(t);
			case 1: return b(t, "integer");
			case 2: return b(t, "rational");
			case 3: return b(t, "real");
			case 4: return b(t, "imaginary");
			case 5: return b(t, "complex");
			case 6: return b(t, "number");
			case 7: return !G(t, "number");
			case 8: return b(t, "complex") ? !0 : b(t, "infinity") || b(t, "nan") ? !1 : void 0;
			case 9: return b(t, "nan");
			case 10: return b(t, "infinity");
			case 11: return b(t, "real") || b(t, Wi);
			case 12: return fa(t);
			case 13: return b(t, Zi) ? !0 : G(t, Zi) ? !1 : void 0;
			case 14: return b(t, Lt) ? !0 : G(t, Lt) ? !1 : void 0;
			case 15: {
				let i = ca(t);
				return i === "tuple" || typeof i == "object" && i.kind === "tuple";
			}
			case 16: return b(t, Xc);
			case 17: return b(t, Kc);
			case 18: return an(t);
			case 19: return t === "unknown" || t === "any";
			case 20: return pa(t, "number");
			case 21: return pa(t, "infinity");
		}
	}
};
function pa(e, n) {
	if (!(e === "unknown" || e === "any")) return b(e, n) ? !0 : G(e, n) ? !1 : void 0;
}
function Sr(e) {
	if (typeof e == "object" && e.kind === "list" && Array.isArray(e.dimensions) && e.dimensions.length > 0 && e.dimensions.every((n) => typeof n == "number" && Number.isFinite(n) && n >= 0)) return e.dimensions;
}
var da = /* @__PURE__ */ new Map();
var ga = /* @__PURE__ */ new WeakMap();
var ma = /* @__PURE__ */ new WeakSet();
function Nr(e, n) {
	if (e === null || typeof e != "object" || Mo(e) || ma.has(e)) return !0;
	if (!Object.isFrozen(e)) return !1;
	let t = Object.getPrototypeOf(e);
	if (t !== null && t !== (Array.isArray(e) ? Array.prototype : Object.prototype)) return !1;
	let i = e;
	if (i.kind === "reference" || i.kind === "variable" || i.kind === "signature" && i.typeParams !== void 0 || n?.has(e)) return !1;
	n ??= /* @__PURE__ */ new Set(), n.add(e);
	for (let r of Reflect.ownKeys(e)) {
		let s = Object.getOwnPropertyDescriptor(e, r);
		if (!("value" in s) || !Nr(s.value, n)) return n.delete(e), !1;
	}
	return n.delete(e), ma.add(e), !0;
}
function vr(e) {
	return Nr(e);
}
function Ir(e) {
	if (typeof e == "string") {
		let t = da.get(e);
		return t === void 0 && (t = new Wt(e, !0), da.set(e, t)), t;
	}
	let n = ga.get(e);
	return n === void 0 && (n = new Wt(e, Nr(e)), ga.set(e, n)), n;
}
var Qc = /* @__PURE__ */ new WeakSet();
function Mr(e) {
	return typeof e == "object" && Qc.has(e);
}
function q(e) {
	if (typeof e == "string") return bn(e) ? e : "error";
	switch (e.kind) {
		case "union": return Ar(e);
		case "intersection": return ff(e);
		case "negation": return nf(e);
		case "collection":
		case "indexed_collection": return pf(e.kind, e);
		case "list": return df(e);
		case "set": return gf(e);
		case "broadcastable": return mf(e);
		case "tuple": return hf(e);
		case "record": return yf(e);
		case "object": return xf(e);
		case "dictionary": return Tf(e);
		case "signature": return bf(e);
		case "value": return e;
		case "reference": return e;
		case "numeric": return e.lower !== void 0 && e.upper !== void 0 && e.lower > e.upper ? "never" : e;
		case "symbol": return e;
		case "expression": return e;
		case "variable": return e;
		default: throw new Error(`Unknown type kind: ${e}`);
	}
}
function z(e) {
	return typeof e != "object" || Object.isFrozen(e) || Object.prototype.hasOwnProperty.call(e, "toString") || Object.defineProperty(e, "toString", { value: () => R(e) }), e;
}
function ef(e) {
	return typeof e == "string" ? !1 : R(e) !== xe(e);
}
function xa(e, n, t, i) {
	let r = n.get(t);
	if (r === void 0) {
		n.set(t, e.length), e.push(i);
		return;
	}
	typeof i != "string" && R(i) !== t && !ef(e[r]) && (e[r] = i);
}
function nf(e) {
	let n = q(e.type);
	return n === "never" ? "any" : n === "any" ? "never" : z({
		kind: "negation",
		type: n
	});
}
function tf(e) {
	let n = [];
	let t = /* @__PURE__ */ new Map();
	let i = (r) => {
		if (typeof r == "object" && r.kind === "union") {
			for (let s of r.types) i(s);
			return;
		}
		xa(n, t, xe(r), r);
	};
	for (let r of e) i(q(r));
	return n;
}
function rf(e) {
	return e.map((n) => [typeof n == "string" ? n : R(n), n]).sort((n, t) => n[0] < t[0] ? -1 : n[0] > t[0] ? 1 : 0).map(([, n]) => n);
}
function Ar(e) {
	let n = tf(e.types);
	if (n.length === 0) return "never";
	if (n.some((i) => i === "error")) return "error";
	if (n.length === 1) return z(n[0]);
	let t = [];
	for (let i of n) if (t.findIndex((s) => b(i, s)) === -1) {
		for (let s = t.length - 1; s >= 0; s--) b(t[s], i) && t.splice(s, 1);
		t.push(i);
	}
	return t.length === 1 ? z(t[0]) : z({
		kind: "union",
		types: rf(t)
	});
}
function Xt(e, n) {
	if (sn("meet", e), sn("meet", n), b(e, n)) return e;
	if (b(n, e)) return n;
	let t = ha(e);
	if (t !== void 0) return Xt(t, n);
	let i = ha(n);
	if (i !== void 0) return Xt(e, i);
	if (typeof e == "object" && e.kind === "union") return ya(e.types, n);
	if (typeof n == "object" && n.kind === "union") return ya(n.types, e);
	let r = typeof e == "object" && e.kind === "negation" ? e : void 0;
	let s = typeof n == "object" && n.kind === "negation" ? n : void 0;
	if (r !== void 0 && s !== void 0) return q({
		kind: "negation",
		type: {
			kind: "union",
			types: [r.type, s.type]
		}
	});
	if (r !== void 0 || s !== void 0) {
		let l = (r ?? s).type;
		let u = r !== void 0 ? n : e;
		if (b(u, l)) return "never";
		let c = Ta(l);
		let f = Pr(u);
		if (c !== void 0 && f !== null && typeof u == "object") {
			let d = f.lower ?? -1 / 0;
			let m = f.upper ?? 1 / 0;
			let y = f.lowerOpen === !0;
			let k = f.upperOpen === !0;
			let I = [];
			for (let C of c) if (!(C < d || C > m)) {
				if (C === d && C === m) return "never";
				C === d ? y = !0 : C === m ? k = !0 : I.push(C);
			}
			let A = En(f.type, d, m, y, k);
			if (I.length === 0) return A;
			return {
				kind: "intersection",
				types: [A, I.length === 1 ? {
					kind: "negation",
					type: {
						kind: "value",
						value: I[0]
					}
				} : {
					kind: "negation",
					type: {
						kind: "union",
						types: I.map((C) => ({
							kind: "value",
							value: C
						}))
					}
				}]
			};
		}
		return;
	}
	if (typeof e == "string" && typeof n == "string") {
		let l = it(e, n);
		return l.length === 0 ? "never" : l.length === 1 ? l[0] : {
			kind: "union",
			types: l
		};
	}
	if (typeof e == "object" && e.kind === "numeric" || typeof n == "object" && n.kind === "numeric") {
		let l = Pr(e);
		let u = Pr(n);
		if (l && u) return cf(l, u);
	}
	let o = sf(e, n);
	if (o !== void 0) return o;
	let a = of(e, n) ?? af(e, n);
	if (a !== void 0) return a;
	if (!lf(e, n)) return "never";
}
function ha(e) {
	if (!(typeof e != "object" || e.kind !== "broadcastable")) return {
		kind: "union",
		types: [e.elements, {
			kind: "indexed_collection",
			elements: e.elements
		}]
	};
}
function sf(e, n) {
	if (typeof e != "object" || typeof n != "object" || e.kind !== n.kind) return;
	let t = (i, r) => q({
		kind: "intersection",
		types: [i, r]
	});
	switch (e.kind) {
		case "list": {
			let i = n;
			return (e.dimensions?.join() ?? "") !== (i.dimensions?.join() ?? "") ? void 0 : z({
				...e,
				elements: t(e.elements, i.elements)
			});
		}
		case "set":
		case "collection":
		case "indexed_collection": return z({
			...e,
			elements: t(e.elements, n.elements)
		});
		case "dictionary": return z({
			...e,
			values: t(e.values, n.values)
		});
		default: return;
	}
}
function of(e, n) {
	if (typeof e != "object" || typeof n != "object" || e.kind !== "tuple" || n.kind !== "tuple") return;
	if (e.elements.length !== n.elements.length) return "never";
	let t = [];
	for (let i = 0; i < e.elements.length; i++) {
		let r = e.elements[i];
		let s = n.elements[i];
		if (r.name !== void 0 && s.name !== void 0 && r.name !== s.name) return "never";
		let o = q({
			kind: "intersection",
			types: [r.type, s.type]
		});
		if (on(o)) return "never";
		let a = r.name ?? s.name;
		t.push(a === void 0 ? { type: o } : {
			name: a,
			type: o
		});
	}
	return z({
		kind: "tuple",
		elements: t
	});
}
function af(e, n) {
	if (typeof e != "object" || typeof n != "object" || e.kind !== "record" || n.kind !== "record") return;
	let t = { ...e.elements };
	for (let [i, r] of Object.entries(n.elements)) {
		if (!Object.prototype.hasOwnProperty.call(t, i)) {
			t[i] = r;
			continue;
		}
		let s = q({
			kind: "intersection",
			types: [t[i], r]
		});
		if (on(s)) return "never";
		t[i] = s;
	}
	return z({
		kind: "record",
		elements: t
	});
}
function lf(e, n) {
	return typeof e == "object" && typeof n == "object" && e.kind === "signature" && n.kind === "signature";
}
function uf(e) {
	let n = [];
	let t = /* @__PURE__ */ new Map();
	let i = (r) => {
		if (typeof r == "object" && r.kind === "intersection") {
			for (let s of r.types) i(s);
			return;
		}
		xa(n, t, xe(r), r);
	};
	for (let r of e) i(q(r));
	return n;
}
function Pr(e) {
	return typeof e == "object" ? e.kind === "numeric" ? e : null : De.has(e) ? {
		kind: "numeric",
		type: e
	} : null;
}
function cf(e, n) {
	let t = it(e.type, n.type);
	if (t.length === 0) return "never";
	let i = e.lower ?? -1 / 0;
	let r = n.lower ?? -1 / 0;
	let s = e.upper ?? 1 / 0;
	let o = n.upper ?? 1 / 0;
	let a = Math.max(i, r);
	let l = Math.min(s, o);
	let u = i === a && e.lowerOpen === !0 || r === a && n.lowerOpen === !0;
	let c = s === l && e.upperOpen === !0 || o === l && n.upperOpen === !0;
	if (a > l || a === l && (u || c)) return "never";
	let f = a !== -1 / 0 || l !== 1 / 0;
	let d = [];
	for (let m of t) f && (m === "infinity" || m === "nan") || d.push(En(m, a, l, u, c));
	return d.length === 0 ? "never" : d.length === 1 ? d[0] : Ar({
		kind: "union",
		types: d
	});
}
function Ta(e) {
	if (typeof e == "object") {
		if (e.kind === "value") return typeof e.value == "number" && !Number.isNaN(e.value) ? [e.value] : void 0;
		if (e.kind === "union") {
			let n = [];
			for (let t of e.types) {
				let i = Ta(t);
				if (i === void 0) return;
				n.push(...i);
			}
			return n;
		}
	}
}
function ya(e, n) {
	let t = [];
	for (let i of e) {
		let r = Xt(i, n);
		r !== void 0 && on(r) || t.push(r === void 0 ? {
			kind: "intersection",
			types: [i, n]
		} : r);
	}
	return t.length === 0 ? "never" : t.length === 1 ? t[0] : Ar({
		kind: "union",
		types: t
	});
}
function ff(e) {
	let n = uf(e.types);
	if (n.length === 0) return "any";
	if (n.some((i) => i === "error")) return "error";
	let t = [];
	for (let i of n) {
		let r = i;
		let s = -1;
		for (let o = 0; o < t.length;) {
			let a = Xt(t[o], r);
			if (a !== void 0 && on(a)) return "never";
			if (a === void 0) {
				o += 1;
				continue;
			}
			s === -1 && (s = o), t.splice(o, 1), r = a;
		}
		s === -1 ? t.push(r) : t.splice(s, 0, r);
	}
	return t.length === 1 ? z(t[0]) : z({
		...e,
		types: t
	});
}
function pf(e, n) {
	let t = q(n.elements);
	return t === "error" ? "error" : t === "nothing" ? z({
		kind: e,
		elements: "nothing"
	}) : t === "unknown" ? e : z({
		...n,
		elements: t
	});
}
function df(e) {
	let n = q(e.elements);
	if (n === "error") return "error";
	if (n === "nothing") return z({
		kind: "list",
		elements: "nothing"
	});
	let t = e.dimensions;
	return t && (t = t.filter((i) => i >= 1 || i === -1), t.length === 0) ? "nothing" : n === "unknown" && t === void 0 ? "list" : z({
		...e,
		dimensions: t,
		elements: n
	});
}
function gf(e) {
	let n = q(e.elements);
	return n === "error" ? "error" : n === "nothing" ? z({
		kind: "set",
		elements: "nothing"
	}) : n === "unknown" ? "set" : z({
		...e,
		elements: n
	});
}
function mf(e) {
	let n = q(e.elements);
	return n === "error" ? "error" : z({
		...e,
		elements: n
	});
}
function hf(e) {
	let n = e.elements.map((t) => ({
		...t,
		type: q(t.type)
	}));
	return n.length === 0 ? "nothing" : n.some((t) => t.type === "error") ? "error" : n.some((t) => on(t.type)) ? "never" : (n = n.filter((t) => t.type !== "nothing"), n.length === 0 ? "nothing" : z({
		...e,
		elements: n
	}));
}
function yf(e) {
	let n = {};
	for (let [t, i] of Object.entries(e.elements)) n[t] = q(i);
	return Object.values(n).some((t) => t === "error") ? "error" : Object.values(n).some((t) => on(t)) ? "never" : (n = Object.fromEntries(Object.entries(n).filter(([t, i]) => i !== "nothing")), Object.keys(n).length === 0 ? "record" : z({
		...e,
		elements: n
	}));
}
function xf(e) {
	let n = {};
	for (let [t, i] of Object.entries(e.elements)) n[t] = q(i);
	return Object.values(n).some((t) => t === "error") ? "error" : z({
		...e,
		elements: n
	});
}
function Tf(e) {
	let n = q(e.values);
	return n === "error" ? "error" : n === "nothing" ? z({
		kind: "dictionary",
		values: "nothing"
	}) : n === "unknown" ? "dictionary" : z({
		kind: "dictionary",
		values: n
	});
}
function bf(e) {
	let n = e.args?.map((s) => ({
		...s,
		type: q(s.type)
	}));
	let t = e.optArgs?.map((s) => ({
		...s,
		type: q(s.type)
	}));
	let i = e.variadicArg ? {
		...e.variadicArg,
		type: q(e.variadicArg.type)
	} : void 0;
	let r = q(e.result);
	return n?.some((s) => s.type === "error") || t?.some((s) => s.type === "error") || i?.type === "error" || r === "error" ? "error" : (t = t?.filter((s) => s.type !== "nothing"), n?.length === 0 && (t = void 0), t?.length === 0 && (t = void 0), i?.type === "nothing" && (i = void 0), z({
		...e,
		args: n,
		optArgs: t,
		variadicArg: i,
		variadicMin: i ? e.variadicMin : void 0,
		effects: e.effects === void 0 ? void 0 : nr(e.effects),
		result: r
	}));
}
function ba(e) {
	if (typeof e == "string" || e.kind === "numeric" && e.type !== "rational") return e;
	let t = Ee(e, !0, {
		co: /* @__PURE__ */ new Map(),
		contra: /* @__PURE__ */ new Map()
	});
	return t === e || b(e, t) || t === "error" && q(e), t;
}
function Ee(e, n, t) {
	if (typeof e == "string") return e;
	let i = n ? t.co : t.contra;
	let r = i.get(e);
	if (r !== void 0) return r;
	let s = Ef(e, n, t);
	return i.set(e, s), s;
}
function Ef(e, n, t) {
	switch (e.kind) {
		case "value": {
			if (!n) return e;
			let i = e.value;
			return le(i) ? "infinity" : typeof i != "number" ? e : Number.isNaN(i) ? "nan" : Number.isFinite(i) ? Number.isInteger(i) ? "integer" : "real" : To;
		}
		case "union":
		case "intersection": {
			let i = e.types.map((r) => Ee(r, n, t));
			return i.every((r, s) => r === e.types[s]) ? e : q({
				...e,
				types: i
			});
		}
		case "negation": {
			let i = Ee(e.type, !n, t);
			return i === e.type ? e : {
				...e,
				type: i
			};
		}
		case "list":
		case "set":
		case "collection":
		case "indexed_collection":
		case "broadcastable": {
			let i = Ee(e.elements, n, t);
			return i === e.elements ? e : {
				...e,
				elements: i
			};
		}
		case "dictionary": {
			let i = Ee(e.values, n, t);
			return i === e.values ? e : {
				...e,
				values: i
			};
		}
		case "tuple": {
			let i = e.elements.map((r) => {
				let s = Ee(r.type, n, t);
				return s === r.type ? r : {
					...r,
					type: s
				};
			});
			return i.every((r, s) => r === e.elements[s]) ? e : {
				...e,
				elements: i
			};
		}
		case "signature": {
			let i = !n;
			let r = (f) => {
				if (!f) return {
					changed: !1,
					els: f
				};
				let d = f.map((m) => {
					let y = Ee(m.type, i, t);
					return y === m.type ? m : {
						...m,
						type: y
					};
				});
				return {
					changed: d.some((m, y) => m !== f[y]),
					els: d
				};
			};
			let s = r(e.args);
			let o = r(e.optArgs);
			let a = e.variadicArg ? Ee(e.variadicArg.type, i, t) : void 0;
			let l = Ee(e.result, n, t);
			let u = e.typeParams?.map((f) => {
				if (f.bound === void 0) return f;
				let d = Ee(f.bound, n, t);
				return d === f.bound ? f : {
					...f,
					bound: d
				};
			});
			let c = u !== void 0 && u.some((f, d) => f !== e.typeParams[d]);
			return !s.changed && !o.changed && (e.variadicArg === void 0 || a === e.variadicArg.type) && l === e.result && !c ? e : {
				...e,
				...s.els !== void 0 ? { args: s.els } : {},
				...o.els !== void 0 ? { optArgs: o.els } : {},
				...e.variadicArg !== void 0 ? { variadicArg: {
					...e.variadicArg,
					type: a
				} } : {},
				...u !== void 0 ? { typeParams: u } : {},
				result: l
			};
		}
		case "reference": {
			if (!e.args) return e;
			let i = e.args.map((r, s) => {
				let o = Sn(e, s);
				return o === "inout" ? r : Ee(r, o === "out" ? n : !n, t);
			});
			return i.every((r, s) => r === e.args[s]) ? e : {
				...e,
				args: i
			};
		}
		case "numeric": return n && e.type === "rational" && typeof e.lower == "number" && e.lower === e.upper && Number.isFinite(e.lower) ? e.type : e;
		case "object":
		case "record":
		case "variable":
		case "symbol":
		case "expression": return e;
		default: return e;
	}
}
var kf = {
	primitives: /* @__PURE__ */ new Map(),
	composites: /* @__PURE__ */ new WeakMap(),
	results: /* @__PURE__ */ new WeakMap()
};
var Ea = /* @__PURE__ */ new WeakMap();
function ka(e) {
	if (e === void 0) return kf;
	let n = Ea.get(e);
	return n === void 0 && (n = {
		primitives: /* @__PURE__ */ new Map(),
		composites: /* @__PURE__ */ new WeakMap(),
		results: /* @__PURE__ */ new WeakMap()
	}, Ea.set(e, n)), n;
}
function Sa(e) {
	if (!(e === null || typeof e != "object" || Object.isFrozen(e))) {
		Object.freeze(e);
		for (let n of Object.values(e)) Sa(n);
	}
}
var ke = class e {
	static unknown = new e("unknown");
	static number = new e("number");
	static signed_infinity = new e("+oo | -oo");
	static infinity = new e("infinity");
	static nan = new e("nan");
	static complex = new e("complex");
	static real = new e("real");
	static integer = new e("integer");
	static string = new e("string");
	static character = new e("character");
	static dictionary = new e("dictionary");
	static setNumber = new e("set<number>");
	static setComplex = new e("set<complex>");
	static setImaginary = new e("set<imaginary>");
	static setReal = new e("set<real>");
	static setRational = new e("set<rational>");
	static setInteger = new e("set<integer>");
	type;
	#n;
	#e;
	get facts() {
		return this.#n?.type === this.type ? this.#n : this.#n = Ir(this.type);
	}
	static from(n, t) {
		if (n instanceof e) return n;
		let i = typeof n == "string" && !bn(n) ? K(n, t) : n;
		let r = ka(t);
		if (typeof i == "string") {
			let o = r.primitives.get(i);
			return (o === void 0 || o.type !== i) && (o = new e(i, t), r.primitives.set(i, o)), o;
		}
		if (!Mr(i) && !vr(i)) return new e(i, t);
		let s = r.composites.get(i);
		return (s === void 0 || s.type !== i) && (s = new e(i, t), r.composites.set(i, s)), s;
	}
	static forResult(n, t) {
		if (n === void 0) return;
		let i = n instanceof e ? n : void 0;
		t = i?.typeResolver ?? t;
		let r = i?.typeResolver === t ? i : void 0;
		let s = i?.type ?? (typeof n == "string" && !bn(n) ? K(n, t) : n);
		if (r !== void 0 && r.#e === s) return r;
		if (typeof s == "string" || Mr(s)) return r ?? e.from(s, t);
		let o = vr(s);
		let a = ka(t);
		let l = o ? a.results.get(s) : void 0;
		if (l !== void 0 && l.boxed.type === l.type) return l.type === s && r !== void 0 ? (r.#e = s, r) : (l.boxed.#e = l.type, l.boxed);
		let u = ba(s);
		o && u !== s && Sa(u);
		let c = u === s && r !== void 0 ? r : e.from(u, t);
		if (o) {
			c.#e = u;
			let f = {
				boxed: c,
				type: u
			};
			a.results.set(s, f), typeof u == "object" && a.results.set(u, f);
		}
		return c;
	}
	isPolymorphic;
	_typeResolver;
	get typeResolver() {
		return this._typeResolver;
	}
	static _resolverOf(n) {
		for (let t of n) if (t instanceof e && t._typeResolver !== void 0) return t._typeResolver;
	}
	static widen(...n) {
		return new e(Mn(...n.map((t) => t instanceof e ? t.type : t)), e._resolverOf(n));
	}
	static narrow(...n) {
		return new e(Zt(...n.map((t) => t instanceof e ? t.type : t)), e._resolverOf(n));
	}
	constructor(n, t) {
		if (this._typeResolver = t, typeof n == "string" ? this.type = K(n, t) : this.type = n, this.isPolymorphic = vn(this.type), typeof this.type == "object" && typeof n != "string") {
			if (ie(this.type)) {
				let i = /* @__PURE__ */ new Error(`The type \`${R(this.type)}\` is invalid: ${Hn}`);
				throw i.code = "variadic-with-optional", i.rawMessage = Hn, i;
			}
			if (this.isPolymorphic) Gt(this.type, t);
			else if (Me(this.type)) throw new Pe("unresolved-type-variable", `The type \`${R(this.type)}\` refers to a type variable that is not quantified by a \`where\` clause: an open type is not declarable`);
		}
	}
	_resolve(n) {
		if (n instanceof e) return n.type;
		if (typeof n != "string" || bn(n)) return n;
		try {
			return K(n);
		} catch (t) {
			if (this._typeResolver === void 0) throw t;
			return K(n, this._typeResolver);
		}
	}
	matches(n) {
		let t = this._resolve(n);
		if (!this.isPolymorphic && vn(t)) return mr(this.type, t);
		if (!this.isPolymorphic) switch (t) {
			case "integer": return this.facts.integer;
			case "rational": return this.facts.rational;
			case "real": return this.facts.real;
			case "imaginary": return this.facts.imaginary;
			case "complex": return this.facts.complex;
			case "number": return this.facts.belowNumber;
			case "nan": return this.facts.nan;
			case "infinity": return this.facts.infinity;
		}
		return b(this.type, t);
	}
	is(n) {
		let t = this._resolve(n);
		return b(this.type, t) && b(t, this.type);
	}
	isDisjointFrom(n) {
		return G(this.type, this._resolve(n));
	}
	couldMatch(n) {
		let t = this._resolve(n);
		return this.isPolymorphic || vn(t) ? se(Ut(this.type), Ut(t)) : se(this.type, t);
	}
	get unionMembers() {
		return typeof this.type == "object" && this.type.kind === "union" ? this.type.types.map((n) => new e(n, this._typeResolver)) : [this];
	}
	get effects() {
		return Er(this.type);
	}
	get isUnknown() {
		return this.type === "unknown";
	}
	toString() {
		return R(this.type);
	}
	toJSON() {
		return this.toString();
	}
	[Symbol.toPrimitive](n) {
		return n === "string" ? this.toString() : null;
	}
	valueOf() {
		return this.toString();
	}
};
var Q = {
	"(": ["\\lparen", "("],
	")": ["\\rparen", ")"],
	"[": [
		"\\lbrack",
		"\\[",
		"["
	],
	"]": [
		"\\rbrack",
		"\\]",
		"]"
	],
	"<": ["<", "\\langle"],
	">": [">", "\\rangle"],
	"{": ["\\{", "\\lbrace"],
	"}": ["\\}", "\\rbrace"],
	":": [":", "\\colon"],
	"|": [
		"|",
		"\\|",
		"\\lvert",
		"\\rvert"
	],
	"||": [
		"||",
		"\\Vert",
		"\\lVert",
		"\\rVert",
		"\\|"
	]
};
var Kt = /^(\\(left|bigl|Bigl|biggl|Biggl))?\(/;
var oe = {
	"\\left": "\\right",
	"\\bigl": "\\bigr",
	"\\Bigl": "\\Bigr",
	"\\biggl": "\\biggr",
	"\\Biggl": "\\Biggr",
	"\\big": "\\big",
	"\\Big": "\\Big",
	"\\bigg": "\\bigg",
	"\\Bigg": "\\Bigg",
	"\\mathopen": "\\mathclose",
	"\\mleft": "\\mright"
};
var ln$1 = new Set(Object.values(oe));
var va = /* @__PURE__ */ new Map();
var Nf = 1e5;
function O(e) {
	if (e <= Nf) {
		let n = va.get(e);
		return n === void 0 && (n = 10n ** BigInt(e), va.set(e, n)), n;
	}
	return 10n ** BigInt(e);
}
function Ce(e) {
	if (e < 0n && (e = -e), e === 0n) return 0;
	let n = 0;
	let t = 1;
	for (; e >> BigInt(t) > 0n;) t *= 2;
	for (let i = t >> 1; i >= 1; i >>= 1) e >> BigInt(i) > 0n && (n += i, e >>= BigInt(i));
	return n + 1;
}
function Ma(e, n, t) {
	return e * n >> BigInt(t);
}
function Pa(e, n, t) {
	return (e << BigInt(t)) / n;
}
function ni(e, n) {
	if (e === 0n) return 0n;
	if (e < 0n) throw new RangeError("fpsqrt: negative input");
	let t = e << BigInt(n);
	let i;
	if (n < vf) {
		i = Rr(t);
		let a;
		do
			a = i, i = (i + t / i) / 2n;
		while (de(i - a) > 1n);
	} else i = _r(t, Ce(t));
	let r = (i + t / i) / 2n;
	let s = de(i * i - t);
	return de(r * r - t) < s ? r : i;
}
function Rr(e) {
	let n = Ce(e);
	if (n <= 1023) {
		let o = Math.sqrt(Number(e));
		if (Number.isFinite(o) && o >= 1) return BigInt(Math.floor(o));
	}
	let t = n - 52;
	let i = Number(e >> BigInt(t));
	let r = Math.sqrt(i);
	t & 1 && (r *= Math.SQRT2);
	let s = BigInt(Math.round(r)) << BigInt(t >> 1);
	return s > 0n ? s : 1n;
}
var Aa = 1024;
var vf = 640;
function _r(e, n) {
	if (n < Aa) {
		let s = Rr(e);
		let o;
		do
			o = s, s = (s + e / s) / 2n;
		while (de(s - o) > 1n);
		for (; s * s > e;) s -= 1n;
		for (; (s + 1n) * (s + 1n) <= e;) s += 1n;
		return s;
	}
	let t = n >> 2 << 1;
	let i = _r(e >> BigInt(t), n - t) << BigInt(t >> 1);
	let r;
	do
		r = i, i = (i + e / i) / 2n;
	while (de(i - r) > 1n);
	for (; i * i > e;) i -= 1n;
	for (; (i + 1n) * (i + 1n) <= e;) i += 1n;
	return i;
}
function de(e) {
	return e < 0n ? -e : e;
}
function An(e) {
	if (e === 0n) return 1;
	if (e < 0n && (e = -e), e < 9007199254740992n) {
		let i = Number(e);
		return i < 1e8 ? i < 1e4 ? i < 100 ? i < 10 ? 1 : 2 : i < 1e3 ? 3 : 4 : i < 1e6 ? i < 1e5 ? 5 : 6 : i < 1e7 ? 7 : 8 : i < 0xe8d4a51000 ? i < 1e10 ? i < 1e9 ? 9 : 10 : i < 1e11 ? 11 : 12 : i < 0x5af3107a4000 ? i < 0x9184e72a000 ? 13 : 14 : i < 0x38d7ea4c68000 ? 15 : 16;
	}
	let n = e.toString(16).length * 4;
	let t = Math.ceil(n * .30102999566398);
	for (; e < O(t - 1);) t--;
	for (; e >= O(t);) t++;
	return t;
}
var If = .7;
function Dr(e, n) {
	if (e === 0n) return 1n << BigInt(n);
	let t = Math.round(If * Math.sqrt(n));
	let i = t + 8;
	let r = n + i;
	let s = BigInt(r);
	let o = 1n << s;
	let a = BigInt(i);
	let l = e << a;
	let u = l < 0n;
	let c = u ? -l : l;
	let f = Math.max(0, Ce(c) - r + t);
	c >>= BigInt(f), l = u ? -c : c;
	let d = o;
	let m = l;
	d += m;
	for (let y = 2; m = (m * l >> s) / BigInt(y), m !== 0n; y++) d += m;
	for (let y = 0; y < f; y++) d = d * d >> s;
	return d + (1n << a - 1n) >> a;
}
var Mf = 4e4;
function Or(e, n) {
	let t = 1n << BigInt(n);
	if (e <= 0n) throw new RangeError("fpln: input must be positive");
	return e === t ? 0n : n >= Mf ? wf(e, n) : Pf(e, n);
}
function Pf(e, n) {
	let t = BigInt(n);
	let i = 1n << t;
	let r = 52;
	let s = n - r;
	let o;
	if (s > 0) {
		let y = Number(e >> BigInt(s)) / 2 ** r;
		o = BigInt(Math.round(Math.log(y) * 2 ** r)) << BigInt(s);
	} else {
		let y = Number(e) / Number(i);
		o = BigInt(Math.round(Math.log(y) * Number(i)));
	}
	let a = e * Dr(-o, n) >> t;
	let u = (a - i << t) / (a + i);
	let c = u < 0n ? -u : u;
	let f = c * c >> t;
	let d = c;
	let m = c;
	for (let y = 3n; d = d * f >> t, d !== 0n; y += 2n) m += d / y;
	return o + (u < 0n ? -2n : 2n) * m;
}
var un = null;
function Af(e) {
	if (un !== null) {
		if (un.bits === e) return un.value;
		if (un.bits > e) return un.value >> BigInt(un.bits - e);
	}
	let n = Math.ceil(e * ti) + 12;
	let t;
	if (n <= Ia.length) {
		let i = Ia.slice(0, n);
		t = (BigInt(i) << BigInt(e)) / O(i.length);
	} else t = Cf(e);
	return un = {
		bits: e,
		value: t
	}, t;
}
function wf(e, n) {
	let t = BigInt(n);
	let i = Ce(e) - n;
	let r = Math.max(2, Math.ceil(n / 2 + 4 - i));
	let s = e << BigInt(r - 2);
	let o = 1n << t;
	let a = s;
	for (; de(o - a) > 1n;) {
		let u = o + a >> 1n;
		a = st(o * a), o = u;
	}
	return ei(n) * s / (2n * o) - BigInt(r) * Af(n);
}
var Pn = "314159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172535940812848111745028410270193852110555964462294895493038196442881097566593344612847564823378678316527120190914564856692346034861045432664821339360726024914127372458700660631558817488152092096282925409171536436789259036001133053054882046652138414695194151160943305727036575959195309218611738193261179310511854807446237996274956735188575272489122793818301194912983367336244065664308602139494639522473719070217986094370277053921717629317675238467481846766940513200056812714526356082778577134275778960917363717872146844090122495343014654958537105079227968925892354201995611212902196086403441815981362977477130996051870721134999999837297804995105973173281609631859502445945534690830264252230825334468503526193118817101000313783875288658753320838142061717766914730359825349042875546873115956286388235378759375195778185778053217122680661300192787661119590921642019893809525720106548586327886593615338182796823030195203530185296899577362259941389124972177528347913151557485724245415069595082953311686172785588907509838175463746493931925506040092770167113900984882401285836160356370766010471018194295559619894676783744944825537977472684710404753464620804668425906949129331367702898915210475216205696602405803815019351125338243003558764024749647326391419927260426992279678235478163600934172164121992458631503028618297455570674983850549458858692699569092721079750930295532116534498720275596023648066549911988183479775356636980742654252786255181841757467289097777279380008164706001614524919217321721477235014144197356854816136115735255213347574184946843852332390739414333454776241686251898356948556209921922218427255025425688767179049460165346680498862723279178608578438382796797668145410095388378636095068006422512520511739298489608412848862694560424196528502221066118630674427862203919494504712371378696095636437191728746776465757396241389086583264599581339047802759009946576407895126946839835259570982582262052248940772671947826848260147699090264013639443745530506820349625245174939965143142980919065925093722169646151570985838741059788595977297549893016175392846813826868386894277415599185592524595395943104997252468084598727364469584865383673622262609912460805124388439045124413654976278079771569143599770012961608944169486855584840635";
var ti = Math.log10(2);
var Ia = "693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687542001481020570685733685520235758130557032670751635075961930727570828371435190307038623891673471123350115364497955239120475172681574932065155524734139525882950453007095326366642654104239157814952043740430385500801944170641671518644712839968171784546957026271631064546150257207402481637773389638550695260668341137273873722928956493547025762652098859693201965058554764703306793654432547632744951250406069438147104689946506220167720424524529612687946546193165174681392672504103802546259656869144192871608293803172714367782654877566485085674077648451464439940461422603193096735402574446070308096085047486638523138181676751438667476647890881437141985494231519973548803751658612753529166100071053558249879414729509293113897155998205654392871700072180857610252368892132449713893203784393530887748259701715591070882368362758984258918535302436342143670611892367891923723146723217205340164925687274778234453534764811494186423867767744060695626573796008670762571991847340226514628379048830620330611446300737194890027436439650025809365194430411911506080948793067865158870900605203468429736193841289652556539686022194122924207574321757489097706752687115817051137009158942665478595964890653058460258668382940022833005382074005677053046787001841624044188332327983863490015631218895606505531512721993983320307514084260914790012651682434438935724727882054862715527418772430024897945401961872339808608316648114909306675193393128904316413706813977764981769748689038877899912965036192707108892641052309247839173735012298424204995689359922066022046549415106139187885744245577510206837030866619480896412186807790208181588580001688115973056186676199187395200766719214592236720602539595436541655311295175989940056000366513567569051245926825743946483168332624901803824240824231452306140963805700702551387702681785163069025513703234053802145019015374029509942262995779647427138157363801729873940704242179972266962979939312706935747240493386530879758721699645129446491883771156701678598804981838896784134938314014073166472765327635919233511233389338709513209059272185471328975470797891384445466676192702885533423429899321803769154973340267546758873236778342916191810430116091695265547859732891763545556742863877463987101912431754255888301206779210280341206879759143081283307230300883494705792496591005860012341561757413272465943";
var Rf = 13591409n;
var _f = 545140134n;
var Df = 10939058860032000n;
var Of = 47.11;
function Qt(e, n) {
	if (n - e === 1) {
		let u;
		let c;
		if (e === 0) u = 1n, c = 1n;
		else {
			u = BigInt(6 * e - 5) * BigInt(2 * e - 1) * BigInt(6 * e - 1);
			let d = BigInt(e);
			c = d * d * d * Df;
		}
		let f = u * (Rf + _f * BigInt(e));
		return e & 1 && (f = -f), [
			u,
			c,
			f
		];
	}
	let t = e + n >> 1, [i, r, s] = Qt(e, t), [o, a, l] = Qt(t, n);
	return [
		i * o,
		r * a,
		a * s + i * l
	];
}
function wa(e) {
	return Math.max(2, Math.floor(e / Of) + 3);
}
function Jf(e) {
	let [, n, t] = Qt(0, wa(e)), i = 1n << BigInt(e), r = st(10005n * i * i);
	return n * 426880n * r / t;
}
function Ra(e) {
	let [, n, t] = Qt(0, wa(Math.ceil(e / ti))), i = O(e), r = st(10005n * i * i);
	return n * 426880n * r / t;
}
function wr(e, n) {
	if (n - e === 1) {
		let u = e === 0 ? 1n : BigInt(2 * e - 1);
		return [
			u,
			e === 0 ? 1n : 9n * BigInt(2 * e + 1),
			u
		];
	}
	let t = e + n >> 1, [i, r, s] = wr(e, t), [o, a, l] = wr(t, n);
	return [
		i * o,
		r * a,
		a * s + i * l
	];
}
function Cf(e) {
	let [, t, i] = wr(0, Math.max(2, Math.ceil(e / 3.169925) + 5));
	return (i << BigInt(e + 1)) / (3n * t);
}
function st(e) {
	if (e < 0n) throw new RangeError("bigintSqrt: negative input");
	if (e === 0n) return 0n;
	let n = Ce(e);
	if (n >= Aa) return _r(e, n);
	let t = Rr(e);
	let i;
	do
		i = t, t = (t + e / t) / 2n;
	while (de(t - i) > 1n);
	for (; t * t > e;) t -= 1n;
	for (; (t + 1n) * (t + 1n) <= e;) t += 1n;
	return t;
}
var cn = null;
function ei(e) {
	if (cn !== null) {
		if (cn.bits === e) return cn.value;
		if (cn.bits > e) return cn.value >> BigInt(cn.bits - e);
	}
	let n = Bf(e);
	return cn = {
		bits: e,
		value: n
	}, n;
}
function Bf(e) {
	let n = Math.ceil(e * ti) + 12;
	if (n + 1 <= Pn.length) {
		let t = Pn.slice(0, n + 1);
		return (BigInt(t) << BigInt(e)) / O(t.length - 1);
	}
	return Jf(e);
}
function ii(e, n) {
	let t = BigInt(n);
	let i = 1n << t;
	if (e === 0n) return [0n, i];
	let r = ei(n);
	let s = 2n * r;
	let o = r / 2n;
	let a;
	let l = de(e);
	if (l > i << 30n) {
		let L = Ce(l) - n + 64;
		let _e = n + L;
		let Ue = e << BigInt(L);
		let Bn = 2n * ei(_e);
		let _i = Ue % Bn;
		_i < 0n && (_i += Bn), a = _i >> BigInt(L);
	} else a = e % s;
	a < 0n && (a += s);
	let u = 1n;
	let c = 1n;
	a > 3n * o ? (a = s - a, u = -1n) : a > r ? (a = a - r, u = -1n, c = -1n) : a > o && (a = r - a, c = -1n);
	let f = Math.round(n * ti);
	let d = Math.min(18, Math.max(2, Math.ceil(.87 * Math.sqrt(f))));
	let m = 0;
	let y = i >> BigInt(d);
	for (; a > y;) a = a / 2n, m++;
	let k = a;
	let I = i;
	let A = a;
	let B = i;
	let C = a * a;
	let V = 2n * t;
	for (let L = 2;; L += 2) {
		if (B = (B * C >> V) / (BigInt(L) * BigInt(L - 1)), B === 0n) {
			A = (A * C >> V) / (BigInt(L + 1) * BigInt(L)), A !== 0n && (L % 4 === 2 ? (I -= B, k -= A) : (I += B, k += A));
			break;
		}
		if (A = (A * C >> V) / (BigInt(L + 1) * BigInt(L)), L % 4 === 2 ? (I -= B, k -= A) : (I += B, k += A), A === 0n) break;
	}
	for (let L = 0; L < m; L++) {
		let _e = 2n * k * I >> t;
		let Ue = (2n * I * I >> t) - i;
		k = _e, I = Ue;
	}
	return [u * k, c * I];
}
function rt(e, n) {
	if (e === 0n) return 0n;
	if (e < 0n) return -rt(-e, n);
	let t = BigInt(n);
	let i = 1n << t;
	let s = ei(n) / 2n;
	if (e > i) return s - rt((i << t) / e, n);
	let o = 4n * i / 10n;
	let a = 0;
	let l = e;
	for (; l > o;) {
		let m = l * l;
		let k = ni((i << t) + m >> t, n);
		l = (l << t) / (i + k), a++;
	}
	let u = l;
	let c = l;
	let f = l * l;
	let d = 2n * t;
	for (let m = 3; c = c * f >> d, c !== 0n; m += 2) m % 4 === 3 ? u -= c / BigInt(m) : u += c / BigInt(m);
	for (let m = 0; m < a; m++) u = 2n * u;
	return u;
}
var Jr = NaN;
var h = class e {
	static precision = 50;
	static ZERO = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 0n,
		exponent: 0
	}));
	static ONE = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 1n,
		exponent: 0
	}));
	static TWO = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 2n,
		exponent: 0
	}));
	static NEGATIVE_ONE = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: -1n,
		exponent: 0
	}));
	static HALF = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 5n,
		exponent: -1
	}));
	static NAN = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 0n,
		exponent: NaN
	}));
	static POSITIVE_INFINITY = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: 1n,
		exponent: 1 / 0
	}));
	static NEGATIVE_INFINITY = Object.freeze(Object.assign(Object.create(e.prototype), {
		_digits: 1,
		significand: -1n,
		exponent: 1 / 0
	}));
	static _piFullPrecision = null;
	static _piCache = null;
	static _piCachePrecision = 0;
	static _eulerGammaCache = null;
	static _eulerGammaCachePrecision = 0;
	static get PI() {
		let n = e.precision;
		if (e._piCache !== null && e._piCachePrecision === n) return e._piCache;
		let t = n + 4;
		let i;
		if (t + 1 <= Pn.length) e._piFullPrecision === null && (e._piFullPrecision = new e(Pn[0] + "." + Pn.slice(1))), i = e._piFullPrecision.toPrecision(t);
		else {
			let r = t + 4;
			i = J(Ra(r), -r).toPrecision(t);
		}
		return e._piCache = i, e._piCachePrecision = n, i;
	}
	static get EULER_GAMMA() {
		let n = e.precision;
		if (e._eulerGammaCache !== null && e._eulerGammaCachePrecision >= n) return e._eulerGammaCache.toPrecision(n);
		let t = $f(n);
		return e._eulerGammaCache = t, e._eulerGammaCachePrecision = n, t;
	}
	significand;
	exponent;
	_digits;
	_digitCount() {
		return this._digits ?? (this._digits = An(this.significand));
	}
	constructor(n) {
		if (n instanceof e) {
			this.significand = n.significand, this.exponent = n.exponent;
			return;
		}
		if (typeof n == "bigint") {
			[this.significand, this.exponent] = ri(n, 0);
			return;
		}
		if (typeof n == "number") {
			[this.significand, this.exponent] = jf(n);
			return;
		}
		[this.significand, this.exponent] = Ja(n);
	}
	isNaN() {
		return Number.isNaN(this.exponent);
	}
	isZero() {
		return this.exponent === 0 && this.significand === 0n;
	}
	isFinite() {
		return Number.isFinite(this.exponent);
	}
	isInteger() {
		return this.isFinite() && this.exponent >= 0;
	}
	isPositive() {
		return this.significand > 0n;
	}
	isNegative() {
		return this.significand < 0n;
	}
	cmp(n) {
		if (typeof n == "number") {
			if (Number.isNaN(n)) return Jr;
			let m = this.exponent;
			if (Number.isNaN(m)) return Jr;
			if (n === 0) return this.significand === 0n ? 0 : this.significand > 0n ? 1 : -1;
			if (!Number.isFinite(m)) return n === 1 / 0 ? this.significand > 0n ? 0 : -1 : n === -1 / 0 ? this.significand < 0n ? 0 : 1 : this.significand > 0n ? 1 : -1;
			if (this.significand === 0n) return n > 0 ? -1 : 1;
			if (n === 1 / 0) return -1;
			if (n === -1 / 0) return 1;
			if (this.significand > 0n != n > 0) return this.significand > 0n ? 1 : -1;
			if (Number.isInteger(n) && m >= 0 && m <= 15) {
				let y = this.significand * O(m);
				let k = BigInt(n);
				return y < k ? -1 : y > k ? 1 : 0;
			}
			n = new e(n);
		}
		let t = this.exponent;
		let i = n.exponent;
		let r = this.significand;
		let s = n.significand;
		if (t !== t || i !== i) return Jr;
		if (!Number.isFinite(t) || !Number.isFinite(i)) return !Number.isFinite(t) && !Number.isFinite(i) ? r === s ? 0 : r > s ? 1 : -1 : Number.isFinite(t) ? s > 0n ? -1 : 1 : r > 0n ? 1 : -1;
		if (r === 0n) return s === 0n ? 0 : s > 0n ? -1 : 1;
		if (s === 0n) return r > 0n ? 1 : -1;
		if (r > 0n && s < 0n) return 1;
		if (r < 0n && s > 0n) return -1;
		if (t === i) return r < s ? -1 : r > s ? 1 : 0;
		let o = this._digitCount();
		let a = n._digitCount();
		let l = o + t;
		let u = a + i;
		if (l !== u) {
			let m = r > 0n ? 1 : -1;
			return l > u ? m : -m;
		}
		let c = r;
		let f = s;
		let d = Math.abs(t - i);
		if (d > 1e3) {
			let m = o;
			let y = a;
			let k = Math.max(m, y) + 1;
			m < k && (c = c * O(k - m)), y < k && (f = f * O(k - y));
		} else t < i ? f = f * O(d) : c = c * O(d);
		return c < f ? -1 : c > f ? 1 : 0;
	}
	eq(n) {
		return typeof n == "number" ? n === 0 ? this.significand === 0n && this.exponent === 0 : n === 1 ? this.significand === 1n && this.exponent === 0 : n === -1 ? this.significand === -1n && this.exponent === 0 : Number.isInteger(n) && Number.isFinite(this.exponent) && this.exponent >= 0 && this.exponent <= 15 ? this.significand * O(this.exponent) === BigInt(n) : this.cmp(n) === 0 : this.significand === n.significand && this.exponent === n.exponent;
	}
	lt(n) {
		return this.cmp(n) === -1;
	}
	lte(n) {
		let t = this.cmp(n);
		return t === -1 || t === 0;
	}
	gt(n) {
		return this.cmp(n) === 1;
	}
	gte(n) {
		let t = this.cmp(n);
		return t === 1 || t === 0;
	}
	add(n) {
		typeof n == "number" && (n = new e(n));
		let t = this.exponent;
		let i = n.exponent;
		if (Number.isFinite(t) && Number.isFinite(i)) {
			if (t === i) return J(this.significand + n.significand, t);
			let o = t - i;
			return o > 0 ? J(this.significand * O(o) + n.significand, i) : J(this.significand + n.significand * O(-o), t);
		}
		if (t !== t || i !== i) return e.NAN;
		let r = !Number.isFinite(t);
		return r && !Number.isFinite(i) ? this.significand !== n.significand ? e.NAN : this.significand > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY : r ? this.significand > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY : n.significand > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY;
	}
	sub(n) {
		typeof n == "number" && (n = new e(n));
		let t = this.exponent;
		let i = n.exponent;
		if (Number.isFinite(t) && Number.isFinite(i)) {
			if (t === i) return J(this.significand - n.significand, t);
			let o = t - i;
			return o > 0 ? J(this.significand * O(o) - n.significand, i) : J(this.significand - n.significand * O(-o), t);
		}
		if (t !== t || i !== i) return e.NAN;
		let r = !Number.isFinite(t);
		return r && !Number.isFinite(i) ? this.significand === n.significand ? e.NAN : this.significand > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY : r ? this.significand > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY : n.significand > 0n ? e.NEGATIVE_INFINITY : e.POSITIVE_INFINITY;
	}
	mul(n) {
		typeof n == "number" && (n = new e(n));
		let t = this.exponent;
		let i = n.exponent;
		if (Number.isFinite(t) && Number.isFinite(i)) return J(this.significand * n.significand, t + i);
		if (t !== t || i !== i || this.significand === 0n || n.significand === 0n) return e.NAN;
		return (this.significand > 0n ? 1n : -1n) * (n.significand > 0n ? 1n : -1n) > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY;
	}
	_mulToPrecision(n, t) {
		typeof n == "number" && (n = new e(n));
		let i = this.exponent;
		let r = n.exponent;
		let s = this.significand;
		let o = n.significand;
		if (s !== 0n && o !== 0n && Number.isFinite(i) && Number.isFinite(r)) {
			let a = s * o;
			let l = i + r;
			let u = this._digitCount() + n._digitCount() - 1;
			let f = (a < 0n ? -a : a) >= O(u) ? u + 1 : u;
			return f <= t ? J(a, l) : _a(a, l).roundToPrecKnownDigits(t, f);
		}
		return this.mul(n).toPrecision(t);
	}
	neg() {
		let n = this.significand;
		return n === 0n ? this : Number.isFinite(this.exponent) ? J(-n, this.exponent) : n > 0n ? e.NEGATIVE_INFINITY : e.POSITIVE_INFINITY;
	}
	abs() {
		return this.significand >= 0n ? this : Number.isFinite(this.exponent) ? J(-this.significand, this.exponent) : e.POSITIVE_INFINITY;
	}
	floor() {
		let n = this.exponent;
		if (n >= 0) return this;
		if (Number.isFinite(n)) {
			let t = this.trunc();
			return this.significand < 0n ? t.sub(J(1n, 0)) : t;
		}
		return this;
	}
	ceil() {
		let n = this.exponent;
		if (n >= 0) return this;
		if (Number.isFinite(n)) {
			let t = this.trunc();
			return this.significand > 0n ? t.add(J(1n, 0)) : t;
		}
		return this;
	}
	round() {
		let n = this.exponent;
		if (n >= 0) return this;
		if (Number.isFinite(n)) {
			let t = J(5n, -1);
			return this.significand > 0n ? this.add(t).trunc() : this.sub(t).trunc();
		}
		return this;
	}
	trunc() {
		let n = this.exponent;
		if (n >= 0) return this;
		if (Number.isFinite(n)) {
			let t = this.significand / O(-n);
			return J(t === 0n ? 0n : t, 0);
		}
		return this;
	}
	div(n) {
		typeof n == "number" && (n = new e(n));
		let t = this.exponent;
		let i = n.exponent;
		let r = this.significand;
		let s = n.significand;
		if (Number.isFinite(t) && Number.isFinite(i)) {
			if (s === 0n) return r === 0n ? e.NAN : r > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY;
			if (r === 0n) return J(0n, 0);
			let l = e.precision;
			let u = 10;
			let c = this._digitCount();
			let f = n._digitCount();
			let d = l + u + Math.max(0, f - c);
			let y = r * O(d) / s;
			let k = t - i - d;
			let I = y < 0n ? -y : y;
			let A = c + d - f;
			let B = I >= O(A) ? A + 1 : A;
			return _a(y, k).roundToPrecKnownDigits(l, B);
		}
		if (t !== t || i !== i) return e.NAN;
		let o = !Number.isFinite(t);
		if (o && !Number.isFinite(i)) return e.NAN;
		if (o) return (r > 0n ? 1n : -1n) * (s > 0n ? 1n : s < 0n ? -1n : 1n) > 0n ? e.POSITIVE_INFINITY : e.NEGATIVE_INFINITY;
		return J(0n, 0);
	}
	inv() {
		return J(1n, 0).div(this);
	}
	divToward(n, t) {
		typeof n == "number" && (n = new e(n));
		let i = this.exponent;
		let r = n.exponent;
		let s = this.significand;
		let o = n.significand;
		if (!Number.isFinite(i) || !Number.isFinite(r) || o === 0n || s === 0n) return this.div(n);
		let a = s < 0n != o < 0n, l = s < 0n ? -s : s, u = o < 0n ? -o : o, c = e.precision, d = c + 10 + Math.max(0, n._digitCount() - this._digitCount()), m = l * O(d), y = m / u, k = m % u !== 0n, I = i - r - d, A = this._digitCount() + d - n._digitCount(), B = y >= O(A) ? A + 1 : A, [V, L] = Cr(y, k, I, c, a ? t === "floor" : t === "ceiling", B);
		return J(a ? -V : V, L);
	}
	sqrtToward(n) {
		if (this.significand === 0n) return this.exponent !== this.exponent ? this : e.ZERO;
		if (!Number.isFinite(this.exponent)) return this.significand > 0n ? e.POSITIVE_INFINITY : e.NAN;
		if (this.significand < 0n) return e.NAN;
		let t = e.precision;
		let i = 4;
		let r = this.significand;
		let s = this.exponent;
		let o = s + this._digitCount() - 1;
		let a = Math.floor(o / 2);
		let l = t + i - a;
		s + 2 * l < 0 && (l = Math.ceil(-s / 2) + 1);
		let u = s + 2 * l, c = u >= 0 ? r * O(u) : r / O(-u), f = st(c), [m, y] = Cr(f, f * f !== c, -l, t, n === "ceiling");
		return J(m, y);
	}
	mod(n) {
		typeof n == "number" && (n = new e(n));
		let t = this.exponent;
		let i = n.exponent;
		if (Number.isFinite(t) && Number.isFinite(i)) {
			if (n.significand === 0n) return e.NAN;
			if (this.significand === 0n) return J(0n, 0);
			let r = t - i;
			let a = (r >= 0 ? this.significand * O(r) : this.significand) / (r >= 0 ? n.significand : n.significand * O(-r));
			return this.sub(J(a, 0).mul(n));
		}
		return t !== t || i !== i || !Number.isFinite(t) ? e.NAN : new e(this);
	}
	pow(n) {
		if (typeof n == "number" && (n = new e(n)), this.isNaN() || n.isNaN() || !n.isFinite()) return e.NAN;
		if (n.isInteger()) {
			let a = n.toBigInt();
			if (a === 0n) return J(1n, 0);
			if (!this.isFinite()) return a > 0n ? this.significand < 0n && a % 2n !== 0n ? e.NEGATIVE_INFINITY : e.POSITIVE_INFINITY : J(0n, 0);
			if (this.isZero()) return a > 0n ? J(0n, 0) : e.POSITIVE_INFINITY;
			if (a < 0n) return this.pow(n.neg()).inv();
			let l = this.significand < 0n ? -this.significand : this.significand;
			let u = this._digitCount();
			let c = u > 15 ? u - 15 : 0;
			let f = c > 0 ? Number(l / 10n ** BigInt(c)) : Number(l);
			let d = Math.log10(f) + c + this.exponent;
			let m = Number(a) * d;
			if (m > 9e15) return this.significand < 0n && a % 2n !== 0n ? e.NEGATIVE_INFINITY : e.POSITIVE_INFINITY;
			if (m < -9e15) return J(0n, 0);
			let y = e.precision;
			let k = a.toString(2).length;
			let A = y + Math.min(2 * k + 5, 100);
			let B = J(1n, 0);
			let C = this;
			let V = a;
			for (; V > 0n;) V & 1n && (B = B._mulToPrecision(C, A)), V >>= 1n, V > 0n && (C = C._mulToPrecision(C, A));
			return B.toPrecision(y);
		}
		if (!this.isFinite()) return this.significand < 0n ? e.NAN : n.significand > 0n ? e.POSITIVE_INFINITY : e.ZERO;
		if (this.isZero()) return n.significand > 0n ? e.ZERO : e.POSITIVE_INFINITY;
		if (this.significand < 0n) return e.NAN;
		let t = this.exponent + this._digitCount() - 1;
		let r = n.exponent + n._digitCount() - 1 + Math.log10(Math.abs(t) * 2.303 + 3) + 1;
		let s = Math.min(20, Math.max(2, Math.ceil(r) + 2));
		let o = e.precision;
		e.precision = o + s;
		try {
			let a = Ff(this, o + s);
			return n.mul(a).exp().toPrecision(o);
		} finally {
			e.precision = o;
		}
	}
	toNumber() {
		if (!Number.isFinite(this.exponent)) return this.exponent !== this.exponent ? NaN : this.significand > 0n ? 1 / 0 : -1 / 0;
		if (this.significand === 0n) return 0;
		if (this.exponent === 0) return Number(this.significand);
		let n = this._digitCount();
		let t = n + this.exponent - 1;
		return n > 40 && t > -300 && t < 300 ? zf(this.significand, this.exponent, t) : Number(this.toString());
	}
	toString() {
		if (!Number.isFinite(this.exponent)) return this.exponent !== this.exponent ? "NaN" : this.significand > 0n ? "Infinity" : "-Infinity";
		if (this.significand === 0n) return "0";
		let n = this.significand < 0n;
		let t = (n ? -this.significand : this.significand).toString();
		let i = t.length;
		let r = i + this.exponent - 1;
		let s = n ? "-" : "";
		if (r > 20 || r < -6) return `${s}${i === 1 ? t : t[0] + "." + t.slice(1)}e${r >= 0 ? "+" : ""}${r}`;
		if (this.exponent >= 0) return s + t + "0".repeat(this.exponent);
		let o = -this.exponent;
		if (o < i) return `${s}${t.slice(0, i - o)}.${t.slice(i - o)}`;
		let a = o - i;
		return `${s}0.${"0".repeat(a)}${t}`;
	}
	toFixed(n) {
		let t = n ?? 0;
		if (!Number.isFinite(this.exponent)) return this.exponent !== this.exponent ? "NaN" : this.significand > 0n ? "Infinity" : "-Infinity";
		let i = this.significand < 0n;
		let r = i ? -this.significand : this.significand;
		let s = this.exponent + t;
		let o;
		let a;
		if (s >= 0) a = r === 0n, o = a ? "0" : r.toString() + "0".repeat(s);
		else {
			let f = O(-s);
			let d = r / f;
			let m = r % f;
			let y = f / 2n;
			let k;
			m > y ? k = d + 1n : m < y || f % 2n !== 0n || d % 2n === 0n ? k = d : k = d + 1n, a = k === 0n, o = k.toString();
		}
		let l = i && !a ? "-" : "";
		if (t === 0) return `${l}${o}`;
		if (o.length <= t) return `${l}0.${o.padStart(t, "0")}`;
		return `${l}${o.slice(0, o.length - t)}.${o.slice(o.length - t)}`;
	}
	toPrecision(n) {
		if (this.significand === 0n || !Number.isFinite(this.exponent)) return this;
		let t = this._digitCount();
		return t <= n ? this : this.roundToPrecKnownDigits(n, t);
	}
	roundToPrecKnownDigits(n, t) {
		let i = this.significand < 0n ? -this.significand : this.significand;
		let r = t - n;
		let s = O(r);
		let o = i / s;
		let a = i - o * s;
		let l = s / 2n;
		(a > l || a === l && o % 2n !== 0n) && (o += 1n);
		return J(this.significand < 0n ? -o : o, this.exponent + r);
	}
	toPrecisionToward(n, t) {
		if (this.significand === 0n || !Number.isFinite(this.exponent)) return this;
		let i = this._digitCount();
		if (i <= n) return this;
		let r = this.significand < 0n, [s, o] = Cr(r ? -this.significand : this.significand, !1, this.exponent, n, t === "ceiling" !== r, i);
		return J(r ? -s : s, o);
	}
	toBigInt() {
		if (!Number.isFinite(this.exponent)) throw this.exponent !== this.exponent ? /* @__PURE__ */ new RangeError("Cannot convert NaN to BigInt") : /* @__PURE__ */ new RangeError("Cannot convert Infinity to BigInt");
		if (this.exponent >= 0) return this.significand * O(this.exponent);
		let n = O(-this.exponent);
		return this.significand / n;
	}
};
var Lf = 8;
var ot = [];
function Ff(e, n) {
	let t = e.significand;
	let i = e.exponent;
	for (let s = ot.length - 1; s >= 0; s--) {
		let o = ot[s];
		if (o.prec === n && o.exp === i && o.sig === t) return o.ln;
	}
	let r = e.ln();
	return ot.push({
		sig: t,
		exp: i,
		prec: n,
		ln: r
	}), ot.length > Lf && ot.shift(), r;
}
function $f(e) {
	let n = e + 20 + Math.ceil(Math.log10(e + 10));
	let t = h.precision;
	h.precision = n;
	try {
		let i = Math.ceil(n * Math.LN10 / 4) + 5;
		let r = new h(i);
		let s = r.mul(r);
		let o = h.ONE;
		let a = h.ONE;
		let l = h.ZERO;
		let u = h.ZERO;
		let c = h.ONE.div(new h(10).pow(n));
		let f = 6 * i + 100;
		for (let d = 1; d <= f; d++) {
			let m = new h(d).mul(d);
			if (o = o.mul(s).div(m).toPrecision(n), u = u.add(h.ONE.div(d)).toPrecision(n), a = a.add(o).toPrecision(n), l = l.add(o.mul(u)).toPrecision(n), d > i && o.lt(a.mul(c))) break;
		}
		return l.div(a).sub(r.ln()).toPrecision(e);
	} finally {
		h.precision = t;
	}
}
function J(e, n) {
	let [t, i] = ri(e, n), r = Object.create(h.prototype);
	return r.significand = t, r.exponent = i, r;
}
function _a(e, n) {
	let t = Object.create(h.prototype);
	return t.significand = e, t.exponent = n, t;
}
function Cr(e, n, t, i, r, s) {
	if (e === 0n) return [r && n ? 1n : 0n, t];
	let o = s ?? An(e);
	if (o <= i) return [r && n ? e + 1n : e, t];
	let a = o - i;
	let l = O(a);
	let u = e / l;
	let c = n || e % l !== 0n;
	return r && c && (u += 1n), [u, t + a];
}
var Da = 1000000000n;
var Oa = 1000n;
function ri(e, n) {
	if (e === 0n) return [0n, 0];
	if ((e & 1n) !== 0n) return [e, n];
	if (e % 10n !== 0n) return [e, n];
	for (; e % Da === 0n;) e /= Da, n += 9;
	for (; e % Oa === 0n;) e /= Oa, n += 3;
	for (; e % 10n === 0n;) e /= 10n, n += 1;
	return [e, n];
}
function jf(e) {
	return Number.isNaN(e) ? [0n, NaN] : e === 1 / 0 ? [1n, 1 / 0] : e === -1 / 0 ? [-1n, 1 / 0] : Number.isSafeInteger(e) ? ri(BigInt(e), 0) : Ja(e.toString());
}
function Ja(e) {
	if (e = e.trim(), e === "" || e === "NaN") return [0n, NaN];
	if (e === "Infinity" || e === "+Infinity") return [1n, 1 / 0];
	if (e === "-Infinity") return [-1n, 1 / 0];
	let n;
	let t = 0;
	let i = e.search(/[eE]/);
	if (i !== -1) {
		if (n = e.slice(0, i), t = Number(e.slice(i + 1)), !Number.isFinite(t)) return [0n, NaN];
	} else n = e;
	let r = !1;
	n.startsWith("-") ? (r = !0, n = n.slice(1)) : n.startsWith("+") && (n = n.slice(1));
	let s = n.indexOf(".");
	let o;
	let a;
	s === -1 ? (o = n, a = "") : (o = n.slice(0, s), a = n.slice(s + 1)), o = o.replace(/^0+/, "") || "0";
	let l = o + a;
	if (l.length === 0 || !/^\d+$/.test(l)) return [0n, NaN];
	let u = BigInt(l);
	r && (u = -u);
	let c = -a.length;
	return ri(u, c + t);
}
function zf(e, n, t) {
	let i = e < 0n;
	let r = i ? -e : e;
	let s = 1n;
	n >= 0 ? r *= O(n) : s = O(-n);
	let o = 70 - Math.floor(t * 3.321928094887362);
	o > 0 ? r <<= BigInt(o) : o < 0 && (s <<= BigInt(-o));
	let a = r / s;
	a * s !== r && (a |= 1n);
	let l = Math.trunc(-o / 2);
	let u = Number(a) * 2 ** l * 2 ** (-o - l);
	return i ? -u : u;
}
var qf = Math.log2(10);
var La = Math.log10(2);
var Vf = 16;
var Lr = 1e6;
function Be(e, n) {
	let t = Math.ceil(n * qf) + Vf;
	let i = BigInt(t);
	return e.exponent >= 0 ? [e.significand * O(e.exponent) << i, t] : [(e.significand << i) / O(-e.exponent), t];
}
function Le(e, n, t) {
	if (e === 0n) return h.ZERO;
	let i = e < 0n;
	let r = i ? -e : e;
	let s = BigInt(n);
	let o = Ce(r) - n;
	let a = Math.floor(o * La);
	let l = t + 4 - a;
	let u;
	let c;
	if (l >= 0) u = r * O(l) + (1n << s - 1n) >> s, c = -l;
	else {
		let d = O(-l) << s;
		u = (r + d / 2n) / d, c = -l;
	}
	if (u === 0n) return h.ZERO;
	let f = An(u);
	if (f > t) {
		let d = f - t;
		let m = O(d);
		let y = m / 2n;
		let k = u % m;
		u = u / m, k >= y && (u += 1n), c += d;
	}
	return J(i ? -u : u, c);
}
function ee(e) {
	return e.exponent + e._digitCount() - 1;
}
function Br(e, n) {
	if (e === 0n) return 0;
	let t = e < 0n ? -e : e;
	let i = n * La - (An(t) - 1);
	return i > 0 ? Math.ceil(i) : 0;
}
var Fa = 5;
var Ca = BigInt(Number.MAX_SAFE_INTEGER);
var fn = null;
function $a(e) {
	if (fn !== null) {
		if (fn.bits === e) return fn.value;
		if (fn.bits > e) return fn.value >> BigInt(fn.bits - e);
	}
	let n = Or(10n << BigInt(e), e);
	return fn = {
		bits: e,
		value: n
	}, n;
}
h.prototype.sqrt = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NAN;
	if (this.significand < 0n) return h.NAN;
	let e = h.precision, n = e + 10, t = ee(this), i = Math.floor(t / 2), [s, o] = Be(J(this.significand, this.exponent - 2 * i), n), l = Le(ni(s, o), o, e);
	return J(l.significand, l.exponent + i);
};
h.prototype.cbrt = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_INFINITY;
	if (this.significand < 0n) return this.neg().cbrt().neg();
	let e = h.precision, n = e + 10, t = ee(this), i = Math.floor(t / 3), r = J(this.significand, this.exponent - 3 * i), [s, o] = Be(r, n), a = s << BigInt(2 * o), l, u = r.toNumber();
	if (o <= 1e3 && Number.isFinite(u) && u > 0) {
		let d = Number(1n << BigInt(o));
		let m = Math.cbrt(u);
		Number.isFinite(m) && m > 0 ? (l = BigInt(Math.floor(m * d)), l === 0n && (l = 1n)) : l = Ba(a);
	} else l = Ba(a);
	let c;
	do {
		c = l;
		let d = l * l;
		if (d === 0n) {
			l = 1n;
			break;
		}
		l = (2n * l + a / d) / 3n;
	} while (de(l - c) > 1n);
	{
		let d = (2n * l + a / (l * l)) / 3n;
		let m = de(l * l * l - a);
		de(d * d * d - a) < m && (l = d);
	}
	let f = Le(l, o, e);
	return J(f.significand, f.exponent + i);
};
h.sqrt = function(e) {
	return e.sqrt();
};
h.cbrt = function(e) {
	return e.cbrt();
};
h.prototype.exp = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.ZERO;
	if (this.isZero()) return h.ONE;
	if (ee(this) >= 17) return this.significand > 0n ? h.POSITIVE_INFINITY : h.ZERO;
	let e = h.precision, n = Math.max(0, this.exponent + this._digitCount()), t = e + 20 + n, [i, r] = Be(this, t), s = $a(r), o = i / s, a = i - o * s;
	if (a < 0n && (o -= 1n, a += s), o > Ca || o < -Ca) return o > 0n ? h.POSITIVE_INFINITY : h.ZERO;
	let l = Le(Dr(a, r), r, e);
	let u = l.exponent + Number(o);
	return Number.isSafeInteger(u) ? J(l.significand, u) : o > 0n ? h.POSITIVE_INFINITY : h.ZERO;
};
h.prototype.ln = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NAN;
	if (this.isZero()) return h.NEGATIVE_INFINITY;
	if (this.significand < 0n) return h.NAN;
	if (this.eq(1)) return h.ZERO;
	let e = h.precision;
	let n = this.significand;
	let t = this._digitCount();
	let i = this.exponent + t - 1;
	let r = J(n, -(t - 1));
	let s = Math.abs(i).toString().length;
	let o = 0;
	if (i === 0 || i === -1) {
		let d = this.sub(h.ONE);
		if (!d.isZero()) {
			let m = ee(d);
			m < 0 && (o = -m);
		}
	}
	let [l, u] = Be(r, e + 20 + s + o), c = $a(u);
	return Le(Or(l, u) + BigInt(i) * c, u, e);
};
h.prototype.log = function(e) {
	let n = e instanceof h ? e : new h(e);
	let t = h.precision;
	h.precision = t + 10;
	try {
		return this.ln().div(n.ln()).toPrecision(t);
	} finally {
		h.precision = t;
	}
};
h.exp = function(e) {
	return e.exp();
};
h.ln = function(e) {
	return e.ln();
};
h.log10 = function(e) {
	return e.log(10);
};
h.log2 = function(e) {
	return e.log(2);
};
h.prototype.sin = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	let e = h.precision;
	let n = ee(this);
	if (n < 0 && -2 * n >= e + 4) return this.toPrecision(e);
	let t = e + 15 + (n < 0 ? -n : 0);
	if (n + t + 30 > Lr) return h.NAN;
	let [i, r] = Be(this, t), [s] = ii(i, r);
	return Le(s, r, e);
};
h.prototype.cos = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.isZero()) return h.ONE;
	let e = h.precision;
	let n = ee(this);
	let t = 0;
	for (let i = 0;; i++) {
		let r = e + 15 + t;
		if (n + r + 30 > Lr) return h.NAN;
		let [s, o] = Be(this, r), [, a] = ii(s, o);
		if (a === 0n) {
			if (i >= 3) return h.ZERO;
			t += e + 30;
			continue;
		}
		let l = Br(a, o);
		if (l <= t + Fa || i >= 3) return Le(a, o, e);
		t = l + 5;
	}
};
h.prototype.tan = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	let e = h.precision;
	let n = ee(this);
	if (n < 0 && -2 * n >= e + 4) return this.toPrecision(e);
	let t = n < 0 ? -n : 0;
	let i = 0;
	for (let r = 0;; r++) {
		let s = e + 15 + t + i;
		if (n + s + 30 > Lr) return h.NAN;
		let [o, a] = Be(this, s), [l, u] = ii(o, a);
		if (u === 0n) {
			if (r >= 3) return l > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_INFINITY;
			i += e + 30;
			continue;
		}
		let c = Math.max(l === 0n ? 0 : Br(l, a), Br(u, a));
		if (c <= i + Fa || r >= 3) return Le((l << BigInt(a)) / u, a, e);
		i = c + 5;
	}
};
h.prototype.atan = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) {
		let o = h.PI.div(h.TWO);
		return this.significand > 0n ? o : o.neg();
	}
	let e = h.precision;
	let n = ee(this);
	if (n < 0 && -2 * n >= e + 4) return this.toPrecision(e);
	let t = e + 15 + (n < 0 ? -n : 0), [i, r] = Be(this, t);
	return Le(rt(i, r), r, e);
};
h.prototype.asin = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	let e = this.abs();
	let n = h.ONE;
	if (e.gt(n)) return h.NAN;
	if (e.eq(n)) {
		let m = h.PI.div(h.TWO);
		return this.significand > 0n ? m : m.neg();
	}
	let t = h.precision;
	let i = ee(this);
	if (i < 0 && -2 * i >= t + 4) return this.toPrecision(t);
	let r = t + 20 + (i < 0 ? -i : 0), [s, o] = Be(this, r);
	return Le(rt(Pa(s, ni((1n << BigInt(o)) - Ma(s, s, o), o), o), o), o, t);
};
h.prototype.acos = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.abs().gt(h.ONE)) return h.NAN;
	if (this.eq(1)) return h.ZERO;
	if (this.eq(-1)) return h.PI;
	let n = h.precision;
	let t = h.precision;
	h.precision = n + 10;
	try {
		let i = h.TWO;
		if (this.significand >= 0n) {
			let s = h.ONE.sub(this)._mulToPrecision(h.HALF, n + 10).sqrt();
			return i._mulToPrecision(s.asin(), n);
		}
		let r = h.ONE.add(this)._mulToPrecision(h.HALF, n + 10).sqrt();
		return h.PI.sub(i.mul(r.asin())).toPrecision(n);
	} finally {
		h.precision = t;
	}
};
h.sin = function(e) {
	return e.sin();
};
h.cos = function(e) {
	return e.cos();
};
h.tan = function(e) {
	return e.tan();
};
h.asin = function(e) {
	return e.asin();
};
h.acos = function(e) {
	return e.acos();
};
h.atan = function(e) {
	return e.atan();
};
h.atan2 = function(e, n) {
	let t = e instanceof h ? e : new h(e);
	if (t.isNaN() || n.isNaN()) return h.NAN;
	let i = h.PI;
	let r = i.div(h.TWO);
	if (n.isZero()) return t.isZero() ? h.ZERO : t.significand > 0n ? r : r.neg();
	let s = t.div(n);
	return n.significand > 0n ? s.atan() : t.significand >= 0n ? s.atan().add(i) : s.atan().sub(i);
};
h.prototype.sinh = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_INFINITY;
	let e = h.precision;
	let n = ee(this);
	if (n < 0) {
		if (-2 * n >= e + 4) return this.toPrecision(e);
		let r = h.precision;
		h.precision = e - n + 5;
		try {
			let s = this.exp();
			return s.sub(s.inv())._mulToPrecision(h.HALF, e);
		} finally {
			h.precision = r;
		}
	}
	if (Math.abs(this.toNumber()) > 1.16 * (e + 3)) {
		let r = this.abs().exp().div(h.TWO);
		return this.significand > 0n ? r : r.neg();
	}
	let t = this.exp();
	let i = t.inv();
	return t.sub(i).div(h.TWO);
};
h.prototype.cosh = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ONE;
	if (!this.isFinite()) return h.POSITIVE_INFINITY;
	let e = h.precision;
	if (Math.abs(this.toNumber()) > 1.16 * (e + 3)) return this.abs().exp().div(h.TWO);
	let n = this.exp();
	let t = n.inv();
	return n.add(t).div(h.TWO);
};
h.prototype.tanh = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.ONE : h.NEGATIVE_ONE;
	let e = h.precision;
	let n = ee(this);
	if (n < 0) {
		if (-2 * n >= e + 4) return this.toPrecision(e);
		let i = h.precision;
		h.precision = e - n + 5;
		try {
			let r = this.mul(h.TWO).exp();
			return r.sub(h.ONE).div(r.add(h.ONE)).toPrecision(e);
		} finally {
			h.precision = i;
		}
	}
	if (Math.abs(this.toNumber()) > 1.16 * (e + 3)) return this.significand > 0n ? h.ONE : h.NEGATIVE_ONE;
	let t = this.mul(h.TWO).exp();
	return t.sub(h.ONE).div(t.add(h.ONE));
};
h.sinh = function(e) {
	return e.sinh();
};
h.cosh = function(e) {
	return e.cosh();
};
h.tanh = function(e) {
	return e.tanh();
};
h.prototype.expm1 = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_ONE;
	if (this.isZero()) return h.ZERO;
	let e = h.precision;
	let n = ee(this);
	if (n < 0 && -n >= e + 2) return this.toPrecision(e);
	if (n < 0) {
		let t = h.precision;
		h.precision = e - n + 5;
		try {
			return this.exp().sub(h.ONE).toPrecision(e);
		} finally {
			h.precision = t;
		}
	}
	return this.exp().sub(h.ONE);
};
h.prototype.log1p = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NAN;
	if (this.isZero()) return h.ZERO;
	let e = h.ONE.add(this);
	if (e.isZero()) return h.NEGATIVE_INFINITY;
	if (e.significand < 0n) return h.NAN;
	let n = h.precision;
	let t = ee(this);
	if (t < 0 && -t >= n + 2) return this.toPrecision(n);
	if (t < 0) {
		let i = h.precision;
		h.precision = n - t + 5;
		try {
			return h.ONE.add(this).ln().toPrecision(n);
		} finally {
			h.precision = i;
		}
	}
	return h.ONE.add(this).ln();
};
h.prototype.asinh = function() {
	if (this.isNaN()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_INFINITY;
	let e = this.significand < 0n;
	let n = this.abs();
	let t = h.precision;
	let i = ee(this);
	if (i < 0 && -2 * i >= t + 4) return this.toPrecision(t);
	let r = () => n.add(n.mul(n).add(h.ONE).sqrt()).ln();
	let s;
	if (i < 0) {
		let o = h.precision;
		h.precision = t - i + 5;
		try {
			s = r().toPrecision(t);
		} finally {
			h.precision = o;
		}
	} else s = r();
	return e ? s.neg() : s;
};
h.prototype.acosh = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NAN;
	if (this.lt(h.ONE)) return h.NAN;
	if (this.eq(1)) return h.ZERO;
	let e = this.sub(h.ONE).div(h.TWO).sqrt();
	return h.TWO.mul(e.asinh());
};
h.prototype.atanh = function() {
	if (this.isNaN()) return h.NAN;
	if (!this.isFinite()) return h.NAN;
	if (this.isZero()) return h.ZERO;
	let e = this.abs();
	if (e.eq(1)) return this.significand > 0n ? h.POSITIVE_INFINITY : h.NEGATIVE_INFINITY;
	if (e.gt(h.ONE)) return h.NAN;
	let n = h.precision;
	let t = ee(this);
	if (-2 * t >= n + 4) return this.toPrecision(n);
	let i = h.precision;
	h.precision = n - t + 5;
	try {
		return h.ONE.add(this).div(h.ONE.sub(this)).ln()._mulToPrecision(h.HALF, n);
	} finally {
		h.precision = i;
	}
};
h.prototype.nthRoot = function(e) {
	if (this.isNaN() || !Number.isInteger(e) || e === 0) return h.NAN;
	if (e === 1) return this;
	if (e === 2) return this.sqrt();
	if (e === 3) return this.cbrt();
	if (e < 0) return this.nthRoot(-e).inv();
	if (this.isZero()) return h.ZERO;
	if (!this.isFinite()) return this.significand > 0n ? h.POSITIVE_INFINITY : e % 2 === 0 ? h.NAN : h.NEGATIVE_INFINITY;
	if (this.significand < 0n) return e % 2 === 0 ? h.NAN : this.neg().nthRoot(e).neg();
	let n = h.precision;
	let t = h.precision;
	h.precision = n + 8;
	try {
		return h.exp(this.ln().div(new h(e))).toPrecision(n);
	} finally {
		h.precision = t;
	}
};
h.asinh = function(e) {
	return e.asinh();
};
h.acosh = function(e) {
	return e.acosh();
};
h.atanh = function(e) {
	return e.atanh();
};
h.expm1 = function(e) {
	return e.expm1();
};
h.log1p = function(e) {
	return e.log1p();
};
h.nthRoot = function(e, n) {
	return e.nthRoot(n);
};
function Ba(e) {
	let n = Ce(e);
	if (n <= 1023) {
		let l = Math.cbrt(Number(e));
		if (Number.isFinite(l) && l >= 1) return BigInt(Math.floor(l));
	}
	let t = n - 51;
	let i = Number(e >> BigInt(t));
	let r = Math.cbrt(i);
	let s = Math.floor(t / 3);
	let o = t % 3;
	o === 1 && (r *= 1.2599210498948732), o === 2 && (r *= 1.5874010519681994);
	let a = BigInt(Math.round(r)) << BigInt(s);
	return a > 0n ? a : 1n;
}
var ja = 1e6;
function za(e, n) {
	if (e === 0) return n;
	if (n === 0 || e === n) return e;
	if (!Number.isInteger(e) || !Number.isInteger(n)) return NaN;
	for (; n !== 0;) [e, n] = [n, e % n];
	return e < 0 ? -e : e;
}
function qa(e, n) {
	for (; n !== BigInt(0);) [e, n] = [n, e % n];
	return e < 0 ? -e : e;
}
function Yf(e) {
	return e !== null && Array.isArray(e) && typeof e[0] == "number";
}
function Hf(e) {
	if (Yf(e)) {
		if (e[1] < 0 && (e = [-e[0], -e[1]]), e[0] === 1 || e[1] === 1) return e;
		if (!Number.isFinite(e[1])) return [0, 1];
		let r = za(e[0], e[1]);
		return r <= 1 ? e : [e[0] / r, e[1] / r];
	}
	e[1] < 0 && (e = [-e[0], -e[1]]);
	let n = qa(e[0], e[1]), [t, i] = n <= 1 ? e : [e[0] / n, e[1] / n];
	return t <= Number.MAX_SAFE_INTEGER && t >= Number.MIN_SAFE_INTEGER && i <= Number.MAX_SAFE_INTEGER ? [Number(t), Number(i)] : [t, i];
}
function at(e, n) {
	if (!Number.isFinite(e)) return null;
	for (let t = 1; t <= 1e6; t *= 10) {
		let i = e * t;
		if (Number.isInteger(i)) return !Number.isSafeInteger(i) || !Number.isSafeInteger(n * t) ? null : Hf([i, n * t]);
	}
	return null;
}
function Zf(e) {
	let n = e.index;
	e.skipVisualSpace();
	let t = !1;
	return e.match("(") && (e.skipVisualSpace(), t = e.peek === "\\bmod" || e.peek === "\\pmod" || e.peek === "\\mod" || e.matchAll([
		"m",
		"o",
		"d"
	])), e.index = n, t;
}
function Wf(e, n) {
	let t = e.index;
	if (e.skipVisualSpace(), e.match("(")) {
		if (e.skipVisualSpace(), e.match("\\bmod") || e.match("\\pmod") || e.match("\\mod") || e.matchAll([
			"m",
			"o",
			"d"
		])) {
			e.skipVisualSpace();
			let s = e.parseExpression({
				...n,
				minPrec: 0
			}) ?? e.parseGroup();
			if (e.skipVisualSpace(), s !== null && e.match(")")) return s;
		}
		return e.index = t, null;
	}
	let i = e.parseExpression({
		...n,
		minPrec: Ie
	});
	if (i !== null && g(i) === "Mod") {
		let r = M(i) >= 2 ? p(i, 2) : p(i, 1);
		if (r !== null) return r;
	}
	return e.index = t, null;
}
function lt(e, n, t) {
	let i = e.parseExpression({
		...t,
		minPrec: v,
		condition: (s) => Zf(s) || (t.condition?.(s) ?? !1)
	});
	let r = Wf(e, t);
	return r !== null ? g(n) === "Congruent" ? [
		"And",
		n,
		[
			"Congruent",
			w(p(n, 2)),
			w(i),
			r
		]
	] : [
		"Congruent",
		n,
		w(i),
		r
	] : [
		"IdenticallyEqual",
		n,
		w(i)
	];
}
var Fr = [
	{
		name: "True",
		standaloneSymbol: !0,
		kind: "symbol",
		latexTrigger: ["\\top"]
	},
	{
		kind: "symbol",
		latexTrigger: "\\mathrm{True}",
		parse: "True"
	},
	{
		kind: "symbol",
		latexTrigger: "\\operatorname{True}",
		parse: "True"
	},
	{
		kind: "symbol",
		latexTrigger: "\\mathsf{T}",
		parse: "True"
	},
	{
		name: "False",
		standaloneSymbol: !0,
		kind: "symbol",
		latexTrigger: ["\\bot"]
	},
	{
		kind: "symbol",
		latexTrigger: "\\operatorname{False}",
		parse: "False"
	},
	{
		kind: "symbol",
		latexTrigger: "\\mathsf{F}",
		parse: "False"
	},
	{
		name: "And",
		kind: "infix",
		latexTrigger: ["\\land"],
		precedence: 235
	},
	{
		kind: "infix",
		latexTrigger: ["\\wedge"],
		parse: "And",
		precedence: 235
	},
	{
		kind: "infix",
		latexTrigger: "\\&",
		parse: "And",
		precedence: 235
	},
	{
		kind: "infix",
		latexTrigger: "\\operatorname{and}",
		parse: "And",
		precedence: 235
	},
	{
		name: "Or",
		kind: "infix",
		latexTrigger: ["\\lor"],
		precedence: 230
	},
	{
		kind: "infix",
		latexTrigger: ["\\vee"],
		parse: "Or",
		precedence: 230
	},
	{
		kind: "infix",
		latexTrigger: "\\operatorname{or}",
		parse: "Or",
		precedence: 230
	},
	{
		name: "Xor",
		kind: "infix",
		latexTrigger: ["\\veebar"],
		precedence: 232
	},
	{
		name: "Not",
		kind: "prefix",
		latexTrigger: ["\\lnot"],
		precedence: 880
	},
	{
		kind: "prefix",
		latexTrigger: ["\\neg"],
		parse: "Not",
		precedence: 880
	},
	{
		name: "Nand",
		kind: "infix",
		latexTrigger: ["\\barwedge"],
		precedence: 232
	},
	{
		name: "Nor",
		kind: "infix",
		latexTrigger: ["⊽"],
		precedence: 232
	},
	{
		kind: "function",
		symbolTrigger: "and",
		parse: "And"
	},
	{
		kind: "function",
		symbolTrigger: "or",
		parse: "Or"
	},
	{
		kind: "function",
		symbolTrigger: "not",
		parse: "Not"
	},
	{
		name: "Implies",
		kind: "infix",
		precedence: 220,
		associativity: "right",
		latexTrigger: ["\\implies"],
		serialize: "\\implies"
	},
	{
		latexTrigger: ["\\Rightarrow"],
		kind: "infix",
		precedence: 220,
		associativity: "right",
		parse: "Implies"
	},
	{
		latexTrigger: ["\\Longrightarrow"],
		kind: "infix",
		precedence: 220,
		associativity: "right",
		parse: "Implies"
	},
	{
		latexTrigger: ["\\longrightarrow"],
		kind: "infix",
		precedence: 220,
		associativity: "right",
		parse: "Implies"
	},
	{
		latexTrigger: ["=", ">"],
		kind: "infix",
		precedence: 220,
		associativity: "right",
		parse: (e, n, t) => {
			if (e.options.strict !== !1) return null;
			let i = e.parseExpression({
				...t,
				minPrec: 220
			});
			return i === null ? null : [
				"Implies",
				n,
				i
			];
		}
	},
	{
		name: "Equivalent",
		latexTrigger: ["\\iff"],
		kind: "infix",
		associativity: "right",
		precedence: 219
	},
	{
		latexTrigger: ["\\Leftrightarrow"],
		kind: "infix",
		associativity: "right",
		precedence: 219,
		parse: "Equivalent"
	},
	{
		latexTrigger: ["\\leftrightarrow"],
		kind: "infix",
		associativity: "right",
		precedence: 219,
		parse: "Equivalent"
	},
	{
		latexTrigger: ["\\Longleftrightarrow"],
		kind: "infix",
		associativity: "right",
		precedence: 219,
		parse: "Equivalent"
	},
	{
		latexTrigger: ["\\longleftrightarrow"],
		kind: "infix",
		associativity: "right",
		precedence: 219,
		parse: "Equivalent"
	},
	{
		latexTrigger: [
			"<",
			"=",
			">"
		],
		kind: "infix",
		precedence: 219,
		associativity: "right",
		parse: (e, n, t) => {
			if (e.options.strict !== !1) return null;
			let i = e.parseExpression({
				...t,
				minPrec: 219
			});
			return i === null ? null : [
				"Equivalent",
				n,
				i
			];
		}
	},
	{
		name: "IdenticallyEqual",
		latexTrigger: ["\\equiv"],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: lt
	},
	{
		latexTrigger: ["≡"],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: lt
	},
	{
		latexTrigger: ["\\equiv"],
		kind: "prefix",
		precedence: v,
		parse: (e, n) => lt(e, e.error("missing", e.index), n ?? { minPrec: 0 })
	},
	{
		latexTrigger: ["\\not", "\\equiv"],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: (e, n, t) => ["Not", lt(e, n, t)]
	},
	{
		latexTrigger: ["≢"],
		kind: "infix",
		associativity: "right",
		precedence: v,
		parse: (e, n, t) => ["Not", lt(e, n, t)]
	},
	{
		latexTrigger: ["\\pmod"],
		kind: "infix",
		precedence: v - 1,
		parse: (e, n) => {
			return [
				"Mod",
				n,
				w(e.parseGroup() ?? e.parseToken())
			];
		}
	},
	{
		name: "Proves",
		kind: "infix",
		latexTrigger: ["\\vdash"],
		precedence: 220,
		associativity: "right",
		serialize: "\\vdash"
	},
	{
		name: "Entails",
		kind: "infix",
		latexTrigger: ["\\vDash"],
		precedence: 220,
		associativity: "right",
		serialize: "\\vDash"
	},
	{
		name: "Satisfies",
		kind: "infix",
		latexTrigger: ["\\models"],
		precedence: 220,
		associativity: "right",
		serialize: "\\models"
	},
	{
		name: "ForAll",
		kind: "prefix",
		latexTrigger: ["\\forall"],
		precedence: 200,
		serialize: ut("\\forall"),
		parse: We("ForAll")
	},
	{
		name: "Exists",
		kind: "prefix",
		latexTrigger: ["\\exists"],
		precedence: 200,
		serialize: ut("\\exists"),
		parse: We("Exists")
	},
	{
		name: "ExistsUnique",
		kind: "prefix",
		latexTrigger: ["\\exists", "!"],
		precedence: 200,
		serialize: ut("\\exists!"),
		parse: We("ExistsUnique")
	},
	{
		name: "NotForAll",
		kind: "prefix",
		latexTrigger: ["\\lnot", "\\forall"],
		precedence: 200,
		serialize: ut("\\lnot\\forall"),
		parse: We("NotForAll")
	},
	{
		name: "NotExists",
		kind: "prefix",
		latexTrigger: ["\\lnot", "\\exists"],
		precedence: 200,
		serialize: ut("\\lnot\\exists"),
		parse: We("NotExists")
	},
	{
		name: "KroneckerDelta",
		kind: "prefix",
		latexTrigger: ["\\delta", "_"],
		precedence: 200,
		serialize: (e, n) => {
			let t = x(n);
			return t.length === 0 ? "\\delta" : t.every((i) => T(i)) ? `\\delta_{${t.map((i) => e.serialize(i)).join("")}}` : `\\delta_{${t.map((i) => e.serialize(i)).join(", ")}}`;
		},
		parse: (e) => {
			let n = e.parseGroup();
			if (n === null) {
				let i = e.parseToken();
				return i ? ["KroneckerDelta", i] : null;
			}
			let t = ge(n);
			return t && t.length <= 2 ? ["KroneckerDelta", ...t] : g(n) === "InvisibleOperator" ? ["KroneckerDelta", ...x(n)] : n !== null ? ["KroneckerDelta", n] : null;
		}
	},
	{
		name: "Boole",
		kind: "matchfix",
		openTrigger: "[",
		closeTrigger: "]",
		parse: (e, n) => {
			let t = g(n);
			return !t || !He.some((i) => i.name === t) ? null : ["Boole", n];
		}
	},
	{
		kind: "matchfix",
		openTrigger: "\\llbracket",
		closeTrigger: "\\rrbracket",
		parse: (e, n) => {
			let t = g(n);
			return !t || !He.some((i) => i.name === t) ? null : ["Boole", n];
		}
	},
	{
		name: "Predicate",
		serialize: (e, n) => {
			let t = x(n);
			if (t.length === 0) return "";
			let i = t[0];
			let r = typeof i == "string" ? i : e.serialize(i);
			if (t.length === 1) return r;
			return `${r}(${t.slice(1).map((o) => e.serialize(o)).join(", ")})`;
		}
	}
];
function ut(e) {
	return (n, t) => {
		let i = x(t);
		if (i.length === 0) return e;
		if (i.length === 1) return `${e} ${n.serialize(i[0])}`;
		return `${e} ${n.serialize(i[0])}, ${n.wrap(i[1], v)}`;
	};
}
function si(e, n) {
	return e.peek === "\\to" || e.peek === "\\rightarrow" || e.peek === "\\implies" || e.peek === "\\Rightarrow" || e.peek === "\\iff" || e.peek === "\\Leftrightarrow" || e.peek === "\\land" || e.peek === "\\wedge" || e.peek === "\\lor" || e.peek === "\\vee" || (n?.condition?.(e) ?? !1);
}
var Xf = /* @__PURE__ */ new Set([
	"And",
	"Or",
	"Not",
	"Xor",
	"Nand",
	"Nor",
	"Implies",
	"Equivalent",
	"IdenticallyEqual",
	"ForAll",
	"Exists",
	"ExistsUnique",
	"NotForAll",
	"NotExists",
	"Element",
	"NotElement",
	"Subset",
	"SubsetEqual",
	"Superset",
	"SupersetEqual",
	"NotSubset",
	"NotSuperset",
	"NotSubsetNotEqual",
	"NotSupersetNotEqual",
	"SquareSubset",
	"SquareSubsetEqual",
	"SquareSuperset",
	"SquareSupersetEqual",
	"Divides",
	"NotDivides",
	"Predicate"
]);
function Va(e) {
	if (e === null) return !1;
	let n = g(e);
	return n === "Delimiter" ? M(e) >= 1 && Va(p(e, 1)) : n === "InvisibleOperator" ? M(e) === 2 && typeof p(e, 1) == "string" && g(p(e, 2)) === "Delimiter" : n === "" ? typeof e == "string" : yo(n) ? !0 : Xf.has(n);
}
function We(e) {
	return (n, t) => {
		let i = n.index;
		let r = n._diagnosticsCheckpoint();
		let s = n.options.quantifierScope !== "loose";
		let o = n.parseSymbol(t);
		let a = typeof o == "string" ? o : null;
		if (o) {
			if (n.skipSpace(), n.match(",") || n.match("\\mid") || n.match(".") || n.match(":") || n.match("\\colon")) {
				let d = s ? {
					...t,
					condition: (y) => si(y, t)
				} : t;
				n.enterQuantifierScope();
				let m = n.parseExpression(d);
				return n.exitQuantifierScope(), a && n._pruneUndeclared([a], r), [
					e,
					o,
					w(m)
				];
			}
			n.enterQuantifierScope();
			let f = n.parseEnclosure();
			if (n.exitQuantifierScope(), f && (n.skipSpace(), n.atTerminator(t) || si(n, t))) return a && n._pruneUndeclared([a], r), [
				e,
				o,
				w(f)
			];
		}
		n.index = i;
		let l = {
			...t,
			condition: (f) => f.peek === ":" || f.peek === "\\colon" || (t?.condition?.(f) ?? !1)
		};
		let u = i;
		for (;;) {
			let f = u;
			let d = {
				...l,
				condition: (k) => (k.peek === "(" || k.peek === "\\left") && k.index > f || l.condition(k)
			};
			n.index = i, n.enterQuantifierScope();
			let m = n.parseExpression(d);
			n.exitQuantifierScope();
			let y = n.index;
			if (m !== null && g(m) !== "") {
				n.skipSpace(), n.enterQuantifierScope();
				let k = n.parseEnclosure();
				if (n.exitQuantifierScope(), n.skipSpace(), Va(k) && (n.atTerminator(t) || si(n, t))) return [
					e,
					m,
					w(k)
				];
			}
			if (m === null || y <= u) break;
			u = y;
		}
		n.index = i, n.enterQuantifierScope();
		let c = n.parseExpression(l);
		if (n.exitQuantifierScope(), c === null) return null;
		if (n.skipSpace(), n.matchAny([
			",",
			"\\mid",
			":",
			"\\colon"
		])) {
			let f = s ? {
				...t,
				condition: (m) => si(m, t)
			} : t;
			n.enterQuantifierScope();
			let d = n.parseExpression(f);
			return n.exitQuantifierScope(), [
				e,
				c,
				w(d)
			];
		}
		if (n.match("(")) {
			n.enterQuantifierScope();
			let f = n.parseExpression(t);
			return n.exitQuantifierScope(), n.match(")") ? [
				e,
				c,
				w(f)
			] : null;
		}
		return g(c) !== "" ? [
			e,
			c,
			"True"
		] : null;
	};
}
var $r;
function Ya(e) {
	if (!$r) {
		let t = `^[${[
			"Zyyy",
			"Zinh",
			"Arab",
			"Armn",
			"Beng",
			"Bopo",
			"Cyrl",
			"Deva",
			"Ethi",
			"Geor",
			"Grek",
			"Gujr",
			"Guru",
			"Hang",
			"Hani",
			"Hebr",
			"Hira",
			"Kana",
			"Knda",
			"Khmr",
			"Laoo",
			"Latn",
			"Mlym",
			"Mymr",
			"Orya",
			"Sinh",
			"Taml",
			"Telu",
			"Thaa",
			"Thai",
			"Tibt"
		].map((i) => `\\p{Script=${i}}`).join("")}]*$`;
		$r = new RegExp(t, "u");
	}
	return $r.test(e);
}
function Fe(e) {
	return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(e) || pn.test(e) ? !0 : Ya(e) ? /^[\p{XIDS}_]\p{XIDC}*$/u.test(e) : !1;
}
var Kf = "\\u{FE0F}";
var Qf = "\\u{20E3}";
var ep = "\\u{200D}";
var np = "\\p{RI}\\p{RI}";
var Ga = `(?:\\p{EMod}|${Kf}${Qf}?|(?:[\\u{E0020}-\\u{E007E}]+\\u{E007F}))`;
var Ua = `(?:(?:(?=\\P{XIDC})(?=[^\\x23\\x2a\\x30-\\x39])\\p{Emoji})${Ga}*|\\p{Emoji}${Ga}+|${np})`;
var Ha = `(?:${Ua})(${ep}${Ua})*`;
var rp = new RegExp(`(?:${Ha})+`, "u");
var pn = new RegExp(`^(?:${Ha})+$`, "u");
function jr(e) {
	return typeof e != "string" ? "not-a-string" : e === "" ? "empty-string" : e.normalize() !== e ? "expected-nfc" : /[\u200E\u200F\u2066-\u2069\u202A-\u202E]/.test(e) ? "unexpected-bidi-marker" : pn.test(e) ? "valid" : /\p{XIDC}/u.test(e) && rp.test(e) ? "unexpected-mixed-emoji" : Ya(e) ? Fe(e) ? "valid" : Fe(e[0]) ? "invalid-char" : "invalid-first-char" : "unexpected-script";
}
var Se = [
	[
		"alpha",
		"\\alpha",
		945
	],
	[
		"beta",
		"\\beta",
		946
	],
	[
		"gamma",
		"\\gamma",
		947
	],
	[
		"delta",
		"\\delta",
		948
	],
	[
		"epsilon",
		"\\epsilon",
		949
	],
	[
		"epsilonSymbol",
		"\\varepsilon",
		1013
	],
	[
		"zeta",
		"\\zeta",
		950
	],
	[
		"eta",
		"\\eta",
		951
	],
	[
		"theta",
		"\\theta",
		952
	],
	[
		"thetaSymbol",
		"\\vartheta",
		977
	],
	[
		"iota",
		"\\iota",
		953
	],
	[
		"kappa",
		"\\kappa",
		954
	],
	[
		"kappaSymbol",
		"\\varkappa",
		1008
	],
	[
		"lambda",
		"\\lambda",
		955
	],
	[
		"mu",
		"\\mu",
		956
	],
	[
		"nu",
		"\\nu",
		957
	],
	[
		"xi",
		"\\xi",
		958
	],
	[
		"omicron",
		"\\omicron",
		959
	],
	[
		"pi",
		"\\pi",
		960
	],
	[
		"piSymbol",
		"\\varpi",
		982
	],
	[
		"rho",
		"\\rho",
		961
	],
	[
		"rhoSymbol",
		"\\varrho",
		1009
	],
	[
		"sigma",
		"\\sigma",
		963
	],
	[
		"finalSigma",
		"\\varsigma",
		962
	],
	[
		"tau",
		"\\tau",
		964
	],
	[
		"phi",
		"\\phi",
		981
	],
	[
		"phiLetter",
		"\\varphi",
		966
	],
	[
		"upsilon",
		"\\upsilon",
		965
	],
	[
		"chi",
		"\\chi",
		967
	],
	[
		"psi",
		"\\psi",
		968
	],
	[
		"omega",
		"\\omega",
		969
	],
	[
		"Alpha",
		"\\Alpha",
		913
	],
	[
		"Beta",
		"\\Beta",
		914
	],
	[
		"Gamma",
		"\\Gamma",
		915
	],
	[
		"Delta",
		"\\Delta",
		916
	],
	[
		"Epsilon",
		"\\Epsilon",
		917
	],
	[
		"Zeta",
		"\\Zeta",
		918
	],
	[
		"Eta",
		"\\Eta",
		919
	],
	[
		"Theta",
		"\\Theta",
		920
	],
	[
		"Iota",
		"\\Iota",
		921
	],
	[
		"Kappa",
		"\\Kappa",
		922
	],
	[
		"Lambda",
		"\\Lambda",
		923
	],
	[
		"Mu",
		"\\Mu",
		924
	],
	[
		"Nu",
		"\\Nu",
		925
	],
	[
		"Xi",
		"\\Xi",
		926
	],
	[
		"Omicron",
		"\\Omicron",
		927
	],
	[
		"CapitalPi",
		"\\Pi",
		928
	],
	[
		"Rho",
		"\\Rho",
		929
	],
	[
		"Sigma",
		"\\Sigma",
		931
	],
	[
		"Tau",
		"\\Tau",
		932
	],
	[
		"Phi",
		"\\Phi",
		934
	],
	[
		"Upsilon",
		"\\Upsilon",
		933
	],
	[
		"Chi",
		"\\Chi",
		935
	],
	[
		"Psi",
		"\\Psi",
		936
	],
	[
		"Omega",
		"\\Omega",
		937
	],
	[
		"digamma",
		"\\digamma",
		989
	],
	[
		"aleph",
		"\\aleph",
		8501
	],
	[
		"bet",
		"\\beth",
		8502
	],
	[
		"gimel",
		"\\gimel",
		8503
	],
	[
		"dalet",
		"\\daleth",
		8504
	],
	[
		"ell",
		"\\ell",
		8467
	],
	[
		"turnedCapitalF",
		"\\Finv",
		8498
	],
	[
		"turnedCapitalG",
		"\\Game",
		8513
	],
	[
		"weierstrass",
		"\\wp",
		8472
	],
	[
		"eth",
		"\\eth",
		240
	],
	[
		"invertedOhm",
		"\\mho",
		8487
	],
	[
		"hBar",
		"\\hbar",
		295
	],
	[
		"hSlash",
		"\\hslash",
		8463
	],
	[
		"blackClubSuit",
		"\\clubsuit",
		9827
	],
	[
		"whiteHeartSuit",
		"\\heartsuit",
		9825
	],
	[
		"blackSpadeSuit",
		"\\spadesuit",
		9824
	],
	[
		"whiteDiamondSuit",
		"\\diamondsuit",
		9826
	],
	[
		"sharp",
		"\\sharp",
		9839
	],
	[
		"flat",
		"\\flat",
		9837
	],
	[
		"natural",
		"\\natural",
		9838
	]
];
var zr = [...Se.map(([e, n, t]) => ({
	kind: "symbol",
	name: e,
	latexTrigger: [n],
	parse: e
})), ...Se.map(([e, n, t]) => ({
	kind: "symbol",
	latexTrigger: [String.fromCodePoint(t)],
	parse: e
}))];
var ct = null;
function sp() {
	if (!ct) {
		ct = /* @__PURE__ */ new Map();
		for (let [e, n] of Se) ct.has(n) || ct.set(n, e);
	}
	return ct;
}
var Za = {
	"\\mathord": "",
	"\\mathop": "",
	"\\mathbin": "",
	"\\mathrel": "",
	"\\mathopen": "",
	"\\mathclose": "",
	"\\mathpunct": "",
	"\\mathinner": "",
	"\\operatorname": "",
	"\\text": "",
	"\\mathrm": "_upright",
	"\\mathit": "_italic",
	"\\mathbf": "_bold",
	"\\bold": "_bold",
	"\\boldsymbol": "_bold",
	"\\bm": "_bold",
	"\\mathscr": "_script",
	"\\mathcal": "_calligraphic",
	"\\mathfrak": "_fraktur",
	"\\mathsf": "_sansserif",
	"\\mathtt": "_monospace",
	"\\mathbb": "_doublestruck"
};
var op = {
	"\\mathring": "_ring",
	"\\hat": "_hat",
	"\\tilde": "_tilde",
	"\\vec": "_vec",
	"\\overline": "_bar",
	"\\underline": "_underbar",
	"\\dot": "_dot",
	"\\ddot": "_ddot",
	"\\dddot": "_dddot",
	"\\ddddot": "_ddddot",
	"\\acute": "_acute",
	"\\grave": "_grave",
	"\\breve": "_breve",
	"\\check": "_check"
};
function Wa(e, n) {
	if (e.atEnd) return null;
	let t = e.peek;
	let i = {
		"\\_": "_",
		"\\#": "hash"
	}[t];
	if (!i && !n.toplevel && (i = {
		"+": "plus",
		"-": "minus",
		"\\plusmn": "pm",
		"\\pm": "pm",
		"\\ast": "ast",
		"\\dag": "dag",
		"\\ddag": "ddag",
		"\\bot": "bottom",
		"\\top": "top",
		"\\bullet": "bullet",
		"\\cir": "circle",
		"\\diamond": "diamond",
		"\\times": "times",
		"\\square": "square",
		"\\star": "star"
	}[t]), i) return e.nextToken(), i;
	let r = sp().get(t);
	if (r !== void 0) return e.nextToken(), r;
	let s = e.parseChar();
	if (s !== null) return /^\p{XIDC}+$/u.test(s) ? s : [...s].length === 1 ? "____" + s.codePointAt(0).toString(16).toUpperCase().padStart(6, "0") : s;
	let o = e.peek;
	return o && /^[\p{XIDC}\p{M}]/u.test(o) ? e.nextToken() : null;
}
function ft(e) {
	let n = qr(e);
	let t = op[e.peek] ?? null;
	if (t) {
		if (e.nextToken(), !e.match("<{>")) return null;
		let s = ft(e);
		if (s === null || !e.match("<}>")) return null;
		n = `${s}${t}`;
	}
	if (n === null) {
		for (n = ""; !e.atEnd;) {
			let s = e.peek;
			if (s === "<}>" || s === "_" || s === "^") break;
			if (s === "<space>") {
				e.nextToken();
				continue;
			}
			if (pn.test(n + s)) {
				n += e.nextToken();
				continue;
			}
			let o = Wa(e, { toplevel: !1 });
			if (o === null) return null;
			n += o;
		}
		for (; !e.atEnd && /\d/.test(e.peek);) n += e.nextToken();
	}
	for (; !e.atEnd;) if (e.match("\\degree")) n += "_deg";
	else if (e.matchAll(["^", "\\circ"])) n += "_deg";
	else if (e.matchAll(["^", "\\prime"])) n += "_prime";
	else if (e.matchAll([
		"^",
		"<{>",
		"\\prime",
		"<}>"
	])) n += "_prime";
	else if (e.matchAll([
		"^",
		"<{>",
		"\\doubleprime",
		"<}>"
	])) n += "_dprime";
	else if (e.matchAll([
		"^",
		"<{>",
		"\\prime",
		"\\prime",
		"<}>"
	])) n += "_dprime";
	else break;
	let i = [];
	let r = [];
	for (; !e.atEnd;) if (e.match("_")) {
		let s = e.match("<{>");
		let o = ft(e);
		if (s && !e.match("<}>") || o === null) return null;
		r.push(o);
	} else if (e.match("^")) {
		let s = e.match("<{>");
		let o = ft(e);
		if (s && !e.match("<}>") || o === null) return null;
		i.push(o);
	} else break;
	return i.length > 0 && (n += "__" + i.join("")), r.length > 0 && (n += "_" + r.join("")), n;
}
function qr(e) {
	let n = Za[e.peek] ?? null;
	if (n === null) return null;
	let t = e.index;
	if (e.nextToken(), e.match("<{>")) {
		let i = "";
		let r = {
			0: "zero",
			1: "one",
			2: "two",
			3: "three",
			4: "four",
			5: "five",
			6: "six",
			7: "seven",
			8: "eight",
			9: "nine"
		}[e.peek] ?? "";
		r && (i = r, e.nextToken());
		let s = ft(e);
		return s === null || !e.match("<}>") ? (e.index = t, null) : (i += s, n === "_upright" && i.length > 1 ? i : i + n);
	}
	return e.index = t, null;
}
function Vr(e) {
	let n = e.index;
	let t = qr(e);
	if (t !== null) return Fe(t) ? null : e.error(["invalid-symbol", { str: jr(t) }], n);
	if (e.index = n, (Za[e.peek] ?? null) === null) return null;
	if (e.nextToken(), !e.match("<{>")) return e.index = n, null;
	let r = e.index;
	let s = 0;
	for (; !e.atEnd && !(s === 0 && e.peek === "<}>");) e.peek === "<{>" && (s += 1), e.peek === "<}>" && (s -= 1), e.nextToken();
	let o = e.latex(r, e.index);
	return Fe(o) ? (e.index = n, null) : (e.match("<}>"), e.error(["invalid-symbol", { str: jr(o) }], n));
}
function wn(e, n, t) {
	for (; !e.atEnd && e.peek === "_";) {
		let r = e.index;
		let s = null;
		let o = () => {
			if (s === null) return !1;
			let l = n + "_" + s;
			return t && e.resolveSymbol(l) === void 0 ? (e.index = r, !1) : (n = l, !0);
		};
		if (e.nextToken(), e.match("<{>")) {
			let l = e.peek;
			if (l === "(" || l === "\\lparen" || l === "\\left") {
				e.index = r;
				break;
			}
			let u = ft(e);
			if (u === "" && e.peek === "<}>") {
				e.match("<}>");
				continue;
			}
			let c = u !== null && /plus|minus|times|ast/.test(u);
			if (u === null || u.includes(",") || c || e.peek !== "<}>") {
				e.index = r;
				break;
			}
			e.match("<}>"), s = u;
		} else {
			let l = e.peek;
			if (e.options.strict === !1 && /^[0-9]$/.test(l)) {
				let u = "";
				for (; !e.atEnd && /^[0-9]$/.test(e.peek);) u += e.peek, e.nextToken();
				s = u;
			} else if (/^[a-zA-Z0-9]$/.test(l) || /^\p{XIDS}$/u.test(l)) e.nextToken(), s = l;
			else {
				e.index = r;
				break;
			}
		}
		if (!o()) break;
	}
	return n;
}
function pt(e) {
	if (/^[a-zA-Z]$/.test(e.peek) || /^\p{XIDS}$/u.test(e.peek)) {
		let i = e.nextToken();
		let r = e.resolveSymbol(i);
		if (r?.subscriptEvaluate) return i;
		return wn(e, i, r?.type.matches("indexed_collection<any>") ?? !1);
	}
	let n = qr(e);
	if (!n) {
		for (n = ""; !e.atEnd && pn.test(n + e.peek);) n += e.nextToken();
		n || (n = null);
	}
	let t = e.index;
	if (n ??= Wa(e, { toplevel: !0 }), n && (n = n.normalize(), Fe(n))) {
		if (e.peek === "_" && !e.isFunctionTriggerName(n)) {
			let i = e.resolveSymbol(n);
			i?.subscriptEvaluate || (n = wn(e, n, i?.type.matches("indexed_collection<any>") ?? !1));
		}
		return n;
	}
	return e.index = t, null;
}
var ne = /* @__PURE__ */ new WeakSet();
var ap = {
	x: "PointX",
	y: "PointY",
	z: "PointZ",
	real: "Real",
	re: "Real",
	imag: "Imaginary",
	im: "Imaginary",
	count: "Length",
	length: "Length",
	total: "Sum",
	max: "Max",
	min: "Min"
};
function Gr(e) {
	return ap[e] ?? null;
}
var lp = { join: "Join" };
function up(e) {
	if (e.peek === "(") return !0;
	if (e.peek !== "\\left") return !1;
	let n = e.index;
	e.nextToken();
	let t = e.peek;
	return e.index = n, t === "(";
}
function Xa(e) {
	let n = null;
	if (typeof e == "number") Number.isSafeInteger(e) && e >= 0 && (n = e.toString());
	else if (typeof e == "object" && e !== null && !Array.isArray(e) && typeof e.num == "string") {
		let t = e.num;
		/^[0-9]+$/.test(t) && (n = t);
	}
	return n === null || !/^[0-9]+$/.test(n) ? null : n;
}
function cp(e, n) {
	if (!(typeof n == "number" && Number.isInteger(n) && n >= 2)) {
		let a = T(n);
		if (a === null || a === "Nothing") return null;
		let l = Xa(e);
		if (l === null) return null;
		let u = [];
		let c = l.length;
		for (let d = 0; d < c; d++) {
			let m = l.charCodeAt(d) - 48;
			if (m === 0) continue;
			let y = c - 1 - d;
			if (y === 0) u.push(m);
			else if (y === 1) u.push(m === 1 ? a : [
				"Multiply",
				m,
				a
			]);
			else {
				let k = [
					"Power",
					a,
					y
				];
				u.push(m === 1 ? k : [
					"Multiply",
					m,
					k
				]);
			}
		}
		return [
			"BaseForm",
			u.length === 0 ? 0 : u.length === 1 ? u[0] : ["Add", ...u],
			a
		];
	}
	let t = n;
	let i = Xa(e);
	if (i === null) return null;
	let r = BigInt(t);
	let s = 0n;
	for (let a = 0; a < i.length; a++) {
		let l = i.charCodeAt(a) - 48;
		if (l >= t) return null;
		s = s * r + BigInt(l);
	}
	return [
		"BaseForm",
		s <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(s) : { num: s.toString() },
		t
	];
}
function fp(e) {
	if (typeof e == "number") return Number.isSafeInteger(e) ? BigInt(e) : null;
	if (typeof e == "object" && e !== null && !Array.isArray(e) && typeof e.num == "string") {
		let n = e.num;
		if (/^[+-]?[0-9]+$/.test(n)) return BigInt(n);
	}
	return null;
}
function pp(e, n) {
	if (e == null) return null;
	let t = g(e) === "Add" ? [...x(e)] : [e];
	let i = /* @__PURE__ */ new Map();
	for (let o of t) {
		let a;
		let l;
		let u = (f) => {
			if (T(f) === n) return 1;
			if (g(f) === "Square" && T(p(f, 1)) === n) return 2;
			if (g(f) === "Power" && T(p(f, 1)) === n) {
				let d = N(p(f, 2));
				return d === null ? null : d;
			}
			return null;
		};
		let c = T(o);
		if (c !== null) {
			if (c !== n) return null;
			a = 1, l = 1;
		} else if (g(o) === "Power" || g(o) === "Square") {
			let f = u(o);
			if (f === null) return null;
			a = 1, l = f;
		} else if (g(o) === "Multiply") {
			let f = [...x(o)];
			if (f.length !== 2) return null;
			let d = N(f[0]);
			if (d === null) return null;
			a = d;
			let m = u(f[1]);
			if (m === null) return null;
			l = m;
		} else {
			let f = N(o);
			if (f === null) return null;
			a = f, l = 0;
		}
		if (!Number.isInteger(a) || a < 0 || a > 9 || !Number.isInteger(l) || l < 0 || l > 40 || i.has(l)) return null;
		i.set(l, a);
	}
	let r = Math.max(0, ...i.keys());
	let s = "";
	for (let o = r; o >= 0; o--) s += String(i.get(o) ?? 0);
	return s;
}
function dp(e, n) {
	if (e === 0n) return "0";
	let t = BigInt(n);
	let i = [];
	let r = e;
	for (; r > 0n;) {
		let s = Number(r % t);
		if (s < 10) i.push(String.fromCharCode(48 + s));
		else if (s < 36) i.push(String.fromCharCode(97 + s - 10));
		else return null;
		r = r / t;
	}
	return i.reverse().join("");
}
function gp(e, n) {
	if (e.skipVisualSpace(), !X(n) && typeof e.peek == "string" && /^\d$/.test(e.peek)) {
		let i = "";
		for (; typeof e.peek == "string" && /^\d$/.test(e.peek);) i += e.nextToken();
		return [
			"InvisibleOperator",
			n,
			{ num: "0." + i }
		];
	}
	if (e.match("\\operatorname")) {
		let i = e.parseStringGroup();
		if (i === null) return null;
		let r = i.trim();
		let s = lp[r];
		if (s !== void 0) return [
			s,
			n,
			...up(e) ? e.parseArguments("enclosure") ?? [] : []
		];
		let o = Gr(r);
		return o === null ? null : [o, n];
	}
	let t = e.peek;
	if (typeof t == "string" && t.startsWith("\\")) {
		let r = Gr(t.slice(1));
		return r !== null ? (e.nextToken(), [r, n]) : null;
	}
	if (typeof t == "string" && /^[a-zA-Z]$/.test(t)) {
		let i = T(n);
		if (i !== null && e.resolveSymbol(i)?.type.matches("dictionary<any>")) {
			let s = "";
			for (; typeof e.peek == "string" && /^[a-zA-Z]$/.test(e.peek);) s += e.nextToken();
			return [
				"At",
				n,
				{ str: s }
			];
		}
		let r = Gr(t);
		return r === null ? null : (e.nextToken(), [r, n]);
	}
	return null;
}
function mp(e) {
	let n = e;
	return g(n) === "Delimiter" && (n = p(n, 1) ?? n), g(n) === "Sequence" ? x(n) : [e];
}
function dl(e) {
	let n = g(e);
	return qn(n) || Vn(n) || [
		"And",
		"Or",
		"Not",
		"Element",
		"NotElement"
	].includes(n);
}
function hp(e) {
	let n = [];
	for (let t = 0; t < e.length; t++) {
		let i = e[t];
		if (g(i) === "Colon" && M(i) === 2) n.push(p(i, 1), p(i, 2));
		else if (dl(i)) n.push(i, 1);
		else if (t === e.length - 1) n.push("True", i);
		else return null;
	}
	return n;
}
function Ka(e, n, t) {
	e.addBoundary(t), e.skipVisualSpace();
	let i = e.parseExpression({ minPrec: 0 });
	if (i === null || (e.skipVisualSpace(), !e.matchBoundary())) return e.removeBoundary(), null;
	let r = mp(i);
	if (r.length > 1 || g(r[0]) === "Colon") {
		if (r.some((s) => g(s) === "Colon")) {
			let s = hp(r);
			if (s !== null) return [
				"Multiply",
				n,
				["Which", ...s]
			];
		} else if (r.every(dl)) return [
			"When",
			n,
			["Or", ...r]
		];
	}
	return [
		"When",
		n,
		i
	];
}
var yp = {
	"+": "Add",
	"-": "Subtract",
	"*": "Multiply",
	"\\cdot": "Multiply",
	"\\times": "Multiply",
	"\\circ": "Ring",
	"\\cup": "Union",
	"\\cap": "Intersection",
	"\\oplus": "CirclePlus",
	"\\otimes": "CircleTimes",
	"\\star": "Star"
};
function xp(e, n, t) {
	let i = yp[e.peek];
	if (i === void 0) return null;
	let r = e.index;
	return e.nextToken(), e.skipSpace(), e.peek === t || e.atTerminator(n) ? i : (e.index = r, null);
}
var Wr = /* @__PURE__ */ new WeakSet();
function gl(e) {
	return typeof e == "object" && e !== null && Wr.has(e);
}
function Ur(e, n, t, i, r, s) {
	if (n && n.minPrec >= i) return null;
	let o = (u) => {
		g(u) === "Sequence" ? a.push(...x(u)) : a.push(u);
	};
	let a = [];
	t ? o(t) : a.push("Nothing");
	let l = !1;
	for (; !l;) {
		for (l = !0, e.skipSpace(); e.match(r);) a.push("Nothing"), e.skipSpace();
		if (e.skipVisualSpace(), e.atTerminator(n)) a.push("Nothing"), s && (s.trailingEmpty = !0);
		else {
			let u = xp(e, n, r);
			if (u !== null) a.push(u), l = !1;
			else {
				let c = e.parseExpression({
					...n,
					minPrec: i
				});
				c !== null ? o(c) : a.push("Nothing"), l = c === null;
			}
		}
		l || (e.skipSpace(), l = !e.match(r), l || e.skipVisualSpace());
	}
	return a;
}
function Tp(e, n) {
	if (!n) return "";
	let t = x(n);
	if (t.length === 0) return "";
	if (t.length === 1) return e.serialize(t[0]);
	let i = t.map((s) => e.serialize(s));
	let r = [i[0]];
	for (let s = 1; s < i.length; s++) {
		let o = i[s - 1];
		let a = i[s];
		let l = /[0-9]$/.test(o) && /^[-+0-9]/.test(a);
		r.push(l ? ", " : " ", a);
	}
	return E(r);
}
function bp(e, n) {
	let t = g(n);
	if (t !== "Divide" && t !== "Rational" || M(n) !== 2 || !e.options.prettify) return !1;
	let i = e.options.fractionStyle(n, e.level + 1);
	return i === "inline-solidus" || i === "nice-solidus";
}
var rs = /* @__PURE__ */ new Set([
	"Pi",
	"ExponentialE",
	"ImaginaryUnit",
	"GoldenRatio",
	"EulerGamma",
	"CatalanConstant"
]);
function Ep(e, n) {
	if (!n) return "";
	let t = x(n);
	if (t.length === 0) return "";
	if (t.length === 1) return e.serialize(t[0]);
	let i = t.map((s, o) => {
		let a = g(s);
		let l;
		return a === "Mod" && M(s) === 2 ? l = e.wrap(s, $ + 1) : a === "Negate" ? l = o === 0 ? e.serialize(s) : e.wrap(s) : o === 0 && X(s) ? l = e.serialize(s) : l = e.wrap(s, D), o < t.length - 1 && bp(e, s) ? e.wrapString(l, e.groupStyle(n, e.level + 1)) : l;
	});
	let r = i[0];
	for (let s = 1; s < i.length; s++) {
		let o = T(t[s - 1]);
		let a = Kt.test(i[s]);
		o !== null && a && (/^[A-Z]$/.test(o) || g(t[s]) !== "Delimiter" && !rs.has(o)) || /\d$/.test(r) && /^\d/.test(i[s]) ? r = te(e.options.multiply, r, i[s]) : r = E([r, i[s]]);
	}
	return r;
}
function fi(e = "") {
	return (n, t) => {
		if (!t) return "";
		let i = x(t);
		if (i.length === 0) return "";
		if (i.length === 1) return n.serialize(i[0]);
		e = {
			"&": "\\&",
			":": "\\colon",
			"|": "\\mvert",
			"-": "-",
			"·": "\\cdot",
			"‒": "-",
			"–": "--",
			"—": "---",
			"―": "-",
			"•": "\\bullet",
			"…": "\\ldots"
		}[e] ?? e;
		let r = i.reduce((s, o) => (s.push(n.serialize(o), e), s), []);
		return r.pop(), E(r);
	};
}
var kp = [
	{
		surface: "if",
		kind: "prefix",
		precedence: 245,
		operatorname: !0,
		build: Vp
	},
	{
		surface: "for",
		kind: "prefix",
		precedence: 245,
		operatorname: !0,
		build: Gp
	},
	{
		surface: "for",
		kind: "infix",
		precedence: 19,
		associativity: "none",
		operatorname: !0,
		build: (e, n, t) => {
			let i = e.index;
			let r = Sl(e, n, t);
			if (r !== null) return r;
			e.index = i;
			let s = cl(e, t);
			return s === null ? (e.index = i, null) : [
				"ForAll",
				s,
				fl(n)
			];
		}
	},
	{
		surface: "break",
		kind: "prefix",
		precedence: 245,
		operatorname: !0,
		build: () => ["Break"]
	},
	{
		surface: "continue",
		kind: "prefix",
		precedence: 245,
		operatorname: !0,
		build: () => ["Continue"]
	},
	{
		surface: "return",
		kind: "prefix",
		precedence: 245,
		operatorname: !0,
		build: (e, n) => ["Return", e.parseExpression(n) ?? "Nothing"]
	},
	{
		surface: "for all",
		kind: "prefix",
		precedence: 200,
		build: (e, n) => We("ForAll")(e, n)
	},
	{
		surface: "for all",
		kind: "infix",
		precedence: 19,
		associativity: "none",
		build: (e, n, t) => {
			let i = e.index;
			let r = cl(e, t);
			return r === null ? (e.index = i, null) : [
				"ForAll",
				r,
				fl(n)
			];
		}
	},
	{
		surface: "there exists",
		kind: "prefix",
		precedence: 200,
		build: (e, n) => We("Exists")(e, n)
	},
	{
		surface: "where",
		kind: "infix",
		precedence: 21,
		associativity: "none",
		operatorname: !0,
		build: (e, n, t) => Yp(e, n, t)
	},
	{
		surface: "such that",
		kind: "infix",
		precedence: 21,
		associativity: "right",
		build: (e, n, t) => [
			"Colon",
			n,
			e.parseExpression({
				...t,
				minPrec: 21
			}) ?? "Nothing"
		]
	},
	{
		surface: "and",
		kind: "prefix",
		precedence: 235,
		build: (e, n) => (e.skipVisualSpace(), e.parseExpression(n) ?? "Nothing")
	},
	{
		surface: "and",
		kind: "infix",
		precedence: 235,
		associativity: "right",
		build: (e, n, t) => [
			"And",
			n,
			e.parseExpression({
				...t,
				minPrec: 235
			}) ?? "Nothing"
		]
	},
	{
		surface: "or",
		kind: "infix",
		precedence: 230,
		associativity: "right",
		build: (e, n, t) => [
			"Or",
			n,
			e.parseExpression({
				...t,
				minPrec: 230
			}) ?? "Nothing"
		]
	},
	{
		surface: "iff",
		kind: "infix",
		precedence: 219,
		associativity: "right",
		build: (e, n, t) => [
			"Equivalent",
			n,
			e.parseExpression({
				...t,
				minPrec: 219
			}) ?? "Nothing"
		]
	},
	{
		surface: "if and only if",
		kind: "infix",
		precedence: 219,
		associativity: "right",
		build: (e, n, t) => [
			"Equivalent",
			n,
			e.parseExpression({
				...t,
				minPrec: 219
			}) ?? "Nothing"
		]
	}
];
function Sp() {
	let e = [];
	for (let n of kp) {
		let t = n.surface;
		for (let i of ["\\text", "\\keyword"]) if (n.kind === "prefix") {
			let r = n.build;
			e.push({
				latexTrigger: [i],
				kind: "prefix",
				precedence: n.precedence,
				parse: (s, o) => {
					let a = s.index;
					return ts(s, t) ? r(s, o) : (s.index = a, null);
				}
			});
		} else {
			let r = n.build;
			e.push({
				latexTrigger: [i],
				kind: "infix",
				associativity: n.associativity ?? "right",
				precedence: n.precedence,
				parse: (s, o, a) => {
					let l = s.index;
					return ts(s, t) ? r(s, o, a) : (s.index = l, null);
				}
			});
		}
		if (n.operatorname) if (n.kind === "prefix") {
			let i = n.build;
			e.push({
				symbolTrigger: t,
				kind: "prefix",
				precedence: n.precedence,
				parse: (r, s) => i(r, s)
			});
		} else {
			let i = n.build;
			e.push({
				symbolTrigger: t,
				kind: "infix",
				associativity: n.associativity ?? "right",
				precedence: n.precedence,
				parse: (r, s, o) => i(r, s, o)
			});
		}
	}
	return e.push({
		latexTrigger: ["\\keyword"],
		parse: (n) => U(n)
	}), e;
}
function Ne(e, n, t) {
	let i = e.options.keywordStyle ?? "text";
	if (i === "keyword") return `\\keyword{${n}}`;
	if (i === "operatorname") return `\\operatorname{${n}}`;
	return `\\text{${t?.lead ? " " : ""}${n}${t?.trail ? " " : ""}}`;
}
var je = "topic_marker";
function ml(e, n) {
	if (T(e) === je) return [n, !0];
	let t = g(e);
	if (!t) return [e, !1];
	let i = !1;
	let r = x(e).map((s) => {
		let [o, a] = ml(s, n);
		return a && (i = !0), o;
	});
	return i ? [[t, ...r], !0] : [e, !1];
}
function hl(e, n) {
	let [t, i] = ml(e, n);
	return i ? t : [
		"Pipe",
		n,
		e
	];
}
function dt(e, n, t) {
	return hl(e.parseExpression({ minPrec: 21 }) ?? "Nothing", n);
}
function gt(e, n) {
	let t = e.parseExpression({ minPrec: 21 }) ?? "Nothing";
	let i = "_";
	return [
		"Function",
		hl(t, i),
		i
	];
}
var Xr = "\\operatorname{Block}(";
function ss(e) {
	let n = "\\begin{cases}";
	let t = "\\end{cases}";
	if (e.startsWith(n)) {
		let r = 1;
		let s = 13;
		for (; s < e.length;) if (e.startsWith(n, s)) r += 1, s += 13;
		else if (e.startsWith(t, s)) {
			if (r -= 1, s += 11, r === 0) return s === e.length;
		} else s += 1;
		return !1;
	}
	if (!e.startsWith(Xr)) return !1;
	let i = 0;
	for (let r = Xr.length - 1; r < e.length; r++) if (e[r] === "(") i += 1;
	else if (e[r] === ")" && (i -= 1, i === 0)) return r === e.length - 1;
	return !1;
}
function mt(e, n) {
	if (n === null) return "";
	let t = e.serialize(n);
	return g(n) !== "Block" || ss(t) ? t : E([
		"\\left(",
		t,
		"\\right)"
	]);
}
var Kr = 240;
var Qa = /* @__PURE__ */ new Set([
	...Q["("],
	...Q["["],
	...Q["{"],
	...Q["<"],
	"<{>"
]);
var Yr = /* @__PURE__ */ new Set([
	...Q[")"],
	...Q["]"],
	...Q["}"],
	...Q[">"],
	"<}>"
]);
var Np = new RegExp(`(?:${[...Object.keys(oe), ...ln$1].map((e) => e.replace(/\\/g, "\\\\")).join("|")})(?![a-zA-Z])`, "g");
function yl(e) {
	if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(e)) return !0;
	try {
		return K(e) !== void 0;
	} catch {
		return !1;
	}
}
function vp(e, n) {
	let t = T(n);
	if (!t) return null;
	let i = e.index;
	let r = 0;
	let s = !1;
	let o = -1;
	let a = "";
	let l = i;
	for (; !e.atEnd;) {
		let d = e.peek;
		let m = d === ">" && a === "-";
		if (d === "\"") s = !s;
		else if (!s && !m) {
			if (r === 0 && (d === "," || d === "\\mapsto" || Yr.has(d))) {
				o = ln$1.has(a) ? l : e.index;
				break;
			}
			Qa.has(d) ? r += 1 : Yr.has(d) && (r -= 1);
		}
		a = d, l = e.index, e.nextToken();
	}
	if (o < 0 || o === i) return e.index = i, null;
	let u = e.peek === "\\mapsto";
	if (!u) {
		let d = 0;
		let m = "";
		for (; !e.atEnd;) {
			let y = e.nextToken();
			let k = y === ">" && m === "-";
			if (m = y, !k) {
				if (Qa.has(y)) d += 1;
				else if (Yr.has(y)) {
					if (d === 0) break;
					d -= 1;
				}
			}
		}
		e.skipSpace(), u = e.peek === "\\mapsto";
	}
	if (!u) return e.index = i, null;
	let c = e.latex(i, o).replace(Np, "");
	c = c.trim();
	let f = /^\\(?:mathrm|text|operatorname)\{(.*)\}$/s.exec(c);
	return f && (c = f[1].trim()), yl(c) ? (e.index = o, [
		"Typed",
		t,
		{ str: c }
	]) : (e.index = i, null);
}
function el(e, n, t) {
	if (n === null) return null;
	let i = vp(e, n);
	if (i !== null) return i;
	return [
		"Colon",
		n,
		w(e.parseExpression({
			...t,
			minPrec: Kr
		}))
	];
}
var Ip = /* @__PURE__ */ new Set([
	"List",
	"Range",
	"Linspace"
]);
function oi(e, n) {
	let t = fi(",")(e, n);
	let i = x(n);
	return e.options.readsAsPointList?.(i) ?? i.some((s) => Ip.has(g(s))) ? E([
		"\\operatorname{Tuple}(",
		t,
		")"
	]) : M(n) === 1 ? E([
		"(",
		t,
		",)"
	]) : E([
		"(",
		t,
		")"
	]);
}
var os = [
	{
		latexTrigger: ["\\placeholder"],
		kind: "symbol",
		parse: (e) => {
			for (; e.match("<space>"););
			if (e.match("[")) for (; !e.match("]") && !e.atBoundary;) e.nextToken();
			for (; e.match("<space>"););
			if (e.match("<{>")) for (; !e.match("<}>") && !e.atBoundary;) e.nextToken();
			return "Nothing";
		}
	},
	{
		name: "ContinuationPlaceholder",
		standaloneSymbol: !0,
		latexTrigger: ["\\dots"]
	},
	{
		latexTrigger: ["\\ldots"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\cdots"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\dotsb"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\dotsc"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\dotsm"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["…"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: [
			".",
			".",
			"."
		],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\vdots"],
		parse: "ContinuationPlaceholder"
	},
	{
		latexTrigger: ["\\ddots"],
		parse: "ContinuationPlaceholder"
	},
	{
		name: "Typed",
		serialize: (e, n) => e.serialize(p(n, 1))
	},
	{
		name: "Function",
		latexTrigger: ["\\mapsto"],
		kind: "infix",
		precedence: me,
		parse: (e, n, t) => {
			let i = e.operandDiagnosticCheckpoint;
			let r = [];
			let s = [];
			let o = (c) => {
				let f = g(c) === "Typed" ? T(p(c, 1)) : T(c);
				return f ? (s.push(f), r.push(g(c) === "Typed" ? c : f), !0) : !1;
			};
			let a = !0;
			if (g(n) === "Delimiter") {
				let c = p(n, 1);
				c == null || c === "Nothing" ? a = !1 : n = c;
			}
			if (a) {
				if (g(n) === "Sequence") {
					for (let c of x(n)) if (!o(c)) return null;
				} else if (!o(n)) return null;
			}
			let l;
			e.pushSymbolTable();
			try {
				for (let c of r) {
					let f = g(c) === "Typed" ? T(p(c, 1)) : T(c);
					if (!f) continue;
					let d = g(c) === "Typed" ? p(c, 2) : null;
					let m = d === null && e.resolveSymbol(f)?.type.matches("function") ? "function" : "value";
					if (d !== null) try {
						m = new ke(P$1(d) ?? T(d) ?? "unknown");
					} catch {}
					e.addSymbol(f, m);
				}
				l = e.parseExpression({
					...t ?? {},
					minPrec: 21
				}) ?? "Nothing";
			} finally {
				e.popSymbolTable();
			}
			let u = !1;
			return g(l) === "Delimiter" && (u = !0, l = p(l, 1) ?? "Nothing"), g(l) === "Sequence" && (l = [u ? "Tuple" : "Block", ...x(l)]), e._pruneUndeclared(s, i), [
				"Function",
				l,
				...r
			];
		},
		serialize: (e, n) => {
			let t = x(n);
			let i = (o) => {
				if (g(o) !== "Typed") return null;
				let a = p(o, 2);
				let l = P$1(a) ?? T(a);
				return l !== null && yl(l) ? l : null;
			};
			let r = (o) => i(o) !== null;
			let s = (o) => {
				if (g(o) !== "Typed") return e.serialize(o);
				let a = e.serialize(p(o, 1) ?? "Nothing");
				let l = i(o);
				return l === null ? a : E([
					a,
					"\\colon",
					l
				]);
			};
			return t.length < 1 ? "()\\mapsto()" : t.length === 1 ? E([
				"()",
				"\\mapsto",
				e.serialize(p(n, 1))
			]) : t.length === 2 && !r(p(n, 2)) ? E([
				e.serialize(p(n, 2)),
				"\\mapsto",
				e.serialize(p(n, 1))
			]) : E([
				e.wrapString(x(n)?.slice(1).map(s).join(", "), "normal"),
				"\\mapsto",
				e.serialize(p(n, 1))
			]);
		}
	},
	{
		name: "ApplyWhole",
		kind: "function",
		serialize: (e, n) => e.serialize(["Apply", ...x(n)])
	},
	{
		name: "Apply",
		kind: "function",
		symbolTrigger: "apply",
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = g(t);
			if (i === "Derivative") {
				let o = Ap(e, n);
				if (o !== null) return o;
			}
			if (i === "InverseFunction" || i === "Derivative") {
				let o = e.options.applyFunctionStyle(n, e.level);
				let a = x(n).slice(1);
				return e.serializeFunction(t, e.dictionary.ids.get(i)) + e.wrapString(a.map((l) => e.serialize(l)).join(", "), o);
			}
			if (i === "Function") {
				let o = x(n).slice(1);
				return E([e.wrapString(e.serialize(t), "normal"), e.wrapString(o.map((a) => e.serialize(a)).join(", "), "normal")]);
			}
			let r = p(n, 2);
			if (typeof t == "string" || !r) {
				let o = x(n);
				return e.serialize(o);
			}
			if (M(n) === 2) return E([
				e.wrap(t, 20),
				"\\lhd",
				e.wrap(r, 20)
			]);
			let s = e.options.applyFunctionStyle(n, e.level);
			return E(["\\operatorname{apply}", e.wrapString(e.serialize(i) + ", " + e.serialize(["List", ...x(n)]), s)]);
		}
	},
	{
		latexTrigger: "\\lhd",
		kind: "infix",
		precedence: 20,
		parse: "Apply"
	},
	{
		name: je,
		standaloneSymbol: !0,
		serialize: "\\square"
	},
	{
		name: "Pipe",
		latexTrigger: "\\rhd",
		kind: "infix",
		precedence: 20,
		parse: dt
	},
	{
		latexTrigger: "\\triangleright",
		kind: "infix",
		precedence: 20,
		parse: dt
	},
	{
		latexTrigger: "\\vartriangleright",
		kind: "infix",
		precedence: 20,
		parse: dt
	},
	{
		latexTrigger: "|>",
		kind: "infix",
		precedence: 20,
		parse: dt
	},
	{
		latexTrigger: ["⊳"],
		kind: "infix",
		precedence: 20,
		parse: dt
	},
	{
		latexTrigger: "|>",
		kind: "prefix",
		precedence: 20,
		parse: gt
	},
	{
		latexTrigger: "\\rhd",
		kind: "prefix",
		precedence: 20,
		parse: gt
	},
	{
		latexTrigger: "\\triangleright",
		kind: "prefix",
		precedence: 20,
		parse: gt
	},
	{
		latexTrigger: "\\vartriangleright",
		kind: "prefix",
		precedence: 20,
		parse: gt
	},
	{
		latexTrigger: ["⊳"],
		kind: "prefix",
		precedence: 20,
		parse: gt
	},
	{
		name: "EvaluateAt",
		openTrigger: ".",
		closeTrigger: "|",
		kind: "matchfix",
		serialize: (e, n) => {
			let t = p(n, 1);
			if (!t) return "";
			let i = x(n).slice(1);
			if (g(t) === "Function") {
				let r = x(t).slice(1);
				let s = p(t, 1);
				if (g(s) === "Block" && M(s) === 1 && (s = p(s, 1)), r.length === 1 && i.length === 2) return `\\left.\\left(${e.serialize(s)}\\right)\\right|_{${e.serialize(i[0])}}^{${e.serialize(i[1])}}`;
				if (r.length > 0) return `\\left.\\left(${e.serialize(s)}\\right)\\right|_{${r.map((o, a) => `${e.serialize(o)}=${e.serialize(i[a])}`).join(", ")}}`;
			}
			return `\\left.\\left(${e.serialize(t)}\\right)\\right|_{${i.map((r) => e.serialize(r)).join(", ")}}`;
		}
	},
	{
		name: "Assign",
		latexTrigger: "\\coloneq",
		kind: "infix",
		associativity: "right",
		precedence: $n,
		serialize: (e, n) => {
			let t = Bi(p(n, 1));
			if (g(p(n, 2)) === "Function") {
				let i = p(n, 2);
				let r = Bi(p(i, 1));
				let s = x(i).slice(1);
				return E([
					e.serialize(t),
					e.wrapString(s.map((o) => e.serialize(o)).join(", "), e.options.applyFunctionStyle(n, e.level)),
					"\\coloneq",
					e.serialize(r)
				]);
			}
			return E([
				e.serialize(t),
				"\\coloneq",
				e.serialize(p(n, 2))
			]);
		},
		parse: li
	},
	{
		latexTrigger: "\\coloneqq",
		kind: "infix",
		associativity: "right",
		precedence: $n,
		parse: li
	},
	{
		latexTrigger: "\\colonequals",
		kind: "infix",
		associativity: "right",
		precedence: $n,
		parse: li
	},
	{
		latexTrigger: [":", "="],
		kind: "infix",
		associativity: "right",
		precedence: $n,
		parse: li
	},
	{
		name: "Colon",
		latexTrigger: ":",
		kind: "infix",
		associativity: "right",
		precedence: Kr,
		parse: el,
		serialize: (e, n) => E([
			e.serialize(p(n, 1)),
			"\\colon",
			e.serialize(p(n, 2))
		])
	},
	{
		latexTrigger: "\\colon",
		kind: "infix",
		associativity: "right",
		precedence: Kr,
		parse: el
	},
	{
		name: "BaseForm",
		serialize: (e, n) => {
			let t = N(p(n, 2)) ?? NaN;
			if (isFinite(t) && t >= 2 && Number.isInteger(t)) {
				let r = fp(p(n, 1));
				if (r !== null && r >= 0n) {
					let s = dp(r, t);
					if (s !== null) return /^[0-9]+$/.test(s) ? `${s}_{${t}}` : `\\mathrm{${s}}_{${t}}`;
				}
			}
			let i = T(p(n, 2));
			if (i !== null) {
				let r = pp(p(n, 1), i);
				if (r !== null) return `${r}_{${i}}`;
			}
			return "\\operatorname{BaseForm}(" + e.serialize(p(n, 1)) + ", " + e.serialize(p(n, 2)) + ")";
		}
	},
	{
		name: "Sequence",
		serialize: Tp
	},
	{
		name: "InvisibleOperator",
		serialize: Ep
	},
	{
		name: "Delimiter",
		serialize: (e, n) => {
			let t = e.options.groupStyle(n, e.level + 1);
			let i = p(n, 1);
			if (M(n) === 1) {
				let c = g(i);
				if (c === "List" || c === "Set" || c === "Tuple" || c === "Pair" || c === "Triple" || c === "Single") return e.wrapString(e.serialize(i), t, "()");
			}
			let r = {
				Set: "{,}",
				List: "[,]",
				Tuple: "(,)",
				Single: "(,)",
				Pair: "(,)",
				Triple: "(,)",
				Sequence: "(,)",
				String: "\"\""
			}[g(i)];
			let s = r ? i : ["Sequence", i];
			if (r ??= "(,)", M(n) > 1) {
				let c = P$1(p(n, 2));
				typeof c == "string" && c.length <= 3 && (r = c);
			}
			let [o, a, l] = [
				"",
				"",
				""
			];
			r.length === 3 ? [o, a, l] = r : r.length === 2 ? [o, l] = r : r.length === 1 && (a = r);
			let u = i === null ? "" : fi(a)(e, s);
			return e.wrapString(u, t, o + l);
		}
	},
	{
		name: "Tuple",
		serialize: oi
	},
	{
		name: "Pair",
		serialize: oi
	},
	{
		name: "Triple",
		serialize: oi
	},
	{
		name: "Single",
		serialize: oi
	},
	{
		name: "Domain",
		serialize: (e, n) => g(n) === "Error" ? e.serialize(n) : `\\mathbf{${e.serialize(p(n, 1))}}`
	},
	{
		latexTrigger: ["\\mathtip"],
		parse: (e) => {
			let n = e.parseGroup();
			return e.parseGroup(), n;
		}
	},
	{
		latexTrigger: ["\\texttip"],
		parse: (e) => {
			let n = e.parseGroup();
			return e.parseGroup(), n;
		}
	},
	{
		latexTrigger: ["\\error"],
		parse: (e) => ["Error", e.parseGroup()]
	},
	{
		name: "Error",
		serialize: (e, n) => {
			let t = p(n, 1);
			if (P$1(t) === "missing") return `\\error{${e.options.missingSymbol ?? "\\placeholder{}"}}`;
			let i = Pp(e, n) || "\\blacksquare";
			let r = g(t) === "ErrorCode" ? P$1(p(t, 1)) : P$1(t);
			if (r === "no-product-between-points") {
				let s = P$1(p(t, 2));
				return `\\mathtip{\\error{${i}}}{\\text{points have no implicit product}${s === "dimension-mismatch" ? "\\text{ — they have different dimensions}" : s === "cross-applies" ? "\\text{ — }\\mathrm{Dot}\\text{ is the inner product, }\\mathrm{Cross}\\text{ the cross product}" : "\\text{ — use }\\mathrm{Dot}\\text{ for the inner product}"}}`;
			}
			return r === "no-division-by-point" ? `\\mathtip{\\error{${i}}}{\\text{a point cannot be a divisor}}` : r === "incompatible-type" ? T(p(t, 3)) === "Undefined" ? `\\mathtip{\\error{${i}}}{\\notin ${e.serialize(p(t, 2))}}` : `\\mathtip{\\error{${i}}}{\\in ${e.serialize(p(t, 3))}\\notin ${e.serialize(p(t, 2))}}` : typeof r == "string" ? `\\error{${i}}` : `\\error{${i}}`;
		}
	},
	{
		name: "ErrorCode",
		serialize: (e, n) => {
			let t = P$1(p(n, 1));
			return t === "missing" ? e.options.missingSymbol ?? "\\placeholder{}" : t === "unexpected-command" || t === "unexpected-operator" || t === "unexpected-token" || t === "invalid-symbol" || t === "unknown-environment" || t === "unexpected-base" || t === "incompatible-type" || t === "no-product-between-points" || t === "no-division-by-point" ? "" : `\\texttip{\\error{\\blacksquare}}{\\mathtt{${t}}}`;
		}
	},
	{
		name: "FromLatex",
		serialize: (e, n) => `\\texttt{${Hr(P$1(p(n, 1)))}}`
	},
	{
		name: "Latex",
		serialize: (e, n) => n === null ? "" : E(Mt(n, (t) => P$1(t) ?? e.serialize(t)))
	},
	{
		name: "LatexString",
		serialize: (e, n) => n === null ? "" : E(Mt(n, (t) => e.serialize(t)))
	},
	{
		name: "LatexTokens",
		serialize: Mp
	},
	{
		kind: "postfix",
		precedence: 850,
		latexTrigger: ["."],
		parse: gp
	},
	{
		name: "At",
		kind: "postfix",
		precedence: 810,
		latexTrigger: ["["],
		parse: ui("]"),
		serialize: (e, n) => {
			let t = x(n);
			let i = e.wrap(t[0] ?? "Nothing", Ie);
			let r = t.slice(1).map((s) => e.serialize(s));
			return e.indexStyle(n, e.level) === "bracket" ? E([
				i,
				"[",
				r.join(", "),
				"]"
			]) : he("_", i, r.join(","));
		}
	},
	{
		kind: "postfix",
		precedence: 810,
		latexTrigger: ["\\lbrack"],
		parse: ui("\\rbrack")
	},
	{
		kind: "postfix",
		precedence: 810,
		latexTrigger: ["\\left", "\\lbrack"],
		parse: ui("\\right", "\\rbrack")
	},
	{
		kind: "postfix",
		precedence: 810,
		latexTrigger: ["\\left", "["],
		parse: ui("\\right", "]")
	},
	{
		name: "When",
		kind: "postfix",
		precedence: 800,
		latexTrigger: ["\\left", "\\{"],
		parse: (e, n) => Ka(e, n, ["\\right", "\\}"]),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			if (t === null || i === null) return "";
			let s = (g(i) === "And" ? x(i) ?? [] : [i]).map((o) => `\\left\\{${e.serialize(o)}\\right\\}`).join("");
			return `${e.wrap(t, 800)}${s}`;
		}
	},
	{
		kind: "postfix",
		precedence: 800,
		latexTrigger: ["\\{"],
		parse: (e, n) => Ka(e, n, ["\\}"])
	},
	{
		kind: "postfix",
		latexTrigger: ["_"],
		parse: (e, n, t) => {
			let i = e.parseGroup() ?? e.parseToken();
			i === null && e.options.strict === !1 && e.peek === "(" && (i = e.parseEnclosure());
			let r = T(n);
			if (i !== null && (r && e.resolveSymbol(r)?.type.matches("indexed_collection<any>") || g(n) === "List")) return g(i) === "Delimiter" && (i = p(i, 1) ?? "Nothing"), g(i) === "Sequence" ? [
				"At",
				n,
				...x(i)
			] : [
				"At",
				n,
				i
			];
			if (i !== null) {
				let s = cp(n, i);
				if (s !== null) return s;
			}
			return i !== null && T(i) === "Nothing" ? n : [
				"Subscript",
				n,
				i
			];
		}
	},
	{
		name: "List",
		kind: "matchfix",
		openTrigger: "[",
		closeTrigger: "]",
		parse: xl,
		serialize: jp
	},
	{
		kind: "matchfix",
		openTrigger: "(",
		closeTrigger: ")",
		parse: Rp
	},
	{
		name: "AngleBracket",
		kind: "matchfix",
		openTrigger: ["\\langle"],
		closeTrigger: ["\\rangle"],
		parse: (e, n) => {
			if (n === null || _(n)) return ["AngleBracket"];
			let t = n;
			return g(t) === "Delimiter" && (t = p(t, 1) ?? t), g(t) === "Sequence" || g(t) === "List" ? ["AngleBracket", ...x(t)] : ["AngleBracket", t];
		},
		serialize: (e, n) => E([
			"\\langle ",
			x(n).map((t) => e.serialize(t)).join(", "),
			" \\rangle"
		])
	},
	{
		latexTrigger: [","],
		kind: "infix",
		precedence: 20,
		parse: (e, n, t) => {
			let i = { trailingEmpty: !1 };
			let r = Ur(e, t, n, 20, ",", i);
			if (r === null) return null;
			let s = ["Sequence", ...r];
			return i.trailingEmpty && Wr.add(s), [
				"Delimiter",
				s,
				{ str: "," }
			];
		}
	},
	{
		latexTrigger: [","],
		kind: "prefix",
		precedence: 20,
		parse: (e, n) => {
			let t = { trailingEmpty: !1 };
			let i = Ur(e, n, null, 20, ",", t);
			if (i === null) return null;
			let r = ["Sequence", ...i];
			return t.trailingEmpty && Wr.add(r), [
				"Delimiter",
				r,
				{ str: "," }
			];
		}
	},
	{
		name: "Range",
		latexTrigger: [".", "."],
		kind: "infix",
		precedence: 800,
		parse: (e, n) => e.peek === "." ? null : ai(e, n),
		serialize: (e, n) => {
			let t = x(n);
			if (t.length === 0) return "";
			if (t.length === 1) return "1.." + e.serialize(p(n, 1));
			if (t.length === 2) return e.wrap(p(n, 1), 800) + ".." + e.wrap(p(n, 2), 800);
			if (t.length === 3) {
				let i = N(p(n, 3));
				let r = N(p(n, 1));
				return i !== null && r !== null ? e.wrap(p(n, 1), 800) + ".." + e.wrap(r + i, 800) + ".." + e.wrap(p(n, 2), 800) : e.wrap(p(n, 1), 800) + "..(" + (e.wrap(p(n, 1), F) + "+" + e.wrap(p(n, 3), F)) + ").." + e.wrap(p(n, 2), 800);
			}
			return "";
		}
	},
	{
		latexTrigger: [
			".",
			".",
			"."
		],
		kind: "infix",
		precedence: $,
		parse: (e, n) => ai(e, n, !0)
	},
	{
		latexTrigger: ["\\ldots"],
		kind: "infix",
		precedence: $,
		parse: (e, n) => ai(e, n, !0)
	},
	{
		latexTrigger: ["\\dots"],
		kind: "infix",
		precedence: $,
		parse: (e, n) => ai(e, n, !0)
	},
	{
		latexTrigger: [";"],
		kind: "infix",
		precedence: 19,
		parse: (e, n, t) => {
			let i = { trailingEmpty: !1 };
			let r = Ur(e, t, n, 19, ";", i);
			if (r === null) return null;
			let s = !1;
			return r.length > 1 && i.trailingEmpty && (r.pop(), s = !0), r.some((o) => g(o) === "Assign") || s && r.length === 1 ? pl(r) : [
				"Delimiter",
				["Sequence", ...r],
				"';'"
			];
		}
	},
	...Sp(),
	{
		name: "Block",
		serialize: (e, n) => {
			let t = x(n);
			if (!t || t.length === 0) return "";
			let i = t.filter((s) => g(s) !== "Declare");
			let r = i.map((s) => e.serialize(s));
			return r.length === 1 ? `${r[0]};` : i.some((s) => g(s) === "Assign") ? r.join("; ") : i.every((s) => {
				let o = g(s);
				return Vn(o) || qn(o);
			}) ? E([
				Xr,
				r.join(", "),
				")"
			]) : E([
				"\\begin{cases}",
				r.join("\\\\"),
				"\\end{cases}"
			]);
		}
	},
	{
		name: "If",
		serialize: (e, n) => {
			let t = x(n);
			return !t || t.length < 3 ? "" : E([
				Ne(e, "if", { trail: !0 }),
				e.serialize(t[0]),
				Ne(e, "then", {
					lead: !0,
					trail: !0
				}),
				e.serialize(t[1]),
				Ne(e, "else", {
					lead: !0,
					trail: !0
				}),
				e.serialize(t[2])
			]);
		}
	},
	{
		name: "Loop",
		serialize: (e, n) => {
			let t = x(n);
			if (!t || t.length === 0) return "";
			let i = t[0];
			let r = t.slice(1);
			if (r.length === 1 && g(r[0]) === "Element") {
				let s = r[0];
				let o = p(s, 1);
				let a = p(s, 2);
				if (g(a) === "Range") {
					let l = p(a, 1);
					let u = p(a, 2);
					return E([
						Ne(e, "for", { trail: !0 }),
						e.serialize(o),
						Ne(e, "from", {
							lead: !0,
							trail: !0
						}),
						e.serialize(l),
						Ne(e, "to", {
							lead: !0,
							trail: !0
						}),
						e.serialize(u),
						Ne(e, "do", {
							lead: !0,
							trail: !0
						}),
						mt(e, i)
					]);
				}
			}
			return E([
				"\\operatorname{Loop}(",
				t.map((s) => mt(e, s)).join(", "),
				")"
			]);
		}
	},
	{
		name: "Comprehension",
		serialize: (e, n) => {
			let t = x(n);
			if (!t || t.length < 2) return "";
			let i = t[0];
			let r = t.slice(1);
			let s = (u) => M(u) >= 3 && T(p(u, 3)) !== "Nothing";
			if (r.some(s)) return E([
				"\\operatorname{Comprehension}\\left(",
				[mt(e, i), ...r.map((u) => s(u) ? E([
					"\\operatorname{Element}\\left(",
					x(u).map((c) => mt(e, c)).join(", "),
					"\\right)"
				]) : e.serialize(u))].join(", "),
				"\\right)"
			]);
			let o = r.map((u) => {
				let c = p(u, 1);
				let f = p(u, 2);
				return E([
					e.serialize(c),
					" = ",
					e.serialize(f)
				]);
			}).join(", ");
			return E([
				"\\left[",
				E([
					mt(e, i),
					" \\operatorname{for} ",
					o
				]),
				"\\right]"
			]);
		}
	},
	{
		name: "Break",
		serialize: (e) => Ne(e, "break")
	},
	{
		name: "Continue",
		serialize: (e) => Ne(e, "continue")
	},
	{
		name: "Return",
		serialize: (e, n) => {
			let t = p(n, 1);
			return t === null || T(t) === "Nothing" ? Ne(e, "return") : E([Ne(e, "return", { trail: !0 }), e.serialize(t)]);
		}
	},
	{
		name: "CharacterFrom",
		serialize: (e, n) => {
			let t = P$1(p(n, 1));
			return t === null ? `\\operatorname{CharacterFrom}(${e.serialize(p(n, 1))})` : `\\text{${Hr(t)}}`;
		}
	},
	{
		name: "Text",
		serialize: (e, n) => {
			let t = x(n);
			if (t.length === 0) return "";
			let i = -1;
			let r = -1;
			for (let a = 0; a < t.length; a++) P$1(t[a]) !== null && (i < 0 && (i = a), r = a);
			if (i < 0) return E(t.map((a) => e.serialize(a)));
			let s = [];
			for (let a = 0; a < i; a++) s.push(e.serialize(t[a]));
			let o = "";
			for (let a = i; a <= r; a++) {
				let l = P$1(t[a]);
				l !== null ? o += Hr(l) : g(t[a]) === "Annotated" || g(t[a]) === "Text" ? o += e.serialize(t[a]) : o += "$" + e.serialize(t[a]) + "$";
			}
			s.push("\\text{" + o + "}");
			for (let a = r + 1; a < t.length; a++) s.push(e.serialize(t[a]));
			return E(s);
		}
	},
	{
		name: "String",
		latexTrigger: ["\\text"],
		parse: (e) => U(e),
		serialize: (e, n) => {
			let t = x(n);
			return t.length === 0 ? "\\text{}" : E([
				"\\text{",
				t.map((i) => e.serialize(i)).join(""),
				"}"
			]);
		}
	},
	{
		name: "Subscript",
		latexTrigger: ["_"],
		kind: "infix",
		serialize: (e, n) => M(n) === 2 ? e.serialize(p(n, 1)) + "_{" + e.serialize(p(n, 2)) + "}" : "_{" + e.serialize(p(n, 1)) + "}"
	},
	{
		name: "IndexedSequence",
		serialize: (e, n) => {
			let t = ns(p(n, 1));
			let i = p(n, 2);
			let r = p(n, 3);
			let s = M(n) >= 4 ? x(n)?.[3] ?? null : null;
			let o = `\\left\\{${e.serialize(t)}\\right\\}_{${e.serialize(i)}=${e.serialize(r)}}`;
			return s === null ? o : `${o}^{${e.serialize(s)}}`;
		}
	},
	{
		name: "Superplus",
		latexTrigger: ["^", "+"],
		kind: "postfix"
	},
	{
		name: "Subplus",
		latexTrigger: ["_", "+"],
		kind: "postfix"
	},
	{
		name: "Superminus",
		latexTrigger: ["^", "-"],
		kind: "postfix",
		parse: (e, n) => e.options.strict === !1 && /^[0-9]$/.test(e.peek) ? null : ["Superminus", n]
	},
	{
		name: "Subminus",
		latexTrigger: ["_", "-"],
		kind: "postfix"
	},
	{
		latexTrigger: ["^", "*"],
		kind: "postfix",
		parse: (e, n) => ["Superstar", n]
	},
	{
		latexTrigger: ["_", "*"],
		kind: "postfix",
		parse: (e, n) => ["Substar", n]
	},
	{
		name: "Substar",
		latexTrigger: ["_", "\\star"],
		kind: "postfix"
	},
	{
		name: "Superdagger",
		latexTrigger: ["^", "\\dagger"],
		kind: "postfix"
	},
	{
		latexTrigger: ["^", "\\dag"],
		kind: "postfix",
		parse: (e, n) => ["Superdagger", n]
	},
	{
		name: "Prime",
		latexTrigger: ["^", "\\prime"],
		kind: "postfix",
		parse: (e, n) => $e(e, n, 1),
		serialize: (e, n) => {
			let t = N(p(n, 2)) ?? 1;
			let i = e.serialize(p(n, 1));
			return t === 1 ? i + "^{\\prime}" : t === 2 ? i + "^{\\doubleprime}" : t === 3 ? i + "^{\\tripleprime}" : i + "^{(" + e.serialize(p(n, 2)) + ")}";
		}
	},
	{
		latexTrigger: "^{\\prime\\prime}",
		kind: "postfix",
		parse: (e, n) => $e(e, n, 2)
	},
	{
		latexTrigger: "^{\\prime\\prime\\prime}",
		kind: "postfix",
		parse: (e, n) => $e(e, n, 3)
	},
	{
		latexTrigger: ["^", "\\doubleprime"],
		kind: "postfix",
		parse: (e, n) => $e(e, n, 2)
	},
	{
		latexTrigger: ["^", "\\tripleprime"],
		kind: "postfix",
		parse: (e, n) => $e(e, n, 3)
	},
	{
		latexTrigger: "'",
		kind: "postfix",
		precedence: 810,
		parse: (e, n) => $e(e, n, 1)
	},
	{
		latexTrigger: "\\prime",
		kind: "postfix",
		precedence: 810,
		parse: (e, n) => $e(e, n, 1)
	},
	{
		latexTrigger: "\\doubleprime",
		kind: "postfix",
		precedence: 810,
		parse: (e, n) => $e(e, n, 2)
	},
	{
		latexTrigger: "\\tripleprime",
		kind: "postfix",
		precedence: 810,
		parse: (e, n) => $e(e, n, 3)
	},
	{
		latexTrigger: [
			"^",
			"<{>",
			"("
		],
		kind: "postfix",
		parse: (e, n, t) => {
			let i = T(n);
			if (!i || !e.resolveSymbol(i)?.type.matches("function")) return null;
			e.addBoundary([")"]);
			let r = e.parseExpression(t);
			return e.matchBoundary() ? e.match("<}>") ? [
				"Derivative",
				n,
				r
			] : null : (e.removeBoundary(), null);
		}
	},
	{
		name: "InverseFunction",
		latexTrigger: "^{-1",
		kind: "postfix",
		parse: (e, n) => {
			if (g(n) === "Matrix") return e.match("<}>"), ["Inverse", n];
			let t = T(n);
			if (!t) return null;
			let i = e.resolveSymbol(t)?.type;
			if (i !== void 0 && i.type !== "never" && i.matches(new ke("matrix"))) return e.match("<}>"), ["Inverse", n];
			if (!i?.matches("function")) return null;
			let r = 0;
			for (; !e.atEnd && !e.match("<}>");) if (e.match("'")) r++;
			else if (e.match("\\prime")) r++;
			else if (e.match("\\doubleprime")) r += 2;
			else if (e.match("\\tripleprime")) r += 3;
			else return null;
			return r === 1 ? ["Derivative", ["InverseFunction", n]] : r > 0 ? [
				"Derivative",
				["InverseFunction", n],
				r
			] : ["InverseFunction", n];
		},
		serialize: (e, n) => e.serialize(p(n, 1)) + "^{-1}"
	},
	{
		name: "Derivative",
		serialize: (e, n) => {
			let t = e.serialize(p(n, 1));
			let i = x(n).slice(1);
			if (i.length > 1) return t + "^{(" + i.map((s) => e.serialize(s)).join(", ") + ")}";
			let r = N(i[0]) ?? 1;
			return r === 1 ? t + "^{\\prime}" : r === 2 ? t + "^{\\doubleprime}" : r === 3 ? t + "^{\\tripleprime}" : t + "^{(" + e.serialize(i[0]) + ")}";
		}
	},
	{
		name: "D",
		serialize: (e, n) => {
			if (g(n) !== "D") return "D";
			let t = p(n, 1);
			let i = p(n, 2);
			if (!t || !i) return `\\operatorname{D}(${(x(n) ?? []).map((c) => e.serialize(c)).join(", ")})`;
			let r = 1;
			let s = t;
			for (; g(s) === "D";) if (T(p(s, 2)) === T(i)) r++, s = p(s, 1);
			else break;
			let o = s;
			g(s) === "Function" && (o = p(s, 1) ?? s);
			let a = e.wrapShort(o);
			let l = e.serialize(i);
			return r === 1 ? `\\frac{\\mathrm{d}${a}}{\\mathrm{d}${l}}` : `\\frac{\\mathrm{d}^{${r}}${a}}{\\mathrm{d}${l}^{${r}}}`;
		}
	},
	{
		name: "NewtonDerivative1",
		latexTrigger: ["\\dot"],
		kind: "prefix",
		precedence: 740,
		parse: (e) => {
			let n = e.parseGroup();
			if (n === null) return null;
			return [
				"D",
				n,
				e.options.timeDerivativeVariable
			];
		}
	},
	{
		name: "NewtonDerivative2",
		latexTrigger: ["\\ddot"],
		kind: "prefix",
		precedence: 740,
		parse: (e) => {
			let n = e.parseGroup();
			if (n === null) return null;
			let t = e.options.timeDerivativeVariable;
			return [
				"D",
				[
					"D",
					n,
					t
				],
				t
			];
		}
	},
	{
		name: "NewtonDerivative3",
		latexTrigger: ["\\dddot"],
		kind: "prefix",
		precedence: 740,
		parse: (e) => {
			let n = e.parseGroup();
			if (n === null) return null;
			let t = e.options.timeDerivativeVariable;
			return [
				"D",
				[
					"D",
					[
						"D",
						n,
						t
					],
					t
				],
				t
			];
		}
	},
	{
		name: "NewtonDerivative4",
		latexTrigger: ["\\ddddot"],
		kind: "prefix",
		precedence: 740,
		parse: (e) => {
			let n = e.parseGroup();
			if (n === null) return null;
			let t = e.options.timeDerivativeVariable;
			return [
				"D",
				[
					"D",
					[
						"D",
						[
							"D",
							n,
							t
						],
						t
					],
					t
				],
				t
			];
		}
	},
	{
		name: "EulerDerivative",
		latexTrigger: ["D"],
		kind: "expression",
		parse: (e) => {
			let n = 1;
			let t = null;
			let i = !1;
			for (; !i;) if (e.match("_")) {
				if (t = e.parseGroup() ?? e.parseToken(), !t) return null;
			} else if (e.match("^")) n = N(e.parseGroup() ?? e.parseToken()) ?? 1;
			else i = !0;
			if (!t || T(t) === null || e.resolveSymbol(`D_${T(t)}`) !== void 0) return null;
			let r = e.resolveSymbol("D")?.type;
			if (r && !r.matches("function")) return null;
			e.skipSpace();
			let s = e.parseExpression({ minPrec: 740 });
			if (!s) return null;
			let o = s;
			for (let a = 0; a < n; a++) o = [
				"D",
				o,
				t
			];
			return o;
		}
	},
	{
		kind: "environment",
		name: "Which",
		symbolTrigger: "cases",
		parse: Zr,
		serialize: (e, n) => {
			let t = [];
			let i = x(n);
			if (i.length > 0) for (let r = 0; r <= i.length - 2; r += 2) {
				let s = [];
				s.push(e.serialize(i[r + 1])), s.push(e.serialize(i[r])), t.push(s.join("&"));
			}
			return E([
				"\\begin{cases}",
				t.join("\\\\"),
				"\\end{cases}"
			]);
		}
	},
	{
		kind: "environment",
		symbolTrigger: "dcases",
		parse: Zr
	},
	{
		kind: "environment",
		symbolTrigger: "rcases",
		parse: Zr
	},
	{
		kind: "environment",
		symbolTrigger: "aligned",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "aligned*",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "align",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "align*",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "gather",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "gather*",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "gathered",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "split",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "multline",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "multline*",
		parse: ve
	},
	{
		kind: "environment",
		symbolTrigger: "eqnarray",
		parse: ve
	}
];
function U(e, n) {
	if (!e.match("<{>")) return "''";
	let t = [];
	let i = "";
	let r = null;
	let s = () => {
		r !== null && i ? t.push([
			"Annotated",
			`'${i}'`,
			It(r)
		]) : i && t.push(`'${i}'`), i = "", r = null;
	};
	for (; !e.atEnd && !e.match("<}>");) if (e.peek === "<{>") s(), t.push(U(e));
	else if (e.match("\\textbf")) s(), t.push(U(e, { fontWeight: "bold" }));
	else if (e.match("\\textmd")) s(), t.push(U(e, { fontStyle: "normal" }));
	else if (e.match("\\textup")) s(), t.push(U(e, { fontStyle: "normal" }));
	else if (e.match("\\textsl")) s(), t.push(U(e, { fontStyle: "italic" }));
	else if (e.match("\\textit")) s(), t.push(U(e, { fontStyle: "italic" }));
	else if (e.match("\\texttt")) s(), t.push(U(e, { fontFamily: "monospace" }));
	else if (e.match("\\textsf")) s(), t.push(U(e, { fontFamily: "sans-serif" }));
	else if (e.match("\\textcolor")) {
		let a = e.index;
		let l = e.parseStringGroup();
		if (l !== null) {
			s();
			let u = U(e);
			t.push([
				"Annotated",
				u,
				It({ color: l })
			]);
		} else e.index = a, i += "\\textcolor";
	} else if (e.match("\\color")) {
		let a = e.parseStringGroup();
		a !== null && (s(), r = { color: a });
	} else if (e.match("<space>")) i += " ";
	else if (e.match("<$>")) {
		let a = e.index;
		let l = e.parseExpression() ?? "Nothing";
		e.skipSpace(), e.match("<$>") ? (s(), t.push(l)) : (i += "$", e.index = a);
	} else if (e.match("<$$>")) {
		let a = e.index;
		let l = e.parseExpression() ?? "Nothing";
		e.skipSpace(), e.match("<$$>") ? (s(), t.push(l)) : (i += "$$", e.index = a);
	} else {
		let a = e.parseChar() ?? e.nextToken();
		i += {
			"\\enskip": " ",
			"\\enspace": " ",
			"\\quad": " ",
			"\\qquad": "  ",
			"\\space": " ",
			"\\ ": " ",
			"\\;": " ",
			"\\,": " ",
			"\\:": " ",
			"\\!": "",
			"\\{": "{",
			"\\}": "}",
			"\\$": "$",
			"\\&": "&",
			"\\#": "#",
			"\\%": "%",
			"\\_": "_",
			"\\textbackslash": "\\",
			"\\textasciitilde": "~",
			"\\textasciicircum": "^",
			"\\textless": "<",
			"\\textgreater": ">",
			"\\textbar": "|",
			"\\textunderscore": "_",
			"\\textbraceleft": "{",
			"\\textbraceright": "}",
			"\\textasciigrave": "`",
			"\\textquotesingle": "'",
			"\\textquotedblleft": "“",
			"\\textquotedblright": "”",
			"\\textquotedbl": "\"",
			"\\textquoteleft": "‘",
			"\\textquoteright": "’",
			"\\textbullet": "•",
			"\\textdagger": "†",
			"\\textdaggerdbl": "‡",
			"\\textsection": "§",
			"\\textparagraph": "¶",
			"\\textperiodcentered": "·",
			"\\textellipsis": "…",
			"\\textemdash": "—",
			"\\textendash": "–",
			"\\textregistered": "®",
			"\\texttrademark": "™",
			"\\textdegree": "°"
		}[a] ?? a;
	}
	s();
	let o;
	return t.length === 1 ? o = t[0] : t.every((a) => P$1(a) !== null) ? o = "'" + t.map((a) => P$1(a)).join("") + "'" : o = ["Text", ...t], n ? [
		"Annotated",
		o,
		It(n)
	] : o;
}
function Mp(e, n) {
	return n === null ? "" : E(Mt(n, (t) => {
		let i = P$1(t);
		return i === null ? e.serialize(t) : i === "<{>" ? "{" : i === "<}>" ? "}" : i === "<$>" ? "$" : i === "<$$>" ? "$$" : i === "<space>" ? " " : i;
	}));
}
function Hr(e) {
	return e === null ? "" : e.replace(/[{}\[\]\\:\-\$%]/g, (n) => ({
		"{": "\\lbrace ",
		"}": "\\rbrace ",
		"[": "\\lbrack ",
		"]": "\\rbrack ",
		":": "\\colon ",
		"\\": "\\backslash "
	})[n] ?? "\\" + n);
}
function Pp(e, n) {
	let t = p(n, 2);
	return t === null || g(t) === "ErrorTrace" ? "" : g(t) === "LatexString" ? P$1(p(t, 1)) ?? "" : g(t) === "Hold" ? e.serialize(p(t, 1)) : e.serialize(t);
}
function Ap(e, n) {
	let t = p(n, 1);
	if (g(t) !== "Derivative") return null;
	let i = [];
	for (let c of x(t).slice(1)) {
		let f = N(c);
		if (f === null || !Number.isInteger(f) || f < 0) return null;
		i.push(f);
	}
	if (i.length < 2) return null;
	let r = x(n).slice(1);
	if (r.length !== i.length) return null;
	let s = i.reduce((c, f) => c + f, 0);
	if (s === 0) return null;
	let o = [];
	for (let c = 0; c < i.length; c++) {
		if (i[c] === 0) continue;
		if (!T(r[c])) return null;
		let f = e.serialize(r[c]);
		o.push(i[c] === 1 ? `\\partial ${f}` : `\\partial ${f}^{${i[c]}}`);
	}
	let a = s === 1 ? "\\partial" : `\\partial^{${s}}`;
	let l = e.serialize(p(t, 1));
	let u = r.map((c) => e.serialize(c)).join(", ");
	return `\\frac{${a}}{${o.join(" ")}} ${l}(${u})`;
}
function wp(e, n) {
	if (e.atEnd || e.peek !== "_") return n;
	let t = T(n);
	if (t !== null && !e.isFunctionTriggerName(t)) {
		let s = e.resolveSymbol(t);
		if (!s?.subscriptEvaluate) {
			let o = e.index;
			let a = wn(e, t, s?.type.matches("indexed_collection<any>") ?? !1);
			if (a !== t) return a;
			if (e.index !== o) return n;
		}
	}
	let i = e.index;
	e.nextToken();
	let r = e.parseGroup() ?? e.parseToken();
	return r === null || _(r) ? (e.index = i, n) : [
		"Subscript",
		n,
		r
	];
}
function $e(e, n, t) {
	for (; !e.atEnd;) if (e.match("'") || e.match("\\prime")) t++;
	else if (e.match("\\doubleprime")) t += 2;
	else if (e.match("\\tripleprime")) t += 3;
	else break;
	n = wp(e, n);
	let i = g(n);
	if (i === "Derivative" || i === "Prime") {
		let u = N(p(n, 2)) ?? 1;
		return [
			i,
			w(p(n, 1)),
			u + t
		];
	}
	let r = g(n);
	let s = r === "Subscript" ? T(p(n, 1)) : T(n);
	let a = s !== null && (r === "" || r === "Subscript") ? e.resolveSymbol(s)?.type.matches("function") === !0 : r !== "";
	e.skipSpace();
	let l = e.parseArguments("enclosure");
	return l && l.length > 0 ? [
		"Apply",
		[
			"Derivative",
			n,
			t
		],
		...l
	] : a ? t === 1 ? ["Derivative", n] : [
		"Derivative",
		n,
		t
	] : t === 1 ? ["Prime", w(n)] : [
		"Prime",
		w(n),
		t
	];
}
function Rp(e, n) {
	if (_(n)) return ["Delimiter"];
	let t = g(n);
	if (t === "Range" && ne.delete(n), t === "Delimiter" && p(n, 2) !== null) {
		let i = P$1(p(n, 2));
		if (i?.length === 1) return [
			"Delimiter",
			p(n, 1) ?? "Nothing",
			{ str: `(${i})` }
		];
	}
	return t === "Matrix" && (P$1(p(n, 2)) ?? "..") === ".." ? ["Matrix", p(n, 1)] : ["Delimiter", n];
}
function xl(e, n) {
	if (_(n)) return ["List"];
	let t = g(n);
	if (t === "Range" || t === "Linspace" || t === "Comprehension") return t === "Range" && ne.delete(n), n;
	if (t === "Sequence") {
		let i = x(n);
		return pi(i, e) || ["List", ...i];
	}
	if (t === "Delimiter") {
		let i = P$1(p(n, 2)) ?? "...";
		if (i === ";" || i === ".;.") return ["List", ...(x(p(n, 1)) ?? []).map((r) => xl(e, r))];
		if (i === "," || i === ".,.") {
			if (n = p(n, 1), g(n) === "Sequence") {
				let r = x(n);
				return pi(r, e) || ["List", ...r];
			}
			return ["List", n ?? "Nothing"];
		}
	}
	if (n != null) {
		let i = gi(n);
		if (i) return [
			"Range",
			i.sample,
			i.end
		];
	}
	return ["List", n];
}
function ht(e) {
	let n = N(e);
	if (n !== null) return n;
	if (g(e) === "Negate") {
		let t = N(p(e, 1));
		if (t !== null) return -t;
	}
	return null;
}
function _p(e, n) {
	let t = at(e, 1);
	let i = at(n, 1);
	if (t === null || i === null) return null;
	let r = t[0] * i[1] - i[0] * t[1];
	let s = t[1] * i[1];
	return !Number.isSafeInteger(r) || !Number.isSafeInteger(s) || s === 0 ? null : r / s;
}
function Tl(e) {
	let n = N(e);
	if (n !== null) return {
		num: n,
		den: 1
	};
	let t = g(e);
	if (t === "Negate") {
		let i = p(e, 1);
		if (i == null) return null;
		let r = Tl(i);
		return r === null ? null : {
			num: -r.num,
			den: r.den
		};
	}
	if (t === "Divide" || t === "Rational") {
		if (M(e) !== 2) return null;
		let i = ht(p(e, 1));
		let r = ht(p(e, 2));
		return i === null || r === null || !Number.isInteger(i) || !Number.isInteger(r) || r === 0 ? null : {
			num: i,
			den: r
		};
	}
	return null;
}
function nl(e, n) {
	n < 0 && ([e, n] = [-e, -n]);
	let t = Dp(Math.abs(e), n);
	return [e, n] = [e / t, n / t], n === 1 ? e : [
		"Divide",
		e,
		n
	];
}
function Dp(e, n) {
	for (; n !== 0;) [e, n] = [n, e % n];
	return e === 0 ? 1 : e;
}
var Op = /* @__PURE__ */ new Set([
	"Add",
	"Subtract",
	"Multiply",
	"InvisibleOperator",
	"Negate"
]);
function tl(e) {
	if (g(e) === "Range" && x(e).length === 2 && ne.has(e)) return {
		start: p(e, 1),
		end: p(e, 2)
	};
	let n = gi(e);
	return n === null ? null : {
		start: n.sample,
		end: n.end
	};
}
function gi(e) {
	let n = g(e);
	if (!Op.has(n)) return null;
	let t = x(e);
	if (n === "Negate") {
		if (t.length !== 1) return null;
		let o = tl(t[0]);
		return o === null ? null : {
			sample: ["Negate", o.start],
			end: o.end
		};
	}
	if (t.length < 2) return null;
	let i = tl(t[t.length - 1]);
	if (i === null) return null;
	return {
		sample: [
			n,
			...t.slice(0, -1),
			i.start
		],
		end: i.end
	};
}
function Jp(e, n) {
	let t = [
		"Range",
		e,
		n
	];
	return ne.add(t), t;
}
function bl(e) {
	let n = il(e);
	if (n === null) return e;
	let t = [n];
	for (;;) {
		let i = t[t.length - 1];
		if (i.index < i.args.length) {
			let o = i.args[i.index];
			let a = il(o);
			if (a !== null) {
				t.push(a);
				continue;
			}
			i.newArgs.push(o), i.index += 1;
			continue;
		}
		t.pop();
		let r = Cp(i);
		if (t.length === 0) return r;
		let s = t[t.length - 1];
		s.newArgs.push(r), s.index += 1;
	}
}
function il(e) {
	let n = g(e);
	if (!n) return null;
	let t = x(e);
	return t.length === 0 ? null : {
		source: e,
		head: n,
		args: t,
		newArgs: [],
		index: 0
	};
}
function Cp(e) {
	let { source: n, head: t, args: i, newArgs: r } = e, s = n;
	if (r.some((a, l) => a !== i[l])) {
		let a = [t, ...r];
		s = !Array.isArray(n) && typeof n == "object" && "fn" in n ? {
			...n,
			fn: a
		} : a, ne.has(n) && ne.add(s);
	}
	let o = gi(s);
	return o !== null ? Jp(o.sample, o.end) : s;
}
function ci(e) {
	let n = g(e);
	if (n === "InvisibleOperator" || n === "Multiply") {
		let t = x(e);
		if (t.length >= 2 && T(t[0]) === "ContinuationPlaceholder") {
			let i = t.slice(1);
			return i.length === 1 ? i[0] : [n, ...i];
		}
		return null;
	}
	if (n === "Negate") {
		let t = ci(p(e, 1));
		return t === null ? null : ["Negate", t];
	}
	if (n === "Subtract") {
		let t = ci(p(e, 1));
		return t === null ? null : [
			"Subtract",
			t,
			p(e, 2)
		];
	}
	if (n === "Add") {
		let t = x(e);
		let i = ci(t[0]);
		return i === null ? null : [
			"Add",
			i,
			...t.slice(1)
		];
	}
	return null;
}
function pi(e, n) {
	if (e.length >= 2) {
		let f = e[e.length - 1];
		let d = e[e.length - 2];
		if (T(d) !== "ContinuationPlaceholder") if (g(f) === "Range" && x(f).length === 2 && ne.has(f)) e = [
			...e.slice(0, -1),
			p(f, 1),
			"ContinuationPlaceholder",
			p(f, 2)
		];
		else {
			let m = gi(f);
			if (m !== null) e = [
				...e.slice(0, -1),
				m.sample,
				"ContinuationPlaceholder",
				m.end
			];
			else {
				let y = ci(f);
				y !== null && (e = [
					...e.slice(0, -1),
					"ContinuationPlaceholder",
					y
				]);
			}
		}
	}
	if (e.length < 3) return null;
	let t = e[e.length - 2];
	if (T(t) !== "ContinuationPlaceholder") return null;
	let i = e.slice(0, -2);
	let r = e[e.length - 1];
	if (i.length === 1) {
		let f = i[0];
		return T(f) === "ContinuationPlaceholder" ? null : [
			"Range",
			N(f) ?? f,
			r
		];
	}
	if (i.length < 2) return null;
	let s = n.options.tolerance;
	let o = i.map(Tl);
	if (o.every((f) => f !== null)) {
		let f = o;
		let d = f.map((y) => y.num / y.den);
		let m = _p(d[d.length - 1], d[d.length - 2]) ?? d[d.length - 1] - d[d.length - 2];
		if (Math.abs(m) < s) return n.error("degenerate-range-step", n.index);
		for (let y = 1; y < d.length; y++) if (Math.abs(d[y] - d[y - 1] - m) > s) return n.error("inconsistent-range-samples", n.index);
		if (f.some((y) => y.den !== 1)) {
			let y = f[f.length - 1];
			let k = f[f.length - 2];
			return [
				"Range",
				nl(f[0].num, f[0].den),
				r,
				nl(y.num * k.den - k.num * y.den, y.den * k.den)
			];
		}
		return [
			"Range",
			d[0],
			r,
			m
		];
	}
	let a = i.map(kl);
	if (a.some((f) => f === null)) return $p(i, r, s) ?? Bp(i, r);
	let l = a.map((f) => f.coeff);
	let u = a[0].sym;
	if (a.some((f) => f.sym !== u)) return null;
	let c = l[l.length - 1] - l[l.length - 2];
	if (Math.abs(c) < s) return n.error("degenerate-range-step", n.index);
	for (let f = 1; f < l.length; f++) if (Math.abs(l[f] - l[f - 1] - c) > s) return n.error("inconsistent-range-samples", n.index);
	return [
		"Range",
		sl(l[0], u),
		r,
		sl(c, u)
	];
}
var as = /* @__PURE__ */ new Set([
	"Add",
	"Subtract",
	"Negate",
	"Multiply",
	"InvisibleOperator",
	"Divide",
	"Rational",
	"Power",
	"Square",
	"Sqrt",
	"Root"
]);
function di(e) {
	if (N(e) !== null) return !0;
	let n = g(e);
	if (n === null || !as.has(n)) return !1;
	if (n === "InvisibleOperator") {
		let t = x(e);
		for (let i = 0; i + 1 < t.length; i++) if (T(t[i]) !== null && g(t[i + 1]) === "Delimiter") return !1;
	}
	return !0;
}
function Qr(e) {
	if (N(e) !== null || T(e) !== null) return !0;
	let n = g(e);
	return n === null || n !== "Delimiter" && (!as.has(n) || !di(e)) ? !1 : x(e).every(Qr);
}
function es(e, n) {
	let t = T(e);
	if (t !== null) {
		n.add(t);
		return;
	}
	for (let i of x(e)) es(i, n);
}
function El(e) {
	let n = N(e);
	if (n !== null) return n;
	let t = g(e);
	if (t === null || !as.has(t) || !di(e)) return null;
	let i = x(e).map(El);
	if (i.some((o) => o === null)) return null;
	let r = i;
	let s = null;
	return t === "Add" ? s = r.reduce((o, a) => o + a, 0) : t === "Multiply" || t === "InvisibleOperator" ? s = r.reduce((o, a) => o * a, 1) : t === "Subtract" && r.length === 2 ? s = r[0] - r[1] : t === "Negate" && r.length === 1 ? s = -r[0] : (t === "Divide" || t === "Rational") && r.length === 2 ? s = r[0] / r[1] : t === "Power" && r.length === 2 ? s = Math.pow(r[0], r[1]) : t === "Square" && r.length === 1 ? s = r[0] * r[0] : t === "Sqrt" && r.length === 1 ? s = Math.sqrt(r[0]) : t === "Root" && r.length === 2 && (s = Math.pow(r[0], 1 / r[1])), s === null || !Number.isFinite(s) ? null : s;
}
function Bp(e, n) {
	if (e.length !== 2) return null;
	let [t, i] = e;
	if (!di(i)) return null;
	let r = El(t);
	if (r === null) {
		if (!di(t) || !Qr(t) || !Qr(i)) return null;
		let o = /* @__PURE__ */ new Set();
		let a = /* @__PURE__ */ new Set();
		es(t, o), es(i, a);
		for (let u of o) if (!a.has(u)) return null;
		let l = /* @__PURE__ */ new Set();
		for (let u of o) {
			let c = rl(u);
			c !== null && l.add(c);
		}
		for (let u of a) {
			if (o.has(u)) continue;
			let c = rl(u);
			if (c !== null && l.has(c)) return null;
		}
	}
	return [
		"Range",
		t,
		n,
		r === 0 ? i : Lp(t, i) ?? [
			"Subtract",
			i,
			t
		]
	];
}
function rl(e) {
	let n = e.indexOf("_");
	return n > 0 ? e.slice(0, n) : null;
}
function Lp(e, n) {
	if (g(e) !== "Add" || g(n) !== "Add") return null;
	let t = x(e);
	let i = x(n);
	if (i.length <= t.length) return null;
	for (let s = 0; s < t.length; s++) if (JSON.stringify(t[s]) !== JSON.stringify(i[s])) return null;
	let r = i.slice(t.length);
	return r.length === 1 ? r[0] : ["Add", ...r];
}
function kl(e) {
	let n = T(e);
	if (n !== null) return n.includes("_") ? null : {
		coeff: 1,
		sym: n
	};
	let t = g(e);
	if (t === "Negate") {
		let i = p(e, 1);
		if (!i) return null;
		let r = kl(i);
		return r === null ? null : {
			coeff: -r.coeff,
			sym: r.sym
		};
	}
	if (t === "Multiply" || t === "InvisibleOperator") {
		let i = x(e);
		if (i.length !== 2) return null;
		let r = ht(i[0]);
		let s = T(i[1]);
		return r === null || s === null || s.includes("_") ? null : {
			coeff: r,
			sym: s
		};
	}
	return null;
}
function sl(e, n) {
	return e === 1 ? n : e === -1 ? ["Negate", n] : [
		"Multiply",
		e,
		n
	];
}
function ol(e) {
	if (g(e) === "Add") {
		let n = [];
		let t = 0;
		for (let r of x(e)) {
			let s = ht(r);
			s !== null ? t += s : n.push(r);
		}
		return n.length === 0 ? null : {
			base: n.length === 1 ? n[0] : ["Add", ...n],
			offset: t
		};
	}
	return ht(e) !== null ? null : {
		base: e,
		offset: 0
	};
}
function Fp(e, n) {
	return n === 0 ? e : g(e) === "Add" ? [
		"Add",
		...x(e),
		n
	] : [
		"Add",
		e,
		n
	];
}
function $p(e, n, t) {
	let i = e.map(ol);
	if (i.some((u) => u === null)) return null;
	let r = i;
	let s = JSON.stringify(r[0].base);
	if (r.some((u) => JSON.stringify(u.base) !== s)) return null;
	let o = ol(n);
	if (o === null || JSON.stringify(o.base) !== s) return null;
	let a = r.map((u) => u.offset);
	let l = a[a.length - 1] - a[a.length - 2];
	if (Math.abs(l) < t) return null;
	for (let u = 1; u < a.length; u++) if (Math.abs(a[u] - a[u - 1] - l) > t) return null;
	return [
		"Range",
		Fp(r[0].base, a[0]),
		n,
		l
	];
}
function jp(e, n) {
	return M(n) > 1 && x(n).every((t) => {
		let i = g(t);
		return Vn(i) || qn(i);
	}) ? E([
		"\\begin{cases}",
		fi("\\\\")(e, n),
		"\\end{cases}"
	]) : E([
		"\\bigl\\lbrack",
		fi(", ")(e, n),
		"\\bigr\\rbrack"
	]);
}
function ai(e, n, t = !1) {
	if (n === null) return null;
	let i = e.parseExpression({ minPrec: 270 });
	if (i === null) return t ? [
		"Sequence",
		n,
		"ContinuationPlaceholder"
	] : null;
	if (t && g(n) === "InvisibleOperator" && x(n).some((s) => P$1(s) !== null)) return [
		"InvisibleOperator",
		...x(n),
		"ContinuationPlaceholder",
		i
	];
	if (g(i) === "Sequence") {
		let s = x(i);
		if (T(s[s.length - 1]) === "ContinuationPlaceholder") return [
			"Sequence",
			n,
			"ContinuationPlaceholder",
			...s
		];
	}
	if (g(i) === "Range") {
		let s = p(i, 1);
		let o = p(i, 2);
		return s && o ? [
			"Range",
			n,
			o,
			[
				"Subtract",
				s,
				n
			]
		] : null;
	}
	let r = [
		"Range",
		n,
		i
	];
	return ne.add(r), r;
}
var Rn = {
	"(": "(",
	")": ")",
	"[": "\\lbrack",
	"]": "\\rbrack",
	"⟦": "\\llbrack",
	"⟧": "\\rrbrack",
	"{": "\\lbrace",
	"}": "\\rbrace",
	"<": "\\langle",
	">": "\\rangle",
	"‖": "\\Vert",
	"\\": "\\backslash",
	"⌈": "\\lceil",
	"⌉": "\\rceil",
	"⌊": "\\lfloor",
	"⌋": "\\rfloor",
	"⌜": "\\ulcorner",
	"⌝": "\\urcorner",
	"⌞": "\\llcorner",
	"⌟": "\\lrcorner",
	"⎰": "\\lmoustache",
	"⎱": "\\rmoustache"
};
function ns(e) {
	if (e === null) return "Nothing";
	let n = g(e);
	if (!n) return e;
	let t = x(e) ?? [];
	return n.length > 1 && n.endsWith("_") && t.length === 1 ? [
		"Subscript",
		n.slice(0, -1),
		ns(t[0])
	] : [n, ...t.map((i) => ns(i))];
}
function al(e, n, t) {
	if (!n || n.length === 0) return;
	let i = [];
	for (let r of n) {
		let s = T(r);
		s && i.push(s);
	}
	e._pruneUndeclared(i, t);
}
function ll(e, n, t, i) {
	let r = () => e.parseExpression({
		...i ?? {},
		minPrec: 20
	});
	let s = e.resolveSymbol(n)?.type.type;
	let o = s !== void 0 && typeof s == "object" && s.kind === "signature" ? [...s.args ?? [], ...s.optArgs ?? []] : void 0;
	if (!t) return r();
	e.pushSymbolTable();
	try {
		t.some((a) => T(a) === n) || e.addSymbol(n, "function");
		for (let a = 0; a < t.length; a++) {
			let l = T(t[a]);
			if (!l) continue;
			let u = o?.[a]?.type;
			e.addSymbol(l, u === void 0 ? "value" : new ke(u));
		}
		return r();
	} finally {
		e.popSymbolTable();
	}
}
function li(e, n, t) {
	let i = e.operandDiagnosticCheckpoint;
	let r = (t?.minPrec ?? 0) >= 19;
	let s = T(n);
	if (s && s.includes("_")) {
		let l = s.indexOf("_");
		let u = s.substring(0, l);
		let c = s.substring(l + 1);
		let f = parseInt(c, 10);
		let d = !isNaN(f) && String(f) === c ? f : c;
		let m = d !== "" && (typeof d == "number" || typeof d == "string" && d.length === 1);
		(e.resolveSymbol(u)?.type.matches("indexed_collection<any>") || !r && m) && (n = [
			"Subscript",
			u,
			d
		]);
	}
	if (g(n) === "InvisibleOperator" && M(n) === 2 && g(p(n, 2)) === "Delimiter") {
		let l = T(p(n, 1));
		if (!l) return null;
		let u = p(p(n, 2), 1);
		let c = [];
		g(u) === "Sequence" ? c = [...x(u)] : u && (c = [u]);
		let f = ll(e, l, c, t);
		return f === null ? null : (al(e, c, i), e._pruneJuxtaposition(l, i), e._pruneUndeclared([l], i), [
			"Assign",
			l,
			[
				"Function",
				f,
				...c ?? []
			]
		]);
	}
	if (g(n) === "Subscript" && T(p(n, 1))) {
		let l = T(p(n, 1));
		if (!e.resolveSymbol(l)?.type.matches("indexed_collection<any>")) {
			let f = p(n, 2);
			let d = (f !== null && typeof f == "string" ? f : void 0) ?? (f !== null && typeof f == "number" ? String(f) : void 0);
			if (d && r) {
				let m = e.parseExpression({
					...t ?? {},
					minPrec: 20
				});
				return m === null ? null : [
					"Assign",
					l + "_" + d,
					m
				];
			}
		}
		let u = e.parseExpression({
			...t ?? {},
			minPrec: 20
		});
		if (u === null) return null;
		let c = p(n, 2);
		return P$1(c) !== null ? [
			"Assign",
			n,
			u
		] : T(c) ? [
			"Assign",
			n,
			u
		] : [
			"Assign",
			n,
			u
		];
	}
	let o = g(n);
	if (o) {
		let l = x(n);
		let u = ll(e, o, l, t);
		return u === null ? null : (al(e, l, i), e._pruneJuxtaposition(o, i), e._pruneUndeclared([o], i), [
			"Assign",
			o,
			[
				"Function",
				u,
				...l
			]
		]);
	}
	if (!T(n)) return null;
	let a = e.parseExpression({
		...t ?? {},
		minPrec: 20
	});
	return a === null ? null : [
		"Assign",
		n,
		a
	];
}
function Zr(e) {
	let n = e.parseTabular();
	if (!n) return ["List"];
	if (n.every((i) => {
		if (i.length !== 1) return !1;
		let r = g(i[0]);
		return qn(r) || Vn(r);
	})) return ["List", ...n.map((i) => i[0])];
	if (n.length >= 2 && n.every((i) => i.length === 1)) return ["Block", ...n.map((i) => i[0])];
	let t = [];
	for (let i of n) if (i.length === 1) t.push("True"), t.push(i[0]);
	else if (i.length === 2) {
		let s = P$1(i[1]) ? null : Ci(i[1]);
		t.push(s === null || s === "Nothing" ? "True" : s), t.push(i[0]);
	}
	return ["Which", ...t];
}
var zp = {
	"=": "Equal",
	"\\ne": "NotEqual",
	"\\neq": "NotEqual",
	"<": "Less",
	"\\lt": "Less",
	">": "Greater",
	"\\gt": "Greater",
	"\\le": "LessEqual",
	"\\leq": "LessEqual",
	"\\ge": "GreaterEqual",
	"\\geq": "GreaterEqual"
};
function ul(e) {
	return e.atBoundary || e.peek === "\\\\" || e.peek === "\\cr";
}
function qp(e) {
	let n = (i) => i.peek === "&" || i.peek === "\\\\" || i.peek === "\\cr" || i.peek === "," || i.peek === ";";
	let t = null;
	for (; !ul(e) && (e.skipSpace(), !ul(e));) {
		if (e.match("&")) continue;
		if (e.peek === "," || e.peek === "." || e.peek === ";") {
			e.nextToken();
			continue;
		}
		let i = zp[e.peek];
		if (i !== void 0 && t !== null) {
			e.nextToken();
			let s = e.parseExpression({
				minPrec: 0,
				condition: n
			});
			t = [
				i,
				t,
				w(s)
			];
			continue;
		}
		let r = e.parseExpression({
			minPrec: 0,
			condition: n
		});
		if (r === null) {
			e.nextToken();
			continue;
		}
		t = t === null ? r : [
			"InvisibleOperator",
			t,
			r
		];
	}
	return t;
}
function ve(e) {
	let n = [];
	for (; !e.atBoundary;) {
		let t = e.index;
		let i = qp(e);
		if (i !== null && n.push(i), e.skipSpace(), (e.match("\\\\") || e.match("\\cr")) && e.parseOptionalGroup(), e.index === t) {
			if (e.atBoundary) break;
			e.nextToken();
		}
	}
	return ["List", ...n];
}
function ts(e, n) {
	let t = e.index;
	if (!e.match("<{>")) return e.index = t, !1;
	for (; e.match("<space>"););
	for (let i = 0; i < n.length; i++) if (n[i] === " ") {
		if (!e.match("<space>")) return e.index = t, !1;
		for (; e.match("<space>"););
	} else {
		if (e.peek !== n[i]) return e.index = t, !1;
		e.nextToken();
	}
	for (; e.match("<space>"););
	return e.match("<}>") ? !0 : (e.index = t, !1);
}
function dn(e, n) {
	let t = e.index;
	e.skipVisualSpace();
	let i = e._diagnosticsCheckpoint();
	if (e.match("\\text") || e.match("\\keyword")) {
		if (ts(e, n)) return e._rollbackDiagnostics(i), !0;
		e.index = t;
	}
	let r = e.index;
	let s = e.parseSymbol();
	return e._rollbackDiagnostics(i), s !== null && T(s) === n ? !0 : (e.index = r, !1);
}
function gn(e, n) {
	let t = e.index;
	let i = dn(e, n);
	return e.index = t, i;
}
function Vp(e, n) {
	e.skipVisualSpace();
	let t = e.parseExpression({
		minPrec: 0,
		condition: (s) => gn(s, "then")
	});
	if (t === null || !dn(e, "then")) return null;
	e.skipVisualSpace();
	let i = e.parseExpression({
		minPrec: 0,
		condition: (s) => gn(s, "else")
	});
	if (i === null || !dn(e, "else")) return null;
	e.skipVisualSpace();
	return [
		"If",
		t,
		i,
		e.parseExpression(n) ?? "Nothing"
	];
}
function Gp(e, n) {
	let t = e.parseExpression({
		minPrec: 0,
		condition: (a) => gn(a, "from")
	});
	let i = t ? T(t) : null;
	if (!i || !dn(e, "from")) return null;
	let r = e.parseExpression({
		minPrec: 0,
		condition: (a) => gn(a, "to")
	});
	if (r === null || !dn(e, "to")) return null;
	let s = e.parseExpression({
		minPrec: 0,
		condition: (a) => gn(a, "do")
	});
	return s === null || !dn(e, "do") ? null : [
		"Loop",
		e.parseExpression(n) ?? "Nothing",
		[
			"Element",
			i,
			[
				"Range",
				r,
				s
			]
		]
	];
}
function Sl(e, n, t) {
	let i = {
		minPrec: 21,
		condition: (s) => {
			if (t?.condition?.(s)) return !0;
			let o = s.index;
			s.skipVisualSpace();
			let a = s.peek === ",";
			return s.index = o, !!(a || gn(s, "where") || gn(s, "with"));
		}
	};
	let r = [];
	do {
		e.skipVisualSpace();
		let s = e.parseExpression(i);
		if (s === null) break;
		let o = g(s);
		if (o !== "Equal" && o !== "Assign") return null;
		let a = p(s, 1);
		let l = p(s, 2);
		if (!a || !l) return null;
		r.push([
			"Element",
			a,
			l
		]), e.skipVisualSpace();
	} while (e.match(","));
	return r.length === 0 ? null : [
		"Comprehension",
		n,
		...r
	];
}
var Up = /* @__PURE__ */ new Set([
	"Less",
	"Greater",
	"LessEqual",
	"GreaterEqual",
	"Equal",
	"NotEqual",
	"Element"
]);
function Nl(e) {
	if (e === null) return !1;
	let n = g(e);
	if (!n) return !1;
	if (Up.has(n)) return !0;
	if (n === "And" || n === "Or") {
		let t = x(e);
		return t.length === 0 ? !1 : t.every((i) => Nl(i));
	}
	return !1;
}
function cl(e, n) {
	e.skipVisualSpace();
	let t = e.parseExpression(n);
	return Nl(t) ? t : null;
}
function fl(e) {
	if (g(e) !== "Delimiter") return e;
	let n = p(e, 1);
	return g(n) !== "Sequence" || M(e) !== 2 || P$1(p(e, 2)) !== "," ? e : ["Tuple", ...x(n)];
}
function Yp(e, n, t) {
	let i = {
		minPrec: 21,
		condition: (a) => {
			if (t?.condition?.(a)) return !0;
			let l = a.index;
			a.skipVisualSpace();
			let u = a.peek === ",";
			return a.index = l, u;
		}
	};
	let r = [];
	do {
		e.skipVisualSpace();
		let a = e.parseExpression(i);
		if (!a) break;
		r.push(a), e.skipVisualSpace();
	} while (e.match(","));
	if (r.length === 0) return null;
	let s = e.index;
	if (dn(e, "for")) {
		let a = Sl(e, n, t);
		if (a) {
			let l = [];
			for (let u of r) {
				let c = is(u);
				g(c) === "Assign" && l.push(["Declare", p(c, 1)]), l.push(c);
			}
			return l.push(a), ["Block", ...l];
		}
		e.index = s;
	}
	let o = [];
	for (let a of r) {
		let l = is(a);
		g(l) === "Assign" && o.push(["Declare", p(l, 1)]), o.push(l);
	}
	return o.push(n), ["Block", ...o];
}
function pl(e) {
	let n = [];
	for (let t of e) {
		let i = is(t);
		g(i) === "Assign" && n.push(["Declare", p(i, 1)]), n.push(i);
	}
	return ["Block", ...n];
}
function is(e) {
	if (g(e) !== "Assign") return e;
	let n = p(e, 1);
	if (g(n) !== "Subscript") return e;
	let t = T(p(n, 1));
	if (!t) return e;
	let i = p(n, 2);
	let r = (typeof i == "string" ? i : void 0) ?? (typeof i == "number" ? String(i) : void 0);
	return r ? [
		"Assign",
		`${t}_${r}`,
		p(e, 2) ?? "Nothing"
	] : e;
}
function Hp(e) {
	if (g(e) !== "Delimiter") return !1;
	if (M(e) < 2) return !0;
	let n = P$1(p(e, 2));
	return typeof n == "string" && n.length >= 2 && n[0] === "(";
}
var Zp = /* @__PURE__ */ new Set([
	"Delimiter",
	"List",
	"Sequence",
	"InvisibleOperator",
	"Error",
	"At"
]);
function Wp(e) {
	let n = g(e);
	return typeof n != "string" || n === "" ? !1 : !Zp.has(n);
}
function mi(e) {
	if (X(e)) return !0;
	let n = g(e);
	return n === "Negate" && M(e) === 1 ? mi(p(e, 1) ?? "Nothing") : (n === "Divide" || n === "Rational") && M(e) === 2 && X(p(e, 1)) && X(p(e, 2));
}
function ui(...e) {
	return (n, t) => {
		if (mi(t)) return null;
		let i = T(t);
		if (i !== null && i !== "D" && i !== "N" && n.resolveSymbol(i)?.type.matches("function") === !0 || !T(t) && g(t) !== "List" && g(t) !== "At" && !Hp(t) && !n._isApplicationCandidate?.(t) && !Wp(t)) return null;
		let r = null;
		if (e.length === 0) {
			if (r = n.parseGroup() ?? n.parseExpression({ minPrec: 0 }), r === null) return null;
		} else if (e.length > 1 || e[0] === "\\rbrack") {
			if (n.addBoundary(e), r = n.parseExpression({ minPrec: 0 }), r === null || !n.matchBoundary()) return n.removeBoundary(), null;
		} else if (r = n.parseExpression({ minPrec: 0 }), r === null || !n.matchAll(e)) return null;
		return e.length === 0 && P$1(r) !== null ? null : (g(r) === "Delimiter" && (r = p(r, 1) ?? "Nothing"), g(r) === "Sequence" ? [
			"At",
			t,
			...x(r)
		] : [
			"At",
			t,
			r
		]);
	};
}
var ls = [
	{
		name: "To",
		latexTrigger: ["\\to"],
		kind: "infix",
		precedence: 270
	},
	{
		latexTrigger: ["\\rightarrow"],
		kind: "infix",
		precedence: 270,
		parse: "To"
	},
	{
		latexTrigger: ["-", ">"],
		kind: "infix",
		precedence: 270,
		parse: (e, n, t) => {
			if (e.options.strict !== !1) return null;
			let i = e.parseExpression({
				...t,
				minPrec: 270
			});
			return i === null ? null : [
				"To",
				n,
				i
			];
		}
	}
];
function Xp(e) {
	let n = !!e.matchAny(["-", "−"]);
	for (; e.matchAny(["+", "﹢"]) || e.skipSpace();) e.matchAny(["-", "−"]) && (n = !n);
	return n ? "-" : "+";
}
function Xe(e, n, t = "whole") {
	let i = [];
	let r = !1;
	for (; !r;) {
		for (; /^[0-9]$/.test(e.peek);) i.push(e.nextToken()), e.skipVisualSpace();
		r = !0;
		let s = t === "whole" ? n.wholeDigitGroupSeparatorTokens : n.fractionalDigitGroupSeparatorTokens;
		if (t !== "none") {
			let o = e.index;
			e.skipVisualSpace();
			let a = n.decimalSeparatorTokens.length === 3 && n.decimalSeparatorTokens[0] === "<{>" && n.decimalSeparatorTokens[1] === "," && n.decimalSeparatorTokens[2] === "<}>";
			s.length > 0 && e.matchAll(s) || !a && e.matchAll([
				"<{>",
				",",
				"<}>"
			]) ? (e.skipVisualSpace(), /^[0-9]$/.test(e.peek) ? r = !1 : e.index = o) : e.index = o;
		}
	}
	return i.join("");
}
function us(e, n, t) {
	let i = e.index;
	let r = Xp(e);
	let s = Xe(e, n, t);
	return s ? r === "-" ? "-" + s : s : (e.index = i, "");
}
function Kp(e, n) {
	let t = e.index;
	if (e.skipVisualSpace(), e.matchAny(["e", "E"])) {
		let i = us(e, n, "none");
		if (i) return i;
	}
	if (e.index = t, e.match("\\times") && (e.skipVisualSpace(), e.matchAll(["1", "0"]) && (e.skipVisualSpace(), e.match("^")))) {
		if (e.skipVisualSpace(), /^[0-9]$/.test(e.peek)) return e.nextToken();
		if (e.match("<{>")) {
			e.skipVisualSpace();
			let i = us(e, n, "whole");
			if (e.skipVisualSpace(), i && e.match("<}>")) return i;
		}
	}
	if (e.index = t, e.skipVisualSpace(), e.match("\\%")) return "-2";
	if (e.index = t, e.matchAll(n.exponentProductTokens) && (e.skipVisualSpace(), e.matchAll(n.beginExponentMarkerTokens))) {
		e.skipVisualSpace();
		let i = us(e, n, "none");
		if (e.skipVisualSpace(), i && e.matchAll(n.endExponentMarkerTokens)) return i;
	}
	return e.index = t, "";
}
function vl(e) {
	let n = e.index;
	if (e.matchAll(["\\overset", "<{>"]) && (e.match(".") || e.match("\\cdots")) && e.matchAll(["<}>", "<{>"])) {
		let t = e.nextToken();
		if (t && /^\d$/.test(t) && e.match("<}>")) return t;
	}
	return e.index = n, null;
}
function Qp(e) {
	let n = e.length;
	for (let t = 1; t <= n >> 1; t++) {
		let i = e.slice(n - t);
		let r = 1;
		for (; (r + 1) * t <= n && e.startsWith(i, n - (r + 1) * t);) r += 1;
		if (r >= (t === 1 ? 3 : 2)) return [e.slice(0, n - r * t), i];
	}
	return null;
}
function ed(e) {
	let n = e.peek;
	return n === "\\overline" || n === "\\overset" || n === "\\wideparen" || n === "\\overarc" || n === "(" || n === "\\left";
}
function fs(e, n) {
	let t = e.index;
	let i = e.options.repeatingDecimal;
	let r = "";
	if ((i === "auto" || i === "parentheses") && e.match("(")) return r = Xe(e, n, "fraction"), r && e.match(")") ? `(${r})` : (e.index = t, "");
	if (e.index = t, (i === "auto" || i === "parentheses") && e.matchAll(["\\left", "("])) return r = Xe(e, n, "fraction"), r && e.matchAll(["\\right", ")"]) ? `(${r})` : (e.index = t, "");
	if (e.index = t, (i === "auto" || i === "vinculum") && e.matchAll(["\\overline", "<{>"])) return r = Xe(e, n, "fraction"), r && e.match("<}>") ? `(${r})` : (e.index = t, "");
	if (e.index = t, (i === "auto" || i === "arc") && (e.matchAll(["\\wideparen", "<{>"]) || e.matchAll(["\\overarc", "<{>"]))) return r = Xe(e, n, "fraction"), r && e.match("<}>") ? `(${r})` : (e.index = t, "");
	if (e.index = t, i === "auto" || i === "dots") {
		let s = vl(e);
		if (s !== null) {
			if (r = Xe(e, n, "fraction"), !r) return `(${s})`;
			let o = vl(e);
			if (o !== null) return `(${s}${r}${o})`;
		}
	}
	return e.index = t, "";
}
function cs(e) {
	return e === 0 ? { num: "0" } : Number.isInteger(e) && Math.abs(e) < ja ? e : { num: e.toString() };
}
function Il(e, n) {
	let t = e.options.parseNumbers;
	if (t === !1 || t === "never") return null;
	let i = e.index;
	e.skipVisualSpace();
	let r = 1;
	for (; e.peek === "-" || e.peek === "+";) e.match("-") ? r = -r : e.match("+"), e.skipVisualSpace();
	let s = "";
	let o = "";
	let a = !1;
	if (e.match(".") || e.matchAll(n.decimalSeparatorTokens)) {
		let d = e.peek;
		(/^[\d]$/.test(d) || ed(e)) && (a = !0, s = "0");
	} else s = Xe(e, n, "whole");
	if (!s) return e.index = i, null;
	let l = e.index;
	let u = !1;
	(a || e.match(".") || e.matchAll(n.decimalSeparatorTokens)) && (o = Xe(e, n, "fraction"), u = !0);
	let c = !1;
	if (u) {
		let d = fs(e, n);
		if (d && (o += d, c = !0), (e.match("\\ldots") || e.matchAll(n.truncationMarkerTokens)) && !c) {
			let m = Qp(o);
			m && (o = `${m[0]}(${m[1]})`, c = !0);
		}
	}
	if (u && !o) {
		let d = e.peek;
		let m = typeof d == "string" && (/^[a-zA-Z]$/.test(d) || d === "\\operatorname" || d === "\\max" || d === "\\min" || d === ".");
		return (a || m) && (e.index = l), s.length < 10 ? cs(r * parseInt(s, 10)) : { num: r < 0 ? "-" + s : s };
	}
	let f = Kp(e, n);
	if (!u && !f && s.length < 10) return cs(r * parseInt(s, 10));
	if (!c && e.options.parseNumbers === "rational") {
		let d = s.length > 16 || s.length === 16 && s > "9007199254740991";
		if (!o) {
			if (d) {
				let V = r < 0 ? "-" + s : s;
				return f ? [
					"Multiply",
					{ num: V },
					[
						"Power",
						10,
						f
					]
				] : { num: V };
			}
			let C = parseInt(s, 10);
			return f ? [
				"Multiply",
				r * C,
				[
					"Power",
					10,
					f
				]
			] : cs(r * C);
		}
		let m = o.length;
		if (s.length + m > 15) {
			let C = BigInt(s);
			let V = BigInt(o);
			let L = BigInt(10) ** BigInt(m);
			let _e = C * L + V;
			let Ue = r < 0 ? -_e : _e;
			return f ? [
				"Multiply",
				[
					"Rational",
					{ num: Ue.toString() },
					Number(L)
				],
				[
					"Power",
					10,
					f
				]
			] : [
				"Rational",
				{ num: Ue.toString() },
				Number(L)
			];
		}
		let k = parseInt(s, 10);
		let I = parseInt(o, 10);
		let A = k * 10 ** m + I;
		let B = 10 ** m;
		return f ? [
			"Multiply",
			[
				"Rational",
				r * A,
				B
			],
			[
				"Power",
				10,
				f
			]
		] : [
			"Rational",
			r * A,
			B
		];
	}
	return { num: (r < 0 ? "-" : "") + s + (u ? "." + o : "") + (f ? "e" + f : "") };
}
var hi = class {
	constructor(n) {
		this.resolve = n;
	}
	resolve;
	candidates = /* @__PURE__ */ new WeakMap();
	suffixes = /* @__PURE__ */ new WeakSet();
	has(n) {
		return typeof n == "object" && n !== null && this.candidates.has(n);
	}
	add(n) {
		let t = { fn: [
			"InvisibleOperator",
			n.head,
			n.group
		] };
		return this.candidates.set(t, n), t;
	}
	suffix(n, t) {
		if (n === t || typeof n != "object" || n === null || !this.candidates.has(n) && !this.suffixes.has(n)) return;
		let i = [];
		let r = t;
		for (; r !== n && typeof r == "object" && r !== null;) {
			i.push(r);
			let s = x(r);
			if (s.length === 0) return;
			r = s[0];
		}
		if (r === n) for (let s of i) this.suffixes.add(s);
	}
	decorated(n, t) {
		let i = this.candidates.get(n);
		i && this.candidates.set(t, i), this.suffixes.has(n) && this.suffixes.add(t);
	}
	finish(n) {
		return this.resolve ? this.visit(n, []) : n;
	}
	visit(n, t) {
		if (typeof n != "object" || n === null) return n;
		let i = [];
		let r = n;
		let s = t;
		for (; this.suffixes.has(r);) {
			let l = x(r);
			if (l.length === 0 || typeof l[0] != "object" || l[0] === null) break;
			i.push(r), s = [...s, {
				operator: g(r),
				operandIndex: 1
			}], r = l[0];
		}
		let o = this.candidates.get(r);
		if (o) {
			let l = this.visit(o.group, [...s, {
				operator: "InvisibleOperator",
				operandIndex: 2
			}]);
			let u = ge(l) ?? [l];
			let c = this.resolve({
				head: o.head,
				arguments: u,
				sourceOffsets: o.sourceOffsets,
				headSourceOffsets: o.headSourceOffsets,
				ancestors: s
			});
			if (c !== void 0 && c !== "apply" && c !== "multiply") throw new Error("ce.parse(): resolveApplication() must return apply, multiply, or undefined");
			let f = c === "apply" || c === void 0 && o.fallback !== "juxtapose";
			let d = f ? o.fallback === "predicate" && c === void 0 ? [
				"Predicate",
				o.head,
				...u
			] : [o.head, ...u] : l;
			for (let m = i.length - 1; m >= 0; m--) {
				let y = i[m];
				d = Ml(y, [d, ...x(y).slice(1).map((k, I) => this.visit(k, [
					...t,
					...i.slice(0, m).map((A) => ({
						operator: g(A),
						operandIndex: 1
					})),
					{
						operator: g(y),
						operandIndex: I + 2
					}
				]))]);
			}
			return f || (d = [
				c === "multiply" ? "Multiply" : "InvisibleOperator",
				o.head,
				d
			]), !Array.isArray(n) && "fn" in n && Object.keys(n).length > 1 && Array.isArray(d) ? {
				...n,
				fn: d
			} : d;
		}
		let a = g(n);
		return a ? Ml(n, x(n).flatMap((l, u) => {
			let c = this.visit(l, [...t, {
				operator: a,
				operandIndex: u + 1
			}]);
			return a === "InvisibleOperator" && g(c) === a ? x(c) : [c];
		})) : n;
	}
};
function Ml(e, n) {
	let t = x(e);
	if (n.length === t.length && n.every((s, o) => s === t[o])) return e;
	let i = [g(e), ...n];
	let r = !Array.isArray(e) && typeof e == "object" && e !== null && "fn" in e ? {
		...e,
		fn: i
	} : i;
	return typeof e == "object" && e !== null && ne.has(e) && ne.add(r), r;
}
function Rl(e, n) {
	return e === null ? !1 : typeof e == "string" ? e === n || e.split("_").includes(n) : Array.isArray(e) ? e.some((t) => Rl(t, n)) : !1;
}
function ds(e, n) {
	if (typeof e == "string") {
		let t = e.indexOf("_");
		return t > 0 && e.substring(t + 1) === n ? [e.substring(0, t) + "_", n] : e;
	}
	return Array.isArray(e) ? g(e) === "Subscript" && typeof p(e, 1) == "string" && Rl(p(e, 2), n) ? [p(e, 1) + "_", ds(p(e, 2), n)] : [e[0], ...e.slice(1).map((t) => ds(t, n))] : e;
}
function nd(e) {
	if (e === "NonNegativeIntegers") return 0;
	if (e === "PositiveIntegers") return 1;
}
function td(e) {
	let n;
	let t = e;
	if (g(e) === "Power" && (n = p(e, 2) ?? void 0, t = p(e, 1)), t === null || g(t) !== "Subscript") return e;
	let i = p(t, 1);
	if (i === null || g(i) !== "Set" || (x(i)?.length ?? 0) !== 1) return e;
	let r = p(t, 2);
	if (r === null) return e;
	let s;
	let o;
	if (g(r) === "Equal") {
		let l = p(r, 1);
		if (typeof l != "string") return e;
		s = l, o = p(r, 2) ?? void 0;
	} else if (g(r) === "Element") {
		let l = p(r, 1);
		if (typeof l != "string") return e;
		let u = nd(p(r, 2));
		if (u === void 0) return e;
		s = l, o = u;
	} else return e;
	if (s === void 0 || o === void 0) return e;
	let a = ds(p(i, 1), s);
	return n === void 0 ? [
		"IndexedSequence",
		a,
		s,
		o
	] : [
		"IndexedSequence",
		a,
		s,
		o,
		n
	];
}
function id(e) {
	if (g(e) === "List") return null;
	let n = g(e) === "Delimiter" ? p(e, 1) : e;
	if (n === null) return null;
	if (g(n) === "Sequence") {
		let t = x(n) ?? [];
		if (t.length !== 1) return null;
		n = t[0];
	}
	return n;
}
function rd(e) {
	let n;
	let t = e;
	if (g(e) === "Power") {
		let a = p(e, 1);
		let l = p(e, 2);
		if (a === null || l === null) return e;
		t = a, n = l;
	}
	if (g(t) !== "Subscript") return e;
	let i = p(t, 1);
	if (i === null || g(i) !== "Norm" || (x(i)?.length ?? 0) !== 1) return e;
	let r = p(t, 2);
	if (r === null) return e;
	let s = id(r);
	if (s === null) return e;
	let o = [
		"Norm",
		p(i, 1),
		T(s) === "F" ? { str: "Frobenius" } : s
	];
	return n === void 0 ? o : [
		"Power",
		o,
		n
	];
}
var sd = /* @__PURE__ */ new Set([
	..."!\"#$%&(),/;:?@[]\\`|~".split(""),
	"\\left",
	"\\bigl",
	"\\mleft"
]);
var od = /* @__PURE__ */ new Set([
	"\\!",
	"\\,",
	"\\:",
	"\\;",
	"\\enskip",
	"\\enspace",
	"\\space",
	"\\quad",
	"\\qquad"
]);
var ad = [
	"pt",
	"em",
	"mu",
	"ex",
	"mm",
	"cm",
	"in",
	"bp",
	"sp",
	"dd",
	"cc",
	"pc",
	"nc",
	"nd"
].map((e) => [...e]);
var yi = {
	sin: "Sin",
	cos: "Cos",
	tan: "Tan",
	cot: "Cot",
	sec: "Sec",
	csc: "Csc",
	sinh: "Sinh",
	cosh: "Cosh",
	tanh: "Tanh",
	coth: "Coth",
	sech: "Sech",
	csch: "Csch",
	arcsin: "Arcsin",
	arccos: "Arccos",
	arctan: "Arctan",
	arccot: "Arccot",
	arcsec: "Arcsec",
	arccsc: "Arccsc",
	asin: "Arcsin",
	acos: "Arccos",
	atan: "Arctan",
	acot: "Arccot",
	asec: "Arcsec",
	acsc: "Arccsc",
	atan2: "Arctan2",
	arcsinh: "Arsinh",
	arccosh: "Arcosh",
	arctanh: "Artanh",
	arccoth: "Arcoth",
	arcsech: "Arsech",
	arccsch: "Arcsch",
	asinh: "Arsinh",
	acosh: "Arcosh",
	atanh: "Artanh",
	log: "Log",
	ln: "Ln",
	exp: "Exp",
	lg: "Lg",
	lb: "Lb",
	sqrt: "Sqrt",
	abs: "Abs",
	sgn: "Sgn",
	sign: "Sgn",
	floor: "Floor",
	ceil: "Ceil",
	round: "Round",
	max: "Max",
	min: "Min",
	gcd: "Gcd",
	lcm: "Lcm",
	cbrt: "Root",
	binom: "Binomial",
	nCr: "Binomial",
	nPr: "Permutations"
};
var Pl = {
	"<space>": " ",
	"<$$>": "$$",
	"<$>": "$",
	"<{>": "{",
	"<}>": "}"
};
var xi = null;
function ld() {
	if (!xi) {
		xi = /* @__PURE__ */ new Map();
		for (let [, e, n] of Se) xi.set(e, String.fromCodePoint(n));
	}
	return xi;
}
var gs = {
	"(": ")",
	"[": "]",
	"|": "|",
	"\\{": "\\}",
	"\\[": "\\]",
	"\\lbrace": "\\rbrace",
	"\\lparen": "\\rparen",
	"\\langle": "\\rangle",
	"\\lfloor": "\\rfloor",
	"\\lceil": "\\rceil",
	"\\vert": "\\vert",
	"\\lvert": "\\rvert",
	"\\Vert": "\\Vert",
	"\\lVert": "\\rVert",
	"\\|": "\\|",
	"\\lbrack": "\\rbrack",
	"\\ulcorner": "\\urcorner",
	"\\llcorner": "\\lrcorner",
	"\\lgroup": "\\rgroup",
	"\\lmoustache": "\\rmoustache",
	"\\llbracket": "\\rrbracket"
};
var _l = /* @__PURE__ */ new Set([
	"\\vert",
	"\\lvert",
	"\\rvert",
	"\\Vert",
	"\\lVert",
	"\\rVert",
	"\\|"
]);
function ps(e) {
	let n = g(e);
	return n === "List" || n === "Comprehension" || n === "Range" || n === "Linspace";
}
function ud(e) {
	return e.every((n) => n === "|" || _l.has(n));
}
function cd(e) {
	if (e === null) return "null";
	if (e === void 0) return "undefined";
	if (e instanceof ke) return "BoxedType";
	if (typeof e == "string") return `"${e}"`;
	if (typeof e == "object") {
		let n = e.constructor?.name;
		return n && n !== "Object" ? n : "object";
	}
	return `${typeof e} (${String(e)})`;
}
var ms = class e {
	options;
	_applicationPolicy;
	resolveApplications(n) {
		return this._applicationPolicy?.finish(n) ?? n;
	}
	_isApplicationCandidate(n) {
		return this._applicationPolicy?.has(n) ?? !1;
	}
	_index = 0;
	symbolTable = {
		parent: null,
		ids: Fi()
	};
	pushSymbolTable() {
		this._symbolTableGen += 1, this.symbolTable = {
			parent: this.symbolTable,
			ids: Fi()
		};
	}
	popSymbolTable() {
		this._symbolTableGen += 1, this.symbolTable = this.symbolTable.parent ?? this.symbolTable;
	}
	addSymbol(n, t) {
		if (this._symbolTableGen += 1, typeof t == "string" && (t = new ke(t)), n in this.symbolTable.ids && !this.symbolTable.ids[n].is(t.type)) throw new Error(`Symbol ${n} already declared as a different type`);
		this.symbolTable.ids[n] = t;
	}
	_reversedIntervalDepth = 0;
	_quantifierScopeDepth = 0;
	get inQuantifierScope() {
		return this._quantifierScopeDepth > 0;
	}
	enterQuantifierScope() {
		this._quantifierScopeDepth++;
	}
	exitQuantifierScope() {
		this._quantifierScopeDepth > 0 && this._quantifierScopeDepth--;
	}
	get index() {
		return this._index;
	}
	set index(n) {
		if (this.diagnostics !== null && this.diagnostics.length > 0 && n < this._index) {
			let i = this.tokenPrefixOffsets()[Math.max(0, Math.min(n, this._tokens.length))];
			let r = this.diagnostics;
			let s = 0;
			for (let o = 0; o < r.length; o++) r[o].start >= i || (r[s++] = r[o]);
			r.length = s;
		}
		this._index = n, this._lastPeek = "", this._peekCounter = 0;
	}
	_tokens;
	_positiveInfinityTokens;
	_negativeInfinityTokens;
	_notANumberTokens;
	_decimalSeparatorTokens;
	_wholeDigitGroupSeparatorTokens;
	_fractionalDigitGroupSeparatorTokens;
	_exponentProductTokens;
	_beginExponentMarkerTokens;
	_endExponentMarkerTokens;
	_truncationMarkerTokens;
	_imaginaryUnitTokens;
	_dictionary;
	_boundaries = [];
	_boundaryBarrier = 0;
	_lastPeek = "";
	_peekCounter = 0;
	_lookAheadCache = null;
	_lookAheadIndex = -1;
	_tokenPrefixOffsets = null;
	_symbolTableGen = 0;
	_symCandidateIndex = -1;
	_symCandidateGen = -1;
	_symCandidate = null;
	_symCandidateCount = 0;
	diagnostics;
	_diagnosticSeq = 0;
	emitDiagnostic(n, t, i, r) {
		if (this.diagnostics === null) return;
		let [s, o] = this.sourceOffsets(t, i), a = this._diagnosticSeq++;
		this.diagnostics.push(r !== void 0 ? {
			code: n,
			start: s,
			end: o,
			detail: r,
			_seq: a
		} : {
			code: n,
			start: s,
			end: o,
			_seq: a
		});
	}
	_diagnosticsCheckpoint() {
		return this._diagnosticSeq;
	}
	_rollbackDiagnostics(n) {
		if (this.diagnostics === null) return;
		let t = this.diagnostics;
		let i = 0;
		for (let r = 0; r < t.length; r++) t[r]._seq < n && (t[i++] = t[r]);
		t.length = i;
	}
	_pruneUndeclared(n, t, i, r) {
		if (this.diagnostics === null) return;
		let s = n instanceof Set ? n : new Set(n);
		if (s.size === 0) return;
		if (this.options.onBoundVariable) for (let m of s) this.options.onBoundVariable(m);
		let o = this.tokenPrefixOffsets();
		let a = this._tokens.length;
		let l = (m) => o[Math.max(0, Math.min(m, a))];
		let u = i === void 0 ? -1 / 0 : l(i);
		let c = (r ?? []).map(([m, y]) => [l(m), l(y)]);
		let f = this.diagnostics;
		let d = 0;
		for (let m = 0; m < f.length; m++) {
			let y = f[m];
			let k = y.detail?.name;
			if (y.code === "undeclared-symbol" && y._seq >= t && typeof k == "string" && s.has(k)) {
				let A = y.start >= u;
				let B = c.some(([C, V]) => y.start >= C && y.start < V);
				if (A || B) continue;
			}
			f[d++] = y;
		}
		f.length = d;
	}
	_pruneJuxtaposition(n, t) {
		if (this.diagnostics === null) return;
		let i = this.diagnostics;
		let r = 0;
		for (let s = 0; s < i.length; s++) {
			let o = i[s];
			o.code === "juxtaposition-as-multiply" && o._seq >= t && o.detail?.name === n || (i[r++] = o);
		}
		i.length = r;
	}
	get operandDiagnosticCheckpoint() {
		return this._operandDiagnosticCheckpoint;
	}
	_operandDiagnosticCheckpoint = 0;
	get operandStartIndex() {
		return this._operandStartIndex;
	}
	_operandStartIndex = 0;
	get ownedChain() {
		return this._ownedChain;
	}
	_ownedChain = null;
	_appendAssociativeOperand(n, t, i) {
		if (t === this._ownedChain && Array.isArray(t) && t[0] === n) {
			let s = t;
			return g(i) === n ? s.push(...x(i)) : s.push(i), t;
		}
		let r = Xs(n, t, i);
		return this._ownedChain = r, r;
	}
	resolveSymbol(n) {
		let t = this.symbolTable;
		for (; t;) {
			if (n in t.ids) return { type: t.ids[n] };
			t = t.parent;
		}
		let i = this.options.resolveSymbol?.(n);
		if (i == null) return;
		let r = i.type;
		if (r instanceof ke) return i;
		if (typeof r == "string") try {
			return {
				...i,
				type: new ke(r)
			};
		} catch (s) {
			let o = s instanceof Error ? s.message : String(s);
			throw new Error(`ce.parse(): resolveSymbol("${n}") returned invalid type string "${r}". ${o}`);
		}
		throw new Error(`ce.parse(): resolveSymbol("${n}") must return a \`type\` that is a BoxedType or a type string, received ${cd(r)}`);
	}
	isFunctionTriggerName(n) {
		return this._dictionary.symbolTriggerDefs.get("function")?.has(n) ?? !1;
	}
	emitSymbolReference(n, t, i) {
		this.diagnostics !== null && this.resolveSymbol(n) === void 0 && this.emitDiagnostic("undeclared-symbol", t, i, {
			name: n,
			type: "unknown"
		});
	}
	constructor(n, t, i) {
		this._tokens = n, this.options = i, this._dictionary = t, this.diagnostics = i.diagnostics ? [] : null, this._positiveInfinityTokens = H(this.options.positiveInfinity), this._negativeInfinityTokens = H(this.options.negativeInfinity), this._notANumberTokens = H(this.options.notANumber), this._decimalSeparatorTokens = H(this.options.decimalSeparator), this._wholeDigitGroupSeparatorTokens = [], this._fractionalDigitGroupSeparatorTokens = [], this.options.digitGroupSeparator && (typeof this.options.digitGroupSeparator == "string" ? (this._wholeDigitGroupSeparatorTokens = H(this.options.digitGroupSeparator), this._fractionalDigitGroupSeparatorTokens = this._wholeDigitGroupSeparatorTokens) : Array.isArray(this.options.digitGroupSeparator) && (this._wholeDigitGroupSeparatorTokens = H(this.options.digitGroupSeparator[0]), this._fractionalDigitGroupSeparatorTokens = H(this.options.digitGroupSeparator[1]))), this._exponentProductTokens = H(this.options.exponentProduct), this._beginExponentMarkerTokens = H(this.options.beginExponentMarker), this._endExponentMarkerTokens = H(this.options.endExponentMarker), this._truncationMarkerTokens = H(this.options.truncationMarker), this._imaginaryUnitTokens = H(this.options.imaginaryUnit), this._numberFormatTokens = {
			decimalSeparatorTokens: this._decimalSeparatorTokens,
			wholeDigitGroupSeparatorTokens: this._wholeDigitGroupSeparatorTokens,
			fractionalDigitGroupSeparatorTokens: this._fractionalDigitGroupSeparatorTokens,
			exponentProductTokens: this._exponentProductTokens,
			beginExponentMarkerTokens: this._beginExponentMarkerTokens,
			endExponentMarkerTokens: this._endExponentMarkerTokens,
			truncationMarkerTokens: this._truncationMarkerTokens
		};
	}
	_numberFormatTokens;
	get peek() {
		let n = this._tokens[this.index];
		if (n === this._lastPeek ? this._peekCounter += 1 : this._peekCounter = 0, this._peekCounter >= 1024) {
			let t = `Infinite loop detected while parsing "${this.latex(0)}" at "${this._lastPeek}" (index ${this.index})`;
			throw console.error(t), new Error(t);
		}
		return this._lastPeek = n, n;
	}
	nextToken() {
		return this._tokens[this.index++];
	}
	get atEnd() {
		return this.index >= this._tokens.length;
	}
	atTerminator(n) {
		return this.atBoundary || ((n?.condition && n.condition(this)) ?? !1);
	}
	get atBoundary() {
		if (this.atEnd) return !0;
		let n = this.index;
		for (let t = 0; t < this._boundaries.length; t++) {
			let i = this._boundaries[t];
			if (!(t < this._boundaryBarrier && ud(i.tokens)) && !(i.minIndex !== void 0 && n < i.minIndex) && this.matchBoundaryTokens(i.tokens)) return this.index = n, !0;
		}
		return !1;
	}
	matchBoundaryTokens(n) {
		return this.matchAll(n) ? !0 : n.length === 2 && ln$1.has(n[0]) && this._tokens[this.index] === n[0] && this._tokens[this.index + 1] === "." ? (this.index += 2, !0) : !1;
	}
	addBoundary(n, t) {
		this._boundaries.push({
			index: this.index,
			tokens: n,
			minIndex: t
		});
	}
	removeBoundary() {
		this._boundaries.pop();
	}
	matchBoundary() {
		let n = this._boundaries[this._boundaries.length - 1];
		if (n?.minIndex !== void 0 && this.index < n.minIndex) return !1;
		let t = n && this.matchBoundaryTokens(n.tokens);
		return t && this._boundaries.pop(), t;
	}
	boundaryError(n) {
		let t = this._boundaries[this._boundaries.length - 1];
		return this._boundaries.pop(), this.error(n, t.index);
	}
	canSkipMatchfixReparsing(n, t, i) {
		return i || t.length !== 1 ? !1 : (n === "(" || n === "\\lparen") && (t[0] === "]" || t[0] === "\\rbrack") || (n === "]" || n === "\\rbrack") && (t[0] === "[" || t[0] === "\\lbrack");
	}
	latex(n, t) {
		return ye(this._tokens.slice(n, t));
	}
	sourceOffsets(n, t = this.index) {
		let i = this.tokenPrefixOffsets();
		let r = this._tokens.length;
		let s = i[Math.max(0, Math.min(n, r))];
		let o = i[Math.max(0, Math.min(t, r))];
		return s <= o ? [s, o] : [o, s];
	}
	tokenPrefixOffsets() {
		if (this._tokenPrefixOffsets !== null) return this._tokenPrefixOffsets;
		let n = this._tokens;
		let t = new Array(n.length + 1);
		t[0] = 0;
		let i = 0;
		let r = "";
		for (let s = 0; s < n.length; s++) {
			let o = Pl[n[s]] ?? n[s];
			/[a-zA-Z]/.test(o[0]) && (i += r.length), r = /\\[a-zA-Z]+\*?$/.test(o) ? " " : "", i += o.length, t[s + 1] = i;
		}
		return this._tokenPrefixOffsets = t, t;
	}
	lookAhead() {
		if (this._lookAheadIndex === this.index && this._lookAheadCache !== null) return this._lookAheadCache;
		let n = this._dictionary.triggerStartMax.get(this._tokens[this.index]) ?? 0;
		let t = Math.min(n, this._tokens.length - this.index);
		let i = [];
		let r = "";
		let s = "";
		for (let o = 0; o < t; o++) {
			let a = this._tokens[this.index + o];
			let l = Pl[a] ?? a;
			/[a-zA-Z]/.test(l[0]) && (r += s), s = /\\[a-zA-Z]+\*?$/.test(l) ? " " : "", r += l, i[t - 1 - o] = [o + 1, r];
		}
		return this._lookAheadCache = i, this._lookAheadIndex = this.index, i;
	}
	peekDefinitions(n) {
		if (this.atEnd) return [];
		let t = [];
		let i = this._dictionary;
		let r;
		switch (n) {
			case "infix":
				r = i.infixByTrigger;
				break;
			case "prefix":
				r = i.prefixByTrigger;
				break;
			case "postfix":
				r = i.postfixByTrigger;
				break;
			case "function":
				r = i.functionByTrigger;
				break;
			case "symbol":
				r = i.symbolByTrigger;
				break;
			case "expression":
				r = i.expressionByTrigger;
				break;
			case "operator": r = i.operatorByTrigger;
		}
		let s = i.universalDefs.get(n);
		if (s) for (let a of s) t.push([a, 0]);
		for (let [a, l] of this.lookAhead()) {
			let u = r.get(l);
			if (u) for (let c of u) t.push([c, a]);
		}
		let o = i.symbolTriggerDefs.get(n);
		if (o) {
			let a;
			let l;
			if (this._symCandidateIndex === this.index && this._symCandidateGen === this._symbolTableGen) a = this._symCandidate, l = this._symCandidateCount;
			else {
				let u = this.index;
				a = pt(this)?.trim() ?? null, l = this.index - u, this.index = u, this._symCandidateIndex = u, this._symCandidateGen = this._symbolTableGen, this._symCandidate = a, this._symCandidateCount = l;
			}
			if (a && l > 0) {
				let u = o.get(a);
				if (u) for (let c of u) t.push([c, l]);
			}
		}
		return t;
	}
	skipSpaceTokens() {
		for (; this.match("<space>"););
	}
	skipSpace() {
		if (!this.atEnd && this.peek === "<{>") {
			let t = this.index;
			for (this.nextToken(); this.match("<space>"););
			if (this.nextToken() === "<}>") return this.skipSpace(), !0;
			this.index = t;
		}
		if (!this.options.skipSpace) return !1;
		let n = !1;
		for (; this.match("<space>");) n = !0;
		return n && this.skipSpace(), n;
	}
	skipVisualSpace() {
		if (this.options.skipSpace) {
			if (this.skipSpace(), od.has(this.peek) && (this.nextToken(), this.skipVisualSpace()), this.match("\\hspace") && (this.match("*"), this.parseStringGroup(), this.skipVisualSpace()), this.match("\\hskip") || this.match("\\kern")) {
				for (this.skipSpace(), this.match("-") || this.match("+"); /^[\d.]$/.test(this.peek);) this.nextToken();
				for (let n of ad) if (this.matchAll(n)) break;
				this.skipVisualSpace();
			}
			this.skipSpace();
		}
	}
	match(n) {
		return this._tokens[this.index] !== n ? !1 : (this.index++, !0);
	}
	matchAll(n) {
		if (n.length === 0) return !1;
		let t;
		let i = 0;
		do
			t = this._tokens[this.index + i] === n[i++];
		while (t && i < n.length);
		return t && (this.index += i), t;
	}
	matchAny(n) {
		return n.includes(this._tokens[this.index]) ? this._tokens[this.index++] : "";
	}
	parseLatexNumber(n = !0) {
		let t = !1;
		let i = this.peek;
		for (; i === "<space>" || i === "+" || i === "-";) i === "-" && (t = !t), this.nextToken(), i = this.peek;
		let r = 10;
		let s = [
			"0",
			"1",
			"2",
			"3",
			"4",
			"5",
			"6",
			"7",
			"8",
			"9"
		];
		if (this.match("'")) r = 8, s = [
			"0",
			"1",
			"2",
			"3",
			"4",
			"5",
			"6",
			"7"
		], n = !0;
		else if (this.match("\"") || this.match("x")) r = 16, s = [
			"0",
			"1",
			"2",
			"3",
			"4",
			"5",
			"6",
			"7",
			"8",
			"9",
			"A",
			"B",
			"C",
			"D",
			"E",
			"F"
		], n = !0;
		else if (this.match("`")) return i = this.nextToken(), i ? i.startsWith("\\") && i.length === 2 ? (t ? -1 : 1) * (i.codePointAt(1) ?? 0) : (t ? -1 : 1) * (i.codePointAt(0) ?? 0) : null;
		let o = "";
		for (; s.includes(this.peek);) o += this.nextToken();
		if (!n && this.match(".")) for (o += "."; s.includes(this.peek);) o += this.nextToken();
		let a = n ? Number.parseInt(o, r) : Number.parseFloat(o);
		return Number.isNaN(a) ? null : t ? -a : a;
	}
	parseChar() {
		let n = this.index;
		let t = 0;
		for (; this.match("^");) t += 1;
		if (t < 2 && (this.index = n), t >= 2) {
			let i = "";
			let r = 0;
			for (; r != t;) {
				let s = this.matchAny([
					"0",
					"1",
					"2",
					"3",
					"4",
					"5",
					"6",
					"7",
					"8",
					"9",
					"a",
					"b",
					"c",
					"d",
					"e",
					"f"
				]);
				if (!s) break;
				i += s, r += 1;
			}
			if (i.length === t) return String.fromCodePoint(Number.parseInt(i, 16));
		} else if (this.match("\\char")) {
			let i = Math.floor(this.parseLatexNumber() ?? NaN);
			return (!Number.isFinite(i) || i < 0 || i > 1114111) && (i = 10067), String.fromCodePoint(i);
		} else if (this.match("\\unicode")) if (this.skipSpaceTokens(), this.match("<{>")) {
			let i = this.parseLatexNumber();
			if (this.match("<}>") && i !== null && i >= 0 && i <= 1114111) return String.fromCodePoint(i);
		} else {
			let i = this.parseLatexNumber();
			if (i !== null && i >= 0 && i <= 1114111) return String.fromCodePoint(i);
		}
		return this.index = n, null;
	}
	matchDelimiter(n, t) {
		let i = this.index;
		let r = oe[this.peek];
		r && this.nextToken();
		let s = r && this.peek === "<{>";
		if (s && this.nextToken(), Array.isArray(n)) {
			if (n.length === 1) {
				if (!(Q[n[0]] ?? [n[0]]).includes(this.peek)) return this.index = i, !1;
				if (this.nextToken(), s && !this.match("<}>")) return this.index = i, !1;
				let c = t[0];
				let f = r ? s ? [
					r,
					"<{>",
					c,
					"<}>"
				] : [r, c] : [c];
				return this.addBoundary(f), !0;
			}
			if (!this.matchAll(n)) return this.index = i, !1;
			let l = r ? [r, ...t] : t;
			return this.addBoundary(l), !0;
		}
		if (n === "||" && this.matchAll(["|", "|"])) return this.addBoundary(["|", "|"]), !0;
		if (!(Q[n] ?? [n]).includes(this.peek)) return this.index = i, !1;
		if (n = this.nextToken(), s && !this.match("<}>")) return this.index = i, !1;
		let o = gs[n] ?? t;
		let a = r ? s ? [
			r,
			"<{>",
			o,
			"<}>"
		] : [r, o] : [o];
		return this.addBoundary(a), !0;
	}
	parseGroup() {
		let n = this.index;
		if (this.skipSpaceTokens(), this.match("<{>")) {
			this.addBoundary(["<}>"]);
			let t = this._boundaryBarrier;
			this._boundaryBarrier = this._boundaries.length - 1;
			try {
				let i = this.parseExpression();
				if (this.skipSpace(), this.matchBoundary()) return i ?? "Nothing";
				for (; !this.matchBoundary() && !this.atEnd;) this.nextToken();
				if (g(i) === "Error") return i;
				let r = this.error("expected-closing-delimiter", n);
				return i !== null ? [
					"InvisibleOperator",
					i,
					r
				] : r;
			} finally {
				this._boundaryBarrier = t;
			}
		}
		return this.index = n, null;
	}
	parseOptionalGroup() {
		let n = this.index;
		if (this.skipSpaceTokens(), this.match("[")) {
			this.addBoundary(["]"]);
			let t = this.parseExpression();
			return this.skipSpace(), this.matchBoundary() ? t : this.boundaryError("expected-closing-delimiter");
		}
		return this.index = n, null;
	}
	parseToken() {
		return this.skipSpace(), sd.has(this.peek) ? null : /^[0-9]$/.test(this.peek) ? parseInt(this.nextToken(), 10) : this.parseGenericExpression() ?? this.parseSymbol();
	}
	parseTabular() {
		let n = [];
		let t = [];
		let i = null;
		for (; !this.atBoundary;) if (this.skipSpace(), this.match("&")) t.push(i ?? "Nothing"), i = null;
		else if (this.match("\\\\") || this.match("\\cr")) this.skipSpace(), this.parseOptionalGroup(), i !== null && t.push(i), n.push(t), t = [], i = null;
		else {
			let r = [];
			let s = this.peek;
			for (; s !== "&" && s !== "\\\\" && s !== "\\cr" && !this.atBoundary;) i = this.parseExpression({
				minPrec: 0,
				condition: (o) => {
					let a = o.peek;
					return a === "&" || a === "\\\\" || a === "\\cr";
				}
			}), i !== null ? r.push(i) : (r.push([
				"Error",
				"'unexpected-token'",
				{ str: ye(s) }
			]), this.nextToken()), this.skipSpace(), s = this.peek;
			r.length > 1 ? i = ["Sequence", ...r] : i = r[0] ?? "Nothing";
		}
		return i !== null && t.push(i), t.length > 0 && n.push(t), n;
	}
	parseStringGroupContent() {
		let n = this.index;
		let t = "";
		let i = 0;
		for (; !this.atEnd && (!this.atBoundary || i > 0);) {
			let r = this.nextToken();
			if (r === "<$>" || r === "<$$>") return this.index = n, "";
			if (r === "<{>") i += 1, t += "\\{";
			else if (r === "<}>") i -= 1, t += "\\}";
			else if (r === "<space>") t += " ";
			else if (r[0] === "\\") {
				let s = ld().get(r);
				t += s ?? r;
			} else t += r;
		}
		return t;
	}
	parseStringGroup(n, t) {
		n === void 0 && (n = !1);
		let i = this.index;
		for (; this.match("<space>"););
		if (this.match(n ? "[" : "<{>")) {
			let r = this.index;
			this.addBoundary([n ? "]" : "<}>"]);
			let s = this.parseStringGroupContent();
			if (this.matchBoundary()) return t && t.push(...this._tokens.slice(r, this.index - 1)), s;
			this.removeBoundary();
		}
		return this.index = i, null;
	}
	parseDoubleQuoteString() {
		if (this.peek !== "\"") return null;
		let n = this.index;
		this.nextToken(), this.addBoundary(["\""]);
		let t = this.parseStringGroupContent();
		return this.matchBoundary() ? { str: t } : (this.removeBoundary(), this.error("expected-closing-delimiter", n));
	}
	parseEnvironment(n) {
		let t = this.index;
		if (!this.match("\\begin")) return null;
		let i = [];
		let r = this.parseStringGroup(!1, i)?.trim();
		if (!r) return this.error("expected-environment-name", t);
		for (; i[0] === "<space>";) i.shift();
		for (; i[i.length - 1] === "<space>";) i.pop();
		this.addBoundary([
			"\\end",
			"<{>",
			...i,
			"<}>"
		]);
		for (let s of this.getDefs("environment")) if (s.symbolTrigger === r) {
			let o = s.parse(this, n);
			return this.skipSpace(), this.matchBoundary() ? o !== null ? this.decorate(o, t) : (this.index = t, null) : this.boundaryError("unbalanced-environment");
		}
		return this.parseTabular(), this.skipSpace(), this.matchBoundary() ? this.error(["unknown-environment", { str: r }], t) : this.boundaryError("unbalanced-environment");
	}
	parseRepeatingDecimal() {
		return fs(this, this._numberFormatTokens);
	}
	parseNumber() {
		return Il(this, this._numberFormatTokens);
	}
	parsePrefixOperator(n) {
		n || (n = { minPrec: 0 }), n.minPrec || (n = {
			...n,
			minPrec: 0
		});
		let t = this.index;
		for (let [i, r] of this.peekDefinitions("prefix")) {
			this.index = t + r;
			let s = i.parse(this, {
				...n,
				minPrec: i.precedence + 1
			});
			if (s !== null) return s;
		}
		return this.index = t, null;
	}
	parseInfixOperator(n, t) {
		t ??= { minPrec: 0 }, t.minPrec, t.minPrec === void 0 && (t = {
			...t,
			minPrec: 0
		});
		let i = this.index;
		for (let [r, s] of this.peekDefinitions("infix")) if (r.precedence >= t.minPrec) {
			this.index = i + s;
			let o = r.parse(this, n, t);
			if (o !== null) return o;
		}
		if (this.index = i, this.peek === "\\textcolor") {
			let r = this.parseStyledInfixOperator(n, t);
			if (r !== null) return r;
			this.index = i;
		}
		return null;
	}
	parseStyledInfixOperator(n, t) {
		let i = this.index;
		if (!this.match("\\textcolor")) return null;
		if (this.parseStringGroup() === null) return this.index = i, null;
		if (this.skipSpace(), !this.match("<{>")) return this.index = i, null;
		this.skipSpace();
		let r = this.index;
		for (let [s, o] of this.peekDefinitions("infix")) {
			if (s.precedence < t.minPrec) continue;
			if (this.index = r + o, this.skipSpace(), !this.match("<}>")) {
				this.index = r;
				continue;
			}
			let a = s.parse(this, n, t);
			if (a !== null) return a;
			this.index = r;
		}
		return this.index = i, null;
	}
	wouldMatchTextInfix(n) {
		let t = this.index;
		for (let [i, r] of n) {
			if (i.kind !== "infix") continue;
			if (this.index = t + r, i.parse(this, "Nothing", { minPrec: 0 }) !== null) return this.index = t, !0;
		}
		return this.index = t, !1;
	}
	parseArguments(n = "enclosure", t) {
		if (this.atTerminator(t)) return null;
		let i = this.index;
		let r = this.parseEnclosure();
		if (n === "enclosure") return r === null ? null : ge(r) ?? [r];
		if (n === "implicit") {
			if (g(r) === "Delimiter") {
				let o = p(r, 1);
				return g(o) === "Sequence" ? x(o) : o === null ? [] : [o];
			}
			if (r !== null) return [r];
			let s = this.parseExpression({
				...t,
				minPrec: D
			});
			return s === null ? null : [s];
		}
		return this.index = i, null;
	}
	parseBraceArguments() {
		let n = this.index;
		let t = [];
		for (; this.peek === "<{>";) {
			let i = this.index;
			let r = this.parseGroup();
			if (r === null || r === "Nothing") {
				this.index = i;
				break;
			}
			t.push(...ge(r) ?? [r]);
		}
		return t.length === 0 ? (this.index = n, null) : t;
	}
	parseEnclosure() {
		let n = this.index;
		let t = this.peek;
		let i = oe[t];
		let r = i ? this._tokens[this.index + 1] : t;
		i && r === "<{>" && (r = this._tokens[this.index + 2]);
		let s = this._dictionary.matchfixByOpen.get(r) ?? [];
		s.length === 0 && !r && (s = [...this.getDefs("matchfix")]);
		for (let o of s) {
			this.index = n;
			let a = Array.isArray(o.openTrigger) && o.openTrigger.length === 1 && (o.openTrigger[0] === "]" || o.openTrigger[0] === "\\rbrack") && Array.isArray(o.closeTrigger) && o.closeTrigger.length === 1 && (o.closeTrigger[0] === "[" || o.closeTrigger[0] === "\\lbrack");
			if (a && this._reversedIntervalDepth > 0) continue;
			if (o.closeTokens.size > 0) {
				let k = !1;
				let I = this._tokens;
				for (let A = n; A < I.length; A++) {
					if (o.closeTokens.has(I[A])) {
						k = !0;
						break;
					}
					if (i && ln$1.has(I[A]) && I[A + 1] === ".") {
						k = !0;
						break;
					}
				}
				if (!k) continue;
			}
			if (typeof o.openTrigger == "string" && o.openTrigger === "." && !oe[t] || !this.matchDelimiter(o.openTrigger, o.closeTrigger)) continue;
			let u = this.index;
			this.skipSpace(), this.skipVisualSpace(), a && (this._reversedIntervalDepth += 1);
			let c = this.parseExpression();
			a && (this._reversedIntervalDepth -= 1), this.skipSpace();
			let f = this._boundaries[this._boundaries.length - 1]?.tokens;
			let d = this.matchBoundary();
			let m = typeof o.openTrigger == "string" && typeof o.closeTrigger == "string" && o.openTrigger === o.closeTrigger || Array.isArray(o.openTrigger) && Array.isArray(o.closeTrigger) && o.openTrigger.length === o.closeTrigger.length && o.openTrigger.every((k, I) => k === o.closeTrigger[I]);
			if (d && _(c) && m && f) {
				this.index = u, this.skipSpace(), this.skipVisualSpace(), this.addBoundary(f, this.index + 1);
				let k = this._boundaryBarrier;
				this._boundaryBarrier = this._boundaries.length - 1, a && (this._reversedIntervalDepth += 1);
				try {
					c = this.parseExpression();
				} finally {
					this._boundaryBarrier = k;
				}
				if (a && (this._reversedIntervalDepth -= 1), this.skipSpace(), !this.matchBoundary()) {
					if (this.removeBoundary(), this.index = n, !this.atEnd) continue;
					return null;
				}
			} else if (!d) {
				let k = this._boundaries[this._boundaries.length - 1]?.tokens;
				if (!k) {
					this.index = n;
					continue;
				}
				if (this.canSkipMatchfixReparsing(r, k, m)) {
					this.removeBoundary(), this.index = n;
					continue;
				} else if (this.removeBoundary(), this.index = u, this.skipSpace(), a && (this._reversedIntervalDepth += 1), c = this.parseExpression(), a && (this._reversedIntervalDepth -= 1), this.skipSpace(), !this.matchAll(k)) {
					if (this.index = n, !this.atEnd) continue;
					return null;
				}
			}
			let y = o.parse(this, c ?? "Nothing");
			if (y !== null) return y;
		}
		return this.index = n, null;
	}
	parseGenericExpression(n) {
		if (this.atTerminator(n)) return null;
		let t = this.index;
		let i = null;
		let r = this.peekDefinitions("expression") ?? [];
		for (let [s, o] of r) if (this.index = t + o, typeof s.parse == "function") {
			if (i = s.parse(this, n), i !== null) return i;
		} else return s.name;
		return this.index = t, null;
	}
	parseFunction(n) {
		if (this.atTerminator(n)) return null;
		let t = this.index;
		let i = null;
		let r = "enclosure";
		for (let [l, u] of this.peekDefinitions("function")) if (this.index = t + u, typeof l.parse == "function") {
			if (i = l.parse(this, n), i !== null) return i;
		} else {
			i = l.name, r = l.arguments ?? "enclosure";
			break;
		}
		let s = !1;
		if (i === null) {
			if (this.index = t, i = pt(this), typeof i == "string" && this.emitSymbolReference(i, t, this.index), typeof i == "string" && this.options.resolveApplication) {
				let l = this.index;
				this.index = t;
				let u = this.parseSymbol(n);
				let c = typeof u == "string" ? this.resolveSymbol(u) : void 0;
				if (typeof u == "string" && (c === void 0 || c.inferred === !0)) {
					let f = this.index;
					let d = this.isFunctionOperator(u) ? "apply" : this.looksLikePredicate(u) ? this.inQuantifierScope ? "predicate" : "apply" : "juxtapose";
					this.skipVisualSpace();
					let m = this.index;
					if (oe[this._tokens[m]] && m++, this._tokens[m] === "<{>" && m++, Q["("].includes(this._tokens[m])) {
						let y = this.parseEnclosure();
						if (y !== null) return this._applicationPolicy ??= new hi(this.options.resolveApplication), this._applicationPolicy.add({
							head: u,
							group: y,
							fallback: d,
							sourceOffsets: this.sourceOffsets(t, this.index),
							headSourceOffsets: this.sourceOffsets(t, f)
						});
					}
				}
				this.index = l;
			}
			if (!this.isFunctionOperator(i)) {
				if (!this.looksLikePredicate(i)) return this.index = t, null;
				s = !0;
			}
		}
		do {
			let l = this.parsePostfixOperator(i, n);
			if (l === null) break;
			i = l;
		} while (!0);
		let o = r === "enclosure" && this.atParenthesizedIndexBracket();
		let a = this.parseArguments(r, n);
		return a === null ? i : (o && a.length === 1 && ps(a[0]) && (a = [["Delimiter", a[0]]]), s && typeof i == "string" && this.inQuantifierScope ? [
			"Predicate",
			i,
			...a
		] : typeof i == "string" ? [i, ...a] : [
			"Apply",
			i,
			...a
		]);
	}
	parseSymbol(n) {
		if (this.atTerminator(n)) return null;
		let t = this.index;
		for (let [r, s] of this.peekDefinitions("symbol")) {
			this.index = t + s;
			let o = typeof r.parse == "function" ? r.parse(this, n) : r.name;
			if (o !== null) {
				if (typeof o == "string" && this.peek === "_") {
					let a = this.resolveSymbol(o);
					if (!a?.subscriptEvaluate) {
						let l = wn(this, o, a?.type.matches("indexed_collection<any>") ?? !1);
						return l !== o && !this.resolveSymbol(l)?.type.matches("error") && this.emitSymbolReference(l, t, this.index), l;
					}
				}
				return o;
			}
		}
		this.index = t;
		let i = pt(this);
		return i !== null && !this.resolveSymbol(i)?.type.matches("error") ? (this.emitSymbolReference(i, t, this.index), i) : (this.index = t, null);
	}
	peekBareWord() {
		let n = this.index;
		for (; this._tokens[n] === "<space>";) n++;
		let t = "";
		for (; n < this._tokens.length && /^[a-zA-Z]$/.test(this._tokens[n]);) t += this._tokens[n], n++;
		return t;
	}
	tryParseBareFunction(n) {
		if (this.options.strict !== !1) return null;
		let t = this.index;
		if (t > 0 && /^[a-zA-Z]$/.test(this._tokens[t - 1])) return null;
		let i = "";
		for (; !this.atEnd && /^[a-zA-Z]$/.test(this.peek);) i += this.peek, this.index++;
		if (!i) return this.index = t, null;
		if (!this.atEnd && /^[0-9]$/.test(this.peek)) {
			let u = "";
			let c = this.index;
			for (; c < this._tokens.length && /^[0-9]$/.test(this._tokens[c]);) u += this._tokens[c], c++;
			for (let f = u.length; f >= 1; f--) if (yi[i + u.slice(0, f)] !== void 0) {
				i += u.slice(0, f), this.index += f;
				break;
			}
		}
		this.skipSpace();
		let r = null;
		if (this.peek === "_") {
			if (this.index++, r = this.parseGroup(), r === null) {
				if (!this.atEnd && /^[a-zA-Z]$/.test(this.peek)) r = this.peek, this.index++;
				else {
					let u = "";
					for (; !this.atEnd && /^[0-9]$/.test(this.peek);) u += this.peek, this.index++;
					u && (r = parseInt(u));
				}
				if (r === null) return this.index = t, null;
			}
			this.skipSpace();
		}
		if (r === null && i === "log" && !this.atEnd && /^[0-9]$/.test(this.peek)) {
			let u = "";
			for (; !this.atEnd && /^[0-9]$/.test(this.peek);) u += this.peek, this.index++;
			r = parseInt(u), this.skipSpace();
		}
		let s = null;
		if (this.peek === "^") {
			if (this.index++, s = this.parseGroup(), s === null) {
				let u = !1;
				this.peek === "-" && (u = !0, this.index++);
				let c = "";
				for (; !this.atEnd && /^[0-9]$/.test(this.peek);) c += this.peek, this.index++;
				if (c) {
					let f = parseInt(c);
					s = u ? -f : f;
				} else return this.index = t, null;
			}
			this.skipSpace();
		}
		let o = yi[i];
		if (!o) return this.index = t, null;
		let a;
		if (this.peek === "(" ? a = this.parseArguments("enclosure", n) : a = this.parseArguments("implicit", {
			...n,
			minPrec: D,
			condition: (u) => {
				let c = this.peekBareWord();
				return c.length > 0 && yi[c] !== void 0 || (n?.condition?.(u) ?? !1);
			}
		}), a === null) return this.index = t, null;
		if (i === "cbrt") {
			let u = [
				"Root",
				a[0] ?? "Nothing",
				3
			];
			return s !== null ? [
				"Power",
				u,
				s
			] : u;
		}
		if (i === "nPr") {
			let u = [
				"Multiply",
				[
					"Binomial",
					a[0] ?? "Nothing",
					a[1] ?? "Nothing"
				],
				["Factorial", a[1] ?? "Nothing"]
			];
			return s !== null ? [
				"Power",
				u,
				s
			] : u;
		}
		let l;
		if (i === "log" && r !== null ? r === 2 ? l = ["Lb", ...a] : r === 10 ? l = ["Log", ...a] : l = [
			"Log",
			a[0],
			r
		] : l = [o, ...a], s === -1 && Array.isArray(l)) {
			let [u, ...c] = l;
			return [
				"Apply",
				["InverseFunction", u],
				...c
			];
		}
		return s !== null ? [
			"Power",
			l,
			s
		] : l;
	}
	static BARE_SYMBOL_MAP = {
		alpha: "alpha",
		beta: "beta",
		gamma: "gamma",
		delta: "delta",
		epsilon: "epsilon",
		varepsilon: "varepsilon",
		zeta: "zeta",
		eta: "eta",
		theta: "theta",
		vartheta: "vartheta",
		iota: "iota",
		kappa: "kappa",
		lambda: "lambda",
		mu: "mu",
		nu: "nu",
		xi: "xi",
		omicron: "omicron",
		pi: "Pi",
		rho: "rho",
		sigma: "sigma",
		tau: "tau",
		upsilon: "upsilon",
		phi: "phi",
		varphi: "varphi",
		chi: "chi",
		psi: "psi",
		omega: "omega",
		Gamma: "Gamma",
		Delta: "Delta",
		Theta: "Theta",
		Lambda: "Lambda",
		Xi: "Xi",
		Sigma: "Sigma",
		Upsilon: "Upsilon",
		Phi: "Phi",
		Psi: "Psi",
		Omega: "Omega",
		oo: "PositiveInfinity",
		inf: "PositiveInfinity",
		ii: "ImaginaryUnit"
	};
	tryParseBareSymbol() {
		if (this.options.strict !== !1) return null;
		let n = this.index;
		if (n > 0 && /^[a-zA-Z]$/.test(this._tokens[n - 1])) return null;
		let t = "";
		for (; !this.atEnd && /^[a-zA-Z]$/.test(this.peek);) t += this.peek, this.index++;
		if (!t) return this.index = n, null;
		let i = e.BARE_SYMBOL_MAP[t];
		return i ? (this.emitSymbolReference(i, n, this.index), i) : (this.index = n, null);
	}
	static SEGMENTABLE_SYMBOLS = Object.fromEntries(Object.entries(e.BARE_SYMBOL_MAP).filter(([n]) => ![
		"oo",
		"inf",
		"ii"
	].includes(n)));
	static MAX_SEGMENTABLE_LENGTH = Math.max(...Object.keys(e.SEGMENTABLE_SYMBOLS).map((n) => n.length));
	static SEGMENTABLE_SYMBOL_VALUES = new Set(Object.values(e.SEGMENTABLE_SYMBOLS));
	tryParseBareRun() {
		if (this.options.strict !== !1) return null;
		let n = this.index;
		if (n > 0 && /^[a-zA-Z]$/.test(this._tokens[n - 1])) return null;
		let t = "";
		for (; !this.atEnd && /^[a-zA-Z]$/.test(this.peek);) t += this.peek, this.index++;
		if (t.length < 2) return this.index = n, null;
		if (yi[t] !== void 0) return this.emitSymbolReference(t, n, this.index), t;
		let i = e.SEGMENTABLE_SYMBOLS;
		let r = [];
		let s = [];
		let o = !1;
		let a = 0;
		for (; a < t.length;) {
			let l = !1;
			let u = Math.min(t.length - a, e.MAX_SEGMENTABLE_LENGTH);
			for (let c = u; c >= 2; c--) {
				let f = t.slice(a, a + c);
				if (i[f] !== void 0) {
					r.push(i[f]), a += c, l = !0, o = !0;
					break;
				}
			}
			l || (s.push(a), r.push(t[a]), a += 1);
		}
		if (!o) {
			let l = this.index;
			for (; this._tokens[l] === "<space>";) l++;
			if (this._tokens[l] === "(" || this._tokens[l] === "\\left" && this._tokens[l + 1] === "(") {
				this.index = n;
				let c = (d) => d.some(([, m]) => m > 0);
				if (!(c(this.peekDefinitions("function") ?? []) || c(this.peekDefinitions("expression") ?? []) || c(this.peekDefinitions("symbol") ?? []))) return this.index = n + t.length, this.emitSymbolReference(t, n, this.index), t;
			}
			return this.index = n, null;
		}
		for (let l of s) this.emitSymbolReference(t[l], n + l, n + l + 1);
		return r.length === 1 ? r[0] : ["Multiply", ...r];
	}
	parseSupsub(n) {
		if (this.atEnd) return n;
		let t = this.index;
		if (this.options.strict === !1 && typeof n == "string" && (n.length === 1 && /^[a-zA-Z]$/.test(n) || e.SEGMENTABLE_SYMBOL_VALUES.has(n)) && /^[0-9]$/.test(this.peek)) {
			let l = "";
			for (; !this.atEnd && /^[0-9]$/.test(this.peek);) l += this.peek, this.index++;
			return this.parseSupsub([
				"Subscript",
				n,
				parseInt(l)
			]);
		}
		this.skipSpace();
		let i = [];
		let r = [];
		let s = t;
		for (; this.peek === "_" || this.peek === "^";) {
			if (this.match("_")) if (s = this.index, this.match("_") || this.match("^")) r.push(this.error("syntax-error", s));
			else {
				let l = this.parseGroup();
				if (l === null && this.options.strict === !1) {
					let u = "";
					for (; !this.atEnd && /^[0-9]$/.test(this.peek);) u += this.peek, this.index++;
					u && (l = parseInt(u));
				}
				if (l ??= this.parseToken(), l === null && this.options.strict === !1 && this.peek === "(" && (l = this.parseEnclosure()), l ??= this.parseStringGroup(), l === null) return this.error("missing", t);
				r.push(l);
			}
			else if (this.match("^")) if (s = this.index, this.match("_") || this.match("^")) i.push(this.error("syntax-error", s));
			else {
				let l = this.parseGroup();
				if (l === null && this.options.strict === !1) {
					let u = this.index;
					let c = !1;
					this.peek === "-" && (c = !0, this.index++);
					let f = "";
					for (; !this.atEnd && /^[0-9]$/.test(this.peek);) f += this.peek, this.index++;
					if (f) {
						let d = parseInt(f);
						l = c ? -d : d;
					} else this.index = u;
				}
				if (l ??= this.parseToken(), l === null && this.options.strict === !1 && this.peek === "(" && (l = this.parseEnclosure()), l === null) return this.error("missing", t);
				i.push(l);
			}
			s = this.index, this.skipSpace();
		}
		if (i.length === 0 && r.length === 0) return this.index = t, n;
		let o = n;
		let a = r.filter((l) => !_(l));
		if (a.length > 0) {
			let l = this._dictionary.infixByTrigger.get("_") ?? [];
			if (l) {
				let u = [
					"Subscript",
					o,
					a.length === 1 ? a[0] : ["List", ...a]
				];
				for (let c of l) if (typeof c.parse == "function" ? o = c.parse(this, u, { minPrec: 0 }) : o = u, o !== null) break;
			}
		}
		if (i.length > 0) {
			let l = this._dictionary.infixByTrigger.get("^") ?? [];
			if (l) {
				let u = i.filter((c) => {
					if (_(c)) return !1;
					let f = P$1(c);
					return !(f !== null && /^(?:st|nd|rd|th)$/i.test(f));
				});
				if (u.length > 1) return this.error("unexpected-superscript", t);
				if (u.length !== 0) {
					let c = u[0];
					let f = [
						"Superscript",
						o,
						c
					];
					for (let d of l) if (typeof d.parse == "function" ? o = d.parse(this, f, { minPrec: 0 }) : o = f, o !== null) break;
				}
			}
		}
		return o === null && (this.index = t), o;
	}
	parsePostfixOperator(n, t) {
		if (n === null || this.atEnd) return null;
		let i = this.index;
		if (this.skipVisualSpace(), this.index !== i) {
			let s = this._tokens[this.index];
			s === "\\{" || s === "\\left" && this._tokens[this.index + 1] === "\\{" || (this.index = i, this.skipSpace(), this.atIndexBracket() || (this.index = i));
		}
		let r = this.index;
		for (let [s, o] of this.peekDefinitions("postfix")) {
			this.index = r + o;
			let a = s.parse(this, n, t);
			if (a !== null) return a;
		}
		return this.index = i, null;
	}
	parseSyntaxError() {
		let n = this.index;
		if (this.peek === "^") return this.index += 1, [
			"Superscript",
			this.error("missing", n),
			w(this.parseGroup())
		];
		let t = this.peekDefinitions("operator");
		if (t.length > 0) {
			if (t = this.peekDefinitions("postfix"), t.length > 0) {
				let [a, l] = t[0];
				if (this.index += l, typeof a.parse == "function") {
					let c = a.parse(this, this.error("missing", n));
					if (c !== null) return c;
				}
				let u = this.index;
				if (this.index = n, this.peekDefinitions("prefix").length === 0 && this.peekDefinitions("infix").length === 0) return this.index = u, this.error("unexpected-operator", n);
			}
			if (t = this.peekDefinitions("prefix"), t.length > 0) {
				let [a, l] = t[0];
				if (this.index += l, typeof a.parse == "function") {
					let u = a.parse(this, { minPrec: 0 });
					if (u !== null) return u;
				}
				return a.name ? [a.name, this.parseExpression() ?? this.error("missing", n)] : this.error("unexpected-operator", n);
			}
			if (t = this.peekDefinitions("infix"), t.length > 0) {
				let [a, l] = t[0];
				this.index += l;
				let u = a.parse(this, this.error("missing", n), { minPrec: 0 });
				return u !== null ? u : this.error("unexpected-operator", n);
			}
		}
		let i = this.index;
		let r = Vr(this);
		if (r !== null) return r;
		if (r = pt(this), r !== null) return this.error(["unexpected-symbol", { str: r }], i);
		let s = this.peek;
		if (!s) return this.error("syntax-error", n);
		if (fd(this)) return this.error("unexpected-delimiter", n);
		if (s[0] !== "\\") return this.nextToken(), this.error(["unexpected-token", { str: ye(s) }], n);
		let o = this.nextToken();
		if (this.skipSpaceTokens(), o === "\\end") {
			let a = this.parseStringGroup();
			return a === null ? this.error("expected-environment-name", n) : this.error(["unbalanced-environment", { str: a }], n);
		}
		for (; this.match("[");) {
			let a = 0;
			for (; !this.atEnd && a === 0 && this.peek !== "]";) this.peek === "[" && (a += 1), this.peek === "]" && (a -= 1), this.nextToken();
			this.match("]");
		}
		for (; this.match("<{>");) {
			let a = 0;
			for (; !this.atEnd && a === 0 && this.peek !== "<}>";) this.peek === "<{>" && (a += 1), this.peek === "<}>" && (a -= 1), this.nextToken();
			this.match("<}>");
		}
		return this.error(["unexpected-command", { str: ye(o) }], n);
	}
	parsePrimary(n) {
		if (this.atBoundary || this.atTerminator(n)) return null;
		let t = null;
		let i = this.index;
		if (this.match("<}>")) return this.error("unexpected-closing-delimiter", i);
		if (t ??= this.parseGroup(), t ??= this.parseNumber(), t ??= this.parseDoubleQuoteString(), t ??= this.parseEnclosure(), t ??= this.parseEnvironment(n), t === null && this.matchAll(this._positiveInfinityTokens) && (t = "PositiveInfinity"), t === null && this.matchAll(this._negativeInfinityTokens) && (t = "NegativeInfinity"), t === null && this.matchAll(this._notANumberTokens) && (t = "NaN"), t === null && this.matchAll(this._imaginaryUnitTokens) && (t = "ImaginaryUnit"), t ??= this.tryParseBareFunction(n), t ??= this.tryParseBareSymbol(), t ??= this.tryParseBareRun(), t ??= this.parseGenericExpression(n) ?? this.parseFunction(n) ?? this.parseSymbol(n) ?? Vr(this), t !== null && _(t)) return this.parsePrimary(n);
		if (t !== null) {
			t = this.decorate(t, i);
			let r = null;
			let s = this.index;
			do {
				if (r = this.parsePostfixOperator(t, n) ?? this.parseFunctionListArgument(t), r !== null && t !== null && this._applicationPolicy?.suffix(t, r), t = r ?? t, this.index === s && r !== null) {
					this.index;
					break;
				}
				s = this.index;
			} while (r !== null);
		}
		if (t !== null) {
			let r = this.parseSupsub(t);
			r !== null && this._applicationPolicy?.suffix(t, r), t = r;
		}
		if (t !== null && (t = td(t)), t !== null && (t = rd(t)), t !== null) {
			let r = null;
			let s = this.index;
			do {
				if (r = this.parsePostfixOperator(t, n), r !== null && this._applicationPolicy?.suffix(t, r), t = r ?? t, this.index === s && r !== null) {
					this.index;
					break;
				}
				s = this.index;
			} while (r !== null);
		}
		if (t === null && (t = this.options.parseUnexpectedToken?.(null, this) ?? null, t === null && this.peek.startsWith("\\") && !_l.has(this.peek))) {
			if (this.peek === "\\") {
				let r = this.index;
				if (this.nextToken(), this.skipVisualSpace(), this.atEnd) return this.emitDiagnostic("recovered", r, this.index, { skipped: this.latex(r, this.index) }), this.decorate(null, i);
				this.index = r;
			}
			this.nextToken(), t = this.error("unexpected-command", i);
		}
		return this.decorate(t, i);
	}
	parseNumberTimesList(n, t) {
		let i = this.index;
		if (this.skipVisualSpace(), !(this.index !== i) && !mi(n) || !this.atIndexBracket()) return this.index = i, null;
		let s = this.index;
		let o = this.parseEnclosure();
		if (this.index = s, !ps(o)) return this.index = i, null;
		let a = this.parseExpression({
			...t,
			minPrec: jn + 1
		});
		return a === null ? (this.index = i, null) : g(n) === "InvisibleOperator" && !this._applicationPolicy?.has(n) ? [
			"InvisibleOperator",
			...x(n),
			a
		] : [
			"InvisibleOperator",
			n,
			a
		];
	}
	parseFunctionListArgument(n) {
		let t = T(n);
		if (t === null) return null;
		let i = this.index;
		if (this.skipSpace(), !this.atIndexBracket() || !this.isFunctionOperator(t)) return this.index = i, null;
		let r = this.parseEnclosure();
		return ps(r) ? [t, r] : (this.index = i, null);
	}
	atParenthesizedIndexBracket() {
		let n = this.index;
		this.skipSpace(), oe[this.peek] && this.index++;
		let t = !1;
		return Q["("].includes(this.peek) && (this.index++, this.skipSpace(), t = this.atIndexBracket()), this.index = n, t;
	}
	atIndexBracket() {
		let n = this.peek;
		if (n === "[" || n === "\\lbrack") return !0;
		if (n !== "\\left") return !1;
		let t = this._tokens[this.index + 1];
		return t === "[" || t === "\\lbrack";
	}
	parseExpression(n) {
		this.skipSpace();
		let t = this.index;
		if (this.atBoundary) return this.index = t, null;
		let i = this._diagnosticsCheckpoint();
		n ??= { minPrec: 0 }, n.minPrec, n.minPrec === void 0 && (n = {
			...n,
			minPrec: 0
		});
		let r = this._ownedChain;
		this._ownedChain = null;
		let s = this.parsePrefixOperator({
			...n,
			minPrec: 0
		});
		if (s ??= this.parsePrimary(n), s !== null) {
			let o = !1;
			for (; !o && !this.atTerminator(n);) {
				this.skipSpace(), this._operandDiagnosticCheckpoint = i, this._operandStartIndex = t;
				let a = this.parseInfixOperator(s, n);
				if (a === null && n.minPrec <= jn && (a = this.parseNumberTimesList(s, n)), a === null && n.minPrec <= jn) {
					let l = this.peekDefinitions("operator");
					if ((l.length === 0 || l.every(([u]) => u.latexTrigger === "\\text" || u.latexTrigger === "\\keyword")) && !(l.length > 0 && this.wouldMatchTextInfix(l))) {
						let u = this.index;
						let c = this.parseExpression({
							...n,
							minPrec: jn + 1
						});
						c !== null ? (this.emitJuxtapositionDiagnostic(s, c, t, u), g(s) === "InvisibleOperator" && !this._applicationPolicy?.has(s) ? g(c) === "InvisibleOperator" && !this._applicationPolicy?.has(c) ? a = [
							"InvisibleOperator",
							...x(s),
							...x(c)
						] : a = [
							"InvisibleOperator",
							...x(s),
							c
						] : g(c) === "InvisibleOperator" && !this._applicationPolicy?.has(c) ? a = [
							"InvisibleOperator",
							s,
							...x(c)
						] : a = [
							"InvisibleOperator",
							s,
							c
						]) : a === null && (a = this.options.parseUnexpectedToken?.(s, this) ?? null);
					}
				}
				a !== null ? s = a : o = !0;
			}
		}
		return this._ownedChain = r, this.decorate(s, t);
	}
	decorate(n, t) {
		if (n === null) return null;
		if (!this.options.preserveLatex) return n;
		let i = this.latex(t, this.index);
		if (Array.isArray(n)) {
			let r = {
				latex: i,
				fn: n
			};
			this._applicationPolicy?.decorated(n, r), ne.has(n) && ne.add(r), n = r;
		} else typeof n == "number" ? n = {
			latex: i,
			num: Number(n).toString()
		} : typeof n == "string" ? n.startsWith("'") ? n = {
			latex: i,
			str: n.slice(1, -1)
		} : n = {
			latex: i,
			sym: n
		} : typeof n == "object" && n !== null && (n.latex = i);
		return n;
	}
	error(n, t) {
		let i;
		typeof n == "string" ? (n.startsWith("'"), i = { str: n }) : (n[0].startsWith("'"), i = [
			"ErrorCode",
			{ str: n[0] },
			...n.slice(1)
		]);
		let r = this.latex(t, this.index);
		return {
			fn: r ? [
				"Error",
				i,
				["LatexString", { str: r }]
			] : ["Error", i],
			sourceOffsets: typeof n == "string" && n === "missing" ? this.sourceOffsets(t, t) : this.sourceOffsets(t, this.index)
		};
	}
	emitJuxtapositionDiagnostic(n, t, i, r) {
		if (this.diagnostics === null) return;
		let s = g(t);
		if (s !== "Delimiter" && s !== "Matrix") return;
		let o = null;
		let a = i;
		let l;
		let u = T(n);
		if (u !== null) o = u;
		else if (g(n) === "__unit__") o = T(p(n, 1)), o !== null && (l = "unit");
		else if (g(n) === "InvisibleOperator") {
			let d = this.trailingLetterRun(r);
			if (d === null) return;
			o = d.name, a = d.startToken;
		}
		if (o === null) return;
		let c = this.resolveSymbol(o);
		let f = c === void 0 ? "unknown" : c.type.matches("function") ? "function" : "value";
		this.emitDiagnostic("juxtaposition-as-multiply", a, this.index, l !== void 0 ? {
			name: o,
			declaredAs: f,
			lexedAs: l
		} : {
			name: o,
			declaredAs: f
		});
	}
	trailingLetterRun(n) {
		let t = n;
		for (; t > 0 && this._tokens[t - 1] === "<space>";) t--;
		let i = "";
		for (; t > 0 && /^[a-zA-Z]$/.test(this._tokens[t - 1]);) i = this._tokens[t - 1] + i, t--;
		return i.length === 0 ? null : {
			name: i,
			startToken: t
		};
	}
	isFunctionOperator(n) {
		return n === null || n === "D" || n === "N" ? !1 : !!this.resolveSymbol(n)?.type.matches("function");
	}
	looksLikePredicate(n) {
		if (n === null || typeof n != "string" || !/^[A-Z]$/.test(n)) return !1;
		let t = this.resolveSymbol(n)?.type;
		return t !== void 0 && !t.isUnknown && !t.matches("function") ? !1 : (this.skipSpace(), this.peek === "(" || this.peek === "\\left");
	}
	*getDefs(n) {
		if (n === "operator") for (let t = this._dictionary.defs.length - 1; t >= 0; t--) {
			let i = this._dictionary.defs[t];
			/^prefix|infix|postfix/.test(i.kind) && (yield i);
		}
		else for (let t = this._dictionary.defs.length - 1; t >= 0; t--) {
			let i = this._dictionary.defs[t];
			i.kind === n && (yield i);
		}
	}
};
function fd(e) {
	let n = e.peek;
	return Object.values(gs).includes(n) || gs[n] ? (e.nextToken(), !0) : oe[n] || Object.values(oe).includes(n) ? (e.nextToken(), e.nextToken(), !0) : !1;
}
function Al(e) {
	let n = [e];
	for (; n.length > 0;) {
		let t = n.pop();
		if (t == null) continue;
		let i = g(t);
		if (i === "Error") return !0;
		if (i !== "") for (let r of x(t)) n.push(r);
	}
	return !1;
}
function wl(e, n, t, i) {
	let r = new ms(H(e, [], i), n, t);
	let s = r.parseExpression();
	if (!r.atEnd) {
		let o = r.parseSyntaxError();
		s = s !== null ? [
			"Sequence",
			s,
			o
		] : o;
	}
	return {
		expr: s,
		parser: r
	};
}
function Dl(e, n, t) {
	let i = !!t.diagnostics && !!t.onDiagnostic;
	let r = i ? [] : void 0;
	let s = [];
	let o = wl(e, n, t, r);
	let a = o.expr;
	let l = o.parser;
	if (Al(a)) {
		let u = e.trimEnd();
		let c = (k) => {
			let I = k.trimEnd();
			return I.length > 1 && /[.,;?]$/.test(I) ? I.slice(0, -1) : null;
		};
		let f = (k) => {
			let I = k.trimEnd();
			let A = I.match(/(?:\\q?quad|\\hspace\{[^{}]*\})\s*(?:\([^()]*\)|\\textcircled\{[^{}]*\})$/);
			return A ? I.slice(0, A.index) : null;
		};
		let d = [];
		let m = c(u);
		m !== null && d.push(m);
		let y = f(u);
		if (y !== null) {
			d.push(y);
			let k = c(y);
			k !== null && d.push(k);
		}
		for (let k of d) {
			let I = wl(k, n, t);
			if (I.expr !== null && !Al(I.expr)) {
				a = I.expr, l = I.parser, i && s.push({
					code: "recovered",
					start: k.length,
					end: e.length,
					detail: { skipped: e.slice(k.length) }
				});
				break;
			}
		}
	}
	if (a ??= "Nothing", a = l.resolveApplications(a), a = bl(a), i) {
		let u = t.onDiagnostic;
		if (l.diagnostics) for (let { code: c, start: f, end: d, detail: m } of l.diagnostics) u(m !== void 0 ? {
			code: c,
			start: f,
			end: d,
			detail: m
		} : {
			code: c,
			start: f,
			end: d
		});
		for (let c of r) u({
			code: "comment-discarded",
			start: c.start,
			end: c.end,
			detail: { discardedLength: c.discardedLength }
		});
		for (let c of s) u(c);
	}
	if (t.preserveLatex) {
		if (Array.isArray(a)) return {
			latex: e,
			fn: a
		};
		if (typeof a == "number") return {
			latex: e,
			num: Number(a).toString()
		};
		if (typeof a == "string") {
			if (Ks(a)) return {
				latex: e,
				str: P$1(a)
			};
			if (Fn(a)) return {
				latex: e,
				sym: a
			};
			if (Tn(a)) return {
				latex: e,
				num: a
			};
		}
		typeof a == "object" && a !== null && (a.latex = e);
	}
	return a;
}
function Ae(e, n, t) {
	if (_(e)) return null;
	let i;
	let r = g(e);
	if (r === "Delimiter") {
		let u = P$1(p(e, 2));
		if (u !== "," && u !== "(,)" && u !== "[,]") return null;
		let c = p(e, 1);
		g(c) === "Sequence" ? i = [...x(c)] : i = c ? [c] : [];
	} else if (r === "Sequence") i = [...x(e)];
	else return null;
	if (i.length !== 2) return null;
	let [s, o] = i;
	return [
		"Interval",
		n ? ["Open", s] : s,
		t ? ["Open", o] : o
	];
}
function xs(e) {
	if (e === null) return null;
	if (g(e) === "List" && M(e) === 2) return [
		"Interval",
		p(e, 1),
		p(e, 2)
	];
	if (g(e) === "Delimiter") {
		let n = P$1(p(e, 2)) ?? "(,)";
		if (n !== "," && n !== "(,)" && n !== "()") return e;
		let t = p(e, 1);
		if (g(t) === "Sequence" && M(t) === 2) return [
			"Interval",
			["Open", p(t, 1)],
			["Open", p(t, 2)]
		];
	}
	return e;
}
var pd = ["<{>", ...Object.keys(oe)];
var dd = [
	"[",
	"\\lbrack",
	"(",
	"\\lparen"
];
function Ts(e, n) {
	let t = e.index;
	for (n !== void 0 && (e.index = n), e.skipVisualSpace(); pd.includes(e.peek);) e.nextToken(), e.skipVisualSpace();
	let i = dd.includes(e.peek);
	return e.index = t, i;
}
function ys(e, n) {
	return Ts(e, e.operandStartIndex) ? xs(n) : n;
}
function Cl(e) {
	let n = p(e, 1);
	let t = p(e, 2);
	let i = !1;
	let r = !1;
	return g(n) === "Open" && (n = p(n, 1), i = !0), g(t) === "Open" && (t = p(t, 1), r = !0), {
		lower: n,
		upper: t,
		openLower: i,
		openUpper: r
	};
}
function Bl(e, n) {
	let { lower: t, upper: i, openLower: r, openUpper: s } = Cl(n);
	return E([
		r ? "\\lparen" : "\\lbrack",
		e.serialize(t),
		", ",
		e.serialize(i),
		s ? "\\rparen" : "\\rbrack"
	]);
}
function gd(e, n) {
	let { lower: t, upper: i, openLower: r, openUpper: s } = Cl(n);
	return r && s ? E([
		"\\rbrack",
		e.serialize(t),
		", ",
		e.serialize(i),
		"\\lbrack"
	]) : !r && !s ? E([
		"\\mathrm{Interval}(",
		e.serialize(t),
		", ",
		e.serialize(i),
		")"
	]) : Bl(e, n);
}
function md(e, n, t) {
	if (n !== null && g(n) === "Interval") return Bl(e, n);
	let i = bs(e, n);
	return i !== null ? i : e.wrap(n, t);
}
function bs(e, n) {
	if (n === null || M(n) !== 2) return null;
	let t = g(n);
	return t !== "List" && t !== "Tuple" && t !== "Pair" ? null : E([
		`\\operatorname{${t === "List" ? "List" : "Tuple"}}(`,
		e.serialize(p(n, 1)),
		", ",
		e.serialize(p(n, 2)),
		")"
	]);
}
function we(e, n, t) {
	return (i, r) => {
		let s = M(r);
		return s === 0 ? "" : s === 1 ? i.serializeFunction(r) : E([...x(r)].flatMap((o, a) => {
			let l = t === "both" || a > 0 ? md(i, o, n + 1) : i.wrap(o, n + 1);
			return a < s - 1 ? [l, e] : [l];
		}));
	};
}
function Y(e, n, t) {
	return (i, r, s) => {
		if (r === null) return null;
		let o = t === "rhs" || g(r) === e ? r : ys(i, r);
		let a = Ts(i);
		let l = w(i.parseExpression({
			...s,
			minPrec: t === "chain" ? n + 1 : n
		}));
		let u = a ? xs(l) : l;
		return t === "chain" ? i._appendAssociativeOperand(e, o, u) : [
			e,
			o,
			u
		];
	};
}
var hs = /* @__PURE__ */ new Set([
	"Less",
	"LessEqual",
	"Greater",
	"GreaterEqual",
	"Equal",
	"NotEqual",
	"And",
	"Or",
	"Not"
]);
function Ol(e) {
	if (e == null) return !1;
	let n = T(e);
	return n !== null && _t.has(n);
}
function Ll(e, n, t) {
	let i = T(n);
	if (i === null || !_t.has(i) || e.resolveSymbol(i)?.type.matches("set<any>") !== !0) return null;
	let r = g(t);
	return (r === "InvisibleOperator" || r === "Multiply") && M(t) === 2 && T(p(t, 2)) === i ? [
		"QuotientRing",
		n,
		p(t, 1)
	] : null;
}
var Es = [
	{
		name: "AlgebraicNumbers",
		latexTrigger: "\\overline\\Q"
	},
	{
		latexTrigger: "\\bar\\Q",
		parse: "AlgebraicNumbers"
	},
	{
		name: "ComplexNumbers",
		standaloneSymbol: !0,
		latexTrigger: ["\\C"]
	},
	{
		latexTrigger: "\\mathbb{C}",
		parse: "ComplexNumbers"
	},
	{
		name: "UpperHalfPlane",
		standaloneSymbol: !0,
		latexTrigger: "\\mathbb{C}^+"
	},
	{
		latexTrigger: "\\mathbb{C}^{+}",
		parse: "UpperHalfPlane"
	},
	{
		latexTrigger: "\\C^+",
		parse: "UpperHalfPlane"
	},
	{
		latexTrigger: "\\C^{+}",
		parse: "UpperHalfPlane"
	},
	{
		name: "ImaginaryNumbers",
		latexTrigger: ["\\imaginaryI", "\\R"]
	},
	{
		name: "EmptySet",
		standaloneSymbol: !0,
		latexTrigger: ["\\emptyset"]
	},
	{
		latexTrigger: ["\\varnothing"],
		parse: "EmptySet"
	},
	{
		name: "Integers",
		standaloneSymbol: !0,
		latexTrigger: ["\\Z"]
	},
	{
		latexTrigger: "\\mathbb{Z}",
		parse: "Integers"
	},
	{
		name: "Primes",
		standaloneSymbol: !0,
		latexTrigger: ["\\mathbb{P}"]
	},
	{
		name: "RationalNumbers",
		standaloneSymbol: !0,
		latexTrigger: ["\\Q"]
	},
	{
		latexTrigger: "\\mathbb{Q}",
		parse: "RationalNumbers"
	},
	{
		name: "RealNumbers",
		standaloneSymbol: !0,
		latexTrigger: ["\\R"]
	},
	{
		latexTrigger: "\\mathbb{R}",
		parse: "RealNumbers"
	},
	{
		name: "TranscendentalNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\R-\\bar\\Q"
	},
	{
		latexTrigger: "\\R\\backslash\\bar\\Q",
		parse: "TranscendentalNumbers"
	},
	{
		name: "NegativeNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\R_{<0}"
	},
	{
		latexTrigger: "\\R^-",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^{-}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^-",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R_-",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R_{-}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R_{\\lt0}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^{\\lt}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^{<}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^{\\lt0}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\R^{<0}",
		parse: "NegativeNumbers"
	},
	{
		name: "NonPositiveNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\R_{\\le0}"
	},
	{
		latexTrigger: "\\R_{\\leq0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R_{\\leqslant0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\leq0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\le0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\leqslant0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{-0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\leq}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\le}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\leqslant}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\R^{0-}",
		parse: "NonPositiveNumbers"
	},
	{
		name: "PositiveNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\R_{>0}"
	},
	{
		latexTrigger: "\\R^+",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R^{+}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R_+",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R_{+}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R_{\\gt0}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\gt}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R^{\\gt 0}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R^{>}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\R^{>0}",
		parse: "PositiveNumbers"
	},
	{
		name: "NonNegativeNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\R_{\\geq0}"
	},
	{
		latexTrigger: "\\R_{\\ge0}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\R_{\\geqslant0}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\R^{0+}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\R^{\\geq}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\R^{\\ge}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\R^{\\geqslant}",
		parse: "NonNegativeNumbers"
	},
	{
		name: "ExtendedRealNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\overline\\R"
	},
	{
		latexTrigger: "\\bar\\R",
		parse: "ExtendedRealNumbers"
	},
	{
		name: "NegativeIntegers",
		standaloneSymbol: !0,
		latexTrigger: "\\Z_{<0}"
	},
	{
		latexTrigger: "\\Z_{\\lt0}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^-",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{-}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z_-",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z_{-}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\lt}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{<}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\lt0}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{<0}",
		parse: "NegativeIntegers"
	},
	{
		name: "NonPositiveIntegers",
		standaloneSymbol: !0,
		latexTrigger: "\\Z_{\\le0}"
	},
	{
		latexTrigger: "\\Z_{\\leq0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z_{\\leqslant0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{-0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\leq}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\le}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\leqslant}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\leq0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\le0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\leqslant0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{0-}",
		parse: "NonPositiveIntegers"
	},
	{
		name: "PositiveIntegers",
		standaloneSymbol: !0,
		latexTrigger: "\\N^*"
	},
	{
		latexTrigger: "\\Z_{>0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z_{\\gt0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z_+",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z_{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\gt}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\Z^{\\gt0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^+",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^*",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^{*}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^\\star",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N^{\\star}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_1",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{>0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{\\gt0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{\\geq1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{\\ge1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\N_{\\geqslant1}",
		parse: "PositiveIntegers"
	},
	{
		name: "NonNegativeIntegers",
		standaloneSymbol: !0,
		latexTrigger: ["\\N"]
	},
	{
		latexTrigger: "\\Z^{+0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\geq}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\ge}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\geqslant}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\geq0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\ge0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{\\geqslant0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z_{\\geq0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z_{\\ge0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z_{\\geqslant0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\Z^{0+}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\N_0",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\N_{0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\N_{\\geq0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\N_{\\ge0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\N_{\\geqslant0}",
		parse: "NonNegativeIntegers"
	},
	{
		name: "ExtendedIntegers",
		standaloneSymbol: !0,
		latexTrigger: "\\overline\\Z"
	},
	{
		latexTrigger: "\\bar\\Z",
		parse: "ExtendedIntegers"
	},
	{
		name: "ExtendedRationalNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\overline\\Q"
	},
	{
		latexTrigger: "\\bar\\Q",
		parse: "ExtendedRationalNumbers"
	},
	{
		name: "ExtendedComplexNumbers",
		standaloneSymbol: !0,
		latexTrigger: "\\overline\\C"
	},
	{
		latexTrigger: "\\bar\\C",
		parse: "ExtendedComplexNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{>0}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\gt0}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_+",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{+}",
		parse: "PositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\geq0}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\ge0}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\geqslant0}",
		parse: "NonNegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{<0}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\lt0}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_-",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{-}",
		parse: "NegativeNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\leq0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\le0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{R}_{\\leqslant0}",
		parse: "NonPositiveNumbers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{>0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\gt0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_+",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}^+",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}^{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\geq0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\ge0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\geqslant0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{<0}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\lt0}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_-",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{-}",
		parse: "NegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\leq0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\le0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{Z}_{\\leqslant0}",
		parse: "NonPositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{>0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\gt0}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}^+",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}^{+}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}^*",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}^{*}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_0",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\geq0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\ge0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\geqslant0}",
		parse: "NonNegativeIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_1",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\geq1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\ge1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{\\geqslant1}",
		parse: "PositiveIntegers"
	},
	{
		latexTrigger: "\\mathbb{N}_{>1}",
		parse: () => [
			"Set",
			[
				"Element",
				"n",
				"NonNegativeIntegers"
			],
			["Condition", [
				"Greater",
				"n",
				1
			]]
		]
	},
	{
		latexTrigger: "\\N_{>1}",
		parse: () => [
			"Set",
			[
				"Element",
				"n",
				"NonNegativeIntegers"
			],
			["Condition", [
				"Greater",
				"n",
				1
			]]
		]
	},
	{
		name: "Adjoin",
		serialize: (e, n) => {
			let t = x(n);
			if (!Ol(t[0])) return e.serializeFunction(n);
			return E([
				e.wrap(t[0] ?? "Nothing", Ie),
				"[",
				t.slice(1).map((s) => e.serialize(s)).join(", "),
				"]"
			]);
		}
	},
	{
		name: "QuotientRing",
		serialize: (e, n) => {
			if (!Ol(p(n, 1))) return e.serializeFunction(n);
			return E([
				e.wrap(p(n, 1) ?? "Nothing", Ie),
				"_{",
				e.serialize(p(n, 2)),
				"}"
			]);
		}
	},
	{
		kind: "postfix",
		precedence: $,
		latexTrigger: ["/"],
		parse: (e, n) => {
			let t = T(n);
			if (t === null || !_t.has(t) || e.resolveSymbol(t)?.type.matches("set<any>") !== !0) return null;
			let i = e.index;
			let r = e.parseExpression({ minPrec: $ });
			return r !== null && g(r) === "InvisibleOperator" && M(r) === 2 && T(p(r, 2)) === t ? [
				"QuotientRing",
				n,
				p(r, 1)
			] : (e.index = i, null);
		}
	},
	{
		latexTrigger: ["^", "\\complement"],
		kind: "postfix",
		parse: (e, n) => ["Complement", n]
	},
	{
		name: "Complement",
		latexTrigger: [
			"^",
			"<{>",
			"\\complement",
			"<}>"
		],
		kind: "postfix",
		serialize: (e, n) => E([e.serialize(p(n, 1)), "^\\complement"])
	},
	{
		name: "Intersection",
		latexTrigger: ["\\cap"],
		kind: "infix",
		precedence: 350,
		parse: Y("Intersection", 350, "both"),
		serialize: we("\\cap", 350, "both")
	},
	{
		latexTrigger: ["∩"],
		kind: "infix",
		precedence: 350,
		parse: Y("Intersection", 350, "both")
	},
	{
		name: "Interval",
		serialize: Jl
	},
	{
		kind: "matchfix",
		openTrigger: ["["],
		closeTrigger: [")"],
		parse: (e, n) => Ae(n, !1, !0)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\lbrack"],
		closeTrigger: ["\\rparen"],
		parse: (e, n) => Ae(n, !1, !0)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\lbrack"],
		closeTrigger: [")"],
		parse: (e, n) => Ae(n, !1, !0)
	},
	{
		kind: "matchfix",
		openTrigger: ["["],
		closeTrigger: ["\\rparen"],
		parse: (e, n) => Ae(n, !1, !0)
	},
	{
		kind: "matchfix",
		openTrigger: ["("],
		closeTrigger: ["]"],
		parse: (e, n) => Ae(n, !0, !1)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\lparen"],
		closeTrigger: ["\\rbrack"],
		parse: (e, n) => Ae(n, !0, !1)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\lparen"],
		closeTrigger: ["]"],
		parse: (e, n) => Ae(n, !0, !1)
	},
	{
		kind: "matchfix",
		openTrigger: ["("],
		closeTrigger: ["\\rbrack"],
		parse: (e, n) => Ae(n, !0, !1)
	},
	{
		kind: "matchfix",
		openTrigger: ["]"],
		closeTrigger: ["["],
		parse: (e, n) => Ae(n, !0, !0)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\rbrack"],
		closeTrigger: ["\\lbrack"],
		parse: (e, n) => Ae(n, !0, !0)
	},
	{
		name: "Multiple",
		serialize: Jl
	},
	{
		name: "Union",
		latexTrigger: ["\\cup"],
		kind: "infix",
		precedence: 350,
		parse: Y("Union", 350, "both"),
		serialize: we("\\cup", 350, "both")
	},
	{
		latexTrigger: ["∪"],
		kind: "infix",
		precedence: 350,
		parse: Y("Union", 350, "both")
	},
	{
		name: "Divides",
		latexTrigger: ["\\mid"],
		kind: "infix",
		precedence: 160
	},
	{
		name: "NotDivides",
		latexTrigger: ["\\nmid"],
		kind: "infix",
		precedence: 160
	},
	{
		name: "Set",
		kind: "matchfix",
		openTrigger: "{",
		closeTrigger: "}",
		parse: (e, n) => {
			if (_(n)) return "EmptySet";
			g(n) == "Delimiter" && P$1(p(n, 2)) === "," && (n = p(n, 1));
			let t = g(n);
			if (t === "Divides") {
				let i = p(n, 1);
				let r = p(n, 2);
				if (i !== null && r !== null) return [
					"Set",
					i,
					["Condition", r]
				];
			}
			if (t === "Colon") {
				let i = p(n, 1);
				let r = p(n, 2);
				if (i !== null && r !== null) {
					let s = g(i);
					return s !== null && hs.has(s) ? [
						"Which",
						i,
						r
					] : [
						"Set",
						i,
						["Condition", r]
					];
				}
			}
			if (t === "Sequence") {
				let i = x(n);
				i.length > 1 && gl(n) && (i = i.slice(0, -1));
				let r = i.filter((u) => g(u) === "Colon");
				if (r.length > 0 && r.every((u) => {
					let c = p(u, 1);
					let f = c !== null ? g(c) : null;
					return f !== null && hs.has(f);
				})) {
					let u = [];
					for (let c = 0; c < i.length; c++) {
						let f = i[c];
						if (g(f) === "Colon") {
							let d = p(f, 1);
							let m = p(f, 2);
							if (d === null || m === null) return ["Set", ...i];
							u.push(d, m);
						} else {
							if (c !== i.length - 1) return ["Set", ...i];
							u.push("True", f);
						}
					}
					return ["Which", ...u];
				}
				let o = i[0];
				let a = g(o);
				if (a === "Colon" || a === "Divides") {
					let u = p(o, 1);
					let c = p(o, 2);
					let f = u !== null ? g(u) : null;
					if (u !== null && c !== null && !(f !== null && hs.has(f))) {
						let d = [c, ...i.slice(1)];
						return [
							"Set",
							u,
							["Condition", d.length === 1 ? d[0] : ["And", ...d]]
						];
					}
				}
				return pi(i, e) || ["Set", ...i];
			}
			return ["Set", n];
		},
		serialize: (e, n) => {
			if (M(n) === 2 && g(p(n, 2)) === "Condition") {
				let t = p(n, 2);
				return E([
					"\\lbrace",
					e.serialize(p(n, 1)),
					"\\mid",
					e.serialize(p(t, 1)),
					"\\rbrace"
				]);
			}
			return E([
				"\\lbrace",
				x(n).map((t) => e.serialize(t)).join(", "),
				"\\rbrace"
			]);
		}
	},
	{
		name: "SetMinus",
		latexTrigger: ["\\setminus"],
		kind: "infix",
		precedence: 650,
		parse: Y("SetMinus", 650, "both"),
		serialize: we("\\setminus", 650, "both")
	},
	{
		latexTrigger: ["\\backslash"],
		kind: "infix",
		precedence: 650,
		parse: Y("SetMinus", 650, "both")
	},
	{
		name: "SymmetricDifference",
		latexTrigger: ["\\triangle"],
		kind: "infix",
		precedence: v,
		parse: Y("SymmetricDifference", v, "both"),
		serialize: we("\\triangle", v, "both")
	},
	{
		latexTrigger: ["\\ni"],
		kind: "infix",
		associativity: "none",
		precedence: 160,
		parse: (e, n, t) => {
			let i = ys(e, n);
			let r = e.parseExpression(t);
			return r === null ? null : [
				"Element",
				r,
				i
			];
		}
	},
	{
		name: "Element",
		latexTrigger: ["\\in"],
		kind: "infix",
		precedence: 241,
		parse: Y("Element", 241, "rhs"),
		serialize: we("\\in", 241, "rhs")
	},
	{
		latexTrigger: ["∈"],
		kind: "infix",
		precedence: 241,
		parse: Y("Element", 241, "rhs")
	},
	{
		name: "NotElement",
		latexTrigger: ["\\notin"],
		kind: "infix",
		precedence: 240,
		parse: Y("NotElement", 240, "rhs"),
		serialize: we("\\notin", 240, "rhs")
	},
	{
		latexTrigger: ["∉"],
		kind: "infix",
		precedence: 240,
		parse: Y("NotElement", 240, "rhs")
	},
	{
		name: "NotSubset",
		latexTrigger: ["\\nsubset"],
		kind: "infix",
		associativity: "none",
		precedence: 240
	},
	{
		name: "NotSuperset",
		latexTrigger: ["\\nsupset"],
		kind: "infix",
		associativity: "none",
		precedence: 240
	},
	{
		name: "NotSubsetNotEqual",
		latexTrigger: ["\\nsubseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 240
	},
	{
		name: "NotSupersetNotEqual",
		latexTrigger: ["\\nsupseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 240
	},
	{
		latexTrigger: ["\\not", "\\in"],
		kind: "infix",
		precedence: 240,
		parse: Y("NotElement", 240, "rhs")
	},
	{
		latexTrigger: ["\\not", "\\subset"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: "NotSubset"
	},
	{
		latexTrigger: ["\\not", "\\supset"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: "NotSuperset"
	},
	{
		latexTrigger: ["\\not", "\\subseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: (e, n, t) => {
			let i = ys(e, n);
			let r = Ts(e);
			let s = e.parseExpression({
				...t,
				minPrec: 240
			});
			return s === null ? null : ["Not", [
				"SubsetEqual",
				i,
				r ? xs(s) : s
			]];
		}
	},
	{
		name: "SquareSubset",
		latexTrigger: ["\\sqsubset"],
		kind: "infix",
		associativity: "none",
		precedence: 265
	},
	{
		name: "SquareSubsetEqual",
		latexTrigger: ["\\sqsubseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 265
	},
	{
		name: "SquareSuperset",
		latexTrigger: ["\\sqsupset"],
		kind: "infix",
		associativity: "none",
		precedence: 265
	},
	{
		name: "SquareSupersetEqual",
		latexTrigger: ["\\sqsupseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 265
	},
	{
		name: "Subset",
		latexTrigger: ["\\subset"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Subset", 240, "chain"),
		serialize: we("\\subset", 240, "both")
	},
	{
		latexTrigger: ["\\subsetneq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Subset", 240, "chain")
	},
	{
		latexTrigger: ["\\varsubsetneqq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Subset", 240, "chain")
	},
	{
		name: "SubsetEqual",
		latexTrigger: ["\\subseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("SubsetEqual", 240, "chain"),
		serialize: we("\\subseteq", 240, "both")
	},
	{
		name: "Superset",
		latexTrigger: ["\\supset"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Superset", 240, "chain"),
		serialize: we("\\supset", 240, "both")
	},
	{
		latexTrigger: ["\\supsetneq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Superset", 240, "chain")
	},
	{
		latexTrigger: ["\\varsupsetneq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("Superset", 240, "chain")
	},
	{
		name: "SupersetEqual",
		latexTrigger: ["\\supseteq"],
		kind: "infix",
		associativity: "none",
		precedence: 240,
		parse: Y("SupersetEqual", 240, "chain"),
		serialize: we("\\supseteq", 240, "both")
	}
];
function Jl(e, n) {
	if (n === null) return "";
	let t = g(n);
	if (!t) return "";
	if (t === "Range") return E([
		"\\mathopen\\lbrack",
		e.serialize(p(n, 1)),
		", ",
		e.serialize(p(n, 2)),
		"\\mathclose\\rbrack"
	]);
	if (t === "Interval") return gd(e, n);
	e.numericSetStyle(n, e.level);
	return "";
}
function Ti(e, n) {
	if (n === "none") return e;
	if (n === "0...360") {
		let t = e % 360;
		return (t < 0 ? t + 360 : t) || 0;
	}
	if (n === "-180...180") {
		let t = e % 360;
		return t > 180 && (t -= 360), t < -180 && (t += 360), t || 0;
	}
	return e;
}
function hd(e) {
	let n = e < 0 ? -1 : 1;
	let t = Math.abs(e);
	let i = Math.floor(t);
	let r = (t - i) * 60;
	let s = Math.floor(r);
	let o = (r - s) * 60;
	let a = Math.round(o * 1e3) / 1e3;
	let l = s;
	let u = i;
	return a >= 60 && (a = 0, l++), l >= 60 && (l = 0, u++), {
		deg: n * u || 0,
		min: n * l || 0,
		sec: a === 0 ? 0 : n * a
	};
}
function bi(e) {
	let { deg: n, min: t, sec: i } = hd(e), r = `${n}\xB0`;
	if (Math.abs(i) > .001) {
		let s = i % 1 === 0 ? i.toString() : i.toFixed(2);
		r += `${Math.abs(t)}'${Math.abs(Number(s))}"`;
	} else Math.abs(t) > 0 ? r += `${Math.abs(t)}'` : r += `0'0"`;
	return r;
}
function yd(e, n) {
	return typeof e == "number" ? Number.isFinite(e) ? parseFloat(e.toPrecision(n)) : e : e.toPrecision(n);
}
function Ei(e, n) {
	return e.toFixed(n);
}
function Fl(e, n, t = "auto") {
	if (t === "max") return {
		value: String(e),
		error: String(n)
	};
	if (typeof t == "object" && "fractional" in t) {
		let l = t.fractional;
		return {
			value: Ei(e, l),
			error: Ei(n, l)
		};
	}
	let i = t === "auto" ? 2 : t.significant;
	let r = yd(n, i);
	let s = parseInt(r.toExponential().split("e")[1], 10);
	let o = i - 1 - s;
	if (o > 0) return {
		value: Ei(e, o),
		error: Ei(r, o)
	};
	let a = Math.pow(10, -o);
	return {
		value: String(Math.round(e / a) * a),
		error: String(Math.round(r / a) * a)
	};
}
var xd = /^(\\left\s*)?(\[|\\lbrack(?![a-zA-Z]))/;
function Td(e) {
	if (typeof e == "number") return e === 2;
	let n = typeof e == "object" && !Array.isArray(e) && "num" in e ? e.num : typeof e == "string" ? e : void 0;
	return typeof n != "string" ? !1 : /^\+?0*2(\.0*)?$/.test(n.trim());
}
function bd(e) {
	return e.includes("\\vert") || e.includes("|");
}
function Ed(e, n) {
	let t = e.groupStyle(n, e.level + 1);
	let i = e.serialize(p(n, 1));
	return t === "big" ? E([
		"\\Bigl\\vert",
		i,
		"\\Bigr\\vert"
	]) : t === "scaled" || bd(i) ? E([
		"\\left\\vert",
		i,
		"\\right\\vert"
	]) : E([
		"\\vert",
		i,
		"\\vert"
	]);
}
function kd(e, n) {
	if (n === null || Td(n)) return "";
	if (T(n) === "PositiveInfinity" || P$1(n) === "Infinity") return "_\\infty";
	if (P$1(n) === "Frobenius") return "_F";
	let t = e.serialize(n);
	return t.length === 1 ? `_${t}` : `_{${t}}`;
}
function nu(e) {
	if (g(e) !== "Multiply") return [[], []];
	let n = [];
	let t = [];
	for (let i of x(e)) if (g(i) === "Power") {
		let r = p(i, 1);
		let s = p(i, 2);
		if (g(s) === "Negate") {
			let o = p(s, 1);
			r && o && t.push([
				"Power",
				r,
				o
			]);
		} else {
			let o = N(s) ?? NaN;
			o === -1 ? r && t.push(r) : o < 0 ? r && t.push([
				"Power",
				r,
				-o
			]) : n.push(i);
		}
	} else if (g(i) === "Rational" && M(i) === 2 || g(i) === "Divide") {
		let r = p(i, 1);
		let s = p(i, 2);
		N(r) !== 1 && n.push(r), N(s) !== 1 && t.push(s);
	} else {
		let r = Qe(i);
		r !== null ? (r[0] !== 1 && n.push(r[0]), t.push(r[1])) : n.push(i);
	}
	return [n, t];
}
function $l(e) {
	let n = e.parseOptionalGroup();
	let t = e.parseGroup();
	let i = t ?? e.parseToken();
	if (_(i)) {
		if (n === null && t === null) return "Sqrt";
		let r = e.error("missing", e.index);
		return n !== null ? [
			"Root",
			r,
			w(n)
		] : ["Sqrt", r];
	}
	return n !== null ? [
		"Root",
		i,
		n
	] : ["Sqrt", i];
}
function Sd(e) {
	if (typeof e == "number") return -e;
	if (typeof e == "string") return e.startsWith("-") ? e.slice(1) : e.startsWith("+") ? "-" + e.slice(1) : "-" + e;
	let n = e.num;
	return n.startsWith("-") ? { num: n.slice(1) } : n.startsWith("+") ? { num: "-" + n.slice(1) } : { num: "-" + n };
}
function Ns(e, n) {
	if (n == null) return !1;
	if (T(n) === "ContinuationPlaceholder") return !0;
	let t = g(n);
	return t === "Add" || t === "Subtract" || t === "Negate" ? t === "Add" && n === e.ownedChain ? !1 : x(n).some((i) => Ns(e, i)) : !1;
}
function tu(e) {
	if (g(e) === "Subtract") {
		let n = p(e, 1);
		let t = p(e, 2);
		return [...tu(n), ["Negate", t]];
	}
	return [e];
}
function jl(e, n, t, i) {
	if (g(n) !== "Add" || !(Ns(e, t) || Ns(e, i))) return n;
	let s = [];
	for (let o of x(n)) s.push(...tu(o));
	return ["Add", ...s];
}
function Nd(e, n) {
	if (!n) return "\\pm";
	let t = p(n, 1);
	let i = p(n, 2);
	if (t === null) return "\\pm";
	if (i === null) return e.serialize(t);
	let r = N(t);
	let s = N(i);
	if (r !== null && s !== null && Number.isFinite(r) && Number.isFinite(s) && s > 0) {
		let { value: o, error: a } = Fl(r, s, e.options.digits);
		return E([
			o,
			"\\pm",
			a
		]);
	}
	return E([
		e.serialize(t),
		"\\pm",
		e.serialize(i)
	]);
}
function Tt(e, n, t, i) {
	return t == null ? "\\sqrt{}" : (i = i ?? 2, n === "solidus" ? he("^", e.wrapPowerBase(t), "1/" + e.serialize(i)) : n === "quotient" ? he("^", e.wrapPowerBase(t), "\\frac{1}{" + e.serialize(i) + "}") : N(i) === 2 ? "\\sqrt{" + e.serialize(t) + "}" : "\\sqrt[" + e.serialize(i) + "]{" + e.serialize(t) + "}");
}
var vd = /* @__PURE__ */ new Set([
	"Pi",
	"ExponentialE",
	"ImaginaryUnit",
	"GoldenRatio",
	"EulerGamma",
	"CatalanConstant",
	"MachineEpsilon"
]);
function vs(e, n) {
	let t = T(e);
	if (t !== null) return t === n;
	for (let i of x(e)) if (vs(i, n)) return !0;
	return !1;
}
function iu(e) {
	let n = T(e);
	if (n !== null) return vd.has(n) ? null : n;
	for (let t of x(e)) {
		let i = iu(t);
		if (i !== null) return i;
	}
	return null;
}
function ze(e, n) {
	if (X(e)) return 0;
	let t = T(e);
	if (t !== null) return t === n ? 1 : 0;
	let i = g(e);
	if (!i) return 0;
	if (i === "Negate") return ze(p(e, 1), n);
	if (i === "Multiply") {
		let r = 0;
		for (let s of x(e)) {
			let o = ze(s, n);
			if (o === void 0) return;
			r += o;
		}
		return r;
	}
	if (i === "Divide") {
		let r = ze(p(e, 1), n);
		let s = ze(p(e, 2), n);
		return r === void 0 || s === void 0 ? void 0 : r - s;
	}
	if (i === "Power") {
		let r = p(e, 1);
		let s = p(e, 2);
		let o = ze(r, n);
		if (o === void 0) return;
		if (o === 0) return vs(s, n) ? void 0 : 0;
		let a = N(s);
		return a === null || !Number.isInteger(a) ? void 0 : o * a;
	}
	if (i === "Square") {
		let r = ze(p(e, 1), n);
		return r === void 0 ? void 0 : r * 2;
	}
	if (i === "Add" || i === "Subtract") {
		let r;
		for (let s of x(e)) {
			let o = ze(s, n);
			o !== void 0 && (r === void 0 || o > r) && (r = o);
		}
		return r;
	}
	return vs(e, n) ? void 0 : 0;
}
function Id(e) {
	let n = e;
	return g(n) === "Negate" && (n = p(n, 1)), g(n) === "BigO" ? p(n, 1) : null;
}
function Md(e) {
	let n = e.map(Id);
	if (!n.some((l) => l !== null)) return e;
	let t = null;
	for (let l of n) if (l !== null && (t = iu(l), t !== null)) break;
	if (t === null) return e;
	let r = (ze(n.find((l) => l !== null), t) ?? 0) >= 0;
	let s = [];
	let o = [];
	for (let l = 0; l < e.length; l++) n[l] !== null ? o.push(e[l]) : s.push(e[l]);
	let a = (l) => ze(l, t) ?? 0;
	return s.sort((l, u) => r ? a(l) - a(u) : a(u) - a(l)), [...s, ...o];
}
function Pd(e, n) {
	e.level -= 1;
	let t = g(n);
	let i = "";
	let r = p(n, 1);
	if (t === "Negate") i = "-" + e.wrap(r, F + 1);
	else if (t === "Subtract") {
		i = e.wrap(r, F);
		let s = p(n, 2);
		if (s !== null) {
			let o = e.wrap(s, F);
			o[0] === "-" ? i += "+" + o.slice(1) : o[0] === "+" ? i += "-" + o.slice(1) : i = i + "-" + o;
		}
	} else if (t === "Add") {
		let s = Md(x(n));
		if (e.options.prettify && s.length === 2 && e.options.invisiblePlus !== "+") {
			let [o, a] = s, [l, u] = [o, a], c = N(l), f = Qe(u);
			if ((c === null || f === null) && ([l, u] = [a, o], c = N(l), f = Qe(u)), c !== null && f !== null && isFinite(c) && Number.isInteger(c) && c >= 0 && c <= 1e3 && isFinite(f[0]) && isFinite(f[1]) && f[0] > 0 && f[0] <= 100 && f[1] <= 100) return i = te(e.options.invisiblePlus, e.serialize(l), e.serialize(u)), e.level += 1, i;
		}
		if (e.options.prettify && s.length === 2) {
			let [o, a] = Et(s[0]), [l, u] = Et(s[1]);
			if (a < 0 && u > 0) return i = _n(e, l) + "-" + _n(e, o), e.level += 1, i;
		}
		i = g(s[0]) === "Range" ? e.wrap(s[0], F) : e.serialize(s[0]);
		for (let o = 1; o < s.length; o++) if (r = s[o], e.options.prettify) {
			let [a, l] = Et(r), u = _n(e, a);
			l > 0 ? u.startsWith("+") || u.startsWith("-") ? i += u : i += "+" + u : u.startsWith("+") ? i += "-" + u.slice(1) : u.startsWith("-") ? i += "+" + u.slice(1) : i += "-" + u;
		} else {
			let a = _n(e, r);
			a[0] === "-" || a[0] === "+" ? i += a : i += "+" + a;
		}
	}
	return e.level += 1, i;
}
function Is(e) {
	let n = N(e);
	if (n === null) return null;
	let t = {
		isZero: n === 0,
		isOne: n === 1,
		isNegativeOne: n === -1,
		isNegative: n < 0
	};
	let i = e ?? null;
	let r = typeof i == "string" ? i : Ye(i) && typeof i.num == "string" ? i.num : void 0;
	if (r === void 0 || !Number.isFinite(n)) return t;
	let s = /^([+-]?)(\d*)\.?(\d*)(?:[eE][+-]?\d+)?$/.exec(r.trim());
	if (s === null) return t;
	let o = (s[2] + s[3]).replace(/^0+/, "").replace(/0+$/, "");
	let a = o.length === 0;
	let l = o.length <= 15;
	return {
		isZero: a,
		isOne: l && n === 1,
		isNegativeOne: l && n === -1,
		isNegative: !a && s[1] === "-"
	};
}
function _n(e, n, t = F) {
	return g(n) === "Complex" && Is(p(n, 1))?.isZero ? e.serialize(n) : e.wrap(n, t);
}
function ru(e) {
	return x(e).some((n) => g(n) === "Negate" ? T(p(n, 1)) === "ContinuationPlaceholder" : T(n) === "ContinuationPlaceholder");
}
function zl(e) {
	if (e == null || g(e) !== "Multiply") return !1;
	let n = (t) => {
		if (T(t) === "ContinuationPlaceholder") return !0;
		let i = g(t);
		return i === "Negate" ? T(p(t, 1)) === "ContinuationPlaceholder" : i === "Multiply" || i === "Sequence" ? x(t).some(n) : !1;
	};
	return x(e).some(n);
}
function ql(e, n, t) {
	let i = (o) => g(o) === "InvisibleOperator" && ru(o) ? x(o) : null;
	let r = i(n);
	let s = i(t);
	return r !== null || s !== null ? [
		"Multiply",
		...r ?? [n],
		...s ?? [t]
	] : e._appendAssociativeOperand("Multiply", n, t);
}
function su(e, n) {
	if (n === null) return "";
	e.level -= 1;
	let t = "";
	let i = ru(n) || x(n).some(zl);
	if (e.options.prettify === !0 && !i) {
		let [c, f] = nu(n);
		f.length > 0 && (f.length === 1 && f[0] === 1 ? c.length === 0 ? t = "1" : c.length === 1 ? t = e.serialize(c[0]) : t = su(e, ["Multiply", ...c]) : t = e.serialize([
			"Divide",
			c.length === 1 ? c[0] : ["Multiply", ...c],
			f.length === 1 ? f[0] : ["Multiply", ...f]
		]));
	}
	if (t) return e.level += 1, t;
	let r = !1;
	let s = null;
	let o = M(n) + 1;
	let a = x(n);
	e.options.prettify === !0 && a.length === 2 && X(a[1]) && !X(a[0]) && (a = [a[1], a[0]]);
	let l = !1;
	let u = null;
	for (let c = 1; c < o; c++) {
		if (s = a[c - 1], s === null) continue;
		let f;
		if (X(s)) {
			f = e.serialize(s), f === "-1" && !t ? (t = "", r = !r) : (f[0] === "-" && (f = f.slice(1), r = !r), t ? t = te(e.options.multiply, t, f) : t = f), l = !0, u = null;
			continue;
		}
		if (g(s) === "Power") {
			let m = Qe(p(s, 2));
			if (m != null) {
				let [y, k] = m;
				if (y === 1 && k !== null) {
					let I = Tt(e, e.rootStyle(s, e.level), p(s, 1), k);
					t && i ? t = te(e.options.multiply, t, I) : t += I, l = !1, u = null;
					continue;
				}
			}
		}
		if (g(s) === "Power" && !isNaN(N(p(s, 1)) ?? NaN)) {
			f = e.serialize(s), t ? t = te(e.options.multiply, t, f) : t = f, l = !0, u = null;
			continue;
		}
		g(s) === "Negate" && (s = p(s, 1), r = !r), f = g(s) === "Mod" && M(s) === 2 ? e.wrap(s, $ + 1) : zl(s) ? e.wrap(s, D + 1) : e.wrap(s, D);
		let d = T(s) === "ContinuationPlaceholder";
		if (!t) t = f;
		else {
			let m = g(s);
			i ? t = te(e.options.multiply, t, f) : l && (m === "Divide" || m === "Rational") ? t = te(e.options.multiply, t, f) : /^\d/.test(f) ? t = te(e.options.multiply, t, f) : l && /^\\overline\{\d/.test(f) ? t = te(e.options.multiply, t, f) : u !== null && !rs.has(u) && Kt.test(f) ? t = te(e.options.multiply, t, f) : !l && xd.test(f) ? t = te(e.options.multiply, t, f) : e.options.invisibleMultiply ? t = te(e.options.invisibleMultiply, t, f) : t = E([t, f]);
		}
		l = !1, u = d ? null : T(s);
	}
	return e.level += 1, r ? "-" + t : t;
}
function Ni(e) {
	let n = e.parseGroup();
	return n === null ? w(e.parseToken()) : _(n) ? e.error("missing", e.index) : n;
}
var Vl = F;
function ki(e) {
	let n = Ni(e);
	let t = Ni(e);
	let i = g(t) === "PartialDerivative" ? [t] : g(t) === "Multiply" || g(t) === "Sequence" || g(t) === "InvisibleOperator" ? x(t).filter((l) => g(l) === "PartialDerivative") : [];
	if (i.length > 0) {
		let l = g(n) === "PartialDerivative" ? p(n, 1) : null;
		(l == null || l === "Nothing") && (l = Gl(w(e.parseExpression({ minPrec: Vl }))));
		let u = [];
		for (let f of i) {
			let d = p(f, 1);
			let m = g(d) === "List" ? x(d) : [d];
			for (let y of m) y && y !== "Nothing" && u.push(y);
		}
		let c = N(p(n, 2)) ?? 1;
		if (u.length === 1 && c > 1) for (let f = 1; f < c; f++) u.push(u[0]);
		if (u.length > 0) return [
			"D",
			l,
			...u
		];
	}
	let r = (l) => l === "d" || l === "d_upright" || l === "differentialD";
	let s = null;
	let o = null;
	{
		let l = g(n);
		let u = l === "Multiply" || l === "InvisibleOperator" || l === "Sequence" ? [...x(n)] : [n];
		let c = u[0];
		if (r(T(c))) s = 1;
		else if (g(c) === "Power" && r(T(p(c, 1)))) {
			let f = N(p(c, 2));
			f !== null && f > 0 && (s = f);
		}
		if (s !== null && u.length > 1) {
			let f = u.slice(1);
			o = f.length === 1 ? f[0] : ["Multiply", ...f];
		}
	}
	if (s !== null) {
		let l = [];
		let u = !1;
		let c = (f) => {
			if (!f) return;
			let d = T(f);
			if (d && r(d)) {
				u = !0;
				return;
			}
			if (d) {
				l.push(f);
				return;
			}
			let m = g(f);
			if (m === "Sequence" || m === "Multiply" || m === "InvisibleOperator") for (let y of x(f)) c(y);
			else if (m === "Power") {
				let y = p(f, 1);
				y && !r(T(y)) && l.push(y);
			}
		};
		if (c(t), u || (l.length = 0), l.length === 0) {
			let f = T(t);
			f && f.length > 1 && f[0] === "d" && l.push(f.slice(1));
		}
		if (l.length === 1 && s > 1) for (let f = 1; f < s; f++) l.push(l[0]);
		if (l.length > 0) {
			let d = o ?? Gl(w(e.parseExpression({ minPrec: Vl })));
			for (let m of l) d = [
				"D",
				d,
				m
			];
			return d;
		}
	}
	let a = Ll(e, n, t);
	return a !== null ? a : [
		"Divide",
		n,
		t
	];
}
function yt(e, n, t) {
	if (e.match("_")) {
		let r = e.parseGroup() ?? e.parseToken();
		if (r === null) return null;
		let s = e.parseArguments("implicit");
		return s === null || s.length === 0 ? null : t === "first" ? [
			n,
			r,
			...s
		] : [
			n,
			...s,
			r
		];
	}
	let i = e.parseArguments("enclosure");
	return i === null ? n : [n, ...i];
}
function Gl(e) {
	return g(e) === "List" && M(e) === 1 ? p(e, 1) : e;
}
function Ad(e, n, t) {
	let i = e.parseExpression({
		...t,
		minPrec: $ + 1
	});
	if (i === null) return [
		"Divide",
		n,
		Ln
	];
	return wd(n, i) || [
		"Divide",
		n,
		i
	];
}
function wd(e, n) {
	let t = T(e);
	if (t !== "d" && t !== "d_upright" && t !== "differentialD") return null;
	let i = g(n);
	if (i !== "InvisibleOperator" && i !== "Multiply") return null;
	let r = x(n);
	if (r.length < 3) return null;
	let s = T(r[0]);
	if (s !== "d" && s !== "d_upright" && s !== "differentialD") return null;
	let o = r[1];
	if (!T(o)) return null;
	return [
		"D",
		bt(r.length === 3 ? r[2] : ["InvisibleOperator", ...r.slice(2)]),
		o
	];
}
function bt(e) {
	if (g(e) === "Delimiter") return bt(p(e, 1));
	if (g(e) === "InvisibleOperator") {
		let n = x(e);
		return n.length === 2 && T(n[0]) && g(n[1]) === "Delimiter" ? [T(n[0]), bt(n[1])] : ["InvisibleOperator", ...n.map((t) => bt(t))];
	}
	if (Array.isArray(e)) {
		let n = e[0];
		if (typeof n != "string") return e;
		let t = [n];
		for (let i = 1; i < e.length; i++) t.push(bt(e[i]));
		return t;
	}
	return e;
}
function Ul(e, n) {
	if (n === null) return "";
	let t = w(p(n, 1));
	let i = w(p(n, 2));
	let r = e.options.prettify ? e.fractionStyle(n, e.level) : "quotient";
	if (r === "inline-solidus" || r === "nice-solidus") {
		let l = e.wrapShort(t);
		let u = e.wrapShort(i);
		return r === "inline-solidus" ? `${l}/${u}` : `{}^{${l}}\\!\\!/\\!{}_{${u}}`;
	} else {
		if (r === "reciprocal") return N(t) === 1 ? e.wrap(i) + "^{-1}" : e.wrap(t) + e.wrap(i) + "^{-1}";
		if (r === "factor") return N(i) === 1 ? e.wrap(t) : "\\frac{1}{" + e.serialize(i) + "}" + e.wrapString(e.serialize(t), e.groupStyle(n, 1));
	}
	let s = "\\frac";
	r === "block-quotient" ? s = "\\dfrac" : r === "inline-quotient" && (s = "\\tfrac");
	let o = e.serialize(t);
	let a = e.serialize(i);
	return `${s}{${o}}{${a}}`;
}
function ks(e) {
	return [
		"Binomial",
		Ni(e),
		w(Ni(e))
	];
}
function Rd(e, n) {
	if (n === null) return "";
	return `\\binom{${e.serialize(w(p(n, 1)))}}{${e.serialize(w(p(n, 2)))}}`;
}
function Ss(e, n) {
	if (!n) return "";
	let t = g(n);
	let i = w(p(n, 1));
	if (t === "Sqrt") return Tt(e, e.rootStyle(n, e.level - 1), i, 2);
	let r = w(p(n, 2));
	if (t === "Root") return Tt(e, e.rootStyle(n, e.level - 1), i, r);
	if (e.options.prettify) {
		let o = N(r) ?? 1;
		if (o === -1) return e.serialize([
			"Divide",
			"1",
			i
		]);
		if (o < 0) return e.serialize([
			"Divide",
			"1",
			[
				"Power",
				i,
				-o
			]
		]);
		if (g(r) === "Divide" || g(r) === "Rational") {
			let a = N(p(r, 1));
			let l = N(p(r, 2));
			if (a === 1) return Tt(e, e.rootStyle(n, e.level), i, p(r, 2));
			if (a === -1) return l === 2 ? e.serialize([
				"Divide",
				"1",
				["Sqrt", i]
			]) : e.serialize([
				"Divide",
				"1",
				[
					"Root",
					i,
					p(r, 2) ?? Ln
				]
			]);
			if (l === 2) return `${e.serialize(["Sqrt", i])}^{${e.serialize(p(r, 1))}}`;
		} else if (g(r) === "Power" && N(p(r, 2)) === -1) return Tt(e, e.rootStyle(n, e.level), i, p(r, 1));
	}
	return he("^", ((o) => o.startsWith("-") ? e.wrapString(o, "normal") : o)(e.wrapPowerBase(i)), e.serialize(r));
}
function xt(e, n) {
	e.skipSpace();
	let t = e.index;
	let i = e.parseNumber();
	let r = null;
	let s = null;
	if (i !== null && (e.match("'") || e.match("\\prime"))) {
		r = N(i), e.skipSpace();
		let l = e.index;
		let u = e.parseNumber();
		u !== null && (e.match("\"") || e.match("\\doubleprime")) ? s = N(u) : e.index = l;
	} else return e.index = t, ["Degrees", n];
	let o = N(n);
	if (o !== null && r !== null) {
		let l = 3600 * o + 60 * r + (s ?? 0);
		let u = at(l, 3600);
		if (u === null) return ["Degrees", l / 3600];
		let [c, f] = u;
		return f === 1 ? ["Degrees", c] : ["Degrees", [
			"Rational",
			c,
			f
		]];
	}
	let a = [[
		"Quantity",
		n,
		"deg"
	]];
	return a.push([
		"Quantity",
		i,
		"arcmin"
	]), s !== null && a.push([
		"Quantity",
		s,
		"arcsec"
	]), ["Add", ...a];
}
var Ms = [
	{
		name: "CatalanConstant",
		standaloneSymbol: !0,
		latexTrigger: "\\operatorname{G}",
		serialize: "\\operatorname{G}"
	},
	{
		latexTrigger: "\\mathrm{G}",
		parse: "CatalanConstant"
	},
	{
		name: "GoldenRatio",
		standaloneSymbol: !0,
		latexTrigger: "\\varphi"
	},
	{
		name: "EulerGamma",
		standaloneSymbol: !0,
		latexTrigger: "\\gamma",
		serialize: "\\operatorname{EulerGamma}",
		parse: (e) => e.resolveSymbol("gamma") === void 0 ? "EulerGamma" : null
	},
	{
		name: "Degrees",
		latexTrigger: ["\\degree"],
		kind: "postfix",
		precedence: 880,
		parse: (e, n) => xt(e, n),
		serialize: (e, n) => {
			let t = e.options;
			let i = p(n, 1);
			if (t.dmsFormat || t.angleNormalization && t.angleNormalization !== "none") {
				let r = N(i);
				if (r === null) {
					let s = Qe(i);
					s !== null && s[1] !== 0 && (r = s[0] / s[1]);
				}
				if (r !== null) {
					let s = r;
					return t.angleNormalization && t.angleNormalization !== "none" && (s = Ti(s, t.angleNormalization)), t.dmsFormat ? bi(s) : `${s}\xB0`;
				}
			}
			return E([e.serialize(i), "\\degree"]);
		}
	},
	{
		latexTrigger: ["\\degree"],
		kind: "postfix",
		precedence: 880,
		parse: (e, n) => xt(e, n)
	},
	{
		latexTrigger: [
			"^",
			"<{>",
			"\\circ",
			"<}>"
		],
		kind: "postfix",
		parse: (e, n) => xt(e, n)
	},
	{
		latexTrigger: ["^", "\\circ"],
		kind: "postfix",
		parse: (e, n) => xt(e, n)
	},
	{
		latexTrigger: ["°"],
		kind: "postfix",
		precedence: 880,
		parse: (e, n) => xt(e, n)
	},
	{
		latexTrigger: ["\\ang"],
		parse: (e) => {
			let n = e.parseGroup();
			return n === null ? ["Degrees"] : ["Degrees", n];
		}
	},
	{
		name: "DMS",
		serialize: (e, n) => {
			let t = N(p(n, 1));
			let i = N(p(n, 2));
			let r = N(p(n, 3));
			if (t !== null) {
				let o = i ?? 0;
				let a = r ?? 0;
				let l = `${t}\xB0`;
				return (o !== 0 || a !== 0) && (l += `${o}'`), a !== 0 && (l += `${a}"`), l;
			}
			let s = [];
			for (let o of [
				1,
				2,
				3
			]) {
				let a = p(n, o);
				a !== null && s.push(e.serialize(a));
			}
			return `\\operatorname{DMS}(${s.join(", ")})`;
		}
	},
	{
		latexTrigger: ["\\infty"],
		parse: "PositiveInfinity"
	},
	{
		latexTrigger: ["\\infin"],
		parse: "PositiveInfinity"
	},
	{
		latexTrigger: ["∞"],
		parse: "PositiveInfinity"
	},
	{
		name: "PositiveInfinity",
		serialize: (e) => e.options.positiveInfinity
	},
	{
		name: "NegativeInfinity",
		serialize: (e) => e.options.negativeInfinity
	},
	{
		name: "ComplexInfinity",
		standaloneSymbol: !0,
		latexTrigger: ["\\tilde", "\\infty"],
		serialize: "\\tilde\\infty"
	},
	{
		latexTrigger: [
			"\\tilde",
			"<{>",
			"\\infty",
			"<}>"
		],
		parse: "ComplexInfinity"
	},
	{
		name: "Pi",
		standaloneSymbol: !0,
		kind: "symbol",
		latexTrigger: ["\\pi"]
	},
	{
		latexTrigger: ["π"],
		parse: "Pi"
	},
	{
		name: "ExponentialE",
		standaloneSymbol: !0,
		latexTrigger: ["\\exponentialE"],
		parse: "ExponentialE",
		serialize: "\\exponentialE"
	},
	{
		latexTrigger: "\\operatorname{e}",
		parse: "ExponentialE"
	},
	{
		latexTrigger: "\\mathrm{e}",
		parse: "ExponentialE"
	},
	{
		kind: "function",
		symbolTrigger: "exp",
		parse: (e) => Xl(e)
	},
	{
		latexTrigger: "\\exp",
		parse: (e) => Xl(e)
	},
	{
		name: "ImaginaryUnit",
		latexTrigger: ["\\imaginaryI"]
	},
	{
		latexTrigger: "\\operatorname{i}",
		parse: "ImaginaryUnit"
	},
	{
		latexTrigger: "\\mathrm{i}",
		parse: "ImaginaryUnit"
	},
	{
		name: "Abs",
		kind: "matchfix",
		openTrigger: "|",
		closeTrigger: "|",
		parse: (e, n) => _(n) ? null : ["Abs", n],
		serialize: (e, n) => Ed(e, n)
	},
	{
		kind: "matchfix",
		openTrigger: ["\\vert"],
		closeTrigger: ["\\vert"],
		parse: (e, n) => _(n) ? null : ["Abs", n]
	},
	{
		symbolTrigger: "abs",
		kind: "function",
		parse: "Abs"
	},
	{
		latexTrigger: ["\\abs"],
		kind: "function",
		parse: "Abs"
	},
	{
		name: "Add",
		latexTrigger: ["+"],
		kind: "infix",
		associativity: "any",
		precedence: F,
		parse: (e, n, t) => {
			let i = e.parseExpression({
				...t,
				minPrec: F + 1
			});
			if (i === null) return null;
			if (g(i) === "Negate") {
				let r = p(i, 1);
				if (X(r)) return jl(e, e._appendAssociativeOperand("Add", n, Sd(r)), n, i);
			}
			return jl(e, e._appendAssociativeOperand("Add", n, i), n, i);
		},
		serialize: Pd
	},
	{
		kind: "prefix",
		latexTrigger: ["+"],
		precedence: F,
		parse: (e, n) => e.parseExpression({
			...n,
			minPrec: 400
		})
	},
	{
		name: "Ceil",
		kind: "matchfix",
		openTrigger: "\\lceil",
		closeTrigger: "\\rceil",
		parse: (e, n) => _(n) ? null : ["Ceil", n]
	},
	{
		kind: "matchfix",
		openTrigger: ["⌈"],
		closeTrigger: ["⌉"],
		parse: (e, n) => _(n) ? null : ["Ceil", n]
	},
	{
		symbolTrigger: "ceil",
		kind: "function",
		parse: "Ceil"
	},
	{
		name: "Chop",
		symbolTrigger: "chop",
		kind: "function",
		parse: "Chop"
	},
	{
		name: "Complex",
		precedence: F - 1,
		serialize: (e, n) => {
			let t = e.serialize(p(n, 1));
			let i = Is(p(n, 2));
			if (i?.isZero) return t;
			let r = i === null ? ou(p(n, 2)) : null;
			let s = r !== null ? E(["-", N(r) === 1 ? "\\imaginaryI" : E([e.serialize(r), "\\imaginaryI"])]) : i?.isOne ? "\\imaginaryI" : i?.isNegativeOne ? "-\\imaginaryI" : E([e.serialize(p(n, 2)), "\\imaginaryI"]);
			return Is(p(n, 1))?.isZero ? s : i?.isNegative || r !== null ? E([t, s]) : E([
				t,
				"+",
				s
			]);
		}
	},
	{
		name: "Divide",
		latexTrigger: "\\frac",
		precedence: $,
		parse: ki,
		serialize: Ul
	},
	{
		latexTrigger: "\\dfrac",
		precedence: $,
		parse: ki
	},
	{
		latexTrigger: "\\tfrac",
		precedence: $,
		parse: ki
	},
	{
		latexTrigger: "\\cfrac",
		precedence: $,
		parse: ki
	},
	{
		name: "Binomial",
		latexTrigger: "\\binom",
		parse: ks,
		serialize: Rd
	},
	{
		latexTrigger: "\\dbinom",
		parse: ks
	},
	{
		latexTrigger: "\\tbinom",
		parse: ks
	},
	{
		kind: "infix",
		latexTrigger: "\\over",
		associativity: "none",
		precedence: $,
		parse: "Divide"
	},
	{
		kind: "infix",
		latexTrigger: "\\choose",
		associativity: "none",
		precedence: $,
		parse: "Binomial"
	},
	{
		latexTrigger: ["\\/"],
		kind: "infix",
		associativity: "left",
		precedence: $,
		parse: "Divide"
	},
	{
		latexTrigger: ["/"],
		kind: "infix",
		associativity: "left",
		precedence: $,
		parse: Ad
	},
	{
		latexTrigger: ["\\div"],
		kind: "infix",
		associativity: "left",
		precedence: $,
		parse: "Divide"
	},
	{
		name: "Exp",
		serialize: (e, n) => {
			let t = p(n, 1);
			return T(t) || N(t) !== null ? E([
				"\\exponentialE^{",
				e.serialize(t),
				"}"
			]) : E(["\\exp", e.wrap(w(t))]);
		}
	},
	{
		name: "Factorial",
		latexTrigger: ["!"],
		kind: "postfix",
		precedence: Ie,
		parse: (e, n) => e.peek === "=" ? null : ["Factorial", n]
	},
	{
		name: "Factorial2",
		latexTrigger: ["!", "!"],
		kind: "postfix",
		precedence: Ie
	},
	{
		name: "Floor",
		kind: "matchfix",
		openTrigger: "\\lfloor",
		closeTrigger: "\\rfloor",
		parse: (e, n) => _(n) ? null : ["Floor", n]
	},
	{
		kind: "matchfix",
		openTrigger: ["⌊"],
		closeTrigger: ["⌋"],
		parse: (e, n) => _(n) ? null : ["Floor", n]
	},
	{
		symbolTrigger: "floor",
		kind: "function",
		parse: "Floor"
	},
	{
		latexTrigger: ["\\floor"],
		kind: "function",
		parse: "Floor"
	},
	{
		latexTrigger: ["\\Gamma"],
		parse: "Gamma"
	},
	{
		latexTrigger: ["\\zeta"],
		kind: "function",
		parse: "Zeta"
	},
	{
		latexTrigger: ["\\Beta"],
		kind: "function",
		parse: "Beta"
	},
	{
		name: "LambertW",
		latexTrigger: ["\\operatorname{W}"],
		kind: "function",
		parse: (e) => yt(e, "LambertW", "last"),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{W}_{" + e.serialize(i) + "}" + e.wrapArguments(["LambertW", t]) : "\\operatorname{W}" + e.wrapArguments(n);
		}
	},
	{
		name: "BesselJ",
		latexTrigger: ["\\operatorname{J}"],
		kind: "function",
		parse: (e) => yt(e, "BesselJ", "first"),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{J}_{" + e.serialize(t) + "}" + e.wrapArguments(["BesselJ", i]) : "\\operatorname{J}" + e.wrapArguments(n);
		}
	},
	{
		name: "BesselY",
		latexTrigger: ["\\operatorname{Y}"],
		kind: "function",
		parse: (e) => yt(e, "BesselY", "first"),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{Y}_{" + e.serialize(t) + "}" + e.wrapArguments(["BesselY", i]) : "\\operatorname{Y}" + e.wrapArguments(n);
		}
	},
	{
		name: "BesselI",
		latexTrigger: ["\\operatorname{I}"],
		kind: "function",
		parse: (e) => yt(e, "BesselI", "first"),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{I}_{" + e.serialize(t) + "}" + e.wrapArguments(["BesselI", i]) : "\\operatorname{I}" + e.wrapArguments(n);
		}
	},
	{
		name: "BesselK",
		latexTrigger: ["\\operatorname{K}"],
		kind: "function",
		parse: (e) => yt(e, "BesselK", "first"),
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{K}_{" + e.serialize(t) + "}" + e.wrapArguments(["BesselK", i]) : "\\operatorname{K}" + e.wrapArguments(n);
		}
	},
	{
		name: "PolyLog",
		latexTrigger: ["\\operatorname{Li}"],
		kind: "function",
		parse: (e) => {
			if (!e.match("_")) return null;
			let n = e.parseGroup() ?? e.parseToken();
			if (n === null) return null;
			let t = e.parseArguments("implicit");
			return t === null ? ["PolyLog", n] : [
				"PolyLog",
				n,
				...t
			];
		},
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			return t !== null && i !== null ? "\\operatorname{Li}_{" + e.serialize(t) + "}" + e.wrapArguments(["PolyLog", i]) : "\\operatorname{Li}" + e.wrapArguments(n);
		}
	},
	{
		name: "LogIntegral",
		latexTrigger: ["\\operatorname{li}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{li}" + e.wrapArguments(n)
	},
	{
		name: "AiryAi",
		latexTrigger: ["\\operatorname{Ai}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{Ai}" + e.wrapArguments(n)
	},
	{
		name: "AiryBi",
		latexTrigger: ["\\operatorname{Bi}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{Bi}" + e.wrapArguments(n)
	},
	{
		name: "AiryAiPrime",
		kind: "function",
		serialize: (e, n) => "\\operatorname{Ai}'" + e.wrapArguments(n)
	},
	{
		name: "AiryBiPrime",
		kind: "function",
		serialize: (e, n) => "\\operatorname{Bi}'" + e.wrapArguments(n)
	},
	{
		name: "GCD",
		latexTrigger: ["\\gcd"],
		kind: "function"
	},
	{
		symbolTrigger: "gcd",
		kind: "function",
		parse: "GCD"
	},
	{
		symbolTrigger: "GCD",
		kind: "function",
		parse: "GCD"
	},
	{
		name: "Half",
		serialize: "\\frac12"
	},
	{
		name: "Lg",
		standaloneSymbol: !0,
		latexTrigger: ["\\lg"],
		serialize: (e, n) => T(n) !== null ? "\\lg" : "\\log_{10}" + e.wrapArguments(n),
		parse: (e) => Kl(e)
	},
	{
		kind: "function",
		symbolTrigger: "lg",
		parse: (e) => Kl(e)
	},
	{
		name: "Lb",
		standaloneSymbol: !0,
		latexTrigger: "\\lb",
		parse: (e) => Ql(e)
	},
	{
		kind: "function",
		symbolTrigger: "lb",
		parse: (e) => Ql(e)
	},
	{
		name: "Ln",
		standaloneSymbol: !0,
		latexTrigger: ["\\ln"],
		parse: (e) => Si("Ln", e),
		serialize: (e, n) => T(n) !== null ? "\\ln" : "\\ln" + e.wrapArguments(n)
	},
	{
		kind: "function",
		symbolTrigger: "ln",
		parse: (e) => Si("Ln", e)
	},
	{
		name: "Log",
		standaloneSymbol: !0,
		latexTrigger: ["\\log"],
		parse: (e) => Si("Log", e),
		serialize: (e, n) => {
			if (T(n) !== null) return "\\log";
			let [t, i] = x(n);
			return i === void 0 ? "\\log" + e.wrapArguments(n) : E([
				"\\log_{",
				e.serialize(i),
				"}",
				e.wrap(t)
			]);
		}
	},
	{
		kind: "function",
		symbolTrigger: "log",
		parse: (e) => Si("Log", e)
	},
	{
		name: "LCM",
		latexTrigger: ["\\lcm"],
		kind: "function"
	},
	{
		symbolTrigger: "lcm",
		kind: "function",
		parse: "LCM"
	},
	{
		symbolTrigger: "LCM",
		kind: "function",
		parse: "LCM"
	},
	{
		symbolTrigger: "max",
		kind: "function",
		parse: "Max",
		arguments: "implicit"
	},
	{
		symbolTrigger: "min",
		kind: "function",
		parse: "Min",
		arguments: "implicit"
	},
	{
		name: "Max",
		latexTrigger: "\\max",
		kind: "function",
		arguments: "implicit"
	},
	{
		name: "Min",
		latexTrigger: "\\min",
		kind: "function",
		arguments: "implicit"
	},
	{
		name: "Supremum",
		latexTrigger: "\\sup",
		kind: "function",
		arguments: "implicit"
	},
	{
		name: "Infimum",
		latexTrigger: "\\inf",
		kind: "function",
		arguments: "implicit"
	},
	{
		name: "Limit",
		latexTrigger: "\\lim",
		kind: "expression",
		parse: (e) => {
			let n = e._diagnosticsCheckpoint();
			if (!e.match("_")) return null;
			let t = e.index;
			let i = e.parseGroup();
			let r = e.index;
			if (g(i) !== "To") return null;
			let s = e.parseExpression({ minPrec: D });
			if (!s) return null;
			let o = T(p(i, 1));
			o && e._pruneUndeclared([o], n, r, [[t, r]]);
			let a = p(i, 2);
			let l;
			g(a) === "PseudoInverse" && M(a) === 1 ? (l = 1, a = p(a, 1)) : g(a) === "Superminus" && M(a) === 1 && (l = -1, a = p(a, 1));
			let u = [
				"Function",
				s,
				p(i, 1)
			];
			return l === void 0 ? [
				"Limit",
				u,
				a
			] : [
				"Limit",
				u,
				a,
				l
			];
		},
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(t, 2);
			let r = p(n, 2);
			let s = N(p(n, 3));
			let o = s === 1 ? "^{+}" : s === -1 ? "^{-}" : "";
			return E([
				"\\lim_{",
				e.serialize(i),
				"\\to",
				e.serialize(r) + o,
				"}",
				e.serialize(p(t, 1))
			]);
		}
	},
	{
		name: "MinusPlus",
		latexTrigger: ["\\mp"],
		kind: "infix",
		associativity: "any",
		precedence: me
	},
	{
		latexTrigger: ["∓"],
		kind: "infix",
		associativity: "any",
		precedence: me,
		parse: "MinusPlus"
	},
	{
		name: "Multiply",
		latexTrigger: ["\\times"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		serialize: su
	},
	{
		latexTrigger: ["\\cdot"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: (e, n, t) => {
			let i = e.parseExpression({
				...t,
				minPrec: D + 2
			});
			return i === null ? null : ql(e, n, i);
		}
	},
	{
		latexTrigger: ["×"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "Multiply"
	},
	{
		latexTrigger: ["·"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "Multiply"
	},
	{
		name: "CirclePlus",
		latexTrigger: ["\\oplus"],
		kind: "infix",
		associativity: "any",
		precedence: F
	},
	{
		latexTrigger: ["⊕"],
		kind: "infix",
		associativity: "any",
		precedence: F,
		parse: "CirclePlus"
	},
	{
		name: "CircleMinus",
		latexTrigger: ["\\ominus"],
		kind: "infix",
		precedence: F
	},
	{
		latexTrigger: ["⊖"],
		kind: "infix",
		precedence: F,
		parse: "CircleMinus"
	},
	{
		name: "CircleTimes",
		latexTrigger: ["\\otimes"],
		kind: "infix",
		associativity: "any",
		precedence: D
	},
	{
		latexTrigger: ["⊗"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "CircleTimes"
	},
	{
		name: "CircleDot",
		latexTrigger: ["\\odot"],
		kind: "infix",
		associativity: "any",
		precedence: D
	},
	{
		latexTrigger: ["⊙"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "CircleDot"
	},
	{
		name: "CircledAst",
		latexTrigger: ["\\circledast"],
		kind: "infix",
		associativity: "any",
		precedence: D
	},
	{
		latexTrigger: ["⊛"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "CircledAst"
	},
	{
		name: "Star",
		latexTrigger: ["\\star"],
		kind: "infix",
		associativity: "any",
		precedence: D
	},
	{
		latexTrigger: ["⋆"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "Star"
	},
	{
		latexTrigger: ["⋅"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: "Multiply"
	},
	{
		latexTrigger: ["*"],
		kind: "infix",
		associativity: "any",
		precedence: D,
		parse: (e, n, t) => {
			let i = e.parseExpression({
				...t,
				minPrec: D + 2
			});
			return i === null ? [
				"Multiply",
				n,
				Ln
			] : ql(e, n, i);
		}
	},
	{
		name: "Mod",
		latexTrigger: "\\bmod",
		kind: "infix",
		precedence: $,
		serialize: (e, n) => {
			if (M(n) !== 2) return "";
			let t = !!e.options.invisibleMultiply;
			let i = (a) => {
				if (t && g(a) === "Multiply") {
					let [, l] = nu(a);
					if (!(e.options.prettify === !0 && l.length > 0 && !(l.length === 1 && l[0] === 1))) return e.wrap(a, D + 1);
				}
				return e.wrap(a, D);
			};
			let r = p(n, 1);
			return E([
				g(r) === "Mod" ? e.wrap(r, $ + 1) : i(r),
				"\\bmod",
				i(p(n, 2))
			]);
		}
	},
	{
		latexTrigger: "\\mod",
		kind: "infix",
		precedence: $,
		parse: "Mod"
	},
	{
		latexTrigger: "\\operatorname{mod}",
		kind: "function",
		parse: "Mod"
	},
	{
		latexTrigger: ["\\mod"],
		kind: "function",
		parse: "Mod"
	},
	{
		latexTrigger: "\\pmod",
		kind: "prefix",
		precedence: v,
		parse: (e) => {
			let n = e.parseGroup() ?? e.parseToken();
			return [
				"Mod",
				e.error("missing", e.index),
				w(n)
			];
		}
	},
	{
		name: "Congruent",
		serialize: (e, n) => {
			let t = e.serialize(p(n, 1));
			let i = e.serialize(p(n, 2));
			if (p(n, 3) === null) return E([
				t,
				"\\equiv",
				i
			]);
			return E([
				t,
				"\\equiv",
				i,
				"\\pmod{",
				e.serialize(p(n, 3)),
				"}"
			]);
		}
	},
	{
		name: "Negate",
		latexTrigger: ["-"],
		kind: "prefix",
		precedence: en + 1,
		parse: (e, n) => {
			e.skipSpace();
			let t = e.parseExpression({
				...n,
				minPrec: en + 3
			});
			return t === null ? null : ["Negate", t];
		}
	},
	{
		kind: "matchfix",
		openTrigger: "||",
		closeTrigger: "||",
		parse: (e, n) => _(n) ? null : ["Norm", n]
	},
	{
		name: "Norm",
		kind: "matchfix",
		openTrigger: ["\\left", "\\Vert"],
		closeTrigger: ["\\right", "\\Vert"],
		parse: (e, n) => _(n) ? null : ["Norm", n],
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = kd(e, p(n, 2));
			if (g(t) === "Matrix") {
				let r = p(t, 1);
				let s = p(t, 2);
				let o = s ? [
					"Matrix",
					r,
					{ str: "‖‖" },
					s
				] : [
					"Matrix",
					r,
					{ str: "‖‖" }
				];
				return e.serialize(o) + i;
			}
			return `\\left\\Vert ${e.serialize(t)}\\right\\Vert${i}`;
		}
	},
	{
		name: "Measurement",
		latexTrigger: ["\\pm"],
		kind: "infix",
		associativity: "any",
		precedence: me,
		serialize: Nd
	},
	{
		latexTrigger: ["\\pm"],
		kind: "prefix",
		precedence: me,
		parse: (e, n) => {
			return [
				"Measurement",
				0,
				w(e.parseExpression({
					...n,
					minPrec: 400
				}))
			];
		}
	},
	{
		latexTrigger: ["\\plusmn"],
		kind: "infix",
		associativity: "any",
		precedence: me,
		parse: (e, n, t) => {
			return [
				"Measurement",
				n,
				w(e.parseExpression({
					...t,
					minPrec: 400
				}))
			];
		}
	},
	{
		latexTrigger: ["\\plusmn"],
		kind: "prefix",
		precedence: me,
		parse: (e, n) => {
			return [
				"Measurement",
				0,
				w(e.parseExpression({
					...n,
					minPrec: 400
				}))
			];
		}
	},
	{
		latexTrigger: ["±"],
		kind: "infix",
		associativity: "any",
		precedence: me,
		parse: (e, n, t) => {
			return [
				"Measurement",
				n,
				w(e.parseExpression({
					...t,
					minPrec: 400
				}))
			];
		}
	},
	{
		latexTrigger: ["±"],
		kind: "prefix",
		precedence: me,
		parse: (e, n) => {
			return [
				"Measurement",
				0,
				w(e.parseExpression({
					...n,
					minPrec: 400
				}))
			];
		}
	},
	{
		name: "Power",
		latexTrigger: ["^"],
		kind: "infix",
		serialize: Ss
	},
	{
		latexTrigger: "\\prod",
		precedence: D,
		name: "Product",
		parse: Hl("Product", D),
		serialize: Wl("\\prod")
	},
	{
		latexTrigger: ["*", "*"],
		kind: "infix",
		associativity: "right",
		precedence: en,
		parse: (e, n, t) => {
			if (e.options.strict !== !1) return null;
			let i = e.parseExpression({
				...t,
				minPrec: en
			});
			return i === null ? null : [
				"Power",
				n,
				i
			];
		}
	},
	{
		name: "Rational",
		precedence: $,
		serialize: (e, n) => n && M(n) === 1 ? "\\operatorname{Rational}" + e.wrapArguments(n) : Ul(e, n)
	},
	{
		name: "Reduce",
		serialize: (e, n) => {
			let t = p(n, 1);
			if (!t) return "";
			let i = p(n, 2);
			return T(i) === "Add" ? `\\sum ${e.serialize(t)}` : T(i) === "Multiply" ? `\\prod ${e.serialize(t)}` : `\\operatorname{Reduce}\\left(${e.serialize(t)}, ${e.serialize(p(n, 2))}\\right)`;
		}
	},
	{
		name: "Root",
		serialize: Ss
	},
	{
		name: "Round",
		symbolTrigger: "round",
		kind: "function"
	},
	{
		name: "Square",
		precedence: 720,
		serialize: (e, n) => {
			let t = e.wrapPowerBase(p(n, 1));
			let i = t.startsWith("-") ? e.wrapString(t, "normal") : t;
			return wt(i) ? `{${i}}^2` : i + "^2";
		}
	},
	{
		latexTrigger: ["\\sum"],
		precedence: F,
		name: "Sum",
		parse: Hl("Sum", D),
		serialize: Wl("\\sum")
	},
	{
		name: "Heaviside",
		symbolTrigger: "Heaviside",
		kind: "function"
	},
	{
		name: "Sign",
		symbolTrigger: "sgn",
		kind: "function"
	},
	{
		symbolTrigger: "sign",
		kind: "function",
		parse: "Sign"
	},
	{
		latexTrigger: ["\\sign"],
		kind: "function",
		parse: "Sign"
	},
	{
		name: "Sqrt",
		latexTrigger: ["\\sqrt"],
		parse: $l,
		serialize: Ss
	},
	{
		latexTrigger: ["√"],
		parse: $l
	},
	{
		latexTrigger: ["½"],
		parse: () => [
			"Rational",
			1,
			2
		]
	},
	{
		latexTrigger: ["⅓"],
		parse: () => [
			"Rational",
			1,
			3
		]
	},
	{
		latexTrigger: ["¼"],
		parse: () => [
			"Rational",
			1,
			4
		]
	},
	{
		latexTrigger: ["¾"],
		parse: () => [
			"Rational",
			3,
			4
		]
	},
	{
		latexTrigger: ["⅔"],
		parse: () => [
			"Rational",
			2,
			3
		]
	},
	{
		name: "Subtract",
		latexTrigger: ["-"],
		kind: "infix",
		associativity: "left",
		precedence: F + 2,
		parse: (e, n, t) => {
			let i = e.parseExpression({
				...t,
				minPrec: F + 3
			});
			return i === null ? null : [
				"Subtract",
				n,
				i
			];
		},
		serialize: (e, n) => {
			let t = _n(e, p(n, 1), F + 2);
			let i = _n(e, p(n, 2), F + 3);
			return i.startsWith("-") && (i = e.wrapString(i, "normal")), E([
				t,
				"-",
				i
			]);
		}
	},
	{
		name: "Distance",
		latexTrigger: ["\\operatorname{distance}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{distance}" + e.wrapArguments(n)
	}
];
function _d(e, n) {
	if (e !== null) {
		if (T(e)) return {
			index: T(e) ?? "Nothing",
			upper: n
		};
		if (X(e)) return {
			index: "Nothing",
			lower: e,
			upper: n
		};
		if (g(e) === "GreaterEqual") return {
			index: T(p(e, 1)) ?? "Nothing",
			lower: p(e, 2) ?? 1,
			upper: n
		};
		if (g(e) === "LessEqual") {
			let t = x(e) ?? [];
			if (t.length === 3) return {
				index: T(t[1]) ?? "Nothing",
				lower: t[0],
				upper: t[2]
			};
			if (t.length === 2) {
				if (T(t[0])) return {
					index: T(t[0]),
					upper: t[1]
				};
				if (T(t[1])) return {
					index: T(t[1]),
					lower: t[0],
					upper: n
				};
			}
		}
		if (g(e) === "Equal") {
			let t = T(p(e, 1)) ?? "Nothing";
			let i = p(e, 2);
			if (g(i) === "Range") return {
				index: t,
				lower: p(i, 1) ?? 1,
				upper: p(i, 2) ?? void 0
			};
			return {
				index: t,
				lower: i ?? 1,
				upper: n
			};
		}
		if (g(e) === "Element") return {
			index: T(p(e, 1)) ?? "Nothing",
			element: e
		};
	}
}
function Dd(e) {
	let n = g(e);
	return n ? (/* @__PURE__ */ new Set([
		"Less",
		"LessEqual",
		"Greater",
		"GreaterEqual",
		"NotEqual",
		"And",
		"Or",
		"Not"
	])).has(n) : !1;
}
function Yl(e) {
	if (e === null) return [];
	let n = ge(e);
	if (n) return [...n];
	if (g(e) === "Tuple") {
		let t = x(e);
		return t ? [...t] : [e];
	}
	return [e];
}
function Od(e, n) {
	_(e) && (e = null), _(n) && (n = null);
	let t = Yl(e);
	let i = Yl(n);
	let r = [];
	let s = 0;
	for (; s < t.length;) {
		let o = t[s];
		let a = _d(o, i[s]);
		if (a) {
			if (a.element && s + 1 < t.length) {
				let l = t[s + 1];
				if (Dd(l) && g(l) !== "Element" && g(l) !== "Equal") {
					let u = a.element;
					if (Array.isArray(u) && u.length >= 3) a.element = [
						u[0],
						...u.slice(1),
						l
					];
					s++;
				}
			}
			r.push(a);
		}
		s++;
	}
	return r;
}
function Jd(e) {
	let n = /* @__PURE__ */ new Set();
	for (let t of e) if (t.index && t.index !== "Nothing" && n.add(t.index), t.element) {
		let i = T(p(t.element, 1));
		i && n.add(i);
	}
	return n;
}
function Hl(e, n) {
	return (t) => {
		t.skipSpace();
		let i = t._diagnosticsCheckpoint();
		t.pushSymbolTable();
		let r = null;
		let s = null;
		let o = -1;
		let a = -1;
		for (; !(s && r) && (t.peek === "_" || t.peek === "^");) t.match("_") ? (o = t.index, s = t.parseGroup() ?? t.parseToken(), a = t.index) : t.match("^") && (r = t.parseGroup() ?? t.parseToken()), t.skipSpace();
		if (!r && !s) {
			let d = t.parseExpression({ minPrec: n });
			return t.popSymbolTable(), d ? [e, d] : null;
		}
		let l = Od(s, r);
		let u = t.index;
		let c = t.parseExpression({ minPrec: n });
		if (t.popSymbolTable(), t._pruneUndeclared(Jd(l), i, u, o >= 0 ? [[o, a]] : void 0), c === null) return [e];
		let f = [];
		for (let d of l) {
			if (d.element) {
				f.push(d.element);
				continue;
			}
			let m = d.lower;
			let y = d.upper;
			let k = d.index ?? "Nothing";
			y != null ? f.push([
				"Tuple",
				k,
				m ?? 1,
				y
			]) : m != null ? f.push([
				"Tuple",
				k,
				m
			]) : f.push(["Tuple", k]);
		}
		return [
			e,
			c,
			...f
		];
	};
}
var Cd = /* @__PURE__ */ new Set([
	"Tuple",
	"Triple",
	"Pair",
	"Single",
	"Limits",
	"Element"
]);
function Zl(e) {
	return e == null || T(e) === "Nothing" ? null : e;
}
function Bd(e) {
	let n = [];
	let t = x(e);
	if (t.length <= 1) return n;
	for (let i of t.slice(1)) {
		let r = g(i);
		if (r && Cd.has(r)) {
			n.push(i);
			continue;
		}
		break;
	}
	return n;
}
function Ld(e, n) {
	if (g(n) === "Element") {
		let u = e.serialize(p(n, 1));
		let c = p(n, 2);
		return { sub: `${u}\\in ${bs(e, c) ?? e.serialize(c)}` };
	}
	let t = p(n, 1);
	t !== null && g(t) === "Hold" && (t = p(t, 1));
	let i = Zl(p(n, 2));
	let r = Zl(p(n, 3));
	let s = {};
	let o = t ? T(t) : null;
	let a = o !== null && o !== "Nothing";
	let l = a && t ? e.serialize(t) : void 0;
	return a && i !== null && l ? s.sub = `${l}=${e.serialize(i)}` : a && l ? s.sub = l : i !== null && (s.sub = e.serialize(i)), r !== null && (s.sup = e.serialize(r)), s;
}
function Wl(e) {
	return (n, t) => {
		let i = p(t, 1);
		if (i === null) return e;
		let r = Bd(t);
		let s = e;
		if (r.length > 0) {
			let o = [];
			let a = [];
			for (let l of r) {
				let u = Ld(n, l);
				u.sub && o.push(u.sub), u.sup && a.push(u.sup);
			}
			o.length > 0 && (s = he("_", s, o.join(", "))), a.length > 0 && (s = he("^", s, a.join(", ")));
		}
		return E([s, n.wrap(i, D)]);
	};
}
function Ps(e) {
	return e.skipSpace(), e.match("^") ? e.parseGroup() ?? e.parseToken() : null;
}
function Fd(e) {
	return N(e) === -1 ? !0 : g(e) === "Negate" && N(p(e, 1)) === 1;
}
function As(e, n, t) {
	return n === null ? e : Fd(n) ? t() : [
		"Power",
		e,
		n
	];
}
function Xl(e) {
	let n = Ps(e);
	let t = e.parseArguments("implicit");
	return t === null ? n === null ? "Exp" : [
		"Power",
		"Exp",
		n
	] : As(["Exp", ...t], n, () => ["Ln", t[0]]);
}
function Si(e, n) {
	let t = null;
	n.match("_") && (t = n.parseGroup() ?? n.parseToken());
	let i = Ps(n);
	let r = n.parseArguments("implicit");
	if (r === null && t === null && i === null) return e;
	r === null && (r = [je]);
	let s = () => e === "Ln" ? ["Exp", r[0]] : [
		"Power",
		t ?? 10,
		r[0]
	];
	let o;
	return t === null ? o = [e, ...r] : t === 10 ? o = ["Log", r[0]] : t === 2 ? o = ["Lb", ...r] : o = [
		"Log",
		r[0],
		t
	], As(o, i, s);
}
function Kl(e) {
	let n = Ps(e);
	let t = e.parseArguments("implicit");
	return t === null && n === null ? "Lg" : (t === null && (t = [je]), As([
		"Log",
		...t,
		10
	], n, () => [
		"Power",
		10,
		t[0]
	]));
}
function Ql(e) {
	let n = e.parseArguments("implicit");
	return n === null ? "Lb" : [
		"Log",
		n[0],
		2
	];
}
function Et(e) {
	let n = 1;
	let t = e;
	do {
		e = t;
		let i = g(e);
		if (i === "Negate") n *= -1, t = p(e, 1);
		else if (i === "Multiply") {
			let [r, s] = Et(p(e, 1));
			s < 0 && (n *= -1, r === 1 ? t = ["Multiply", ...x(e).slice(1)] : t = [
				"Multiply",
				r,
				...x(e).slice(1)
			]);
		} else if (i === "Divide" || i === "Rational") {
			let [r, s] = Et(p(e, 1));
			s < 0 && (n *= -1, t = [
				i,
				r,
				p(e, 2)
			]);
		} else {
			let r = N(e);
			r !== null && r < 0 && (n *= -1, t = -r);
		}
	} while (t !== e);
	return [e, n];
}
function ou(e) {
	if (e == null) return null;
	let n = g(e);
	if (n === "Negate") return p(e, 1) ?? null;
	if (n === "Rational") {
		let t = eu(p(e, 1));
		return t === null ? null : [
			"Rational",
			t,
			p(e, 2)
		];
	}
	if (n === "Multiply") {
		let [t, ...i] = x(e);
		if (t === void 0 || i.length === 0) return null;
		let r = ou(t) ?? eu(t);
		return r === null ? null : N(r) === 1 ? i.length === 1 ? i[0] : ["Multiply", ...i] : [
			"Multiply",
			r,
			...i
		];
	}
	return null;
}
function eu(e) {
	let n = N(e);
	if (n === null || !(n < 0)) return null;
	if (typeof e == "number") return -e;
	let t = typeof e == "string" ? e : typeof e == "object" && e !== null && "num" in e ? String(e.num) : null;
	return t === null || !t.startsWith("-") ? null : { num: t.slice(1) };
}
var $d = [
	"pt",
	"em",
	"mu",
	"ex",
	"mm",
	"cm",
	"in",
	"bp",
	"sp",
	"dd",
	"cc",
	"pc",
	"nc",
	"nd"
];
function au(e) {
	for (e.skipSpace(), (e.peek === "-" || e.peek === "+") && e.nextToken(); /^[\d.]$/.test(e.peek);) e.nextToken();
	for (let n of $d) if (e.matchAll([...n])) return;
}
function jd(e) {
	return (n) => {
		let t = n.parseGroup();
		return t === null ? [e] : [e, t];
	};
}
function ae(e, n) {
	return {
		name: e,
		latexTrigger: [n],
		parse: jd(e),
		serialize: Ii(n)
	};
}
function Ii(e) {
	return (n, t) => {
		let i = p(t, 1);
		return i === null ? e : `${e}{${n.serialize(i)}}`;
	};
}
function Ke(e, n) {
	return (t, i) => {
		let r = t.parseExpression({
			...i ?? {},
			minPrec: D
		});
		if (r === null || _(r)) return n ?? [e];
		let s = g(r);
		return s === "InvisibleOperator" || s === "Multiply" ? [e, ...x(r)] : [e, r];
	};
}
function lu(e) {
	return (n, t) => {
		let i = x(t);
		return i.length === 0 ? e : e + " " + i.map((r) => n.serialize(r)).join("");
	};
}
function uu(e) {
	return (n) => {
		let t = n.parseGroup() ?? n.parseToken();
		if (t === null || _(t)) return [e];
		let i = g(t);
		return i === "InvisibleOperator" || i === "Multiply" ? [e, ...x(t)] : [e, t];
	};
}
function cu(e) {
	return (n, t) => {
		let i = x(t);
		return e + "{" + i.map((r) => n.serialize(r)).join("") + "}";
	};
}
function vi(e) {
	return (n) => {
		let t = n.parseExpression();
		return t !== null && !_(t) ? [
			"Annotated",
			t,
			{ dict: { mathStyle: e } }
		] : "Nothing";
	};
}
function Re(e) {
	return (n) => {
		let t = n.parseExpression();
		return t !== null && !_(t) ? [
			"Annotated",
			t,
			{ dict: { size: e } }
		] : "Nothing";
	};
}
var ws = [
	{
		name: "Overscript",
		latexTrigger: ["\\overset"],
		kind: "infix",
		precedence: 700
	},
	{
		name: "Underscript",
		latexTrigger: ["\\underset"],
		kind: "infix",
		precedence: 700
	},
	{
		name: "Ring",
		latexTrigger: ["\\circ"],
		kind: "infix",
		precedence: 265
	},
	{
		name: "StringJoin",
		latexTrigger: ["\\lt", "\\gt"],
		kind: "infix",
		precedence: 780
	},
	{
		name: "Starstar",
		latexTrigger: ["\\star", "\\star"],
		kind: "infix",
		precedence: 780
	},
	{
		name: "PartialDerivative",
		latexTrigger: ["\\partial"],
		kind: "prefix",
		parse: (e) => {
			let n = !1;
			let t = "Nothing";
			let i = "Nothing";
			for (; !n;) e.skipSpace(), e.match("_") ? i = e.parseGroup() ?? e.parseToken() : e.match("^") ? t = e.parseGroup() ?? e.parseToken() : n = !0;
			if (i === null || t === null) return null;
			if (i !== "Nothing") {
				let a = ge(i) ?? [i];
				e.skipSpace();
				let l = e.parseGroup() ?? e.parseSymbol() ?? "Nothing";
				if (!_(l)) {
					let f = e.parseArguments();
					f && (l = [l, ...f]);
				}
				let u = N(t) ?? 1;
				let c = a.length === 1 && u > 1 ? Array.from({ length: u }, () => a[0]) : [...a];
				return [
					"D",
					l,
					...c
				];
			}
			let r = [];
			let s = () => {
				e.skipSpace();
				let o = e.parseGroup() ?? e.parseSymbol() ?? "Nothing";
				let a = 1;
				if (g(o) === "Power") a = N(p(o, 2)) ?? 1, o = p(o, 1) ?? o;
				else if (e.match("^")) a = N(e.parseGroup() ?? e.parseToken()) ?? 1;
				for (let l = 0; l < a; l++) r.push(o);
			};
			for (s(); e.skipSpace(), !!e.match("\\partial");) s();
			return r.length === 1 ? [
				"PartialDerivative",
				r[0],
				t
			] : [
				"PartialDerivative",
				["List", ...r],
				t
			];
		},
		precedence: 740
	},
	{
		name: "OverBar",
		serialize: Ii("\\overline")
	},
	ae("UnderBar", "\\underline"),
	ae("OverVector", "\\vec"),
	ae("OverTilde", "\\tilde"),
	ae("OverHat", "\\hat"),
	ae("OverRightArrow", "\\overrightarrow"),
	ae("OverLeftArrow", "\\overleftarrow"),
	ae("OverRightDoubleArrow", "\\Overrightarrow"),
	ae("OverLeftHarpoon", "\\overleftharpoon"),
	ae("OverRightHarpoon", "\\overrightharpoon"),
	ae("OverLeftRightArrow", "\\overleftrightarrow"),
	ae("OverBrace", "\\overbrace"),
	ae("UnderBrace", "\\underbrace"),
	ae("OverLineSegment", "\\overlinesegment"),
	ae("OverGroup", "\\overgroup"),
	{
		latexTrigger: ["\\textcolor"],
		parse: (e) => {
			let n = e.index;
			let t = e.parseStringGroup();
			let i = e.parseGroup();
			return t !== null ? i !== null ? [
				"Annotated",
				i,
				{ dict: { color: t } }
			] : "Nothing" : (e.index = n, "Nothing");
		}
	},
	{
		latexTrigger: ["\\colorbox"],
		parse: (e) => {
			let n = e.index;
			let t = e.parseStringGroup();
			let i = e.parseGroup();
			return t !== null ? i !== null ? [
				"Annotated",
				i,
				{ dict: { backgroundColor: t } }
			] : "Nothing" : (e.index = n, "Nothing");
		}
	},
	{
		latexTrigger: ["\\boxed"],
		parse: (e) => {
			let n = e.parseGroup();
			return n !== null ? [
				"Annotated",
				n,
				{ dict: { border: !0 } }
			] : "Nothing";
		}
	},
	...[
		"\\cancel",
		"\\bcancel",
		"\\xcancel"
	].map((e) => ({
		latexTrigger: [e],
		parse: (n) => n.parseGroup() ?? "Nothing"
	})),
	{
		latexTrigger: ["\\cancelto"],
		parse: (e) => {
			let n = e.parseGroup();
			return e.parseGroup(), n ?? "Nothing";
		}
	},
	{
		latexTrigger: ["\\textbf"],
		parse: (e) => U(e, { fontWeight: "bold" })
	},
	{
		latexTrigger: ["\\textit"],
		parse: (e) => U(e, { fontStyle: "italic" })
	},
	{
		latexTrigger: ["\\emph"],
		parse: (e) => U(e, { fontStyle: "italic" })
	},
	{
		latexTrigger: ["\\textup"],
		parse: (e) => U(e, { fontStyle: "normal" })
	},
	{
		latexTrigger: ["\\texttt"],
		parse: (e) => U(e, { fontFamily: "monospace" })
	},
	{
		latexTrigger: ["\\textsf"],
		parse: (e) => U(e, { fontFamily: "sans-serif" })
	},
	{
		latexTrigger: ["\\textrm"],
		parse: (e) => U(e)
	},
	{
		latexTrigger: ["\\mbox"],
		parse: (e) => U(e)
	},
	{
		latexTrigger: ["\\displaystyle"],
		parse: vi("normal")
	},
	{
		latexTrigger: ["\\textstyle"],
		parse: vi("compact")
	},
	{
		latexTrigger: ["\\scriptstyle"],
		parse: vi("script")
	},
	{
		latexTrigger: ["\\scriptscriptstyle"],
		parse: vi("scriptscript")
	},
	{
		latexTrigger: ["\\color"],
		parse: (e) => {
			let n = e.parseStringGroup();
			if (n !== null) {
				let t = e.parseExpression();
				if (t !== null && !_(t)) return [
					"Annotated",
					t,
					{ dict: { color: n } }
				];
			}
			return "Nothing";
		}
	},
	{
		latexTrigger: ["\\tiny"],
		parse: Re(1)
	},
	{
		latexTrigger: ["\\scriptsize"],
		parse: Re(2)
	},
	{
		latexTrigger: ["\\footnotesize"],
		parse: Re(3)
	},
	{
		latexTrigger: ["\\small"],
		parse: Re(4)
	},
	{
		latexTrigger: ["\\normalsize"],
		parse: Re(5)
	},
	{
		latexTrigger: ["\\large"],
		parse: Re(6)
	},
	{
		latexTrigger: ["\\Large"],
		parse: Re(7)
	},
	{
		latexTrigger: ["\\LARGE"],
		parse: Re(8)
	},
	{
		latexTrigger: ["\\huge"],
		parse: Re(9)
	},
	{
		latexTrigger: ["\\Huge"],
		parse: Re(10)
	},
	{
		name: "Annotated",
		serialize: (e, n) => {
			let t = e.serialize(p(n, 1));
			let i = Li(p(n, 2));
			if (i == null) return t;
			let r = P$1(p(n, 1));
			r !== null && (i.dict.fontFamily === "monospace" || i.dict.fontFamily === "sans-serif" || i.dict.fontWeight === "bold" || i.dict.fontStyle === "italic" || i.dict.fontStyle === "normal") && (t = r), i.dict.mathStyle === "normal" ? t = E([
				"{\\displaystyle",
				t,
				"}"
			]) : i.dict.mathStyle === "compact" ? t = E([
				"{\\textstyle",
				t,
				"}"
			]) : i.dict.mathStyle === "script" ? t = E([
				"{\\scriptstyle",
				t,
				"}"
			]) : i.dict.mathStyle === "scriptscript" && (t = E([
				"{\\scriptscriptstyle",
				t,
				"}"
			]));
			let s = i.dict.size;
			return s !== null && s >= 1 && s <= 10 && (t = E([
				"{",
				{
					1: "\\tiny",
					2: "\\scriptsize",
					3: "\\footnotesize",
					4: "\\small",
					5: "\\normalsize",
					6: "\\large",
					7: "\\Large",
					8: "\\LARGE",
					9: "\\huge",
					10: "\\Huge"
				}[s],
				t,
				"}"
			])), i.dict.fontFamily === "monospace" ? t = E([
				"\\texttt{",
				t,
				"}"
			]) : i.dict.fontFamily === "sans-serif" && (t = E([
				"\\textsf{",
				t,
				"}"
			])), i.dict.fontWeight === "bold" && (t = E([
				"\\textbf{",
				t,
				"}"
			])), i.dict.fontStyle === "italic" ? t = E([
				"\\textit{",
				t,
				"}"
			]) : i.dict.fontStyle === "normal" && (t = E([
				"\\textup{",
				t,
				"}"
			])), i.dict.color && (t = E([
				"\\textcolor{",
				i.dict.color,
				"}{",
				t,
				"}"
			])), i.dict.backgroundColor && (t = E([
				"\\colorbox{",
				i.dict.backgroundColor,
				"}{",
				t,
				"}"
			])), (i.dict.border === !0 || i.dict.border === "True") && (t = E([
				"\\boxed{",
				t,
				"}"
			])), t;
		}
	},
	{
		latexTrigger: ["\\!"],
		parse: () => ["HorizontalSpacing", -3]
	},
	{
		latexTrigger: ["\\ "],
		parse: () => ["HorizontalSpacing", 6]
	},
	{
		latexTrigger: ["\\:"],
		parse: () => ["HorizontalSpacing", 4]
	},
	{
		latexTrigger: ["\\enskip"],
		parse: () => ["HorizontalSpacing", 9]
	},
	{
		latexTrigger: ["\\quad"],
		parse: () => ["HorizontalSpacing", 18]
	},
	{
		latexTrigger: ["\\qquad"],
		parse: () => ["HorizontalSpacing", 36]
	},
	{
		latexTrigger: ["\\,"],
		parse: () => ["HorizontalSpacing", 3]
	},
	{
		latexTrigger: ["\\;"],
		parse: () => ["HorizontalSpacing", 5]
	},
	{
		latexTrigger: ["\\enspace"],
		parse: () => ["HorizontalSpacing", 9]
	},
	{
		latexTrigger: ["\\hspace"],
		parse: (e) => (e.peek === "*" && e.nextToken(), e.parseStringGroup(), ["HorizontalSpacing", 0])
	},
	{
		latexTrigger: ["\\hskip"],
		parse: (e) => (au(e), ["HorizontalSpacing", 0])
	},
	{
		latexTrigger: ["\\kern"],
		parse: (e) => (au(e), ["HorizontalSpacing", 0])
	},
	{
		latexTrigger: ["\\phantom"],
		parse: (e) => (e.parseGroup(), "Nothing")
	},
	{
		latexTrigger: ["\\vphantom"],
		parse: (e) => (e.parseGroup(), "Nothing")
	},
	{
		latexTrigger: ["\\hphantom"],
		parse: (e) => (e.parseGroup(), "Nothing")
	},
	{
		latexTrigger: ["\\placeholder"],
		parse: (e) => (e.parseOptionalGroup(), e.parseGroup() ?? "Nothing")
	},
	{
		latexTrigger: ["\\smash"],
		parse: (e) => (e.parseGroup(), "Nothing")
	},
	{
		latexTrigger: ["\\strut"],
		parse: (e) => "Nothing"
	},
	{
		latexTrigger: ["\\mathstrut"],
		parse: (e) => "Nothing"
	},
	{
		name: "HorizontalSpacing",
		serialize: (e, n) => {
			if (p(n, 2) !== null) {
				let i = P$1(p(n, 2));
				let r = e.serialize(p(n, 1));
				return i === "bin" ? `\\mathbin{${r}}` : i === "op" ? `\\mathop{${r}}` : i === "rel" ? `\\mathrel{${r}}` : i === "ord" ? `\\mathord{${r}}` : i === "open" ? `\\mathopen{${r}}` : i === "close" ? `\\mathclose{${r}}` : i === "punct" ? `\\mathpunct{${r}}` : i === "inner" ? `\\mathinner{${r}}` : r;
			}
			let t = N(p(n, 1));
			return t === null ? "" : {
				"-3": "\\!",
				6: "\\ ",
				3: "\\,",
				4: "\\:",
				5: "\\;",
				9: "\\enspace",
				18: "\\quad",
				36: "\\qquad"
			}[t] ?? "";
		}
	},
	{
		latexTrigger: "\\operatorname{count}",
		kind: "function",
		parse: "Length"
	},
	{
		latexTrigger: "\\operatorname{length}",
		kind: "function",
		parse: "Length"
	},
	{
		latexTrigger: "\\operatorname{nCr}",
		kind: "function",
		parse: "Choose"
	},
	{
		latexTrigger: "\\operatorname{nPr}",
		parse: (e) => {
			let n = e.parseArguments("enclosure");
			return !n || n.length !== 2 ? null : [
				"Multiply",
				[
					"Choose",
					n[0],
					n[1]
				],
				["Factorial", n[1]]
			];
		}
	},
	{
		latexTrigger: "\\operatorname{random}",
		kind: "function",
		parse: "Random"
	},
	{
		latexTrigger: "\\operatorname{shuffle}",
		kind: "function",
		parse: "RandomShuffle"
	},
	{
		latexTrigger: "\\operatorname{repeat}",
		kind: "function",
		parse: "Repeat"
	},
	{
		latexTrigger: "\\operatorname{join}",
		kind: "function",
		parse: "Join"
	},
	{
		latexTrigger: "\\operatorname{range}",
		kind: "function",
		parse: "Range"
	},
	{
		latexTrigger: "\\operatorname{unique}",
		kind: "function",
		parse: "Unique"
	},
	{
		latexTrigger: "\\operatorname{sort}",
		kind: "function",
		parse: "Sort"
	},
	{
		latexTrigger: "\\operatorname{reverse}",
		kind: "function",
		parse: "Reverse"
	},
	{
		latexTrigger: "\\operatorname{total}",
		kind: "function",
		parse: "Sum"
	},
	{
		latexTrigger: "\\operatorname{histogram}",
		kind: "function",
		parse: "Histogram"
	},
	{
		latexTrigger: "\\operatorname{pdf}",
		kind: "function",
		parse: "PDF"
	},
	{
		latexTrigger: "\\operatorname{cdf}",
		kind: "function",
		parse: "CDF"
	},
	{
		name: "Triangle",
		latexTrigger: ["\\operatorname{triangle}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{triangle}" + e.wrapArguments(n)
	},
	{
		name: "GeometricVector",
		latexTrigger: ["\\operatorname{vector}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{vector}" + e.wrapArguments(n)
	},
	{
		name: "Sphere",
		latexTrigger: ["\\operatorname{sphere}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{sphere}" + e.wrapArguments(n)
	},
	{
		name: "Segment",
		latexTrigger: ["\\operatorname{segment}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{segment}" + e.wrapArguments(n)
	},
	{
		name: "Polygon",
		latexTrigger: ["\\operatorname{polygon}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{polygon}" + e.wrapArguments(n)
	},
	{
		name: "PointList",
		latexTrigger: ["\\operatorname{PointList}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{PointList}" + e.wrapArguments(n)
	},
	{
		name: "Angle",
		latexTrigger: ["\\angle"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle"),
		serialize: lu("\\angle")
	},
	{
		latexTrigger: ["\\varangle"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle")
	},
	{
		latexTrigger: ["\\measuredangle"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle")
	},
	{
		latexTrigger: ["\\Varangle"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle")
	},
	{
		latexTrigger: ["∠"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle")
	},
	{
		latexTrigger: ["∡"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Angle")
	},
	{
		latexTrigger: ["\\triangle"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Triangle")
	},
	{
		name: "Quadrilateral",
		latexTrigger: ["\\square"],
		kind: "prefix",
		precedence: v,
		parse: Ke("Quadrilateral", je),
		serialize: lu("\\square")
	},
	{
		name: "Perpendicular",
		latexTrigger: ["\\perp"],
		kind: "infix",
		precedence: v
	},
	{
		name: "Parallel",
		latexTrigger: ["\\parallel"],
		kind: "infix",
		precedence: v
	},
	{
		name: "Arc",
		latexTrigger: ["\\widehat"],
		parse: uu("Arc"),
		serialize: cu("\\widehat")
	},
	{
		name: "OverParen",
		latexTrigger: ["\\overparen"],
		parse: uu("OverParen"),
		serialize: cu("\\overparen")
	}
];
var Rs = [
	{
		name: "Real",
		kind: "function",
		latexTrigger: ["\\Re"],
		arguments: "implicit"
	},
	{
		name: "Imaginary",
		kind: "function",
		latexTrigger: ["\\Im"],
		arguments: "implicit"
	},
	{
		name: "Argument",
		kind: "function",
		latexTrigger: ["\\arg"],
		arguments: "implicit"
	},
	{
		symbolTrigger: "arg",
		kind: "function",
		parse: "Argument",
		arguments: "implicit"
	},
	{
		symbolTrigger: "real",
		kind: "function",
		parse: "Real",
		arguments: "implicit"
	},
	{
		symbolTrigger: "imag",
		kind: "function",
		parse: "Imaginary",
		arguments: "implicit"
	},
	{
		name: "Conjugate",
		latexTrigger: ["\\overline"],
		parse: (e) => {
			let n = e.parseGroup();
			return n === null ? ["Conjugate"] : ["Conjugate", n];
		},
		serialize: Ii("\\overline")
	},
	{
		symbolTrigger: "conj",
		kind: "function",
		parse: "Conjugate",
		arguments: "implicit"
	}
];
function S(e) {
	return (n, t) => {
		let i = {
			"\\arcsin": "Arcsin",
			"\\arccos": "Arccos",
			"\\arctan": "Arctan",
			"\\arctg": "Arctan",
			"\\arcctg": "Arccot",
			"\\arcsec": "Arcsec",
			"\\arccsc": "Arccsc",
			"\\arsinh": "Arsinh",
			"\\arcsinh": "Arsinh",
			"\\arcosh": "Arcosh",
			"\\arccosh": "Arcosh",
			"\\artanh": "Artanh",
			"\\arctanh": "Artanh",
			"\\arsech": "Arsech",
			"\\arcsech": "Arsech",
			"\\arcsch": "Arcsch",
			"\\arccsch": "Arcsch",
			"\\arcoth": "Arcoth",
			"\\arccoth": "Arcoth",
			"\\ch": "Cosh",
			"\\cos": "Cos",
			"\\cosh": "Cosh",
			"\\cosec": "Csc",
			"\\cot": "Cot",
			"\\cotg": "Cot",
			"\\ctg": "Cot",
			"\\csc": "Csc",
			"\\csch": "Csch",
			"\\coth": "Coth",
			"\\cth": "Coth",
			"\\sec": "Sec",
			"\\sech": "Sech",
			"\\sin": "Sin",
			"\\sinh": "Sinh",
			"\\sh": "Sinh",
			"\\tan": "Tan",
			"\\tg": "Tan",
			"\\tanh": "Tanh",
			"\\th": "Tanh"
		};
		let r = i[e ?? ""] ?? e ?? "";
		if (n.atTerminator(t)) return r;
		let s = r;
		do {
			let f = n.parsePostfixOperator(s, t);
			if (f === null) break;
			s = f;
		} while (!0);
		n.skipSpace();
		let o = null;
		n.match("^") && (o = n.parseGroup() ?? n.parseToken()), n.skipSpace();
		let a = n.parseArguments("implicit", {
			minPrec: D,
			condition: (f) => i[f.peek] !== void 0 || (t?.condition?.(f) ?? !1)
		});
		a === null && o !== null && (a = [je]);
		let u = a?.length === 2 && (s === "Arctan" || Array.isArray(s) && s[0] === "InverseFunction" && s[1] === "Tan") ? "Arctan2" : s;
		let c = a === null ? s : typeof u == "string" ? [u, ...a] : [
			"Apply",
			u,
			...a
		];
		return o === null ? c : [
			"Power",
			c,
			o
		];
	};
}
var _s = [
	{
		name: "Arcsin",
		standaloneSymbol: !0,
		latexTrigger: ["\\arcsin"],
		parse: S("Arcsin")
	},
	{
		name: "Arccos",
		standaloneSymbol: !0,
		latexTrigger: ["\\arccos"],
		parse: S("Arccos")
	},
	{
		name: "Arctan",
		standaloneSymbol: !0,
		latexTrigger: ["\\arctan"],
		parse: S("Arctan")
	},
	{
		name: "Arctan2",
		serialize: (e, n) => `\\arctan(${e.serialize(p(n, 1))}, ${e.serialize(p(n, 2))})`
	},
	{
		latexTrigger: ["\\arctg"],
		parse: S("Arctan")
	},
	{
		symbolTrigger: "arctg",
		parse: S("Arctan")
	},
	{
		name: "Arccot",
		standaloneSymbol: !0,
		symbolTrigger: "arcctg",
		parse: S("Arccot")
	},
	{
		latexTrigger: ["\\arcctg"],
		parse: S("Arccot")
	},
	{
		name: "Arcoth",
		standaloneSymbol: !0,
		symbolTrigger: "arcoth",
		parse: S("Arcoth")
	},
	{
		symbolTrigger: "arccoth",
		parse: S("Arcoth")
	},
	{
		latexTrigger: ["\\arcoth"],
		parse: S("Arcoth")
	},
	{
		latexTrigger: ["\\arccoth"],
		parse: S("Arcoth")
	},
	{
		name: "Arcsec",
		symbolTrigger: "arcsec",
		parse: S("Arcsec")
	},
	{
		latexTrigger: ["\\arcsec"],
		parse: S("Arcsec")
	},
	{
		name: "Arccsc",
		standaloneSymbol: !0,
		symbolTrigger: "arccsc",
		parse: S("Arccsc")
	},
	{
		latexTrigger: ["\\arccsc"],
		parse: S("Arccsc")
	},
	{
		name: "Arsinh",
		standaloneSymbol: !0,
		symbolTrigger: "arsinh",
		parse: S("Arsinh")
	},
	{
		symbolTrigger: "arcsinh",
		parse: S("Arsinh")
	},
	{
		latexTrigger: ["\\arsinh"],
		parse: S("Arsinh")
	},
	{
		latexTrigger: ["\\arcsinh"],
		parse: S("Arsinh")
	},
	{
		name: "Arcosh",
		standaloneSymbol: !0,
		symbolTrigger: "arcosh",
		parse: S("Arcosh")
	},
	{
		symbolTrigger: "arccosh",
		parse: S("Arcosh")
	},
	{
		latexTrigger: "\\arcosh",
		parse: S("Arcosh")
	},
	{
		latexTrigger: "\\arccosh",
		parse: S("Arcosh")
	},
	{
		name: "Artanh",
		standaloneSymbol: !0,
		symbolTrigger: "artanh",
		parse: S("Artanh")
	},
	{
		symbolTrigger: "arctanh",
		parse: S("Artanh")
	},
	{
		latexTrigger: "\\artanh",
		parse: S("Artanh")
	},
	{
		latexTrigger: ["\\arctanh"],
		parse: S("Artanh")
	},
	{
		name: "Arsech",
		standaloneSymbol: !0,
		symbolTrigger: "arsech",
		parse: S("Arsech")
	},
	{
		symbolTrigger: "arcsech",
		parse: S("Arsech")
	},
	{
		latexTrigger: ["\\arsech"],
		parse: S("Arsech")
	},
	{
		latexTrigger: ["\\arcsech"],
		parse: S("Arsech")
	},
	{
		name: "Arcsch",
		standaloneSymbol: !0,
		symbolTrigger: "arcsch",
		parse: S("Arcsch")
	},
	{
		symbolTrigger: "arccsch",
		parse: S("Arcsch")
	},
	{
		latexTrigger: ["\\arcsch"],
		parse: S("Arcsch")
	},
	{
		latexTrigger: ["\\arccsch"],
		parse: S("Arcsch")
	},
	{
		name: "Cosec",
		standaloneSymbol: !0,
		symbolTrigger: "cosec",
		parse: S("Cosec")
	},
	{
		latexTrigger: ["\\cosec"],
		parse: S("Cosec")
	},
	{
		name: "Cosh",
		standaloneSymbol: !0,
		latexTrigger: ["\\cosh"],
		parse: S("Cosh")
	},
	{
		latexTrigger: ["\\ch"],
		parse: S("Cosh")
	},
	{
		name: "Cot",
		standaloneSymbol: !0,
		latexTrigger: ["\\cot"],
		parse: S("Cot")
	},
	{
		latexTrigger: ["\\cotg"],
		parse: S("Cot")
	},
	{
		latexTrigger: ["\\ctg"],
		parse: S("Cot")
	},
	{
		name: "Csc",
		standaloneSymbol: !0,
		latexTrigger: ["\\csc"],
		parse: S("Csc")
	},
	{
		name: "Csch",
		standaloneSymbol: !0,
		latexTrigger: ["\\csch"],
		parse: S("Csch")
	},
	{
		symbolTrigger: "csch",
		parse: S("Csch")
	},
	{
		name: "Coth",
		standaloneSymbol: !0,
		latexTrigger: ["\\coth"],
		parse: S("Coth")
	},
	{
		latexTrigger: ["\\cth"],
		parse: S("Coth")
	},
	{
		symbolTrigger: "cth",
		parse: S("Coth")
	},
	{
		latexTrigger: ["\\coth"],
		parse: S("Coth")
	},
	{
		name: "Sec",
		standaloneSymbol: !0,
		latexTrigger: ["\\sec"],
		parse: S("Sec")
	},
	{
		name: "Sech",
		standaloneSymbol: !0,
		symbolTrigger: "sech",
		parse: S("Sech")
	},
	{
		latexTrigger: ["\\sech"],
		parse: S("Sech")
	},
	{
		name: "Sinh",
		standaloneSymbol: !0,
		latexTrigger: ["\\sinh"],
		parse: S("Sinh")
	},
	{
		latexTrigger: ["\\sh"],
		parse: S("Sinh")
	},
	{
		name: "Tan",
		standaloneSymbol: !0,
		latexTrigger: ["\\tan"],
		parse: S("Tan")
	},
	{
		latexTrigger: ["\\tg"],
		parse: S("Tan")
	},
	{
		name: "Tanh",
		standaloneSymbol: !0,
		latexTrigger: ["\\tanh"],
		parse: S("Tanh")
	},
	{
		latexTrigger: ["\\th"],
		parse: S("Tanh")
	},
	{
		name: "Cos",
		standaloneSymbol: !0,
		latexTrigger: ["\\cos"],
		parse: S("Cos")
	},
	{
		name: "Sin",
		standaloneSymbol: !0,
		latexTrigger: ["\\sin"],
		parse: S("Sin")
	},
	{
		name: "Sinc",
		symbolTrigger: "sinc",
		kind: "function"
	},
	{
		name: "FresnelS",
		symbolTrigger: "FresnelS",
		kind: "function"
	},
	{
		name: "FresnelC",
		symbolTrigger: "FresnelC",
		kind: "function"
	},
	{
		symbolTrigger: "sin",
		parse: S("Sin")
	},
	{
		symbolTrigger: "cos",
		parse: S("Cos")
	},
	{
		symbolTrigger: "tan",
		parse: S("Tan")
	},
	{
		symbolTrigger: "sec",
		parse: S("Sec")
	},
	{
		symbolTrigger: "csc",
		parse: S("Csc")
	},
	{
		symbolTrigger: "cot",
		parse: S("Cot")
	},
	{
		symbolTrigger: "sinh",
		parse: S("Sinh")
	},
	{
		symbolTrigger: "cosh",
		parse: S("Cosh")
	},
	{
		symbolTrigger: "tanh",
		parse: S("Tanh")
	},
	{
		symbolTrigger: "coth",
		parse: S("Coth")
	},
	{
		symbolTrigger: "arcsin",
		parse: S("Arcsin")
	},
	{
		symbolTrigger: "asin",
		parse: S("Arcsin")
	},
	{
		symbolTrigger: "arccos",
		parse: S("Arccos")
	},
	{
		symbolTrigger: "acos",
		parse: S("Arccos")
	},
	{
		symbolTrigger: "arctan",
		parse: S("Arctan")
	},
	{
		symbolTrigger: "atan",
		parse: S("Arctan")
	},
	{
		symbolTrigger: "asinh",
		parse: S("Arsinh")
	},
	{
		symbolTrigger: "acosh",
		parse: S("Arcosh")
	},
	{
		symbolTrigger: "atanh",
		parse: S("Artanh")
	}
];
function Dn(e, n = 1) {
	return (t) => {
		let i = t._diagnosticsCheckpoint();
		t.skipVisualSpace(), t.match("\\limits"), t.skipSpace();
		let r = null;
		let s = null;
		for (; !(s !== null && r !== null) && (t.peek === "_" || t.peek === "^");) t.match("_") ? s = t.parseGroup() ?? t.parseToken() : t.match("^") && (r = t.parseGroup() ?? t.parseToken()), t.skipSpace();
		_(s) && (s = null), _(r) && (r = null);
		let o = [s ?? "Nothing"];
		let a = [r ?? "Nothing"];
		t.skipVisualSpace();
		let l = t.index, [u, c] = zd(t, n);
		if (u && c.length === 0) {
			if (g(u) === "Add" || g(u) === "Subtract") {
				let f = [];
				let d = [];
				for (let m of x(u)) if (c) d.push(m);
				else {
					let y;
					[y, c] = qe(m), f.push(y ?? m);
				}
				if (c !== null && d.length > 0) return [
					"Add",
					fu(e, ["Add", ...f], {
						indexes: c,
						subs: o,
						sups: a
					}) ?? "Nothing",
					...d
				];
			} else if (g(u) === "Divide") {
				let f;
				[f, c] = qe(p(u, 1)), f !== null && c !== null && (u = [
					"Divide",
					f,
					p(u, 2)
				]);
			}
		}
		return c.length > 0 && t._pruneUndeclared(c, i, l), fu(e, u, {
			indexes: c,
			subs: o,
			sups: a
		});
	};
}
function fu(e, n, t) {
	if (!n) return null;
	if (t.sups.length === 0 && t.subs.length === 0) return [
		e,
		n,
		...t.indexes
	];
	let i = t.indexes.length === 0 ? g(n) === "Function" ? x(n).slice(1) : [] : t.indexes;
	let r = Math.max(t.sups.length, t.subs.length, i.length);
	if (i.length === 0) for (let o = 0; o < r; o++) i.push("Nothing");
	else if (i.length !== r) for (let o = i.length; o < r; o++) i.push(["Error", "'missing'"]);
	if (t.subs.length !== r) for (let o = t.subs.length; o < r; o++) t.subs.push("Nothing");
	if (t.sups.length !== r) for (let o = t.sups.length; o < r; o++) t.sups.push("Nothing");
	return [
		e,
		n,
		...i.map((o, a) => {
			let l = t.sups[a];
			let u = t.subs[a];
			return u === "Nothing" && l === "Nothing" ? o : [
				"Tuple",
				o,
				u,
				l
			];
		})
	];
}
function zd(e, n = 1) {
	let t = !1;
	let i = e.parseExpression({
		minPrec: 266,
		condition: () => {
			let r = e.index;
			return t = mu(e), e.index = r, t;
		}
	});
	return i !== null && !t ? qe(i) : [i, qd(e, n)];
}
function qd(e, n) {
	let t = [];
	for (; t.length < n && mu(e);) {
		e.skipVisualSpace();
		let i = T(e.parseSymbol());
		if (i === null) return t;
		t.push(i);
	}
	return t;
}
function qe(e) {
	let n = g(e);
	let t = p(e, 1);
	if (t === null) return [e, []];
	if (n === "Sequence" && M(e) === 1) return qe(t);
	if (n === "Multiply" || n === "InvisibleOperator") {
		let i = x(e);
		if (i) {
			let [r, s] = Gd(i);
			return r.length > 0 ? [[n, ...r], s] : [null, s];
		}
	} else if (n === "Delimiter") {
		let [i, r] = qe(t);
		if (r) return i === null ? [null, r] : [[
			"Delimiter",
			["Sequence", i],
			...x(e).slice(1)
		], r];
	} else if (n === "Add") {
		let i = x(e);
		if (i.length > 0) {
			let [r, s] = qe(i[i.length - 1]);
			if (s.length > 0) {
				if (r) return [[
					"Add",
					...i.slice(0, -1),
					r
				], s];
				if (i.length > 2) return [["Add", ...i.slice(0, -1)], s];
				if (i.length > 2) return [i[0], s];
			}
		}
	} else if (n === "Negate") {
		let [i, r] = qe(t);
		if (r.length > 0) return [i ? ["Negate", i] : null, r];
	} else if (n === "Divide") {
		let [i, r] = qe(t);
		if (r.length > 0) return [[
			"Divide",
			i ?? 1,
			p(e, 2)
		], r];
	} else {
		let i = x(e);
		if (i.length === 1) {
			let [r, s] = qe(i[0]);
			if (s.length > 0) return [[g(e), r], s];
		}
	}
	return [e, []];
}
function pu(e) {
	return (n, t) => {
		if (p(t, 1) === null) return e;
		let i = p(t, 1);
		let r = [];
		g(i) === "BuiltInFunction" ? (r = ["x"], i = [p(i, 1), "x"]) : g(i) === "Function" ? (r = x(i).slice(1), i = p(i, 1)) : T(i) ? r = [] : r = [];
		let s = x(t).slice(1);
		let o = [];
		let a = s.map((c, f) => {
			if (T(c) === "Nothing") return o.push(T(r[f]) ?? "Nothing"), "";
			if (T(c)) return o.push(T(c) ?? "Nothing"), "";
			let d = g(c);
			if (d === "Tuple" || d === "Triple" || d === "Pair" || d === "Limits" || d === "Range") {
				if (M(c) === 3) {
					let m = p(c, 1);
					o.push(T(m) ?? "Nothing");
					let y = p(c, 2);
					let k = p(c, 3);
					return T(y) === "Nothing" && (y = null), T(k) === "Nothing" && (k = null), y !== null && k !== null ? `_{${n.serialize(y)}}^{${n.serialize(k)}}` : y !== null ? `_{${n.serialize(y)}}` : k !== null ? `^{${n.serialize(k)}}` : "";
				}
				return `_{${n.serialize(c)}}`;
			}
			if (M(c) === 2) {
				if (T(p(c, 1))) {
					o.push(T(p(c, 1)) ?? "Nothing");
					let k = p(c, 2);
					return T(k) === "Nothing" ? "" : `_{${n.serialize(k)}}`;
				}
				o.push(T(r[f]) ?? "Nothing");
				let m = p(c, 1);
				let y = p(c, 2);
				if (T(m) === "Nothing" && (m = null), T(y) === "Nothing" && (y = null), m !== null && y !== null) return `_{${n.serialize(m)}}^{${n.serialize(y)}}`;
				if (m !== null) return `_{${n.serialize(m)}}`;
				if (y !== null) return `^{${n.serialize(y)}}`;
			} else o.push(T(r[f]) ?? "Nothing");
		});
		let l = o.filter((c) => T(c) !== "Nothing").map((c) => `\\mathrm{d}${n.serialize(T(c) ?? "x")}`);
		if (l.length > 0 && (l = ["\\,", ...l]), a.length === 0) return `${e}\\,${n.serialize(i)}\\!${l.join(" ")}`;
		let u = Vd(e, a);
		return u !== null ? u + "\\!" + n.serialize(i) + l.join(" ") : a.reverse().map((c) => `${e}${c}`).join("") + "\\!" + n.serialize(i) + l.join(" ");
	};
}
function Vd(e, n) {
	let t = n.length;
	if (t !== 2 && t !== 3) return null;
	let r = {
		"\\int": ["\\iint", "\\iiint"],
		"\\oint": ["\\oiint", "\\oiiint"]
	}[e];
	return !r || n.slice(1).some((s) => s) ? null : r[t - 2] + (n[0] ?? "");
}
var Ds = [
	{
		kind: "expression",
		name: "Integrate",
		latexTrigger: ["\\int"],
		parse: Dn("Integrate"),
		serialize: pu("\\int")
	},
	{
		kind: "expression",
		latexTrigger: ["\\iint"],
		parse: Dn("Integrate", 2)
	},
	{
		kind: "expression",
		latexTrigger: ["\\iiint"],
		parse: Dn("Integrate", 3)
	},
	{
		kind: "expression",
		name: "CircularIntegrate",
		latexTrigger: ["\\oint"],
		parse: Dn("CircularIntegrate"),
		serialize: pu("\\oint")
	},
	{
		kind: "expression",
		latexTrigger: ["\\oiint"],
		parse: Dn("CircularIntegrate", 2)
	},
	{
		kind: "expression",
		latexTrigger: ["\\oiiint"],
		parse: Dn("CircularIntegrate", 3)
	},
	{
		kind: "expression",
		name: "Series",
		serialize: (e, n) => "\\operatorname{Series}" + e.wrapArguments(n)
	},
	{
		kind: "expression",
		name: "Normal",
		serialize: (e, n) => "\\operatorname{Normal}" + e.wrapArguments(n)
	},
	{
		kind: "expression",
		name: "InterpolatingFunction",
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = "";
			if (g(t) === "List" && M(t) > 0) {
				let o = x(t);
				let a = o[0];
				let l = o[o.length - 1];
				let u = (m) => typeof m == "number" ? m : m !== null && typeof m == "object" && "num" in m ? parseFloat(m.num) : null;
				let c = u(p(a, 1));
				let f = u(p(l, 1));
				let d = u(p(l, 2));
				if (c !== null && f !== null && d !== null) {
					let m = (y) => e.serialize(Math.round(y * 1e6) / 1e6);
					i = `\\left[${m(c)}, ${m(f + d)}\\right]`;
				}
			}
			let r = M(n) > 1 ? p(n, 2) : null;
			let s = r === null ? "" : `\\left(${e.serialize(r)}\\right)`;
			return `\\operatorname{InterpolatingFunction}_{${i}}${s}`;
		}
	},
	{
		kind: "expression",
		name: "BigO",
		latexTrigger: [
			"\\mathcal",
			"<{>",
			"O",
			"<}>"
		],
		parse: du,
		serialize: (e, n) => "O\\left(" + e.serialize(p(n, 1)) + "\\right)"
	},
	{
		kind: "expression",
		latexTrigger: [
			"\\operatorname",
			"<{>",
			"O",
			"<}>"
		],
		parse: du
	},
	{
		kind: "expression",
		latexTrigger: [
			"\\mathrm",
			"<{>",
			"D",
			"<}>"
		],
		parse: (e) => gu(e, "D_upright")
	},
	{
		kind: "expression",
		latexTrigger: [
			"\\operatorname",
			"<{>",
			"D",
			"<}>"
		],
		parse: (e) => gu(e, "D")
	}
];
function du(e) {
	let n = e.parseArguments();
	return n === null ? "BigO" : ["BigO", ...n];
}
function gu(e, n) {
	let t = e.parseArguments();
	return t === null || t.length === 0 ? n : ["D", ...t];
}
function mu(e) {
	let n = e.index;
	for (; e.match("\\cdot") || e.skipVisualSpace(););
	return e.matchAll([
		"\\mathrm",
		"<{>",
		"d",
		"<}>"
	]) || e.matchAll([
		"\\operatorname",
		"<{>",
		"d",
		"<}>"
	]) || e.match("d") || e.match("\\differentialD") ? !0 : (e.index = n, !1);
}
function Gd(e) {
	let n = [...e];
	let t = [];
	for (; n.length > 0;) {
		let i;
		if ([n, i] = Ud(n), !i) break;
		t.push(i);
	}
	return [n, t];
}
function Ud(e) {
	if (e.length < 2) return [e, ""];
	let n = e[e.length - 2];
	if (n === "d" || n === "d_upright") {
		let t = T(e[e.length - 1]);
		if (t) return [e.slice(0, -2), t];
	}
	return [e, ""];
}
var Yd = /* @__PURE__ */ new Set([
	"Integers",
	"RationalNumbers",
	"RealNumbers",
	"ComplexNumbers",
	"NonNegativeIntegers",
	"AlgebraicNumbers",
	"TranscendentalNumbers",
	"ImaginaryNumbers",
	"ExtendedRealNumbers",
	"ExtendedIntegers",
	"ExtendedRationalNumbers",
	"ExtendedComplexNumbers"
]);
var hu = {
	Integers: "PositiveIntegers",
	NonNegativeIntegers: "PositiveIntegers",
	RealNumbers: "PositiveNumbers",
	ComplexNumbers: "UpperHalfPlane"
};
var Js = [
	{
		name: "Matrix",
		serialize: (e, n) => {
			return Os(e, x(p(n, 1)), P$1(p(n, 2)), P$1(p(n, 3)));
		}
	},
	{
		name: "Vector",
		serialize: (e, n) => {
			return Os(e, x(n).map((i) => ["List", i]), P$1(p(n, 2)), P$1(p(n, 3)));
		}
	},
	{
		kind: "environment",
		symbolTrigger: "pmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: "()" },
				{ str: n }
			] : [t, i];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "bmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: "[]" },
				{ str: n }
			] : [
				t,
				i,
				{ str: "[]" }
			];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "Bmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: "{}" },
				{ str: n }
			] : [
				t,
				i,
				{ str: "{}" }
			];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "vmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? ["Determinant", [
				t,
				i,
				{ str: n }
			]] : ["Determinant", [t, i]];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "Vmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? ["Norm", [
				t,
				i,
				{ str: n }
			]] : ["Norm", [t, i]];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "smallmatrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: "()" },
				{ str: n }
			] : [t, i];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "array",
		parse: (e) => {
			let n = Ge(e, !1), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: ".." },
				{ str: n }
			] : [
				t,
				i,
				{ str: ".." }
			];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "matrix",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: ".." },
				{ str: n }
			] : [
				t,
				i,
				{ str: ".." }
			];
		}
	},
	{
		kind: "environment",
		symbolTrigger: "matrix*",
		parse: (e) => {
			let n = Ge(e), [t, i] = Ve(e);
			return n ? [
				t,
				i,
				{ str: ".." },
				{ str: n }
			] : [
				t,
				i,
				{ str: ".." }
			];
		}
	},
	{
		name: "ConjugateTranspose",
		kind: "postfix",
		latexTrigger: ["^", "\\star"]
	},
	{
		kind: "postfix",
		latexTrigger: ["^", "\\H"],
		parse: "ConjugateTranspose"
	},
	{
		kind: "postfix",
		latexTrigger: ["^", "\\dagger"],
		parse: (e, n) => ["ConjugateTranspose", n]
	},
	{
		kind: "postfix",
		latexTrigger: ["^", "\\ast"],
		parse: (e, n) => ["ConjugateTranspose", n]
	},
	{
		kind: "postfix",
		latexTrigger: ["^", "\\top"],
		parse: (e, n) => ["Transpose", n]
	},
	{
		kind: "postfix",
		latexTrigger: ["^", "\\intercal"],
		parse: (e, n) => ["Transpose", n]
	},
	{
		name: "Transpose",
		kind: "postfix",
		latexTrigger: ["^", "T"]
	},
	{
		name: "PseudoInverse",
		kind: "postfix",
		latexTrigger: ["^", "+"],
		parse: (e, n) => {
			if (typeof n == "string") {
				if (n in hu) return hu[n];
				if (Yd.has(n)) return null;
			}
			return ["PseudoInverse", n];
		}
	},
	{
		name: "Inverse",
		serialize: (e, n) => e.serialize(p(n, 1)) + "^{-1}"
	},
	{
		name: "Trace",
		kind: "function",
		latexTrigger: "\\tr",
		arguments: "implicit",
		serialize: (e, n) => On(e, n, "\\tr")
	},
	{
		symbolTrigger: "tr",
		kind: "function",
		parse: "Trace",
		arguments: "implicit"
	},
	{
		name: "Kernel",
		kind: "function",
		latexTrigger: "\\ker",
		arguments: "implicit",
		serialize: (e, n) => On(e, n, "\\ker")
	},
	{
		symbolTrigger: "ker",
		kind: "function",
		parse: "Kernel",
		arguments: "implicit"
	},
	{
		name: "Dimension",
		kind: "function",
		latexTrigger: "\\dim",
		arguments: "implicit",
		serialize: (e, n) => On(e, n, "\\dim")
	},
	{
		symbolTrigger: "dim",
		kind: "function",
		parse: "Dimension",
		arguments: "implicit"
	},
	{
		name: "Degree",
		kind: "function",
		latexTrigger: "\\deg",
		arguments: "implicit",
		serialize: (e, n) => On(e, n, "\\deg")
	},
	{
		symbolTrigger: "deg",
		kind: "function",
		parse: "Degree",
		arguments: "implicit"
	},
	{
		name: "Hom",
		kind: "function",
		latexTrigger: "\\hom",
		arguments: "implicit",
		serialize: (e, n) => On(e, n, "\\hom")
	},
	{
		symbolTrigger: "hom",
		kind: "function",
		parse: "Hom",
		arguments: "implicit"
	},
	{
		name: "Determinant",
		kind: "function",
		latexTrigger: "\\det",
		arguments: "implicit",
		serialize: (e, n) => {
			let t = p(n, 1);
			if (g(t) === "Matrix") return Os(e, x(p(t, 1)), "||", P$1(p(t, 2)));
			return On(e, n, "\\det");
		}
	},
	{
		symbolTrigger: "det",
		kind: "function",
		parse: "Determinant",
		arguments: "implicit"
	},
	{
		name: "MatrixMultiply",
		serialize: (e, n) => {
			return `${e.serialize(p(n, 1))} \\cdot ${e.serialize(p(n, 2))}`;
		}
	},
	{
		name: "HadamardProduct",
		latexTrigger: ["\\odot"],
		kind: "infix",
		associativity: "any",
		precedence: D
	}
];
function Ve(e) {
	let n = e.parseTabular();
	return n ? ["Matrix", ["List", ...n.map((t) => ["List", ...t])]] : ["", null];
}
function Ge(e, n = !0) {
	let t = e.parseStringGroup(n)?.trim();
	if (!t) return "";
	let i = "";
	for (let r of t) r === "c" && (i += "="), r === "l" && (i += "<"), r === "r" && (i += ">"), r === "|" && (i += "|"), r === ":" && (i += ":");
	return i;
}
function On(e, n, t) {
	if (x(n).length !== 1) return `${t}${e.wrapArguments(n)}`;
	let r = p(n, 1);
	let s = e.serialize(r);
	return typeof r == "string" || typeof r == "number" ? `${t} ${s}` : `${t}\\left(${s}\\right)`;
}
function Os(e, n, t, i) {
	t ??= "()";
	let [r, s] = ["", ""];
	typeof t == "string" && t.length === 2 && ([r, s] = t);
	let o = "";
	if (i) for (let c of i) c === "<" ? o += "l" : c === ">" ? o += "r" : c === "=" ? o += "c" : c === "|" ? o += "|" : c === ":" && (o += ":");
	let a = [];
	for (let c of n ?? []) {
		let f = [];
		for (let d of x(c)) f.push(e.serialize(d));
		a.push(f.join(" & "));
	}
	let l = a.join(`\\\\
`);
	let u = o.length > 0 ? `[${o}]` : "";
	return r === "(" && s === ")" ? E([
		"\\begin{pmatrix}",
		u,
		l,
		"\\end{pmatrix}"
	]) : r === "[" && s === "]" ? E([
		"\\begin{bmatrix}",
		u,
		l,
		"\\end{bmatrix}"
	]) : r === "{" && s === "}" ? E([
		"\\begin{Bmatrix}",
		u,
		l,
		"\\end{Bmatrix}"
	]) : r === "|" && s === "|" ? E([
		"\\begin{vmatrix}",
		u,
		l,
		"\\end{vmatrix}"
	]) : r === "‖" && s === "‖" ? E([
		"\\begin{Vmatrix}",
		u,
		l,
		"\\end{Vmatrix}"
	]) : r === "{" && s === "." ? E([
		"\\begin{dcases}",
		u,
		l,
		"\\end{dcases}"
	]) : r === "." && s === "}" ? E([
		"\\begin{rcases}",
		u,
		l,
		"\\end{rcases}"
	]) : o || r !== "." || s !== "." ? E([
		"\\left",
		Rn[r] ?? r,
		"\\begin{array}",
		`{${o}}`,
		l,
		"\\end{array}",
		"\\right",
		Rn[s] ?? s
	]) : E([
		"\\begin{matrix}",
		l,
		"\\end{matrix}"
	]);
}
var Cs = [
	...[
		"NormalDistribution",
		"BinomialDistribution",
		"PoissonDistribution",
		"UniformDistribution",
		"ExponentialDistribution",
		"PDF",
		"CDF",
		"Quantile",
		"GammaRegularized",
		"BetaRegularized",
		"Covariance",
		"PopulationCovariance",
		"Correlation",
		"LinearRegression",
		"PolynomialFit",
		"FindFit",
		"FindRoot"
	].map((e) => ({
		kind: "expression",
		name: e,
		serialize: (n, t) => `\\operatorname{${e}}` + n.wrapArguments(t)
	})),
	{
		name: "Mean",
		kind: "function",
		symbolTrigger: "mean"
	},
	{
		name: "Median",
		kind: "function",
		symbolTrigger: "median"
	},
	{
		name: "StandarDeviation",
		kind: "function",
		symbolTrigger: "stddev"
	},
	{
		latexTrigger: ["\\bar"],
		kind: "expression",
		parse: (e, n) => {
			let t = e.parseGroup() ?? e.parseToken();
			return !t || !T(t) ? null : ["Mean", t];
		}
	},
	{
		latexTrigger: "\\operatorname{var}",
		kind: "function",
		parse: "Variance"
	},
	{
		latexTrigger: "\\operatorname{cov}",
		kind: "function",
		parse: "Covariance"
	},
	{
		latexTrigger: "\\operatorname{corr}",
		kind: "function",
		parse: "Correlation"
	},
	{
		symbolTrigger: "erf",
		kind: "function",
		parse: "Erf"
	},
	{
		symbolTrigger: "erfc",
		kind: "function",
		parse: "Erfc"
	}
];
var Mi = {
	__proto__: null,
	Q: 1e30,
	R: 1e27,
	Y: 1e24,
	Z: 1e21,
	E: 0xde0b6b3a7640000,
	P: 0x38d7ea4c68000,
	T: 0xe8d4a51000,
	G: 1e9,
	M: 1e6,
	k: 1e3,
	h: 100,
	da: 10,
	d: .1,
	c: .01,
	m: .001,
	µ: 1e-6,
	μ: 1e-6,
	n: 1e-9,
	p: 1e-12,
	f: 1e-15,
	a: 1e-18,
	z: 1e-21,
	y: 1e-24,
	r: 1e-27,
	q: 1e-30
};
var yu = /* @__PURE__ */ new Set([
	"m",
	"g",
	"s",
	"A",
	"K",
	"mol",
	"cd",
	"Hz",
	"N",
	"Pa",
	"J",
	"W",
	"C",
	"V",
	"F",
	"ohm",
	"S",
	"Wb",
	"T",
	"H",
	"lm",
	"lx",
	"Bq",
	"Gy",
	"Sv",
	"kat",
	"eV",
	"L",
	"bar"
]);
var Pi = {
	__proto__: null,
	m: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	kg: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	g: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .001
	},
	s: {
		dimension: [
			0,
			0,
			1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	A: {
		dimension: [
			0,
			0,
			0,
			1,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	K: {
		dimension: [
			0,
			0,
			0,
			0,
			1,
			0,
			0,
			0
		],
		scale: 1
	},
	mol: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			1,
			0,
			0
		],
		scale: 1
	},
	cd: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			1,
			0
		],
		scale: 1
	},
	Hz: {
		dimension: [
			0,
			0,
			-1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	N: {
		dimension: [
			1,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	Pa: {
		dimension: [
			-1,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	J: {
		dimension: [
			2,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	W: {
		dimension: [
			2,
			1,
			-3,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	C: {
		dimension: [
			0,
			0,
			1,
			1,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	V: {
		dimension: [
			2,
			1,
			-3,
			-1,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	F: {
		dimension: [
			-2,
			-1,
			4,
			2,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	ohm: {
		dimension: [
			2,
			1,
			-3,
			-2,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	S: {
		dimension: [
			-2,
			-1,
			3,
			2,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	Wb: {
		dimension: [
			2,
			1,
			-2,
			-1,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	T: {
		dimension: [
			0,
			1,
			-2,
			-1,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	H: {
		dimension: [
			2,
			1,
			-2,
			-2,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	lm: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			1,
			0
		],
		scale: 1
	},
	lx: {
		dimension: [
			-2,
			0,
			0,
			0,
			0,
			0,
			1,
			0
		],
		scale: 1
	},
	Bq: {
		dimension: [
			0,
			0,
			-1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	Gy: {
		dimension: [
			2,
			0,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	Sv: {
		dimension: [
			2,
			0,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	kat: {
		dimension: [
			0,
			0,
			-1,
			0,
			0,
			1,
			0,
			0
		],
		scale: 1
	},
	degC: {
		dimension: [
			0,
			0,
			0,
			0,
			1,
			0,
			0,
			0
		],
		scale: 1,
		offset: 273.15
	},
	degF: {
		dimension: [
			0,
			0,
			0,
			0,
			1,
			0,
			0,
			0
		],
		scale: 5 / 9,
		offset: 459.67
	},
	min: {
		dimension: [
			0,
			0,
			1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 60
	},
	h: {
		dimension: [
			0,
			0,
			1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 3600
	},
	d: {
		dimension: [
			0,
			0,
			1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 86400
	},
	wk: {
		dimension: [
			0,
			0,
			1,
			0,
			0,
			0,
			0,
			0
		],
		scale: 604800
	},
	ha: {
		dimension: [
			2,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1e4
	},
	L: {
		dimension: [
			3,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .001
	},
	t: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1e3
	},
	eV: {
		dimension: [
			2,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1602176634e-28
	},
	Da: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 16605390666e-37
	},
	au: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 149597870700
	},
	deg: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: Math.PI / 180
	},
	rad: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	grad: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: Math.PI / 200
	},
	turn: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 2 * Math.PI
	},
	arcmin: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: Math.PI / 10800
	},
	arcsec: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: Math.PI / 648e3
	},
	percent: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .01
	},
	ppm: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1e-6
	},
	dB: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	Np: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1
	},
	in: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .0254
	},
	ft: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .3048
	},
	yd: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .9144
	},
	mi: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1609.344
	},
	lb: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .45359237
	},
	oz: {
		dimension: [
			0,
			1,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .028349523125
	},
	gal: {
		dimension: [
			3,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .003785411784
	},
	qt: {
		dimension: [
			3,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .000946352946
	},
	pt: {
		dimension: [
			3,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .000473176473
	},
	cup: {
		dimension: [
			3,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: .0002365882365
	},
	atm: {
		dimension: [
			-1,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 101325
	},
	bar: {
		dimension: [
			-1,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1e5
	},
	cal: {
		dimension: [
			2,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 4.184
	},
	kWh: {
		dimension: [
			2,
			1,
			-2,
			0,
			0,
			0,
			0,
			0
		],
		scale: 36e5
	},
	Å: {
		dimension: [
			1,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		],
		scale: 1e-10
	},
	USD: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			1
		],
		scale: 1
	},
	cent: {
		dimension: [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			1
		],
		scale: .01
	}
};
function Zd(e) {
	if (e.length > 2) {
		let n = e.slice(0, 2);
		let t = e.slice(2);
		if (Mi[n] !== void 0 && yu.has(t)) {
			let i = Pi[t];
			if (i) return {
				prefixScale: Mi[n],
				baseEntry: i
			};
		}
	}
	if (e.length > 1) {
		let n = e.slice(0, 1);
		let t = e.slice(1);
		if (Mi[n] !== void 0 && yu.has(t)) {
			let i = Pi[t];
			if (i) return {
				prefixScale: Mi[n],
				baseEntry: i
			};
		}
	}
	return null;
}
function Wd(e) {
	let n = Pi[e];
	if (n) return n;
	let t = Zd(e);
	return t ? {
		dimension: t.baseEntry.dimension,
		scale: t.prefixScale * t.baseEntry.scale
	} : null;
}
function Bs(e) {
	let n = Wd(e);
	return n ? n.dimension : null;
}
new Map([
	"N",
	"J",
	"W",
	"Pa",
	"Hz",
	"C",
	"V",
	"F",
	"ohm",
	"S",
	"Wb",
	"T",
	"H",
	"lm",
	"lx",
	"Gy",
	"kat"
].map((e) => [Pi[e].dimension.join(","), e]));
function Xd(e) {
	let n = e.indexOf("^");
	if (n === -1) return e;
	let t = e.slice(0, n);
	let i = e.slice(n + 1);
	let r = parseInt(i, 10);
	return isNaN(r) ? e : [
		"Power",
		t,
		r
	];
}
function kt(e) {
	if (e = e.trim(), e.length === 0) return null;
	if (e[0] === "(" && e[e.length - 1] === ")") {
		let r = 0;
		let s = !0;
		for (let o = 0; o < e.length - 1; o++) if (e[o] === "(" ? r++ : e[o] === ")" && r--, r === 0 && o < e.length - 1) {
			s = !1;
			break;
		}
		if (s) return kt(e.slice(1, -1));
	}
	let n = -1;
	let t = [];
	let i = 0;
	for (let r = 0; r < e.length; r++) e[r] === "(" ? i++ : e[r] === ")" ? i-- : i === 0 && (e[r] === "/" && n === -1 ? n = r : e[r] === "*" && t.push(r));
	if (n !== -1) {
		let r = e.slice(0, n).trim();
		let s = e.slice(n + 1).trim();
		let o = kt(r);
		let a = kt(s);
		return !o || !a ? null : [
			"Divide",
			o,
			a
		];
	}
	if (t.length > 0) {
		let r = [];
		let s = 0;
		for (let a of t) r.push(e.slice(s, a).trim()), s = a + 1;
		r.push(e.slice(s).trim());
		let o = r.filter((a) => a.length > 0).map((a) => kt(a));
		return o.some((a) => a === null) ? null : o.length === 1 ? o[0] : ["Multiply", ...o];
	}
	return e[0] === "(" ? null : Xd(e);
}
function xu(e) {
	return e = e.trim(), e.length === 0 ? null : /[/*^()]/.test(e) ? kt(e) : e;
}
function ku(e) {
	for (; e.peek === "<space>";) e.nextToken();
	if (!e.match("<{>")) return null;
	let n = "";
	let t = 0;
	for (; !e.atEnd;) {
		let i = e.peek;
		if (i === "<}>" && t === 0) return e.nextToken(), n;
		if (i === "<}>") {
			t--, e.nextToken();
			continue;
		}
		if (i === "<{>") {
			t++, e.nextToken();
			continue;
		}
		if (i === "<space>") {
			n.length > 0 && !n.endsWith(" ") && (n += " "), e.nextToken();
			continue;
		}
		if (i === "<$>") {
			n += "$", e.nextToken();
			continue;
		}
		if (i === "\\cdot") {
			n += "*", e.nextToken();
			continue;
		}
		if (i === "^") {
			n += "^", e.nextToken();
			continue;
		}
		n += i, e.nextToken();
	}
	return null;
}
var Su = /* @__PURE__ */ new Set(["d"]);
var Kd = {
	__proto__: null,
	inch: "in",
	inches: "in",
	"in.": "in",
	foot: "ft",
	feet: "ft",
	"ft.": "ft",
	mile: "mi",
	miles: "mi",
	yard: "yd",
	yards: "yd",
	meter: "m",
	meters: "m",
	metre: "m",
	metres: "m",
	centimeter: "cm",
	centimeters: "cm",
	centimetre: "cm",
	centimetres: "cm",
	kilometer: "km",
	kilometers: "km",
	kilometre: "km",
	kilometres: "km",
	gallon: "gal",
	gallons: "gal",
	quart: "qt",
	quarts: "qt",
	pint: "pt",
	pints: "pt",
	cup: "cup",
	cups: "cup",
	liter: "L",
	liters: "L",
	litre: "L",
	litres: "L",
	ounce: "oz",
	ounces: "oz",
	pound: "lb",
	pounds: "lb",
	gram: "g",
	grams: "g",
	kilogram: "kg",
	kilograms: "kg",
	second: "s",
	seconds: "s",
	minute: "min",
	minutes: "min",
	hour: "h",
	hours: "h",
	day: "d",
	days: "d",
	week: "wk",
	weeks: "wk",
	dollar: "USD",
	dollars: "USD",
	$: "USD",
	cent: "cent",
	cents: "cent",
	degree: "deg",
	degrees: "deg",
	mph: "mi/h",
	per: "/"
};
function Qd(e) {
	return e.replace(/\$|[A-Za-z.]+/g, (n) => Kd[n] ?? n);
}
function Ls(e) {
	if (!e) return null;
	let n = e.trim();
	if (n.length === 0 || Su.has(n)) return null;
	let t = Qd(n).replace(/\s+/g, "");
	if (Bs(t) !== null) return t;
	if (/[/*^]/.test(t)) try {
		let i = xu(t);
		if (i !== null && Fs(i)) return i;
	} catch {
		return null;
	}
	return null;
}
function Fs(e) {
	if (typeof e == "string") return Bs(e) !== null;
	if (!Array.isArray(e)) return !1;
	let n = e[0];
	return n === "Multiply" || n === "Divide" ? e.slice(1).every((t) => Fs(t)) : n === "Power" ? Fs(e[1]) : !1;
}
function eg(e) {
	let n = e.index;
	if (!e.match("^")) return null;
	if (e.match("<{>")) {
		let i = "";
		for (; !e.atEnd && e.peek !== "<}>";) i += e.peek, e.nextToken();
		return e.match("<}>") ? i : (e.index = n, null);
	}
	if (e.atEnd) return e.index = n, null;
	let t = e.peek;
	return e.nextToken(), t;
}
var Tu = (e) => {
	let n = e.index;
	let t = ku(e);
	if (t === null) return e.index = n, null;
	let i = e.index;
	if (!Su.has(t.trim())) {
		let s = eg(e);
		if (s !== null) {
			let o = Ls(`${t}^${s}`);
			if (o !== null) return ["__unit__", o];
			e.index = i;
		}
	}
	let r = Ls(t);
	return r === null ? (e.index = n, null) : ["__unit__", r];
};
function mn(e) {
	let n = T(e);
	if (n !== null) return n;
	if (typeof e == "number") return String(e);
	let t = g(e);
	if (!t) return "";
	if (t === "Divide") {
		let i = p(e, 1);
		let r = p(e, 2);
		return `${mn(i)}/${mn(r)}`;
	}
	if (t === "Multiply") {
		let i = [];
		if (Array.isArray(e)) for (let r = 1; r < e.length; r++) i.push(mn(e[r]));
		return i.join("\\cdot ");
	}
	if (t === "Power") {
		let i = p(e, 1);
		let r = p(e, 2);
		let s = typeof r == "number" ? String(r) : T(r) ?? String(r);
		return `${mn(i)}^{${s}}`;
	}
	if (t === "Square") return `${mn(p(e, 1))}^{2}`;
	return "";
}
function bu(e) {
	let n = e.parseGroup();
	if (n === null) return null;
	let t = Nu(e);
	return t === null ? null : [
		"Quantity",
		n,
		t
	];
}
function Eu(e) {
	return Nu(e);
}
function Nu(e) {
	let n = e.index;
	let t = ku(e);
	if (t === null) return e.index = n, null;
	let i = Ls(t);
	return i === null ? (e.index = n, null) : i;
}
var $s = [
	{
		latexTrigger: "\\mathrm",
		kind: "expression",
		parse: Tu
	},
	{
		latexTrigger: "\\text",
		kind: "expression",
		parse: Tu
	},
	{
		latexTrigger: "\\qty",
		parse: bu
	},
	{
		latexTrigger: "\\SI",
		parse: bu
	},
	{
		latexTrigger: "\\unit",
		parse: Eu
	},
	{
		latexTrigger: "\\si",
		parse: Eu
	},
	{
		name: "Quantity",
		serialize: (e, n) => {
			let t = p(n, 1);
			let i = p(n, 2);
			if (t === null || i === null) return "";
			let r = T(i);
			let s = r === "deg" || r === "rad" || r === "arcmin" || r === "arcsec";
			let o = e.options;
			if (s && (o.dmsFormat || o.angleNormalization && o.angleNormalization !== "none")) {
				let u = N(t);
				if (u === null) return E([
					e.serialize(t),
					"\\,",
					`\\mathrm{${mn(i)}}`
				]);
				let c = u;
				return r === "rad" ? c = c * 180 / Math.PI : r === "arcmin" ? c = c / 60 : r === "arcsec" && (c = c / 3600), o.angleNormalization && o.angleNormalization !== "none" && (c = Ti(c, o.angleNormalization)), o.dmsFormat ? bi(c) : `${c}\xB0`;
			}
			let a = e.serialize(t);
			g(t) === "Measurement" && (a = `\\left(${a}\\right)`);
			let l = mn(i);
			return E([
				a,
				"\\,",
				`\\mathrm{${l}}`
			]);
		}
	}
];
var vu = [
	{
		name: "Rgb",
		latexTrigger: ["\\operatorname{rgb}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{rgb}" + e.wrapArguments(n)
	},
	{
		name: "Hsv",
		latexTrigger: ["\\operatorname{hsv}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{hsv}" + e.wrapArguments(n)
	},
	{
		name: "Hsl",
		latexTrigger: ["\\operatorname{hsl}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{hsl}" + e.wrapArguments(n)
	},
	{
		name: "Oklab",
		latexTrigger: ["\\operatorname{oklab}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{oklab}" + e.wrapArguments(n)
	},
	{
		name: "Oklch",
		latexTrigger: ["\\operatorname{oklch}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{oklch}" + e.wrapArguments(n)
	},
	{
		name: "AsRgb",
		latexTrigger: ["\\operatorname{asRgb}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{asRgb}" + e.wrapArguments(n)
	},
	{
		name: "AsHsv",
		latexTrigger: ["\\operatorname{asHsv}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{asHsv}" + e.wrapArguments(n)
	},
	{
		name: "AsHsl",
		latexTrigger: ["\\operatorname{asHsl}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{asHsl}" + e.wrapArguments(n)
	},
	{
		name: "AsOklab",
		latexTrigger: ["\\operatorname{asOklab}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{asOklab}" + e.wrapArguments(n)
	},
	{
		name: "AsOklch",
		latexTrigger: ["\\operatorname{asOklch}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{asOklch}" + e.wrapArguments(n)
	},
	{
		name: "ColorDelta",
		latexTrigger: ["\\operatorname{colorDelta}"],
		kind: "function",
		serialize: (e, n) => "\\operatorname{colorDelta}" + e.wrapArguments(n)
	}
];
var Iu = [{
	name: "Mu0",
	standaloneSymbol: !0,
	kind: "symbol",
	latexTrigger: "\\mu_0"
}, {
	name: "VacuumPermittivity",
	standaloneSymbol: !0,
	kind: "symbol",
	latexTrigger: "\\varepsilon_0"
}];
var js = [
	...os,
	...zr,
	...ls,
	...Fr,
	...Es,
	...He,
	...Ms,
	...Rs,
	..._s,
	...Ds,
	...Js,
	...Cs,
	...$s,
	...ws,
	...Iu,
	...vu
];
var Mu = {
	"(": ["\\lparen", "("],
	")": ["\\rparen", ")"],
	"[": [
		"\\lbrack",
		"\\[",
		"["
	],
	"]": [
		"\\rbrack",
		"\\]",
		"]"
	],
	"<": ["<", "\\langle"],
	">": [">", "\\rangle"],
	"{": ["\\{", "\\lbrace"],
	"}": ["\\}", "\\rbrace"],
	":": [":", "\\colon"],
	"|": [
		"|",
		"\\|",
		"\\lvert",
		"\\rvert"
	],
	"||": [
		"||",
		"\\Vert",
		"\\lVert",
		"\\rVert",
		"\\|"
	]
};
function ng(e) {
	return "kind" in e && e.kind === "matchfix";
}
var Pu = {
	"(": "(",
	")": ")",
	"[": "\\lbrack",
	"]": "\\rbrack",
	"{": "\\lbrace",
	"}": "\\rbrace",
	"<": "\\langle",
	">": "\\rangle",
	"|": "\\vert",
	"||": "\\Vert",
	"\\lceil": "\\lceil",
	"\\lfloor": "\\lfloor",
	"\\rceil": "\\rceil",
	"\\rfloor": "\\rfloor"
};
function Jn(e, n, t) {
	let i = e.get(n);
	i ? i.unshift(t) : e.set(n, [t]);
}
function Au(e, n, t) {
	let i = rg(n, t);
	if (i === null) return;
	let r = "kind" in n ? n.kind : "expression";
	let s = i.latexTrigger;
	typeof s == "string" && (e.lookahead = Math.max(e.lookahead, At(s)));
	let o = H(s ?? "");
	if (o.length === 2 && /[_^]/.test(o[0]) && o[1] !== "<{>" && r !== "function" && r !== "environment" && r !== "matchfix") {
		let a = n.parse;
		!a && n.name && (r === "postfix" || r === "prefix" ? a = (l, u) => [n.name, u] : a = n.name), Au(e, {
			...n,
			kind: r,
			name: void 0,
			serialize: void 0,
			parse: a,
			latexTrigger: [
				o[0],
				"<{>",
				o[1],
				"<}>"
			]
		}, t);
	}
	if (e.defs.push(i), ng(i)) {
		let a = i.openTrigger;
		let l = [];
		if (typeof a == "string") {
			let f = Mu[a];
			f ? l.push(...f) : l.push(a), a === "||" && l.push("|");
		} else Array.isArray(a) && a.length > 0 && l.push(a[0]);
		let u = i.closeTrigger;
		let c = /* @__PURE__ */ new Set();
		if (typeof u == "string") {
			let f = Mu[u];
			if (f) for (let d of f) c.add(d);
			else c.add(u);
			u === "||" && c.add("|");
		} else Array.isArray(u) && u.length > 0 && c.add(u[0]);
		i.closeTokens = c;
		for (let f of l) {
			let d = e.matchfixByOpen.get(f);
			d ? d.unshift(i) : e.matchfixByOpen.set(f, [i]);
		}
	}
	if (i.latexTrigger && i.latexTrigger !== "") {
		let a = i.latexTrigger;
		if (o.length > 0) {
			let l = o[0];
			let u = o.length;
			let c = e.triggerStartMax.get(l);
			if ((c === void 0 || u > c) && e.triggerStartMax.set(l, u), l === "<$>" || l === "<$$>") {
				let f = l === "<$>" ? "<$$>" : "<$>";
				let d = e.triggerStartMax.get(f);
				(d === void 0 || u + 1 > d) && e.triggerStartMax.set(f, u + 1);
			}
		}
		switch (i.kind) {
			case "infix":
				Jn(e.infixByTrigger, a, i);
				break;
			case "prefix":
				Jn(e.prefixByTrigger, a, i);
				break;
			case "postfix":
				Jn(e.postfixByTrigger, a, i);
				break;
			case "function":
				Jn(e.functionByTrigger, a, i);
				break;
			case "symbol":
				Jn(e.symbolByTrigger, a, i);
				break;
			case "expression": Jn(e.expressionByTrigger, a, i);
		}
	}
	i.name !== void 0 && (e.ids.has(i.name) && t({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i.name,
			"Duplicate definition. The name (MathJSON symbol) must be unique, but triggers can be shared by multiple definitions."
		]
	}), e.ids.set(i.name, i));
}
var St = null;
function tg() {
	if (!St) {
		St = /* @__PURE__ */ new Map();
		for (let [e, n] of Se) St.has(n) || St.set(n, e);
	}
	return St;
}
function ig(e) {
	let n = /* @__PURE__ */ new Map();
	for (let t of e) {
		let i = t;
		let r = i.latexTrigger;
		if (r === void 0) continue;
		let s = i.kind ?? "expression";
		if (s !== "symbol" && s !== "expression" && s !== "function") continue;
		let o = typeof r == "string" ? r : r.join("");
		let a = tg().get(o);
		if (a === void 0 || typeof i.parse == "function") continue;
		let l = typeof i.parse == "string" ? i.parse : i.name;
		l !== void 0 && l !== a && n.set(a, o);
	}
	return n;
}
function wu(e, n) {
	let t = {
		lookahead: 1,
		claimedSpellings: ig(e),
		ids: /* @__PURE__ */ new Map(),
		defs: [],
		matchfixByOpen: /* @__PURE__ */ new Map(),
		infixByTrigger: /* @__PURE__ */ new Map(),
		prefixByTrigger: /* @__PURE__ */ new Map(),
		postfixByTrigger: /* @__PURE__ */ new Map(),
		functionByTrigger: /* @__PURE__ */ new Map(),
		symbolByTrigger: /* @__PURE__ */ new Map(),
		expressionByTrigger: /* @__PURE__ */ new Map(),
		operatorByTrigger: /* @__PURE__ */ new Map(),
		universalDefs: /* @__PURE__ */ new Map(),
		symbolTriggerDefs: /* @__PURE__ */ new Map(),
		triggerStartMax: /* @__PURE__ */ new Map()
	};
	for (let r of e) Au(t, r, n);
	for (let r = t.defs.length - 1; r >= 0; r--) {
		let s = t.defs[r];
		let a = s.kind === "infix" || s.kind === "prefix" || s.kind === "postfix" ? [s.kind, "operator"] : [s.kind];
		for (let l of a) {
			if (s.latexTrigger === "") {
				let u = t.universalDefs.get(l);
				u ? u.push(s) : t.universalDefs.set(l, [s]);
			}
			if (s.symbolTrigger) {
				let u = t.symbolTriggerDefs.get(l);
				u || (u = /* @__PURE__ */ new Map(), t.symbolTriggerDefs.set(l, u));
				let c = u.get(s.symbolTrigger);
				c ? c.push(s) : u.set(s.symbolTrigger, [s]);
			}
			if (l === "operator" && s.latexTrigger && s.latexTrigger !== "") {
				let u = s;
				let c = t.operatorByTrigger.get(s.latexTrigger);
				c ? c.push(u) : t.operatorByTrigger.set(s.latexTrigger, [u]);
			}
		}
	}
	let i = {
		"(": [")", "\\rparen"],
		"\\lparen": [")", "\\rparen"],
		"[": [
			"]",
			"\\rbrack",
			"\\]"
		],
		"\\lbrack": [
			"]",
			"\\rbrack",
			"\\]"
		],
		"\\[": [
			"]",
			"\\rbrack",
			"\\]"
		],
		"{": ["}", "\\rbrace"],
		"\\lbrace": ["}", "\\rbrace"],
		"\\{": ["}", "\\rbrace"],
		"<": [">", "\\rangle"],
		"\\langle": [">", "\\rangle"],
		"|": [
			"|",
			"\\|",
			"\\rvert",
			"\\lvert"
		],
		"\\|": [
			"|",
			"\\|",
			"\\rvert",
			"\\lvert"
		],
		"\\lvert": [
			"|",
			"\\|",
			"\\rvert",
			"\\lvert"
		],
		"||": [
			"||",
			"\\Vert",
			"\\lVert",
			"\\rVert",
			"\\|"
		],
		"\\Vert": [
			"||",
			"\\Vert",
			"\\lVert",
			"\\rVert",
			"\\|"
		],
		"\\lVert": [
			"||",
			"\\Vert",
			"\\lVert",
			"\\rVert",
			"\\|"
		]
	};
	for (let [r, s] of t.matchfixByOpen.entries()) t.matchfixByOpen.set(r, s.sort((o, a) => {
		let l = (I) => typeof I == "string" ? I : I[0] || "";
		let u = (I) => typeof I == "string" ? I : I[0] || "";
		let c = l(o.openTrigger);
		let f = u(o.closeTrigger);
		let d = i[c]?.includes(f) ?? !1;
		let m = l(a.openTrigger);
		let y = u(a.closeTrigger);
		let k = i[m]?.includes(y) ?? !1;
		return d && !k ? -1 : !d && k ? 1 : 0;
	}));
	return t;
}
function rg(e, n) {
	if (!lg(e, n)) return null;
	let t = { kind: "kind" in e ? e.kind : "expression" };
	let i = null;
	"latexTrigger" in e && (typeof e.latexTrigger == "string" ? i = H(e.latexTrigger) : i = e.latexTrigger);
	let r = null;
	"symbolTrigger" in e && (r = e.symbolTrigger), i !== null && (t.latexTrigger = ye(i)), r !== null && (t.symbolTrigger = r), e.name && (t.name = e.name, t.serialize = og(e, i, r), e.standaloneSymbol === !0 && (t.standaloneSymbol = !0)), t.kind === "matchfix" && zn(e) && (t.openTrigger = e.openTrigger, t.closeTrigger = e.closeTrigger), t.kind === "symbol" && eo(e) && (t.precedence = e.precedence ?? 1e4), t.kind === "expression" && Qs(e) && (t.precedence = e.precedence ?? 1e4), (t.kind === "prefix" || t.kind === "postfix") && (ji(e) || zi(e)) && (i && (i[0] === "^" || i[0] === "_") ? (t.precedence = 720, e.precedence) : t.precedence = e.precedence ?? 1e4), t.kind === "infix" && $i(e) && (!i || i[0] !== "^" && i[0] !== "_" || !e.associativity || e.associativity, t.associativity = e.associativity ?? "none", t.precedence = e.precedence ?? 1e4);
	let s = ag(e, i, r);
	return s && (t.parse = s), t.kind === "function" && "arguments" in e && (t.arguments = e.arguments), t;
}
function sg(e, n) {
	if (n == null) return "";
	if (g(n) !== "List") return e.serialize(n);
	let t = x(n);
	return t.length === 0 ? "" : t.every((i) => g(i) === "List") ? t.map((i) => x(i).map((r) => e.serialize(r)).join(" & ")).join(` \\\\
`) : e.serialize(n);
}
function og(e, n, t) {
	if (typeof e.serialize == "function") return e.serialize;
	let i = e;
	let r = i.kind ?? "expression";
	if (r === "environment") {
		let l = i.symbolTrigger ?? e.name ?? "unknown";
		return (u, c) => {
			let f = p(c, 1);
			return E([
				`\\begin{${l}}`,
				sg(u, f),
				`\\end{${l}}`
			]);
		};
	}
	if (zn(e)) {
		let l = typeof e.openTrigger == "string" ? Pu[e.openTrigger] : ye(e.openTrigger);
		let u = typeof e.closeTrigger == "string" ? Pu[e.closeTrigger] : ye(e.closeTrigger);
		return (c, f) => {
			let d = c.groupStyle(f, c.level + 1);
			let m = c.serialize(p(f, 1));
			return d === "scaled" ? E([
				`\\left${l}`,
				m,
				`\\right${u}`
			]) : d === "big" ? E([
				`\\Bigl${l}`,
				m,
				`\\Bigr${u}`
			]) : E([
				l,
				m,
				u
			]);
		};
	}
	let s = e.serialize;
	if (s === void 0 && n && (s = ye(n)), s) {
		let l = i.precedence ?? 1e4;
		return r === "postfix" ? (u, c) => E([u.wrap(p(c, 1), l), s]) : r === "prefix" ? (u, c) => E([s, u.wrap(p(c, 1), l)]) : r === "infix" ? (u, c) => {
			let f = M(c);
			if (f === 0) return "";
			let d = i.precedence ?? 1e4;
			return E(x(c).flatMap((m, y) => {
				let k = u.wrap(m, d + 1);
				return y < f - 1 ? [k, s] : [k];
			}));
		} : (u, c) => g(c) ? E([s, u.wrapArguments(c)]) : s;
	}
	let o = t ?? e.name ?? "unknown";
	let a = i.precedence ?? 1e4;
	return r === "postfix" ? (l, u) => E([l.wrap(p(u, 1), a), l.serializeSymbol(o)]) : r === "prefix" ? (l, u) => E([l.serializeSymbol(o), l.wrap(p(u, 1), a)]) : r === "infix" ? (l, u) => E([
		l.wrap(p(u, 1), a + 1),
		l.serializeSymbol(o),
		l.wrap(p(u, 2), a + 1)
	]) : (l, u) => g(u) ? E([l.serializeSymbol(o), l.wrapArguments(u)]) : l.serializeSymbol(o);
}
function ag(e, n, t) {
	if ("parse" in e && typeof e.parse == "function") return e.parse;
	let i = e;
	let r = ("kind" in e ? e.kind : "expression") ?? "expression";
	if (r === "environment") {
		let s = e.parse ?? e.name ?? t;
		if (s) return (o, a) => {
			let l = o.parseTabular();
			return l === null ? null : [s, ["List", l.map((u) => ["List", ...u])]];
		};
	}
	if (r === "function") {
		let s = e.parse ?? e.name ?? t;
		let o = ("arguments" in e ? e.arguments : void 0) ?? "enclosure";
		if (s) return (a, l) => {
			let u = a.parseArguments(o, l);
			return u === null && o === "enclosure" && (u = a.parseBraceArguments()), u === null ? s : [s, ...u];
		};
	}
	if (r === "symbol") {
		let s = e.parse ?? e.name ?? t;
		if (s) return (o, a) => s;
	}
	if (r === "prefix") {
		let s = e.parse ?? e.name ?? t;
		if (s) {
			let o = i.precedence ?? 1e4;
			return (a, l) => {
				let u = a.parseExpression({
					...l ?? [],
					minPrec: o
				});
				return u === null ? null : [s, u];
			};
		}
	}
	if (r === "postfix") {
		let s = e.parse ?? e.name;
		if (s) return (o, a) => a === null ? null : [s, a];
	}
	if (r === "infix") {
		if (/[_^]/.test(n?.[0] ?? "")) {
			let o = e.name ?? e.parse;
			return (a, l) => [
				o,
				w(p(l, 1)),
				w(p(l, 2))
			];
		}
		let s = e.parse ?? e.name ?? t;
		if (s) {
			let o = i.precedence ?? 1e4;
			let a = i.associativity ?? "none";
			return a === "none" ? (l, u, c) => {
				if (u === null) return null;
				let f = w(l.parseExpression({
					...c,
					minPrec: o
				}));
				return [
					s,
					u,
					f
				];
			} : a === "left" ? (l, u, c) => {
				if (u === null) return null;
				let f = w(l.parseExpression({
					...c,
					minPrec: o + 1
				}));
				return typeof s != "string" ? [
					s,
					u,
					f
				] : [
					s,
					u,
					f
				];
			} : a === "right" ? (l, u, c) => {
				if (u === null) return null;
				let f = w(l.parseExpression({
					...c,
					minPrec: o
				}));
				return typeof s != "string" ? [
					s,
					u,
					f
				] : [
					s,
					u,
					f
				];
			} : (l, u, c) => {
				if (u === null) return null;
				let f = w(l.parseExpression({
					...c,
					minPrec: o + 1
				}));
				return typeof s != "string" ? [
					s,
					u,
					f
				] : l._appendAssociativeOperand(s, u, f);
			};
		}
	}
	if (r === "matchfix") {
		let s = e.parse ?? e.name;
		if (s) return (o, a) => _(a) ? null : [s, a];
	}
	if (r === "expression") {
		let s = e.parse ?? e.name ?? t;
		if (s) return () => s;
	}
	if ("parse" in e) {
		let s = e.parse;
		return () => s;
	}
}
function lg(e, n) {
	let t = e;
	let i = e.name ?? t.latexTrigger ?? t.symbolTrigger ?? t.openTrigger;
	if (!i) try {
		i = JSON.stringify(e);
	} catch {
		i = "???";
	}
	if (Array.isArray(i) && (i = ye(i)), "kind" in e && ![
		"expression",
		"symbol",
		"function",
		"infix",
		"postfix",
		"prefix",
		"matchfix",
		"environment"
	].includes(e.kind) && n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"The 'kind' property must be one of 'expression', 'symbol', 'function', 'infix', 'postfix', 'prefix', 'matchfix', 'environment'"
		]
	}), e.serialize !== void 0 && !e.name) return n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"A 'name' property must be provided if a 'serialize' handler is provided"
		]
	}), !1;
	if ("symbolTrigger" in e && (!("kind" in e) || e.kind !== "environment") && (typeof e.symbolTrigger != "string" || !Fe(e.symbolTrigger)) && n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"The 'symbolTrigger' property must be a valid symbol"
		]
	}), "name" in e && (typeof e.name != "string" ? e.name !== void 0 && n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"The 'name' property must be a string"
		]
	}) : Fe(e.name) || n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			e.name,
			"The 'name' property must be a valid symbol"
		]
	})), zn(e)) {
		if ("latexTrigger" in e || "symbolTrigger" in e) return n({
			severity: "warning",
			message: [
				"invalid-dictionary-entry",
				i,
				"'matchfix' operators use a 'openTrigger' and 'closeTrigger' instead of a 'latexTrigger' or 'symbolTrigger'. "
			]
		}), !1;
		if (!e.openTrigger || !e.closeTrigger) return n({
			severity: "warning",
			message: [
				"invalid-dictionary-entry",
				i,
				"Expected `openTrigger` and a `closeTrigger` for matchfix operator"
			]
		}), !1;
		if (typeof e.openTrigger != typeof e.closeTrigger) return n({
			severity: "warning",
			message: [
				"invalid-dictionary-entry",
				i,
				"Expected `openTrigger` and `closeTrigger` to both be strings or array of LatexToken"
			]
		}), !1;
	}
	if ($i(e) || zi(e) || ji(e)) {
		if (Array.isArray(e.latexTrigger) && (e.latexTrigger[0] === "_" || e.latexTrigger[0] === "^") || typeof e.latexTrigger == "string" && (e.latexTrigger.startsWith("^") || e.latexTrigger.startsWith("_"))) {
			if (e.precedence !== void 0 || t.associativity !== void 0) return n({
				severity: "warning",
				message: [
					"invalid-dictionary-entry",
					i,
					"Unexpected \"precedence\" or \"associativity\" for superscript/subscript operator"
				]
			}), !1;
		} else if (e.precedence === void 0) return n({
			severity: "warning",
			message: [
				"invalid-dictionary-entry",
				i,
				`Expected a "precedence" for ${e.kind} operator`
			]
		}), !1;
	} else if (t.associativity !== void 0) return n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"Unexpected \"associativity\" operator"
		]
	}), !1;
	return !zn(e) && !no(e) && !e.latexTrigger && !e.symbolTrigger && !e.name ? (n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"Expected a 'name', a 'latexTrigger' or a 'symbolTrigger'"
		]
	}), !1) : e.parse === void 0 && e.name === void 0 ? (n({
		severity: "warning",
		message: [
			"invalid-dictionary-entry",
			i,
			"Expected a 'parse' or 'name'"
		]
	}), !1) : !0;
}
var Ai = {
	applyFunctionStyle: [
		"normal",
		"scaled",
		"big",
		"none"
	],
	groupStyle: [
		"normal",
		"scaled",
		"big",
		"none"
	],
	rootStyle: [
		"radical",
		"quotient",
		"solidus"
	],
	fractionStyle: [
		"quotient",
		"block-quotient",
		"inline-quotient",
		"inline-solidus",
		"nice-solidus",
		"reciprocal",
		"factor"
	],
	logicStyle: [
		"word",
		"boolean",
		"uppercase-word",
		"punctuation"
	],
	powerStyle: [
		"root",
		"solidus",
		"quotient"
	],
	numericSetStyle: [
		"compact",
		"regular",
		"interval",
		"set-builder"
	],
	indexStyle: ["subscript", "bracket"]
};
function ug(e) {
	let n = e;
	for (let t of Object.keys(Ai)) {
		let i = n[t];
		if (typeof i == "string" && !Ai[t].includes(i)) throw new Error(`Invalid value "${i}" for the LaTeX serialization option "${t}". Expected a function, or one of: ${Ai[t].map((r) => `"${r}"`).join(", ")}`);
	}
}
function Ru(e) {
	ug(e);
	let n;
	for (let t of Object.keys(Ai)) {
		let i = e[t];
		typeof i == "string" && (n ??= { ...e }, n[t] = () => i);
	}
	return n ?? e;
}
function Du(e, n, t) {
	if (t.repeatingDecimal && t.repeatingDecimal !== "none") {
		let s = e.slice(0, -1);
		for (let o = 0; o < e.length - 16; o++) {
			let a = s.substring(0, o);
			for (let l = 0; l < 17; l++) {
				let u = s.substring(o, o + l + 1);
				let c = Math.floor((s.length - a.length) / u.length);
				if (c <= 3) break;
				if ((a + u.repeat(c + 1)).startsWith(s)) {
					if (u === "0") return zs(a, t);
					let d = {
						vinculum: "\\overline{#}",
						parentheses: "(#)",
						dots: "\\overset{\\cdots}{#1}#2\\overset{\\cdots}{#3}",
						arc: "\\wideparen{#}"
					}[t.repeatingDecimal] ?? "\\overline{#}";
					return d = d.replace(/#1/g, u[0]).replace(/#2/g, u.slice(1)).replace(/#3/g, u.slice(-1)).replace(/#/, u), zs(a, t) + d;
				}
			}
		}
	}
	let i = typeof t.fractionalDigits == "number" ? t.fractionalDigits : 1 / 0;
	i < 0 && (i = i - n), i < 0 && (i = 0);
	let r = e.length > i;
	return r && (e = e.substring(0, i)), e = zs(e, t), r && (e += t.truncationMarker), e;
}
function Ou(e, n) {
	return !e || e === "0" ? "" : n.beginExponentMarker ? n.beginExponentMarker + e + (n.endExponentMarker ?? "") : `10^{${e}}`;
}
function Ju(e, n) {
	if (e === null) return "";
	let t;
	if (typeof e == "number" || typeof e == "string") t = e;
	else if (typeof e == "object" && "num" in e) t = e.num;
	else return "";
	if (typeof t == "number") {
		if (t === 1 / 0) return n.positiveInfinity;
		if (t === -1 / 0) return n.negativeInfinity;
		if (Number.isNaN(t)) return n.notANumber;
		let s;
		return n.notation === "engineering" ? s = Cn(t.toExponential(), n, 3) : n.notation === "scientific" ? s = Cn(t.toExponential(), {
			...n,
			avoidExponentsInRange: null
		}) : n.notation === "adaptiveScientific" && (s = Cn(t.toExponential(), n)), s ?? qs(t.toString(), n);
	}
	if (t = t.toLowerCase().replace(/[\u0009-\u000d\u0020\u00a0]/g, ""), t === "infinity" || t === "+infinity" || t === "oo" || t === "+oo") return n.positiveInfinity;
	if (t === "-infinity" || t === "-oo") return n.negativeInfinity;
	if (t === "nan") return n.notANumber;
	if (!/^[-+\.]?[0-9]/.test(t)) return "";
	if (t = t.replace(/[nd]$/, ""), /\([0-9]+\)/.test(t)) {
		let [s, o, a, l] = t.match(/(.+)\(([0-9]+)\)(.*)$/) ?? [], u = Math.max(6, Math.ceil(20 / a.length) + 2);
		t = o + a.repeat(u) + l;
	}
	let i = "";
	for (t[0] === "-" ? (i = "-", t = t.substring(1)) : t[0] === "+" && (t = t.substring(1)); t[0] === "0";) t = t.substring(1);
	t.length === 0 ? t = "0" : t[0] === "." && (t = "0" + t);
	let r;
	return n.notation === "engineering" ? r = Cn(t, n, 3) : n.notation === "scientific" ? r = Cn(t, {
		...n,
		avoidExponentsInRange: null
	}) : n.notation === "adaptiveScientific" && (r = Cn(t, n)), i + (r ?? qs(t, { ...n }));
}
function Cn(e, n, t = 1) {
	let i = e.match(/^(.*)[e|E]([-+]?[0-9]+)$/);
	if (!i) {
		let c = "";
		if (e[0] === "-" ? (c = "-", e = e.substring(1)) : e[0] === "+" && (e = e.substring(1)), e.indexOf(".") < 0) e.length === 1 ? e = c + e + "e+0" : e = c + e[0] + "." + e.slice(1) + "e+" + (e.length - 1).toString();
		else {
			let [f, d, m] = e.match(/^(.*)\.(.*)$/);
			for (m || (m = ""); d.startsWith("0");) d = d.substring(1);
			if (d) e = c + d[0] + "." + d.slice(1) + m + "e+" + (d.length - 1).toString();
			else {
				let y = 0;
				for (; m[y] === "0";) y++;
				if (y === m.length) e = c + "0e+0";
				else {
					let k = m.slice(y);
					let I = k[0];
					let A = k.slice(1);
					let B = -(y + 1);
					A ? e = c + I + "." + A + "e" + B : e = c + I + "e" + B;
				}
			}
		}
		i = e.match(/^(.*)[e|E]([-+]?[0-9]+)$/);
	}
	if (!i) return qs(e, n);
	let r = parseInt(i[2]);
	let s = i[1];
	{
		let c = s.match(/^(-?)/);
		let f = c ? c[1] : "";
		let m = (f ? s.substring(1) : s).match(/^(\d+)(?:\.(\d*))?$/);
		if (m) {
			let y = m[1];
			let k = m[2] ?? "";
			y.length > 1 && (k = y.slice(1) + k, r += y.length - 1, y = y[0]), s = f + y, k && (s += "." + k);
		}
	}
	if (Math.abs(r) % t !== 0) {
		let c = r > 0 ? r % t : -((t + r) % t);
		r = r >= 0 ? r - c : r + c;
		let [f, d, m] = s.match(/^(.*)\.(.*)$/) ?? [
			"",
			s,
			""
		];
		s = d + (m + "00000000000000000").slice(0, Math.abs(c)) + "." + m.slice(Math.abs(c));
	}
	let o = n.avoidExponentsInRange;
	if (o && r >= o[0] && r <= o[1]) return;
	let a = "";
	let l = s;
	i = l.match(/^(.*)\.(.*)$/), i && (l = i[1], a = i[2]);
	let u = Ou(Number(r).toString(), n);
	return a = Du(a, l.length, n), a && (a = n.decimalSeparator + a), l = Bu(l, n), u ? l + a + n.exponentProduct + u : l + a;
}
function qs(e, n) {
	let t = e.match(/^(.*)[e|E]([-+]?[0-9]+)$/i);
	let i = 0;
	let r = 0;
	t?.[1] && t[2] && (i = parseInt(t[2]), r = i, e = t[1]);
	let s = t?.[1] ?? e;
	let o = "";
	t = e.match(/^(.*)\.(.*)$/), t?.[1] && t[2] && (s = t[1], o = t[2]), i !== 0 && o && (s += o, i -= o.length, o = "");
	let a = n.avoidExponentsInRange;
	i !== 0 && a && r >= a[0] && r <= a[1] && ([s, o] = pg(s, o, i), i = 0);
	let l = Ou(i.toString(), n);
	if (o && (o = n.decimalSeparator + Du(o, s.length, n)), s = Bu(s, n), !l) return s + o;
	if (!o) {
		if (s === "1") return l;
		if (s === "-1") return "-" + l;
	}
	return s + o + n.exponentProduct + l;
}
function _u(e, n, t) {
	let i = new RegExp(`(\\d{${n}})(?=\\d)`, "g");
	return e.replace(i, `$1${t}`);
}
function cg(e, n, t) {
	let i = new RegExp(`(\\d{${n}})(?=\\d)`, "g");
	let r = t.split("").reverse().join("");
	return e.split("").reverse().join("").replace(i, `$1${r}`).split("").reverse().join("");
}
function fg(e, n) {
	let t = e.split("").reverse().join("");
	let i = n.split("").reverse().join("");
	let r = t.replace(/(\d{3})(?=\d)/, `$1${i}`);
	return r = r.replace(/(\d{2})(?=(\d{2})+,)/g, `$1${i}`), r.split("").reverse().join("");
}
function Cu(e, n, t) {
	let i = n.digitGroup;
	typeof i != "string" && Array.isArray(i) && (i = i[t]);
	let r = typeof n.digitGroupSeparator == "string" ? n.digitGroupSeparator : n.digitGroupSeparator[t];
	return r ? i === "lakh" ? t === 0 ? fg(e, r) : _u(e, 3, r) : i === !1 || i <= 0 ? e : t === 1 ? _u(e, i, r) : cg(e, i, r) : e;
}
function zs(e, n) {
	return Cu(e, n, 1);
}
function Bu(e, n) {
	return Cu(e, n, 0);
}
function pg(e, n, t) {
	let i = e + n;
	let s = e.length + t;
	let o;
	let a;
	return s > 0 ? s >= i.length ? (i = i + "0".repeat(s - i.length), o = i, a = "") : (o = i.slice(0, s), a = i.slice(s)) : (o = "0", a = "0".repeat(-s) + i), [o, a];
}
var dg = {
	PointX: ".x",
	PointY: ".y",
	PointZ: ".z",
	Real: ".\\operatorname{real}",
	Imaginary: ".\\operatorname{imag}",
	Length: ".\\operatorname{count}",
	Sum: ".\\operatorname{total}",
	Max: ".\\max",
	Min: ".\\min"
};
function gg(e, n) {
	if (!e.options.dotNotation) return null;
	let t = x(n);
	if (!t || t.length !== 1) return null;
	let i = g(n);
	if (!i) return null;
	let r = dg[i];
	return r === void 0 ? null : `${e.wrap(t[0], 810)}${r}`;
}
var Vs = {
	deg: (e) => `${e}\\degree`,
	prime: (e) => `${e}^{\\prime}`,
	dprime: (e) => `${e}^{\\doubleprime}`,
	ring: (e) => `\\mathring{${e}}`,
	hat: (e) => `\\hat{${e}}`,
	tilde: (e) => `\\tilde{${e}}`,
	vec: (e) => `\\vec{${e}}`,
	bar: (e) => `\\overline{${e}}`,
	underbar: (e) => `\\underline{${e}}`,
	dot: (e) => `\\dot{${e}}`,
	ddot: (e) => `\\ddot{${e}}`,
	tdot: (e) => `\\dddot{${e}}`,
	qdot: (e) => `\\ddddot{${e}}`,
	acute: (e) => `\\acute{${e}}`,
	grave: (e) => `\\grave{${e}}`,
	breve: (e) => `\\breve{${e}}`,
	check: (e) => `\\check{${e}}`
};
var Gs = {
	upright: (e) => `\\mathrm{${e}}`,
	italic: (e) => `\\mathit{${e}}`,
	bold: (e) => `\\mathbf{${e}}`,
	script: (e) => `\\mathscr{${e}}`,
	fraktur: (e) => `\\mathfrak{${e}}`,
	doublestruck: (e) => `\\mathbb{${e}}`,
	blackboard: (e) => `\\mathbb{${e}}`,
	calligraphic: (e) => `\\mathcal{${e}}`,
	gothic: (e) => `\\mathfrak{${e}}`,
	sansserif: (e) => `\\mathsf{${e}}`,
	monospace: (e) => `\\mathtt{${e}}`
};
var mg = /* @__PURE__ */ new Set([
	"PositiveInfinity",
	"NegativeInfinity",
	"NaN",
	"ImaginaryUnit"
]);
function hg(e) {
	return e != null && mg.has(e);
}
var Us = class {
	options;
	dictionary;
	level = -1;
	constructor(n, t) {
		this.dictionary = n, this.options = {
			dmsFormat: !1,
			angleNormalization: "none",
			readsAsPointList: void 0,
			...Ru(t)
		};
	}
	wrap(n, t) {
		if (n == null) return "";
		if (t === void 0) {
			let r = g(n);
			return r && this.dictionary.ids.get(r)?.kind === "matchfix" ? this.serialize(n) : this.wrapString(this.serialize(n), this.options.groupStyle(n, this.level + 1));
		}
		if (typeof n == "number" || Ye(n)) {
			let r = N(n);
			return r !== null && r < 0 && t > F ? this.wrap(n) : this.serialize(n);
		}
		let i = g(n);
		if (i === "InvisibleOperator") return M(n) >= 2 && D < t ? this.wrapString(this.serialize(n), this.options.applyFunctionStyle(n, this.level)) : this.serialize(n);
		if (i && i !== "Delimiter" && i !== "Subscript") {
			let r = this.dictionary.ids.get(i);
			if (r && (r.kind === "symbol" || r.kind === "expression" || r.kind === "prefix" || r.kind === "infix" || r.kind === "postfix") && (i === "Range" ? 270 : r.precedence) < t) return this.wrapString(this.serialize(n), this.options.applyFunctionStyle(n, this.level));
		}
		return this.serialize(n);
	}
	wrapShort(n) {
		if (n == null) return "";
		let t = this.serialize(n);
		if (T(n) !== null || X(n) && !/^(-|\.)/.test(t)) return t;
		let r = g(n);
		if (r === "Delimiter" && M(n) === 1) return t;
		if (r === "InvisibleOperator" && M(n) >= 2) return this.wrapString(t, this.options.groupStyle(n, this.level + 1));
		if (r === "Complex") {
			let l = N(p(n, 1));
			let u = N(p(n, 2));
			if (u === 0 || l === 0 && Math.abs(u ?? 0) === 1) return t;
		}
		let s = r === "Add" || r === "Negate" || r === "Subtract" || r === "Measurement" || r === "Multiply" || r === "Mod" || r === "Range";
		let o = r ? this.dictionary.ids.get(r) : void 0;
		let a = (o?.kind === "expression" || o?.kind === "infix" || o?.kind === "prefix") && o.precedence !== void 0 && o.precedence < en;
		return !s && !a ? t : this.wrapString(t, this.options.groupStyle(n, this.level + 1));
	}
	wrapPowerBase(n) {
		let t = this.wrapShort(n);
		if (n == null) return t;
		let i = g(n);
		let r = i === "Power" || i === "Square";
		return r && !wt(t) || !r && i !== "Factorial" && i !== "Factorial2" ? t : this.wrapString(t, this.options.groupStyle(n, this.level + 1));
	}
	wrapString(n, t, i) {
		if (t === "none") return n;
		i ??= "()";
		let r = i?.[0] ?? ".";
		let s = i?.[1] ?? ".";
		return r === "\"" ? r = "``" : r === "|" ? r = "\\lvert" : r = Rn[r] ?? r, s === "\"" ? s = "''" : s === "|" ? s = "\\rvert" : s = Rn[s] ?? s, r === "." && s === "." ? n : ((r === "." || s === ".") && t === "normal" && (t = "scaled"), t === "scaled" ? E([
			`\\left${r}`,
			n,
			`\\right${s}`
		]) : t === "big" ? E([
			`\\Bigl${r}`,
			n,
			`\\Bigr${s}`
		]) : E([
			r,
			n,
			s
		]));
	}
	wrapArguments(n) {
		return this.wrapString(x(n).map((t) => {
			if (g(t) !== "Block") return this.serialize(t);
			let i = this.serialize(t);
			return ss(i) ? i : `\\left(${i}\\right)`;
		}).join(", "), this.options.applyFunctionStyle(n, this.level));
	}
	serializeSymbol(n, t) {
		if (typeof n == "string" || hn(n), t?.kind === "function") return this.spellSymbol(T(n) ?? "");
		if (t?.serialize) {
			let i = t.serialize(this, n);
			if (i.trim() !== "" && (t.standaloneSymbol === !0 || hg(T(n) ?? t.name))) return i;
		}
		return this.spellSymbol(T(n));
	}
	spellSymbol(n) {
		return n === null ? "" : this.dictionary.claimedSpellings.has(n) ? `\\mathrm{${n}}` : kg(n) ?? "";
	}
	serializeFunction(n, t) {
		let i = gg(this, n);
		if (i !== null) return i;
		let r = g(n);
		let s = this.dictionary.claimedSpellings.get(r);
		return t?.serialize && (s === void 0 || t.latexTrigger !== s) ? t.serialize(this, n) : this.spellSymbol(r) + this.wrapArguments(n);
	}
	serialize(n) {
		if (n == null) return "";
		this.level += 1;
		try {
			let t = (() => {
				let i = Ju(n, this.options);
				if (i) return i;
				let r = P$1(n);
				if (r !== null) return `\\text{${r}}`;
				let s = T(n);
				if (s !== null) return this.serializeSymbol(n, this.dictionary.ids.get(s));
				let o = g(n);
				if (o) {
					let a = this.dictionary.ids.get(o);
					return this.serializeFunction(n, a);
				}
				throw Error(`Syntax error ${n ? JSON.stringify(n, void 0, 4) : ""}`);
			})();
			return this.level -= 1, t ?? "";
		} catch {}
		return this.level -= 1, "";
	}
	applyFunctionStyle(n, t) {
		return this.options.applyFunctionStyle(n, t);
	}
	groupStyle(n, t) {
		return this.options.groupStyle(n, t);
	}
	rootStyle(n, t) {
		return this.options.rootStyle(n, t);
	}
	fractionStyle(n, t) {
		return this.options.fractionStyle(n, t);
	}
	logicStyle(n, t) {
		return this.options.logicStyle(n, t);
	}
	powerStyle(n, t) {
		return this.options.powerStyle(n, t);
	}
	numericSetStyle(n, t) {
		return this.options.numericSetStyle(n, t);
	}
	indexStyle(n, t) {
		return this.options.indexStyle(n, t);
	}
};
var Nt = null;
function yg() {
	if (!Nt) {
		Nt = /* @__PURE__ */ new Map();
		for (let [e, n] of Se) Nt.has(e) || Nt.set(e, n);
	}
	return Nt;
}
var vt = null;
function xg() {
	if (!vt) {
		vt = /* @__PURE__ */ new Map();
		for (let [, e, n] of Se) vt.has(n) || vt.set(n, e);
	}
	return vt;
}
var Tg = /* @__PURE__ */ new Map([
	["zero", "0"],
	["one", "1"],
	["two", "2"],
	["three", "3"],
	["four", "4"],
	["five", "5"],
	["six", "6"],
	["seven", "7"],
	["eight", "8"],
	["nine", "9"],
	["ten", "10"]
]);
var bg = /* @__PURE__ */ new Map([
	["plus", "+"],
	["minus", "-"],
	["pm", "\\pm"],
	["ast", "\\ast"],
	["dag", "\\dag"],
	["ddag", "\\ddag"],
	["hash", "\\#"],
	["bottom", "\\bot"],
	["top", "\\top"],
	["bullet", "\\bullet"],
	["circle", "\\circ"],
	["diamond", "\\diamond"],
	["times", "\\times"],
	["square", "\\square"],
	["star", "\\star"]
]);
function Ys(e) {
	let n = e.match(/^____([0-9A-Fa-f]{6})(.*)/s);
	if (n) return [`\\unicode{"${(n[1].replace(/^0+/, "") || "0").padStart(4, "0")}}`, n[2]];
	let t = e.match(/^([^_]+)/)?.[1] ?? "";
	let i = yg().get(t);
	if (i !== void 0) return [i, e.substring(t.length)];
	let r = Tg.get(t);
	if (r !== void 0) return [r, e.substring(t.length)];
	let s = e.codePointAt(0);
	if (s !== void 0) {
		let a = xg().get(s);
		if (a !== void 0) return [a, e.substring(1)];
	}
	let o = bg.get(t);
	return o !== void 0 ? [o, e.substring(t.length)] : [t, e.substring(t.length)];
}
function Eg(e) {
	let [n, t] = Ys(e), i = [];
	for (; t.length > 0;) {
		let s = t.match(/^_([a-zA-Z]+)(.*)/);
		if (!s || !Vs[s[1]]) break;
		i.push(s[1]), t = s[2];
	}
	let r = [];
	for (; t.length > 0;) {
		let s = t.match(/^_([a-zA-Z]+)(.*)/);
		if (!s || !Gs[s[1]]) break;
		r.push(s[1]), t = s[2];
	}
	return [
		n,
		i,
		r,
		t
	];
}
function wi(e, n = !0, t = "auto") {
	let [i, r, s, o] = Eg(e);
	for (let l of r) Vs[l] && (i = Vs[l](i));
	for (; o.length > 0 && !o.startsWith("_") && !/^\d/.test(o);) {
		let [l, u] = Ys(o);
		if (l === "" || u === o) break;
		i += l, o = u;
	}
	let a = i;
	if (n) {
		let l = [];
		let u = [];
		let c = e.includes("_") ? i.match(/^([^\d].*?)(\d+)$/) : null;
		for (c && (u.push(c[2]), i = c[1]); o.length > 0;) {
			let f = o.match(/^____([0-9A-Fa-f]{6})(.*)/s);
			if (f) {
				let d = f[1].replace(/^0+/, "") || "0";
				if (i += `\\unicode{"${d.padStart(4, "0")}}`, o = f[2], o.length > 0 && !o.startsWith("_")) {
					let [m, y] = Ys(o);
					i += m, o = y;
				}
			} else if (o.startsWith("__")) {
				let [d, m] = wi(o.substring(2), !1, "none");
				l.push(d), o = m;
			} else if (o.startsWith("_")) {
				let [d, m] = wi(o.substring(1), !1, "none");
				u.push(d), o = m;
			} else break;
		}
		a = i, l.length > 0 && (i = he("^", i, l.join(","))), u.length > 0 && (i = he("_", i, u.join(",")));
	}
	for (let l of s) Gs[l] && (i = Gs[l](i));
	if (s.length === 0 && t !== "none") switch (t) {
		case "auto":
			At(a) > 1 && (i.includes("\\unicode") ? i = `\\operatorname{${i}}` : i = `\\mathrm{${i}}`);
			break;
		case "operator":
			i = `\\operatorname{${i}}`;
			break;
		case "italic":
			i = `\\mathit{${i}}`;
			break;
		case "upright": i = `\\mathrm{${i}}`;
	}
	return [i, o];
}
function kg(e, n = "auto") {
	if (e === null) return null;
	if (pn.test(e)) return e;
	let t = e.match(/^(_+)(.*)/);
	if (t && !e.match(/^____[0-9A-Fa-f]{6}/)) {
		let [s, o] = wi(t[2], !0, "none");
		return `\\operatorname{${"\\_".repeat(t[1].length) + s + o}}`;
	}
	let [i, r] = wi(e, !0, n);
	return r.length > 0 ? `\\operatorname{${e}}` : i;
}
function Lu(e, n, t) {
	return new Us(n, t).serialize(e);
}
function Sg(e) {
	return {
		imaginaryUnit: "\\imaginaryI",
		positiveInfinity: "\\infty",
		negativeInfinity: "-\\infty",
		notANumber: "\\operatorname{NaN}",
		decimalSeparator: e.decimalSeparator ?? ".",
		digitGroupSeparator: e.digitGroupSeparator ?? "\\,",
		digitGroup: e.digitGroup ?? 3,
		exponentProduct: "\\cdot",
		beginExponentMarker: "10^{",
		endExponentMarker: "}",
		truncationMarker: "\\ldots",
		repeatingDecimal: "auto",
		strict: e.parseStrict ?? !0,
		skipSpace: e.skipSpace ?? !0,
		parseNumbers: e.parseNumbers ?? "auto",
		preserveLatex: e.preserveLatex ?? !1,
		quantifierScope: e.quantifierScope ?? "tight",
		timeDerivativeVariable: e.timeDerivativeVariable ?? "t",
		tolerance: 1e-7,
		parseUnexpectedToken: (n, t) => null
	};
}
function Ng(e) {
	return {
		imaginaryUnit: "\\imaginaryI",
		positiveInfinity: "\\infty",
		negativeInfinity: "-\\infty",
		notANumber: "\\operatorname{NaN}",
		decimalSeparator: e.decimalSeparator ?? ".",
		digitGroupSeparator: e.digitGroupSeparator ?? "\\,",
		digitGroup: e.digitGroup ?? 3,
		exponentProduct: "\\cdot",
		beginExponentMarker: "10^{",
		endExponentMarker: "}",
		truncationMarker: "\\ldots",
		repeatingDecimal: "vinculum",
		fractionalDigits: e.fractionalDigits ?? "max",
		notation: e.notation ?? "auto",
		avoidExponentsInRange: e.avoidExponentsInRange ?? [-7, 20],
		prettify: e.prettify ?? !0,
		materialization: !1,
		invisibleMultiply: "",
		invisiblePlus: "",
		multiply: "\\times",
		missingSymbol: "\\blacksquare",
		keywordStyle: "text",
		dotNotation: !1,
		dmsFormat: !1,
		angleNormalization: "none",
		applyFunctionStyle: ao,
		groupStyle: lo,
		rootStyle: uo,
		fractionStyle: co,
		logicStyle: fo,
		powerStyle: po,
		numericSetStyle: go,
		indexStyle: mo
	};
}
var Ri = class {
	_options;
	_indexed;
	_namedTriggers;
	constructor(n) {
		this._options = n ?? {};
	}
	get indexed() {
		if (!this._indexed) {
			let n = this._options.dictionary ?? js;
			this._indexed = wu(n, (t) => {
				console.error("LatexSyntax dictionary warning:", t);
			});
		}
		return this._indexed;
	}
	parse(n, t) {
		let i = Sg(this._options);
		return Dl(n, this.indexed, {
			...i,
			...t
		});
	}
	serialize(n, t) {
		let i = Ng(this._options);
		return Lu(n, this.indexed, {
			...i,
			...t
		});
	}
	getNamedTriggers() {
		if (this._namedTriggers) return this._namedTriggers;
		let n = /* @__PURE__ */ new Map();
		let t = (r, s) => {
			if (!s) return;
			let o = n.get(r);
			o || (o = /* @__PURE__ */ new Set(), n.set(r, o)), o.add(s);
		};
		let i = (r) => {
			if (r !== void 0) return typeof r == "string" ? r : r.join("");
		};
		for (let r of this.indexed.defs) {
			let s = r.name;
			s && (t(s, r.latexTrigger), t(s, r.symbolTrigger), r.kind === "matchfix" && (t(s, i(r.openTrigger)), t(s, i(r.closeTrigger))));
		}
		return this._namedTriggers = Array.from(n, ([r, s]) => ({
			name: r,
			triggers: Array.from(s)
		})), this._namedTriggers;
	}
};

// src/grading/math/terms/cross-product.ts
/** Splits a product into its exact number and the rest. */
function factored(of) {
	const [first, ...rest] = of.kind === "call" && of.head === "Multiply" ? of.args : [];
	return first?.kind === "number" ? [first, multiply(rest)] : [integer(1), of];
}
/** Normalizes the order of the factors: `u × v` is −(v × u). */
function crossProduct([first, second]) {
	const [[factor, a], [other, b]] = [factored(first), factored(second)];
	if (a.key === b.key) return integer(0);
	const product = symbol(`Cross[${[a.key, b.key].sort().join(";")}]`);
	return multiply([
		factor,
		other,
		a.key < b.key ? product : negate(product)
	]);
}

// src/grading/math/terms/exact-function.ts
/** Maximum argument of a factorial or binomial. These functions are not computed for larger arguments. */
const LARGEST$1 = 1000n;
function absolute(value) {
	return value.numerator < 0n ? negated(value) : value;
}
function isLess(a, b) {
	return a.numerator * b.denominator < b.numerator * a.denominator;
}
function divisor(a, b) {
	return b === 0n ? a : divisor(b, a % b);
}
function binomial(n, k) {
	let value = 1n;
	for (let i = 1n; i <= k; i++) value = value * (n - k + i) / i;
	return value;
}
/**
* Computes a function of integers that are at least 0. Undefined if the function has no value for these integers, or
* if the result is too large.
*/
function ofWholes(head, args) {
	const [a, b] = args;
	if (a === void 0) return void 0;
	switch (head) {
		case "Factorial": {
			if (a > LARGEST$1) return void 0;
			let value = 1n;
			for (let i = 2n; i <= a; i++) value *= i;
			return value;
		}
		case "Binomial":
			if (b === void 0 || a > LARGEST$1) return void 0;
			return b > a ? 0n : binomial(a, b);
		case "GCD": return args.reduce(divisor);
		case "LCM": return args.includes(0n) ? 0n : args.reduce((x, y) => x / divisor(x, y) * y);
		default: return;
	}
}
/** The exact value of a function at exact numbers; undefined for every other function or argument. */
function exactFunction(head, args) {
	const values = args.flatMap((arg) => arg.kind === "number" ? [arg.value] : []);
	const [first] = values;
	if (first === void 0 || values.length < args.length) return void 0;
	switch (head) {
		case "Abs": return args.length === 1 ? number(absolute(first)) : void 0;
		case "Floor": return args.length === 1 ? integer(floor$1(first)) : void 0;
		case "Ceil": return args.length === 1 ? integer(-floor$1(negated(first))) : void 0;
		case "Max": return number(values.reduce((a, b) => isLess(a, b) ? b : a));
		case "Min": return number(values.reduce((a, b) => isLess(b, a) ? b : a));
		default: {
			const wholes = values.filter((value) => value.denominator === 1n && value.numerator >= 0n);
			if (wholes.length < values.length) return void 0;
			const value = ofWholes(head, wholes.map(({ numerator }) => numerator));
			return value === void 0 ? void 0 : integer(value);
		}
	}
}

// src/grading/math/read/read-term.ts
/** Maximum nesting depth of an expression. Deeper expressions are not read, because they would exhaust the stack. */
const MAX_DEPTH = 50;
/**
* Maximum number of bars in an expression. The parser tries two interpretations of every bar, so parsing time doubles
* with each bar.
*/
const MAX_BARS = 8;
const CONSTANTS$1 = {
	e: "ExponentialE",
	i: "ImaginaryUnit",
	ExponentialE: "ExponentialE",
	ImaginaryUnit: "ImaginaryUnit",
	Pi: "Pi"
};
/** Names that are functions before a bracket: `f(2)` is a value of f, whereas `x(2)` is a product. */
const NAMES_OF_FUNCTIONS = /* @__PURE__ */ new Set([
	"f",
	"g",
	"h",
	"F",
	"G",
	"H"
]);
const INVERSES = {
	Sin: "Arcsin",
	Cos: "Arccos",
	Tan: "Arctan"
};
const RECIPROCALS = {
	Csc: "Sin",
	Sec: "Cos",
	Cot: "Tan"
};
/** The heads of nodes that are text, that the parser could not read, or that are operations that do not commute. */
const UNREADABLE = /* @__PURE__ */ new Set([
	"Matrix",
	"Error",
	"Sequence",
	"__unit__",
	"Text",
	"LatexString",
	"Nothing",
	"Missing"
]);
const syntax = new Ri();
var Unreadable = class extends Error {};
function unreadable() {
	throw new Unreadable();
}
function nodeOf(json) {
	const list = typeof json === "object" && json !== null && "fn" in json ? json.fn : json;
	if (!Array.isArray(list)) return void 0;
	const [head, ...args] = list;
	return typeof head === "string" ? {
		head,
		args
	} : unreadable();
}
/** Reads a mixed number: `3\frac{1}{2}` is three and a half, and `-3\frac{1}{2}` is below −3. */
function mixedNumber(first, part, depth) {
	const negated = nodeOf(first);
	const whole = negated?.head === "Negate" ? negated.args[0] : first;
	const fraction = nodeOf(part);
	if (fraction?.head !== "Divide" || typeof whole !== "number" || whole < 1) return void 0;
	const [top, bottom] = fraction.args;
	if (typeof top !== "number" || typeof bottom !== "number" || top < 1 || bottom <= top) return void 0;
	const value = add$1([integer(whole), divide$1(term(top, depth), term(bottom, depth)) ?? unreadable()]);
	return whole === first ? value : negate(value);
}
function juxtaposed(args, depth) {
	const ordered = inOrder(args, depth);
	if (ordered !== void 0) return ordered;
	const [first, second, ...rest] = args;
	const mixed = mixedNumber(first, second, depth);
	if (mixed !== void 0) return multiply([mixed, ...rest.map((arg) => term(arg, depth))]);
	const factors = [];
	for (let at = 0; at < args.length; at++) {
		const arg = args[at];
		const next = nodeOf(args[at + 1]);
		if (typeof arg === "string" && NAMES_OF_FUNCTIONS.has(arg) && next?.head === "Delimiter") {
			factors.push(opaque({
				head: arg,
				args: next.args
			}, depth));
			at++;
		} else factors.push(term(arg, depth));
	}
	return multiply(factors);
}
function powered([base, exponent], depth) {
	const inner = nodeOf(base);
	const inverse = inner && INVERSES[inner.head];
	const to = term(exponent, depth);
	if (inner !== void 0 && inverse !== void 0 && to.key === MINUS_ONE.key) return applied({
		head: inverse,
		args: inner.args
	}, depth);
	return raise(term(base, depth), to) ?? unreadable();
}
function rooted([base, degree = 2], depth) {
	const index = term(degree, depth);
	if (index.kind === "number" && index.value.denominator === 1n && index.value.numerator >= 2n) return rootOf(term(base, depth), index.value.numerator);
	const inverse = divide$1(integer(1), index) ?? unreadable();
	return raise(term(base, depth), inverse) ?? unreadable();
}
function logarithm(head, [of, base], depth) {
	const argument = term(of, depth);
	if (head === "Lb") return call("Log", [argument, integer(2)]);
	return call("Log", [argument, base === void 0 ? integer(10) : term(base, depth)]);
}
/** Arrows and bars with several spellings. */
const MARKS = {
	OverRightArrow: "OverVector",
	Mean: "Conjugate"
};
/**
* Returns the letters under an arrow or a bar if their order matters: the points under an arrow, and the digits under a
* bar (`\\overline{ab}`). A segment has no direction.
*/
function lettersInOrder(head, arg) {
	const node = nodeOf(arg);
	if (node?.head !== "InvisibleOperator" || !node.args.every((it) => /^(?:[a-zA-Z]|\d)$/.test(String(it)))) return void 0;
	const letters = node.args.join("");
	return head === "OverVector" || head === "Conjugate" && /[a-z]/.test(letters) ? letters : void 0;
}
/** Whether an expression is a capital letter or a power of one, and therefore may be a matrix. */
function isCapital(json) {
	return typeof json === "string" && /^[A-Z]$/.test(json);
}
/**
* Reads a product of capital letters that contains an inverse. The product keeps its order, because `A^{-1}B` is not
* `BA^{-1}`.
*/
function inOrder(args, depth) {
	const isInverse = (arg) => {
		const node = nodeOf(arg);
		return node?.head === "Power" && isCapital(node.args[0]) && term(node.args[1], depth).key === MINUS_ONE.key;
	};
	const matrices = args.filter((arg) => isCapital(arg) || isCapital(nodeOf(arg)?.args[0]));
	if (matrices.length < 2 || !matrices.some(isInverse)) return void 0;
	const rest = args.filter((arg) => !matrices.includes(arg));
	const ordered = symbol(`Ordered[${matrices.map((arg) => term(arg, depth).key).join(";")}]`);
	return multiply([...rest.map((arg) => term(arg, depth)), ordered]);
}
/** Functions whose value does not depend on the order of their arguments. */
const UNORDERED = /* @__PURE__ */ new Set([
	"GCD",
	"LCM",
	"Max",
	"Min"
]);
/**
* Turns an expression that cannot be computed into a separate symbol. The symbol is equal only to expressions that are
* written in the same way, apart from the order of their parts.
*/
function opaque({ head: written, args }, depth) {
	const head = MARKS[written] ?? written;
	const keys = args.map((arg) => {
		const letters = lettersInOrder(head, arg);
		if (letters !== void 0) return letters;
		if (nodeOf(arg) === void 0 && typeof arg !== "number" && typeof arg !== "string") return JSON.stringify(arg);
		return term(arg, depth).key;
	});
	if (UNORDERED.has(head)) keys.sort();
	return symbol(`${head}[${keys.join(";")}]`);
}
function applied({ head, args }, depth) {
	if (UNREADABLE.has(head)) return unreadable();
	const all = () => args.map((arg) => term(arg, depth));
	const one = () => args.length === 1 ? term(args[0], depth) : unreadable();
	const two = () => args.length === 2 ? [term(args[0], depth), term(args[1], depth)] : unreadable();
	const reciprocal = RECIPROCALS[head];
	if (reciprocal !== void 0) return raise(applied({
		head: reciprocal,
		args
	}, depth), MINUS_ONE) ?? unreadable();
	switch (head) {
		case "Add": return add$1(all());
		case "Subtract": {
			const [a, b] = two();
			return add$1([a, negate(b)]);
		}
		case "Negate": return negate(one());
		case "Multiply": return inOrder(args, depth) ?? multiply(all());
		case "CircleTimes": return crossProduct(two());
		case "InvisibleOperator": return juxtaposed(args, depth);
		case "Divide": {
			const [a, b] = two();
			return divide$1(a, b) ?? unreadable();
		}
		case "Delimiter": return args.length === 1 ? one() : opaque({
			head,
			args
		}, depth);
		case "Power": return powered(args, depth);
		case "Sqrt":
		case "Root": return rooted(args, depth);
		case "Log":
		case "Lb": return logarithm(head, args, depth);
		case "Degrees": return divide$1(multiply([one(), symbol("Pi")]), integer(180)) ?? unreadable();
		default: {
			const exact = exactFunction(head, args.length > 0 ? all() : []);
			if (exact !== void 0) return exact;
			if (isFunctionName(head) && args.length === arityOf(head)) return call(head, all());
			return opaque({
				head,
				args
			}, depth);
		}
	}
}
function term(json, depth) {
	if (depth > MAX_DEPTH) return unreadable();
	if (typeof json === "number") return decimalTerm(String(json)) ?? unreadable();
	if (typeof json === "string") {
		if (json.startsWith("'") || json === "") return unreadable();
		return symbol(CONSTANTS$1[json] ?? json);
	}
	const node = nodeOf(json);
	if (node !== void 0) return applied(node, depth + 1);
	if (typeof json === "object" && json !== null && "num" in json && typeof json.num === "string") return decimalTerm(json.num) ?? unreadable();
	return unreadable();
}
/**
* Reads the LaTeX of one expression; undefined if the LaTeX is not an expression because it is text, is unbalanced, or
* has an operator without its operand.
*/
function readTerm(latex) {
	if (latex.split("|").length - 1 > MAX_BARS) return void 0;
	try {
		return term(syntax.parse(latex), 0);
	} catch (error) {
		if (error instanceof Unreadable || error instanceof RangeError) return void 0;
		throw error;
	}
}

// src/grading/math/read/read-matrix.ts
/** Matches a matrix with brackets around an array, and an optional transpose sign. */
const MATRIX = /(?<open>[[(|]|\\\{)?\s*\\begin\s?\{(?<environment>(?:small)?[bBpvV]?matrix\*?|array)\}(?:\{[^{}]*\}|\[[^\]]*\])?(?<body>(?:(?!\\begin).)*?)\\end\s?\{\k<environment>\}\s*(?:[\])|]|\\\})?(?<transpose>\^\{?\s*(?:T|\\top|\\intercal)\s*\}?)?/gs;
/** Maximum number of matrix entries for which products are computed. */
const MOST_ENTRIES = 64;
function columnsOf(rows) {
	const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
	return Array.from({ length: width }, (_, at) => rows.flatMap((row) => row[at] ?? []));
}
function value(term) {
	return {
		kind: "value",
		term,
		unit: void 0,
		percent: false
	};
}
function scaled(answer, factor) {
	return answer.kind === "value" ? value(multiply([factor, answer.term])) : unreadable$1("an entry of its matrix is not an expression");
}
/** The product of two matrices; undefined if their sizes do not match, or if an entry is not an expression. */
function product(a, b) {
	const columns = columnsOf(b);
	if (a.length * columns.length > MOST_ENTRIES) return void 0;
	const rows = a.map((row) => columns.map((column) => {
		const terms = row.flatMap((entry, at) => {
			const other = column[at];
			return entry.kind === "value" && other?.kind === "value" ? [multiply([entry.term, other.term])] : [];
		});
		return terms.length === row.length && terms.length === column.length ? value(add$1(terms)) : void 0;
	}));
	return rows.every((row) => row.every((entry) => entry !== void 0)) ? rows.map((row) => row.flatMap((entry) => entry ?? [])) : void 0;
}
function readOne(groups, read) {
	const { open, environment = "", body = "", transpose } = groups;
	const rows = body.split(/\\\\(?:\[[^\]]*\])?/).map((row) => row.replaceAll("\\hline", "").trim()).filter((row) => row !== "").map((row) => row.split("&").map((cell) => read(cell.trim())));
	return {
		kind: "matrix",
		isDeterminant: /^[vV]matrix/.test(environment) || open === "|",
		rows: transpose === void 0 ? rows : columnsOf(rows)
	};
}
/** A matrix, possibly with a factor before it, or a product of matrices; undefined for everything else. */
function readMatrix(latex, read) {
	const found = [...latex.matchAll(MATRIX)];
	const [first] = found;
	if (first === void 0) return void 0;
	const factor = latex.slice(0, first.index).replace(/\\(?:cdot|times)\s*$/, "").trim();
	const others = latex.slice(first.index).replaceAll(MATRIX, "");
	if (!/^(?:\s|\\cdot|\\times)*$/.test(others)) return void 0;
	const scale = factor === "" ? integer(1) : factor === "-" ? MINUS_ONE : readTerm(factor);
	if (scale === void 0) return void 0;
	const [matrix, ...rest] = found.map(({ groups }) => readOne(groups ?? {}, read));
	if (matrix === void 0) return void 0;
	if (rest.length > 0 && [matrix, ...rest].some(({ isDeterminant }) => isDeterminant)) return unreadable$1("products of determinants are not supported");
	let rows = matrix.rows;
	for (const other of rest) {
		const next = product(rows, other.rows);
		if (next === void 0) return unreadable$1("its matrix product cannot be computed");
		rows = next;
	}
	if (factor !== "") rows = rows.map((row) => row.map((entry) => scaled(entry, scale)));
	return {
		...matrix,
		rows
	};
}

// node_modules/decimal.js/decimal.mjs
/*!
*  decimal.js v10.6.0
*  An arbitrary-precision Decimal type for JavaScript.
*  https://github.com/MikeMcl/decimal.js
*  Copyright (c) 2025 Michael Mclaughlin <M8ch88l@gmail.com>
*  MIT Licence
*/
var EXP_LIMIT = 9e15;
var MAX_DIGITS = 1e9;
var NUMERALS = "0123456789abcdef";
var LN10 = "2.3025850929940456840179914546843642076011014886287729760333279009675726096773524802359972050895982983419677840422862486334095254650828067566662873690987816894829072083255546808437998948262331985283935053089653777326288461633662222876982198867465436674744042432743651550489343149393914796194044002221051017141748003688084012647080685567743216228355220114804663715659121373450747856947683463616792101806445070648000277502684916746550586856935673420670581136429224554405758925724208241314695689016758940256776311356919292033376587141660230105703089634572075440370847469940168269282808481184289314848524948644871927809676271275775397027668605952496716674183485704422507197965004714951050492214776567636938662976979522110718264549734772662425709429322582798502585509785265383207606726317164309505995087807523710333101197857547331541421808427543863591778117054309827482385045648019095610299291824318237525357709750539565187697510374970888692180205189339507238539205144634197265287286965110862571492198849978748873771345686209167058";
var PI$1 = "3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679821480865132823066470938446095505822317253594081284811174502841027019385211055596446229489549303819644288109756659334461284756482337867831652712019091456485669234603486104543266482133936072602491412737245870066063155881748815209209628292540917153643678925903600113305305488204665213841469519415116094330572703657595919530921861173819326117931051185480744623799627495673518857527248912279381830119491298336733624406566430860213949463952247371907021798609437027705392171762931767523846748184676694051320005681271452635608277857713427577896091736371787214684409012249534301465495853710507922796892589235420199561121290219608640344181598136297747713099605187072113499999983729780499510597317328160963185950244594553469083026425223082533446850352619311881710100031378387528865875332083814206171776691473035982534904287554687311595628638823537875937519577818577805321712268066130019278766111959092164201989380952572010654858632789";
var DEFAULTS = {
	precision: 20,
	rounding: 4,
	modulo: 1,
	toExpNeg: -7,
	toExpPos: 21,
	minE: -EXP_LIMIT,
	maxE: EXP_LIMIT,
	crypto: false
};
var inexact;
var quadrant;
var external = true;
var decimalError = "[DecimalError] ";
var invalidArgument = decimalError + "Invalid argument: ";
var precisionLimitExceeded = decimalError + "Precision limit exceeded";
var cryptoUnavailable = decimalError + "crypto unavailable";
var tag = "[object Decimal]";
var mathfloor = Math.floor;
var mathpow = Math.pow;
var isBinary = /^0b([01]+(\.[01]*)?|\.[01]+)(p[+-]?\d+)?$/i;
var isHex = /^0x([0-9a-f]+(\.[0-9a-f]*)?|\.[0-9a-f]+)(p[+-]?\d+)?$/i;
var isOctal = /^0o([0-7]+(\.[0-7]*)?|\.[0-7]+)(p[+-]?\d+)?$/i;
var isDecimal = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
var BASE$1 = 1e7;
var LOG_BASE = 7;
var MAX_SAFE_INTEGER = 9007199254740991;
var LN10_PRECISION = LN10.length - 1;
var PI_PRECISION = PI$1.length - 1;
var P = { toStringTag: tag };
P.absoluteValue = P.abs = function() {
	var x = new this.constructor(this);
	if (x.s < 0) x.s = 1;
	return finalise(x);
};
P.ceil = function() {
	return finalise(new this.constructor(this), this.e + 1, 2);
};
P.clampedTo = P.clamp = function(min, max) {
	var k;
	var x = this;
	var Ctor = x.constructor;
	min = new Ctor(min);
	max = new Ctor(max);
	if (!min.s || !max.s) return new Ctor(NaN);
	if (min.gt(max)) throw Error(invalidArgument + max);
	k = x.cmp(min);
	return k < 0 ? min : x.cmp(max) > 0 ? max : new Ctor(x);
};
P.comparedTo = P.cmp = function(y) {
	var i;
	var j;
	var xdL;
	var ydL;
	var x = this;
	var xd = x.d;
	var yd = (y = new x.constructor(y)).d;
	var xs = x.s;
	var ys = y.s;
	if (!xd || !yd) return !xs || !ys ? NaN : xs !== ys ? xs : xd === yd ? 0 : !xd ^ xs < 0 ? 1 : -1;
	if (!xd[0] || !yd[0]) return xd[0] ? xs : yd[0] ? -ys : 0;
	if (xs !== ys) return xs;
	if (x.e !== y.e) return x.e > y.e ^ xs < 0 ? 1 : -1;
	xdL = xd.length;
	ydL = yd.length;
	for (i = 0, j = xdL < ydL ? xdL : ydL; i < j; ++i) if (xd[i] !== yd[i]) return xd[i] > yd[i] ^ xs < 0 ? 1 : -1;
	return xdL === ydL ? 0 : xdL > ydL ^ xs < 0 ? 1 : -1;
};
P.cosine = P.cos = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (!x.d) return new Ctor(NaN);
	if (!x.d[0]) return new Ctor(1);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + Math.max(x.e, x.sd()) + LOG_BASE;
	Ctor.rounding = 1;
	x = cosine$1(Ctor, toLessThanHalfPi(Ctor, x));
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return finalise(quadrant == 2 || quadrant == 3 ? x.neg() : x, pr, rm, true);
};
P.cubeRoot = P.cbrt = function() {
	var e;
	var m;
	var n;
	var r;
	var rep;
	var s;
	var sd;
	var t;
	var t3;
	var t3plusx;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite() || x.isZero()) return new Ctor(x);
	external = false;
	s = x.s * mathpow(x.s * x, 1 / 3);
	if (!s || Math.abs(s) == 1 / 0) {
		n = digitsToString(x.d);
		e = x.e;
		if (s = (e - n.length + 1) % 3) n += s == 1 || s == -2 ? "0" : "00";
		s = mathpow(n, 1 / 3);
		e = mathfloor((e + 1) / 3) - (e % 3 == (e < 0 ? -1 : 2));
		if (s == 1 / 0) n = "5e" + e;
		else {
			n = s.toExponential();
			n = n.slice(0, n.indexOf("e") + 1) + e;
		}
		r = new Ctor(n);
		r.s = x.s;
	} else r = new Ctor(s.toString());
	sd = (e = Ctor.precision) + 3;
	for (;;) {
		t = r;
		t3 = t.times(t).times(t);
		t3plusx = t3.plus(x);
		r = divide(t3plusx.plus(x).times(t), t3plusx.plus(t3), sd + 2, 1);
		if (digitsToString(t.d).slice(0, sd) === (n = digitsToString(r.d)).slice(0, sd)) {
			n = n.slice(sd - 3, sd + 1);
			if (n == "9999" || !rep && n == "4999") {
				if (!rep) {
					finalise(t, e + 1, 0);
					if (t.times(t).times(t).eq(x)) {
						r = t;
						break;
					}
				}
				sd += 4;
				rep = 1;
			} else {
				if (!+n || !+n.slice(1) && n.charAt(0) == "5") {
					finalise(r, e + 1, 1);
					m = !r.times(r).times(r).eq(x);
				}
				break;
			}
		}
	}
	external = true;
	return finalise(r, e, Ctor.rounding, m);
};
P.decimalPlaces = P.dp = function() {
	var w;
	var d = this.d;
	var n = NaN;
	if (d) {
		w = d.length - 1;
		n = (w - mathfloor(this.e / LOG_BASE)) * LOG_BASE;
		w = d[w];
		if (w) for (; w % 10 == 0; w /= 10) n--;
		if (n < 0) n = 0;
	}
	return n;
};
P.dividedBy = P.div = function(y) {
	return divide(this, new this.constructor(y));
};
P.dividedToIntegerBy = P.divToInt = function(y) {
	var x = this;
	var Ctor = x.constructor;
	return finalise(divide(x, new Ctor(y), 0, 1, 1), Ctor.precision, Ctor.rounding);
};
P.equals = P.eq = function(y) {
	return this.cmp(y) === 0;
};
P.floor = function() {
	return finalise(new this.constructor(this), this.e + 1, 3);
};
P.greaterThan = P.gt = function(y) {
	return this.cmp(y) > 0;
};
P.greaterThanOrEqualTo = P.gte = function(y) {
	var k = this.cmp(y);
	return k == 1 || k === 0;
};
P.hyperbolicCosine = P.cosh = function() {
	var k;
	var n;
	var pr;
	var rm;
	var len;
	var x = this;
	var Ctor = x.constructor;
	var one = new Ctor(1);
	if (!x.isFinite()) return new Ctor(x.s ? 1 / 0 : NaN);
	if (x.isZero()) return one;
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + Math.max(x.e, x.sd()) + 4;
	Ctor.rounding = 1;
	len = x.d.length;
	if (len < 32) {
		k = Math.ceil(len / 3);
		n = (1 / tinyPow(4, k)).toString();
	} else {
		k = 16;
		n = "2.3283064365386962890625e-10";
	}
	x = taylorSeries(Ctor, 1, x.times(n), new Ctor(1), true);
	var cosh2_x;
	var i = k;
	var d8 = new Ctor(8);
	for (; i--;) {
		cosh2_x = x.times(x);
		x = one.minus(cosh2_x.times(d8.minus(cosh2_x.times(d8))));
	}
	return finalise(x, Ctor.precision = pr, Ctor.rounding = rm, true);
};
P.hyperbolicSine = P.sinh = function() {
	var k;
	var pr;
	var rm;
	var len;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite() || x.isZero()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + Math.max(x.e, x.sd()) + 4;
	Ctor.rounding = 1;
	len = x.d.length;
	if (len < 3) x = taylorSeries(Ctor, 2, x, x, true);
	else {
		k = 1.4 * Math.sqrt(len);
		k = k > 16 ? 16 : k | 0;
		x = x.times(1 / tinyPow(5, k));
		x = taylorSeries(Ctor, 2, x, x, true);
		var sinh2_x;
		var d5 = new Ctor(5);
		var d16 = new Ctor(16);
		var d20 = new Ctor(20);
		for (; k--;) {
			sinh2_x = x.times(x);
			x = x.times(d5.plus(sinh2_x.times(d16.times(sinh2_x).plus(d20))));
		}
	}
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return finalise(x, pr, rm, true);
};
P.hyperbolicTangent = P.tanh = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite()) return new Ctor(x.s);
	if (x.isZero()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + 7;
	Ctor.rounding = 1;
	return divide(x.sinh(), x.cosh(), Ctor.precision = pr, Ctor.rounding = rm);
};
P.inverseCosine = P.acos = function() {
	var x = this;
	var Ctor = x.constructor;
	var k = x.abs().cmp(1);
	var pr = Ctor.precision;
	var rm = Ctor.rounding;
	if (k !== -1) return k === 0 ? x.isNeg() ? getPi(Ctor, pr, rm) : new Ctor(0) : new Ctor(NaN);
	if (x.isZero()) return getPi(Ctor, pr + 4, rm).times(.5);
	Ctor.precision = pr + 6;
	Ctor.rounding = 1;
	x = new Ctor(1).minus(x).div(x.plus(1)).sqrt().atan();
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return x.times(2);
};
P.inverseHyperbolicCosine = P.acosh = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (x.lte(1)) return new Ctor(x.eq(1) ? 0 : NaN);
	if (!x.isFinite()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + Math.max(Math.abs(x.e), x.sd()) + 4;
	Ctor.rounding = 1;
	external = false;
	x = x.times(x).minus(1).sqrt().plus(x);
	external = true;
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return x.ln();
};
P.inverseHyperbolicSine = P.asinh = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite() || x.isZero()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + 2 * Math.max(Math.abs(x.e), x.sd()) + 6;
	Ctor.rounding = 1;
	external = false;
	x = x.times(x).plus(1).sqrt().plus(x);
	external = true;
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return x.ln();
};
P.inverseHyperbolicTangent = P.atanh = function() {
	var pr;
	var rm;
	var wpr;
	var xsd;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite()) return new Ctor(NaN);
	if (x.e >= 0) return new Ctor(x.abs().eq(1) ? x.s / 0 : x.isZero() ? x : NaN);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	xsd = x.sd();
	if (Math.max(xsd, pr) < 2 * -x.e - 1) return finalise(new Ctor(x), pr, rm, true);
	Ctor.precision = wpr = xsd - x.e;
	x = divide(x.plus(1), new Ctor(1).minus(x), wpr + pr, 1);
	Ctor.precision = pr + 4;
	Ctor.rounding = 1;
	x = x.ln();
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return x.times(.5);
};
P.inverseSine = P.asin = function() {
	var halfPi;
	var k;
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (x.isZero()) return new Ctor(x);
	k = x.abs().cmp(1);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	if (k !== -1) {
		if (k === 0) {
			halfPi = getPi(Ctor, pr + 4, rm).times(.5);
			halfPi.s = x.s;
			return halfPi;
		}
		return new Ctor(NaN);
	}
	Ctor.precision = pr + 6;
	Ctor.rounding = 1;
	x = x.div(new Ctor(1).minus(x.times(x)).sqrt().plus(1)).atan();
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return x.times(2);
};
P.inverseTangent = P.atan = function() {
	var i;
	var j;
	var k;
	var n;
	var px;
	var t;
	var r;
	var wpr;
	var x2;
	var x = this;
	var Ctor = x.constructor;
	var pr = Ctor.precision;
	var rm = Ctor.rounding;
	if (!x.isFinite()) {
		if (!x.s) return new Ctor(NaN);
		if (pr + 4 <= PI_PRECISION) {
			r = getPi(Ctor, pr + 4, rm).times(.5);
			r.s = x.s;
			return r;
		}
	} else if (x.isZero()) return new Ctor(x);
	else if (x.abs().eq(1) && pr + 4 <= PI_PRECISION) {
		r = getPi(Ctor, pr + 4, rm).times(.25);
		r.s = x.s;
		return r;
	}
	Ctor.precision = wpr = pr + 10;
	Ctor.rounding = 1;
	k = Math.min(28, wpr / LOG_BASE + 2 | 0);
	for (i = k; i; --i) x = x.div(x.times(x).plus(1).sqrt().plus(1));
	external = false;
	j = Math.ceil(wpr / LOG_BASE);
	n = 1;
	x2 = x.times(x);
	r = new Ctor(x);
	px = x;
	for (; i !== -1;) {
		px = px.times(x2);
		t = r.minus(px.div(n += 2));
		px = px.times(x2);
		r = t.plus(px.div(n += 2));
		if (r.d[j] !== void 0) for (i = j; r.d[i] === t.d[i] && i--;);
	}
	if (k) r = r.times(2 << k - 1);
	external = true;
	return finalise(r, Ctor.precision = pr, Ctor.rounding = rm, true);
};
P.isFinite = function() {
	return !!this.d;
};
P.isInteger = P.isInt = function() {
	return !!this.d && mathfloor(this.e / LOG_BASE) > this.d.length - 2;
};
P.isNaN = function() {
	return !this.s;
};
P.isNegative = P.isNeg = function() {
	return this.s < 0;
};
P.isPositive = P.isPos = function() {
	return this.s > 0;
};
P.isZero = function() {
	return !!this.d && this.d[0] === 0;
};
P.lessThan = P.lt = function(y) {
	return this.cmp(y) < 0;
};
P.lessThanOrEqualTo = P.lte = function(y) {
	return this.cmp(y) < 1;
};
P.logarithm = P.log = function(base) {
	var isBase10;
	var d;
	var denominator;
	var k;
	var inf;
	var num;
	var sd;
	var r;
	var arg = this;
	var Ctor = arg.constructor;
	var pr = Ctor.precision;
	var rm = Ctor.rounding;
	var guard = 5;
	if (base == null) {
		base = new Ctor(10);
		isBase10 = true;
	} else {
		base = new Ctor(base);
		d = base.d;
		if (base.s < 0 || !d || !d[0] || base.eq(1)) return new Ctor(NaN);
		isBase10 = base.eq(10);
	}
	d = arg.d;
	if (arg.s < 0 || !d || !d[0] || arg.eq(1)) return new Ctor(d && !d[0] ? -1 / 0 : arg.s != 1 ? NaN : d ? 0 : 1 / 0);
	if (isBase10) {
		if (d.length > 1) inf = true;
		else {
			for (k = d[0]; k % 10 === 0;) k /= 10;
			inf = k !== 1;
		}
	}
	external = false;
	sd = pr + guard;
	num = naturalLogarithm$1(arg, sd);
	denominator = isBase10 ? getLn10(Ctor, sd + 10) : naturalLogarithm$1(base, sd);
	r = divide(num, denominator, sd, 1);
	if (checkRoundingDigits(r.d, k = pr, rm)) do {
		sd += 10;
		num = naturalLogarithm$1(arg, sd);
		denominator = isBase10 ? getLn10(Ctor, sd + 10) : naturalLogarithm$1(base, sd);
		r = divide(num, denominator, sd, 1);
		if (!inf) {
			if (+digitsToString(r.d).slice(k + 1, k + 15) + 1 == 0x5af3107a4000) r = finalise(r, pr + 1, 0);
			break;
		}
	} while (checkRoundingDigits(r.d, k += 10, rm));
	external = true;
	return finalise(r, pr, rm);
};
P.minus = P.sub = function(y) {
	var d;
	var e;
	var i;
	var j;
	var k;
	var len;
	var pr;
	var rm;
	var xd;
	var xe;
	var xLTy;
	var yd;
	var x = this;
	var Ctor = x.constructor;
	y = new Ctor(y);
	if (!x.d || !y.d) {
		if (!x.s || !y.s) y = new Ctor(NaN);
		else if (x.d) y.s = -y.s;
		else y = new Ctor(y.d || x.s !== y.s ? x : NaN);
		return y;
	}
	if (x.s != y.s) {
		y.s = -y.s;
		return x.plus(y);
	}
	xd = x.d;
	yd = y.d;
	pr = Ctor.precision;
	rm = Ctor.rounding;
	if (!xd[0] || !yd[0]) {
		if (yd[0]) y.s = -y.s;
		else if (xd[0]) y = new Ctor(x);
		else return new Ctor(rm === 3 ? -0 : 0);
		return external ? finalise(y, pr, rm) : y;
	}
	e = mathfloor(y.e / LOG_BASE);
	xe = mathfloor(x.e / LOG_BASE);
	xd = xd.slice();
	k = xe - e;
	if (k) {
		xLTy = k < 0;
		if (xLTy) {
			d = xd;
			k = -k;
			len = yd.length;
		} else {
			d = yd;
			e = xe;
			len = xd.length;
		}
		i = Math.max(Math.ceil(pr / LOG_BASE), len) + 2;
		if (k > i) {
			k = i;
			d.length = 1;
		}
		d.reverse();
		for (i = k; i--;) d.push(0);
		d.reverse();
	} else {
		i = xd.length;
		len = yd.length;
		xLTy = i < len;
		if (xLTy) len = i;
		for (i = 0; i < len; i++) if (xd[i] != yd[i]) {
			xLTy = xd[i] < yd[i];
			break;
		}
		k = 0;
	}
	if (xLTy) {
		d = xd;
		xd = yd;
		yd = d;
		y.s = -y.s;
	}
	len = xd.length;
	for (i = yd.length - len; i > 0; --i) xd[len++] = 0;
	for (i = yd.length; i > k;) {
		if (xd[--i] < yd[i]) {
			for (j = i; j && xd[--j] === 0;) xd[j] = BASE$1 - 1;
			--xd[j];
			xd[i] += BASE$1;
		}
		xd[i] -= yd[i];
	}
	for (; xd[--len] === 0;) xd.pop();
	for (; xd[0] === 0; xd.shift()) --e;
	if (!xd[0]) return new Ctor(rm === 3 ? -0 : 0);
	y.d = xd;
	y.e = getBase10Exponent(xd, e);
	return external ? finalise(y, pr, rm) : y;
};
P.modulo = P.mod = function(y) {
	var q;
	var x = this;
	var Ctor = x.constructor;
	y = new Ctor(y);
	if (!x.d || !y.s || y.d && !y.d[0]) return new Ctor(NaN);
	if (!y.d || x.d && !x.d[0]) return finalise(new Ctor(x), Ctor.precision, Ctor.rounding);
	external = false;
	if (Ctor.modulo == 9) {
		q = divide(x, y.abs(), 0, 3, 1);
		q.s *= y.s;
	} else q = divide(x, y, 0, Ctor.modulo, 1);
	q = q.times(y);
	external = true;
	return x.minus(q);
};
P.naturalExponential = P.exp = function() {
	return naturalExponential(this);
};
P.naturalLogarithm = P.ln = function() {
	return naturalLogarithm$1(this);
};
P.negated = P.neg = function() {
	var x = new this.constructor(this);
	x.s = -x.s;
	return finalise(x);
};
P.plus = P.add = function(y) {
	var carry;
	var d;
	var e;
	var i;
	var k;
	var len;
	var pr;
	var rm;
	var xd;
	var yd;
	var x = this;
	var Ctor = x.constructor;
	y = new Ctor(y);
	if (!x.d || !y.d) {
		if (!x.s || !y.s) y = new Ctor(NaN);
		else if (!x.d) y = new Ctor(y.d || x.s === y.s ? x : NaN);
		return y;
	}
	if (x.s != y.s) {
		y.s = -y.s;
		return x.minus(y);
	}
	xd = x.d;
	yd = y.d;
	pr = Ctor.precision;
	rm = Ctor.rounding;
	if (!xd[0] || !yd[0]) {
		if (!yd[0]) y = new Ctor(x);
		return external ? finalise(y, pr, rm) : y;
	}
	k = mathfloor(x.e / LOG_BASE);
	e = mathfloor(y.e / LOG_BASE);
	xd = xd.slice();
	i = k - e;
	if (i) {
		if (i < 0) {
			d = xd;
			i = -i;
			len = yd.length;
		} else {
			d = yd;
			e = k;
			len = xd.length;
		}
		k = Math.ceil(pr / LOG_BASE);
		len = k > len ? k + 1 : len + 1;
		if (i > len) {
			i = len;
			d.length = 1;
		}
		d.reverse();
		for (; i--;) d.push(0);
		d.reverse();
	}
	len = xd.length;
	i = yd.length;
	if (len - i < 0) {
		i = len;
		d = yd;
		yd = xd;
		xd = d;
	}
	for (carry = 0; i;) {
		carry = (xd[--i] = xd[i] + yd[i] + carry) / BASE$1 | 0;
		xd[i] %= BASE$1;
	}
	if (carry) {
		xd.unshift(carry);
		++e;
	}
	for (len = xd.length; xd[--len] == 0;) xd.pop();
	y.d = xd;
	y.e = getBase10Exponent(xd, e);
	return external ? finalise(y, pr, rm) : y;
};
P.precision = P.sd = function(z) {
	var k;
	var x = this;
	if (z !== void 0 && z !== !!z && z !== 1 && z !== 0) throw Error(invalidArgument + z);
	if (x.d) {
		k = getPrecision(x.d);
		if (z && x.e + 1 > k) k = x.e + 1;
	} else k = NaN;
	return k;
};
P.round = function() {
	var x = this;
	var Ctor = x.constructor;
	return finalise(new Ctor(x), x.e + 1, Ctor.rounding);
};
P.sine = P.sin = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite()) return new Ctor(NaN);
	if (x.isZero()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + Math.max(x.e, x.sd()) + LOG_BASE;
	Ctor.rounding = 1;
	x = sine$1(Ctor, toLessThanHalfPi(Ctor, x));
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return finalise(quadrant > 2 ? x.neg() : x, pr, rm, true);
};
P.squareRoot = P.sqrt = function() {
	var m;
	var n;
	var sd;
	var r;
	var rep;
	var t;
	var x = this;
	var d = x.d;
	var e = x.e;
	var s = x.s;
	var Ctor = x.constructor;
	if (s !== 1 || !d || !d[0]) return new Ctor(!s || s < 0 && (!d || d[0]) ? NaN : d ? x : 1 / 0);
	external = false;
	s = Math.sqrt(+x);
	if (s == 0 || s == 1 / 0) {
		n = digitsToString(d);
		if ((n.length + e) % 2 == 0) n += "0";
		s = Math.sqrt(n);
		e = mathfloor((e + 1) / 2) - (e < 0 || e % 2);
		if (s == 1 / 0) n = "5e" + e;
		else {
			n = s.toExponential();
			n = n.slice(0, n.indexOf("e") + 1) + e;
		}
		r = new Ctor(n);
	} else r = new Ctor(s.toString());
	sd = (e = Ctor.precision) + 3;
	for (;;) {
		t = r;
		r = t.plus(divide(x, t, sd + 2, 1)).times(.5);
		if (digitsToString(t.d).slice(0, sd) === (n = digitsToString(r.d)).slice(0, sd)) {
			n = n.slice(sd - 3, sd + 1);
			if (n == "9999" || !rep && n == "4999") {
				if (!rep) {
					finalise(t, e + 1, 0);
					if (t.times(t).eq(x)) {
						r = t;
						break;
					}
				}
				sd += 4;
				rep = 1;
			} else {
				if (!+n || !+n.slice(1) && n.charAt(0) == "5") {
					finalise(r, e + 1, 1);
					m = !r.times(r).eq(x);
				}
				break;
			}
		}
	}
	external = true;
	return finalise(r, e, Ctor.rounding, m);
};
P.tangent = P.tan = function() {
	var pr;
	var rm;
	var x = this;
	var Ctor = x.constructor;
	if (!x.isFinite()) return new Ctor(NaN);
	if (x.isZero()) return new Ctor(x);
	pr = Ctor.precision;
	rm = Ctor.rounding;
	Ctor.precision = pr + 10;
	Ctor.rounding = 1;
	x = x.sin();
	x.s = 1;
	x = divide(x, new Ctor(1).minus(x.times(x)).sqrt(), pr + 10, 0);
	Ctor.precision = pr;
	Ctor.rounding = rm;
	return finalise(quadrant == 2 || quadrant == 4 ? x.neg() : x, pr, rm, true);
};
P.times = P.mul = function(y) {
	var carry;
	var e;
	var i;
	var k;
	var r;
	var rL;
	var t;
	var xdL;
	var ydL;
	var x = this;
	var Ctor = x.constructor;
	var xd = x.d;
	var yd = (y = new Ctor(y)).d;
	y.s *= x.s;
	if (!xd || !xd[0] || !yd || !yd[0]) return new Ctor(!y.s || xd && !xd[0] && !yd || yd && !yd[0] && !xd ? NaN : !xd || !yd ? y.s / 0 : y.s * 0);
	e = mathfloor(x.e / LOG_BASE) + mathfloor(y.e / LOG_BASE);
	xdL = xd.length;
	ydL = yd.length;
	if (xdL < ydL) {
		r = xd;
		xd = yd;
		yd = r;
		rL = xdL;
		xdL = ydL;
		ydL = rL;
	}
	r = [];
	rL = xdL + ydL;
	for (i = rL; i--;) r.push(0);
	for (i = ydL; --i >= 0;) {
		carry = 0;
		for (k = xdL + i; k > i;) {
			t = r[k] + yd[i] * xd[k - i - 1] + carry;
			r[k--] = t % BASE$1 | 0;
			carry = t / BASE$1 | 0;
		}
		r[k] = (r[k] + carry) % BASE$1 | 0;
	}
	for (; !r[--rL];) r.pop();
	if (carry) ++e;
	else r.shift();
	y.d = r;
	y.e = getBase10Exponent(r, e);
	return external ? finalise(y, Ctor.precision, Ctor.rounding) : y;
};
P.toBinary = function(sd, rm) {
	return toStringBinary(this, 2, sd, rm);
};
P.toDecimalPlaces = P.toDP = function(dp, rm) {
	var x = this;
	var Ctor = x.constructor;
	x = new Ctor(x);
	if (dp === void 0) return x;
	checkInt32(dp, 0, MAX_DIGITS);
	if (rm === void 0) rm = Ctor.rounding;
	else checkInt32(rm, 0, 8);
	return finalise(x, dp + x.e + 1, rm);
};
P.toExponential = function(dp, rm) {
	var str;
	var x = this;
	var Ctor = x.constructor;
	if (dp === void 0) str = finiteToString(x, true);
	else {
		checkInt32(dp, 0, MAX_DIGITS);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
		x = finalise(new Ctor(x), dp + 1, rm);
		str = finiteToString(x, true, dp + 1);
	}
	return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toFixed = function(dp, rm) {
	var str;
	var y;
	var x = this;
	var Ctor = x.constructor;
	if (dp === void 0) str = finiteToString(x);
	else {
		checkInt32(dp, 0, MAX_DIGITS);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
		y = finalise(new Ctor(x), dp + x.e + 1, rm);
		str = finiteToString(y, false, dp + y.e + 1);
	}
	return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toFraction = function(maxD) {
	var d;
	var d0;
	var d1;
	var d2;
	var e;
	var k;
	var n;
	var n0;
	var n1;
	var pr;
	var q;
	var r;
	var x = this;
	var xd = x.d;
	var Ctor = x.constructor;
	if (!xd) return new Ctor(x);
	n1 = d0 = new Ctor(1);
	d1 = n0 = new Ctor(0);
	d = new Ctor(d1);
	e = d.e = getPrecision(xd) - x.e - 1;
	k = e % LOG_BASE;
	d.d[0] = mathpow(10, k < 0 ? LOG_BASE + k : k);
	if (maxD == null) maxD = e > 0 ? d : n1;
	else {
		n = new Ctor(maxD);
		if (!n.isInt() || n.lt(n1)) throw Error(invalidArgument + n);
		maxD = n.gt(d) ? e > 0 ? d : n1 : n;
	}
	external = false;
	n = new Ctor(digitsToString(xd));
	pr = Ctor.precision;
	Ctor.precision = e = xd.length * LOG_BASE * 2;
	for (;;) {
		q = divide(n, d, 0, 1, 1);
		d2 = d0.plus(q.times(d1));
		if (d2.cmp(maxD) == 1) break;
		d0 = d1;
		d1 = d2;
		d2 = n1;
		n1 = n0.plus(q.times(d2));
		n0 = d2;
		d2 = d;
		d = n.minus(q.times(d2));
		n = d2;
	}
	d2 = divide(maxD.minus(d0), d1, 0, 1, 1);
	n0 = n0.plus(d2.times(n1));
	d0 = d0.plus(d2.times(d1));
	n0.s = n1.s = x.s;
	r = divide(n1, d1, e, 1).minus(x).abs().cmp(divide(n0, d0, e, 1).minus(x).abs()) < 1 ? [n1, d1] : [n0, d0];
	Ctor.precision = pr;
	external = true;
	return r;
};
P.toHexadecimal = P.toHex = function(sd, rm) {
	return toStringBinary(this, 16, sd, rm);
};
P.toNearest = function(y, rm) {
	var x = this;
	var Ctor = x.constructor;
	x = new Ctor(x);
	if (y == null) {
		if (!x.d) return x;
		y = new Ctor(1);
		rm = Ctor.rounding;
	} else {
		y = new Ctor(y);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
		if (!x.d) return y.s ? x : y;
		if (!y.d) {
			if (y.s) y.s = x.s;
			return y;
		}
	}
	if (y.d[0]) {
		external = false;
		x = divide(x, y, 0, rm, 1).times(y);
		external = true;
		finalise(x);
	} else {
		y.s = x.s;
		x = y;
	}
	return x;
};
P.toNumber = function() {
	return +this;
};
P.toOctal = function(sd, rm) {
	return toStringBinary(this, 8, sd, rm);
};
P.toPower = P.pow = function(y) {
	var e;
	var k;
	var pr;
	var r;
	var rm;
	var s;
	var x = this;
	var Ctor = x.constructor;
	var yn = +(y = new Ctor(y));
	if (!x.d || !y.d || !x.d[0] || !y.d[0]) return new Ctor(mathpow(+x, yn));
	x = new Ctor(x);
	if (x.eq(1)) return x;
	pr = Ctor.precision;
	rm = Ctor.rounding;
	if (y.eq(1)) return finalise(x, pr, rm);
	e = mathfloor(y.e / LOG_BASE);
	if (e >= y.d.length - 1 && (k = yn < 0 ? -yn : yn) <= MAX_SAFE_INTEGER) {
		r = intPow(Ctor, x, k, pr);
		return y.s < 0 ? new Ctor(1).div(r) : finalise(r, pr, rm);
	}
	s = x.s;
	if (s < 0) {
		if (e < y.d.length - 1) return new Ctor(NaN);
		if ((y.d[e] & 1) == 0) s = 1;
		if (x.e == 0 && x.d[0] == 1 && x.d.length == 1) {
			x.s = s;
			return x;
		}
	}
	k = mathpow(+x, yn);
	e = k == 0 || !isFinite(k) ? mathfloor(yn * (Math.log("0." + digitsToString(x.d)) / Math.LN10 + x.e + 1)) : new Ctor(k + "").e;
	if (e > Ctor.maxE + 1 || e < Ctor.minE - 1) return new Ctor(e > 0 ? s / 0 : 0);
	external = false;
	Ctor.rounding = x.s = 1;
	k = Math.min(12, (e + "").length);
	r = naturalExponential(y.times(naturalLogarithm$1(x, pr + k)), pr);
	if (r.d) {
		r = finalise(r, pr + 5, 1);
		if (checkRoundingDigits(r.d, pr, rm)) {
			e = pr + 10;
			r = finalise(naturalExponential(y.times(naturalLogarithm$1(x, e + k)), e), e + 5, 1);
			if (+digitsToString(r.d).slice(pr + 1, pr + 15) + 1 == 0x5af3107a4000) r = finalise(r, pr + 1, 0);
		}
	}
	r.s = s;
	external = true;
	Ctor.rounding = rm;
	return finalise(r, pr, rm);
};
P.toPrecision = function(sd, rm) {
	var str;
	var x = this;
	var Ctor = x.constructor;
	if (sd === void 0) str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
	else {
		checkInt32(sd, 1, MAX_DIGITS);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
		x = finalise(new Ctor(x), sd, rm);
		str = finiteToString(x, sd <= x.e || x.e <= Ctor.toExpNeg, sd);
	}
	return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.toSignificantDigits = P.toSD = function(sd, rm) {
	var x = this;
	var Ctor = x.constructor;
	if (sd === void 0) {
		sd = Ctor.precision;
		rm = Ctor.rounding;
	} else {
		checkInt32(sd, 1, MAX_DIGITS);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
	}
	return finalise(new Ctor(x), sd, rm);
};
P.toString = function() {
	var x = this;
	var Ctor = x.constructor;
	var str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
	return x.isNeg() && !x.isZero() ? "-" + str : str;
};
P.truncated = P.trunc = function() {
	return finalise(new this.constructor(this), this.e + 1, 1);
};
P.valueOf = P.toJSON = function() {
	var x = this;
	var Ctor = x.constructor;
	var str = finiteToString(x, x.e <= Ctor.toExpNeg || x.e >= Ctor.toExpPos);
	return x.isNeg() ? "-" + str : str;
};
function digitsToString(d) {
	var i;
	var k;
	var ws;
	var indexOfLastWord = d.length - 1;
	var str = "";
	var w = d[0];
	if (indexOfLastWord > 0) {
		str += w;
		for (i = 1; i < indexOfLastWord; i++) {
			ws = d[i] + "";
			k = LOG_BASE - ws.length;
			if (k) str += getZeroString(k);
			str += ws;
		}
		w = d[i];
		ws = w + "";
		k = LOG_BASE - ws.length;
		if (k) str += getZeroString(k);
	} else if (w === 0) return "0";
	for (; w % 10 === 0;) w /= 10;
	return str + w;
}
function checkInt32(i, min, max) {
	if (i !== ~~i || i < min || i > max) throw Error(invalidArgument + i);
}
function checkRoundingDigits(d, i, rm, repeating) {
	var di;
	var k = d[0];
	var r;
	var rd;
	for (; k >= 10; k /= 10) --i;
	if (--i < 0) {
		i += LOG_BASE;
		di = 0;
	} else {
		di = Math.ceil((i + 1) / LOG_BASE);
		i %= LOG_BASE;
	}
	k = mathpow(10, LOG_BASE - i);
	rd = d[di] % k | 0;
	if (repeating == null) {
		if (i < 3) {
			if (i == 0) rd = rd / 100 | 0;
			else if (i == 1) rd = rd / 10 | 0;
			r = rm < 4 && rd == 99999 || rm > 3 && rd == 49999 || rd == 5e4 || rd == 0;
		} else r = (rm < 4 && rd + 1 == k || rm > 3 && rd + 1 == k / 2) && (d[di + 1] / k / 100 | 0) == mathpow(10, i - 2) - 1 || (rd == k / 2 || rd == 0) && (d[di + 1] / k / 100 | 0) == 0;
	} else if (i < 4) {
		if (i == 0) rd = rd / 1e3 | 0;
		else if (i == 1) rd = rd / 100 | 0;
		else if (i == 2) rd = rd / 10 | 0;
		r = (repeating || rm < 4) && rd == 9999 || !repeating && rm > 3 && rd == 4999;
	} else r = ((repeating || rm < 4) && rd + 1 == k || !repeating && rm > 3 && rd + 1 == k / 2) && (d[di + 1] / k / 1e3 | 0) == mathpow(10, i - 3) - 1;
	return r;
}
function convertBase(str, baseIn, baseOut) {
	var j;
	var arr = [0];
	var arrL;
	var i = 0;
	var strL = str.length;
	for (; i < strL;) {
		for (arrL = arr.length; arrL--;) arr[arrL] *= baseIn;
		arr[0] += NUMERALS.indexOf(str.charAt(i++));
		for (j = 0; j < arr.length; j++) if (arr[j] > baseOut - 1) {
			if (arr[j + 1] === void 0) arr[j + 1] = 0;
			arr[j + 1] += arr[j] / baseOut | 0;
			arr[j] %= baseOut;
		}
	}
	return arr.reverse();
}
function cosine$1(Ctor, x) {
	var k;
	var len;
	var y;
	if (x.isZero()) return x;
	len = x.d.length;
	if (len < 32) {
		k = Math.ceil(len / 3);
		y = (1 / tinyPow(4, k)).toString();
	} else {
		k = 16;
		y = "2.3283064365386962890625e-10";
	}
	Ctor.precision += k;
	x = taylorSeries(Ctor, 1, x.times(y), new Ctor(1));
	for (var i = k; i--;) {
		var cos2x = x.times(x);
		x = cos2x.times(cos2x).minus(cos2x).times(8).plus(1);
	}
	Ctor.precision -= k;
	return x;
}
__name(cosine$1, "cosine");
var divide = (function() {
	function multiplyInteger(x, k, base) {
		var temp;
		var carry = 0;
		var i = x.length;
		for (x = x.slice(); i--;) {
			temp = x[i] * k + carry;
			x[i] = temp % base | 0;
			carry = temp / base | 0;
		}
		if (carry) x.unshift(carry);
		return x;
	}
	function compare(a, b, aL, bL) {
		var i;
		var r;
		if (aL != bL) r = aL > bL ? 1 : -1;
		else for (i = r = 0; i < aL; i++) if (a[i] != b[i]) {
			r = a[i] > b[i] ? 1 : -1;
			break;
		}
		return r;
	}
	function subtract(a, b, aL, base) {
		var i = 0;
		for (; aL--;) {
			a[aL] -= i;
			i = a[aL] < b[aL] ? 1 : 0;
			a[aL] = i * base + a[aL] - b[aL];
		}
		for (; !a[0] && a.length > 1;) a.shift();
	}
	return function(x, y, pr, rm, dp, base) {
		var cmp;
		var e;
		var i;
		var k;
		var logBase;
		var more;
		var prod;
		var prodL;
		var q;
		var qd;
		var rem;
		var remL;
		var rem0;
		var sd;
		var t;
		var xi;
		var xL;
		var yd0;
		var yL;
		var yz;
		var Ctor = x.constructor;
		var sign = x.s == y.s ? 1 : -1;
		var xd = x.d;
		var yd = y.d;
		if (!xd || !xd[0] || !yd || !yd[0]) return new Ctor(!x.s || !y.s || (xd ? yd && xd[0] == yd[0] : !yd) ? NaN : xd && xd[0] == 0 || !yd ? sign * 0 : sign / 0);
		if (base) {
			logBase = 1;
			e = x.e - y.e;
		} else {
			base = BASE$1;
			logBase = LOG_BASE;
			e = mathfloor(x.e / logBase) - mathfloor(y.e / logBase);
		}
		yL = yd.length;
		xL = xd.length;
		q = new Ctor(sign);
		qd = q.d = [];
		for (i = 0; yd[i] == (xd[i] || 0); i++);
		if (yd[i] > (xd[i] || 0)) e--;
		if (pr == null) {
			sd = pr = Ctor.precision;
			rm = Ctor.rounding;
		} else if (dp) sd = pr + (x.e - y.e) + 1;
		else sd = pr;
		if (sd < 0) {
			qd.push(1);
			more = true;
		} else {
			sd = sd / logBase + 2 | 0;
			i = 0;
			if (yL == 1) {
				k = 0;
				yd = yd[0];
				sd++;
				for (; (i < xL || k) && sd--; i++) {
					t = k * base + (xd[i] || 0);
					qd[i] = t / yd | 0;
					k = t % yd | 0;
				}
				more = k || i < xL;
			} else {
				k = base / (yd[0] + 1) | 0;
				if (k > 1) {
					yd = multiplyInteger(yd, k, base);
					xd = multiplyInteger(xd, k, base);
					yL = yd.length;
					xL = xd.length;
				}
				xi = yL;
				rem = xd.slice(0, yL);
				remL = rem.length;
				for (; remL < yL;) rem[remL++] = 0;
				yz = yd.slice();
				yz.unshift(0);
				yd0 = yd[0];
				if (yd[1] >= base / 2) ++yd0;
				do {
					k = 0;
					cmp = compare(yd, rem, yL, remL);
					if (cmp < 0) {
						rem0 = rem[0];
						if (yL != remL) rem0 = rem0 * base + (rem[1] || 0);
						k = rem0 / yd0 | 0;
						if (k > 1) {
							if (k >= base) k = base - 1;
							prod = multiplyInteger(yd, k, base);
							prodL = prod.length;
							remL = rem.length;
							cmp = compare(prod, rem, prodL, remL);
							if (cmp == 1) {
								k--;
								subtract(prod, yL < prodL ? yz : yd, prodL, base);
							}
						} else {
							if (k == 0) cmp = k = 1;
							prod = yd.slice();
						}
						prodL = prod.length;
						if (prodL < remL) prod.unshift(0);
						subtract(rem, prod, remL, base);
						if (cmp == -1) {
							remL = rem.length;
							cmp = compare(yd, rem, yL, remL);
							if (cmp < 1) {
								k++;
								subtract(rem, yL < remL ? yz : yd, remL, base);
							}
						}
						remL = rem.length;
					} else if (cmp === 0) {
						k++;
						rem = [0];
					}
					qd[i++] = k;
					if (cmp && rem[0]) rem[remL++] = xd[xi] || 0;
					else {
						rem = [xd[xi]];
						remL = 1;
					}
				} while ((xi++ < xL || rem[0] !== void 0) && sd--);
				more = rem[0] !== void 0;
			}
			if (!qd[0]) qd.shift();
		}
		if (logBase == 1) {
			q.e = e;
			inexact = more;
		} else {
			for (i = 1, k = qd[0]; k >= 10; k /= 10) i++;
			q.e = i + e * logBase - 1;
			finalise(q, dp ? pr + q.e + 1 : pr, rm, more);
		}
		return q;
	};
})();
function finalise(x, sd, rm, isTruncated) {
	var digits;
	var i;
	var j;
	var k;
	var rd;
	var roundUp;
	var w;
	var xd;
	var xdi;
	var Ctor = x.constructor;
	out: if (sd != null) {
		xd = x.d;
		if (!xd) return x;
		for (digits = 1, k = xd[0]; k >= 10; k /= 10) digits++;
		i = sd - digits;
		if (i < 0) {
			i += LOG_BASE;
			j = sd;
			w = xd[xdi = 0];
			rd = w / mathpow(10, digits - j - 1) % 10 | 0;
		} else {
			xdi = Math.ceil((i + 1) / LOG_BASE);
			k = xd.length;
			if (xdi >= k) {
				if (isTruncated) {
					for (; k++ <= xdi;) xd.push(0);
					w = rd = 0;
					digits = 1;
					i %= LOG_BASE;
					j = i - LOG_BASE + 1;
				} else break out;
			} else {
				w = k = xd[xdi];
				for (digits = 1; k >= 10; k /= 10) digits++;
				i %= LOG_BASE;
				j = i - LOG_BASE + digits;
				rd = j < 0 ? 0 : w / mathpow(10, digits - j - 1) % 10 | 0;
			}
		}
		isTruncated = isTruncated || sd < 0 || xd[xdi + 1] !== void 0 || (j < 0 ? w : w % mathpow(10, digits - j - 1));
		roundUp = rm < 4 ? (rd || isTruncated) && (rm == 0 || rm == (x.s < 0 ? 3 : 2)) : rd > 5 || rd == 5 && (rm == 4 || isTruncated || rm == 6 && (i > 0 ? j > 0 ? w / mathpow(10, digits - j) : 0 : xd[xdi - 1]) % 10 & 1 || rm == (x.s < 0 ? 8 : 7));
		if (sd < 1 || !xd[0]) {
			xd.length = 0;
			if (roundUp) {
				sd -= x.e + 1;
				xd[0] = mathpow(10, (LOG_BASE - sd % LOG_BASE) % LOG_BASE);
				x.e = -sd || 0;
			} else xd[0] = x.e = 0;
			return x;
		}
		if (i == 0) {
			xd.length = xdi;
			k = 1;
			xdi--;
		} else {
			xd.length = xdi + 1;
			k = mathpow(10, LOG_BASE - i);
			xd[xdi] = j > 0 ? (w / mathpow(10, digits - j) % mathpow(10, j) | 0) * k : 0;
		}
		if (roundUp) for (;;) if (xdi == 0) {
			for (i = 1, j = xd[0]; j >= 10; j /= 10) i++;
			j = xd[0] += k;
			for (k = 1; j >= 10; j /= 10) k++;
			if (i != k) {
				x.e++;
				if (xd[0] == BASE$1) xd[0] = 1;
			}
			break;
		} else {
			xd[xdi] += k;
			if (xd[xdi] != BASE$1) break;
			xd[xdi--] = 0;
			k = 1;
		}
		for (i = xd.length; xd[--i] === 0;) xd.pop();
	}
	if (external) {
		if (x.e > Ctor.maxE) {
			x.d = null;
			x.e = NaN;
		} else if (x.e < Ctor.minE) {
			x.e = 0;
			x.d = [0];
		}
	}
	return x;
}
function finiteToString(x, isExp, sd) {
	if (!x.isFinite()) return nonFiniteToString(x);
	var k;
	var e = x.e;
	var str = digitsToString(x.d);
	var len = str.length;
	if (isExp) {
		if (sd && (k = sd - len) > 0) str = str.charAt(0) + "." + str.slice(1) + getZeroString(k);
		else if (len > 1) str = str.charAt(0) + "." + str.slice(1);
		str = str + (x.e < 0 ? "e" : "e+") + x.e;
	} else if (e < 0) {
		str = "0." + getZeroString(-e - 1) + str;
		if (sd && (k = sd - len) > 0) str += getZeroString(k);
	} else if (e >= len) {
		str += getZeroString(e + 1 - len);
		if (sd && (k = sd - e - 1) > 0) str = str + "." + getZeroString(k);
	} else {
		if ((k = e + 1) < len) str = str.slice(0, k) + "." + str.slice(k);
		if (sd && (k = sd - len) > 0) {
			if (e + 1 === len) str += ".";
			str += getZeroString(k);
		}
	}
	return str;
}
function getBase10Exponent(digits, e) {
	var w = digits[0];
	for (e *= LOG_BASE; w >= 10; w /= 10) e++;
	return e;
}
function getLn10(Ctor, sd, pr) {
	if (sd > LN10_PRECISION) {
		external = true;
		if (pr) Ctor.precision = pr;
		throw Error(precisionLimitExceeded);
	}
	return finalise(new Ctor(LN10), sd, 1, true);
}
function getPi(Ctor, sd, rm) {
	if (sd > PI_PRECISION) throw Error(precisionLimitExceeded);
	return finalise(new Ctor(PI$1), sd, rm, true);
}
function getPrecision(digits) {
	var w = digits.length - 1;
	var len = w * LOG_BASE + 1;
	w = digits[w];
	if (w) {
		for (; w % 10 == 0; w /= 10) len--;
		for (w = digits[0]; w >= 10; w /= 10) len++;
	}
	return len;
}
function getZeroString(k) {
	var zs = "";
	for (; k--;) zs += "0";
	return zs;
}
function intPow(Ctor, x, n, pr) {
	var isTruncated;
	var r = new Ctor(1);
	var k = Math.ceil(pr / LOG_BASE + 4);
	external = false;
	for (;;) {
		if (n % 2) {
			r = r.times(x);
			if (truncate(r.d, k)) isTruncated = true;
		}
		n = mathfloor(n / 2);
		if (n === 0) {
			n = r.d.length - 1;
			if (isTruncated && r.d[n] === 0) ++r.d[n];
			break;
		}
		x = x.times(x);
		truncate(x.d, k);
	}
	external = true;
	return r;
}
function isOdd(n) {
	return n.d[n.d.length - 1] & 1;
}
function maxOrMin(Ctor, args, n) {
	var k;
	var y;
	var x = new Ctor(args[0]);
	var i = 0;
	for (; ++i < args.length;) {
		y = new Ctor(args[i]);
		if (!y.s) {
			x = y;
			break;
		}
		k = x.cmp(y);
		if (k === n || k === 0 && x.s === n) x = y;
	}
	return x;
}
function naturalExponential(x, sd) {
	var denominator;
	var guard;
	var j;
	var pow;
	var sum;
	var t;
	var wpr;
	var rep = 0;
	var i = 0;
	var k = 0;
	var Ctor = x.constructor;
	var rm = Ctor.rounding;
	var pr = Ctor.precision;
	if (!x.d || !x.d[0] || x.e > 17) return new Ctor(x.d ? !x.d[0] ? 1 : x.s < 0 ? 0 : 1 / 0 : x.s ? x.s < 0 ? 0 : x : NaN);
	if (sd == null) {
		external = false;
		wpr = pr;
	} else wpr = sd;
	t = new Ctor(.03125);
	while (x.e > -2) {
		x = x.times(t);
		k += 5;
	}
	guard = Math.log(mathpow(2, k)) / Math.LN10 * 2 + 5 | 0;
	wpr += guard;
	denominator = pow = sum = new Ctor(1);
	Ctor.precision = wpr;
	for (;;) {
		pow = finalise(pow.times(x), wpr, 1);
		denominator = denominator.times(++i);
		t = sum.plus(divide(pow, denominator, wpr, 1));
		if (digitsToString(t.d).slice(0, wpr) === digitsToString(sum.d).slice(0, wpr)) {
			j = k;
			while (j--) sum = finalise(sum.times(sum), wpr, 1);
			if (sd == null) {
				if (rep < 3 && checkRoundingDigits(sum.d, wpr - guard, rm, rep)) {
					Ctor.precision = wpr += 10;
					denominator = pow = t = new Ctor(1);
					i = 0;
					rep++;
				} else return finalise(sum, Ctor.precision = pr, rm, external = true);
			} else {
				Ctor.precision = pr;
				return sum;
			}
		}
		sum = t;
	}
}
function naturalLogarithm$1(y, sd) {
	var c;
	var c0;
	var denominator;
	var e;
	var numerator;
	var rep;
	var sum;
	var t;
	var wpr;
	var x1;
	var x2;
	var n = 1;
	var guard = 10;
	var x = y;
	var xd = x.d;
	var Ctor = x.constructor;
	var rm = Ctor.rounding;
	var pr = Ctor.precision;
	if (x.s < 0 || !xd || !xd[0] || !x.e && xd[0] == 1 && xd.length == 1) return new Ctor(xd && !xd[0] ? -1 / 0 : x.s != 1 ? NaN : xd ? 0 : x);
	if (sd == null) {
		external = false;
		wpr = pr;
	} else wpr = sd;
	Ctor.precision = wpr += guard;
	c = digitsToString(xd);
	c0 = c.charAt(0);
	if (Math.abs(e = x.e) < 0x5543df729c000) {
		while (c0 < 7 && c0 != 1 || c0 == 1 && c.charAt(1) > 3) {
			x = x.times(y);
			c = digitsToString(x.d);
			c0 = c.charAt(0);
			n++;
		}
		e = x.e;
		if (c0 > 1) {
			x = new Ctor("0." + c);
			e++;
		} else x = new Ctor(c0 + "." + c.slice(1));
	} else {
		t = getLn10(Ctor, wpr + 2, pr).times(e + "");
		x = naturalLogarithm$1(new Ctor(c0 + "." + c.slice(1)), wpr - guard).plus(t);
		Ctor.precision = pr;
		return sd == null ? finalise(x, pr, rm, external = true) : x;
	}
	x1 = x;
	sum = numerator = x = divide(x.minus(1), x.plus(1), wpr, 1);
	x2 = finalise(x.times(x), wpr, 1);
	denominator = 3;
	for (;;) {
		numerator = finalise(numerator.times(x2), wpr, 1);
		t = sum.plus(divide(numerator, new Ctor(denominator), wpr, 1));
		if (digitsToString(t.d).slice(0, wpr) === digitsToString(sum.d).slice(0, wpr)) {
			sum = sum.times(2);
			if (e !== 0) sum = sum.plus(getLn10(Ctor, wpr + 2, pr).times(e + ""));
			sum = divide(sum, new Ctor(n), wpr, 1);
			if (sd == null) {
				if (checkRoundingDigits(sum.d, wpr - guard, rm, rep)) {
					Ctor.precision = wpr += guard;
					t = numerator = x = divide(x1.minus(1), x1.plus(1), wpr, 1);
					x2 = finalise(x.times(x), wpr, 1);
					denominator = rep = 1;
				} else return finalise(sum, Ctor.precision = pr, rm, external = true);
			} else {
				Ctor.precision = pr;
				return sum;
			}
		}
		sum = t;
		denominator += 2;
	}
}
__name(naturalLogarithm$1, "naturalLogarithm");
function nonFiniteToString(x) {
	return String(x.s * x.s / 0);
}
function parseDecimal(x, str) {
	var e;
	var i;
	var len;
	if ((e = str.indexOf(".")) > -1) str = str.replace(".", "");
	if ((i = str.search(/e/i)) > 0) {
		if (e < 0) e = i;
		e += +str.slice(i + 1);
		str = str.substring(0, i);
	} else if (e < 0) e = str.length;
	for (i = 0; str.charCodeAt(i) === 48; i++);
	for (len = str.length; str.charCodeAt(len - 1) === 48; --len);
	str = str.slice(i, len);
	if (str) {
		len -= i;
		x.e = e = e - i - 1;
		x.d = [];
		i = (e + 1) % LOG_BASE;
		if (e < 0) i += LOG_BASE;
		if (i < len) {
			if (i) x.d.push(+str.slice(0, i));
			for (len -= LOG_BASE; i < len;) x.d.push(+str.slice(i, i += LOG_BASE));
			str = str.slice(i);
			i = LOG_BASE - str.length;
		} else i -= len;
		for (; i--;) str += "0";
		x.d.push(+str);
		if (external) {
			if (x.e > x.constructor.maxE) {
				x.d = null;
				x.e = NaN;
			} else if (x.e < x.constructor.minE) {
				x.e = 0;
				x.d = [0];
			}
		}
	} else {
		x.e = 0;
		x.d = [0];
	}
	return x;
}
function parseOther(x, str) {
	var base;
	var Ctor;
	var divisor;
	var i;
	var isFloat;
	var len;
	var p;
	var xd;
	var xe;
	if (str.indexOf("_") > -1) {
		str = str.replace(/(\d)_(?=\d)/g, "$1");
		if (isDecimal.test(str)) return parseDecimal(x, str);
	} else if (str === "Infinity" || str === "NaN") {
		if (!+str) x.s = NaN;
		x.e = NaN;
		x.d = null;
		return x;
	}
	if (isHex.test(str)) {
		base = 16;
		str = str.toLowerCase();
	} else if (isBinary.test(str)) base = 2;
	else if (isOctal.test(str)) base = 8;
	else throw Error(invalidArgument + str);
	i = str.search(/p/i);
	if (i > 0) {
		p = +str.slice(i + 1);
		str = str.substring(2, i);
	} else str = str.slice(2);
	i = str.indexOf(".");
	isFloat = i >= 0;
	Ctor = x.constructor;
	if (isFloat) {
		str = str.replace(".", "");
		len = str.length;
		i = len - i;
		divisor = intPow(Ctor, new Ctor(base), i, i * 2);
	}
	xd = convertBase(str, base, BASE$1);
	xe = xd.length - 1;
	for (i = xe; xd[i] === 0; --i) xd.pop();
	if (i < 0) return new Ctor(x.s * 0);
	x.e = getBase10Exponent(xd, xe);
	x.d = xd;
	external = false;
	if (isFloat) x = divide(x, divisor, len * 4);
	if (p) x = x.times(Math.abs(p) < 54 ? mathpow(2, p) : Decimal.pow(2, p));
	external = true;
	return x;
}
function sine$1(Ctor, x) {
	var k;
	var len = x.d.length;
	if (len < 3) return x.isZero() ? x : taylorSeries(Ctor, 2, x, x);
	k = 1.4 * Math.sqrt(len);
	k = k > 16 ? 16 : k | 0;
	x = x.times(1 / tinyPow(5, k));
	x = taylorSeries(Ctor, 2, x, x);
	var sin2_x;
	var d5 = new Ctor(5);
	var d16 = new Ctor(16);
	var d20 = new Ctor(20);
	for (; k--;) {
		sin2_x = x.times(x);
		x = x.times(d5.plus(sin2_x.times(d16.times(sin2_x).minus(d20))));
	}
	return x;
}
__name(sine$1, "sine");
function taylorSeries(Ctor, n, x, y, isHyperbolic) {
	var j;
	var t;
	var u;
	var x2;
	var i = 1;
	var pr = Ctor.precision;
	var k = Math.ceil(pr / LOG_BASE);
	external = false;
	x2 = x.times(x);
	u = new Ctor(y);
	for (;;) {
		t = divide(u.times(x2), new Ctor(n++ * n++), pr, 1);
		u = isHyperbolic ? y.plus(t) : y.minus(t);
		y = divide(t.times(x2), new Ctor(n++ * n++), pr, 1);
		t = u.plus(y);
		if (t.d[k] !== void 0) {
			for (j = k; t.d[j] === u.d[j] && j--;);
			if (j == -1) break;
		}
		j = u;
		u = y;
		y = t;
		t = j;
		i++;
	}
	external = true;
	t.d.length = k + 1;
	return t;
}
function tinyPow(b, e) {
	var n = b;
	while (--e) n *= b;
	return n;
}
function toLessThanHalfPi(Ctor, x) {
	var t;
	var isNeg = x.s < 0;
	var pi = getPi(Ctor, Ctor.precision, 1);
	var halfPi = pi.times(.5);
	x = x.abs();
	if (x.lte(halfPi)) {
		quadrant = isNeg ? 4 : 1;
		return x;
	}
	t = x.divToInt(pi);
	if (t.isZero()) quadrant = isNeg ? 3 : 2;
	else {
		x = x.minus(t.times(pi));
		if (x.lte(halfPi)) {
			quadrant = isOdd(t) ? isNeg ? 2 : 3 : isNeg ? 4 : 1;
			return x;
		}
		quadrant = isOdd(t) ? isNeg ? 1 : 4 : isNeg ? 3 : 2;
	}
	return x.minus(pi).abs();
}
function toStringBinary(x, baseOut, sd, rm) {
	var base;
	var e;
	var i;
	var k;
	var len;
	var roundUp;
	var str;
	var xd;
	var y;
	var Ctor = x.constructor;
	var isExp = sd !== void 0;
	if (isExp) {
		checkInt32(sd, 1, MAX_DIGITS);
		if (rm === void 0) rm = Ctor.rounding;
		else checkInt32(rm, 0, 8);
	} else {
		sd = Ctor.precision;
		rm = Ctor.rounding;
	}
	if (!x.isFinite()) str = nonFiniteToString(x);
	else {
		str = finiteToString(x);
		i = str.indexOf(".");
		if (isExp) {
			base = 2;
			if (baseOut == 16) sd = sd * 4 - 3;
			else if (baseOut == 8) sd = sd * 3 - 2;
		} else base = baseOut;
		if (i >= 0) {
			str = str.replace(".", "");
			y = new Ctor(1);
			y.e = str.length - i;
			y.d = convertBase(finiteToString(y), 10, base);
			y.e = y.d.length;
		}
		xd = convertBase(str, 10, base);
		e = len = xd.length;
		for (; xd[--len] == 0;) xd.pop();
		if (!xd[0]) str = isExp ? "0p+0" : "0";
		else {
			if (i < 0) e--;
			else {
				x = new Ctor(x);
				x.d = xd;
				x.e = e;
				x = divide(x, y, sd, rm, 0, base);
				xd = x.d;
				e = x.e;
				roundUp = inexact;
			}
			i = xd[sd];
			k = base / 2;
			roundUp = roundUp || xd[sd + 1] !== void 0;
			roundUp = rm < 4 ? (i !== void 0 || roundUp) && (rm === 0 || rm === (x.s < 0 ? 3 : 2)) : i > k || i === k && (rm === 4 || roundUp || rm === 6 && xd[sd - 1] & 1 || rm === (x.s < 0 ? 8 : 7));
			xd.length = sd;
			if (roundUp) for (; ++xd[--sd] > base - 1;) {
				xd[sd] = 0;
				if (!sd) {
					++e;
					xd.unshift(1);
				}
			}
			for (len = xd.length; !xd[len - 1]; --len);
			for (i = 0, str = ""; i < len; i++) str += NUMERALS.charAt(xd[i]);
			if (isExp) {
				if (len > 1) {
					if (baseOut == 16 || baseOut == 8) {
						i = baseOut == 16 ? 4 : 3;
						for (--len; len % i; len++) str += "0";
						xd = convertBase(str, base, baseOut);
						for (len = xd.length; !xd[len - 1]; --len);
						for (i = 1, str = "1."; i < len; i++) str += NUMERALS.charAt(xd[i]);
					} else str = str.charAt(0) + "." + str.slice(1);
				}
				str = str + (e < 0 ? "p" : "p+") + e;
			} else if (e < 0) {
				for (; ++e;) str = "0" + str;
				str = "0." + str;
			} else if (++e > len) for (e -= len; e--;) str += "0";
			else if (e < len) str = str.slice(0, e) + "." + str.slice(e);
		}
		str = (baseOut == 16 ? "0x" : baseOut == 2 ? "0b" : baseOut == 8 ? "0o" : "") + str;
	}
	return x.s < 0 ? "-" + str : str;
}
function truncate(arr, len) {
	if (arr.length > len) {
		arr.length = len;
		return true;
	}
}
function abs(x) {
	return new this(x).abs();
}
function acos(x) {
	return new this(x).acos();
}
function acosh(x) {
	return new this(x).acosh();
}
function add(x, y) {
	return new this(x).plus(y);
}
function asin(x) {
	return new this(x).asin();
}
function asinh(x) {
	return new this(x).asinh();
}
function atan(x) {
	return new this(x).atan();
}
function atanh(x) {
	return new this(x).atanh();
}
function atan2(y, x) {
	y = new this(y);
	x = new this(x);
	var r;
	var pr = this.precision;
	var rm = this.rounding;
	var wpr = pr + 4;
	if (!y.s || !x.s) r = new this(NaN);
	else if (!y.d && !x.d) {
		r = getPi(this, wpr, 1).times(x.s > 0 ? .25 : .75);
		r.s = y.s;
	} else if (!x.d || y.isZero()) {
		r = x.s < 0 ? getPi(this, pr, rm) : new this(0);
		r.s = y.s;
	} else if (!y.d || x.isZero()) {
		r = getPi(this, wpr, 1).times(.5);
		r.s = y.s;
	} else if (x.s < 0) {
		this.precision = wpr;
		this.rounding = 1;
		r = this.atan(divide(y, x, wpr, 1));
		x = getPi(this, wpr, 1);
		this.precision = pr;
		this.rounding = rm;
		r = y.s < 0 ? r.minus(x) : r.plus(x);
	} else r = this.atan(divide(y, x, wpr, 1));
	return r;
}
function cbrt(x) {
	return new this(x).cbrt();
}
function ceil(x) {
	return finalise(x = new this(x), x.e + 1, 2);
}
function clamp(x, min, max) {
	return new this(x).clamp(min, max);
}
function config(obj) {
	if (!obj || typeof obj !== "object") throw Error(decimalError + "Object expected");
	var i;
	var p;
	var v;
	var useDefaults = obj.defaults === true;
	var ps = [
		"precision",
		1,
		MAX_DIGITS,
		"rounding",
		0,
		8,
		"toExpNeg",
		-EXP_LIMIT,
		0,
		"toExpPos",
		0,
		EXP_LIMIT,
		"maxE",
		0,
		EXP_LIMIT,
		"minE",
		-EXP_LIMIT,
		0,
		"modulo",
		0,
		9
	];
	for (i = 0; i < ps.length; i += 3) {
		if (p = ps[i], useDefaults) this[p] = DEFAULTS[p];
		if ((v = obj[p]) !== void 0) {
			if (mathfloor(v) === v && v >= ps[i + 1] && v <= ps[i + 2]) this[p] = v;
			else throw Error(invalidArgument + p + ": " + v);
		}
	}
	if (p = "crypto", useDefaults) this[p] = DEFAULTS[p];
	if ((v = obj[p]) !== void 0) {
		if (v === true || v === false || v === 0 || v === 1) {
			if (v) {
				if (typeof crypto != "undefined" && crypto && (crypto.getRandomValues || crypto.randomBytes)) this[p] = true;
				else throw Error(cryptoUnavailable);
			} else this[p] = false;
		} else throw Error(invalidArgument + p + ": " + v);
	}
	return this;
}
function cos(x) {
	return new this(x).cos();
}
function cosh(x) {
	return new this(x).cosh();
}
function clone(obj) {
	var i;
	var p;
	var ps;
	function Decimal(v) {
		var e;
		var i;
		var t;
		var x = this;
		if (!(x instanceof Decimal)) return new Decimal(v);
		x.constructor = Decimal;
		if (isDecimalInstance(v)) {
			x.s = v.s;
			if (external) {
				if (!v.d || v.e > Decimal.maxE) {
					x.e = NaN;
					x.d = null;
				} else if (v.e < Decimal.minE) {
					x.e = 0;
					x.d = [0];
				} else {
					x.e = v.e;
					x.d = v.d.slice();
				}
			} else {
				x.e = v.e;
				x.d = v.d ? v.d.slice() : v.d;
			}
			return;
		}
		t = typeof v;
		if (t === "number") {
			if (v === 0) {
				x.s = 1 / v < 0 ? -1 : 1;
				x.e = 0;
				x.d = [0];
				return;
			}
			if (v < 0) {
				v = -v;
				x.s = -1;
			} else x.s = 1;
			if (v === ~~v && v < 1e7) {
				for (e = 0, i = v; i >= 10; i /= 10) e++;
				if (external) {
					if (e > Decimal.maxE) {
						x.e = NaN;
						x.d = null;
					} else if (e < Decimal.minE) {
						x.e = 0;
						x.d = [0];
					} else {
						x.e = e;
						x.d = [v];
					}
				} else {
					x.e = e;
					x.d = [v];
				}
				return;
			}
			if (v * 0 !== 0) {
				if (!v) x.s = NaN;
				x.e = NaN;
				x.d = null;
				return;
			}
			return parseDecimal(x, v.toString());
		}
		if (t === "string") {
			if ((i = v.charCodeAt(0)) === 45) {
				v = v.slice(1);
				x.s = -1;
			} else {
				if (i === 43) v = v.slice(1);
				x.s = 1;
			}
			return isDecimal.test(v) ? parseDecimal(x, v) : parseOther(x, v);
		}
		if (t === "bigint") {
			if (v < 0) {
				v = -v;
				x.s = -1;
			} else x.s = 1;
			return parseDecimal(x, v.toString());
		}
		throw Error(invalidArgument + v);
	}
	Decimal.prototype = P;
	Decimal.ROUND_UP = 0;
	Decimal.ROUND_DOWN = 1;
	Decimal.ROUND_CEIL = 2;
	Decimal.ROUND_FLOOR = 3;
	Decimal.ROUND_HALF_UP = 4;
	Decimal.ROUND_HALF_DOWN = 5;
	Decimal.ROUND_HALF_EVEN = 6;
	Decimal.ROUND_HALF_CEIL = 7;
	Decimal.ROUND_HALF_FLOOR = 8;
	Decimal.EUCLID = 9;
	Decimal.config = Decimal.set = config;
	Decimal.clone = clone;
	Decimal.isDecimal = isDecimalInstance;
	Decimal.abs = abs;
	Decimal.acos = acos;
	Decimal.acosh = acosh;
	Decimal.add = add;
	Decimal.asin = asin;
	Decimal.asinh = asinh;
	Decimal.atan = atan;
	Decimal.atanh = atanh;
	Decimal.atan2 = atan2;
	Decimal.cbrt = cbrt;
	Decimal.ceil = ceil;
	Decimal.clamp = clamp;
	Decimal.cos = cos;
	Decimal.cosh = cosh;
	Decimal.div = div;
	Decimal.exp = exp;
	Decimal.floor = floor;
	Decimal.hypot = hypot;
	Decimal.ln = ln;
	Decimal.log = log;
	Decimal.log10 = log10;
	Decimal.log2 = log2;
	Decimal.max = max;
	Decimal.min = min;
	Decimal.mod = mod;
	Decimal.mul = mul;
	Decimal.pow = pow;
	Decimal.random = random;
	Decimal.round = round;
	Decimal.sign = sign;
	Decimal.sin = sin;
	Decimal.sinh = sinh;
	Decimal.sqrt = sqrt;
	Decimal.sub = sub;
	Decimal.sum = sum;
	Decimal.tan = tan;
	Decimal.tanh = tanh;
	Decimal.trunc = trunc;
	if (obj === void 0) obj = {};
	if (obj) {
		if (obj.defaults !== true) {
			ps = [
				"precision",
				"rounding",
				"toExpNeg",
				"toExpPos",
				"maxE",
				"minE",
				"modulo",
				"crypto"
			];
			for (i = 0; i < ps.length;) if (!obj.hasOwnProperty(p = ps[i++])) obj[p] = this[p];
		}
	}
	Decimal.config(obj);
	return Decimal;
}
function div(x, y) {
	return new this(x).div(y);
}
function exp(x) {
	return new this(x).exp();
}
function floor(x) {
	return finalise(x = new this(x), x.e + 1, 3);
}
function hypot() {
	var i;
	var n;
	var t = new this(0);
	external = false;
	for (i = 0; i < arguments.length;) {
		n = new this(arguments[i++]);
		if (!n.d) {
			if (n.s) {
				external = true;
				return new this(1 / 0);
			}
			t = n;
		} else if (t.d) t = t.plus(n.times(n));
	}
	external = true;
	return t.sqrt();
}
function isDecimalInstance(obj) {
	return obj instanceof Decimal || obj && obj.toStringTag === tag || false;
}
function ln(x) {
	return new this(x).ln();
}
function log(x, y) {
	return new this(x).log(y);
}
function log2(x) {
	return new this(x).log(2);
}
function log10(x) {
	return new this(x).log(10);
}
function max() {
	return maxOrMin(this, arguments, -1);
}
function min() {
	return maxOrMin(this, arguments, 1);
}
function mod(x, y) {
	return new this(x).mod(y);
}
function mul(x, y) {
	return new this(x).mul(y);
}
function pow(x, y) {
	return new this(x).pow(y);
}
function random(sd) {
	var d;
	var e;
	var k;
	var n;
	var i = 0;
	var r = new this(1);
	var rd = [];
	if (sd === void 0) sd = this.precision;
	else checkInt32(sd, 1, MAX_DIGITS);
	k = Math.ceil(sd / LOG_BASE);
	if (!this.crypto) for (; i < k;) rd[i++] = Math.random() * 1e7 | 0;
	else if (crypto.getRandomValues) {
		d = crypto.getRandomValues(new Uint32Array(k));
		for (; i < k;) {
			n = d[i];
			if (n >= 429e7) d[i] = crypto.getRandomValues(/* @__PURE__ */ new Uint32Array(1))[0];
			else rd[i++] = n % 1e7;
		}
	} else if (crypto.randomBytes) {
		d = crypto.randomBytes(k *= 4);
		for (; i < k;) {
			n = d[i] + (d[i + 1] << 8) + (d[i + 2] << 16) + ((d[i + 3] & 127) << 24);
			if (n >= 214e7) crypto.randomBytes(4).copy(d, i);
			else {
				rd.push(n % 1e7);
				i += 4;
			}
		}
		i = k / 4;
	} else throw Error(cryptoUnavailable);
	k = rd[--i];
	sd %= LOG_BASE;
	if (k && sd) {
		n = mathpow(10, LOG_BASE - sd);
		rd[i] = (k / n | 0) * n;
	}
	for (; rd[i] === 0; i--) rd.pop();
	if (i < 0) {
		e = 0;
		rd = [0];
	} else {
		e = -1;
		for (; rd[0] === 0; e -= LOG_BASE) rd.shift();
		for (k = 1, n = rd[0]; n >= 10; n /= 10) k++;
		if (k < LOG_BASE) e -= LOG_BASE - k;
	}
	r.e = e;
	r.d = rd;
	return r;
}
function round(x) {
	return finalise(x = new this(x), x.e + 1, this.rounding);
}
function sign(x) {
	x = new this(x);
	return x.d ? x.d[0] ? x.s : 0 * x.s : x.s || NaN;
}
function sin(x) {
	return new this(x).sin();
}
function sinh(x) {
	return new this(x).sinh();
}
function sqrt(x) {
	return new this(x).sqrt();
}
function sub(x, y) {
	return new this(x).sub(y);
}
function sum() {
	var i = 0;
	var args = arguments;
	var x = new this(args[i]);
	external = false;
	for (; x.s && ++i < args.length;) x = x.plus(args[i]);
	external = true;
	return finalise(x, this.precision, this.rounding);
}
function tan(x) {
	return new this(x).tan();
}
function tanh(x) {
	return new this(x).tanh();
}
function trunc(x) {
	return finalise(x = new this(x), x.e + 1, 1);
}
P[Symbol.for("nodejs.util.inspect.custom")] = P.toString;
P[Symbol.toStringTag] = "Decimal";
var Decimal = P.constructor = clone(DEFAULTS);
LN10 = new Decimal(LN10);
PI$1 = new Decimal(PI$1);

// src/grading/math/terms/approximate.ts
/** Decimals that are precise enough to distinguish different values within the bounds below. */
const Real = Decimal.clone({
	precision: 100,
	maxE: 9e6,
	minE: -9e6
});
/** Bounds of the numbers that are compared by their digits. Beyond them, a small summand could be lost. */
const LARGEST = new Real("1e30");
const SMALLEST = new Real("1e-30");
/** Upper bound of the rounding error that remains if numbers below 10^30 cancel out. */
const CANCELLED = new Real("1e-62");
const RELATIVE = new Real("1e-60");
const PI = Real.acos(-1);
/**
* Upper bound of the integers that are compared by their digits. Larger integers are compared exactly or not at all,
* because their digits could be just the first digits of another number.
*/
const LONGEST_EXACT = 10n ** 60n;
/** Why there is no value: the point is outside a function's real domain, or the number is undefined or out of bounds. */
var NoValue = class extends Error {
	outsideDomain;
	constructor(outsideDomain) {
		super("no value");
		this.outsideDomain = outsideDomain;
	}
};
const ZERO = new Real(0);
const ONE = new Real(1);
function real(re) {
	return {
		re,
		im: ZERO
	};
}
function magnitude({ re, im }) {
	return im.isZero() ? re.abs() : re.times(re).plus(im.times(im)).sqrt();
}
/** Returns the number unchanged if its size permits a comparison; otherwise throws `NoValue`. */
function bounded(value) {
	const size = magnitude(value);
	if (!size.isFinite() || !size.isZero() && (size.gt(LARGEST) || size.lt(SMALLEST))) throw new NoValue(false);
	return value;
}
/** Replaces a value that is smaller than its rounding errors with 0. */
function settled({ re, im }) {
	return bounded({
		re: re.abs().lt(CANCELLED) ? ZERO : re,
		im: im.abs().lt(CANCELLED) ? ZERO : im
	});
}
function times(a, b) {
	if (a.im.isZero() && b.im.isZero()) return real(a.re.times(b.re));
	return {
		re: a.re.times(b.re).minus(a.im.times(b.im)),
		im: a.re.times(b.im).plus(a.im.times(b.re))
	};
}
function inverse(value) {
	const square = value.re.times(value.re).plus(value.im.times(value.im));
	if (square.isZero()) throw new NoValue(false);
	return {
		re: value.re.div(square),
		im: value.im.neg().div(square)
	};
}
function wholePower(base, exponent) {
	let result = real(ONE);
	let square = exponent < 0 ? inverse(base) : base;
	for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
		if (rest % 2 === 1) result = bounded(times(result, square));
		if (rest > 1) square = bounded(times(square, square));
	}
	return result;
}
function exponential({ re, im }) {
	if (re.abs().gt(70) || im.abs().gt(1e6)) throw new NoValue(false);
	const size = re.exp();
	return im.isZero() ? real(size) : settled({
		re: size.times(im.cos()),
		im: size.times(im.sin())
	});
}
/** The principal branch of the logarithm. */
function naturalLogarithm(value) {
	const size = magnitude(value);
	if (size.isZero()) throw new NoValue(false);
	return settled({
		re: size.ln(),
		im: Real.atan2(value.im, value.re)
	});
}
function isReal(value) {
	return value.im.isZero();
}
function sine(value) {
	return settled(real(onReal(value).sin()));
}
function cosine(value) {
	return settled(real(onReal(value).cos()));
}
function onReal(value) {
	if (!isReal(value) || value.re.abs().gt(1e6)) throw new NoValue(false);
	return value.re;
}
/** Replaces a value that differs from a whole number only by rounding errors with that whole number. */
function settledWhole(value) {
	const whole = value.round();
	return value.minus(whole).abs().lt(RELATIVE) ? whole : value;
}
function within(value, most) {
	if (value.abs().gt(most)) throw new NoValue(true);
	return value;
}
/** Computes a term at a point. */
var Evaluator = class {
	#point;
	/** Whether a root or logarithm of a negative number rules out the point. False if the whole term is constant. */
	#realOnly;
	constructor(point, realOnly) {
		this.#point = point;
		this.#realOnly = realOnly;
	}
	value(term) {
		if (term.kind === "number") return this.#exact(term.value);
		if (term.kind === "symbol") return this.#symbol(term.name);
		const args = term.args.map((arg) => this.value(arg));
		const [first, second] = args;
		if (first === void 0) throw new NoValue(false);
		switch (term.head) {
			case "Add": return settled({
				re: args.reduce((sum, { re }) => sum.plus(re), ZERO),
				im: args.reduce((sum, { im }) => sum.plus(im), ZERO)
			});
			case "Multiply": return args.reduce((product, arg) => bounded(times(product, arg)));
			case "Power": return this.#power(first, second ?? real(ONE));
			case "Root": return this.#root(first, second?.re.toNumber() ?? 2);
			case "Exp": return exponential(first);
			case "Ln": return this.#logarithm(first);
			case "Log": {
				const base = this.#logarithm(second ?? real(new Real(10)));
				return bounded(times(this.#logarithm(first), inverse(base)));
			}
			case "Abs": return real(magnitude(first));
			case "Sin": return sine(first);
			case "Cos": return cosine(first);
			case "Tan": return bounded(times(sine(first), inverse(cosine(first))));
			case "Arcsin": return real(within(onReal(first), 1).asin());
			case "Arccos": return settled(real(within(onReal(first), 1).acos()));
			case "Arctan": return real(onReal(first).atan());
			case "Sinh": return settled(real(within(onReal(first), 70).sinh()));
			case "Cosh": return real(within(onReal(first), 70).cosh());
			case "Tanh": return real(onReal(first).tanh());
			case "Floor": return real(settledWhole(onReal(first)).floor());
			case "Ceil": return real(settledWhole(onReal(first)).ceil());
		}
	}
	#exact({ numerator, denominator }) {
		if ((numerator < 0n ? -numerator : numerator) > LONGEST_EXACT || denominator > LONGEST_EXACT) throw new NoValue(false);
		return bounded(real(new Real(numerator.toString()).div(new Real(denominator.toString()))));
	}
	#symbol(name) {
		if (name === "Pi") return real(PI);
		if (name === "ExponentialE") return real(ONE.exp());
		if (name === "ImaginaryUnit") return {
			re: ZERO,
			im: ONE
		};
		const value = this.#point.get(name);
		if (value === void 0) throw new NoValue(false);
		return this.#exact(value);
	}
	#logarithm(of) {
		if (this.#realOnly && isReal(of) && of.re.isNegative()) throw new NoValue(true);
		return naturalLogarithm(of);
	}
	/** The real root of a real number if it has one, otherwise the principal root. */
	#root(of, degree) {
		if (isReal(of)) {
			if (of.re.isZero()) return of;
			const size = of.re.abs();
			const root = degree === 2 ? size.sqrt() : degree === 3 ? size.cbrt() : size.pow(ONE.div(degree));
			if (of.re.isPositive()) return real(root);
			if (degree % 2 === 1) return real(root.neg());
			if (this.#realOnly) throw new NoValue(true);
			if (degree === 2) return {
				re: ZERO,
				im: root
			};
		}
		return exponential(times(naturalLogarithm(of), real(ONE.div(degree))));
	}
	#power(base, exponent) {
		if (isReal(exponent) && exponent.re.isInteger() && exponent.re.abs().lt(1e4)) return wholePower(base, exponent.re.toNumber());
		if (magnitude(base).isZero()) {
			if (isReal(exponent) && exponent.re.isPositive()) return base;
			throw new NoValue(false);
		}
		return bounded(exponential(times(exponent, this.#logarithm(base))));
	}
};
/**
* The value of a term at a point, computed with 100 digits. A root or logarithm of a negative number is outside the domain
* if `realOnly` is set, and complex otherwise.
*
* @throws NoValue if there is no value, or if an intermediate number is beyond 10^±30
*/
function approximate(term, point, realOnly) {
	return new Evaluator(point, realOnly).value(term);
}

// src/grading/math/same/agreement.ts
/** The relative tolerance for values computed from large numbers. */
const ROUGHLY = new Real("1e-30");
function isZero(value) {
	return magnitude(value).isZero();
}
/** Whether two values agree to 60 digits if `isExact`, or otherwise to 30. */
function agree(a, b, isExact) {
	const distance = magnitude({
		re: a.re.minus(b.re),
		im: a.im.minus(b.im)
	});
	const size = Real.max(magnitude(a), magnitude(b));
	return distance.lte(size.times(isExact ? RELATIVE : ROUGHLY));
}
/** Whether two real values differ by at most the tolerance. */
function isNear(a, b, tolerance) {
	const most = new Real(tolerance.numerator.toString()).div(new Real(tolerance.denominator.toString()));
	return magnitude({
		re: a.re.minus(b.re),
		im: a.im.minus(b.im)
	}).lte(most);
}
/** The quotient of two values; undefined if one is 0. */
function ratio(a, b) {
	return isZero(a) || isZero(b) ? void 0 : times(a, inverse(b));
}

// src/grading/math/same/sample-points.ts
/** The sign of a symbol at each small point, as a function of the symbol's hash. */
const SIGNS$1 = [
	() => 1n,
	() => 1n,
	() => -1n,
	(hash) => hash % 2 === 0 ? 1n : -1n,
	(hash) => hash % 2 === 0 ? -1n : 1n
];
const SMALL_POINTS = SIGNS$1.length;
/** Bounds of the symbols at the large points, as powers of ten. Each bound is used for some of the points. */
const LARGE = [
	1,
	2,
	3,
	5,
	7
];
const LARGE_POINTS = 3 * LARGE.length;
/**
* Number of grid points, from −12 to 12 in steps of a half. Every symbol takes each of these values, in its own order.
*/
const GRID_POINTS = 49;
const ALL_POINTS = SMALL_POINTS + LARGE_POINTS + GRID_POINTS;
/** A hash (FNV-1a) from 0 to 2³¹ − 1, which is the same for the same name and point on every machine. */
function hashOf(name, point) {
	let hash = 2166136261 ^ point;
	for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619);
	hash = Math.imul(hash ^ hash >>> 15, 2246822519);
	return (hash ^ hash >>> 13) >>> 1;
}
/** A point whose coordinates are large whole numbers. */
function wholePoint(names, at) {
	return new Map(names.map((name) => [name, {
		numerator: BigInt(hashOf(name, at)),
		denominator: 1n
	}]));
}
function coordinate(name, at) {
	const hash = hashOf(name, at);
	const small = SIGNS$1[at];
	if (small !== void 0) return {
		numerator: small(hash >>> 7) * BigInt(hash % 3001 + 203),
		denominator: 1003n
	};
	const power = LARGE[(at - SMALL_POINTS) % LARGE.length] ?? 1;
	if (at < SMALL_POINTS + LARGE_POINTS) {
		const size = BigInt(hash % 10007 + 1) * 10n ** BigInt(power);
		return {
			numerator: (hash >>> 14) % 2 === 0 ? size : -size,
			denominator: 10009n
		};
	}
	const step = hashOf(name, ALL_POINTS) % 6 + 1 + 7 * (hashOf(name, ALL_POINTS + 1) % 7);
	const place = (hashOf(name, ALL_POINTS + 2) + step * (at - SMALL_POINTS)) % GRID_POINTS;
	return {
		numerator: BigInt(place - 24),
		denominator: 2n
	};
}
/**
* A point with real coordinates. At the small points, the absolute values of the symbols are between 0.2 and 3.2. Large
* points follow, and then a grid.
*/
function realPoint(names, at) {
	return new Map(names.map((name) => [name, coordinate(name, at)]));
}

// src/grading/math/same/same-value.ts
const CONSTANTS = /* @__PURE__ */ new Set([
	"Pi",
	"ExponentialE",
	"ImaginaryUnit"
]);
function addSymbols(term, names) {
	if (term.kind === "symbol" && !CONSTANTS.has(term.name)) names.add(term.name);
	if (term.kind === "call") for (const arg of term.args) addSymbols(arg, names);
}
/** The symbols of the terms, without constants, sorted. */
function symbolsOf(...terms) {
	const names = /* @__PURE__ */ new Set();
	for (const term of terms) addSymbols(term, names);
	return [...names].sort();
}
/**
* The exact value of a term made up of sums, products and integer powers; undefined for any other term, and for a division
* by 0.
*/
function exactValue(term, point) {
	if (term.kind === "number") return term.value;
	if (term.kind === "symbol") return point.get(term.name);
	if (term.head === "Power") {
		const [base, exponent] = term.args;
		if (base === void 0 || exponent?.kind !== "number" || exponent.value.denominator !== 1n) return void 0;
		const value = exactValue(base, point);
		return value && power(value, exponent.value.numerator);
	}
	if (term.head !== "Add" && term.head !== "Multiply") return void 0;
	const together = term.head === "Add" ? sum$1 : product$1;
	let total;
	for (const arg of term.args) {
		const value = exactValue(arg, point);
		if (value === void 0) return void 0;
		total = total === void 0 ? value : reduced(together(total, value));
	}
	return total;
}
function isSame(a, b) {
	return a.numerator * b.denominator === b.numerator * a.denominator;
}
/**
* Compares two terms exactly, at two points with whole coordinates. Two points suffice, because the coordinates are
* large compared with the degree of any term that is computed. Undefined if there is no exact value.
*/
function sameExactly(a, b, names) {
	for (const at of [0, 1]) {
		const point = wholePoint(names, at);
		const [ofA, ofB] = [exactValue(a, point), exactValue(b, point)];
		if (ofA === void 0 || ofB === void 0) return void 0;
		if (!isSame(ofA, ofB)) return false;
	}
	return true;
}
/** Caches computed values for as long as their term is alive, because the right answer is compared with many answers. */
const computed = /* @__PURE__ */ new WeakMap();
/** A term's value at one of the real points, or why there is no value. */
function valueAt(term, at, realOnly) {
	const ofTerm = computed.get(term) ?? /* @__PURE__ */ new Map();
	computed.set(term, ofTerm);
	const place = `${at} ${realOnly}`;
	let value = ofTerm.get(place);
	if (value === void 0) {
		try {
			value = approximate(term, realPoint(symbolsOf(term), at), realOnly);
		} catch (error) {
			if (!(error instanceof NoValue)) throw error;
			value = error;
		}
		ofTerm.set(place, value);
	}
	return value;
}
/** Piecewise functions: two such functions may agree at all small numbers and still differ elsewhere. */
const IN_PIECES = /* @__PURE__ */ new Set([
	"Abs",
	"Floor",
	"Ceil",
	"Root",
	"Arcsin",
	"Arccos",
	"Arctan"
]);
/** Functions that are fast to compute. */
const CHEAP = /* @__PURE__ */ new Set([
	"Add",
	"Multiply",
	"Abs",
	"Floor",
	"Ceil",
	"Root",
	"Power"
]);
/**
* Maximum number of evaluations of slow functions. At least `FEWEST_LARGE` large points are always checked, even beyond
* this limit.
*/
const MOST_VALUES = 400;
const FEWEST_LARGE = 12;
function* headsOf(term) {
	if (term.kind !== "call") return;
	yield term.head;
	for (const arg of term.args) yield* headsOf(arg);
}
function pointsFor(a, b) {
	const heads = [...headsOf(a), ...headsOf(b)];
	if (!heads.some((head) => IN_PIECES.has(head))) return SMALL_POINTS;
	const slow = heads.filter((head) => !CHEAP.has(head)).length;
	const more = slow === 0 ? ALL_POINTS : Math.max(FEWEST_LARGE, Math.floor(MOST_VALUES / slow));
	return Math.min(ALL_POINTS, SMALL_POINTS + more);
}
/** The values of both terms at every point at which both have a value. */
function* commonValues(a, b, points, realOnly) {
	for (let at = 0; at < points; at++) {
		const ofA = valueAt(a, at, realOnly);
		if (ofA instanceof NoValue) continue;
		const ofB = valueAt(b, at, realOnly);
		if (!(ofB instanceof NoValue)) yield {
			values: [ofA, ofB],
			isSmall: at < SMALL_POINTS
		};
	}
}
/** Minimum number of small points at which terms with symbols must be compared to reach a decision. */
const FEWEST_POINTS = 2;
/**
* Whether a relation holds at all points at which both terms have values; undefined if there are too few small points.
* At the other points, larger errors are tolerated.
*/
function holds(a, b, relation) {
	const constant = symbolsOf(a, b).length === 0;
	const all = constant ? 1 : pointsFor(a, b);
	for (const realOnly of constant ? [false] : [true, false]) {
		let points = 0;
		for (const { values, isSmall } of commonValues(a, b, all, realOnly)) {
			if (!relation(values, isSmall)) return false;
			if (isSmall) points++;
		}
		if (points >= (constant ? 1 : FEWEST_POINTS)) return true;
	}
}
/**
* Whether two terms have the same value. Numbers, polynomials and their quotients are compared exactly. Other terms are
* compared to 60 digits, at points at which both terms are defined over the reals. These points depend only on the
* symbols' names, and include both signs of every symbol (|x| is not x). If the comparison is inconclusive, terms count
* as different unless they are written alike.
*/
function sameValue(a, b) {
	if (a.key === b.key) return true;
	if (a.kind === "number" && b.kind === "number") return false;
	return sameExactly(a, b, symbolsOf(a, b)) ?? holds(a, b, ([ofA, ofB], isSmall) => agree(ofA, ofB, isSmall)) ?? false;
}
/** Whether two terms without symbols differ by at most the tolerance. */
function nearValue(a, b, tolerance) {
	if (tolerance.numerator === 0n || symbolsOf(a, b).length > 0) return false;
	return holds(a, b, ([ofA, ofB]) => isNear(ofA, ofB, tolerance)) ?? false;
}
/** The sign of a real number without symbols; undefined if the number has no value, or no real value. */
function signOf(term) {
	if (term.kind === "number") return term.value.numerator < 0n ? -1 : term.value.numerator > 0n ? 1 : 0;
	if (symbolsOf(term).length > 0) return void 0;
	const value = valueAt(term, 0, false);
	if (value instanceof NoValue || !value.im.isZero()) return void 0;
	if (value.re.isZero()) return 0;
	return value.re.isNegative() ? -1 : 1;
}
/**
* Whether one term is a nonzero multiple of the other, so that both are 0 for the same values of their symbols. With
* `positive`, the factor must be above 0, so that both are also above 0 for the same values.
*/
function proportional(a, b, positive = false) {
	if (a.key === b.key) return true;
	let first;
	return (holds(a, b, ([ofA, ofB], isSmall) => {
		if (isZero(ofA) && isZero(ofB)) return true;
		const quotient = ratio(ofA, ofB);
		if (quotient === void 0 || positive && (!quotient.im.isZero() || !quotient.re.isPositive())) return false;
		first ??= quotient;
		return agree(first, quotient, isSmall);
	}) ?? false) && first !== void 0;
}

// src/grading/math/read/read-relation.ts
const SUBSCRIPT = String.raw`_(?:\{[^{}]*\}|\\?[a-zA-Z0-9]+)`;
const MARKED = String.raw`\\(?:overline|overrightarrow|vec|hat|widehat|bar|tilde)\s?\{[^{}]*\}`;
/**
* Matches anything that can have a value: names with subscripts, words, `f(x)`, `|z|`, `(x, y)`, `\angle ABC`, a
* derivative.
*/
const NAME = new RegExp(String.raw`^(?:\\text\{[^{}]*\}|${MARKED}|\\frac\{d[^{}]{0,6}\}\{d[a-z]\}|\\?[a-zA-Z]+(?:${SUBSCRIPT})?'*(?:\^\{?-1\}?)?(?:\([^()]*\))?|\|[a-zA-Z]\||\([a-zA-Z](?:${SUBSCRIPT})?(?:, ?[a-zA-Z](?:${SUBSCRIPT})?)*\)| |:)+$`);
const OPERATORS = /\\(?:sin|cos|tan|ln|log|exp|frac|sqrt|infty|pi|le|ge|in|cdot|times)(?![a-zA-Z])/;
function isName$1(latex) {
	return NAME.test(latex) && !OPERATORS.test(latex.replace(/^\\frac\{d/, ""));
}
__name(isName$1, "isName");
function nameOf(latex) {
	return wordsFree(latex).replaceAll(/\\text|[\s{}]/g, "");
}
function wordsFree(latex) {
	return /^\s*\\text\{([^{}]*)\}\s*$/.exec(latex)?.[1] === void 0 ? latex : wordsOf(latex).replaceAll(" ", "_");
}
const SIGNS = {
	"=": {
		sign: "=",
		falling: false
	},
	"<": {
		sign: "<",
		falling: false
	},
	">": {
		sign: "<",
		falling: true
	},
	"\\le": {
		sign: "≤",
		falling: false
	},
	"\\ge": {
		sign: "≤",
		falling: true
	},
	"\\ne": {
		sign: "≠",
		falling: false
	}
};
/** Assigns a value to a name. `(p, q) = (2, 5)` assigns a value to each name. */
function named(name, value) {
	const names = bracketedBy(name.trim());
	const parts = names === void 0 ? [] : splitAtTop(names.inner, (token) => token === ",").parts;
	if (parts.length > 1 && value.kind === "tuple" && value.parts.length === parts.length) return {
		kind: "several",
		isSet: false,
		join: "comma",
		parts: value.parts.map((part, at) => ({
			kind: "named",
			name: nameOf(parts[at] ?? ""),
			value: part
		}))
	};
	return {
		kind: "named",
		name: nameOf(name),
		value
	};
}
function readEquation(parts, read) {
	const [left = "", ...others] = parts;
	const last = others.at(-1) ?? "";
	if (left === "" || last === "") return unreadable$1("one side of an equation is missing");
	const names = parts.slice(0, -1);
	if (names.length > 1 && names.every((part) => /^[a-zA-Z]$/.test(part)) && !/^[a-zA-Z]$/.test(last)) {
		const value = read(last);
		return {
			kind: "several",
			isSet: false,
			join: "comma",
			parts: names.map((name) => ({
				kind: "named",
				name,
				value
			}))
		};
	}
	if (isName$1(left)) return named(left, read(last));
	if (others.length === 1 && isName$1(last) && !/^[ei]$/.test(last)) {
		const value = read(left);
		if (value.kind === "value" && symbolsOf(value.term).length === 0) return named(last, value);
	}
	const [leftTerm, rightTerm] = [readTerm(left), readTerm(last)];
	if (leftTerm === void 0 || rightTerm === void 0) {
		const [first, end] = [read(left), read(last)];
		return (left.includes("\\text") || first.kind !== "unreadable" && !/[a-zA-Z]/.test(left.replaceAll(/\\[a-zA-Z]+/g, ""))) && end.kind !== "unreadable" ? end : unreadable$1("a side of its equation cannot be read");
	}
	if (leftTerm.kind === "symbol" && /^(?:Integrate|Sum|Product|Limit|D)\[/.test(leftTerm.name)) return read(last);
	return symbolsOf(leftTerm, rightTerm).filter((name) => name !== "ContinuationPlaceholder").length === 0 || sameValue(leftTerm, rightTerm) ? read(last) : {
		kind: "equation",
		left: leftTerm,
		right: rightTerm
	};
}
/** An equation, an inequality or a chain of inequalities; undefined if there is no relation sign. */
function readRelation(latex, read) {
	const { parts, tokens } = splitAtTop(latex, (token) => Object.hasOwn(SIGNS, token));
	const relations = tokens.flatMap((token) => SIGNS[token] ?? []);
	if (relations.length === 0) return void 0;
	if (relations.every(({ sign }) => sign === "=")) return readEquation(parts, read);
	const ordered = relations.filter(({ sign }) => sign === "<" || sign === "≤");
	const oneWay = ordered.every(({ falling }) => falling === ordered[0]?.falling);
	const signs = relations.flatMap(({ sign }) => sign === "=" ? [] : [sign]);
	if (signs.length < relations.length || !oneWay || signs.includes("≠") && signs.length > 1) return unreadable$1("its chain of relations has signs in different directions");
	if (parts.includes("")) return unreadable$1("one side of an inequality is missing");
	const sides = parts.map(read);
	return ordered[0]?.falling === true ? {
		kind: "relation",
		sides: sides.toReversed(),
		signs: signs.toReversed()
	} : {
		kind: "relation",
		sides,
		signs
	};
}

// src/grading/math/latex/sentence.ts
/** Splits the text into its words and the math between them. */
function piecesOf(latex) {
	const pieces = [];
	let from = 0;
	const addMath = (to) => {
		const math = latex.slice(from, to).trim();
		if (math !== "") pieces.push({
			isText: false,
			latex: math
		});
	};
	for (const { token, at } of topLevel(latex) ?? []) {
		if (token !== "\\text" || at < from) continue;
		const end = latex.indexOf("}", at);
		if (end === -1) break;
		addMath(at);
		pieces.push({
			isText: true,
			latex: latex.slice(at + 6, end)
		});
		from = end + 1;
	}
	addMath(latex.length);
	return pieces;
}
const COPULA = /(?:^|\s)(?:is|are|was|were|equals?|becomes|gives|=|:)(?:[\s,]+(?:also|exactly|therefore|thus|simply|just|only|still|equal to|given by|an?|the|about|approximately))*[\s:]*$/i;
/** Matches words that only join their neighbors. */
const CONNECTOR = /^[\s,]*(?:and|or)[\s,]*$/;
/** Matches single words that introduce an answer. Any other word is part of a name, as in `June 20`. */
const INTRODUCTION = /^(?:so|thus|hence|therefore|answer|result|value|total|sum|product|only|exactly|approximately|about|around|roughly|nearly|all|get|got|finally|then|and|profit|area|volume|length|width|height|perimeter|probability|number|count|time|distance|speed|cost|price|age)$/i;
const HAS_VALUE = /[\p{L}\p{N}\\]/u;
function together(pieces) {
	return pieces.map(({ isText, latex }) => isText ? `\\text{${latex}}` : latex).join(" ");
}
function isName(math) {
	return /^\\?[a-zA-Z]+$/.test(math);
}
/**
* The value that a sentence gives: the part after its verb, or after its introductory words. `unclear` if the sentence
* denies something, gives a bound, or has several values; `named` if its words and numbers form one name, as in `June 20`;
* undefined if it is not a sentence.
*/
function statedIn(latex) {
	const pieces = piecesOf(latex);
	const words = pieces.filter(({ isText, latex: text }) => isText && !CONNECTOR.test(text));
	const values = pieces.filter(({ isText, latex: math }) => !isText && HAS_VALUE.test(math));
	if (words.length === 0 || values.length === 0) return void 0;
	const said = words.map(({ latex: text }) => text).join(" ");
	if (isNegated(said) || changesNumber(said)) return "unclear";
	const verbs = pieces.flatMap(({ isText, latex: text }, at) => isText && COPULA.test(text) && at + 1 < pieces.length ? [at] : []);
	const last = verbs.at(-1);
	if (last !== void 0) {
		const earlier = verbs.slice(0, -1).map((at) => pieces[at + 1]?.latex ?? "");
		const rest = together(pieces.slice(last + 1));
		return earlier.every((math) => math === pieces[last + 1]?.latex || isName(math)) ? { value: rest } : "unclear";
	}
	const [first, second] = pieces;
	if (first?.isText !== true || CONNECTOR.test(first.latex) || second === void 0) return void 0;
	if (/^[=<>:]|^\\(?:le|ge|ne|in)(?![a-zA-Z])/.test(second.latex) && first.latex.trim().split(" ").length <= 4) return second.latex.startsWith(":") ? { value: together(pieces.slice(1)).replace(/^[\s:]+/, "") } : void 0;
	const introduction = first.latex.trim().replace(/[\s,.:]+$/, "");
	const isChoice = /^(?:option|choice)$/i.test(introduction) && /^[A-Z]$/.test(second.latex);
	if (!/\s/.test(introduction) && !INTRODUCTION.test(introduction) && !isChoice && !/^[:,=]/.test(second.latex)) return "named";
	return { value: together(pieces.slice(1)).replace(/^[\s:,=]+/, "") };
}

// src/grading/math/read/read-value.ts
const PERCENT = /^(.+?)\s?(?:\\%|\\text\{\s*(?:percent|pct|percentage points?)\.?\s*\})\s*(?:\\text\{[^{}]*\})?$/;
/** Matches a number and its unit in words, powers and divisions: `5 \text{ cm}^2`, `3 \text{km}/\text{h}`. */
const MEASURED = /^(.*?[\d})\]a-zA-Z!])\s?(\\text\{[^{}]*\}(?:\\text\{[^{}]*\}|\^\{?-?[1-3]\}?|\/\s?[a-zA-Z]+(?![a-zA-Z{])|[\s/.,]|\\cdot)*)$/;
/** Matches a remainder with its modulus: `3 \pmod 7`. */
const REMAINDER = /^(.*?)\s*\(?\s*\\(?:p?mod|bmod)\s*(?:\{\s*(\w+)\s*\}|(\w+))\s*\)?$/;
const FRACTION_OF_UNITS = /\\frac\s?\{\s?\\text\{([^{}]*)\}\s?\}\s?\{\s?\\text\{([^{}]*)\}\s?\}/g;
/** Matches square brackets around a sum, which group it as parentheses do. */
const GROUP = /(?<!\\sqrt\s?)\[([^[\],]*[+-][^[\],]*)\]/g;
/** Matches two numbers with only a space between them, such as `12 13`, which the parser would read as 1213. */
const TWO_NUMBERS = /^[-+\d. ]*\d \d[\d. ]*$/;
/** Matches a value in degrees, but not a trigonometric function with degrees at its end, which belong to its argument. */
const DEGREES = /^(?!.*\\(?:sin|cos|tan|cot|sec|csc)(?![a-zA-Z]))([^a-zA-Z]*|.*\\pi.*|[^a-zA-Z]*\\(?:frac|sqrt).*)\^\\circ\s*(?:([CF])|\\text\{\s*([CF])\s*\})?$/;
const BASE = /^[({]?\s*([0-9A-Fa-f][0-9A-Fa-f ]*)\s*[)}]?\s*(?:_\s?\{?\s*\(?\s*(?:\\text\{\s*)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen)\s*\}?\s*\)?\s*\}?|\\text\{\s*\(?(?:in )?base\s*\}\s*(\d{1,2})\)?)$/;
const TIME = /^\d{1,2}(?::\d{2}){0,2}\s?(?:\\text\{\s*[ap]\.?\s?m\.?\s*\}|[ap]\.?\s?m\.?)\s*(?:\\text\{[^{}]*\})?$/i;
/** The reason for not reading times with am or pm: this grader cannot determine which spellings of a time are equal. */
const TIME_OF_DAY = "it is a time of day";
/**
* Names of fractions, as in `3 tenths`. Halves and quarters are not included, because they can also be things that are
* counted.
*/
const PARTS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth sixteenth twentieth hundredth thousandth millionth";
const PARTS_OF = [
	3,
	4,
	5,
	6,
	7,
	8,
	9,
	10,
	11,
	12,
	16,
	20,
	100,
	1e3,
	1e6
];
const SMALL_MULTIPLIERS = new Map([
	["lakh", integer(1e5)],
	["crore", integer(1e7)],
	...PARTS.split(" ").map((part, at) => [part, number({
		numerator: 1n,
		denominator: BigInt(PARTS_OF[at] ?? 1)
	})])
]);
/** Matches words that may or may not multiply a number: `5 pairs` are 5 or 10. */
const UNCLEAR = /^(?:scores?|pairs?|couples?|gross|pi|roots?|times (?:as|more|less|larger|greater|bigger|smaller|faster|longer|the)|\(?in (?:tens|hundreds|thousands|millions|billions))(?![a-z])/i;
const BASE_NAMES = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/**
* Reads a numeral in another base. The numeral stays in that base: a question that asks for 1011 in base 2 does not ask
* for 11.
*/
function baseNumeral(latex) {
	const match = BASE.exec(latex);
	if (match === null) return void 0;
	const [, written = "", subscript, base = subscript ?? ""] = match;
	const named = BASE_NAMES.indexOf(base);
	const radix = base === "sixteen" ? 16 : named === -1 ? Number(base) : named;
	const digits = written.replaceAll(" ", "").toUpperCase();
	if (!(radix >= 2 && radix <= 36 && digits.split("").every((digit) => Number.parseInt(digit, 36) < radix)) || !/\d/.test(digits)) return void 0;
	return radix === 10 ? integer(BigInt(digits)) : symbol(`${digits.replace(/^0+(?=.)/, "")} in base ${radix}`);
}
function unitWords(suffix) {
	return suffix.replaceAll(/\\text\{([^{}]*)\}/g, " $1 ").replaceAll(/\\cdot|[,]/g, " ").replaceAll(/\s*\/\s*/g, "/").replaceAll(/\s+(?=\^)|[{}]/g, "").replaceAll(/\s+/g, " ").trim();
}
/** The number or expression before a unit; undefined if it cannot be read. */
function termOf(latex) {
	if (latex.includes("\\text") || TWO_NUMBERS.test(latex)) return void 0;
	return readTerm(latex.replaceAll(GROUP, "($1)"));
}
/** Reduces a number by its modulus: `17 \pmod 5` is 2. A number smaller than the modulus is unchanged. */
function reducedTerm(term, modulus) {
	if (term.kind !== "number" || term.value.denominator !== 1n || !/^[1-9]\d*$/.test(modulus)) return term;
	const [value, size] = [term.value.numerator, BigInt(modulus)];
	return value < size && -value < size ? term : integer((value % size + size) % size);
}
/**
* Reads a number or expression, together with its unit, percent sign, base, or words for what is counted. Also reads
* words without a number.
*/
function readValue(written) {
	if (written === "") return unreadable$1("it is empty");
	const latex = written.replaceAll(FRACTION_OF_UNITS, "\\text{$1}/\\text{$2}");
	const pieces = piecesOf(latex);
	if (pieces.every(({ isText, latex: piece }) => isText || /^[\s.,'"()!?-]*$/.test(piece))) return wordsAnswer(latex);
	if (TIME.test(latex)) return unreadable$1(TIME_OF_DAY);
	const based = baseNumeral(latex);
	if (based !== void 0) return {
		kind: "value",
		term: based,
		unit: void 0,
		percent: false
	};
	const remainder = REMAINDER.exec(latex);
	if (remainder !== null) {
		const [, of = "", braced, modulus = braced ?? ""] = remainder;
		const read = readValue(of);
		return read.kind === "value" ? {
			...read,
			term: reducedTerm(read.term, modulus),
			unit: `mod ${modulus}`
		} : read;
	}
	const percent = PERCENT.exec(latex);
	const degrees = DEGREES.exec(latex);
	const measured = percent === null && degrees === null ? MEASURED.exec(latex) : null;
	const words = unitWords(measured?.[2] ?? "");
	const term = termOf((percent?.[1] ?? degrees?.[1] ?? measured?.[1] ?? latex).trim());
	if (term === void 0) {
		const several = latex.includes("\\text") && pieces.filter(({ isText }) => !isText).length > 1;
		return unreadable$1(several ? "it states several values" : `it cannot be read as a formula: ${wordsOf(latex)}`);
	}
	if (UNCLEAR.test(words)) return unreadable$1(`the meaning of its words is unclear: ${words}`);
	const [first = "", ...others] = words.split(" ");
	const factor = multiplierOf(words) ?? SMALL_MULTIPLIERS.get(first.toLowerCase().replace(/s$/, ""));
	const counted = factor === void 0 ? words : others.join(" ");
	const unit = degrees === null ? canonicalUnit(counted) : `degree${degrees[2] ?? degrees[3] ?? ""}`;
	return {
		kind: "value",
		term: factor === void 0 ? term : multiply([factor, term]),
		unit,
		percent: percent !== null,
		counted: unit === void 0 && counted !== "" ? counted : void 0
	};
}

// src/grading/math/read/read-answer.ts
/** Maximum number of `±` signs in a value. Values with more signs are not read. */
const MOST_SIGNS = 4;
/** Maximum nesting depth of lists. Deeper lists are not read. */
const MAX_NESTING = 6;
const CONNECTED = /\s*,?\s*\\text\{\s*,?\s*(?:and|or)\s*,?\s*\}\s*/g;
const OR = /\s*,?\s*\\text\{\s*or\s*\}\s*/;
/** Matches logical signs, which mean `and` and `or` between relations and are operators elsewhere. */
const LOGICAL = /\\(lor|vee|land|wedge)(?![a-zA-Z])/g;
const RELATION = /[=<>]|\\(?:le|ge|ne)(?![a-zA-Z])/;
/** Matches words that end in "and" or "or", as in `5 \text{ papers and } 2 \text{ bins}`. */
const WORDS_AND = /(\\text\{[^{}]*[^\s{},])\s+(and|or)\s*\}/g;
const ONLY_WORDS = /^(?:\\text\{[^{}]*\}|[\s.,;:'"()!?-])+$/;
/** Matches a condition that restricts a symbol of the expression before it: `k \in \mathbb{Z}`. */
const CONDITION = /^(?:\\text\{\s*(?:where|for|with)[^{}]*\}\s*)?\\?[a-zA-Z]+\s*\\in\s*(?:\\mathbb\s?\{[ZNR]\}|\\text\{[^{}]*\})\S*$|^\\text\{\s*(?:where|for any|for all|for some|with)\b[^{}]*\}.*$/;
const POINT_WITH_SIGNS = /^\(.*,.*\\(?:pm|mp)(?![a-zA-Z])|^\(.*\\(?:pm|mp)(?![a-zA-Z]).*,/;
/** A condition on a letter of the formula before it, in words or in brackets: `2n \text{ for } n \ge 1`. */
const CONDITIONS = [/^(.*?\S)\s*,?\s*\\text\{\s*(?:for|where|with)(?: (?:all|any|every|each|some))?\s*\}\s*(([a-zA-Z])\s*(?:\\(?:in|ne|ge|le)(?![a-zA-Z])|[<>])[^<>]*)$/, /^(.*?\S)\s*\((([a-zA-Z])\s*(?:\\(?:in|ne|ge|le)(?![a-zA-Z])|[<>])[^()]*)\)$/];
/** Replaces the words or brackets around a condition with a comma before it. */
function withPlainCondition(latex) {
	for (const pattern of CONDITIONS) {
		const [, formula = "", condition = "", letter = ""] = pattern.exec(latex) ?? [];
		if (letter !== "" && formula.replaceAll(/\\[a-zA-Z]+/g, " ").includes(letter) && !formula.includes("\\text") && !condition.includes("\\text")) return `${formula.replace(/,$/, "")}, ${condition}`;
	}
	return latex;
}
/** Matches a clause or a bracket that explains the answer before it. */
const EXPLANATION = /(?<=\S)(?:,\s*|\s+)\\text\{\s*(?:which|where|as|since|because|when|representing|rounded|meaning|assuming|i\.e)\b.*$|(?<=\S)\s+\(\s*\\text\{(?!\s*(?:not|and)\b)[^{}]*\}[^()]*\)\s*$/s;
/** Matches a percentage in brackets that repeats the value before it: `\frac14\ (25\%)`. */
const IN_PERCENT = /(?<=[\w})])\s*\((?:\\text\{\s*or\s*\}|≈)?\s*(\d[\d.]*\s?\\%)\s*\)$/;
const IMPLIES = /^\\(?:implies|Rightarrow|Longrightarrow|Leftrightarrow|iff)$/;
/** Removes a name's subscript: `x_1` and `x_2` are values of the same x, whereas `p` and `q` are different things. */
function stemOf(name) {
	return name.replace(/_.*$/, "");
}
function isUnordered(part) {
	return part.kind === "several" && part.join === "or" && !part.isSet;
}
/** Flattens a list: two values in one part, as in `1 \pm 2`, become two parts of the whole. */
function flat(parts, isSet, join) {
	const hasNested = parts.some(isUnordered);
	const all = parts.flatMap((part) => isUnordered(part) ? part.parts : [part]);
	return {
		kind: "several",
		isSet,
		join: hasNested ? "or" : join,
		parts: all
	};
}
/**
* Creates a list of values. If all values have the same name, as in `x = 1, x = 2` or `a = 4, -8`, the values are the
* solutions for that name.
*/
function listOf(parts, isSet, join) {
	const [first] = parts;
	const named = parts.filter((part) => part.kind === "named");
	const stems = new Set(named.map(({ name }) => stemOf(name)));
	if (first?.kind === "named" && parts.length > 1 && (named.length === 1 || stems.size === 1)) {
		const values = parts.map((part) => part.kind === "named" ? part.value : part);
		if (named.length === parts.length || values.every(({ kind }) => kind !== "relation")) return {
			kind: "named",
			name: stemOf(first.name),
			value: flat(values, false, "or")
		};
	}
	return flat(parts, isSet, join);
}
var Reader = class Reader {
	#depth;
	constructor(depth) {
		this.#depth = depth;
	}
	read = (part) => new Reader(this.#depth + 1).answer(part.trim());
	answer(latex) {
		if (this.#depth > MAX_NESTING) return unreadable$1("its lists are nested too deeply");
		const text = withPlainCondition(withoutAlignment(latex)).replace(IN_PERCENT, "≈$1");
		const label = /^\\text\{\(([A-Z])\)\}\s*(\S.*)$/s.exec(text);
		if (label !== null) return {
			kind: "labelled",
			label: label[1] ?? "",
			value: this.read(label[2] ?? "")
		};
		if (ONLY_WORDS.test(text) && text.includes("\\text") || /^[A-Z]{2,}$/.test(text)) return wordsAnswer(text);
		const explained = text.replace(EXPLANATION, "");
		if (explained !== text && explained !== "") return this.read(explained);
		const { parts: steps } = splitAtTop(text, (token) => IMPLIES.test(token));
		const conclusion = steps.at(-1) ?? "";
		if (steps.length > 1 && conclusion !== "" && RELATION.test(steps[0] ?? "")) return this.read(conclusion);
		const stated = statedIn(text);
		if (stated === "unclear") return unreadable$1("its sentence does not state exactly one value");
		if (stated === "named") return {
			kind: "words",
			text: wordsOf(text)
		};
		if (stated !== void 0 && stated.value !== text) return this.read(stated.value);
		return this.#groups(text);
	}
	/**
	* Reads a list, which may be a list of points: `p = 5, q = 2; p = 7, q = 2`, or
	* `p = 5, q = 2 \text{ or } p = 7, q = 2`.
	*/
	#groups(text) {
		const cut = splitAtTop(text, (token) => token === ";").parts;
		const alternatives = text.split(OR);
		const groups = (alternatives.length > 1 && alternatives.every((part) => part.includes(",") && part.includes("=")) ? alternatives : cut).filter((part) => part !== "");
		if (groups.length < 2) return this.#list(text);
		return flat(groups.map((group) => {
			const answer = this.read(group);
			return answer.kind === "several" && answer.join === "comma" && !answer.isSet ? {
				kind: "tuple",
				open: "(",
				close: ")",
				parts: answer.parts
			} : answer;
		}), false, "or");
	}
	#list(text) {
		const joined = (RELATION.test(text) ? text.replaceAll(LOGICAL, (_, sign) => /[lv]or|vee/.test(sign) ? "\\text{or}" : "\\text{and}") : text).replaceAll(WORDS_AND, "$1} \\text{$2}");
		const listed = joined.replaceAll(CONNECTED, ", ");
		const [first = "", ...rest] = splitAtTop(listed, (token) => token === ",").parts.filter((part) => part !== "");
		const isExpression = !/[<>]|\\(?:le|ge|ne)(?![a-zA-Z])/.test(first);
		const others = rest.filter((part) => !(isExpression && CONDITION.test(part)));
		if (others.length === 0) return this.#single(first);
		const all = [first, ...others];
		if (others.some((part) => part.startsWith("\\text{") && statedIn(part) !== void 0)) return unreadable$1("it states several values");
		const join = listed === joined ? "comma" : /\bor\b/.test(joined) ? "or" : "and";
		return listOf(all.map(this.read), false, join);
	}
	#set = (parts) => listOf(parts.map(this.read), true, "comma");
	#single(latex) {
		const [exact = "", ...approximations] = splitAtTop(latex, (token) => token === "≈").parts;
		if (approximations.length > 0) {
			if (!this.#isRounded(exact, approximations)) return unreadable$1("its approximation does not equal its exact value");
			return this.read(isName$1(exact) ? `${exact} = ${approximations[0] ?? ""}` : exact);
		}
		const [of = "", ...within] = splitAtTop(latex, (token) => token === "\\in").parts;
		if (within.length === 1 && isName$1(of)) return this.read(within[0] ?? "");
		return readRelation(latex, this.read) ?? readMatrix(latex, this.read) ?? this.#combined(latex, "\\cup", "∪") ?? this.#combined(latex, "\\cap", "∩") ?? this.#combined(latex, "\\setminus", "∖") ?? this.#pointsWithSigns(latex) ?? readBracketed(latex, this.read, this.#set) ?? this.#ratio(latex) ?? this.#plusMinus(latex) ?? readValue(latex);
	}
	/** Whether a number and its approximation differ by at most one unit of the last digit. */
	#isRounded(exact, approximations) {
		if (!/\d/.test(exact)) return true;
		return approximations.every((approximation) => {
			const [, whole, zeros = "", places] = /^-?(\d*?)(0*)(?:\.(\d+))?$/.exec(approximation) ?? [];
			if (whole === void 0) return true;
			const [value, about] = [this.read(exact), this.read(approximation)];
			if (value.kind !== "value" || about.kind !== "value" || value.percent || value.unit !== void 0) return true;
			if (symbolsOf(value.term).length > 0) return true;
			const tolerance = {
				numerator: 99n * (places === void 0 ? 10n ** BigInt(zeros.length) : 1n),
				denominator: 100n * 10n ** BigInt(places?.length ?? 0)
			};
			return sameValue(value.term, about.term) || nearValue(value.term, about.term, tolerance);
		});
	}
	#combined(latex, command, operator) {
		const { parts } = splitAtTop(latex, (token) => token === command);
		if (parts.length < 2 || parts.includes("")) return void 0;
		return {
			kind: "combined",
			operator,
			parts: parts.map(this.read)
		};
	}
	#ratio(latex) {
		const { parts } = splitAtTop(latex, (token) => token === ":");
		if (parts.length < 2 || parts.includes("")) return void 0;
		const value = readValue(latex);
		const mayBeTime = /^\d{1,2}:\d{2}(?::\d{2})?$/.test(latex);
		return value.kind === "unreadable" && value.reason === "it is a time of day" ? value : {
			kind: "ratio",
			parts: parts.map(this.read),
			mayBeTime
		};
	}
	/** Reads points with `±` signs: `(\pm 1, 2)` is two points rather than an interval. */
	#pointsWithSigns(latex) {
		const points = POINT_WITH_SIGNS.test(latex) ? this.#plusMinus(latex) : void 0;
		if (points?.kind !== "several") return void 0;
		return {
			...points,
			parts: points.parts.map((part) => part.kind === "tuple" ? {
				...part,
				open: "\\langle",
				close: "\\rangle"
			} : part)
		};
	}
	/**
	* Reads the values in text with `±` signs: `a \pm b` has two values, and `\pm a \pm b` has four. Only `\mp` links its
	* sign to another sign.
	*/
	#plusMinus(latex) {
		const signs = [...latex.matchAll(/\\(?:pm|mp)(?![a-zA-Z])/g)].map(([sign]) => sign);
		if (signs.length === 0) return void 0;
		if (signs.length > 1 && signs.every((sign) => sign === "\\pm")) {
			if (signs.length > MOST_SIGNS) return unreadable$1("it has too many signs");
			return flat(["+", "-"].map((sign) => this.read(latex.replace(/\\pm(?![a-zA-Z])/, sign))), false, "or");
		}
		const signed = (upper, lower) => this.read(latex.replaceAll(/\\pm(?![a-zA-Z])/g, upper).replaceAll(/\\mp(?![a-zA-Z])/g, lower));
		return flat([signed("+", "-"), signed("-", "+")], false, "or");
	}
};
/** Reads an answer in LaTeX or plain text. Returns `unreadable`, with the reason, if the answer cannot be read. */
function readAnswer(latex) {
	return new Reader(0).answer(plainLatex(latex));
}

// src/grading/math/same/comparison.ts
function sameTerm(a, b, { tolerance }) {
	return sameValue(a, b) || nearValue(a, b, tolerance);
}

// src/grading/math/same/intervals.ts
const INFINITE = {
	term: void 0,
	isClosed: false
};
const ALL = [{
	low: INFINITE,
	high: INFINITE
}];
/** Thrown if numbers cannot be ordered and therefore are not a set of real numbers. */
var NotReal = class extends Error {};
function compared$1(a, b) {
	if (sameValue(a, b)) return 0;
	const sign = signOf(add$1([a, negate(b)]));
	if (sign === void 0 || sign === 0) throw new NotReal();
	return sign;
}
__name(compared$1, "compared");
/** Compares where `a` and `b` begin: negative if `a` begins further left, 0 if both begin at the same place. */
function byLow(a, b) {
	if (a.low.term === void 0 || b.low.term === void 0) return Number(a.low.term !== void 0) - Number(b.low.term !== void 0);
	return compared$1(a.low.term, b.low.term) || Number(b.low.isClosed) - Number(a.low.isClosed);
}
function byHigh(a, b) {
	if (a.high.term === void 0 || b.high.term === void 0) return Number(a.high.term === void 0) - Number(b.high.term === void 0);
	return compared$1(a.high.term, b.high.term) || Number(a.high.isClosed) - Number(b.high.isClosed);
}
function touches(left, right) {
	if (left.high.term === void 0 || right.low.term === void 0) return true;
	const order = compared$1(left.high.term, right.low.term);
	return order > 0 || order === 0 && (left.high.isClosed || right.low.isClosed);
}
function united(intervals) {
	const all = [];
	for (const next of intervals.toSorted(byLow)) {
		const last = all.at(-1);
		if (last === void 0 || !touches(last, next)) all.push(next);
		else all[all.length - 1] = {
			low: last.low,
			high: byHigh(last, next) < 0 ? next.high : last.high
		};
	}
	return all;
}
/** The interval between two bounds; undefined if there is nothing between them. */
function between(low, high) {
	if (low.term !== void 0 && high.term !== void 0) {
		const order = compared$1(low.term, high.term);
		if (order > 0 || order === 0 && !(low.isClosed && high.isClosed)) return void 0;
	}
	return {
		low,
		high
	};
}
function intersected(a, b) {
	return a.flatMap((left) => b.flatMap((right) => {
		return between(byLow(left, right) < 0 ? right.low : left.low, byHigh(left, right) < 0 ? left.high : right.high) ?? [];
	}));
}
function complement(intervals) {
	let rest = ALL;
	for (const { low, high } of intervals) {
		const below = low.term && {
			low: INFINITE,
			high: {
				term: low.term,
				isClosed: !low.isClosed
			}
		};
		const above = high.term && {
			low: {
				term: high.term,
				isClosed: !high.isClosed
			},
			high: INFINITE
		};
		rest = intersected(rest, [below, above].flatMap((part) => part ?? []));
	}
	return rest;
}
function sameBound(a, b, sameTerm) {
	if (a.term === void 0 || b.term === void 0) return a.term === b.term;
	return a.isClosed === b.isClosed && sameTerm(a.term, b.term);
}
/** Whether two sets of intervals, each ordered from left to right, contain the same numbers. */
function sameIntervals(a, b, sameTerm) {
	return a.length === b.length && a.every(({ low, high }, at) => {
		const other = b[at];
		return other !== void 0 && sameBound(low, other.low, sameTerm) && sameBound(high, other.high, sameTerm);
	});
}

// src/grading/math/same/real-set.ts
const POSITIVE_INFINITY = symbol("PositiveInfinity").key;
const NEGATIVE_INFINITY = multiply([integer(-1), symbol("PositiveInfinity")]).key;
function numberIn(answer) {
	if (answer.kind !== "value" || answer.percent || symbolsOf(answer.term).length > 0) throw new NotReal();
	return answer.term;
}
function boundOf(answer, isClosed, infinity) {
	if (answer.kind === "value" && answer.term.key === infinity) return INFINITE;
	return {
		term: numberIn(answer),
		isClosed
	};
}
function ofTuple({ open, close, parts }) {
	const [left, right, ...others] = parts;
	const isInterval = /^[([\]]$/.test(open) && /^[)\][]$/.test(close);
	if (left === void 0 || right === void 0 || others.length > 0 || !isInterval) throw new NotReal();
	const low = boundOf(left, open === "[", NEGATIVE_INFINITY);
	const high = boundOf(right, close === "]", POSITIVE_INFINITY);
	const interval = between(low, high);
	if (interval === void 0) throw new NotReal();
	return [interval];
}
/** The values for which a linear expression of one unknown is at least 0 or above 0. */
function solved(difference, unknown, isClosed) {
	const [at0, at1, at2] = [
		0,
		1,
		2
	].map((value) => substituted(difference, unknown, integer(value)));
	if (at0 === void 0 || at1 === void 0 || at2 === void 0) throw new NotReal();
	const slope = add$1([at1, negate(at0)]);
	const line = add$1([at0, multiply([slope, symbol(unknown)])]);
	const sign = signOf(slope);
	const root = sign === void 0 || sign === 0 ? void 0 : divide$1(negate(at0), slope);
	if (root === void 0 || !sameValue(line, difference)) throw new NotReal();
	const bound = {
		term: root,
		isClosed
	};
	return [sign === 1 ? {
		low: bound,
		high: INFINITE
	} : {
		low: INFINITE,
		high: bound
	}];
}
/** The values for which one side is below the other (or not above it), even if the unknown is inside an absolute value. */
function solvedStep(left, right, unknown, isClosed) {
	const solve = (low, high) => solved(add$1([high, negate(low)]), unknown, isClosed);
	const inside = (term) => term.kind === "call" && term.head === "Abs" ? term.args[0] : void 0;
	const [leftInside, rightInside] = [inside(left), inside(right)];
	if (leftInside !== void 0 && symbolsOf(right).length === 0) return intersected(solve(leftInside, right), solve(negate(leftInside), right));
	if (rightInside !== void 0 && symbolsOf(left).length === 0) {
		if (signOf(left) === -1) return ALL;
		return united([...solve(left, rightInside), ...solve(left, negate(rightInside))]);
	}
	return solve(left, right);
}
function isInfinite(answer) {
	return answer.kind === "value" && [POSITIVE_INFINITY, NEGATIVE_INFINITY].includes(answer.term.key);
}
function ofRelation({ sides, signs }) {
	const terms = sides.map((side) => {
		if (side.kind !== "value") throw new NotReal();
		return side.term;
	});
	const unknowns = symbolsOf(...terms).filter((name) => name !== "PositiveInfinity");
	const [unknown] = unknowns;
	if (unknown === void 0 || unknowns.length > 1) throw new NotReal();
	let intervals = ALL;
	signs.forEach((sign, at) => {
		const [left, right] = [terms[at], terms[at + 1]];
		const [below, above] = [sides[at], sides[at + 1]];
		if (left === void 0 || right === void 0 || below === void 0 || above === void 0) return;
		if (isInfinite(below) || isInfinite(above)) return;
		const part = sign === "≠" ? [...solvedStep(left, right, unknown, false), ...solvedStep(right, left, unknown, false)] : solvedStep(left, right, unknown, sign === "≤");
		intervals = intersected(intervals, part);
	});
	return {
		unknown,
		intervals: united(intervals)
	};
}
function joined(parts, join) {
	const [first, ...others] = parts;
	if (first === void 0) throw new NotReal();
	const unknowns = new Set(parts.flatMap(({ unknown }) => unknown ?? []));
	if (unknowns.size > 1) throw new NotReal();
	const [unknown] = unknowns;
	const all = parts.map(({ intervals }) => intervals);
	if (join === "∪" || join === "or") return {
		unknown,
		intervals: united(all.flat())
	};
	if (join === "∖") {
		const removed = others.flatMap(({ intervals }) => intervals);
		return {
			unknown,
			intervals: intersected(first.intervals, complement(removed))
		};
	}
	const common = all.reduce(intersected);
	const isOr = join === "comma" && common.length === 0;
	return {
		unknown,
		intervals: united(isOr ? all.flat() : common)
	};
}
/** The numbers in a set written in braces. */
function ofPoints(parts) {
	const points = parts.map((part) => {
		const bound = {
			term: numberIn(part),
			isClosed: true
		};
		return {
			low: bound,
			high: bound
		};
	});
	return {
		unknown: void 0,
		intervals: united(points)
	};
}
function ofSeveral({ parts, isSet, join }) {
	if (isSet) return ofPoints(parts);
	if (parts.some(({ kind }) => kind === "tuple")) return joined(parts.map(ofAnswer), "∪");
	if (!parts.every(({ kind }) => kind === "relation")) throw new NotReal();
	return joined(parts.map(ofAnswer), join);
}
function ofBuilder({ element, domain, condition }) {
	const { unknown, intervals } = ofAnswer(condition);
	if (unknown !== element || domain !== void 0 || /^[i-n]$/.test(element)) throw new NotReal();
	return {
		unknown: void 0,
		intervals
	};
}
function ofAnswer(answer) {
	if (answer.kind === "tuple") return {
		unknown: void 0,
		intervals: ofTuple(answer)
	};
	if (answer.kind === "relation") return ofRelation(answer);
	if (answer.kind === "combined") return joined(answer.parts.map(ofAnswer), answer.operator);
	if (answer.kind === "builder") return ofBuilder(answer);
	if (answer.kind === "several") return ofSeveral(answer);
	if (answer.kind === "named") return ofAnswer(answer.value);
	if (answer.kind !== "value") throw new NotReal();
	if (answer.term.key === "RealNumbers") return {
		unknown: void 0,
		intervals: ALL
	};
	if (answer.term.key === "EmptySet") return {
		unknown: void 0,
		intervals: []
	};
	throw new NotReal();
}
/**
* The set of real numbers that an answer describes; undefined if the answer describes no such set, or if the set's bounds
* are not numbers.
*/
function realSetOf(answer) {
	try {
		return ofAnswer(answer);
	} catch (error) {
		if (error instanceof NotReal) return void 0;
		throw error;
	}
}
/** Whether two sets contain the same numbers, and refer to the same unknown if both name an unknown. */
function sameRealSet(a, b, sameTerm) {
	if (a.unknown !== void 0 && b.unknown !== void 0 && a.unknown !== b.unknown) return false;
	return sameIntervals(a.intervals, b.intervals, sameTerm);
}

// src/grading/math/same/same-lists.ts
/** Maximum length of a list that is compared in any order. Longer lists are compared in order. */
const LONGEST_UNORDERED = 64;
/** Compares the parts one by one, in order. */
function allSame(a, b, same) {
	return a.length === b.length && a.every((part, at) => {
		const other = b[at];
		return other !== void 0 && same(part, other);
	});
}
/** Compares the parts as sets: neither order nor repetition makes a difference. */
function sameSets(a, b, same) {
	if (a.length > LONGEST_UNORDERED || b.length > LONGEST_UNORDERED) return allSame(a, b, same);
	return a.every((part) => b.some((other) => same(part, other))) && b.every((other) => a.some((part) => same(part, other)));
}
function sameInAnyOrder(a, b, same) {
	if (a.length !== b.length) return false;
	if (a.length > LONGEST_UNORDERED) return allSame(a, b, same);
	const left = [...b];
	return a.every((part) => {
		const at = left.findIndex((other) => same(part, other));
		if (at === -1) return false;
		left.splice(at, 1);
		return true;
	});
}
/**
* The values of different names, in the order of the names if these are consecutive letters of the alphabet (`q = 5, p =
* 2`).
*/
function assignments({ parts, isSet, join }) {
	if (isSet || join === "or") return void 0;
	const named = parts.filter((part) => part.kind === "named");
	const names = named.map(({ name }) => name);
	if (named.length < parts.length || named.length < 2 || new Set(names).size < names.length) return void 0;
	const sorted = named.toSorted((a, b) => a.name < b.name ? -1 : 1);
	return (sorted.every(({ name }, at) => name.length === 1 && name.charCodeAt(0) === (sorted[0]?.name.charCodeAt(0) ?? 0) + at) ? sorted : named).map(({ value }) => value);
}
/** Parts that are meaningful on their own, so that their order in a list has no meaning. */
const SELF_CONTAINED = /* @__PURE__ */ new Set([
	"tuple",
	"named",
	"relation",
	"equation"
]);
function sameLists(a, b, { comparison, same }) {
	const all = [...a.parts, ...b.parts];
	if (all.some(({ kind }) => kind !== "tuple" && SELF_CONTAINED.has(kind)) && a.join !== b.join && (a.join === "or" || b.join === "or")) return false;
	const [first, second] = [assignments(a), assignments(b)];
	if (first !== void 0 && second !== void 0) return sameInAnyOrder(a.parts, b.parts, same);
	if (first !== void 0 || second !== void 0) return !a.isSet && !b.isSet && allSame(first ?? a.parts, second ?? b.parts, same);
	if (a.isSet || b.isSet || a.join !== "comma" || b.join !== "comma" || all.every(({ kind }) => SELF_CONTAINED.has(kind))) return sameSets(a.parts, b.parts, same);
	return (comparison.lists === "any-order" ? sameInAnyOrder : allSame)(a.parts, b.parts, same);
}
/** Whether a set or list that contains only one value, possibly repeated, equals that value. */
function isOnly({ parts, isSet, join }, isSame) {
	const mayRepeat = isSet || join === "or";
	return parts.length > 0 && (parts.length === 1 || mayRepeat) && parts.every(isSame);
}

// src/grading/math/same/same-measure.ts
/**
* The number converted to the other value's unit, if both are money, or if one is an angle in degrees and the other a
* multiple of π.
*/
function converted(value, other) {
	if (value.unit === "cent" && other.unit === "dollar") return divide$1(value.term, integer(100)) ?? value.term;
	return value.unit === "degree" && (other.unit ?? "radian") === "radian" && /(?<![a-zA-Z])Pi(?![a-zA-Z])/.test(other.term.key) ? divide$1(multiply([value.term, symbol("Pi")]), integer(180)) ?? value.term : value.term;
}
/** Whether a unit is the word "unit" itself, as in `5 units`, which can be 5 of any unit. */
function isGeneric(unit) {
	return /^unit(?:\^|$)/.test(unit);
}
/** Whether a unit is a degree without a scale, which matches a degree on any scale. */
function isDegree(unit) {
	return unit === "degree";
}
/** Whether the units, or the words for what is counted, permit two values to be equal. */
function sameUnit(a, b, { ignoresCounted = false }) {
	if (a.unit !== void 0 && b.unit !== void 0) {
		if (a.unit === b.unit) return true;
		if (ignoresCounted && withoutCounted(a.unit) === withoutCounted(b.unit)) return true;
		if (isGeneric(a.unit) || isGeneric(b.unit)) {
			const [first, second] = [a.unit, b.unit].map((unit) => /\^.*$/.exec(unit)?.[0]);
			return first === second || ignoresCounted && isGeneric(a.unit) !== isGeneric(b.unit);
		}
		return a.unit.startsWith("degree") && b.unit.startsWith("degree") && (isDegree(a.unit) || isDegree(b.unit));
	}
	const [left, right] = [a.unit ?? a.counted, b.unit ?? b.counted];
	if (left === void 0 || right === void 0 || ignoresCounted) return true;
	return countAlike(a.counted ?? left, b.counted ?? right);
}
/**
* Whether two values with their units are equal. A unit on only one side makes no difference. 10% equals 10 if the question
* asks for a percentage, and 0.1 if it asks for a fraction.
*/
function sameMeasured(a, b, comparison) {
	const [left, right] = [converted(a, b), converted(b, a)];
	if (!(left !== a.term || right !== b.term) && !sameUnit(a, b, comparison)) return false;
	if (a.percent && b.unit !== void 0 || b.percent && a.unit !== void 0) return false;
	if (sameTerm(left, right, comparison)) return true;
	if (a.percent === b.percent) return false;
	const hundredth = (term) => divide$1(term, integer(100)) ?? term;
	return sameTerm(a.percent ? hundredth(left) : left, b.percent ? hundredth(right) : right, comparison);
}
function quotientOf(parts) {
	const [top, bottom, ...others] = parts;
	if (top?.kind !== "value" || bottom?.kind !== "value" || others.length > 0) return void 0;
	return divide$1(top.term, bottom.term);
}
/** The time of day that a ratio may represent (`8:30`), in seconds. Undefined for other ratios. */
function timeOf({ parts, mayBeTime }) {
	if (!mayBeTime) return void 0;
	const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => part.kind === "value" && part.term.kind === "number" ? Number(part.term.value.numerator) : NaN);
	return hours <= 24 && minutes < 60 ? hours * 3600 + minutes * 60 + seconds : void 0;
}
/** Whether two ratios are equal. 2 : 1 equals 4 : 2, but 10:20 as a time does not equal 5:10. */
function sameRatio(a, b, { comparison, same }) {
	if (a.parts.length === b.parts.length && a.parts.every((part, at) => samePart(part, b.parts[at], same)) || timeOf(a) !== void 0 && timeOf(a) === timeOf(b)) return true;
	if (a.mayBeTime && b.mayBeTime || a.parts.length !== b.parts.length) return false;
	const [first, ...others] = a.parts;
	const [last, ...counterparts] = b.parts;
	return others.every((part, at) => {
		const [left, right] = [quotientOf([part, first]), quotientOf([counterparts[at], last])];
		return left !== void 0 && right !== void 0 && sameTerm(left, right, comparison);
	});
}
function samePart(part, other, same) {
	return other !== void 0 && same(part, other);
}
/** Whether the quotient of a ratio's two numbers equals a value. */
function sameAsQuotient({ parts }, value, comparison) {
	const quotient = quotientOf(parts);
	return quotient !== void 0 && !value.percent && sameTerm(quotient, value.term, comparison);
}

// src/grading/math/same/same-relation.ts
function difference(left, right) {
	return add$1([left, negate(right)]);
}
/**
* The difference between an equation's two sides; `x = 5` also counts as an equation. Undefined if a side is not an
* expression.
*/
function asDifference(answer) {
	if (answer.kind === "equation") return difference(answer.left, answer.right);
	if (answer.kind !== "named" || answer.value.kind !== "value") return void 0;
	if (answer.value.unit !== void 0 || answer.value.percent) return void 0;
	const name = readTerm(answer.name);
	return name && difference(name, answer.value.term);
}
/** Whether two equations hold for the same values, that is, whether one is a multiple of the other. */
function sameEquation(a, b) {
	const [left, right] = [asDifference(a), asDifference(b)];
	return left !== void 0 && right !== void 0 && proportional(left, right);
}
/**
* Returns, for each step of a chain, the expression that must be above 0 (or at least 0, or not 0). Undefined if a side
* is not an expression.
*/
function stepsOf({ sides, signs }) {
	const terms = sides.map((side) => side.kind === "value" && side.unit === void 0 ? side.term : void 0);
	const steps = signs.flatMap((sign, at) => {
		const [left, right] = [terms[at], terms[at + 1]];
		return left === void 0 || right === void 0 ? [] : [{
			sign,
			term: difference(right, left)
		}];
	});
	return steps.length === signs.length ? steps : void 0;
}
/**
* Whether two chains of inequalities have the same steps: each step of one chain is a positive multiple of a step of
* the other (for `≠`, a nonzero multiple).
*/
function sameSteps(a, b) {
	const [left, right] = [stepsOf(a), stepsOf(b)];
	if (left === void 0 || right === void 0 || left.length !== right.length) return false;
	const hasOne = ({ sign, term }, among) => among.some((other) => other.sign === sign && proportional(term, other.term, sign !== "≠"));
	return left.every((step) => hasOne(step, right)) && right.every((step) => hasOne(step, left));
}
function isUnitProduct(term) {
	if (term.kind === "symbol") return symbolsOf(term).length > 0;
	if (term.kind !== "call" || term.head !== "Multiply") return false;
	return term.args.every((arg) => arg.kind === "symbol" || arg.key === "-1/1");
}
/** Whether a term is a function of unknowns: `\sin A`, or `|AB|` or `|ab|` as the size of a product. */
function isFunctionOfUnknown(term) {
	if (term.kind !== "call") return false;
	const [of] = term.args;
	if (of === void 0 || !isUnitProduct(of)) return false;
	return /^(?:Sin|Cos|Tan)$/.test(term.head) || term.head === "Abs" && of.kind === "call";
}
/** Whether a term is a product of unknowns and their powers, without a number: `BC^2`, `a/b`. */
function isPureProduct(term) {
	if (term.kind === "number") return false;
	if (isUnitProduct(term)) return true;
	if (term.kind !== "call") return false;
	if (term.head === "Power") return term.args[0]?.kind === "symbol";
	return term.head === "Multiply" && term.args.every((arg) => arg.key === MINUS_ONE.key || isPureProduct(arg));
}
/**
* Whether a term's value determines none of the term's unknowns, as for `BC^2`, `a^2 + b^2` and `\sin 2x`, but not for
* `2x`, `x^2` and the line `2x + z`.
*/
function isQuantity(term) {
	if (term.kind !== "call") return false;
	if (/^(?:Sin|Cos|Tan)$/.test(term.head)) return symbolsOf(term).length > 0;
	const parts = term.head === "Add" ? term.args : [term];
	return symbolsOf(term).length > 1 && parts.every(isPureProduct);
}
/**
* Whether a term is a quantity that a question may ask for, and that an answer repeats before its value: `m + n`,
* `abc`, `|AB|`.
*/
function isAsked(term) {
	return isUnitProduct(term) || isFunctionOfUnknown(term) || isQuantity(term);
}
/** The value in `m + n = 107`: a sum or product of unknowns, each once, that equals a number. */
function statedValue({ left, right }) {
	if (symbolsOf(right).length === 0 && isAsked(left)) return right;
	return symbolsOf(left).length === 0 && isAsked(right) ? left : void 0;
}
/** Whether two names can refer to the same thing: the names are equal, or are `y` and `f(x)` for a function of `x`. */
function sameName(a, b) {
	const [first, second] = [a.name.toLowerCase(), b.name.toLowerCase()];
	if (first === second) return true;
	const isFunction = (name) => /^[a-z](?:\^-1)?\(x\)$/.test(name);
	return first === "y" && isFunction(second) || second === "y" && isFunction(first);
}

// src/grading/math/same/same-answer.ts
function isPoint({ open, close }) {
	return open === "(" && close === ")" || open === "\\langle" && close === "\\rangle";
}
function sameTuples(a, b, { same }) {
	return (a.open === b.open && a.close === b.close || isPoint(a) && isPoint(b)) && allSame(a.parts, b.parts, same);
}
function sameMatrices(a, b, { same }) {
	return a.isDeterminant === b.isDeterminant && a.rows.length === b.rows.length && a.rows.every((row, at) => allSame(row, b.rows[at] ?? [], same));
}
function sameRealSets(a, b, { comparison }) {
	const left = realSetOf(a);
	const right = left && realSetOf(b);
	if (left === void 0 || right === void 0) return false;
	return sameRealSet(left, right, (x, y) => sameTerm(x, y, comparison));
}
function sameRelations(a, b, comparing) {
	if (sameSteps(a, b) || sameRealSets(a, b, comparing)) return true;
	if (!(a.signs.length === b.signs.length && a.signs.every((sign, at) => sign === b.signs[at]))) return false;
	return allSame(a.sides, b.sides, comparing.same) || a.signs[0] === "≠" && allSame(a.sides.toReversed(), b.sides, comparing.same);
}
function isRelationList(answer) {
	return answer.kind === "several" && answer.parts.length > 0 && answer.parts.every(({ kind }) => kind === "relation");
}
/** Whether two answers of the same kind are equal; undefined if their kinds differ. */
function sameOfKind(a, b, comparing) {
	const { comparison, same } = comparing;
	if (a.kind === "value" && b.kind === "value") return sameMeasured(a, b, comparison);
	if (a.kind === "words" && b.kind === "words") return a.text === b.text;
	if (a.kind === "several" && b.kind === "several") {
		if (sameLists(a, b, comparing)) return true;
		return isRelationList(a) && isRelationList(b) && sameRealSets(a, b, comparing);
	}
	if (a.kind === "tuple" && b.kind === "tuple") return sameTuples(a, b, comparing);
	if (a.kind === "combined" && b.kind === "combined") {
		const samesParts = a.operator === "∖" ? allSame : sameSets;
		return a.operator === b.operator && samesParts(a.parts, b.parts, same) || sameRealSets(a, b, comparing);
	}
	if (a.kind === "builder" && b.kind === "builder") return a.element === b.element && a.domain === b.domain && same(a.condition, b.condition) || sameRealSets(a, b, comparing);
	if (a.kind === "matrix" && b.kind === "matrix") return sameMatrices(a, b, comparing);
	if (a.kind === "ratio" && b.kind === "ratio") return sameRatio(a, b, comparing);
	if (a.kind === "labelled" && b.kind === "labelled") return a.label === b.label && same(a.value, b.value);
	if (a.kind === "named" && b.kind === "named") return sameName(a, b) && same(a.value, b.value) || sameEquation(a, b);
	if (a.kind === "relation" && b.kind === "relation") return sameRelations(a, b, comparing);
	if (a.kind === "equation" && b.kind === "equation") return sameEquation(a, b);
}
function isLetter(answer, letter) {
	return answer.kind === "value" && answer.term.kind === "symbol" && answer.term.name === letter;
}
/**
* Whether two answers are equal if at least one is an equation. An equation with a number also answers a question that
* asks for that number.
*/
function sameAsEquation(gold, answer, comparison) {
	if (gold.kind === "value" && answer.kind === "equation" && symbolsOf(gold.term).length === 0) {
		const value = statedValue(answer);
		return value !== void 0 && sameTerm(gold.term, value, comparison);
	}
	return sameEquation(gold, answer);
}
/**
* Whether a list equals a point, because it has the point's coordinates: `p = 2, q = 5` is (2, 5), and `1, 2, 3` is (1,
* 2, 3). Two numbers alone may be the ends of an interval, and a set or `2 or 5` has no order.
*/
function sameAsPoint(several, tuple, same) {
	const isList = several.join === "comma" && several.parts.length > 2;
	const values = assignments(several) ?? (isList ? several.parts : void 0);
	const isBracketed = tuple.open === "(" && tuple.close === ")";
	return values !== void 0 && !several.isSet && isBracketed && allSame(values, tuple.parts, same);
}
/** Whether a row or a column has the same entries as a point or vector. */
function sameAsVector({ rows, isDeterminant }, tuple, same) {
	const isColumn = rows.every(({ length }) => length === 1);
	const entries = rows.length === 1 ? rows[0] : isColumn ? rows.flat() : void 0;
	const isVector = isPoint(tuple) || tuple.open === "[" && tuple.close === "]";
	return entries !== void 0 && isVector && !isDeterminant && allSame(entries, tuple.parts, same);
}
/** The two answers of given kinds, in either order; undefined for other kinds. */
function pairOf(gold, answer, first, second) {
	const isKind = (it, kind) => it.kind === kind;
	if (isKind(gold, first) && isKind(answer, second)) return [gold, answer];
	return isKind(answer, first) && isKind(gold, second) ? [answer, gold] : void 0;
}
/** The formula in `x/2, x ≠ 0`, which is a list of a formula and conditions on its letters. */
function withoutConditions({ parts, isSet, join }) {
	const [first, ...conditions] = parts;
	if (!(first?.kind === "value" || first?.kind === "named" || first?.kind === "equation") || isSet || join === "or" || conditions.length === 0) return void 0;
	const letters = lettersOf(first);
	return conditions.every((part) => part.kind === "relation" && lettersOf(part).length > 0 && lettersOf(part).every((name) => letters.includes(name))) ? first : void 0;
}
function lettersOf(answer) {
	if (answer.kind === "value") return symbolsOf(answer.term);
	if (answer.kind === "named") return lettersOf(answer.value);
	if (answer.kind === "equation") return symbolsOf(answer.left, answer.right);
	return answer.kind === "relation" ? answer.sides.flatMap(lettersOf) : [];
}
function isSetName({ term }) {
	return term.key === "RealNumbers" || term.key === "EmptySet";
}
function sameAcrossKinds(gold, answer, comparing) {
	const { comparison, same } = comparing;
	const [asked, given] = [gold, answer].map((it) => it.kind === "several" ? withoutConditions(it) : void 0);
	if (asked !== void 0 && answer.kind !== "several") return same(asked, answer);
	if (given !== void 0 && gold.kind !== "several") return same(gold, given);
	if (gold.kind === "labelled") return isLetter(answer, gold.label) || same(gold.value, answer);
	if (answer.kind === "labelled") return isLetter(gold, answer.label) || same(gold, answer.value);
	if (gold.kind === "equation" || answer.kind === "equation") return sameAsEquation(gold, answer, comparison);
	if (gold.kind === "named") return same(gold.value, answer);
	if (answer.kind === "named") return same(gold, answer.value);
	const point = pairOf(gold, answer, "several", "tuple");
	if (point !== void 0 && sameAsPoint(...point, same)) return true;
	if (gold.kind === "several" && isOnly(gold, (part) => same(part, answer))) return true;
	if (answer.kind === "several" && isOnly(answer, (part) => same(gold, part))) return true;
	const ratio = pairOf(gold, answer, "ratio", "value");
	if (ratio !== void 0) return sameAsQuotient(...ratio, comparison);
	const vector = pairOf(gold, answer, "matrix", "tuple");
	if (vector !== void 0) return sameAsVector(...vector, same);
	const value = gold.kind === "value" ? gold : answer.kind === "value" ? answer : void 0;
	if (value !== void 0 && !isSetName(value)) return false;
	if (!(gold.kind === "relation" || isRelationList(gold)) && (answer.kind === "relation" || isRelationList(answer))) return false;
	return sameRealSets(gold, answer, comparing);
}
/**
* Whether an answer means the same as the right answer. The two are interchangeable unless the question asks for a
* relation or a number: an interval answers a question that asks for `x ≥ 5`, but `x ≥ 5` does not answer a question
* that asks for an interval.
*/
function same(gold, answer, comparison) {
	const comparing = {
		comparison,
		same: (a, b) => same(a, b, comparison)
	};
	return sameOfKind(gold, answer, comparing) ?? sameAcrossKinds(gold, answer, comparing);
}

// src/grading/math/compare.ts
/** Removes whitespace that is not significant. Whitespace between words or numbers is kept: `1 2` is not `12`. */
function compact(text) {
	return text.replaceAll(/\s+/g, " ").replaceAll(/(?<!\w) | (?!\w)/g, "");
}
/** Whether two texts are equal except for fonts, spacing and the case of their words. */
function writtenAlike(a, b) {
	const [first, second] = [a, b].map((text) => compact(plainLatex(text).replaceAll(/\\text\{([^{}]*)\}/g, (_, words) => ` ${words.toLowerCase()} `)));
	return first === second;
}
function partsOf(answer) {
	if ("parts" in answer) return answer.parts;
	if ("rows" in answer) return answer.rows.flat();
	if ("sides" in answer) return answer.sides;
	if ("condition" in answer) return [answer.condition];
	return "value" in answer ? [answer.value] : [];
}
function* termsOf(answer) {
	if (answer.kind === "value") yield answer.term;
	if (answer.kind === "equation") yield* [answer.left, answer.right];
	for (const part of partsOf(answer)) yield* termsOf(part);
}
function* leavesOf(answer) {
	const parts = answer.kind === "labelled" ? [] : partsOf(answer);
	if (parts.length === 0) yield answer;
	for (const part of parts) yield* leavesOf(part);
}
/**
* Matches operators that a formula with variables can also be written without: `\binom{n}{2}` is n(n − 1)/2. Such
* formulas cannot be shown to differ.
*/
const OF_LETTERS = /^(?:Binomial|Factorial|Sum|Product|Ordered)$/;
/** Matches operators whose value is not computed. For example, an integral cannot be shown to differ from a number. */
const NOT_COMPUTED = /(?:^|[^a-zA-Z])(Integrate|Binomial|Factorial|Cross|Ordered|Sum|Product|Limit|D|Derivative|Congruent|Determinant|Which|Matrix|Tuple|List|Set|Union)\[|(ContinuationPlaceholder)/;
function* symbolNames(term) {
	if (term.kind === "symbol") yield term.name;
	if (term.kind === "call") for (const arg of term.args) yield* symbolNames(arg);
}
function notComputedIn(answer) {
	for (const term of termsOf(answer)) for (const name of symbolNames(term)) {
		const [, call, operator = call] = NOT_COMPUTED.exec(name) ?? [];
		if (operator !== void 0) return operator;
	}
}
/**
* Maximum number of words by which an answer may exceed the right answer. Longer text is a sentence rather than an
* answer.
*/
const MORE_WORDS = 4;
function wordCount(text) {
	return text.split(" ").length;
}
/** Why an answer that does not equal the right one cannot be graded as wrong; undefined if it can. */
function reasonNotToCompare(answer, gold) {
	const goldWords = [...leavesOf(gold)].flatMap((leaf) => leaf.kind === "words" ? [leaf.text] : []);
	const most = goldWords.reduce((largest, words) => Math.max(largest, wordCount(words)), 0) + MORE_WORDS;
	for (const leaf of leavesOf(answer)) {
		if (leaf.kind === "unreadable") return leaf.reason;
		if (leaf.kind !== "words" || answersWithoutNumber(leaf.text)) continue;
		if (goldWords.length === 0) return "it consists of words, but the right answer is a value";
		if (wordCount(leaf.text) > most) return "it is a sentence without an answer";
	}
	const [operator, ofGold] = [notComputedIn(answer), notComputedIn(gold)];
	if (operator !== void 0 && (operator !== ofGold || OF_LETTERS.test(operator))) return `it contains an operator that is not supported: ${operator}`;
	return ofGold !== void 0 && OF_LETTERS.test(ofGold) && [...termsOf(answer)].some((term) => symbolsOf(term).length > 0) ? `the right answer contains an operator that is not supported: ${ofGold}` : void 0;
}
/** Parsed right answers, cached because each is compared with many answers. */
const golds = /* @__PURE__ */ new Map();
const MOST_GOLDS = 1e3;
function readGold(latex) {
	const known = golds.get(latex);
	if (known !== void 0) return known;
	const answer = readAnswer(latex);
	if (golds.size >= MOST_GOLDS) golds.clear();
	golds.set(latex, answer);
	return answer;
}
/** Matches text that may be a list without spaces or a number with thousands separators: `100,200`. */
const DIGIT_GROUPS = /^\s*\$?[1-9]\d{0,2}(?:,[1-9]\d{2})+\s*\$?\s*$/;
/** Matches text that is a list of two numbers unless the question asks for a single number: `1,5`. */
const MAY_BE_DECIMAL = /(?<![\d,.(])\d+,\d{1,2}(?![\d,.)])/;
function asList(latex) {
	return latex.replaceAll(",", ", ");
}
/**
* Compares an answer with the right answer. Both are LaTeX or plain text, without the text around them. Texts that are
* written alike are equal, whether or not they can be read.
*/
function compare(gold, answer, comparison) {
	if (compact(gold) === compact(answer)) return "same";
	const [right, stated] = [readGold(gold), readAnswer(answer)];
	if (same(right, stated, comparison)) return "same";
	if (right.kind === "several" && DIGIT_GROUPS.test(answer)) return same(right, readAnswer(asList(answer)), comparison) ? "same" : "different";
	if (stated.kind === "several" && DIGIT_GROUPS.test(gold) && same(readGold(asList(gold)), stated, comparison)) return "same";
	if (same(right, stated, {
		...comparison,
		ignoresCounted: true
	})) return { unreadable: "it is unknown whether its unit is the expected one" };
	if (right.kind === "value" && MAY_BE_DECIMAL.test(answer)) return { unreadable: "its comma may be a decimal comma" };
	const reason = reasonNotToCompare(stated, right);
	if (reason !== void 0) return reason !== "it is a time of day" && writtenAlike(gold, answer) ? "same" : { unreadable: reason };
	const ofGold = [...leavesOf(right)].find((leaf) => leaf.kind === "unreadable");
	return ofGold?.kind === "unreadable" ? { unreadable: `the right answer cannot be read: ${ofGold.reason}` } : "different";
}

// src/grading/math/worker.ts
function compared({ gold, answer, comparison }) {
	try {
		return compare(gold, answer, comparison);
	} catch (error) {
		return { unreadable: error instanceof Error ? error.message : String(error) };
	}
}
const port = parentPort;
if (port === null) throw new Error("this file must run in a worker thread");
port.on("message", (request) => port.postMessage(compared(request)));
port.postMessage("ready");

export {  };