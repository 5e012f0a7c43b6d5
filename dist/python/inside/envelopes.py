"""Extracts the text of a completion from JSON, a quotation, tags or LaTeX. Does not change the code itself."""

import json
import re

from _grading_fences import FENCE, fences_apart

QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.M)
QUOTED_FENCE = re.compile(r"^[ \t]*>[ \t]*(?:`{3,}|~{3,})", re.M)

# The members of a JSON object that contain a program, by the names that prompts commonly use.
MEMBERS = ("code", "python", "python_code", "program", "solution", "completion", "implementation", "function", "answer")

# Markers other than fences that begin and end code, at the beginning of a line.
BRACKETS = (
    (r"\[(?:PYTHON|python|CODE|code)\]", r"\[/(?:PYTHON|python|CODE|code)\]"),
    (r"\[BEGIN\]", r"\[(?:DONE|END)\]"),
    (r"<(?:python|solution|answer)>(?:[ \t]*\n)?(?:[ \t]*<code>)?", r"(?:</code>[ \t\n]*)?</(?:python|solution|answer)>"),
    (r"\\begin\{(?:lstlisting|verbatim|minted|python|code)\}(?:\[[^\]\n]*\])?(?:\{\w*\})?", r"\\end\{\w+\}"),
)
HTML = (r"<(?:pre|code)\b[^>\n]*>(?:[ \t\n]*<code\b[^>\n]*>)?", r"</(?:pre|code)>(?:[ \t\n]*</pre>)?")


# Words and chat-template tokens that share a line with code: before the first line, or at the end of any line.
LABEL = re.compile(r"\A(\s*\w[\w ]*:)[ \t]+(?=(?:async[ \t]+def|def|class|import|from)[ \t])")
TOKENS = re.compile(r"(?<=[^\s<>|])((?:</s>|<\|\w+\|>)+)[ \t]*$", re.M)


def between(pair):
    return re.compile(rf"^[ \t]*{pair[0]}[ \t]*\n?(?P<code>.*?)(?:{pair[1]}[ \t]*$|\Z)", re.M | re.S)


BETWEEN = tuple(map(between, BRACKETS))
IN_HTML = between(HTML)


def taken_out(text):
    """Returns the text of a completion, with fences around code that was marked up in another way."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    held = in_json(text)
    if held is not None:
        return taken_out(held)
    if QUOTED_FENCE.search(text):
        text = QUOTED.sub("", text)
    text = fences_apart(TOKENS.sub(r"\n\1", LABEL.sub(r"\1\n", text)))
    if FENCE.search(text):
        return text
    for pattern in BETWEEN:
        text = pattern.sub(as_fence, text)
    return IN_HTML.sub(as_fence_of_html, text)


def in_json(text):
    """Returns the program in text that is entirely JSON: a string, or a member of an object."""
    if text.strip()[:1] not in ('"', "{"):
        return None
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        value = next((value[name] for name in MEMBERS if isinstance(value.get(name), str)), None)
    return value if isinstance(value, str) and value.strip() != "" else None


def as_fence(found):
    return f"```python\n{found['code'].rstrip()}\n```\n"


def as_fence_of_html(found):
    if "\n" not in found["code"].strip():
        return found[0]
    import html

    return f"```python\n{html.unescape(found['code']).rstrip()}\n```\n"
