"""Determines from an exception which part of Python's library a program needed but this interpreter lacks."""

import errno
import sys

import _grading_solution

PROCESSES = "processes"
SOCKETS = "sockets and pipes"
FILES = "files to write to"

BY_NUMBER = {errno.ENOSYS: PROCESSES, errno.ENOTSUP: PROCESSES, errno.EPERM: SOCKETS, errno.EROFS: FILES}
BY_TEXT = (("can't start new thread", "threads"), ("No usable temporary directory", FILES), ("No time zone found", "time zones"))
STANDARD = frozenset(name.lstrip("_") for name in sys.stdlib_module_names)


def lacked(error):
    """Returns the missing module or the missing name; None if the exception has another cause."""
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, ModuleNotFoundError) and str(error.name).split(".")[0].lstrip("_") in STANDARD:
            return str(error.name)
        if isinstance(error, OSError) and error.errno in BY_NUMBER:
            return BY_NUMBER[error.errno]
        text = str(error)
        for part, name in BY_TEXT:
            if part in text:
                return name
        error = error.__cause__ or error.__context__
    return None


def safely(error):
    """Like `lacked`, but safe with exceptions that the program controls."""
    try:
        return lacked(error)
    except Exception:
        return None


_grading_solution.lacked = safely
