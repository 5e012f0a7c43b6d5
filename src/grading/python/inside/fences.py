"""The fenced blocks of Python in a text of Markdown."""

import re

FENCE = re.compile(r"^(?P<indent>[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})[ \t]*\{?\.?(?P<language>[\w+#-]*)[^\n`]*$", re.M)
PYTHON = frozenset(("", "py", "python", "python2", "python3", "pycon", "py3", "ipython"))


# A mark that is indented so much deeper than the one that opened a block does not close it.
DEEPER = 3


def width_of(fence):
    return len(fence["indent"].expandtabs())


def blocks_of(text):
    """What stands in fences of Python or of no language, without their indentation; the last one may be open."""
    blocks, opened = [], None
    for fence in FENCE.finditer(text):
        mark, language = fence["mark"], fence["language"].lower()
        if opened is None:
            opened = fence
            continue
        if width_of(fence) > width_of(opened) + DEEPER:
            # Part of what the block holds, such as an example in a docstring.
            continue
        if language and mark[0] == opened["mark"][0] and opened.end() + 1 < fence.start():
            # A fence with a language opens: the one before it closed nothing, or was never closed.
            if opened["language"]:
                blocks.append(block_of(text, opened, fence.start()))
            opened = fence
            continue
        if mark[0] != opened["mark"][0] or len(mark) < len(opened["mark"]):
            continue
        blocks.append(block_of(text, opened, fence.start()))
        opened = None
    if opened is not None:
        blocks.append(block_of(text, opened, len(text)))
    return [block for block in blocks if block is not None and block.strip() != ""]


def block_of(text, opened, end):
    if opened["language"].lower() not in PYTHON:
        return None
    lines = text[opened.end() + 1 : end].split("\n")
    width = width_of(opened)
    if width and all(line.strip() == "" or line[:width].strip() == "" for line in lines):
        lines = [line[width:] for line in lines]
    block = "\n".join(lines)
    return block if block.endswith("\n") else block + "\n"
