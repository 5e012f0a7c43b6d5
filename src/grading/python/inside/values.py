"""Values on their way between the interpreter of a solution and the one of its tests.

They travel as JSON. What comes from a solution is hostile: `Reader` builds values of built-in types from it and nothing else,
whatever it says. Mutable containers are numbered in the order in which they are met, so that cycles and containers that stand
in two places arrive as what they were.
"""

import builtins
import collections
import datetime
import decimal
import fractions
import json

PLAIN = frozenset((type(None), bool, int, float, str))

# Larger integers travel as hexadecimal digits: reading decimal ones takes quadratic time.
WIDEST = 1 << 63

# More elements of an iterator than this do not travel.
LONGEST_ITERATOR = 1_000_000

VIEWS = {type({}.keys()): "keys", type({}.values()): "values", type({}.items()): "items"}

# Iterators of containers: they end, and reading them ahead shows nowhere.
CONTAINER_ITERATORS = tuple(
    type(iter(made)) for made in ([], (), "", "é", b"", bytearray(), range(0), range(1 << 70), set(), {}, {}.values(), {}.items())
)

FACTORIES = {"int": int, "float": float, "str": str, "list": list, "dict": dict, "set": set, "tuple": tuple, "bool": bool}

to_json = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode
from_json = json.JSONDecoder().decode


class Distorted(Exception):
    """What arrived is not what a `Writer` writes."""


class NoValue(Exception):
    """A value of a type that does not travel."""


class NamedValues(tuple):
    """A named tuple of the other side: a tuple whose elements have names too."""

    _fields = ()

    def __new__(cls, values, names):
        made = super().__new__(cls, values)
        made._fields = names
        return made

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(name)


class Writer:
    """Writes values as JSON can hold them. `special` writes what is of no built-in type."""

    def __init__(self, special, known=()):
        self.special = special
        self.kept = list(known)
        self.places = {id(value): place for place, value in enumerate(self.kept)}

    def elements(self, values):
        kinds = set(map(type, values))
        if kinds <= PLAIN and int not in kinds:
            return list(values)
        if kinds == {int} and min(values) >= -WIDEST and max(values) < WIDEST:
            return list(values)
        return [self.write(value) for value in values]

    def write(self, value):
        kind = type(value)
        if kind in PLAIN:
            return value if kind is not int or -WIDEST <= value < WIDEST else ["i", hex(value)]
        place = self.places.get(id(value))
        if place is not None:
            return ["r", place]
        write = EXACT.get(kind)
        if write is not None:
            return write(self, value)
        written = self.special(value, self)
        if written is not None:
            return written
        for base, write in WRITERS:
            if isinstance(value, base):
                return write(self, value)
        raise NoValue(kind.__name__)

    def note(self, value):
        self.places[id(value)] = len(self.kept)
        self.kept.append(value)

    def content(self, value):
        """What a mutable container holds, as `refill` takes it."""
        if isinstance(value, dict):
            return [self.elements(list(dict.keys(value))), self.elements(list(dict.values(value)))]
        if isinstance(value, bytearray):
            return bytes(value).hex()
        for base in (list, set, collections.deque):
            if isinstance(value, base):
                return self.elements(list(base.__iter__(value)))
        raise NoValue(type(value).__name__)

    def noted(self, tag, value, *more):
        self.note(value)
        return [tag, self.content(value), *more]

    def tuple(self, value):
        written = self.elements(list(tuple.__iter__(value)))
        names = getattr(type(value), "_fields", None)
        if type(names) is tuple and len(names) == len(written) and all(type(name) is str for name in names):
            return ["nt", written, list(names)]
        return ["t", written]

    def dict(self, value):
        if isinstance(value, collections.Counter):
            return self.noted("counter", value)
        if isinstance(value, collections.OrderedDict):
            return self.noted("ordered", value)
        if isinstance(value, collections.defaultdict):
            factory = next((name for name, made in FACTORIES.items() if value.default_factory is made), None)
            if factory is not None:
                return self.noted("default", value, factory)
        return self.noted("d", value)

    def view(self, value):
        return ["view", VIEWS[type(value)], self.elements(list(value))]


WRITERS = (
    (bool, lambda writer, value: bool(value)),
    (int, lambda writer, value: writer.write(int.__int__(value))),
    (float, lambda writer, value: float.__float__(value)),
    (str, lambda writer, value: str.__str__(value)),
    (list, lambda writer, value: writer.noted("l", value)),
    (tuple, Writer.tuple),
    (dict, Writer.dict),
    (set, lambda writer, value: writer.noted("s", value)),
    (frozenset, lambda writer, value: ["f", writer.elements(list(frozenset.__iter__(value)))]),
    (complex, lambda writer, value: ["c", value.real, value.imag]),
    (bytes, lambda writer, value: ["b", bytes.hex(value)]),
    (bytearray, lambda writer, value: writer.noted("ba", value)),
    (range, lambda writer, value: ["range", *map(writer.write, (value.start, value.stop, value.step))]),
    (decimal.Decimal, lambda writer, value: ["dec", decimal.Decimal.__str__(value)]),
    (fractions.Fraction, lambda writer, value: ["frac", writer.write(value.numerator), writer.write(value.denominator)]),
    (datetime.datetime, lambda writer, value: ["datetime", datetime.datetime.isoformat(value)]),
    (datetime.date, lambda writer, value: ["date", datetime.date.isoformat(value)]),
    (datetime.time, lambda writer, value: ["time", datetime.time.isoformat(value)]),
    (datetime.timedelta, lambda writer, value: ["delta", value.days, value.seconds, value.microseconds]),
    (collections.deque, lambda writer, value: writer.noted("deque", value, writer.write(value.maxlen))),
    (tuple(VIEWS), Writer.view),
    ((type(Ellipsis), type(NotImplemented)), lambda writer, value: ["only", str(value)]),
    (CONTAINER_ITERATORS, lambda writer, value: ["iter", writer.elements(list(value))]),
)

EXACT = {base: write for base, write in WRITERS if type(base) is type and base not in (dict, tuple)}
EXACT[dict] = lambda writer, value: writer.noted("d", value)
EXACT[tuple] = lambda writer, value: ["t", writer.elements(value)]


class Reader:
    """Builds the values that JSON stands for. `special` builds what a tag that is not known here stands for."""

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
        """Gives a mutable container the content that a `Writer` wrote of one of its type."""
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
    if len(names) != len(values) or not all(type(name) is str for name in names):
        raise Distorted
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
