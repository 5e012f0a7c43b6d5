"""Removes text beside code that is clearly not code: interpreter prompts, line numbers, and indentation of the whole
block."""

import re
import textwrap

from _grading_fences import AT_THE_END

PROMPT = re.compile(r"[ \t]*(?:>>>|In \[\d+\]:)(?: |$)")
MORE = re.compile(r"[ \t]*\.\.\.:?(?: |$)")
NUMBER = re.compile(r"[ \t]*(\d+)[ \t]*[.:|)\u2502]?(?=[ \t]|$)")


def without_margins(source):
    """Yields the source itself, and then each version of it with one kind of margin removed."""
    source = source.removeprefix("\ufeff")
    yield source
    yield from (plain for plain in (textwrap.dedent(source), unmarked(source), unprompted(source), unnumbered(source)) if plain not in (None, source))


def unmarked(source):
    """Removes a fence mark at the end of the last line, which is left over from a nested fence."""
    mark = AT_THE_END.search(source)
    return None if mark is None or source[mark.end() :].strip() != "" else source[: mark.start()] + "\n"


def unprompted(source):
    """Returns the input of an interpreter session. If the source begins with code, returns the code before the session
    instead."""
    lines = source.split("\n")
    first = next((line for line in lines if line.strip() != ""), "")
    typed, within = [], False
    if PROMPT.match(first):
        for line in lines:
            mark = PROMPT.match(line) or (within and MORE.match(line))
            within = bool(mark) or (within and line[:1].isspace())
            if within:
                typed.append(line[mark.end() :] if mark else line)
        return "\n".join(typed) + "\n"
    if not any(line.startswith(">>>") for line in lines):
        return None
    for line in lines:
        within = line.startswith(">>>") or (within and line.strip() != "")
        if not within:
            typed.append(line)
    return "\n".join(typed)


def unnumbered(source):
    """Removes line numbers, if every line has one and they are consecutive."""
    lines = source.strip("\n").split("\n")
    found = [NUMBER.match(line) for line in lines]
    if len(lines) < 2 or None in found:
        return None
    numbers = [int(number[1]) for number in found]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    return textwrap.dedent("\n".join(line[number.end() :] for line, number in zip(lines, found, strict=True))) + "\n"
