"""Objects of a solution as its tests see them, for items whose tests use a class that the solution must define.

The tests trust what such a class reports about its instances, because the class is part of what they test. But an instance
never equals a value of a built-in type, and is not ordered with one. It supports operators with such a value, and methods that
such values also have, only if the tests use these on instances that they make themselves: elsewhere they may be meant for a value.
"""

from _grading_uses import OF_VALUES, OPERATORS


class Opaque:
    """An object from a solution that is not a value. It equals only itself."""


class Reference:
    """An instance of a class of the solution, in the solution's interpreter."""

    __slots__ = ("_bridge", "_handle")

    def __init__(self, bridge, handle):
        object.__setattr__(self, "_bridge", bridge)
        object.__setattr__(self, "_handle", handle)

    def __getattr__(self, name):
        found = self._bridge.outcome(self._bridge.ask("attribute", self._handle, name))
        if callable(found) and name in OF_VALUES and name not in self._bridge.item.uses:
            raise AttributeError(name)
        return found

    def __setattr__(self, name, value):
        self._bridge.call("set-attribute", self._handle, name, args=(value,))

    def __eq__(self, other):
        if type(other) is not Reference:
            return False
        return self._handle == other._handle or self._bridge.call("call-method", self._handle, "__eq__", args=(other,)) is True

    def __bool__(self):
        return self._bridge.call("call-method", self._handle, "__bool__") is True

    def __contains__(self, value):
        if type(value) is Reference or "__contains__" in self._bridge.item.uses:
            return self._bridge.call("call-method", self._handle, "__contains__", args=(value,)) is True
        return any(element is value or element == value for element in self)

    def __exit__(self, kind, error, trace):
        if error is not None:
            return False
        return self._bridge.call("call-method", self._handle, "__exit__", args=(None, None, None))


def method(name):
    def ask(self, *args, **kwargs):
        return self._bridge.call("call-method", self._handle, name, args=args, kwargs=kwargs)

    return ask


def comparison(name):
    def ask(self, other):
        if type(other) is not Reference:
            return NotImplemented
        return self._bridge.call("call-method", self._handle, name, args=(other,))

    return ask


def calculation(name):
    def ask(self, other):
        if type(other) is not Reference and name not in self._bridge.item.uses:
            return NotImplemented
        return self._bridge.call("call-method", self._handle, name, args=(other,))

    return ask


for name in (
    *("call", "len", "iter", "next", "getitem", "setitem", "delitem", "str", "repr", "format", "hash", "int", "float", "enter"),
    *("neg", "pos", "abs", "invert", "round"),
):
    setattr(Reference, f"__{name}__", method(f"__{name}__"))
for name in ("lt", "le", "gt", "ge"):
    setattr(Reference, f"__{name}__", comparison(f"__{name}__"))
for name in OPERATORS.values():
    setattr(Reference, f"__{name}__", calculation(f"__{name}__"))
    setattr(Reference, f"__r{name}__", calculation(f"__r{name}__"))


def class_for(bridge, name, exception):
    """Returns a class that represents a class of the solution. Calling it creates an instance in the solution's interpreter.
    Exceptions of such a class can be caught and raised here."""
    if exception is not None:
        return type(name, (exception,), {})

    class Kind(type):
        def __call__(cls, *args, **kwargs):
            return bridge.call("call", name, args=args, kwargs=kwargs)

        def __getattr__(cls, attribute):
            return bridge.outcome(bridge.ask("class-attribute", name, attribute))

        def __instancecheck__(cls, value):
            return type(value) is Reference and bridge.outcome(bridge.ask("is-instance", value._handle, name)) is True

    return Kind(name, (), {})
