"""Word problems about a number of things that grows and shrinks, and the many right ways to write their solutions.

A problem is a start and a chain of changes, such as 12, +5, -3. Whether a chain may be trained on is decided by its hash
alone, so that nothing in the eval set was ever trained on, whatever names and words stand around the numbers.
"""

import hashlib
import re
from dataclasses import dataclass

LARGEST = 80  # every number is one token, 0 to 80

NAMES = ["Ann", "Ben", "Cora", "Dan", "Eva", "Finn", "Gina", "Hugo", "Iris", "Jon"]
THINGS = [
    "apples", "books", "coins", "cards", "eggs", "stamps", "shells", "pens", "rings", "seeds",
    "toys", "cakes",
]
HERS = {"Ann", "Cora", "Eva", "Gina", "Iris"}

# The wording that is trained on: {n} the name, {p} the pronoun, {x} the number, {t} the things.
START = [
    "{n} has {x} {t}.",
    "{n} begins with {x} {t}.",
    "In the morning {n} has {x} {t}.",
    "There are {x} {t} in the box of {n}.",
]
GAIN = [
    "{p} buys {x} more.",
    "{p} finds {x} {t}.",
    "A friend brings {x} more {t}.",
    "Then {p} gets {x} {t}.",
    "{n} wins {x} more.",
]
LOSS = [
    "{p} loses {x}.",
    "{p} sells {x} {t}.",
    "{p} gives {x} {t} to a friend.",
    "Then {x} of the {t} break.",
    "{n} drops {x}.",
]
QUESTION = ["How many {t} does {n} have now?", "How many {t} are there now?", "What does {n} have in the end?"]

# Sentences that no training problem has, made of the same words. In the eval set one kind of sentence is another than in
# training, the rest is as trained. Where all are others M0 solves 6%, which leaves nothing to lose.
OTHER = {
    "start": [
        "Now there are {x} {t} and {n} has the {t}.",
        "{n} gets a box of {x} {t} in the morning.",
    ],
    "gain": [
        "In the box {p} finds {x} more {t}.",
        "{x} more {t} then get to {n}.",
        "Then a friend of {n} buys {x} {t} and brings the {t} to {n}.",
    ],
    "loss": [
        "{x} of the {t} break in the morning.",
        "A friend finds and sells {x} of the {t} of {n}.",
        "Then {n} drops {x} of the {t} there.",
    ],
    "question": ["In the end {n} has how many {t}?", "What are the {t} of {n} now?"],
}


@dataclass(frozen=True)
class Problem:
    start: int
    changes: tuple[int, ...]  # +5 is five more, -3 is three fewer
    prompt: str

    @property
    def answer(self):
        return self.start + sum(self.changes)


def chain_key(start, changes):
    """What is hashed: the numbers alone, such as `12+5-3`."""
    return f"{start}" + "".join(f"{change:+d}" for change in changes)


def belongs_to_eval(start, changes):
    """One chain in eight: the SHA-256 of its key begins with a byte that 8 divides."""
    return hashlib.sha256(chain_key(start, changes).encode()).digest()[0] % 8 == 0


def draw_chain(random, steps, starts, operands):
    """A chain that stays within 1 to LARGEST."""
    while True:
        start = random.randint(*starts)
        changes, value = [], start
        for _ in range(steps):
            change = random.randint(*operands) * random.choice((1, -1))
            value += change
            changes.append(change)
            if not 1 <= value <= LARGEST:
                break
        else:
            return start, tuple(changes)


def write_prompt(random, start, changes, other=()):
    """other: the kinds of sentences that are others than in training."""
    name = random.choice(NAMES)
    words = {"n": name, "p": "she" if name in HERS else "he", "t": random.choice(THINGS)}
    trained = {"start": START, "gain": GAIN, "loss": LOSS, "question": QUESTION}
    starts, gains, losses, questions = (
        OTHER[kind] if kind in other else sentences for kind, sentences in trained.items()
    )
    sentences = [random.choice(starts).format(x=start, **words)]
    for change in changes:
        sentence = random.choice(gains if change > 0 else losses).format(x=abs(change), **words)
        sentences.append(sentence[0].upper() + sentence[1:])
    sentences.append(random.choice(questions).format(**words))
    return " ".join(sentences)


def draw_problem(random, steps, starts=(4, 25), operands=(1, 9), other=(), for_eval=False):
    while True:
        start, changes = draw_chain(random, steps, starts, operands)
        if belongs_to_eval(start, changes) == for_eval:
            prompt = write_prompt(random, start, changes, other)
            return Problem(start, changes, prompt)


# Ways: in which order and grouping the changes are worked out. All are equally right.


def in_order(random, start, changes):
    return apply(start, changes)


def backwards(random, start, changes):
    return apply(start, changes[::-1])


def gains_first(random, start, changes):
    return apply(start, [c for c in changes if c > 0] + [c for c in changes if c < 0])


def gains_and_losses_added_up(random, start, changes):
    """All gains added up, all losses added up, then both applied."""
    lines, totals = [], []
    for sign in (1, -1):
        same = [abs(c) for c in changes if c * sign > 0]
        if not same:
            continue
        total = same[0]
        for operand in same[1:]:
            lines.append((total, "+", operand, total + operand))
            total += operand
        totals.append(sign * total)
    rest = apply(start, totals)
    return None if rest is None else lines + rest


def one_pair_first(random, start, changes):
    """Two neighboring changes become one before they are applied."""
    if len(changes) < 2:
        return None
    at = random.randrange(len(changes) - 1)
    a, b = changes[at], changes[at + 1]
    if a + b == 0:
        return None
    if a * b > 0:
        line = (abs(a), "+", abs(b), abs(a) + abs(b))
    else:
        line = (max(abs(a), abs(b)), "-", min(abs(a), abs(b)), abs(a + b))
    rest = apply(start, changes[:at] + (a + b,) + changes[at + 2 :])
    return None if rest is None else [line] + rest


def apply(value, changes):
    lines = []
    for change in changes:
        result = value + change
        if not 0 <= result <= LARGEST:
            return None
        lines.append((value, "+" if change > 0 else "-", abs(change), result))
        value = result
    return lines


WAYS = [in_order, backwards, gains_first, gains_and_losses_added_up, one_pair_first]

OPENINGS = ["", "First ", "So ", "We have "]
BETWEEN = ["", "Then ", "So ", "Now "]
ENDINGS = ["The answer is {a}.", "Answer: {a}", "So the answer is {a}."]


def write_solution(random, start, changes):
    """One of the right solutions, each way and each phrasing as likely as the others that the chain allows."""
    way = None
    while way is None:
        way = random.choice(WAYS)(random, start, changes)
    return phrase(random, way, start + sum(changes))


def phrase(random, lines, answer):
    worded = random.random() < 0.7
    written = []
    for place, (left, mark, right, result) in enumerate(lines):
        opening = random.choice(OPENINGS if place == 0 else BETWEEN) if worded else ""
        written.append(f"{opening}{left} {mark} {right} = {result}.")
    return "\n".join([*written, random.choice(ENDINGS).format(a=answer)])


# Tokens: words, numbers, marks and the end of a line.

TOKEN = re.compile(r"\n|\d+|\w+|[^\w\s]")
SPECIAL = ["<pad>", "<start>", "<solve>", "<end>"]


def vocabulary():
    texts = [*START, *GAIN, *LOSS, *QUESTION, *(sentence for kind in OTHER.values() for sentence in kind)]
    texts += [*NAMES, *THINGS, "he she He She", *OPENINGS, *BETWEEN, *ENDINGS, "\n . + - ="]
    words = []
    for text in texts:
        for word in TOKEN.findall(re.sub(r"\{\w\}", " ", text)):
            if word not in words:
                words.append(word)
    return SPECIAL + [str(number) for number in range(LARGEST + 1)] + words


VOCABULARY = vocabulary()
IDS = {word: place for place, word in enumerate(VOCABULARY)}
PAD, BEGIN, SOLVE, END = range(4)


def encode(text):
    return [IDS[word] for word in TOKEN.findall(text)]


def decode(tokens):
    """The text of tokens: a space between, none before a mark that ends something and none around a line's end."""
    text = ""
    for token in tokens:
        word = VOCABULARY[token]
        if word not in (".", ",", "?", ":", "\n") and text and not text.endswith("\n"):
            text += " "
        text += word
    return text
