"""Sends the tests' requests to a solution and reads its answers.

The solution is treated as hostile. `Reader` builds only values of built-in types from its answers, and an invalid answer
"""

import sys
import types

from _grading_crossing import Side, built_in_exception, from_bytes, is_iterator, to_bytes
from _grading_rebuilding import Distorted, Reader
from _grading_references import Opaque, Reference, class_for

# The answer to a request of the solution that is not a call, or that can no longer be answered.
NO_ANSWER = b'["raised","SystemExit","Ended",[],null,null]'


class Ended(BaseException):
    """The solution can no longer answer."""


class Bridge(Side):
    """Sends requests to one solution, and remembers whether it stopped answering properly."""

    def __init__(self, item, module):
        kinds = {name for name, value in module.items() if isinstance(value, type) and value.__module__ == module["__name__"]}
        super().__init__(kinds - item.asked, module.get)
        self.item = item
        self.ended = False
        self.missed = None
        self.functions = {}
        self.nodes = {}
        self.classes = {}
        self.references = {}

    def ask(self, *request):
        if self.ended:
            raise Ended
        return self.checked(self.told, self.send(to_bytes(request)))

    def told(self, answer):
        node = from_bytes(answer)
        if type(node) is not list or not node or type(node[0]) is not str:
            raise Distorted
        return self.printed(node) if node[0] == "printed" else node

    def printed(self, node):
        tag, text, told = node
        if type(text) is not str or type(told) is not list or type(told[0]) is not str:
            raise Distorted
        sys.stdout.write(text)
        return told

    def answer(self, request):
        """Answers a request that the solution makes during a call: calls a function that the tests passed to it."""
        try:
            operation, place, *told = from_bytes(request)
            if not 0 <= number(place) < len(self.held):
                raise Distorted
            asked = self.held[place]
            return to_bytes(self.answer_next(asked) if operation == "next" else self.answer_call(asked, *told))
        except BaseException:
            self.ended = True
            return NO_ANSWER

    def load(self, source):
        """Loads a program and returns its definitions of the names in `asked`."""
        item = self.item
        node = self.ask("load", source, sorted(item.asked), sorted(item.classes), sorted(self.classes_of_prompt.names))
        if node[0] != "loaded":
            raise self.checked(self.exception, node)
        return self.checked(self.defined, node)

    def defined(self, node):
        _, told = node
        found = {}
        for name in self.item.asked:
            kind, *rest = told.get(name) or ["nothing"]
            if kind == "class" and name in self.item.classes:
                found[name] = self.classes[name] = class_for(self, name, built_in_exception(rest[0]) if rest[0] else None)
            elif kind in ("class", "function"):
                found[name] = self.function(name, ["named", name], "call", name)
            elif kind == "value":
                found[name] = self.read(Reader(self.read_special), rest[0])
        return found

    def checked(self, read, *told):
        """Reads part of an answer. An invalid answer ends the solution."""
        try:
            return read(*told)
        except Exception:
            self.ended = True
            raise Ended from None

    def call(self, operation, *told, args=(), kwargs=None):
        request = (operation, *told)
        if sys.stdin is not sys.__stdin__ or sys.stdout is not sys.__stdout__:
            # Tests replace a stream to capture the output or to supply the input.
            request = ("with-streams", None if sys.stdin is sys.__stdin__ else sys.stdin.read(), *request)
        try:
            return super().call(*request, args=args, kwargs=kwargs)
        except StopIteration:
            if operation == "call-method":
                raise
            # A generator does the same: otherwise a StopIteration in one of the tests' `map` calls would end the tests.
            made = RuntimeError("the solution raised StopIteration")
            made.__told__ = "StopIteration"
            raise made from None

    def exception(self, node):
        made = super().exception(node)
        self.missed = node[4] if type(node[4]) is str else None
        return made

    def own_class(self, name):
        return self.classes.get(name) or super().own_class(name)

    def function(self, name, node, operation, *told):
        def solution(*args, **kwargs):
            return self.call(operation, *told, args=args, kwargs=kwargs)

        solution.__name__ = solution.__qualname__ = name
        self.nodes[solution] = node
        return solution

    def read_special(self, node, reader):
        """Reads an object that is not a value."""
        tag, *told = node
        read = self.classes_of_prompt.read(node, reader)
        if read is not NotImplemented:
            return read
        if tag == "function":
            return self.held_function(number(told[0]), *told[1:])
        if tag == "iterator":
            return self.iterate(number(told[0]))
        if tag == "given" and 0 <= number(told[0]) < len(self.held):
            return self.held[told[0]]
        if tag == "object" and self.item.classes:
            return self.references.setdefault(number(told[0]), Reference(self, told[0]))
        if tag == "no value":
            return Opaque()
        raise Distorted

    def held_function(self, place, name, doc):
        if type(name) is not str or type(doc) not in (str, type(None)):
            raise Distorted
        if place not in self.functions:
            self.functions[place] = self.function(name, ["held", place], "call-held", place)
            self.functions[place].__doc__ = doc
        return self.functions[place]

    def write_special(self, value, writer):
        """Writes an object that is not a value of a built-in type."""
        kind = type(value)
        if kind is Reference:
            return ["held", object.__getattribute__(value, "_handle")]
        if kind is types.FunctionType and value in self.nodes:
            return self.nodes[value]
        if isinstance(value, type) and self.classes.get(value.__name__) is value:
            return ["named", value.__name__]
        written = self.classes_of_prompt.write(value, writer)
        if written is not None:
            return written
        standard = standard_name(value) if callable(value) else None
        if standard is not None:
            return ["standard", *standard]
        if callable(value):
            return ["given", self.hold(value), *signature_of(value)]
        if isinstance(value, types.ModuleType):
            return ["module", value.__name__]
        return ["given iterator", self.hold(value)] if is_iterator(value) else None


def signature_of(value):
    """Describes a function of the tests: its name, its parameter names, the number of parameters of each kind, and which
    of them have defaults."""
    if type(value) is not types.FunctionType:
        return ["given", None]
    code = value.__code__
    kinds = [code.co_posonlyargcount, code.co_argcount, bool(code.co_flags & 4), bool(code.co_flags & 8)]
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + kinds[2] + kinds[3]]
    defaults = code.co_varnames[code.co_argcount - len(value.__defaults__ or ()) : code.co_argcount]
    return [value.__name__, [names, kinds, [*defaults, *(value.__kwdefaults__ or ())]]]


def standard_name(value):
    """The module and name of a function or class of Python's standard library, or None."""
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
