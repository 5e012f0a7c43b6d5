"""What the tests of an item say of its solution: which names it must define, and how they use them.

Only the item is read here. Nothing that a solution writes or does has a say in how it is tested.
"""

import ast
import builtins
import collections
import datetime
import decimal
import fractions
import symtable
import sys

# Attributes that values have: whoever asks for another one asks an object of a class of the solution.
OF_VALUES = frozenset(
    name
    for kind in (
        *(int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, type(None), type(iter(()))),
        *(decimal.Decimal, fractions.Fraction, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone),
        *(collections.deque, collections.Counter, collections.OrderedDict, collections.defaultdict, BaseException, OSError),
        *(StopIteration, type(lambda: None), type(x for x in ())),
    )
    for name in dir(kind)
)

# Functions whose second argument is a class.
OF_CLASSES = ("isinstance", "issubclass")


class Item:
    """The tests of an item, compiled, and what they ask of a solution."""

    def __init__(self, tests, prompt, entry):
        """Raises SyntaxError or ValueError where the tests are no Python."""
        self.tests = compile(tests, "<tests>", "exec")
        tree = ast.parse(tests)
        self.prompt = runnable(prompt)
        of_prompt = bound_in(self.prompt) if self.prompt else set()
        free = free_names(tests)
        asked = {name for name in free - of_prompt if not hasattr(builtins, name)}
        called = called_names(tree)
        self.modules = {name for name in asked - called if name in sys.stdlib_module_names}
        asked -= self.modules
        if entry is not None:
            asked.add(entry)
        elif not asked:
            asked = innermost(tree, free & called)
        self.asked = frozenset(asked)
        self.entry = entry
        self.objects = uses_objects(tree, self.asked)
        self.shares = changes_what_is_shared(tree)


def runnable(prompt):
    """The prompt as a program by itself, or None: a prompt may end where a body is to begin."""
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
    """The names that a module binds."""
    return {symbol.get_name() for symbol in symtable.symtable(source, "<module>", "exec").get_symbols() if is_bound(symbol)}


def is_bound(symbol):
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()


def free_names(source):
    """The names that a module looks up and does not bind."""
    module = symtable.symtable(source, "<tests>", "exec")
    found, left = set(), [module]
    while left:
        table = left.pop()
        left.extend(table.get_children())
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (table is module or symbol.is_global()):
                found.add(symbol.get_name())
    return found - {symbol.get_name() for symbol in module.get_symbols() if is_bound(symbol)}


def called_names(tree):
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def innermost(tree, names):
    """Of names that Python has too, the one that is called first: `sum` in `assert sum(1, 2) == 3`, `f` in `assert max(f(1)) == 2`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in names:
            continue
        within = [inner for part in (*node.args, *node.keywords) for inner in ast.walk(part) if isinstance(inner, ast.Call)]
        if not within:
            return {node.func.id}
    return set()


def uses_objects(tree, asked):
    """Whether tests use a class that the solution must define: its attributes, its instances, or itself."""
    of_solution = from_solution(tree, asked)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr not in OF_VALUES and root_of(node) in of_solution:
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            # Of several names a capitalised one is a class; a single one may well be a function.
            if len(asked) > 1 and node.func.id in asked and node.func.id.lstrip("_")[:1].isupper():
                return True
            if node.func.id in OF_CLASSES and any(named_in(argument, asked) for argument in node.args[1:]):
                return True
        elif isinstance(node, ast.ExceptHandler) and node.type is not None and named_in(node.type, asked):
            return True
        elif isinstance(node, ast.ClassDef) and any(named_in(base, asked) for base in node.bases):
            return True
    return False


def from_solution(tree, asked):
    """The names that may stand for what a solution gave: what is asked of it, parameters, and what is made of these."""
    names, methods = set(asked), {s for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for s in node.body}
    pairs = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            names |= {argument.arg for argument in [*node.args.posonlyargs, *node.args.args][node in methods :]}
        elif isinstance(node, ast.Assign):
            pairs += [(target, node.value) for target in node.targets]
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
            pairs.append((node.target, node.value))
        elif isinstance(node, (ast.For, ast.comprehension)):
            pairs.append((node.target, node.iter))
    found = True
    while found:
        found = False
        for target, value in pairs:
            bound = {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}
            if not bound <= names and (root_of(value) in names or holds(value, names)):
                names |= bound
                found = True
    return names


def holds(value, names):
    """Whether a display holds something of a solution."""
    return isinstance(value, (ast.List, ast.Tuple, ast.Dict, ast.Set)) and named_in(value, names)


def root_of(node):
    """The name that a chain of attributes, calls and subscripts begins with."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def named_in(tree, names):
    return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(tree))


def changes_what_is_shared(tree):
    """Whether tests could change what later tests find: they set attributes of modules, or reach for the interpreter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            return True
        if isinstance(node, ast.Name) and node.id in ("setattr", "delattr", "sys", "builtins", "__builtins__", "os", "exec", "eval"):
            return True
    return False
