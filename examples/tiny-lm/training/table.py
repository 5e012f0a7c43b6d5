"""Samples checkpoints on the eval set and prints what became of M0, by way and iteration; adds it to table.json.

    python table.py [--suites trained-kind,…] [sft-4 …]

The product measures the same checkpoints with its own server, graders and measures; a test holds the two against each
other.
"""

import argparse
import json

import train
from judge import compare
from train import EXAMPLE, ROUNDS

N = 16
TABLE = EXAMPLE / "training" / "table.json"


def main():
    names = [f"{way}-{number + 1}" for way, rounds in ROUNDS.items() for number in range(rounds)]
    parser = argparse.ArgumentParser()
    parser.add_argument("--suites", default="trained-kind,other-beginnings,other-questions")
    parser.add_argument("checkpoints", nargs="*", default=names)
    asked = parser.parse_args()
    suites = {name: read(name) for name in asked.suites.split(",")}
    old = {suite: solve("m0", items, 1) for suite, items in suites.items()}
    table = json.loads(TABLE.read_text()) if TABLE.exists() else {}
    print("checkpoint     suite             pass@1  pass@16  logical  syntactic  ways@16")
    for name in asked.checkpoints:
        for suite, items in suites.items():
            new = solve(name, items, 2 + names.index(name))
            figures = compare([int(item["answer"]) for item in items], old[suite], new)
            table.setdefault(name, {})[suite] = figures
            if name == asked.checkpoints[0]:
                show("m0", suite, figures, "old")
            show(name, suite, figures, "new")
        TABLE.write_text(json.dumps(table, indent=1) + "\n")


def read(suite):
    lines = (EXAMPLE / "evals" / f"{suite}.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def solve(name, items, seed):
    prompts = [item["prompt"] for item in items]
    return train.sample(train.load(name), prompts, N, seed=seed, **train.SAMPLING)


def show(name, suite, figures, side):
    values = [f"{figure[side]:.3f}" for figure in figures.values()]
    cells = [f"{value:>{width}}" for value, width in zip(values, (7, 8, 8, 10, 8))]
    print(f"{name:14} {suite:16} {' '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
