"""Decides which of the names that the tests look up must be defined by the solution, and which come from a library.

Only the item is considered: its tests and, if it has one, its reference solution. A solution cannot replace the code that
checks it.
"""

import ast
import builtins
import importlib
import sys

from _grading_reading import bound_by

# Modules whose names tests use without importing them. A name that exists only in other modules, such as
# `search`, is more likely the solution's.
MODULES = (
    *("math", "collections", "itertools", "functools", "fractions", "decimal", "statistics", "datetime", "copy"),
    *("typing", "dataclasses", "enum", "numbers", "cmath"),
)

NUMPY = {"np": "numpy", "numpy": "numpy"}
NUMPY_NAMES = ("allclose", "isclose")


def asked_and_given(nodes, unknown, called, reference, entry):
    """Returns the names that the solution must define, and the other names with their modules:
    `{"sqrt": ("math", "sqrt")}`."""
    defined, given = read_reference(reference, unknown - {entry})
    asked = unknown & defined
    left = unknown - asked - given.keys() - {entry}
    given.update({name: (NUMPY.get(name, name), None) for name in left - called if name in NUMPY or name in sys.stdlib_module_names})
    left -= given.keys()
    library = {name: found for name in left if (found := of_library(name)) is not None}
    asked |= left - library.keys()
    if entry is not None:
        asked.add(entry)
    if library:
        # A test that uses such a name, and no other name that the solution defines, is a test of that name.
        tested = {name for name in library if stands_alone(name, nodes, library.keys())}
        asked |= tested
        if not asked:
            asked = innermost(nodes, library.keys() & called) or set(library)
        given.update({name: library[name] for name in library.keys() - asked})
    return asked, given


def read_reference(source, names):
    """Splits `names` into those that a reference solution defines and those that it imports from a library."""
    defined, given = set(), {}
    try:
        statements = ast.parse(source or "").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return defined, given
    for statement in statements:
        if isinstance(statement, ast.ImportFrom):
            found = {alias.asname or alias.name: (statement.module, alias.name) for alias in statement.names}
        elif isinstance(statement, ast.Import):
            found = dict(map(bound_module, statement.names))
        else:
            defined |= bound_by(statement) & names
            continue
        given.update({name: place for name, place in found.items() if name in names and is_library(place[0])})
    return defined, {name: place for name, place in given.items() if name not in defined}


def bound_module(alias):
    """Returns the name that an import binds, and its source: `import a.b` binds `a`, and `import a.b as c` is
    `from a import b as c`."""
    if alias.asname is None:
        return alias.name.split(".")[0], (alias.name, None)
    above, _, last = alias.name.rpartition(".")
    return alias.asname, (above, last) if above else (last, None)


def is_library(module):
    return module is not None and (module in NUMPY or module.split(".")[0] in sys.stdlib_module_names)


def of_library(name):
    """Returns the module and name of a library function with this name, or None."""
    for module in MODULES:
        names = vars(importlib.import_module(module))
        if not name.startswith("_") and name in names and name in names.get("__all__", names) and name not in sys.builtin_module_names:
            return module, name
    return ("numpy", name) if name in NUMPY_NAMES else None


def names_in(tree):
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def stands_alone(name, nodes, library):
    """Whether some assertion is about this name alone, apart from constants and values computed without the solution's
    functions."""
    bindings = [pair for node in nodes for pair in bound_pairs(node)]
    plain = plain_names(nodes, bindings, library)
    for used in filter(None, map(asserted, nodes)):
        before = None
        while before != used:
            before, used = used, used.union(*(names_in(value) for target, value in bindings if names_in(target) & used))
        if name in used and used <= plain:
            return True
    return False


def asserted(node):
    """Returns the names that an assertion is about, whether it is an `assert` statement or a method such as
    `assertEqual`."""
    if isinstance(node, ast.Assert):
        return names_in(node.test)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr.startswith("assert"):
        return set().union(*map(names_in, node.args))
    return set()


def plain_names(nodes, bindings, library):
    """Returns the names whose values do not depend on the solution's functions."""
    known = library | set(dir(builtins))
    calls = [node for node in nodes if isinstance(node, ast.Call) and not asserted(node)]
    plain = {name for target, _ in bindings for name in names_in(target)} | known
    plain -= {a.arg for node in nodes if isinstance(node, ast.arguments) for a in [*node.posonlyargs, *node.args, *node.kwonlyargs]}
    before = None
    while before != plain:
        before = set(plain)
        for target, value in bindings:
            if not names_in(value) <= plain:
                plain -= names_in(target)
        for call in calls:
            if not names_in(call.func) <= plain:
                plain -= names_in(call) - known
    return plain


def bound_pairs(node):
    """Yields the targets that a node binds, each with the value that it is bound to."""
    if isinstance(node, ast.Assign):
        return [(target, node.value) for target in node.targets]
    if isinstance(node, (ast.AnnAssign, ast.NamedExpr, ast.AugAssign)) and node.value is not None:
        return [(node.target, node.value)]
    if isinstance(node, (ast.For, ast.comprehension)):
        return [(node.target, node.iter)]
    if isinstance(node, ast.withitem) and node.optional_vars is not None:
        return [(node.optional_vars, node.context_expr)]
    return []


def innermost(nodes, names):
    """Of several names that Python also defines, returns the one that is called first: `sum` in `assert sum(1, 2) == 3`, `f`
    in `assert max(f(1)) == 2`."""
    for node in sorted((node for node in nodes if isinstance(node, ast.Call)), key=lambda node: (node.lineno, node.col_offset)):
        if not isinstance(node.func, ast.Name) or node.func.id not in names:
            continue
        within = [inner for part in (*node.args, *node.keywords) for inner in ast.walk(part) if isinstance(inner, ast.Call)]
        if not within:
            return {node.func.id}
    return set()
