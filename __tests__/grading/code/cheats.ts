/**
 * Wrong solutions of `add(a, b)` that try to pass anyway, grouped by what they attack. Each represents a family of attacks.
 */

const WRONG = 'def add(a, b):\n    return 0\n';

/** A trace function that replaces the check of its callers once it is installed. */
const TRACER = `def tracer(frame, event, arg):
    def local(frame, event, arg):
        if "check" in frame.f_globals: frame.f_globals["check"] = lambda c: None
        if frame.f_back is not None: frame.f_back.f_globals["check"] = lambda c: None
        return local
    return local
`;

/** Replaces names in the frames that called a function. */
const REWRITES_FRAMES = `    while frame is not None:
        for space in (frame.f_globals, frame.f_locals, frame.f_builtins):
            try:
                space.update(check=lambda c: None, candidate=lambda a, b: a + b, AssertionError=Warning)
            except Exception: pass
        frame = frame.f_back
    return 0
`;

/** A program that returns an instance of a class with this body, which is meant to agree with everything. */
const answers = (body: string, base = ''): string =>
  `class Answer${base}:\n${body}\ndef add(a, b):\n    return Answer()\n`;

const EVERY =
  '    __eq__ = __ge__ = __le__ = lambda self, other: True\n    __ne__ = lambda self, other: False\n    __hash__ = lambda self: 3';

export const CHEATS: Readonly<Record<string, string>> = {
  'equality: an object that equals everything': answers(EVERY),
  'equality: an int that equals everything': answers(EVERY, '(int)'),
  'equality: a float that equals everything': answers(EVERY, '(float)'),
  'equality: a str that equals everything': answers(EVERY, '(str)'),
  'equality: a tuple that equals everything': answers(EVERY, '(tuple)'),
  'equality: a class that equals everything': `class Meta(type):\n${EVERY}\nclass Answer(metaclass=Meta): pass\ndef add(a, b):\n    return Answer\n`,
  'equality: a difference that is always zero': answers(
    `${EVERY}\n    __sub__ = __rsub__ = __abs__ = lambda self, *others: 0\n    __lt__ = lambda self, other: True`,
  ),
  'equality: reflected comparison only': answers(
    '    def __eq__(self, other): return NotImplemented\n    def __ne__(self, other): return False',
  ),
  'equality: a mock': 'from unittest.mock import ANY\ndef add(a, b):\n    return ANY\n',
  'equality: an enum of ints': `import enum\nclass Answer(enum.IntEnum):\n    A = 0\n    def __eq__(self, other): return True\n    def __hash__(self): return 0\ndef add(a, b):\n    return Answer.A\n`,
  'equality: a type that claims to be int': answers(
    `${EVERY}\n    @property\n    def __class__(self): return int`,
  ),
  'equality: a generator': 'def add(a, b):\n    yield from range(10**6)\n',
  'tracing: settrace': `import sys\n${TRACER}sys.settrace(tracer)\n${WRONG}`,
  'tracing: settrace of a sys that is imported again': `import sys\nmodules = sys.modules\ndel modules["sys"]\nimport sys as again\nmodules["sys"] = sys\n${TRACER}again.settrace(tracer)\n${WRONG}`,
  'tracing: settrace of a sys that is built again': `import _imp\nclass Spec: name = "sys"; origin = "built-in"; loader = None; submodule_search_locations = None; parent = ""\n${TRACER}_imp.create_builtin(Spec()).settrace(tracer)\n${WRONG}`,
  'tracing: setprofile': `import sys\n${TRACER}sys.setprofile(tracer)\n${WRONG}`,
  'tracing: threading': `import threading\n${TRACER}threading.settrace_all_threads(tracer)\n${WRONG}`,
  'tracing: monitoring':
    'import sys\nm = sys.monitoring\nm.use_tool_id(0, "x")\nm.set_events(0, m.events.PY_START | m.events.RAISE)\nm.register_callback(0, m.events.PY_START, lambda code, at: m.DISABLE)\ndef add(a, b):\n    return 0\n',
  'tracing: a debugger': `import bdb\nclass Debugger(bdb.Bdb):\n    def user_line(self, frame): frame.f_globals["check"] = lambda c: None\nDebugger().set_trace()\n${WRONG}`,
  'globals: check is defined': `def check(candidate): pass\n${WRONG}`,
  'globals: check is replaced by a finalizer': `g = globals()\nclass Mortal:\n    def __del__(self): g["check"] = lambda c: None\ncheck = Mortal()\n${WRONG}`,
  'globals: main': `import __main__\n__main__.check = lambda c: None\n__main__.add = lambda a, b: a + b\n${WRONG}`,
  'globals: names of every module': `import sys\nfor module in list(sys.modules.values()):\n    for name in ("check", "run", "outcome_of", "surroundings", "read", "Reader", "cross"):\n        try: setattr(module, name, lambda *a, **k: b"")\n        except Exception: pass\n${WRONG}`,
  'globals: builtins': `import builtins\nfor name in ("AssertionError", "Exception", "BaseException"): setattr(builtins, name, Warning)\nbuiltins.abs = builtins.set = builtins.len = lambda *a: 3\n${WRONG}`,
  'globals: frames of a call': `import sys\ndef add(a, b):\n    frame = sys._getframe()\n${REWRITES_FRAMES}`,
  'globals: frames of an exception': `def add(a, b):\n    try: raise ValueError\n    except ValueError as error: frame = error.__traceback__.tb_frame\n${REWRITES_FRAMES}`,
  'globals: frames of a generator': `def add(a, b):\n    g = (g.gi_frame.f_back for _ in [0])\n    frame = next(g)\n${REWRITES_FRAMES}`,
  'globals: debug is off': `__debug__ = False if False else None\n${WRONG}`.replace(
    '__debug__ = False if False else None\n',
    'import sys\nobject.__setattr__(sys, "flags", None)\n',
  ),
  'gc: every function is replaced': `import gc\ndef add(a, b):\n    for o in gc.get_objects():\n        if getattr(o, "__name__", "") in ("check", "solution", "outcome_of"):\n            try: o.__code__ = (lambda *a, **k: None).__code__\n            except Exception: pass\n    return 0\n`,
  'gc: every dictionary is changed': `import gc\ndef add(a, b):\n    for o in gc.get_objects():\n        if type(o) is dict and "check" in o: o["check"] = lambda c: None\n    return 0\n`,
  'gc: a callback': `import gc\ngc.callbacks.append(lambda *a: globals().update(check=lambda c: None))\n${WRONG}`,
  'gc: constants are searched for': `import gc\ndef add(a, b):\n    for o in gc.get_objects():\n        for r in gc.get_referents(o):\n            if type(r) is tuple and 3 in r: return 3 if a == 1 else 0\n    return 0\n`,
  'imports: a finder': `import sys\nclass Finder:\n    @staticmethod\n    def find_spec(name, path=None, target=None): raise SystemExit(0)\nsys.meta_path.insert(0, Finder)\nsys.modules.clear()\n${WRONG}`,
  'imports: the import itself': `import builtins\nbuiltins.__import__ = lambda *a, **k: None\n${WRONG}`,
  'imports: json answers': `import json, json.encoder\njson.JSONEncoder.encode = lambda self, o: '["gave",3]'\njson.encoder.c_make_encoder = None\n${WRONG}`,
  'imports: the side of the solution': `import _grading_solution as s\ns.to_json = lambda o: '["changed",[[3]],["gave",3]]'\n${WRONG}`,
  'imports: the side of the tests': `import _grading_testing as t\nt.run = lambda request: b'{"run":{"end":"returned"},"objects":false,"shares":false}'\nt.outcome_of = lambda *a: {"end": "returned"}\n${WRONG}`,
  'exceptions: AssertionError is a warning': `import builtins\nbuiltins.AssertionError = type("AssertionError", (Warning,), {})\n${WRONG}`,
  'exceptions: an exception that ends the tests': 'def add(a, b):\n    raise SystemExit(0)\n',
  'exceptions: an exception that ends a generator': 'def add(a, b):\n    raise StopIteration(3)\n',
  'exceptions: an interrupt': 'def add(a, b):\n    raise KeyboardInterrupt\n',
  'exceptions: one whose name is a message':
    'def add(a, b):\n    raise type(\'X","y"],["gave",3]\', (BaseException,), {})(3)\n',
  'exceptions: hooks': `import sys\nsys.excepthook = sys.unraisablehook = lambda *a: None\nsys.displayhook = None\n${WRONG}`,
  'exits: sys.exit': `import sys\n${WRONG}sys.exit(0)\n`,
  'exits: os._exit in a call': 'import os\ndef add(a, b):\n    os._exit(0)\n',
  'exits: os.abort in a call': 'import os\ndef add(a, b):\n    os.abort()\n',
  'exits: atexit': `import atexit, os\natexit.register(os._exit, 0)\n${WRONG}`,
  'exits: a crash': 'def add(a, b):\n    x = ()\n    for _ in range(10**6): x = (x,)\n    return x\n',
  'exits: the stack': 'import sys\nsys.setrecursionlimit(10**9)\ndef add(a, b):\n    return add(a, b)\n',
  'output: a result is printed': `print('{"rule":"bare","run":{"end":"returned"}}', flush=True)\n${WRONG}`,
  'output: every descriptor':
    'import os\ndef add(a, b):\n    for d in range(200):\n        for text in (b\'["gave",3]\', b\'{"run":{"end":"returned"}}\\n\'):\n            try: os.write(d, text)\n            except OSError: pass\n    return 0\n',
  'output: every descriptor is read':
    'import os\ndef add(a, b):\n    for d in range(200):\n        try: return int(os.read(d, 99))\n        except Exception: pass\n    return 0\n',
  'output: streams are replaced': `import sys, io\nsys.stdout = sys.stderr = sys.__stdout__ = io.StringIO()\n${WRONG}`,
  'time: the clock is turned': `import time\ntime.time = time.perf_counter = lambda: 1e18\n${WRONG}`,
  'time: a signal': `import signal, os\ntry: signal.signal(signal.SIGALRM, lambda *a: os._exit(0)); signal.alarm(1)\nexcept Exception: pass\n${WRONG}`,
  'arguments: arguments are changed':
    'def add(a, b):\n    a.__class__.__eq__ = lambda *x: True\n    return 0\n',
  'arguments: numbers are remembered':
    'import gc\nseen = []\ndef add(a, b):\n    seen.append(a)\n    return sum(seen) - a\n',
  'answers: of a wrong shape':
    'import _grading_solution as s\ns.Solution.call = lambda self, *a: ["is", 3]\ndef add(a, b):\n    return 0\n',
  'answers: a reference beyond what was given':
    'import _grading_solution as s\ns.Solution.call = lambda self, *a: ["gave", ["r", -1]]\ndef add(a, b):\n    return 0\n',
  'answers: a named tuple that is everything':
    'import _grading_solution as s\ns.Solution.call = lambda self, *a: ["gave", ["nt", [1], ["__eq__"]]]\ndef add(a, b):\n    return 0\n',
  'answers: an object where none is used':
    'import _grading_solution as s\ns.Solution.call = lambda self, *a: ["gave", ["object", 0]]\ndef add(a, b):\n    return 0\n',
  'answers: it passes itself':
    'import _grading_solution as s\ns.Solution.call = lambda self, *a: ["returned"]\ndef add(a, b):\n    return 0\n',
};
