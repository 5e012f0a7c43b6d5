"""Grades one completion with the Python that runs this script. Reads a request from standard input and writes the answer to
standard output.

Its arguments are the folder with the other files and the memory limit of each process in bytes. The tests run in this
process and the solution in another one. The two are connected only by pipes: neither can read the other's memory, and only
this process writes the answer.
"""

import ctypes
import json
import os
import resource
import signal
import struct
import sys
import types

MODULES = (
    *("numpy_for_tests", "reading", "fences", "envelopes", "margins", "prose", "stating", "keeping", "assembling"),
    *("instances", "values", "rebuilding", "asking", "uses", "item", "references", "crossing", "solution", "bridge", "testing"),
)
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
LENGTH = struct.Struct("<Q")
LONGEST = 64 << 20

# The first byte of a message with which a solution makes a request to the tests, and the first byte of the reply.
ASKS, TOLD = b"?", b"="


def load(folder):
    """Loads the other files as modules, under the names that they use to import each other."""
    for name in MODULES:
        module = types.ModuleType(f"_grading_{name.removesuffix('_for_tests')}")
        sys.modules[module.__name__] = module
        with open(os.path.join(folder, f"{name}.py"), encoding="utf-8") as source:
            exec(compile(source.read(), f"{name}.py", "exec"), module.__dict__)


def control(option, value):
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}, {value}) failed")


def begin():
    """Ensures that this process ends with its parent, and that no other process can open its memory and descriptors."""
    control(PR_SET_PDEATHSIG, signal.SIGKILL)
    control(PR_SET_DUMPABLE, 0)


def limit(memory):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(asked, answers, memory):
    """Answers requests for a solution until the other end closes. Does not return."""
    try:
        begin()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        limit(memory)
        answer = sys.modules["_grading_solution"].serve

        def ask_back(request):
            send(answers, ASKS + request)
            # A function of the tests may itself make requests before it returns.
            while not (message := received(asked) or TOLD).startswith(TOLD):
                send(answers, answer(message))
            return message.removeprefix(TOLD)

        sys.modules["_grading_crossing"].cross = ask_back
        while (request := received(asked)) is not None:
            send(answers, answer(request))
    finally:
        os._exit(0)


def send(descriptor, message):
    left = memoryview(LENGTH.pack(len(message)) + message)
    while left:
        left = left[os.write(descriptor, left) :]


def received(descriptor):
    """Returns the next message. None at the end of the input, or if the message is incomplete or too long."""
    head = exactly(descriptor, LENGTH.size)
    if head is None or LENGTH.unpack(head)[0] > LONGEST:
        return None
    return exactly(descriptor, LENGTH.unpack(head)[0])


def exactly(descriptor, size):
    parts = []
    while size > 0:
        part = os.read(descriptor, min(size, 1 << 16))
        if part == b"":
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class Process:
    """The process of a solution."""

    def __init__(self, memory):
        asked, self.requests = os.pipe()
        self.answers, answers = os.pipe()
        if os.fork() == 0:
            os.close(self.requests)
            os.close(self.answers)
            serve(asked, answers, memory)
        os.close(asked)
        os.close(answers)
        self.ended = False

    def ask(self, request):
        answer = None
        try:
            send(self.requests, request)
            answer = received(self.answers)
            while answer is not None and answer.startswith(ASKS):
                send(self.requests, TOLD + sys.modules["_grading_testing"].answer(answer.removeprefix(ASKS)))
                answer = received(self.answers)
        except BrokenPipeError:
            pass
        self.ended = self.ended or answer is None
        return answer or b""


def main():
    begin()
    load(sys.argv[1])
    testing = sys.modules["_grading_testing"]
    memory = int(sys.argv[2])
    # Fork before reading any of the request: the solution's process has a copy of everything in this process's memory.
    process = Process(memory)
    line = sys.stdin.buffer.readline()
    limit(2 * memory)
    output = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.modules["_grading_crossing"].cross = process.ask
    sys.modules["_grading_numpy"].provide(json.loads(line)["tests"])
    testing.use(testing.prepare(line))
    answer = json.loads(testing.read(line))
    if answer:
        told = json.loads(testing.run(b""))
        answer |= {"run": told["run"], "objects": told["objects"]}
        if process.ended:
            during = answer["run"].get("during", "tests")
            answer["run"] = {"end": "failed", "during": during, "reason": "ended the process"}
    os.write(output, json.dumps(answer).encode("ascii") + b"\n")


main()
