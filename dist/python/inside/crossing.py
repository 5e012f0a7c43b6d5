"""Code shared by the interpreters of the tests and the solution: each calls the other's functions and answers such calls.

Arguments and results are copied if they are values. Other objects stay on their side: the other side gets a number with
which it can call the object or request its next element.
"""

import builtins
import functools
import os
import sys

from _grading_instances import Classes
from _grading_rebuilding import Reader
from _grading_values import CONTAINER_ITERATORS, NoValue, Writer, from_json, to_json

# The descriptor on which a WebAssembly host accepts requests to the other interpreter and returns the answers.
CHANNEL = 100
CHUNK = 1 << 16

# Extra stack frames for reading and writing nested values, and for a call to the other side, on top of the program's own
# limit.
FOR_VALUES = 8000
FOR_CALL = 50


class Deeper:
    """Raises the recursion limit, so that our own frames do not count against the program's."""

    def __init__(self, frames=FOR_VALUES):
        self.frames = frames

    def __enter__(self):
        self.limit = sys.getrecursionlimit()
        sys.setrecursionlimit(self.limit + self.frames)

    def __exit__(self, *_):
        sys.setrecursionlimit(self.limit)


def cross(request):
    """Sends a request to the other interpreter and returns its answer, which is empty if that interpreter has ended."""
    os.write(CHANNEL, request)
    parts = [os.read(CHANNEL, CHUNK)]
    while len(parts[-1]) == CHUNK:
        parts.append(os.read(CHANNEL, CHUNK))
    return b"".join(parts)


def to_bytes(node):
    with Deeper():
        return to_json(node).encode("ascii")


def from_bytes(message):
    with Deeper():
        return from_json(message.decode("ascii"))


class Side:
    """One of the two sides. Subclasses define `write_special` and `read_special` for objects that are not values, and `ask`
    to send a request."""

    def __init__(self, names, find):
        self.held = []
        self.places = {}
        self.classes_of_prompt = Classes(names, find)

    def hold(self, value):
        """Returns the number of an object that stays on this side."""
        place = self.places.get(id(value))
        if place is None:
            place = self.places[id(value)] = len(self.held)
            self.held.append(value)
        return place

    def send(self, request):
        return cross(request)

    def answer_call(self, called, given):
        """Calls a function for the other side. Returns its result and any changes that it made to its arguments."""
        reader = Reader(self.read_special)
        with Deeper():
            args, kwargs = reader.read(from_json(given))
        try:
            told = ["gave", None]
            value = called(*args, **kwargs)
        except BaseException as error:
            told = self.raised(error)
            value = None
        known = list(reader.kept)
        writer = Writer(self.write_special, known)
        with Deeper():
            if told[0] == "gave":
                told[1] = self.result(writer, value)
            if known and self.rewritten(args, kwargs) != given:
                told = ["changed", [writer.content(changed) for changed in known], told]
        return told

    def rewritten(self, args, kwargs):
        """Writes the arguments again, in their current state."""
        try:
            return to_json(Writer(self.write_special).write((args, kwargs)))
        except (NoValue, TypeError, ValueError):
            return None

    def result(self, writer, value):
        try:
            return writer.write(value)
        except NoValue as error:
            return ["no value", str(error)]

    def answer_next(self, iterator):
        try:
            value = next(iterator)
        except StopIteration:
            return ["ended"]
        except BaseException as error:
            return self.raised(error)
        with Deeper():
            return ["gave", self.result(Writer(self.write_special), value)]

    def call(self, *request, args=(), kwargs=None):
        """Calls a function on the other side."""
        writer = Writer(self.write_special)
        with Deeper():
            given = to_json(writer.write((args, kwargs or {})))
        kept = writer.kept
        reader = Reader(self.read_special, kept)
        with Deeper(FOR_CALL):
            node = self.ask(*request, given)
        if node[0] != "changed":
            return self.outcome(node, reader)
        told, value = self.checked(self.change, reader, kept, node)
        return value if told[0] == "gave" else self.outcome(told, reader)

    def change(self, reader, kept, node):
        """Reads the changed arguments after the returned value, because containers are numbered across both."""
        _, contents, told = node
        if type(contents) is not list or len(contents) != len(kept) or type(told) is not list:
            raise ValueError
        with Deeper():
            value = reader.read(told[1]) if told[0] == "gave" else None
            for changed, content in zip(kept, contents):
                reader.refill(changed, content)
        return told, value

    def outcome(self, node, reader=None):
        if node[0] == "gave" and len(node) == 2:
            return self.checked(self.read, reader or Reader(self.read_special), node[1])
        raise self.checked(self.exception, node)

    def read(self, reader, node):
        with Deeper():
            return reader.read(node)

    def iterate(self, number):
        while True:
            node = self.ask("next", number)
            if node[0] == "ended":
                return
            yield self.outcome(node)

    def checked(self, read, *told):
        return read(*told)

    def own_name(self, kind):
        """The name that the other side uses for a class of exceptions."""
        return self.classes_of_prompt.of_class(kind)

    def own_class(self, name):
        """The class of exceptions on this side for a name that the other side uses."""
        return self.classes_of_prompt.named(name)

    def lacked(self, error):
        """The missing module or name that an exception points to, if this interpreter lacks part of Python."""

    def raised(self, error):
        """Writes an exception: its built-in base class, its own name, its arguments if they are plain, and what the
        interpreter lacked."""
        kind = type(error)
        args = [arg for arg in error.args if type(arg) in (str, int, float, bool)]
        plain = args if len(args) == len(error.args) and all(type(arg) is not int or abs(arg) < 1 << 63 for arg in args) else []
        return ["raised", base_exception(kind), kind.__name__[:1000], plain, self.lacked(error), self.own_name(kind)]

    def exception(self, node):
        tag, built_in, name, args, _, own = node
        if tag != "raised" or type(name) is not str or type(args) is not list:
            raise ValueError
        kind = (self.own_class(own) if type(own) is str else None) or built_in_exception(built_in)
        made = made_exception(kind, args)
        made.__told__ = name
        return made


def made_exception(kind, args):
    for make in (kind, functools.partial(kind.__new__, kind), Exception):
        try:
            return make(*args)
        except Exception:
            continue
    return Exception()


def is_iterator(value):
    return hasattr(type(value), "__next__") and type(value) not in CONTAINER_ITERATORS


def base_exception(kind):
    """The name of the built-in exception that a class of exceptions is or derives from."""
    for base in kind.__mro__:
        if base.__module__ == "builtins" and getattr(builtins, base.__name__, None) is base:
            return base.__name__
    return "Exception"


def built_in_exception(name):
    kind = getattr(builtins, name, None) if type(name) is str else None
    return kind if isinstance(kind, type) and issubclass(kind, BaseException) else Exception
