"""Builds values from the data that another interpreter has written.

Data from a solution is treated as hostile: only values of built-in types are built from it, whatever it contains.
"""

import builtins
import collections
import datetime
import decimal
import fractions

from _grading_instances import refill
from _grading_values import FACTORIES, PLAIN


OF_VALUES = frozenset(name for kind in (*PLAIN, list, tuple, dict, set, frozenset, bytes, bytearray, complex) for name in dir(kind))


class Distorted(Exception):
    """The data is not valid output of a `Writer`."""


class NamedValues(tuple):
    """A named tuple from the other side, that is, a tuple whose elements also have names."""

    _fields = ()

    def __new__(cls, values, names):
        made = super().__new__(cls, values)
        made._fields = names
        return made

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(name)


class Reader:
    """Builds values from JSON. `special` builds objects for the tags that this class does not know."""

    def __init__(self, special, known=()):
        self.special = special
        self.kept = list(known)

    def elements(self, nodes):
        if type(nodes) is not list:
            raise Distorted
        if set(map(type, nodes)) <= PLAIN:
            return nodes
        return [self.read(node) for node in nodes]

    def read(self, node):
        if type(node) in PLAIN:
            return node
        if type(node) is not list or not node or type(node[0]) is not str:
            raise Distorted
        tag, *rest = node
        if tag == "r":
            if not 0 <= exactly(int, rest[0]) < len(self.kept):
                raise Distorted
            return self.kept[rest[0]]
        made = MUTABLE.get(tag)
        if made is not None:
            value = made(*rest[1:])
            self.kept.append(value)
            self.refill(value, rest[0])
            return value
        build = BUILDERS.get(tag)
        return self.special(node, self) if build is None else build(self, *rest)

    def refill(self, value, content):
        """Replaces the content of a mutable container with content written by a `Writer`."""
        if isinstance(value, dict):
            keys, values = map(self.elements, content)
            if len(keys) != len(values):
                raise Distorted
            value.clear()
            dict.update(value, zip(keys, values))
        elif isinstance(value, bytearray):
            value[:] = bytes.fromhex(content)
        elif isinstance(value, list):
            value[:] = self.elements(content)
        elif not isinstance(value, (set, collections.deque)):
            refill(value, content, self)
        else:
            elements = self.elements(content)
            value.clear()
            (value.update if isinstance(value, set) else value.extend)(elements)


def exactly(kind, value):
    if type(value) is not kind:
        raise Distorted
    return value


def whole(reader, node):
    return exactly(int, reader.read(node))


def viewed(reader, kind, nodes):
    elements = reader.elements(nodes)
    if kind == "keys":
        return dict.fromkeys(elements).keys()
    return dict(enumerate(elements)).values() if kind == "values" else dict(elements).items()


def named(reader, nodes, names):
    values = reader.elements(nodes)
    if len(names) != len(values) or not all(type(name) is str and name.isidentifier() and name[0] != "_" for name in names):
        raise Distorted
    # A field with the name of a method, or a callable field, could imitate a value of another type.
    if OF_VALUES.intersection(names) or any(map(callable, values)):
        return tuple(values)
    return NamedValues(values, tuple(names))


def built_in_type(reader, name):
    return exactly(type, getattr(builtins, exactly(str, name)))


MUTABLE = {
    "l": list,
    "d": dict,
    "s": set,
    "ba": bytearray,
    "counter": collections.Counter,
    "ordered": collections.OrderedDict,
    "default": lambda name: collections.defaultdict(FACTORIES[name]),
    "deque": lambda length: collections.deque((), length),
}

BUILDERS = {
    "i": lambda reader, digits: int(exactly(str, digits), 16),
    "t": lambda reader, nodes: tuple(reader.elements(nodes)),
    "nt": named,
    "f": lambda reader, nodes: frozenset(reader.elements(nodes)),
    "c": lambda reader, real, imaginary: complex(exactly(float, real), exactly(float, imaginary)),
    "b": lambda reader, digits: bytes.fromhex(digits),
    "range": lambda reader, *nodes: range(*(whole(reader, node) for node in nodes)),
    "dec": lambda reader, digits: decimal.Decimal(exactly(str, digits)),
    "frac": lambda reader, above, below: fractions.Fraction(whole(reader, above), whole(reader, below)),
    "datetime": lambda reader, text: datetime.datetime.fromisoformat(text),
    "date": lambda reader, text: datetime.date.fromisoformat(text),
    "time": lambda reader, text: datetime.time.fromisoformat(text),
    "delta": lambda reader, *parts: datetime.timedelta(*(exactly(int, part) for part in parts)),
    "view": viewed,
    "only": lambda reader, name: {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}[name],
    "iter": lambda reader, nodes: iter(reader.elements(nodes)),
    "type": built_in_type,
}
