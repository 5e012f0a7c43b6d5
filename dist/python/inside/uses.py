"""Determines how tests use the classes that a solution must define: which names are classes, and what the tests do with
their instances.

Only the tests count. An instance supports only the operations that the tests perform on instances that they make themselves.
"""

import ast
import collections
import datetime
import decimal
import fractions

from _grading_asking import bound_pairs, names_in

# Attributes that values and arrays have. A test that reads any other attribute is reading an object of the solution.
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

OPERATORS = {
    **{ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv", ast.Mod: "mod", ast.Pow: "pow"},
    **{ast.MatMult: "matmul", ast.BitAnd: "and", ast.BitOr: "or", ast.BitXor: "xor", ast.LShift: "lshift", ast.RShift: "rshift"},
}


class Bindings:
    """The values that names in the tests are bound to: by assignments, loops, and calls of functions that the tests
    define."""

    def __init__(self, nodes):
        self.pairs = [pair for node in nodes if not isinstance(node, ast.AugAssign) for pair in bound_pairs(node)]
        functions = {n.name: [a.arg for a in (*n.args.posonlyargs, *n.args.args)] for n in nodes if isinstance(n, ast.FunctionDef)}
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                parameters = functions.get(node.func.id, ())
                self.pairs += [(ast.Name(name), value) for name, value in zip(parameters, node.args)]

    def reached(self, names, leads):
        """Returns `names` and every name that is bound to an expression leading to one of them."""
        names, found = set(names), True
        while found:
            found = False
            for target, value in self.pairs:
                bound = names_in(target)
                if not bound <= names and (leads(value, names) or any(leads(part, names) for part in parts_of(value))):
                    names |= bound
                    found = True
        return names

    def only(self, names, leads):
        """Keeps the names that are bound only to expressions leading to one of them, constants, and results of operators."""
        before = None
        while before != names:
            before = names
            others = [target for target, value in self.pairs if not self.leads_only(value, names, leads)]
            names = names.difference(*map(names_in, others))
        return names

    def leads_only(self, value, names, leads):
        parts = parts_of(value)
        return isinstance(value, (ast.Constant, ast.BinOp, ast.UnaryOp)) or leads(value, names) or any(leads(part, names) for part in parts)


def parts_of(value):
    """Returns the elements of a list, tuple, set or dictionary literal."""
    if isinstance(value, ast.Dict):
        return value.values
    return value.elts if isinstance(value, (ast.List, ast.Tuple, ast.Set)) else ()


def root_of(node):
    """Returns the name at the start of a chain of attributes, calls and subscripts."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def begins(value, names):
    return root_of(value) in names


def classes_in(nodes, asked, reference):
    """Returns the names that tests use as classes. If a reference solution defines a name, that definition decides."""
    functions, classes = defined_in(reference)
    found, bindings = set(asked & classes), Bindings(nodes)
    for node in nodes:
        found |= named_as_class(node, asked, bindings)
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr not in OF_VALUES]
    for name in asked if attributes else ():
        if any(root_of(node) in bindings.reached({name}, begins) for node in attributes):
            found.add(name)
    return found - functions


def defined_in(source):
    """Returns the names of the functions and of the classes that a source defines. Both are empty if it is not valid
    Python."""
    try:
        statements = ast.parse(source or "").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(), set()
    functions = {s.name for s in statements if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))}
    return functions, {s.name for s in statements if isinstance(s, ast.ClassDef)}


def named_as_class(node, asked, bindings):
    """Returns the names in `asked` that are shown to be classes by this node."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        # If the solution must define several names, a capitalized one is a class. A sole capitalized name may well be a
        # function.
        if len(asked) > 1 and node.func.id in asked and is_capitalised(node.func.id):
            return {node.func.id}
        if node.func.id in OF_CLASSES:
            return set().union(*(names_in(argument) for argument in node.args[1:])) & asked
    elif isinstance(node, ast.ExceptHandler) and node.type is not None:
        return names_in(node.type) & asked
    elif isinstance(node, ast.ClassDef):
        return set().union(*(names_in(base) for base in node.bases)) & asked
    elif isinstance(node, ast.Compare) and not isinstance(node.ops[0], (ast.In, ast.NotIn)):
        return {name for name in asked if is_capitalised(name) and compares(node, bindings.reached({name}, begins))}
    return set()


def is_capitalised(name):
    return name.lstrip("_")[:1].isupper() and "_" not in name.strip("_")


def compares(node, names):
    """Whether at least two operands of a comparison use these names: `Money(5) - 3 == Money(2)`."""
    return sum(any(root_of(part) in names for part in ast.walk(side)) for side in (node.left, *node.comparators)) > 1


def uses_of(nodes, classes):
    """The attributes that tests read of instances that they make themselves, and the operators that they apply to such an
    instance and a value."""
    bindings = Bindings(nodes)
    kinds = bindings.reached(classes, lambda value, names: isinstance(value, ast.Name) and value.id in names)

    def made_here(value, names):
        return is_instance(value, kinds, names)

    instances = bindings.only(bindings.reached((), made_here), made_here)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Attribute) and root_of(node) in kinds | instances:
            found.add(node.attr)
        elif isinstance(node, (ast.BinOp, ast.AugAssign)):
            left, right = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
            operator = OPERATORS[type(node.op)]
            found |= {f"__{operator}__"} if is_instance(left, kinds, instances) else set()
            found |= {f"__r{operator}__"} if is_instance(right, kinds, instances) else set()
        elif isinstance(node, ast.Compare):
            found |= compared(node, lambda value: is_instance(value, kinds, instances))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum":
            parts = [part for argument in node.args for part in (argument, *parts_of(argument))]
            found |= {"__radd__"} if any(is_instance(part, kinds, instances) for part in parts) else set()
    return found


def compared(node, is_one):
    """The special methods that a comparison with an instance uses: `__contains__` for `3 in tree`, all operators for
    `2 * (v + w) == Vector(2, 4)`."""
    found, sides = set(), [node.left, *node.comparators]
    for operator, side in zip(node.ops, node.comparators):
        if isinstance(operator, (ast.In, ast.NotIn)) and is_one(side):
            found.add("__contains__")
    if any(map(is_one, sides)):
        operators = {OPERATORS[type(n.op)] for side in sides for n in ast.walk(side) if isinstance(n, ast.BinOp)}
        found |= {f"__{reflected}{operator}__" for operator in operators for reflected in ("", "r")}
    return found


def is_instance(value, kinds, instances):
    """Whether an expression is visibly an instance of a class: `Pair(1, 2)`, `Pair.of(1)`, or a variable bound to one."""
    if isinstance(value, ast.Name):
        return value.id in instances
    if not isinstance(value, ast.Call):
        return False
    made_by = value.func.value if isinstance(value.func, ast.Attribute) else value.func
    return isinstance(made_by, ast.Name) and made_by.id in kinds
