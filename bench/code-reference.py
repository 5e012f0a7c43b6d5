"""Labels programs by running each in a process of its own: from standard input one JSON string a line, to standard output 0 or 1.

Nothing is contained but by a limit of time and memory: only for completions that are known to be harmless.
"""

import json
import multiprocessing
import os
import resource
import signal
import sys

SECONDS = float(sys.argv[1])
MEMORY = 2 << 30


def passes(program):
    """Whether the program ends without an exception, and without ending its process."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.chdir("/nonexistent" if os.path.isdir("/nonexistent") else "/tmp")
        try:
            exec(compile(program, "<string>", "exec"), {"__name__": "__main__"})
            os.write(write, b"1")
        finally:
            os._exit(0)
    os.close(write)
    told = os.read(read, 1)
    os.close(read)
    os.waitpid(child, 0)
    return told == b"1"


if __name__ == "__main__":
    programs = [json.loads(line) for line in sys.stdin]
    with multiprocessing.Pool(int(sys.argv[2])) as pool:
        for passed in pool.imap(passes, programs, chunksize=8):
            print(int(passed))
