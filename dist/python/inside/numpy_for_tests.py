"""The functions of numpy that the tests of HumanEval+ and MBPP+ use: comparisons of numbers within a tolerance.

Only tests can import this. A program that imports numpy fails if numpy is not installed.
"""

import functools
import sys


class ndarray:
    """A placeholder for type checks: no value is an instance."""


class float32:
    pass


class float64:
    pass


def _flat(value):
    """The shape and the numbers of a number or of nested sequences of equal length."""
    if isinstance(value, (list, tuple)):
        parts = [_flat(element) for element in value]
        shapes = {shape for shape, _ in parts}
        if len(shapes) > 1:
            raise ValueError("setting an array element with a sequence")
        inner = shapes.pop() if shapes else ()
        return (len(value), *inner), [number for _, numbers in parts for number in numbers]
    if not isinstance(value, (int, float, complex)):
        raise TypeError("ufunc 'isfinite' not supported for the input types")
    return (), [value]


def _close(a, b, rtol, atol):
    if a == b:
        return True
    if any(x != x or x in (float("inf"), float("-inf")) for x in (a, b)):
        return False
    return abs(a - b) <= atol + rtol * abs(b)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether |a - b| <= atol + rtol * |b| everywhere. Unlike numpy, it does not broadcast. With broadcasting, an empty list
    would be close to any number, and a number to a list of copies of it.
    """
    (shape_a, flat_a), (shape_b, flat_b) = _flat(a), _flat(b)
    if shape_a != shape_b:
        raise ValueError("shapes differ")
    return all(
        _close(x, y, rtol, atol) or (equal_nan and x != x and y != y) for x, y in zip(flat_a, flat_b)
    )


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Like `allclose`, for two numbers."""
    return allclose(a, b, rtol, atol, equal_nan)


class testing:
    @staticmethod
    def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, **_):
        """Like `allclose`, with other default tolerances. Raises AssertionError if the values differ."""
        if not allclose(actual, desired, rtol, atol, equal_nan):
            raise AssertionError("not equal to tolerance")


def provide(tests):
    """Lets tests that name numpy import it: the installed numpy with a check for equal shapes, or this module if numpy is
    not installed."""
    if "np" not in tests and "numpy" not in tests:
        return
    try:
        import numpy
    except ImportError:
        sys.modules["numpy"] = sys.modules[__name__]
        return
    for owner, name in ((numpy, "allclose"), (numpy, "isclose"), (numpy.testing, "assert_allclose")):
        setattr(owner, name, of_equal_shapes(getattr(owner, name), numpy.shape))


def of_equal_shapes(compare, shape):
    @functools.wraps(compare)
    def strict(a, b, *args, **kwargs):
        if shape(a) != shape(b):
            raise ValueError("shapes differ")
        return compare(a, b, *args, **kwargs)

    return strict
