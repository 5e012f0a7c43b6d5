"""The side of a solution: loads the program, and answers what the tests ask of it.

It shares its interpreter with the program, which can therefore make it answer anything; whoever asks believes no more than that
these are the values that the solution gives.
"""

import builtins
import contextlib
import functools
import importlib
import io
import marshal
import operator
import sys
import types

from _grading_rebuilding import Reader
from _grading_values import CONTAINER_ITERATORS, NoValue, Writer, from_json, to_json

MODULE = "solution"
FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, functools.partial)
MISSING = object()

class Solution:
    """A program that was loaded, and the objects of it that the tests hold."""

    def __init__(self, asked, objects):
        self.module = types.ModuleType(MODULE)
        self.asked = asked
        self.objects = objects
        self.held = []
        self.handles = {}

    def load(self, source):
        sys.modules[MODULE] = self.module
        prepare(source)
        exec(compile(source, "<solution>", "exec"), self.module.__dict__)
        return {name: self.kind_of(value) for name in self.asked if (value := self.named(name)) is not MISSING}

    def named(self, name):
        return self.module.__dict__.get(name, MISSING)

    def kind_of(self, value):
        if isinstance(value, type):
            return ["class", base_exception(value) if issubclass(value, BaseException) else None]
        if callable(value):
            return ["function"]
        try:
            return ["value", Writer(self.special).write(value)]
        except NoValue:
            return ["nothing"]

    def handle(self, value):
        place = self.handles.get(id(value))
        if place is None:
            place = self.handles[id(value)] = len(self.held)
            self.held.append(value)
        return place

    def special(self, value, writer):
        """Writes what is no value: functions and iterators by a number, and objects only where the tests use them."""
        kind = type(value)
        if kind in CONTAINER_ITERATORS:
            return None
        if isinstance(value, type):
            return ["type", value.__name__] if getattr(builtins, value.__name__, None) is value else None
        if kind in FUNCTIONS:
            if hasattr(value, "__given__"):
                return value.__given__
            return ["function", self.handle(value)]
        if self.objects and any(isinstance(cls, type) and isinstance(value, cls) for cls in map(self.named, self.asked)):
            return ["object", self.handle(value)]
        return ["iterator", self.handle(value)] if hasattr(kind, "__next__") else None

    def read_special(self, node, reader):
        tag, told, *more = node
        if tag == "named":
            return self.named(told)
        if tag in ("function", "object", "iterator"):
            return self.held[told]
        if tag == "code":
            return made_function(reader, node, told, *more)
        if tag == "standard":
            return functools.reduce(getattr, more[0].split("."), importlib.import_module(told))
        if tag == "module":
            return importlib.import_module(told)
        raise NoValue(tag)

    def call(self, called, given):
        """What a call gives, and how it left what it was given."""
        reader = Reader(self.read_special)
        args, kwargs = reader.read(from_json(given))
        try:
            told = ["gave", None]
            value = called(*args, **kwargs)
        except BaseException as error:
            told = raised(error, self)
            value = None
        known = list(reader.kept)
        writer = Writer(self.special, known)
        if told[0] == "gave":
            told[1] = written(writer, value)
        if known and self.rewritten(args, kwargs) != given:
            told = ["changed", [writer.content(changed) for changed in known], told]
        return told

    def rewritten(self, args, kwargs):
        """What was given, as it would be written now."""
        try:
            return to_json(Writer(self.special).write((args, kwargs)))
        except (NoValue, TypeError, ValueError):
            return None

    def answer(self, operation, *rest):
        if operation == "call":
            return self.call(self.named(rest[0]), rest[1])
        if operation == "with-streams":
            return self.with_streams(*rest)
        if operation == "call-held":
            return self.call(self.held[rest[0]], rest[1])
        if operation == "call-method":
            return self.call(method_of(self.held[rest[0]], rest[1]), rest[2])
        if operation == "class-attribute":
            return self.attribute(self.named(rest[0]), rest[1])
        if operation == "attribute":
            return self.attribute(self.held[rest[0]], rest[1])
        if operation == "set-attribute":
            return self.call(functools.partial(setattr, self.held[rest[0]], rest[1]), rest[2])
        if operation == "is-instance":
            return ["gave", isinstance(self.held[rest[0]], self.named(rest[1]))]
        if operation == "next":
            return self.next_of(self.held[rest[0]])
        raise NoValue(operation)

    def with_streams(self, given, request):
        """Answers with a standard input of the tests, and with what was printed."""
        printed, was = io.StringIO(), sys.stdin
        with contextlib.redirect_stdout(printed):
            sys.stdin = was if given is None else io.StringIO(given)
            try:
                answer = self.answer(*request)
            finally:
                sys.stdin = was
        return ["printed", printed.getvalue(), answer]

    def attribute(self, owner, name):
        try:
            value = getattr(owner, name)
        except BaseException as error:
            return raised(error, self)
        return ["gave", written(Writer(self.special), value)]

    def next_of(self, iterator):
        try:
            value = next(iterator)
        except StopIteration:
            return ["ended"]
        except BaseException as error:
            return raised(error, self)
        return ["gave", written(Writer(self.special), value)]


def method_of(value, name):
    """A method, or what an operator makes of an object that may have none for it."""
    plain = name.strip("_")
    operation = OPERATIONS.get(plain) or getattr(operator, f"__{plain}__", None) if name.startswith("__") else None
    return functools.partial(operation, value) if operation is not None else getattr(value, name)


OPERATIONS = {
    **{"len": len, "iter": iter, "next": next, "str": str, "repr": repr, "bool": bool},
    **{"int": int, "float": float, "abs": abs, "getitem": operator.getitem},
}


def written(writer, value):
    try:
        return writer.write(value)
    except NoValue as error:
        return ["no value", str(error)]


def made_function(reader, node, name, code, defaults, keywords, cells, needed):
    """A function of the tests, from its code: they may hand over one that the solution is to call."""
    module = {"__builtins__": builtins, "__name__": "tests"}
    closure = tuple(types.CellType(reader.read(cell)) for cell in cells)
    made = types.FunctionType(marshal.loads(bytes.fromhex(code)), module, name, reader.read(defaults), closure)
    made.__kwdefaults__ = reader.read(keywords)
    made.__given__ = node
    module[name] = made
    for key, needed_node in needed:
        module[key] = reader.read(needed_node)
    return made


def base_exception(kind):
    """The name of the built-in exception that a type of exceptions is, or is derived from."""
    for base in kind.__mro__:
        if base.__module__ == "builtins" and getattr(builtins, base.__name__, None) is base:
            return base.__name__
    return "Exception"


def raised(error, solution):
    """An exception as it is told: its built-in type, its own name, its arguments where they are plain, and what it lacked."""
    kind = type(error)
    args = [arg for arg in error.args if type(arg) in (str, int, float, bool)]
    plain = args if len(args) == len(error.args) and all(type(arg) is not int or abs(arg) < 1 << 63 for arg in args) else []
    own = next((name for name in solution.asked if solution.named(name) is kind), None) if solution.objects else None
    return ["raised", base_exception(kind), kind.__name__[:1000], plain, lacked(error), own]


solution = None


def prepare(source):
    """What an interpreter does before it loads a program; most do nothing."""


def lacked(error):
    """What a program missed that this interpreter has not, by the exception that tells; None where it has everything."""


def serve(request):
    """Answers one question of the tests, as bytes; the first one is to load a program."""
    global solution
    operation, *rest = from_json(request.decode("ascii"))
    if operation != "load":
        return to_json(solution.answer(operation, *rest)).encode("ascii")
    source, asked, objects = rest
    solution = Solution(asked, objects)
    try:
        answer = ["loaded", solution.load(source)]
    except BaseException as error:
        answer = raised(error, solution)
    return to_json(answer).encode("ascii")
