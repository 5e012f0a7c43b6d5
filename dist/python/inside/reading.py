"""Reads programs without running them: decides which texts are programs, and compares how programs work.

Nothing in a program runs here.
"""

import ast
import hashlib
import sys
import warnings

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (*FUNCTIONS, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def parsed(source):
    """Returns the tree of a source, or None and the line of the first error. A source must also compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
            compile(tree, "<solution>", "exec")
    except SyntaxError as error:
        return None, error.lineno
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return None, None
    return tree, None


def bound_by(statement):
    """Returns the names that a statement of a module binds."""
    if isinstance(statement, (*FUNCTIONS, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    return {
        node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def defined_by(statement):
    """Returns the names that a statement of a module defines. An import counts only if it is from the standard library."""
    if isinstance(statement, ast.ImportFrom) and (statement.module or "").split(".")[0] not in sys.stdlib_module_names:
        return set()
    return bound_by(statement)


def used_by(statement):
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}


def needed(tree, asked):
    """Returns the statements, except imports, that a module needs to define the names in `asked`; all if it binds none of
    them."""
    wanted = {name for statement in tree.body for name in bound_by(statement)} & asked
    if not wanted:
        return [s for s in tree.body if not isinstance(s, (ast.Import, ast.ImportFrom))]
    kept, found = set(), True
    while found:
        found = False
        for place, statement in enumerate(tree.body):
            imports = isinstance(statement, (ast.Import, ast.ImportFrom))
            if place not in kept and not imports and bound_by(statement) & wanted:
                kept.add(place)
                wanted |= used_by(statement)
                found = True
    # A name that is bound again hides the earlier binding: of several functions with the same name, the last one counts.
    last = {}
    for place in sorted(kept):
        if isinstance(tree.body[place], (*FUNCTIONS, ast.ClassDef)):
            last[tree.body[place].name] = place
    return [
        tree.body[place]
        for place in sorted(kept)
        if not isinstance(tree.body[place], (*FUNCTIONS, ast.ClassDef)) or last[tree.body[place].name] == place
    ]


def imported(tree):
    """Returns the origin of each imported name."""
    origins = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name.split(".")[0]
                origins[name] = alias.name if alias.asname else name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                origins[alias.asname or alias.name] = f"{node.module or ''}.{alias.name}"
    return origins


def own_names(scope):
    """Returns the names that are local to a function, lambda or comprehension: its parameters and the names that it
    binds."""
    names, elsewhere = set(), set()
    if not isinstance(scope, (*FUNCTIONS, ast.Lambda)):
        for generator in scope.generators:
            names |= {n.id for n in ast.walk(generator.target) if isinstance(n, ast.Name)}
        return names
    given = scope.args
    for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
        if argument is not None:
            names.add(argument.arg)
    left = list(scope.body) if isinstance(scope.body, list) else [scope.body]
    while left:
        node = left.pop()
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            elsewhere |= set(node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            names.add(node.name)
        if not isinstance(node, (*SCOPES, ast.ClassDef)):
            left.extend(ast.iter_child_nodes(node))
        elif isinstance(node, SCOPES) and not isinstance(node, (*FUNCTIONS, ast.Lambda)):
            # An assignment expression in a comprehension binds its name in the enclosing function.
            names |= {n.target.id for n in ast.walk(node) if isinstance(n, ast.NamedExpr)}
    return names - elsewhere


class Way:
    """Serializes a tree so that names, annotations, docstrings and layout make no difference."""

    def __init__(self, origins, module_names):
        self.origins = origins
        self.count = 0
        self.scopes = [dict.fromkeys(module_names)]
        self.written = []

    def name(self, name):
        for scope in reversed(self.scopes):
            if name in scope:
                if scope[name] is None:
                    scope[name] = f"v{self.count}"
                    self.count += 1
                return scope[name]
        return self.origins.get(name, name)

    def write(self, node):
        if isinstance(node, list):
            self.written.append("[")
            for element in node:
                self.write(element)
            self.written.append("]")
            return
        if not isinstance(node, ast.AST):
            self.written.append(repr(node))
            return
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.Pass)):
            return
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.AnnAssign):
            if node.value is None:
                return
            node = ast.Assign(targets=[node.target], value=node.value)
        self.written.append(type(node).__name__)
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            self.written.append(self.name(node.name))
            for decorator in node.decorator_list:
                self.write(decorator)
        if isinstance(node, SCOPES):
            self.scopes.append(dict.fromkeys(own_names(node)))
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "type_comment", "type_params", "decorator_list", "ctx", "kind"):
                continue
            if field == "name" and isinstance(node, (*FUNCTIONS, ast.ClassDef)):
                continue
            if isinstance(value, str) and (field, type(node)) in NAMES:
                self.written.append(self.name(value))
            elif field == "names" and isinstance(node, (ast.Global, ast.Nonlocal)):
                self.written.extend(self.name(name) for name in value)
            else:
                self.write(value)
        if isinstance(node, SCOPES):
            self.scopes.pop()
        self.written.append(";")


NAMES = {("id", ast.Name), ("arg", ast.arg), ("name", ast.ExceptHandler)}


def way(tree, asked):
    """Returns a short hash of how a program works. Programs that differ only in names and layout have the same hash."""
    statements = needed(tree, asked)
    names = set().union(*(bound_by(statement) for statement in statements))
    writer = Way(imported(tree), names)
    try:
        writer.write(statements)
    except (RecursionError, MemoryError, ValueError):
        # The tree is too deep, or contains a number with more digits than Python prints.
        return None
    return hashlib.sha256("\n".join(writer.written).encode("utf-8", "surrogatepass")).hexdigest()[:16]
