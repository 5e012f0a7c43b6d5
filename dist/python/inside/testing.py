"""The tests' side: finds the program, and runs its tests in an interpreter that the program cannot reach.

The tests see the solution only as functions that send requests to it. Equality is decided here, between values of built-in
types.
"""

import os
import random
import sys
import types

import _grading_numpy
from _grading_assembling import assemble
from _grading_bridge import Bridge, Ended
from _grading_item import Item
from _grading_reading import way
from _grading_values import from_json, to_json


def plain_name(name, others=""):
    """Reduces a name that a solution chose to characters that are safe in a name."""
    plain = "".join(c for c in name if c.isascii() and (c.isalnum() or c in f"_.{others}"))[:60]
    return plain or "an exception"


item = None
program = None
bridge = None


def prepare(request):
    """Reads the tests of an item. `use` accepts the result, even in an interpreter that has been restored."""
    asked = from_json(request.decode("ascii"))
    try:
        prepared = Item(asked["tests"], asked.get("prompt"), asked.get("entry"), asked.get("reference"))
    except (SyntaxError, ValueError) as error:
        prepared = Item(f"raise {type(error).__name__}", None, asked.get("entry"))
    return prepared.to_bytes()


def use(prepared):
    """Selects the item for the following completions."""
    global item
    item = Item.of_bytes(prepared)
    return b""


def read(request):
    """Finds the program in a completion. `run` runs it."""
    global program
    asked = from_json(request.decode("ascii"))
    program = assemble(asked["text"], asked.get("prompt"), item.asked)
    if program is None:
        return b"{}"
    return to_json({"rule": program.rule, "key": way(program.tree, item.asked)}).encode("ascii")


def run(request):
    """Runs the program that `read` found, and its tests."""
    outcome = outcome_of(program.source)
    if bridge is not None and bridge.missed is not None and outcome["end"] == "failed":
        outcome["lacked"] = plain_name(bridge.missed, " ")
    return to_json({"run": outcome, "objects": bool(item.classes), "shares": item.shares}).encode("ascii")


def answer(request):
    """Answers a request that the solution makes during a call."""
    return bridge.answer(request)


def outcome_of(source):
    global bridge
    during, bridge = "program", None
    try:
        # Use a different seed from the solution's interpreter, so that the solution cannot predict the tests' random
        # numbers.
        random.seed(os.urandom(32))
        module = surroundings()
        bridge = Bridge(item, module)
        module.update(bridge.load(source))
        during = "tests"
        exec(item.tests, module)
    except Ended:
        pass
    except BaseException as error:
        told = getattr(error, "__told__", None)
        return {"end": "failed", "during": during, "reason": f"raised {plain_name(told or type(error).__name__)}"}
    if bridge.ended:
        return {"end": "failed", "during": during, "reason": "gave no answer"}
    return {"end": "returned"}


def surroundings():
    """Returns the module that tests run in. Names defined by the prompt or a library keep those definitions."""
    made = sys.modules["tests"] = types.ModuleType("tests")
    module = made.__dict__
    if item.prompt is not None:
        exec(item.prompt, module)
        module.pop(item.entry, None)
    for name, (place, attribute) in item.given.items():
        found = __import__(place, fromlist=[attribute] if attribute else ())
        module[name] = found if attribute is None else getattr(found, attribute)
    return module


def begin(request):
    """Makes this the tests' interpreter, in which tests that import numpy get the functions that they use."""
    sys.modules["numpy"] = _grading_numpy
    return b""
