import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { _ as string, a as array, g as strictObject, h as record, l as int, p as number, y as union } from "./schemas.js";
import { r as quoted } from "./printable.js";
import { a as unreadableFile, c as configError, i as isTooDeep, o as decodeUtf8, s as notUtf8, t as readJsonLines } from "./json-lines.js";
import { t as isLfsPointer } from "./lfs-pointer.js";
import { t as boxes } from "./boxes.js";
import { r as FORMAT_NAMES, t as CUSTOM } from "./format-names.js";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { createHash } from "node:crypto";
import { basename } from "node:path";

// src/import/format.ts
/** The reason for rows without a right answer, such as those of a test set whose answers are not published. */
const NO_ANSWER = { leftOut: "the row has no right answer" };
/** The reason for programming tasks without tests. */
const NO_TESTS = { leftOut: "the row has no tests" };
/**
* Defines a form by a schema that accepts exactly its rows. The rows of a `headerless` form are those of a table of this
* kind without the names of its columns; its fields are `1`, `2` and so on.
*/
function form({ fields, headerless, schema, isTypical = () => true, draft }) {
	return {
		fields,
		fits: (row) => row.headerless === headerless && schema.safeParse(row.fields).success,
		isTypical: (row) => {
			const parsed = schema.safeParse(row.fields);
			return row.headerless === headerless && parsed.success && isTypical(parsed.data);
		},
		draft: (row) => {
			const parsed = schema.safeParse(row.fields);
			if (!parsed.success) throw new Error("the row does not have this form");
			return draft(parsed.data, row);
		}
	};
}

// src/import/choices.ts
const LETTERS$2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/**
* Makes an item of a multiple-choice question. The options keep their order and get the letters from A on, whatever labels
* the data set uses, because the grader `choice` reads letters. `meta.choices` contains the options' texts. The answer is the
* letter of the right option or, if an option consists of this letter, its index, because the letter would be ambiguous.
*/
function choiceDraft({ question, options, right, ...rest }) {
	if (question.trim() === "") return { leftOut: "the question is empty" };
	if (options.length < 2) return { leftOut: "there are fewer than two options" };
	if (options.length > 26) return { leftOut: "there are more than 26 options" };
	if (options.some((option) => option.trim() === "")) return { leftOut: "an option is empty" };
	if (right === void 0) return NO_ANSWER;
	const letter = options[right] === void 0 ? void 0 : LETTERS$2[right];
	if (letter === void 0) return { leftOut: "the right answer is not one of the options" };
	const answer = options.some((option) => option.trim().toUpperCase() === letter) ? String(right) : letter;
	return {
		...rest,
		prompt: `${question}\n\n${lettered(options)}`,
		answer,
		meta: { choices: options }
	};
}
/** The options as a list, one per line, with the letters from A on. */
const lettered = (options) => options.map((option, place) => `${LETTERS$2[place] ?? ""}. ${option}`).join("\n");
/** The index of the option with this label; undefined if the label is missing or empty. */
function labelled(labels, label) {
	const given = label?.trim() ?? "";
	return given === "" ? void 0 : labels.indexOf(given);
}

// src/import/instructions.ts
/** The sentences that ask for an answer in a form that the graders read. */
const ASK_FOR_NUMBER = "End with \"The answer is\" and the number.";
const ASK_FOR_LETTER = "End with \"The answer is\" and the letter.";
const ASK_FOR_BOX = String.raw`Put the final answer in \boxed{}.`;
/** A suite's template that puts an instruction below the prompt. */
const below = (instruction) => `{{prompt}}\n\n${instruction}`;

// src/import/rows/row.ts
/**
* Maximum number of rows of a file. Ten times the largest published file that the formats know, and few enough that the
* rows of a highly compressed file fit into memory.
*/
const MOST_ROWS = 1e6;
/** Whether a value is an object, and neither a list nor null. */
const isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// src/import/formats/nested-question.ts
/**
* The structure of the original releases of ARC, OpenBookQA and CommonsenseQA: the question is an object with its text and
* its options. The test split of CommonsenseQA has no `answerKey`.
*/
const nestedQuestion = (extra) => strictObject({
	id: string(),
	question: strictObject({
		stem: string(),
		choices: array(strictObject({
			label: string(),
			text: string()
		})),
		...extra
	}),
	answerKey: string().nullable().optional()
});
/** The structure of the same options on the Hugging Face hub: a list of labels and a list of texts. */
const labelledTexts = strictObject({
	label: array(string()),
	text: array(string())
});

// src/import/formats/arc.ts
/**
* ARC. The original release and the form of the hub's `allenai/ai2_arc`, as in the loading script
* `datasets/ai2_arc/ai2_arc.py` of huggingface/datasets (commit 02bb18c). Some questions label their options 1 to 4, and
* some have three or five options.
*/
const arc = {
	name: "arc",
	title: "ARC",
	license: "CC BY-SA 4.0",
	page: "https://allenai.org/data/arc",
	paper: "https://arxiv.org/abs/1803.05457",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	forms: [form({
		fields: "id, question: {stem, choices: [{text, label}]}, answerKey",
		schema: nestedQuestion({}),
		isTypical: ({ id }) => /^[A-Za-z]/u.test(id),
		draft: ({ id, question: { stem, choices }, answerKey }) => choiceDraft({
			id,
			question: stem,
			options: choices.map(({ text }) => text),
			right: labelled(choices.map(({ label }) => label), answerKey)
		})
	}), form({
		fields: "id, question, choices: {text, label}, answerKey",
		schema: strictObject({
			id: string(),
			question: string(),
			choices: labelledTexts,
			answerKey: string().nullable()
		}),
		draft: ({ id, question, choices: { text, label }, answerKey }) => choiceDraft({
			id,
			question,
			options: text,
			right: labelled(label, answerKey)
		})
	})]
};

// src/import/formats/commonsenseqa.ts
/**
* CommonsenseQA. The original release, as in the loading script `datasets/commonsense_qa/commonsense_qa.py` of
* huggingface/datasets (commit 0006d14), whose question also has a `question_concept`, and the hub's `tau/commonsense_qa`,
* whose fields https://www.tensorflow.org/datasets/community_catalog/huggingface/commonsense_qa lists.
*/
const commonsenseqa = {
	name: "commonsenseqa",
	title: "CommonsenseQA",
	license: "MIT",
	page: "https://www.tau-nlp.org/commonsenseqa",
	paper: "https://arxiv.org/abs/1811.00937",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	note: "The answers of the test split are not published, so import the train or dev (validation) split.",
	forms: [form({
		fields: "id, question: {stem, question_concept, choices: [{label, text}]}, answerKey",
		schema: nestedQuestion({ question_concept: string() }),
		draft: ({ id, question: { stem, choices }, answerKey }) => choiceDraft({
			id,
			question: stem,
			options: choices.map(({ text }) => text),
			right: labelled(choices.map(({ label }) => label), answerKey)
		})
	}), form({
		fields: "id, question, question_concept, choices: {label, text}, answerKey",
		schema: strictObject({
			id: string(),
			question: string(),
			question_concept: string(),
			choices: labelledTexts,
			answerKey: string().nullable()
		}),
		draft: ({ id, question, choices: { text, label }, answerKey }) => choiceDraft({
			id,
			question,
			options: text,
			right: labelled(label, answerKey)
		})
	})]
};

// src/import/formats/gsm8k.ts
/** Marks the final answer at the end of a solution. */
const MARK = "####";
/** Marks a calculation in a solution: `<<16-3-4=9>>`. */
const CALCULATION = /<<[^<>]*>>/gu;
const MOST_STEPS = 6;
/** The number of calculations in the published solution, as the group: `1 step` … `5 steps`, `6+ steps`. */
function groupOf(solution) {
	const steps = solution.match(CALCULATION)?.length ?? 0;
	if (steps === 0) return void 0;
	return steps >= MOST_STEPS ? `${MOST_STEPS}+ steps` : `${steps} step${steps === 1 ? "" : "s"}`;
}
function draft$2({ question, answer }) {
	if (answer === null || answer.trim() === "") return NO_ANSWER;
	const mark = answer.lastIndexOf(MARK);
	if (mark === -1) return { leftOut: `the solution has no final answer after ${MARK}` };
	return {
		prompt: question,
		answer: answer.slice(mark + 4).trim(),
		group: groupOf(answer)
	};
}
__name(draft$2, "draft");
/**
* GSM8K. Fields and the mark before the final answer as in `grade_school_math/data/test.jsonl` and `test_socratic.jsonl` of
* openai/grade-school-math (commit 3101c7d, 2021-11-19). The hub's `openai/gsm8k` has the same fields, according to
* lm-evaluation-harness, `lm_eval/tasks/gsm8k/gsm8k.yaml` (commit 4e7e0d4, 2026-08-21).
*/
const gsm8k = {
	name: "gsm8k",
	title: "GSM8K",
	license: "MIT",
	page: "https://github.com/openai/grade-school-math",
	paper: "https://arxiv.org/abs/2110.14168",
	grader: "numeric",
	template: below(ASK_FOR_NUMBER),
	groups: "the number of calculations in the solution",
	forms: [form({
		fields: "question, answer",
		schema: strictObject({
			question: string(),
			answer: string().nullable()
		}),
		isTypical: ({ answer }) => answer?.includes(MARK) === true,
		draft: draft$2
	})]
};

// src/import/formats/hellaswag.ts
/**
* HellaSwag. Fields as in `data/README.md` of rowanz/hellaswag (commit a29ff8e, 2020-05-28) and in the loading script
* `datasets/hellaswag/hellaswag.py` of huggingface/datasets (commit 0e3f698), according to which `ctx_a` and `ctx_b` may be
* absent. The label is a number in the original release and a string on the hub (`Rowan/hellaswag`); the test split has none.
* The activity precedes the text, as in lm-evaluation-harness, `lm_eval/tasks/hellaswag/utils.py` (commit 4e7e0d4,
* 2026-08-21). Items made from the same video or article share a cluster.
*/
const hellaswag = {
	name: "hellaswag",
	title: "HellaSwag",
	license: "MIT",
	page: "https://github.com/rowanz/hellaswag",
	paper: "https://arxiv.org/abs/1905.07830",
	grader: "choice",
	template: below("Which option continues the text best? End with \"The answer is\" and the letter."),
	note: "The labels of the test split are not published, so import the train or val (validation) split.",
	groups: "`split_type`",
	forms: [form({
		fields: "ind, activity_label, ctx_a, ctx_b, ctx, endings, source_id, split, split_type, label",
		schema: strictObject({
			ind: union([number(), string()]),
			activity_label: string(),
			ctx_a: string().nullable().optional(),
			ctx_b: string().nullable().optional(),
			ctx: string(),
			endings: array(string()).optional(),
			source_id: string(),
			split: string(),
			split_type: string(),
			label: union([number(), string()]).nullable().optional()
		}),
		draft: ({ ind, activity_label: activity, ctx, endings, source_id: cluster, split_type: group, label }) => {
			const given = String(label ?? "").trim();
			return choiceDraft({
				id: String(ind),
				question: `${activity}: ${ctx}`,
				options: endings ?? [],
				right: given === "" ? void 0 : /^\d+$/u.test(given) ? Number(given) : -1,
				group: group || void 0,
				cluster: cluster || void 0
			});
		}
	})]
};

// src/import/formats/raw-inputs.ts
/** Explains rows of a release of EvalPlus, which have inputs for the reference solution instead of tests. */
const refuseRawInputs = (onHub, id) => (fields) => "base_input" in fields && "plus_input" in fields && id.test(String(fields["task_id"])) ? {
	what: "this is the release of EvalPlus itself, which has inputs instead of tests, so that nothing can be graded without running its reference solutions",
	fix: `Download ${onHub} from the Hugging Face hub, which has the same tasks with written-out tests.`
} : void 0;

// src/import/formats/humaneval.ts
const schema = strictObject({
	task_id: string(),
	prompt: string(),
	canonical_solution: string().nullable(),
	test: string().nullable(),
	entry_point: string()
});
/** A function that only the tests of EvalPlus define. */
const IS_PLUS = /^def assertion\(/mu;
function draft$1({ task_id: id, prompt, test, ...rest }) {
	if (test === null || test.trim() === "") return NO_TESTS;
	const { entry_point, canonical_solution } = rest;
	return {
		id,
		prompt,
		meta: {
			entry_point,
			test,
			...canonical_solution !== null && { canonical_solution }
		}
	};
}
__name(draft$1, "draft");
const SHARED$2 = {
	grader: "code",
	template: "Complete this Python function. Reply with the whole function in one code block.\n\n{{prompt}}",
	note: "The paper lets a base model continue the function: with api: completions, remove the template."
};
const fields = "task_id, prompt, entry_point, canonical_solution, test";
/** HumanEval. Fields as in `data/HumanEval.jsonl.gz` of openai/human-eval (commit 6d43fb9, 2025-01-17). */
const humaneval = {
	...SHARED$2,
	name: "humaneval",
	title: "HumanEval",
	license: "MIT",
	page: "https://github.com/openai/human-eval",
	paper: "https://arxiv.org/abs/2107.03374",
	forms: [form({
		fields,
		schema,
		isTypical: ({ test }) => test === null || !IS_PLUS.test(test),
		draft: draft$1
	})]
};
/**
* HumanEval+, in the form with written-out tests of the hub's `evalplus/humanevalplus`, which has the same fields as HumanEval
* (lm-evaluation-harness, `lm_eval/tasks/humaneval/humaneval_plus.yaml`, commit 4e7e0d4, 2026-08-21). The release of EvalPlus
* itself has inputs without tests (`evalplus/data/humaneval.py` of evalplus/evalplus, commit 26d6d00, 2025-10-02).
*/
const humanevalPlus = {
	...SHARED$2,
	name: "humaneval-plus",
	title: "HumanEval+",
	license: "Apache-2.0",
	page: "https://github.com/evalplus/evalplus",
	paper: "https://arxiv.org/abs/2305.01210",
	forms: [form({
		fields,
		schema,
		isTypical: ({ test }) => test !== null && IS_PLUS.test(test),
		draft: draft$1
	})],
	refuse: refuseRawInputs("evalplus/humanevalplus", /^HumanEval\//u)
};

// src/import/formats/math.ts
const SHARED$1 = {
	paper: "https://arxiv.org/abs/2103.03874",
	grader: "math",
	template: below(ASK_FOR_BOX),
	groups: "the level"
};
function drafted$2({ problem, answer, solution, level, id }) {
	const shared = {
		id,
		prompt: problem,
		group: (typeof level === "number" || /^\d+$/u.test(level ?? "") ? `Level ${level}` : level) ?? void 0
	};
	if (answer !== null && answer !== void 0 && answer.trim() !== "") return {
		...shared,
		answer
	};
	if (solution === null || solution.trim() === "") return NO_ANSWER;
	const box = boxes(solution).at(-1);
	const boxed = box === void 0 ? "" : solution.slice(box.start, box.end).trim();
	return boxed === "" ? { leftOut: String.raw`the solution has no \boxed{} answer` } : {
		...shared,
		answer: boxed
	};
}
__name(drafted$2, "drafted");
/**
* MATH: one JSON file per problem in the original release, or rows with the same fields, as in the hub's
* `EleutherAI/hendrycks_math`. Some copies also have the answer. Fields as read by lm-evaluation-harness,
* `lm_eval/tasks/minerva_math/utils.py`, which also takes the last `\boxed{}` of the solution as the answer (commit 4e7e0d4,
* 2026-08-21), and in the card of `rasbt/math_full_minus_math500` on the hub.
*/
const math = {
	...SHARED$1,
	name: "math",
	title: "MATH",
	license: "MIT",
	page: "https://github.com/hendrycks/math",
	forms: [form({
		fields: "problem, level, type, solution (and answer, unique_id in some copies)",
		schema: strictObject({
			problem: string(),
			level: union([string(), number()]).nullable(),
			type: string().nullable(),
			solution: string().nullable(),
			answer: string().nullable().optional(),
			unique_id: union([string(), number()]).optional()
		}),
		draft: ({ problem, level, solution, answer, unique_id: id }) => drafted$2({
			problem,
			level,
			solution,
			answer,
			...id !== void 0 && { id: String(id) }
		})
	})]
};
/**
* MATH-500: the test split that openai/prm800k selected from MATH (`prm800k/math_splits/test.jsonl`, commit 7ecc794,
* 2023-06-01), and the hub's `HuggingFaceH4/MATH-500`. Fields as in the card of `nlile/hendrycks-MATH-benchmark` on the hub,
* which has the same ones.
*/
const math500 = {
	...SHARED$1,
	name: "math-500",
	title: "MATH-500",
	license: "MIT",
	page: "https://github.com/openai/prm800k",
	forms: [form({
		fields: "problem, solution, answer, subject, level, unique_id",
		schema: strictObject({
			problem: string(),
			solution: string().nullable(),
			answer: string().nullable(),
			subject: string().nullable(),
			level: union([number(), string()]).nullable(),
			unique_id: string()
		}),
		draft: ({ problem, solution, answer, level, unique_id: id }) => drafted$2({
			problem,
			solution,
			answer,
			level,
			id
		})
	})]
};

// src/import/formats/mbpp.ts
const taskId = union([number(), string()]);
const lines = array(string());
/** The fields of the sanitized version, which MBPP+ extends. */
const SANITIZED = {
	source_file: string().nullable().optional(),
	task_id: taskId,
	prompt: string(),
	code: string().nullable(),
	test_imports: lines.nullable(),
	test_list: lines.nullable()
};
/** The prompt of the paper without the sentence that the template puts before it, and without examples. */
function drafted$1(id, task, { code, test_list: tests, ...rest }) {
	if (task.trim() === "") return { leftOut: "the task is empty" };
	if (tests === null || tests.every((test) => test.trim() === "")) return NO_TESTS;
	return {
		id: String(id),
		prompt: `${task} Your code should pass these tests:\n\n${tests.join("\n")}`,
		meta: {
			...rest,
			test_list: tests,
			...code !== null && { code }
		}
	};
}
__name(drafted$1, "drafted");
const SHARED = {
	grader: "code",
	template: "You are an expert Python programmer, and here is your task: {{prompt}}\n\nReply with the code in one code block."
};
/**
* MBPP, the original `mbpp.jsonl` and the sanitized `sanitized-mbpp.json`. Fields as in the loading script
* `datasets/mbpp/mbpp.py` of huggingface/datasets (commit 0ea53c1); the prompt, with the tests, and the splits as in
* `mbpp/README.md` of google-research/google-research (commit 30adf0e).
*/
const mbpp = {
	...SHARED,
	name: "mbpp",
	title: "MBPP",
	license: "CC BY 4.0",
	page: "https://github.com/google-research/google-research/tree/master/mbpp",
	paper: "https://arxiv.org/abs/2108.07732",
	note: "The paper evaluates the tasks 11 to 510. All tasks of the file were imported.",
	forms: [form({
		fields: "task_id, text, code, test_list, test_setup_code, challenge_test_list",
		schema: strictObject({
			task_id: taskId,
			text: string(),
			code: string().nullable(),
			test_list: lines.nullable(),
			test_setup_code: string().nullable(),
			challenge_test_list: lines.nullable().optional()
		}),
		draft: ({ task_id: id, text, code, test_list, test_setup_code: setup }) => drafted$1(id, text, {
			code,
			test_list,
			...setup !== null && setup !== "" && { test_setup_code: setup }
		})
	}), form({
		fields: "source_file, task_id, prompt, code, test_imports, test_list",
		schema: strictObject(SANITIZED),
		draft: ({ task_id: id, prompt, code, test_imports: imports, test_list }) => drafted$1(id, prompt, {
			code,
			test_list,
			...imports?.length && { test_imports: imports }
		})
	})]
};
/**
* MBPP+, in the form with written-out tests of the hub's `evalplus/mbppplus`: the fields of the sanitized MBPP and `test`. Its
* prompt shows the tests of MBPP, as in lm-evaluation-harness, `lm_eval/tasks/mbpp/mbpp_plus.yaml` (commit 4e7e0d4,
* 2026-08-21); `test`, which contains many more, grades.
*/
const mbppPlus = {
	...SHARED,
	name: "mbpp-plus",
	title: "MBPP+",
	license: "Apache-2.0",
	page: "https://github.com/evalplus/evalplus",
	paper: "https://arxiv.org/abs/2305.01210",
	forms: [form({
		fields: "task_id, code, prompt, source_file, test_imports, test_list, test",
		schema: strictObject({
			...SANITIZED,
			test: string().nullable()
		}),
		draft: ({ task_id: id, prompt, code, test_imports: imports, test_list, test }) => test === null || test.trim() === "" ? NO_TESTS : drafted$1(id, prompt, {
			code,
			test_list,
			test,
			...imports?.length && { test_imports: imports }
		})
	})],
	refuse: refuseRawInputs("evalplus/mbppplus", /^Mbpp\//u)
};

// src/import/formats/mgsm.ts
const NUMBER = /^-?\d[\d,.]*$/u;
const draft = (question, answer) => answer === "" ? NO_ANSWER : {
	prompt: question,
	answer
};
/**
* MGSM. Two columns without names, as in `mgsm/mgsm_en.tsv` and the ten other languages of google-research/url-nlp (commit
* 452a21a, 2025-08-01), and the hub's `juletxara/mgsm`, whose fields lm-evaluation-harness uses in
* `lm_eval/tasks/mgsm/direct/mgsm_direct_bn.yaml` (commit 4e7e0d4, 2026-08-21).
*/
const mgsm = {
	name: "mgsm",
	title: "MGSM",
	license: "CC BY 4.0 (CC BY-SA 4.0 on the Hugging Face hub)",
	page: "https://github.com/google-research/url-nlp/tree/main/mgsm",
	paper: "https://arxiv.org/abs/2210.03057",
	grader: "numeric",
	template: below(ASK_FOR_NUMBER),
	forms: [form({
		fields: "TSV with two columns without names: the question and the number",
		headerless: "TSV",
		schema: strictObject({
			1: string(),
			2: string()
		}),
		isTypical: (row) => NUMBER.test(row[2].trim()),
		draft: (row) => draft(row[1], row[2].trim())
	}), form({
		fields: "question, answer, answer_number, equation_solution",
		schema: strictObject({
			question: string(),
			answer: string().nullable().optional(),
			answer_number: union([number(), string()]).nullable(),
			equation_solution: string().nullable().optional()
		}),
		draft: ({ question, answer_number: answer }) => draft(question, String(answer ?? "").trim())
	})]
};

// src/import/formats/mmlu-pro.ts
const LETTERS$1 = Array.from("ABCDEFGHIJ");
/** Fills the places of missing options in earlier versions. */
const NO_OPTION = "N/A";
/**
* MMLU-Pro. Fields as in the card of the hub's `TIGER-Lab/MMLU-Pro`. Options `N/A` are removed, as in
* `evaluate_from_local.py` of TIGER-AI-Lab/MMLU-Pro (commit f418b11, 2026-03-18); they come after all others.
*/
const mmluPro = {
	name: "mmlu-pro",
	title: "MMLU-Pro",
	license: "MIT (the code is Apache-2.0)",
	page: "https://github.com/TIGER-AI-Lab/MMLU-Pro",
	paper: "https://arxiv.org/abs/2406.01574",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	groups: "`category`",
	forms: [form({
		fields: "question_id, question, options, answer, answer_index, cot_content, category, src",
		schema: strictObject({
			question_id: union([number(), string()]),
			question: string(),
			options: array(string()),
			answer: string().nullable(),
			answer_index: number().nullable(),
			cot_content: string().nullable().optional(),
			category: string().nullable(),
			src: string().nullable().optional()
		}),
		draft: ({ question_id: id, question, options, answer, answer_index: index, category }) => {
			const right = labelled(LETTERS$1, answer);
			if (right !== void 0 && index !== null && right !== index) return { leftOut: "the letter and the index of the right answer differ" };
			const filled = options.findIndex((option) => option === NO_OPTION);
			return choiceDraft({
				id: String(id),
				question,
				options: filled === -1 || options.slice(filled).some((option) => option !== NO_OPTION) ? options : options.slice(0, filled),
				right,
				group: category || void 0
			});
		}
	})]
};

// src/import/formats/mmlu.ts
const LETTERS = [
	"A",
	"B",
	"C",
	"D"
];
/** The subject in the name of a file of the original release, such as `abstract_algebra_test.csv`. */
const subjectOf = (path) => /^(\w+)_(?:test|val|dev)\.csv/u.exec(basename(path))?.[1];
/**
* MMLU. The original release has one CSV file without column names per subject: the question, four options and the letter,
* as `evaluate.py` of hendrycks/test reads them (commit 4450500, 2023-04-24). The hub's `cais/mmlu` has the fields that its
* card lists, and the index of the right option.
*/
const mmlu = {
	name: "mmlu",
	title: "MMLU",
	license: "MIT",
	page: "https://github.com/hendrycks/test",
	paper: "https://arxiv.org/abs/2009.03300",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	groups: "the subject, in a CSV file from its name",
	forms: [form({
		fields: "CSV with six columns without names: the question, four options, and the letter",
		headerless: "CSV",
		schema: strictObject({
			1: string(),
			2: string(),
			3: string(),
			4: string(),
			5: string(),
			6: string()
		}),
		isTypical: (row) => LETTERS.includes(row[6].trim()),
		draft: (row, { path }) => choiceDraft({
			question: row[1],
			options: [
				row[2],
				row[3],
				row[4],
				row[5]
			],
			right: labelled(LETTERS, row[6]),
			group: subjectOf(path)
		})
	}), form({
		fields: "question, subject, choices, answer (the index of the right option)",
		schema: strictObject({
			question: string(),
			subject: string().optional(),
			choices: array(string()),
			answer: int().nullable()
		}),
		isTypical: ({ choices }) => choices.length === LETTERS.length,
		draft: ({ question, subject, choices, answer }) => choiceDraft({
			question,
			options: choices,
			right: answer ?? void 0,
			group: subject || void 0
		})
	})]
};

// src/import/formats/openbookqa.ts
/** The fields of the release's folder `Additional` and of the hub's configuration `additional`. */
const ADDITIONAL = {
	fact1: string().nullable().optional(),
	humanScore: union([number(), string()]).nullable().optional(),
	clarity: union([number(), string()]).nullable().optional(),
	turkIdAnonymized: string().nullable().optional()
};
/**
* OpenBookQA. The original release, as read by `obqa/data/dataset_readers/arc_multichoice_json_reader.py` of
* allenai/OpenBookQA (commit b519716, 2019-09-27), and the hub's `allenai/openbookqa`, whose card lists the fields of both
* configurations and `unknown` as the license. lm-evaluation-harness removes spaces before `answerKey`
* (`lm_eval/tasks/openbookqa/openbookqa.yaml`, commit 4e7e0d4, 2026-08-21), and so does this.
*/
const openbookqa = {
	name: "openbookqa",
	title: "OpenBookQA",
	license: "none stated with the data (the code is Apache-2.0)",
	page: "https://allenai.org/data/open-book-qa",
	paper: "https://arxiv.org/abs/1809.02789",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	forms: [form({
		fields: "id, question: {stem, choices: [{text, label}]}, answerKey (and fact1, humanScore, clarity, turkIdAnonymized)",
		schema: nestedQuestion({}).extend(ADDITIONAL),
		isTypical: ({ id }) => /^\d+(?:-\d+)?$/u.test(id),
		draft: ({ id, question: { stem, choices }, answerKey }) => choiceDraft({
			id,
			question: stem,
			options: choices.map(({ text }) => text),
			right: labelled(choices.map(({ label }) => label), answerKey)
		})
	}), form({
		fields: "id, question_stem, choices: {text, label}, answerKey (and fact1, humanScore, clarity, turkIdAnonymized)",
		schema: strictObject({
			id: string(),
			question_stem: string(),
			choices: labelledTexts,
			answerKey: string().nullable(),
			...ADDITIONAL
		}),
		draft: ({ id, question_stem: question, choices: { text, label }, answerKey }) => choiceDraft({
			id,
			question,
			options: text,
			right: labelled(label, answerKey)
		})
	})]
};

// src/import/formats/truthfulqa.ts
const hash$1 = /* @__PURE__ */ __name((text) => createHash("sha256").update(text).digest("hex"), "hash");
/**
* Puts the options in an order that depends only on the question and on their texts. All published forms list the right
* option first, so a model that always answers A would score 100%.
*/
function drafted(question, options, right, group) {
	const shuffled = options.map((option) => ({
		option,
		key: hash$1(`${question}\n${option}`)
	})).toSorted((a, b) => a.key < b.key ? -1 : 1).map(({ option }) => option);
	return choiceDraft({
		question,
		options: shuffled,
		right: right === void 0 ? void 0 : shuffled.indexOf(right),
		group
	});
}
function fromLabels(question, options) {
	const right = options.filter(([, label]) => label === 1);
	if (right.length > 1) return { leftOut: "several options are labeled as right" };
	return drafted(question, options.map(([option]) => option), right[0]?.[0]);
}
const byText = record(string(), number());
const inLists = strictObject({
	choices: array(string()),
	labels: array(number())
});
/**
* TruthfulQA as multiple choice with a single right option (MC1): the original `data/mc_task.json` and the hub's
* `truthfulqa/truthful_qa`, configuration `multiple_choice`, as in the loading script
* `datasets/truthful_qa/truthful_qa.py` of huggingface/datasets (commit 54f9471); and the two options of `TruthfulQA.csv`
* since the column `Best Incorrect Answer` was added, with the columns that several public loaders list. lm-evaluation-harness
* relies on the right option being the first (`lm_eval/tasks/truthfulqa/truthfulqa_mc1.yaml`, commit 4e7e0d4, 2026-08-21).
*/
const truthfulqa = {
	name: "truthfulqa",
	title: "TruthfulQA",
	license: "Apache-2.0",
	page: "https://github.com/sylinrl/TruthfulQA",
	paper: "https://arxiv.org/abs/2109.07958",
	grader: "choice",
	template: below(ASK_FOR_LETTER),
	note: "The published rows list the right option first. The options were put in an order that depends only on their texts, so that a model that always answers A does not score 100%.",
	groups: "`Category`, in the CSV file",
	forms: [
		form({
			fields: "question, mc1_targets: {choices, labels}, mc2_targets",
			schema: strictObject({
				question: string(),
				mc1_targets: inLists,
				mc2_targets: inLists.optional()
			}),
			draft: ({ question, mc1_targets: { choices, labels } }) => choices.length === labels.length ? fromLabels(question, choices.map((option, place) => [option, labels[place] ?? 0])) : { leftOut: "there are more or fewer labels than options" }
		}),
		form({
			fields: "question, mc1_targets: {text: label}, mc2_targets",
			schema: strictObject({
				question: string(),
				mc1_targets: byText,
				mc2_targets: byText.optional()
			}),
			draft: ({ question, mc1_targets: options }) => fromLabels(question, Object.entries(options))
		}),
		form({
			fields: "Type, Category, Question, Best Answer, Best Incorrect Answer, Correct Answers, Incorrect Answers, Source",
			schema: strictObject({
				Type: string(),
				Category: string(),
				Question: string(),
				"Best Answer": string(),
				"Best Incorrect Answer": string(),
				"Correct Answers": string(),
				"Incorrect Answers": string(),
				Source: string()
			}),
			draft: (row) => drafted(row.Question, [row["Best Answer"], row["Best Incorrect Answer"]], row["Best Answer"], row.Category || void 0)
		})
	]
};

// src/import/published-formats.ts
const FORMATS = {
	gsm8k,
	math,
	"math-500": math500,
	mgsm,
	commonsenseqa,
	arc,
	openbookqa,
	mmlu,
	"mmlu-pro": mmluPro,
	hellaswag,
	truthfulqa,
	humaneval,
	"humaneval-plus": humanevalPlus,
	mbpp,
	"mbpp-plus": mbppPlus
};
/** Every data set whose published files can be imported, in the order of the documentation. */
const PUBLISHED_FORMATS = FORMAT_NAMES.map((name) => FORMATS[name]);
/** Number of rows that are looked at to recognize a format. */
const LOOKED_AT = 200;
/** The share of these rows that must have one of the format's forms. Real files have a few damaged rows. */
const MOST = .9;
/** The share that must also be typical of the data set. */
const TYPICAL = .5;
const share = (rows, holds) => rows.length === 0 ? 0 : rows.filter(holds).length / rows.length;
/** The form that a row has; undefined if it has none of the format's forms. */
const formOf = ({ forms }, row) => forms.find((each) => each.fits(row));
/** Whether nearly all rows have one of the format's forms. */
const fitsFormat = (format, rows) => share(rows.slice(0, LOOKED_AT), (row) => formOf(format, row) !== void 0) >= MOST;
const readingsOf = ({ rows, headerless }) => headerless === void 0 ? [rows] : [rows, headerless()];
/**
* Recognizes the data set that rows come from by their fields: nearly all rows have exactly the fields of one published
* form, and if two data sets share their fields, most rows are typical of this one. If a table has no names of columns, its
* first row must be typical too, because it could be the names. Undefined if the rows are of no known data set. Looks at the
* first 200 rows.
*/
function recognise(rows) {
	const seen = rows.slice(0, LOOKED_AT);
	return PUBLISHED_FORMATS.find((format) => {
		const isTypical = (row) => format.forms.some((each) => each.isTypical(row));
		const isHeader = (row) => row.headerless !== void 0 && !isTypical(row);
		return fitsFormat(format, seen) && !seen.slice(0, 1).some(isHeader) && share(seen, isTypical) >= TYPICAL;
	});
}
const plainName = (name) => name.toLowerCase().replaceAll("+", "plus").replaceAll(/[^a-z0-9]/gu, "");
/** The format with this name. Case, hyphens and underscores do not matter, and `+` is `plus`: `HumanEval+`, `math500`. */
const formatNamed = (name) => PUBLISHED_FORMATS.find((format) => plainName(format.name) === plainName(name));

// src/import/rows/json-rows.ts
/** Reads JSONL: one object per line. */
async function rowsOfLines(bytes, path) {
	const rows = [];
	const problems = [];
	const open = async function* open() {
		yield bytes;
	};
	for await (const { line, value, problem } of readJsonLines({
		path,
		open,
		fix: ""
	})) if (problem !== void 0) problems.push(problem);
	else if (isFields(value)) rows.push({
		path,
		place: line,
		fields: value
	});
	else problems.push({
		line,
		what: "this line is JSON but not an object, expected one object per row",
		fix: "Check that this is the right file."
	});
	if (problems.length > 0) throw configError(path, problems);
	return rows;
}
/**
* Whether JSON text has one object per line. An object on a single line is a document, because it may contain the rows.
*/
function hasObjectPerLine(text) {
	const [first = "", second] = text.split("\n", 200).filter((line) => line.trim() !== "");
	if (second === void 0) return false;
	try {
		return isFields(JSON.parse(first));
	} catch {
		return /^\s*\{\s*"/u.test(first) && /^\s*\{\s*"/u.test(second);
	}
}
/** Reads a JSON document: a list of rows, an object that contains one, columns, or a single row. */
function rowsOfDocument(text, path) {
	return rowsIn(parse$2(text, path), path).map((fields, place) => {
		if (isFields(fields)) return {
			path,
			place: place + 1,
			fields
		};
		throw configError(path, [{
			what: `row ${place + 1} is not an object, expected a list of objects`,
			fix: "Check that this is the right file."
		}]);
	});
}
function parse$2(text, path) {
	if (isTooDeep(text)) throw configError(path, [{
		what: "found lists and objects nested more than 200 levels deep",
		fix: "Check that this is the right file."
	}]);
	try {
		return JSON.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		const position = /at position (\d+)/u.exec(message)?.[1];
		const isCut = message.startsWith("Unexpected end") || position !== void 0 && Number(position) >= text.trimEnd().length;
		const lines = (isCut ? text : position === void 0 ? void 0 : text.slice(0, Number(position)))?.split("\n");
		throw configError(path, [{
			line: lines?.length,
			column: lines && (lines.at(-1)?.length ?? 0) + 1,
			what: isCut ? "the file ends before its JSON is complete" : "this is not valid JSON",
			fix: isCut ? "Download it again." : "Check that this is the right file, or download it again."
		}]);
	}
}
__name(parse$2, "parse");
const isListOfObjects = (value) => Array.isArray(value) && value.length > 0 && value.every(isFields);
/**
* The rows in a document. Besides a list, four kinds of objects are known: one with a single list of objects, such as
* `{"data": […]}`, in which each row may be wrapped in `row`, as the rows API of the Hugging Face hub does
* (https://huggingface.co/docs/dataset-viewer/rows); lists of the same length, one for each column; pandas' default,
* columns of values by row number; and a single row, as in the files of MATH.
*/
function rowsIn(value, path) {
	if (Array.isArray(value)) return value;
	if (!isFields(value)) return [value];
	const members = Object.entries(value);
	const lists = members.filter(([name, each]) => name !== "features" && isListOfObjects(each));
	const [first, second] = lists;
	const columns = columnsOf(members);
	if (columns !== void 0 && !(first !== void 0 && members.length === 1)) return transposed(columns);
	if (first === void 0 || !Array.isArray(first[1])) return [value];
	if (members.every(([, each]) => isListOfObjects(each)) && second !== void 0) {
		const names = lists.map(([name]) => quoted(name)).join(", ");
		throw configError(path, [{
			what: `this file contains several lists of rows: ${names}`,
			fix: `Select one, for example: jq '.${/^\w+$/u.test(first[0]) ? first[0] : `[${JSON.stringify(first[0])}]`}' FILE > selected.json`
		}]);
	}
	return second === void 0 && /^(?:data|rows|examples|items|questions|train|validation|dev|test)$/iu.test(first[0]) ? unwrapped(first[1], path) : [value];
}
function unwrapped(rows, path) {
	if (!rows.every((row) => isFields(row) && "row_idx" in row && isFields(row["row"]))) return rows;
	return rows.map((row, place) => {
		if (!isFields(row)) return row;
		const cut = row["truncated_cells"];
		if (Array.isArray(cut) && cut.length > 0) throw configError(path, [{
			what: `the hub's rows API truncated row ${place + 1}`,
			fix: "Download the Parquet file of the data set instead."
		}]);
		return row["row"];
	});
}
/** An object's members as columns; undefined if they are not columns of the same length. */
function columnsOf(members) {
	const columns = members.map(([name, each]) => [name, Array.isArray(each) ? each : numbered(each)]);
	const length = columns[0]?.[1]?.length;
	if (length === void 0 || length === 0) return void 0;
	const whole = columns.flatMap(([name, each]) => each?.length === length ? [[name, each]] : []);
	return whole.length === columns.length ? whole : void 0;
}
/** The values of an object whose keys are 0, 1, 2 and so on, in this order. */
function numbered(value) {
	if (!isFields(value)) return void 0;
	const entries = Object.entries(value);
	return entries.every(([key], place) => key === String(place)) ? entries.map(([, each]) => each) : void 0;
}
function transposed(columns) {
	const length = columns[0]?.[1].length ?? 0;
	return Array.from({ length }, (_, place) => Object.fromEntries(columns.map(([name, values]) => [name, values[place]])));
}

// src/import/rows/unpacked.ts
/**
* Maximum size of a file, before and after unpacking, in bytes. The largest published file that the formats know, the
* additional training data of MMLU, has 161 MB. The limit bounds memory.
*/
const MOST_BYTES = 256 * 2 ** 20;
/** `MOST_BYTES` as errors show it. */
const MOST_SHOWN = "256 MiB";
const unzip = promisify(gunzip);
const startsWith = (bytes, ...first) => first.every((byte, place) => bytes[place] === byte);
/** Containers that are recognized by their first bytes and not read, with the command that unpacks them. */
const CONTAINERS = [
	{
		first: [
			80,
			75,
			3,
			4
		],
		name: "a ZIP archive",
		fix: "Unpack it with unzip, and give the path of the file inside."
	},
	{
		first: [
			40,
			181,
			47,
			253
		],
		name: "packed with Zstandard",
		fix: "Unpack it with zstd -d, and give the path of the result."
	},
	{
		first: [
			66,
			90,
			104
		],
		name: "packed with bzip2",
		fix: "Unpack it with bunzip2, and give the path of the result."
	},
	{
		first: [
			253,
			55,
			122,
			88,
			90
		],
		name: "packed with xz",
		fix: "Unpack it with unxz, and give the path of the result."
	},
	{
		first: [
			65,
			82,
			82,
			79,
			87,
			49
		],
		name: "an Arrow file",
		fix: "Save the data set as JSONL, CSV or Parquet instead."
	}
];
/**
* Reads a whole file, and unpacks it if its content is gzip, whatever its name is.
*
* @throws {ConfigError} if the file cannot be read, is too large, is a broken gzip file, a pointer of Git LFS, or an
* archive of another kind
*/
async function readUnpacked(path, open) {
	const bytes = await readAll(path, open);
	const unpacked = startsWith(bytes, 31, 139) ? await unpack(bytes, path) : bytes;
	if (isLfsPointer(unpacked)) throw new ConfigError({
		what: "this is a pointer of Git LFS, expected the data",
		where: path,
		fix: "Run git lfs pull in the repository of the file."
	});
	const container = CONTAINERS.find(({ first }) => startsWith(unpacked, ...first));
	if (container !== void 0) throw new ConfigError({
		what: `this file is ${container.name}, expected JSONL, JSON, CSV, TSV or Parquet, plain or packed with gzip`,
		where: path,
		fix: container.fix
	});
	return unpacked;
}
async function readAll(path, open) {
	const chunks = [];
	let size = 0;
	try {
		for await (const chunk of open(path)) {
			size += chunk.length;
			if (size > MOST_BYTES) throw tooLarge(path, "this file is larger");
			chunks.push(chunk);
		}
	} catch (error) {
		throw unreadableFile(path, error, "Check the path.");
	}
	return Buffer.concat(chunks, size);
}
async function unpack(bytes, path) {
	try {
		return await unzip(bytes, { maxOutputLength: MOST_BYTES });
	} catch (cause) {
		if (cause instanceof RangeError) throw tooLarge(path, "the content of this gzip file is larger");
		throw new ConfigError({
			what: `this gzip file is damaged or incomplete (${cause instanceof Error ? cause.message : String(cause)})`,
			where: path,
			fix: "Download it again.",
			cause
		});
	}
}
/** The error for a file with more data than the limit. */
const tooLarge = (path, what) => new ConfigError({
	what: `${what} than the limit of ${MOST_SHOWN}`,
	where: path,
	fix: "Check that this is the right file. If it is, split it and import the parts."
});

// src/import/rows/parquet-rows.ts
const MAGIC = "PAR1";
/** The column in which pandas stores the row numbers of a table. */
const PANDAS_INDEX = "__index_level_0__";
/** Whether a file's content is Parquet. */
const isParquet = (bytes) => bytes.length >= 12 && Buffer.from(bytes.subarray(0, 4)).toString("latin1") === MAGIC;
/**
* Reads a Parquet file. The sizes in its metadata and in the headers of its pages are checked against the limits before
* anything is unpacked. The library is loaded only here, so that other commands start as fast as without it.
*
* @throws {ConfigError} if the file is damaged, too large, encrypted, or has a feature that the library does not know
*/
async function rowsOfParquet(bytes, path) {
	const [{ parquetMetadata, parquetReadObjects }, { compressors }, { decompress }] = await Promise.all([
		import("./node.js"),
		import("./src.js"),
		import("./esm.js")
	]);
	const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
	let unpacked = 0;
	const bounded = {
		...compressors,
		ZSTD: (input, length) => decompress(input, new Uint8Array(length))
	};
	const limited = Object.fromEntries(Object.entries(bounded).map(([codec, decompress]) => [codec, (input, length) => {
		unpacked += length;
		if (unpacked > MOST_BYTES) throw tooLarge(path, "the content of this Parquet file is larger");
		return decompress(input, length);
	}]));
	try {
		const metadata = parquetMetadata(whole);
		const columns = metadata.row_groups.flatMap((group) => group.columns);
		const sum = (of) => columns.reduce((total, { meta_data: column }) => total + Number(column?.[of] ?? 0), 0);
		if (Math.max(sum("total_uncompressed_size"), sum("num_values")) > MOST_BYTES) throw tooLarge(path, "the content of this Parquet file is larger");
		const count = metadata.row_groups.reduce((total, group) => total + Number(group.num_rows), 0);
		if (Math.max(count, Number(metadata.num_rows)) > 1e6) throw tooManyRows(path, count);
		return (await parquetReadObjects({
			file: {
				byteLength: whole.byteLength,
				slice: (start, end) => whole.slice(start, end)
			},
			metadata,
			compressors: limited
		})).map((fields, place) => {
			const { [PANDAS_INDEX]: _, ...own } = plainFields(fields);
			return {
				path,
				place: place + 1,
				fields: own
			};
		});
	} catch (cause) {
		if (cause instanceof ConfigError) throw cause;
		throw new ConfigError({
			what: `cannot read this Parquet file: ${cause instanceof Error ? cause.message : String(cause)}`,
			where: path,
			fix: "Download it again, or save the data set as JSONL instead.",
			cause
		});
	}
}
/** The error for a file with more rows than the limit. */
const tooManyRows = (path, count) => new ConfigError({
	what: `this file has ${count} rows, more than the limit of ${MOST_ROWS}`,
	where: path,
	fix: "Check that this is the right file. If it is, split it and import the parts."
});
function plainFields(fields) {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}
/** Replaces Parquet's 64-bit integers with numbers if these have the same value, otherwise with text. */
function plain(value) {
	if (typeof value === "bigint") {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (Array.isArray(value)) return value.map(plain);
	return isFields(value) && Object.getPrototypeOf(value) === Object.prototype ? plainFields(value) : value;
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class CsvError extends Error {
	constructor(code, message, options, ...contexts) {
		if (Array.isArray(message)) message = message.join(" ").trim();
		super(message);
		if (Error.captureStackTrace !== void 0) Error.captureStackTrace(this, CsvError);
		this.code = code;
		for (const context of contexts) for (const key in context) {
			const value = context[key];
			this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
		}
	}
};

// node_modules/csv-parse/lib/utils/is_object.js
const is_object = function(obj) {
	return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
const normalize_columns_array = function(columns) {
	const normalizedColumns = [];
	for (let i = 0, l = columns.length; i < l; i++) {
		const column = columns[i];
		if (column === void 0 || column === null || column === false) normalizedColumns[i] = { disabled: true };
		else if (typeof column === "string" || typeof column === "number") normalizedColumns[i] = { name: `${column}` };
		else if (is_object(column)) {
			if (typeof column.name !== "string") throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
				"Option columns missing name:",
				`property "name" is required at position ${i}`,
				"when column is an object literal"
			]);
			normalizedColumns[i] = column;
		} else throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
			"Invalid column definition:",
			"expect a string or a literal object,",
			`got ${JSON.stringify(column)} at position ${i}`
		]);
	}
	return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
	constructor(size = 100) {
		this.size = size;
		this.length = 0;
		this.buf = Buffer.allocUnsafe(size);
	}
	prepend(val) {
		if (Buffer.isBuffer(val)) {
			const length = this.length + val.length;
			if (length >= this.size) {
				this.resize();
				if (length >= this.size) throw Error("INVALID_BUFFER_STATE");
			}
			const buf = this.buf;
			this.buf = Buffer.allocUnsafe(this.size);
			val.copy(this.buf, 0);
			buf.copy(this.buf, val.length);
			this.length += val.length;
		} else {
			const length = this.length++;
			if (length === this.size) this.resize();
			const buf = this.clone();
			this.buf[0] = val;
			buf.copy(this.buf, 1, 0, length);
		}
	}
	append(val) {
		const length = this.length++;
		if (length === this.size) this.resize();
		this.buf[length] = val;
	}
	clone() {
		return Buffer.from(this.buf.slice(0, this.length));
	}
	resize() {
		const length = this.length;
		this.size = this.size * 2;
		const buf = Buffer.allocUnsafe(this.size);
		this.buf.copy(buf, 0, 0, length);
		this.buf = buf;
	}
	toString(encoding) {
		if (encoding) return this.buf.toString(encoding, 0, this.length);
		else return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
	}
	toJSON() {
		return this.toString("utf8");
	}
	reset() {
		this.length = 0;
	}
};

// node_modules/csv-parse/lib/api/init_state.js
const init_state = function(options) {
	const timchars = [
		32,
		9,
		10,
		13,
		12,
		11,
		160,
		5760,
		8192,
		8193,
		8194,
		8195,
		8196,
		8197,
		8198,
		8199,
		8200,
		8201,
		8202,
		8232,
		8233,
		8239,
		8287,
		12288,
		65279
	].reduce((acc, codepoint) => {
		const encoded = Buffer.from(String.fromCharCode(codepoint), options.encoding);
		if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) return acc;
		acc.push(encoded);
		return acc;
	}, []);
	const timcharFirstBytes = /* @__PURE__ */ new Uint8Array(256);
	for (const t of timchars) timcharFirstBytes[t[0]] = 1;
	return {
		bomSkipped: false,
		bufBytesStart: 0,
		castField: options.cast_function,
		commenting: false,
		delimiterBufPrevious: void 0,
		delimiterDiscovered: false,
		error: void 0,
		enabled: options.from_line === 1,
		escaping: false,
		escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
		expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
		field: new ResizeableBuffer(20),
		firstLineToHeaders: options.cast_first_line_to_header,
		needMoreDataSize: Math.max(options.comment !== null ? options.comment.length : 0, ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [], options.delimiter_auto ? 1 : 0, options.quote !== null ? options.quote.length : 0, ...timchars.map((t) => t.length)),
		previousBuf: void 0,
		quoting: false,
		stop: false,
		rawBuffer: new ResizeableBuffer(100),
		record: [],
		recordHasError: false,
		record_length: 0,
		recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
		trimChars: [Buffer.from(" ", options.encoding)[0], Buffer.from("	", options.encoding)[0]],
		wasQuoting: false,
		wasRowDelimiter: false,
		timchars,
		timcharFirstBytes
	};
};

// node_modules/csv-parse/lib/utils/underscore.js
const underscore = function(str) {
	return str.replace(/([A-Z])/g, function(_, match) {
		return "_" + match.toLowerCase();
	});
};

// node_modules/csv-parse/lib/api/normalize_options.js
const normalize_options = function(opts) {
	const options = {};
	for (const opt in opts) options[underscore(opt)] = opts[opt];
	if (options.encoding === void 0 || options.encoding === true) options.encoding = "utf8";
	else if (options.encoding === null || options.encoding === false) options.encoding = null;
	else if (typeof options.encoding !== "string" && options.encoding !== null) throw new CsvError("CSV_INVALID_OPTION_ENCODING", [
		"Invalid option encoding:",
		"encoding must be a string or null to return a buffer,",
		`got ${JSON.stringify(options.encoding)}`
	], options);
	if (options.bom === void 0 || options.bom === null || options.bom === false) options.bom = false;
	else if (options.bom !== true) throw new CsvError("CSV_INVALID_OPTION_BOM", [
		"Invalid option bom:",
		"bom must be true,",
		`got ${JSON.stringify(options.bom)}`
	], options);
	options.cast_function = null;
	if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") options.cast = void 0;
	else if (typeof options.cast === "function") {
		options.cast_function = options.cast;
		options.cast = true;
	} else if (options.cast !== true) throw new CsvError("CSV_INVALID_OPTION_CAST", [
		"Invalid option cast:",
		"cast must be true or a function,",
		`got ${JSON.stringify(options.cast)}`
	], options);
	if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") options.cast_date = false;
	else if (options.cast_date === true) options.cast_date = function(value) {
		const date = Date.parse(value);
		return !isNaN(date) ? new Date(date) : value;
	};
	else if (typeof options.cast_date !== "function") throw new CsvError("CSV_INVALID_OPTION_CAST_DATE", [
		"Invalid option cast_date:",
		"cast_date must be true or a function,",
		`got ${JSON.stringify(options.cast_date)}`
	], options);
	options.cast_first_line_to_header = void 0;
	if (options.columns === true) options.cast_first_line_to_header = void 0;
	else if (typeof options.columns === "function") {
		options.cast_first_line_to_header = options.columns;
		options.columns = true;
	} else if (Array.isArray(options.columns)) options.columns = normalize_columns_array(options.columns);
	else if (options.columns === void 0 || options.columns === null || options.columns === false) options.columns = false;
	else throw new CsvError("CSV_INVALID_OPTION_COLUMNS", [
		"Invalid option columns:",
		"expect an array, a function or true,",
		`got ${JSON.stringify(options.columns)}`
	], options);
	if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) options.group_columns_by_name = false;
	else if (options.group_columns_by_name !== true) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", [
		"Invalid option group_columns_by_name:",
		"expect an boolean,",
		`got ${JSON.stringify(options.group_columns_by_name)}`
	], options);
	else if (options.columns === false) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", ["Invalid option group_columns_by_name:", "the `columns` mode must be activated."], options);
	if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") options.comment = null;
	else {
		if (typeof options.comment === "string") options.comment = Buffer.from(options.comment, options.encoding);
		if (!Buffer.isBuffer(options.comment)) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
			"Invalid option comment:",
			"comment must be a buffer or a string,",
			`got ${JSON.stringify(options.comment)}`
		], options);
	}
	if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) options.comment_no_infix = false;
	else if (options.comment_no_infix !== true) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
		"Invalid option comment_no_infix:",
		"value must be a boolean,",
		`got ${JSON.stringify(options.comment_no_infix)}`
	], options);
	if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) options.delimiter_auto = false;
	else if (options.delimiter_auto === true) options.delimiter_auto = {};
	else if (!is_object(options.delimiter_auto)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
		"Invalid option delimiter_auto:",
		"delimiter_auto must be a boolean or a configuration object,",
		`got ${JSON.stringify(options.delimiter_auto)}`
	], options);
	if (options.delimiter_auto) {
		if (options.delimiter_auto.preferred === void 0) options.delimiter_auto.preferred = {
			[",".charCodeAt(0)]: 1.8,
			["	".charCodeAt(0)]: 1.8,
			[";".charCodeAt(0)]: 1.6,
			[" ".charCodeAt(0)]: 1.6,
			[":".charCodeAt(0)]: 1.5,
			[".".charCodeAt(0)]: 1.4,
			["/".charCodeAt(0)]: 1.4
		};
		else if (!is_object(options.delimiter_auto.preferred)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"preferred must be an object,",
			`got ${JSON.stringify(options.delimiter_auto.preferred)}`
		], options);
		if (options.delimiter_auto.score === void 0) options.delimiter_auto.score = (info, options) => {
			return (info.total - info.std) * (options.preferred[info.char_code] || 1);
		};
		else if (typeof options.delimiter_auto.score !== "function") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"score must be a function,",
			`got ${JSON.stringify(options.delimiter_auto.score)}`
		], options);
		if (options.delimiter_auto.size === void 0) options.delimiter_auto.size = 2048;
		else if (typeof options.delimiter_auto.size !== "number") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"size must be a number,",
			`got ${JSON.stringify(options.delimiter_auto.size)}`
		], options);
	}
	const delimiter_json = JSON.stringify(options.delimiter);
	if (options.delimiter_auto !== false) options.delimiter = [];
	if (!Array.isArray(options.delimiter)) {
		if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) options.delimiter = Buffer.from(",", options.encoding);
		options.delimiter = [options.delimiter];
	}
	options.delimiter = options.delimiter.map(function(delimiter) {
		if (typeof delimiter === "string") delimiter = Buffer.from(delimiter, options.encoding);
		if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_DELIMITER", [
			"Invalid option delimiter:",
			"delimiter must be a non empty string or buffer or array of string|buffer,",
			`got ${delimiter_json}`
		], options);
		return delimiter;
	});
	if (options.escape === void 0 || options.escape === true) options.escape = Buffer.from("\"", options.encoding);
	else if (typeof options.escape === "string") options.escape = Buffer.from(options.escape, options.encoding);
	else if (options.escape === null || options.escape === false) options.escape = null;
	if (options.escape !== null) {
		if (!Buffer.isBuffer(options.escape)) throw new Error(`Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`);
	}
	if (options.from === void 0 || options.from === null) options.from = 1;
	else {
		if (typeof options.from === "string" && /\d+/.test(options.from)) options.from = parseInt(options.from);
		if (Number.isInteger(options.from)) {
			if (options.from < 0) throw new Error(`Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`);
		} else throw new Error(`Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`);
	}
	if (options.from_line === void 0 || options.from_line === null) options.from_line = 1;
	else {
		if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) options.from_line = parseInt(options.from_line);
		if (Number.isInteger(options.from_line)) {
			if (options.from_line <= 0) throw new Error(`Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`);
		} else throw new Error(`Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`);
	}
	if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) options.ignore_last_delimiters = false;
	else if (typeof options.ignore_last_delimiters === "number") {
		options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
		if (options.ignore_last_delimiters === 0) options.ignore_last_delimiters = false;
	} else if (typeof options.ignore_last_delimiters !== "boolean") throw new CsvError("CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS", [
		"Invalid option `ignore_last_delimiters`:",
		"the value must be a boolean value or an integer,",
		`got ${JSON.stringify(options.ignore_last_delimiters)}`
	], options);
	if (options.ignore_last_delimiters === true && options.columns === false) throw new CsvError("CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS", ["The option `ignore_last_delimiters`", "requires the activation of the `columns` option"], options);
	if (options.info === void 0 || options.info === null || options.info === false) options.info = false;
	else if (options.info !== true) throw new Error(`Invalid Option: info must be true, got ${JSON.stringify(options.info)}`);
	if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) options.max_record_size = 0;
	else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {} else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) options.max_record_size = parseInt(options.max_record_size);
	else throw new Error(`Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`);
	if (options.objname === void 0 || options.objname === null || options.objname === false) options.objname = void 0;
	else if (Buffer.isBuffer(options.objname)) {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty buffer`);
		if (options.encoding === null) {} else options.objname = options.objname.toString(options.encoding);
	} else if (typeof options.objname === "string") {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty string`);
	} else if (typeof options.objname === "number") {} else throw new Error(`Invalid Option: objname must be a string or a buffer, got ${options.objname}`);
	if (options.objname !== void 0) {
		if (typeof options.objname === "number") {
			if (options.columns !== false) throw Error("Invalid Option: objname index cannot be combined with columns or be defined as a field");
		} else if (options.columns === false) throw Error("Invalid Option: objname field must be combined with columns or be defined as an index");
	}
	if (options.on_record === void 0 || options.on_record === null) options.on_record = void 0;
	else if (typeof options.on_record !== "function") throw new CsvError("CSV_INVALID_OPTION_ON_RECORD", [
		"Invalid option `on_record`:",
		"expect a function,",
		`got ${JSON.stringify(options.on_record)}`
	], options);
	if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") throw new Error(`Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`);
	if (options.quote === null || options.quote === false || options.quote === "") options.quote = null;
	else {
		if (options.quote === void 0 || options.quote === true) options.quote = Buffer.from("\"", options.encoding);
		else if (typeof options.quote === "string") options.quote = Buffer.from(options.quote, options.encoding);
		if (!Buffer.isBuffer(options.quote)) throw new Error(`Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`);
	}
	if (options.raw === void 0 || options.raw === null || options.raw === false) options.raw = false;
	else if (options.raw !== true) throw new Error(`Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`);
	if (options.record_delimiter === void 0) options.record_delimiter = [];
	else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
		if (options.record_delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer,",
			`got ${JSON.stringify(options.record_delimiter)}`
		], options);
		options.record_delimiter = [options.record_delimiter];
	} else if (!Array.isArray(options.record_delimiter)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
		"Invalid option `record_delimiter`:",
		"value must be a string, a buffer or array of string|buffer,",
		`got ${JSON.stringify(options.record_delimiter)}`
	], options);
	options.record_delimiter = options.record_delimiter.map(function(rd, i) {
		if (typeof rd !== "string" && !Buffer.isBuffer(rd)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a string, a buffer or array of string|buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		else if (rd.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		if (typeof rd === "string") rd = Buffer.from(rd, options.encoding);
		return rd;
	});
	if (typeof options.relax_column_count === "boolean") {} else if (options.relax_column_count === void 0 || options.relax_column_count === null) options.relax_column_count = false;
	else throw new Error(`Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`);
	if (typeof options.relax_column_count_less === "boolean") {} else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) options.relax_column_count_less = false;
	else throw new Error(`Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`);
	if (typeof options.relax_column_count_more === "boolean") {} else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) options.relax_column_count_more = false;
	else throw new Error(`Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`);
	if (typeof options.relax_quotes === "boolean") {} else if (options.relax_quotes === void 0 || options.relax_quotes === null) options.relax_quotes = false;
	else throw new Error(`Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`);
	if (typeof options.skip_empty_lines === "boolean") {} else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) options.skip_empty_lines = false;
	else throw new Error(`Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`);
	if (typeof options.skip_records_with_empty_values === "boolean") {} else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) options.skip_records_with_empty_values = false;
	else throw new Error(`Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`);
	if (typeof options.skip_records_with_error === "boolean") {} else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) options.skip_records_with_error = false;
	else throw new Error(`Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`);
	if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) options.rtrim = false;
	else if (options.rtrim !== true) throw new Error(`Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`);
	if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) options.ltrim = false;
	else if (options.ltrim !== true) throw new Error(`Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`);
	if (options.trim === void 0 || options.trim === null || options.trim === false) options.trim = false;
	else if (options.trim !== true) throw new Error(`Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`);
	if (options.trim === true && opts.ltrim !== false) options.ltrim = true;
	else if (options.ltrim !== true) options.ltrim = false;
	if (options.trim === true && opts.rtrim !== false) options.rtrim = true;
	else if (options.rtrim !== true) options.rtrim = false;
	if (options.to === void 0 || options.to === null) options.to = -1;
	else if (options.to !== -1) {
		if (typeof options.to === "string" && /\d+/.test(options.to)) options.to = parseInt(options.to);
		if (Number.isInteger(options.to)) {
			if (options.to <= 0) throw new Error(`Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`);
		} else throw new Error(`Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`);
	}
	if (options.to_line === void 0 || options.to_line === null) options.to_line = -1;
	else if (options.to_line !== -1) {
		if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) options.to_line = parseInt(options.to_line);
		if (Number.isInteger(options.to_line)) {
			if (options.to_line <= 0) throw new Error(`Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`);
		} else throw new Error(`Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`);
	}
	return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
const delimiter_discover = function(records, options) {
	if (!options) ({delimiter_auto: options} = normalize_options({ delimiter_auto: true }));
	if (typeof records === "string") records = Buffer.from(records);
	if (Buffer.isBuffer(records)) records = ((data) => {
		const records = [];
		const parser = transform({ delimiter: [] });
		const push = (record) => records.push(record);
		const close = () => {};
		const error = parser.parse(data, true, push, close);
		if (error !== void 0) throw error;
		return records;
	})(records);
	const info = Array(127).fill().map(() => ({ lines: [] }));
	records.map(([record], line) => {
		for (let i = 0, l = record.length; i < l; i++) {
			const code = record.charCodeAt(i);
			if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
			info[code].lines[line]++;
		}
	});
	info.map((info, i) => {
		info.char_code = i;
		info.std = std(info.lines);
		info.total = info.lines.reduce((acc, val) => acc + val, 0);
		info.preferred = !!options.preferred[i];
		info.score = options.score(info, options);
	});
	const result = info.reduce((acc, info) => acc.score > info.score ? acc : info, {});
	return String.fromCharCode(result.char_code);
};
const std = function(array) {
	const n = array.length;
	if (n === 0) return 0;
	const mean = array.reduce((a, b) => a + b) / n;
	return Math.sqrt(array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n);
};

// node_modules/csv-parse/lib/api/index.js
const isRecordEmpty = function(record) {
	return record.every((field) => field == null || field.toString && field.toString().trim() === "");
};
const cr = 13;
const nl = 10;
const boms = {
	utf8: Buffer.from([
		239,
		187,
		191
	]),
	utf16le: Buffer.from([255, 254])
};
const transform = function(original_options = {}) {
	const info = {
		bytes: 0,
		bytes_records: 0,
		comment_lines: 0,
		empty_lines: 0,
		invalid_field_length: 0,
		lines: 1,
		records: 0
	};
	const options = normalize_options(original_options);
	return {
		info,
		original_options,
		options,
		state: init_state(options),
		__needMoreData: function(i, bufLen, end) {
			if (end) return false;
			const { encoding, escape, quote } = this.options;
			const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
			return bufLen - i - 1 < Math.max(needMoreDataSize, recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength, quoting ? (escape === null ? 0 : escape.length) + quote.length : 0, quoting ? quote.length + recordDelimiterMaxLength : 0);
		},
		parse: function(nextBuf, end, push, close) {
			const { bom, comment_no_infix, delimiter_auto, encoding, from_line, ltrim, max_record_size, raw, relax_quotes, rtrim, skip_empty_lines, to, to_line } = this.options;
			let { comment, escape, quote, record_delimiter } = this.options;
			const { bomSkipped, delimiterDiscovered, delimiterBufPrevious, rawBuffer, escapeIsQuote } = this.state;
			if (!delimiterDiscovered && delimiter_auto) {
				let delimiterBuf;
				if (delimiterBufPrevious === void 0) delimiterBuf = nextBuf;
				else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) delimiterBuf = delimiterBufPrevious;
				else delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
				nextBuf = void 0;
				if (end || delimiterBuf.length > delimiter_auto.size) {
					this.options.delimiter = [Buffer.from(delimiter_discover(delimiterBuf, this.options.delimiter_auto))];
					this.state.previousBuf = delimiterBuf;
					this.state.delimiterBufPrevious = void 0;
					this.state.delimiterDiscovered = true;
				} else {
					this.state.delimiterBufPrevious = delimiterBuf;
					return;
				}
			}
			const { previousBuf } = this.state;
			let buf;
			if (previousBuf === void 0) {
				if (nextBuf === void 0) {
					close();
					return;
				} else buf = nextBuf;
			} else if (previousBuf !== void 0 && nextBuf === void 0) buf = previousBuf;
			else buf = Buffer.concat([previousBuf, nextBuf]);
			if (bomSkipped === false) {
				if (bom === false) this.state.bomSkipped = true;
				else if (buf.length < 3) {
					if (end === false) {
						this.state.previousBuf = buf;
						return;
					}
				} else {
					for (const encoding in boms) if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
						const bomLength = boms[encoding].length;
						this.state.bufBytesStart += bomLength;
						buf = buf.slice(bomLength);
						const options = normalize_options({
							...this.original_options,
							encoding
						});
						for (const key in options) this.options[key] = options[key];
						({comment, escape, quote} = this.options);
						break;
					}
					this.state.bomSkipped = true;
				}
			}
			const bufLen = buf.length;
			let pos = 0;
			for (; pos < bufLen; pos++) {
				if (this.__needMoreData(pos, bufLen, end)) break;
				if (this.state.wasRowDelimiter === true) {
					this.info.lines++;
					this.state.wasRowDelimiter = false;
				}
				if (to_line !== -1 && this.info.lines > to_line) {
					this.state.stop = true;
					close();
					return;
				}
				if (this.state.quoting === false && record_delimiter.length === 0) {
					if (this.__autoDiscoverRecordDelimiter(buf, pos)) record_delimiter = this.options.record_delimiter;
				}
				const chr = buf[pos];
				if (raw === true) rawBuffer.append(chr);
				if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) this.state.wasRowDelimiter = true;
				if (this.state.escaping === true) this.state.escaping = false;
				else {
					if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
						if (escapeIsQuote) {
							if (this.__isQuote(buf, pos + escape.length)) {
								this.state.escaping = true;
								pos += escape.length - 1;
								continue;
							}
						} else {
							this.state.escaping = true;
							pos += escape.length - 1;
							continue;
						}
					}
					if (this.state.commenting === false && this.__isQuote(buf, pos)) {
						if (this.state.quoting === true) {
							const nextChr = buf[pos + quote.length];
							const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
							const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
							const isNextChrDelimiter = this.__isDelimiter(buf, pos + quote.length, nextChr);
							const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
							if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) pos += escape.length - 1;
							else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								pos += quote.length - 1;
								continue;
							} else if (relax_quotes === false) {
								const err = this.__error(new CsvError("CSV_INVALID_CLOSING_QUOTE", [
									"Invalid Closing Quote:",
									`got "${String.fromCharCode(nextChr)}"`,
									`at line ${this.info.lines}`,
									"instead of delimiter, record delimiter, trimable character",
									"(if activated) or comment"
								], this.options, this.__infoField()));
								if (err !== void 0) return err;
							} else {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								this.state.field.prepend(quote);
								pos += quote.length - 1;
							}
						} else if (this.state.field.length !== 0) {
							if (relax_quotes === false) {
								const info = this.__infoField();
								const bom = Object.keys(boms).map((b) => boms[b].equals(this.state.field.toString()) ? b : false).filter(Boolean)[0];
								const err = this.__error(new CsvError("INVALID_OPENING_QUOTE", [
									"Invalid Opening Quote:",
									`a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
									bom ? `(${bom} bom)` : void 0
								], this.options, info, { field: this.state.field }));
								if (err !== void 0) return err;
							}
						} else {
							this.state.quoting = true;
							pos += quote.length - 1;
							continue;
						}
					}
					if (this.state.quoting === false) {
						const recordDelimiterLength = this.__isRecordDelimiter(chr, buf, pos);
						if (recordDelimiterLength !== 0) {
							if (this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) this.info.comment_lines++;
							else {
								if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
									this.state.enabled = true;
									this.__resetField();
									this.__resetRecord();
									pos += recordDelimiterLength - 1;
									continue;
								}
								if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
									this.info.empty_lines++;
									pos += recordDelimiterLength - 1;
									continue;
								}
								this.info.bytes = this.state.bufBytesStart + pos;
								const errField = this.__onField();
								if (errField !== void 0) return errField;
								this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
								const errRecord = this.__onRecord(push);
								if (errRecord !== void 0) return errRecord;
								if (to !== -1 && this.info.records >= to) {
									this.state.stop = true;
									close();
									return;
								}
							}
							this.state.commenting = false;
							pos += recordDelimiterLength - 1;
							continue;
						}
						if (this.state.commenting) continue;
						if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
							if (this.__compareBytes(comment, buf, pos, chr) !== 0) {
								this.state.commenting = true;
								continue;
							}
						}
						const delimiterLength = this.__isDelimiter(buf, pos, chr);
						if (delimiterLength !== 0) {
							this.info.bytes = this.state.bufBytesStart + pos;
							const errField = this.__onField();
							if (errField !== void 0) return errField;
							pos += delimiterLength - 1;
							continue;
						}
					}
				}
				if (this.state.commenting === false) {
					if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) return this.__error(new CsvError("CSV_MAX_RECORD_SIZE", [
						"Max Record Size:",
						"record exceed the maximum number of tolerated bytes",
						`of ${max_record_size}`,
						`at line ${this.info.lines}`
					], this.options, this.__infoField()));
				}
				const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
				const rappend = rtrim === false || this.state.wasQuoting === false;
				if (lappend === true && rappend === true) this.state.field.append(chr);
				else if (rtrim === true && !this.__isCharTrimable(buf, pos)) return this.__error(new CsvError("CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE", [
					"Invalid Closing Quote:",
					"found non trimable byte after quote",
					`at line ${this.info.lines}`
				], this.options, this.__infoField()));
				else {
					if (lappend === false) pos += this.__isCharTrimable(buf, pos) - 1;
					continue;
				}
			}
			if (end === true) {
				if (this.state.quoting === true) {
					const err = this.__error(new CsvError("CSV_QUOTE_NOT_CLOSED", ["Quote Not Closed:", `the parsing is finished with an opening quote at line ${this.info.lines}`], this.options, this.__infoField()));
					if (err !== void 0) return err;
				} else if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
					this.info.bytes = this.state.bufBytesStart + pos;
					const errField = this.__onField();
					if (errField !== void 0) return errField;
					const errRecord = this.__onRecord(push);
					if (errRecord !== void 0) return errRecord;
				} else if (this.state.wasRowDelimiter === true) this.info.empty_lines++;
				else if (this.state.commenting === true) this.info.comment_lines++;
			} else {
				this.state.bufBytesStart += pos;
				this.state.previousBuf = buf.slice(pos);
			}
			if (this.state.wasRowDelimiter === true) {
				this.info.lines++;
				this.state.wasRowDelimiter = false;
			}
		},
		__onRecord: function(push) {
			const { columns, group_columns_by_name, encoding, info, from, relax_column_count, relax_column_count_less, relax_column_count_more, raw, skip_records_with_empty_values } = this.options;
			const { enabled, record } = this.state;
			if (enabled === false) return this.__resetRecord();
			const recordLength = record.length;
			if (columns === true) {
				if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
					this.__resetRecord();
					return;
				}
				return this.__firstLineToColumns(record);
			}
			if (columns === false && this.info.records === 0) this.state.expectedRecordLength = recordLength;
			if (recordLength !== this.state.expectedRecordLength) {
				const err = columns === false ? new CsvError("CSV_RECORD_INCONSISTENT_FIELDS_LENGTH", [
					"Invalid Record Length:",
					`expect ${this.state.expectedRecordLength},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record }) : new CsvError("CSV_RECORD_INCONSISTENT_COLUMNS", [
					"Invalid Record Length:",
					`columns length is ${columns.length},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record });
				if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
					this.info.invalid_field_length++;
					this.state.error = err;
				} else {
					const finalErr = this.__error(err);
					if (finalErr) return finalErr;
				}
			}
			if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
				this.__resetRecord();
				return;
			}
			if (this.state.recordHasError === true) {
				this.__resetRecord();
				this.state.recordHasError = false;
				return;
			}
			this.info.records++;
			if (from === 1 || this.info.records >= from) {
				const { objname } = this.options;
				if (columns !== false) {
					const obj = {};
					for (let i = 0, l = record.length; i < l; i++) {
						if (columns[i] === void 0 || columns[i].disabled) continue;
						if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
							if (Array.isArray(obj[columns[i].name])) obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
							else obj[columns[i].name] = [obj[columns[i].name], record[i]];
						} else Object.defineProperty(obj, columns[i].name, {
							value: record[i],
							enumerable: true,
							writable: true,
							configurable: true
						});
					}
					if (raw === true || info === true) {
						const extRecord = Object.assign({ record: obj }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
						const err = this.__push(objname === void 0 ? extRecord : [obj[objname], extRecord], push);
						if (err) return err;
					} else {
						const err = this.__push(objname === void 0 ? obj : [obj[objname], obj], push);
						if (err) return err;
					}
				} else if (raw === true || info === true) {
					const extRecord = Object.assign({ record }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
					const err = this.__push(objname === void 0 ? extRecord : [record[objname], extRecord], push);
					if (err) return err;
				} else {
					const err = this.__push(objname === void 0 ? record : [record[objname], record], push);
					if (err) return err;
				}
			}
			this.__resetRecord();
		},
		__firstLineToColumns: function(record) {
			const { firstLineToHeaders } = this.state;
			try {
				const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
				if (!Array.isArray(headers)) return this.__error(new CsvError("CSV_INVALID_COLUMN_MAPPING", [
					"Invalid Column Mapping:",
					"expect an array from column function,",
					`got ${JSON.stringify(headers)}`
				], this.options, this.__infoField(), { headers }));
				const normalizedHeaders = normalize_columns_array(headers);
				this.state.expectedRecordLength = normalizedHeaders.length;
				this.options.columns = normalizedHeaders;
				this.__resetRecord();
				return;
			} catch (err) {
				return err;
			}
		},
		__resetRecord: function() {
			if (this.options.raw === true) this.state.rawBuffer.reset();
			this.state.error = void 0;
			this.state.record = [];
			this.state.record_length = 0;
		},
		__onField: function() {
			const { cast, encoding, rtrim, max_record_size } = this.options;
			const { enabled, wasQuoting } = this.state;
			if (enabled === false) return this.__resetField();
			let field = this.state.field.toString(encoding);
			if (rtrim === true && wasQuoting === false) field = field.trimRight();
			if (cast === true) {
				const [err, f] = this.__cast(field);
				if (err !== void 0) return err;
				field = f;
			}
			this.state.record.push(field);
			if (max_record_size !== 0 && typeof field === "string") this.state.record_length += field.length;
			this.__resetField();
		},
		__resetField: function() {
			this.state.field.reset();
			this.state.wasQuoting = false;
		},
		__push: function(record, push) {
			const { on_record } = this.options;
			if (on_record !== void 0) {
				const info = this.__infoRecord();
				try {
					record = on_record.call(null, record, info);
				} catch (err) {
					return err;
				}
				if (record === void 0 || record === null) return;
			}
			this.info.bytes_records += this.info.bytes;
			push(record);
		},
		__cast: function(field) {
			const { columns, relax_column_count } = this.options;
			if (Array.isArray(columns) === true && relax_column_count && this.options.columns.length <= this.state.record.length) return [void 0, void 0];
			if (this.state.castField !== null) try {
				const info = this.__infoField();
				return [void 0, this.state.castField.call(null, field, info)];
			} catch (err) {
				return [err];
			}
			if (this.__isFloat(field)) return [void 0, parseFloat(field)];
			else if (this.options.cast_date !== false) {
				const info = this.__infoField();
				return [void 0, this.options.cast_date.call(null, field, info)];
			}
			return [void 0, field];
		},
		__compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
			if (sourceBuf[0] !== firstByte) return 0;
			const sourceLength = sourceBuf.length;
			for (let i = 1; i < sourceLength; i++) if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
			return sourceLength;
		},
		__isCharTrimable: function(buf, pos) {
			const { timchars, timcharFirstBytes } = this.state;
			const first = buf[pos];
			if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
			loop1: for (let i = 0; i < timchars.length; i++) {
				const timchar = timchars[i];
				for (let j = 0; j < timchar.length; j++) if (timchar[j] !== buf[pos + j]) continue loop1;
				return timchar.length;
			}
			return 0;
		},
		__isDelimiter: function(buf, pos, chr) {
			const { delimiter, ignore_last_delimiters } = this.options;
			if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) return 0;
			else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) return 0;
			loop1: for (let i = 0; i < delimiter.length; i++) {
				const del = delimiter[i];
				if (del[0] === chr) {
					for (let j = 1; j < del.length; j++) if (del[j] !== buf[pos + j]) continue loop1;
					return del.length;
				}
			}
			return 0;
		},
		__isEscape: function(buf, pos, chr) {
			const { escape } = this.options;
			if (escape === null) return false;
			const l = escape.length;
			if (escape[0] === chr) {
				for (let i = 0; i < l; i++) if (escape[i] !== buf[pos + i]) return false;
				return true;
			}
			return false;
		},
		__isFloat: function(value) {
			return value - parseFloat(value) + 1 >= 0;
		},
		__isQuote: function(buf, pos) {
			const { quote } = this.options;
			if (quote === null) return false;
			const l = quote.length;
			for (let i = 0; i < l; i++) if (quote[i] !== buf[pos + i]) return false;
			return true;
		},
		__isRecordDelimiter: function(chr, buf, pos) {
			const { record_delimiter } = this.options;
			const recordDelimiterLength = record_delimiter.length;
			loop1: for (let i = 0; i < recordDelimiterLength; i++) {
				const rd = record_delimiter[i];
				const rdLength = rd.length;
				if (rd[0] !== chr) continue;
				for (let j = 1; j < rdLength; j++) if (rd[j] !== buf[pos + j]) continue loop1;
				return rd.length;
			}
			return 0;
		},
		__autoDiscoverRecordDelimiter: function(buf, pos) {
			const { encoding } = this.options;
			const rds = [
				Buffer.from("\r\n", encoding),
				Buffer.from("\n", encoding),
				Buffer.from("\r", encoding)
			];
			loop: for (let i = 0; i < rds.length; i++) {
				const l = rds[i].length;
				for (let j = 0; j < l; j++) if (rds[i][j] !== buf[pos + j]) continue loop;
				this.options.record_delimiter.push(rds[i]);
				this.state.recordDelimiterMaxLength = rds[i].length;
				return rds[i].length;
			}
			return 0;
		},
		__error: function(msg) {
			const { encoding, raw, skip_records_with_error } = this.options;
			const err = typeof msg === "string" ? new Error(msg) : msg;
			if (skip_records_with_error) {
				this.state.recordHasError = true;
				if (this.options.on_skip !== void 0) try {
					this.options.on_skip(err, raw ? this.state.rawBuffer.toString(encoding) : void 0);
				} catch (err) {
					return err;
				}
				return;
			} else return err;
		},
		__infoDataSet: function() {
			return {
				...this.info,
				columns: this.options.columns
			};
		},
		__infoRecord: function() {
			const { columns, raw, encoding } = this.options;
			return {
				...this.__infoDataSet(),
				bytes_records: this.info.bytes,
				error: this.state.error,
				header: columns === true,
				index: this.state.record.length,
				raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
			};
		},
		__infoField: function() {
			const { columns } = this.options;
			const isColumns = Array.isArray(columns);
			const bytes_records = this.info.bytes_records;
			return {
				...this.__infoRecord(),
				bytes_records,
				column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
				quoting: this.state.wasQuoting
			};
		}
	};
};

// node_modules/csv-parse/lib/sync.js
const parse$1 = /* @__PURE__ */ __name(function(data, opts = {}) {
	if (typeof data === "string") data = Buffer.from(data);
	const records = opts && opts.objname ? Object.create(null) : [];
	const parser = transform(opts);
	const push = (record) => {
		if (parser.options.objname === void 0) records.push(record);
		else records[record[0]] = record[1];
	};
	const close = () => {};
	const error = parser.parse(data, true, push, close);
	if (error !== void 0) throw error;
	return records;
}, "parse");

// src/import/rows/table-rows.ts
/** The names of the first column in tables that pandas wrote with its row numbers. */
const ROW_NUMBERS = /* @__PURE__ */ new Set(["", "Unnamed: 0"]);
/** Number of lines that show whether a table is separated by tabs. */
const LINES_SEEN = 20;
/**
* The separator of a table: a tab if the first lines all have the same number of tabs, otherwise a semicolon if the first
* line has one and no comma, otherwise a comma.
*/
function separatorOf(text) {
	const lines = text.split("\n", LINES_SEEN).filter((line) => line.trim() !== "");
	const tabs = new Set(lines.map((line) => line.split("	").length - 1));
	if (tabs.size === 1 && !tabs.has(0)) return "	";
	const first = lines[0] ?? "";
	return first.includes(";") && !first.includes(",") ? ";" : ",";
}
/**
* Reads CSV (RFC 4180) or a table separated by semicolons or tabs. Quotation marks inside a cell that does not begin with
* one are text, as for Python's csv module: some files of MMLU have such cells.
*
* @throws {ConfigError} with the line of a record with too few or too many cells, or with an open quotation mark
*/
function rowsOfTable(text, path) {
	const separator = separatorOf(text);
	const kind = separator === "	" ? "TSV" : "CSV";
	const records = recordsOf(text, path, separator);
	const names = columnNames(records[0]?.record ?? []);
	return {
		kind,
		rows: records.slice(1).map(({ record, line }) => ({
			path,
			place: line,
			fields: fieldsOf(record, (place) => names[place])
		})),
		headerless: () => records.map(({ record, line }) => ({
			path,
			place: line,
			fields: fieldsOf(record, (place) => String(place + 1)),
			headerless: kind
		}))
	};
}
const fieldsOf = (record, named) => Object.fromEntries(record.flatMap((cell, place) => {
	const name = named(place);
	return name === void 0 ? [] : [[name, cell]];
}));
/** The first line's cells as names: a repeated name is replaced by the column's number, and row numbers have none. */
function columnNames(header) {
	const names = header.map((name) => name.trim());
	return names.map((name, place) => {
		if (place === 0 && ROW_NUMBERS.has(name)) return void 0;
		return names.indexOf(name) === place && name !== "" ? name : String(place + 1);
	});
}
function recordsOf(text, path, separator) {
	try {
		return parsed(text, separator, true);
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		if (separator === "	") try {
			return parsed(text, separator, false);
		} catch {}
		throw notATable(error, path);
	}
}
function parsed(text, separator, quotes) {
	const records = [];
	parse$1(text, {
		delimiter: separator,
		quote: quotes ? "\"" : false,
		relax_quotes: true,
		skip_empty_lines: true,
		on_record: (record, { lines }) => {
			records.push({
				record,
				line: lines
			});
			return null;
		}
	});
	return records;
}
function notATable(error, path) {
	const line = error["lines"];
	const what = error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" ? "this line has more or fewer cells than the first line" : error.code === "CSV_QUOTE_NOT_CLOSED" ? "a quotation mark is opened and never closed" : `this is neither JSON nor Parquet, and not valid CSV (${error.code})`;
	return configError(path, [{
		line: typeof line === "number" ? line : void 0,
		what,
		fix: "Check that this is the right file, and that it is complete."
	}]);
}

// src/import/rows/read-rows.ts
const BYTE_ORDER_MARK = /^\uFEFF/u;
/**
* Reads the rows of a file: JSONL, JSON, CSV, TSV or Parquet, plain or packed with gzip. The content decides, not the
* name. Memory is bounded by the limits in `unpacked.ts` and `row.ts`.
*
* @throws {ConfigError} with the place and the remedy if the file cannot be read, is damaged or too large, or has no rows
*/
async function readRows(path, open) {
	const read = await rowsOf(await readUnpacked(path, open), path);
	if (read.rows.length === 0 && (read.headerless?.().length ?? 0) === 0) throw new ConfigError({
		what: "this file has no rows",
		where: path,
		fix: "Check that this is the right file, and that it was downloaded completely."
	});
	if (read.rows.length > 1e6) throw tooManyRows(path, read.rows.length);
	return read;
}
async function rowsOf(bytes, path) {
	if (isParquet(bytes)) return {
		kind: "Parquet",
		rows: await rowsOfParquet(bytes, path)
	};
	const text = decodeUtf8(bytes)?.replace(BYTE_ORDER_MARK, "");
	if (text === void 0) throw configError(path, [notUtf8(bytes, lineOfFault(bytes))]);
	const beginning = text.slice(0, 1e3).trimStart();
	if (/^<(?:!doctype|html|head|\?xml)/iu.test(beginning)) throw new ConfigError({
		what: "this is a web page, expected data",
		where: path,
		fix: "Download the file itself: on GitHub with \"Raw\", on the Hugging Face hub with resolve instead of blob in the address."
	});
	if (!/^[[{]/u.test(beginning)) return rowsOfTable(text, path);
	return beginning.startsWith("{") && hasObjectPerLine(text) ? {
		kind: "JSONL",
		rows: await rowsOfLines(bytes, path)
	} : {
		kind: "JSON",
		rows: rowsOfDocument(text, path)
	};
}
/** The number of the first line that is not UTF-8. */
function lineOfFault(bytes) {
	let line = 1;
	for (let start = 0; start < bytes.length; line += 1) {
		const end = bytes.indexOf(10, start);
		if (decodeUtf8(bytes.subarray(start, end === -1 ? bytes.length : end)) === void 0) return line;
		if (end === -1) break;
		start = end + 1;
	}
	return line;
}

// src/import/select-rows.ts
/** Maximum number of field names that an error lists. */
const MOST_FIELDS = 20;
/** Recognizes the data set of a file, with or without the names of the columns; undefined if it is of no known data set. */
function recogniseFile(file) {
	for (const rows of readingsOf(file)) {
		const format = recognise(rows);
		if (format !== void 0) return {
			format,
			rows
		};
	}
}
/** Whether a row has the fields that the user's templates name. */
const isUsable = ({ forms }, row) => forms.some((form) => !("leftOut" in form.draft(row)));
/**
* The rows of a file as rows of the format that the user named.
*
* @param commandFor the command that imports the file in another format
* @throws {ConfigError} that names the file's format, or its fields and those of the named format, if the file has another
*/
function rowsAs(format, file, { path, commandFor }) {
	const fitting = readingsOf(file).find((rows) => format.name === "custom" ? rows.some((row) => isUsable(format, row)) : fitsFormat(format, rows));
	if (fitting !== void 0) return fitting;
	const first = file.rows[0]?.fields ?? {};
	const names = Object.keys(first);
	const found = names.slice(0, MOST_FIELDS).map(quoted).join(", ");
	const more = names.length > MOST_FIELDS ? ` and ${names.length - MOST_FIELDS} more` : "";
	const fields = `this ${file.kind} file has the fields ${found}${more}`;
	const expected = format.forms.map((form) => form.fields).join("; or ");
	if (format.name === "custom") throw new ConfigError({
		what: `${fields}, but the templates name ${expected}`,
		where: path,
		fix: "Correct the names in double braces. Write a.b for the field b inside the field a, and a.0 for the first entry of a list."
	});
	for (const each of PUBLISHED_FORMATS) {
		const refused = each.refuse?.(first);
		if (refused !== void 0) throw new ConfigError({
			...refused,
			where: path
		});
	}
	const other = recogniseFile(file);
	if (other !== void 0) throw new ConfigError({
		what: `this is ${other.format.title}'s published form, expected ${format.title}`,
		where: path,
		fix: `Import it as such: ${commandFor(other.format)}`
	});
	throw new ConfigError({
		what: `${fields}, which are not those of ${format.title}`,
		where: path,
		fix: `Expected ${expected}. If the file contains other data, use templates: reversal-check import ${CUSTOM} FILE --prompt '{{question}}' --answer '{{answer}}'`
	});
}

export { formOf as a, ASK_FOR_BOX as c, below as d, labelled as f, PUBLISHED_FORMATS as i, ASK_FOR_LETTER as l, NO_ANSWER as m, rowsAs as n, formatNamed as o, lettered as p, readRows as r, isFields as s, recogniseFile as t, ASK_FOR_NUMBER as u };