"""What the tests of an item say of its solution: which names it must define, and how they use them.

Only the item is read here. Nothing that a solution writes or does has a say in how it is tested.
"""

import ast
import builtins
import collections
import datetime
import decimal
import fractions
import marshal
import symtable
import sys

# Attributes that values have, and arrays, for which tests look: whoever asks for another one asks an object of the solution.
OF_VALUES = frozenset(
    name
    for kind in (
        *(int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, type(None), type(iter(()))),
        *(decimal.Decimal, fractions.Fraction, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone),
        *(collections.deque, collections.Counter, collections.OrderedDict, collections.defaultdict, BaseException, OSError),
        *(StopIteration, type(lambda: None), type(x for x in ())),
    )
    for name in dir(kind)
) | {"dtype", "shape", "ndim", "size", "tolist", "item"}

# Functions whose second argument is a class.
OF_CLASSES = ("isinstance", "issubclass")


class Item:
    """The tests of an item, compiled, and what they ask of a solution."""

    def __init__(self, tests, prompt, entry):
        """Raises SyntaxError or ValueError where the tests are no Python."""
        tree = ast.parse(tests)
        self.tests = compile(tree, "<tests>", "exec")
        nodes = nodes_of(tree)
        source = runnable(prompt)
        self.prompt = None if source is None else compile(source, "<prompt>", "exec")
        of_prompt = set() if source is None else bound_in(source)
        free = free_names(tests)
        asked = {name for name in free - of_prompt if not hasattr(builtins, name)}
        called = called_names(nodes)
        self.modules = {name for name in asked - called if name in sys.stdlib_module_names}
        asked -= self.modules
        if entry is not None:
            asked.add(entry)
        elif not asked:
            asked = innermost(nodes, free & called)
        self.asked = frozenset(asked)
        self.entry = entry
        self.objects = uses_objects(nodes, self.asked)
        self.shares = changes_what_is_shared(nodes)

    def to_bytes(self):
        """All of it: reading the tests of HumanEval+ takes longer than running them, so it is done once for many completions."""
        return marshal.dumps(self.__dict__)

    @classmethod
    def of_bytes(cls, written):
        item = cls.__new__(cls)
        item.__dict__.update(marshal.loads(written))
        return item


def nodes_of(tree):
    """The nodes of a tree without its constants, of which tests may have a hundred thousand."""
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


def called_names(nodes):
    return {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def innermost(nodes, names):
    """Of names that Python has too, the one that is called first: `sum` in `assert sum(1, 2) == 3`, `f` in `assert max(f(1)) == 2`."""
    for node in sorted((node for node in nodes if isinstance(node, ast.Call)), key=lambda node: (node.lineno, node.col_offset)):
        if not isinstance(node.func, ast.Name) or node.func.id not in names:
            continue
        within = [inner for part in (*node.args, *node.keywords) for inner in ast.walk(part) if isinstance(inner, ast.Call)]
        if not within:
            return {node.func.id}
    return set()


def uses_objects(nodes, asked):
    """Whether tests use a class that the solution must define: its attributes, its instances, or itself."""
    of_solution = from_solution(nodes, asked)
    for node in nodes:
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


def from_solution(nodes, asked):
    """The names that may stand for what a solution gave: what is asked of it, parameters, and what is made of these."""
    names, methods = set(asked), {s for node in nodes if isinstance(node, ast.ClassDef) for s in node.body}
    pairs = []
    for node in nodes:
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
    return isinstance(value, (ast.List, ast.Tuple, ast.Dict, ast.Set)) and any(
        isinstance(node, ast.Name) and node.id in names for node in nodes_of(value)
    )


def root_of(node):
    """The name that a chain of attributes, calls and subscripts begins with."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def named_in(tree, names):
    return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(tree))


def changes_what_is_shared(nodes):
    """Whether tests could change what later tests find: they set attributes of modules, or reach for the interpreter."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            return True
        if isinstance(node, ast.Name) and node.id in ("setattr", "delattr", "sys", "builtins", "__builtins__", "os", "exec", "eval"):
            return True
    return False
