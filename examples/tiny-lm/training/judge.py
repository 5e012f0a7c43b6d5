"""What a solution answers and in which way it came there, judged from its text alone, and the figures of the table.

Nothing here is shared with the product: the two must come to the same figures, each by its own code.
"""

import re
from collections import Counter
from itertools import combinations
from math import comb
from statistics import fmean, stdev

ANSWER = re.compile(r"[Aa]nswer(?: is|:) (\d+)")
CALCULATION = re.compile(r"(\d+) ([+-]) (\d+) = (\d+)")
WORD = re.compile(r"\w+|[^\w\s]")


def answer_of(solution):
    stated = ANSWER.findall(solution)
    return int(stated[-1]) if stated else None


def way_of(solution):
    """The set of its calculations; the two sides of a sum may change places."""
    found = set()
    for left, mark, right, result in CALCULATION.findall(solution):
        sides = (int(left), int(right))
        found.add((mark, *(sorted(sides) if mark == "+" else sides), int(result)))
    return frozenset(found)


def word_groups_of(solution, size):
    """The set of its groups of so many neighboring words and marks."""
    words = WORD.findall(solution.lower())
    return frozenset(zip(*(words[place:] for place in range(size))))


def pass_at(n, right, k):
    return 1 - comb(n - right, k) / comb(n, k)


def alike(one, other):
    """The cosine of two sets as vectors of ones and zeros; two empty ones are alike."""
    if not one or not other:
        return float(not one and not other)
    return len(one & other) / (len(one) * len(other)) ** 0.5


def dissimilarity(sets):
    return fmean(1 - alike(one, other) for one, other in combinations(sets, 2))


def distinct_ways(right_ways, n, k):
    """How many ways to a right answer k of the n solutions are expected to show."""
    return sum(1 - comb(n - count, k) / comb(n, k) for count in Counter(right_ways).values())


def common_groups(items, size):
    """Groups of words in the solutions of more than half of the items: they say nothing about a single item's solutions."""
    seen = Counter()
    for solutions in items:
        seen.update(set().union(*(word_groups_of(solution, size) for solution in solutions)))
    return {group for group, count in seen.items() if 2 * count > len(items)}


def compare(answers, old, new):
    """answers: an item each; old, new: each item's solutions → figures of both sides and of their difference."""
    n = len(old[0])
    right = [
        [[s for s in solutions if answer_of(s) == answer] for answer, solutions in zip(answers, side)]
        for side in (old, new)
    ]
    both = [place for place in range(len(answers)) if all(len(side[place]) >= 2 for side in right)]
    figures = {
        "pass@1": [[len(r) / n for r in side] for side in right],
        f"pass@{n}": [[pass_at(n, len(r), n) for r in side] for side in right],
        "logical": [[dissimilarity([way_of(s) for s in side[place]]) for place in both] for side in right],
        "syntactic": [[0.0] * len(both), [0.0] * len(both)],
        f"ways@{n}": [[distinct_ways(map(way_of, r), n, n) for r in side] for side in right],
    }
    for size in (1, 2, 3, 4):
        common = common_groups(old, size) | common_groups(new, size)
        for which, side in enumerate(right):
            for at, place in enumerate(both):
                groups = [word_groups_of(s, size) - common for s in side[place]]
                figures["syntactic"][which][at] += dissimilarity(groups) / 4
    return {name: summary(*values) for name, values in figures.items()}


def summary(old, new):
    changes = [after - before for before, after in zip(old, new)]
    return {
        "items": len(changes),
        "old": fmean(old),
        "new": fmean(new),
        "change": fmean(changes),
        "standardErrors": {name: stdev(values) / len(values) ** 0.5 for name, values in (("old", old), ("new", new), ("change", changes))},
    }
