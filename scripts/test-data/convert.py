"""Turns the public originals of a data set into the files that tests and benchmarks read.

Many originals are Python test files, and the others were written by Python, so Python converts them: `ast` reads the literals, and
`json` gives the bytes whose hashes data-sets.ts lists. Each function is named after its data set and maps the originals, by path, to
files, by name. convert.ts runs it in Pyodide, so no Python needs to be installed.
"""

import ast
import csv
import io
import json
import re


def lines_of(original):
    return [json.loads(line) for line in original.splitlines() if line]


def jsonl(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def pretty(value):
    return json.dumps(value, indent=1, ensure_ascii=False)


def gsm8k(originals):
    """The group of a problem is how many calculations its published solution marks: `1 step` … `5 steps`, `6+ steps`."""

    def group(solution):
        steps = solution.count("<<")
        if steps == 0:
            return {}
        return {"group": "6+ steps" if steps >= 6 else f"{steps} step{'' if steps == 1 else 's'}"}

    problems = lines_of(originals["grade_school_math/data/test.jsonl"])
    solutions = lines_of(originals["grade_school_math/data/example_model_solutions.jsonl"])
    ids = [f"gsm8k-test-{number:04}" for number in range(len(problems))]
    items = [
        {
            "id": name,
            "prompt": problem["question"],
            "answer": problem["answer"].split("#### ")[1],
        }
        | group(problem["answer"])
        for name, problem in zip(ids, problems, strict=True)
    ]

    def generations(model):
        return jsonl(
            {"suite": "gsm8k", "id": name, "index": 0, "text": solution[model]["solution"], "finish_reason": "stop"}
            for name, solution in zip(ids, solutions, strict=True)
        )

    return {
        "LICENSE": originals["LICENSE"],
        "gsm8k.jsonl": jsonl(items),
        "generations-6b-finetuning.jsonl": generations("6b_finetuning"),
        "generations-175b-finetuning.jsonl": generations("175b_finetuning"),
    }


def humaneval_codegen(originals):
    """CodeT removed the examples from the prompts and sorted the problems by the text of their id."""
    tasks = sorted(lines_of(originals["data/HumanEval.jsonl.gz"]), key=lambda task: task["task_id"])
    [samples] = [text for path, text in originals.items() if path.endswith("_code_solution.jsonl")]
    solved = lines_of(samples)
    ids = [f"humaneval-{number:03}" for number in range(len(tasks))]
    meta = ("task_id", "entry_point", "canonical_solution", "test")
    return {
        "LICENSE": originals["CodeT/LICENSE"],
        "humaneval.jsonl": jsonl(
            {"id": name, "prompt": one["prompt"], "meta": {key: task[key] for key in meta}}
            for name, task, one in zip(ids, tasks, solved, strict=True)
        ),
        "generations-codegen-16b.jsonl": jsonl(
            {"suite": "humaneval", "id": name, "index": index, "text": text}
            for name, one in zip(ids, solved, strict=True)
            for index, text in enumerate(one["samples"])
        ),
    }


def math_verify_cases(file, source):
    """Every case of a test file: the rows of `parametrize`, and calls of `compare_strings` with literals."""
    for function in ast.parse(source).body:
        if not isinstance(function, ast.FunctionDef):
            continue
        where = {"file": file, "test": function.name}
        for decorator in function.decorator_list:
            names, rows = decorator.args
            keys = [key.strip() for key in ast.literal_eval(names).split(",")]
            for row in rows.elts:
                yield where | {"line": row.lineno} | dict(zip(keys, map(literal, row.elts), strict=True))
        for statement in function.body:
            call = statement.test.left if isinstance(statement, ast.Assert) and isinstance(statement.test, ast.Compare) else None
            if isinstance(call, ast.Call) and isinstance(call.args[0], ast.Constant):
                gold, pred = map(literal, call.args)
                kwargs = {keyword.arg: literal(keyword.value) for keyword in call.keywords}
                expected = literal(statement.test.comparators[0])
                case = {"gold": gold, "pred": pred, "expected": expected, "kwargs": kwargs}
                yield where | {"line": statement.lineno} | case


def literal(node):
    """The value of a literal; of anything else, its source."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return {"py": ast.unparse(node)}


def math_verify(originals):
    """Every second case; the others were not looked at while the grader was written."""
    cases = [
        case
        for path in sorted(originals)
        for case in math_verify_cases(path.rsplit("/", 1)[1], originals[path])
    ]
    return {"math-verify-half.json": pretty(cases[::2])}


def hendrycks_math(originals):
    [source] = originals.values()
    tests = ast.parse(source).body[-1].body
    cases = []
    for test in tests:
        first, second, check = test.body
        cases.append(
            {
                "test": test.name,
                "a": ast.literal_eval(first.value),
                "b": ast.literal_eval(second.value),
                "expected": check.value.func.attr == "assertTrue",
            }
        )
    return {"hendrycks-math.json": pretty(cases)}


def multiple_testing(originals):
    """statsmodels keeps what R's multtest printed in arrays: one by rows, the others by columns, which `reshape` tells apart."""
    [source] = originals.values()
    columns = ("rawp", "Bonferroni", "Holm", "Hochberg", "SidakSS", "SidakSD", "BH", "BY")
    cases = []
    for statement in ast.parse(source).body:
        if not isinstance(statement, ast.Assign) or not statement.targets[0].id.startswith("res"):
            continue
        call = statement.value
        if not isinstance(call, ast.Call):
            continue
        if call.func.attr == "reshape":
            size = call.args[0].value
            numbers = [getattr(node, "value", None) for node in call.func.value.args[0].elts]
            by_column = [numbers[at : at + size] for at in range(0, len(numbers), size)]
        else:
            by_column = list(zip(*ast.literal_eval(call.args[0]), strict=True))
        values = {key: [float(value) for value in column] for key, column in zip(columns, by_column)}
        source = "R multtest mt.rawp2adjp via statsmodels test_multi.py"
        cases.append({"name": statement.targets[0].id, "source": source} | values)
    return {"multiple-testing.json": pretty(cases)}


def qwen_math(originals):
    [source] = originals.values()
    problems = lines_of(source)
    return {
        "items.jsonl": jsonl(
            {"id": str(one["idx"]), "prompt": one["question"], "answer": one["answer"], "group": one["level"]}
            for one in problems
        ),
        "generations.jsonl": jsonl(
            {
                "suite": "math",
                "id": str(one["idx"]),
                "index": index,
                "text": text,
                "finish_reason": "stop",
                "outcome": "correct" if score else "incorrect",
                "published_answer": answer,
            }
            for one in problems
            for index, (text, score, answer) in enumerate(zip(one["code"], one["score"], one["pred"], strict=True))
        ),
    }


def llmdrift(originals):
    """The labels are those of the published rules (src/analysis/utils.py there): yes before no, and the first box."""

    def rows(path):
        return list(csv.DictReader(io.StringIO(originals[path], newline="")))

    def yes_or_no(text):
        words = re.sub("[,.]", " ", text.lower()).split()
        stated = [word for word in ("yes", "no") if any(f"[{word}]" in f"[{one}]" for one in words)]
        return stated[:1]

    def first_box(text):
        return re.findall(r"boxed{([^}]*)}", text.lower())[:1]

    suites = {
        "prime": (rows("generation/PRIME_FULL_EVAL.csv"), yes_or_no, str.capitalize),
        "happy": (rows("generation/COUNTAHAPPYNUMBER_EVAL.csv"), first_box, lambda answer: first_box(answer)[0]),
    }
    models = ("gpt-3.5-turbo-0301", "gpt-3.5-turbo-0613", "gpt-4-0314", "gpt-4-0613")

    def answers(suite, model):
        return [row for row in suites[suite][0] if row["model"] == f"openaichat/{model}"]

    def generations(model):
        for suite, (_, stated, _) in suites.items():
            for number, row in enumerate(answers(suite, model)):
                correct = stated(row["answer"]) == stated(row["ref_answer"])
                outcome = "correct" if correct else "incorrect"
                yield {"suite": suite, "id": str(number), "index": 0, "text": row["answer"], "outcome": outcome}

    items = {
        f"{suite}.items.jsonl": jsonl(
            {"id": str(number), "prompt": row["query"], "answer": shown(row["ref_answer"])}
            for number, row in enumerate(answers(suite, models[0]))
        )
        for suite, (_, _, shown) in suites.items()
    }
    return items | {f"generations-{model}.jsonl": jsonl(generations(model)) for model in models}


def novelty_bench(originals):
    [source] = originals.values()
    prompts = lines_of(source)
    return {
        "items.jsonl": jsonl({"id": one["id"], "prompt": one["prompt"]} for one in prompts),
        "generations.jsonl": jsonl(
            {"suite": "novelty", "id": one["id"], "index": index, "text": text, "class": group}
            for one in prompts
            for index, (text, group) in enumerate(zip(one["generations"], one["partition"], strict=True))
        ),
    }
