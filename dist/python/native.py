"""Labels one program with the Python that runs this: from standard input what is asked, to standard output the answer.

Its argument is the path of `reading.py`. The program runs in a process of its own, which tells that it ran to its end by a
word that it cannot guess. A program that searches this module's memory can find it: who runs programs natively accepts that.
"""

import json
import os
import resource
import secrets
import sys

LONGEST_NAME = 60


def begin(memory):
    """What the program's process may use, and where its streams lead: nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(program, tests, memory, end, told):
    """Runs a program and its tests, and tells how they ended. Does not return."""
    during = "program"
    try:
        begin(memory)
        module = {"__name__": "__main__", "__builtins__": __builtins__}
        exec(compile(program, "<solution>", "exec"), module)
        during = "tests"
        exec(compile(tests, "<tests>", "exec"), module)
    except BaseException as error:
        name = "".join(c for c in type(error).__name__[:1000] if c.isalnum() or c in "_.")
        os.write(told, f"{during} {name[:LONGEST_NAME]}".encode())
    else:
        os.write(told, end.encode())
    finally:
        os._exit(0)


def ran(program, tests, memory):
    """What became of a program, as the sandbox says it."""
    end = secrets.token_hex(16)
    listening, told = os.pipe()
    if os.fork() == 0:
        os.close(listening)
        run(program, tests, memory, end, told)
    os.close(told)
    with os.fdopen(listening, "rb") as pipe:
        answer = pipe.read(2 * LONGEST_NAME).decode("ascii", "replace")
    if answer == end:
        return {"end": "returned"}
    during, _, name = answer.partition(" ")
    if during in ("program", "tests") and name:
        return {"end": "failed", "during": during, "reason": f"raised {name}"}
    return {"end": "failed", "during": "program", "reason": "ended the process"}


def main():
    reading = {"__name__": "reading"}
    with open(sys.argv[1], encoding="utf-8") as source:
        exec(compile(source.read(), "reading.py", "exec"), reading)
    asked = json.loads(sys.stdin.readline())
    read = reading["read"](asked)
    if read["place"] is None:
        answer = {}
    else:
        program = asked["candidates"][read["place"]]
        outcome = ran(program, asked["tests"], asked["memory"])
        answer = {"program": read["place"], "run": outcome}
        if read["key"] is not None:
            answer["key"] = read["key"]
    print(json.dumps(answer), flush=True)


main()
