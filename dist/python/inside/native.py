"""Labels one completion with the Python that runs this: from standard input what is asked, to standard output the answer.

Its arguments are the folder with the other files, and the memory of each process in bytes. The tests run in this process, and the
solution in another one, which it can only ask: the two cannot see each other's memory, and this one writes the answer.
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

# What a message begins with by which a solution asks the tests, instead of answering them, and what their answer begins with.
ASKS, TOLD = b"?", b"="


def load(folder):
    """The other files, as modules of the names that they import each other by."""
    for name in MODULES:
        module = types.ModuleType(f"_grading_{name.removesuffix('_for_tests')}")
        sys.modules[module.__name__] = module
        with open(os.path.join(folder, f"{name}.py"), encoding="utf-8") as source:
            exec(compile(source.read(), f"{name}.py", "exec"), module.__dict__)


def control(option, value):
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}, {value}) fails")


def begin():
    """Makes this process one that ends with its parent, and whose memory and descriptors no other process can open."""
    control(PR_SET_PDEATHSIG, signal.SIGKILL)
    control(PR_SET_DUMPABLE, 0)


def limit(memory):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(asked, answers, memory):
    """Answers for a solution until there is nobody left to ask. Does not return."""
    try:
        begin()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        limit(memory)
        answer = sys.modules["_grading_solution"].serve

        def ask_back(request):
            send(answers, ASKS + request)
            # What the tests call may ask for something itself, before it is done.
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
    """The next message; None where there is none, or none that is whole and short enough."""
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
    # Before a byte of what is asked is read: the process of the solution has a copy of all that this one's memory holds.
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
