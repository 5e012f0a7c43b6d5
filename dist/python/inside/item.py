"""Reads from the tests of an item which names its solution must define and how the tests use them.

Only the item is read here, so the solution cannot influence how it is tested.
"""

import ast
import builtins
import marshal
import symtable

from _grading_asking import asked_and_given, innermost
from _grading_uses import classes_in, uses_of


class Item:
    """The compiled tests of an item, and what they require of a solution."""

    def __init__(self, tests, prompt, entry, reference=None):
        """Raises SyntaxError or ValueError if the tests are not valid Python."""
        tree = ast.parse(tests)
        self.tests = compile(tree, "<tests>", "exec")
        nodes = nodes_of(tree)
        source = runnable(prompt)
        self.prompt = None if source is None else compile(source, "<prompt>", "exec")
        of_prompt = set() if source is None else bound_in(source)
        free = free_names(tests)
        unknown = {name for name in free - of_prompt if not hasattr(builtins, name)}
        called = called_names(nodes)
        asked, self.given = asked_and_given(nodes, unknown, called, reference, entry)
        if not asked:
            asked = innermost(nodes, free & called)
        self.asked = frozenset(asked)
        self.entry = entry
        self.classes = frozenset(classes_in(nodes, self.asked, reference))
        self.uses = frozenset(uses_of(nodes, self.classes) if self.classes else ())
        self.shares = changes_what_is_shared(nodes)

    def to_bytes(self):
        """Serializes the item. Reading the tests of HumanEval+ takes longer than running them, so many completions share one
        reading."""
        return marshal.dumps(self.__dict__)

    @classmethod
    def of_bytes(cls, written):
        item = cls.__new__(cls)
        item.__dict__.update(marshal.loads(written))
        return item


def nodes_of(tree):
    """Yields the nodes of a tree except constants, of which tests may have a hundred thousand."""
    found, left = [], [tree]
    while left:
        node = left.pop()
        found.append(node)
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            left.extend([element for element in node.elts if type(element) is not ast.Constant])
        elif type(node) is not ast.Name:
            left.extend([child for child in ast.iter_child_nodes(node) if type(child) is not ast.Constant])
    return found


def runnable(prompt):
    """Returns the prompt as a program by itself, or None. A prompt may end right before a body."""
    if prompt is None:
        return None
    for ending in ("", "\n    pass\n", "\n        pass\n"):
        try:
            compile(prompt + ending, "<prompt>", "exec")
        except (SyntaxError, ValueError):
            continue
        return prompt + ending
    return None


def bound_in(source):
    """Returns the names that a module binds."""
    return {symbol.get_name() for symbol in symtable.symtable(source, "<module>", "exec").get_symbols() if is_bound(symbol)}


def is_bound(symbol):
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def free_names(source):
    """Returns the names that a module looks up but does not bind."""
    module = symtable.symtable(source, "<tests>", "exec")
    found, left = set(), [module]
    while left:
        table = left.pop()
        left.extend(table.get_children())
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (table is module or symbol.is_global()):
                found.add(symbol.get_name())
    return found - {symbol.get_name() for symbol in module.get_symbols() if is_bound(symbol)}


def called_names(nodes):
    return {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def changes_what_is_shared(nodes):
    """Whether tests could affect later tests, because they set attributes of modules or access the interpreter."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            return True
        if isinstance(node, ast.Name) and node.id in ("setattr", "delattr", "sys", "builtins", "__builtins__", "os", "exec", "eval"):
            return True
    return False
