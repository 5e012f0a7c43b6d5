"""Finds the fenced blocks of Markdown text, and the text outside them."""

import re

FENCE = re.compile(r"^(?P<indent>[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})[ \t]*\{?\.?(?P<language>[\w+#-]*)[^\n`]*$", re.M)
PYTHON = frozenset(("", "py", "python", "python2", "python3", "pycon", "py3", "ipython"))

# A mark indented by this much more than the opening mark does not close the block.
DEEPER = 3

# A mark at the end of a line of code closes the block if nothing else does.
AT_THE_END = re.compile(r"(?<=[^`~\s])(?:`{3,}|~{3,})[ \t]*$", re.M)

# Marks within a line: after words that end a sentence, or followed by code on the same line.
AFTER_WORDS = re.compile(r"^([^`~\n]*[:.!?*][ \t]*)((?:`{3,}|~{3,})[ \t]*[\w+#-]*)[ \t]*$", re.M)
ALL_IN_A_LINE = re.compile(r"^[ \t]{0,40}(`{3,})(?:python3?|py)?[ \t]{0,8}([^`\n]+)`{3,}[ \t]{0,8}$", re.M)
BEFORE_CODE = re.compile(r"^([ \t]{0,40}`{3,}[ \t]{0,8}(?:python3?|py)?)(?:(?<=`)|(?<=`[ \t])|[ \t]{1,8})((?:async[ \t]+def|def|class|import|from|@)\b[^`\n]+)$", re.M)


class Block:
    """The content of a fence without its indentation, and the text since the previous block; or code between prose. `rule`
    distinguishes the two."""

    def __init__(self, source, words, *, is_python=True, closed=True, rule="fenced"):
        self.source = source
        self.words = words
        self.is_python = is_python
        self.closed = closed
        self.rule = rule


def fences_apart(text):
    """Puts every fence mark on its own line."""
    text = ALL_IN_A_LINE.sub(r"\1\n\2\n\1", text)
    text = BEFORE_CODE.sub(r"\1\n\2", text)
    return AFTER_WORDS.sub(r"\1\n\2", text)


def width_of(fence):
    return len(fence["indent"].expandtabs())


def blocks_of(text):
    """Returns the blocks of the text, the last of which may be unclosed, and the text outside them."""
    blocks, outside, opened, since = [], [], None, 0

    def add(end, after, closed):
        nonlocal since
        words = text[since : opened.start()]
        outside.append(words)
        if not closed:
            tail = AT_THE_END.search(text, opened.end(), end)
            if tail is not None:
                end, after, closed = tail.start(), tail.end(), True
        source = source_of(text, opened, end)
        since = after
        if source.strip() != "":
            blocks.append(Block(source, words, is_python=opened["language"].lower() in PYTHON, closed=closed))

    for fence in FENCE.finditer(text):
        mark, language = fence["mark"], fence["language"]
        if opened is None:
            opened = fence
            continue
        if width_of(fence) > width_of(opened) + DEEPER:
            # Part of the block's content, such as an example in a docstring.
            continue
        if language and mark[0] == opened["mark"][0] and len(mark) <= len(opened["mark"]) and opened.end() + 1 < fence.start():
            # This mark has a language, so it opens a fence. The previous mark therefore closed nothing, or was never closed.
            if opened["language"]:
                add(fence.start(), fence.start(), False)
            opened = fence
            continue
        if mark[0] != opened["mark"][0] or len(mark) < len(opened["mark"]):
            continue
        add(fence.start(), fence.end(), True)
        opened = None
    if opened is not None:
        add(len(text), len(text), False)
    outside.append(text[since:])
    return blocks, "\n".join(outside)


def source_of(text, opened, end):
    lines = text[opened.end() + 1 : end].split("\n")
    width = width_of(opened)
    if width and all(line.strip() == "" or line[:width].strip() == "" for line in lines):
        lines = [line[width:] for line in lines]
    block = "\n".join(lines)
    return block if block.endswith("\n") else block + "\n"
