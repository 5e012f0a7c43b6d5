"""
Makes the logs beside it with the tools themselves: lm-eval 0.4.13 and inspect-ai 0.3.285.

    pip install lm-eval==0.4.13 inspect-ai==0.3.285
    python make.py FOLDER

Both sides are asked the same 32 sums and capitals by models that only pretend: old is right where the number of the item is even,
new on three of four. Nothing is asked of a network. The files are as the tools wrote them, but for the traceback of the errors and
the revision of the folder they were made in, which name folders of the machine, and are taken out with inspect-ai's own reader and writer.
"""

import json
import pathlib
import shutil
import sys
import tempfile

ITEMS = 32
REPEATS = 4
EPOCHS = 2
CAPITALS = ["Paris", "Rome", "Oslo", "Cairo"]

out = pathlib.Path(sys.argv[1]).resolve()


def right(side, number):
    return number % 2 == 0 if side == "old" else number % 4 != 3


def solution(side, number, repeat):
    total = 2 * number + 1 + (0 if right(side, number) else 1)
    ways = [f"{number} + {number + 1} = {total}", f"{number + 1} + {number} = {total}", f"2 * {number} + 1 = {total}"]
    return f"{ways[(number + repeat) % len(ways)]}. #### {total}"


def number_in(text):
    return int(text.rsplit("What is ", 1)[1].split(" ")[0])


def write_lm_eval():
    import lm_eval
    from lm_eval.api.model import LM
    from lm_eval.loggers import EvaluationTracker
    from lm_eval.tasks import TaskManager

    class Pretending(LM):
        def __init__(self, side):
            super().__init__()
            self.side = side
            self.asked = {}

        def generate_until(self, requests, disable_tqdm=False):
            texts = []
            for request in requests:
                number = number_in(request.args[0])
                repeat = self.asked.get(number, 0)
                self.asked[number] = repeat + 1
                texts.append(solution(self.side, number, repeat))
            return texts

        def loglikelihood(self, requests, disable_tqdm=False):
            likely = []
            for request in requests:
                number = int(request.args[0].split("country ")[1].split("?")[0])
                wanted = CAPITALS[number % 4] if right(self.side, number) else CAPITALS[(number + 1) % 4]
                likely.append((-0.5 if request.args[1].strip() == wanted else -7.25, False))
            return likely

        def loglikelihood_rolling(self, requests, disable_tqdm=False):
            raise NotImplementedError

    work = pathlib.Path(tempfile.mkdtemp())
    (work / "sums.jsonl").write_text(
        "".join(json.dumps({"question": f"What is {n} + {n + 1}?", "answer": f"{n} + {n + 1}. #### {2 * n + 1}"}) + "\n" for n in range(ITEMS))
    )
    (work / "capitals.jsonl").write_text(
        "".join(json.dumps({"question": f"Which is the capital of country {n}?", "choices": CAPITALS, "label": n % 4}) + "\n" for n in range(ITEMS))
    )

    def filters(*kinds):
        return [
            {"name": name, "filter": [{"function": "regex", "regex_pattern": pattern}, {"function": "take_first"}]}
            for name, pattern in kinds
        ]

    def sums(name, **more):
        return {
            "task": name,
            "dataset_path": "json",
            "dataset_kwargs": {"data_files": {"test": str(work / "sums.jsonl")}},
            "test_split": "test",
            "output_type": "generate_until",
            "doc_to_text": "Question: {{question}}\nAnswer:",
            "doc_to_target": "{{answer}}",
            "metric_list": [
                {"metric": "exact_match", "aggregation": "mean", "higher_is_better": True, "regexes_to_ignore": ["(?s).*#### "]}
            ],
            **more,
        }

    tasks = [
        sums(
            "sums",
            generation_kwargs={"until": ["Question:"], "do_sample": False, "temperature": 0.0},
            filter_list=filters(("strict-match", "#### (\\d+)"), ("flexible-extract", "(\\d+)")),
        ),
        sums(
            "sums_sampled",
            generation_kwargs={"until": ["Question:"], "do_sample": True, "temperature": 0.8},
            repeats=REPEATS,
            filter_list=filters(("strict-match", "#### (\\d+)")),
        ),
        {
            "task": "capitals",
            "dataset_path": "json",
            "dataset_kwargs": {"data_files": {"test": str(work / "capitals.jsonl")}},
            "test_split": "test",
            "output_type": "multiple_choice",
            "doc_to_text": "{{question}}",
            "doc_to_choice": "{{choices}}",
            "doc_to_target": "label",
            "metric_list": [{"metric": name, "aggregation": "mean", "higher_is_better": True} for name in ("acc", "acc_norm")],
        },
    ]
    for side in ("old", "new"):
        folder = work / side
        tracker = EvaluationTracker(output_path=str(folder))
        tracker.general_config_tracker.log_experiment_args("pretending", f"pretrained={side}", "", "", False)
        results = lm_eval.simple_evaluate(
            model=Pretending(side), tasks=tasks, task_manager=TaskManager(), log_samples=True, bootstrap_iters=0
        )
        samples = results.pop("samples")
        tracker.save_results_aggregated(results=results, samples=samples)
        for task in samples:
            tracker.save_results_samples(task_name=task, samples=samples[task])
        (out / "lm-eval" / side).mkdir(parents=True)
        for file in sorted(folder.rglob("samples_*.jsonl")):
            shutil.copy(file, out / "lm-eval" / side / file.name)


def write_inspect():
    from inspect_ai import Task, eval
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.log import read_eval_log, write_eval_log
    from inspect_ai.model import ChatCompletionChoice, ChatMessageAssistant, GenerateConfig, ModelOutput, ModelUsage, get_model
    from inspect_ai.scorer import Score, accuracy, match, scorer
    from inspect_ai.solver import generate, solver

    @solver
    def break_at(numbers):
        async def solve(state, generate):
            if number_in(state.input_text) in numbers and state.epoch == 1:
                raise RuntimeError("the sandbox did not start")
            return state

        return solve

    @scorer(metrics=[accuracy()], name="rubric")
    def rubric():
        async def score(state, target):
            right = state.output.completion.endswith(f"#### {target.text}")
            return Score(value=1.0 if right else 0.0, answer=state.output.completion.rsplit("#### ", 1)[-1])

        return score

    def model(side):
        asked = {}

        def answer(input, tools, tool_choice, config):
            number = number_in(input[-1].text)
            asked[number] = asked.get(number, 0) + 1
            text = solution(side, number, asked[number])
            cut = number == 5
            return ModelOutput(
                model="mockllm",
                usage=ModelUsage(input_tokens=9, output_tokens=9, total_tokens=18),  # else it asks a network for a tokenizer
                choices=[
                    ChatCompletionChoice(
                        message=ChatMessageAssistant(content=text[:4] if cut else text, source="generate"),
                        stop_reason="max_tokens" if cut else "stop",
                    )
                ],
            )

        return get_model("mockllm/" + side, custom_outputs=answer, config=GenerateConfig(temperature=0.8, max_tokens=64))

    def task(broken):
        return Task(
            name="sums",
            dataset=MemoryDataset(
                [Sample(id=f"s{n}", input=f"What is {n} + {n + 1}?", target=str(2 * n + 1), metadata={"level": n % 2}) for n in range(ITEMS)]
            ),
            solver=[break_at(broken), generate()],
            scorer=[match(location="end", numeric=True), rubric()],
        )

    for side, broken in (("old", ()), ("new", (7,))):
        for kind in ("eval",) if side == "old" else ("eval", "json"):
            folder = pathlib.Path(tempfile.mkdtemp())
            (log,) = eval(
                task(broken), model=model(side), epochs=EPOCHS, log_dir=str(folder), log_format=kind, display="none",
                max_samples=1, fail_on_error=False, log_realtime=False,
            )
            log = read_eval_log(log.location)
            log.eval.revision = None
            for sample in log.samples:
                sample.events = []
                if sample.error is not None:
                    sample.error.traceback = sample.error.traceback_ansi = ""
            (out / "inspect" / side).mkdir(parents=True, exist_ok=True)
            write_eval_log(log, str(out / "inspect" / side / f"sums.{kind}"))


write_lm_eval()
write_inspect()
