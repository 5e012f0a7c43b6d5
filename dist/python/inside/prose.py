"""Separates prose from code in text without fences."""

import re

from _grading_fences import Block

# Words that begin a statement and, in lower case, rarely begin a sentence.
STATEMENTS = frozenset(
    "def class import from return if elif else for while try except finally with assert raise yield del global nonlocal lambda print pass break continue async await".split()
)

# The beginning of a line of code that may not parse: a statement, a decorator, a call or an assignment.
CODE_LINE = re.compile(r"@\w|[\w.]+\([^)]*$|[\w.]+\(.*\)[ \t]*$|[\w.[\]]+[ \t]*[-+*/]?=[^=]")
MARKUP = re.compile(r"[ \t]*(?:[-=*_`~#]{3,}.*|\|.*\||</?[|!]?\w[^>]*>|\[/?[A-Z]+\]|\\(?:begin|end)\{\w+\}.*)[ \t]*$")
ITEM = re.compile(r"[ \t]*(?:[-*+\u2022>]|\d+[.)]|#+)[ \t]+")
WORD = re.compile(r"[(\[\"'*_`\u2018\u201c]*[^\W\d_][\w'\u2019/-]*[)\]\"'*_`\u2019\u201d]*[.,:;!?\u2026)*_]*")
LABEL = re.compile(r"[A-Z][\w ]*:(?:[ \t][^=]*)?$")
ALONE = re.compile(r"[^\W\d_]\w*[.!?:\u2026]+|[A-Z][a-z]+|[*_]{1,2}[^*_]+[*_]{1,2}:?")
OPERATOR = re.compile(r"[=+*/%<>{};]")
# Longer texts are not searched for code.
MOST_LINES = 20_000

# Scripts without spaces between words.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_prose(line):
    """Whether a line is prose. Code is not prose, even if it contains errors."""
    if line[:1].isspace() and not ITEM.match(line):
        return False
    line = line.strip()
    if MARKUP.match(line) or ALONE.fullmatch(line) or LABEL.match(line):
        return True
    item = ITEM.match(line)
    plain = line[item.end() :] if item else line
    tokens = plain.split()
    if not tokens or (tokens[0] in STATEMENTS and (plain[-1] not in ".!?" or len(tokens) < 4)) or CODE_LINE.match(plain):
        return False
    if UNSPACED.search(plain) or ALONE.fullmatch(plain):
        return True
    if plain[0].islower() and plain[-1] not in ".!?:" and (len(tokens) < 3 or OPERATOR.search(plain)):
        return False
    words = sum(WORD.fullmatch(token) is not None for token in tokens)
    return words >= 2 and 2 * words >= len(tokens)


def segments(text, tries):
    """Finds the parts of the text that are code, as blocks. A part is not split if it does not parse or continues with invalid
    code."""
    lines, words, found, start = text.split("\n"), [], [], 0
    if len(lines) > MOST_LINES:
        return found
    while start < len(lines) and not tries.spent:
        line = lines[start]
        if line.strip() == "" or line.startswith("#") or is_prose(line):
            words.append(line)
            start += 1
            continue
        tree, count = longest("", lines[start:], tries)
        if tree is None:
            count = 1
            while start + count < len(lines) and not is_prose(lines[start + count]):
                count += 1
        found.append(Block("\n".join(lines[start : start + count]) + "\n", "\n".join(words), rule="trimmed"))
        words = []
        start += count
    return found


def longest(before, lines, tries):
    """Finds the longest run of leading lines that parses after `before`. Returns its tree and the number of lines."""
    count = len(lines)
    offset = before.count("\n")
    while count > 0 and not tries.spent:
        tree = tries.parse(before + "\n".join(lines[:count]) + "\n")
        if tree is not None:
            following = next((line for line in lines[count:] if line.strip() != ""), None)
            return (tree, count) if following is None or is_prose(following) else (None, 0)
        line = tries.error_line
        count = min(count - 1, (count if line is None else line) - 1 - offset)
    return None, 0
