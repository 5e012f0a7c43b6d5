"""What asks a solution for the tests, and reads what it answers.

What comes from the solution is hostile: `Reader` makes values of built-in types of it, and an answer that is none ends the
solution.
"""

import builtins
import marshal
import os
import sys
import types

from _grading_rebuilding import Distorted, Reader
from _grading_references import Opaque, Reference, class_for
from _grading_values import LONGEST_ITERATOR, NoValue, Writer, from_json, to_json

# Functions of the tests that need each other deeper than this do not travel.
DEEPEST_FUNCTIONS = 8

# Where a WebAssembly host takes requests to the solution's interpreter and gives its answers.
CHANNEL = 100
CHUNK = 1 << 16


def cross(request):
    """Sends a request to the solution's interpreter and gives its answer; empty where that has ended."""
    os.write(CHANNEL, request)
    parts = [os.read(CHANNEL, CHUNK)]
    while len(parts[-1]) == CHUNK:
        parts.append(os.read(CHANNEL, CHUNK))
    return b"".join(parts)


class Ended(BaseException):
    """The solution can answer no more."""


class Bridge:
    """Asks one solution, and remembers whether it ceased to answer as a solution does."""

    def __init__(self, item):
        self.item = item
        self.ended = False
        self.lacked = None
        self.functions = {}
        self.classes = {}
        self.depth = 0

    def ask(self, *request):
        if self.ended:
            raise Ended
        answer = cross(to_json(request).encode("ascii"))
        try:
            if answer == b"":
                raise Distorted
            node = from_json(answer.decode("ascii"))
            if type(node) is not list or not node or type(node[0]) is not str:
                raise Distorted
            return node
        except (Distorted, ValueError, RecursionError, MemoryError):
            self.ended = True
            raise Ended from None

    def load(self, source):
        """Loads a program and gives what it defines of what is asked for."""
        node = self.ask("load", source, sorted(self.item.asked), self.item.objects)
        if node[0] != "loaded":
            self.raise_told(node)
        return self.checked(self.defined, node)

    def defined(self, node):
        _, told = node
        found = {}
        for name in self.item.asked:
            kind, *rest = told.get(name) or ["nothing"]
            if kind == "class" and self.item.objects:
                found[name] = self.classes[name] = class_for(self, name, built_in_exception(rest[0]) if rest[0] else None)
            elif kind in ("class", "function"):
                found[name] = self.function(name, ["named", name], "call", name)
            elif kind == "value":
                found[name] = Reader(self.special).read(rest[0])
        return found

    def checked(self, read, *told):
        """What is read of an answer; one that is none ends the solution."""
        try:
            return read(*told)
        except Exception:
            self.ended = True
            raise Ended from None

    def given(self, args, kwargs):
        writer = Writer(self.write_special)
        return to_json(writer.write((args, kwargs))), writer.kept

    def call(self, operation, *told, args=(), kwargs=None):
        try:
            return self.called(operation, *told, args=args, kwargs=kwargs)
        except StopIteration:
            if operation == "call-method":
                raise
            # As of a generator: in a `map` of the tests it would end the tests.
            made = RuntimeError("the solution raised StopIteration")
            made.__told__ = "StopIteration"
            raise made from None

    def called(self, operation, *told, args=(), kwargs=None):
        text, kept = self.given(args, kwargs or {})
        reader = Reader(self.special, kept)
        if sys.stdin is sys.__stdin__ and sys.stdout is sys.__stdout__:
            node = self.ask(operation, *told, text)
        else:
            # Tests that replace a stream want to see what is printed, or to say what is read.
            given = None if sys.stdin is sys.__stdin__ else sys.stdin.read()
            node = self.checked(self.printed, self.ask("with-streams", given, [operation, *told, text]))
        if node[0] != "changed":
            return self.outcome(node, reader)
        told, value = self.checked(self.change, reader, kept, node)
        return value if told[0] == "gave" else self.outcome(told)

    def printed(self, node):
        tag, text, told = node
        if tag != "printed" or type(text) is not str or type(told) is not list or type(told[0]) is not str:
            raise Distorted
        sys.stdout.write(text)
        return told

    def change(self, reader, kept, node):
        """Reads what was given back, after the value that came with it: containers are numbered through both."""
        _, contents, told = node
        if type(contents) is not list or len(contents) != len(kept) or type(told) is not list:
            raise Distorted
        value = reader.read(told[1]) if told[0] == "gave" else None
        for changed, content in zip(kept, contents):
            reader.refill(changed, content)
        return told, value

    def outcome(self, node, reader=None):
        if node[0] == "gave" and len(node) == 2:
            return self.checked((reader or Reader(self.special)).read, node[1])
        self.raise_told(node)

    def raise_told(self, node):
        raise self.checked(self.exception, node)

    def exception(self, node):
        tag, built_in, name, args, lacked, own = node
        if tag != "raised" or type(name) is not str or type(args) is not list:
            raise Distorted
        kind = built_in_exception(built_in)
        self.lacked = lacked if type(lacked) is str else None
        if type(own) is str and own in self.classes:
            kind = self.classes[own]
        try:
            made = kind(*args)
        except Exception:
            made = Exception(*args)
        made.__told__ = name
        return made

    def function(self, name, node, operation, *told):
        def solution(*args, **kwargs):
            return self.call(operation, *told, args=args, kwargs=kwargs)

        solution.__name__ = solution.__qualname__ = name
        self.functions[solution] = node
        return solution

    def iterate(self, handle):
        while True:
            node = self.ask("next", handle)
            if node[0] == "ended":
                return
            yield self.outcome(node)

    def special(self, node, reader):
        """Reads what is no value."""
        tag, *told = node
        if tag == "function":
            return self.function("function", ["function", number(told[0])], "call-held", told[0])
        if tag == "iterator":
            return self.iterate(number(told[0]))
        if tag == "object" and self.item.objects:
            return Reference(self, number(told[0]))
        if tag == "no value":
            return Opaque()
        raise Distorted

    def write_special(self, value, writer):
        """Writes what is no value of a built-in type."""
        kind = type(value)
        if kind is Reference:
            return ["object", object.__getattribute__(value, "_handle")]
        if kind is types.FunctionType and value in self.functions:
            return self.functions[value]
        if isinstance(value, type) and self.classes.get(value.__name__) is value:
            return ["named", value.__name__]
        standard = standard_name(value) if callable(value) else None
        if standard is not None:
            return ["standard", *standard]
        if kind is types.FunctionType:
            return self.code(value, writer)
        if isinstance(value, types.ModuleType):
            return ["module", value.__name__]
        if hasattr(kind, "__next__"):
            elements = [element for _, element in zip(range(LONGEST_ITERATOR), value)]
            return ["iter", writer.elements(elements)]
        return None

    def code(self, function, writer):
        """A function of the tests, with what it needs of their module."""
        if self.depth == DEEPEST_FUNCTIONS:
            raise NoValue("function")
        self.depth += 1
        try:
            names = names_of(function.__code__)
            module = function.__globals__
            needed = [[n, writer.write(module[n])] for n in sorted(names & module.keys()) if module[n] is not function]
            return [
                *("code", function.__name__, marshal.dumps(function.__code__).hex()),
                *(writer.write(function.__defaults__), writer.write(function.__kwdefaults__)),
                *([writer.write(cell.cell_contents) for cell in function.__closure__ or ()], needed),
            ]
        finally:
            self.depth -= 1


def names_of(code):
    return set(code.co_names).union(*(names_of(c) for c in code.co_consts if isinstance(c, types.CodeType)))


def standard_name(value):
    """Module and name of a function or a class of Python's library; None of any other one."""
    owner = getattr(value, "__objclass__", value)
    module, name = getattr(owner, "__module__", None), getattr(value, "__qualname__", None)
    if not isinstance(module, str) or not isinstance(name, str) or module.split(".")[0] not in sys.stdlib_module_names:
        return None
    found = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is value else None


def number(told):
    if type(told) is not int:
        raise Distorted
    return told


def built_in_exception(name):
    kind = getattr(builtins, name, None) if type(name) is str else None
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else Exception
