"""Finds the program in a completion without running any of it."""

import ast
import re
import textwrap

from _grading_envelopes import in_json, taken_out
from _grading_fences import FENCE, blocks_of
from _grading_keeping import names_in, with_helpers, without_demonstrations
from _grading_margins import without_margins
from _grading_prose import is_prose, longest, segments
from _grading_reading import FUNCTIONS, bound_by, defined_by, parsed
from _grading_stating import continued_by_nothing, is_disowned, is_whole, names_of

FUTURE = re.compile(r"^from[ \t]+__future__[ \t]+import[ \t][^\n]*\n", re.M)

# Parsing takes time, so the number of attempts is limited for texts that contain hardly any Python.
MOST_TRIES = 400
MOST_CHARACTERS = 3_000_000


class Tries:
    """Parses sources up to a maximum number of attempts."""

    def __init__(self):
        self.tries = MOST_TRIES
        self.characters = MOST_CHARACTERS
        self.error_line = None
        self.known = {}

    def parse(self, source):
        """Returns the tree of a program. If the source is not a program, returns None and sets `error_line` to the line of
        the error."""
        self.tries -= 1
        if source not in self.known or self.tries < 0:
            self.characters -= len(source)
            self.known[source] = (None, None) if self.spent else parsed(source)
        tree, self.error_line = self.known[source]
        return tree

    @property
    def spent(self):
        return self.tries < 0 or self.characters < 0


class Program:
    """A source, its tree, and the rule by which it was found."""

    def __init__(self, rule, source, tree):
        self.rule = rule
        self.source = source
        self.tree = tree


class Stated:
    """A block after reading: its source, with a tree if it is a program."""

    def __init__(self, block, source, tree, asked, is_outline=False):
        self.block = block
        self.source = source
        self.tree = tree
        self.defines = tree is not None and any(defined_by(s) & asked for s in tree.body)
        self.is_broken = tree is None and block.is_python and not is_outline and names_of(source, asked)
        self.is_whole = self.is_broken or (self.defines and is_whole(source, tree, asked))


def assemble(text, prompt, asked):
    """Returns the program in a completion, which must define the names in `asked`; None if there is no valid program.

    If no interpretation of the text defines any of the names, returns the first one that is a program; its tests will fail.
    """
    text = taken_out(text)
    if text.strip() == "":
        return None
    return Assembly(prompt, asked).program_of(text)


class Assembly:
    """Finds the program of one completion. Methods return a list of programs in order of preference, or `[None]` if the
    program is invalid."""

    def __init__(self, prompt, asked):
        self.asked = asked
        self.tries = Tries()
        self.prompt = prompt
        self.before = None if prompt is None else prompt + ("" if prompt.endswith("\n") else "\n")
        if self.before is not None and parsed(self.before)[0] is None:
            # The prompt ends right before a body.
            closed = self.before + "    pass\n"
            self.closed = closed if parsed(closed)[0] is not None else ""
        else:
            self.closed = self.before or ""

    def program_of(self, text):
        blocks, outside = blocks_of(text)
        found = self.fenced(text, blocks, outside) if FENCE.search(text) else self.unfenced(text)
        return next(found, None)

    # Fences.

    def fenced(self, text, blocks, outside):
        stated = self.read_all(blocks)
        yield from self.whole_of(stated)
        yield from self.continued(stated)
        yield from self.in_opened_fence(text)
        joined = self.joined(stated)
        if joined is not None and is_whole(joined.source, joined.tree, self.asked):
            yield joined
        yield from self.trimmed(outside)
        for one in reversed(stated):
            if one.defines:
                yield from self.with_helpers(stated, one)
        if joined is not None:
            yield joined

    def read_all(self, blocks):
        """Reads the blocks. A block that was never closed may also contain prose."""
        found = []
        for block in blocks:
            one = self.read(block)
            if one.tree is None and not block.closed:
                found += [self.read(part) for part in self.parts_of_open(block)]
            else:
                found.append(one)
        return found

    def parts_of_open(self, block):
        parts = segments(block.source, self.tries)
        if parts:
            parts[0].words = block.words + "\n" + parts[0].words
        for part in parts:
            part.is_python = block.is_python
        return parts

    def read(self, block):
        held = None if block.is_python else in_json(block.source)
        for source in without_margins(block.source if held is None else held):
            tree = self.tries.parse(source)
            if tree is not None:
                program = Program(block.rule, source, tree) if block.closed and block.rule == "fenced" else tidied(block.rule, source, tree)
                return Stated(block, program.source, program.tree, self.asked)
        breaks_off = block.closed and self.tries.parse(continued_by_nothing(block.source)) is not None
        return Stated(block, block.source, None, self.asked, breaks_off)

    def whole_of(self, stated):
        """The last block that defines a name in `asked` and is not disowned. If it appears to do so but does not parse, it
        is invalid."""
        whole = [one for one in stated if one.is_whole]
        chosen = next((one for one in reversed(whole) if not is_disowned(one.block)), whole[-1] if whole else None)
        if chosen is None:
            return
        if chosen.is_broken:
            yield None
        else:
            yield from self.with_helpers(stated, chosen)

    def with_helpers(self, stated, chosen):
        """A block without its demonstrations, preceded by the parts of other blocks that it needs and, if it is code, the
        prompt."""
        place = stated.index(chosen)
        others = [
            [(one.source, one.tree) for one in side if one.tree is not None and not is_disowned(one.block)]
            for side in (stated[:place], stated[place + 1 :])
        ]
        source = without_demonstrations(chosen.source, chosen.tree, self.asked)
        source = with_helpers(source, others, self.asked, names_in(self.closed)[0])
        yield from self.programs(chosen.block.rule, source)

    def programs(self, rule, source):
        """Yields a source as a program: first preceded by the prompt, if the prompt is code, and then by itself."""
        future = "".join(FUTURE.findall(source))
        for whole in (future + self.closed + FUTURE.sub("", source), source) if self.closed else (source,):
            tree = self.tries.parse(whole)
            if tree is not None:
                yield Program(rule, whole, tree)
                return

    def continued(self, stated):
        """The last block that continues the prompt."""
        if self.before is None:
            return
        for one in reversed(stated):
            if one.tree is not None and not one.block.source.lstrip("\n")[:1].isspace():
                continue
            text = one.block.source
            for source in (text, textwrap.indent(text, "    "), "    " + text.lstrip()):
                tree = self.tries.parse(self.before + source)
                if tree is not None and self.adds(tree):
                    yield Program("fenced", self.before + source, tree)

    def in_opened_fence(self, text):
        """The code before the first mark, if that mark closes a fence that the prompt opened."""
        if is_prose(text.lstrip("\n").split("\n", 1)[0]):
            return
        blocks, _ = blocks_of("```\n" + text)
        for first in blocks[:1]:
            # There may be prose between the end of the code and the mark; if so, the mark opens another fence.
            first.closed = False
        stated = self.read_all(blocks)
        yield from self.whole_of(stated)
        yield from self.continued(stated[:1])

    def joined(self, stated):
        """All blocks that define something, joined."""
        defining = [one for one in stated if one.block.is_python and (one.tree is None or any(map(defined_by, one.tree.body)))]
        source = "".join(one.source for one in defining or [one for one in stated if one.block.is_python])
        return next(self.programs("fences", source), None) if source.strip() else None

    def adds(self, tree):
        """Whether a function of the prompt has its own body. If not, text after the prompt is not part of it."""
        last = next((s for s in reversed(tree.body) if isinstance(s, FUNCTIONS) and s.lineno <= self.before.count("\n")), None)
        return last is not None and not all(
            isinstance(s, ast.Pass) or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)) for s in last.body
        )

    # Text.

    def unfenced(self, text):
        begins = []
        for rule, source in self.wholes(text + "\n"):
            tree = self.tries.parse(source)
            if tree is None:
                continue
            program = tidied(rule, source, tree)
            if rule == "completion" and self.adds(tree):
                yield program
            elif any(defined_by(s) & self.asked for s in program.tree.body if rule == "bare" or s.lineno > self.before.count("\n")):
                yield self.demonstrated(program)
            elif not self.asked:
                yield program
            begins.append(program)
        yield from self.trimmed(text)
        yield from begins

    def wholes(self, source):
        """Yields the ways to read the whole text as a program."""
        if self.before is not None:
            yield "completion", self.prompt + source
            # Servers that strip whitespace also remove the first line's indentation.
            yield "completion", self.before + "    " + source.lstrip()
        for plain in without_margins(source):
            if self.closed:
                yield "completion", self.closed + plain
            yield "bare", plain

    def demonstrated(self, program):
        source = without_demonstrations(program.source, program.tree, self.asked)
        tree = self.tries.parse(source)
        return program if tree is None else Program(program.rule, source, tree)

    def trimmed(self, text):
        """The part of the text, surrounded by prose, that continues the prompt or states the solution."""
        if self.prompt is not None:
            lines = text.split("\n")
            tree, count = longest(self.prompt, lines, self.tries)
            if tree is not None and count and self.adds(tree):
                yield tidied("trimmed", self.prompt + "\n".join(lines[:count]) + "\n", tree)
        stated = [self.read(part) for part in segments(text, self.tries)]
        yield from self.whole_of(stated)


def tidied(rule, source, tree):
    """Removes expressions that can only be prose from the end of a program: bare names that nothing binds, as in
    `[DONE]`."""
    left = len(tree.body)
    bound = set().union(*map(bound_by, tree.body)) if left and isinstance(tree.body[-1], ast.Expr) else ()
    while left and is_words(tree.body[left - 1], bound):
        left -= 1
    if 0 < left < len(tree.body):
        source = "".join(source.splitlines(keepends=True)[: tree.body[left - 1].end_lineno])
        tree = ast.Module(body=tree.body[:left], type_ignores=[])
    return Program(rule, source, tree)


def is_words(statement, bound):
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    names = value.elts if isinstance(value, (ast.List, ast.Tuple)) else [value]
    return bool(names) and all(isinstance(name, ast.Name) and name.id not in bound for name in names)
