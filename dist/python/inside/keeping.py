"""Finds the parts of other blocks that a solution needs, and those of its own statements that only demonstrate it."""

import ast
import builtins
import symtable

from _grading_reading import FUNCTIONS, bound_by, used_by

DEFINITIONS = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)
SHOWING = frozenset(("print", "input", "pprint", "display", "help", "main"))
SHOWING_METHODS = frozenset(("testmod", "main", "run_docstring_examples"))
FUTURE = "__future__"

# Modules with more statements than this are left unchanged, because analyzing each statement takes time.
MOST_STATEMENTS = 2000


class Part:
    """A statement of a module: its lines, and the names that it binds, changes and looks up."""

    def __init__(self, lines, statement):
        first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", ()))])
        self.lines = range(first - 1, statement.end_lineno)
        self.statement = statement
        self.source = "\n".join(lines[first - 1 : statement.end_lineno])
        self.is_star = isinstance(statement, ast.ImportFrom) and statement.names[0].name == "*"
        self.is_future = isinstance(statement, ast.ImportFrom) and statement.module == FUTURE
        self.is_definition = isinstance(statement, DEFINITIONS)
        self.binds, self.uses = names_of_statement(self.source, statement)
        self.changes = set() if self.is_definition else changed_by(statement)

    def gives(self, names):
        return bool((self.binds | self.changes) & names)

    def shows(self, users, needed):
        """Whether the statement checks, prints or calls the solution, and defines no name that is needed."""
        if self.is_definition or self.binds & needed:
            return False
        if isinstance(self.statement, ast.Assert) or self.uses & SHOWING:
            return True
        value = self.statement.value if isinstance(self.statement, ast.Expr) else None
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in SHOWING_METHODS:
            return True
        return bool(self.uses & users) and not self.changes & needed


def parts_of(source, tree):
    lines = source.split("\n")
    return [Part(lines, statement) for statement in tree.body]


def names_in(source):
    """Returns the names that a module binds, and those that it looks up, except the local variables of its functions."""
    module = symtable.symtable(source, "<block>", "exec")
    bound = {s.get_name() for s in module.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    used, left = set(), [module]
    while left:
        table = left.pop()
        left.extend(table.get_children())
        symbols = table.get_symbols()
        used.update(s.get_name() for s in symbols if s.is_referenced() and (table is module or s.is_global()))
        bound.update(s.get_name() for s in symbols if table is not module and s.is_declared_global() and s.is_assigned())
    return bound, used


def names_of_statement(source, statement):
    """Returns the names that a statement binds and looks up. If another statement is on the same lines, its names are
    included."""
    try:
        return names_in(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return bound_by(statement), used_by(statement)


def changed_by(statement):
    """Returns the names whose values a statement may change through an attribute, an element or a method."""
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            found.add(root_of(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            found.add(root_of(node.func))
    return found - {None}


def root_of(node):
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def needed_by(parts, names):
    """Returns the names that the definitions of `names` need, including `names` themselves."""
    needed, left = set(names), list(parts)
    while True:
        giving = [part for part in left if part.gives(needed)]
        if not giving:
            return needed
        left = [part for part in left if part not in giving]
        needed.update(*(part.uses for part in giving))


def without_demonstrations(source, tree, asked):
    """Removes the statements that only demonstrate the solution. Returns the source unchanged if there are none."""
    if all(isinstance(statement, DEFINITIONS) for statement in tree.body) or len(tree.body) > MOST_STATEMENTS:
        return source
    parts = parts_of(source, tree)
    needed = needed_by(parts, asked)
    users, gone, dropped = users_of(parts, asked), set(), []
    while more := [part for part in parts if part not in dropped and (part.shows(users, needed) or part.uses & gone and not part.binds & needed)]:
        # Statements that use the results of these are demonstrations too.
        dropped += more
        gone.update(*(part.binds - needed for part in more))
        users = users_of(parts, users | gone)
    kept = {line for part in parts if part not in dropped for line in part.lines}
    without = {line for part in dropped for line in part.lines} - kept
    if not without:
        return source
    return "\n".join("" if number in without else line for number, line in enumerate(source.split("\n")))


def users_of(parts, asked):
    """Returns the names that the solution must define, and the functions that use them."""
    users, found = set(asked), True
    while found:
        found = False
        for part in parts:
            if part.is_definition and not part.binds <= users and part.uses & users:
                users |= part.binds
                found = True
    return users


def with_helpers(source, others, asked, given):
    """Prepends the parts of other blocks that a module needs: from earlier blocks, nearest first, then from later ones.

    `others` are two lists of sources with their trees: the blocks before the module and the blocks after it. `given` are names
    that are already defined.
    """
    try:
        bound, used = names_in(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    missing = ((used | asked) - bound - vars(builtins).keys()) - (given - asked)
    if not missing:
        return source
    users = users_of([part for part in parts_of(source, ast.parse(source)) if part.is_definition], asked)
    before, after = ([parts_of(*other) for other in side if len(other[1].body) <= MOST_STATEMENTS] for side in others)
    found = [helper_of(parts, missing, users) for parts in [*before[::-1], *after]]
    return "".join([*found[: len(before)][::-1], *found[len(before) :], source])


def helper_of(parts, missing, users):
    """The statements that define the missing names, and what those statements need. Updates `missing` to the names that are
    still missing."""
    chosen, usable = [], [part for part in parts if not part.is_future]
    while True:
        more = [part for part in usable if part not in chosen and part.gives(missing) and not part.shows(users, missing)]
        if not more:
            break
        chosen += more
        missing.update(*(part.uses for part in more))
    for part in chosen:
        missing -= part.binds
    if missing - vars(builtins).keys():
        chosen += [part for part in usable if part.is_star]
    return "".join(f"{part.source}\n" for part in parts if part in chosen)
