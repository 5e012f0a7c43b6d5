import { r as __name } from "./rolldown-runtime.js";
import { F as shortId, M as printable, d as identityOf, f as userSchema, j as found, l as associationSchema, u as authorOf } from "./timing.js";
import { t as ConfigError } from "./errors.js";
import { _ as string, a as array, b as unknown, d as literal, g as strictObject, h as record, m as object, o as boolean, p as number, r as _enum, u as json, v as tuple } from "./schemas.js";
import { Ct as followPointer, Dt as mergeConflict, St as escapedStep, Tt as configError, kt as datetime, vt as VERSION_FIX, wt as parseYaml, yt as versionFault } from "./bars.js";
import { l as renderMarkdown, u as inKeyOrder } from "./report-to-publish.js";
import { m as jsonForLogs, p as terminalText } from "./retry.js";
import { t as writeWhole } from "./write-whole.js";
import { join } from "node:path";
import { mkdir } from "node:fs/promises";

// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c;
	let underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++;
	let unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse$2(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
__name(parse$2, "parse");

// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let HAS_WELLFORMED = !!"".isWellFormed;

// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/

// src/versions/model-file.ts
const MOST_KEYS = 10;
const NO_VERSION_FIX = "Write the version as a string, in quotes if it looks like a number, or correct the pointer in checkpoints.version.";
/** Parses JSON as YAML, which detects duplicate keys and keeps the spelling of numbers. JSON is also valid YAML. */
const parseJson$1 = /* @__PURE__ */ __name((text) => {
	try {
		JSON.parse(text);
	} catch {
		return { problems: [{
			what: "this file is not valid JSON",
			fix: "Correct the syntax of the file."
		}] };
	}
	return parseYamlFile(text);
}, "parseJson");
const parseYamlFile = (text) => {
	const document = parseYaml(text);
	return document.problems === void 0 ? document : { problems: document.problems };
};
/** Parses whole numbers as bigints, to distinguish 3 from 3.0. */
const parseTomlFile = (text) => {
	try {
		return {
			data: parse$2(text, {
				integersAsBigInt: true,
				maxDepth: 100
			}),
			written: () => void 0
		};
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const [, reason = ""] = /^Invalid TOML document: (.*)/u.exec(error.message) ?? [];
		const what = `this is not TOML: ${printable(reason)}`;
		return { problems: [{
			line: error.line,
			column: error.column,
			what,
			fix: "Correct the syntax of the file."
		}] };
	}
};
const parse$1 = /* @__PURE__ */ __name((text, path) => {
	const conflict = mergeConflict(text);
	if (conflict !== void 0) return { problems: [conflict] };
	if (path.endsWith(".json")) return parseJson$1(text);
	return path.endsWith(".toml") ? parseTomlFile(text) : parseYamlFile(text);
}, "parse");
/** Interprets the value at a pointer as a version, or describes what is wrong with it. */
const asVersion = (value, written) => {
	if (typeof value === "string") return { version: value };
	if (typeof value === "bigint") return { version: String(value) };
	if (typeof value !== "number") return { fault: `found ${found(value)}, expected a version` };
	const spelling = written ?? String(value);
	const isPlain = spelling === String(value);
	if (Number.isSafeInteger(value) && isPlain) return { version: spelling };
	return { fault: `found the number ${spelling}${isPlain ? "" : `, which programs read as ${value}`}, expected a string` };
};
const whatIsThere = ({ missing, reached, in: parent }) => {
	const place = reached.length === 0 ? "the file" : `/${reached.map(escapedStep).join("/")}`;
	if (typeof parent !== "object" || parent === null) return `${place} contains ${found(parent)}`;
	const keys = Object.keys(parent);
	const known = keys.length > MOST_KEYS ? [...keys.slice(0, MOST_KEYS), "…"] : keys;
	const has = Array.isArray(parent) ? `it is a list with ${parent.length} ${parent.length === 1 ? "element" : "elements"}` : `it has ${known.map(printable).join(", ") || "no keys"}`;
	return `${place} has no ${printable(missing)}; ${has}`;
};
/**
* Returns the version in a model file. A whole number is read as the text of its digits. Any other number (such as
* `1.10`, which is parsed as 1.1) is rejected, because the intended version is ambiguous.
*
* @throws {ConfigError} with the file, the pointer, the commit and what was found, if the file cannot be read, the
* value is not a version, or it does not match the pattern
*/
const versionIn = (options) => {
	const { text, path, pointer, pattern, commit } = options;
	const file = parse$1(text.replace(/^\uFEFF/, ""), path);
	const at = `commit ${shortId(commit)}`;
	if ("problems" in file) throw configError(path, file.problems.map((problem) => ({
		...problem,
		what: `in ${at}: ${problem.what}`
	})));
	const pointed = followPointer(file.data, pointer);
	if ("missing" in pointed) return { missing: whatIsThere(pointed) };
	const where = `${path}, ${pointer === "" ? "the whole file" : pointer}, in ${at}`;
	const read = asVersion(pointed.value, file.written(pointed.path));
	if ("fault" in read) throw new ConfigError({
		what: read.fault,
		where,
		fix: NO_VERSION_FIX
	});
	const fault = versionFault(read.version, pattern);
	if (fault === void 0) return read;
	throw new ConfigError({
		what: fault,
		where,
		fix: VERSION_FIX
	});
};
/**
* Finds the paths of all values that are not mappings. Lists are not searched, because a list of versions is a history,
* not the served model.
*/
const leaves = (value, path) => typeof value !== "object" || value === null || Array.isArray(value) ? [path] : Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
/**
* Returns every string and whole number in a model file that is not in a list, in file order: all the places where a
* version could be. Empty if the file cannot be read.
*/
const textsIn = (options) => {
	const file = parse$1(options.text.replace(/^\uFEFF/, ""), options.path);
	if ("problems" in file) return [];
	return leaves(file.data, []).flatMap((path) => {
		const pointer = path.map((key) => `/${escapedStep(key)}`).join("");
		const pointed = followPointer(file.data, pointer);
		if ("missing" in pointed) return [];
		const read = asVersion(pointed.value, file.written(pointed.path));
		return "fault" in read ? [] : [{
			pointer,
			text: read.version
		}];
	});
};

// src/github/publish/issue-comments.ts
const commentSchema = object({
	id: number().int(),
	body: string().nullish(),
	html_url: string(),
	user: userSchema.nullable(),
	author_association: associationSchema
}).transform(({ id, body, html_url: url, user, author_association: association }) => ({
	id,
	body: body ?? "",
	url,
	author: user?.login,
	by: authorOf(user, association)
}));
const PERMISSION = "pull-requests: write";
const LIST = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const CREATE = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const UPDATE = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
const DELETE = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
/** Maximum number of pages, with 100 comments each. GitHub allows 2,500 comments per issue, far fewer than this. */
const MOST_PAGES = 1e3;
/** The comments on issue or pull request `number`. Every method throws GitHubError as `GitHubApi.request` does. */
function issueComments(api, number) {
	return {
		list: async () => {
			const all = [];
			for (let page = 1; page <= MOST_PAGES; page += 1) {
				const { data, hasNextPage } = await api.request({
					route: LIST,
					parameters: {
						issue_number: number,
						per_page: 100,
						page
					},
					answer: array(commentSchema),
					purpose: `reading the comments of #${number}`,
					permission: "pull-requests: read"
				});
				all.push(...data);
				if (!hasNextPage) break;
			}
			return all.toSorted((a, b) => a.id - b.id);
		},
		create: async (body) => {
			const { data } = await api.request({
				route: CREATE,
				parameters: {
					issue_number: number,
					body
				},
				answer: commentSchema,
				purpose: `commenting on #${number}`,
				permission: PERMISSION
			});
			return data;
		},
		update: async (id, body) => {
			const { data } = await api.request({
				route: UPDATE,
				parameters: {
					comment_id: id,
					body
				},
				answer: commentSchema,
				purpose: `updating the comment on #${number}`,
				permission: PERMISSION
			});
			return data;
		},
		remove: async (id) => {
			await api.request({
				route: DELETE,
				parameters: { comment_id: id },
				answer: unknown(),
				purpose: `deleting a duplicate comment on #${number}`,
				permission: PERMISSION
			});
		},
		identity: identityOf(api)
	};
}

// src/result/schema/values.ts
const bySide$1 = /* @__PURE__ */ __name((value) => object({
	old: value,
	new: value
}), "bySide");
const count$1 = number().int().nonnegative();
const fraction$1 = number().min(0).max(1);
const time = datetime().describe("ISO 8601, UTC");
const interval$1 = tuple([number(), number()]);
const role$1 = _enum([
	"target",
	"ood",
	"open"
]);
const change = object({
	estimate: number().describe("new − old"),
	se: number().nonnegative().optional().describe("Standard error; absent if the interval is from a bootstrap, and in results of schema 1"),
	df: number().positive().optional().describe("Degrees of freedom; absent if se is absent"),
	interval: interval$1.describe("95 % interval of the change")
}).describe("A change from old to new, in the same unit as old and new");

// src/result/schema/cost.ts
/** A run's cost. */
const samplingOfSide = object({
	requests: count$1.optional().describe("Requests sent, including retries. Requests and tokens are absent in results of schema 1, which have no counts by side"),
	prompt_tokens: count$1.optional(),
	completion_tokens: count$1.optional(),
	retries: count$1.optional().describe("Requests that were sent again after a failure, included in `requests`; absent if unknown"),
	seconds: number().nonnegative().optional().describe("Seconds during which at least one request was in progress, added up over shards; absent if unknown. `completion_tokens` divided by this is the throughput"),
	cost_usd: number().nonnegative().optional().describe("Cost by prices; absent if no prices are set, or if the server counts no tokens"),
	reused: count$1.describe("Completions reused from the store"),
	oldest_reused: time.optional().describe("When the oldest reused completion was sampled; absent if none was reused"),
	newest_reused: time.optional()
});
const sampling = object({
	requests: count$1.describe("Requests for both sides"),
	prompt_tokens: count$1,
	completion_tokens: count$1,
	cost_usd: number().nonnegative().optional().describe("Cost by prices; absent if no prices are set, or if a server counts no tokens"),
	reused: count$1,
	by_side: bySide$1(samplingOfSide).optional().describe("Absent in results of schema 1 that do not record when completions were sampled")
});
const embeddings$1 = object({
	requests: count$1,
	prompt_tokens: count$1,
	reused: count$1.describe("Embeddings reused from the store")
});
const judge = object({
	requests: count$1,
	prompt_tokens: count$1,
	completion_tokens: count$1,
	reused: count$1.describe("Judge responses reused from the store"),
	cost_usd: number().nonnegative().optional().describe("Cost according to prices.judge; absent if no prices are set")
});
const cost = object({
	sampling: sampling.optional().describe("Absent if nothing was sampled: completions came from files, or no version changed"),
	embeddings: embeddings$1.optional().describe("Absent if nothing was embedded"),
	judge: judge.optional().describe("Cost of the judge models; absent if no suite uses a judge")
}).describe("What this run spent; the only part that may differ between runs on the same completions");

// src/result/schema/measure.ts
/** One measure in a result. */
const margin = object({
	kind: _enum(["absolute", "relative"]),
	value: number().positive().describe("absolute: in the measure's unit, so 0.02 is 2 points; relative: a fraction of the baseline's value"),
	accepted_loss: number().positive().nullable().describe("The margin in the measure's unit; null if it is relative to a value that is 0 or unknown")
}).describe("The accepted loss");
const waiver = object({
	reason: string(),
	by: string(),
	expires: string().describe("Last day of the waiver, UTC")
}).describe("Why and by whom the loss was accepted, and until when");
const measure$1 = object({
	id: string().describe("suite/dimension/name; unique in a result"),
	suite: string().nullable().describe("Name of the suite, or of several pooled suites; null if all target suites are pooled"),
	pooled: array(string()).min(1).optional().describe("The pooled suites; absent if the measure covers one suite"),
	role: role$1,
	dimension: _enum([
		"accuracy",
		"coverage",
		"diversity",
		"generalization"
	]),
	name: string().describe("pass@1, pass@32, cover@0.5, syntactic, logical, semantic, reach@32, hardest group, …"),
	group: string().nullable().describe("The group of items that the measure is restricted to; null if it is not restricted"),
	unit: _enum([
		"probability",
		"dissimilarity",
		"ways",
		"equations",
		"ratio",
		"bits",
		"tokens"
	]).describe("Unit of old, new and change. probability: 0 to 1, shown as percent; dissimilarity: 0 to 1 (semantic: to 2); ways, equations: an expected count; ratio: a share of 1, shown unchanged; bits: entropy; tokens: words and punctuation marks"),
	gates: boolean().describe("Whether the verdict depends on this measure"),
	guardrail: string().optional().describe("Key of the measure under guardrails in the configuration. Absent if the measure does not gate, if it gates only as the target (several target suites are pooled, or guardrails.accuracy is off), and for the accuracy of the only target suite in results of schema 1"),
	old: number().nullable().describe("Mean over eligible items; null if it was not measured"),
	new: number().nullable(),
	change: change.nullable().describe("null if it was not measured"),
	p_loss: fraction$1.nullable().describe("One-sided p for \"no loss\"; 1 if a guardrail was not measured"),
	p_loss_adjusted: fraction$1.nullable().describe("p_loss after Holm's correction over all gating measures; null if the measure does not gate"),
	margin: margin.nullable().describe("null if the measure does not gate"),
	state: _enum([
		"kept",
		"lost",
		"unclear"
	]).nullable().describe("null if the measure does not gate"),
	reason: string().nullable().describe("Why the state is unclear, or why the measure could not be computed"),
	detectable_loss: number().positive().nullable().describe("Smallest loss that 80 % of runs would report as lost, in the measure's unit; null if it is unknown"),
	items: count$1.describe("Eligible items"),
	eligible_share: fraction$1.describe("Eligible items as a share of the suite's items"),
	effective_clusters: number().nonnegative().describe("The number of equally large clusters that would carry the same information"),
	waiver: waiver.optional().describe("Absent if the loss is not waived")
});

// src/result/schema/provenance.ts
/** A result's provenance: models, settings and versions. */
const embeddings = object({
	model: string(),
	max_characters: number().int().positive().describe("Longer texts are truncated to this length before they are embedded"),
	digest: string().optional()
});
const provenance = object({
	engine: string().describe("Version of reversal-check"),
	config_hash: string().optional().describe("sha256:… of the configuration as read; absent if none was read"),
	lock_hash: string().optional().describe("sha256:… of reversal.lock; absent if none was used"),
	sampling: record(string(), unknown()).describe("Sampling settings of the completions"),
	graders: record(string(), string()).describe("Grader and version of each suite, by suite name"),
	embeddings: embeddings.optional().describe("Model that embedded the solutions; absent if nothing was embedded"),
	serving: string().optional().describe("Which serving stacks sampled old and new. Present if they were sampled one after the other with different model names and fingerprints, so a change of the stack in between would not be noticed"),
	reproduce: string().optional().describe("The command that reproduces this result; absent if nothing was measured")
});

// src/result/schema/ledger.ts
/** A suite's items that moved, and the number expected to move if nothing had changed. */
const againstFrozen$1 = object({
	real: number().nonnegative().describe("Half of the baseline's samples compared with half of the candidate's, averaged over all splits"),
	frozen: number().nonnegative().describe("One half of the baseline's samples compared with the other half, averaged over all splits"),
	frozen_range: tuple([count$1, count$1]).describe("Range that contains 95 % of the splits of old")
}).describe("A count from half the samples of each side, with the count for an unchanged model");
const ledger$1 = object({
	both: count$1.describe("Items that both sides solve in at least half of their samples"),
	only_old: count$1,
	only_new: count$1,
	neither: count$1,
	p_mcnemar: fraction$1.nullable().describe("Two-sided p of McNemar's exact test on only_old and only_new; null unless n is 1 and the items are independent"),
	moved: object({
		learned: array(string()).describe("Ids of the items that new is shown to solve more often"),
		corrupted: array(string()).describe("Ids of the items that new is shown to solve less often"),
		learned_solved_before: count$1.describe("Learned items that old had solved at least once")
	}).nullable().describe("One-sided Fisher tests with the Benjamini-Hochberg procedure at 5 % in each direction; null if no item can be named"),
	reason: string().nullable().describe("Why no single item can be named"),
	frozen: object({
		samples: count$1.positive().describe("Samples per item in each half"),
		splits: count$1.positive(),
		only_old: againstFrozen$1,
		only_new: againstFrozen$1,
		learned: againstFrozen$1.nullable().describe("null if half the samples are too few to name items"),
		learned_solved_before: againstFrozen$1.nullable().describe("Learned items that the baseline's half had solved at least once"),
		corrupted: againstFrozen$1.nullable()
	}).nullable().describe("The same counts if nothing had changed, from random halves of the baseline's samples; null at n = 1")
});

// src/result/schema/suite.ts
/** One suite in a result, except for its measures. */
const curvePoint$1 = object({
	k: number().int().positive(),
	old: fraction$1,
	new: fraction$1,
	change
});
const group$1 = object({
	name: string(),
	items: count$1,
	old: fraction$1,
	new: fraction$1,
	change
}).describe("pass@1 on a group of items");
const outcomes$1 = object({
	correct: count$1,
	incorrect: count$1,
	unparseable: count$1,
	truncated: count$1,
	failed: count$1
});
const excluded = object({
	id: string(),
	reason: string()
});
const reasoning = object({
	tokens: count$1.nullable().describe("Reasoning tokens of all samples, as counted by the server; null if the server does not count them"),
	ended_inside: count$1.describe("Samples that the token limit cut off during reasoning")
});
const suite$1 = object({
	name: string(),
	role: role$1,
	grader: string().describe("The grader's type; none on open suites"),
	items: count$1,
	dropped_items: count$1.describe("Items that were dropped because a side has too few graded samples"),
	excluded: array(excluded).min(1).optional().describe("Items of the file that the grader cannot grade. They are neither sampled nor counted in items; absent if there are none"),
	samples_per_item: count$1.describe("The planned n"),
	k: count$1.describe("K: the k at which coverage gates, the largest power of two ≤ n (lower if samples failed)"),
	samples: bySide$1(count$1).describe("Graded samples"),
	outcomes: bySide$1(outcomes$1).describe("Number of samples by outcome"),
	extraction: bySide$1(record(string(), count$1)).describe("Answers found by each extraction rule"),
	extraction_distance: fraction$1.optional().describe("Total variation distance between the frequencies of extraction rules on both sides; present if it is above 0.1 + 1/√S for S samples per side"),
	reasoning: bySide$1(reasoning).optional().describe("Absent if no sample has known reasoning"),
	ledger: ledger$1.nullable().describe("Which items moved; null on open suites"),
	curve: array(curvePoint$1).describe("pass@k; empty on open suites"),
	crossover: number().int().positive().nullable().describe("Smallest k such that new is shown to be below old at k and at every larger k of the curve"),
	forecast: array(curvePoint$1).describe("pass@k beyond n, up to 4n, as estimated from n samples; empty on open suites and for n < 8"),
	groups: array(group$1),
	group_disparity: bySide$1(fraction$1).nullable().describe("(best − worst)/best of pass@1 over the groups equivalent to at least 30 independent items; null if there are fewer than two such groups"),
	generalization_gap: change.nullable().describe("Change of the pooled target's pass@1 minus the change of this suite's; null unless the suite is ood")
});

// src/result/schema/verdict.ts
/** A result's verdict. */
const status$1 = _enum([
	"progress",
	"unchanged",
	"reversal",
	"regression",
	"inconclusive",
	"invalid",
	"skipped"
]);
const exploratory = object({
	status: status$1.describe("The verdict that the data of this run alone would give"),
	first: object({
		samples_per_item: count$1.positive(),
		time: string().describe("ISO 8601, UTC")
	}).describe("The look whose verdict applies: its samples per item and its time")
});
const verdict = object({
	status: status$1,
	headline: string().describe("One sentence: the verdict and why"),
	reasons: array(string()).describe("Complete sentences, each with the measure, suite, numbers, interval and margin"),
	passed: boolean().describe("False if the status is in the policy's fail-on and not every loss is waived"),
	waived: literal(true).optional().describe("The check passes only because every lost guardrail is waived; absent otherwise"),
	exploratory: exploratory.optional().describe("Present if an earlier look at this pair, on other data, already reached a verdict. status and passed come from that look, measures and reasons from this run")
});

// src/result/result.ts
/**
* The published format of a result, version 2: everything that a report shows, unrounded. `schema/result.schema.json`
* is generated from it. While the schema number stays the same, fields are only added, and added fields are optional:
* readers must ignore fields that they do not know. Renaming or removing a field, requiring a new one, adding a value
* to an enumeration or changing a field's meaning requires a new schema number.
*/
const checkpoint$1 = object({
	version: string(),
	model: string().optional().describe("Its name on the server; absent if completions came from files")
});
const resultSchema = object({
	schema: literal(2),
	old: checkpoint$1,
	new: checkpoint$1,
	verdict,
	warnings: array(string()),
	measures: array(measure$1),
	suites: array(suite$1),
	cost,
	provenance
}).describe("Ignore fields that you do not know: within this schema number later versions only add optional fields. A new schema number means that fields were renamed or removed, became required or changed their meaning, or that an enumeration has a new value. null means that a value does not apply or could not be measured; the descriptions of optional fields say when they are absent.");

// src/result/schema-1/result-1.ts
/**
* The format of stored results before version 2. The format is frozen; `upgrade.ts` converts such a result to the
* current format.
*/
const bySide = (value) => strictObject({
	old: value,
	new: value
});
const count = number().int().nonnegative();
const fraction = number().min(0).max(1);
const interval = tuple([number(), number()]);
const role = _enum([
	"target",
	"ood",
	"open"
]);
const status = _enum([
	"progress",
	"unchanged",
	"reversal",
	"regression",
	"inconclusive",
	"invalid",
	"skipped"
]);
const checkpoint = strictObject({
	version: string(),
	model: string()
});
const measure = strictObject({
	id: string(),
	suite: string().nullable(),
	role,
	dimension: _enum([
		"accuracy",
		"coverage",
		"diversity",
		"generalization"
	]),
	name: string(),
	group: string().nullable(),
	unit: _enum([
		"probability",
		"dissimilarity",
		"ways",
		"equations",
		"ratio",
		"bits",
		"tokens"
	]),
	gates: boolean(),
	old: number().nullable(),
	new: number().nullable(),
	delta: number().nullable(),
	interval: interval.nullable(),
	p_loss: fraction.nullable(),
	p_loss_adjusted: fraction.nullable(),
	margin: number().positive().nullable(),
	margin_relative: number().positive().nullable(),
	state: _enum([
		"kept",
		"lost",
		"unclear"
	]).nullable(),
	reason: string().nullable(),
	items: count,
	eligible_share: fraction,
	effective_clusters: number().nonnegative(),
	detectable: number().positive().nullable(),
	waiver: strictObject({
		reason: string(),
		by: string(),
		expires: string()
	}).optional()
});
const curvePoint = strictObject({
	k: number().int().positive(),
	old: fraction,
	new: fraction,
	delta: number(),
	interval
});
const group = strictObject({
	name: string(),
	items: count,
	old: fraction,
	new: fraction,
	delta: number(),
	interval
});
const outcomes = strictObject({
	correct: count,
	incorrect: count,
	unparseable: count,
	truncated: count,
	failed: count
});
const againstFrozen = strictObject({
	real: number().nonnegative(),
	frozen: number().nonnegative(),
	frozen_range: tuple([count, count])
});
const ledger = strictObject({
	both: count,
	only_old: count,
	only_new: count,
	neither: count,
	p_flips: fraction.nullable(),
	moved: strictObject({
		learned: array(string()),
		corrupted: array(string()),
		learned_solved_before: count
	}).nullable(),
	reason: string().nullable(),
	frozen: strictObject({
		samples: count.positive(),
		splits: count.positive(),
		only_old: againstFrozen,
		only_new: againstFrozen,
		learned: againstFrozen.nullable(),
		learned_solved_before: againstFrozen.nullable(),
		corrupted: againstFrozen.nullable()
	}).nullable()
});
const reused = strictObject({
	completions: count,
	oldest: datetime().nullable(),
	newest: datetime().nullable()
});
const suite = strictObject({
	name: string(),
	role,
	grader: string(),
	items: count,
	dropped_items: count,
	excluded: array(strictObject({
		id: string(),
		reason: string()
	})).min(1).optional(),
	samples_per_item: count,
	k: count,
	samples: bySide(count),
	outcomes: bySide(outcomes),
	extraction: bySide(record(string(), count)),
	extraction_distance: fraction.optional(),
	reasoning: bySide(strictObject({
		tokens: count.nullable(),
		ended_inside: count
	})).optional(),
	ledger: ledger.nullable(),
	curve: array(curvePoint),
	crossover: number().int().positive().nullable(),
	forecast: array(curvePoint),
	groups: array(group),
	disparity: bySide(fraction).nullable(),
	gap: strictObject({
		delta: number(),
		interval
	}).nullable()
});
const resultSchema1 = strictObject({
	schema: literal(1),
	old: checkpoint,
	new: checkpoint,
	verdict: strictObject({
		status,
		headline: string(),
		reasons: array(string()),
		passed: boolean(),
		waived: literal(true).optional(),
		exploratory: strictObject({
			verdict: status,
			after: strictObject({
				n: count.positive(),
				time: string()
			})
		}).optional()
	}),
	warnings: array(string()),
	measures: array(measure),
	suites: array(suite),
	cost: strictObject({
		requests: count,
		prompt_tokens: count,
		completion_tokens: count,
		cached: count,
		reused: bySide(reused).optional(),
		embeddings: strictObject({
			requests: count,
			prompt_tokens: count,
			cached: count
		}).optional(),
		judge: strictObject({
			requests: count,
			prompt_tokens: count,
			completion_tokens: count,
			cached: count,
			cost_usd: number().nonnegative().optional()
		}).optional()
	}),
	provenance: strictObject({
		engine: string(),
		config: string(),
		lock: string().nullable(),
		sampling: record(string(), unknown()),
		graders: record(string(), string()),
		embeddings: strictObject({
			model: string(),
			max_characters: number().int().positive(),
			digest: string().optional()
		}).optional(),
		serving: string().optional(),
		reproduce: string()
	})
});

// src/result/schema-1/upgrade.ts
/**
* Converts a schema 1 result to the current format. Fields that schema 1 lacks remain absent: standard errors, degrees
* of freedom, and requests and tokens by side.
*/
function upgradeResult(result) {
	const targets = result.suites.filter(({ role }) => role === "target").map(({ name }) => name);
	return {
		schema: 2,
		old: upgradeCheckpoint(result.old),
		new: upgradeCheckpoint(result.new),
		verdict: upgradeVerdict(result.verdict),
		warnings: result.warnings,
		measures: result.measures.map((measure) => upgradeMeasure(measure, targets)),
		suites: result.suites.map(upgradeSuite),
		cost: upgradeCost(result.cost),
		provenance: upgradeProvenance(result.provenance)
	};
}
function upgradeCheckpoint({ version, model }) {
	return {
		version,
		...model !== "" && { model }
	};
}
function upgradeVerdict({ exploratory, ...verdict }) {
	if (exploratory === void 0) return verdict;
	const { n, time } = exploratory.after;
	return {
		...verdict,
		exploratory: {
			status: exploratory.verdict,
			first: {
				samples_per_item: n,
				time
			}
		}
	};
}
function upgradeMeasure(measure, targets) {
	const { delta, interval, margin, margin_relative: relative, detectable, ...same } = measure;
	const guardrail = guardrailOf(measure, targets);
	return {
		...same,
		...measure.suite === null && targets.length > 0 && { pooled: [...targets] },
		...guardrail !== void 0 && { guardrail },
		change: delta === null || interval === null ? null : {
			estimate: delta,
			interval
		},
		margin: relative !== null ? {
			kind: "relative",
			value: relative,
			accepted_loss: margin
		} : margin === null ? null : {
			kind: "absolute",
			value: margin,
			accepted_loss: margin
		},
		detectable_loss: detectable
	};
}
/**
* A guardrail's key. Undefined for the accuracy of all targets: this measure gates even if `guardrails.accuracy` is
* `off`, and schema 1 does not distinguish the two cases.
*/
function guardrailOf({ gates, dimension, role, suite }, targets) {
	if (!gates) return void 0;
	if (dimension === "generalization") return role === "ood" ? "ood" : "hardest-group";
	const isWholeTarget = suite === null || targets.length < 2;
	return dimension === "accuracy" && isWholeTarget ? void 0 : dimension;
}
function upgradeSuite({ disparity, gap, ledger, curve, forecast, groups, ...same }) {
	return {
		...same,
		ledger: ledger === null ? null : upgradeLedger(ledger),
		curve: curve.map(withChange),
		forecast: forecast.map(withChange),
		groups: groups.map(withChange),
		group_disparity: disparity,
		generalization_gap: gap === null ? null : {
			estimate: gap.delta,
			interval: gap.interval
		}
	};
}
function upgradeLedger({ p_flips: p, ...same }) {
	return {
		...same,
		p_mcnemar: p
	};
}
function withChange({ delta, interval, ...same }) {
	return {
		...same,
		change: {
			estimate: delta,
			interval
		}
	};
}
function upgradeCost({ embeddings, judge, reused, ...total }) {
	const { requests, prompt_tokens, completion_tokens, cached } = total;
	return {
		...(reused !== void 0 || requests > 0 || cached > 0) && { sampling: {
			requests,
			prompt_tokens,
			completion_tokens,
			reused: cached,
			...reused && { by_side: {
				old: upgradeReused(reused.old),
				new: upgradeReused(reused.new)
			} }
		} },
		...embeddings && { embeddings: upgradeCached(embeddings) },
		...judge && { judge: upgradeCached(judge) }
	};
}
function upgradeReused({ completions, oldest, newest }) {
	return {
		reused: completions,
		...oldest !== null && { oldest_reused: oldest },
		...newest !== null && { newest_reused: newest }
	};
}
function upgradeCached({ cached, ...same }) {
	return {
		...same,
		reused: cached
	};
}
function upgradeProvenance({ config, lock, reproduce, sampling: { drawn, ...sampling }, ...same }) {
	return {
		...same,
		sampling: {
			...sampling,
			...drawn !== void 0 && { logged: drawn }
		},
		...config !== "" && { config_hash: config },
		...lock !== null && { lock_hash: lock },
		...reproduce !== "" && { reproduce }
	};
}

// src/result/json.ts
/** Maximum nesting depth of a result: its own structure needs six levels, and free-form settings a few more. */
const DEPTH_LIMIT = 32;
const ISSUES_SHOWN = 5;
/**
* Serialises a result as JSON: two spaces of indentation, keys in the schema's order, keys of free-form records in code
* unit order, and a final newline. Equal results give equal bytes, regardless of the order in which their objects were
* built.
*
* @throws {ZodError} if JSON or the schema cannot represent a value, such as NaN; {Error} if a field is not in the
* schema. Both indicate bugs, not user mistakes.
*/
const serialiseResult = (result) => {
	json().parse(result.provenance.sampling);
	const written = resultSchema.parse(inKeyOrder(result));
	const unknown = fieldNotIn(written, result);
	if (unknown !== void 0) throw new Error(`result.json has no field ${unknown.join(".")}`);
	return `${jsonForLogs(written, 2)}\n`;
};
/** The path of the first field in `value` that is missing from `kept`; undefined if there is none. */
function fieldNotIn(kept, value) {
	if (typeof value !== "object" || value === null) return void 0;
	const others = new Map(typeof kept === "object" && kept !== null ? Object.entries(kept) : []);
	for (const [key, entry] of Object.entries(value)) {
		if (entry === void 0) continue;
		const deeper = others.has(key) ? fieldNotIn(others.get(key), entry) : [];
		if (deeper !== void 0) return [key, ...deeper];
	}
}
const nestsDeeperThan = (value, limit) => {
	let level = [value];
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > limit) return true;
		level = level.flatMap((entry) => typeof entry === "object" && entry !== null ? Object.values(entry) : []);
	}
	return false;
};
const schemaOf = (value) => typeof value === "object" && value !== null && "schema" in value ? value.schema : void 0;
const parseJson = (text, where) => {
	try {
		return JSON.parse(text.replace(/^\uFEFF/u, ""));
	} catch (cause) {
		throw new ConfigError({
			what: "is not valid JSON, expected a result.json",
			where,
			fix: "Use the result.json that a run wrote to its --out folder.",
			cause
		});
	}
};
/**
* Reads a stored schema 1 or schema 2 result; a schema 1 result is converted. Fields that are not in schema 2 are
* dropped, because a later version may have written them. The text is untrusted. `where` is the file name to use in
* errors. Numbers that are valid in JSON but not in a result (1e400) are rejected.
*
* @throws {ConfigError} if the text does not match the schema, listing the mismatches
*/
const parseResult = (text, where = "result.json") => {
	const value = parseJson(text, where);
	const version = schemaOf(value);
	if (typeof version === "number" && version !== 1 && version !== 2) throw new ConfigError({
		what: `uses result schema ${version}, but this version of reversal-check reads only schemas 1 and 2`,
		where,
		fix: "Use the version of reversal-check that wrote it (provenance.engine), or a later one."
	});
	if (nestsDeeperThan(value, DEPTH_LIMIT)) throw new ConfigError({
		what: `is nested more than ${DEPTH_LIMIT} levels deep, but results never are`,
		where,
		fix: "Use the original result.json of a run, without changes."
	});
	const parsed = version === 1 ? resultSchema1.safeParse(value) : resultSchema.safeParse(value);
	if (parsed.success) return parsed.data.schema === 1 ? upgradeResult(parsed.data) : parsed.data;
	const { issues } = parsed.error;
	const found = issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => `${path.length === 0 ? "the whole file" : path.join(".")}: ${message}`);
	const left = issues.length - found.length;
	throw new ConfigError({
		what: terminalText(`is not a valid result: ${found.join("; ")}${left > 0 ? `; and ${left} more` : ""}`, 800),
		where,
		fix: "Use the original result.json of a run, without changes, or run the check again.",
		cause: parsed.error
	});
};

// src/run/stages/run-folder.ts
/**
* Writes `result.json`, `report.md` and `graded.jsonl` into a folder, creating it if needed. Each file is
* written completely or not at all, even if the process is killed midway.
*
* @throws {ConfigError} if the folder cannot be written
*/
async function writeRunFolder(folder, { result, graded }) {
	const files = {
		result: join(folder, "result.json"),
		report: join(folder, "report.md"),
		graded: join(folder, "graded.jsonl")
	};
	const serialised = serialiseResult(result);
	const report = renderMarkdown(result);
	try {
		await mkdir(folder, { recursive: true });
		await writeWhole(files.result, serialised);
		await writeWhole(files.report, report);
		await writeWhole(files.graded, gradedLines(graded));
	} catch (cause) {
		if (!isSystemError(cause)) throw cause;
		throw new ConfigError({
			what: `could not write the results: ${cause.message}`,
			where: folder,
			fix: "Free up disk space or choose another folder with --out. All completions are in the store.",
			cause
		});
	}
	return files;
}
/** Whether the error came from the file system. Any other error is a bug and keeps its stack. */
function isSystemError(cause) {
	return cause instanceof Error && "syscall" in cause;
}
/**
* One line per sample: side, suite, id, index (`greedy` for greedy samples), outcome, answer and the rule that found
* it, the lenient grade if it differs, the grader's key for the solution's approach, and the grader's reason.
*/
function* gradedLines(suites) {
	for (const { name, items, greedy = [] } of suites) {
		for (const item of items) for (const side of ["old", "new"]) for (const { index, outcome, answer, rule, lenient, key, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			index,
			outcome,
			answer,
			rule,
			lenient,
			key,
			reason
		})}\n`;
		for (const item of greedy) for (const side of ["old", "new"]) for (const { outcome, answer, rule, lenient, reason } of item[side]) yield `${JSON.stringify({
			side,
			suite: name,
			id: item.id,
			greedy: true,
			outcome,
			answer,
			rule,
			lenient,
			reason
		})}\n`;
	}
}

export { textsIn as a, issueComments as i, parseResult as n, versionIn as o, serialiseResult as r, writeRunFolder as t };