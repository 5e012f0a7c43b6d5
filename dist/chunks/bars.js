import { r as __name } from "./rolldown-runtime.js";

// src/report/bars.ts
/** Draws numbers as characters, for readers with a fixed-width font. */
const EIGHTHS = [
	"",
	"▏",
	"▎",
	"▍",
	"▌",
	"▋",
	"▊",
	"▉"
];
/**
* Draws a bar of `width` columns, of which `share` (clipped to 0 … 1) is filled, in steps of an eighth of a column. The
* result is padded to `width`.
*/
const bar = (share, width) => {
	const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
	return ("█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "")).padEnd(width);
};
const STEPS = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
/**
* Draws a line with one column per value. A value of `low` is drawn as the lowest step and `high` as the highest. If
* both are equal, all values are drawn as the lowest step.
*/
const sparkline = (values, [low, high]) => values.map((value) => {
	const share = high > low ? (value - low) / (high - low) : 0;
	return STEPS[Math.min(7, Math.max(0, Math.floor(share * 8)))];
}).join("");
const UNICODE_STRIP = {
	zero: "│",
	margin: "┊",
	line: "─",
	point: "●",
	beyond: ["◂", "▸"]
};
const ASCII_STRIP = {
	zero: "|",
	margin: ":",
	line: "-",
	point: "o",
	beyond: ["<", ">"]
};
/**
* Shows where an interval lies relative to no change and to the accepted loss: `width` columns (an odd number) that
* span ± 3 margins, with zero in the middle. An arrow at the edge marks values outside this range.
*/
const intervalStrip = ({ delta, interval: [lower, upper], margin }, width, glyphs) => {
	const half = (width - 1) / 2;
	const at = (value) => Math.round(value / (3 * margin) * half) + half;
	const clip = (column) => Math.min(width - 1, Math.max(0, column));
	const columns = Array.from({ length: width }, () => " ");
	columns[at(-margin)] = glyphs.margin;
	columns[half] = glyphs.zero;
	columns.fill(glyphs.line, clip(at(lower)), clip(at(upper)) + 1);
	columns[half] = glyphs.zero;
	columns[clip(at(delta))] = glyphs.point;
	if (at(lower) < 0) columns[0] = glyphs.beyond[0];
	if (at(upper) > width - 1) columns[width - 1] = glyphs.beyond[1];
	return columns.join("");
};

export { sparkline as a, intervalStrip as i, UNICODE_STRIP as n, bar as r, ASCII_STRIP as t };