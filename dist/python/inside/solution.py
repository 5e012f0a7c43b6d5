"""The solution's side: loads the program, and answers the requests of the tests.

The program shares this interpreter and can therefore make it answer anything. The tests treat an answer only as the values that
the solution returns.
"""

import builtins
import contextlib
import functools
import importlib
import io
import operator
import sys
import types

from _grading_crossing import Side, base_exception, from_bytes, is_iterator, to_bytes
from _grading_instances import VALUES
from _grading_values import NoValue, Writer

MODULE = "solution"
MISSING = object()


class Solution(Side):
    """A loaded program, and the objects in it that the tests hold."""

    def __init__(self, asked, classes, of_prompt):
        super().__init__(of_prompt, self.named)
        self.module = types.ModuleType(MODULE)
        self.asked = asked
        self.classes = classes
        self.given = {}
        self.nodes = {}

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
            return ["value", Writer(self.write_special).write(value)]
        except NoValue:
            return ["nothing"]

    def ask(self, *request):
        return from_bytes(self.send(to_bytes(request)))

    def write_special(self, value, writer):
        """Writes an object that is not a value: functions and iterators as a number, other objects only if the tests use
        their class."""
        if isinstance(value, type):
            if getattr(builtins, value.__name__, None) is value:
                return ["type", value.__name__]
        elif any(isinstance(kind, type) and isinstance(value, kind) for kind in map(self.named, self.classes)):
            return ["object", self.hold(value)]
        if id(value) in self.nodes:
            return self.nodes[id(value)]
        written = self.classes_of_prompt.write(value, writer)
        if written is not None:
            return written
        if callable(value) and not isinstance(value, (type, tuple, *VALUES)):
            return ["function", self.hold(value), text_of(value, "__name__") or "function", text_of(value, "__doc__")]
        return ["iterator", self.hold(value)] if is_iterator(value) else None

    def read_special(self, node, reader):
        tag, told, *more = node
        read = self.classes_of_prompt.read(node, reader)
        if read is not NotImplemented:
            return read
        if tag == "named":
            return self.named(told)
        if tag == "held":
            return self.held[told]
        if tag in ("given", "given iterator"):
            if told not in self.given:
                made = self.given[told] = self.iterate(told) if tag == "given iterator" else self.stand_in(told, *more)
                self.nodes[id(made)] = node
            return self.given[told]
        if tag == "standard":
            return functools.reduce(getattr, more[0].split("."), importlib.import_module(told))
        if tag == "module":
            return importlib.import_module(told)
        raise NoValue(tag)

    def stand_in(self, place, name, parameters):
        """Returns a function that calls one of the tests' functions and has its name and parameters."""

        def call(*args, **kwargs):
            return self.call("call", place, args=args, kwargs=kwargs)

        made = call if parameters is None else with_parameters(call, *parameters)
        made.__name__ = made.__qualname__ = name
        return made

    def own_name(self, kind):
        return next((name for name in self.classes if self.named(name) is kind), None) or super().own_name(kind)

    def own_class(self, name):
        return self.named(name) if name in self.classes else super().own_class(name)

    def lacked(self, error):
        return lacked(error)

    def answer(self, operation, *rest):
        if operation == "call":
            return self.answer_call(self.named(rest[0]), rest[1])
        if operation == "with-streams":
            return self.with_streams(*rest)
        if operation == "call-held":
            return self.answer_call(self.held[rest[0]], rest[1])
        if operation == "call-method":
            return self.answer_call(method_of(self.held[rest[0]], rest[1]), rest[2])
        if operation == "class-attribute":
            return self.attribute(self.named(rest[0]), rest[1])
        if operation == "attribute":
            return self.attribute(self.held[rest[0]], rest[1])
        if operation == "set-attribute":
            return self.answer_call(functools.partial(setattr, self.held[rest[0]], rest[1]), rest[2])
        if operation == "is-instance":
            return ["gave", isinstance(self.held[rest[0]], self.named(rest[1]))]
        if operation == "next":
            return self.answer_next(self.held[rest[0]])
        raise NoValue(operation)

    def with_streams(self, given, *request):
        """Answers a request with standard input from the tests, and includes the printed output in the answer."""
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
            return self.raised(error)
        return ["gave", self.result(Writer(self.write_special), value)]


def text_of(value, name):
    found = getattr(value, name, None)
    return found if type(found) is str else None


def with_parameters(call, names, kinds, defaults):
    """Wraps a function so that it has the parameters of one of the tests' functions. Default values stay with the tests."""
    positional_only, positional, has_rest, has_keywords = kinds
    keywords = names[positional : len(names) - has_rest - has_keywords]
    rest = names[-1 - has_keywords] if has_rest else ""
    more = ["**" + names[-1]] if has_keywords else []

    def pass_on(positions, others, named):
        first = [*positions.values()] if others else [*positions.values()][:positional_only]
        named = named if others else {**dict([*positions.items()][positional_only:]), **named}
        return call(*(v for v in first if v is not MISSING), *others, **{n: v for n, v in named.items() if v is not MISSING})

    listed = [name + ("=__missing" if name in defaults else "") for name in (*names[:positional], *keywords)]
    parts = [*listed[:positional_only], *(["/"] if positional_only else []), *listed[positional_only:positional]]
    parts += (["*" + rest] if has_rest or keywords else []) + listed[positional:] + more
    held = [", ".join([*(f"{name!r}: {name}" for name in group), *others]) for group, others in ((names[:positional], ()), (keywords, more))]
    source = f"lambda {', '.join(parts)}: __pass_on({{{held[0]}}}, {rest or ()}, {{{held[1]}}})"
    return eval(source, {"__pass_on": pass_on, "__missing": MISSING, "__name__": "tests"})


def method_of(value, name):
    """Returns a method, or the function of an operator if the object has no such method."""
    plain = name.strip("_")
    if name.startswith("__r") and hasattr(operator, f"__{plain[1:]}__") and plain != "rshift":
        return lambda other: getattr(operator, f"__{plain[1:]}__")(other, value)
    operation = OPERATIONS.get(plain) or getattr(operator, f"__{plain}__", None) if name.startswith("__") else None
    return functools.partial(operation, value) if operation is not None else getattr(value, name)


OPERATIONS = {
    **{"len": len, "iter": iter, "next": next, "str": str, "repr": repr, "bool": bool, "hash": hash, "format": format},
    **{"int": int, "float": float, "abs": abs, "round": round, "getitem": operator.getitem},
}


solution = None


def prepare(source):
    """A hook that runs before a program is loaded. Most interpreters do not need it."""


def lacked(error):
    """Returns the part of Python that the program needed but this interpreter lacks, according to the exception, or None."""


def serve(request):
    """Answers one request of the tests, as bytes. The first request loads a program."""
    global solution
    operation, *rest = from_bytes(request)
    if operation != "load":
        return to_bytes(solution.answer(operation, *rest))
    source, *more = rest
    solution = Solution(*more)
    try:
        answer = ["loaded", solution.load(source)]
    except BaseException as error:
        answer = solution.raised(error)
    return to_bytes(answer)
