"""Decides which of several blocks contains the solution, based only on the text and before anything runs."""

import ast
import re

from _grading_reading import FUNCTIONS, defined_by

# Phrases that indicate that the block they introduce is not the answer, unless the same sentence also says that it is.
NOT = r"(?: not| never|n[\u2019']t)"
NEGATIVE = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|buggy|broken|flawed|faulty|bad|mistakes?|mistaken|pitfalls?|counter-?examples?|anti-?patterns?|instead of|rather than|fails?)\b"
    r"|\b(?:original|old|previous) (?:code|version|function|attempt|implementation)\b"
    rf"|\b(?:should|must|would|will|does|do|can|could){NOT} (?:be )?(?:work|write|written|use|used|do|done|try|code|pass)\b"
    rf"|\b(?:is|was){NOT} (?:right|correct|valid|working)\b|\bnot to (?:do|write|use|code)\b|\bcannot be used\b"
    r"|^\W*(?:please )?(?:avoid|never|not|do not|don[\u2019']t)\b|[\u274c\u2717\u2718]",
    re.I,
)
# Phrases to remove from a sentence before checking whether it says that the block is the answer.
DENIED = re.compile(
    rf"\b(?:(?:should|must|would|will|does|do|can|could|is|was){NOT}|never|not|avoid|instead of|rather than|cannot be)\b(?: (?:to|be|try))?(?: \w+)?",
    re.I,
)
POSITIVE = re.compile(
    r"\b(?:correct(?:ed|s|ly|ion)?|fix\w*|right|better|improved|final(?:ly)?|revised|updated|solves?)\b"
    r"|(?:^|[,;:]|\binstead|\byou (?:should|can|could|may)) ?(?:please )?(?:use|write|try|prefer|do)\b|[\u2705\u2713\u2714]",
    re.I,
)
INTRODUCTION = re.compile(r"(?:[:\uff1a][\s*_`]*|^[ \t]*#.*|^[ \t]*(?:\*\*|__).*(?:\*\*|__)[ \t]*|^\W*(?:instead of|rather than)(?:\W+\w+){0,3}\W*)$", re.I)
SENTENCE = re.compile(r"[.!?]\s+|\n+")
WITHHELD = re.compile(r"#.*(?:your (?:code|implementation|solution|logic)|\btodo\b|implement(?:ation)? (?:here|goes|this)|rest of|remains? the same|same as|unchanged|as before|existing code)|#\s*\.\.\.", re.I)


def definition_of(tree, asked):
    """Returns the last statement of a module that defines a name in `asked`."""
    return next((s for s in reversed(tree.body) if defined_by(s) & asked), None)


def is_whole(source, tree, asked):
    """Whether a module fully defines a name in `asked`. An outline, whose body does nothing or omits something, does not
    count."""
    definition = definition_of(tree, asked)
    if definition is None:
        return False
    if not isinstance(definition, FUNCTIONS):
        return True
    lines = source.split("\n")[definition.lineno - 1 : definition.end_lineno]
    if any(WITHHELD.search(line) for line in lines) and is_idle(definition):
        return False
    body = [s for s in definition.body if not is_constant(s)]
    return not all(is_placeholder(s) for s in body) and not any(is_ellipsis(node) for node in ast.walk(definition))


def is_idle(definition):
    """Whether a function only returns a constant, or does nothing."""
    return all(
        is_constant(s) or is_placeholder(s) or (isinstance(s, ast.Return) and (s.value is None or isinstance(s.value, ast.Constant)))
        for s in definition.body
    )


def is_constant(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def is_ellipsis(node):
    return is_constant(node) and node.value.value is ...


def is_placeholder(statement):
    if isinstance(statement, ast.Raise):
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return isinstance(statement, ast.Pass) or is_constant(statement)


def is_disowned(block):
    """Whether the words right before a block, or the comment on its first line, indicate that it is not the answer."""
    first = block.source.strip().split("\n", 1)[0]
    if first.startswith("#") and says_no(first):
        return True
    said = [sentence for sentence in SENTENCE.split(block.words) if any(c.isalnum() for c in sentence)]
    return bool(said) and INTRODUCTION.search(said[-1]) is not None and says_no(said[-1])


def says_no(sentence):
    return NEGATIVE.search(sentence) is not None and POSITIVE.search(DENIED.sub(" ", sentence)) is None


def names_of(source, asked):
    """Whether a source that does not parse appears to define a name in `asked`."""
    names = "|".join(map(re.escape, sorted(asked)))
    return bool(names) and re.search(rf"^[ \t]*(?:(?:async[ \t]+)?def[ \t]+(?:{names})\b|(?:{names})[ \t]*=[^=])", source, re.M) is not None


def continued_by_nothing(source):
    """Adds a body that does nothing to a source that may end right before a body."""
    lines = source.rstrip().split("\n")
    while len(lines) > 1 and lines[-1].lstrip()[:1] in ("", "#"):
        lines.pop()
    indentation = lines[-1][: len(lines[-1]) - len(lines[-1].lstrip())]
    return "\n".join([*lines, f"{indentation}    pass", ""])
