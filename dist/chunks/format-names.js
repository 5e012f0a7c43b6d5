// src/import/format-names.ts
/**
* The names of the published data sets on the command line, in the order of the documentation. They are apart from the
* formats, because the help of every command needs only the names.
*/
const FORMAT_NAMES = [
	"gsm8k",
	"math",
	"math-500",
	"mgsm",
	"commonsenseqa",
	"arc",
	"openbookqa",
	"mmlu",
	"mmlu-pro",
	"hellaswag",
	"truthfulqa",
	"humaneval",
	"humaneval-plus",
	"mbpp",
	"mbpp-plus"
];
/** The name of the format for any other data. */
const CUSTOM = "custom";
/** The graders for other data: those that need only a prompt and an answer. */
const CUSTOM_GRADERS = [
	"numeric",
	"math",
	"choice",
	"exact",
	"contains"
];

export { CUSTOM_GRADERS as n, FORMAT_NAMES as r, CUSTOM as t };