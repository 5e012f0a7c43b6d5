"""Finds the program in a completion, without running anything of it."""

import ast
import re
import textwrap

from _grading_fences import FENCE, blocks_of
from _grading_reading import FUNCTIONS, bound_by, defined_by, parsed, used_by

QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.M)
QUOTED_FENCE = re.compile(r"^[ \t]*>[ \t]*(?:`{3,}|~{3,})", re.M)
TOP_LEVEL = re.compile(r"(?:async[ \t]+def|def|class|import|from|if|for|while|try|with)\b|@|\w[\w.\[\], *]*(?::[^=\n]+)?=[^=]")

# What may begin a line of code that does not parse: a statement, a decorator, a call or an assignment.
CODE_LINE = re.compile(
    r"(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[(:]|import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b|return\b.|@\w"
    r"|(?:assert|raise|yield|del|global|lambda|print)\b.*[(\[{'\"=]|(?:for|while|if|elif|else|try|except|finally|with)\b.*:"
    r"|[\w.]+\([^)]*$|[\w.]+\(.*\)[ \t]*$|[\w.[\]]+[ \t]*[-+*/]?=[^=]"
)

# Statements that define something and do nothing else: what a helper consists of.
DEFINITIONS = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.AugAssign)

# Parsing takes time: of a text that is hardly Python not every part is tried.
MOST_TRIES = 200
MOST_CHARACTERS = 3_000_000


class Tries:
    """Parses sources until it has parsed enough of them."""

    def __init__(self):
        self.tries = MOST_TRIES
        self.characters = MOST_CHARACTERS
        self.error_line = None

    def parse(self, source):
        """The tree of a program; None where it is none, and `error_line` then says where it ceases to be one."""
        self.tries -= 1
        self.characters -= len(source)
        self.error_line = None
        if self.tries < 0 or self.characters < 0:
            return None
        tree, self.error_line = parsed(source)
        return tree

    @property
    def spent(self):
        return self.tries <= 0 or self.characters <= 0


class Program:
    """A source, its tree, and the rule by which it was found."""

    def __init__(self, rule, source, tree):
        self.rule = rule
        self.source = source
        self.tree = tree


def assemble(text, prompt, asked):
    """The program of a completion that is to define the names of `asked`; None where the text has none.

    Where no reading of it defines one of them, the first that is a program is taken: it fails for itself.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if QUOTED_FENCE.search(text):
        text = QUOTED.sub("", text)
    if text.strip() == "":
        return None
    before = None if prompt is None else prompt + ("" if prompt.endswith("\n") else "\n")
    first = None
    for program in readings(text, prompt, before, asked, Tries()):
        if defines(program.tree, asked):
            return program
        first = first or program
    return first


def defines(tree, asked):
    return not asked or bool(set().union(*map(defined_by, tree.body)) & asked)


def bound_in(tree):
    return set().union(*map(bound_by, tree.body))


def readings(text, prompt, before, asked, tries):
    """The programs that a completion may be, the likeliest first."""
    fences = FENCE.search(text) is not None
    if not fences and before is not None:
        yield from whole("completion", prompt + text + "\n", tries)
    if before is not None and len(FENCE.findall(text)) > 1:
        # Code before the first fence, which then shows how it is used, or what it prints.
        trees = [tries.parse(block) for block in blocks_of(text)]
        if not any(tree is not None and defines(tree, asked) for tree in trees):
            yield from trimmed(text[: FENCE.search(text).start()], prompt, before, asked, tries)
    if fences:
        yield from fenced(text, before, asked, tries)
    else:
        yield from whole("bare", text + "\n", tries, before)
    yield from trimmed(text, prompt, before, asked, tries)


def whole(rule, source, tries, before=None):
    if before is not None:
        # Servers that strip white space take the first line's indentation.
        tree = tries.parse(before + "    " + source.lstrip())
        if tree is not None:
            yield Program("completion", before + "    " + source.lstrip(), tree)
    tree = tries.parse(source)
    if tree is not None:
        yield from tidied(rule, source, tree, before)


def tidied(rule, source, tree, before=None):
    """A program without what ends it and can only be words, as in `[DONE]`: names by themselves that nothing binds."""
    left = len(tree.body)
    bound = bound_in(tree) if left and isinstance(tree.body[-1], ast.Expr) else ()
    while left and is_words(tree.body[left - 1], bound):
        left -= 1
    if 0 < left < len(tree.body):
        source = "".join(source.splitlines(keepends=True)[: tree.body[left - 1].end_lineno])
        tree = ast.Module(body=tree.body[:left], type_ignores=[])
    yield Program(rule, source, tree)


def is_words(statement, bound):
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    names = value.elts if isinstance(value, (ast.List, ast.Tuple)) else [value]
    return bool(names) and all(isinstance(name, ast.Name) and name.id not in bound for name in names)


def fenced(text, before, asked, tries):
    """The last fence that defines what is asked for, with what it needs of others; else all fences, demonstrations left out."""
    for blocks in (blocks_of(text), blocks_of("```\n" + text)):
        trees = [(block, tries.parse(block)) for block in blocks]
        for place in range(len(trees) - 1, -1, -1):
            block, tree = trees[place]
            if asked and tree is not None and defines(tree, asked):
                helped = with_helpers(trees, place, asked)
                for source in (helped,) if before is None else (before + helped, helped):
                    parsed_tree = tries.parse(source)
                    if parsed_tree is not None:
                        yield Program("fenced", source, parsed_tree)
        if before is not None:
            # A fence may go on where the prompt ends.
            for block in reversed(blocks):
                for source in (before + block, before + textwrap.indent(block, "    ")):
                    tree = tries.parse(source)
                    if tree is not None and not adds_nothing(tree, before):
                        yield Program("fenced", source, tree)
        yield from all_fences(blocks, trees, before, tries)


def adds_nothing(tree, before):
    """Whether a prompt's function is still without a body of its own: what follows it is no part of it."""
    last = next((s for s in reversed(tree.body) if isinstance(s, FUNCTIONS) and s.lineno <= before.count("\n")), None)
    return last is None or all(
        isinstance(s, ast.Pass) or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)) for s in last.body
    )


def all_fences(blocks, trees, before, tries):
    defining = [block for block, tree in trees if tree is None or any(isinstance(s, DEFINITIONS) for s in tree.body)]
    together = "\n".join(defining or blocks)
    if together.strip() == "":
        return
    for source in (together,) if before is None else (before + together, together):
        tree = tries.parse(source)
        if tree is not None:
            yield Program("fences", source, tree)


def with_helpers(trees, place, asked):
    """A block, after the definitions of other blocks that it needs and does not have itself; of earlier blocks first."""
    block, tree = trees[place]
    needed = (set().union(asked, *map(used_by, tree.body))) - bound_in(tree)
    kept = {}
    for other in [*range(place - 1, -1, -1), *range(place + 1, len(trees))]:
        other_tree = trees[other][1]
        if other_tree is None:
            continue
        chosen, found = set(), True
        while found:
            found = False
            for number, statement in enumerate(other_tree.body):
                if number in chosen or not isinstance(statement, DEFINITIONS) or not bound_by(statement) & needed:
                    continue
                chosen.add(number)
                needed |= used_by(statement) - bound_in(tree)
                found = True
        if chosen:
            lines = trees[other][0].splitlines(keepends=True)
            kept[other] = "".join(lines_of(lines, other_tree.body[number]) for number in sorted(chosen))
            needed -= bound_in(other_tree)
    return "".join(kept[other] for other in sorted(kept)) + block


def lines_of(lines, statement):
    first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", ()))])
    part = "".join(lines[first - 1 : statement.end_lineno])
    return part if part.endswith("\n") else part + "\n"


def trimmed(text, prompt, before, asked, tries):
    """The longest part of a text that is a program: from a line that begins one to where it ceases to parse."""
    lines = text.split("\n")
    if prompt is not None:
        tree, count = longest(prompt, lines, tries)
        if tree is not None and count and not adds_nothing(tree, before):
            yield from tidied("trimmed", prompt + "\n".join(lines[:count]) + "\n", tree)
    best = None
    start = 0
    while start < len(lines) and not tries.spent:
        if not TOP_LEVEL.match(lines[start]):
            start += 1
            continue
        tree, count = longest("" if before is None else before, lines[start:], tries)
        if tree is not None and count and (best is None or count > best[1]):
            own = [s for s in tree.body if before is None or s.lineno > before.count("\n")]
            if defines(ast.Module(body=own, type_ignores=[]), asked):
                best = (start, count, tree)
        start += max(count, 1)
    if best is not None:
        start, count, tree = best
        source = ("" if before is None else before) + "\n".join(lines[start : start + count]) + "\n"
        yield from tidied("trimmed", source, tree)


def goes_on(lines, count):
    """Whether what follows the first lines is code that broke off, or is wrong, and no prose: then they are not the program."""
    following = next((line for line in lines[count:] if line.strip() != ""), "")
    return following[:1].isspace() or CODE_LINE.match(following) is not None


def longest(before, lines, tries):
    """The most of the first lines that are, after what is before them, a program; and how many they are."""
    count = len(lines)
    offset = before.count("\n")
    while count > 0 and not tries.spent:
        tree = tries.parse(before + "\n".join(lines[:count]) + "\n")
        if tree is not None:
            return (None, 0) if goes_on(lines, count) else (tree, count)
        line = tries.error_line
        count = min(count - 1, (count if line is None else line) - 1 - offset)
    return None, 0
