"""Instances of the classes that an item's prompt defines. Both interpreters have these classes, so only the attributes of an
instance are copied, and the other side builds an instance of its own class: its methods come from the prompt on that side.
"""

import enum
import types

# Instances of subclasses of these types are copied as values.
VALUES = (int, float, str, bytes, bytearray, complex, list, dict, set, frozenset, BaseException)


class Refused(Exception):
    """The content cannot be an instance of the class."""


class Classes:
    """The classes that a prompt defines. `find` looks one up by name."""

    def __init__(self, names, find):
        self.names = frozenset(names)
        self.find = find

    def named(self, name):
        kind = self.find(name) if name in self.names else None
        return kind if isinstance(kind, type) else None

    def of_class(self, kind):
        """The name of the class of the prompt that a class is or derives from, or None."""
        for base in kind.__mro__ if self.names else ():
            if self.named(base.__name__) is base:
                return base.__name__
        return None

    def write(self, value, writer):
        """Writes a class, a member of an enumeration or an instance. Returns None for anything else."""
        if isinstance(value, type):
            return ["own class", value.__name__] if self.named(value.__name__) is value else None
        name = self.of_class(type(value))
        if name is None:
            return None
        if isinstance(value, enum.Enum):
            return ["member", name, value._name_ if value._name_ in type(value).__members__ else writer.write(value._value_)]
        if isinstance(value, tuple):
            return ["own tuple", name, writer.elements(list(tuple.__iter__(value)))]
        return None if isinstance(value, VALUES) else writer.noted("instance", value, name)

    def read(self, node, reader):
        """Reads the output of `write`. Returns NotImplemented for anything else."""
        tag, *told = node
        if tag not in ("own class", "member", "own tuple", "instance"):
            return NotImplemented
        name = told[1] if tag == "instance" else told[0]
        kind = self.named(name)
        if kind is None:
            raise Refused
        return kind if tag == "own class" else getattr(self, f"read_{tag.replace(' ', '_')}")(kind, told, reader)

    def read_member(self, kind, told, reader):
        if not issubclass(kind, enum.Enum):
            raise Refused
        return kind.__members__[told[1]] if told[1] in kind.__members__ else kind(reader.read(told[1]))

    def read_own_tuple(self, kind, told, reader):
        elements = reader.elements(told[1])
        if len(getattr(kind, "_fields", elements)) != len(elements):
            raise Refused
        return tuple.__new__(kind, elements)

    def read_instance(self, kind, told, reader):
        if issubclass(kind, (*VALUES, tuple, enum.Enum)):
            raise Refused
        value = object.__new__(kind)
        reader.kept.append(value)
        reader.refill(value, told[0])
        return value


def is_own(kind, name):
    """Whether an attribute belongs to the instance itself, that is, its class has no function or property of that name."""
    found = getattr(kind, name, None)
    return isinstance(found, types.MemberDescriptorType) or not hasattr(type(found), "__get__")


def slots_of(kind):
    for base in kind.__mro__:
        slots = vars(base).get("__slots__", ())
        yield from (slots,) if isinstance(slots, str) else slots


def attributes_of(value):
    """Returns the attributes that belong to the instance itself."""
    kind = type(value)
    held = {name: getattr(value, name) for name in slots_of(kind) if name[:2] != "__" and hasattr(value, name)}
    held.update(getattr(value, "__dict__", {}))
    return {name: found for name, found in held.items() if type(name) is str and is_own(kind, name)}


def content_of(value, writer):
    held = attributes_of(value)
    return [list(held), writer.elements(list(held.values()))]


def refill(value, content, reader):
    """Sets the attributes of an instance to the written ones."""
    names, nodes = content
    values = reader.elements(nodes)
    kind = type(value)
    if type(names) is not list or len(names) != len(values):
        raise Refused
    for name in attributes_of(value).keys() - set(names):
        object.__delattr__(value, name)
    for name, held in zip(names, values):
        if type(name) is not str or (name[:2] == "__" and name[-2:] == "__") or not is_own(kind, name):
            raise Refused
        object.__setattr__(value, name, held)
